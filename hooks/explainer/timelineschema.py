"""The JSON Schema (2020-12) of the timeline as JSON."""

from __future__ import annotations

from .glossschema import ADDRESS, ID, IDS, TEXT, Schema, both_of, list_of, object_of
from .timeline import CERTAINTIES, THEMES, TRACKS

_DATE: Schema = {"description": "A date in EDTF, levels 0 and 1.", **TEXT}
_YES: Schema = {"type": "boolean"}


def timeline_schema(address: str) -> Schema:
    """The schema as published at this address; it allows no field that it does not name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Linimasa / Timeline",
        "description": "Events between Moscow and Pyongyang in Indonesian (id) and English (en).",
        **object_of(
            {
                "$schema": ADDRESS,
                "license": ADDRESS,
                "coverageUntil": {"description": "Where the data end.", **TEXT},
                "articlePublished": {"description": "The day of the article.", **TEXT},
                "timeline": both_of(object_of({"name": TEXT, "address": ADDRESS})),
                "periods": list_of(_period()),
                "events": list_of(_event()),
                "works": list_of(_work()),
            }
        ),
    }


def _period() -> Schema:
    return object_of({"id": ID, "from": _DATE, "until": _DATE, "title": both_of(TEXT)})


def _event() -> Schema:
    fields: Schema = {
        "id": {"description": "Also the anchor on the page; it never changes.", **ID},
        "date": _DATE,
        "dateInWords": both_of(TEXT),
        "period": ID,
        "afterArticle": {"description": "Whether it began after the article.", **_YES},
        "theme": {"enum": list(THEMES)},
        "track": {"description": "Who acted.", "enum": list(TRACKS)},
        "certainty": {"enum": list(CERTAINTIES)},
        "key": _YES,
        "needsBetterSource": _YES,
        "title": both_of(TEXT),
        "summary": both_of(TEXT),
        "actors": {"type": "array", "items": TEXT, "uniqueItems": True},
        "terms": {"description": "Terms of the glossary, by id.", **IDS},
        "paragraphs": {
            "description": "Paragraphs of the article.",
            "type": "array",
            "items": {"type": "integer", "minimum": 1},
        },
        "sources": {"description": "Works, by their ids in works.", "minItems": 1, **IDS},
        "address": both_of(ADDRESS),
    }
    made = object_of(fields)
    note = {"description": "Doubts, contradictions, who denies it.", **both_of(TEXT)}
    later = {"description": "What came after the article.", **both_of(TEXT)}
    return made | {"properties": {**fields, "note": note, "later": later}}


def _work() -> Schema:
    fields: Schema = {
        "id": ID,
        "title": TEXT,
        "titleIsOurs": {"description": "Whether the title is our description.", **_YES},
        "authors": {"type": "array", "items": TEXT, "minItems": 1},
        "issued": _DATE,
        "address": ADDRESS,
        **dict.fromkeys(("container", "publisher", "doi"), TEXT),
    }
    return {**object_of(fields), "required": ["id"]}

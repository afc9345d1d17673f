"""The JSON Schema (2020-12) of the notes as JSON."""

from __future__ import annotations

from typing import get_args

from .bilingual import LANGUAGES
from .glossschema import Schema, object_of
from .library import TEXT_FIELDS
from .model import Confidence, Kind, Severity
from .refsschema import date_schema, name_schema

_TEXT: Schema = {"type": "string"}
_LINK: Schema = {"type": "string", "format": "uri"}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_MAYBE: Schema = {"type": ["integer", "null"], "minimum": 1}


def schema(address: str) -> Schema:
    """The schema as published at this address; it allows no field that it does not name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Catatan kaki / Footnotes",
        "description": "The footnotes of each article: as typed, as read, and what they refer to.",
        **object_of({"$schema": _LINK, "articles": _list(_article())}),
    }


def _article() -> Schema:
    fields: Schema = {"address": _LINK, "title": _TEXT, "language": {"enum": list(LANGUAGES)}}
    return object_of({**fields, "notes": _list(_note())})


def _note() -> Schema:
    own: Schema = {
        "number": {"description": "As the reader sees it.", **_NUMBER},
        "address": _LINK,
        "cited_at": {"description": "The markers in the text.", **_list(_LINK)},
    }
    parts = {"description": "The sources of a note that holds several.", **_list(_reference())}
    return object_of({**own, **_fields(), "parts": parts})


def _reference() -> Schema:
    return object_of(_fields())


def _fields() -> Schema:
    return {
        "text": {"description": "The words as typed; they belong to their author.", **_TEXT},
        "kind": {"enum": list(get_args(Kind))},
        "parsed": {"anyOf": [{"type": "null"}, _parsed()]},
        "points_to": {"description": "The note directly meant.", **_MAYBE},
        "resolves_to": {"anyOf": [{"type": "null"}, _target()]},
        "rule": {"description": "By which rule we know.", **_TEXT},
        "locator": _TEXT,
        "candidates": {"description": "Notes it may mean.", **_list(_NUMBER)},
        "problems": _list(_problem()),
    }


def _target() -> Schema:
    return object_of(
        {
            "note": {"description": "The note that holds the full source.", **_NUMBER},
            "part": {"description": "Which of its sources, when it holds several.", **_MAYBE},
            "source": {
                "description": "The id of the work in rujukan.json; null when it is not there.",
                "type": ["string", "null"],
            },
        }
    )


def _parsed() -> Schema:
    people: Schema = {"type": "array", "items": name_schema(), "minItems": 1}
    fields: Schema = {
        **dict.fromkeys(TEXT_FIELDS, _TEXT),
        "issued": date_schema(),
        "accessed": date_schema(),
        "author": people,
        "editor": people,
        "others": {"description": "The note says “et al.”", "const": True},
        "quote": {"description": "Words at which the address points.", **_TEXT},
        "confidence": {"enum": list(get_args(Confidence))},
    }
    return {
        "description": "What was read from the words of the note, as variables of CSL.",
        "type": "object",
        "properties": fields,
        "required": ["confidence"],
        "additionalProperties": False,
    }


def _problem() -> Schema:
    severity: Schema = {"enum": list(get_args(Severity))}
    return object_of({"code": _TEXT, "severity": severity, "cause": _TEXT, "remedy": _TEXT})


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}

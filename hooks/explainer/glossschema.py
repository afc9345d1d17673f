"""The JSON Schema (2020-12) of the glossary as JSON."""

from __future__ import annotations

from typing import Any, TypeAlias

from .bilingual import LANGUAGES
from .schools import SCHOOLS
from .terms import RELATIONS

Schema: TypeAlias = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
ADDRESS: Schema = {"type": "string", "format": "uri"}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
IDS: Schema = {"type": "array", "items": ID, "uniqueItems": True}


def schema(address: str) -> Schema:
    """The schema as published at this address; it allows no field that it does not name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Glosarium / Glossary",
        "description": "Terms of international relations in Indonesian (id) and English (en).",
        **object_of(
            {
                "$schema": ADDRESS,
                "license": ADDRESS,
                "glossary": both_of(object_of({"name": TEXT, "site": TEXT, "address": ADDRESS})),
                "schools": list_of(
                    object_of({"id": {"enum": list(SCHOOLS)}, "name": both_of(TEXT)})
                ),
                "terms": list_of(_term()),
                "works": list_of(_work()),
            }
        ),
    }


def _term() -> Schema:
    forms: Schema = {"type": "array", "items": TEXT, "uniqueItems": True}
    return object_of(
        {
            "id": ID,
            "uri": {"description": "The SKOS concept: its Indonesian page.", **ADDRESS},
            "school": {"enum": list(SCHOOLS)},
            "name": both_of(TEXT),
            "definition": both_of(TEXT),
            "forms": {"description": "Spellings recognised in a text.", **both_of(forms)},
            "address": both_of(ADDRESS),
            **dict.fromkeys(RELATIONS, IDS),
            "works": {"description": "Key works, by their ids in works.", **IDS},
            "proposal": {
                "description": "Whether the Indonesian name is our proposal.",
                "type": "boolean",
            },
            "scopeNote": {
                "description": "How settled the Indonesian name is, when it is not.",
                "type": "object",
                "properties": dict.fromkeys(LANGUAGES, TEXT),
                "additionalProperties": False,
            },
        }
    )


def _work() -> Schema:
    optional = ("container", "publisher", "doi")
    fields: Schema = {
        "id": ID,
        "title": TEXT,
        "authors": {"type": "array", "items": TEXT, "minItems": 1},
        "issued": {"description": "A date in EDTF.", **TEXT},
        "address": ADDRESS,
        **dict.fromkeys(optional, TEXT),
    }
    return {**object_of(fields), "required": ["id"]}  # what nobody has seen is left out


def object_of(properties: Schema) -> Schema:
    """An object that has all of these fields and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def both_of(value: Schema) -> Schema:
    """The same in each language."""
    return object_of(dict.fromkeys(LANGUAGES, value))


def list_of(items: Schema) -> Schema:
    """A list in which nothing stands twice."""
    return {"type": "array", "items": items, "uniqueItems": True}

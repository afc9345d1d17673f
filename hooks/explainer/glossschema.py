"""The JSON Schema (2020-12) of the glossary as JSON."""

from __future__ import annotations

from typing import Any, TypeAlias

from .bilingual import LANGUAGES
from .schools import SCHOOLS
from .terms import RELATIONS

Schema: TypeAlias = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_ADDRESS: Schema = {"type": "string", "format": "uri"}
_ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_IDS: Schema = {"type": "array", "items": _ID, "uniqueItems": True}


def schema(address: str) -> Schema:
    """The schema as published at this address; it allows no field that it does not name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Glosarium / Glossary",
        "description": "Terms of international relations in Indonesian (id) and English (en).",
        **_object(
            {
                "$schema": _ADDRESS,
                "license": _ADDRESS,
                "glossary": _both(_object({"name": _TEXT, "site": _TEXT, "address": _ADDRESS})),
                "schools": _list(_object({"id": {"enum": list(SCHOOLS)}, "name": _both(_TEXT)})),
                "terms": _list(_term()),
                "works": _list(_work()),
            }
        ),
    }


def _term() -> Schema:
    forms: Schema = {"type": "array", "items": _TEXT, "uniqueItems": True}
    return _object(
        {
            "id": _ID,
            "uri": {"description": "The SKOS concept: its Indonesian page.", **_ADDRESS},
            "school": {"enum": list(SCHOOLS)},
            "name": _both(_TEXT),
            "definition": _both(_TEXT),
            "forms": {"description": "Spellings recognised in a text.", **_both(forms)},
            "address": _both(_ADDRESS),
            **dict.fromkeys(RELATIONS, _IDS),
            "works": {"description": "Key works, by their ids in works.", **_IDS},
            "proposal": {
                "description": "Whether the Indonesian name is our proposal.",
                "type": "boolean",
            },
            "scopeNote": {
                "description": "How settled the Indonesian name is, when it is not.",
                "type": "object",
                "properties": dict.fromkeys(LANGUAGES, _TEXT),
                "additionalProperties": False,
            },
        }
    )


def _work() -> Schema:
    optional = ("container", "publisher", "doi")
    fields: Schema = {
        "id": _ID,
        "title": _TEXT,
        "authors": {"type": "array", "items": _TEXT, "minItems": 1},
        "issued": {"description": "A date in EDTF.", **_TEXT},
        "address": _ADDRESS,
        **dict.fromkeys(optional, _TEXT),
    }
    return {**_object(fields), "required": ["id"]}  # what nobody has seen is left out


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _both(value: Schema) -> Schema:
    return _object(dict.fromkeys(LANGUAGES, value))


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items, "uniqueItems": True}

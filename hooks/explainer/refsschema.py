"""The JSON Schema (2020-12) of the works as CSL-JSON: the part of CSL's own that we use."""

from __future__ import annotations

from .cslnames import DATES, ROLES, TEXTS, TYPES
from .glossschema import Schema

_TEXT: Schema = {"type": "string", "minLength": 1}
_LINK: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}


def schema(address: str) -> Schema:
    """The schema as published at this address; it allows no field that it does not name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Rujukan / References",
        "description": "Works cited by this site, as CSL-JSON. Fields nobody has verified are not "
        "there; a title in square brackets is a description, not the work’s own.",
        "type": "array",
        "items": _work(),
    }


def _work() -> Schema:
    fields: Schema = {
        "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "type": {"enum": TYPES},
        **dict.fromkeys(TEXTS, _TEXT),
        "DOI": {"type": "string", "pattern": "^10\\.\\d{4,9}/\\S+$"},
        "URL": _LINK,
        "language": {"description": "BCP 47", **_TEXT},
        **{role: {"type": "array", "items": name_schema(), "minItems": 1} for role in ROLES},
        **dict.fromkeys(DATES, date_schema()),
    }
    return {
        "type": "object",
        "properties": fields,
        "required": ["id", "type"],
        "additionalProperties": False,
    }


def name_schema() -> Schema:
    """A person or an institution."""
    parts = dict.fromkeys(("family", "given", "suffix", "literal"), _TEXT)
    return {
        "type": "object",
        "properties": {**parts, "comma-suffix": {"const": True}},
        "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
        "additionalProperties": False,
    }


def date_schema() -> Schema:
    """A date or an interval."""
    point: Schema = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    parts = {"type": "array", "items": point, "minItems": 1, "maxItems": 2}
    return {
        "description": "Year, month, day; two of them are an interval, [0] its open end.",
        "type": "object",
        "properties": {"date-parts": parts, "circa": {"const": True}},
        "required": ["date-parts"],
        "additionalProperties": False,
    }

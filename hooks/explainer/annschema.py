"""The JSON Schema (2020-12) of our annotation pages.

Stricter than the Web Annotation Data Model, as our files are: one target, one quotation, a text
first. https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from .annotations import KINDS, MOTIVATIONS, VERDICTS
from .bilingual import LANGUAGES
from .glossschema import ADDRESS, TEXT, Schema, object_of

PATH = "unduh/anotasi.schema.json"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_AROUND: Schema = {"type": "string"}  # nothing stands before the first word of a page
_PURPOSE: Schema = {"enum": sorted(MOTIVATIONS)}


def annotation_schema(address: str) -> Schema:
    """The schema as published at this address; it allows no field that it does not name."""
    collection: Schema = {
        "id": ADDRESS,
        "type": {"const": "AnnotationCollection"},
        "label": TEXT,
        "total": {"type": "integer", "minimum": 0},
    }
    page: Schema = {
        "@context": {"const": CONTEXT},
        "id": ADDRESS,
        "type": {"const": "AnnotationPage"},
        "partOf": object_of(collection),
        "startIndex": {"const": 0},
        "items": {"type": "array", "items": _annotation()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Anotasi / Annotations",
        "description": "The annotations of one article as a W3C Web Annotation page.",
        **object_of(page),
    }


def _annotation() -> Schema:
    return object_of(
        {
            "id": {"description": "The permanent link of the note.", **ADDRESS},
            "type": {"const": "Annotation"},
            "dcterms:title": TEXT,
            "motivation": _PURPOSE,
            "rights": ADDRESS,
            "body": _bodies(),
            "target": object_of({"source": ADDRESS, "selector": _selector()}),
        }
    )


def _bodies() -> Schema:
    """The text; its kind; perhaps its verdict; then works, events and terms as links."""
    text: Schema = {
        "type": {"const": "TextualBody"},
        "value": TEXT,
        "format": {"const": "text/plain"},
        "language": {"enum": list(LANGUAGES)},
        "purpose": _PURPOSE,
    }
    return {
        "type": "array",
        "prefixItems": [object_of(text), _word("classifying", KINDS)],
        "items": {"anyOf": [_word("tagging", VERDICTS), _link()]},
        "minItems": 2,
    }


def _word(purpose: str, words: tuple[str, ...]) -> Schema:
    kind: Schema = {"type": {"const": "TextualBody"}, "value": {"enum": list(words)}}
    return object_of({**kind, "purpose": {"const": purpose}})


def _link() -> Schema:
    kind: Schema = {"type": {"const": "SpecificResource"}, "purpose": {"const": "linking"}}
    return object_of({**kind, "source": ADDRESS})


def _selector() -> Schema:
    kind: Schema = {"type": {"const": "TextQuoteSelector"}, "exact": TEXT}
    return object_of({**kind, "prefix": _AROUND, "suffix": _AROUND})

"""What schema.org calls the glossary and its entries: JSON-LD for the head of their pages.

A `DefinedTermSet` is a work, so its two languages are translations of one another; a `DefinedTerm`
is none, and names its page in the other language as the same thing.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from .bilingual import DEFAULT
from .glossarydata import LICENCE
from .glossexport import Address
from .glosswords import GLOSS
from .terms import Face, Glossary, Term

Data: TypeAlias = dict[str, Any]


def linked_data(path: str, glossary: Glossary, description: str, address: Address) -> str:
    """The JSON-LD of a page, safe inside a `script`; empty for pages outside the glossary."""
    data = _of_page(path, glossary, description, address)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) if data else ""
    return text.replace("<", "\\u003c").replace(">", "\\u003e")


def _of_page(path: str, glossary: Glossary, description: str, to: Address) -> Data:
    context: Data = {"@context": "https://schema.org"}
    term = glossary.by_path.get(path)
    for language, words in GLOSS.items():
        if term and term.faces.get(language) and term.faces[language].path == path:
            return context | _term(term, language, to) | _elsewhere(term, language, to)
        if words["index"] == path and glossary.terms:
            return context | _set(glossary, language, description, to)
    return {}


def _term(term: Term, language: str, to: Address) -> Data:
    face: Face = term.faces[language]
    return {
        "@type": "DefinedTerm",
        "@id": to(face.path),
        "name": face.name,
        "description": face.definition,
        "termCode": term.id,
        "url": to(face.path),
        "inLanguage": language,
        "inDefinedTermSet": to(GLOSS[language]["index"]),
    }


def _elsewhere(term: Term, language: str, to: Address) -> Data:
    others = [to(face.path) for name, face in term.faces.items() if name != language]
    return {"sameAs": others} if others else {}


def _set(glossary: Glossary, language: str, description: str, to: Address) -> Data:
    address = to(GLOSS[language]["index"])
    relation = "workTranslation" if language == DEFAULT else "translationOfWork"
    others = [to(words["index"]) for name, words in GLOSS.items() if name != language]
    return {
        "@type": "DefinedTermSet",
        "@id": address,
        "name": GLOSS[language]["title"],
        "description": description,
        "url": address,
        "inLanguage": language,
        "license": LICENCE,
        relation: [{"@type": "DefinedTermSet", "@id": other} for other in others],
        "hasDefinedTerm": [_term(term, language, to) for term, _ in glossary.listed(language)],
    }

"""What schema.org calls the glossary and its entries.

A `DefinedTermSet` is a work, so it has a language and its two languages are translations of one
another; a `DefinedTerm` is none, and names its page in the other language as the same thing.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from .bilingual import DEFAULT
from .glossarydata import LICENCE
from .glossexport import Address
from .glosswords import GLOSS
from .terms import Face, Glossary, Term

Data: TypeAlias = dict[str, Any]


def term_nodes(path: str, glossary: Glossary, description: str, to: Address) -> list[Data]:
    """The node of an entry or of the whole glossary; none for other pages."""
    term = glossary.by_path.get(path)
    for language, words in GLOSS.items():
        if term and term.faces.get(language) and term.faces[language].path == path:
            return [_term(term, language, to) | _elsewhere(term, language, to)]
        if words["index"] == path and glossary.terms:
            return [_set(glossary, language, description, to)]
    return []


def mention(term_id: str, glossary: Glossary, language: str, to: Address) -> Data | None:
    """A term as another node names it: what it is, its name and its page."""
    face = glossary.face(term_id, language)
    if not face:
        return None
    return {"@type": "DefinedTerm", "@id": to(face.path), "name": face.name}


def _term(term: Term, language: str, to: Address) -> Data:
    face: Face = term.faces[language]
    return {
        "@type": "DefinedTerm",
        "@id": to(face.path),
        "name": face.name,
        "description": face.definition,
        "termCode": term.id,
        "url": to(face.path),
        "inDefinedTermSet": {"@id": to(GLOSS[language]["index"])},
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

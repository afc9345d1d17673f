"""The glossary for others: a table (CSV) and a SKOS concept scheme (Turtle), in both languages.

Concepts are named by their Indonesian pages: addresses that stay. `contrasts` has no word of its
own in SKOS and is given as `related`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TypeAlias

from .bilingual import DEFAULT, LANGUAGES
from .glosswords import GLOSS
from .schools import SCHOOLS
from .terms import Face, Glossary, Term

Address: TypeAlias = Callable[[str], str]
"""The full address of a page, by its source path."""

_COLUMNS = ("name", "definition", "forms", "address")
_SKOS = {"broader": "broader", "narrower": "narrower", "related": "related", "contrasts": "related"}


def csv_text(glossary: Glossary, address: Address) -> str:
    """One row for each term, in the order of the Indonesian index."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heads = [f"{column}_{language}" for language in LANGUAGES for column in _COLUMNS]
    writer.writerow(["id", "school", *heads, *_SKOS, "works", "indonesian_name_is_a_proposal"])
    for term, _ in glossary.listed(DEFAULT):
        faces = [cell for name in LANGUAGES for cell in _cells(term.faces.get(name), address)]
        relations = ["; ".join(term.to(kind)) for kind in _SKOS]
        proposal = "yes" if term.proposal else "no"
        row = [term.id, term.school, *faces, *relations, "; ".join(term.works), proposal]
        writer.writerow([_plain(cell) for cell in row])
    return out.getvalue()


def _cells(face: Face | None, address: Address) -> list[str]:
    if face is None:
        return [""] * len(_COLUMNS)
    return [face.name, face.definition, "; ".join(face.linked), address(face.path)]


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def turtle(glossary: Glossary, address: Address) -> str:
    """The concept scheme; schools are collections, spellings are alternative labels."""
    index = GLOSS[DEFAULT]["index"]
    scheme = f"<{address(index)}>"
    head = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    names = [f"skos:prefLabel {_text(words['title'], name)}" for name, words in GLOSS.items()]
    blocks = [_block(scheme, ["a skos:ConceptScheme", *names])]
    terms = [term for term, _ in glossary.listed(DEFAULT)]
    blocks += [
        _block(_uri(term, address), _facts(term, glossary, address, scheme)) for term in terms
    ]
    blocks += [
        _block(f"<{address(index)}#{school}>", _members(school, terms, address))
        for school in SCHOOLS
        if any(term.school == school for term in terms)
    ]
    return "\n".join([head, *blocks])


def _facts(term: Term, glossary: Glossary, address: Address, scheme: str) -> list[str]:
    facts = ["a skos:Concept", f"skos:inScheme {scheme}", f'skos:notation "{_escaped(term.id)}"']
    for language, face in term.faces.items():
        others = [form for form in face.linked if form.lower() != face.name.lower()]
        facts.append(f"skos:prefLabel {_text(face.name, language)}")
        facts += [f"skos:altLabel {_text(form, language)}" for form in others]
        facts.append(f"skos:definition {_text(face.definition, language)}")
    for kind, word in _SKOS.items():
        found = (glossary.terms.get(other) for other in term.to(kind))
        facts += [f"skos:{word} {_uri(other, address)}" for other in found if other]
    return facts


def _members(school: str, terms: list[Term], address: Address) -> list[str]:
    labels = [f"skos:prefLabel {_text(text, lang)}" for lang, text in SCHOOLS[school].items()]
    members = [f"skos:member {_uri(t, address)}" for t in terms if t.school == school]
    return ["a skos:Collection", *labels, *members]


def _uri(term: Term, address: Address) -> str:
    face = term.faces.get(DEFAULT) or next(iter(term.faces.values()))
    return f"<{address(face.path)}>"


def _block(subject: str, facts: list[str]) -> str:
    return f"{subject}\n  " + " ;\n  ".join(facts) + " .\n"


def _text(text: str, language: str) -> str:
    return f'"{_escaped(text)}"@{language}'


def _escaped(text: str) -> str:
    """Text between Turtle's quotation marks."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")

"""Every note of every article as JSON: the words as typed, what was read, where it leads.

`resolves_to` names the note that holds the full source and, where we have one, our entry for it:
the ids are those of the works in unduh/rujukan.json.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from .bilingual import language_of
from .csljson import name_parts
from .glossarydata import dump
from .issued import csl_date, read_issued
from .library import TEXT_FIELDS
from .model import Citation, Name, Problem, Source
from .notebook import Note, Notebook
from .notesschema import schema

Record: TypeAlias = dict[str, Any]

PATH = "unduh/catatan.json"
SCHEMA = "unduh/catatan.schema.json"


@dataclass(frozen=True, slots=True)
class Article:
    """A page with notes: its source path, its full address, its title, its notes resolved."""

    path: str
    address: str
    title: str
    book: Notebook


def notes_files(articles: Iterable[Article], address: Callable[[str], str]) -> dict[str, str]:
    """Path -> content of the notes and of their schema; nothing when no article has notes."""
    found = [_article(article) for article in articles]
    if not found:
        return {}
    at = address(SCHEMA)
    return {PATH: dump({"$schema": at, "articles": found}), SCHEMA: dump(schema(at))}


def _article(article: Article) -> Record:
    return {
        "address": article.address,
        "title": article.title,
        "language": language_of(article.path),
        "notes": [_note(note, article) for note in article.book.notes],
    }


def _note(note: Note, article: Article) -> Record:
    citation, book = article.book.citations[note.number], article.book
    parts = [_reference(part, book, k) for k, part in enumerate(citation.parts, 1)]
    return {
        "number": note.number,
        "address": f"{article.address}#fn:{note.label}",
        "cited_at": [f"{article.address}#{place.id}" for place in note.places],
        **_reference(citation, book, None),
        "text": note.text,
        "parts": parts,
    }


def _reference(citation: Citation, book: Notebook, part: int | None) -> Record:
    return {
        "text": citation.text,
        "kind": citation.kind,
        "parsed": parsed(citation.source) if citation.source else None,
        "points_to": citation.points_to,
        "resolves_to": _target(citation, book, part),
        "rule": citation.rule,
        "locator": citation.locator,
        "candidates": list(citation.candidates),
        "problems": [_problem(problem) for problem in citation.problems],
    }


def _target(citation: Citation, book: Notebook, part: int | None) -> Record | None:
    """The note that holds the full source: itself for a source in full; None when none can be told.

    `source` is the id of our entry, or null when we have none.
    """
    if citation.target is not None:
        place = (citation.target, citation.target_part)
    elif citation.source:
        place = (citation.number, part)
    else:
        return None
    return {"note": place[0], "part": place[1], "source": book.key(citation, part) or None}


def parsed(source: Source) -> Record:
    """What was read from the words of a note, as variables of CSL."""
    values = {csl: getattr(source, ours) for csl, ours in TEXT_FIELDS.items()}
    dates = {"issued": source.issued, "accessed": source.accessed}
    values |= {key: _date(text) for key, text in dates.items()}
    values |= {"author": _names(source.authors), "editor": _names(source.editors)}
    values |= {"others": source.et_al, "quote": source.quote}
    return {key: value for key, value in values.items() if value} | {
        "confidence": source.confidence
    }


def _date(text: str) -> Record:
    issued = read_issued(text)
    return csl_date(issued) if issued else {}


def _names(names: Iterable[Name]) -> list[Record]:
    parts = ({"family": n.family, "given": n.given, "literal": n.literal} for n in names)
    return [name_parts({key: value for key, value in one.items() if value}) for one in parts]


def _problem(problem: Problem) -> Mapping[str, str]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "cause": problem.cause,
        "remedy": problem.remedy,
    }

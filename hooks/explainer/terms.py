"""The glossary as data: the front matter of two pages makes one Term; `glossary` holds them all.

The Indonesian page carries what no language changes (school, relations, works, evidence); each
page carries its own name, short definition, spellings and quotations from the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .bilingual import DEFAULT, LANGUAGES, language_of

Front: TypeAlias = Mapping[str, Any]
"""The front matter of one page."""

RELATIONS = ("broader", "narrower", "related", "contrasts")
"""How terms hang together, as SKOS has it; `contrasts` is our own kind of `related`."""

INVERSE = {
    "broader": "narrower",
    "narrower": "broader",
    "related": "related",
    "contrasts": "contrasts",
}


@dataclass(frozen=True, slots=True)
class Face:
    """A term in one language: its page, its name, its short definition, its spellings."""

    path: str
    name: str
    definition: str = ""
    forms: tuple[str, ...] = ()
    risky: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    naming: str = ""  # how settled the name is, in a sentence of this page's own

    @property
    def linked(self) -> tuple[str, ...]:
        """The spellings that may be linked in a text: no risky one."""
        risky = {fold_form(form) for form in self.risky}
        return tuple(form for form in self.forms if fold_form(form) not in risky)


@dataclass(frozen=True, slots=True)
class Term:
    """One concept: its id is an address and never changes."""

    id: str
    school: str = ""
    faces: Mapping[str, Face] = field(default_factory=dict)
    relations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    works: tuple[str, ...] = ()
    proposal: bool = False
    evidence: str = ""

    def to(self, relation: str) -> tuple[str, ...]:
        """The ids of the terms that stand in this relation to it."""
        return self.relations.get(relation, ())


class Glossary:
    """All terms, found by id and by the path of either page."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = {term.id: term for term in terms}
        faces = ((face.path, term) for term in self.terms.values() for face in term.faces.values())
        self.by_path = dict(faces)

    def face(self, term_id: str, language: str) -> Face | None:
        """A term in a language, if there is such a term and it has a page in that language."""
        term = self.terms.get(term_id)
        return term.faces.get(language) if term else None

    def listed(self, language: str) -> list[tuple[Term, Face]]:
        """The terms of a language by name, as a dictionary sorts them."""
        pairs = [(t, t.faces[language]) for t in self.terms.values() if language in t.faces]
        return sorted(pairs, key=lambda pair: (fold_form(pair[1].name), pair[0].id))


def fold_form(form: str) -> str:
    """A spelling without case, typographic apostrophes and doubled spaces."""
    return " ".join(form.replace("’", "'").replace("‑", "-").lower().split())


# --- reading the front matter ---------------------------------------------------------------------


def read_terms(fronts: Mapping[str, Front]) -> list[Term]:
    """The terms of all pages with `kind: term`, by id; faults are left to `termchecks`."""
    pages: dict[str, dict[str, str]] = {}
    for path, front in term_pages(fronts):
        pages.setdefault(_id(front), {}).setdefault(language_of(path), path)
    return [_term(key, paths, fronts) for key, paths in pages.items() if key]


def term_pages(fronts: Mapping[str, Front]) -> Iterator[tuple[str, Front]]:
    """The pages that define a term, with their front matter."""
    return ((path, front) for path, front in fronts.items() if front.get("kind") == "term")


def _id(front: Front) -> str:
    return str(data_of(front).get("id") or "")


def data_of(front: Front) -> Front:
    """The `term:` part of a page's front matter; nothing when it is no mapping."""
    found = front.get("term")
    return found if isinstance(found, Mapping) else {}


def _term(term_id: str, paths: Mapping[str, str], fronts: Mapping[str, Front]) -> Term:
    main = data_of(fronts[paths.get(DEFAULT) or next(iter(paths.values()))])
    return Term(
        term_id,
        str(main.get("school") or ""),
        {name: _face(paths[name], fronts[paths[name]]) for name in LANGUAGES if name in paths},
        {relation: texts(main.get(relation)) for relation in RELATIONS},
        texts(main.get("works")),
        main.get("proposal") is True,
        str(main.get("evidence") or ""),
    )


def _face(path: str, front: Front) -> Face:
    data = data_of(front)
    quotes = [q.get("quote") for q in data.get("article") or () if isinstance(q, Mapping)]
    return Face(
        path,
        str(front.get("title") or ""),
        str(front.get("description") or ""),
        texts(data.get("forms")),
        texts(data.get("risky")),
        texts(quotes),
        str(data.get("naming") or ""),
    )


def texts(value: object) -> tuple[str, ...]:
    """A list of the front matter as texts, in order, each once; one text alone is a list of one."""
    items = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    return tuple(dict.fromkeys(str(item) for item in items if item))

"""What can be wrong with the glossary: every message in one table, every rule a short function."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from .bilingual import LANGUAGES, language_of
from .model import Problem, Severity
from .schools import SCHOOLS
from .terms import (
    INVERSE,
    RELATIONS,
    Face,
    Front,
    Glossary,
    Term,
    data_of,
    fold_form,
    term_pages,
)
from .text import distance, shorten

CODES: dict[str, tuple[Severity, str, str]] = {
    "term-without-id": ("error", "has no id", "write `id:` below `term:`"),
    "term-id-twice": (
        "error",
        "is also the id of {detail}",
        "choose another id, or make one page of two",
    ),
    "term-one-language": (
        "error",
        "has no page in the language “{detail}”",
        "write that page with the same id",
    ),
    "term-without-definition": (
        "error",
        "has no short definition",
        "write it as `description:`",
    ),
    "unknown-school": ("error", "is not a school of the glossary", "choose one of {detail}"),
    "form-twice": (
        "error",
        "is also a form of {detail}",
        "leave it to one term, or list it under `risky:`",
    ),
    "form-none": ("warning", "has no form to be linked", "list its spellings under `forms:`"),
    "unknown-term": ("error", "is no term of the glossary{detail}", "correct the id"),
    "relation-one-way": (
        "warning",
        "is not answered: {detail}",
        "add it there, or take it out here",
    ),
    "relation-clash": (
        "warning",
        "is both {detail}",
        "keep one of the two",
    ),
    "relation-circle": ("error", "is broader than itself, through {detail}", "break the circle"),
    "unknown-work": (
        "error",
        "is no work in docs/_data/sources.yml{detail}",
        "correct the id or add the work",
    ),
    "quote-not-found": (
        "error",
        "does not stand in the article{detail}",
        "quote it word for word",
    ),
    "quote-twice": (
        "error",
        "stands {detail} times in the article",
        "quote more words, so that the place is clear",
    ),
}
"""code -> severity, cause, remedy."""


def report(code: str, page: str, quote: str, detail: str = "") -> Problem:
    """A problem of the table, found in the front matter of a page."""
    severity, cause, remedy = CODES[code]
    return Problem(
        code,
        severity,
        page,
        "front matter",
        shorten(quote),
        cause.format(detail=detail),
        remedy.format(detail=detail),
    )


def glossary_problems(
    fronts: Mapping[str, Front], glossary: Glossary, works: Collection[str]
) -> list[Problem]:
    """Everything that front matter alone can tell, in the order of the pages."""
    found = [*_id_problems(fronts)]
    for term in glossary.terms.values():
        found += [*_page_problems(term), *_relation_problems(term, glossary)]
        found += [_unknown_work(term, work, works) for work in term.works if work not in works]
    return [*found, *_form_problems(glossary)]


# --- pages ----------------------------------------------------------------------------------------


def _id_problems(fronts: Mapping[str, Front]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for path, front in term_pages(fronts):
        term_id = str(data_of(front).get("id") or "")
        known = first.setdefault((term_id, language_of(path)), path)
        if not term_id:
            yield report("term-without-id", path, str(front.get("title") or path))
        elif known != path:
            yield report("term-id-twice", path, f"id: {term_id}", known)


def _page_problems(term: Term) -> Iterator[Problem]:
    page = page_of(term)
    for language in LANGUAGES:
        if language not in term.faces:
            yield report("term-one-language", page, f"id: {term.id}", language)
    if term.school not in SCHOOLS:
        yield report("unknown-school", page, f"school: {term.school}", ", ".join(SCHOOLS))
    for face in term.faces.values():
        if not face.definition:
            yield report("term-without-definition", face.path, face.name)
        if not face.linked:
            yield report("form-none", face.path, face.name)


def page_of(term: Term) -> str:
    """The page that carries a term's language-neutral data."""
    return next(term.faces[name].path for name in LANGUAGES if name in term.faces)


# --- forms ----------------------------------------------------------------------------------------


def _form_problems(glossary: Glossary) -> Iterator[Problem]:
    for language in LANGUAGES:
        owners: dict[str, str] = {}
        for term, face in glossary.listed(language):
            for form in face.linked:
                owner = owners.setdefault(fold_form(form), term.id)
                if owner != term.id:
                    yield report("form-twice", face.path, form, owner)


# --- relations ------------------------------------------------------------------------------------


def _relation_problems(term: Term, glossary: Glossary) -> Iterator[Problem]:
    page = page_of(term)
    for relation, other in _links(term):
        quote = f"{relation}: {other}"
        target = glossary.terms.get(other)
        if target is None:
            yield report("unknown-term", page, quote, suggested(other, glossary.terms))
        elif other != term.id and term.id not in target.to(INVERSE[relation]):
            missing = f"{other} does not name {term.id} as `{INVERSE[relation]}`"
            yield report("relation-one-way", page, quote, missing)
    yield from _clashes(term, page, glossary)


def _links(term: Term) -> Iterator[tuple[str, str]]:
    return ((relation, other) for relation in RELATIONS for other in term.to(relation))


def _clashes(term: Term, page: str, glossary: Glossary) -> Iterator[Problem]:
    """SKOS: what is broader at any distance is not also related, and nothing is above itself."""
    above = _above(term, glossary)
    for kind in ("related", "contrasts"):
        for other in term.to(kind):
            if other in above or term.id in _above(glossary.terms.get(other), glossary):
                yield report("relation-clash", page, f"{kind}: {other}", f"{kind} and broader")
    for other in sorted(set(term.to("related")) & set(term.to("contrasts"))):
        yield report("relation-clash", page, other, "related and contrasts")
    if term.id in above or any(term.id in term.to(relation) for relation in RELATIONS):
        yield report("relation-circle", page, term.id, ", ".join(sorted(above)) or term.id)


def _above(term: Term | None, glossary: Glossary) -> set[str]:
    """The ids of all broader terms, at any distance."""
    found: set[str] = set()
    waiting = list(term.to("broader")) if term else []
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += glossary.terms[here].to("broader") if here in glossary.terms else ()
    return found


# --- works ----------------------------------------------------------------------------------------


def _unknown_work(term: Term, work: str, works: Collection[str]) -> Problem:
    return report("unknown-work", page_of(term), work, suggested(work, works))


def suggested(wrong: str, known: Iterable[str], most: int = 3) -> str:
    """The nearest known ids, for the end of a message: "; did you mean a, b?", or nothing."""
    near = sorted((_far(wrong, other), other) for other in known)
    names = [other for far, other in near if far <= max(1, len(wrong) // 4)][:most]
    return f" (did you mean {', '.join(names)}?)" if names else ""


def _far(one: str, two: str) -> int:
    if one and (two.startswith(one) or one.startswith(two)):
        return 0
    return distance(one, two, max(1, len(one) // 4))


# --- quotations -----------------------------------------------------------------------------------


def quote_problems(face: Face, paragraphs: Sequence[str]) -> list[Problem]:
    """A quotation stands once in the article of its language, given its paragraphs."""
    counts = [(quote, len(places(quote, paragraphs))) for quote in face.quotes]
    missing = [report("quote-not-found", face.path, q) for q, n in counts if n == 0]
    several = [report("quote-twice", face.path, q, str(n)) for q, n in counts if n > 1]
    return missing + several


def places(quote: str, paragraphs: Sequence[str]) -> list[int]:
    """The index of the paragraph of every occurrence of a quotation."""
    wanted = plain_quote(quote)
    if not wanted:
        return []
    counts = [plain_quote(paragraph).count(wanted) for paragraph in paragraphs]
    return [k for k, count in enumerate(counts) for _ in range(count)]


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "‑": "-"})


def plain_quote(text: str) -> str:
    """Text as quotations are compared: NFC, straight quotation marks, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_STRAIGHT).split())

"""What can be wrong with annotations: every message in one table, every rule a short function.

Whether a quotation stands in its article is known only once the article is read: see `annotating`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .annotations import (
    JUDGING,
    KINDS,
    MOTIVATIONS,
    VERDICTS,
    Annotated,
    Annotation,
    entries_of,
    is_annotated,
    read_annotated,
)
from .authorfields import annotation_field_problems
from .citekeys import CODES as CITING
from .model import Problem, Severity
from .termchecks import CODES as TERMS
from .termchecks import suggested
from .text import shorten

CODES: dict[str, tuple[Severity, str, str]] = {
    "annotations-file": (
        "error",
        "does not name an article and list annotations",
        "write `article:` and `annotations:`",
    ),
    "annotated-article": (
        "error",
        "is no page with `kind: article`",
        "correct the path, from docs/",
    ),
    "annotation-without-id": ("error", "has no id", "write `id:`"),
    "annotation-id": (
        "error",
        "is not made of small letters, digits and hyphens",
        "write it so; it is an address",
    ),
    "annotation-id-twice": ("error", "is the id of two annotations", "choose another for one"),
    "unknown-kind": ("error", "is no kind of annotation", "choose one of {detail}"),
    "unknown-verdict": ("error", "is no verdict", "choose one of {detail}"),
    "verdict-missing": ("error", "states no verdict", "choose one of {detail}"),
    "verdict-needless": ("error", "stands on a kind that judges nothing", "take it out"),
    "unknown-motivation": (
        "error",
        "is no motivation of the Web Annotation Vocabulary{detail}",
        "correct it, or leave it out",
    ),
    "claim-twice": ("error", "is checked by two annotations: {detail}", "leave it to one"),
    "annotation-one-language": (
        "error",
        "has no {detail}",
        "write it: both languages say the same",
    ),
    "unknown-event": ("error", "is no event of the timeline{detail}", "correct the id"),
    "annotation-short": ("info", "has {detail} words", "30 to 90 are meant"),
    "annotation-long": ("info", "has {detail} words", "30 to 90 are meant; keep to one thought"),
}
"""code -> severity, cause, remedy."""

_SHARED: dict[str, tuple[Severity, str, str]] = {
    "unknown-source": ("error", *CITING["unknown-source"]),
    "unknown-term": TERMS["unknown-term"],
    "quote-not-found": (
        "error",
        "does not stand in {detail}",
        "quote it word for word ([-…-] stands only in the quotation, {{+…+}} only in the article)",
    ),
    "quote-twice": (
        "error",
        "stands in {detail}",
        "give `prefix:` or `suffix:`, or quote more words",
    ),
}
"""Codes that other parts of the site report too."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CITATION = re.compile(r"\[[^\]@]*@[^\]]*\]")
_WORD = re.compile(r"\w[\w’'-]*")
_SHORTEST, _LONGEST = 30, 90


@dataclass(frozen=True, slots=True)
class Known:
    """What annotations may name: articles with their languages, works, terms, events."""

    articles: Mapping[str, Collection[str]] = field(default_factory=dict)
    works: Collection[str] = ()
    terms: Collection[str] = ()
    events: Collection[str] | None = None  # None: there is no timeline to look in


def report(code: str, file: str, place: str, quote: str, detail: str = "") -> Problem:
    """A problem of the table, found in a file of annotations."""
    severity, cause, remedy = (CODES | _SHARED)[code]
    said, next_step = cause.format(detail=detail), remedy.format(detail=detail)
    return Problem(code, severity, file, place, shorten(quote), said, next_step)


def place_of(annotation_id: str) -> str:
    """How messages name an annotation."""
    return f"annotation {annotation_id}"


def read_annotations(
    files: Mapping[str, object], known: Known
) -> tuple[list[Annotated], list[Problem]]:
    """The annotations of every file, and all that is wrong with them."""
    made: list[Annotated] = []
    problems: list[Problem] = []
    for file, raw in files.items():
        if not isinstance(raw, Mapping) or not is_annotated(raw):
            problems.append(report("annotations-file", file, "file", str(raw)))
            continue
        typed = read_annotated(file, raw)
        problems += [*annotation_field_problems(file, raw), *entry_problems(file, raw)]
        problems += annotation_problems(typed, known)
        sound = tuple(_with_known_works(one, known) for one in typed.annotations)
        made.append(replace(typed, annotations=sound))
    return made, problems


def _with_known_works(annotation: Annotation, known: Known) -> Annotation:
    """A work that nobody knows has been reported, and is left out of the page."""
    return replace(annotation, sources=tuple(s for s in annotation.sources if s in known.works))


def entry_problems(file: str, raw: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with entries as they were typed, in their order."""
    seen: set[str] = set()
    for number, entry in enumerate(entries_of(raw), 1):
        name = str(entry.get("id") or "")
        if not name:
            yield report("annotation-without-id", file, f"entry {number}", _summary(entry))
            continue
        if name in seen:
            yield report("annotation-id-twice", file, place_of(name), name)
        seen.add(name)
        yield from _typed_problems(file, name, entry)


def _summary(entry: Mapping[str, Any]) -> str:
    return ", ".join(f"{key}: {value}" for key, value in entry.items()) or "-"


def _typed_problems(file: str, name: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    place = place_of(name)
    kind, verdict = str(entry.get("kind") or ""), str(entry.get("verdict") or "")
    if not _ID.fullmatch(name):
        yield report("annotation-id", file, place, name)
    if kind not in KINDS:
        yield report("unknown-kind", file, place, f"kind: {kind}", ", ".join(KINDS))
    elif verdict and kind not in JUDGING:
        yield report("verdict-needless", file, place, f"verdict: {verdict}")
    elif verdict and verdict not in VERDICTS:
        yield report("unknown-verdict", file, place, f"verdict: {verdict}", ", ".join(VERDICTS))
    elif not verdict and (kind == "fact-check" or entry.get("claim")):
        yield report("verdict-missing", file, place, name, ", ".join(VERDICTS))


# --- what they name -------------------------------------------------------------------------------


def annotation_problems(made: Annotated, known: Known) -> Iterator[Problem]:
    """What is wrong with the annotations of an article, given what the site knows."""
    languages = known.articles.get(made.article)
    if languages is None:
        yield report("annotated-article", made.file, "article", made.article)
        return
    yield from _claim_problems(made)
    for annotation in made.annotations:
        yield from _language_problems(made.file, annotation, languages)
        yield from _name_problems(made.file, annotation, known)
        yield from _length_problems(made.file, annotation)


def _claim_problems(made: Annotated) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for annotation in made.annotations:
        owner = first.setdefault(annotation.claim, annotation.id)
        if annotation.claim and owner != annotation.id:
            both = f"{owner}, {annotation.id}"
            place = place_of(annotation.id)
            yield report("claim-twice", made.file, place, f"claim: {annotation.claim}", both)


def _language_problems(
    file: str, annotation: Annotation, languages: Collection[str]
) -> Iterator[Problem]:
    parts = {"exact": annotation.targets, "title": annotation.titles, "body": annotation.bodies}
    for name, given in parts.items():
        for language in languages:
            if language not in given:
                missing = f"`{name}` in the language “{language}”"
                place = place_of(annotation.id)
                yield report("annotation-one-language", file, place, annotation.id, missing)


def _name_problems(file: str, annotation: Annotation, known: Known) -> Iterator[Problem]:
    place, motive = place_of(annotation.id), annotation.motivation
    if motive and motive not in MOTIVATIONS:
        near = suggested(motive, MOTIVATIONS)
        yield report("unknown-motivation", file, place, f"motivation: {motive}", near)
    named = (
        ("unknown-source", annotation.sources, known.works),
        ("unknown-term", annotation.terms, known.terms),
        ("unknown-event", annotation.events, known.events),
    )
    for code, ids, all_ids in named:
        if all_ids is not None:
            unknown = (one for one in ids if one not in all_ids)
            yield from (report(code, file, place, u, suggested(u, all_ids)) for u in unknown)


def _length_problems(file: str, annotation: Annotation) -> Iterator[Problem]:
    for language, body in annotation.bodies.items():
        count = len(_WORD.findall(_CITATION.sub("", body)))
        if not _SHORTEST <= count <= _LONGEST:
            code = "annotation-short" if count < _SHORTEST else "annotation-long"
            place = f"{place_of(annotation.id)} ({language})"
            yield report(code, file, place, body, str(count))

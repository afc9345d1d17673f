"""Stand-off annotations as data: docs/_data/annotations/<article>.yml read into records.

They follow the W3C Web Annotation Data Model: a target that is quoted, a motivation, a body. The
article itself stays free of marks. Each annotation speaks both languages and has one id for ever.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .bilingual import LANGUAGES
from .quotes import Selector
from .terms import texts

FOLDER = "_data/annotations"

MOTIVATION = {
    "context": "commenting",
    "fact-check": "assessing",
    "theory": "commenting",
    "language": "editing",
    "source": "assessing",
}
"""Kind of an annotation -> its motivation, unless it names another; in the order of the page."""

KINDS = tuple(MOTIVATION)

JUDGING = ("fact-check", "source")
"""Kinds that may carry a verdict; a fact check must."""

VERDICTS = ("accurate", "imprecise", "translation-slip", "unsupported", "not-verifiable")

MOTIVATIONS = frozenset(
    "assessing bookmarking classifying commenting describing editing highlighting identifying "
    "linking moderating questioning replying tagging".split()
)
"""The motivations of the Web Annotation Vocabulary."""

Words: TypeAlias = Mapping[str, str]
"""The same in each language."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One remark on some words of an article; what is not given is empty."""

    id: str
    kind: str
    verdict: str = ""
    claim: str = ""
    motivation: str = ""
    targets: Mapping[str, Selector] = field(default_factory=dict)
    titles: Words = field(default_factory=dict)
    bodies: Words = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    def speaks(self, language: str) -> bool:
        """Whether it has its quotation, its title and its text in a language."""
        return all(language in part for part in (self.targets, self.titles, self.bodies))

    @property
    def purpose(self) -> str:
        """Its motivation, given or by its kind."""
        return self.motivation or MOTIVATION[self.kind]


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotations of one article: the file they stand in, the article, and all of them."""

    file: str
    article: str
    annotations: tuple[Annotation, ...] = ()

    @property
    def claims(self) -> dict[str, str]:
        """Every claim that was checked, with its verdict."""
        return {a.claim: a.verdict for a in self.annotations if a.claim}


def is_annotated(raw: object) -> bool:
    """Whether a file names an article and lists annotations."""
    return (
        isinstance(raw, Mapping)
        and bool(raw.get("article"))
        and isinstance(raw.get("annotations"), list | None)
    )


def read_annotated(file: str, raw: Mapping[str, Any]) -> Annotated:
    """The annotations of a file that can be placed at all; `annchecks` reports the others."""
    entries = entries_of(raw)
    known = (entry for entry in entries if entry.get("id") and entry.get("kind") in KINDS)
    first = {str(entry["id"]): entry for entry in reversed(list(known))}
    ordered = [entry for entry in entries if first.get(str(entry.get("id"))) is entry]
    return Annotated(file, str(raw["article"]), tuple(map(_annotation, ordered)))


def entries_of(raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The entries of a file as mappings; what is none is an entry without anything."""
    listed: Sequence[object] = raw.get("annotations") or []
    return [entry if isinstance(entry, Mapping) else {} for entry in listed]


def _annotation(entry: Mapping[str, Any]) -> Annotation:
    verdict = str(entry.get("verdict") or "")
    target = entry.get("target")
    return Annotation(
        str(entry["id"]),
        str(entry["kind"]),
        verdict if verdict in VERDICTS and entry["kind"] in JUDGING else "",
        str(entry.get("claim") or ""),
        str(entry.get("motivation") or ""),
        dict(_selectors(target if isinstance(target, Mapping) else {})),
        words_of(entry.get("title")),
        words_of(entry.get("body")),
        texts(entry.get("sources")),
        texts(entry.get("events")),
        texts(entry.get("terms")),
    )


def _selectors(target: Mapping[str, Any]) -> Iterator[tuple[str, Selector]]:
    for language in LANGUAGES:
        quoted = target.get(language)
        parts = quoted if isinstance(quoted, Mapping) else {}
        if parts.get("exact"):
            given = (str(parts.get(key) or "") for key in ("exact", "prefix", "suffix"))
            yield language, Selector(*given)


def words_of(value: object) -> Words:
    """The texts of each language, those that are there."""
    given = value if isinstance(value, Mapping) else {}
    return {name: str(given[name]) for name in LANGUAGES if given.get(name)}

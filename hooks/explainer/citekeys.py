"""Citations by key in running text, as Pandoc writes them: `[@waltz-1979, 88; see @walt-1987]`.

Each becomes a linked author-year reference in the language of the page; the works they name are
listed at the end of the page, before its footnotes, with ways back to every citing place.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .bibliography import Bibliography
from .elements import element, from_run
from .model import Problem
from .notetext import heading_text
from .termchecks import suggested
from .text import shorten
from .words import WORDS

_CLUSTER = re.compile(r"\[((?:[^\[\]@]{0,60}[\s-])?@[^\[\]]{1,400})\]")
_PART = re.compile(
    r"(?P<prefix>[^@]*?)(?P<bare>-?)@(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)(?P<rest>.*)", re.DOTALL
)
_NOT_HERE = ("code", "pre", "script", "style", "kbd", "samp")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Part:
    """One work inside the brackets: `see @key, 88` is prefix, key and locator."""

    key: str
    prefix: str = ""
    locator: str = ""
    bare: bool = False  # `-@key`: the sentence names the author itself


@dataclass(frozen=True, slots=True)
class Citing:
    """One place that cites a work: the id to jump to, and the name of the place for a reader."""

    key: str
    id: str
    place: str


@dataclass(slots=True)
class Cited:
    """What the citations of one page come to."""

    citings: list[Citing] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_cluster(inside: str) -> tuple[Part, ...] | None:
    """The parts between the brackets; None when they are no citation."""
    parts = [_read_part(text.strip()) for text in inside.split(";")]
    return None if None in parts else tuple(part for part in parts if part)


def _read_part(text: str) -> Part | None:
    found = _PART.fullmatch(text)
    if not found:
        return None
    prefix, rest = " ".join(found["prefix"].split()), " ".join(found["rest"].split())
    if rest and rest[0] not in ",:":
        return None
    return Part(found["key"], prefix, rest.lstrip(",: "), bool(found["bare"]))


def rewrite_citations(root: Element, language: str, works: Bibliography) -> Cited:
    """Replace every citation in the tree, in place."""
    writer = _Writer(language, works)
    writer.visit(root)
    return Cited(writer.citings, writer.problems)


def lead_to(root: Element, page: str) -> None:
    """Let the citations of a page lead to another page, which lists the works."""
    for link in root.iter("a"):
        if link.get("role") == "doc-biblioref":
            link.set("href", f"{page}{link.get('href', '')}")


def keys_in(text: str) -> set[str]:
    """The keys that a text cites."""
    parts = (part for found in _CLUSTER.finditer(text) for part in read_cluster(found[1]) or ())
    return {part.key for part in parts}


class _Writer:
    """Walks the tree once in reading order and knows where it stands."""

    def __init__(self, language: str, works: Bibliography) -> None:
        self.language = language
        self.words = WORDS[language]
        self.works = works
        self.citings: list[Citing] = []
        self.counts: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.place = self.words["top"]
        self.note = ""  # the id of the note or event the walk is in, if it is in one
        self.annotation = ""  # the id of the annotation the walk is in: its author knows it by that
        self.copy = False  # in a preview: no ids, and nothing is recorded
        self.listing = False  # in a line of works: no brackets around them

    def visit(self, holder: Element) -> None:
        """Rewrite the texts of an element and of all below it."""
        if holder.tag in _NOT_HERE:
            return
        outside = self.note, self.annotation, self.copy, self.place
        self._enter(holder)
        children = list(holder)
        self._replace(holder, None)
        for child in children:
            self.visit(child)
            self._replace(holder, child)
        self.note, self.annotation, self.copy, place = outside
        if "ex-ann" in holder.get("class", "").split():
            self.place = place

    def _enter(self, holder: Element) -> None:
        classes = holder.get("class", "").split()
        if "ex-event" in classes:
            self.note = holder.get("id", "")
        elif "ex-event__title" in classes:
            self.place = self.words["event"].format(title=heading_text(holder, []))
        elif holder.tag in _HEADINGS:
            self.place = self.words["section"].format(heading=heading_text(holder, []))
        elif "ex-par" in classes:
            number = holder.get("id", "").removeprefix("p-")
            self.place = self.words["paragraph"].format(p=number)
        elif "ex-notes__item" in classes:
            self.note = holder.get("id", "")
            self.place = self.words["footnote"].format(n=holder.get("value", ""))
        elif "ex-preview" in classes:
            self.copy = True
        elif "ex-ann" in classes:
            self.annotation = holder.get("id", "").removeprefix("n-")
            self.note = f"a-{self.annotation}"
            self.place = self.words["annotation"].format(n=holder.get("data-n", ""))

    def _replace(self, holder: Element, after: Element | None) -> None:
        """The text at the start of an element, or behind one of its children, made anew."""
        text = (holder.text if after is None else after.tail) or ""
        if "@" not in text:
            return
        self.listing = "ex-ann__sources" in holder.get("class", "").split()
        first, *made = self._pieces(text)
        if after is None:
            holder.text = first.tail
        else:
            after.tail = first.tail
        place = 0 if after is None else list(holder).index(after) + 1
        holder[place:place] = made

    def _pieces(self, text: str) -> list[Element]:
        """The text cut at its citations: each piece carries the text behind it as its tail."""
        pieces = [element("")]
        done = 0
        for found in _CLUSTER.finditer(text):
            made = self._cluster(found[0], found[1])
            if made is not None:
                pieces[-1].tail = text[done : found.start()]
                pieces.append(made)
                done = found.end()
        pieces[-1].tail = text[done:]
        return pieces

    def _cluster(self, whole: str, inside: str) -> Element | None:
        parts = read_cluster(inside)
        unknown = [part.key for part in parts or () if part.key not in self.works.sources]
        if parts is None or unknown:
            if not self.copy:
                self.problems += self._faults(whole, unknown)
            return None
        works = [piece for part in parts for piece in (*self._part(part), "; ")][:-1]
        content = works if self.listing else ["(", *works, ")"]
        return element("span", {"class": "ex-cite"}, *content)

    def _faults(self, whole: str, unknown: list[str]) -> list[Problem]:
        place = f"annotation {self.annotation}" if self.annotation else self.place
        if not unknown:
            return [_problem("bad-citation", place, whole)]
        known = self.works.sources
        return [
            _problem("unknown-source", place, f"@{key}", suggested(key, known)) for key in unknown
        ]

    def _part(self, part: Part) -> list[Element | str]:
        write = self.works.year if part.bare else self.works.label
        runs = write(part.key, self.language)
        attributes = {"role": "doc-biblioref", "href": f"#ref-{part.key}"}
        if not self.copy:
            attributes["id"] = self._record(part.key)
        link = element("a", attributes, *(from_run(run) for run in runs))
        before = [f"{part.prefix} "] if part.prefix else []
        return [*before, link, *([f", {part.locator}"] if part.locator else [])]

    def _record(self, key: str) -> str:
        """The id of a citation in the text; in a note or event, that is the place to go back to."""
        self.counts[key] += 1
        made = "" if self.note else f"cite-{key}-{self.counts[key]}"
        self.citings.append(Citing(key, self.note or made, self.place))
        return made


CODES = {
    "unknown-source": (
        "is no work in docs/_data/sources.yml{detail}",
        "correct the key or add the work",
    ),
    "bad-citation": (
        "looks like a citation but can’t be read",
        "write [@key, locator; @key]",
    ),
}
"""code -> cause, remedy; both are errors."""


def _problem(code: str, place: str, quote: str, detail: str = "") -> Problem:
    cause, remedy = CODES[code]
    return Problem(code, "error", "", place, shorten(quote), cause.format(detail=detail), remedy)

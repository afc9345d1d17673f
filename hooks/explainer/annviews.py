"""How annotations look: the rows beside a part of the article, and the note each of them opens.

A note is one element everywhere: a native popover, opened by the number in the text or by its row;
where the reader wants all notes in full, and in print, the same element simply stands in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeAlias
from xml.etree.ElementTree import Element

from .annotations import Annotation
from .annwords import ANN
from .citefiles import TEXT, entry_paths
from .citekeys import keys_in
from .edtf import date_in_words
from .elements import between, element, flag
from .icons import icon
from .passages import Part
from .terms import Glossary
from .termviews import relative
from .words import WORDS

Prose: TypeAlias = Callable[[str], list[Element]]
"""Markdown of a data file as elements."""


class Happening(Protocol):
    """An event of the timeline, as far as a note shows it."""

    @property
    def date(self) -> str:
        """Its date in EDTF."""

    @property
    def titles(self) -> Mapping[str, str]:
        """Its title in each language."""


class Chronicle(Protocol):
    """The timeline, as far as annotations need it."""

    @property
    def events(self) -> Mapping[str, Happening]:
        """Every event by its id."""

    def page(self, language: str) -> str:
        """The path of the timeline's page in a language, or nothing."""


class NoTimeline:
    """A site without a timeline."""

    def __init__(self) -> None:
        self.events: Mapping[str, Happening] = {}

    def page(self, _language: str) -> str:
        """No page in any language."""
        return ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation with its number on the page, and the part of the article it belongs to."""

    annotation: Annotation
    number: int
    part: Part

    @property
    def id(self) -> str:
        """The id of the annotation."""
        return self.annotation.id

    @property
    def style(self) -> str:
        """The class that its colour on the page follows, and the switch of its kind."""
        return f"ex-k--{self.annotation.kind}"


def by_place(order: Iterable[Placed]) -> Iterator[list[Placed]]:
    """The notes of a page that stand together: on one part, or on any of the footnotes."""
    places = groupby(order, key=lambda one: None if one.part.kind == "note" else one.part.element)
    return ([*notes] for _, notes in places)


def plain_prose(text: str) -> list[Element]:
    """The text as one paragraph, where no Markdown is at hand."""
    return [element("p", {}, text)]


def judged(annotation: Annotation, language: str) -> str:
    """Kind and verdict in words: "cek fakta, tepat"."""
    words = ANN[language]
    verdict = f", {words[annotation.verdict]}" if annotation.verdict else ""
    return f"{words[annotation.kind].lower()}{verdict}"


def label(placed: Placed, language: str) -> str:
    """The name of a marker: number, kind, verdict."""
    number = ANN[language]["note"].format(n=placed.number)
    return f"{number}: {judged(placed.annotation, language)}"


def sign(annotation: Annotation, language: str) -> Element:
    """The drawing for a note, where no word stands beside it: of its verdict, else of its kind."""
    name = annotation.verdict or annotation.kind
    style = f"ex-v--{annotation.verdict}" if annotation.verdict else ""
    return icon(name, style, ANN[language][name])


def number(placed: Placed) -> Element:
    """The number of a note, in its colour."""
    return element("b", {"class": "ex-n"}, str(placed.number))


class AnnotationViews:
    """The elements of the annotations of one page in one language."""

    def __init__(
        self, language: str, path: str, glossary: Glossary, timeline: Chronicle, prose: Prose
    ) -> None:
        self.language = language
        self.path = path
        self.glossary = glossary
        self.timeline = timeline
        self.prose = prose
        self.words = ANN[language]

    def glosses(self, placed: Sequence[Placed]) -> Element:
        """All that stands beside one part of the article."""
        part = placed[0].part
        name = self.words[f"on-{part.kind}"].format(n=part.name)
        held = [self._gloss(one) for one in placed]
        return element("aside", {"class": "ex-glosses", "aria-label": name}, *held)

    def _gloss(self, placed: Placed) -> Element:
        held = self._row(placed), self._note(placed)
        return element("div", {"class": f"ex-gloss {placed.style}"}, *held)

    def _row(self, placed: Placed) -> Element:
        """The note in one line: what stands in the margin until the note is opened."""
        attributes = {"type": "button", "class": "ex-gloss__row", "popovertarget": f"n-{placed.id}"}
        title = element("span", {}, self._title(placed))
        return element(
            "button", attributes, number(placed), sign(placed.annotation, self.language), title
        )

    def _title(self, placed: Placed) -> str:
        return placed.annotation.titles[self.language]

    # --- the note ---------------------------------------------------------------------------------

    def _note(self, placed: Placed) -> Element:
        one = placed.annotation
        attributes = {
            "class": "ex-ann",
            "id": f"n-{one.id}",
            "data-n": str(placed.number),
            "role": "note",
            "popover": "auto",
            "aria-label": self.words["note"].format(n=placed.number),
        }
        quoted = element("q", {}, " ".join(one.targets[self.language].exact.split()))
        return element(
            "section",
            attributes,
            self._head(placed),
            element("p", {"class": "ex-ann__title"}, element("strong", {}, self._title(placed))),
            flag(element("p", {"class": "ex-ann__quote"}, quoted), "data-search-exclude"),
            element("div", {"class": "ex-ann__body"}, *self.prose(one.bodies[self.language])),
            *self._links(one),
            self._tools(placed),
        )

    def _head(self, placed: Placed) -> Element:
        one = placed.annotation
        close = {
            "type": "button",
            "class": "ex-preview__close",
            "popovertarget": f"n-{one.id}",
            "popovertargetaction": "hide",
            "aria-label": WORDS[self.language]["close"],
        }
        parts = [number(placed), *self._judged(one), element("button", close, "×")]
        head = element("p", {"class": "ex-ann__head"}, *parts)
        return flag(head, "data-search-exclude")

    def _judged(self, one: Annotation) -> Iterator[Element]:
        """Kind and verdict; what counts more of them has the drawing."""
        drawn = [] if one.verdict else [icon(one.kind)]
        yield element("span", {"class": "ex-ann__kind"}, *drawn, self.words[one.kind])
        if one.verdict:
            names = {"class": f"ex-ann__verdict ex-v--{one.verdict}"}
            yield element("span", names, icon(one.verdict), self.words[one.verdict])

    def _links(self, one: Annotation) -> list[Element]:
        """Works that the text does not cite by itself, events, terms: a line for each."""
        cited = keys_in(one.bodies[self.language])
        keys = "; ".join(f"@{key}" for key in one.sources if key not in cited)
        lines: list[tuple[str, list[Element | str]]] = [
            ("sources", [f"[{keys}]"] if keys else []),
            ("events", [*self._events(one.events)]),
            ("terms", [*self._terms(one.terms)]),
        ]
        return [self._line(name, links) for name, links in lines if links]

    def _line(self, name: str, links: Iterable[Element | str]) -> Element:
        """A label, and behind it the links, each on its own where it needs the room."""
        shown = element("span", {"class": "ex-ann__label"}, self.words[name])
        parts = between(links, "; ")
        return element("p", {"class": f"ex-ann__links ex-ann__{name}"}, shown, " ", *parts)

    def _events(self, ids: Iterable[str]) -> Iterable[Element]:
        page = self.timeline.page(self.language)
        for event_id in ids if page else ():
            event = self.timeline.events.get(event_id)
            if event:
                day = date_in_words(event.date, self.language)
                text = f"{day}: {event.titles.get(self.language, event_id)}"
                yield element("a", {"href": f"{relative(page, self.path)}#{event_id}"}, text)

    def _terms(self, ids: Iterable[str]) -> Iterable[Element]:
        for face in (self.glossary.face(term_id, self.language) for term_id in ids):
            if face:
                yield element("a", {"href": relative(face.path, self.path)}, face.name)

    def _tools(self, placed: Placed) -> Element:
        """The address of the note, and how to cite it; a script adds ways to its neighbours."""
        link = element("a", {"href": f"#a-{placed.id}"}, self.words["link"])
        file = relative(entry_paths(self.path, placed.id)[TEXT], self.path)
        cite = element("a", {"href": file}, self.words["cite"])
        return flag(
            element("p", {"class": "ex-ann__tools"}, link, " ", cite), "data-search-exclude"
        )

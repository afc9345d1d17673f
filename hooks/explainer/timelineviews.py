"""How an event looks: its date, title, marks, summary, facts, and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeAlias
from xml.etree.ElementTree import Element

from .edtf import date_in_words, date_pieces
from .elements import between, element, flag
from .terms import Glossary
from .termviews import relative
from .timeline import ARTICLE, Event, Timeline, text_of, traits
from .timelinewords import LINE, name_of, target

Prose: TypeAlias = Callable[[str], list[Element]]
"""Markdown of a data file as elements."""

_CLUSTER = 360  # characters of a citation; those of citekeys end at 400


def icon(name: str) -> Element:
    """A picture of the page's own set, for eyes only."""
    use = element("use", {"href": f"#ex-i-{name}"})
    return element("svg", {"class": "ex-icon", "aria-hidden": "true"}, use)


def dated(date: str, language: str) -> list[Element | str]:
    """A date in words; each part of it that is exact stands in a `time`."""
    return [
        element("time", {"datetime": piece.datetime}, piece.text) if piece.datetime else piece.text
        for piece in date_pieces(date, language)
    ]


class EventViews:
    """The elements of the events on one page in one language."""

    def __init__(self, timeline: Timeline, glossary: Glossary, path: str, language: str) -> None:
        self.timeline = timeline
        self.glossary = glossary
        self.path = path
        self.language = language
        self.words = LINE[language]
        self.after = dict(pairwise(timeline.events))
        self.before = {later: earlier for earlier, later in self.after.items()}

    def item(self, event: Event, prose: Prose) -> Element:
        """An event as an item of the list; its id is the address of the event."""
        attributes = {"class": "ex-event"} | self._traits(event)
        made = element("li", attributes, *self._head(event), *self._body(event, prose))
        made.append(self.facts(event))
        made.append(self._near(event))
        return made

    def line(self, event: Event | None, prose: Prose) -> Element:
        """The day of the article, between what had happened and what came after."""
        date = self.timeline.published
        shown = event or Event(ARTICLE, date, {})
        attributes = {"class": "ex-event ex-event--line"} | self._traits(shown)
        head = element("p", {"class": "ex-event__date ex-made"}, *dated(date, self.language))
        title = self._title(ARTICLE, self.words["published"])
        body = self._body(event, prose) if event else []
        made = element("li", attributes, head, title, *body, self._switches())
        if event:
            made.extend([self.facts(event), self._near(event)])
        return made

    def _traits(self, event: Event) -> dict[str, str]:
        """What the filters and the address need to know of an event."""
        held = {f"data-{name}": value for name, value in traits(event, self.timeline).items()}
        return held | {"id": event.id, "data-year": str(event.year)}

    def _switches(self) -> Element:
        """Links that show one side only; they are addresses, so no script is needed."""
        links = [
            element("a", {"href": f"#{target(self.language, 'when', side)}"}, self.words[key])
            for side, key in (("before", "show-before"), ("after", "show-after"))
        ]
        made = element("p", {"class": "ex-event__sides ex-made"}, *between(links, " "))
        return flag(made, "data-search-exclude")

    # --- head -------------------------------------------------------------------------------------

    def _head(self, event: Event) -> list[Element]:
        title = self.title(event)
        said = self.words["permalink"].format(title=title)
        link = {"class": "ex-event__link", "href": f"#{event.id}", "aria-label": said}
        date = dated(event.date, self.language)
        line = element(
            "p", {"class": "ex-event__date ex-made"}, *date, " ", element("a", link, "#")
        )
        return [line, self._title(event.id, title), self._marks(event)]

    def _title(self, event_id: str, title: str) -> Element:
        return element("h3", {"class": "ex-event__title", "id": f"t-{event_id}"}, title)

    def title(self, event: Event) -> str:
        """The title in the language of the page."""
        return text_of(event.titles, self.language)

    def _marks(self, event: Event) -> Element:
        """Theme, track and certainty: each a picture and a word."""
        kinds = ("theme", event.theme), ("track", event.track), ("certainty", event.certainty)
        marks = [self.mark(kind, key) for kind, key in kinds if key]
        if event.key:
            marks.append(self.mark("key", "key"))
        if event.needs_better_source:
            marks.append(element("span", {"class": "ex-mark ex-mark--weak"}, self.words["weak"]))
        return element("p", {"class": "ex-event__marks ex-made"}, *between(marks, " "))

    def mark(self, kind: str, key: str) -> Element:
        """A theme, track or certainty with its picture."""
        attributes = {"class": f"ex-mark ex-mark--{key}"}
        return element("span", attributes, icon(key), " ", name_of(kind, key, self.language))

    # --- body -------------------------------------------------------------------------------------

    def _body(self, event: Event, prose: Prose) -> list[Element]:
        summary = prose(text_of(event.summaries, self.language))
        note = prose(text_of(event.notes, self.language))
        if note and note[0].tag == "p":
            note[0].set("class", "ex-event__note")
            label = element("b", {}, self.words["note"])
            label.tail = f" {note[0].text or ''}"
            note[0].text = None
            note[0].insert(0, label)
        return [*summary, *note]

    def facts(self, event: Event) -> Element:
        """Who, which terms, which paragraphs of the article, which sources."""
        parts = [
            *self._fact("actors", self._actors(event)),
            *self._fact("terms", self._terms(event)),
            *self._fact("article", self._paragraphs(event)),
            *self._fact("sources", self._sources(event)),
        ]
        place = element("div", {"class": "ex-annotated"}, event.id)
        made = element("dl", {"class": "ex-event__facts ex-made"}, *parts, place)
        return flag(made, "data-search-exclude")

    def _fact(self, key: str, content: list[Element | str]) -> list[Element]:
        if not content:
            return []
        label = element("dt", {}, self.words[key])
        return [
            element("div", {"class": f"ex-event__{key}"}, label, " ", element("dd", {}, *content))
        ]

    def _actors(self, event: Event) -> list[Element | str]:
        return between((name_of("actor", who, self.language) for who in event.actors), ", ")

    def _terms(self, event: Event) -> list[Element | str]:
        faces = (self.glossary.face(term, self.language) for term in event.terms)
        return between(self._links((f.path, f.name) for f in faces if f), ", ")

    def _paragraphs(self, event: Event) -> list[Element | str]:
        article = self.timeline.articles.get(self.language)
        if not article:
            return []
        told = ((f"{article}#p-{n}", self.words["paragraph"].format(n=n)) for n in event.paragraphs)
        return between(self._links(told), ", ")

    def _links(self, pairs: Iterable[tuple[str, str]]) -> list[Element]:
        return [element("a", {"href": relative(path, self.path)}, name) for path, name in pairs]

    def _sources(self, event: Event) -> list[Element | str]:
        """Citations as an author types them: the step for citations links and lists them."""
        clusters = [""]
        for key in event.sources:
            longer = f"{clusters[-1]}; @{key}".removeprefix("; ")
            if len(longer) > _CLUSTER:
                clusters.append(f"@{key}")
            else:
                clusters[-1] = longer
        return (
            [" ".join(f"[{cluster}]" for cluster in clusters if cluster)] if event.sources else []
        )

    # --- ways on ----------------------------------------------------------------------------------

    def _near(self, event: Event) -> Element:
        pairs = ("before", self.before, "←"), ("after", self.after, "→")
        links = [
            self._neighbour(f"{side}-event", self.timeline.events[ids[event.id]], arrow)
            for side, ids, arrow in pairs
            if event.id in ids
        ]
        made = element("p", {"class": "ex-event__near ex-made"}, *between(links, " "))
        return flag(made, "data-search-exclude")

    def _neighbour(self, key: str, other: Event, arrow: str) -> Element:
        date = date_in_words(other.date, self.language)
        said = self.words[key].format(date=date, title=self.title(other))
        told = f"{arrow} {date}" if arrow == "←" else f"{date} {arrow}"
        return element("a", {"href": f"#{other.id}", "aria-label": said}, told)

"""How an event looks: its date, title, marks and summary, then what stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element

from .edtf import date_in_words, date_pieces
from .elements import between, element, flag
from .terms import Glossary
from .timeline import ARTICLE, CERTAINTIES, SIDES, Event, Timeline, text_of, traits
from .timelinefacts import Facts
from .timelinewords import LINE, name_of, target

Prose: TypeAlias = Callable[[str], list[Element]]
"""Markdown of a data file as elements."""


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
        self.language = language
        self.words = LINE[language]
        self.facts = Facts(timeline, glossary, path, language)

    def item(self, event: Event, prose: Prose) -> Element:
        """An event as an item of the list; its id is the address of the event."""
        attributes = {"class": "ex-event"} | self._traits(event)
        title = self._title(self.title(event))
        head = [self._date(event.date, event.id), title, self._marks(event)]
        return self._item(attributes, head, self._body(event, prose))

    def line(self, event: Event | None, prose: Prose) -> Element:
        """The day of the article, between what had happened and what came after."""
        date = self.timeline.published
        shown = event or Event(ARTICLE, date, {})
        attributes = {"class": "ex-event ex-event--line"} | self._traits(shown)
        title = self._title(self.words["published"])
        head = [self._date(date, ARTICLE), title, self._switches()]
        return self._item(attributes, head, self._body(event, prose) if event else [])

    def _item(
        self, attributes: dict[str, str], head: list[Element], body: list[Element]
    ) -> Element:
        """Two parts, which wide screens put side by side; narrow ones lay them out when near."""
        top = element("div", {"class": "ex-event__head"}, *head)
        rest = [element("div", {"class": "ex-event__body"}, *body)] if body else []
        whole = element("div", {"class": "ex-event__whole"}, top, *rest)
        return element("li", attributes, whole)

    def _traits(self, event: Event) -> dict[str, str]:
        """What the filters and the address need to know of an event."""
        held = {f"data-{name}": value for name, value in traits(event, self.timeline).items()}
        return held | {"id": event.id, "data-year": str(event.year)}

    def _switches(self) -> Element:
        """Links that show one side only; they are addresses, so no script is needed."""
        after = sum(map(self.timeline.is_after, self.timeline.events.values()))
        counts = dict(zip(SIDES, (len(self.timeline.events) - after, after), strict=True))
        links = [
            element("a", {"href": f"#{target(self.language, 'when', side)}"}, said.format(n=n))
            for side, n in counts.items()
            for said in [self.words[f"show-{side}"]]
        ]
        made = element("p", {"class": "ex-event__sides ex-made"}, *between(links, " "))
        return flag(made, "data-search-exclude")

    # --- head -------------------------------------------------------------------------------------

    def _date(self, date: str, event_id: str) -> Element:
        """The date, which is also the address of the event as a link."""
        attributes = {"class": "ex-event__link", "href": f"#{event_id}"}
        link = element("a", attributes, *self._dated(date))
        return element("p", {"class": "ex-event__date ex-made"}, link)

    def _dated(self, date: str) -> list[Element | str]:
        """A date in words; of what began before the article and ended after it also "since …"."""
        told = dated(date, self.language)
        if not self.timeline.spans_article(date):
            return told
        begun = date_in_words(date.partition("/")[0], self.language)
        since = self.words["since"].format(date=begun)
        shown = element("span", {"class": "ex-event__span"}, *told)
        return [shown, element("span", {"class": "ex-event__since"}, since)]

    def _title(self, title: str) -> Element:
        return element("h3", {"class": "ex-event__title"}, title)

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
        """A note on doubts stands with the summary; any other one leads the details."""
        summary = prose(text_of(event.summaries, self.language))
        note = self._note("note", event.notes, prose) + self._note("later", event.later, prose)
        doubtful = event.certainty != CERTAINTIES[0] or event.needs_better_source
        seen, folded = (note, []) if doubtful else ([], note)
        place = self.facts.in_article(event)
        return [*summary, *seen, place, self.facts.folded(event, folded)]

    def _note(self, name: str, told: Mapping[str, str], prose: Prose) -> list[Element]:
        """A note, or what came later: the switch of what was known then hides that."""
        note = prose(text_of(told, self.language))
        if note and note[0].tag == "p":
            later = " ex-event__later" if name == "later" else ""
            note[0].set("class", f"ex-event__note{later}")
            label = element("b", {}, self.words[name])
            label.tail = f" {note[0].text or ''}"
            note[0].text = None
            note[0].insert(0, label)
        return note

"""The timeline as data: events in their order, the periods that hold them, the day of the article.

Reading keeps what can be shown and leaves every fault to `timelinechecks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from .bilingual import language_of
from .edtf import first_day, last_day, read_edtf
from .pagerecord import published_of
from .terms import texts

PATH = "_data/timeline.yml"
THEMES = ("diplomacy", "security", "economy", "sanctions", "war", "people")
TRACKS = ("moscow", "pyongyang", "joint")
CERTAINTIES = ("established", "reported", "contested")
SIDES = ("before", "after")
ARTICLE = "article-published"
"""The id of the event that is the publication of the article: the line between before and after."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its id is an address and never changes; its date is EDTF."""

    id: str
    date: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""
    track: str = ""
    actors: tuple[str, ...] = ()
    certainty: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, str] = field(default_factory=dict)  # what the article could not know
    needs_better_source: bool = False
    sources: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    key: bool = False

    @property
    def year(self) -> int:
        """The year in which it began, or could have begun first."""
        return first_day(self.date).year


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with a name and an introduction in Markdown; both ends are EDTF."""

    id: str
    start: str
    until: str
    titles: Mapping[str, str] = field(default_factory=dict)
    intros: Mapping[str, str] = field(default_factory=dict)

    def holds(self, event: Event) -> bool:
        """Whether an event begins within the period."""
        return first_day(self.start) <= first_day(event.date) <= last_day(self.until)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events by id, in their order; `pages` holds the page of the timeline in each language."""

    events: Mapping[str, Event] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    published: str = ""  # the day of the article
    coverage_until: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, str] = field(default_factory=dict)  # the article in each language

    def page(self, language: str) -> str:
        """The path of the timeline page, or nothing."""
        return self.pages.get(language, "") if self.events else ""

    def is_after(self, event: Event) -> bool:
        """Whether an event began after the article was published."""
        return bool(self.published) and first_day(event.date) > last_day(self.published)

    def spans_article(self, date: str) -> bool:
        """Whether an interval began before the article was published and ended after it."""
        told = "/" in date and bool(self.published)
        return told and first_day(date) <= last_day(self.published) < last_day(date)

    def groups(self) -> list[tuple[Period, list[Event]]]:
        """Each period with its events; those of no period are left to the checks."""
        found: list[tuple[Period, list[Event]]] = [(period, []) for period in self.periods]
        for event in self.events.values():
            held = next((events for period, events in found if period.holds(event)), None)
            if held is not None:
                held.append(event)
        return found

    def events_of_paragraph(self, number: int) -> list[Event]:
        """The events behind a paragraph of the article, earliest first."""
        return [event for event in self.events.values() if number in event.paragraphs]

    def paragraphs(self) -> list[int]:
        """The numbers of the paragraphs that have events."""
        return sorted({n for event in self.events.values() for n in event.paragraphs})

    def sources(self) -> Iterator[str]:
        """The keys of all sources, as often as they are named."""
        return (key for event in self.events.values() for key in event.sources)


def text_of(texts: Mapping[str, str], language: str) -> str:
    """The text in a language; in another one when it lacks it, which the checks report."""
    return texts.get(language) or next(iter(texts.values()), "")


def traits(event: Event, timeline: Timeline) -> dict[str, str]:
    """What the filters ask of an event: filter -> its value."""
    side = SIDES[timeline.is_after(event)]
    key = "key" if event.key else ""
    return {"theme": event.theme, "track": event.track, "when": side, "key": key}


class Annotated(Protocol):
    """What the timeline asks of the annotations: those that speak of an event."""

    def of_event(self, event_id: str, language: str) -> list[tuple[str, str, str]]:
        """Annotation id, the quoted words of the article, the path of its page."""


class NotAnnotated:
    """No annotations at all."""

    def of_event(self, _event_id: str, _language: str) -> list[tuple[str, str, str]]:
        """Nothing."""
        return []


# --- reading --------------------------------------------------------------------------------------


def read_timeline(raw: object, fronts: Mapping[str, Mapping[str, Any]]) -> Timeline:
    """The timeline of the parsed YAML, in the order of the file; what has no place is left out."""
    data = raw if isinstance(raw, Mapping) else {}
    published = _date(data, "published")
    events: dict[str, Event] = {}
    for item in items(data, "events"):
        if is_id(item.get("id")) and is_date(item.get("date")):
            events.setdefault(item["id"], _event(item))
    return Timeline(
        events,
        tuple(_period(item) for item in items(data, "periods") if is_placed(item)),
        published,
        _date(data, "coverage_until"),
        _pages(fronts, "timeline"),
        _pages(_published_first(fronts, published), "article"),
    )


def items(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The entries of a list that are mappings."""
    found = data.get(key)
    return [i for i in found if isinstance(i, Mapping)] if isinstance(found, list) else []


def is_id(value: object) -> bool:
    """Whether a value can be the id of an event or a period."""
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def is_date(value: object) -> bool:
    """Whether a value, as YAML gives it, is a date in EDTF."""
    return read_edtf(str(value)) is not None


def is_placed(item: Mapping[str, Any]) -> bool:
    """Whether a period has an id and two ends that are no intervals themselves."""
    ends = [str(item.get(key)) for key in ("from", "until")]
    return is_id(item.get("id")) and all(is_date(end) and "/" not in end for end in ends)


def words_of(value: object) -> dict[str, str]:
    """Language -> text."""
    held = value.items() if isinstance(value, Mapping) else ()
    return {str(key): " ".join(str(text).split()) for key, text in held if text}


def _event(item: Mapping[str, Any]) -> Event:
    return Event(
        id=item["id"],
        date=str(item["date"]),
        titles=words_of(item.get("title")),
        summaries=words_of(item.get("summary")),
        theme=str(item.get("theme") or ""),
        track=str(item.get("track") or ""),
        actors=texts(item.get("actors")),
        certainty=str(item.get("certainty") or ""),
        notes=words_of(item.get("note")),
        later=words_of(item.get("later")),
        needs_better_source=bool(item.get("needs_better_source")),
        sources=texts(item.get("sources")),
        terms=texts(item.get("terms")),
        paragraphs=numbers(item.get("paragraphs")),
        key=item.get("key") is True,
    )


def _period(item: Mapping[str, Any]) -> Period:
    ends = str(item["from"]), str(item["until"])
    held = item.get("intro")
    intros = {str(k): str(v) for k, v in held.items()} if isinstance(held, Mapping) else {}
    return Period(item["id"], *ends, words_of(item.get("title")), intros)


def numbers(value: object) -> tuple[int, ...]:
    """A list of whole numbers; what is none is left to the checks."""
    return tuple(n for n in value if isinstance(n, int)) if isinstance(value, list) else ()


def _date(data: Mapping[str, Any], key: str) -> str:
    value = str(data.get(key) or "")
    return value if is_date(value) else ""


def _pages(fronts: Mapping[str, Mapping[str, Any]], kind: str) -> dict[str, str]:
    """The first page of a kind in each language."""
    found: dict[str, str] = {}
    for path, front in fronts.items():
        if front.get("kind") == kind:
            found.setdefault(language_of(path), path)
    return found


def _published_first(
    fronts: Mapping[str, Mapping[str, Any]], day: str
) -> dict[str, Mapping[str, Any]]:
    """The pages, those first published on a day before the others: the article of the timeline."""
    return dict(sorted(fronts.items(), key=lambda page: bool(day) and published_of(page[1]) != day))

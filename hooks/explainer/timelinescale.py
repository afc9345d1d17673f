"""The records of the picture of the timeline, and its way of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .edtf import first_day
from .timeline import ARTICLE, Event, Timeline, text_of
from .timelinewords import LINE

ROOM = 8.0
"""The least room between two names."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a picture is, how large its letters, how far apart its dots."""

    name: str
    width: float
    size: float
    dot: float  # from the middle of a dot to the next one
    leading: float = 18
    edge: float = 14
    ticks: int = 10  # years between two marks of the axis
    named: bool = True  # whether key events are named


WIDE = Plan("wide", 960, 13, 9.6, leading=17)
TALL = Plan("tall", 340, 14.5, 5.2, edge=36)
SMALL = Plan("small", 700, 13, 7.6, leading=17, named=False)
SMALLEST = Plan("smallest", 340, 14.5, 3.9, edge=16, ticks=20, named=False)
"""TALL and SMALLEST are for phones: letters stay above 12 px on the narrowest screen (320 px)."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An event: the middle of its dot."""

    event: str
    x: float
    y: float
    key: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A named event: its lines of text in a box, and the line that leads to its dots."""

    event: str
    lines: tuple[str, ...]
    x: float  # of the left edge
    y: float  # of the upper edge
    width: float
    height: float
    way: tuple[tuple[float, float], ...]  # from the name to the dots

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis, and the middle of its mark."""

    year: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything in a picture; `article` is the place of its day, on the way of time."""

    plan: Plan
    height: float
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    names: tuple[Name, ...]
    axis: tuple[float, float, float, float]
    article: float


class Scale:
    """Where days stand along the way of time, and what stands there."""

    def __init__(self, timeline: Timeline, language: str, plan: Plan, mark: str = "") -> None:
        self.plan = plan
        self.language = language
        self.timeline = timeline
        self.mark = mark or LINE[language]["picture-article"]
        self.events = list(timeline.events.values())
        day = timeline.published
        years = [event.year for event in self.events] + ([int(day[:4])] if day else [])
        self.first, self.last = min(years), max(years)
        self.by_year: dict[int, list[Event]] = {}
        for event in self.events:
            self.by_year.setdefault(event.year, []).append(event)
        self.tallest = max(map(len, self.by_year.values()), default=0)

    def share(self, day: date) -> float:
        """The part of all the time shown that has gone by on a day."""
        start, end = date(self.first, 1, 1), date(self.last, 12, 31)
        return (day - start).days / ((end - start).days + 1)

    def middle(self, year: int) -> float:
        """The same for the middle of a year."""
        return (year - self.first + 0.5) / (self.last - self.first + 1)

    def named(self) -> list[tuple[Event, str]]:
        """The key events and the article, each with its year and title, in the order of time."""
        told = [
            (event, f"{event.year} {text_of(event.titles, self.language)}")
            for event in self.events
            if event.key and self.plan.named and event.id != ARTICLE
        ]
        day = self.timeline.published
        if day:
            told.append((Event(ARTICLE, day, {}), f"{day[:4]} {self.mark}"))
        return sorted(told, key=lambda pair: first_day(pair[0].date))

    def tick_years(self) -> Iterator[int]:
        """Round years within the time shown."""
        step = self.plan.ticks
        return iter(range(-(-self.first // step) * step, self.last + 1, step))

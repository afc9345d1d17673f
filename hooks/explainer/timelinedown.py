"""The tall picture of the timeline, for phones: a row for each year, its names beside its dots."""

from __future__ import annotations

from collections.abc import Iterator

from .advances import width_of, wrapped
from .timeline import ARTICLE, Event, Timeline
from .timelinescale import ROOM, Dot, Drawing, Name, Plan, Scale, Tick

_EMPTY, _HELD = 3.0, 6.0
"""The height of a year without events, and of one without names."""


class Down(Scale):
    """Time runs down, and a year with names is as high as they are."""

    def __init__(self, timeline: Timeline, language: str, plan: Plan, mark: str = "") -> None:
        super().__init__(timeline, language, plan, mark)
        self.left = plan.edge + (self.tallest + 1.6) * plan.dot  # of the names
        room = plan.width - self.left - 2
        self.told = [(event, wrapped(text, plan.size, room)) for event, text in self.named()]
        self.tops = self._tops()

    def drawing(self) -> Drawing:
        """All of it, with the axis at the left."""
        plan, end = self.plan, self.tops[self.last + 1]
        names = tuple(self._names())
        ticks = tuple(Tick(year, plan.edge - 7, self._middle(year)) for year in self.tick_years())
        article = next((name.way[0][1] for name in names if name.event == ARTICLE), end)
        axis = (plan.edge, 0, plan.edge, end)
        return Drawing(plan, end, tuple(self._dots()), ticks, names, axis, article)

    def _height(self, lines: tuple[str, ...]) -> float:
        return len(lines) * self.plan.leading + ROOM

    def _tops(self) -> dict[int, float]:
        """Year -> the upper edge of its row; the year after the last one tells the end."""
        heights: dict[int, float] = {}
        for event, lines in self.told:
            heights[event.year] = heights.get(event.year, 0) + self._height(lines)
        tops, y = {}, 0.0
        for year in range(self.first, self.last + 2):
            tops[year] = y
            y += heights.get(year, _HELD if year in self.by_year else _EMPTY)
        return tops

    def _middle(self, year: int) -> float:
        """Where the dots of a year stand: beside the first line of its first name."""
        named = any(event.year == year for event, _ in self.told)
        row = self.tops[year + 1] - self.tops[year]
        return self.tops[year] + ((ROOM + self.plan.leading) / 2 if named else row / 2)

    def _names(self) -> Iterator[Name]:
        below = dict(self.tops)
        for event, lines in self.told:
            y = below[event.year]
            below[event.year] += self._height(lines)
            yield self._name(event, lines, y, is_first=y == self.tops[event.year])

    def _name(self, event: Event, lines: tuple[str, ...], y: float, *, is_first: bool) -> Name:
        """A name; a line leads to it from the dots, or for the article from the axis."""
        plan = self.plan
        wide = max(width_of(line, plan.size) for line in lines)
        middle = y + (ROOM + plan.leading) / 2
        dots = len(self.by_year.get(event.year, ())) if is_first else 0
        start = plan.edge + (dots + 1.2 if dots else 0) * plan.dot
        led = is_first or event.id == ARTICLE
        way = ((self.left - 5, middle), (start, middle)) if led else ()
        return Name(event.id, lines, self.left, y, wide, self._height(lines), way)

    def _dots(self) -> Iterator[Dot]:
        for year, events in self.by_year.items():
            for place, event in enumerate(events):
                x = self.plan.edge + self.plan.dot * (place + 1)
                yield Dot(event.id, x, self._middle(year), event.key)

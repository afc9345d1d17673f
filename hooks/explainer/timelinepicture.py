"""The picture of the timeline as geometry: a dot for each event, key events named, nothing drawn.

On wide screens time runs evenly to the right, and the dots of a year stand on one another; names
are placed so that none overlaps another and no line crosses one. On phones time runs down, a row
for each year, and a year with names is as high as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from .advances import width_of, wrapped
from .edtf import first_day
from .timeline import Event, Timeline
from .timelinedown import Down
from .timelinescale import ROOM, TALL, Dot, Drawing, Name, Plan, Scale, Tick

CLEAR = 3.0
"""The least room between a name and a line, its own or another's."""

_APART = 4.0  # between two lines
_LONGEST = (420.0, 360.0, 300.0, 250.0)
"""How wide a name can be before it breaks; the width is taken with which names stand lowest."""

_STEP = 6.0  # between two heights that are tried for a name
_STEPS = 120


def draw(timeline: Timeline, language: str, plan: Plan, mark: str = "") -> Drawing:
    """The picture of all events; `mark` is what stands at the day of the article."""
    return (Down if plan is TALL else _Across)(timeline, language, plan, mark).drawing()


def spread(places: Iterable[float], apart: float) -> list[float]:
    """Places in order, each at least so far from the one before it; moved on where they must."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + apart) if found else place)
    return found


# --- to the right ---------------------------------------------------------------------------------


class _Across(Scale):
    """Time runs to the right; names stand above, each on the lowest row that is free for it."""

    def drawing(self) -> Drawing:
        """All of it, with the axis at the bottom."""
        names = self._names()
        above = max((name.y + name.height for name in names), default=0)  # upwards from the axis
        top = max(above, self.tallest * self.plan.dot) + 6
        placed = tuple(self._upright(name, top) for name in names)
        plan, axis = self.plan, (0, top, self.plan.width, top)
        ticks = tuple(
            Tick(year, self.at(self.middle(year)), top + plan.size + 5)
            for year in self.tick_years()
        )
        height = top + plan.size * 1.7
        day = self.timeline.published
        article = self.at(self.share(first_day(day))) if day else plan.width
        return Drawing(plan, height, tuple(self._dots(top)), ticks, placed, axis, article)

    def at(self, share: float) -> float:
        """How far to the right a share of the time is."""
        return self.plan.edge + share * (self.plan.width - 2 * self.plan.edge)

    def _dots(self, top: float) -> Iterator[Dot]:
        for year, events in self.by_year.items():
            for place, event in enumerate(events):
                y = top - self.plan.dot * (place + 0.65)
                yield Dot(event.id, self.at(self.middle(year)), y, event.key)

    def _names(self) -> list[Name]:
        """The best of several ways to place them: none left out, and the picture low."""
        return min((self._placed(room) for room in _LONGEST), key=_cost)

    def _placed(self, room: float) -> list[Name]:
        """Names with their height above the axis as `y`.

        In the right half a name stands to the left of its line, so that the later one of two can
        stand above the earlier one; in the left half it is the other way round.
        """
        named = self.named()
        ways = spread((self.at(self.share(first_day(e.date))) for e, _ in named), _APART)
        half = self.plan.width * 0.45
        waiting = [(e, text, x) for (e, text), x in zip(named, ways, strict=True)]
        placed: list[Name] = []
        for event, text, x in [*(t for t in waiting if t[2] > half), *reversed(waiting)]:
            if event.id not in {name.event for name in placed}:
                side = -1 if x > half else 1
                tries = ((side, room), (side, _LONGEST[-1]), (-side, _LONGEST[-1]))
                placed += self._lowest([self._name(event, text, x, *how) for how in tries], placed)
        return sorted(placed, key=lambda name: name.way[0][0])

    def _name(self, event: Event, text: str, x: float, side: int, room: float) -> Name:
        """A name at the side of its line: to the right of it, or to the left."""
        plan = self.plan
        lines = wrapped(text, plan.size, room)
        wide = max(width_of(line, plan.size) for line in lines)
        left = x + CLEAR + 1 if side > 0 else x - CLEAR - 1 - wide
        stack = len(self.by_year.get(event.year, ())) * plan.dot
        height = plan.leading * len(lines) + 7
        return Name(event.id, lines, left, 0, wide, height, ((x, 0), (x, stack + 2)))

    def _lowest(self, tries: Sequence[Name], placed: Sequence[Name]) -> list[Name]:
        """The name as low as it can stand; nothing when it can nowhere: the list has it."""
        return list(islice((n for n in self._tried(tries) if self._is_free(n, placed)), 1))

    def _tried(self, tries: Sequence[Name]) -> Iterator[Name]:
        for name in tries:
            first = self._above_dots(name)
            yield from (replace(name, y=first + k * _STEP) for k in range(_STEPS))

    def _is_free(self, name: Name, placed: Sequence[Name]) -> bool:
        inside = name.x >= 0 and name.x + name.width <= self.plan.width
        return inside and all(_agree(name, other) for other in placed)

    def _above_dots(self, name: Name) -> float:
        """The lowest height on which a name stands clear of the dots below it."""
        reach = [
            len(events)
            for year, events in self.by_year.items()
            if name.x - ROOM < self.at(self.middle(year)) < name.x + name.width + ROOM
        ]
        return max([1, *reach]) * self.plan.dot + ROOM

    def _upright(self, name: Name, top: float) -> Name:
        """The same name, measured from the top of the picture."""
        x = name.way[0][0]
        upper = top - name.y - name.height
        return replace(name, y=upper, way=((x, upper + 4), (x, top - name.way[1][1])))


def _cost(names: Sequence[Name]) -> tuple[int, float]:
    return -len(names), max((name.y + name.height for name in names), default=0)


def _agree(one: Name, other: Name) -> bool:
    """Whether two names keep apart, and neither's line crosses the other."""
    beside = one.x + one.width + ROOM <= other.x or other.x + other.width + ROOM <= one.x
    above = one.y >= other.y + other.height or other.y >= one.y + one.height
    return (beside or above) and not (_crosses(one, other) or _crosses(other, one))


def _crosses(one: Name, other: Name) -> bool:
    """Whether the line of a name, which ends beside it, runs through another one."""
    x = one.way[0][0]
    return other.y < one.y + one.height and other.x - CLEAR < x < other.x + other.width + CLEAR

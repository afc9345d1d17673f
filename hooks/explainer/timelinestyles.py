"""The rules by which the form of the timeline filters it, made from the data.

An event is hidden when a filter is set to another value than its own; a period, when the filters
that are set leave none of its events. Only combinations that leave a period empty are written.
What the address names as its target always stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import TypeAlias

from .timeline import SIDES, THEMES, TRACKS, Timeline, traits

Chosen: TypeAlias = tuple[tuple[str, str], ...]
"""Filters that are set, each with its value."""

_VALUES: Mapping[str, tuple[str, ...]] = {
    "theme": THEMES,
    "track": TRACKS,
    "when": SIDES,
    "key": ("key",),
}


def filter_rules(timeline: Timeline) -> str:
    """The style sheet of the filters."""
    hidden = [*_events(), *_other_periods(timeline), *_empty_periods(timeline)]
    then = _page("when", SIDES[0])
    hidden += [f"{then} .ex-event__later", f"{then} .ex-event__span"]
    rules = {
        "display: none": hidden,
        "display: inline": [f"{then} .ex-event__since"],
        "counter-increment: none": [*_line()],
    }
    return "".join(f"{','.join(found)} {{{rule}}}\n" for rule, found in rules.items())


def _page(name: str, value: str) -> str:
    """The timeline while a filter has a value: by its input, else by the address."""
    own = f'[data-f="{name}-{value}"]'
    if name == "key":
        return f".ex-timeline:has({own}:checked)"
    return f'.ex-timeline:has({own}:checked,[data-f="{name}-all"]:checked~{own}:target)'


def _events() -> Iterator[str]:
    for name, values in _VALUES.items():
        for value in values:
            kept = f'[data-{name}="{value}"],:target'
            kept += "" if name == "when" else ",.ex-event--line"
            yield f"{_page(name, value)} .ex-event:not({kept})"


def _line() -> Iterator[str]:
    """The line of the article stays, and is counted only when it fits."""
    for name in ("theme", "track", "key"):
        for value in _VALUES[name]:
            yield f'{_page(name, value)} .ex-event--line:not([data-{name}="{value}"])'


def _other_periods(timeline: Timeline) -> Iterator[str]:
    """Several periods can be chosen; none means all of them."""
    for period in timeline.periods:
        own = f'[data-f="period-{period.id}"]:is(:checked,:target)'
        chosen = '.ex-timeline:has([data-f^="period-"]:is(:checked,:target))'
        yield f'{chosen}:not(:has({own})) [data-period="{period.id}"]:not(:has(:target))'


def _empty_periods(timeline: Timeline) -> Iterator[str]:
    held = {
        period.id: [traits(event, timeline) for event in events]
        for period, events in timeline.groups()
    }
    for period, events in held.items():
        empty: list[Chosen] = []
        for chosen in _combinations():
            known = any(set(other) <= set(chosen) for other in empty)
            if not known and not any(_fits(event, chosen) for event in events):
                empty.append(chosen)
                where = "".join(_page(name, value) for name, value in chosen)
                where = where.replace(".ex-timeline", "", len(chosen))
                yield f'.ex-timeline{where} [data-period="{period}"]:not(:has(:target))'


def _combinations() -> Iterator[Chosen]:
    """Every choice of values of one filter, of two, of three, of all."""
    for size in range(1, len(_VALUES) + 1):
        for names in combinations(_VALUES, size):
            for values in product(*(_VALUES[name] for name in names)):
                yield tuple(zip(names, values, strict=True))


def _fits(event: Mapping[str, str], chosen: Chosen) -> bool:
    return all(event[name] == value for name, value in chosen)

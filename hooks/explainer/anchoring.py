"""Quotations in an article: each must stand exactly once, within one of its parts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Protocol

from .passages import Part
from .quotes import Selector, find, nearest, normal


class Divided(Protocol):
    """A text that is cut into parts; a line break stands before each."""

    text: str

    def part(self, at: int) -> int:
        """The part in which a character stands."""


class PartsText:
    """The parts of an article as one text."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.text = "".join(f"\n{part.text}" for part in parts)
        self._begins = [0, *accumulate(len(part.text) + 1 for part in parts)]

    def part(self, at: int) -> int:
        """The part in which a character stands."""
        return bisect_right(self._begins, at) - 1


def spans(text: Divided, selectors: Iterable[Selector]) -> list[list[tuple[int, int]]]:
    """For each selector every place where it fits within one part of the text."""
    compared = normal(text.text)
    found = ([compared.span(*place) for place in find(s, compared.text)] for s in selectors)
    return [[p for p in places if text.part(p[0]) == text.part(p[1] - 1)] for places in found]


def name_of(part: Part) -> str:
    """A part of an article in a message: "paragraph 3"."""
    if part.kind == "heading":
        return f"heading “{part.name}”"
    return f"{'footnote' if part.kind == 'note' else part.kind} {part.name}"


def several(text: PartsText, parts: Sequence[Part], places: Sequence[tuple[int, int]]) -> str:
    """Where a quotation stands that stands in several places: "paragraph 1 (twice), …"."""
    counts = Counter(name_of(parts[text.part(start)]) for start, _ in places)
    return " and ".join(name if n == 1 else f"{name} ({n} times)" for name, n in counts.items())


def missing(text: PartsText, parts: Sequence[Part], selector: Selector, page: str) -> str:
    """What is known of a quotation that stands nowhere, behind "does not stand in"."""
    (bare,) = spans(text, [Selector(selector.exact)])
    if bare:
        where = several(text, parts, bare)
        return f"{page} between this prefix and suffix, only without them: {where}"
    compared = normal(text.text)
    for place in find(selector, compared.text):
        first, last = compared.span(*place)
        both = name_of(parts[text.part(first)]), name_of(parts[text.part(last - 1)])
        return f"one part of {page}, but runs from {both[0]} into {both[1]}"
    near = nearest(selector.exact, text.text)
    return f"{page}; nearest there is “{near.text}”: {near.difference}" if near else page

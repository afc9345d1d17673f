"""The concept map as geometry: boxes in columns by school, curves beside them, nothing drawn yet.

Curves run only where no box stands: between two columns, or along the outer edge of one. So no
curve can cross a box, whatever the names are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from .advances import wrapped
from .schools import school_name
from .terms import Glossary

Point: TypeAlias = tuple[float, float]

LEFT = (
    "realism neorealism anarchy self-help relative-gains balance-of-power "
    "alliance strategic-partnership security-dilemma security-assurance "
    "isolation sanctions special-military-operation"
).split()
RIGHT = (
    "liberalism neoliberal-institutionalism international-cooperation absolute-gains "
    "amended-prisoners-dilemma prisoners-dilemma reciprocity rational-choice-theory "
    "constructivism international-society norms territorial-integrity recognition-of-states"
).split()
"""The terms that carry the argument of the article; those that dispute face each other."""

SINGLE = (*LEFT[:6], *RIGHT[:4], *LEFT[6:10], *RIGHT[4:], *LEFT[10:])
"""The same in one column, in the order of schools that keeps the curves short."""


ARROW = 7.0
"""The length of the head of an arrow."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How wide a picture is, where its columns of boxes stand, how large its letters are."""

    name: str
    width: float
    columns: tuple[tuple[float, tuple[str, ...]], ...]  # left edge, terms
    box: float
    size: float
    leading: float = 17
    pad: float = 9
    gap: float = 10


WIDE = Arrangement("wide", 700, ((76, tuple(LEFT)), (448, tuple(RIGHT))), 176, 13)
TALL = Arrangement("tall", 340, ((60, SINGLE),), 190, 14.5, leading=18)
"""TALL is for phones: letters stay above 12 px on the narrowest screen (320 px)."""


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text from a point: the middle of the first line's height, at its left edge."""

    lines: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A term: its rectangle and its name in lines."""

    term: str
    column: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Link:
    """A relation in the picture; for `broader`, the second term is the broader one."""

    one: str
    other: str
    kind: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A relation as a cubic curve between two boxes."""

    link: Link
    points: tuple[Point, Point, Point, Point]
    into: int  # the direction in which the curve enters the second box: 1 rightwards, -1 leftwards


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that stands in a picture of this width and height."""

    width: float
    height: float
    labels: tuple[Label, ...]
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def links_among(glossary: Glossary, terms: list[str]) -> list[Link]:
    """The relations between these terms, each once, in their order; contrast before the rest."""
    found: dict[frozenset[str], Link] = {}
    for kind in ("contrasts", "broader", "related"):
        for term in terms:
            for other in glossary.terms[term].to(kind):
                if other in terms:
                    found.setdefault(frozenset((term, other)), Link(term, other, kind))
    return list(found.values())


def terms_of(glossary: Glossary, language: str) -> list[str]:
    """The terms of the map that the glossary has in this language."""
    return [term for term in (*LEFT, *RIGHT) if glossary.face(term, language)]


def draw(glossary: Glossary, language: str, plan: Arrangement) -> Picture:
    """The picture of the terms of the map."""
    stacks = [_Stack(glossary, language, plan, column) for column in range(len(plan.columns))]
    height = max(stack.end for stack in stacks)
    for stack in stacks:
        stack.stretch(height)
    boxes = [box for stack in stacks for box in stack.boxes]
    links = links_among(glossary, [box.term for box in boxes])
    curves = _Curves(plan, boxes, links).made()
    labels = tuple(label for stack in stacks for label in stack.labels)
    return Picture(plan.width, height, labels, tuple(boxes), tuple(curves))


class _Stack:
    """One column: groups of boxes, each under the name of its school."""

    def __init__(self, glossary: Glossary, language: str, plan: Arrangement, column: int) -> None:
        self.plan = plan
        self.column = column
        self.x, terms = plan.columns[column]
        self.groups: dict[str, list[tuple[str, str]]] = {}
        for term in terms:
            face = glossary.face(term, language)
            if face:
                school = glossary.terms[term].school
                self.groups.setdefault(school, []).append((term, face.name))
        self.language = language
        self.stretch(0)

    def stretch(self, height: float) -> None:
        """Place everything; room that is left is shared between the groups."""
        self._place(0)
        rest, seams = height - self.end, len(self.groups) - 1
        if rest > 0 and seams > 0:
            self._place(rest / seams)

    def _place(self, extra: float) -> None:
        self.labels: list[Label] = []
        self.boxes: list[Box] = []
        y = 2.0
        for place, (school, terms) in enumerate(self.groups.items()):
            y = self._group(school, terms, y + (16 + extra if place else 0))
        self.end = y

    def _group(self, school: str, terms: list[tuple[str, str]], y: float) -> float:
        plan = self.plan
        lines = wrapped(school_name(school, self.language), plan.size, plan.box)
        self.labels.append(Label(lines, self.x, y + plan.leading / 2))
        y += plan.leading * len(lines) + 6
        for term, name in terms:
            held = wrapped(name, plan.size, plan.box - 2 * plan.pad - 4)
            height = plan.leading * len(held) + 2 * plan.pad
            self.boxes.append(Box(term, self.column, self.x, y, plan.box, height, held))
            y += height + plan.gap
        return y - plan.gap + 2


class _Curves:
    """The curves, each with its own place on the side of its boxes."""

    def __init__(self, plan: Arrangement, boxes: list[Box], links: list[Link]) -> None:
        self.plan = plan
        self.boxes = {box.term: box for box in boxes}
        self.links = links
        self.ports: dict[tuple[str, int], list[str]] = {}  # term and side -> who is tied there
        for link in links:
            for term, other in ((link.one, link.other), (link.other, link.one)):
                self.ports.setdefault((term, self._side(term, link)), []).append(other)
        for (term, _), others in self.ports.items():
            others.sort(key=partial(self._rank, term))

    def _side(self, term: str, link: Link) -> int:
        """On which side of a box the curve begins: -1 left, 1 right."""
        one, other = self.boxes[link.one], self.boxes[link.other]
        if len(self.plan.columns) == 1:
            return -1 if link.kind == "contrasts" else 1
        inner = 1 if self.boxes[term].column == 0 else -1
        return -inner if one.column == other.column else inner

    def _rank(self, term: str, other: str) -> float:
        """The order of ports from above: so that curves along one edge lie within one another."""
        here, there = self.boxes[term], self.boxes[other]
        return there.middle if here.column != there.column else 1 / (there.middle - here.middle)

    def made(self) -> Iterator[Curve]:
        """One curve for each link."""
        for link in self.links:
            start, end = self._port(link.one, link), self._port(link.other, link)
            sides = self._side(link.one, link), self._side(link.other, link)
            if link.kind == "broader":
                end = (end[0] + sides[1] * ARROW, end[1])
            reach = self._reach(link, start, end)
            one = (start[0] + sides[0] * reach, start[1])
            other = (end[0] + sides[1] * reach, end[1])
            yield Curve(link, (start, one, other, end), -sides[1])

    def _port(self, term: str, link: Link) -> Point:
        box, side = self.boxes[term], self._side(term, link)
        others = self.ports[term, side]
        place = others.index(link.other if term == link.one else link.one)
        step = min(9.0, (box.height - 12) / max(len(others) - 1, 1))
        y = box.middle + step * (place - (len(others) - 1) / 2)
        return (box.x + (box.width if side > 0 else 0), y)

    def _reach(self, link: Link, start: Point, end: Point) -> float:
        """How far the curve leans out; along an edge the longer ones lean out further."""
        if self.boxes[link.one].column != self.boxes[link.other].column:
            return abs(end[0] - start[0]) / 2
        side = self._side(link.one, link)
        room = start[0] if side < 0 else self.plan.width - start[0]
        share = self._span(link) / max(map(self._span, self._beside(link)))
        return min(26 + share * (room * 4 / 3 - 30), room * 4 / 3 - 4)

    def _beside(self, link: Link) -> list[Link]:
        """The links that run along the same edge."""
        column, side = self.boxes[link.one].column, self._side(link.one, link)
        return [
            other
            for other in self.links
            if {self.boxes[other.one].column, self.boxes[other.other].column} == {column}
            and self._side(other.one, other) == side
        ]

    def _span(self, link: Link) -> float:
        return abs(self.boxes[link.one].middle - self.boxes[link.other].middle)

"""Highlights put into finished HTML by text offset: tags are added, and nothing else changes.

A highlight is cut where elements begin and end, so it may cross emphasis and note markers; where
highlights overlap, their marks nest. Behind its last word stands the marker: a button without any
text, so that what is copied and what is counted stay the author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby, takewhile

from .anchoring import spans
from .htmltext import ArticleText, article_text
from .quotes import Selector


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words to mark: the id of the annotation, its class, its number and what its button says."""

    id: str
    style: str
    number: int
    label: str
    selector: Selector


@dataclass(frozen=True, slots=True)
class _Placed:
    """A highlight with its stretch of the text, and its rank: the longer of two lies outside."""

    highlight: Highlight
    start: int
    end: int

    @property
    def rank(self) -> tuple[int, int, int]:
        return (self.start, -self.end, self.highlight.number)


@dataclass(slots=True)
class _Edit:
    """What is put in at one place of the file, in this order."""

    closing: str = ""
    markers: list[Highlight] = field(default_factory=list)
    opening: str = ""


def highlight(html: str, highlights: Sequence[Highlight]) -> str:
    """The page with its highlights; the very same text when there are none."""
    if not highlights:
        return html
    text = article_text(html)
    placed = sorted(_placed(text, highlights), key=lambda one: one.rank)
    edits: dict[int, _Edit] = {}
    _mark(text, placed, edits)
    for one in sorted(placed, key=lambda one: one.highlight.number):
        edits.setdefault(_marker_place(text, one), _Edit()).markers.append(one.highlight)
    return "".join(_edited(html, edits))


def _placed(text: ArticleText, highlights: Sequence[Highlight]) -> Iterator[_Placed]:
    """What does not stand exactly once has been reported, and is left out here."""
    places = spans(text, [one.selector for one in highlights])
    for one, found in zip(highlights, places, strict=True):
        if len(found) == 1:
            yield _Placed(one, *found[0])


# --- marks ----------------------------------------------------------------------------------------


def _mark(text: ArticleText, placed: Sequence[_Placed], edits: dict[int, _Edit]) -> None:
    begun: set[str] = set()
    for _, pieces in sorted(_cut(text, placed).items()):
        _mark_run(text, pieces, edits, begun)


def _cut(text: ArticleText, placed: Sequence[_Placed]) -> dict[int, list[_Placed]]:
    """The highlights cut at tags: for each run of text the stretches in it."""
    cut: dict[int, list[_Placed]] = {}
    for one in placed:
        for run, places in groupby(range(one.start, one.end), key=text.run_of.__getitem__):
            first, *more = places
            cut.setdefault(run, []).append(replace(one, start=first, end=first + len(more) + 1))
    return cut


def _mark_run(
    text: ArticleText, pieces: Sequence[_Placed], edits: dict[int, _Edit], begun: set[str]
) -> None:
    """Open and close marks wherever a stretch begins or ends; what goes on stays open."""
    standing: list[_Placed] = []
    for at in sorted({edge for one in pieces for edge in (one.start, one.end)}):
        wanted = [one for one in pieces if one.start <= at < one.end]
        kept = _same(standing, wanted)
        if len(standing) > kept:
            edit = edits.setdefault(text.ends[at - 1], _Edit())
            edit.closing += "</mark>" * (len(standing) - kept)
        for one in wanted[kept:]:
            edits.setdefault(text.starts[at], _Edit()).opening += _opening(one.highlight, begun)
        standing = wanted


def _same(one: Sequence[_Placed], two: Sequence[_Placed]) -> int:
    """How many begin both alike."""
    pairs = zip(one, two, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))


def _opening(one: Highlight, begun: set[str]) -> str:
    """The tag of a mark; the first one of a highlight carries its address, others name it."""
    address = f' data-a="{one.id}"' if one.id in begun else f' id="a-{one.id}"'
    begun.add(one.id)
    return f'<mark class="ex-hl {one.style}"{address}>'


# --- markers --------------------------------------------------------------------------------------


def _marker_place(text: ArticleText, one: _Placed) -> int:
    """Behind the last word, and outside of what takes no button."""
    closed = text.runs[text.run_of[one.end - 1]].closed
    return closed.end if closed and closed.end > 0 else text.ends[one.end - 1]


def _edited(html: str, edits: dict[int, _Edit]) -> Iterator[str]:
    done = 0
    for at, edit in sorted(edits.items()):
        markers = _markers(edit.markers, before_note=bool(_NOTE_MARKER.match(html, at)))
        yield html[done:at] + edit.closing + markers + edit.opening
        done = at
    yield html[done:]


_NOTE_MARKER = re.compile(r'[^\w\s<]{0,3}<sup class="ex-noteref')  # perhaps behind a full stop


def _markers(markers: Sequence[Highlight], *, before_note: bool) -> str:
    """The markers at one place, each told which neighbours it has to leave room for."""
    made = ""
    for k, one in enumerate(markers):
        sides = [" ex-mk--after"] if k else []
        sides += [" ex-mk--before"] if before_note or one is not markers[-1] else []
        made += (
            f'<span class="ex-mk {one.style}{"".join(sides)}" data-n="{one.number}">'
            f'<button type="button" class="ex-mk__button" popovertarget="n-{one.id}"'
            f' aria-label="{escape(one.label)}"></button></span>'
        )
    return made

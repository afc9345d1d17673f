"""What stands behind author and title: container, volume, date, pages, publisher and place."""

from __future__ import annotations

import re

from .dates import without_undated
from .details import GAP, VOLUME, Details, looks_like_container, plain
from .gazetteer import is_place, is_publisher, is_state, periodical
from .heads import looks_like_name
from .publication import (
    take_chapter,
    take_date,
    take_emphasised,
    take_noise,
    take_pages,
    take_volume,
)

_I = re.IGNORECASE
_COLON = re.compile(r"(?<=[\w.)])\s?:\s?(?=[A-Z“\"])")
_CUT = re.compile(r"[,;()\[\]" + GAP + VOLUME + r"]")
_EDGE = re.compile(r"[,;()\[\]" + GAP + VOLUME + r"]|(?<=[a-z)]{2})[.?!]\s")
_SENTENCE = re.compile(r"(?:(?<=[a-z)]{2})|(?<=[" + GAP + r"]))[.?!]\s+(?=[A-Z“\"‘" + GAP + r"])")
_PUBLISHER_END = re.compile(r"[,;()\[\]" + GAP + VOLUME + r"]|(?<=[a-z)]{3})\.\s|\.$")
_LED = re.compile(r"^(?:dimuat dalam|dalam|in|dlm\.?|di)\s+", _I)
_JOINED = re.compile(r"\s(?:dan|and|und|et)\s")
_BARE = frozenset("in dalam tahun tanggal".split())


def read_details(
    rest: str, emphasised: tuple[str, ...], *, quoted: bool, day_first: bool
) -> Details:
    """The publication fields of what follows the title, the clearest marks first."""
    found = Details(without_undated(rest), quoted)
    take_noise(found)
    take_emphasised(found, emphasised)
    take_chapter(found)
    take_volume(found)
    take_pages(found)
    take_date(found, day_first=day_first)
    _take_place_colon(found)
    _take_chunks(found)
    return found


def _take_place_colon(found: Details) -> None:
    """Read "Jakarta: Gramedia" or "Cambridge, MA: MIT Press"."""
    for match in _COLON.finditer(found.text):
        start = _place_start(found.text, match.start())
        cut = _PUBLISHER_END.search(found.text, match.end())
        end = cut.start() if cut else len(found.text)
        place = plain(found.text[start : match.start()])
        if _may_be_place(place):
            found.place, found.publisher = place, plain(found.text[match.end() : end])
            found.text = found.text[:start] + GAP + found.text[end:]
            return


def _place_start(text: str, end: int) -> int:
    """Where the place in front of a colon begins; "MA" takes the town before it along."""
    first = max(0, end - 80)
    edges = [first, *(m.end() for m in _EDGE.finditer(text, first, end))]
    return edges[-2] if is_state(text[edges[-1] : end]) and len(edges) > 1 else edges[-1]


def _may_be_place(text: str) -> bool:
    if is_place(text):
        return True
    return (
        1 <= len(text.split()) <= 4
        and looks_like_name(text)
        and not is_publisher(text)
        and not periodical(text)
    )


def _take_chunks(found: Details) -> None:
    """What is left, chunk by chunk: the container of an article, publisher and place of a book."""
    chunks = _leftover(found.text)
    if found.quoted or _names_periodical(chunks):
        _take_container(found, chunks)
    elif (found.volume or found.issue) and not found.publisher:
        _take_container(found, _leftover(found.text.partition(VOLUME)[0]))
        chunks = [c for c in chunks if c != found.container]
    _take_publisher(found, chunks)


def _names_periodical(chunks: list[str]) -> bool:
    return bool(chunks) and bool(periodical(chunks[0])) and not is_publisher(chunks[0])


def _leftover(text: str) -> list[str]:
    chunks = [plain(c) for s in _SENTENCE.split(text) for c in _CUT.split(s)]
    return [c for c in chunks if looks_like_container(c) and c.lower() not in _BARE]


def _take_container(found: Details, chunks: list[str]) -> None:
    if found.container:
        return
    for index, chunk in enumerate(chunks):
        if is_place(chunk) or (is_publisher(chunk) and not periodical(chunk) and not found.volume):
            if not found.quoted or found.place or _book_like(found, chunks[index:]):
                return
            if is_place(chunk):
                continue
        if _book_like(found, chunks[index:]):
            return
        found.container = re.sub(_LED, "", chunk)
        del chunks[index]
        return


def _book_like(found: Details, chunks: list[str]) -> bool:
    """Whether a quoted title is followed by publisher, town and year: a book after all."""
    dated = len(found.issued) > 4 or found.volume or found.issue
    return not dated and (
        bool(found.publisher)
        or (len(chunks) > 1 and is_place(chunks[1]) and is_publisher(chunks[0]))
    )


def _take_publisher(found: Details, chunks: list[str]) -> None:
    places = [i for i, c in enumerate(chunks) if is_place(c)]
    if places and not found.place:
        found.place = _with_state(chunks, places[0])
    if found.publisher:
        return
    named = [c for c in chunks if is_publisher(c) and not is_place(c)]
    near = [chunks[i] for p in places[:1] for i in (p - 1, p + 1) if 0 <= i < len(chunks)]
    bare = found.issued and not found.quoted and not found.container
    alone = [c for c in chunks[:1] if bare and not _JOINED.search(c) and len(c.split()) < 5]
    for chunk in [*named, *near, *alone]:
        if _may_be_publisher(chunk):
            found.publisher = re.sub(r"^[Pp]enerbit\s?:\s?", "", chunk)
            return


def _with_state(chunks: list[str], index: int) -> str:
    following = chunks[index + 1] if index + 1 < len(chunks) else ""
    return f"{chunks[index]}, {following}" if following and is_state(following) else chunks[index]


def _may_be_publisher(chunk: str) -> bool:
    return (
        looks_like_name(re.sub(r"[:/]|^The\s|\sof\s", " ", chunk))
        and not is_place(chunk)
        and not is_state(chunk)
        and len(chunk) > 2
    )

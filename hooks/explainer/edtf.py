"""Dates in EDTF, levels 0 and 1: read, checked against the calendar, told in words.

The Extended Date/Time Format is part of ISO 8601-2:2019; the Library of Congress publishes its
specification. Read here are years, months and days, each with `~` (approximate), `?` (uncertain)
or `%` (both), and intervals of them, whose ends may be open (`..`) or unknown (nothing). Seasons
and digits left out (`199X`) are not: nothing here would know how to print them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from .words import date_words

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)
_ENDS = ("", "..")
"""An unknown end of an interval, and an open one."""

_WORDS = {
    "id": {
        "~": "kira-kira {date}",
        "?": "{date} (belum pasti)",
        "%": "kira-kira {date} (belum pasti)",
        "to": " sampai ",
        "from": "sejak {date}",
        "until": "sampai {date}",
        "start": "mulai {date}, akhirnya tidak diketahui",
        "end": "sampai {date}, awalnya tidak diketahui",
    },
    "en": {
        "~": "about {date}",
        "?": "{date} (uncertain)",
        "%": "about {date} (uncertain)",
        "to": " to ",
        "from": "since {date}",
        "until": "until {date}",
        "start": "from {date}, end unknown",
        "end": "until {date}, beginning unknown",
    },
}
_OPEN_START = {"..": "until", "": "end"}
_OPEN_END = {"..": "from", "": "start"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day, and how sure it is."""

    text: str  # without the mark
    mark: str = ""  # ~ ? %

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month, day: as many as are known."""
        return tuple(int(part) for part in self.text.split("-"))

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(*(*self.parts, 1, 1)[:3])

    @property
    def last(self) -> date:
        """The last day it can mean."""
        year, month, *day = (*self.parts, 12)[:3] if len(self.parts) == 1 else self.parts
        return date(year, month, day[0] if day else monthrange(year, month)[1])

    def words(self, language: str) -> str:
        """The date in words, with its mark."""
        told = date_words(self.text, language)
        return _WORDS[language][self.mark].format(date=told) if self.mark else told


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another; None stands for an end that `open_start`, `open_end` tell."""

    start: Moment | None
    end: Moment | None
    open_start: str = ""
    open_end: str = ""

    @property
    def is_interval(self) -> bool:
        """Whether it was written with two ends."""
        return self.start is not self.end


def read_edtf(text: str) -> Span | None:
    """The dates of an EDTF text; None when it is none of those read here."""
    first, slash, second = text.partition("/")
    if not slash:
        moment = _moment(first)
        return Span(moment, moment) if moment else None
    start, end = _moment(first), _moment(second)
    known = (start or first in _ENDS) and (end or second in _ENDS)
    if not known or not (start or end) or (start and end and start.first > end.last):
        return None
    return Span(start, end, first, second)


def _moment(text: str) -> Moment | None:
    """A date that the calendar has; the year 0000 is none of Python's."""
    found = _DATE.fullmatch(text)
    moment = Moment(text.rstrip("~?%"), found[4]) if found else None
    try:
        return moment if moment and moment.first <= moment.last else None
    except ValueError:
        return None


def _span(text: str) -> Span:
    span = read_edtf(text)
    if span is None:
        message = f"not a date in EDTF: {text!r}"
        raise ValueError(message)
    return span


# --- order ----------------------------------------------------------------------------------------


def first_day(text: str) -> date:
    """The first day that a date can mean."""
    start = _span(text).start
    return start.first if start else date.min


def last_day(text: str) -> date:
    """The last day that a date can mean; the last day of the calendar when its end is open."""
    end = _span(text).end
    return end.last if end else date.max


def latest_start(text: str) -> date:
    """The last day on which what is dated so can have begun."""
    start = _span(text).start
    return start.last if start else last_day(text)


def sort_key(text: str) -> tuple[date, date]:
    """By the first day on which it can have begun, then by the last."""
    return first_day(text), latest_start(text)


# --- in words -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a date in words; `datetime` is its exact value, if it has one."""

    text: str
    datetime: str = ""


def date_in_words(text: str, language: str) -> str:
    """A date as a reader says it: "kira-kira 1965", "12–15 Agustus 2025"."""
    return "".join(piece.text for piece in date_pieces(text, language))


def datetime_of(text: str) -> str:
    """The value for `<time datetime>`, which knows years, months and days but no doubt."""
    start = _span(text).start
    return start.text if start and not _span(text).is_interval and not start.mark else ""


def date_pieces(text: str, language: str) -> list[Piece]:
    """The date in words, cut so that each exact part of it can stand in a `<time>`."""
    span, words = _span(text), _WORDS[language]
    if span.start is None or span.end is None:
        return [_open(span, language)]
    if not span.is_interval:
        return [_piece(span.start, span.start.words(language))]
    said = [span.start.words(language), span.end.words(language)]
    if not span.start.mark and not span.end.mark:
        said[0] = _shortened(span.start, span.end, said[0])
    dash = Piece("–" if _is_even(span.start, span.end) else words["to"])
    return [_piece(span.start, said[0]), dash, _piece(span.end, said[1])]


def _open(span: Span, language: str) -> Piece:
    moment = span.start or span.end
    key = _OPEN_END[span.open_end] if span.start else _OPEN_START[span.open_start]
    told = moment.words(language) if moment else ""
    return Piece(_WORDS[language][key].format(date=told))


def _piece(moment: Moment, said: str) -> Piece:
    return Piece(said, "" if moment.mark else moment.text)


def _shortened(start: Moment, end: Moment, said: str) -> str:
    """The first date without the month and year that the second one says again."""
    if len(start.parts) == 1 or start.parts[0] != end.parts[0]:
        return said
    same_month = len(start.parts) == len(end.parts) == 3 and start.parts[1] == end.parts[1]
    return said.split(" ", maxsplit=1)[0] if same_month else said.rpartition(" ")[0]


def _is_even(start: Moment, end: Moment) -> bool:
    """Whether a dash can stand between them: both to the day (month, year) and in one year."""
    even = len(start.parts) == len(end.parts) and not start.mark and not end.mark
    return even and (len(start.parts) == 1 or start.parts[0] == end.parts[0])

"""When a work was issued, accessed or first published: EDTF as CSL, BibTeX and RIS need it.

Read are years, months and days, `~` (approximate), `?` (uncertain), `%` (both), and intervals,
also open ones: EDTF level 1 (ISO 8601-2:2019) without seasons and unspecified digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

_POINT = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month or a day; `mark` is EDTF's sign of doubt."""

    parts: tuple[int, ...]
    mark: str = ""

    @property
    def text(self) -> str:
        """The date without its mark: 1988, 2022-08, 2022-08-15."""
        year, *rest = self.parts
        sign = "-" if year < 0 else ""
        return "-".join([f"{sign}{abs(year):04d}", *(f"{part:02d}" for part in rest)])


@dataclass(frozen=True, slots=True)
class Issued:
    """A date or an interval; an interval without an end is open."""

    start: Point
    end: Point | None = None
    is_open: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether either end is approximate or uncertain."""
        return any(point.mark for point in (self.start, self.end) if point)


def read_issued(text: str) -> Issued | None:
    """The date that an EDTF text means; None when it means none that we read."""
    first, slash, last = text.partition("/")
    start, end = _point(first), _point(last)
    if start is None or (slash and end is None and last not in ("", "..")):
        return None
    return Issued(start, end, is_open=bool(slash) and end is None)


def is_in_order(issued: Issued) -> bool:
    """Whether an interval ends no earlier than it begins."""
    if issued.end is None:
        return True
    common = min(len(issued.start.parts), len(issued.end.parts))
    return issued.start.parts[:common] <= issued.end.parts[:common]


def _point(text: str) -> Point | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    parts = tuple(int(part) for part in found.groups()[:3] if part)
    try:
        date(max(parts[0], 1), *[*parts[1:], 1, 1][:2])
    except ValueError:
        return None
    return Point(parts, found[4])


# --- as others write it ---------------------------------------------------------------------------


def csl_date(issued: Issued) -> dict[str, Any]:
    """The structured date of CSL-JSON, which more programs read than EDTF text."""
    points = [issued.start, *([issued.end] if issued.end else [])]
    made: dict[str, Any] = {"date-parts": [list(point.parts) for point in points]}
    if issued.is_open:
        made["date-parts"].append([0])  # so CSL processors know an open end
    if issued.is_doubtful:
        made["circa"] = True
    return made


def year_words(text: str) -> str:
    """The year as an author-date style prints it: 1979, 1988–1990, [1979?]."""
    issued = read_issued(text)
    if issued is None:
        return text[:4]
    years = [str(point.parts[0]) for point in (issued.start, issued.end) if point]
    words = "–".join(dict.fromkeys(years)) + ("–" if issued.is_open else "")
    return f"[{words}?]" if issued.is_doubtful else words


def date_of(value: object) -> str:
    """A CSL date, given as EDTF text or as date-parts, as EDTF text."""
    if not isinstance(value, Mapping):
        return str(value or "")
    mark = "~" if value.get("circa") else ""
    return "/".join(_of_parts(parts) + mark for parts in value.get("date-parts") or ())


def _of_parts(parts: Iterable[int | str]) -> str:
    return "-".join(f"{int(p):04d}" if i == 0 else f"{int(p):02d}" for i, p in enumerate(parts))

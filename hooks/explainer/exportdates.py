"""Dates of CSL-JSON as BibTeX and RIS write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def edtf(date: Mapping[str, Any]) -> str:
    """A date as EDTF, which biblatex reads: 2022-08-15, 1988~/1990~, 2001/.."""
    mark = "~" if date.get("circa") else ""
    points = [_joined(parts, "-") + mark for parts in date["date-parts"] if parts != [0]]
    return "/".join(points) + ("/.." if is_open(date) else "")


def is_open(date: Mapping[str, Any]) -> bool:
    """Whether a date has a beginning and no end."""
    return [0] in date["date-parts"]


def is_year(date: Mapping[str, Any]) -> bool:
    """Whether a date is one exact year."""
    return [len(parts) for parts in date["date-parts"]] == [1] and not date.get("circa")


def year(date: Mapping[str, Any]) -> str:
    """The year in which a date begins."""
    return str(date["date-parts"][0][0])


def ris_date(date: Mapping[str, Any]) -> str:
    """A date as RIS has it: year, month, day and what else there is to say, each behind a slash."""
    start, *ends = date["date-parts"]
    cells = [f"{part:02d}" if k else str(part) for k, part in enumerate(start)]
    until = ["–" + (_joined(end, "-") if end != [0] else "") for end in ends]
    other = " ".join([*(["ca."] if date.get("circa") else []), *until])
    return "/".join([*cells, *[""] * (3 - len(cells)), other])


def _joined(parts: list[int], separator: str) -> str:
    return separator.join(f"{part:02d}" if k else f"{part:04d}" for k, part in enumerate(parts))

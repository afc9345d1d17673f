"""Works as RIS, with the tags that Zotero, Mendeley and EndNote read.

A report's number stands in SN, where Zotero looks for it, unless an ISBN stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .exportdates import edtf, ris_date, year

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "article": "UNPB",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "document": "GEN",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "GOVDOC",
    "webpage": "ELEC",
}
"""Type of CSL -> type of RIS; read backwards it gives the type again."""

DEGENERATE = {"review": "JOUR", "review-book": "JOUR", "entry": "ENCYC", "post": "BLOG"}
"""Types that RIS cannot tell from others; all that is missing from both tables is GEN."""

TAGS = {
    "title": "TI",
    "author": "AU",
    "editor": "ED",
    "translator": "A4",
    "container-title": "T2",
    "collection-title": "T3",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "edition": "ET",
    "publisher": "PB",
    "publisher-place": "CY",
    "DOI": "DO",
    "URL": "UR",
    "ISBN": "SN",
    "ISSN": "SN",
    "language": "LA",
    "note": "N1",
    "archive_location": "AN",
    "original-title": "OP",
}
"""Variable of CSL -> tag."""

_WITH_KIND = ("BLOG", "ELEC", "MANSCPT", "RPRT", "SLIDE", "STAT", "THES", "GOVDOC", "CASE")
"""Types whose M3 says what they call themselves; Zotero takes it for a DOI elsewhere."""

_NUMBERED = ("RPRT", "GOVDOC")
_END = "\r\n"  # as the format asks


def type_of(csl: str) -> str:
    """The type of RIS."""
    return TYPES.get(csl) or DEGENERATE.get(csl, "GEN")


def ris(items: Iterable[Mapping[str, Any]]) -> str:
    """Items of CSL-JSON as a RIS file in UTF-8."""
    return _END.join(_record(item) for item in items)


def _record(item: Mapping[str, Any]) -> str:
    kind = type_of(item["type"])
    lines = [("TY", kind), ("ID", item["id"]), *_lines(item, kind), ("ER", "")]
    return "".join(f"{tag}  - {_line(value)}{_END}" for tag, value in lines)


def _lines(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        tag = _tag(key, kind, item)
        if key in _SHAPED:
            yield from _SHAPED[key](value)
        elif isinstance(value, list):
            yield from ((tag, _name(who)) for who in value)
        elif tag:
            yield tag, str(value)


def _tag(key: str, kind: str, item: Mapping[str, Any]) -> str:
    """The tag of a variable, where it depends on the type or on what else is there."""
    if key == "genre":
        return "M3" if kind in _WITH_KIND else "N1"
    if key == "number" and kind in _NUMBERED and "ISBN" not in item:
        return "SN"
    if key == "authority":
        return "" if "publisher" in item else "PB"
    return TAGS.get(key, "")


def _issued(date: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (("PY", year(date)), ("DA", ris_date(date)))


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    first, dash, last = pages.partition("-")
    yield "SP", first if dash and "-" not in last else pages
    if dash and "-" not in last:
        yield "EP", last


_SHAPED: dict[str, Callable[[Any], Iterable[tuple[str, str]]]] = {
    "issued": _issued,
    "accessed": lambda date: [("Y2", ris_date(date))],
    "original-date": lambda date: [("OP", edtf(date))],
    "page": lambda pages: _pages(str(pages)),
}
"""Variables that take a form of their own."""


def _name(who: Mapping[str, str]) -> str:
    """A person as "family, given, suffix"; the comma of an institution would split it."""
    if who.get("literal"):
        return who["literal"].replace(",", "")
    parts = (who.get("family", ""), who.get("given", ""), who.get("suffix", ""))
    return ", ".join(part for part in parts if part)


def _line(value: str) -> str:
    return " ".join(value.split())

"""What can be wrong with an entry of docs/_data/sources.yml: every message in one table.

A message names the entry and quotes what is wrong in it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any, get_args

from .bilingual import LANGUAGES
from .cslnames import DATES, ROLES, TYPES, VARIABLES
from .issued import Issued, date_of, is_in_order, read_issued
from .model import Problem, TitleBasis
from .termchecks import suggested
from .text import distance, shorten
from .workkinds import KINDS

FILE = "_data/sources.yml"

FAULTS = {
    "sources-not-a-list": ("is not a list", "begin each entry with “- id:”"),
    "source-without-id": ("has no id", "add “id:”"),
    "source-id-twice": ("is used twice", "choose another id"),
    "source-without-title": ("has no title", "add “title:”"),
    "unsafe-address": ("is no http(s) address", "mend it"),
    "source-date": ("is no date in EDTF that the calendar has", "write it like 2022-08-15"),
    "source-date-order": ("ends before it begins", "write the earlier date first"),
    "source-type": ("is no type of CSL", "write webpage, or a type of CSL 1.0.2"),
    "source-field": (
        "is no variable of CSL we use{detail}",
        "correct its name, or begin it with x- if it is a note of ours",
    ),
    "source-kind": ("is no kind of source", f"write one of: {', '.join(KINDS)}"),
    "source-title-basis": (
        "is neither slug nor described",
        "write “slug” or “described”, or leave it out when the title is the work’s own",
    ),
    "source-remark": ("does not speak in both languages", "write “id:” and “en:” below it"),
    "source-author": ("is neither family and given nor literal", "write “- family:”"),
    "source-unverified": (
        "is no list of fields that the entry has",
        "write each on a line of its own, after “- ”",
    ),
}
"""code -> cause, next step; all are errors."""

OURS = tuple(
    f"x-{name}" for name in "evidence kind note remark title-basis title-id unverified".split()
)
"""Our own keys; others that begin with x- are notes of the author, unless they nearly spell one."""


def fault(code: str, place: str, quote: str, detail: str = "") -> Problem:
    """A problem of the table."""
    cause, remedy = FAULTS[code]
    return Problem(code, "error", FILE, place, shorten(quote), cause.format(detail=detail), remedy)


def entry_faults(item: object, number: int, known: Container[str]) -> list[Problem]:
    """What is wrong with an entry, given the ids of those before it; `number` counts from 1."""
    if not isinstance(item, Mapping) or not item.get("id"):
        typed = ", ".join(f"{k}: {v}" for k, v in item.items()) if isinstance(item, Mapping) else ""
        return [fault("source-without-id", f"entry {number}", typed or str(item))]
    name = str(item["id"])
    place = f"entry {name}"
    wrong = {
        "source-id-twice": [name] if name in known else [],
        "source-without-title": [] if item.get("title") else [name],
        "unsafe-address": _typed(
            item, "URL", right=str(item.get("URL", "https:")).startswith(_WEB)
        ),
        "source-date": [_quoted(item, key) for key in _dates(item) if not _read(item[key])],
        "source-date-order": [
            _quoted(item, key) for key in _dates(item) if not _ordered(item[key])
        ],
        "source-type": _typed(item, "type", right=str(item.get("type", "document")) in TYPES),
        "source-kind": _typed(item, "x-kind", right=str(item.get("x-kind", "web")) in KINDS),
        "source-title-basis": _typed(
            item, "x-title-basis", right=_is_basis(item.get("x-title-basis"))
        ),
        "source-remark": _typed(item, "x-remark", right=_both(item.get("x-remark"))),
        "source-author": [_quoted(item, role) for role in ROLES if not _people(item.get(role))],
        "source-unverified": _typed(item, "x-unverified", right=_named(item)),
    }
    found = [fault(code, place, quote) for code, quotes in wrong.items() for quote in quotes]
    return [*found, *_unknown_fields(item, place)]


_WEB = ("https:", "http:")


def _unknown_fields(item: Mapping[str, Any], place: str) -> Iterator[Problem]:
    for key in map(str, item):
        is_note = key.startswith("x-")
        near = _slip(key) if is_note else suggested(key, VARIABLES)
        if key not in VARIABLES and key not in OURS and (near or not is_note):
            yield fault("source-field", place, f"{key}:", near)


def _slip(key: str) -> str:
    """Which of our own keys a note of the author's nearly spells, for the end of a message."""
    near = [ours for ours in OURS if distance(key, ours, 2) <= 2]
    return f" (did you mean {', '.join(near)}?)" if near else ""


def _typed(item: Mapping[str, Any], key: str, *, right: bool) -> list[str]:
    return [] if right or key not in item else [_quoted(item, key)]


def _quoted(item: Mapping[str, Any], key: str) -> str:
    return f"{key}: {item[key]}"


def _dates(item: Mapping[str, Any]) -> list[str]:
    return [key for key in DATES if item.get(key)]


def _read(value: object) -> Issued | None:
    try:
        return read_issued(date_of(value))
    except (TypeError, ValueError):  # date-parts that are no lists of numbers
        return None


def _ordered(value: object) -> bool:
    read = _read(value)
    return read is None or is_in_order(read)


def _is_basis(value: object) -> bool:
    return value in get_args(TitleBasis)


def _both(remark: object) -> bool:
    return isinstance(remark, Mapping) and all(str(remark.get(one) or "") for one in LANGUAGES)


def _people(value: object) -> bool:
    listed = [] if value is None else value
    return isinstance(listed, list) and all(isinstance(who, Mapping) for who in listed)


def _named(item: Mapping[str, Any]) -> bool:
    """Whether the fields to be kept back are there; "title (subtitle)" is a part of one."""
    listed = item.get("x-unverified") or []
    return isinstance(listed, list) and all(str(one).partition(" (")[0] in item for one in listed)

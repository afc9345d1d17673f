"""A work as an item of CSL-JSON: the record from which every other format is made.

Only variables of CSL 1.0.2 leave the file, and only what we stand behind. A title that is not the
work's own stands in square brackets, as style manuals ask.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from .cslnames import DATES, ROLES
from .issued import csl_date, read_issued
from .library import Entry

Item: TypeAlias = dict[str, Any]

_ORDER = (
    "id type title author editor translator issued original-date original-title container-title "
    "collection-title collection-number volume issue page number genre edition publisher "
    "publisher-place authority DOI URL accessed archive archive_location ISBN ISSN language note"
).split()
"""The order in which variables are printed; others follow in the order of the alphabet."""


def csl_item(entry: Entry) -> Item:
    """The work as CSL-JSON."""
    item = {key: _value(key, value) for key, value in entry.item.items() if value}
    if entry.source.title_basis and "title" in item:
        item["title"] = f"[{item['title']}]"
    ranked = sorted(item, key=lambda key: (_ORDER.index(key) if key in _ORDER else 99, key))
    return {key: item[key] for key in ranked if item[key]}


def _value(key: str, value: object) -> object:
    if key in ROLES and isinstance(value, list):
        return [name_parts(who) for who in value]
    if key in DATES:
        issued = read_issued(str(value))
        return csl_date(issued) if issued else {}
    return str(value)


def name_parts(who: Mapping[str, Any]) -> dict[str, Any]:
    """A name with its suffix apart: "Robert J., Jr." is a given name and "Jr."."""
    parts: dict[str, Any] = {key: str(value) for key, value in who.items()}
    given, comma, suffix = parts.get("given", "").partition(", ")
    return {**parts, "given": given, "suffix": suffix, "comma-suffix": True} if comma else parts


def csl_json(items: Iterable[Item]) -> str:
    """Items as a file that people can read and that never differs between builds."""
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"

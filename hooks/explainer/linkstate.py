"""What a check of our addresses found, as docs/_data/links.yml keeps it and pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .refwords import OUTCOMES, say
from .words import date_words

PATH = "_data/links.yml"
"""From docs/; absent until someone has run the check."""

OPEN = ("ok", "moved")


@dataclass(frozen=True, slots=True)
class Checked:
    """One address as it was found: outcome, status of HTTP (0: none), day, where else it is."""

    address: str
    outcome: str
    status: int = 0
    checked: str = ""  # ISO day
    moved_to: str = ""
    archived: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a reader gets there."""
        return self.outcome in OPEN

    def words(self, language: str) -> str:
        """The outcome for a reader."""
        status = f" ({self.status})" if self.status else ""
        return f"{say(OUTCOMES, self.outcome, language)}{status}"


def read_checks(raw: object) -> dict[str, Checked]:
    """Address -> what was found, from the parsed file; rows that are none are left out."""
    rows = raw if isinstance(raw, list) else []
    return {str(row["address"]): _row(row) for row in rows if _is_row(row)}


def _is_row(row: object) -> bool:
    return isinstance(row, Mapping) and bool(row.get("address")) and row.get("outcome") in OUTCOMES


def _row(row: Mapping[str, Any]) -> Checked:
    status = row.get("status")
    texts = {key: str(row.get(key) or "") for key in ("checked", "moved_to", "archived")}
    known = status if isinstance(status, int) else 0
    return Checked(str(row["address"]), str(row["outcome"]), known, **texts)


def written(check: Checked) -> dict[str, str | int]:
    """A row of the file, without what is empty."""
    fields = ("address", "outcome", "status", "checked", "moved_to", "archived")
    values = {name: getattr(check, name) for name in fields}
    return {name: value for name, value in values.items() if value}


def told(day: str, language: str) -> str:
    """A day in words."""
    return date_words(day, language)

"""Events of a timeline as schema.org has them; what counts as an event is read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeAlias

Data: TypeAlias = dict[str, Any]

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class Happening(Protocol):
    """What is needed of an event: id, EDTF date, titles and summaries by language."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> str: ...  # noqa: D102
    @property
    def titles(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def summaries(self) -> Mapping[str, str]: ...  # noqa: D102


def event_nodes(events: Iterable[Happening], language: str, page: str) -> list[Data]:
    """One `Event` for each event of a page, named by its address on it."""
    return [_node(event, language, page) for event in events]


def _node(event: Happening, language: str, page: str) -> Data:
    summary = event.summaries.get(language, "")
    return {
        "@type": "Event",
        "@id": f"{page}#{event.id}",
        "name": event.titles.get(language) or next(iter(event.titles.values()), event.id),
        **({"description": summary} if summary else {}),
        **_dates(event.date),
        "inLanguage": language,
        "url": f"{page}#{event.id}",
    }


def _dates(edtf: str) -> Data:
    """Only what ISO 8601 can say: a date in doubt, or an open end, is left out."""
    start, slash, end = edtf.partition("/")
    found = {"startDate": start, "endDate": end if slash else ""}
    return {name: date for name, date in found.items() if _DAY.fullmatch(date)}

"""Our entries in docs/_data/sources.yml, and how a note finds its entry: DOI, address, title.

An entry adds or corrects what a note prints. Fields named in `x-unverified` stay unused until
someone has seen them; keys that begin with `x-` never leave the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from .cslnames import DATES
from .issued import date_of
from .model import Name, Problem, Source
from .sourcefaults import FILE, entry_faults, fault
from .text import words
from .workkinds import kind_of

PATH = FILE
TEXT_FIELDS = {
    "type": "type",
    "title": "title",
    "container-title": "container",
    "volume": "volume",
    "issue": "issue",
    "issued": "issued",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "place",
    "URL": "url",
    "DOI": "doi",
    "language": "language",
}
"""CSL variable -> field of Source."""

_BASIS = {"x-title-basis": "title_basis", "x-title-id": "title_id"}
"""Our own keys that say whose words a title is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One work as we know it: its id and the fields we stand behind.

    `item` holds its CSL variables as typed, dates as EDTF; `unverified` names what we left out;
    `remark` says in each language what a reader of the work should know.
    """

    id: str
    source: Source
    item: Mapping[str, Any] = field(default_factory=dict, hash=False)
    kind: str = "web"
    unverified: tuple[str, ...] = ()
    remark: Mapping[str, str] = field(default_factory=dict, hash=False)


class Library:
    """All entries, found by the marks that identify a work."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self._marks = {mark: e for e in self.entries.values() for mark in marks(e.source)}

    def match(self, source: Source) -> Entry | None:
        """The entry for a source read from a note: same DOI, else address, else title."""
        found = (self._marks.get(mark) for mark in marks(source))
        return next((entry for entry in found if entry), None)


def marks(source: Source) -> list[tuple[str, ...]]:
    """What identifies a work, strongest first: DOI, bare address, whole title."""
    found: list[tuple[str, ...]] = []
    if source.doi:
        found.append(("doi", source.doi.lower()))
    if source.url:
        found.append(("url", bare_address(source.url)))
    title = () if source.title_basis else tuple(words(source.title))
    return [*found, ("title", *title)] if len(title) > 2 else found


def bare_address(url: str) -> str:
    """An address without scheme, www., fragment, tracking parameters and closing slash."""
    address, _, query = url.partition("#")[0].partition("?")
    host, slash, path = re.sub(r"^https?://(?:www\.)?", "", address, flags=re.IGNORECASE).partition(
        "/"
    )
    kept = "&".join(p for p in query.split("&") if p and not _TRACKING.match(p))
    bare = (host.lower() + slash + path).rstrip("/")
    return f"{bare}?{kept}" if kept else bare


_TRACKING = re.compile(r"(?:utm_[a-z]+|fbclid|gclid)=")


def merge(source: Source, entry: Entry) -> tuple[Source, tuple[str, ...]]:
    """The source with the entry's fields in place, and the names of those the note lacked."""
    known = {f.name: getattr(entry.source, f.name) for f in fields(Source) if f.name in _KNOWN}
    known = {name: value for name, value in known.items() if value}
    added = tuple(n for n in known if not getattr(source, n) and n in _SHOWN)
    return replace(source, **known, confidence="high"), added


_KNOWN = frozenset(TEXT_FIELDS.values()) | {"authors"}
_SHOWN = ("authors", "issued", "volume", "issue", "pages", "doi")


# --- reading the file -----------------------------------------------------------------------------


def read_entries(raw: object) -> tuple[list[Entry], list[Problem]]:
    """Entries from the parsed YAML, and what is wrong with the others; none is dropped unsaid."""
    if not isinstance(raw, list):
        return [], [fault("sources-not-a-list", "file", str(raw or ""))]
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for place, item in enumerate(raw, 1):
        found = entry_faults(item, place, entries)
        problems += found
        if not found:
            name = str(item["id"])
            entries[name] = _entry(name, item)
    return list(entries.values()), problems


_SHOWN_ROLES = ("author", "editor")
"""Those by whom a work is known."""


def _entry(name: str, item: Mapping[str, Any]) -> Entry:
    values = _verified(item)
    values |= {key: date_of(values[key]) for key in DATES if values.get(key)}
    unverified = tuple(str(name) for name in item.get("x-unverified") or ())
    remark = dict(item.get("x-remark") or {})
    return Entry(name, _source(item, values), values, kind_of(item), unverified, remark)


def _source(item: Mapping[str, Any], values: Mapping[str, Any]) -> Source:
    texts = {ours: str(values[csl]) for csl, ours in TEXT_FIELDS.items() if values.get(csl)}
    texts |= {ours: str(item[key]) for key, ours in _BASIS.items() if item.get(key)}
    people = {f"{role}s": tuple(map(_name, values.get(role) or ())) for role in _SHOWN_ROLES}
    if not people["authors"] and values.get("authority"):
        people["authors"] = (Name(literal=str(values["authority"])),)
    return Source(text="", confidence="high", **texts, **people)  # type: ignore[arg-type]


def _verified(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an entry that we stand behind.

    "title (subtitle)", "title (years)" and "author (given name)" in `x-unverified` hide only that
    part of a field.
    """
    hidden = [str(name).partition(" (") for name in item.get("x-unverified") or ()]
    values = {key: value for key, value in item.items() if not key.startswith("x-")}
    for name, _, part in hidden:
        if name == "title" and part.startswith(("subtitle", "years")):
            end = ": " if part.startswith("subtitle") else _YEARS
            values[name] = re.split(end, str(values.get(name) or ""), maxsplit=1)[0]
        elif name == "author" and part.startswith("given"):
            people = values.get(name) or ()
            values[name] = [{k: v for k, v in who.items() if k != "given"} for who in people]
        else:
            values.pop(name, None)
    return values


_YEARS = r",?\s\(?(?=\d{4}[–-]\d{2,4}\)?$)"
"""What stands before the years at the end of a title."""


def _name(author: Mapping[str, str]) -> Name:
    parts = {key: str(author.get(key, "")) for key in ("family", "given", "literal")}
    return Name(**parts)

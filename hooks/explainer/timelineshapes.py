"""Values in docs/_data/timeline.yml that have the wrong shape: no text, no number, no yes or no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .bilingual import LANGUAGES
from .model import Problem, Severity
from .text import shorten
from .timeline import PATH, items

CODES: dict[str, tuple[Severity, str, str]] = {
    "event-type": ("error", "is not {detail}", "write {detail}"),
}
"""code -> severity, cause, remedy."""

_TEXTS = {"events": ("title", "summary", "note", "later"), "periods": ("title", "intro")}
_SWITCHES = ("key", "needs_better_source")
_NAMES = ("actors", "sources", "terms")


def shape_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """What of the file would be printed in pieces or left out, in its order."""
    for kind, keys in _TEXTS.items():
        for item in items(raw, kind):
            place = f"{kind[:-1]} {item.get('id')}"
            for key in keys:
                yield from _text_problems(place, key, item.get(key))
    for item in items(raw, "events"):
        yield from _value_problems(f"event {item.get('id')}", item)


def _text_problems(place: str, key: str, held: object) -> Iterator[Problem]:
    """A text for each language; that both are there is checked with the other rules."""
    for name, value in held.items() if isinstance(held, Mapping) else ():
        if name not in LANGUAGES:
            yield _problem(
                place, f"{key}: {name}: {value}", "a text in Indonesian (`id:`) or English (`en:`)"
            )
        elif isinstance(value, list | Mapping):
            yield _problem(place, f"{key}: {name}: {value}", "a text")


def _value_problems(place: str, item: Mapping[str, Any]) -> Iterator[Problem]:
    for key in _SWITCHES:
        if not isinstance(item.get(key, False), bool):
            yield _problem(place, f"{key}: {item[key]}", "`true` or `false`")
    for number in _listed(item, "paragraphs"):
        if isinstance(number, bool) or not isinstance(number, int):
            yield _problem(place, f"paragraphs: {number}", "a whole number")
    for key in _NAMES:
        for name in _listed(item, key):
            if isinstance(name, list | Mapping):
                yield _problem(place, f"{key}: {name}", "a text")


def _listed(item: Mapping[str, Any], key: str) -> list[Any]:
    """The entries of a list; what is no list is told by the other rules."""
    found = item.get(key)
    return found if isinstance(found, list) else []


def _problem(place: str, quote: str, detail: str) -> Problem:
    severity, cause, remedy = CODES["event-type"]
    told = cause.format(detail=detail), remedy.format(detail=detail)
    return Problem("event-type", severity, PATH, place, shorten(quote), *told)

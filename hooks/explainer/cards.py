"""The pictures that other sites show beside a link to one of our pages: docs/_data/cards.yml.

A card names the pages it stands for; the one without pages stands for all others. Its pictures,
one for each language, are drawn by tests/test_browser_cards.py and kept in docs/assets/cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .bilingual import LANGUAGES
from .model import Problem

PATH = "_data/cards.yml"
SIZE = (1200, 630)
"""Width and height in pixels: what Open Graph readers show uncut."""


@dataclass(frozen=True, slots=True)
class Card:
    """One picture: whose it is, its words in one language, where it is kept."""

    id: str
    language: str
    title: str
    kicker: str
    alt: str
    motif: str = ""
    pages: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path of the picture in the site."""
        return f"assets/cards/{self.id}-{self.language}.png"

    def shows(self, page: str, language: str) -> bool:
        """Whether the card stands for a page; the one without pages stands for any."""
        return language == self.language and (page in self.pages or not self.pages)


CODES = {
    "card-field": (
        "error",
        "lacks {detail}",
        "write id, motif, and title, kicker and alt in both languages",
    ),
    "card-picture": (
        "warning",
        "has no picture {detail}",
        "draw it: python3 run.py test -k cards --regenerate",
    ),
}
"""code -> severity, cause, remedy."""

_SPOKEN = ("title", "kicker", "alt")


def read_cards(raw: object) -> tuple[tuple[Card, ...], list[Problem]]:
    """The cards, those with pages first, and what is wrong with the others."""
    cards: list[Card] = []
    problems: list[Problem] = []
    if not isinstance(raw, list | None):
        return (), [_problem("card-field", "the file", "a list of cards")]
    for place, item in enumerate(raw or [], 1):
        missing = _missing(item)
        if missing:
            problems.append(_problem("card-field", f"card {place}", ", ".join(missing)))
        else:
            cards += [_card(item, language) for language in LANGUAGES]
    return tuple(sorted(cards, key=lambda card: not card.pages)), problems


def picture_problems(cards: Iterable[Card], files: Iterable[str]) -> list[Problem]:
    """A problem for each card whose picture is not among the files."""
    known = set(files)
    lacking = (card for card in cards if card.path not in known)
    return [_problem("card-picture", card.id, f"docs/{card.path}") for card in lacking]


def _missing(item: object) -> list[str]:
    if not isinstance(item, Mapping):
        return ["id"]
    spoken = [
        f"{name} ({language})"
        for name in _SPOKEN
        for language in LANGUAGES
        if not (isinstance(item.get(name), Mapping) and item[name].get(language))
    ]
    return [*(name for name in ("id", "motif") if not item.get(name)), *spoken]


def _card(item: Mapping[str, Any], language: str) -> Card:
    texts = {name: str(item[name][language]) for name in _SPOKEN}
    pages = tuple(str(page) for page in item.get("pages") or ())
    return Card(str(item["id"]), language, **texts, motif=str(item["motif"]), pages=pages)


def _problem(code: str, quote: str, detail: str) -> Problem:
    severity, cause, remedy = CODES[code]
    level: Any = severity
    return Problem(code, level, PATH, "card", quote, cause.format(detail=detail), remedy)

"""One page as machines should know it: the record from which every table of metadata is made.

It holds what we know and nothing else: an article without a known author has none here, and only
the place where a text first appeared gives it a date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .bilingual import alternates, folder_of, language_of
from .cards import Card

CRUMBS = {"id": "Beranda", "en": "Home"}
"""What the way to a page calls its first step."""

CITED = ("article", "term", "timeline")
"""Kinds of pages that say how they are cited."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text of others first appeared: the site, the day, its entry in sources.yml."""

    site: str
    published: str = ""  # EDTF
    key: str = ""


@dataclass(frozen=True, slots=True)
class Learning:
    """What a page is for a learner; `teaches` holds ids of terms, or plain words."""

    type: str
    teaches: tuple[str, ...] = ()
    level: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """The page in one language: its address, title, language and title in sentence case."""

    url: str
    title: str
    language: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step on the way from the home page: its name and address."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class PageRecord:
    """Everything the tables of metadata need to know of a page."""

    path: str
    url: str
    language: str
    kind: str
    title: str
    description: str
    site: str  # the name of the site in this language
    root: str  # the address of the site
    sites: Mapping[str, str] = field(default_factory=dict)  # language -> name of the site
    versions: Mapping[str, Version] = field(default_factory=dict)  # default language first
    trail: tuple[Crumb, ...] = ()  # from the home page to this one; empty for the home page
    origin: Origin | None = None
    original: bool = True  # not a translation of ours
    sentence: str = ""  # the title in sentence case, for styles that ask for it
    learning: Learning | None = None
    card: Card | None = None
    card_url: str = ""

    @property
    def issued(self) -> str:
        """The day on which the text first appeared; a translation of ours has none."""
        return self.origin.published if self.origin and self.original else ""

    @property
    def source(self) -> Version | None:
        """What a translation of ours was made from: the page in another language."""
        others = [v for language, v in self.versions.items() if language != self.language]
        return others[0] if others and not self.original else None

    @property
    def translations(self) -> dict[str, Version]:
        """The other languages of an original."""
        others = {name: v for name, v in self.versions.items() if name != self.language}
        return others if self.original else {}


@dataclass(frozen=True, slots=True)
class Pages:
    """The front matter of all pages, and what turns their paths into addresses."""

    fronts: Mapping[str, Mapping[str, Any]]
    pairs: Mapping[str, str]
    names: Mapping[str, str]
    full: Callable[[str], str]
    cards: tuple[Card, ...] = ()

    def record(self, path: str) -> PageRecord:
        """The record of one page."""
        front, language = self.fronts.get(path, {}), language_of(path)
        home = path == home_of(language)
        card = next((c for c in self.cards if c.shows(path, language)), None)
        return PageRecord(
            path,
            self.full(path),
            language,
            "home" if home else str(front.get("kind") or "page"),
            self.title(path),
            str(front.get("description") or ""),
            self.names.get(language, ""),
            self.full(home_of("id")).removesuffix("index.html"),  # with or without file names
            self.names,
            {lang: self._version(p) for lang, p in alternates(path, self.pairs).items()},
            () if home else tuple(self._trail(path, language)),
            _origin(front.get("source")),
            original=front.get("original") is not False,
            sentence=str(front.get("sentence") or ""),
            learning=_learning(front.get("learning")),
            card=card,
            card_url=self.full(card.path) if card else "",
        )

    def title(self, path: str) -> str:
        """The title of a page, or its path when it has none."""
        return str(self.fronts.get(path, {}).get("title") or path)

    def _version(self, path: str) -> Version:
        sentence = str(self.fronts.get(path, {}).get("sentence") or "")
        return Version(self.full(path), self.title(path), language_of(path), sentence)

    def _trail(self, path: str, language: str) -> Iterator[Crumb]:
        """The home page, the index of every folder on the way, the page itself."""
        yield Crumb(CRUMBS[language], self.full(home_of(language)))
        folders = path.removeprefix(folder_of(language)).split("/")[:-1]
        for depth, _ in enumerate(folders, 1):
            index = folder_of(language) + "/".join([*folders[:depth], "index.md"])
            if index in self.fronts and index != path:
                yield Crumb(self.title(index), self.full(index))
        yield Crumb(self.title(path), self.full(path))


def home_of(language: str) -> str:
    """The path of the home page of a language."""
    return f"{folder_of(language)}index.md"


def published_of(front: Mapping[str, Any]) -> str:
    """When the text of a page first appeared, as its front matter says, or nothing."""
    source = front.get("source")
    return str(source.get("published") or "") if isinstance(source, Mapping) else ""


def _origin(raw: object) -> Origin | None:
    if not isinstance(raw, Mapping) or not raw.get("site"):
        return None
    return Origin(str(raw["site"]), str(raw.get("published") or ""), str(raw.get("key") or ""))


def _learning(raw: object) -> Learning | None:
    if not isinstance(raw, Mapping) or not raw.get("type"):
        return None
    teaches = tuple(str(item) for item in raw.get("teaches") or ())
    return Learning(str(raw["type"]), teaches, str(raw.get("level") or ""))

"""The other language of an article, part by part: a paragraph's translation folded below it.

Both pages have the same headings and paragraphs in the same order; a paragraph and its translation
share their address. What is stored of a translation is the hash of the paragraph it was checked
against: docs/_data/translations/<article>.yml. When the paragraph changes, it is stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from xml.etree.ElementTree import Element

from .annwords import ANN
from .bilingual import DEFAULT, LANGUAGES, language_of
from .elements import element
from .model import Problem, Severity
from .notetext import Stash, plain
from .passages import Part
from .quotes import form
from .text import shorten

FOLDER = "_data/translations"

CODES: dict[str, tuple[Severity, str, str]] = {
    "translations-file": (
        "error",
        "does not name an article that has a translation, and its paragraphs",
        "write `article:` and `paragraphs:`",
    ),
    "translation-uneven": (
        "warning",
        "has no counterpart in {other}",
        "give both the same headings and paragraphs, in the same order",
    ),
    "stale-translation": (
        "warning",
        "has changed since {other} was checked against it",
        "mend that translation, then write `{key}: {hash}` in docs/{file}",
    ),
    "translation-unknown": ("warning", "is no part of {other}", "take it out"),
    "translation-unchecked": (
        "info",
        "does not say against which paragraphs it was checked",
        "write `article: {other}` and `paragraphs: {{}}` in docs/{file}; the hashes follow",
    ),
}
"""code -> severity, cause, remedy."""

_KEPT = frozenset("em strong i b cite q code sub".split())
_SILENT = ("sup", "button")


def hash_of(text: str) -> str:
    """What is stored of a paragraph: changes of spaces and quotation marks do not count."""
    return hashlib.sha256(form(text).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Checked:
    """Against which paragraphs the translation of an article was checked: key -> hash."""

    file: str
    hashes: Mapping[str, str]


def read_translations(
    files: Mapping[str, object], pairs: Mapping[str, str]
) -> tuple[dict[str, Checked], list[Problem]]:
    """The files of hashes by the article translated; `pairs` are the articles that have one."""
    made: dict[str, Checked] = {}
    problems: list[Problem] = []
    for file, raw in files.items():
        given = raw if isinstance(raw, Mapping) else {}
        article, hashes = str(given.get("article") or ""), given.get("paragraphs")
        if article not in pairs or not isinstance(hashes, Mapping):
            problems.append(_problem("translations-file", file, "file", f"article: {article}"))
        else:
            made[article] = Checked(file, {str(k): str(v) for k, v in hashes.items()})
    return made, problems


@dataclass(slots=True)
class _Piece:
    """A part as the other language shows it: its words, and its words with their emphasis."""

    kind: str
    text: str  # as typed: what its hash is taken of
    element: Element
    html: str = ""  # with its citations in words, once they are set


@dataclass(slots=True)
class Parallel:
    """The parts of all articles of one build, and which of them belong together."""

    pairs: Mapping[str, str] = field(default_factory=dict)  # article -> its translation, both ways
    checked: Mapping[str, Checked] = field(default_factory=dict)  # by the article translated
    pieces: dict[str, dict[str, _Piece]] = field(default_factory=dict)

    def take(self, path: str, parts: Iterable[Part]) -> list[tuple[Part, Element]]:
        """Note the parts of a page; the room that each is given for its other language."""
        held = [(key, part) for key, part in _keyed(parts)] if path in self.pairs else []
        self.pieces[path] = {key: _Piece(part.kind, part.text, part.element) for key, part in held}
        return [(part, element("div", {"class": _ROOM, "data-of": key})) for key, part in held]

    def settle(self, path: str, stash: Stash) -> None:
        """Keep the parts of a page as they stand in its tree now, for the other language."""
        for piece in self.pieces.get(path, {}).values():
            piece.html = "".join(_inside(piece.element, stash)).strip()

    # --- filling ----------------------------------------------------------------------------------

    def fill(self, html: str, path: str) -> str:
        """The page with its other language in place, once all pages are read."""
        pair = self.pairs.get(path, "")
        stale = {*self._stale(path), *self._stale(pair)}
        for key in self.pieces.get(path, {}):
            other = self.pieces.get(pair, {}).get(key)
            shown = _shown(key, other, language_of(pair), is_stale=key in stale) if other else ""
            html = html.replace(f'<div class="{_ROOM}" data-of="{key}"></div>', shown, 1)
        return html

    # --- problems ---------------------------------------------------------------------------------

    def problems(self) -> Iterator[Problem]:
        """What is uneven, what is stale, and hashes of what is not there."""
        for path, pair in self.pairs.items():
            yield from self._uneven(path, pair)
            yield from self._unchecked(path, pair)
        for path, one in self.checked.items():
            own, pair = self.pieces.get(path, {}), self.pairs[path]
            for key in self._stale(path):
                names = {"other": pair, "key": key, "hash": hash_of(own[key].text)}
                place = f"{own[key].kind} {key}"
                text = own[key].text
                yield _problem("stale-translation", path, place, text, file=one.file, **names)
            for key in one.hashes:
                if key not in own:
                    yield _problem("translation-unknown", one.file, "paragraphs", key, other=path)

    def _unchecked(self, path: str, pair: str) -> Iterator[Problem]:
        """A translation out of the first language of which nothing is stored."""
        if language_of(path) == DEFAULT and not self.checked.keys() & {path, pair}:
            stem = path.rsplit("/", 1)[-1].removesuffix(".md")
            names = {"other": path, "file": f"{FOLDER}/{stem}.yml"}
            yield _problem("translation-unchecked", pair, "front matter", f"pair: {path}", **names)

    def _stale(self, path: str) -> list[str]:
        """The parts of an article that have changed since their translation was checked."""
        one = self.checked.get(path)
        own = self.pieces.get(path, {}) if one else {}
        return [key for key, p in own.items() if one and one.hashes.get(key) != hash_of(p.text)]

    def _uneven(self, path: str, pair: str) -> Iterator[Problem]:
        own, other = self.pieces.get(path, {}), self.pieces.get(pair, {})
        missing = [key for key in own if key not in other]
        if not missing and len(own) == len(other):
            missing = [one for one, two in zip(own, other, strict=True) if one != two][:1]
        for key in missing:
            place = f"{own[key].kind} {key}"
            yield _problem("translation-uneven", path, place, own[key].text, other=pair)


_ROOM = "ex-parallel"


def _keyed(parts: Iterable[Part]) -> Iterator[tuple[str, Part]]:
    """Paragraphs by their address, headings by their number."""
    headings = 0
    for part in parts:
        headings += part.kind == "heading"
        if part.kind != "note":
            yield (part.anchor or f"h-{headings}", part)


def _inside(holder: Element, stash: Stash) -> Iterator[str]:
    """What is in an element as HTML: text and emphasis, no links, buttons, markers or ids."""
    yield escape(plain(holder.text, stash), quote=False)
    for child in holder:
        if child.tag in _KEPT:
            language = f' lang="{escape(child.get("lang", ""))}"' if child.get("lang") else ""
            yield f"<{child.tag}{language}>"
        if child.tag not in _SILENT:
            yield from _inside(child, stash)
        if child.tag in _KEPT:
            yield f"</{child.tag}>"
        yield escape(plain(child.tail, stash), quote=False)


def _shown(key: str, other: _Piece, language: str, *, is_stale: bool) -> str:
    """A translation as HTML: a paragraph folded, a heading hidden until both are read together."""
    words = ANN[next(name for name in LANGUAGES if name != language)]
    quiet = 'data-search-exclude="data-search-exclude"'
    text = f'lang="{language}">{other.html}</div>'
    if other.kind == "heading":
        return f'<div class="ex-parallel ex-parallel--heading" {quiet} {text}'
    place = escape(words["paragraph"].format(n=key.removeprefix("p-")).lower())
    stale = f'<p class="ex-stale">{escape(words["stale"])}</p>' if is_stale else ""
    mark = ' <span class="ex-stale__mark" aria-hidden="true">!</span>' if is_stale else ""
    return (
        f'<details class="ex-parallel" {quiet}><summary>{escape(words["translation"])}'
        f'<span class="ex-vh">, {place}</span>{mark}</summary>'
        f'{stale}<div class="ex-parallel__text" {text}</details>'
    )


def _problem(code: str, page: str, place: str, quote: str, **names: str) -> Problem:
    severity, cause, remedy = CODES[code]
    said, next_step = cause.format(**names), remedy.format(**names)
    return Problem(code, severity, page, place, shorten(quote), said, next_step)

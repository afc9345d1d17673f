"""The works of the library in one author-date style: labels in the text, entries in lists.

Entries come from a CSL processor (`citeproc`), labels from here: a label of an undated work names
its title too, since many such works share an author. Both begin with the same words and carry the
same letter behind the year, on every page of the site. What `sources.yml` marks as not verified
never gets this far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from .citeproc import references
from .cslitem import for_print, quotations, typeset
from .cslstyle import LOCALES
from .issued import year_words
from .library import Library
from .model import Source
from .printed import Run, described, title_lang
from .reftext import runs_of
from .text import STOP, fold
from .words import WORDS

BY_CONTAINER = (
    "article-newspaper article-magazine webpage entry entry-encyclopedia entry-dictionary review "
    "review-book"
).split()
"""Unsigned works of these types are known by where they appeared, as the style has it."""

_AT = re.compile(r"\s\([^()]*\)$")
"""What says at the end of a container where its text was seen: "Reuters (The Straits Times)"."""

_SHORT = 4  # words of a title that stand for the whole
_LAST = "9999"  # undated works follow the dated ones of their author


class Bibliography:
    """All works of a library as they are named and printed."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.sources = {key: entry.source for key, entry in library.entries.items()}
        self.suffix = cache(self._suffixes)
        self._printed = cache(self._print_all)

    def label(self, key: str, language: str) -> list[Run]:
        """What the text prints for a work."""
        return label(self.sources[key], language, self.suffix(language).get(key, ""))

    def name(self, key: str, language: str) -> str:
        """The label as plain text."""
        return "".join(run.text for run in self.label(key, language))

    def year(self, key: str, language: str) -> list[Run]:
        """The label without its author."""
        return year_of(self.sources[key], language, self.suffix(language).get(key, ""))

    def entry(self, key: str, language: str) -> list[Run]:
        """What a list prints for a work."""
        return self._printed()[language][key]

    def ordered(self, keys: Iterable[str]) -> list[str]:
        """Works by author, date and title."""
        return sorted(keys, key=lambda key: (*sort_key(self.sources[key]), key))

    def _suffixes(self, language: str) -> dict[str, str]:
        return suffixes(self.sources, language)

    def _print_all(self) -> dict[str, dict[str, list[Run]]]:
        """Every work in every language: the processor is started once."""
        entries = self.library.entries.values()
        items = {
            language: [for_print(e, language, self.suffix(language).get(e.id, "")) for e in entries]
            for language in LOCALES
        }
        return {
            language: {key: runs_of(nodes) for key, nodes in made.items()}
            for language, made in references(items).items()
        }


# --- labels ---------------------------------------------------------------------------------------


def label(source: Source, language: str, suffix: str = "") -> list[Run]:
    """What the text prints: "Waltz 1979"; without a year Snidal, “Relative Gains”."""
    who, year = who_words(source, language), year_words(source.issued)
    if who and year:
        return [Run(f"{who} {year}{suffix}")]
    short = _quoted_inside(short_title(described(source, language)))
    title = Run(short, "", "", title_lang(source, language))
    words = WORDS[language]
    marks = ("[", "]") if source.title_basis else (words["open"], words["shut"])
    quoted = [Run(marks[0]), title, Run(marks[1])] if short else []
    before = [Run(f"{who}, " if short else who)] if who else []
    after = [Run(f" {year}{suffix}")] if year else []
    return [*before, *quoted, *after]


def _quoted_inside(text: str) -> str:
    """Words that will stand in quotation marks: their own become single ones."""
    pieces = quotations(typeset(text))
    return "".join(f"‘{part}’" if is_quoted else part for part, is_quoted in pieces)


def year_of(source: Source, language: str, suffix: str = "") -> list[Run]:
    """The label without its author, for a sentence that names the author itself."""
    who = who_words(source, language)
    runs = label(source, language, suffix)
    if not who:
        return runs
    first = runs[0].text.removeprefix(who).lstrip(", ")
    return [Run(first), *runs[1:]] if first else runs[1:]


def who_words(source: Source, language: str) -> str:
    """The family names of up to two authors or editors, else the first and "et al."."""
    names = [typeset(n.family or n.literal) for n in source.authors or source.editors]
    words = WORDS[language]
    if not names:
        return _container(source)
    if len(names) > 2 or (source.et_al and names):
        return f"{names[0]} {words['et-al']}"
    return f" {words['and']} ".join(names)


def _container(source: Source) -> str:
    """Where an unsigned work appeared, if it is known by that."""
    return typeset(_AT.sub("", source.container)) if source.type in BY_CONTAINER else ""


def short_title(title: str) -> str:
    """The first words of a title, up to its colon, not ending on a small word."""
    words = title.partition(":")[0].split()
    if len(words) <= _SHORT + 1:
        return " ".join(words)
    telling = [k for k, word in enumerate(words) if fold(word) not in STOP]
    kept = words[: max([_SHORT, *(k + 1 for k in telling[:2])])]
    while len(kept) > 1 and fold(kept[-1]) in STOP:
        kept.pop()
    return " ".join(kept).rstrip(",;")


def suffixes(sources: Mapping[str, Source], language: str) -> dict[str, str]:
    """The letters "a", "b" … by key, for works that would otherwise share a label."""
    groups: dict[str, list[str]] = {}
    for key in sorted(sources, key=lambda k: (*sort_key(sources[k]), k)):
        text = "".join(run.text for run in label(sources[key], language))
        groups.setdefault(text if sources[key].year else key, []).append(key)
    return {
        key: letter(n) for keys in groups.values() if len(keys) > 1 for n, key in enumerate(keys)
    }


def letter(number: int) -> str:
    """The letter of a number counted from 0: a to z, then aa, ab and so on."""
    more, rest = divmod(number, 26)
    return (letter(more - 1) if more else "") + chr(ord("a") + rest)


# --- order ----------------------------------------------------------------------------------------


def sort_key(source: Source) -> tuple[tuple[str, ...], str, str]:
    """Lists run by author or what stands for one, then date, then title."""
    names = source.authors or source.editors
    people = [f"{name.family or name.literal} {name.given}" for name in names]
    first = people or [_container(source) or source.title]
    return tuple(map(_sorted_as, first)), source.issued or _LAST, _sorted_as(source.title)


def _sorted_as(text: str) -> str:
    """Words as they are sorted: folded, without a leading article or bracket."""
    words = fold(text).strip(" []“”\"'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)

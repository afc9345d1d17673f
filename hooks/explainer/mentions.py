"""What the words of a reference say about the work they mean: name, title, year, number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .heads import looks_like_name, read_head
from .keys import without_roman
from .markers import without_locators
from .names import people
from .text import TITLES, name_words, significant, words

YEAR = re.compile(r"(?<![\d/.-])((?:1[4-9]|20)\d\d[a-z]?)(?![\w/-])")
"""A year, with the letter that tells two works of one year apart."""

DATE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}|\b[A-Z][a-z]+ \d{1,2}, \d{4}")
"""A full date as printed in a reference."""

_NOT_TITLE = frozenset(
    "vol volume jilid jil no nomor cet cetakan edisi ed edition hlm hal halaman pp p "
    "second third hasil etc usw dst dll".split()
)
_DOTTED = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,30})\.")


@dataclass(frozen=True, slots=True)
class Mention:
    """What a reference says about the work it means."""

    name: tuple[str, ...]
    title: tuple[str, ...]
    years: frozenset[str] = frozenset()
    people: int = 1
    loose: bool = False  # one stretch that may be a name or a title
    abbreviated: frozenset[str] = frozenset()
    date: str = ""


def title_words(text: str) -> tuple[str, ...]:
    """The words of a title that tell it apart, without edition and volume words."""
    return tuple(w for w in significant(text) if w not in _NOT_TITLE and w not in TITLES)


def read_mention(text: str, emphasised: tuple[str, ...] = ()) -> Mention:
    """The name, title and year in the words of a reference, locators left out."""
    years = frozenset(YEAR.findall(text))
    date = DATE.search(text)
    bare = without_roman(YEAR.sub(" ", DATE.sub(" ", text))).replace("()", " ").strip(" ,.:;(")
    head = read_head(bare, emphasised)
    name = tuple(name_words(without_locators(head.author)))
    title = title_words(f"{without_locators(head.title)} {without_locators(head.rest)}")
    title = tuple(w for w in title if not w.isdigit())
    loose = not head.sure and (not name or not title)
    dated = date[0] if date else ""
    return Mention(name, title, years, people(head.author), loose, _abbreviated(text), dated)


def readings(text: str, emphasised: tuple[str, ...] = ()) -> list[Mention]:
    """The ways a mention can be read, likeliest first: as its marks say, then name before comma."""
    first = read_mention(text, emphasised)
    name, comma, title = text.strip(" ,.;:(").partition(",")
    if not comma or not looks_like_name(name):
        return [first]
    second = replace(
        first,
        name=tuple(name_words(name)),
        title=title_words(without_locators(YEAR.sub(" ", title))),
        loose=False,
        people=people(name),
    )
    return [first] if second == first or not second.title else [first, second]


def _abbreviated(text: str) -> frozenset[str]:
    return frozenset(words(m[1])[0] for m in _DOTTED.finditer(text))

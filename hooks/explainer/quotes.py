"""Text quotes: where the words of a selector stand in a text, and what is nearest when nowhere.

A W3C TextQuoteSelector names a stretch of text by its own words (`exact`) and, where those stand
in several places, by the words right before and behind them. Both sides are compared in one form:
Unicode NFC, single spaces, straight quotation marks and apostrophes, one kind of dash; invisible
characters count for nothing. Every search is a plain one, so time grows with the text alone.
https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from itertools import pairwise
from typing import TypeAlias

CONTEXT = 32
"""Characters before and behind a quotation that are given with it, as Hypothesis does."""

_SAME = str.maketrans(
    dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛ʼ`´", "'") | dict.fromkeys("‐‑‒–—−", "-")
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, joiners, zero widths
_LONGEST = 600  # characters of a quotation that are compared for a suggestion
_SHORT = 4  # words
_TOKEN = re.compile(r"\w+|[^\w\s]")

_Step: TypeAlias = tuple[str, int, int, int, int]
"""One move of a comparison, as `difflib` gives it."""


@dataclass(frozen=True, slots=True)
class Selector:
    """The words meant; those before and behind them only where they are needed."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(slots=True)
class Normal:
    """A text in the compared form; for each of its characters, where it stood before."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the compared form as a stretch of the text it was made from."""
        return self.starts[start], self.ends[end - 1]


def normal(text: str) -> Normal:
    """The compared form of a text, with the way back."""
    made = Normal()
    parts: list[str] = []
    for start, end in _clusters(text):
        form = _form(text[start:end])
        if form == " " and parts and parts[-1] == " ":
            made.ends[-1] = end
            continue
        parts += form
        made.starts += [start] * len(form)
        made.ends += [end] * len(form)
    made.text = "".join(parts)
    return made


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that compose by themselves: a character with the marks that follow it."""
    heads = [k for k, char in enumerate(text) if k == 0 or not _joins(char)]
    return pairwise([*heads, len(text)])


def _joins(char: str) -> bool:
    """Whether a character may melt into the one before it: a mark, or a later Hangul jamo."""
    return char > "\u02ff" and (unicodedata.combining(char) > 0 or "\u1160" <= char <= "\u11ff")


def _form(cluster: str) -> str:
    if cluster.isspace():
        return " "
    if cluster[0] in _INVISIBLE:
        return ""
    return unicodedata.normalize("NFC", cluster).translate(_SAME)


def form(text: str) -> str:
    """The compared form of a quotation, without spaces around it."""
    return normal(text).text.strip()


# --- finding --------------------------------------------------------------------------------------


def find(selector: Selector, text: str) -> list[tuple[int, int]]:
    """Every place in a text of the compared form that fits the selector."""
    exact, before, behind = form(selector.exact), form(selector.prefix), form(selector.suffix)
    spans = ((at, at + len(exact)) for at in occurrences(exact, text))
    return [
        (start, end)
        for start, end in spans
        if _ends(text, start, before) and _begins(text, end, behind)
    ]


def occurrences(words: str, text: str) -> Iterator[int]:
    """Where words begin in a text, also where they overlap themselves."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _ends(text: str, at: int, words: str) -> bool:
    return text.endswith(words, 0, at) or text.endswith(f"{words} ", 0, at)


def _begins(text: str, at: int, words: str) -> bool:
    return text.startswith(words, at) or text.startswith(f" {words}", at)


def describe(text: str, start: int, end: int) -> Selector:
    """The selector of a stretch of a text: the usual context, and more until it is the only one."""
    width = CONTEXT
    while True:
        first, last = max(0, start - width), min(len(text), end + width)
        found = occurrences(text[first:last], text)
        if sum(1 for _ in zip(found, range(2), strict=False)) < 2 or last - first == len(text):
            return Selector(text[start:end], text[first:start], text[end:last])
        width *= 2


# --- suggesting -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Near:
    """The text nearest to a quotation, and how they differ: [-only quoted-] {+only there+}."""

    text: str
    difference: str


class _Tokens:
    """A text cut into words and single marks, of which each knows its place."""

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self.raw = text
        self.spans = [match.span() for match in found]
        self.words = [form(match[0]) for match in found]
        self.bare = [word.lower() for word in self.words]

    def slice(self, first: int, last: int) -> str:
        """The text from one token up to another, in one line."""
        if first >= last:
            return ""
        return " ".join(self.raw[self.spans[first][0] : self.spans[last - 1][1]].split())

    def count(self, first: int, last: int) -> int:
        """How many of these tokens are words; at least one."""
        return max(1, sum(word.isalnum() for word in self.bare[first:last]))

    def reach(self, tokens: range, most: int) -> int:
        """How many of the tokens to take for so many words."""
        for taken, token in enumerate(tokens, 1):
            most -= self.bare[token].isalnum()
            if not most:
                return taken
        return len(tokens)

    def gap(self, token: int) -> str:
        """A space when one stands before this token."""
        glued = token == 0 or self.spans[token - 1][1] == self.spans[token][0]
        return "" if glued else " "


def nearest(exact: str, text: str) -> Near | None:
    """What of a text comes nearest to words that do not stand in it; None when nothing does."""
    wanted, there = _Tokens(exact[:_LONGEST]), _Tokens(text)
    found = _window(wanted, there)
    if found is None:
        return None
    low, high = max(0, found[0] - 2), min(len(there.words), found[1] + 2)
    moves = SequenceMatcher(None, wanted.words, there.words[low:high], autojunk=False)
    steps: list[_Step] = [(k, a, b, c + low, d + low) for k, a, b, c, d in moves.get_opcodes()]
    if not any(step[0] == "equal" for step in steps):
        steps = [("replace", 0, len(wanted.words), *found)]
    steps = _inside(steps, wanted, there)
    nearby = there.slice(steps[0][3], steps[-1][4])
    return Near(nearby, _difference(steps, wanted, there))


def _window(wanted: _Tokens, there: _Tokens) -> tuple[int, int] | None:
    """The stretch of as many words that shares most of them, if it shares half; as tokens."""
    places = [k for k, word in enumerate(there.bare) if word.isalnum()]
    words, text = [w for w in wanted.bare if w.isalnum()], [there.bare[k] for k in places]
    end = _fullest(words, text) or _misspelt(words, text)
    return (places[max(0, end - len(words))], places[end - 1] + 1) if end else None


def _fullest(words: list[str], text: list[str]) -> int:
    """Where the stretch ends that shares most words; 0 when none shares half of them."""
    need, have = Counter(words), Counter[str]()
    score, best, end = 0, 0, 0
    for k, word in enumerate(text):
        score += have[word] < need[word]
        have[word] += 1
        if k >= len(words):
            old = text[k - len(words)]
            have[old] -= 1
            score -= have[old] < need[old]
        if score > best:
            best, end = score, k + 1
    return end if best and best * 2 >= len(words) else 0


def _misspelt(words: list[str], text: list[str]) -> int:
    """Where a stretch ends of which every word may be spelt otherwise; only for a few words."""
    size = len(words)
    if not 0 < size <= _SHORT:
        return 0
    phrases = [" ".join(text[k : k + size]) for k in range(len(text) - size + 1)]
    near = get_close_matches(" ".join(words), phrases, 1, 0.7)
    return phrases.index(near[0]) + size if near else 0


def _inside(steps: list[_Step], wanted: _Tokens, there: _Tokens) -> list[_Step]:
    """The steps without what only surrounds the words: no insertion, no more words than quoted."""
    kept = [step for step in steps if step[0] != "insert" or 0 < step[1] < len(wanted.words)]
    kind, a, b, c, d = kept[0]
    kept[0] = (kind, a, b, d - there.reach(range(d - 1, c - 1, -1), wanted.count(a, b)), d)
    kind, a, b, c, d = kept[-1]
    kept[-1] = (kind, a, b, c, c + there.reach(range(c, d), wanted.count(a, b)))
    return kept


def _difference(steps: list[_Step], wanted: _Tokens, there: _Tokens) -> str:
    parts: list[str] = []
    for kind, a, b, c, d in steps:
        old, new = wanted.slice(a, b), there.slice(c, d)
        parts.append(there.gap(c) if c < d else wanted.gap(a))
        if kind == "equal":
            parts.append(_abridged(there, c, d))
        else:
            parts += [f"[-{old}-]" if old else "", f"{{+{new}+}}" if new else ""]
    return "".join(parts).strip()


def _abridged(there: _Tokens, first: int, last: int) -> str:
    """A stretch that both share, its middle left out when it is long."""
    if last - first <= 3 * _SHORT:
        return there.slice(first, last)
    return f"{there.slice(first, first + _SHORT)} … {there.slice(last - _SHORT, last)}"

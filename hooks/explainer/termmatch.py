"""Finding the forms of terms in running text: longest first, whole words, in linear time.

Forms are lists of words in a tree of words; a text is read once. A form matches without regard to
case (unless it is written in capitals), to typographic apostrophes and to the kind of white space.
A word that a hyphen ties to another word has no border there: "norma-norma" is not "norma".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_TOKEN = re.compile(r"\x02[^\x03]*\x03|[^\W_]+|[\s\xa0]+|.", re.DOTALL)
"""A placeholder of Markdown, a word, white space, or one sign."""

_SAME = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Match:
    """A form in a text: where it begins and ends, and the term it belongs to."""

    start: int
    end: int
    term: str


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    form: str = ""  # as listed, when a form ends here
    term: str = ""  # empty when the form is only there to be left alone


class Matcher:
    """Finds terms; `masked` are stretches to leave alone: risky forms, titles of works."""

    def __init__(self, forms: Iterable[tuple[str, str]], masked: Iterable[str] = ()) -> None:
        self._root = _Node()
        for form in masked:
            self._add(form, "")
        for form, term in forms:
            self._add(form, term)

    def _add(self, form: str, term: str) -> None:
        node = self._root
        for token in _tokens(form.strip()):
            node = node.following.setdefault(_key(token), _Node())
        if node is not self._root:
            node.form, node.term = form.strip(), term

    def find(self, text: str) -> list[Match]:
        """The forms in a text from left to right, none inside or across another."""
        tokens = _tokens(text)
        starts = _starts(tokens)
        found: list[Match] = []
        here = 0
        while here < len(tokens):
            end, node = self._longest(tokens, here)
            if node and node.term:
                found.append(Match(starts[here], starts[end], node.term))
            here = end if node else here + 1
        return found

    def _longest(self, tokens: list[str], start: int) -> tuple[int, _Node | None]:
        """The end of the longest form that begins at a token, and what stands there."""
        best: tuple[int, _Node | None] = (start, None)
        if not _free_before(tokens, start):
            return best
        node = self._root
        for place in range(start, len(tokens)):
            following = node.following.get(_key(tokens[place]))
            if following is None:
                break
            node = following
            if node.form and _fits(node, tokens, start, place + 1):
                best = (place + 1, node)
        return best


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _starts(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _key(token: str) -> str:
    return " " if token.isspace() else token.translate(_SAME).lower()


def _fits(node: _Node, tokens: list[str], start: int, end: int) -> bool:
    if not _free_after(tokens, end):
        return False
    capitals = node.term and node.form.isupper()
    return not capitals or "".join(tokens[start:end]) == node.form


def _free_before(tokens: list[str], start: int) -> bool:
    """No word is tied to this one from before, by a hyphen or an apostrophe."""
    return start < 2 or not (_key(tokens[start - 1]) in "-'_" and _is_word(tokens[start - 2]))


def _free_after(tokens: list[str], end: int) -> bool:
    """No word is tied to this one from behind; the English possessive is no such word."""
    if end + 1 >= len(tokens) or not _is_word(tokens[end + 1]):
        return True
    tie = _key(tokens[end])
    return tie not in "-'_" or (tie == "'" and tokens[end + 1].lower() == "s")


def _is_word(token: str) -> bool:
    return token[0].isalnum()

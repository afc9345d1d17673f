"""An index of words: which works hold a word, also when it is misspelt in a letter or two.

A misspelt word meets the right one in what is left of both after taking out letters, so that
look-up never compares a word with all others.
"""

from __future__ import annotations

from collections.abc import Iterable

from .text import allowed_slips, deletions, modern

MOST = 200
"""Postings looked at for one word; above it a mention is ambiguous anyway."""

_Lists = dict[str, list[int]]


class Postings:
    """Ascending numbers of works under each word."""

    def __init__(self) -> None:
        self._words: _Lists = {}
        self._left: _Lists = {}  # what is left of a word without some letters

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def add(self, words: Iterable[str], number: int) -> None:
        """Note that this work holds these words, just as they are spelt."""
        _post(self._words, words, number)

    def add_spellings(self, words: Iterable[str], number: int) -> None:
        """Note that this work holds these words, to be found in other spellings too."""
        kept = set(words)
        _post(self._words, {*kept, *map(modern, kept)}, number)
        _post(self._left, (s for w in kept for s in deletions(w, allowed_slips(w))), number)

    def spelt(self, word: str) -> list[int]:
        """The works that hold exactly this word."""
        return self._words.get(word, [])

    def hits(self, word: str, *, exact: bool) -> list[int]:
        """The newest works that hold the word, in old or new spelling, or misspelt."""
        found = [*self.spelt(word)[-MOST:], *self.spelt(modern(word))[-MOST:]]
        if not exact:
            for left in deletions(word, max(allowed_slips(word), int(len(word) == 4))):
                found += self._left.get(left, [])[-MOST:]
        return sorted(set(found))


def _post(lists: _Lists, keys: Iterable[str], number: int) -> None:
    for key in keys:
        lists.setdefault(key, []).append(number)

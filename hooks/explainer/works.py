"""The works cited so far in one article, and how a mention finds the one it means.

Whatever is left with more than one work is ambiguous; nothing is guessed. Look-up goes through
indexes of words, so that the time for an article grows with its length only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .heads import read_head
from .keys import Key, alias_keys, identity_keys, mention_keys, roman
from .markers import without_locators
from .matching import Fits, Work, fits_author, fits_other, fits_title, looked_up, narrow, same_work
from .mentions import DATE, YEAR, Mention, readings, title_words
from .names import people
from .postings import MOST, Postings
from .spans import URL
from .text import name_words, words

_Ways = tuple[tuple[str, Fits], ...]
_BY_NAME: _Ways = (("author", fits_author), ("title", fits_title))
_BY_OTHER: _Ways = (("other", fits_other),)


@dataclass(frozen=True, slots=True)
class Found:
    """The works a mention fits in printed order; `by` says how it fits."""

    works: tuple[Work, ...] = ()
    by: str = ""


class Works:
    """The works of one article in printed order."""

    def __init__(self) -> None:
        self._works: list[Work] = []
        self.cited: list[Work] = []  # once for each citation, in order
        self._authors = Postings()
        self._titles = Postings()
        self._words = Postings()
        self._keys: dict[Key, list[int]] = {}

    def __len__(self) -> int:
        return len(self._works)

    # --- remembering ------------------------------------------------------------------------------

    def add(self, work: Work) -> Work:
        """Remember a source given in full; a repeated one is the same work as before."""
        index = self._known(work)
        if index is None:
            self.adopt(work)
            return work
        known = self._works[index]
        self._words.add(work.words - known.words, index)
        known.words |= work.words
        known.years |= work.years
        return known

    def adopt(self, work: Work) -> None:
        """Take in a work as it is."""
        index = len(self._works)
        self._works.append(work)
        lead = ("lead", *words(work.raw[:300])[:4])
        for key in {*identity_keys(work.raw), *alias_keys(work.raw), lead}:
            self._keys.setdefault(key, []).append(index)
        self._authors.add_spellings(work.author, index)
        self._titles.add_spellings(work.title, index)
        self._words.add(work.words, index)

    def _known(self, work: Work) -> int | None:
        """The index of the same work, given before."""
        for key in identity_keys(work.raw):
            if key in self._keys:
                return self._keys[key][0]
        return next((i for i in self._sharing(work) if same_work(work, self._works[i])), None)

    def _sharing(self, work: Work) -> Iterable[int]:
        """Earlier works that share the last name word and the first title word, newest first."""
        if not work.title:
            return ()
        lists = [self._titles.spelt(work.title[0])]
        if work.author:
            lists.append(self._authors.spelt(work.author[-1]))
        return reversed(min(lists, key=len)[-40:])

    # --- finding ----------------------------------------------------------------------------------

    def recent(self, most: int) -> list[Work]:
        """The works cited last, newest first."""
        return list(dict.fromkeys(reversed(self.cited[-64:])))[:most]

    def knows_name(self, word: str) -> bool:
        """Whether a word is part of an author's name."""
        return word in self._authors

    def search(self, text: str, emphasised: tuple[str, ...] = ()) -> Found:
        """The works that the words of a reference mean, by whichever reading finds some."""
        for found in (self.by_key(text), self.begun(text)):
            if found.works:
                return found
        options = readings(text, emphasised)
        for ways in (_BY_NAME, _BY_OTHER):
            for mention in options:
                found = self._find(mention, ways)
                if found.works:
                    return _tagged(found, text)
        return Found()

    def _find(self, mention: Mention, ways: _Ways) -> Found:
        """The works the mention fits, by the first of the given ways that fits any."""
        for by, fits in ways:
            for exact in (True, False):
                pool = self._pool(by, mention, exact=exact)
                fitting = [w for w in pool if fits(w, mention, exact=exact)]
                if fitting:
                    return Found(tuple(narrow(fitting, mention, by)), by)
        return Found()

    def begun(self, text: str) -> Found:
        """The works that begin with just these four or more words: "Fenn to Reed, 3 May 1847"."""
        start = words(without_locators(text))
        hits = self._keys.get(("lead", *start[:4]), []) if len(start) > 3 else []
        works = [self._works[i] for i in hits[-MOST:]]
        return Found(tuple(w for w in works if _begins(w, start)), "begun")

    def dated(self, text: str) -> Found:
        """The one work that a name with a full date means: "Treadwell to Fenn, 3 May 1847"."""
        date = DATE.search(text)
        if not date or text[date.end() :].strip(" .") or date.start() < 4:
            return Found()
        mention = readings(text[: date.start()])[0]
        found = self._find(mention, _BY_NAME[:1])
        same = tuple(w for w in found.works if date[0] in w.raw and len(w.raw) > len(text) + 8)
        return Found(same, "begun") if len(same) == 1 and not mention.title else Found()

    def by_key(self, text: str) -> Found:
        """By the number of a law or a name announced for later use."""
        for key in mention_keys(text):
            hits = self._keys.get(key, [])
            if hits:
                return Found(tuple(self._works[i] for i in hits[-MOST:]), key[0])
        return Found()

    def _pool(self, by: str, mention: Mention, *, exact: bool) -> list[Work]:
        """The works worth a look: few, since each word is looked up where it must stand."""
        if by == "author":
            lists = [self._authors.hits(w, exact=exact) for w in looked_up(mention)]
            chosen = sorted({i for hits in lists for i in hits})
        else:
            place = self._titles if by == "title" else self._words
            keys = [w for w in (*mention.name, *mention.title) if len(w) > 1]
            filled = [hits for w in keys if (hits := place.hits(w, exact=exact))]
            chosen = min(filled, key=len) if filled else []
        return [self._works[i] for i in chosen]


def _tagged(found: Found, text: str) -> Found:
    """The one of several works that carries the same "[II]" as the mention."""
    tag = roman(text)
    kept = tuple(w for w in found.works if roman(w.raw) == tag) if tag else ()
    return Found(kept or found.works, found.by)


def _begins(work: Work, start: list[str]) -> bool:
    """Whether a work's reference begins with these words and goes on after them."""
    every = words(without_locators(work.raw))
    return len(start) < len(every) and every[: len(start)] == start


def make_work(note: int, text: str, emphasised: tuple[str, ...] = (), author: str = "") -> Work:
    """The words of one source by which later references may find it; `author` overrides."""
    head = read_head(text, emphasised)
    lead = author or head.author
    names = tuple(name_words(lead))
    title = title_words(head.title or head.author)
    bare = URL.sub(" ", text)
    every = frozenset(w for w in words(bare) if len(w) > 1) | frozenset(names)
    years = frozenset(YEAR.findall(bare))
    return Work(note, None, names, people(lead), title, every, years, text, lead)

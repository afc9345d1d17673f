"""The works cited so far in one article, and how a mention finds the one it means.

Whatever is left with more than one work is ambiguous; nothing is guessed. Look-up goes through
indexes of words, so that the time for an article grows with its length only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .heads import read_head
from .matching import Fits, Work, fits_author, fits_other, fits_title, looked_up, narrow, same_work
from .mentions import (
    DATE,
    YEAR,
    Mention,
    alias_keys,
    law_keys,
    mention_keys,
    readings,
    roman,
    title_words,
    without_locators,
)
from .names import people
from .spans import URL, trim_url
from .text import allowed_slips, deletions, modern, name_words, words

_MOST = 200
"""Postings looked at for one word; above it a mention is ambiguous anyway."""

_Index = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Found:
    """The works a mention fits in printed order; `by` says how it fits."""

    works: tuple[Work, ...] = ()
    by: str = ""


class Works:
    """The works of one article in printed order."""

    def __init__(self) -> None:
        self._works: list[Work] = []
        self._authors: _Index = {}
        self._titles: _Index = {}
        self._words: _Index = {}
        self._slips: dict[str, _Index] = {"author": {}, "title": {}, "other": {}}
        self._keys: dict[tuple[str, ...], list[int]] = {}

    def __len__(self) -> int:
        return len(self._works)

    # --- remembering ------------------------------------------------------------------------------

    def add(self, work: Work) -> Work:
        """Remember a source given in full; a repeated one is the same work as before."""
        known = self._known(work)
        if known:
            known.words |= work.words
            known.years |= work.years
            return known
        self.adopt(work)
        return work

    def adopt(self, work: Work) -> None:
        """Take in a work as it is."""
        index = len(self._works)
        self._works.append(work)
        lead = ("lead", *words(work.raw[:300])[:4])
        for key in {*_identities(work), *alias_keys(work.raw), lead}:
            self._keys.setdefault(key, []).append(index)
        for kind, place, found in (
            ("author", self._authors, work.author),
            ("title", self._titles, work.title),
        ):
            _post(place, {*found, *map(modern, found)}, index)
            slips = (s for w in set(found) for s in deletions(w, allowed_slips(w)))
            _post(self._slips[kind], slips, index)
        _post(self._words, work.words, index)

    def _known(self, work: Work) -> Work | None:
        for key in _identities(work):
            if key in self._keys:
                return self._works[self._keys[key][0]]
        return next((w for w in self._sharing(work) if same_work(work, w, _days)), None)

    def _sharing(self, work: Work) -> Iterator[Work]:
        """Earlier works that share the last name word and the first title word, newest first."""
        if not work.title:
            return
        lists = [self._titles.get(work.title[0], [])]
        if work.author:
            lists.append(self._authors.get(work.author[-1], []))
        for index in reversed(min(lists, key=len)[-40:]):
            yield self._works[index]

    # --- finding ----------------------------------------------------------------------------------

    def recent(self, most: int) -> list[Work]:
        """The works cited last, newest first."""
        return sorted(self._works[-64:], key=lambda w: -w.last)[:most]

    def knows_name(self, word: str) -> bool:
        """Whether a word is part of an author's name."""
        return word in self._authors

    def search(self, text: str, emphasised: tuple[str, ...] = ()) -> Found:
        """The works that the words of a reference mean, by whichever reading finds some."""
        for found in (self.by_name(text), self.begun(text)):
            if found.works:
                return found
        options = readings(text, emphasised)
        for kinds in (_BY_NAME, _BY_OTHER):
            for mention in options:
                found = self.find(mention, kinds)
                if found.works:
                    return _tagged(found, text)
        return Found()

    def find(self, mention: Mention, kinds: Kinds) -> Found:
        """The works the mention fits, by the first of the given ways that fits any."""
        for by, fits in kinds:
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
        works = [self._works[i] for i in hits[-_MOST:]]
        return Found(tuple(w for w in works if _begins(w, start)), "begun")

    def dated(self, text: str) -> Found:
        """The one work that a name with a full date means: "Treadwell to Fenn, 3 May 1847"."""
        date = DATE.search(text)
        if not date or text[date.end() :].strip(" .") or date.start() < 4:
            return Found()
        mention = readings(text[: date.start()])[0]
        found = self.find(mention, _BY_NAME[:1])
        same = tuple(w for w in found.works if date[0] in w.raw and len(w.raw) > len(text) + 8)
        return Found(same, "begun") if len(same) == 1 and not mention.title else Found()

    def by_name(self, text: str) -> Found:
        """By the number of a law or a name announced for later use."""
        for key in mention_keys(text):
            hits = self._keys.get(key, [])
            if hits:
                return Found(tuple(self._works[i] for i in hits[-_MOST:]), key[0])
        return Found()

    def _pool(self, by: str, mention: Mention, *, exact: bool) -> list[Work]:
        """The works worth a look: few, since each word is looked up where it must stand."""
        if by == "author":
            lists = [self._hits(self._authors, by, w, exact=exact) for w in looked_up(mention)]
            chosen = sorted({i for hits in lists for i in hits})
        else:
            place = self._titles if by == "title" else self._words
            keys = [w for w in (*mention.name, *mention.title) if len(w) > 1]
            lists = [self._hits(place, by, w, exact=exact) for w in keys]
            filled = [hits for hits in lists if hits]
            chosen = min(filled, key=len) if filled else []
        return [self._works[i] for i in chosen]

    def _hits(self, place: _Index, by: str, word: str, *, exact: bool) -> list[int]:
        hits = [*place.get(word, [])[-_MOST:], *place.get(modern(word), [])[-_MOST:]]
        if not exact:
            slips = max(allowed_slips(word), int(len(word) == 4))
            for key in deletions(word, slips):
                hits += self._slips[by].get(key, [])[-_MOST:]
        return sorted(set(hits))


def _post(index: _Index, keys: Iterable[str], number: int) -> None:
    for key in keys:
        index.setdefault(key, []).append(number)


def _tagged(found: Found, text: str) -> Found:
    """The one of several works that carries the same "[II]" as the mention."""
    tag = roman(text)
    kept = tuple(w for w in found.works if tag in w.tags) if tag else ()
    return Found(kept or found.works, found.by)


def _days(text: str) -> set[str]:
    return set(DATE.findall(text))


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
    tags = frozenset({roman(text)} - {""})
    return Work(note, None, names, people(lead), title, every, years, text, lead, tags=tags)


def _identities(work: Work) -> list[tuple[str, ...]]:
    """Keys that two full references to one work share: address, law number, the same words."""
    keys: list[tuple[str, ...]] = []
    for match in URL.finditer(work.raw):
        address = re.sub(r"^(?:https?://)?(?:www\.)?", "", trim_url(match[0]).split("#")[0].lower())
        if "/" in address.strip("/"):
            keys.append(("url", address.rstrip("/")))
    keys += law_keys(work.raw)[:1]
    core = words(without_locators(re.sub(r"[“”\"«»„]", ",", work.raw)))
    if core:
        keys.append(("text", *core[:60]))
    return keys


Kinds = tuple[tuple[str, Fits], ...]
_BY_NAME: Kinds = (("author", fits_author), ("title", fits_title))
_BY_OTHER: Kinds = (("other", fits_other),)

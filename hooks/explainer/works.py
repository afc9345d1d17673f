"""The works cited so far in one article, and how a mention finds the one it means.

A mention is matched word by word, forgiving spelling, initials, name order and shortened titles.
Whatever is left with more than one work is ambiguous; nothing is guessed. Look-up goes through an
index of words, so a long article stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .heads import read_head
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
from .names import name_fits, people
from .spans import URL, trim_url
from .text import alike, allowed_slips, deletions, modern, name_words, words

_MOST = 400
"""Postings looked at for one word; above it a mention is ambiguous anyway."""


_PROSE = 60
"""A reference of more words than this holds a comment; only its title counts as its title."""


@dataclass(slots=True)
class Work:
    """One work and the note (and source inside it) where it is first given in full."""

    note: int
    part: int | None
    author: tuple[str, ...]
    people: int
    title: tuple[str, ...]
    words: frozenset[str]
    years: frozenset[str]
    raw: str
    lead: str = ""  # the author's name as printed
    last: int = 0  # when it was last cited, counted in citations
    tags: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Found:
    """The works a mention fits in printed order; `by` says how it fits."""

    works: tuple[Work, ...] = ()
    by: str = ""


class Works:
    """The works of one article in printed order."""

    def __init__(self) -> None:
        self._works: list[Work] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_slip: dict[str, list[int]] = {}
        self._by_key: dict[tuple[str, ...], list[int]] = {}

    def __len__(self) -> int:
        return len(self._works)

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
        lead = ("lead", *words(work.raw)[:4])
        for key in {*_identities(work), *alias_keys(work.raw), lead}:
            self._by_key.setdefault(key, []).append(index)
        for word in {w for word in work.words for w in (word, modern(word))}:
            self._by_word.setdefault(word, []).append(index)
        for word in {*work.author, *work.title}:
            for key in deletions(word, allowed_slips(word)):
                self._by_slip.setdefault(key, []).append(index)

    def recent(self, most: int) -> list[Work]:
        """The works cited last, newest first."""
        return sorted(self._works[-64:], key=lambda w: -w.last)[:most]

    def knows_name(self, word: str) -> bool:
        """Whether a word is part of an author's name."""
        return any(word in self._works[i].author for i in self._by_word.get(word, [])[-9:])

    def search(self, text: str, emphasised: tuple[str, ...] = ()) -> Found:
        """The works that the words of a reference mean, by whichever reading finds some."""
        named = self.by_name(text)
        if named.works:
            return named
        begun = self.begun(text)
        if begun.works:
            return begun
        for kinds in (_BY_NAME, _BY_OTHER):
            for mention in readings(text, emphasised):
                found = self.find(mention, kinds)
                if found.works:
                    return self._tagged(found, text)
        return Found()

    def find(self, mention: Mention, kinds: Kinds) -> Found:
        """The works the mention fits, by the first of the given ways that fits any."""
        pool = list(self._pool(mention))
        for by, test in kinds:
            for exact in (True, False):
                fitting = [w for w in pool if test(w, mention, exact)]
                if fitting:
                    return Found(tuple(narrow(fitting, mention)), by)
        return Found()

    def begun(self, text: str) -> Found:
        """The works that begin with just these four or more words: "Fenn to Reed, 3 May 1847"."""
        start = words(without_locators(text))
        hits = self._by_key.get(("lead", *start[:4]), []) if len(start) > 3 else []
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
            hits = self._by_key.get(key, [])
            if hits:
                return Found(tuple(self._works[i] for i in hits), key[0])
        return Found()

    def _tagged(self, found: Found, text: str) -> Found:
        """The one of several works that carries the same "[II]" as the mention."""
        tag = roman(text)
        kept = tuple(w for w in found.works if tag in w.tags) if tag else ()
        return Found(kept or found.works, found.by)

    def _known(self, work: Work) -> Work | None:
        for key in _identities(work):
            if key in self._by_key:
                return self._works[self._by_key[key][0]]
        return next((other for other in self._sharing(work) if same_work(work, other)), None)

    def _sharing(self, work: Work) -> Iterator[Work]:
        """Earlier works that share the last name word and the first title word, newest first."""
        if not work.title:
            return
        keys = (work.author[-1], work.title[0]) if work.author else work.title[:1]
        lists = [self._by_word.get(w, []) for w in keys]
        for index in reversed(min(lists, key=len)[-40:]):
            yield self._works[index]

    def _pool(self, mention: Mention) -> Iterable[Work]:
        keys = [w for w in (*mention.name, *mention.title) if len(w) > 1]
        lists = [hits for key in keys if (hits := self._hits(key))]
        chosen = sorted({i for hits in sorted(lists, key=len)[:3] for i in hits[-_MOST:]})
        return [self._works[i] for i in chosen]

    def _hits(self, word: str) -> list[int]:
        hits = set(self._by_word.get(word, [])[-_MOST:])
        hits.update(self._by_word.get(modern(word), [])[-_MOST:])
        if not hits:
            for key in deletions(word, max(allowed_slips(word), int(len(word) == 4))):
                hits.update(self._by_slip.get(key, [])[-_MOST:])
        return sorted(hits)


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


def _begins(work: Work, start: list[str]) -> bool:
    """Whether a work's reference begins with these words and goes on after them."""
    every = words(without_locators(work.raw))
    return len(start) < len(every) and every[: len(start)] == start


def same_work(one: Work, two: Work) -> bool:
    """Whether two full references give one work: author and title agree, years do not differ."""
    if one.years and two.years and not one.years & two.years:
        return False
    dates = [set(DATE.findall(w.raw)) for w in (one, two)]
    if all(dates) and not dates[0] & dates[1]:
        return False
    shorter, longer = sorted((one.title, two.title), key=len)
    if not shorter or not all(alike(a, b) for a, b in zip(shorter, longer, strict=False)):
        return False
    if one.author and two.author:
        return name_fits(one.author, two.author, exact=True)
    return not one.author and not two.author and len(shorter) > 1 and shorter == longer


# --- which works a mention fits -------------------------------------------------------------------


def narrow(works: list[Work], mention: Mention) -> list[Work]:
    """The works left after year, title and number of authors have had their say."""
    for test in (_same_date, _same_year, _same_title, _same_people):
        kept = [w for w in works if test(w, mention)]
        works = kept or works
    return works


def _same_date(work: Work, mention: Mention) -> bool:
    return bool(mention.date) and mention.date in work.raw


def _same_year(work: Work, mention: Mention) -> bool:
    return bool(mention.years & work.years)


def _same_title(work: Work, mention: Mention) -> bool:
    return work.title == mention.title


def _same_people(work: Work, mention: Mention) -> bool:
    return work.people == mention.people or (mention.people == 9 and work.people > 1)


def _year_fits(work: Work, mention: Mention) -> bool:
    """Years agree; "2012" fits "2012a", but "2012a" does not fit "2012b"."""
    return (
        not mention.years
        or not work.years
        or any(m.startswith(w) or w.startswith(m) for m in mention.years for w in work.years)
    )


def _title_fits(title: Iterable[str], mention: Mention, exact: bool) -> bool:
    """Whether every title word of the mention stands in the title (shortened words count)."""
    have = list(title)
    return bool(mention.title) and all(_word_in(w, have, mention, exact) for w in mention.title)


def _word_in(word: str, have: list[str], mention: Mention, exact: bool) -> bool:
    if word in have or (word in mention.abbreviated and any(h.startswith(word) for h in have)):
        return True
    return not exact and any(alike(word, h) for h in have)


def _fits_author(work: Work, mention: Mention, exact: bool) -> bool:
    name = mention.name or (mention.title[:4] if mention.loose and len(mention.title) < 4 else ())
    if not name_fits(work.author, name, exact=exact) or not _year_fits(work, mention):
        return False
    if work.people < mention.people < 9:
        return False
    if mention.loose or not mention.title:
        return True
    wider = work.words if len(work.words) <= _PROSE else ()
    return _title_fits((*work.title, *wider), mention, exact)


def _fits_title(work: Work, mention: Mention, exact: bool) -> bool:
    if mention.name and not mention.loose:
        return False
    title = mention.title or mention.name
    probe = Mention((), title, mention.years, abbreviated=mention.abbreviated)
    if not work.title or not _year_fits(work, mention) or not _title_fits(work.title, probe, exact):
        return False
    return title == work.title or len(title) > 1 or (title[0] == work.title[0] and len(title[0]) > 5)


def _fits_other(work: Work, mention: Mention, exact: bool) -> bool:
    """Publisher, newspaper, site: every word of the mention stands somewhere in the reference."""
    name = (*mention.name, *mention.title)
    fits = exact and len(work.words) <= _PROSE and _year_fits(work, mention)
    return fits and bool(name) and all(w in work.words for w in name)


Kinds = tuple[tuple[str, Callable[[Work, Mention, bool], bool]], ...]
_BY_NAME: Kinds = (("author", _fits_author), ("title", _fits_title))
_BY_OTHER: Kinds = (("other", _fits_other),)

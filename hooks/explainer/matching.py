"""Does a mention fit a work? Word by word, by author, by title, or by publisher and container."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from .mentions import DATE, Mention
from .names import name_fits
from .text import alike

_PROSE = 60
"""A reference of more words than this holds a comment; only its title counts as its title."""


@dataclass(slots=True, eq=False)
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


class Fits(Protocol):
    """One way in which a mention may fit a work; `exact` allows no misspelt word."""

    def __call__(self, work: Work, mention: Mention, *, exact: bool) -> bool:
        """Whether it fits."""
        ...


def looked_up(mention: Mention) -> tuple[str, ...]:
    """The words by which the author of a mention is looked up."""
    if mention.name:
        return mention.name
    return mention.title if mention.loose and len(mention.title) < 4 else ()


def fits_author(work: Work, mention: Mention, *, exact: bool) -> bool:
    """Whether the author is named and every title word of the mention, if any, is the work's."""
    name = looked_up(mention)
    if not name_fits(work.author, name, exact=exact) or not _year_fits(work, mention):
        return False
    if work.people < mention.people < 9:
        return False
    if mention.loose or not mention.title:
        return True
    wider = work.words if len(work.words) <= _PROSE else ()
    title = (*work.title, *wider)
    return _title_fits(title, mention.title, mention.abbreviated, exact=exact)


def fits_title(work: Work, mention: Mention, *, exact: bool) -> bool:
    """Whether the mention names no author and all its words are words of the title."""
    if (mention.name and not mention.loose) or not work.title or not _year_fits(work, mention):
        return False
    title = mention.title or mention.name
    if not _title_fits(work.title, title, mention.abbreviated, exact=exact):
        return False
    telling = title[0] == work.title[0] and len(title[0]) > 5
    return telling or len(title) > 1 or title == work.title


def fits_other(work: Work, mention: Mention, *, exact: bool) -> bool:
    """Publisher, newspaper, site: every word of the mention stands somewhere in the reference."""
    name = (*mention.name, *mention.title)
    fits = exact and len(work.words) <= _PROSE and _year_fits(work, mention)
    return fits and bool(name) and all(w in work.words for w in name)


def narrow(works: list[Work], mention: Mention, by: str) -> list[Work]:
    """The works left after author, date, year, title and number of authors have had their say."""
    site = by == "title" and mention.loose  # a site named after somebody, not a work about them
    for test in (_unsigned, *_TELLING) if site else _TELLING:
        works = [w for w in works if test(w, mention)] or works
    return [w for w in works if not any(_completes(other, w) for other in works)]


def _completes(full: Work, bare: Work) -> bool:
    """Whether `full` is the dated reference of which `bare` was an unmarked shorter form."""
    dated = bool(full.years) and not bare.years and full.note < bare.note
    return dated and bool(bare.title) and set(bare.title) <= full.words


def same_work(one: Work, two: Work) -> bool:
    """Whether two full references give one work: author and title agree, years do not differ."""
    if not _agree(one.years, two.years):
        return False
    if not _agree(DATE.findall(one.raw), DATE.findall(two.raw)):
        return False
    shorter, longer = sorted((one.title, two.title), key=len)
    if not shorter or not all(alike(a, b) for a, b in zip(shorter, longer, strict=False)):
        return False
    if one.author and two.author:
        return name_fits(one.author, two.author, exact=True)
    return not one.author and not two.author and len(shorter) > 1 and shorter == longer


def _agree(one: Collection[str], two: Collection[str]) -> bool:
    """Whether two statements share a value; a missing one contradicts nothing."""
    return not one or not two or bool(set(one) & set(two))


def _unsigned(work: Work, _: Mention) -> bool:
    return not work.author


def _same_date(work: Work, mention: Mention) -> bool:
    return bool(mention.date) and mention.date in work.raw


def _same_year(work: Work, mention: Mention) -> bool:
    return bool(mention.years & work.years)


def _same_title(work: Work, mention: Mention) -> bool:
    return work.title == mention.title


def _same_people(work: Work, mention: Mention) -> bool:
    return work.people == mention.people or (mention.people == 9 and work.people > 1)


_TELLING: tuple[Callable[[Work, Mention], bool], ...] = (
    _same_date,
    _same_year,
    _same_title,
    _same_people,
)


def _year_fits(work: Work, mention: Mention) -> bool:
    """Years agree; "2012" fits "2012a", but "2012a" does not fit "2012b"."""
    return (
        not mention.years
        or not work.years
        or any(m.startswith(w) or w.startswith(m) for m in mention.years for w in work.years)
    )


def _title_fits(
    title: Collection[str], wanted: tuple[str, ...], abbreviated: frozenset[str], *, exact: bool
) -> bool:
    """Whether every wanted word stands in the title; words cut off by a full stop may go on."""
    return bool(wanted) and all(
        w in title
        or (w in abbreviated and any(t.startswith(w) for t in title))
        or (not exact and any(alike(w, t) for t in title))
        for w in wanted
    )

"""When is a piece without a marker a short reference ("Waltz, Theory, 102") and no new source?

`find_short` and `find_inside` look for the work it means; the rest are the questions they ask.
"""

from __future__ import annotations

import re

from .matching import Work
from .mentions import DATE, readings
from .notes import Piece
from .spans import HIDDEN, URL, masked
from .text import significant, words
from .works import Found, Works

_LONGEST = 14
"""A short reference has no more telling words than this."""

_FACTS = re.compile(
    r"\([^()]*:[^()]*\)"  # (Jakarta: Gramedia)
    r"|\([^()]*\b(?:1[4-9]|20)\d\d[^()]{0,12}\)"  # (1979)
    r"|\b[A-Z][a-z]+\s?:\s[A-Z]"  # Jakarta: Gramedia
    r"|\b(?:cet(?:akan)?|edisi)\b"
    r"|,\s(?:\d{1,2}\s)?[A-Z][a-z]+\s(?:1[4-9]|20)\d\d"  # , 15 Agustus 2022
    r"|diakses|accessed|[Ww]awancara|[Pp]enerbit|Press\b"
)
"""What only full references state: place, publisher, edition, date, visit."""

_AUTHOR_DATE = re.compile(r"^[^()\d“\"]{2,80}[,(]?\s*\(?(?:1[89]|20)\d\d[a-z]?\)?\s*(?:[,:;)]|$)")
_PERIODICAL = frozenset(
    "magazine mag review journal jurnal bulletin quarterly majalah gazette kompas tempo republika "
    "times news post newspaper harian koran antara detik".split()
)
_LEAD_IN = re.compile(
    r"(?:\b(?:in|dalam|bukunya|buku|by|oleh|from|dari|menurut|lihat|see|vgl\.|bei|nach|s\.|baca"
    r"|kata|citing)|[:(])[\s,(]*$",
    re.IGNORECASE,
)
_INSIDE_NAME = re.compile(r"(?:\b[A-Z]\.?|\b[A-Z][\w’'-]+|\b(?:bin|van|von|de|al-))\s+$")
_PAGE_NUMBER = re.compile(
    r"(?<!\w)(?:hlmn?|hal(?:aman)?|h|pp?|pages?)(?:\.\s?|\s|(?=\d))\s?:?\s?[\divxlc][\w–-]*",
    re.IGNORECASE,
)


def find_short(works: Works, piece: Piece) -> Found:
    """What a piece without a marker refers to, when it is a shortened reference."""
    named = works.by_key(piece.text)
    if named.works and not gives_facts(piece.text):
        return named
    for found in (works.begun(piece.text), works.dated(piece.text)):
        if found.works:
            return found
    if _is_short(piece):
        text = piece.text[: _reference_end(piece.text)]
        found = works.search(text, piece.emphasised)
        if _counts(found, text):
            return found
    return Found() if _quotes_nobody(piece.text) else find_inside(works, piece.text)


def find_inside(works: Works, text: str, *, name_only: bool = False) -> Found:
    """A reference within a sentence: the stretch in which every word fits one author's work."""
    for stretch, led in _windows(text):
        found = works.search(stretch)
        titled = any(m.title and not m.loose for m in readings(stretch))
        if found.by == "author" and (led or name_only or titled) and _counts(found, stretch):
            return found
    return Found()


def _is_short(piece: Piece) -> bool:
    """Whether a piece is brief and bare enough to be a shortened reference."""
    text = piece.text
    if URL.search(text) or not re.match(r"[\W_]*[A-Z0-9]", text):
        return False
    if "…" in text:
        return True
    return not gives_facts(text) and len(significant(text[: _reference_end(text)])) <= _LONGEST


def gives_facts(text: str) -> bool:
    """Whether a piece states place, publisher, date or address, as only full references do."""
    if URL.search(text):
        return True
    return bool(_FACTS.search(text)) and not _is_author_date(text)


def _quotes_nobody(text: str) -> bool:
    """Whether a piece is brief and states the facts of a new source; long prose may cite others."""
    return gives_facts(text) and len(text.split()) <= 40


def _is_author_date(text: str) -> bool:
    """Whether a piece has the shape "Mearsheimer 2001, 32" or "Mearsheimer (2001), 32"."""
    return bool(_AUTHOR_DATE.match(text)) and len(words(text)) <= 10


def _counts(found: Found, text: str) -> bool:
    """Whether what was found is enough to call the stretch a reference to it."""
    if found.by in ("law", "alias", "begun"):
        return True
    date = DATE.search(text)
    if found.by == "author":
        return not gives_facts(text) or bool(date and all(date[0] in w.raw for w in found.works))
    if found.by != "title" or gives_facts(text):
        return False
    authored = all(w.author for w in found.works)
    return (authored or not _PERIODICAL & set(words(text))) and not any(map(is_thin, found.works))


def is_thin(work: Work) -> bool:
    """Whether the earlier note holds a lone title word itself: "Vie, pp. 581, 582"."""
    return not work.author and len(work.title) < 2 and len(work.words) < 5


def _windows(text: str, limit: int = 16) -> list[tuple[str, bool]]:
    """Stretches of a piece that may be the reference inside a sentence, led ones first.

    Each starts at a capital or quotation mark and ends at the first locator; the flag says whether
    a citing word ("in", "dalam bukunya", "see") stands in front.
    """
    end = _reference_end(text)
    text = text[max(0, end - 400) : end]
    found = [(text[i:], bool(_LEAD_IN.search(text[max(0, i - 40) : i]))) for i in _starts(text)]
    near = [w for w in found if len(w[0].split()) <= limit][-24:]
    return [w for w in reversed(near) if w[1]] + [w for w in near if not w[1]]


def _starts(text: str) -> list[int]:
    """Where a reference may begin inside a sentence: not within a name or a quotation."""
    hidden = masked(text)
    starts = [m.start() for m in re.finditer(r"(?<![\w.])[A-Z“\"‘][\w“\"]", text)]
    inner = [i for i in starts if i and not _INSIDE_NAME.search(text[max(0, i - 24) : i])]
    return [i for i in inner if hidden[i] != HIDDEN or hidden[i - 1] != HIDDEN]


def _reference_end(text: str) -> int:
    """Where the reference in a sentence ends: behind the elided or quoted title, or the pages."""
    elided = text.find("…")
    if elided >= 0:
        return elided + 1
    pages = _PAGE_NUMBER.search(text)
    return pages.end() if pages else len(text)


def is_page_only(text: str) -> bool:
    """Whether a piece is nothing but "Hlm. 130." or "Page 12."."""
    return bool(re.fullmatch(r"(?:[Hh]lm|[Hh]al(?:aman)?|[Pp]ages?)\.?\s?[\d–-]+\.?", text.strip()))

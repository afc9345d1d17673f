"""Dates as authors print them in references, turned into EDTF: 1988, 2022-08, 2022-08-15.

Indonesian and English months, full or shortened. What is unclear (12/05/2020 in an English note)
gives the year alone; "t.t." and "n.d." give nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from .text import fold

_I = re.IGNORECASE
_MONTHS = {
    1: "januari january januar janvier jan",
    2: "februari february pebruari februar feb febr peb",
    3: "maret march märz mar mrt",
    4: "april apr",
    5: "mei may mai",
    6: "juni june jun",
    7: "juli july jul",
    8: "agustus august agustus agt agu agst ags aug",
    9: "september sept sep",
    10: "oktober october okt oct",
    11: "november nopember nov nop",
    12: "desember december dezember des dec",
}
_NUMBER_OF = {fold(name): number for number, names in _MONTHS.items() for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_NUMBER_OF, key=lambda n: (-len(n), n))) + r")\b\.?"
_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—‐/]\s?"
_AFTER = r"(?![\w/]|[-–—‐]\d|\s?H\b)"

_RANGED = rf"(?P<d>{_DAY})(?P<more>{_DASH}{_DAY})?"
_Y = rf"(?P<y>{_YEAR})"
_M = rf"(?P<m>{_MONTH})"
_TWO_MONTHS = rf"(?:{_MONTH})(?:{_DASH}|\s(?:dan|and|&)\s)(?:{_MONTH})(?P<more>)"
_FORMS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?<!\w){_RANGED}[\s-]+(?:of\s)?{_M},?[\s-]*{_Y}{_AFTER}", _I),
    re.compile(rf"(?<!\w){_M}\s?{_RANGED},\s?{_Y}{_AFTER}", _I),
    re.compile(rf"(?<!\w){_Y}[a-z]?,\s{_M}\s{_RANGED}(?!\w)", _I),
    re.compile(rf"(?<!\w){_Y}[a-z]?,\s(?P<d>{_DAY})\s{_M}(?!\w)", _I),
    re.compile(rf"(?<![\w/-]){_Y}-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?![\w/-])", _I),
    re.compile(rf"(?<!\w)(?P<d>{_DAY})\s{_M},?\s\d{{4}}\s?H\s?/\s?{_Y}", _I),
    re.compile(rf"(?<!\w){_TWO_MONTHS},?\s{_Y}{_AFTER}", _I),
    re.compile(rf"(?<!\w){_M},?[\s-]{_Y}{_AFTER}", _I),
    re.compile(rf"(?<!\w){_Y}[a-z]?,\s{_M}(?!\w)", _I),
)
"""A full date before a month with its year; a range of days or months keeps what is common."""

_NUMERIC = re.compile(
    rf"(?<![\w/.-])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_YEAR})(?![\w/-])"
)
_LONE = re.compile(
    rf"(?<![\w/.:–—-])(?:\d{{4}}\s?H\.?\s?/\s?)?(?:c\.\s?)?(?P<y>{_YEAR})[a-z]?(?:/\d\d(?:\d\d)?)?"
    r"(?![\w/]|[-–—‐]\d|\s?H\b|\.\d)"
)
_WORDS = (
    "Accessed|Retrieved|Downloaded|Viewed|(?:last\\s|date\\s)?(?:visited|accessed|retrieved|viewed)"
)
_ACCESS = re.compile(
    r"[\[(]?(?<!\w)(?:(?:terakhir\s|telah\s|di)?(?:di)?(?:akses|unduh|kunjungi|"
    r"kutip)(?:\skembali)?(?!\w)"
    rf"|{_WORDS})(?!\w)[^\d\[\]()]{{0,40}}?(?=(?:{_DAY}|{_MONTH}|{_YEAR})(?!\w*\.\w))",
    _I,
)
_BARE_ACCESS = re.compile(
    r"[\[(]?(?<!\w)(?:diakses|diunduh|dikunjungi|accessed|retrieved|available|tersedia)(?!\w)"
    r"(?:(?:\s(?:dari|from|at|on|pada|melalui|di|dalam|laman|situs|website|web|tautan|link|lewat)"
    r"(?!\w)){1,4}\s?:?[\])]?|\s?:|(?=\s*(?:,|$|[\])])))",
    _I,
)
_CLOCK = re.compile(
    r"[\s,]*(?:(?:pukul|pkl\.?|jam|at)\s)?(?:\d{1,2}[.:]\d\d)(?:[.:]\d\d)?\s?(?:WIB|WITA|WIT|am|"
    r"pm|GMT|UTC)?\.?(?!\w)",
    _I,
)
_NO_DATE = re.compile(
    r"(?<!\w)(?:t\.?\s?t(?:h|hn)?\.|n\.\s?d\.?|no date|undated|tanpa tahun|s\.\s?a\.|"
    r"o\.\s?j\.)(?!\w)",
    _I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text and where it stands."""

    edtf: str
    start: int
    end: int


def find_date(text: str, *, day_first: bool = True) -> Dated | None:
    """The most exact date of a text: a full date before a month, a month before a lone year."""
    for pattern in _FORMS:
        match = pattern.search(text)
        if match:
            return Dated(_edtf(match), match.start(), match.end())
    match = _NUMERIC.search(text)
    if match:
        return Dated(_numeric(match, day_first=day_first), match.start(), match.end())
    match = _LONE.search(text)
    return Dated(match["y"], match.start(), match.end()) if match else None


def take_access(text: str) -> tuple[str, str]:
    """The date on which the author visited the source, and the text without those words."""
    match = _ACCESS.search(text)
    if not match:
        return "", _BARE_ACCESS.sub(" , ", text)
    tail = text[match.end() : match.end() + 40]
    found = find_date(tail)
    if found is None or found.start > 12:
        return "", _BARE_ACCESS.sub(" , ", text)
    end = match.end() + found.end
    clock = _CLOCK.match(text, end)
    end = clock.end() if clock else end
    after = re.match(r"[\])]?,?\s?(?:dari|from|at|di|melalui|pada)?(?=\W|$):?\s?[\])]?", text[end:])
    end += after.end() if after else 0
    return found.edtf, _BARE_ACCESS.sub(" , ", text[: match.start()] + " , " + text[end:])


def without_undated(text: str) -> str:
    """The text without "t.t.", "n.d." and the like, which say that no date is known."""
    return _NO_DATE.sub(",", text)


def is_month(word: str) -> bool:
    """Whether a word names a month."""
    return fold(word).strip(".,") in _NUMBER_OF


def _edtf(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = _month_number(parts.get("m") or "")
    if not month:
        return parts["y"]
    day = int(re.sub(r"\D", "", parts.get("d") or "0"))
    return _joined(int(parts["y"]), month, 0 if parts.get("more") else day)


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER_OF.get(fold(word).strip(". "), 0)


def _numeric(match: re.Match[str], *, day_first: bool) -> str:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if second > 12 >= first:
        return _joined(year, first, second)
    if first > 12 >= second or (day_first and second <= 12):
        return _joined(year, second, first)
    return match["y"]


def _joined(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return str(year)
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}"

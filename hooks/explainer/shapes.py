"""Does a stretch of a note read like a source, a comment, or a pointer into this very text?"""

from __future__ import annotations

import re
from typing import Literal

from .markers import PAGES, find_markers, is_locator
from .spans import URL
from .text import STOP, words

Shape = Literal["marker", "source", "weak", "cross", "comment"]
"""`source`: has the marks of a reference; `weak`: might be one; `cross`: a place in this text."""

_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_PUBLICATION = re.compile(
    rf"\([^()]{{0,120}}{_YEAR}[^()]{{0,40}}\)"
    rf"|[,.:]\s?(?:[^\s,]{{1,20}}\s){{0,3}}{_YEAR}\b"
    rf"|\[{_YEAR}\]|\bt\.t\.|\btt\.|\bn\.d\."
)
_PLACE_PUBLISHER = re.compile(
    rf"[A-Z][\w.]{{2,20}}(?: [A-Z][\w.]{{2,20}})?\s?:\s[A-Z][^\d,()]{{2,60}},\s?(?:cet|{_YEAR})"
)
_VOLUME = re.compile(
    r"\b(?:vol(?:ume)?|no(?:mor)?|jilid|edisi|cet(?:akan)?)\b\.?\s?[\divxlc]+", re.IGNORECASE
)
_QUOTED_TITLE = re.compile(
    r"[“\"«»‘„][A-Z][^“”\"«»]{3,300}"
    r"(?:[,.?!][”\"»«’“]|[”\"»«’“]\s?(?:[,.;:(\[]|$|[Dd]alam |in |[A-Z]))"
)
_LAW = re.compile(
    r"\b(?:Undang-Undang|UU|Peraturan|Perpres|Permen\w*|PP|Keputusan|Keppres|Putusan|KUHP"
    r"|KUHPerdata|UUD|TAP MPR|Perda|Resolution|Resolusi|A/RES|S/RES|U\.S\.C\.|F\.[23]d|U\.S\.)"
    r"(?=[\s./\d])|\b[A-Z]\w+ v\.? [A-Z]"
)
_OTHER = re.compile(
    r"\b(?:[Ww]awancara|[Hh]asil (?:diskusi|observasi|penelitian)|[Kk]omunikasi pribadi"
    r"|[Dd]okumentasi|[Ii]nterview|diakses|[Aa]ccessed|[Rr]etrieved|diunduh|Q\.?S\.?|HR\.?"
    r"|Surat Kabar|Skripsi|Tesis|Disertasi|thesis|dissertation|Makalah|Jurnal|Journal|Review"
    r"|Quarterly|Proceedings|Penerbit|Press|Pustaka)\b"
    r"|\b[a-z0-9-]{1,60}\.(?:com|org|net|edu|gov|info|(?:ac|co|go|or)\.[a-z]{2})(?:/|\b)"
)
_PAGE = re.compile(
    r"(?<!\w)(?:hlmn?|hal(?:aman)?|hl|h|pp?|pgs?|pag|pages?)(?:\.\s?|\s|(?=\d))\s?:?\s?"
    r"(?:\d|[ivxlc]{1,7}\b)",
    re.IGNORECASE,
)
_STRONG = (_PUBLICATION, _PLACE_PUBLISHER, _VOLUME, _LAW, _OTHER)
_CROSS = re.compile(
    r"^(?:(?:see|lihat(?:lah)?|vgl\.|siehe|cf\.)\s+)?(?:(?:also|juga|kembali)\s+)?"
    r"(?:(?:above|below|supra|infra|post|ante|oben|unten)\b|di (?:atas|bawah)\b"
    r"|bab\s[IVX\d]+|part\s[IVX\d]+|appendix\b|lampiran\b)",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:skripsi|tesis|tulisan|bab|buku|disertasi|makalah|artikel|penelitian) ini\b"
    r"|\bthis (?:article|chapter|thesis|paper|book|essay|note)\b",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"\b(?:disebut|istilah|dikenal(?: sebagai)?|kata|called|term|dinamakan|frasa)\s[“\"«‘][A-Z]"
)
"""A quotation that gives a word its name is no title."""

_SAYING = re.compile(
    r"\b(?:menurut|according|dikutip|cases?|argu\w+|claim\w*|says?|writes?|notes?|pendapat"
    r"|berpendapat|menyatakan|mengatakan|menulis|menegaskan|membantah|buku|book|artikel|article"
    r"|karya)\b|[“\"«»]|https?:|www\.|\b(?:1[4-9]|20)\d\d\b",
    re.IGNORECASE,
)


def shape_of(text: str, *, signalled: bool = False) -> Shape:
    """Whether a piece without markers reads like a source; prose with a bare year does not.

    `signalled` says that "lihat", "see" or the like stood in front of it.
    """
    if URL.search(text):
        return "source"
    length = len(text.split())
    here = _CROSS.search(text) or (signalled and _HERE.search(text))
    if here and length <= 16 and not _PUBLICATION.search(text):
        return "cross"
    if _PAGE.search(text):
        return "source"
    strong = sum(bool(p.search(text)) for p in _STRONG) + _titled(text)
    if strong >= 2 or (strong and length <= 40):
        return "source"
    return "weak" if _title_like(text) else "comment"


def is_prose(sentence: str) -> bool:
    """Whether a sentence reads like running text: long, mostly lower case, without pages."""
    tokens = [t for t in sentence.split() if t[:1].isalpha()]
    if len(tokens) < 6 or PAGES.search(sentence) or find_markers(sentence):
        return False
    return sum(t[0].islower() for t in tokens) / len(tokens) > 0.5


def is_plain_comment(text: str) -> bool:
    """Whether a comment surely holds no source: no year, quotation, address or word of saying."""
    return bool(words(text)) and not _SAYING.search(text) and not _PAGE.search(text)


def _titled(text: str) -> bool:
    """Whether a quotation in the text looks like a title: no sentence, no name for a thing."""
    match = _QUOTED_TITLE.search(text)
    return match is not None and not is_prose(match[0][1:]) and not _NAMING.search(text)


def _title_like(text: str) -> bool:
    """Whether most words that could be capitalised are: a bare name or title, no sentence."""
    bare = ", ".join(c for c in text.split(",") if not is_locator(c))
    tokens = [t.strip("“”\"'‘’().,") for t in bare.split()]
    counted = [t for t in tokens if t[:1].isalpha() and t.lower() not in STOP]
    if not 2 <= len(tokens) <= 25 or not counted:
        return False
    return sum(t[0].isupper() for t in counted) / len(counted) >= 0.7

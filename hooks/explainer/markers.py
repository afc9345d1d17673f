"""What authors type in place of a source: Ibid., Op. Cit., Loc. Cit., Idem, supra note n; pages.

Spellings were collected from real footnotes: Indonesian theses also type "Ibd.", "Opcit",
"Op.Cid", "Loc Cit". No pattern here can backtrack more than linearly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Kind
from .spans import HIDDEN, protected
from .text import fold

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker found in a text; `notes` are the note numbers it names."""

    kind: Kind
    start: int
    end: int
    notes: tuple[int, ...] = ()
    forward: bool = False  # "infra", "di bawah": the author points ahead
    running: bool = False  # "l. c.", "a. a. O.": repeats the work last cited from this author


_NOT_BEFORE = r"(?<![\w/@#])"  # not inside a word or an address
_NOT_AFTER = r"(?![\w@/])"
_NOTE_WORD = (
    r"(?:catatan\s+kaki|cat\.?\s*kaki|foot\s?notes?|ftn\.?|fns?\.?|notes?|catatan|nn?\.?)"
    r"(?:\s+(?:nomor|nomer|number|no\.?|ke-?))?\s*\[?"
)
_NUMBERS = r"(\d{1,6})\]?(?:\s?(?:[-–—,&]|dan|and|sampai|to)\s?(\d{1,6}))?"
_SEE = (
    r"(?:lihat|lih\.|baca|periksa|bandingkan|vide|see|cf\.?|compare|vgl\.|siehe)"
    r"(?:\s+(?:juga|kembali|lagi|pula|also|again|auch))?"
)

_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "loccit",
        re.compile(
            _NOT_BEFORE + r"lo[ck]t?o?[.,]?\s?[.,]?\s?ci[tdp](?:ato|\b)\.?" + _NOT_AFTER, _I
        ),
    ),
    (
        "opcit",
        re.compile(
            _NOT_BEFORE
            + r"o(?:p|b|pt|pp)(?:us|ere)?[.,]?\s?[.,]?\s?ci[tdp](?:ato|atum|e|\b)\.?"
            + _NOT_AFTER,
            _I,
        ),
    ),
    (
        "ibid",
        re.compile(
            _NOT_BEFORE
            + r"(?:[il]bid(?:em)?|ibidd|ibd|idib|ibit|ibib|iibid|ib[íi]d|ebd|ebenda)\.?"
            + _NOT_AFTER,
            _I,
        ),
    ),
    ("idem", re.compile(_NOT_BEFORE + r"(?:idem\b|id\.(?=[\s,;:)\]*_]|$))", _I)),
)
_RUNNING = re.compile(_NOT_BEFORE + r"(?:l\.\s?c\.|a\.\s?a\.\s?O\.)" + _NOT_AFTER, _I)
_SUPRA = re.compile(_NOT_BEFORE + r"(?:supra|above|infra|below),?\s+" + _NOTE_WORD + _NUMBERS, _I)
_NOTE_ABOVE = re.compile(
    _NOT_BEFORE
    + _NOTE_WORD
    + _NUMBERS
    + r",?\s+(?:above|below|supra|infra|di\s?atas|di\s?bawah|sebelumnya|terdahulu|tersebut)\b",
    _I,
)
_SEE_NOTE = re.compile(
    _NOT_BEFORE + _SEE + r"\s+(?:di\s+|pada\s+|the\s+)?" + _NOTE_WORD + _NUMBERS + r"(?!\w)", _I
)
_NAMED_NOTE = re.compile(
    _NOT_BEFORE
    + r"(?:catatan\s+kaki|foot\s?note)(?:\s+(?:nomor|nomer|no\.?|ke-?))?\s*"
    + _NUMBERS
    + r"(?!\w)",
    _I,
)
_PAREN_NOTE = re.compile(r"\((?:above\s+|supra\s+)?(?:fn|nn?)\.?\s?" + _NUMBERS + r"\)", _I)
_IDEM_NUMBER = re.compile(
    _NOT_BEFORE + r"(?:idem|ibid)\.?\s?(\d{1,4})[.,]?\s+(?=(?:hlm|hal|h|pp?)\b)", _I
)
_BARE_SUPRA = re.compile(_NOT_BEFORE + r"supra(?=\s*(?:[,.;]|$|\s+at\s))", _I)
_FORWARD = re.compile(r"\b(?:infra|below|bawah)\b", _I)
_TALK = re.compile(
    r"\b(?:abbreviations?|terms?|word|kata|istilah|singkatan|penggunaan|use of|Latin)"
    r"\s+[“\"'‘*_]*$",
    _I,
)
_HOUSE = re.compile(r"[\s-]+(?:Verlag|Press|Publi|Media|Pustaka|Foundation|Books)|:\s[A-Z]")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.’'-]*\s$")


def find_markers(text: str) -> list[Marker]:
    """All markers of a text in reading order; a marker inside another is left out.

    What stands in an address or inside a longer quotation is part of a title, not a marker.
    """
    visible = _hide_titles(text)
    found = [*_word_markers(visible), *_note_markers(visible)]
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[Marker] = []
    for marker in found:
        if not kept or marker.start >= kept[-1].end:
            kept.append(marker)
    return [] if kept and _is_talk(text, kept[0]) else kept


def _hide_titles(text: str) -> str:
    """The text with quotations and addresses blanked, but for a quoted marker that opens it."""
    out = list(text)
    for start, end in protected(text):
        inside = text[start + 1 : end - 1].strip(" .,")
        if text[start] in "([" or (start < 3 and len(inside) < 12):
            continue
        out[start:end] = HIDDEN * (end - start)
    return "".join(out)


def _is_talk(text: str, marker: Marker) -> bool:
    """Whether the note only talks about the abbreviation ("the term ibid. is discouraged")."""
    return bool(_TALK.search(text[max(0, marker.start - 24) : marker.start]))


def _word_markers(text: str) -> list[Marker]:
    found = [
        Marker(kind, m.start(), m.end()) for kind, pattern in _WORDS for m in pattern.finditer(text)
    ]
    found += [Marker("loccit", m.start(), m.end(), running=True) for m in _RUNNING.finditer(text)]
    return [m for m in found if not _is_name(text, m)]


def _is_name(text: str, marker: Marker) -> bool:
    """Whether the word is part of a name: "Ibidem Verlag", "Fatih Idem", "Ibid: Riwayat"."""
    if _HOUSE.match(text[marker.end : marker.end + 16]):
        return True
    before = text[max(0, marker.start - 30) : marker.start]
    return marker.kind == "idem" and bool(_NAME_BEFORE.search(before))


def _note_markers(text: str) -> list[Marker]:
    found = []
    for pattern in (_SUPRA, _NOTE_ABOVE, _SEE_NOTE, _PAREN_NOTE, _NAMED_NOTE, _IDEM_NUMBER):
        found += [_numbered(m) for m in pattern.finditer(text)]
    found += [Marker("supra", m.start(), m.end()) for m in _BARE_SUPRA.finditer(text)]
    return found


def _numbered(match: re.Match[str]) -> Marker:
    numbers = tuple(int(g) for g in match.groups() if g)
    forward = bool(_FORWARD.search(match[0]))
    return Marker("supra", match.start(), match.end(), numbers, forward)


# --- locators -----------------------------------------------------------------------------------

_LOCATOR_WORDS = frozenset(
    "hlm hlmn hal halaman hl h p pp pg pgs pag page pages s ss seite at para paras par alinea ayat "
    "pasal ps bab bag bagian ch chs chap chaps chapter chapters vol vols volume jil jilid jld juz "
    "no nos nomor nr issue bk book part pt pts sec section art artikel bd band t tome tom letter "
    "letters lettre strophe treatise lampiran appendix tabel table gambar fig figure catatan note "
    "notes n nn fn line lines l ll verse v vv vs kolom col cols slide menit paragraf paragraph "
    "angka huruf butir poin point kapitel kap cet edisi ed edition second third map ms folio fol f "
    "kaki footnote".split()
)
_JOINERS = frozenset(
    "dan and und et sampai sd to bis hingga ff f dst dll seq sqq seqq u cf ibid di atas "
    "dipersingkat emphasis added usw etc end lih".split()
)
_ALONE = frozenset(
    "passim bibliography index introduction introd pendahuluan pengantar preface foreword "
    "prakata abridged".split()
)
_TOKEN = re.compile(r"[^\s,;.()\[\]&¶§]+|[¶§]+")
_NUMBER = re.compile(r"\d+[a-z]{0,2}(?:[-–—‐/:]{1,2}\d*[a-z]{0,2})*", _I)
_GLUED = re.compile(r"(?:hlm|hal|pp?|h|at|no|vol|n|s)(\d+(?:[-–—‐]\d+)*)", _I)
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_NOT_ROMAN = frozenset("di mi mix dix c d l m li ci ".split())


def is_number(token: str) -> bool:
    """Whether a token is an Arabic or Roman number, a range of them, or "hlm12"."""
    if _NUMBER.fullmatch(token) or _GLUED.fullmatch(token):
        return True
    pieces = [p for p in re.split(r"[-–—‐/]", token.lower()) if p]
    return bool(pieces) and all(p not in _NOT_ROMAN and _ROMAN.fullmatch(p) for p in pieces)


def is_locator(chunk: str) -> bool:
    """Whether a chunk says only where in a work: "hlm. 12-15", "vol. iv, p. 3", "§ 7", "xii"."""
    numbered = False
    for token in _TOKEN.findall(chunk):
        word = fold(token).strip("*_'\"“”")
        if is_number(word) or word in _ALONE or word[:1] in ("§", "¶"):
            numbered = True
        elif word not in _LOCATOR_WORDS and word not in _JOINERS and not word.isdigit():
            return False
    return numbered


_PART = re.compile(r"(?:vol|no|jil|jilid)\b", _I)
"""Words that name a part of a work; inside a reference they belong to the work."""

_BARE_AT_END = re.compile(r"[,”\"]\s?(\d{1,4}(?:[-–]\d{1,4})?(?:,\s?\d{1,4})*)$")
"""Pages without a word at the end of a reference: "Waltz, Theory, 104-6"."""

_PAGE_WORD = (
    r"(?:hlmn?|hal(?:aman)?|hl|h|pp?|pgs?|pag|pages?|at|paras?|alinea|pasal|bab|jilid|jil|vol"
    r"|ayat|no|ch|chaps?)"
)
_NUM = r"(?:\d+[a-z]?|[ivxlc]{1,7})"
_RANGE = _NUM + r"(?:\s?[-–—‐,&]\s?" + _NUM + r"\b)*"
PAGES = re.compile(
    r"(?<!\w)"
    + _PAGE_WORD
    + r"(?:\.\s?|\s|:\s?|(?=\d))\s?:?\s?"
    + _RANGE
    + r"(?!\w)(?:\s?(?:ff?|dst|et seq)\b\.?)?",
    _I,
)
"""A page or similar locator with its word, anywhere in a text."""


def first_locator(text: str) -> str:
    """The locator a text begins with or holds, as typed, without the closing full stop."""
    whole = re.sub(r"\s(?:dan|and|serta|&)$", "", text.strip(" ,.;:()[]*_"))
    if is_locator(whole):
        return whole
    head = whole.split(". ")[0]
    leading = _leading_locator(head)
    if leading:
        return leading
    found = [m[0].strip(" ,.;") for m in PAGES.finditer(whole)]
    if not found:
        bare = _BARE_AT_END.search(whole)
        return bare[1] if bare else ""
    return next((p for p in reversed(found) if not _PART.match(p)), "")


def without_locators(text: str) -> str:
    """The comma-separated chunks of a text that do not only say where in a work."""
    chunks = re.split(r"[,;:]", text)
    return ", ".join(c.strip() for c in chunks if c.strip() and not is_locator(c))


def _leading_locator(text: str) -> str:
    """The longest run of comma-separated chunks at the start that are locators."""
    taken: list[str] = []
    for chunk in text.split(",")[:6]:
        if not is_locator(chunk):
            break
        taken.append(chunk.strip())
    return ", ".join(taken).strip(" .")

"""One note cut where another source, reference or comment begins.

Separators are semicolons, citing words ("lihat juga", "see"), "and" between references, the end of
pages or of a sentence, and brackets that cite. Inside quotations, brackets and addresses nothing
is cut. Every step looks at each character a bounded number of times.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from .heads import looks_like_name
from .markers import PAGES, Marker, find_markers, is_locator
from .shapes import is_prose
from .spans import masked
from .text import name_words

SIGNAL = (
    r"(?:[Ll]ih(?:at|\.)(?: juga| pula| misalnya| antara lain| kembali| lebih lanjut"
    r"| selengkapnya| dalam)?|[Bb]aca(?: juga| pula)?|[Bb]andingkan(?: dengan| juga| pula)?"
    r"|[Bb]dk\.?|[Pp]eriksa(?: juga)?|[Ss]imak(?: juga)?"
    r"|[Ss]ee(?:,? (?:also|generally|for example|for instance|especially|e\.g\.|in particular))"
    r"{0,3},?|[Cc]f\.?|[Cc]ompare(?:,? also)?|[Bb]ut (?:see|cf\.)|[Aa]ccord|[Cc]ontra|[Vv]gl\."
    r"|[Ss]iehe(?: auch)?|[Vv]ide|[Ee]\.g\.,?|[Dd]emikian(?: juga| pula)|[Aa]lso (?=[A-Z])"
    r"|[Ff]or example,?)"
)
"""Words with which authors point at a source."""

QUOTED_IN = (
    r"(?:(?:sebagaimana|seperti|sebagai|yang|dan|as)\s)?(?:(?:telah\s)?di\s?kutip"
    r"(?:\s(?:kembali|ulang))?\s(?:dari|dalam|oleh|di|pada(?! tanggal))|dalam kutipan|disadur dari"
    r"|dilansir dari|(?:quoted|cited|reprinted) (?:in|by|from)|quoted and discussed in"
    r"|mengutip(?: dari)?|(?:dibaca )?dalam buku(?:nya)?|after(?= [A-Z][a-z]{1,30},? (?:ibid|op))"
    r"|bei|nach(?= [A-Z]))"
)
"""Words between a source and the one it is quoted from."""

_CUT = re.compile(
    r"\s?;\s?"
    r"|\s(?:--|—|–)\s(?=[A-Z])"
    rf"|(?<=[.!?”\"»)\]\ue000])\s(?={SIGNAL}[\s:])"
    r"|,?\s(?:dan\s|and\s)?(?=(?:lihat(?: juga| pula)?|bandingkan|bdk\.|see also|see|cf\.|compare"
    r"|vgl\.|baca juga|periksa)\s[A-Z“\"‘\ue000*_il])"
    rf"|[.,:]?\s(?={QUOTED_IN}[\s:])"
    r"|,?\s(?=(?:citing|quoting)\s)"
    r"|(?<=[\d)]),?\s(?=(?:dalam|in)\s[A-Z][^;,]{1,60},?\s(?:[Oo]p|[Ll]oc|[Ii]bid)\W?\s?(?:[Cc]it)?)",
)
_AND = re.compile(
    r"(?:(?<=[\d)])|(?<=\d\.)|(?<=[ci][it][td]\.)|(?<=[\s.][ivxlc],)|(?<=[ivxlc]{2},))"
    r"\s?,?\s(?:and|dan|serta|&|und|atau|or)\s(?=[A-Z“\"‘(\ue000])"
)
_AFTER_PAGES = re.compile(
    r"(?<!\w)(?:hlm|hal|halaman|pp?|h)\.?\s?\d[\d\s,–‐-]{0,30}\.\s(?=[A-Z“\"‘\ue000])"
)
_AFTER_YEAR = re.compile(r"\d\s\((?:[^()]{0,60}\s)?(?:1[89]|20)\d\d\)\.\s(?=[A-Z“\"])")
"""Where a Bluebook reference ends: "… Management 30 (1991). Next sentence"."""

_CITING_BRACKET = re.compile(r"\((?![A-Z][^(),:]{1,30}:\s)[^()]{6,300}\)")
_SENTENCE = re.compile(r"(?<=[A-Za-z0-9)”\"\ue000]{2}[.!?])\s(?=[(A-Z“\"‘\ue000])")
_ABBREVIATED = re.compile(
    r"\b(?:[Mm]oh|[Mm]uh|Mr|Mrs|Dr|Prof|St|[Vv]ol|[Nn]o|[Hh]lm|[Hh]al|pp|[Ee]ds?|Jl|[Cc]et"
    r"|[Tt]erj|trans|Tgl|Jend|Kol|Ir|Drs|Univ|Dept|Inc|Co|Ltd|[Cc]f|al|dkk|op|loc|cit|[Ii]bid"
    r"|[Aa]rt|Ps|Hist|Rev|Soc|Proc|Amer|PT|CV|Jan|Feb|Sept?|Oct|Nov|Dec|Apr|Aug|Gov|Dep|Mgmt"
    r"|Tech|Inst|Info|[A-Z][a-z]?)\.$"
)
_OMITTED = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]")
_ELIDED = re.compile(r"\s?(?:…|\.{3,}|\. \. \.)[\s.,]*")
_BREAK = "\u2029"

NAME_AFTER = re.compile(r"[\s,]*(?:[A-Z][\w.'’-]*\s?){1,3}(?:[.,]?\s*$|[.,]\s+(?=h|p|\d|vol))")
"""A name behind "Ibid.", closed by pages or the end of the note."""


def split(text: str) -> list[str]:
    """The pieces of a cleaned note in order; omission marks become a cut, elisions "…,"."""
    text = _ELIDED.sub(" …, ", _OMITTED.sub(_BREAK, text))
    chunks = _pieces(text, _cuts(text))
    chunks = [part for chunk in chunks for part in _around_markers(chunk)]
    chunks = [part for chunk in chunks for part in _leading_prose(chunk)]
    return _join_continuations([c.strip(" ;,\u2029") for c in chunks if c.strip(" ;.,\u2029")])


def _pieces(text: str, cuts: list[int]) -> list[str]:
    inner = sorted({c for c in cuts if 0 < c < len(text)})
    return [text[a:b] for a, b in zip([0, *inner], [*inner, len(text)], strict=True)]


def _cuts(text: str) -> list[int]:
    hidden = masked(text)
    cuts = [m.end() for pattern in (_CUT, _AND, _AFTER_PAGES) for m in pattern.finditer(hidden)]
    cuts += [i + 1 for i, char in enumerate(text) if char == _BREAK]
    cuts += [m.end() for m in _AFTER_YEAR.finditer(text)]
    for match in _CITING_BRACKET.finditer(text):
        if _cites(text, match):
            cuts += [match.start(), match.end()]
    return cuts


def _cites(text: str, bracket: re.Match[str]) -> bool:
    """Whether a bracket at the end of prose holds a reference: "(Massachusetts Archives, p. 1)"."""
    inside = bracket[0][1:-1]
    if is_locator(inside) or not (PAGES.search(inside) or "…" in inside):
        return False
    before = text[max(0, bracket.start() - 120) : bracket.start()]
    return bool(re.match(r"[A-Z“\"]", inside)) and len(before.split()) >= 4


def _leading_prose(chunk: str) -> list[str]:
    """Sentences of prose in front of a source become a piece of their own."""
    start = 0
    for begin, end in _sentence_ends(masked(chunk)):
        if not is_prose(chunk[start:begin]):
            break
        start = end
    return [chunk[:start], chunk[start:]] if start else [chunk]


# --- around markers -------------------------------------------------------------------------------


def _around_markers(chunk: str) -> list[str]:
    """A chunk with markers cut before each further marker's name and after each one's sentence."""
    found = find_markers(chunk)
    if not found:
        return [chunk]
    hidden = masked(chunk)
    ends = _sentence_ends(hidden)
    cuts = [max((end for _, end in ends if end < found[0].start), default=0)]
    bounds = [*(m.start for m in found[1:]), len(chunk)]
    for marker, limit in zip(found, bounds, strict=True):
        cuts.append(_next_sentence(chunk, marker))
        cuts.append(_first_end(ends, marker.end + 1, limit))
        if limit < len(chunk):
            cuts.append(_name_before(hidden, marker.end, limit))
    return _pieces(chunk, cuts)


def _sentence_ends(hidden: str) -> list[tuple[int, int]]:
    """Where sentences end and the next ones begin; abbreviations end none."""
    found = [(m.start(), m.end()) for m in _SENTENCE.finditer(hidden)]
    return [f for f in found if not _ABBREVIATED.search(hidden[max(0, f[0] - 12) : f[0]])]


def _first_end(ends: list[tuple[int, int]], start: int, limit: int) -> int:
    """Where the sentence of a marker ends; the full stop of "Ibid." itself ends none."""
    index = bisect_left(ends, (start, 0))
    return ends[index][1] if index < len(ends) and ends[index][1] < limit else 0


def _next_sentence(chunk: str, marker: Marker) -> int:
    """Where "Id. Similarities can be drawn …" goes on with a sentence of its own."""
    after = chunk[marker.end : marker.end + 160]
    if marker.kind not in ("ibid", "idem") or not re.match(r"\s+[A-Z“\"]", after):
        return 0
    return 0 if NAME_AFTER.match(after) or is_locator(after.split(",")[0]) else marker.end


def _name_before(hidden: str, start: int, end: int) -> int:
    """Where, between two markers, the name that belongs to the second one begins."""
    between = hidden[start:end]
    found = [(between.rfind(s), len(s)) for s in (" dan ", " and ", "; ", ". ")]
    cut = max((at + length for at, length in found if at >= 0), default=0)
    return start + cut if cut else end


# --- putting together again -----------------------------------------------------------------------

_JOINING = frozenset("sebagaimana seperti sebagai yang dan as telah juga atau".split())
_CONTINUES = re.compile(
    r"(?:vol(?:ume)?|no(?:mor)?|edisi|jilid|cet|tahun|hlm|hal|pp?)\b\.?[^,]{0,20}(?:,|$)"
    r"|(?:[A-Z][a-z]+ )?\d{4}$"
    r"|[(\[]?(?:untuk )?(?:selanjutnya|hereinafter|hereafter|disingkat)\b",
    re.IGNORECASE,
)


def _join_continuations(chunks: list[str]) -> list[str]:
    """Chunks that only go on with pages, volume or date belong to the chunk before them."""
    groups: list[list[str]] = []
    for chunk in chunks:
        if chunk.strip(" ,").lower() in _JOINING:
            continue
        if groups and _goes_on(groups[-1][0], chunk):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return ["; ".join(group) for group in groups]


def _goes_on(before: str, chunk: str) -> bool:
    bare = chunk.strip(" .,;")
    found = find_markers(chunk[:400])
    if found:
        alone = found[0].start == 0 and not name_words(bare[found[0].end :]) and len(found) == 1
        return alone and len(before) < 120 and looks_like_name(before) and not find_markers(before)
    return is_locator(bare) or bool(_CONTINUES.match(bare))

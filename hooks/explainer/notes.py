"""One footnote as typed -> its pieces: each a reference back, a source, or a comment.

Nothing here knows other notes. `resolve` decides what the pieces refer to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from .markers import PAGES, Marker, find_markers, first_locator, is_locator
from .spans import URL, Clean, clean, masked
from .heads import looks_like_name
from .text import STOP, name_words, words

Shape = Literal["marker", "source", "weak", "cross", "comment"]
"""`source`: has the marks of a reference; `weak`: might be one; `cross`: a place in this text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One source, reference back or comment inside a note."""

    text: str
    shape: Shape
    marker: Marker | None = None
    mention: str = ""  # the words that name the source meant
    locator: str = ""
    quoted_in: bool = False  # the piece before it is quoted from this one
    emphasised: tuple[str, ...] = ()


_SIGNAL = (
    r"(?:[Ll]ih(?:at|\.)(?: juga| pula| misalnya| antara lain| kembali| lebih lanjut| selengkapnya| dalam)?"
    r"|[Bb]aca(?: juga| pula)?|[Bb]andingkan(?: dengan| juga| pula)?|[Bb]dk\.?|[Pp]eriksa(?: juga)?|[Ss]imak(?: juga)?"
    r"|[Ss]ee(?:,? (?:also|generally|for example|for instance|especially|e\.g\.|in particular))*,?|[Cc]f\.?|[Cc]ompare(?:,? also)?|[Bb]ut (?:see|cf\.)|[Aa]ccord|[Cc]ontra"
    r"|[Vv]gl\.|[Ss]iehe(?: auch)?|[Vv]ide|[Ee]\.g\.,?|[Dd]emikian(?: juga| pula)|[Aa]lso (?=[A-Z])|[Ff]or example,?|[Ss]ee, e\.g\.,)"
)
_SIGNAL_START = re.compile(r"^[\s(\[]*(?:(?:dan|and|serta|juga|also|tetapi|but)\s+)?" + _SIGNAL + r"[\s:,]+", re.I)
_QUOTED_IN = (
    r"(?:(?:sebagaimana|seperti|sebagai|yang|dan|as)\s+)?(?:(?:telah\s+)?di\s?kutip(?:\s+(?:kembali|ulang))?\s+(?:dari|dalam|oleh|di|pada)"
    r"|dalam kutipan|disadur dari|dilansir dari|(?:quoted|cited|reprinted) (?:in|by|from)|quoted and discussed in"
    r"|mengutip(?: dari)?|(?:dibaca )?dalam buku(?:nya)?|after(?= [A-Z][a-z]+,? (?:ibid|op))|bei|nach(?= [A-Z]))"
)
_QUOTED_START = re.compile(r"^[\s(,]*" + _QUOTED_IN + r"[\s:]+", re.I)
_CUT = re.compile(
    r"\s*;\s*"
    r"|\s+(?:--|—|–)\s+(?=[A-Z])"
    r"|(?<=[.!?”\"»)\]\ue000])\s+(?=" + _SIGNAL + r"[\s:])"
    r"|,?\s+(?:dan\s+|and\s+)?(?=(?:lihat(?: juga| pula)?|bandingkan|bdk\.|see also|see|cf\.|compare|vgl\.|baca juga|periksa)\s+[A-Z“\"‘\ue000*_il])"
    r"|[.,:]?\s+(?=" + _QUOTED_IN + r"[\s:])"
    r"|,?\s+(?=(?:citing|quoting)\s)",
)
_AND = re.compile(r"(?:(?<=[\d)])|(?<=\d\.)|(?<=[ci][it][td]\.)|(?<=[\s.][ivxlc],)|(?<=[ivxlc]{2},))\s*,?\s+(?:and|dan|serta|&|und|atau|or)\s+(?=[A-Z“\"‘(\ue000])")
_AFTER_PAGES = re.compile(
    r"(?<!\w)(?:hlm|hal|halaman|pp?|h)\.?\s?\d[\d\s,–‐-]{0,30}\.\s+(?=[A-Z“\"‘\ue000])"
)
_AFTER_YEAR = re.compile(r"\d\s\((?:[^()]{0,60}\s)?(?:1[89]|20)\d\d\)\.\s+(?=[A-Z“\"])")
"""Where a Bluebook reference ends: "… Management 30 (1991). Next sentence"."""
_SENTENCE = re.compile(r"(?<=[A-Za-z0-9)”\"\ue000]{2}[.!?])\s+(?=[(A-Z“\"‘\ue000])")
_ABBREVIATED = re.compile(
    r"\b(?:[Mm]oh|[Mm]uh|Mr|Mrs|Dr|Prof|St|Vol|vol|No|no|[Hh]lm|[Hh]al|pp|[Ee]d|[Ee]ds|Jl|cet|Cet|terj|Terj|trans|Tgl|Jend|Kol|Ir|Drs|"
    r"Univ|Dept|Inc|Co|Ltd|Cf|cf|al|dkk|op|loc|cit|ibid|Ibid|Art|art|Ps|Hist|Rev|Soc|Proc|Amer|PT|CV|Jan|Feb|Sept?|Oct|Nov|Dec|Apr|Aug|Gov|Dep|Mgmt|Tech|Inst|Info)\.$"
)
_OMITTED = re.compile(r"\[\s?(?:…|\.\.\.)\s?\]")
_ELIDED = re.compile(r"\s?(?:…|\.{3,}|\. \. \.)[\s.,]*")
_BREAK = "\u2029"
_CITING_BRACKET = re.compile(r"\((?![A-Z][^(),:]{1,30}:\s)[^()]{6,300}\)")


def read_note(raw: str) -> list[Piece]:
    """The pieces of one note in reading order; an empty note has none."""
    cleaned = clean(raw)
    pieces = [_piece(text, cleaned) for text in split(cleaned.text)]
    pieces = [p for p in pieces if words(p.text) or p.marker]
    followers = [*pieces[1:], None][: len(pieces)]
    return [p for p, after in zip(pieces, followers, strict=True) if not _only_quoted(p, after)]


def _only_quoted(piece: Piece, after: Piece | None) -> bool:
    """Whether a piece is only the name of someone quoted from the next piece."""
    quoted = after is not None and after.quoted_in and not piece.marker
    return quoted and not piece.locator and len(piece.text.split()) <= 6 and "," not in piece.text


def split(text: str) -> list[str]:
    """The note cut where another source, reference or comment begins."""
    text = _ELIDED.sub(" …, ", _OMITTED.sub(_BREAK, text))
    cuts = _cuts(text)
    chunks = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    chunks = [part for chunk in chunks for part in _around_markers(chunk)]
    chunks = [part for chunk in chunks for part in _leading_prose(chunk)]
    return _join_locators([c.strip(" ;,\u2029") for c in chunks if c.strip(" ;.,\u2029")])


def _leading_prose(chunk: str) -> list[str]:
    """Sentences of prose in front of a source become a piece of their own."""
    start = 0
    for begin, end in _sentence_ends(masked(chunk)):
        if not is_prose(chunk[start:begin]):
            break
        start = end
    return [chunk[:start], chunk[start:]] if start else [chunk]


def is_prose(sentence: str) -> bool:
    """Whether a sentence reads like running text: long, mostly lower case, without pages."""
    tokens = [t for t in sentence.split() if t[:1].isalpha()]
    if len(tokens) < 6 or PAGES.search(sentence) or find_markers(sentence):
        return False
    return sum(t[0].islower() for t in tokens) / len(tokens) > 0.5


def _cuts(text: str) -> list[int]:
    hidden = masked(text)
    cuts = {m.end() for pattern in (_CUT, _AND, _AFTER_PAGES) for m in pattern.finditer(hidden)}
    cuts |= {i + 1 for i, char in enumerate(text) if char == _BREAK}
    cuts |= {m.end() for m in _AFTER_YEAR.finditer(text)}
    for match in _CITING_BRACKET.finditer(text):
        if _cites(text, match):
            cuts |= {match.start(), match.end()}
    return sorted(c for c in cuts if 0 < c < len(text))


def _cites(text: str, bracket: re.Match[str]) -> bool:
    """Whether a bracket at the end of prose holds a reference: "(Massachusetts Archives, p. 1)"."""
    inside = bracket[0][1:-1]
    if is_locator(inside) or not (PAGES.search(inside) or "…" in inside):
        return False
    return bool(re.match(r"[A-Z“\"]", inside)) and len(text[: bracket.start()].split()) >= 4


def _around_markers(chunk: str) -> list[str]:
    """A chunk with markers cut before each further marker's name and after each one's sentence."""
    found = find_markers(chunk)
    if not found:
        return [chunk]
    hidden = masked(chunk)
    cuts = [_sentence_before(hidden, found[0].start)]
    for marker, following in zip(found, [*found[1:], None], strict=True):
        limit = following.start if following else len(chunk)
        cuts.append(_next_sentence(chunk, marker))
        cuts.append(_sentence_after(hidden, marker.end, limit))
        if following:
            cuts.append(_name_before(hidden, marker.end, following.start))
    cuts = sorted({c for c in cuts if 0 < c < len(chunk)})
    return [chunk[a:b] for a, b in zip([0, *cuts], [*cuts, len(chunk)], strict=True)]


_NAME_AFTER = re.compile(r"[\s,]+(?:[A-Z][\w.'’-]*\s?){1,3}(?:[.,]?\s*$|[.,]\s+(?=h|p|\d|vol))")


def _next_sentence(chunk: str, marker: Marker) -> int:
    """Where "Id. Similarities can be drawn …" goes on with a sentence of its own."""
    after = chunk[marker.end :]
    if marker.kind not in ("ibid", "idem") or not re.match(r"\s+[A-Z“\"]", after):
        return 0
    name = _NAME_AFTER.match(after)
    return 0 if name or is_locator(after.split(",")[0]) else marker.end


def _sentence_ends(hidden: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where sentences end and the next ones begin; abbreviations end none."""
    limit = len(hidden) if end is None else end
    found = [(m.start(), m.end()) for m in _SENTENCE.finditer(hidden, start, limit)]
    return [f for f in found if not _ABBREVIATED.search(hidden[max(0, f[0] - 12) : f[0]])]


def _sentence_before(hidden: str, position: int) -> int:
    """Where the sentence that holds a marker begins, when prose stands before it."""
    return max((end for _, end in _sentence_ends(hidden, 0, position)), default=0)


def _sentence_after(hidden: str, position: int, limit: int) -> int:
    """Where the sentence of a marker ends; the full stop of "Ibid." itself ends none."""
    return min((end for _, end in _sentence_ends(hidden, position + 1, limit)), default=0)


def _name_before(hidden: str, start: int, end: int) -> int:
    """Where, between two markers, the name that belongs to the second one begins."""
    between = hidden[start:end]
    cut = max((between.rfind(sep) + len(sep) for sep in (" dan ", " and ", "; ", ". ") if sep in between), default=0)
    return start + cut if cut else end


_JOINING = frozenset("sebagaimana seperti sebagai yang dan as telah juga atau".split())
_CONTINUES = re.compile(
    r"(?:vol(?:ume)?|no(?:mor)?|edisi|jilid|cet|tahun|hlm|hal|pp?)\b\.?[^,]{0,20}(?:,|$)|(?:[A-Z][a-z]+ )?\d{4}$", re.I
)


def _join_locators(chunks: list[str]) -> list[str]:
    """Chunks that only go on with pages, volume or date belong to the chunk before them."""
    joined: list[str] = []
    for chunk in chunks:
        if chunk.strip(" ,").lower() in _JOINING:
            continue
        if joined and _goes_on(joined[-1], chunk):
            joined[-1] = f"{joined[-1]}; {chunk}"
        else:
            joined.append(chunk)
    return joined


def _goes_on(before: str, chunk: str) -> bool:
    bare = chunk.strip(" .,;")
    found = find_markers(chunk)
    if found:
        alone = found[0].start == 0 and not name_words(bare[found[0].end :])
        return alone and not find_markers(before) and looks_like_name(before) and len(found) == 1
    return is_locator(bare) or bool(_CONTINUES.match(bare))


def _piece(text: str, cleaned: Clean) -> Piece:
    bare, quoted = strip_signals(text)
    emphasised = tuple(e for e in cleaned.emphasised if e in text)
    found = find_markers(bare)
    if found:
        return replace(_marked(bare, found[0]), quoted_in=quoted, emphasised=emphasised)
    found = [m for m in find_markers(text) if m.notes]
    if found:  # "lihat catatan kaki 5": the signal is part of the marker
        return replace(_marked(text, found[0]), quoted_in=quoted, emphasised=emphasised)
    shape = shape_of(bare, signalled=bare != text.strip())
    if bare[:1] == "(" and bare.rstrip(".")[-1:] == ")":
        bare = bare.rstrip(".")[1:-1]
    return Piece(bare, shape, None, bare, first_locator(bare), quoted, emphasised)


def strip_signals(text: str) -> tuple[str, bool]:
    """Text without an introductory "lihat juga", "see", "dikutip dari"; whether it was the last."""
    quoted = False
    for _ in range(4):
        match = _QUOTED_START.match(text)
        quoted = quoted or bool(match)
        match = match or _SIGNAL_START.match(text)
        if not match or len(match[0]) >= len(text.rstrip(" .")):
            break
        if any(m.start < match.end() for m in find_markers(text)):
            break
        text = text[match.end() :]
    return text.strip(), quoted


_QUOTE = re.compile(r"[“\"‘«][^“”\"«»]+[”\"’»]?[\s,.]*")


def _marked(text: str, marker: Marker) -> Piece:
    before = text[: marker.start].strip(" ,.;:([—–-*_")
    after = text[marker.end :].lstrip("”\"’'*_ ")
    locator = first_locator(after)
    mention = _mention_before(before)
    if marker.kind in ("ibid", "idem") and not (looks_like_name(mention) or _QUOTE.fullmatch(mention)):
        mention = ""
    if not name_words(mention):
        named = marker.kind not in ("ibid", "idem") or _NAME_AFTER.match(after)
        mention = _mention_after(after) if named else ""
        if marker.kind in ("ibid", "idem") and not looks_like_name(mention):
            mention = ""
    if not locator and is_locator(mention):
        mention, locator = "", mention
    year = re.match(r"[\s,.(]*(\d{4}[a-z]?)\b", after)
    if year and mention:
        mention = f"{mention} ({year[1]})"
    return Piece(text, "marker", marker, mention, locator)


def _mention_before(before: str) -> str:
    """The words in front of a marker that name the work, without a comment around them."""
    before = re.sub(r"^(?:lihat|see|cf\.?|dalam|in|juga|also|pada|dari|by|oleh|menurut)\b[\s,]*", "", before, flags=re.I)
    if before.rfind("(") > before.rfind(")"):
        before = before.rsplit("(", 1)[1]
    chapter = re.split(r"[,”\"]\s(?:[Dd]alam|[Ii]n):?\s(?=[A-Z])", before)
    before = chapter[-1]
    sentence = re.split(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z])", before)[-1]
    if len(sentence.split()) <= 14:
        return sentence
    run = re.search(r"(?:[A-Z][\w.'’-]*[\s,]+(?:(?:dan|and|&|van|von|de|bin|al-)\s+)?){1,5}$", sentence + " ")
    return run[0].strip() if run else sentence


def _mention_after(after: str) -> str:
    """The words behind a marker up to the first locator: "Op. Cit., Al Jazeera, hlm. 3"."""
    after = after.split(" …")[0] if " …" in after else after
    taken: list[str] = []
    for chunk in re.split(r"[,;:]|\.\s", after.strip(" ,.;:")):
        if not chunk.strip() or is_locator(chunk) or PAGES.match(chunk.strip()):
            break
        if not re.match(r"[\s“\"‘*_]*[A-Z0-9]", chunk):
            break
        taken.append(chunk.strip())
    return ", ".join(taken[:3])


# --- is it a source? ------------------------------------------------------------------------------

_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_PUBLICATION = re.compile(
    r"\([^()]{0,120}" + _YEAR + r"[^()]{0,40}\)|[,.:]\s*(?:[^\s,]{1,20}\s){0,3}" + _YEAR + r"\b|\[" + _YEAR
    + r"\]|\bt\.t\.|\btt\.|\bn\.d\."
)
_PLACE_PUBLISHER = re.compile(
    r"[A-Z][\w.]{2,20}(?: [A-Z][\w.]{2,20})?\s?:\s[A-Z][^\d,()]{2,60},\s?(?:cet|" + _YEAR + ")"
)
_VOLUME = re.compile(r"\b(?:vol(?:ume)?|no(?:mor)?|jilid|edisi|cet(?:akan)?)\b\.?\s?[\divxlc]+", re.I)
_QUOTED_TITLE = re.compile(
    r"[“\"«»‘„][A-Z][^“”\"«»]{3,300}(?:[,.?!][”\"»«’“]|[”\"»«’“]\s?(?:[,.;:(\[]|$|[Dd]alam |in |[A-Z]))"
)
_LAW = re.compile(
    r"\b(?:Undang-Undang|UU|Peraturan|Perpres|Permen\w*|PP|Keputusan|Keppres|Putusan|KUHP|KUHPerdata|UUD|TAP MPR|Perda|"
    r"Resolution|Resolusi|A/RES|S/RES|U\.S\.C\.|F\.[23]d|U\.S\.)(?=[\s./\d])|\b[A-Z]\w+ v\.? [A-Z]"
)
_OTHER = re.compile(
    r"\b(?:[Ww]awancara|[Hh]asil (?:diskusi|observasi|penelitian)|[Kk]omunikasi pribadi|[Dd]okumentasi|[Ii]nterview|diakses|[Aa]ccessed|"
    r"[Rr]etrieved|diunduh|Q\.?S\.?|HR\.?|Surat Kabar|Skripsi|Tesis|Disertasi|thesis|dissertation|Makalah|Jurnal|Journal|Review|"
    r"Quarterly|Proceedings|Penerbit|Press|Pustaka)\b|\b[a-z0-9-]+\.(?:com|org|net|edu|gov|info|(?:ac|co|go|or)\.[a-z]{2})(?:/|\b)"
)
_PAGE = re.compile(r"(?<!\w)(?:hlmn?|hal(?:aman)?|hl|h|pp?|pgs?|pag|pages?)(?:\.\s?|\s|(?=\d))\s?:?\s?(?:\d|[ivxlc]{1,7}\b)", re.I)
_STRONG = (_PUBLICATION, _PLACE_PUBLISHER, _VOLUME, _LAW, _OTHER)
_CROSS = re.compile(
    r"^(?:(?:see|lihat(?:lah)?|vgl\.|siehe|cf\.)\s+)?(?:(?:also|juga|kembali)\s+)?"
    r"(?:(?:above|below|supra|infra|post|ante|oben|unten)\b|di (?:atas|bawah)\b|bab\s[IVX\d]+|part\s[IVX\d]+|appendix\b|lampiran\b)",
    re.I,
)
_HERE = re.compile(
    r"\b(?:skripsi|tesis|tulisan|bab|buku|disertasi|makalah|artikel|penelitian) ini\b"
    r"|\bthis (?:article|chapter|thesis|paper|book|essay|note)\b",
    re.I,
)


_NAMING = re.compile(
    r"\b(?:disebut|istilah|dikenal(?: sebagai)?|kata|called|term|dinamakan|frasa)\s[“\"«‘][A-Z]"
)
"""A quotation that gives a word its name is no title."""


def shape_of(text: str, *, signalled: bool = False) -> Shape:
    """Whether a piece without markers reads like a source; prose with a bare year does not."""
    if URL.search(text):
        return "source"
    here = _CROSS.search(text) or (signalled and _HERE.search(text))
    if here and len(text.split()) <= 16 and not _PUBLICATION.search(text):
        return "cross"
    if _PAGE.search(text):
        return "source"
    strong = sum(bool(p.search(text)) for p in _STRONG) + _titled(text)
    if strong >= 2 or (strong and (len(text.split()) <= 40)):
        return "source"
    return "weak" if _title_like(text) else "comment"


def _titled(text: str) -> bool:
    """Whether a quotation in the text looks like a title: no sentence, no name for a thing."""
    match = _QUOTED_TITLE.search(text)
    return bool(match) and not is_prose(match[0][1:]) and not _NAMING.search(text)


def _title_like(text: str) -> bool:
    """Whether most words that could be capitalised are: a bare name or title, no sentence."""
    bare = ", ".join(c for c in text.split(",") if not is_locator(c))
    tokens = [t.strip("“”\"'‘’().,") for t in bare.split()]
    counted = [t for t in tokens if t[:1].isalpha() and t.lower() not in STOP]
    if not 2 <= len(tokens) <= 25 or not counted:
        return False
    return sum(t[0].isupper() for t in counted) / len(counted) >= 0.7


_SAYING = re.compile(
    r"\b(?:menurut|according|dikutip|cases?|argu\w+|claim\w*|says?|writes?|notes?|pendapat|berpendapat|menyatakan|mengatakan"
    r"|menulis|menegaskan|membantah|buku|book|artikel|article|karya)\b|[“\"«»]|https?:|www\.|\b(?:1[4-9]|20)\d\d\b",
    re.I,
)


def is_plain_comment(text: str) -> bool:
    """Whether a comment surely holds no source: no year, quotation, address or word of saying."""
    return bool(words(text)) and not _SAYING.search(text) and not _PAGE.search(text)

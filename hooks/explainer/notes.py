"""One footnote as typed -> its pieces: each a reference back, a source, or a comment.

Nothing here knows other notes. `resolve` decides what the pieces refer to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .cutting import NAME_AFTER, QUOTED_IN, SIGNAL, split
from .heads import looks_like_name
from .markers import PAGES, Marker, find_markers, first_locator, is_locator
from .model import Kind
from .shapes import Shape, shape_of
from .spans import clean
from .text import name_words, words

_READ = 3000
"""Characters of one piece that are read; a longer one is a comment, kept but not analysed."""


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

    @property
    def kind(self) -> Kind:
        """What the piece is when it refers back: what its marker says, or a short reference."""
        return self.marker.kind if self.marker else "short"

    @property
    def running(self) -> bool:
        """Whether its marker repeats the work last cited from an author."""
        return self.marker is not None and self.marker.running


def read_note(raw: str) -> list[Piece]:
    """The pieces of one note in reading order; an empty note has none."""
    cleaned = clean(raw)
    pieces = [_piece(text, cleaned.emphasised[:40]) for text in split(cleaned.text)]
    pieces = [p for p in pieces if words(p.text[:_READ]) or p.marker]
    followers = [*pieces[1:], None][: len(pieces)]
    return [p for p, after in zip(pieces, followers, strict=True) if not _only_quoted(p, after)]


def _only_quoted(piece: Piece, after: Piece | None) -> bool:
    """Whether a piece is only the name of someone quoted from the next piece."""
    quoted = after is not None and after.quoted_in and not piece.marker
    return quoted and not piece.locator and len(piece.text.split()) <= 6 and "," not in piece.text


def _piece(text: str, emphasised: tuple[str, ...]) -> Piece:
    if len(text) > _READ:
        return Piece(text, "comment")
    marked = tuple(e for e in emphasised if e in text)
    bare, quoted = _strip_signals(text)
    piece = _with_marker(bare, text) or _without_marker(bare, signalled=bare != text.strip())
    return replace(piece, quoted_in=quoted, emphasised=marked)


def _with_marker(bare: str, text: str) -> Piece | None:
    found = find_markers(bare)
    if found:
        return _marked(bare, found[0])
    numbered = [m for m in find_markers(text) if m.notes]  # "lihat" is part of "lihat catatan 5"
    return _marked(text, numbered[0]) if numbered else None


def _without_marker(bare: str, *, signalled: bool) -> Piece:
    shape = shape_of(bare, signalled=signalled)
    if bare[:1] == "(" and bare.rstrip(".")[-1:] == ")":
        bare = bare.rstrip(".")[1:-1]
    return Piece(bare, shape, None, bare, first_locator(bare))


_SIGNAL_START = re.compile(
    rf"^[\s(\[]*(?:(?:dan|and|serta|juga|also|tetapi|but)\s)?{SIGNAL}[\s:,]+", re.IGNORECASE
)
_QUOTED_START = re.compile(rf"^[\s(,]*{QUOTED_IN}[\s:]+", re.IGNORECASE)


def _strip_signals(text: str) -> tuple[str, bool]:
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


# --- the words around a marker --------------------------------------------------------------------

_QUOTE = re.compile(r"[“\"‘«][^“”\"«»]+[”\"’»]?[\s,.]*")
_LEADING = re.compile(
    r"^(?:lihat|see|cf\.?|dalam|in|juga|also|pada|dari|by|oleh|menurut)\b[\s,]*", re.IGNORECASE
)
_CHAPTER = re.compile(r"[,”\"]\s(?:[Dd]alam|[Ii]n):?\s(?=[A-Z])")
_LAST_NAMES = re.compile(r"(?:[A-Z][\w.'’-]*[\s,]+(?:(?:dan|and|&|van|von|de|bin|al-)\s+)?){1,5}$")


def _marked(text: str, marker: Marker) -> Piece:
    after = text[marker.end :].lstrip("”\"’'*_ ")
    locator = first_locator(after)
    mention = _mention(text[: marker.start], after, marker)
    if not locator and is_locator(mention):
        mention, locator = "", mention
    year = re.match(r"[\s,.(]*(\d{4}[a-z]?)\b", after)
    if year and mention:
        mention = f"{mention} ({year[1]})"
    return Piece(text, "marker", marker, mention, locator)


def _mention(before: str, after: str, marker: Marker) -> str:
    """The name beside a marker: in front of it, else behind it; Ibid. takes only a plain name."""
    mention = _mention_before(before.strip(" ,.;:([—–-*_"))
    repeats = marker.kind in ("ibid", "idem")
    if repeats and not (looks_like_name(mention) or _QUOTE.fullmatch(mention)):
        mention = ""
    if name_words(mention) or (repeats and not NAME_AFTER.match(after)):
        return mention
    behind = _mention_after(after)
    return behind if not repeats or looks_like_name(behind) else ""


def _mention_before(before: str) -> str:
    """The words in front of a marker that name the work, without a comment around them."""
    before = _LEADING.sub("", before)
    if before.rfind("(") > before.rfind(")"):
        before = before.rsplit("(", 1)[1]
    before = _CHAPTER.split(before)[-1]
    sentence = re.split(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z])", before)[-1]
    if len(sentence.split()) <= 14:
        return sentence
    run = _LAST_NAMES.search(sentence[-200:] + " ")
    return run[0].strip() if run else sentence


def _mention_after(after: str) -> str:
    """The words behind a marker up to the first locator: "Op. Cit., Al Jazeera, hlm. 3"."""
    taken: list[str] = []
    for chunk in re.split(r"[,;:]|\.\s", after.partition(" …")[0].strip(" ,.;:")):
        if not chunk.strip() or is_locator(chunk) or PAGES.match(chunk.strip()):
            break
        if not re.match(r"[\s“\"‘*_]*[A-Z0-9]", chunk):
            break
        taken.append(chunk.strip())
    return ", ".join(taken[:3])

"""References by place: Ibid., Idem, a marker without a name, a page alone.

All of them mean the note before, or the source named just before in the same note. A name beside
Ibid. must fit that source; where it does not, the name decides or nothing is linked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .markers import is_locator
from .matching import Work
from .memory import Memory, Seen
from .model import Citation
from .notes import Piece
from .reports import listed
from .shapes import is_prose, shape_of
from .text import name_words


def ibid(memory: Memory, piece: Piece) -> Citation:
    """Ibid. and Idem: the source just before, in this note or else in the note before."""
    now = memory.now
    before = now if now.works else memory.before()
    if before is None:
        code = "first-note-ibid" if now.number == 1 else "source-outside"
        return memory.failed(piece, code)
    if before.plain:
        return _past_comments(memory, piece, before)
    again = _new_title(memory, piece, before.works[-1]) if before.works else None
    rule = "ibid-same-note" if before is now else "ibid-previous"
    return again or _repeat(memory, piece, before, rule)


def bare(memory: Memory, piece: Piece) -> Citation:
    """Op. Cit. or Loc. Cit. without a name.

    Loc. Cit. repeats the note before. Op. Cit. does so only after a note that refers back itself,
    or when a single work has been cited: after another full source it is ambiguous.
    """
    now, works, loccit = memory.now, memory.works, piece.kind == "loccit"
    if now.works and loccit:
        return _repeat(memory, piece, now, "bare-same-note")
    if len(works) == 1 and not loccit:
        return memory.linked(piece, works.recent(1)[0], "bare-only")
    before = memory.before_comments()
    if before is None:
        return memory.failed(piece, memory.nothing_before())
    running = before.back and not now.works
    if loccit or running or before.failed:
        return _repeat(memory, piece, before, "bare-previous")
    notes = sorted({w.note for w in works.recent(4)})
    return memory.failed(piece, "ambiguous-reference", listed(notes), notes)


def page_only(memory: Memory, piece: Piece) -> Citation:
    """A page alone, "Hlm. 130.", goes on with the one source of the note before."""
    before = memory.before()
    if before is None or len(before.works) != 1 or before.failed:
        return Citation(memory.now.number, "commentary", piece.text)
    return memory.linked(piece, before.works[0], "page-only", through=before.number)


def _past_comments(memory: Memory, piece: Piece, comment: Seen) -> Citation:
    """Ibid. after a comment that surely holds no source means the last source before it."""
    before = memory.before_comments()
    if before is None:
        return memory.failed(piece, "ibid-after-comment", str(comment.number))
    again = _new_title(memory, piece, before.works[-1]) if before.works else None
    citation = again or _repeat(memory, piece, before, "ibid-past-comment")
    info = memory.report(piece, "over-comment", str(comment.number))
    return replace(citation, problems=(*citation.problems, info))


def _new_title(memory: Memory, piece: Piece, work: Work) -> Citation | None:
    """Another work of the same author, given in full: "Idem, Selat yang Sunyi (…)"."""
    marker = piece.marker
    title = piece.text[marker.end :] if marker and marker.kind == "idem" else ""
    if not _opens_title(title):
        return None
    text = f"{work.lead}, {title.strip(' ,.:')}"
    return memory.given(replace(piece, text=text, marker=None), work.lead)


def _opens_title(text: str) -> bool:
    """Whether the words behind "Idem" are another title, not pages and not a new sentence."""
    match = re.match(r"\s*[,:]\s*(?=[“\"‘«A-Z])", text)
    if not match or is_locator(text[match.end() :].partition(",")[0]):
        return False
    return shape_of(text[match.end() :]) == "source" and not is_prose(text)


def _repeat(memory: Memory, piece: Piece, seen: Seen, rule: str) -> Citation:
    """The source of a given note again; a name beside the marker must fit it."""
    works, here = seen.named(piece), seen is memory.now
    if seen.works and not works:
        return _named_elsewhere(memory, piece, seen)
    if here or (seen.unit and all(w.note == seen.number for w in works)):
        works = works[-1:]
    unsure = seen.failed and len(seen.works) == 1 and not here
    if len(works) == 1 and not unsure:
        return memory.linked(piece, works[0], rule, through=seen.number)
    if works:
        return memory.failed(piece, "ambiguous-ibid", f"note {seen.number}", [seen.number])
    code = "broken-chain" if seen.failed else "ibid-after-comment"
    return memory.failed(piece, code, str(seen.number), points_to=seen.number)


def _named_elsewhere(memory: Memory, piece: Piece, seen: Seen) -> Citation:
    """Ibid. with a name from elsewhere: the name decides, if it fits one work and no other."""
    found = memory.works.search(piece.mention)
    near = {word for work in seen.works for word in work.words}
    unsure = found.by == "author" and near & set(name_words(piece.mention))
    if len(found.works) != 1 or unsure:
        return memory.failed(piece, "name-mismatch", f"note {seen.number}")
    return memory.linked(piece, found.works[0], "ibid-named")

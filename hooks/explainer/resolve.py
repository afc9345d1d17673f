"""Notes in printed order -> what each refers to. The engine of the project.

Walks the notes once. A reference is resolved only when exactly one work fits; one that fits
several or none is reported and never linked. Each resolution names its rule (see `rules`).
`previous` holds the references by place, `named` those by name or number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .memory import Memory, Seen
from .model import Citation
from .named import chosen, look_ahead, named, supra
from .notes import Piece, read_note
from .previous import bare, ibid, page_only
from .shapes import is_plain_comment
from .short import find_short, is_page_only
from .text import words


def resolve_notes(notes: Sequence[tuple[int, str]]) -> list[Citation]:
    """One Citation per (number, text), in the given order.

    Numbers may start above 1 and have gaps: a reference whose source lies outside is reported.
    Raises ValueError when numbers are repeated or do not ascend, since "the note before" would
    mean nothing then.
    """
    numbers = [number for number, _ in notes]
    if any(after <= before for before, after in pairwise(numbers)):
        raise ValueError("note numbers must ascend without repetition")
    memory = Memory(numbers)
    return look_ahead(memory, [_note(memory, number, text) for number, text in notes])


def _note(memory: Memory, number: int, raw: str) -> Citation:
    """Resolve one note and remember what it cites."""
    memory.now = now = Seen(number)
    pieces = read_note(raw)
    citation = _whole(now, raw, [_counted(memory, piece, len(pieces)) for piece in pieces])
    now.unit = any(p.quoted_in for p in pieces)
    now.plain = citation.kind == "commentary" and _surely_comment(memory, raw)
    memory.seen[number] = now
    return citation


def _surely_comment(memory: Memory, raw: str) -> bool:
    known = any(memory.works.knows_name(word) for word in words(raw)[:60])
    return is_plain_comment(raw) and not known


def _whole(now: Seen, raw: str, parts: list[Citation]) -> Citation:
    """The note's own citation: its only source, or "multi" with one part per source."""
    sources = [p for p in parts if p.kind not in ("commentary", "cross")]
    if not sources:
        cross = next((p for p in parts if p.kind == "cross"), None)
        now.works = now.crossed
        return replace(cross, text=raw) if cross else Citation(now.number, "commentary", raw)
    if len(sources) == 1:
        for work in now.works:
            work.part = None if work.note == now.number else work.part
        return replace(sources[0], text=raw)
    problems = tuple(problem for p in sources for problem in p.problems)
    return Citation(now.number, "multi", raw, problems=problems, parts=tuple(sources))


def _counted(memory: Memory, piece: Piece, pieces: int) -> Citation:
    citation = _piece(memory, piece, among_others=pieces > 1)
    memory.now.sources += citation.kind not in ("commentary", "cross")
    return citation


def _piece(memory: Memory, piece: Piece, *, among_others: bool) -> Citation:
    """One piece by its marker: by place, by number, by name; or a piece without one."""
    marker = piece.marker
    if marker is None:
        return _unmarked(memory, piece, among_others=among_others)
    if marker.kind in ("ibid", "idem"):
        return ibid(memory, piece)
    if marker.notes:
        return supra(memory, piece, marker)
    return named(memory, piece) if words(piece.mention) else bare(memory, piece)


def _unmarked(memory: Memory, piece: Piece, *, among_others: bool) -> Citation:
    """A piece without a marker: a short reference, a source in full, or a comment."""
    number = memory.now.number
    if piece.shape == "cross":
        return Citation(number, "cross", piece.text, locator=piece.locator)
    if is_page_only(piece.text):
        return page_only(memory, piece)
    found = find_short(memory.works, piece)
    if found.works:
        return chosen(memory, piece, found, f"short-{found.by}")
    if "…" in piece.text and piece.locator:
        return memory.not_found(piece, piece.text)
    if piece.shape == "comment" or (piece.shape == "weak" and among_others):
        return Citation(number, "commentary", piece.text)
    return memory.given(piece)

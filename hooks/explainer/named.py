"""References by name or by number: "Waltz, Op. Cit.", "supra note 3"."""

from __future__ import annotations

from dataclasses import replace

from .markers import Marker
from .matching import Work
from .memory import Memory, Seen
from .model import Citation, Kind, Problem
from .notes import Piece
from .reports import listed, report
from .short import find_inside
from .text import name_words
from .works import Found


def named(memory: Memory, piece: Piece) -> Citation:
    """A marker with a name or title: the one work that these words fit."""
    found = _lookup(memory, piece.mention, piece.emphasised)
    if not found.works:
        return memory.not_found(piece, piece.mention)
    return chosen(memory, piece, found, f"named-{found.by}")


def chosen(memory: Memory, piece: Piece, found: Found, rule: str) -> Citation:
    """The one work found; several are reported as ambiguous."""
    works = found.works
    if len(works) > 1 and piece.kind == "loccit":
        works, rule = _running(memory, piece, works), "named-running"
    if len(works) == 1:
        return memory.linked(piece, works[0], rule)
    notes = sorted({w.note for w in works})
    return memory.failed(piece, "ambiguous-reference", listed(notes), notes, count=len(works))


def _lookup(memory: Memory, mention: str, emphasised: tuple[str, ...] = ()) -> Found:
    """By all the words in front of the marker, else by a name at their end."""
    found = memory.works.search(mention, emphasised)
    return found if found.works else find_inside(memory.works, f". {mention}", name_only=True)


def _running(memory: Memory, piece: Piece, works: tuple[Work, ...]) -> tuple[Work, ...]:
    """Of an author's works: for "l. c." the one cited last, for Loc. Cit. one cited just before."""
    if piece.running:
        return (max(works, key=lambda w: w.last),)
    before = memory.before()
    near = [*memory.now.works, *(before.works if before else [])]
    close = tuple(w for w in works if any(w is n for n in near))
    return close if len(close) == 1 else works


# --- by number ------------------------------------------------------------------------------------


def supra(memory: Memory, piece: Piece, marker: Marker) -> Citation:
    """A note named by its number; several notes, or one further on, are only pointed to."""
    number, notes = memory.now.number, marker.notes
    if marker.forward or len(notes) > 1:
        return Citation(number, "cross", piece.text, locator=piece.locator)
    code = _unreachable(memory, notes[0])
    if code:
        return memory.failed(piece, code, str(notes[0]))
    return _numbered(memory, piece, memory.seen[notes[0]])


def _unreachable(memory: Memory, target: int) -> str:
    """Why a note of this number can't be meant, or nothing."""
    number = memory.now.number
    if target == number:
        return "self-reference"
    if target in memory.seen:
        return ""
    if target > number:
        return "forward-reference" if target in memory.numbers else "unknown-note"
    return "source-outside" if target < memory.first else "unknown-note"


def _numbered(memory: Memory, piece: Piece, seen: Seen) -> Citation:
    """The source of the note with this number; a name beside the number must fit it."""
    by_name = bool(name_words(piece.mention)) and len(piece.mention.split()) <= 14
    works = seen.named(piece) if by_name else seen.works
    if len(works) == 1:
        kind: Kind = "supra" if by_name or piece.locator else "cross"
        return memory.linked(piece, works[0], "numbered-note", through=seen.number, kind=kind)
    if works:
        detail, count = str(seen.number), len(works)
        return memory.failed(piece, "ambiguous-reference", detail, [seen.number], count=count)
    if seen.works:
        return memory.failed(piece, "name-mismatch", f"note {seen.number}")
    if seen.failed:
        return memory.failed(piece, "broken-chain", str(seen.number), points_to=seen.number)
    number = memory.now.number
    return Citation(number, "cross", piece.text, seen.number, locator=piece.locator)


# --- afterwards -----------------------------------------------------------------------------------


def look_ahead(memory: Memory, citations: list[Citation]) -> list[Citation]:
    """References that found nothing say so more exactly when their source comes later."""
    return [_ahead(memory, c) for c in citations] if memory.unfound else citations


def _ahead(memory: Memory, citation: Citation) -> Citation:
    parts = tuple(_ahead(memory, part) for part in citation.parts)
    problems = tuple(_exactly(memory, p, citation.number) for p in citation.problems)
    return replace(citation, parts=parts, problems=problems)


def _exactly(memory: Memory, problem: Problem, number: int) -> Problem:
    mention = memory.unfound.get(problem, "")
    later = _lookup(memory, mention).works if mention else ()
    if not later or later[0].note <= number:
        return problem
    return report("forward-reference", number, problem.quote, str(later[0].note))

"""Notes in printed order -> what each refers to. The engine of the project.

Walks the notes once. A reference is resolved only when exactly one work fits; one that fits
several or none is reported and never linked. Each resolution names its rule (see `rules`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .fields import read_source
from .markers import is_locator
from .memory import Memory, Seen
from .mentions import readings
from .model import Citation, Kind, Problem
from .notes import Piece, read_note
from .shapes import is_plain_comment, is_prose, shape_of
from .reports import listed, report
from .short import (
    counts,
    gives_facts,
    is_page_only,
    is_short,
    is_thin,
    reference_end,
    states_facts,
    windows,
)
from .text import name_words, words
from .matching import Work
from .works import Found, Works, make_work


def resolve_notes(notes: Sequence[tuple[int, str]]) -> list[Citation]:
    """One Citation per (number, text), in the given order.

    Numbers may start above 1 and have gaps: a reference whose source lies outside is reported.
    Raises ValueError when numbers are repeated or do not ascend, since "the note before" would
    mean nothing then.
    """
    numbers = [number for number, _ in notes]
    if any(b <= a for a, b in zip(numbers, numbers[1:], strict=False)):
        raise ValueError("note numbers must ascend without repetition")
    resolver = _Resolver(Memory(numbers))
    return resolver.look_ahead([resolver.note(number, text) for number, text in notes])


class _Resolver:
    """The rules, applied note by note to one memory."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.works = memory.works
        self.unfound: dict[Problem, str] = {}  # -> the words that found nothing

    def note(self, number: int, raw: str) -> Citation:
        """Resolve one note and remember what it cites."""
        memory = self.memory
        memory.now = now = Seen(number)
        pieces = read_note(raw)
        parts = [self._piece(piece, among_others=len(pieces) > 1) for piece in pieces]
        citation = self._whole(number, raw, parts)
        now.unit = any(p.quoted_in for p in pieces)
        now.plain = citation.kind == "commentary" and self._surely_comment(raw)
        memory.seen[number] = now
        return citation

    def _surely_comment(self, raw: str) -> bool:
        known = any(self.works.knows_name(word) for word in words(raw)[:60])
        return is_plain_comment(raw) and not known

    def _whole(self, number: int, raw: str, parts: list[Citation]) -> Citation:
        """The note's own citation: its only source, or "multi" with one part per source."""
        sources = [p for p in parts if p.kind not in ("commentary", "cross")]
        if not sources:
            cross = next((p for p in parts if p.kind == "cross"), None)
            return replace(cross, text=raw) if cross else Citation(number, "commentary", raw)
        if len(sources) == 1:
            return replace(sources[0], text=raw)
        for work in self.memory.now.works:
            if work.note == number:
                work.part = _ordinal(work, sources)
        problems = tuple(problem for p in sources for problem in p.problems)
        return Citation(number, "multi", raw, problems=problems, parts=tuple(sources))

    # --- one piece --------------------------------------------------------------------------------

    def _piece(self, piece: Piece, *, among_others: bool) -> Citation:
        if piece.marker is None:
            return self._plain(piece, among_others=among_others)
        if piece.marker.kind in ("ibid", "idem"):
            return self._ibid(piece)
        if piece.marker.notes:
            return self._supra(piece)
        if not name_words(piece.mention) and not words(piece.mention):
            return self._bare(piece)
        return self._named(piece)

    def _plain(self, piece: Piece, *, among_others: bool) -> Citation:
        number = self.memory.now.number
        if piece.shape == "cross":
            return Citation(number, "cross", piece.text, locator=piece.locator)
        if is_page_only(piece.text):
            return self._page_only(piece)
        found = self._short(piece)
        if found.works:
            return self._choose(piece, "short", found, f"short-{found.by}")
        if "…" in piece.text and piece.locator:
            return self._not_found(piece, piece.text)
        if piece.shape == "comment" or (piece.shape == "weak" and among_others):
            return Citation(number, "commentary", piece.text)
        return self._full(piece)

    def _short(self, piece: Piece) -> Found:
        """What a piece without a marker refers to, when it is a shortened reference."""
        named = self.works.by_key(piece.text)
        if named.works and not gives_facts(piece.text):
            return named
        begun = self.works.begun(piece.text)
        if begun.works:
            return begun
        dated = self.works.dated(piece.text)
        if dated.works:
            return dated
        if is_short(piece):
            text = piece.text[: reference_end(piece.text)]
            found = self.works.search(text, piece.emphasised)
            if counts(found, text):
                return found
        return Found() if states_facts(piece.text) else self._inside(piece.text)

    def _inside(self, text: str, *, name_only: bool = False) -> Found:
        """A reference within a sentence: the stretch in which every word fits one author's work."""
        for stretch, led in windows(text):
            found = self.works.search(stretch)
            titled = any(m.title and not m.loose for m in readings(stretch))
            if found.by == "author" and (led or name_only or titled) and counts(found, stretch):
                return found
        return Found()

    def _full(self, piece: Piece, author: str = "") -> Citation:
        number = self.memory.now.number
        work = self.works.add(make_work(number, piece.text, piece.emphasised, author))
        if work.note != number and not gives_facts(piece.text) and not is_thin(work):
            return self.memory.linked(piece, "short", work, "short-same", work.note)
        self.memory.cite(work)
        source = read_source(piece.text, piece.emphasised)
        return Citation(number, "full", piece.text, locator=piece.locator, source=source)

    def _page_only(self, piece: Piece) -> Citation:
        """ "Hlm. 130." alone goes on with the one source of the note before."""
        before = self.memory.before()
        if before is None or len(before.works) != 1 or before.failed:
            return Citation(self.memory.now.number, "commentary", piece.text)
        work = before.works[0]
        return self.memory.linked(piece, "short", work, "page-only", before.number)

    # --- the note before --------------------------------------------------------------------------

    def _ibid(self, piece: Piece) -> Citation:
        memory = self.memory
        if memory.now.works:
            work = memory.now.works[-1]
            again = self._new_title(piece, work)
            return again or self._repeat(piece, memory.now, "ibid-same-note")
        before = memory.before()
        if before is None:
            code = "first-note-ibid" if memory.now.number == 1 else "source-outside"
            return memory.failed(piece, code)
        if before.plain:
            return self._past_comments(piece, before)
        again = self._new_title(piece, before.works[-1]) if before.works else None
        return again or self._repeat(piece, before, "ibid-previous")

    def _new_title(self, piece: Piece, work: Work) -> Citation | None:
        """ "Idem, Selat yang Sunyi (…)": the same author with another work, given in full."""
        assert piece.marker is not None
        title = piece.text[piece.marker.end :]
        if piece.marker.kind != "idem" or not _opens_title(title):
            return None
        title = title.strip(" ,.:")
        return self._full(replace(piece, text=f"{work.lead}, {title}", marker=None), work.lead)

    def _past_comments(self, piece: Piece, comment: Seen) -> Citation:
        """Ibid. after a comment that surely holds no source means the last source before it."""
        before = self.memory.before_comments()
        if before is None:
            return self.memory.failed(piece, "ibid-after-comment", str(comment.number))
        citation = self._repeat(piece, before, "ibid-past-comment")
        info = self.memory.report(piece, "over-comment", str(comment.number))
        return replace(citation, problems=(*citation.problems, info))

    def _repeat(self, piece: Piece, seen: Seen, rule: str) -> Citation:
        """The source of a given note again; a name beside the marker must fit it."""
        memory = self.memory
        works = self._named_among(seen.works, piece)
        if seen.works and not works:
            return self._named_elsewhere(piece, seen)
        if rule.endswith("same-note") or (seen.unit and all(w.note == seen.number for w in works)):
            works = works[-1:]
        if len(works) == 1 and not (
            seen.failed and len(seen.works) == 1 and seen is not memory.now
        ):
            return memory.linked(piece, _kind(piece), works[0], rule, seen.number)
        if works:
            return memory.failed(piece, "ambiguous-ibid", f"note {seen.number}", [seen.number])
        code = "broken-chain" if seen.failed else "ibid-after-comment"
        return memory.failed(piece, code, str(seen.number), points_to=seen.number)

    def _named_elsewhere(self, piece: Piece, seen: Seen) -> Citation:
        """ "Ibid. Bauer" far from Bauer: the name decides, if it fits one work and no other."""
        found = self.works.search(piece.mention)
        near = {word for work in seen.works for word in work.words}
        unsure = found.by == "author" and near & set(name_words(piece.mention))
        if len(found.works) != 1 or unsure:
            return self.memory.failed(piece, "name-mismatch", f"note {seen.number}")
        work = found.works[0]
        return self.memory.linked(piece, _kind(piece), work, "ibid-named", work.note)

    def _named_among(self, works: list[Work], piece: Piece) -> list[Work]:
        """The works of a note that a name beside the marker fits; all when there is no name."""
        quoted = piece.mention[:1] in '“"‘'
        if not name_words(piece.mention) or (len(piece.mention.split()) > 8 and not quoted):
            return works
        few = Works()
        for work in works:
            few.adopt(work)
        return list(few.search(piece.mention, piece.emphasised).works)

    def _bare(self, piece: Piece) -> Citation:
        """Op. Cit. or Loc. Cit. without a name.

        Loc. Cit. repeats the note before. Op. Cit. does so only after a note that refers back
        itself, or when a single work has been cited: after another full source it is ambiguous.
        """
        memory = self.memory
        if memory.now.works and _kind(piece) == "loccit":
            return self._repeat(piece, memory.now, "bare-same-note")
        before = memory.before_comments()
        if _kind(piece) != "loccit" and len(self.works) == 1:
            (work,) = self.works.recent(1)
            return memory.linked(piece, _kind(piece), work, "bare-only", work.note)
        if before is None:
            return memory.failed(piece, self._nothing_before())
        running = before.back and not memory.now.works
        if _kind(piece) != "loccit" and not running and not before.failed:
            notes = {w.note for w in self.works.recent(4)}
            return memory.failed(piece, "ambiguous-reference", listed(sorted(notes)), notes)
        return self._repeat(piece, before, "bare-previous")

    def _nothing_before(self) -> str:
        """The code for a reference to a source that none of the given notes holds."""
        return "unresolved-reference" if self.memory.first == 1 else "source-outside"

    # --- by name or number ------------------------------------------------------------------------

    def _named(self, piece: Piece) -> Citation:
        found = self._lookup(piece.mention, piece.emphasised)
        if not found.works:
            return self._not_found(piece, piece.mention)
        return self._choose(piece, _kind(piece), found, f"named-{found.by}")

    def _lookup(self, mention: str, emphasised: tuple[str, ...] = ()) -> Found:
        """By all the words in front of the marker, else by a name at their end."""
        found = self.works.search(mention, emphasised)
        return found if found.works else self._inside(f". {mention}", name_only=True)

    def _choose(self, piece: Piece, kind: Kind, found: Found, rule: str) -> Citation:
        works = found.works
        if len(works) > 1 and piece.marker and piece.marker.kind == "loccit":
            works, rule = self._running(piece, works), "named-running"
        if len(works) > 1:
            notes = sorted({w.note for w in works})
            return self.memory.failed(piece, "ambiguous-reference", listed(notes), notes)
        return self.memory.linked(piece, kind, works[0], rule, works[0].note)

    def _running(self, piece: Piece, works: tuple[Work, ...]) -> tuple[Work, ...]:
        """ "l. c." repeats the author's work cited last; loc. cit. only one cited just before."""
        assert piece.marker is not None
        if piece.marker.running:
            return (max(works, key=lambda w: w.last),)
        before = self.memory.before()
        near = [*self.memory.now.works, *(before.works if before else [])]
        close = tuple(w for w in works if any(w is n for n in near))
        return close if len(close) == 1 else works

    def _not_found(self, piece: Piece, mention: str) -> Citation:
        citation = self.memory.failed(piece, self._nothing_before())
        self.unfound[citation.problems[0]] = mention
        return citation

    def _supra(self, piece: Piece) -> Citation:
        assert piece.marker is not None
        memory, notes = self.memory, piece.marker.notes
        if piece.marker.forward or len(notes) > 1:
            return Citation(memory.now.number, "cross", piece.text, locator=piece.locator)
        code = self._unreachable(notes[0])
        if code:
            return memory.failed(piece, code, str(notes[0]))
        return self._numbered(piece, memory.seen[notes[0]])

    def _unreachable(self, target: int) -> str:
        """Why a note of this number can't be meant, or nothing."""
        memory = self.memory
        if target == memory.now.number:
            return "self-reference"
        if target in memory.seen:
            return ""
        if target > memory.now.number:
            return "forward-reference" if target in memory.numbers else "unknown-note"
        return "source-outside" if target < memory.first else "unknown-note"

    def _numbered(self, piece: Piece, seen: Seen) -> Citation:
        memory = self.memory
        named = bool(name_words(piece.mention)) and len(piece.mention.split()) <= 14
        kind: Kind = "supra" if named or piece.locator else "cross"
        works = self._named_among(seen.works, piece) if named else seen.works
        if len(works) == 1:
            return memory.linked(piece, kind, works[0], "numbered-note", seen.number)
        if works:
            return memory.failed(piece, "ambiguous-reference", str(seen.number), [seen.number])
        if seen.works:
            return memory.failed(piece, "name-mismatch", f"note {seen.number}")
        if seen.failed:
            detail = str(seen.number)
            return memory.failed(piece, "broken-chain", detail, points_to=seen.number)
        return Citation(memory.now.number, "cross", piece.text, seen.number, locator=piece.locator)

    # --- afterwards -------------------------------------------------------------------------------

    def look_ahead(self, citations: list[Citation]) -> list[Citation]:
        """References that found nothing say so more exactly when their source comes later."""
        return [self._ahead(c) for c in citations] if self.unfound else citations

    def _ahead(self, citation: Citation) -> Citation:
        parts = tuple(self._ahead(p) for p in citation.parts)
        problems = tuple(self._exactly(p, citation) for p in citation.problems)
        return replace(citation, parts=parts, problems=problems)

    def _exactly(self, problem: Problem, citation: Citation) -> Problem:
        mention = self.unfound.get(problem, "")
        later = self._lookup(mention).works if mention else ()
        if not later or later[0].note <= citation.number:
            return problem
        return report("forward-reference", citation.number, problem.quote, str(later[0].note))


def _opens_title(text: str) -> bool:
    """Whether the words behind "Idem" are another title, not pages and not a new sentence."""
    match = re.match(r"\s*[,:]\s*(?=[“\"‘«A-Z])", text)
    if not match or is_locator(text[match.end() :].split(",")[0]):
        return False
    return shape_of(text[match.end() :]) == "source" and not is_prose(text)


def _kind(piece: Piece) -> Kind:
    return piece.marker.kind if piece.marker else "short"


def _ordinal(work: Work, sources: list[Citation]) -> int | None:
    return next((k for k, p in enumerate(sources, 1) if p.text == work.raw), None)

"""What the resolver remembers on its walk: the works so far, and what each note cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .model import Citation, Kind, Problem
from .notes import Piece
from .reports import report
from .matching import Work
from .works import Works


@dataclass(slots=True)
class Seen:
    """What one note turned out to cite."""

    number: int
    works: list[Work] = field(default_factory=list)  # distinct, in order
    failed: bool = False  # it holds a reference that could not be resolved
    plain: bool = False  # surely a comment without any source
    unit: bool = False  # one source quoted in another counts as one
    back: bool = False  # it refers back itself


class Memory:
    """The state of one walk; `now` is the note being read."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self.numbers = frozenset(numbers)
        self.first = min(self.numbers, default=1)
        self.works = Works()
        self.seen: dict[int, Seen] = {}
        self.now = Seen(0)
        self._clock = 0

    def before(self) -> Seen | None:
        """The note printed directly before this one, if it was given."""
        return self.seen.get(self.now.number - 1)

    def before_comments(self) -> Seen | None:
        """The last note before this one that is not surely a comment without a source."""
        seen = self.before()
        while seen and seen.plain:
            seen = self.seen.get(seen.number - 1)
        return seen

    def cite(self, work: Work) -> None:
        """Note down that the present note cites this work."""
        self._clock += 1
        work.last = self._clock
        self.now.back |= work.note != self.now.number
        if not any(w is work for w in self.now.works):
            self.now.works.append(work)

    def linked(self, piece: Piece, kind: Kind, work: Work, rule: str, points_to: int) -> Citation:
        """A reference that means exactly this work."""
        self.cite(work)
        points = points_to if points_to != self.now.number else work.note
        return Citation(
            self.now.number,
            kind,
            piece.text,
            points,
            work.note,
            work.part,
            locator=piece.locator,
            rule=rule,
            problems=self._hints(piece, kind),
        )

    def failed(
        self,
        piece: Piece,
        code: str,
        detail: str = "",
        notes: Iterable[int] = (),
        points_to: int | None = None,
    ) -> Citation:
        """A reference that stays without a link, and why; `notes` are the candidates."""
        self.now.failed = True
        candidates = tuple(sorted(set(notes)))
        return Citation(
            self.now.number,
            piece.marker.kind if piece.marker else "short",
            piece.text,
            points_to,
            candidates=candidates,
            locator=piece.locator,
            problems=(self.report(piece, code, detail, len(candidates)),),
        )

    def report(self, piece: Piece, code: str, detail: str = "", count: int = 0) -> Problem:
        """A message about this piece of the present note."""
        return report(code, self.now.number, piece.text, detail, count)

    def _hints(self, piece: Piece, kind: Kind) -> tuple[Problem, ...]:
        if kind == "loccit" and piece.locator and not (piece.marker and piece.marker.running):
            return (self.report(piece, "loccit-with-page"),)
        return ()

"""What the resolver remembers on its walk, and the three ways a piece can turn out.

A piece is a source given in full (`given`), a reference to exactly one work (`linked`), or a
reference that stays open (`failed`). Each way notes down what later references must know.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .fields import read_source
from .matching import Work
from .model import Citation, Kind, Problem
from .notes import Piece
from .reports import report
from .short import gives_facts, is_thin
from .text import name_words
from .works import Works, make_work


@dataclass(slots=True)
class Seen:
    """What one note turned out to cite."""

    number: int
    works: list[Work] = field(default_factory=list)  # distinct, in order
    crossed: list[Work] = field(default_factory=list)  # meant by "see note 5", cited here no more
    sources: int = 0  # pieces so far that are a source or a reference to one
    failed: bool = False  # it holds a reference that could not be resolved
    plain: bool = False  # surely a comment without any source
    unit: bool = False  # one source quoted in another counts as one
    back: bool = False  # it refers back itself

    def named(self, piece: Piece) -> list[Work]:
        """The works that the name beside a marker fits; all when there is no name."""
        mention = piece.mention
        quoted = mention[:1] in '“"‘'
        if not name_words(mention) or (len(mention.split()) > 8 and not quoted):
            return self.works
        few = Works()
        for work in self.works:
            few.adopt(work)
        return list(few.search(mention, piece.emphasised).works)


class Memory:
    """The state of one walk; `now` is the note being read."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self.numbers = frozenset(numbers)
        self.first = min(self.numbers, default=1)
        self.works = Works()
        self.seen: dict[int, Seen] = {}
        self.unfound: dict[Problem, str] = {}  # -> the words that found nothing so far
        self.now = Seen(0)

    def before(self) -> Seen | None:
        """The note printed directly before this one, if it was given."""
        return self.seen.get(self.now.number - 1)

    def before_comments(self) -> Seen | None:
        """The last note before this one that is not surely a comment without a source."""
        seen = self.before()
        while seen and seen.plain:
            seen = self.seen.get(seen.number - 1)
        return seen

    def given(self, piece: Piece, author: str = "") -> Citation:
        """A source given in full, by `author` if the text leaves it out; a bare repeat is short."""
        number = self.now.number
        work = self.works.add(make_work(number, piece.text, piece.emphasised, author))
        if work.note != number and not gives_facts(piece.text) and not is_thin(work):
            return self.linked(piece, work, "short-same")
        self._cite(work)
        if work.note == number and work.part is None:
            work.part = self.now.sources + 1
        source = read_source(piece.text, piece.emphasised)
        known = source.title or source.authors or source.container
        problems = () if known else (self.report(piece, "unparsed-note"),)
        return Citation(
            number, "full", piece.text, locator=piece.locator, source=source, problems=problems
        )

    def linked(
        self,
        piece: Piece,
        work: Work,
        rule: str,
        *,
        through: int | None = None,
        kind: Kind | None = None,
    ) -> Citation:
        """A reference that means exactly this work, perhaps through a note that cites it too."""
        if kind == "cross":
            self.now.crossed.append(work)
        else:
            self._cite(work)
        return Citation(
            self.now.number,
            kind or piece.kind,
            piece.text,
            work.note if through in (None, self.now.number) else through,
            work.note,
            work.part,
            locator=piece.locator,
            rule=rule,
            problems=self._hints(piece),
        )

    def failed(
        self,
        piece: Piece,
        code: str,
        detail: str = "",
        notes: Iterable[int] = (),
        points_to: int | None = None,
        *,
        count: int = 0,
    ) -> Citation:
        """A reference that stays without a link, and why; `notes` are the candidates."""
        self.now.failed = True
        candidates = tuple(sorted(set(notes)))
        return Citation(
            self.now.number,
            piece.kind,
            piece.text,
            points_to,
            candidates=candidates,
            locator=piece.locator,
            problems=(self.report(piece, code, detail, count or len(candidates)),),
        )

    def not_found(self, piece: Piece, mention: str) -> Citation:
        """A reference whose words fit no work so far; they are kept to be looked for once more."""
        citation = self.failed(piece, self.nothing_before())
        self.unfound[citation.problems[0]] = mention
        return citation

    def nothing_before(self) -> str:
        """The code for a reference to a source that none of the given notes holds."""
        return "unresolved-reference" if self.first == 1 else "source-outside"

    def report(self, piece: Piece, code: str, detail: str = "", count: int = 0) -> Problem:
        """A message about this piece of the present note."""
        return report(code, self.now.number, piece.text, detail, count)

    def _cite(self, work: Work) -> None:
        """Note down that the present note cites this work."""
        self.works.cited.append(work)
        work.last = len(self.works.cited)
        self.now.back |= work.note != self.now.number
        if not any(w is work for w in self.now.works):
            self.now.works.append(work)

    def _hints(self, piece: Piece) -> tuple[Problem, ...]:
        before = self.before()
        if piece.kind == "opcit" and before and before.works == self.now.works:
            return (self.report(piece, "ibid-expected"),)
        if piece.kind == "loccit" and piece.locator and not piece.running:
            return (self.report(piece, "loccit-with-page"),)
        return ()

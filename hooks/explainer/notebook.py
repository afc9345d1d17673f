"""The notes of one page once resolved: what a view must know to print any of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .library import Library, merge
from .model import Citation, Problem, Source
from .resolve import resolve_notes


@dataclass(frozen=True, slots=True)
class Place:
    """One place in the text that cites a note: the id of its marker and its name for a reader."""

    id: str
    name: str


@dataclass(slots=True)
class Note:
    """One footnote: the author's label, the number the reader sees, its text, who cites it."""

    label: str
    number: int
    text: str
    places: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Notebook:
    """All notes of one page with their citations and the sources they lead to."""

    notes: list[Note]
    citations: dict[int, Citation]
    sources: dict[tuple[int, int | None], Source]
    added: dict[tuple[int, int | None], tuple[str, ...]]
    keys: dict[tuple[int, int | None], str] = field(default_factory=dict)  # our entries, by place

    def label(self, number: int) -> str:
        """The label of a note, which makes its id."""
        return next((n.label for n in self.notes if n.number == number), str(number))

    def source(self, citation: Citation) -> Source | None:
        """The full source a reference leads to, if it is one and only one."""
        if citation.target is None:
            return None
        return self.sources.get((citation.target, citation.target_part))

    def key(self, citation: Citation, part: int | None = None) -> str:
        """The id of our entry for the source a note gives or leads to; "" when there is none."""
        if citation.target is None:
            return self.keys.get((citation.number, part), "")
        return self.keys.get((citation.target, citation.target_part), "")

    def trail(self, citation: Citation, most: int = 30) -> list[int]:
        """The numbers of the notes passed on the way to the source, the last one holding it."""
        steps: list[int] = []
        here: Citation | None = citation
        while here and here.points_to and len(steps) < most:
            steps.append(here.points_to)
            if here.points_to == citation.target:
                break
            here = self._toward(here.points_to, citation)
        return steps

    def _toward(self, number: int, citation: Citation) -> Citation | None:
        """The reference inside a note that leads on to the same source."""
        note = self.citations.get(number)
        options: Sequence[Citation] = (note.parts or (note,)) if note else ()
        same = (c for c in options if c.target == citation.target and c.points_to != c.number)
        return next((c for c in same if c.target_part == citation.target_part), None)

    @property
    def problems(self) -> list[Problem]:
        """What the engine had to report, in the order of the notes."""
        return [problem for c in self.citations.values() for problem in c.problems]


def make_notebook(notes: Sequence[Note], library: Library) -> Notebook:
    """Resolve the notes of a page and tie their full sources to our entries."""
    citations = resolve_notes([(note.number, note.text) for note in notes])
    book = Notebook(list(notes), {c.number: c for c in citations}, {}, {})
    for key, source in _full_sources(citations):
        entry = library.match(source)
        book.sources[key], book.added[key] = merge(source, entry) if entry else (source, ())
        if entry:
            book.keys[key] = entry.id
    return book


def _full_sources(
    citations: Iterable[Citation],
) -> Iterable[tuple[tuple[int, int | None], Source]]:
    for citation in citations:
        for part, one in enumerate(citation.parts, 1):
            if one.source:
                yield (citation.number, part), one.source
        if citation.source:
            yield (citation.number, None), citation.source

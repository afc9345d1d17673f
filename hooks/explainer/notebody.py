"""What a note says: the author's words as typed and, visibly ours, what they lead to."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .elements import between, element, from_run
from .model import Citation, Source
from .notebook import Note, Notebook
from .printed import address, foreign, source_runs
from .rules import RULES, explain
from .words import WORDS, date_words


class NoteBodies:
    """The bodies of the notes of one page in one language; list and previews share them."""

    def __init__(self, book: Notebook, language: str) -> None:
        self.book = book
        self.language = language
        self.words = WORDS[language]

    def body(self, note: Note, printed: list[Element]) -> Element:
        """The author's words as typed, and what we resolved if there is anything to add."""
        kept = element("div", {"class": "ex-note__printed"}, *map(copy.deepcopy, printed))
        lines = self._lines(self.book.citations[note.number])
        return element("div", {"class": "ex-note"}, kept, *lines)

    def _lines(self, citation: Citation) -> list[Element]:
        parts = [self._part(p, several=True) for p in citation.parts]
        inside = [e for part in parts for e in part] if parts else self._part(citation)
        attributes = {"class": "ex-note__resolved", "data-kind": citation.kind}
        return [element("div", attributes, *inside)] if inside else []

    def _part(self, citation: Citation, *, several: bool = False) -> list[Element]:
        """The lines under one source or reference of a note; none when there is nothing to add."""
        if citation.kind == "full":
            return self._about_full(citation)
        lines = self._about_reference(citation)
        if several and lines:
            quoted = element("q", {}, citation.text.strip(" .;"))
            lines.insert(0, element("p", {"class": "ex-note__part"}, quoted))
        return lines

    # --- a source in full -------------------------------------------------------------------------

    def _about_full(self, citation: Citation) -> list[Element]:
        key = (citation.number, self._ordinal(citation))
        source = self.book.sources.get(key)
        if source is None:
            return []
        return [*self._added(source, self.book.added.get(key, ())), *self._quote(source)]

    def _ordinal(self, citation: Citation) -> int | None:
        parts = self.book.citations[citation.number].parts
        return next((k for k, p in enumerate(parts, 1) if p is citation), None)

    def _added(self, source: Source, added: tuple[str, ...]) -> list[Element]:
        facts: list[Element | str] = []
        if "issued" in added:
            facts.append(date_words(source.issued, self.language))
        if "doi" in added:
            link = {"href": address(source), "rel": "noopener"}
            facts.append(element("a", link, f"doi:{source.doi}"))
        if not facts:
            return []
        label, joined = self._label("added"), between(facts, "; ")
        return [element("p", {"class": "ex-note__added"}, label, *joined)]

    def _quote(self, source: Source) -> list[Element]:
        if not source.quote:
            return []
        quoted = element("q", {"lang": foreign(source, self.language)}, source.quote)
        return [element("p", {"class": "ex-note__quote"}, self._label("quote"), " ", quoted)]

    # --- a reference ------------------------------------------------------------------------------

    def _about_reference(self, citation: Citation) -> list[Element]:
        if citation.target is not None:
            return [*self._source(citation), self._trail(citation), *self._rule(citation)]
        if citation.candidates or any(p.severity != "info" for p in citation.problems):
            opened = [self._open(citation)]
        else:
            opened = []
        return [*opened, self._trail(citation)] if citation.points_to else opened

    def _source(self, citation: Citation) -> list[Element]:
        source = self.book.source(citation)
        if source is None:
            return []
        runs = [from_run(run) for run in source_runs(source, self.language)]
        tail = f", {citation.locator}" if citation.locator else ""
        line = element("p", {"class": "ex-note__source"}, self._label("source"), " ", *runs, tail)
        return [line]

    def _trail(self, citation: Citation) -> Element:
        steps = self.book.trail(citation) or [citation.points_to or citation.number]
        label = self.words["trail" if citation.target else "points"]
        links = self._note_links(steps, " → ")
        return element("p", {"class": "ex-note__trail"}, f"{label} ", *links)

    def _rule(self, citation: Citation) -> list[Element]:
        rule = citation.rule
        if rule == "ibid-previous" and citation.kind == "idem":
            rule = "idem-previous"
        if rule not in RULES or citation.target is None:
            return []
        sentence = explain(rule, self.language, citation.target)
        return [element("p", {"class": "ex-note__rule"}, sentence)]

    def _open(self, citation: Citation) -> Element:
        """An honest line where no single source can be told."""
        content: list[Element | str] = [self._label("unresolved")]
        if citation.candidates:
            links = self._note_links(citation.candidates, ", ")
            content += [f" {self.words['candidates']} ", *links]
        return element("p", {"class": "ex-note__open"}, *content)

    def _note_links(self, numbers: Iterable[int], separator: str) -> list[Element | str]:
        return between((self._note_link(number) for number in numbers), separator)

    def _note_link(self, number: int) -> Element:
        text = self.words["trail-note"].format(n=number)
        return element("a", {"href": f"#fn:{self.book.label(number)}"}, text)

    def _label(self, key: str) -> Element:
        return element("span", {"class": "ex-note__label"}, self.words[key])

"""How notes look: the marker in the text, the list with what we resolved, the previews."""

from __future__ import annotations

import copy
from xml.etree.ElementTree import Element

from .elements import element, flag, from_run
from .model import Citation, Source
from .notebook import Note, Notebook
from .printed import address, source_runs
from .rules import RULES, explain
from .words import WORDS, date_words


class NoteViews:
    """The elements for the notes of one page in one language."""

    def __init__(self, book: Notebook, language: str) -> None:
        self.book = book
        self.language = language
        self.words = WORDS[language]

    # --- the marker -------------------------------------------------------------------------------

    def marker(self, note: Note, occurrence: int, marker_id: str) -> Element:
        """The number in the text: a link to the list, under a button that opens the preview."""
        n, words = note.number, self.words
        label = words["preview"].format(n=n)
        if occurrence > 1:
            label = words["again"].format(n=n, k=occurrence)
        link = element(
            "a",
            {
                "class": "ex-noteref__link",
                "role": "doc-noteref",
                "href": f"#fn:{note.label}",
                "aria-label": words["note"].format(n=n),
            },
            str(n),
        )
        button = element(
            "button",
            {
                "type": "button",
                "class": "ex-noteref__button",
                "popovertarget": f"ex-note-{note.label}",
                "aria-label": label,
            },
        )
        made = element("sup", {"class": "ex-noteref", "id": marker_id}, link, button)
        return flag(made, "data-search-exclude")

    # --- the list ---------------------------------------------------------------------------------

    def section(self, printed: dict[int, list[Element]]) -> Element:
        """The list of notes: the author's words, what we resolved, the way back."""
        words = self.words
        heading = element("h2", {"id": words["notes-id"]}, words["notes"])
        flag(heading, "data-search-exclude")  # else Material opens a section of the index here
        items = [self._item(note, printed[note.number]) for note in self.book.notes]
        attributes = {"class": "ex-notes", "role": "doc-endnotes"}
        attributes["aria-labelledby"] = words["notes-id"]
        listed = element("ol", {"class": "ex-notes__list"}, *items)
        return flag(element("section", attributes, heading, listed), "data-search-exclude")

    def _item(self, note: Note, printed: list[Element]) -> Element:
        attributes = {
            "id": f"fn:{note.label}",
            "class": "ex-notes__item",
            "value": str(note.number),
        }
        back = [self._back(note, k) for k in range(len(note.places))]
        spaced = [part for link in back for part in (link, " ")][:-1]
        ways = [element("p", {"class": "ex-notes__back"}, *spaced)] if back else []
        return element("li", attributes, self.body(note, printed), *ways)

    def _back(self, note: Note, k: int) -> Element:
        place, words = note.places[k], self.words
        label = words["back-label"].format(n=note.number, place=place.name)
        attributes = {"role": "doc-backlink", "href": f"#{place.id}", "aria-label": label}
        return element("a", attributes, f"↩\ufe0e {place.name}")

    def previews(self, printed: dict[int, list[Element]]) -> Element:
        """All previews in one section: Material's index leaves out an element with all it holds
        only when no element of the same name is nested in it."""
        cited = [note for note in self.book.notes if note.places]
        held = [self.preview(note, printed[note.number]) for note in cited]
        return flag(element("section", {"class": "ex-previews"}, *held), "data-search-exclude")

    def preview(self, note: Note, printed: list[Element]) -> Element:
        """The same note as a native popover: opens without JavaScript, closes on Escape."""
        words, target = self.words, f"ex-note-{note.label}"
        close = {
            "type": "button",
            "class": "ex-preview__close",
            "popovertarget": target,
            "popovertargetaction": "hide",
            "aria-label": words["close"],
        }
        number = words["note-short"].format(n=note.number)
        head = element(
            "p",
            {"class": "ex-preview__head"},
            element("span", {"class": "ex-preview__number"}, number),
            element("button", close, "×"),
        )
        link = element("a", {"href": f"#fn:{note.label}"}, words["in-list"])
        more = element("p", {"class": "ex-preview__more"}, link)
        attributes = {"class": "ex-preview", "id": target, "role": "dialog"}
        attributes["aria-label"] = words["note"].format(n=note.number)
        made = element("div", attributes, head, self.body(note, printed), more)
        made.set("popover", "auto")
        return made

    # --- what a note says -------------------------------------------------------------------------

    def body(self, note: Note, printed: list[Element]) -> Element:
        """The author's words as typed and, visibly ours, what they lead to."""
        kept = [copy.deepcopy(e) for e in printed]
        made = element(
            "div", {"class": "ex-note"}, element("div", {"class": "ex-note__printed"}, *kept)
        )
        resolved = self._resolved(self.book.citations[note.number])
        if resolved is not None:
            made.append(resolved)
        return made

    def _resolved(self, citation: Citation) -> Element | None:
        parts = [self._part(p, several=True) for p in citation.parts]
        inside = [e for part in parts for e in part] if parts else self._part(citation)
        attributes = {"class": "ex-note__resolved", "data-kind": citation.kind}
        return element("div", attributes, *inside) if inside else None

    def _part(self, citation: Citation, *, several: bool = False) -> list[Element]:
        """The lines under one source or reference of a note; none when there is nothing to add."""
        if citation.kind == "full":
            return self._about_full(citation)
        lines = self._about_reference(citation)
        if several and lines:
            quoted = element("q", {}, citation.text.strip(" .;"))
            lines.insert(0, element("p", {"class": "ex-note__part"}, quoted))
        return lines

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
            facts.append(
                element("a", {"href": address(source), "rel": "noopener"}, f"doi:{source.doi}")
            )
        if not facts:
            return []
        joined = [part for fact in facts for part in (fact, "; ")][:-1]
        return [element("p", {"class": "ex-note__added"}, self._label("added"), *joined)]

    def _quote(self, source: Source) -> list[Element]:
        if not source.quote:
            return []
        foreign = source.language if source.language != self.language else ""
        quoted = element("q", {"lang": foreign}, source.quote)
        return [element("p", {"class": "ex-note__quote"}, self._label("quote"), " ", quoted)]

    def _about_reference(self, citation: Citation) -> list[Element]:
        if citation.target is not None:
            return [*self._source(citation), self._trail(citation), *self._rule(citation)]
        if citation.candidates or any(p.severity == "error" for p in citation.problems):
            return [self._open(citation)]
        return [self._trail(citation)] if citation.points_to else []

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
        links = [self._note_link(number) for number in steps]
        arrows = [part for link in links for part in (link, " → ")][:-1]
        label = "trail" if citation.target else "points"
        return element("p", {"class": "ex-note__trail"}, f"{self.words[label]} ", *arrows)

    def _note_link(self, number: int) -> Element:
        text = self.words["trail-note"].format(n=number)
        return element("a", {"href": f"#fn:{self.book.label(number)}"}, text)

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
        label = self._label("unresolved")
        if not citation.candidates:
            return element("p", {"class": "ex-note__open"}, label)
        links = [self._note_link(n) for n in citation.candidates]
        joined = [part for link in links for part in (link, ", ")][:-1]
        return element(
            "p", {"class": "ex-note__open"}, label, f" {self.words['candidates']} ", *joined
        )

    def _label(self, key: str) -> Element:
        return element("span", {"class": "ex-note__label"}, self.words[key])

"""How notes look: the marker in the text, the list of notes, the previews."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from .elements import between, element, flag
from .notebody import NoteBodies
from .notebook import Note, Notebook
from .words import WORDS


class NoteViews:
    """The elements for the notes of one page in one language."""

    def __init__(self, book: Notebook, language: str) -> None:
        self.book = book
        self.words = WORDS[language]
        self._bodies = NoteBodies(book, language)

    # --- the marker -------------------------------------------------------------------------------

    def marker(self, note: Note, occurrence: int, marker_id: str) -> Element:
        """The number in the text: a link to the list, under a button that opens the preview."""
        link = {
            "class": "ex-noteref__link",
            "role": "doc-noteref",
            "href": f"#fn:{note.label}",
            "aria-label": self.words["note"].format(n=note.number),
        }
        label = self.words["preview" if occurrence == 1 else "again"]
        button = {
            "type": "button",
            "class": "ex-noteref__button",
            "popovertarget": f"ex-note-{note.label}",
            "aria-label": label.format(n=note.number, k=occurrence),
        }
        content = element("a", link, str(note.number)), element("button", button)
        made = element("sup", {"class": "ex-noteref", "id": marker_id}, *content)
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
        back = between((self._back(note, k) for k in range(len(note.places))), " ")
        ways = [element("p", {"class": "ex-notes__back"}, *back)] if back else []
        return element("li", attributes, self._bodies.body(note, printed), *ways)

    def _back(self, note: Note, k: int) -> Element:
        place = note.places[k]
        label = self.words["back-label"].format(n=note.number, place=place.name)
        attributes = {"role": "doc-backlink", "href": f"#{place.id}", "aria-label": label}
        return element("a", attributes, f"↩\ufe0e {place.name}")

    # --- the previews -----------------------------------------------------------------------------

    def previews(self, printed: dict[int, list[Element]]) -> Element:
        """All previews in one section, which the search index leaves out as a whole.

        Material's index leaves out an element with all it holds only when no element of the same
        name is nested in it.
        """
        cited = [note for note in self.book.notes if note.places]
        held = [self._preview(note, printed[note.number]) for note in cited]
        return flag(element("section", {"class": "ex-previews"}, *held), "data-search-exclude")

    def _preview(self, note: Note, printed: list[Element]) -> Element:
        """The same note as a native popover: opens without JavaScript, closes on Escape."""
        link = element("a", {"href": f"#fn:{note.label}"}, self.words["in-list"])
        more = element("p", {"class": "ex-preview__more"}, link)
        attributes = {
            "class": "ex-preview",
            "id": f"ex-note-{note.label}",
            "role": "dialog",
            "popover": "auto",
            "aria-label": self.words["note"].format(n=note.number),
        }
        return element("div", attributes, self._head(note), self._bodies.body(note, printed), more)

    def _head(self, note: Note) -> Element:
        """The number of a preview, and the button that closes it."""
        close = {
            "type": "button",
            "class": "ex-preview__close",
            "popovertarget": f"ex-note-{note.label}",
            "popovertargetaction": "hide",
            "aria-label": self.words["close"],
        }
        number = self.words["note-short"].format(n=note.number)
        return element(
            "p",
            {"class": "ex-preview__head"},
            element("span", {"class": "ex-preview__number"}, number),
            element("button", close, "×"),
        )

"""How terms look: a marked word with its preview, links to entries, the parts of an entry page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .elements import element, flag
from .glosswords import GLOSS
from .naming import is_doubtful, seen_at
from .schools import school_name
from .terms import RELATIONS, Face, Glossary, Term
from .words import WORDS

USES = '<div class="ex-uses"></div>'
QUOTES = '<div class="ex-quotes"></div>'
"""Where, once all pages are read, their uses and quotations are put in."""


def relative(target: str, page: str) -> str:
    """The path of a page as another page links to it in Markdown."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


class TermViews:
    """The elements for terms on one page in one language."""

    def __init__(self, glossary: Glossary, language: str, path: str) -> None:
        self.glossary = glossary
        self.language = language
        self.path = path
        self.words = GLOSS[language]

    # --- in the text ------------------------------------------------------------------------------

    def mark(self, term_id: str, text: str) -> Element:
        """A word of the text as a link to its entry, under a button that opens the preview.

        The button is the tab stop: it opens the definition without script. The link below it is
        what remains where popovers are unknown, and what a screen reader meets in the text.
        """
        face = self._face(term_id)
        link = element(
            "a",
            {
                "class": "ex-term__link",
                "role": "doc-glossref",
                "tabindex": "-1",
                "href": relative(face.path, self.path),
            },
            text,
        )
        button = element(
            "button",
            {
                "type": "button",
                "class": "ex-term__button",
                "popovertarget": f"ex-term-{term_id}",
                "aria-label": self.words["definition"].format(name=face.name),
            },
        )
        long = " ex-term--long" if len(text) > 20 else ""
        return element("span", {"class": f"ex-term{long}"}, link, button)

    def previews(self, term_ids: Iterable[str]) -> Element:
        """One native popover for each term marked on the page."""
        held = [self._preview(term_id) for term_id in term_ids]
        return flag(element("section", {"class": "ex-previews"}, *held), "data-search-exclude")

    def _preview(self, term_id: str) -> Element:
        face, target = self._face(term_id), f"ex-term-{term_id}"
        close = {
            "type": "button",
            "class": "ex-preview__close",
            "popovertarget": target,
            "popovertargetaction": "hide",
            "aria-label": WORDS[self.language]["close"],
        }
        school = school_name(self.glossary.terms[term_id].school, self.language)
        head = element(
            "p",
            {"class": "ex-preview__head"},
            element("span", {"class": "ex-preview__number"}, school),
            element("button", close, "×"),
        )
        name = element("strong", {"class": "ex-glance__name"}, face.name)
        text = element("p", {"class": "ex-glance__text"}, name, " ", face.definition)
        link = element("a", {"href": relative(face.path, self.path)}, self.words["open"])
        more = element("p", {"class": "ex-preview__more"}, link)
        attributes = {"class": "ex-preview ex-glance", "id": target, "role": "dialog"}
        attributes["aria-label"] = self.words["definition"].format(name=face.name)
        made = element("div", attributes, head, text, more)
        made.set("popover", "auto")
        return made

    def switch(self) -> Element:
        """The button that turns the marks off; a script shows it, since only a script serves it."""
        attributes = {"type": "button", "class": "ex-marks__switch", "aria-pressed": "true"}
        button = flag(element("button", attributes, self.words["switch"]), "hidden")
        return flag(element("p", {"class": "ex-marks"}, button), "data-search-exclude")

    # --- on the page of a term --------------------------------------------------------------------

    def entry(self, term: Term, face: Face) -> Element:
        """What stands above the prose: definition, school, the name in the other language.

        The name itself is the title of the page, which the template marks as defined.
        """
        definition = element("p", {"class": "ex-lead"}, face.definition)
        facts = [*self._fact("school", self.school_link(term)), *self._other_name(term)]
        return element(
            "div", {"class": "ex-entry"}, definition, element("dl", {"class": "ex-facts"}, *facts)
        )

    def school_link(self, term: Term) -> Element:
        """The name of the school, linked to its place on the index page."""
        href = f"{relative(self.words['index'], self.path)}#{term.school}"
        return element("a", {"href": href}, school_name(term.school, self.language))

    def _fact(self, key: str, *content: Element | str) -> list[Element]:
        return [element("dt", {}, self.words[key]), element("dd", {}, *content)]

    def _other_name(self, term: Term) -> list[Element]:
        return [
            fact
            for language, face in term.faces.items()
            if language != self.language
            for fact in self._fact("other", self._foreign(face, language))
        ]

    def _foreign(self, face: Face, language: str) -> Element:
        href = relative(face.path, self.path)
        return element("a", {"href": href, "lang": language, "hreflang": language}, face.name)

    def related(self, term: Term) -> list[Element]:
        """The relations as a list for each kind, under one heading."""
        groups = [(kind, [*self._terms(term.to(kind))]) for kind in RELATIONS]
        facts = [
            part
            for kind, items in groups
            if items
            for part in (
                element("dt", {}, self.words[f"rel-{kind}"]),
                *(element("dd", {}, item) for item in items),
            )
        ]
        held = element("dl", {"class": "ex-facts ex-made"}, *facts)
        return [self._heading("related"), held] if facts else []

    def _terms(self, ids: Iterable[str]) -> Iterable[Element]:
        faces = (self.glossary.face(term_id, self.language) for term_id in ids)
        return (self._entry_link(face) for face in faces if face)

    def _entry_link(self, face: Face) -> Element:
        return element("a", {"href": relative(face.path, self.path)}, face.name)

    def naming(self, term: Term, face: Face) -> list[Element]:
        """How settled the Indonesian name is, and the spellings that are recognised."""
        label = element("span", {"class": "ex-forms__label"}, f"{self.words['forms']}:")
        forms = element("p", {"class": "ex-forms"}, label, f" {', '.join(face.linked)}")
        note = face.naming or self._settled(term)
        settled = [element("p", {}, note)] if note else []
        return [self._heading("name"), element("div", {"class": "ex-made"}, *settled, forms)]

    def _settled(self, term: Term) -> str:
        if term.proposal:
            return self.words["proposal"]
        if is_doubtful(term.evidence):
            return self.words["unsettled"]
        places = ", ".join(seen_at(term.evidence, self.language))
        return self.words["settled"].format(places=places) if places else ""

    def uses(self) -> list[Element]:
        """A heading and the place where the uses will stand."""
        return [self._heading("uses"), element("div", {"class": "ex-uses"})]

    def _heading(self, key: str) -> Element:
        return element("h2", {"id": self.words[f"{key}-id"]}, self.words[key])

    def _face(self, term_id: str) -> Face:
        return self.glossary.terms[term_id].faces[self.language]

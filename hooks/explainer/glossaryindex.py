"""The index of the glossary: every term at once, by letter, and by school through plain anchors.

A page asks for it with `<div class="ex-index" markdown="1"></div>`. Links to the schools set the
target of the page; the style sheet then shows that school alone. A script adds a filter.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from xml.etree.ElementTree import Element

from .elements import element, flag
from .glosswords import GLOSS
from .running import classes_of
from .schools import SCHOOLS, school_name
from .terms import Face, Glossary, Term
from .termviews import relative


def fill_index(root: Element, glossary: Glossary, language: str, path: str) -> None:
    """Put the index where the page has room for it."""
    for place in root.iter("div"):
        if "ex-index" in classes_of(place):
            place.extend(_Index(glossary, language, path).parts())
            return


def letter_of(name: str) -> str:
    """The letter under which a name stands: no accent, upper case; "#" for all but letters."""
    first = unicodedata.normalize("NFKD", name.strip()[:1]).upper()[:1]
    return first if first.isalpha() else "#"


class _Index:
    def __init__(self, glossary: Glossary, language: str, path: str) -> None:
        self.language = language
        self.path = path
        self.words = GLOSS[language]
        self.listed = glossary.listed(language)
        self.counts = Counter(term.school for term, _ in self.listed)

    def parts(self) -> list[Element]:
        """Filter, schools, letters, and the list itself."""
        return [self._filter(), self._schools(), *self._heads(), self._letters(), self._list()]

    def _filter(self) -> Element:
        label = element("label", {"for": "ex-filter"}, self.words["filter"])
        field = element(
            "input",
            {
                "id": "ex-filter",
                "class": "ex-filter__input",
                "type": "search",
                "autocomplete": "off",
                "spellcheck": "false",
            },
        )
        found = {"class": "ex-filter__found", "role": "status"}
        found["data-one"], found["data-many"] = self.words["found-one"], self.words["found"]
        made = element("div", {"class": "ex-filter"}, label, field, element("p", found))
        return flag(flag(made, "hidden"), "data-search-exclude")

    def _schools(self) -> Element:
        everything = self._chip(self.words["all-id"], self.words["all"], len(self.listed))
        chips = [
            self._chip(school, school_name(school, self.language), self.counts[school])
            for school in SCHOOLS
            if self.counts[school]
        ]
        listed = element("ul", {"class": "ex-chips__list"}, everything, *chips)
        attributes = {"class": "ex-chips", "aria-label": self.words["schools"]}
        return flag(element("nav", attributes, listed), "data-search-exclude")

    def _chip(self, anchor: str, name: str, count: int) -> Element:
        number = element("span", {"class": "ex-chips__count"}, str(count))
        link = element("a", {"href": f"#{anchor}", "class": "ex-chips__link"}, f"{name} ", number)
        return element("li", {}, link)

    def _heads(self) -> list[Element]:
        """A line for each school, seen only while it is the target of the page."""
        return [self._head(school) for school in SCHOOLS if self.counts[school]]

    def _head(self, school: str) -> Element:
        name = element("strong", {}, school_name(school, self.language))
        count = self.words["count"].format(n=self.counts[school])
        back = element("a", {"href": f"#{self.words['all-id']}"}, self.words["all"])
        made = element("p", {"id": school, "class": "ex-school"}, name, f" {count} ", back)
        return flag(made, "data-search-exclude")

    def _letters(self) -> Element:
        letters = dict.fromkeys(letter_of(face.name) for _, face in self.listed)
        links = [element("li", {}, self._letter_link(letter)) for letter in letters]
        attributes = {"class": "ex-letters", "aria-label": self.words["letters"]}
        made = element("nav", attributes, element("ul", {"class": "ex-letters__list"}, *links))
        return flag(made, "data-search-exclude")

    def _letter_link(self, letter: str) -> Element:
        said = self.words["letter"].format(letter=letter)
        attributes = {"href": f"#{self._anchor(letter)}", "class": "ex-letters__link"}
        attributes["aria-label"] = said
        return element("a", attributes, letter)

    def _anchor(self, letter: str) -> str:
        return f"{self.words['letter-id']}-{'0' if letter == '#' else letter.lower()}"

    def _list(self) -> Element:
        groups: dict[str, list[Element]] = {}
        for term, face in self.listed:
            groups.setdefault(letter_of(face.name), []).append(self._item(term, face))
        parts = [self._group(letter, items) for letter, items in groups.items()]
        attributes = {"id": self.words["all-id"], "class": "ex-list", "role": "doc-glossary"}
        attributes["aria-label"] = self.words["all"]
        return element("section", attributes, *parts)

    def _group(self, letter: str, items: list[Element]) -> Element:
        heading = element("h3", {"id": self._anchor(letter), "class": "ex-letter__name"}, letter)
        return element(
            "div",
            {"class": "ex-letter"},
            heading,
            element("dl", {"class": "ex-letter__terms"}, *items),
        )

    def _item(self, term: Term, face: Face) -> Element:
        link = element("a", {"href": relative(face.path, self.path)}, face.name)
        school = element(
            "span", {"class": "ex-item__school"}, school_name(term.school, self.language)
        )
        attributes = {"class": "ex-item", "data-school": term.school}
        names = [other.name for other in term.faces.values()]
        attributes["data-find"] = " ".join(dict.fromkeys([*names, *face.forms])).lower()
        return element(
            "div",
            attributes,
            element("dt", {}, element("dfn", {}, link)),
            element("dd", {}, f"{face.definition} ", school),
        )

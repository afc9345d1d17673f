"""The summary above an article: claims by verdict, every note by its place, and how to read.

A page may say where it stands with `<div class="ex-summary" markdown="1"></div>`. The switches are
plain inputs that the style sheet obeys, so they work without script; a script remembers them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from .annotations import KINDS, VERDICTS
from .annviews import Placed, by_place, number, sign
from .annwords import ANN
from .elements import element, flag
from .icons import DRAWINGS, icon, sheet

_MODES = ("clean", "marked", "full")


class Panel:
    """The summary of one page in one language; `order` holds its notes in reading order."""

    def __init__(
        self, language: str, order: Sequence[Placed], *, paired: bool, file: str = ""
    ) -> None:
        self.language = language
        self.words = ANN[language]
        self.order = order
        self.paired = paired  # whether the other language can be shown beside
        self.file = file  # how the page links to the file of all its notes

    def section(self) -> Element:
        """All of it; without notes only what the other language needs."""
        notes = [*self._tally(), self._all(), self._kinds()] if self.order else []
        said = {f"data-{name}": self.words[name] for name in ("previous", "next") if self.order}
        attributes = {"class": "ex-panel", "aria-label": self.words["summary"], **said}
        made = element("section", attributes, sheet(DRAWINGS), *notes, self._controls())
        return flag(made, "data-search-exclude")

    # --- claims -----------------------------------------------------------------------------------

    def _tally(self) -> Iterator[Element]:
        """How many claims came to which verdict, and which notes say so."""
        checked = [one for one in self.order if one.annotation.claim and one.annotation.verdict]
        if not checked:
            return
        form = self.words["claims-one" if len(checked) == 1 else "claims"]
        yield element("p", {"class": "ex-panel__title"}, form.format(n=len(checked)))
        rows = [
            part
            for verdict in VERDICTS
            for part in self._verdict(verdict, [*_judged(checked, verdict)])
        ]
        yield element("dl", {"class": "ex-tally"}, *rows)

    def _verdict(self, verdict: str, notes: Sequence[Placed]) -> list[Element]:
        if not notes:
            return []
        count = element("b", {"class": "ex-tally__count"}, str(len(notes)))
        style = f"ex-v--{verdict}"
        name = element("dt", {"class": f"ex-tally__name {style}"}, icon(verdict), count, " ")
        name[-1].tail = f" {self.words[verdict]}"
        links = [self._cell(one) for one in notes]
        return [name, element("dd", {"class": f"ex-tally__notes {style}"}, *links)]

    def _cell(self, one: Placed) -> Element:
        return element("a", {"class": "ex-cell", "href": f"#a-{one.id}"}, str(one.number))

    # --- every note -------------------------------------------------------------------------------

    def _all(self) -> Element:
        summary = element("summary", {}, self.words["all"].format(n=len(self.order)))
        groups = [made for notes in by_place(self.order) for made in self._group(notes)]
        groups += [element("p", {"class": "ex-all__file"}, self._download())] if self.file else []
        return element("details", {"class": "ex-all"}, summary, *groups)

    def _download(self) -> Element:
        return element("a", {"href": self.file}, self.words["download"])

    def _group(self, notes: Sequence[Placed]) -> list[Element]:
        """The notes on one part of the article, below its name."""
        part = notes[0].part
        name = self.words["note-part" if part.kind == "note" else part.kind].format(n=part.name)
        address = f"#{part.anchor}" if part.kind == "paragraph" else ""
        head = element("a" if address else "span", {"href": address}, name)
        items = [self._item(one) for one in notes]
        return [
            element("p", {"class": "ex-all__place"}, head),
            element("ul", {"class": "ex-all__list"}, *items),
        ]

    def _item(self, one: Placed) -> Element:
        title = element("span", {}, one.annotation.titles[self.language])
        drawn = number(one), sign(one.annotation, self.language)
        link = element("a", {"href": f"#a-{one.id}"}, *drawn, title)
        return element("li", {"class": one.style}, link)

    # --- switches ---------------------------------------------------------------------------------

    def _controls(self) -> Element:
        """How to read: with or without notes, in one language or two."""
        held = [self._modes()] if self.order else []
        if self.paired:
            held.append(self._switch("ex-parallel", self.words["parallel"], is_on=False))
        return element("div", {"class": "ex-controls"}, *held)

    def _modes(self) -> Element:
        legend = element("legend", {"class": "ex-vh"}, self.words["reading"])
        choices = [self._mode(mode) for mode in _MODES]
        return element("fieldset", {"class": "ex-modes"}, legend, *choices)

    def _mode(self, mode: str) -> Element:
        attributes = {"type": "radio", "name": "ex-mode", "id": f"ex-mode-{mode}"}
        field = element("input", {**attributes, "class": "ex-modes__input"})
        if mode == "marked":
            flag(field, "checked")
        name = element("label", {"for": f"ex-mode-{mode}"}, self.words[mode])
        return element("span", {"class": "ex-modes__choice"}, field, name)

    def _switch(self, switch_id: str, *name: Element | str, is_on: bool = True) -> Element:
        field = element("input", {"type": "checkbox", "id": switch_id})
        if is_on:
            flag(field, "checked")
        return element("label", {"class": "ex-switch"}, field, *name)

    def _kinds(self) -> Element:
        """A switch for each kind that the page has, and one for the keys, which a script serves."""
        used = [kind for kind in KINDS if any(p.annotation.kind == kind for p in self.order)]
        switches = [self._kind(kind) for kind in used]
        keys = self._switch("ex-keys", self.words["keys"])
        keys.set("class", "ex-switch ex-switch--keys")
        summary = element("summary", {}, self.words["kinds"])
        return element("details", {"class": "ex-kinds"}, summary, *switches, keys)

    def _kind(self, kind: str) -> Element:
        count = sum(one.annotation.kind == kind for one in self.order)
        name = element("span", {}, f"{self.words[kind]} ({count})")
        made = self._switch(f"ex-kind-{kind}", icon(kind), name)
        made.set("class", f"ex-switch ex-k--{kind}")
        return made


def _judged(notes: Iterable[Placed], verdict: str) -> Iterator[Placed]:
    return (one for one in notes if one.annotation.verdict == verdict)

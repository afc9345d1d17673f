"""The filters of the timeline: a form whose state the style sheet reads, and links that share it.

Without script the inputs themselves filter, through `:has()` in the rules of `timelinestyles`, and
`#tema-sanksi` in the address does what its input does. A script carries the state to the address.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .edtf import date_in_words
from .elements import between, element, flag
from .timeline import SIDES, THEMES, TRACKS, Period, Timeline, text_of, traits
from .timelineviews import icon
from .timelinewords import LINE, name_of, spelled, target

ANY = "all"


class Filters:
    """The form for one page in one language."""

    def __init__(self, timeline: Timeline, language: str) -> None:
        self.timeline = timeline
        self.language = language
        self.words = LINE[language]
        self.events = timeline.events
        self.counts = counts(timeline)

    def form(self) -> Element:
        """The form: then or after at once, the rest under a summary, which wide screens show.

        No submission: its only button of that kind is disabled, so Enter does nothing.
        """
        still = element("button", {"type": "submit"})
        attributes = {"class": "ex-filters__form ex-made", "id": self.words["filters-id"]}
        attributes["aria-label"] = self.words["filters"]
        parts = [flag(still, "disabled", "hidden"), self._choice("when", SIDES), self._folded()]
        return flag(element("form", attributes, *parts), "data-search-exclude")

    def _folded(self) -> Element:
        hint = element("span", {"class": "ex-filters__hint"}, self.words["filters-hint"])
        title = element("span", {"class": "ex-filters__title"}, self.words["filters"])
        summary = element("summary", {"class": "ex-filters__summary"}, title, " ", hint)
        groups = (
            self._key(),
            self._choice("theme", THEMES),
            self._choice("track", TRACKS),
            self._periods(),
            self._years(),
            self._tools(),
        )
        held = element("div", {"class": "ex-filters__groups"}, *groups)
        return element("details", {"class": "ex-filters"}, summary, held)

    # --- one of several ---------------------------------------------------------------------------

    def _choice(self, name: str, values: tuple[str, ...]) -> Element:
        parts = self._radio(name, ANY, self.words["all"], len(self.events))
        for value in values:
            if self.counts.get(f"{name}-{value}"):
                said = self.words[value] if name == "when" else name_of(name, value, self.language)
                parts += self._radio(name, value, said, self.counts[f"{name}-{value}"])
        return self._group(name, parts)

    def _radio(self, name: str, value: str, said: str, count: int) -> list[Element]:
        given = "" if value == ANY else spelled(self.language, name, value)
        made = self._input("radio", name, value, given)
        made.set("value", given)
        drawn: list[Element | str] = [icon(value), " "] if name != "when" and value != ANY else []
        return [
            flag(made, "checked") if value == ANY else made,
            self._label(made, count, *drawn, said),
        ]

    def _input(self, kind: str, name: str, value: str, given: str) -> Element:
        ident = target(self.language, name, value)
        if value == ANY:
            ident = f"{spelled(self.language, name)}-{spelled(self.language, 'all')}"
        attributes = {"class": "ex-pick", "type": kind, "name": spelled(self.language, name)}
        return element(
            "input", attributes | {"id": ident, "data-f": f"{name}-{value}", "value": given}
        )

    def _label(self, made: Element, count: int, *said: Element | str) -> Element:
        number = element("span", {"class": "ex-chips__count"}, str(count))
        attributes = {"class": "ex-chips__link", "for": made.get("id", "")}
        return element("label", attributes, *said, " ", number)

    def _group(self, name: str, parts: list[Element]) -> Element:
        day = self.timeline.published
        told = date_in_words(day, self.language) if day else ""
        said = self.words[name].format(day=told)
        legend = element("legend", {"class": "ex-filters__legend"}, said)
        picks = element("div", {"class": "ex-filters__picks"}, *parts)
        attributes = {"class": f"ex-filters__group ex-filters__group--{name}"}
        return element("fieldset", attributes, legend, picks)

    # --- several ----------------------------------------------------------------------------------

    def _periods(self) -> Element:
        parts: list[Element] = []
        for period, events in self.timeline.groups():
            made = self._input("checkbox", "period", period.id, period.id)
            years = element("small", {}, span_of(period, self.language))
            name = element("span", {}, f"{text_of(period.titles, self.language)} ", years)
            parts += [made, self._label(made, len(events), name)]
        return self._group("period", parts)

    def _key(self) -> Element:
        made = self._input("checkbox", "key", "key", spelled(self.language, "key", "key"))
        label = self._label(made, self.counts.get("key-key", 0), self.words["key"])
        picks = element("div", {"class": "ex-filters__picks"}, made, label)
        return element("div", {"class": "ex-filters__group ex-filters__group--key"}, picks)

    # --- with a script ----------------------------------------------------------------------------

    def _years(self) -> Element:
        """From year, until year: a script fills in the years and shows them."""
        legend = element("legend", {"class": "ex-filters__legend"}, self.words["years"])
        picks = element("div", {"class": "ex-filters__picks"}, *self._selects())
        attributes = {"class": "ex-filters__group ex-filters__group--years"}
        return flag(element("fieldset", attributes, legend, picks), "hidden")

    def _selects(self) -> Iterator[Element | str]:
        for name in ("from", "until"):
            key = spelled(self.language, name)
            nothing = element("option", {}, self.words["years-any"])
            nothing.set("value", "")
            select = element("select", {"name": key, "class": "ex-filters__select"}, nothing)
            yield element("label", {}, self.words[f"years-{name}"], " ", select)
            yield " "

    def _tools(self) -> Element:
        reset = element("button", {"type": "reset", "class": "ex-button"}, self.words["reset"])
        copy = {"type": "button", "class": "ex-button ex-filters__copy"}
        copy["data-done"] = self.words["copied"]
        parts: list[Element | str] = [
            reset,
            " ",
            flag(element("button", copy, self.words["copy"]), "hidden"),
        ]
        return element("p", {"class": "ex-filters__tools"}, *parts)

    # --- links ------------------------------------------------------------------------------------

    def links(self) -> Element:
        """Addresses that show one theme, track or period, for those who share without script."""
        pairs = [
            *(("theme", theme, name_of("theme", theme, self.language)) for theme in THEMES),
            *(("track", track, name_of("track", track, self.language)) for track in TRACKS),
            *(("when", side, self.words[side]) for side in SIDES),
            *(("period", p.id, text_of(p.titles, self.language)) for p in self.timeline.periods),
        ]
        links = [
            element("a", {"href": f"#{target(self.language, name, value)}"}, said)
            for name, value, said in pairs
            if self.counts.get(f"{name}-{value}")
        ]
        title = element("b", {}, f"{self.words['links']}.")
        hint = element("p", {}, title, f" {self.words['links-hint']}")
        items = element("ul", {}, *(element("li", {}, link) for link in links))
        return element("div", {"class": "ex-links"}, hint, items)

    def tally(self) -> Element:
        """How many events are shown: counted by the style sheet, or told by the script."""
        count = str(len(self.events))
        shown = element("span", {"class": "ex-count__count"})
        shown.set("data-rest", self.words["tally-rest"].format(all=count))
        said = element("span", {"class": "ex-count__said", "role": "status"})
        said.set("data-many", self.words["tally"].replace("{all}", count))
        said.set("data-none", self.words["tally-none"].format(all=count))
        back = element("a", {"href": f"#{self.words['filters-id']}"}, self.words["filters"])
        made = element("p", {"class": "ex-count ex-made"}, *between([shown, said, back], " "))
        return flag(made, "data-search-exclude")


def span_of(period: Period, language: str) -> str:
    """The years of a period, as they are told."""
    return date_in_words(f"{period.start}/{period.until}", language)


def counts(timeline: Timeline) -> dict[str, int]:
    """How many events each value of each filter has."""
    found: dict[str, int] = {}
    for period, events in timeline.groups():
        for event in events:
            for name, value in (traits(event, timeline) | {"period": period.id}).items():
                found[f"{name}-{value}"] = found.get(f"{name}-{value}", 0) + 1
    return found

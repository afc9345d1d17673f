"""The timeline on its page: events by period in an ordered list, with filters, legend and picture.

A page asks for it with `<div class="ex-timeline" markdown="1"></div>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .elements import element, flag
from .running import classes_of
from .terms import Glossary
from .timeline import ARTICLE, CERTAINTIES, TRACKS, Event, Period, Timeline, text_of
from .timelinefilters import Filters, span_of
from .timelinestrip import Figure
from .timelineviews import EventViews, Prose
from .timelinewords import LINE, name_of

ICONS = {
    "diplomacy": "M2 3h8.5v5.5H6L3.8 10.6V8.5H2zM12.5 6H14v5.5h-1.2v2L10.7 11.5H8",
    "security": "M8 1.8l5.2 1.8V8c0 3-2.1 5.1-5.2 6.3C4.9 13.1 2.8 11 2.8 8V3.6z",
    "economy": "M1.8 14h12.4M4 14V9.2M8 14V5.6M12 14V2.2",
    "sanctions": "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM3.8 3.8l8.4 8.4",
    "war": "M8 3.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2zM8 1v4.4M8 10.6V15M1 8h4.4M10.6 8H15",
    "people": (
        "M6 7.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.7 13.6c0-2.5 1.8-4 4.3-4s4.3 1.5 4.3 4"
        "M10.8 3.2a2.3 2.3 0 0 1 0 4.2M12 9.8c1.5.6 2.3 1.9 2.3 3.8"
    ),
    "moscow": "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
    "pyongyang": "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
    "joint": "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
    "established": "M2.4 8.6l3.6 3.6 7.6-8.4",
    "reported": (
        "M3 9.4C3 6.6 4 4.8 6.2 4M3 9.4h3v3H3zM9.6 9.4c0-2.8 1-4.6 3.2-5.4M9.6 9.4h3v3h-3z"
    ),
    "key": "M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z",
    "contested": "M2.4 6h11.2M2.4 10.4h11.2M10.8 2.4L5.2 14",
}
"""Pictures of 16 by 16, drawn with a line."""

_FILLED = {
    "moscow": "M8 2.5a5.5 5.5 0 0 0 0 11z",
    "pyongyang": "M8 2.5a5.5 5.5 0 0 1 0 11z",
    "joint": ICONS["joint"],
}


def fill_timeline(
    root: Element, timeline: Timeline, glossary: Glossary, path: str, language: str, prose: Prose
) -> None:
    """Put the timeline where the page has room for it."""
    for place in root.iter("div"):
        if "ex-timeline" in classes_of(place) and timeline.events:
            place.extend(
                _Page(timeline, EventViews(timeline, glossary, path, language), prose).parts()
            )
            return


class _Page:
    def __init__(self, timeline: Timeline, views: EventViews, prose: Prose) -> None:
        self.timeline = timeline
        self.views = views
        self.prose = prose
        self.language = views.language
        self.words = LINE[self.language]
        self.filters = Filters(timeline, self.language)

    def parts(self) -> Iterator[Element]:
        """What stands in the place, in order; the count comes last: it counts what is above."""
        yield _icons()
        yield Figure(self.timeline, self.language).figure()
        yield self.filters.form()
        yield self._legend()
        yield self._heads()
        for period, events in self.timeline.groups():
            yield self._period(period, events)
        yield self.filters.tally()

    # --- legend -----------------------------------------------------------------------------------

    def _legend(self) -> Element:
        summary = element("summary", {}, self.words["legend"])
        parts = [
            part
            for kind, keys in (("track", TRACKS), ("certainty", CERTAINTIES))
            for part in self._meanings(kind, keys)
        ]
        attributes = {"class": "ex-legend ex-made"}
        return flag(
            element("details", attributes, summary, *parts, self.filters.links()),
            "data-search-exclude",
        )

    def _meanings(self, kind: str, keys: tuple[str, ...]) -> list[Element]:
        items = [
            element(
                "li",
                {},
                self.views.mark(kind, key),
                f": {name_of(f'{kind}-meaning', key, self.language)}",
            )
            for key in keys
        ]
        intro = self.words["legend-tracks" if kind == "track" else "legend-certainty"]
        return [element("p", {}, intro), element("ul", {}, *items)]

    def _heads(self) -> Element:
        """The names of the two tracks above their columns; each event says its own."""
        names = [
            element(
                "span", {"class": f"ex-tracks__{track}"}, name_of("track", track, self.language)
            )
            for track in TRACKS
        ]
        attributes = {"class": "ex-tracks ex-made", "aria-hidden": "true"}
        return flag(element("p", attributes, *names), "data-search-exclude")

    # --- periods ----------------------------------------------------------------------------------

    def _period(self, period: Period, events: list[Event]) -> Element:
        title = element("h2", {"id": period.id}, text_of(period.titles, self.language))
        span = element("p", {"class": "ex-period__span ex-made"}, span_of(period, self.language))
        name = element("div", {}, title, span)
        head = element("div", {"class": "ex-period__head"}, name, *self._intro(period))
        listed = element("ol", {"class": "ex-events"}, *self._items(period, events))
        return element("div", {"class": "ex-period", "data-period": period.id}, head, listed)

    def _intro(self, period: Period) -> list[Element]:
        text = period.intros.get(self.language) or text_of(period.intros, self.language)
        return [element("div", {"class": "ex-period__intro"}, *self.prose(text))]

    def _items(self, period: Period, events: list[Event]) -> Iterator[Element]:
        """The events, and the line of the article where its day falls."""
        due = self._holds_day(period)
        for event in events:
            if due and self.timeline.is_after(event):
                yield self.views.line(None, self.prose)
                due = False
            line = event.id == ARTICLE
            yield self.views.line(event, self.prose) if line else self.views.item(event, self.prose)
        if due:
            yield self.views.line(None, self.prose)

    def _holds_day(self, period: Period) -> bool:
        """Whether the article came out in this period and no event of its own says so."""
        day = self.timeline.published
        known = ARTICLE in self.timeline.events or not day
        return not known and period.holds(Event(ARTICLE, day, {}))


def _icons() -> Element:
    """The set of pictures, each drawn once."""
    symbols = []
    for name, way in ICONS.items():
        parts = [element("path", {"d": way})]
        if name in _FILLED:
            parts.append(element("path", {"d": _FILLED[name], "fill": "currentColor"}))
        symbols.append(element("symbol", {"id": f"ex-i-{name}", "viewBox": "0 0 16 16"}, *parts))
    return element("svg", {"class": "ex-icons", "aria-hidden": "true"}, *symbols)

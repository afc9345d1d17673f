"""The picture of the timeline as it stands on pages: the large one, and the small strip elsewhere.

The timeline page holds the large one. Any other page asks for the small one with
`<div class="ex-strip" markdown="1"></div>`; on an article it says "you are here".
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .edtf import date_in_words
from .elements import between, element, flag
from .pictures import number
from .running import classes_of
from .termviews import relative
from .timeline import ARTICLE, Event, Timeline, text_of
from .timelinepicture import draw
from .timelinescale import SMALL, SMALLEST, TALL, WIDE, Dot, Drawing, Name, Plan
from .timelinewords import LINE, target


def fill_strips(root: Element, timeline: Timeline, path: str, language: str, kind: str) -> None:
    """Put the small picture where the page has room for it."""
    for place in root.iter("div"):
        if "ex-strip" in classes_of(place) and timeline.page(language):
            place.extend(_Strip(timeline, language, path).parts(is_article=kind == "article"))


class Figure:
    """The large picture: two drawings of which the style sheet shows one, and a list."""

    def __init__(self, timeline: Timeline, language: str) -> None:
        self.timeline = timeline
        self.language = language
        self.words = LINE[language]
        self.events = list(timeline.events.values())

    def figure(self) -> Element:
        """All of it; the drawings are a group of links, told by their names."""
        drawings = [self._drawing(draw(self.timeline, self.language, p)) for p in (WIDE, TALL)]
        attributes = {"class": "ex-line ex-made"}
        return flag(element("figure", attributes, *drawings, self._list()), "data-search-exclude")

    def _drawing(self, drawing: Drawing) -> Element:
        ids = [f"ex-line-{drawing.plan.name}-{part}" for part in ("title", "desc")]
        attributes = _frame(drawing) | {"role": "group"}
        attributes |= {"aria-labelledby": ids[0], "aria-describedby": ids[1]}
        return element(
            "svg",
            attributes,
            element("title", {"id": ids[0]}, self.words["picture"]),
            element("desc", {"id": ids[1]}, self._desc()),
            element("g", {"aria-hidden": "true"}, *_ground(drawing)),
            *(self._name(name, drawing.plan) for name in drawing.names),
        )

    def _desc(self) -> str:
        counts = self._counts()
        densest = max(counts, key=lambda year: counts[year])
        return self.words["picture-desc"].format(
            n=len(self.events),
            first=min(counts),
            last=max(counts),
            year=densest,
            most=counts[densest],
            key=sum(event.key for event in self.events),
        )

    def _counts(self) -> dict[int, int]:
        years = [event.year for event in self.events]
        return {year: years.count(year) for year in dict.fromkeys(years)}

    def _name(self, name: Name, plan: Plan) -> Element:
        """A linked name; the frame around it is what a finger meets."""
        left, top, _, _ = name.box
        frame = {"x": left - 3, "y": top, "width": name.width + 6, "height": name.height}
        rect = element("rect", {"class": "ex-line__frame"} | _numbers(frame))
        attributes = {"class": "ex-line__name", "href": f"#{name.event}"}
        if name.event == ARTICLE:
            attributes["class"] += " ex-line__name--article"
        return element("a", attributes, *_ways(name), rect, _text(name, plan))

    def _list(self) -> Element:
        """The same as a list: how many events each year has, and its key events."""
        items = [self._year(year, count) for year, count in self._counts().items()]
        summary = element("summary", {}, self.words["picture-list"])
        return element("details", {"class": "ex-line__list"}, summary, element("ul", {}, *items))

    def _year(self, year: int, count: int) -> Element:
        said = self.words["picture-year"].format(year=year, n=count)
        key = [event for event in self.events if event.year == year and event.key]
        links = between((self._link(event) for event in key), "; ")
        return element("li", {}, said, *([". ", *links] if links else []))

    def _link(self, event: Event) -> Element:
        return element("a", {"href": f"#{event.id}"}, text_of(event.titles, self.language))


class _Strip:
    def __init__(self, timeline: Timeline, language: str, path: str) -> None:
        self.timeline = timeline
        self.language = language
        self.path = path
        self.words = LINE[language]
        events = list(timeline.events.values())
        after = sum(timeline.is_after(event) for event in events)
        self.told = {
            "n": len(events),
            "before": len(events) - after - (ARTICLE in timeline.events),
            "after": after,
            "first": events[0].year,
            "last": events[-1].year,
            "day": date_in_words(timeline.published, language) if timeline.published else "",
        }

    def parts(self, *, is_article: bool) -> list[Element]:
        """The strip, and below it a line that leads to the timeline."""
        mark = self.words["strip-you"] if is_article else ""
        plans = (SMALL, SMALLEST)
        drawings = [self._drawing(draw(self.timeline, self.language, p, mark)) for p in plans]
        line = self._here() if is_article else self._door()
        held = [*drawings, line, *([self._paragraphs()] if is_article else [])]
        return [flag(element("figure", {"class": "ex-line ex-made"}, *held), "data-search-exclude")]

    def _drawing(self, drawing: Drawing) -> Element:
        said = f"{self.words['strip']}. {self.words['strip-desc'].format(**self.told)}"
        attributes = _frame(drawing) | {"role": "img", "aria-label": said}
        mark = [self._mark(name, drawing) for name in drawing.names if name.event == ARTICLE]
        return element("svg", attributes, *_ground(drawing), *mark)

    def _mark(self, name: Name, drawing: Drawing) -> Element:
        attributes = {"class": "ex-line__name ex-line__name--article"}
        return element("g", attributes, *_ways(name), _text(name, drawing.plan))

    def _to(self, anchor: str = "") -> str:
        page = relative(self.timeline.page(self.language), self.path)
        return f"{page}#{anchor}" if anchor else page

    def _door(self) -> Element:
        link = element("a", {"href": self._to()}, self.words["strip-home"].format(**self.told))
        return element("figcaption", {"class": "ex-line__caption"}, link)

    def _here(self) -> Element:
        """You are here: what had happened, and what came after."""
        sides = ("before", "strip-before"), ("after", "strip-after")
        links = [
            element(
                "a",
                {"href": self._to(target(self.language, "when", side))},
                self.words[key].format(n=self.told[side]),
            )
            for side, key in sides
        ]
        here = self.words["strip-here"].format(**self.told)
        content = [f"{here}: ", *between(links, ", "), "."]
        return element("figcaption", {"class": "ex-line__caption"}, *content)

    def _paragraphs(self) -> Element:
        """The events that stand behind each paragraph of the article."""
        parts: list[Element] = []
        for n in self.timeline.paragraphs():
            label = self.words["strip-paragraph"].format(n=n)
            parts.append(element("dt", {}, element("a", {"href": f"#p-{n}"}, label)))
            parts += [element("dd", {}, *self._event(e)) for e in self._of(n)]
        summary = element("summary", {}, self.words["strip-paragraphs"])
        listed = element("dl", {}, *parts)
        return element("details", {"class": "ex-line__list"}, summary, listed)

    def _of(self, n: int) -> Iterable[Event]:
        return self.timeline.events_of_paragraph(n)

    def _event(self, event: Event) -> list[Element | str]:
        title = text_of(event.titles, self.language)
        link = element("a", {"href": self._to(event.id)}, title)
        later = [f" ({self.words['strip-later']})"] if self.timeline.is_after(event) else []
        return [f"{date_in_words(event.date, self.language)}: ", link, *later]


# --- drawing --------------------------------------------------------------------------------------


def _frame(drawing: Drawing) -> dict[str, str]:
    plan = drawing.plan
    size = f"0 0 {number(plan.width)} {number(drawing.height)}"
    return {"class": f"ex-line__drawing ex-line__drawing--{plan.name}", "viewBox": size}


def _ground(drawing: Drawing) -> list[Element]:
    """What came after the article as a tinted ground; the axis with its years; the dots."""
    across = drawing.axis[1] == drawing.axis[3]
    ticks = [_tick(tick.year, tick.x, tick.y, across=across) for tick in drawing.ticks]
    x1, y1, x2, y2 = map(number, drawing.axis)
    return [
        _later(drawing, across=across),
        element("path", {"class": "ex-line__axis", "d": f"M{x1} {y1}L{x2} {y2}"}),
        *ticks,
        _dots("", (dot for dot in drawing.dots if not dot.key), drawing.plan),
        _dots(" ex-line__dots--key", (dot for dot in drawing.dots if dot.key), drawing.plan),
    ]


def _later(drawing: Drawing, *, across: bool) -> Element:
    left, _, right, bottom = drawing.axis
    if across:
        frame = {"x": drawing.article, "y": 0, "width": right - drawing.article, "height": bottom}
    else:
        wide = max(dot.x for dot in drawing.dots) + drawing.plan.dot - left
        frame = {"x": left, "y": drawing.article, "width": wide, "height": bottom - drawing.article}
    return element("rect", {"class": "ex-line__later"} | _numbers(frame))


def _tick(year: int, x: float, y: float, *, across: bool) -> Element:
    attributes = {"class": f"ex-line__tick ex-line__tick--{'across' if across else 'down'}"}
    return element("text", attributes | _numbers({"x": x, "y": y}), str(year))


def _dots(more: str, dots: Iterable[Dot], plan: Plan) -> Element:
    """Many dots as one path: lines of no length with round ends."""
    way = "".join(f"M{number(dot.x)} {number(dot.y)}h0" for dot in dots)
    attributes = {"class": f"ex-line__dots ex-line__dots--{plan.name}{more}", "d": way}
    return element("path", attributes)


def _ways(name: Name) -> list[Element]:
    """The line that leads to a name, if one does."""
    way = "L".join(f"{number(x)} {number(y)}" for x, y in name.way)
    return [element("path", {"class": "ex-line__way", "d": f"M{way}"})] if way else []


def _text(name: Name, plan: Plan) -> Element:
    """The lines of a name; its year stands out."""
    inset = (name.height - len(name.lines) * plan.leading) / 2
    base = name.y + inset + plan.leading / 2 + plan.size * 0.35
    spans = [
        element("tspan", _numbers({"x": name.x, "y": base + k * plan.leading}), line)
        for k, line in enumerate(name.lines)
    ]
    year, _, rest = name.lines[0].partition(" ")
    if year.isdigit():
        spans[0].text = None
        spans[0].append(element("tspan", {"class": "ex-line__year"}, year))
        spans[0][0].tail = f" {rest}"
    return element("text", {}, *between(spans, " "))


def _numbers(values: dict[str, float]) -> dict[str, str]:
    return {key: number(value) for key, value in values.items()}

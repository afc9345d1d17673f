"""Two charts of the threshold of patience δ* against k, in SVG.

One shows four gaps and stays as it is built. The other shows one setting; the script draws it
anew by the same rules, from the scale that stands in `data-plot`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from .elements import element
from .game import ZERO, Game, critical_k, grim_threshold
from .gamestate import LARGEST_K, Setting, decimal, facts, printed
from .gamewords import GAME
from .pictures import number

GAPS = (ZERO, Fraction(1, 2), Fraction(1), Fraction(3, 2))
"""The gaps of the picture that stays, and of the table."""

STEPS = 30


@dataclass(frozen=True, slots=True)
class Plot:
    """Where k = 0 and δ = 0 stand in the picture, and how long 1 of each is.

    Letters of 13.5 stay above 12 px on the narrowest screen (320 px).
    """

    left: float = 34
    bottom: float = 222
    k: float = 78
    delta: float = 190
    width: float = 320
    height: float = 262

    def at(self, k: Fraction, delta: Fraction) -> tuple[str, str]:
        """A point of the picture."""
        return (
            number(self.left + float(k) * self.k),
            number(self.bottom - float(delta) * self.delta),
        )

    @property
    def scale(self) -> str:
        """What the script needs to do the same."""
        return " ".join(map(number, (self.left, self.bottom, self.k, self.delta)))


PLOT = Plot()


def curve(game: Game) -> list[tuple[Fraction, Fraction]]:
    """Points (k, δ*) for A, as far as the chart goes or up to k*, where δ* is 1."""
    limit = critical_k(game)
    end = LARGEST_K if limit is None else min(limit, LARGEST_K)
    return [(k, _height(game, k)) for k in (end * n / STEPS for n in range(STEPS + 1))]


def _height(game: Game, k: Fraction) -> Fraction:
    need = grim_threshold(replace(game, k=k).utilities("A"))
    return Fraction(1) if need is None else need


def path(points: list[tuple[Fraction, Fraction]], plot: Plot = PLOT) -> str:
    """The points as a line."""
    return "M" + "L".join(" ".join(plot.at(*point)) for point in points)


def text(kind: str, at: tuple[str, str], said: str, **more: str) -> Element:
    """A line of letters; `kind` ends the class."""
    x, y = at
    return element("text", {"class": f"ex-chart__{kind}", "x": x, "y": y, **more}, said)


# --- axes -----------------------------------------------------------------------------------------


def axes(language: str) -> Element:
    """Lines at quarters of δ, numbers, the names of both axes."""
    quarters = [Fraction(n, 4) for n in range(5)]
    lines = [path([(ZERO, delta), (LARGEST_K, delta)]) for delta in quarters]
    grid = element("path", {"class": "ex-chart__grid", "d": "".join(lines)})
    return element("g", {"class": "ex-chart__axes"}, grid, *_numbers(language))


def _numbers(language: str) -> Iterator[Element]:
    for k in range(4):
        x, y = PLOT.at(Fraction(k), ZERO)
        yield text("tick", (x, number(float(y) + 20)), str(k))
    for delta in (ZERO, Fraction(1, 2), Fraction(1)):
        x, y = PLOT.at(ZERO, delta)
        at = (number(float(x) - 7), number(float(y) + 4.5))
        yield text("tick ex-chart__tick--left", at, decimal(delta, language))
    x, y = PLOT.at(LARGEST_K, ZERO)
    yield text("axis", (number(float(x) + 14), number(float(y) + 20)), "k")
    yield text("axis", ("2", "17"), "δ*")


def _svg(ids: tuple[str, str], title: str, *parts: Element, **more: str) -> Element:
    attributes = {
        "class": "ex-chart__drawing",
        "viewBox": f"0 0 {number(PLOT.width)} {number(PLOT.height)}",
        "role": "img",
        "aria-labelledby": ids[0],
        "aria-describedby": ids[1],
        **more,
    }
    return element("svg", attributes, element("title", {"id": ids[0]}, title), *parts)


# --- the picture that stays -----------------------------------------------------------------------


def picture(language: str) -> Element:
    """δ* against k for four gaps, with the points where it reaches 1, and the same in words."""
    words, ids = GAME[language], ("ex-picture-title", "ex-picture-words")
    lines = [part for gap in GAPS for part in _line(gap, language)]
    drawn = _svg(ids, words["picture"], axes(language), *lines)
    said = words["picture-words"].format(**_ends(language))
    caption = element("figcaption", {"id": ids[1]}, said)
    return element("figure", {"class": "ex-chart ex-chart--still"}, drawn, caption)


def _line(gap: Fraction, language: str) -> Iterator[Element]:
    game = Game(ZERO, gap)
    points = curve(game)
    place = GAPS.index(gap)
    yield element("path", {"class": f"ex-chart__line ex-chart__line--{place}", "d": path(points)})
    x, y = PLOT.at(*points[-1])
    reaches = points[-1][1] == 1
    if reaches:
        yield element("circle", {"class": "ex-chart__end", "cx": x, "cy": y, "r": "4.5"})
    at = (x, number(float(y) - 10)) if reaches else (number(float(x) + 6), number(float(y) + 5))
    kind = "name ex-chart__name--above" if reaches else "name"
    yield text(kind, at, f"g = {decimal(gap, language)}")


def _ends(language: str) -> dict[str, str]:
    """What the words of the picture name: δ* at the right edge, or the k at which it reaches 1."""
    last = {gap: curve(Game(ZERO, gap))[-1] for gap in GAPS}
    even, half, one, more = GAPS
    values = {"even": last[even][1], "half": last[half][1], "one": last[one][0]}
    return {k: decimal(v, language) for k, v in (values | {"more": last[more][0]}).items()}


# --- the chart of one setting ---------------------------------------------------------------------


def live_chart(setting: Setting, language: str) -> Element:
    """The chart that follows the sliders, as it is for this setting."""
    words, ids = GAME[language], ("ex-chart-title", "ex-chart-words")
    drawn = _svg(
        ids,
        words["chart"],
        axes(language),
        *_setting(setting, language),
        **{"data-plot": PLOT.scale},
    )
    return element("div", {"class": "ex-chart"}, drawn)


def _setting(setting: Setting, language: str) -> Iterator[Element]:
    lesser = setting.game.seen_by(setting.game.behind)
    points = curve(lesser)
    area = [*points, (points[-1][0], Fraction(1)), (ZERO, Fraction(1))]
    yield element("path", {"class": "ex-chart__area", "d": path(area) + "Z"})
    yield text("said", PLOT.at(Fraction(1, 12), Fraction(88, 100)), "✓")
    at = PLOT.at(Fraction(35, 12), Fraction(5, 100))
    yield text("said ex-chart__said--right", at, "✕")
    yield element("path", {"class": "ex-chart__curve", "d": path(points)})
    yield _limit(setting, language)
    way = [(ZERO, setting.patience), (setting.k, setting.patience), (setting.k, ZERO)]
    yield element("path", {"class": "ex-chart__guide", "d": path(way)})
    x, y = PLOT.at(setting.k, setting.patience)
    yield element("circle", {"class": "ex-chart__point", "cx": x, "cy": y, "r": "6"})


def _limit(setting: Setting, language: str) -> Element:
    """The point where δ* is 1, with its k; out of sight where the chart ends before it."""
    values, reach = printed(setting, language), facts(setting)["reach"]
    x, y = PLOT.at(reach if isinstance(reach, Fraction) else LARGEST_K, Fraction(1))
    dot = element("circle", {"class": "ex-chart__end", "cy": y, "r": "4.5"})
    name = text("name ex-chart__name--above", ("0", number(float(y) - 10)), "k* = {kstar}")
    name.set("data-say", "k* = {kstar}")
    name.text = f"k* = {values['kstar']}"
    seen = {"visibility": "visible" if reach else "hidden"}
    return element(
        "g", {"class": "ex-chart__limit", "transform": f"translate({x})", **seen}, dot, name
    )

"""The lab: four sliders, and everything that follows from where they stand.

Built as it is for the first setting, so that the script finds every place filled and nothing
moves. A `data-show` place holds a number; a `data-by` place holds one of several wordings, which
stand in its own data attributes, with numbers in braces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .elements import element, flag
from .game import PLAYERS, Player
from .gamechart import live_chart
from .gamestate import Setting, choice, facts, printed
from .gametables import slot, utility_matrix
from .gamewords import GAME

STATES = ("holds", "edge", "impatient", "border", "deadlock")
KINDS = ("some", "border", "deadlock")
EITHER = ("some", "null")


@dataclass(frozen=True, slots=True)
class Slider:
    """A slider: its letter in the address, its symbol in print, its range."""

    letter: str
    symbol: str
    largest: str
    step: str
    by: str  # the fact that chooses what is said of it
    options: Sequence[str] = ("0", "some")


SLIDERS = (
    Slider("k", "k", "3", "0.1", "k"),
    Slider("g", "g", "1.9", "0.1", "g"),  # below T − R = 2, where B’s game stays a dilemma
    Slider("d", "δ", "0.99", "0.01", "d"),  # below 1: nobody waits for ever
    Slider("s", "s", "1", "0.05", "paid", ("0", "some", "even", "over")),
)

EXAMPLES = {
    "even": "k=3&g=0&d=0.9&s=0",
    "border": "k=2&g=1&d=0.9&s=0",
    "deadlock": "k=2.5&g=1&d=0.9&s=0",
    "paid": "k=2.5&g=1&d=0.9&s=0.4",
}


def lab(setting: Setting, language: str) -> Element:
    """The whole lab, locked and hidden until the script runs."""
    return _Lab(setting, language).made()


class _Lab:
    def __init__(self, setting: Setting, language: str) -> None:
        self.setting = setting
        self.language = language
        self.words = GAME[language]
        self.facts = facts(setting)
        self.values = printed(setting, language)

    def made(self) -> Element:
        attributes = {
            "class": "ex-lab ex-lab--locked",
            "role": "group",
            "aria-label": self.words["lab"],
            "data-decimal": self.words["decimal"],
            "data-none": self.words["none"],
            "data-state": self.values["state"],
        }
        made = element("div", attributes, self._controls(), *self._results())
        return flag(made, "hidden", "data-search-exclude")

    def by(self, fact: str, prefix: str, options: Sequence[str]) -> Element:
        """A place that says one of several things, as a fact chooses; "some" is for any other."""
        wordings = {f"data-{option}": self.words[f"{prefix}-{option}"] for option in options}
        now = self.words[f"{prefix}-{choice(self.facts[fact], options)}"]
        return element("span", {"data-by": fact, **wordings}, now.format(**self.values))

    # --- controls ---------------------------------------------------------------------------------

    def _controls(self) -> Element:
        sliders = [self._slider(one) for one in SLIDERS]
        return flag(element("fieldset", {"class": "ex-lab__controls"}, *sliders), "disabled")

    def _slider(self, one: Slider) -> Element:
        own, value = f"ex-lab-{one.letter}", self.values[one.letter]
        symbol = element("var", {}, one.symbol)
        label = element("label", {"for": own}, f"{self.words[f'{one.letter}-label']}, ", symbol)
        number = element(
            "output", {"for": own, "aria-live": "off", "data-say": f"{{{one.letter}}}"}, value
        )
        phrase = self.by(one.by, one.letter, one.options)
        head = element("div", {"class": "ex-slider__head"}, label, number)
        attributes = self._range(one, own) | {"aria-valuetext": f"{value}. {phrase.text}"}
        below = element("p", {"class": "ex-slider__said", "aria-hidden": "true"}, phrase)
        return element("div", {"class": "ex-slider"}, head, element("input", attributes), below)

    def _range(self, one: Slider, own: str) -> dict[str, str]:
        at = {"k": self.setting.k, "g": self.setting.gap}
        at |= {"d": self.setting.patience, "s": self.setting.payment}
        return {
            "id": own,
            "name": one.letter,
            "type": "range",
            "min": "0",
            "max": one.largest,
            "step": one.step,
            "value": f"{float(at[one.letter]):g}",
            "autocomplete": "off",
        }

    def _examples(self) -> Element:
        chips = [
            self._button(self.words[f"ex-{name}"], {"data-setting": state})
            for name, state in EXAMPLES.items()
        ]
        label = element("span", {"class": "ex-lab__label", "id": "ex-lab-examples"})
        label.text = self.words["examples"]
        attributes = {"class": "ex-lab__row", "role": "group", "aria-labelledby": "ex-lab-examples"}
        return element("div", attributes, label, *chips)

    def _tools(self) -> Element:
        reset = self._button(self.words["reset"], {"data-setting": self._first()})
        note = element("p", {"class": "ex-lab__note"}, self.words["share"])
        return element("div", {"class": "ex-lab__row"}, reset, note)

    def _first(self) -> str:
        pairs = [f"{one.letter}={self._range(one, '')['value']}" for one in SLIDERS]
        return "&".join(pairs)

    def _button(self, text: str, attributes: dict[str, str]) -> Element:
        return element("button", {"type": "button", "class": "ex-button"} | attributes, text)

    # --- results ----------------------------------------------------------------------------------

    def _results(self) -> list[Element]:
        status = element("output", {"class": "ex-vh ex-lab__status", "for": self._fields()})
        locked = element("p", {"class": "ex-lab__locked"}, self.words["locked"])
        results = element(
            "div",
            {"class": "ex-lab__results"},
            self._verdict(),
            element("div", {"class": "ex-lab__tools"}, self._examples(), self._tools()),
            element("div", {"class": "ex-lab__pair"}, self._figure(), self._orders()),
            utility_matrix(self.setting, self.language),
            self._facts(),
        )
        return [status, locked, results]

    def _fields(self) -> str:
        return " ".join(f"ex-lab-{one.letter}" for one in SLIDERS)

    def _verdict(self) -> Element:
        head = element("p", {"class": "ex-verdict__head"}, self.by("state", "head", STATES))
        text = element("p", {"class": "ex-verdict__text"}, self.by("state", "text", STATES))
        return element("div", {"class": "ex-verdict"}, head, text)

    def _figure(self) -> Element:
        said: list[Element | str] = [
            self.by("reach", "reach", EITHER),
            " ",
            self.by("state", "at", ("holds", "edge", "some")),
        ]
        drawn = live_chart(self.setting, self.language)
        caption = element("figcaption", {"id": "ex-chart-words"}, *said)
        return element("figure", {"class": "ex-chart"}, drawn, caption)

    def _orders(self) -> Element:
        return element("div", {"class": "ex-orders"}, *(self._order(p) for p in PLAYERS))

    def _order(self, player: Player) -> Element:
        name, label = f"ex-order-{player}", self.words["order"].format(player=player)
        kind = self.by(f"type{player}", "kind", KINDS)
        title = element("p", {"class": "ex-order__name", "id": name}, label, " ", kind)
        order = self.setting.game.utilities(player).order
        items = [self._outcome(key, player) for tied in order for key in tied]
        kinds = "ex-order" if len(items) == len(order) else "ex-order ex-order--tied"
        attributes = {"class": kinds, "data-player": player, "aria-labelledby": name}
        return element("div", {}, title, element("ol", attributes, *items))

    def _outcome(self, key: str, player: str) -> Element:
        number = slot(f"{key}{player}", self.values)
        number.set("class", "ex-order__worth")
        attributes = {"data-outcome": key, "data-tied": self.words["tied"]}
        return element("li", attributes, number, f" {self.words[key]}")

    def _facts(self) -> Element:
        pairs: list[tuple[str, Element | str]] = [
            ("once", self.words["once-said"]),
            ("threshold", self._said("threshold-said")),
            ("kstar", self.by("kstar", "kstar", EITHER)),
            ("kmax", self.by("kmax", "kmax", EITHER)),
            ("tft", self.by("tft", "tft", EITHER)),
            ("pay", self.by("least", "pay", EITHER)),
        ]
        items = [
            part
            for name, said in pairs
            for part in (element("dt", {}, self.words[name]), element("dd", {}, said))
        ]
        return element("dl", {"class": "ex-lab__facts", "aria-label": self.words["facts"]}, *items)

    def _said(self, name: str) -> Element:
        text = self.words[name]
        return element("span", {"data-say": text}, text.format(**self.values))

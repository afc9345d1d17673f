"""What comes before the lab: a few rounds to play, and the guess that the reader commits to."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

from .elements import element, flag
from .game import AXELROD, ZERO, Game, grim_threshold, state_of
from .gamestate import Setting, decimal, printed
from .gametables import rounds_table
from .gamewords import GAME

ROUNDS = 5


def rounds(language: str) -> Element:
    """Buttons for the reader’s move, and a table that fills up; hidden until the script runs."""
    words = GAME[language]
    buttons = [_move(move, words[name]) for move, name in (("c", "cooperate"), ("d", "defect"))]
    again = flag(_button(words["again"], "ex-rounds__again"), "hidden")
    endings = {f"data-{how}": words[how] + words["strategy"] for how in ("behind", "even", "ahead")}
    texts = {"data-round": words["said-round"], **endings}
    said = element("output", {"class": "ex-rounds__said", **texts}, words["said-first"])
    made = element(
        "div",
        {
            "class": "ex-rounds",
            "role": "group",
            "aria-label": words["play"],
            "data-payoffs": json.dumps(_payoffs(), separators=(",", ":")),
        },
        element("div", {"class": "ex-rounds__moves"}, *buttons, again),
        rounds_table(language, ROUNDS),
        said,
    )
    return flag(made, "hidden", "data-search-exclude")


def _payoffs() -> dict[str, tuple[int, int]]:
    """What both get: the reader’s move, then the other’s; the gap is that of the first setting."""
    own, gap = AXELROD, Setting().gap
    pairs = {"cc": (own.R, own.R + gap), "cd": (own.S, own.T), "dc": (own.T, own.S)}
    return {moves: (int(a), int(b)) for moves, (a, b) in (pairs | {"dd": (own.P, own.P)}).items()}


def _move(move: str, name: str) -> Element:
    return _button(name, "ex-rounds__move", **{"data-move": move})


def _button(text: str, kind: str, **more: str) -> Element:
    return element("button", {"type": "button", "class": f"ex-button {kind}", **more}, text)


# --- the guess ------------------------------------------------------------------------------------


def guess(setting: Setting, language: str) -> Element:
    """A form to commit to an answer, and the answer, which opens without a script too."""
    made = element(
        "div", {"class": "ex-guess"}, _form(setting, language), _answer(setting, language)
    )
    return flag(made, "data-search-exclude")


def answer_of(setting: Setting) -> str:
    """Whether cooperation can last: "yes" or "no"."""
    return "yes" if state_of(setting.game, setting.patience)[0] in ("holds", "edge") else "no"


def _form(setting: Setting, language: str) -> Element:
    words = GAME[language]
    choices = [_choice(value, words[value]) for value in ("yes", "no")]
    legend = element("legend", {}, words["question"])
    button = element("button", {"type": "submit", "class": "ex-button ex-button--main"})
    button.text = words["commit"]
    said = {"class": "ex-guess__said", "tabindex": "-1"}
    said |= {"data-true": words["right"], "data-false": words["wrong"]}
    form = element(
        "form",
        {"class": "ex-guess__form", "data-answer": answer_of(setting)},
        element("fieldset", {"class": "ex-guess__choices"}, legend, *choices),
        button,
        flag(element("p", said), "hidden"),
    )
    return flag(form, "hidden")


def _choice(value: str, text: str) -> Element:
    field = element("input", {"type": "radio", "name": "guess", "value": value})
    return element("label", {"class": "ex-guess__choice"}, flag(field, "required"), " ", text)


def _answer(setting: Setting, language: str) -> Element:
    words, values = GAME[language], printed(setting, language)
    before = grim_threshold(Game(ZERO, setting.gap).utilities("A"))
    values |= {"T": decimal(AXELROD.T, language)}
    values |= {"before": decimal(before or ZERO, language)}
    parts = [element("p", {}, words[f"answer-{n}"].format(**values)) for n in (1, 2)]
    summary = element("summary", {}, words["answer"])
    return element("details", {"class": "ex-answer"}, summary, *parts)

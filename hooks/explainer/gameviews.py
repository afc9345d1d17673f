"""The explorable on a page: a page asks for each of its parts where it wants it.

`<div class="ex-game ex-game--lab" markdown="1"></div>` is filled with the part called "lab".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import Element

from .gamechart import picture
from .gamelab import lab
from .gameplay import guess, rounds
from .gamestate import Setting
from .gametables import many_states, payoff_matrix, results
from .model import Problem, Severity
from .running import classes_of
from .text import shorten

Part: TypeAlias = Callable[[Setting, str], Element]

PARTS: dict[str, Part] = {
    "payoffs": payoff_matrix,
    "rounds": lambda _, language: rounds(language),
    "guess": guess,
    "lab": lab,
    "results": lambda _, language: results(language),
    "picture": lambda _, language: picture(language),
    "states": lambda _, language: many_states(language),
}

CODES: dict[str, tuple[Severity, str, str]] = {
    "unknown-game-part": (
        "error",
        "is no part of the game",
        "write one of " + ", ".join(f"ex-game--{name}" for name in PARTS),
    ),
}
"""code -> severity, cause, remedy."""


def fill_game(root: Element, language: str) -> list[Problem]:
    """Put every part of the game where the page has room for it."""
    problems = []
    for place in [one for one in root.iter("div") if "ex-game" in classes_of(one)]:
        part = PARTS.get(_asked(place))
        if part:
            place.append(part(Setting(), language))
        else:
            problems.append(_problem(place))
    return problems


def _asked(place: Element) -> str:
    named = [name for name in classes_of(place) if name.startswith("ex-game--")]
    return named[0].removeprefix("ex-game--") if len(named) == 1 else ""


def _problem(place: Element) -> Problem:
    severity, cause, remedy = CODES["unknown-game-part"]
    quote = shorten(place.get("class", ""))
    return Problem("unknown-game-part", severity, "", "<div>", quote, cause, remedy)

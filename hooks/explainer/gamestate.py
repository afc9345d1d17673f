"""One setting of the explorable as the reader sees it: every number in the language of the page.

The script of the page makes the same strings; a browser test compares the two.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from .game import (
    PLAYERS,
    ZERO,
    Game,
    critical_k,
    greatest_k,
    grim_threshold,
    side_payment,
    state_of,
    tit_for_tat_threshold,
)
from .gamewords import GAME

LARGEST_K = Fraction(3)
"""The end of the slider. Up to 1 it could never show deadlock: k* is above 1 while gap < T − R."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the four sliders stand."""

    k: Fraction = Fraction(1)
    gap: Fraction = Fraction(1)
    patience: Fraction = Fraction(4, 5)
    payment: Fraction = ZERO

    @property
    def game(self) -> Game:
        """The game that is played, with the payment made."""
        return Game(self.k, self.gap).paid(self.payment)


def decimal(value: Fraction, language: str, digits: int = 3, *, fixed: bool = False) -> str:
    """A number with so many decimals at most, halves rounded away from zero."""
    scaled = int(abs(value) * 10**digits + Fraction(1, 2))
    whole, part = divmod(scaled, 10**digits)
    decimals = f"{part:0{digits}}" if fixed else f"{part:0{digits}}".rstrip("0")
    sign = "−" if value < 0 and scaled else ""
    return sign + str(whole) + (GAME[language]["decimal"] + decimals if part or fixed else "")


Fact: TypeAlias = Fraction | str | None


def facts(setting: Setting) -> dict[str, Fact]:
    """Every name that the words of the lab may use; None for what does not exist."""
    game = setting.game
    state, who = state_of(game, setting.patience)
    names: dict[str, Fact] = {"who": who, "state": state, "paid": _paid(setting)}
    return {**_sliders(setting), **names, **_limits(setting), **_players(game)}


def _sliders(setting: Setting) -> dict[str, Fact]:
    return {
        "k": setting.k,
        "g": setting.gap,
        "d": setting.patience,
        "s": setting.payment,
        "percent": setting.patience * 100,
        "lag": abs(setting.game.gap),
    }


def _paid(setting: Setting) -> Fact:
    """What the payment does to the gap; the payment itself where nothing special happens."""
    left = setting.game.gap
    if not setting.payment or left > 0:
        return setting.payment
    return "over" if left < 0 else "even"


def _limits(setting: Setting) -> dict[str, Fact]:
    game = setting.game
    lesser = game.seen_by(game.behind)
    kstar, kmax = critical_k(lesser), greatest_k(lesser, setting.patience)
    tft = tit_for_tat_threshold(game.utilities(game.behind))
    unpaid = Game(setting.k, setting.gap)
    return {
        "kstar": kstar,
        "reach": kstar if kstar is not None and kstar <= LARGEST_K else None,
        "kmax": kmax if kmax is not None and kmax >= 0 else None,
        "tft": tft if tft is not None and tft < 1 else None,
        "least": None if grim_threshold(unpaid.utilities("A")) else side_payment(unpaid),
    }


def _players(game: Game) -> dict[str, Fact]:
    """What both players make of it: A, B, and w, the one who gains less."""
    made: dict[str, Fact] = {}
    for name, player in (("A", PLAYERS[0]), ("B", PLAYERS[1]), ("w", game.behind)):
        worth = game.utilities(player)
        made |= {f"{key}{name}": getattr(worth, key) for key in "TRPS"}
        made[f"own{name}"] = game.seen_by(player).payoffs.R
        made[f"delta{name}"] = grim_threshold(worth)
        made[f"type{name}"] = worth.kind
    return made


# --- in words -------------------------------------------------------------------------------------


def printed(setting: Setting, language: str) -> dict[str, str]:
    """The facts as they are printed."""
    return {name: _print(fact, language) for name, fact in facts(setting).items()}


def _print(fact: Fact, language: str) -> str:
    if fact is None:
        return GAME[language]["none"]
    return fact if isinstance(fact, str) else decimal(fact, language)


def choice(fact: Fact, options: Collection[str]) -> str:
    """Which wording a fact asks for: its own name, "null", "0", or else "some"."""
    name = "null" if fact is None else str(fact)
    return name if name in options else "some"

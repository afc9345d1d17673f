"""Grieco’s amended prisoner’s dilemma in exact fractions; page and script must agree with it.

The formula, utility U = V − k(W − V), is Grieco’s. It was seen in a lecture page and a study note
(`iastate-relative-gains`, `studylib-grieco-1988-io` in docs/_data/sources.yml); of his own two
articles (`grieco-1988-jop`, `grieco-1988-io`) only abstracts were. Whatever follows from the
formula below is our derivation, and every docstring says what it derives.

Two players, A and B. Payoffs are called T, R, P, S as in the literature (`axelrod-1984`): defect
alone, cooperate together, defect together, cooperate alone. A gains `gap` less than B when both
cooperate. D stands for T − S.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeAlias

Player: TypeAlias = Literal["A", "B"]
Kind: TypeAlias = Literal["prisoners-dilemma", "border", "deadlock", "chicken", "other"]
State: TypeAlias = Literal["holds", "edge", "impatient", "border", "deadlock"]

PLAYERS: tuple[Player, ...] = ("A", "B")
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What the four outcomes are worth to one player: as payoffs, or as utilities."""

    T: Fraction
    R: Fraction
    P: Fraction
    S: Fraction

    @property
    def order(self) -> tuple[tuple[str, ...], ...]:
        """The outcomes from best to worst; those worth the same stand together."""
        worth = {"T": self.T, "R": self.R, "P": self.P, "S": self.S}
        values = sorted(set(worth.values()), reverse=True)
        return tuple(tuple(key for key in worth if worth[key] == value) for value in values)

    @property
    def kind(self) -> Kind:
        """The game that this order makes; "border" is the tie between the first two.

        T > R > P > S is the prisoner’s dilemma and T > P > R > S deadlock, as `fearon-1998` and
        others name them.
        """
        return _KINDS.get(">".join("=".join(tied) for tied in self.order), "other")


_KINDS: dict[str, Kind] = {
    "T>R>P>S": "prisoners-dilemma",
    "T>R=P>S": "border",
    "T>P>R>S": "deadlock",
    "T>R>S>P": "chicken",
}

AXELROD = Outcomes(Fraction(5), Fraction(3), Fraction(1), Fraction(0))
"""The payoffs of Axelrod’s tournaments (`axelrod-1984`)."""


@dataclass(frozen=True, slots=True)
class Game:
    """Payoffs to A, the sensitivity k of both, and how much more B gets than A.

    `gap` is B’s lead when both cooperate, `lag` B’s lead when both defect (none, unless said).
    A’s own payoff stays as it is, so that k and the gap alone make the difference.
    """

    k: Fraction
    gap: Fraction
    payoffs: Outcomes = AXELROD
    lag: Fraction = ZERO

    @property
    def spread(self) -> Fraction:
        """D = T − S, the gap when one defects alone."""
        return self.payoffs.T - self.payoffs.S

    def utilities(self, player: Player) -> Outcomes:
        """The four outcomes by U = V − k(W − V).

        Our derivation: T′ = T + kD, R′ = R − k·gap, P′ = P − k·lag, S′ = S − kD for A. B’s
        differ in R′ = R + gap + k·gap and P′ = P + lag + k·lag.
        """
        own, k = self.payoffs, self.k
        both, none = own.R + self.gap, own.P + self.lag
        if player == "B":
            reward, punishment = utility(both, own.R, k), utility(none, own.P, k)
        else:
            reward, punishment = utility(own.R, both, k), utility(own.P, none, k)
        return Outcomes(utility(own.T, own.S, k), reward, punishment, utility(own.S, own.T, k))

    def seen_by(self, player: Player) -> Game:
        """The same game with this player in A’s place: payoffs of its own, and the other’s lead."""
        if player == "A":
            return self
        own = replace(self.payoffs, R=self.payoffs.R + self.gap, P=self.payoffs.P + self.lag)
        return Game(self.k, -self.gap, own, -self.lag)

    def paid(self, payment: Fraction) -> Game:
        """The game in which B hands A a payment whenever both cooperate.

        Our derivation: A then gets R + s and the gap shrinks to gap − 2s, so that cooperation is
        worth R − k·gap + s(1 + 2k) to A. From s = gap/2 on B is the one that gains less.
        """
        own = replace(self.payoffs, R=self.payoffs.R + payment)
        return replace(self, payoffs=own, gap=self.gap - 2 * payment)

    @property
    def behind(self) -> Player:
        """Who gains less when both cooperate; A when nobody does."""
        return "B" if self.gap < 0 else "A"


def utility(own: Fraction, other: Fraction, k: Fraction) -> Fraction:
    """U = V − k(W − V): own payoff less k times the other’s lead (Grieco’s formula)."""
    return own - k * (other - own)


def weight(k: Fraction) -> Fraction:
    """The share r = k/(1 + k) that the other’s payoff gets when U is written (1 + k)(V − rW).

    Our rewriting: k from 0 upwards is r from 0 to just below 1, and r = 1 would be zero-sum.
    """
    return k / (1 + k)


# --- one round ------------------------------------------------------------------------------------


def critical_k(game: Game) -> Fraction | None:
    """k* = (R − P)/(gap − lag), where A is indifferent between CC and DD; None when nothing is.

    Our derivation from R − k·gap = P − k·lag. Below k* A is in a prisoner’s dilemma, above it in
    deadlock. A gap that cooperation does not widen never ends the dilemma, whatever k is.
    """
    widened = game.gap - game.lag
    return (game.payoffs.R - game.payoffs.P) / widened if widened > 0 else None


def tolerable_gap(game: Game) -> Fraction | None:
    """g* = (R − P)/k + lag, the largest gap up to which A wants cooperation; None: any gap.

    The same tie as k*, solved for the gap (our derivation).
    """
    if game.k <= 0:
        return None
    return (game.payoffs.R - game.payoffs.P) / game.k + game.lag


def side_payment(game: Game) -> Fraction:
    """The least payment, above which A prefers CC to DD again; 0 when A does so anyway.

    Our derivation: s = (k(gap − lag) − (R − P))/(1 + 2k), since s raises A’s own payoff by s and
    takes 2s off the gap.
    """
    missing = game.k * (game.gap - game.lag) - (game.payoffs.R - game.payoffs.P)
    return max(ZERO, missing / (1 + 2 * game.k))


# --- many rounds ----------------------------------------------------------------------------------


def grim_threshold(worth: Outcomes) -> Fraction | None:
    """δ* = (T′ − R′)/(T′ − P′), the patience from which a grim trigger sustains cooperation.

    The usual comparison of R′ for ever with T′ once and P′ ever after; by the formula of utility
    it is (T − R + k(D + gap))/(T − P + kD) for A. None: no patience below 1 is enough, which is so
    exactly from k* on (our derivation).
    """
    if worth.R <= worth.P:
        return None
    return (worth.T - worth.R) / (worth.T - worth.P)


def tit_for_tat_threshold(worth: Outcomes) -> Fraction | None:
    """What tit for tat needs: δ* and (T′ − R′)/(R′ − S′), the second against taking turns.

    None where no patience sustains cooperation at all; a value of 1 or more means that tit for tat
    cannot hold although a grim trigger can.
    """
    grim = grim_threshold(worth)
    return None if grim is None else max(grim, (worth.T - worth.R) / (worth.R - worth.S))


def alternating_k(game: Game) -> Fraction | None:
    """k_alt = (2R − T − S)/(2·gap), above which A prefers taking turns at defecting to CC.

    Our derivation: taking turns is worth (T + S)/2 on average, and k does not touch that mean.
    """
    own = game.payoffs
    return (2 * own.R - own.T - own.S) / (2 * game.gap) if game.gap > 0 else None


def greatest_k(game: Game, patience: Fraction) -> Fraction | None:
    """k_max = (δ(T − P) − (T − R))/((1 − δ)D + gap): up to it A cooperates at this patience.

    δ* solved for k (our derivation; the tie at DD must be free of a lag). Below 0: not even at
    k = 0. None: at any k, which happens only to the one who gains more.
    """
    own = game.payoffs
    room = (1 - patience) * game.spread + game.gap
    spare = patience * (own.T - own.P) - (own.T - own.R)
    return spare / room if room > 0 else None


def greatest_gap(game: Game, patience: Fraction) -> Fraction | None:
    """(δ(T − P) − (T − R))/k − (1 − δ)D: up to this gap A cooperates; None: k is 0, any gap.

    δ* solved for the gap (our derivation).
    """
    if game.k <= 0:
        return None
    own = game.payoffs
    spare = patience * (own.T - own.P) - (own.T - own.R)
    return spare / game.k - (1 - patience) * game.spread


def state_of(game: Game, patience: Fraction) -> tuple[State, Player]:
    """Whether a grim trigger can sustain cooperation, and the player on whom it depends.

    That is the one who gains less: its threshold is never the smaller one (our derivation).
    """
    player = game.behind
    worth = game.utilities(player)
    need = grim_threshold(worth)
    if need is None:
        return ("border" if worth.R == worth.P else "deadlock"), player
    if patience == need:
        return "edge", player
    return ("holds" if patience > need else "impatient"), player


# --- more than two states -------------------------------------------------------------------------


def utility_among(own: Fraction, others: Iterable[Fraction], k: Fraction) -> Fraction:
    """U = V − (k/(n − 1)) Σ (W − V): the lead of each of the others weighs the same.

    Our way to carry Grieco’s formula to n states; with one other it is his.
    """
    leads = [other - own for other in others]
    return own - k * sum(leads, ZERO) / len(leads)


def tolerable_gap_among(reward: Fraction, k: Fraction, n: int) -> Fraction:
    """R((n − 1) + k(n − 2))/k: below this gap a tie pays for A among n states.

    Our derivation: two of them gain R and R + gap, the rest gain nothing, and without the tie
    nobody does. The direction, more states and less weight of the gap, is Snidal’s (`snidal-1991`).
    """
    return reward * ((n - 1) + k * (n - 2)) / k

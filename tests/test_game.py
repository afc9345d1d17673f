"""The game: our vectors, and what must hold for any payoffs, gap and sensitivity."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from explainer.game import (
    AXELROD,
    PLAYERS,
    Game,
    Outcomes,
    alternating_k,
    critical_k,
    greatest_gap,
    greatest_k,
    grim_threshold,
    side_payment,
    state_of,
    tit_for_tat_threshold,
    tolerable_gap,
    tolerable_gap_among,
    utility,
    utility_among,
    weight,
)
from support import CASES

VECTORS = json.loads((CASES / "grieco-vectors.json").read_text("utf-8"))
EVERY_VECTOR = [
    pytest.param(one, id="{T},{R},{P},{S} g={g} k={k}".format(**one)) for one in VECTORS
]
BORDER = "T>P=R>S"  # what the vectors call a tie between R and P


def exact(value: float) -> Fraction:
    """The number that a decimal in the vectors means."""
    return Fraction(str(value))


def game_of(vector: dict) -> Game:
    own = Outcomes(*(exact(vector[key]) for key in "TRPS"))
    return Game(exact(vector["k"]), exact(vector["g"]), own)


def rounded(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 6)


# --- vectors --------------------------------------------------------------------------------------


@pytest.mark.parametrize("vector", EVERY_VECTOR)
@pytest.mark.parametrize("player", PLAYERS)
def test_utilities_and_kind(vector, player):
    worth = game_of(vector).utilities(player)
    assert {key: float(getattr(worth, key)) for key in "TRPS"} == vector[player]
    assert worth.kind == vector[f"type{player}"].replace(BORDER, "border")


@pytest.mark.parametrize("vector", EVERY_VECTOR)
def test_thresholds(vector):
    game = game_of(vector)
    a, b = (game.utilities(player) for player in PLAYERS)
    found = {
        "deltaA": grim_threshold(a),
        "deltaB": grim_threshold(b),
        "deltaTftA": tit_for_tat_threshold(a),
        "kstar": critical_k(game),
        "kalt": alternating_k(game),
    }
    assert {key: rounded(value) for key, value in found.items()} == {
        key: vector[key] for key in found
    }


def test_the_vectors_hold_all_three_kinds_and_both_sets_of_payoffs():
    assert {vector["typeA"] for vector in VECTORS} == {"prisoners-dilemma", BORDER, "deadlock"}
    assert len({tuple(vector[key] for key in "TRPS") for vector in VECTORS}) == 2
    assert len(VECTORS) == 49


# --- any game -------------------------------------------------------------------------------------

twelfths = st.integers(min_value=0, max_value=240).map(lambda n: Fraction(n, 12))
steps = st.integers(min_value=1, max_value=120).map(lambda n: Fraction(n, 12))
patience = st.integers(min_value=0, max_value=99).map(lambda n: Fraction(n, 100))
shares = st.integers(min_value=0, max_value=59).map(lambda n: Fraction(n, 60))


def game_from(s: Fraction, rises: list[Fraction], share: Fraction, k: Fraction) -> Game:
    """T > R > P > S with 2R > T + S, and a gap that is a share of T − R."""
    own = Outcomes(s + sum(rises), s + rises[0] + rises[1], s + rises[0], s)
    if 2 * own.R <= own.T + own.S:  # then taking turns would be better from the start
        own = replace(own, T=2 * own.R - own.S - rises[0] / 2)
    return Game(k, share * (own.T - own.R), own)


games = st.builds(game_from, twelfths, st.lists(steps, min_size=3, max_size=3), shares, twelfths)


def fixed(test):
    """The same examples on every machine, and as long as each takes."""
    return settings(derandomize=True, database=None, deadline=None, max_examples=150)(test)


def any_game(test):
    """Any game, and ties whose numbers are no finite decimals or binaries."""
    for k, gap in ((Fraction(2), Fraction(1)), (Fraction(4, 3), Fraction(3, 2))):
        test = example(Game(k, gap))(test)
    return fixed(given(games)(test))


@any_game
def test_the_invented_games_are_dilemmas_with_a_gap_that_leaves_them_so(game):
    own = game.payoffs
    assert own.kind == "prisoners-dilemma"
    assert 2 * own.R > own.T + own.S
    assert 0 <= game.gap < own.T - own.R


@any_game
def test_without_a_gap_no_sensitivity_ends_the_dilemma(game):
    even = replace(game, gap=Fraction(0))
    for player in PLAYERS:
        worth = even.utilities(player)
        assert worth.kind == "prisoners-dilemma"
        assert worth.T - game.payoffs.T == game.payoffs.S - worth.S == game.k * game.spread
    assert critical_k(even) is None


@any_game
def test_the_dilemma_of_the_one_behind_ends_exactly_at_the_critical_k(game):
    assume(game.gap > 0)
    limit = critical_k(game)
    assert limit == (game.payoffs.R - game.payoffs.P) / game.gap
    for k, kind in (
        (limit * Fraction(99, 100), "prisoners-dilemma"),
        (limit, "border"),
        (limit * Fraction(101, 100), "deadlock"),
    ):
        assert replace(game, k=k).utilities("A").kind == kind
        assert replace(game, k=k).utilities("B").kind == "prisoners-dilemma"


@any_game
def test_the_tolerable_gap_is_the_same_tie(game):
    assume(game.gap > 0)
    assert tolerable_gap(replace(game, k=critical_k(game))) == game.gap
    assert tolerable_gap(replace(game, k=Fraction(0))) is None


@any_game
def test_a_threshold_reaches_one_exactly_at_the_critical_k(game):
    assume(game.gap > 0)
    limit = critical_k(game)
    at = replace(game, k=limit).utilities("A")
    assert (at.T - at.R) / (at.T - at.P) == 1
    assert grim_threshold(at) is None
    below = grim_threshold(replace(game, k=limit * Fraction(99, 100)).utilities("A"))
    assert below is not None
    assert below < 1


@any_game
def test_the_threshold_is_the_closed_formula_and_grows_with_k(game):
    need = grim_threshold(game.utilities("A"))
    assume(need is not None)
    own, k, d = game.payoffs, game.k, game.spread
    assert need == (own.T - own.R + k * (d + game.gap)) / (own.T - own.P + k * d)
    more = grim_threshold(replace(game, k=k + Fraction(1, 100)).utilities("A"))
    assert more is None or more > need


@any_game
def test_defecting_is_dominant_for_both_at_every_k(game):
    for player in PLAYERS:
        worth = game.utilities(player)
        assert worth.T > worth.R
        assert worth.P > worth.S


@any_game
def test_the_best_and_the_worst_outcome_stay_where_they_are(game):
    for player in PLAYERS:
        order = game.utilities(player).order
        assert order[0] == ("T",)
        assert order[-1] == ("S",)


@any_game
def test_the_one_behind_needs_more_patience(game):
    a, b = (grim_threshold(game.utilities(player)) for player in PLAYERS)
    assert b is not None
    assert a is None or a >= b


@any_game
def test_a_wider_gap_at_defection_too_leaves_only_the_change(game):
    lagged = replace(game, lag=game.gap / 2)
    if game.gap > 0:
        limit = critical_k(lagged)
        assert limit == 2 * critical_k(game)
        assert replace(lagged, k=limit).utilities("A").kind == "border"
    assert critical_k(replace(game, lag=game.gap)) is None


@any_game
def test_a_shared_loss_moves_the_limit_by_one_half(game):
    assume(0 < game.gap < 2 * (game.payoffs.R - game.payoffs.P))
    lower = replace(game.payoffs, R=game.payoffs.R - game.gap / 2)
    assert critical_k(replace(game, payoffs=lower)) == critical_k(game) - Fraction(1, 2)


@any_game
def test_utility_is_redistributed_not_destroyed(game):
    a, b = (game.utilities(player) for player in PLAYERS)
    own = game.payoffs
    assert 2 * own.R + game.gap == a.R + b.R
    assert a.T + b.S == b.T + a.S == own.T + own.S


@any_game
def test_k_is_a_weight_below_one(game):
    own, other = game.payoffs.R, game.payoffs.R + game.gap
    assert utility(own, other, game.k) == (1 + game.k) * (own - weight(game.k) * other)
    assert 0 <= weight(game.k) < 1


@any_game
def test_seen_by_the_other_player_it_is_the_same_game(game):
    other = game.seen_by("B")
    assert other.utilities("A") == replace(game, lag=Fraction(0)).utilities("B")
    assert game.seen_by("A") == game
    assert other.seen_by("B") == game


@fixed
@given(games, patience)
def test_the_greatest_k_and_gap_are_the_same_tie(game, delta):
    limit = greatest_k(game, delta)
    assert limit is not None
    if limit >= 0:
        assert grim_threshold(replace(game, k=limit).utilities("A")) == delta
    if limit > 0:
        assert greatest_gap(replace(game, k=limit), delta) == game.gap
    assert greatest_gap(replace(game, k=Fraction(0)), delta) is None


@fixed
@given(games, patience)
def test_the_state_says_what_the_thresholds_of_both_allow(game, delta):
    state, player = state_of(game, delta)
    needs = [grim_threshold(game.utilities(p)) for p in PLAYERS]
    possible = None not in needs and delta >= max(needs)
    assert (state in ("holds", "edge")) == possible
    assert (state in ("border", "deadlock")) == (None in needs)
    assert player == "A"


@any_game
def test_taking_turns_becomes_better_long_before_deadlock(game):
    assume(game.gap > 0)
    limit = alternating_k(game)
    own, worth = game.payoffs, replace(game, k=limit).utilities("A")
    assert worth.R == (worth.T + worth.S) / 2 == (own.T + own.S) / 2
    if worth.R > worth.P:
        assert tit_for_tat_threshold(worth) == max(1, grim_threshold(worth))


# --- side payment ---------------------------------------------------------------------------------


@any_game
def test_a_side_payment_makes_cooperation_wanted_again(game):
    least = side_payment(game)
    before, after = game.utilities("A"), game.paid(least).utilities("A")
    assert (least > 0) == (before.kind == "deadlock")
    if least > 0:
        assert after.kind == "border"
        assert game.paid(least).utilities("B").R > after.P
    assert game.payoffs.R - game.k * game.gap + least * (1 + 2 * game.k) == after.R


@any_game
def test_half_the_gap_closes_it_for_any_k(game):
    even = game.paid(game.gap / 2)
    assert even.gap == 0
    assert {even.utilities(player).R for player in PLAYERS} == {game.payoffs.R + game.gap / 2}
    assert {even.utilities(player).kind for player in PLAYERS} == {"prisoners-dilemma"}


def test_too_large_a_payment_puts_the_other_behind():
    game = Game(Fraction(3), Fraction(0)).paid(Fraction(1))
    assert game.behind == "B"
    assert game.utilities("A").kind == "prisoners-dilemma"
    assert state_of(game, Fraction(9, 10)) == ("deadlock", "B")
    assert critical_k(game) is None
    assert critical_k(game.seen_by("B")) == Fraction(1, 2)


# --- states, ties, more than two ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("k", "delta", "state"),
    [
        ("0", "0.8", "holds"),
        ("1", "0.8", "impatient"),
        ("0.6", "0.8", "edge"),
        ("2", "0.99", "border"),
        ("2.05", "0.99", "deadlock"),
    ],
)
def test_states(k, delta, state):
    assert state_of(Game(Fraction(k), Fraction(1)), Fraction(delta)) == (state, "A")


def test_a_tie_is_a_tie_where_floats_flicker():
    worth = Game(Fraction(4, 3), Fraction(3, 2)).utilities("A")
    assert worth.kind == "border"
    assert worth.order == (("T",), ("R", "P"), ("S",))


def test_solidarity_makes_chicken_outside_the_range_of_the_model():
    assert Game(Fraction(-3, 10), Fraction(0)).utilities("A").kind == "chicken"
    assert Game(Fraction(-9, 10), Fraction(0)).utilities("A").kind == "other"


def test_a_slider_up_to_one_could_never_show_deadlock():
    widest = AXELROD.T - AXELROD.R
    assert critical_k(Game(Fraction(0), widest)) == 1


@pytest.mark.parametrize(("n", "gap"), [(2, 3), (3, 9), (4, 15)])
def test_more_states_tolerate_a_wider_gap(n, gap):
    assert tolerable_gap_among(Fraction(3), Fraction(1), n) == gap


@fixed
@given(steps, steps, st.integers(min_value=2, max_value=9))
def test_among_many_the_tie_pays_below_the_tolerable_gap(reward, k, n):
    gap = tolerable_gap_among(reward, k, n)
    outsiders = [Fraction(0)] * (n - 2)
    assert utility_among(reward, [reward + gap, *outsiders], k) == 0
    assert utility_among(reward, [reward + gap * 2, *outsiders], k) < 0


@any_game
def test_among_two_the_formula_is_grieco_s(game):
    own, other = game.payoffs.R, game.payoffs.R + game.gap
    assert utility_among(own, [other], game.k) == utility(own, other, game.k)

"""The parts of the explorable: numbers in words, tables, charts, places; one table of problems."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.elements import element
from explainer.game import PLAYERS, ZERO, Game, grim_threshold
from explainer.gamechart import GAPS, PLOT, curve, live_chart, picture
from explainer.gamelab import EXAMPLES, KINDS, SLIDERS, STATES, lab
from explainer.gameplay import ROUNDS, answer_of, guess, rounds
from explainer.gamestate import LARGEST_K, Setting, choice, decimal, facts, printed
from explainer.gametables import SENSITIVITIES, payoff_matrix, results, utility_matrix
from explainer.gameviews import PARTS, fill_game
from explainer.gamewords import GAME
from support import cases

LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])


def setting(k: str, gap: str, patience: str, payment: str = "0") -> Setting:
    return Setting(*(Fraction(value) for value in (k, gap, patience, payment)))


def said(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def by_class(root: Element, name: str) -> list[Element]:
    return [node for node in root.iter() if name in node.get("class", "").split()]


# --- numbers and words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("0", "0", "0"),
        ("10", "10", "10"),
        ("8/9", "0,889", "0.889"),
        ("1/2", "0,5", "0.5"),
        ("-25/2", "−12,5", "−12.5"),
        ("1/16", "0,063", "0.063"),  # a half is rounded up
        ("-1/5000", "0", "0"),  # no minus before a zero
        ("1/2000", "0,001", "0.001"),
    ],
)
def test_numbers_as_each_language_writes_them(value, indonesian, english):
    assert decimal(Fraction(value), "id") == indonesian
    assert decimal(Fraction(value), "en") == english


def test_fixed_decimals_line_up_in_a_table():
    assert decimal(Fraction(1, 2), "id", fixed=True) == "0,500"


@given(st.integers(-(10**6), 10**6).map(lambda n: Fraction(n, 1000)))
def test_three_decimals_are_kept_as_they_are(value):
    assert Fraction(decimal(value, "en").replace("−", "-")) == value


def test_both_languages_have_the_same_words_with_the_same_places():
    assert GAME["id"].keys() == GAME["en"].keys()
    places = {
        language: {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in words.items()}
        for language, words in GAME.items()
    }
    assert places["id"] == places["en"]


@pytest.mark.parametrize("case", cases("dilemma"))
def test_what_the_lab_says_of_a_setting(case):
    at = setting(*map(str, case["setting"]))
    values = printed(at, "en")
    assert {name: values[name] for name in case["facts"]} == case["facts"]
    words = [said(node) for node in lab(at, "en").iter() if node.get("data-by")]
    assert [text for text in case.get("says", []) if text not in words] == []


def test_every_state_and_kind_stands_in_the_table_of_cases():
    tables = [case.values[0] for case in cases("dilemma")]
    assert {case["facts"]["state"] for case in tables} == set(STATES)
    assert {case["facts"].get("typeA") for case in tables} >= {"border", "deadlock"}


@pytest.mark.parametrize("fact", [Fraction(0), Fraction(1, 2), "over", "deadlock", None])
def test_a_fact_chooses_a_wording_that_exists(fact):
    assert choice(fact, ("0", "some", "over", "null")) in ("0", "some", "over", "null")
    assert choice(fact, ("some",)) == "some"


@LANGUAGES
def test_no_wording_misses_a_number(language):
    grid = product(["0", "1", "2", "3"], ["0", "1", "1.9"], ["0", "0.5", "0.8"], ["0", "0.5", "1"])
    for values in grid:
        assert "{" not in said(lab(setting(*values), language))


# --- places ---------------------------------------------------------------------------------------


def place(kind: str) -> Element:
    return element("div", {}, element("div", {"class": kind}))


@LANGUAGES
@pytest.mark.parametrize("name", PARTS)
def test_a_page_gets_the_part_it_asks_for(name, language):
    root = place(f"ex-game ex-game--{name}")
    assert fill_game(root, language) == []
    assert said(root)


@pytest.mark.parametrize("kind", ["ex-game", "ex-game ex-game--nothing", "ex-game ex-game--"])
def test_an_unknown_part_is_named_with_a_way_out(kind):
    (problem,) = fill_game(place(kind), "id")
    assert problem.on("dilema.md").line() == (
        f'dilema.md, <div>: "{kind}" is no part of the game; write one of ex-game--payoffs, '
        "ex-game--rounds, ex-game--guess, ex-game--lab, ex-game--results, ex-game--picture, "
        "ex-game--states. [unknown-game-part]"
    )


def test_other_places_are_left_alone():
    root = place("ex-games")
    assert fill_game(root, "id") == []
    assert not len(root[0])


# --- tables ---------------------------------------------------------------------------------------


def rows(table: Element) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in table.iter("tr")]


@LANGUAGES
def test_the_table_of_results_is_the_module_s(language):
    words = GAME[language]
    head, *body = rows(results(language))
    assert head[1:] == [f"g = {decimal(gap, language)}" for gap in GAPS]
    for k, (name, *cells) in zip(SENSITIVITIES, body, strict=True):
        assert name == f"k = {decimal(k, language)}"
        for gap, cell in zip(GAPS, cells, strict=True):
            worth = Game(k, gap).utilities("A")
            need = grim_threshold(worth)
            number = "–" if need is None else decimal(need, language, fixed=True)
            assert cell == f"{number} {words['cell-' + worth.kind]}"


def test_the_table_of_results_shows_all_three_kinds():
    text = said(results("en"))
    assert all(kind in text for kind in ("dilemma", "border", "deadlock"))


def test_payoffs_and_utilities_stand_in_the_same_cells():
    assert rows(payoff_matrix(Setting(), "en"))[1:] == [
        ["A cooperates", "A 3 B 4", "A 0 B 5"],
        ["A defects", "A 5 B 0", "A 1 B 1"],
    ]
    assert rows(utility_matrix(setting("1", "1", "0.8", "0.5"), "id"))[1:] == [
        ["A bekerja sama", "A 3,5 B 3,5 imbalan 3,5; 3,5", "A −5 B 10 imbalan 0; 5"],
        ["A membelot", "A 10 B −5 imbalan 5; 0", "A 1 B 1 imbalan 1; 1"],
    ]


@pytest.mark.parametrize("part", ["payoffs", "lab", "rounds", "results", "states"])
def test_tables_have_headers_with_a_scope(part):
    made = PARTS[part](Setting(), "id")
    heads = list(made.iter("th"))
    assert heads
    assert {head.get("scope") for head in heads} == {"row", "col"}


def test_more_states_tolerate_more():
    assert rows(PARTS["states"](Setting(), "en")) == [
        ["Number of states", "2", "3", "4"],
        ["Gap below", "3", "9", "15"],
    ]


# --- rounds and guess -----------------------------------------------------------------------------


def test_the_rounds_pay_what_the_matrix_says():
    made = rounds("en")
    assert made.get("data-payoffs") == '{"cc":[3,4],"cd":[0,5],"dc":[5,0],"dd":[1,1]}'
    assert len(list(made.iter("tr"))) == ROUNDS + 2


def test_the_answer_to_the_guess_is_the_model_s():
    assert answer_of(Setting()) == "no"
    assert answer_of(setting("0", "1", "0.8")) == "yes"
    text = said(by_class(guess(Setting(), "en"), "ex-answer")[0])
    for number in ("worth 2", "(1)", "from 5 to 10", "0.889", "0.5 was", "value 0.8", "0.556"):
        assert number in text


# --- sliders and examples -------------------------------------------------------------------------


def test_sliders_keep_within_what_the_model_allows():
    by_letter = {one.letter: one for one in SLIDERS}
    assert Fraction(by_letter["k"].largest) == LARGEST_K
    assert Fraction(by_letter["g"].largest) < 2  # T − R
    assert Fraction(by_letter["d"].largest) < 1
    assert all(Fraction(one.largest) % Fraction(one.step) == 0 for one in SLIDERS)


@pytest.mark.parametrize(
    ("name", "state"),
    [("even", "holds"), ("border", "border"), ("deadlock", "deadlock"), ("paid", "holds")],
)
def test_examples_show_what_they_are_named_after(name, state):
    pairs = dict(pair.split("=") for pair in EXAMPLES[name].split("&"))
    at = setting(pairs["k"], pairs["g"], pairs["d"], pairs["s"])
    assert facts(at)["state"] == state
    if name == "even":
        assert facts(at)["typeA"] == "prisoners-dilemma"


def test_kinds_of_the_sliders_are_the_three_of_the_model():
    steps = [Fraction(n, 10) for n in range(31)]
    seen = {
        Game(k, gap).paid(payment).utilities(player).kind
        for k in steps
        for gap in steps[:20]
        for payment in (ZERO, Fraction(1, 2), Fraction(1))
        for player in PLAYERS
    }
    assert seen == {"prisoners-dilemma", *KINDS[1:]}


# --- charts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("gap", GAPS)
def test_a_curve_rises_and_ends_at_one_or_at_the_edge(gap):
    points = curve(Game(ZERO, gap))
    heights = [height for _, height in points]
    assert heights == sorted(heights)
    assert points[0] == (0, Fraction(1, 2))
    assert (points[-1][1] == 1) != (points[-1][0] == LARGEST_K)


@LANGUAGES
def test_charts_are_named_and_told_in_words(language):
    for drawn in (picture(language), lab(Setting(), language)):
        (svg,) = drawn.iter("svg")
        ids = {node.get("id"): said(node) for node in drawn.iter() if node.get("id")}
        assert svg.get("role") == "img"
        assert ids[svg.get("aria-labelledby")]
        assert "k = " in ids[svg.get("aria-describedby")]


def test_the_picture_marks_where_thresholds_reach_one():
    ends = by_class(picture("en"), "ex-chart__end")
    tops = {PLOT.at(Fraction(4, 3), Fraction(1)), PLOT.at(Fraction(2), Fraction(1))}
    assert {(end.get("cx"), end.get("cy")) for end in ends} == tops


@pytest.mark.parametrize(("k", "gap", "seen"), [("1", "1", "visible"), ("1", "0.5", "hidden")])
def test_the_chart_shows_the_limit_where_it_lies_inside(k, gap, seen):
    drawn = live_chart(setting(k, gap, "0.8"), "en")
    (limit,) = by_class(drawn, "ex-chart__limit")
    assert limit.get("visibility") == seen

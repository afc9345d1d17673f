"""The explorable in Chromium: the script agrees with Python; guess, sliders, address, keyboard."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from explainer.game import PLAYERS, Game
from explainer.gamechart import PLOT, curve
from explainer.gamelab import lab
from explainer.gamestate import Setting
from test_browser_pages import barriers_in_every_light
from test_game import BORDER, VECTORS

PATHS = {"id": "dilema/", "en": "en/dilemma/"}
EACH = pytest.mark.parametrize("language", PATHS)
CASE = "#k=2.5&g=1&d=0.9&s=0"


def guess(page: Page, answer: str = "no") -> None:
    page.locator(f".ex-guess input[value={answer}]").check()
    page.locator(".ex-guess button").click()


def move(page: Page, letter: str, value: str) -> None:
    page.locator(f"#ex-lab-{letter}").fill(value)


def shown(page: Page) -> list[str]:
    """Every sentence and number of the lab."""
    return page.locator(".ex-lab [data-by], .ex-lab [data-say]").evaluate_all(
        "all => all.map(node => node.textContent)"
    )


def expected(setting: Setting, language: str) -> list[str]:
    """The same as Python builds it."""
    nodes = lab(setting, language).iter()
    return ["".join(n.itertext()) for n in nodes if n.get("data-by") or n.get("data-say")]


def setting(*values: str) -> Setting:
    return Setting(*map(Fraction, values))


# --- the script and the module ------------------------------------------------------------------


def test_the_script_agrees_on_every_vector(reader):
    page = reader.open(PATHS["id"]).page
    found = page.evaluate("all => all.map(one => exDilemma(one))", VECTORS)
    assert len(found) == len(VECTORS) == 49
    for vector, game in zip(VECTORS, found, strict=True):
        for player in PLAYERS:
            kind = vector[f"type{player}"].replace(BORDER, "border")
            assert game[player]["type"] == kind
            assert close({key: game[player][key] for key in "TRPS"}, vector[player])
            assert close(game[player]["delta"], vector[f"delta{player}"])
        assert close(game["A"]["tft"], vector["deltaTftA"])
        assert close(game["kstar"], vector["kstar"])
        assert close(game["kalt"], vector["kalt"])


def close(one: object, other: object) -> bool:
    return one == other if one is None or other is None else one == pytest.approx(other, abs=2e-6)


def test_the_script_agrees_wherever_the_sliders_can_stand(reader):
    """Kinds and ties on a grid of all sliders but patience: 3,100 games, no flicker."""
    page = reader.open(PATHS["id"]).page
    grid = list(product(range(31), range(20), range(0, 21, 5)))
    games = [{"k": k / 10, "g": g / 10, "s": s / 20} for k, g, s in grid]
    found = page.evaluate(
        "all => all.map(exDilemma).map(({ A, B, who }) => [A.type, B.type, who])", games
    )
    exact = [Game(Fraction(k, 10), Fraction(g, 10)).paid(Fraction(s, 20)) for k, g, s in grid]
    wanted = [[*(game.utilities(p).kind for p in PLAYERS), game.behind] for game in exact]
    assert [pair for pair in zip(games, found, wanted, strict=True) if pair[1] != pair[2]] == []
    assert any("border" in kinds for kinds in wanted)


@EACH
def test_the_first_setting_stands_as_python_built_it(reader, language):
    page = reader.open(PATHS[language]).page
    before = shown(page)
    guess(page)
    assert shown(page) == before == expected(Setting(), language)


@EACH
@pytest.mark.parametrize(
    "values",
    [
        ("0", "0", "0", "0"),
        ("0.6", "1", "0.8", "0"),
        ("2", "1", "0.99", "0"),
        ("1.2", "1.9", "0.93", "0.15"),
        ("2.5", "1", "0.9", "0.4"),
        ("1", "1", "0.8", "0.5"),
        ("3", "0", "0.9", "1"),
        ("1.3", "0.9", "0.87", "0.1"),
    ],
    ids="/".join,
)
def test_every_word_and_number_is_python_s(reader, language, values):
    hash_ = "#k={}&g={}&d={}&s={}".format(*values)
    page = reader.open(PATHS[language] + hash_).page
    assert shown(page) == expected(setting(*values), language)


def test_the_curve_is_python_s(reader):
    page = reader.open(PATHS["id"] + CASE).page
    way = page.locator(".ex-chart__curve").get_attribute("d")
    drawn = [float(number) for number in re.findall(r"[\d.]+", way)]
    points = [PLOT.at(*point) for point in curve(setting("2.5", "1", "0.9", "0").game)]
    wanted = [float(number) for point in points for number in point]
    assert drawn == pytest.approx(wanted, abs=0.06)


# --- guess first --------------------------------------------------------------------------------


@EACH
def test_the_sliders_open_after_the_guess_and_not_before(reader, language):
    page = reader.open(PATHS[language]).page
    sliders = page.locator(".ex-lab input")
    expect(sliders).to_have_count(4)
    for slider in sliders.all():
        expect(slider).to_be_disabled()
    expect(page.locator(".ex-answer")).to_be_hidden()
    expect(page.locator(".ex-verdict")).to_be_hidden()
    page.locator(".ex-guess button").click()  # nothing chosen yet
    expect(sliders.first).to_be_disabled()
    guess(page, "yes")
    for slider in sliders.all():
        expect(slider).to_be_enabled()
    expect(page.locator(".ex-answer p").first).to_be_visible()
    expect(page.locator(".ex-verdict")).to_be_visible()
    expect(page.locator(".ex-guess__said")).to_be_focused()


def test_the_reader_is_told_whether_the_model_agrees(reader):
    for answer, told in (("no", "sama dengan"), ("yes", "menjawab lain")):
        page = reader.open(PATHS["id"]).page
        guess(page, answer)
        expect(page.locator(".ex-guess__said")).to_contain_text(told)


# --- rounds -------------------------------------------------------------------------------------


def test_five_rounds_against_tit_for_tat(reader):
    page = reader.open(PATHS["en"]).page
    said = page.locator(".ex-rounds__said")
    names = ["Cooperate", "Defect", "Defect", "Cooperate", "Cooperate"]
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
    cells = page.locator(".ex-rounds tbody tr").all_inner_texts()
    assert [cell.split("\t") for cell in cells] == [
        ["1", "Cooperate", "Cooperate", "3", "4"],
        ["2", "Defect", "Cooperate", "5", "0"],
        ["3", "Defect", "Defect", "1", "1"],
        ["4", "Cooperate", "Defect", "0", "5"],
        ["5", "Cooperate", "Cooperate", "3", "4"],
    ]
    expect(said).to_contain_text("You 12, they 14. They lead by 2")
    again = page.get_by_role("button", name="Play again")
    expect(again).to_be_focused()
    again.press("Enter")
    expect(page.get_by_role("button", name="Cooperate", exact=True)).to_be_focused()
    expect(page.locator(".ex-rounds tfoot")).to_contain_text("–")
    expect(said).to_have_text("Choose your move for the first round.")


# --- the address --------------------------------------------------------------------------------


def test_the_address_keeps_the_setting_and_opens_it_again(reader):
    page = reader.open(PATHS["id"]).page
    guess(page)
    for letter, value in (("k", "1.7"), ("g", "0.4"), ("d", "0.93"), ("s", "0.15")):
        move(page, letter, value)
    page.wait_for_url("**#k=1.7&g=0.4&d=0.93&s=0.15")
    before = shown(page)
    page.reload()
    expect(page.locator("#ex-lab-k")).to_be_enabled()
    assert shown(page) == before
    other = reader.open(PATHS["en"] + page.url.partition("/dilema/")[2]).page
    expect(other.locator("#ex-lab-d")).to_have_value("0.93")
    assert other.locator("#ex-lab-k").get_attribute("aria-valuetext").startswith("1.7. ")


def test_the_history_is_not_filled_with_settings(reader):
    page = reader.open(PATHS["id"]).page
    guess(page)
    length = page.evaluate("history.length")
    for value in ("0.5", "1.5", "2.5"):
        move(page, "k", value)
        page.wait_for_url(f"**#k={value}*")
    assert page.evaluate("history.length") == length


@pytest.mark.parametrize(
    ("hash_", "value"), [("#k=9&g=1&d=0.8&s=0", "3"), ("#k=-4", "0"), ("#k=1.23", "1.2")]
)
def test_an_odd_address_gives_the_nearest_setting(reader, hash_, value):
    visit = reader.open(PATHS["id"] + hash_)
    expect(visit.page.locator("#ex-lab-k")).to_have_value(value)
    assert visit.complaints == []


def test_other_anchors_leave_the_lab_locked(reader):
    page = reader.open(PATHS["id"] + "#batas-model-ini").page
    expect(page.locator("#ex-lab-k")).to_be_disabled()


def test_examples_and_start_over(reader):
    page = reader.open(PATHS["en"] + CASE).page
    head = page.locator(".ex-verdict__head")
    for name, verdict in (
        ("On the border", "Exactly on the border"),
        ("Deadlock", "Deadlock"),
        ("With a payment", "Cooperation can last"),
        ("Start over", "Cooperation cannot last"),
    ):
        page.get_by_role("button", name=name, exact=True).click()
        expect(head).to_have_text(verdict)
    assert shown(page) == expected(Setting(), "en")


# --- keyboard and screen reader -----------------------------------------------------------------


def test_everything_works_by_keyboard(reader):
    page = reader.open(PATHS["id"]).page
    page.locator(".ex-guess input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".ex-guess__said")).to_be_focused()
    stops = []
    for _ in range(5):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.name ?? document.activeElement.tagName"))
    assert stops == ["SUMMARY", "k", "g", "d", "s"]
    page.locator("#ex-lab-k").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#ex-lab-k")).to_have_value("1.1")
    page.keyboard.press("End")
    expect(page.locator(".ex-verdict__head")).to_have_text("Jalan buntu (deadlock)")
    page.keyboard.press("Home")
    expect(page.locator(".ex-verdict__head")).to_have_text("Kerja sama dapat bertahan")


def test_the_verdict_is_said_once_after_a_pause(reader):
    page = reader.open(PATHS["id"]).page
    guess(page)
    page.evaluate(
        """() => { window.said = []; const node = document.querySelector('.ex-lab__status');
          new MutationObserver(() => window.said.push(node.textContent))
            .observe(node, { childList: true, characterData: true, subtree: true }); }"""
    )
    page.locator("#ex-lab-k").focus()
    page.clock.install(time=0)
    page.clock.pause_at(1_000)  # milliseconds; the reader's own time would be the machine's
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.clock.run_for(2_000)
    said = page.evaluate("window.said")
    assert len(said) == 1
    assert said[0].startswith("Jalan buntu")


@EACH
def test_values_are_told_in_words(reader, language):
    page = reader.open(PATHS[language] + CASE).page
    for slider in page.locator(".ex-lab input").all():
        number, phrase = slider.get_attribute("aria-valuetext").split(". ", 1)
        assert number.replace(",", ".") == slider.input_value()
        assert phrase.endswith(".")


def test_orders_and_ties_are_listed(reader):
    page = reader.open(PATHS["en"] + CASE).page
    first = page.locator(".ex-order").first.locator("li")
    assert first.evaluate_all("all => all.map(one => one.dataset.outcome)") == list("TPRS")
    move(page, "k", "2")
    assert first.evaluate_all("all => all.map(one => one.dataset.outcome)") == list("TRPS")
    expect(page.locator(".ex-order").first).to_have_class(re.compile("ex-order--tied"))
    assert "worth the same" in first.nth(2).evaluate(
        "one => getComputedStyle(one, '::after').content"
    )


@pytest.mark.parametrize("width", [320, 390])
def test_targets_are_large_enough_for_thumbs(reader, width):
    page = reader.open(PATHS["id"] + CASE, width=width, height=844, touch=True).page
    controls = page.locator(
        ".ex-lab button:visible, .ex-lab input:visible, .ex-rounds button:visible, "
        ".ex-guess__choice:visible, .ex-guess button:visible"
    )
    heights = [control.bounding_box()["height"] for control in controls.all()]
    assert len(heights) >= 14
    assert min(heights) >= 40


def test_forms_do_not_widen_the_page_in_any_state(reader):
    page = reader.open(PATHS["en"], width=320, height=640).page
    for name in ("Cooperate", "Defect", "Cooperate", "Defect", "Defect"):
        page.get_by_role("button", name=name, exact=True).click()
    guess(page)
    for k in ("0", "2", "3"):
        move(page, "k", k)
        assert page.evaluate("document.documentElement.scrollWidth") == 320


# --- nothing moves, nothing is missing ------------------------------------------------------------


def test_nothing_moves_when_the_script_starts(reader):
    page = reader.open(PATHS["id"], width=390, height=844).page
    names = (".ex-grid", "h2#tebak", "h2#ubah-angkanya", ".ex-works")
    after = [page.locator(name).bounding_box() for name in names]
    page.evaluate(
        """() => { for (const name of ['.ex-lab', '.ex-guess__form', '.ex-rounds'])
          document.querySelector(name).hidden = true; }"""
    )
    expect(page.locator(".ex-lab")).to_be_hidden()
    assert [page.locator(name).bounding_box() for name in names] == after


@EACH
def test_without_a_script_table_picture_and_answer_do_the_job(reader, language):
    page = reader.open(PATHS[language], js=False).page
    for part in (".ex-rounds", ".ex-guess__form", ".ex-lab"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".ex-grid td:visible")).to_have_count(25)  # 24 results and the corner
    expect(page.locator(".ex-chart--still svg")).to_be_visible()
    expect(page.locator(".ex-answer p").first).to_be_hidden()
    page.locator(".ex-answer summary").click()
    expect(page.locator(".ex-answer p").first).to_be_visible()


@pytest.mark.parametrize("hash_", ["", CASE], ids=["fresh", "in use"])
def test_print_gives_table_picture_and_answer(reader, hash_):
    page = reader.open(PATHS["id"] + hash_).page
    page.emulate_media(media="print")
    for part in (".ex-rounds", ".ex-guess__form", ".ex-lab"):
        expect(page.locator(part)).to_be_hidden()
    for part in (".ex-grid", ".ex-chart--still svg", ".ex-many"):
        expect(page.locator(part)).to_be_visible()
    expect(page.locator(".ex-answer p").first).to_be_visible()


@EACH
@pytest.mark.parametrize("state", ["guessed", "deadlock", "paid"])
def test_no_barriers_in_any_state(reader, language, state):
    hashes = {"guessed": "", "deadlock": CASE, "paid": "#k=3&g=0.2&d=0.9&s=0.6"}
    visit = reader.open(PATHS[language] + hashes[state])
    if state == "guessed":
        guess(visit.page)
        visit.page.locator("[data-move=c]").click()
    assert barriers_in_every_light(visit.page) == {}
    assert visit.complaints == []

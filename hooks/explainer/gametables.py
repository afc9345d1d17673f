"""The tables of the explorable: payoffs, results for chosen values, more than two states."""

from __future__ import annotations

from fractions import Fraction
from xml.etree.ElementTree import Element

from .elements import element
from .game import AXELROD, Game, grim_threshold, tolerable_gap_among
from .gamechart import GAPS
from .gamestate import Setting, decimal, printed
from .gamewords import GAME

SENSITIVITIES = tuple(Fraction(n, 2) for n in (0, 1, 2, 3, 4, 6))
"""The values of k in the table of results."""

CELLS = (("c", "c", "RR"), ("c", "d", "ST"), ("d", "c", "TS"), ("d", "d", "PP"))
"""What A does, what B does, and the outcome for each of the two."""


# --- payoffs and utilities ------------------------------------------------------------------------


def payoff_matrix(setting: Setting, language: str) -> Element:
    """The four outcomes with the payoffs alone."""
    values = printed(setting, language)
    own = {key: decimal(getattr(AXELROD, key), language) for key in "TPS"}
    payoffs = {f"{key}{player}": own[key] for key in own for player in "AB"}
    payoffs |= {"RA": values["ownA"], "RB": values["ownB"]}
    cells = {outcome: _pair(payoffs, outcome, slots=False) for *_, outcome in CELLS}
    return _matrix(language, "payoffs", cells)


def utility_matrix(setting: Setting, language: str) -> Element:
    """The four outcomes with utilities, and the payoffs below; the script finds its places."""
    values, words = printed(setting, language), GAME[language]
    cells = {}
    for *_, outcome in CELLS:
        pair = _pair(values, outcome, slots=True)
        payoffs = [f"{words['payoff']} ", *_payoffs(values, outcome, language)]
        cells[outcome] = [*pair, element("span", {"class": "ex-matrix__payoff"}, *payoffs)]
    return _matrix(language, "worth", cells)


def _pair(values: dict[str, str], outcome: str, *, slots: bool) -> list[Element | str]:
    made: list[Element | str] = []
    for player, key in zip("AB", outcome, strict=True):
        name = f"{key}{player}"
        number = slot(name, values) if slots else element("span", {}, values[name])
        label = element("span", {"class": "ex-matrix__who"}, player)
        worth = {"class": f"ex-matrix__worth ex-matrix__worth--{player}"}
        made += [element("span", worth, label, " ", number), " "]
    return made


def _payoffs(values: dict[str, str], outcome: str, language: str) -> list[Element | str]:
    if outcome == "RR":
        return [slot("ownA", values), "; ", slot("ownB", values)]
    return ["; ".join(decimal(getattr(AXELROD, key), language) for key in outcome)]


def slot(name: str, values: dict[str, str]) -> Element:
    """A place whose text the script keeps up to date."""
    return element("span", {"data-say": f"{{{name}}}"}, values[name])


def _matrix(language: str, caption: str, cells: dict[str, list[Element | str]]) -> Element:
    words = GAME[language]
    columns = [element("th", {"scope": "col"}, words[f"B-{move}"]) for move in "cd"]
    head = element("tr", {}, element("td", {}), *columns)
    rows = [
        element(
            "tr",
            {},
            element("th", {"scope": "row"}, words[f"A-{move}"]),
            *(element("td", {}, *cells[outcome]) for own, _, outcome in CELLS if own == move),
        )
        for move in "cd"
    ]
    return table("ex-matrix", words[caption], head, rows)


def table(kind: str, caption: str, head: Element, rows: list[Element], *more: Element) -> Element:
    """A table with its name above it, unless what stands around it names it."""
    parts = [element("thead", {}, head), element("tbody", {}, *rows), *more]
    return element("table", {"class": kind}, *_caption(caption), *parts)


def _caption(text: str) -> list[Element]:
    return [element("caption", {}, text)] if text else []


# --- results for chosen values --------------------------------------------------------------------


def results(language: str) -> Element:
    """Kind of game for A and δ* for each k and gap; wide letters may make it scroll."""
    words = GAME[language]
    names = [f"g = {decimal(gap, language)}" for gap in GAPS]
    head = element(
        "tr", {}, element("td", {}), *(element("th", {"scope": "col"}, name) for name in names)
    )
    rows = [_row(k, language) for k in SENSITIVITIES]
    made = table("ex-grid__table", words["table"], head, rows)
    made[0].set("id", "ex-grid-name")
    region = {"class": "ex-grid", "role": "region", "aria-labelledby": "ex-grid-name"}
    note = element("p", {"class": "ex-grid__note"}, words["table-note"])
    return element("div", {}, element("div", {**region, "tabindex": "0"}, made), note)


def _row(k: Fraction, language: str) -> Element:
    name = element("th", {"scope": "row"}, f"k = {decimal(k, language)}")
    return element("tr", {}, name, *(_cell(k, gap, language) for gap in GAPS))


def _cell(k: Fraction, gap: Fraction, language: str) -> Element:
    worth = Game(k, gap).utilities("A")
    need, kind = grim_threshold(worth), worth.kind
    number = "–" if need is None else decimal(need, language, fixed=True)
    said = element("span", {"class": "ex-grid__kind"}, GAME[language][f"cell-{kind}"])
    threshold = element("span", {"class": "ex-grid__threshold"}, number)
    return element("td", {"class": f"ex-grid__cell--{kind}"}, threshold, " ", said)


# --- more than two states -------------------------------------------------------------------------


def many_states(language: str) -> Element:
    """The gap that A tolerates among two, three and four states."""
    words = GAME[language]
    among = {n: tolerable_gap_among(AXELROD.R, Fraction(1), n) for n in (2, 3, 4)}
    counts = [element("th", {"scope": "col"}, str(n)) for n in among]
    gaps = [element("td", {}, decimal(gap, language)) for gap in among.values()]
    head = element("tr", {}, element("th", {"scope": "row"}, words["many-n"]), *counts)
    row = element("tr", {}, element("th", {"scope": "row"}, words["many-gap"]), *gaps)
    return table("ex-many", words["many"], head, [row])


def rounds_table(language: str, count: int) -> Element:
    """An empty line for each round, and the sums; the script writes them."""
    words = GAME[language]
    columns = ("round", "you", "them", "your-points", "their-points")
    head = element("tr", {}, *(element("th", {"scope": "col"}, words[key]) for key in columns))
    rows = [_line(str(n + 1), 4) for n in range(count)]
    sums = _line(words["total"], 2)
    sums[0].set("colspan", "3")
    return table("ex-rounds__table", "", head, rows, element("tfoot", {}, sums))


def _line(name: str, cells: int) -> Element:
    empty = [element("td", {}, "–") for _ in range(cells)]
    return element("tr", {}, element("th", {"scope": "row"}, name), *empty)

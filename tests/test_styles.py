"""The style sheets: joined without loss, and colours that can be told from their ground."""

from __future__ import annotations

import re

import pytest

from explainer.styles import join_styles
from support import ROOT

TOKENS = (ROOT / "docs" / "assets" / "css" / "tokens.css").read_text("utf-8")
GROUNDS = ("paper", "tint", "raised", "wash")
TEXTS = ("ink", "soft", "accent", "context", "fact", "theory", "language", "source")


def block(start: str) -> dict[str, str]:
    """The colours set by the rule that begins with `start`."""
    rule = TOKENS[TOKENS.index(start) :].split("}", 1)[0]
    return dict(re.findall(r"--ex-([a-z]+):\s*(#[0-9a-f]{6})\b", rule))


LIGHT = block("\n:root {\n  --ex-paper")
DARK = block('\n:root[data-ex-colours="dark"] {')


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_is_readable_on_every_ground(colours, text, ground):
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_running_text_and_the_borders_of_controls_stand_out(colours):
    assert contrast(colours["ink"], colours["paper"]) >= 7
    assert contrast(colours["soft"], colours["paper"]) >= 6
    assert contrast(colours["line"], colours["paper"]) >= 3


def test_the_dark_colours_are_the_same_by_wish_of_the_device_and_of_the_reader():
    assert block(':root:not([data-ex-colours="light"]) {') == DARK
    assert DARK.keys() == LIGHT.keys()


def test_sheets_are_joined_in_order_without_comments_and_needless_space():
    sheets = ["/* a\n { */\na {\n  color: red;\n}\n", "b , c > d { margin: 0 calc(1em + 2px) ; }"]
    assert join_styles(sheets) == "a{color: red}b,c > d{margin: 0 calc(1em + 2px)}\n"


def test_space_that_means_something_stays():
    kept = "a :hover{width: calc(1px - 2px)}@media (width >= 60em){b{margin: 0 auto}}\n"
    assert join_styles([kept]) == kept


def test_quoted_text_in_our_sheets_survives_joining():
    sheets = [path.read_text("utf-8") for path in (ROOT / "docs/assets/css").glob("*.css")]
    quoted = re.compile(r'"[^"\n]*"')
    bare = re.sub(r"/\*.*?\*/", "", "\n".join(sheets), flags=re.DOTALL)
    assert quoted.findall(join_styles(sheets)) == quoted.findall(bare)

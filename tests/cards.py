"""Draws the cards of docs/_data/cards.yml: HTML with our own fonts, photographed by Chromium.

The pictures are kept in the repository, since no two versions of Chromium draw the same pixels.
Each carries the words it shows, so that a test sees when they have changed.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
from html import escape
from typing import TYPE_CHECKING

import yaml
from PIL import Image, PngImagePlugin

from explainer.cards import PATH, SIZE, Card, read_cards
from support import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COLOURS = 48
FONTS = {
    "Card Serif": ("serif.woff2", "200 900"),
    "Card Sans": ("sans.woff2", "200 800"),
    "Card Sans Ext": ("sans-ext.woff2", "200 800"),
}
STYLE = """
  * { box-sizing: border-box; margin: 0 }
  body { width: 1200px; height: 630px; display: grid; grid-template-columns: 1fr 380px; gap: 56px;
    padding: 68px 72px 60px; background: #fbf8f2; color: #211d18;
    border-top: 14px solid #8a1f2d; font: 26px/1.4 "Card Sans", "Card Sans Ext";
    word-spacing: .07em }
  div { display: flex; flex-direction: column }
  p { color: #8a1f2d; font-weight: 600; font-size: 28px }
  h1 { margin: 22px 0 auto; font: 600 66px/1.12 "Card Serif"; letter-spacing: -.012em;
    word-spacing: 0; text-wrap: balance }
  footer { color: #5c5348 }
  svg { align-self: center; width: 380px; height: 440px; overflow: visible }
  .l { fill: none; stroke: #d9cfbf; stroke-width: 9; stroke-linecap: round }
  .s { fill: none; stroke: #8c8070; stroke-width: 3 }
  .a { fill: none; stroke: #8a1f2d; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round }
  .f { fill: #8a1f2d } .o { fill: #fbf8f2; stroke: #8a1f2d; stroke-width: 5 }
  .t { fill: #f3ede1; stroke: #8c8070; stroke-width: 3 } .w { fill: #f7e3dc }
  text { font: 600 40px "Card Serif"; fill: #8a1f2d; text-anchor: middle }
  .i { fill: #211d18 }
"""


def _lines(x: int, y: int, *widths: int) -> str:
    return "".join(
        f'<path class="l" d="M{x} {y + 34 * n}h{width}"/>' for n, width in enumerate(widths)
    )


def _arrow(x: int, y: int, length: int) -> str:
    """An arrow that points down."""
    return (
        f'<path class="a" d="M{x} {y}v{length}"/>'
        f'<path class="a" d="M{x - 13} {y + length - 15}l13 15 13-15"/>'
    )


def _note(y: int, number: str) -> str:
    return f'<circle class="o" cx="70" cy="{y}" r="40"/><text x="70" y="{y + 14}">{number}</text>'


def _cell(x: int, y: int, text: str, kind: str) -> str:
    box = f'<rect class="t {kind}" x="{x}" y="{y}" width="170" height="150"/>'
    return f'{box}<text class="i" x="{x + 85}" y="{y + 90}">{text}</text>'


_TRACK = {48: (60, 200, 330), 332: (110, 260, 380)}
_DOTS = "".join(
    f'<circle class="f" cx="{x}" cy="{y}" r="11"/>' for x, ys in _TRACK.items() for y in ys
)
_MEETINGS = "".join(
    f'<path class="s" d="M48 {y}H332"/><circle class="o" cx="190" cy="{y}" r="15"/>'
    for y in (155, 295, 420)
)
_LINKS = ((190, 60, 60, 190), (190, 60, 320, 170), (60, 190, 190, 250), (320, 170, 190, 250))
_LINKS += ((190, 250, 100, 390), (190, 250, 300, 370), (100, 390, 300, 370))
_KNOTS = ((60, 190), (320, 170), (100, 390), (300, 370))

MOTIFS = {
    "trail": (
        f"{_lines(10, 30, 350, 320, 200)}<text x='252' y='110'>1</text>{_arrow(252, 134, 96)}"
        '<rect class="t" x="10" y="262" width="360" height="150"/>'
        f"{_lines(44, 304, 290, 240, 150)}"
    ),
    "steps": (
        f"{_note(60, '4')}{_arrow(70, 112, 56)}{_note(220, '3')}{_arrow(70, 272, 56)}"
        f"{_note(380, '1')}{_lines(140, 60, 120)}{_lines(140, 220, 170)}"
        f"{_lines(140, 346, 230, 230, 150)}"
    ),
    "tracks": (
        '<path class="l" d="M48 10V430"/><path class="l" d="M332 10V430"/>' + _MEETINGS + _DOTS
    ),
    "net": (
        "".join(f'<path class="s" d="M{a} {b}L{c} {d}"/>' for a, b, c, d in _LINKS)
        + "".join(f'<circle class="o" cx="{x}" cy="{y}" r="22"/>' for x, y in _KNOTS)
        + '<circle class="o" cx="190" cy="60" r="22"/><circle class="f" cx="190" cy="250" r="38"/>'
    ),
    "matrix": (
        f"{_cell(20, 60, '3, 3', '')}{_cell(190, 60, '0, 5', '')}"
        f"{_cell(20, 210, '5, 0', '')}{_cell(190, 210, '1, 1', 'w')}"
        '<rect class="a" x="190" y="210" width="170" height="150"/>'
    ),
    "list": "".join(
        f'<circle class="f" cx="18" cy="{y}" r="9"/>{_lines(50, y, 300, 180)}'
        f'<path class="a" d="M262 {y + 34}h60m-46-12-14 12 14 12"/>'
        for y in (50, 165, 280, 395)
    ),
}
"""What stands beside the words; the figures of the matrix are those of the prisoner's dilemma."""

SITES = {"id": "Rusia–DPRK, dengan catatan", "en": "Russia–DPRK, annotated"}


def own_cards() -> tuple[Card, ...]:
    """Our cards, in both languages."""
    cards, problems = read_cards(yaml.safe_load((ROOT / "docs" / PATH).read_text("utf-8")))
    assert problems == []
    return cards


def words_of(card: Card) -> str:
    """What a picture must show: its words, and how it is drawn."""
    drawing = hashlib.sha256((STYLE + MOTIFS[card.motif]).encode()).hexdigest()[:12]
    shown = {"kicker": card.kicker, "title": card.title, "alt": card.alt, "drawing": drawing}
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)


def draw(browser: Browser, card: Card) -> bytes:
    """The picture of a card as a small PNG that carries its words."""
    page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
    page.set_content(_html(card))
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Description", words_of(card))
    out = io.BytesIO()
    small = shot.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(out, "PNG", optimize=True, pnginfo=info)
    return out.getvalue()


def _html(card: Card) -> str:
    site = "" if card.title == SITES[card.language] else SITES[card.language]
    return (
        f'<!doctype html><html lang="{card.language}"><meta charset="utf-8">'
        f"<style>{_faces()}{STYLE}</style><body><div><p>{escape(card.kicker)}</p>"
        f"<h1>{escape(card.title)}</h1><footer>{site}</footer></div>"
        f'<svg viewBox="0 0 380 440">{MOTIFS[card.motif]}</svg>'
    )


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "{name}"; font-weight: {weight};'
        f" src: url(data:font/woff2;base64,{_data(file)}) }}"
        for name, (file, weight) in FONTS.items()
    )


def _data(file: str) -> str:
    return base64.b64encode((ROOT / "docs/assets/fonts" / file).read_bytes()).decode()

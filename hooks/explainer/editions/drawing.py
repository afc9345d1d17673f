"""Drawings that look the same without their style sheet: its rules as attributes of SVG.

WeasyPrint draws an SVG by its attributes alone; reading systems differ. The colours are those of
the light pages (docs/assets/css/tokens.css).
"""

from __future__ import annotations

from justhtml import Text

from .markup import Node, text_of

_LINE = {"fill": "none", "stroke": "#8c8070"}
_CURVE = {"fill": "none", "stroke-width": "2.5"}
_DOTS = {"fill": "none", "stroke": "#5c5348", "stroke-linecap": "round"}
_SOFT = {"fill": "#5c5348"}
STYLES: dict[str, dict[str, str]] = {
    "ex-line__drawing": {"font-size": "14", "font-family": "Plus Jakarta Sans"},
    "ex-line__later": {"fill": "#f3ede1"},
    "ex-line__axis": _LINE,
    "ex-line__way": _LINE,
    "ex-line__tick": _SOFT,
    "ex-line__tick--across": {"text-anchor": "middle"},
    "ex-line__tick--down": {"text-anchor": "end"},
    "ex-line__dots": _DOTS,
    "ex-line__dots--small": {"stroke-width": "5.8"},
    "ex-line__dots--tall": {"stroke-width": "5"},
    "ex-line__dots--key": {"stroke": "#8a1f2d"},
    "ex-line__frame": {"fill": "none"},
    "ex-chart__drawing": {"font-size": "13", "font-family": "Plus Jakarta Sans"},
    "ex-chart__grid": {"fill": "none", "stroke": "#d9cfbf"},
    "ex-chart__tick": {**_SOFT, "text-anchor": "middle"},
    "ex-chart__tick--left": {"text-anchor": "end"},
    "ex-chart__axis": _SOFT,
    "ex-chart__line--0": {**_CURVE, "stroke": "#5c5348", "stroke-dasharray": "2 4"},
    "ex-chart__line--1": {**_CURVE, "stroke": "#0d6063", "stroke-dasharray": "8 4"},
    "ex-chart__line--2": {**_CURVE, "stroke": "#8a1f2d"},
    "ex-chart__line--3": {**_CURVE, "stroke": "#5b3f8c", "stroke-dasharray": "12 3 2 3"},
}
"""A class inside a drawing -> its attributes; a later class wins."""


def draw(body: Node) -> None:
    """Give every part of every drawing the attributes that its classes mean."""
    for drawing in body.query("svg"):
        for part in (drawing, *drawing.query("[class]")):
            for name in (part.attrs.get("class") or "").split():
                part.attrs |= STYLES.get(name, {})
        for line in drawing.query("text > tspan"):
            _flatten(line)


def _flatten(line: Node) -> None:
    """WeasyPrint loses what follows a part of a line; so a line is one piece of text."""
    words = text_of(line)
    for part in list(line.children):
        line.remove_child(part)
    line.append_child(Text(words))

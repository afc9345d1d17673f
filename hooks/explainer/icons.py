"""Small drawings that go with a word: kinds of annotations and verdicts. 16 by 16, one line."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .elements import element

_RING = "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5z"

DRAWINGS = {
    "context": f"{_RING}M8 4.5V8.25l2.5 1.75",
    "fact-check": "M7 2.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 0 1 0-9.5zM10.5 10.5L14 14",
    "theory": "M5.75 11V9.75a4.4 4.4 0 1 1 4.5 0V11zM6.25 13.75h3.5",
    "language": "M2 2.75h12v8H8L4.75 13.75v-3H2z",
    "source": "M3.75 1.75h5.5l3 3v9.5h-8.5zM6 7.75h4.25M6 10.75h4.25",
    "accurate": f"{_RING}M5 8.25l2.1 2.1L11 5.9",
    "imprecise": f"{_RING}M4.75 6.75c1.1-1.2 2.1-1.2 3.25 0s2.15 1.2 3.25 0"
    "M4.75 9.75c1.1-1.2 2.1-1.2 3.25 0s2.15 1.2 3.25 0",
    "translation-slip": "M2.5 5.5h10.75L10.5 2.75M13.5 10.5H2.75L5.5 13.25",
    "unsupported": f"{_RING}M4.75 8h6.5",
    "not-verifiable": f"{_RING}M6.1 6.3a1.95 1.95 0 1 1 2.7 1.8c-.6.3-.8.6-.8 1.15M8 11.1v.5",
}
"""Name -> path."""


def icon(name: str, more: str = "", said: str = "") -> Element:
    """A drawing of the sheet, perhaps with one more class; what it says unless a word beside it."""
    use = element("use", {"href": f"#ex-i-{name}"})
    spoken = {"role": "img", "aria-label": said} if said else {"aria-hidden": "true"}
    return element("svg", {"class": f"ex-i {more}".strip(), **spoken}, use)


def sheet(names: Iterable[str]) -> Element:
    """The drawings of a page, each once, shown nowhere by itself."""
    return element("svg", {"class": "ex-icons", "aria-hidden": "true"}, *map(_symbol, names))


def _symbol(name: str) -> Element:
    line = {
        "id": f"ex-i-{name}",
        "viewBox": "0 0 16 16",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "1.5",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    return element("symbol", line, element("path", {"d": DRAWINGS[name]}))

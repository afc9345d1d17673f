"""How wide words are in the sans of the site: advance widths of its weight 600, without kerning.

Measured in Chromium on docs/assets/fonts/sans.woff2; a browser test measures the boxes again.
"""

from __future__ import annotations

_FIRST = 32
_ASCII = """
    175 341 464 873 647 1022 773 289 351 351 520 642 328 566 347 480 716 392 598 610 646 615
    600 554 631 600 347 367 642 642 642 555 928 692 692 776 741 601 584 812 734 271 390 671 539
    874 739 878 646 878 654 647 532 712 682 1008 640 648 575 382 480 382 642 641 371 577 670
    605 670 613 402 655 586 244 244 567 244 919 586 653 670 670 362 512 405 586 550 854 534 569
    470 371 363 371 642
"""
_WIDTHS = {chr(_FIRST + place): int(width) for place, width in enumerate(_ASCII.split())}
_WIDTHS |= {"–": 626, "’": 328, "‑": 333}
_WIDEST = max(_WIDTHS.values())
_WORD_SPACE = 60
"""What --ex-sans-space adds to each space."""


def width_of(text: str, size: float) -> float:
    """The width of a text at a font size; an unknown sign counts as the widest."""
    units = sum(_WIDTHS.get(sign, _WIDEST) for sign in text) + _WORD_SPACE * text.count(" ")
    return units * size / 1000


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in as few lines as its words allow, the widest line as narrow as can be."""
    words = text.split()
    lines = _filled(words, size, room)
    for narrower in range(int(room), 0, -1):
        even = _filled(words, size, narrower)
        if len(even) > len(lines):
            break
        lines = even
    return tuple(lines)


def _filled(words: list[str], size: float, room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width_of(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines

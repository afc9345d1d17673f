"""The typed text of a footnote out of the element tree that Python-Markdown made of it."""

from __future__ import annotations

import html
import re
from collections.abc import MutableSequence
from xml.etree.ElementTree import Element

_ESCAPED = re.compile("\x02(\\d+)\x03")
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_AMPERSAND = "\x02amp\x03"
ARROWS = re.compile("\x02?(?:qq3936677670287331zz|zz1337820767766393qq)\x03?")
"""What Python-Markdown's footnotes put before and into a back-link."""

_EMPHASIS = {"em": "*", "i": "*", "strong": "**", "b": "**"}

Stash = MutableSequence[str | Element]
"""Raw HTML that Markdown put aside, by its number; whole blocks may be elements."""


def stashed(text: str) -> list[int]:
    """The numbers of the raw HTML that a text holds."""
    return [int(number) for number in _STASHED.findall(text)]


def raw(stash: Stash, number: int) -> str:
    """One piece of raw HTML; nothing for a block that Markdown has parsed itself."""
    held = stash[number] if number < len(stash) else ""
    return held if isinstance(held, str) else ""


def is_marker(element: Element) -> bool:
    """Whether an element is Python-Markdown's marker of a footnote."""
    return element.tag == "sup" and len(element) == 1 and element[0].get("class") == "footnote-ref"


def plain(text: str | None, stash: Stash) -> str:
    """A text node with Markdown's placeholders put back."""
    if not text:
        return ""
    text = _STASHED.sub(lambda m: re.sub(r"<[^<>]*>", "", raw(stash, int(m[1]))), text)
    text = _ESCAPED.sub(lambda m: chr(int(m[1])), text.replace(_AMPERSAND, "&"))
    return html.unescape(ARROWS.sub("", text))


def heading_text(heading: Element, stash: Stash) -> str:
    """The words of a heading without the numbers of notes."""
    parts = [plain(heading.text, stash)]
    for child in heading:
        number = is_marker(child) or "ex-noteref" in child.get("class", "").split()
        parts += [] if number else [plain("".join(child.itertext()), stash)]
        parts.append(plain(child.tail, stash))
    return " ".join("".join(parts).split())


def typed_text(element: Element, stash: Stash) -> str:
    """What the author typed: emphasis as asterisks, addresses of links spelled out, one line."""
    return " ".join("".join(_typed(element, stash)).split())


def _typed(element: Element, stash: Stash) -> list[str]:
    mark = _EMPHASIS.get(element.tag, "")
    parts = [mark, plain(element.text, stash)]
    for child in element:
        if child.get("class") != "footnote-backref" and not is_marker(child):
            parts += _typed(child, stash)
        parts.append(plain(child.tail, stash))
    inner = "".join(parts)
    href = plain(element.get("href"), stash) if element.tag == "a" else ""
    if href and not href.startswith("#") and href not in inner:
        parts.append(f" <{href}> ")
    return [*parts, mark, " " if element.tag in ("p", "li", "div") else ""]

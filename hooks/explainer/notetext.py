"""The typed text of a footnote out of the element tree that Python-Markdown made of it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

_ESCAPED = re.compile("\x02(\\d+)\x03")
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_AMPERSAND = "\x02amp\x03"
ARROWS = re.compile("\x02?(?:qq3936677670287331zz|zz1337820767766393qq)\x03?")
"""What Python-Markdown's footnotes put before and into a back-link."""

_EMPHASIS = {"em": "*", "i": "*", "strong": "**", "b": "**"}

Stash = Callable[[int], str]
"""Raw HTML that Markdown put aside, by its number."""


def plain(text: str | None, stash: Stash) -> str:
    """A text node with Markdown's placeholders put back."""
    if not text:
        return ""
    text = _STASHED.sub(lambda m: re.sub(r"<[^<>]*>", "", stash(int(m[1]))), text)
    text = _ESCAPED.sub(lambda m: chr(int(m[1])), text.replace(_AMPERSAND, "&"))
    return html.unescape(ARROWS.sub("", text))


def typed_text(element: Element, stash: Stash) -> str:
    """What the author typed: emphasis as asterisks, addresses of links spelled out, one line."""
    return " ".join("".join(_typed(element, stash)).split())


def _typed(element: Element, stash: Stash) -> list[str]:
    mark = _EMPHASIS.get(element.tag, "")
    parts = [mark, plain(element.text, stash)]
    for child in element:
        if child.get("class") != "footnote-backref":
            parts += _typed(child, stash)
        parts.append(plain(child.tail, stash))
    inner = "".join(parts)
    href = plain(element.get("href"), stash) if element.tag == "a" else ""
    if href and not href.startswith("#") and href not in inner:
        parts.append(f" <{href}> ")
    return [*parts, mark, " " if element.tag in ("p", "li", "div") else ""]

"""What of an article can be quoted: its paragraphs, headings and notes, with their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .glosswords import GLOSS
from .notetext import Stash, plain
from .running import HEADINGS, classes_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: its text, the id to jump to, and its name for a reader."""

    text: str
    anchor: str
    name: str


def passages(root: Element, language: str, stash: Stash) -> list[Passage]:
    """All passages in reading order, the notes last.

    A heading has no address of its own yet: it goes by the paragraph that follows it.
    """
    found: list[Passage] = []
    heading = ""
    for element in _parts(root):
        text = _text(element, stash)
        if element.tag in HEADINGS:
            heading = text
            continue
        if heading:
            found.append(_passage(element, heading, "in-heading", language))
            heading = ""
        kind = "in-note" if element.tag == "li" else "in-article"
        found.append(_passage(element, text, kind, language))
    return found


def _passage(element: Element, text: str, kind: str, language: str) -> Passage:
    anchor = element.get("id", "")
    number = element.get("value") or anchor.removeprefix("p-")
    return Passage(text, anchor, GLOSS[language][kind].format(n=number))


def _parts(root: Element) -> Iterator[Element]:
    """Headings and paragraphs of the article, then its notes."""
    body = next((e for e in root.iter("div") if "ex-article" in classes_of(e)), root)
    for child in body:
        if child.tag in HEADINGS or "ex-par" in classes_of(child):
            yield child
    yield from (li for li in root.iter("li") if "ex-notes__item" in classes_of(li))


def _text(element: Element, stash: Stash) -> str:
    """The author's words in an element: no markers, and of a note only what was printed."""
    printed = (e for e in element.iter("div") if "ex-note__printed" in classes_of(e))
    return " ".join(plain("".join(_read(next(printed, element))), stash).split())


def _read(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in ("sup", "button"):
            yield from _read(child)
        yield child.tail or ""

"""The parts of an article: its headings, paragraphs and notes, with their words and addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from .glosswords import GLOSS
from .notetext import Stash, plain
from .running import HEADINGS, classes_of


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article: its element, the author's words in it, and what tells it apart.

    `name` is the number of a paragraph or note, and the words of a heading, whose address is not
    known yet.
    """

    element: Element
    kind: Literal["heading", "paragraph", "note"]
    text: str
    name: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: its text, the id to jump to, and its name for a reader."""

    text: str
    anchor: str
    name: str


_NAMES = {"heading": "in-heading", "paragraph": "in-article", "note": "in-note"}


def passages(root: Element, language: str, stash: Stash) -> list[Passage]:
    """What can be quoted, in reading order, the notes last.

    A heading goes by the paragraph that follows it.
    """
    found: list[Passage] = []
    heading = ""
    for part in article_parts(root, stash):
        if part.kind == "heading":
            heading = part.text
            continue
        if heading:
            found.append(_passage(part, heading, "in-heading", language))
            heading = ""
        found.append(_passage(part, part.text, _NAMES[part.kind], language))
    return found


def _passage(part: Part, text: str, name: str, language: str) -> Passage:
    return Passage(text, part.anchor, GLOSS[language][name].format(n=part.name))


def article_parts(root: Element, stash: Stash) -> list[Part]:
    """Headings and paragraphs of the article in reading order, then its notes."""
    body = next((e for e in root.iter("div") if "ex-article" in classes_of(e)), root)
    own = [e for e in body if e.tag in HEADINGS or "ex-par" in classes_of(e)]
    notes = [e for e in root.iter("li") if "ex-notes__item" in classes_of(e)]
    return [_part(element, stash) for element in [*own, *notes]]


def _part(element: Element, stash: Stash) -> Part:
    text, anchor = _text(element, stash), element.get("id", "")
    if element.tag in HEADINGS:
        return Part(element, "heading", text, text)
    if element.tag == "li":
        return Part(element, "note", text, element.get("value", ""), anchor)
    return Part(element, "paragraph", text, anchor.removeprefix("p-"), anchor)


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

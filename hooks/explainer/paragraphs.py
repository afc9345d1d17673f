"""Paragraphs of an article get ids p-1, p-2 …: addresses that both languages share."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_FRAME = ("ex-source", "ex-rights", "ex-translation", "ex-lead")
"""Classes of what we put around an article: not paragraphs of its text."""


def number_paragraphs(root: Element) -> None:
    """Give the article's own paragraphs an id and a class; an id typed by the author stays."""
    for number, paragraph in enumerate(article_paragraphs(root), 1):
        if not paragraph.get("id"):
            paragraph.set("id", f"p-{number}")
        paragraph.set("class", f"{paragraph.get('class', '')} ex-par".strip())


def article_paragraphs(root: Element) -> Iterator[Element]:
    """The paragraphs of the text: those in `div.ex-article`, or all when there is no such div."""
    body = next((e for e in root.iter("div") if "ex-article" in _classes(e)), root)
    for child in body:
        if child.tag == "p" and not _classes(child) & set(_FRAME) and _has_text(child):
            yield child


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def _has_text(element: Element) -> bool:
    return bool("".join(element.itertext()).strip())

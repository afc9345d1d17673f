"""A few helpers to build elements, so that markup reads like markup."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .printed import Run


def element(tag: str, attributes: dict[str, str] | None = None, *content: Element | str) -> Element:
    """An element with attributes (empty values are left out) and its content in order."""
    made = Element(tag, {key: value for key, value in (attributes or {}).items() if value})
    for part in content:
        if not isinstance(part, str):
            made.append(part)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + part
        else:
            made.text = (made.text or "") + part
    return made


def flag(made: Element, *names: str) -> Element:
    """The element with attributes that have no value; Markdown's serialiser prints name="name"."""
    for name in names:
        made.set(name, name)
    return made


def between(parts: Iterable[Element | str], separator: str) -> list[Element | str]:
    """The parts with a separator between each two of them."""
    return [piece for part in parts for piece in (separator, part)][1:]


def from_run(run: Run) -> Element | str:
    """A run of text as an element, or as plain text when it has no marks."""
    if not (run.tag or run.href or run.lang):
        return run.text
    inner: Element | str = run.text
    if run.href:
        inner = element("a", {"href": run.href, "rel": "noopener"}, inner)
    return element(run.tag or "span", {"lang": run.lang}, inner)

"""HTML trees as XML text, as EPUB asks for: every element closed, every attribute quoted."""

from __future__ import annotations

from html import escape
from typing import Any, TypeAlias

Node: TypeAlias = Any
"""A node of justhtml: `name`, and for elements `attrs` and `children`, for text `data`."""

_VOID = frozenset("area base br col hr img input link meta source track wbr".split())
_SVG = "http://www.w3.org/2000/svg"


def is_element(node: Node) -> bool:
    """Whether a node is an element (no text, comment or doctype)."""
    return not node.name.startswith(("#", "!"))


def xml(node: Node) -> str:
    """A node and all below it as XML; comments are left out."""
    parts: list[str] = []
    _write(node, parts, outer="html")
    return "".join(parts)


def inner_xml(node: Node) -> str:
    """What stands inside a node as XML."""
    parts: list[str] = []
    for child in node.children:
        _write(child, parts, outer="html")
    return "".join(parts)


def _write(node: Node, parts: list[str], outer: str) -> None:
    if node.name == "#text":
        parts.append(escape(node.data, quote=False))
    elif is_element(node):
        space = node.namespace or "html"
        known = f' xmlns="{_SVG}"' if space == "svg" and outer != "svg" else ""
        parts.append(f"<{node.name}{known}{_attributes(node)}")
        _close(node, parts, space)


def _close(node: Node, parts: list[str], space: str) -> None:
    if node.name in _VOID or (space == "svg" and not node.children):
        parts.append("/>")
        return
    parts.append(">")
    for child in node.children or ():
        _write(child, parts, space)
    parts.append(f"</{node.name}>")


def _attributes(node: Node) -> str:
    pairs = [(key, "" if value is None else value) for key, value in node.attrs.items()]
    pairs += [("xml:lang", value) for key, value in pairs if key == "lang"]
    return "".join(f' {key}="{escape(value)}"' for key, value in pairs)


def text_of(node: Node) -> str:
    """The text of a node, white space collapsed."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: Node) -> list[str]:
    if node.name == "#text":
        return [node.data]
    return [text for child in getattr(node, "children", None) or () for text in _texts(child)]

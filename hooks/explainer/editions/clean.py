"""A page's text for a book: nothing that needs a screen, and links that stay inside the book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from .fitting import fit
from .markup import Node, is_element
from .pages import Book, Chapter, inside

Target: TypeAlias = Callable[[Chapter, str], str]
"""The address inside a book of a place in a chapter, given its fragment ("" for its start)."""

_GONE = frozenset("button form input label select script style template nav dialog output".split())
_GONE_CLASSES = frozenset(
    "ex-previews ex-preview ex-marks ex-filter ex-chips ex-letters ex-citing ex-downloads "
    "ex-notes__back ex-works ex-school ex-map__figure ex-parallel ex-controls ex-tools "
    "ex-screen ex-permalink ex-vh ex-i ex-icon ex-icons Z3988 ex-files ex-offline "
    "ex-all ex-kinds ex-switch ex-filters ex-links ex-tracks ex-event__link ex-event__near "
    "ex-line__list ex-line__drawing--wide ex-line__drawing--smallest "
    "ex-works__files ex-ref__tools ex-ref__back ex-refs__all".split()
)
"""Classes of what serves only on a screen, or repeats what the book has elsewhere."""

_KEPT = frozenset(
    "id class href lang role title value start reversed colspan rowspan scope headers datetime "
    "src alt width height viewBox d x y x1 x2 y1 y2 cx cy r rx ry points fill stroke transform "
    "text-anchor stroke-width stroke-dasharray stroke-linecap font-family font-size font-weight "
    "aria-label aria-labelledby aria-hidden aria-describedby".split()
)
_BARE_ROLES = frozenset(["status", "region", "search", "dialog", "presentation"])


def clean(chapter: Chapter, book: Book, target: Target, site: str) -> Node:
    """The body of a chapter, changed in place; `site` is the full address of the site."""
    fit(chapter.body, chapter.language, f"{site}{chapter.url}")
    _prune(chapter.body)
    for node in _elements(chapter.body):
        _unfold(node)
        _link(node, chapter, book, target, site)
        _keep(node, chapter, target)
    return chapter.body


def _elements(root: Node) -> Iterator[Node]:
    for child in list(root.children or ()):
        if is_element(child):
            yield child
            yield from _elements(child)


def _prune(root: Node) -> None:
    for child in list(root.children or ()):
        if child.name.startswith(("#comment", "!")) or (is_element(child) and _is_gone(child)):
            root.remove_child(child)
        elif is_element(child):
            _prune(child)


def _is_gone(node: Node) -> bool:
    classes = set((node.attrs.get("class") or "").split())
    hidden = "hidden" in node.attrs
    return node.name in _GONE or hidden or bool(classes & _GONE_CLASSES)


def _unfold(node: Node) -> None:
    """Folded text stands open: a summary becomes a paragraph in bold type."""
    if node.name == "details":
        node.name = "div"
    elif node.name == "summary":
        node.name = "p"
        node.attrs["class"] = "ex-summary-line"


def _link(node: Node, chapter: Chapter, book: Book, target: Target, site: str) -> None:
    reference = node.attrs.get("href") if node.name == "a" else None
    if not reference or "://" in reference or reference.startswith("mailto:"):
        return
    path, fragment = inside(chapter.url, reference)
    known = book.by_url()
    if fragment in book.works:  # on the site each page lists its works; a book, all at its end
        node.attrs["href"] = target(book.works[fragment], fragment)
    elif path in known:
        node.attrs["href"] = target(known[path], fragment)
    elif site:
        node.attrs["href"] = f"{site}{path}" + (f"#{fragment}" if fragment else "")
    else:
        del node.attrs["href"]


def _keep(node: Node, chapter: Chapter, target: Target) -> None:
    for name in list(node.attrs):
        if name not in _KEPT:
            del node.attrs[name]
    if node.attrs.get("role") in _BARE_ROLES:
        del node.attrs["role"]
        node.attrs.pop("aria-label", None)
    if node.attrs.get("id"):
        node.attrs["id"] = target(chapter, node.attrs["id"]).rpartition("#")[2]
    for name in ("aria-labelledby", "aria-describedby", "headers"):
        if node.attrs.get(name):
            names = node.attrs[name].split()
            node.attrs[name] = " ".join(target(chapter, i).rpartition("#")[2] for i in names)
    if node.name == "a" and "href" not in node.attrs:
        node.attrs.pop("role", None)


def dead_ends(root: Node, places: frozenset[str]) -> None:
    """Links to places that the book lacks lead to the start of their chapter."""
    for node in _elements(root):
        href = node.attrs.get("href") or ""
        before, mark, fragment = href.rpartition("#")
        if node.name == "a" and mark and "://" not in href and href not in places:
            node.attrs["href"] = before or f"#{fragment.partition('--')[0]}"


def ids_of(root: Node) -> Iterator[str]:
    """Every id inside a node."""
    return (node.attrs["id"] for node in _elements(root) if node.attrs.get("id"))

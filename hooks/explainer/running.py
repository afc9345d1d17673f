"""The running text of a page: its blocks in reading order, and what of them may be linked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = ("p", "li", "dd", "td", "blockquote", "figcaption", "summary")
"""Elements whose own text is a sentence or more."""

_SILENT = ("script", "style", "svg", "button", "sup", "template")
"""Elements whose text is not read as part of a sentence."""

_CLOSED = ("a", "code", "pre", "kbd", "samp", "cite", "dfn", "var")
"""Elements whose text is read, but never linked."""

_FRAME = frozenset(
    "ex-notes ex-previews ex-preview ex-works ex-entry ex-made ex-source ex-rights ex-translation "
    "ex-doors ex-claims ex-panel ex-ann__head ex-ann__title ex-ann__quote ex-ann__links "
    "ex-ann__tools footnote".split()
)
"""Classes of what stands around a text: notes, lists of works, source lines, doors."""

_PART = frozenset(["ex-event__title"])
"""Classes of headings that begin no section of their own: the events of a period are one."""

_QUIET = frozenset(["ex-noteref", "ex-cite", "ex-vh"])
"""Classes of what interrupts a sentence without belonging to it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One text node: of an element, or behind one; where its text begins in the block."""

    parent: Element
    child: Element | None  # None: the parent's own text; else the tail of this child
    text: str
    start: int
    open: bool  # whether it may hold links
    link: Element | None = None  # the link it stands in, if it does


@dataclass(slots=True)
class Block:
    """A paragraph, item or cell: its text, its segments, its section, its address if it has one."""

    element: Element
    section: int
    anchor: str = ""
    segments: list[Segment] = field(default_factory=list)
    text: str = ""


class Running:
    """The blocks of a tree; `titles` are folded texts of emphasis to leave alone."""

    def __init__(self, titles: Collection[str] = ()) -> None:
        self.titles = titles
        self._section = 0
        self._sections = 0

    def blocks(self, root: Element, anchor: str = "") -> Iterator[Block]:
        """Every block that has text of its own, in reading order; a note is a section by itself."""
        for child in root:
            classes = classes_of(child)
            if child.tag in HEADINGS:
                self._enter_section(classes)
            elif "ex-ann" in classes:
                yield from self._note(child)
            elif classes & _FRAME or child.tag in _SILENT or child.tag == "pre":
                notes = (e for e in child if "ex-glosses" in classes_of(e))
                for aside in notes if "ex-notes" in classes else ():
                    yield from self.blocks(aside)
            else:
                here = child.get("id", "") or anchor
                if child.tag in BLOCKS:
                    block = Block(child, self._section, here)
                    self._collect(block, child, is_open=True, link=None)
                    if block.text.strip():
                        yield block
                yield from self.blocks(child, here if child.tag in ("li", "section") else anchor)

    def _enter_section(self, classes: set[str]) -> None:
        if not classes & _PART:
            self._sections += 1
            self._section = self._sections

    def _note(self, child: Element) -> Iterator[Block]:
        """The blocks of an annotation, whose address is that of the words it speaks of."""
        outside, self._sections = self._section, self._sections + 1
        self._section = self._sections
        yield from self.blocks(child, f"a-{child.get('id', '').removeprefix('n-')}")
        self._section = outside

    def _collect(
        self, block: Block, holder: Element, *, is_open: bool, link: Element | None
    ) -> None:
        """The text nodes of an element, without those of blocks inside it."""
        self._add(block, holder, None, is_open=is_open, link=link)
        for child in holder:
            if not (child.tag in BLOCKS or child.tag in ("ul", "ol", "dl", "table", "pre", "div")):
                self._inside(block, child, is_open=is_open, link=link)
            self._add(block, holder, child, is_open=is_open, link=link)

    def _inside(self, block: Block, child: Element, *, is_open: bool, link: Element | None) -> None:
        if child.tag in _SILENT or classes_of(child) & _QUIET:
            return
        inner = child if child.tag == "a" else link
        closed = child.tag in (*_CLOSED, *HEADINGS) or self._is_title(child)
        self._collect(block, child, is_open=is_open and not closed, link=inner)

    def _is_title(self, child: Element) -> bool:
        if child.tag not in ("em", "i"):
            return False
        return " ".join("".join(child.itertext()).lower().split()) in self.titles

    def _add(
        self,
        block: Block,
        parent: Element,
        child: Element | None,
        *,
        is_open: bool,
        link: Element | None,
    ) -> None:
        text = (parent.text if child is None else child.tail) or ""
        if text:
            start = len(block.text)
            block.segments.append(Segment(parent, child, text, start, is_open, link))
            block.text += text


def classes_of(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def replace_text(segment: Segment, pieces: list[Element], before: str) -> None:
    """Put elements into a text node; each carries the text behind it as its tail."""
    if segment.child is None:
        segment.parent.text = before
        segment.parent[0:0] = pieces
        return
    place = list(segment.parent).index(segment.child) + 1
    segment.child.tail = before
    segment.parent[place:place] = pieces

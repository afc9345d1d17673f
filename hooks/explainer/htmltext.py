"""The author's words in finished HTML: each character with the place in the file it came from.

Python's own HTML parser reports where every piece stands; nothing is ever written anew. The parts
of an article are the same as in the tree (see `passages`): its headings, its paragraphs, and what
was printed of its notes. Note markers and buttons are no words of the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from .running import HEADINGS

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr "
    "path circle rect line use".split()
)
_SILENT = frozenset(("sup", "button", "script", "style", "template"))
_CLOSED = frozenset(("a", "label", "summary"))  # nothing to press may stand in them
_WHOLE = frozenset(("ex-term", "ex-cite"))  # nor in these: one word each to a reader
_FRAMED = re.compile(r'class="[^"<>]*\bex-article\b')


@dataclass(slots=True)
class Frame:
    """An open element; `end` is where its end tag closes, once that is known."""

    tag: str
    classes: frozenset[str]
    end: int = -1
    part: int = -1  # the part of the article it belongs to
    silent: bool = False  # whether its text is left out
    closed: Frame | None = None  # the outermost element around, or itself, that takes no button


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text between two tags: its part, and the element around that takes no button."""

    part: int
    closed: Frame | None = None


@dataclass(slots=True)
class ArticleText:
    """The text of an article: each part after a line break, and its runs in order."""

    text: str = ""
    starts: list[int] = field(default_factory=list)  # of each character, in the file
    ends: list[int] = field(default_factory=list)
    run_of: list[int] = field(default_factory=list)  # the run of each character
    runs: list[Run] = field(default_factory=list)

    def part(self, at: int) -> int:
        """The part in which a character stands; -1 for the break before a part."""
        return self.runs[self.run_of[at]].part


def article_text(html: str) -> ArticleText:
    """The author's words in a page."""
    reader = _Reader(html, framed=bool(_FRAMED.search(html)))
    reader.feed(html)
    reader.close()
    reader.made.text = "".join(reader.pieces)
    return reader.made


@dataclass(slots=True)
class BodyText:
    """All text of a finished page as a browser has it, and where its annotations stand in it."""

    text: str = ""
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)  # annotation -> its stretch
    bodies: dict[str, list[str]] = field(default_factory=dict)  # annotation -> its paragraphs


def body_text(html: str) -> BodyText:
    """The text of `document.body`, every text node in order, with nothing made even."""
    reader = _BodyReader(html)
    reader.feed(html)
    reader.close()
    reader.made.text = "".join(reader.pieces)
    return reader.made


class _Places(HTMLParser):
    """A parser that knows where in the file it stands."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    def here(self) -> int:
        """Where the piece being handled begins."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self._entity(f"&#{name}")

    def _entity(self, written: str) -> None:
        start = self.here()
        end = start + len(written)
        end += self.html[end : end + 1] == ";"
        self.text(unescape(self.html[start:end]), start, end)

    def handle_data(self, data: str) -> None:
        """Plain text."""
        self.text(data, self.here(), -1)

    def text(self, words: str, start: int, end: int) -> None:
        """A piece of text; `end` is -1 when it is written as it reads."""
        raise NotImplementedError


class _Reader(_Places):
    def __init__(self, html: str, *, framed: bool) -> None:
        super().__init__(html)
        self.framed = framed  # whether a div.ex-article holds the article
        self.body: Frame | None = None
        self.stack: list[Frame] = []
        self.pieces: list[str] = []
        self.parts = 0
        self.running = False  # whether the last run is still open
        self.made = ArticleText()

    # --- tags -------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.running = False
        if tag in VOID:
            return
        frame = Frame(tag, frozenset((dict(attrs).get("class") or "").split()))
        above = self.stack[-1] if self.stack else None
        if above:
            frame.part, frame.silent, frame.closed = above.part, above.silent, above.closed
        frame.silent |= tag in _SILENT
        if self._begins_part(frame, above):
            self._begin(frame)
        elif tag in _CLOSED or frame.classes & _WHOLE:
            frame.closed = frame.closed or frame
        self.stack.append(frame)
        if "ex-article" in frame.classes:
            self.body = self.body or frame

    def _begins_part(self, frame: Frame, above: Frame | None) -> bool:
        if frame.tag in HEADINGS or "ex-par" in frame.classes:
            return above is self.body if self.framed else above is None
        if "ex-note__printed" in frame.classes:
            return any("ex-notes__item" in around.classes for around in self.stack)
        return False

    def _begin(self, frame: Frame) -> None:
        self.made.runs.append(Run(-1))
        self._add("\n", [-1], [-1])
        frame.part = self.parts
        self.parts += 1

    def handle_startendtag(self, *_: object) -> None:
        self.running = False

    def handle_endtag(self, tag: str) -> None:
        self.running = False
        end = self.html.find(">", self.here()) + 1
        depth = len(self.stack) - 1
        while depth >= 0 and self.stack[depth].tag != tag:
            depth -= 1
        for frame in self.stack[depth:] if depth >= 0 else ():  # an end may have no beginning
            frame.end = end
        del self.stack[depth if depth >= 0 else len(self.stack) :]

    # --- text -------------------------------------------------------------------------------------

    def text(self, words: str, start: int, end: int) -> None:
        around = self.stack[-1] if self.stack else None
        if around is None or around.part < 0 or around.silent:
            return
        if not self.running:
            self.made.runs.append(Run(around.part, around.closed))
            self.running = True
        if end < 0:
            places = range(start, start + len(words) + 1)
            self._add(words, places[:-1], places[1:])
        else:
            self._add(words, [start] * len(words), [end] * len(words))

    def _add(self, words: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        self.pieces.append(words)
        self.made.starts += starts
        self.made.ends += ends
        self.made.run_of += [len(self.made.runs) - 1] * len(words)


class _BodyReader(_Places):
    """Reads a whole page; a mark may have several pieces, and marks may stand in each other."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.made = BodyText()
        self.pieces: list[str] = []
        self.length = 0
        self.inside = False  # in the body
        self.marks: list[str] = []  # annotations whose words are being read
        self.note = ""  # the note being read
        self.in_text = False  # its text, without head and links

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.inside |= tag == "body"
        if tag == "mark":
            self.marks.append(given.get("data-a") or given.get("id", "").removeprefix("a-"))
        elif given.get("class") == "ex-ann":
            self.note, self.in_text = given["id"].removeprefix("n-"), False
        elif given.get("class") == "ex-ann__body":
            self.in_text = True
        elif self.in_text and tag in ("p", "ul", "ol", "li", "blockquote"):
            self.made.bodies.setdefault(self.note, []).append("")
        elif given.get("class", "").startswith("ex-ann__"):
            self.in_text = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark" and self.marks:
            self.marks.pop()
        elif tag == "section":
            self.in_text = False

    def text(self, words: str, *_: int) -> None:
        if not self.inside:
            return
        self.pieces.append(words)
        for mark in filter(None, self.marks):
            first = self.made.marks.get(mark, (self.length, 0))[0]
            self.made.marks[mark] = first, self.length + len(words)
        if self.in_text and self.note in self.made.bodies:
            self.made.bodies[self.note][-1] += words
        self.length += len(words)

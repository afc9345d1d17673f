"""Which stretches of a note belong together: addresses, quotations, brackets, emphasis.

`clean` turns typed text (Markdown or HTML marks included) into plain text; `masked` hides what
stands in quotation marks, brackets and addresses, so that a separator inside a title is no
separator. Both are linear in the length of the text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

URL = re.compile(r"(?:https?://|www\.|doi:\s?|doi\.org/)[^\s<>\"“”]+", re.IGNORECASE)
"""A web address or DOI as people type it; closing punctuation is cut off by `trim_url`."""

HIDDEN = "\ue000"
"""What `masked` puts in place of each character it hides."""

_MD_LINK = re.compile(r"\[([^\[\]]{0,500})\]\(\s?<?([^\s()<>]{1,2000})>?[^()]{0,200}\)")
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{1,3000})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,400}?)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_QUOTE = re.compile(r"[“„«»\"]|(?<!\w)[‘']")
_BRACKET = re.compile(r"[()\[\]]")
_LONGEST = 600
"""No quotation or bracket longer than this protects what stands inside it."""

_CLOSERS = {
    "“": re.compile('[”"]'),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    "»": re.compile("«"),
    '"': re.compile('"'),
    "‘": re.compile(r"’(?!\w)"),
    "'": re.compile(r"'(?!\w)"),
}
"""What ends a quotation; an apostrophe inside a word does not."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Plain text and the stretches that the author had emphasised (often titles)."""

    text: str
    emphasised: tuple[str, ...] = ()


def clean(raw: str) -> Clean:
    """Typed text without Markdown or HTML marks, on one line; addresses keep every character."""
    text = _AUTOLINK.sub(r" \1 ", _MD_LINK.sub(_spell_out, raw))
    text = html.unescape(_TAG.sub("", text))
    emphasised: list[str] = []
    pieces, last = [], 0
    for url in URL.finditer(text):
        pieces += [_take_emphasis(text[last : url.start()], emphasised), url[0]]
        last = url.end()
    pieces.append(_take_emphasis(text[last:], emphasised))
    plain = _ESCAPE.sub(r"\1", "".join(pieces))
    return Clean(" ".join(plain.split()), tuple(emphasised))


def _take_emphasis(text: str, emphasised: list[str]) -> str:
    """The text without marks of emphasis; what stood between them goes into the list."""
    emphasised += [match[2].strip() for match in _EMPHASIS.finditer(text)]
    return _EMPHASIS.sub(r"\2", text)


def _spell_out(match: re.Match[str]) -> str:
    label, target = match[1], match[2]
    return label if target.startswith("#") or target in label else f"{label} {target} "


def trim_url(url: str) -> str:
    """An address without the punctuation of the sentence around it."""
    url = url.rstrip(".,;:!?'’”»*_")
    extra = url.count(")") + url.count("]") - url.count("(") - url.count("[")
    bare = url.rstrip(")]")
    closing = min(max(extra, 0), len(url) - len(bare))
    return url[: len(url) - closing].rstrip(".,;") if closing else url


def masked(text: str) -> str:
    """The text with quotations, brackets and addresses hidden; the length stays the same."""
    out = list(text)
    for start, end in protected(text):
        out[start:end] = HIDDEN * (end - start)
    return "".join(out)


def protected(text: str) -> list[tuple[int, int]]:
    """Start and end of every outermost quotation, bracket and address, in order; linear."""
    ends = {m.start(): m.start() + len(trim_url(m[0])) for m in URL.finditer(text)}
    ends.update(_brackets(text))
    found: list[tuple[int, int]] = []
    position = 0
    for index in sorted({*ends, *(m.start() for m in _QUOTE.finditer(text))}):
        if index >= position:
            end = ends.get(index) or _quotation_end(text, index)
            if end:
                found.append((index, end))
                position = end
    return found


def _brackets(text: str) -> dict[int, int]:
    """Where each bracket that opens is closed again, if that is not too far away."""
    open_at: list[int] = []
    found = {}
    for match in _BRACKET.finditer(text):
        if match[0] in "([":
            open_at.append(match.start())
        elif open_at:
            start = open_at.pop()
            if match.end() - start <= _LONGEST:
                found[start] = match.end()
    return found


def _quotation_end(text: str, index: int) -> int:
    """Where the quotation that opens at `index` ends, or 0 when it opens none."""
    closer = _CLOSERS.get(text[index])
    if closer is None or (text[index] in '"»' and index and text[index - 1].isalnum()):
        return 0
    match = closer.search(text, index + 1, index + _LONGEST)
    return match.end() if match else 0

"""Which stretches of a note belong together: addresses, quotations, brackets, emphasis.

`clean` turns typed text (Markdown or HTML marks included) into plain text; `masked` hides what
stands in quotation marks, brackets and addresses, so that a separator inside a title is no
separator. Both are linear in the length of the text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

URL = re.compile(r"(?:https?://|www\.|doi:\s?|doi\.org/)[^\s<>\"“”]+", re.IGNORECASE)
"""A web address or DOI as people type it; closing punctuation is cut off by `trim_url`."""

_MD_LINK = re.compile(r"\[([^\[\]]{0,500})\]\(\s?<?([^\s()<>]{1,2000})>?[^()]{0,200}\)")
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{1,3000})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,400}?)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = "\ue000"
_CLOSERS = {"“": "”", "«": "»", "»": "«", "„": "“", "‘": "’", '"': '"', "(": ")", "[": "]", "'": "'"}
_CLOSE_ALSO = {"„": "“”", "“": "”\"", "»": "«", "«": "»"}
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Clean:
    """Plain text and the stretches that the author had emphasised (often titles)."""

    text: str
    emphasised: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def clean(raw: str) -> Clean:
    """Typed text without Markdown or HTML marks, on one line; addresses keep every character."""
    text = _MD_LINK.sub(_spell_out, raw)
    text = _AUTOLINK.sub(r" \1 ", text)
    text = html.unescape(_TAG.sub("", text))
    emphasised: list[str] = []

    def take(match: re.Match[str]) -> str:
        emphasised.append(match[2].strip())
        return match[2]

    pieces = []
    last = 0
    for found in URL.finditer(text):
        pieces += [_EMPHASIS.sub(take, text[last : found.start()]), found[0]]
        last = found.end()
    pieces.append(_EMPHASIS.sub(take, text[last:]))
    plain = _ESCAPE.sub(r"\1", "".join(pieces))
    return Clean(" ".join(plain.split()), tuple(emphasised))


def _spell_out(match: re.Match[str]) -> str:
    label, target = match[1], match[2]
    return label if target.startswith("#") or target in label else f"{label} {target} "


def trim_url(url: str) -> str:
    """An address without the punctuation of the sentence around it."""
    url = url.rstrip(".,;:!?'’”»*_")
    while url.endswith((")", "]")) and url.count("(") < url.count(")") + url.count("]"):
        url = url[:-1].rstrip(".,;")
    return url


def masked(text: str) -> str:
    """The text with quotations, brackets and addresses hidden; the length stays the same."""
    out = list(text)
    for start, end in protected(text):
        out[start:end] = _HIDDEN * (end - start)
    return "".join(out)


def protected(text: str) -> list[tuple[int, int]]:
    """Start and end of every outermost quotation, bracket and address, in order."""
    found: list[tuple[int, int]] = []
    addresses = {m.start(): m.start() + len(trim_url(m[0])) for m in URL.finditer(text)}
    position = 0
    for index in _openers(text, addresses):
        if index < position:
            continue
        end = addresses.get(index) or _closing(text, index)
        if end:
            found.append((index, end))
            position = end
    return found


_OPENER = re.compile(r"[“«»„‘\"(\[']")


def _openers(text: str, addresses: dict[int, int]) -> list[int]:
    return sorted({m.start() for m in _OPENER.finditer(text)} | set(addresses))


def _closing(text: str, index: int) -> int:
    """Where the stretch that opens at `index` ends, or 0 when it opens nothing."""
    opener = text[index]
    if opener in "'‘»\"" and index and text[index - 1].isalnum():
        return 0
    closers = _CLOSE_ALSO.get(opener, _CLOSERS[opener])
    depth = 0
    for position in range(index + 1, min(len(text), index + _LONGEST)):
        char = text[position]
        if char == opener and opener in "([“«":
            depth += 1
        elif char in closers and _may_close(text, position, char):
            if not depth:
                return position + 1
            depth -= 1
    return 0


def _may_close(text: str, position: int, char: str) -> bool:
    """An apostrophe inside a word closes no quotation."""
    following = text[position + 1 : position + 2]
    return char not in "'’" or not following.isalnum()

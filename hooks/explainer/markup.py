"""Finished HTML cut into tags, comments and text, so that a tag can be changed and nothing else.

The pieces joined again are the page, byte for byte: it is never parsed into a tree and written
anew. It is read as the HTML standard's tokeniser does, as far as pages written by us need it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

_VERBATIM = "script|style|textarea|title"  # what stands in them is no markup
_PIECE = re.compile(
    rf"""<!--.*?-->|<(?P<name>{_VERBATIM})\b(?:"[^"]*"|'[^']*'|[^"'>])*>.*?</(?P=name)\s*>"""
    r"""|</?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>|<![^>]*>|[^<]+|<""",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"</?([a-zA-Z][\w:-]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+)))?""")


def pieces(html: str) -> Iterator[str]:
    """The page in order: tags, runs of text, comments; a script or style with its content."""
    return (found[0] for found in _PIECE.finditer(html))


def tag_name(piece: str) -> str:
    """The name of a piece that begins with a tag, in small letters; "/p" for an end tag."""
    found = _NAME.match(piece)
    return ("/" if piece[1] == "/" else "") + found[1].lower() if found else ""


def start_tag(piece: str) -> str:
    """The start tag with which a piece begins: that of a script, without its content."""
    match = re.match(r"""<[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'>])*>""", piece)
    return match[0] if match else ""


def attributes(piece: str) -> dict[str, str]:
    """The attributes of a start tag, references to characters replaced; the first of a name."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(_inside(start_tag(piece))):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


def _inside(tag: str) -> str:
    """What stands in a start tag behind its name."""
    return tag[1 + len(tag_name(tag)) : -1] if tag else ""


def with_attribute(piece: str, name: str, value: str) -> str:
    """The piece with one attribute of its start tag set, the others as they were."""
    tag, written = start_tag(piece), f'{name}="{escape(value)}"'
    pattern = re.compile(rf"""(?<=\s){name}(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?(?=[\s/>])""")
    changed, times = pattern.subn(lambda _: written, tag, count=1)
    if not times:
        end = "/>" if tag.endswith("/>") else ">"
        changed = f"{tag.removesuffix(end).rstrip()} {written}{end}"
    return changed + piece[len(tag) :]


def in_order(piece: str) -> str:
    """The piece with the attributes of its start tag in one order: repetition packs well.

    The class comes first, since elements of one class have most in common.
    """
    tag = start_tag(piece)
    matches = list(_ATTRIBUTE.finditer(_inside(tag)))
    found = {one[1].lower(): one[0] for one in reversed(matches)}
    if not found:
        return piece
    names = sorted(found, key=lambda name: (name != "class", name))
    head, end = tag[: 1 + len(tag_name(piece))], _inside(tag)[matches[-1].end() :].strip()
    shut = f" {end}" if end and found[names[-1]][-1] not in "\"'" else end
    return f"{head} {' '.join(found[name] for name in names)}{shut}>{piece[len(tag) :]}"


def each_tag(html: str, change: Callable[[str], str]) -> str:
    """The page with every piece that begins with a start tag changed by a function."""
    return "".join(change(one) if tag_name(one)[:1].isalpha() else one for one in pieces(html))

"""A reference as the processor gives it, as runs of text: titles, languages, links.

An address is shown as its host, since nobody reads the rest; a DOI is shown
whole, without the scheme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from .printed import Run

BARE = "bare"
"""The class of words that stand without quotation marks and italics."""

_SPACES = ("Space", "SoftBreak", "LineBreak")


def runs_of(nodes: Iterable[dict[str, Any]]) -> list[Run]:
    """The inline elements of pandoc's document as runs; neighbours of one kind are joined."""
    joined: list[Run] = []
    for run in (run for run in _runs(nodes, Run("")) if run.text):
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    if joined and joined[-1].href:  # the address ended on a full stop of its own
        joined.append(Run("."))
    return joined


def _runs(nodes: Iterable[dict[str, Any]], around: Run) -> Iterator[Run]:
    for node in nodes:
        name, content = node["t"], node.get("c", "")
        if name == "Str":
            yield replace(around, text=content)
        elif name in _SPACES:
            yield replace(around, text=" ")
        elif name == "Emph":
            yield from _runs(content, around if _is_bare(content) else replace(around, tag="cite"))
        elif name == "Link":
            yield replace(around, text=shown(content[2][0]), href=content[2][0])
        elif name == "Span":
            lang = dict(content[0][2]).get("lang", around.lang)
            yield from _runs(_unquoted(content[1]), replace(around, lang=lang))
        else:
            message = f"the processor made {name!r}, which no style of ours has"
            raise ValueError(message)


def _is_bare(nodes: Sequence[dict[str, Any]]) -> bool:
    return any(node["t"] == "Span" and BARE in node["c"][0][1] for node in nodes)


def _unquoted(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The content of a span; quotation marks around bare words are left out."""
    return nodes[1:-1] if len(nodes) == 3 and _is_bare(nodes[1:-1]) else nodes


def shown(address: str) -> str:
    """What stands for an address: its host, or all of it for a DOI."""
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    return address.partition("//")[2] if host == "doi.org" else host

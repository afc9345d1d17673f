"""Where a term is used: the sentence with the term marked, linked to its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from .glosswords import GLOSS

Address: TypeAlias = Callable[[str], str]
"""The address of a page, as the page being written links to it."""

_SHOWN = 6  # uses on other pages that are listed at once; the rest is folded


@dataclass(frozen=True, slots=True)
class Use:
    """One sentence that uses a term, on which page and where."""

    term: str
    page: str
    anchor: str
    kind: str  # the kind of the page
    sentence: tuple[str, str, str]  # before the term, the term as written (if it is), after it


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an article that a term page quotes, and their paragraph."""

    text: str
    page: str
    anchor: str
    place: str


def uses_html(
    uses: Sequence[Use], titles: Mapping[str, str], language: str, address: Address
) -> str:
    """The list of uses: an article's paragraphs, its annotations, other pages; folded when long."""
    words = GLOSS[language]
    if not uses:
        return f'<p class="ex-uses">{escape(words["no-uses"])}</p>'
    article = [u for u in uses if u.kind == "article" and not _in_note(u)]
    others = [u for u in uses if u.kind != "article"]
    ordered = [*article, *filter(_in_note, uses), *others]
    items = [_item(u, _place(u, titles, language), address) for u in ordered]
    shown = len(article) + _SHOWN
    if len(items) <= shown + 2:
        shown = len(items)
    listed = f'<ul class="ex-uses">{"".join(items[:shown])}</ul>'
    rest = items[shown:]
    if not rest:
        return listed
    summary = escape(words["more"].format(n=len(rest)))
    folded = f'<ul class="ex-uses">{"".join(rest)}</ul>'
    return f'{listed}<details class="ex-more"><summary>{summary}</summary>{folded}</details>'


def _in_note(use: Use) -> bool:
    """Whether a use stands in an annotation of an article."""
    return use.kind == "article" and use.anchor.startswith("a-")


def _place(use: Use, titles: Mapping[str, str], language: str) -> str:
    if use.kind == "article" and use.anchor.startswith("p-"):
        return GLOSS[language]["in-article"].format(n=use.anchor.removeprefix("p-"))
    title = titles.get(f"{use.page}#{use.anchor}") or titles.get(use.page, use.page)
    return GLOSS[language]["in-annotation"].format(title=title) if _in_note(use) else title


def _item(use: Use, place: str, address: Address) -> str:
    before, form, after = map(escape, use.sentence)
    marked = f"<mark>{form}</mark>" if form else ""
    href = escape(f"{address(use.page)}#{use.anchor}" if use.anchor else address(use.page))
    return (
        f'<li><a class="ex-uses__place" href="{href}">{escape(place)}</a> '
        f'<span class="ex-uses__sentence">{before}{marked}{after}</span></li>'
    )


def quotes_html(quotes: Sequence[Quoted], address: Address) -> str:
    """The quoted words, each linked to its paragraph; nothing when there are none."""
    return "".join(
        f'<blockquote class="ex-quotes"><p><q>{escape(q.text)}</q> '
        f'<a class="ex-quotes__place" href="{escape(address(q.page))}#{escape(q.anchor)}">'
        f"{escape(q.place)}</a></p></blockquote>"
        for q in quotes
    )

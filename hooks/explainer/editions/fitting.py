"""Pages made for screens, fitted for paper: what opens there stands at the end here.

Annotations, which a screen shows beside their words, become endnotes of the article, with the
numbers they have on the site. What can only be played is named, with its address.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from justhtml import JustHTML

from .drawing import draw
from .markup import Node, inner_xml, text_of
from .words import WORDS

_ONLINE = {".ex-game--rounds, .ex-game--lab": "online", ".ex-map__figure": "map"}
"""What a book cannot hold -> the key of what stands in its place."""


def fit(body: Node, language: str, address: str) -> None:
    """Change the text of a page in place; `address` is where it stands on the site."""
    words = WORDS[language]
    _gather_notes(body, words)
    draw(body)
    link = f'<a href="{escape(address)}">{escape(address)}</a>'
    for selector, key in _ONLINE.items():
        for part in body.query(selector):
            _replace(part, f'<p class="book-online">{escape(words[key])} {link}.</p>')


def _gather_notes(body: Node, words: Mapping[str, str]) -> None:
    for mark in body.query(".ex-mk"):
        _replace(mark, _mark(mark))
    notes = sorted(body.query(".ex-ann"), key=lambda note: int(note.attrs["data-n"]))
    if not notes:
        return
    items = "".join(_note(note, words) for note in notes)
    for place in body.query(".ex-glosses"):
        place.parent.remove_child(place)
    _below_footnotes(body, _section(items, words))


def _mark(mark: Node) -> str:
    target = mark.query("[popovertarget]")[0].attrs["popovertarget"]
    number = escape(mark.attrs["data-n"])
    link = f'<a href="#{escape(target)}" role="doc-noteref">[{number}]</a>'
    return f'<sup class="book-mark">{link}</sup>'


def _section(items: str, words: Mapping[str, str]) -> str:
    return (
        '<section class="book-notes" role="doc-endnotes" aria-labelledby="book-notes">'
        f'<h2 id="book-notes">{escape(words["notes"])}</h2><p>{escape(words["marks"])}</p>'
        f'<ol class="book-notes__list">{items}</ol></section>'
    )


def _note(note: Node, words: Mapping[str, str]) -> str:
    number, name = escape(note.attrs["data-n"]), escape(note.attrs["id"])
    kinds = note.query(".ex-ann__kind, .ex-ann__verdict")
    kind = ", ".join(text_of(one) for one in kinds)
    rest = note.query(".ex-ann__quote, .ex-ann__body, .ex-ann__links")
    below = "".join(_as_block(part) for part in rest)
    back = f'<a href="#a-{name.removeprefix("n-")}" role="doc-backlink">{escape(words["back"])}</a>'
    return (
        f'<li id="{name}" value="{number}"><p class="book-note__head">'
        f"{inner_xml(note.query('.ex-ann__title')[0])} ({escape(kind)})</p>"
        f'{below}<p class="book-note__back">{back}</p></li>'
    )


def _as_block(part: Node) -> str:
    tag = "div" if part.name == "div" else "p"
    return f'<{tag} class="{part.attrs["class"]}">{inner_xml(part)}</{tag}>'


def _below_footnotes(body: Node, html: str) -> None:
    """After the notes of the author; without those, at the end."""
    footnotes = body.query(".ex-notes")
    made = _parsed(html)
    if footnotes:
        siblings = footnotes[0].parent.children
        after = siblings.index(footnotes[0]) + 1
        place = siblings[after] if after < len(siblings) else None
        footnotes[0].parent.insert_before(made, place)
    else:
        body.append_child(made)


def _replace(node: Node, html: str) -> None:
    node.parent.replace_child(_parsed(html), node)


def _parsed(html: str) -> Node:
    children: list[Node] = JustHTML(html, fragment=True, sanitize=False).root.children or []
    return children[0]

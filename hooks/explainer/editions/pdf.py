"""One long page for WeasyPrint: a tagged PDF/UA with outline, the same to the byte each time."""

from __future__ import annotations

from html import escape

from .clean import clean, dead_ends, ids_of
from .epub import About
from .markup import inner_xml
from .pages import Book, Chapter
from .words import WORDS


def book_html(book: Book, about: About) -> str:
    """The whole book as one HTML page."""
    for chapter in book.chapters:
        clean(chapter, book, _target, about.site)
    starts = {chapter.name for chapter in book.chapters}
    ids = {i for c in book.chapters for i in ids_of(c.body)} | starts
    for chapter in book.chapters:
        dead_ends(chapter.body, frozenset(f"#{i}" for i in ids))
    words = WORDS[book.language]
    chapters = "".join(map(_section, book.chapters))
    return (
        f'<!DOCTYPE html><html lang="{book.language}"><head><meta charset="utf-8">'
        f"<title>{escape(book.title)}</title>"
        f'<meta name="description" content="{escape(words["summary"])}">'
        f'<meta name="dcterms.modified" content="{escape(about.modified)}"></head><body>'
        f"{_title(book, about)}{_contents(book)}{chapters}</body></html>"
    )


def _target(chapter: Chapter, fragment: str) -> str:
    return f"#{chapter.name}--{fragment}" if fragment else f"#{chapter.name}"


def _title(book: Book, about: About) -> str:
    words = WORDS[book.language]
    address = f' <a href="{escape(about.site)}">{escape(about.site)}</a>.' if about.site else "."
    return (
        f'<section class="book-title"><h1>{escape(book.title)}</h1>'
        f"<p>{escape(words['subtitle'])}</p><p>{escape(words['made'])}{address}</p></section>"
    )


def _contents(book: Book) -> str:
    items = []
    for chapter in (c for c in book.chapters if not c.part):
        below = "".join(_entry(c) for c in book.chapters if c.part == chapter.title)
        items.append(_entry(chapter, f"<ol>{below}</ol>" if below else ""))
    title = escape(WORDS[book.language]["contents"])
    return (
        f'<nav class="book-contents" aria-label="{title}"><h2>{title}</h2>'
        f"<ol>{''.join(items)}</ol></nav>"
    )


def _entry(chapter: Chapter, below: str = "") -> str:
    return f'<li><a href="#{chapter.name}">{escape(chapter.title)}</a>{below}</li>'


def _section(chapter: Chapter) -> str:
    below = " book-chapter--below" if chapter.part else ""
    return (
        f'<section class="book-chapter{below}" id="{chapter.name}" lang="{chapter.language}">'
        f"{inner_xml(chapter.body)}</section>"
    )

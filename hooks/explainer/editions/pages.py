"""What of the built site goes into a book: the pages of the menu, terms behind their index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from justhtml import JustHTML

from explainer.bilingual import folder_of

from .markup import Node, text_of

_TERMS = "[role=doc-glossary] dt a[href]"
_WORKS = ".ex-refs [id^=ref-]"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page as a chapter: its address in the site, its name inside the book, title, text."""

    url: str
    name: str
    title: str
    body: Node
    language: str
    part: str = ""  # the title of the chapter it belongs below


@dataclass(slots=True)
class Book:
    """All chapters of one language, in reading order."""

    language: str
    title: str
    chapters: list[Chapter] = field(default_factory=list)
    works: dict[str, Chapter] = field(default_factory=dict)  # id of a work -> who lists them all

    def by_url(self) -> dict[str, Chapter]:
        """Address in the site -> chapter."""
        return {chapter.url: chapter for chapter in self.chapters}


def read_book(site: Path, language: str, title: str) -> Book:
    """The book of a language from a built site (with directory addresses)."""
    home = folder_of(language)
    menu = [home, *_links(_tree(site, home), home, ".ex-menu__link")]
    book = Book(language, title)
    for url in dict.fromkeys(menu):
        book.chapters += _with_terms(site, url, language)
    for chapter in book.chapters:
        book.works |= {work.attrs["id"]: chapter for work in chapter.body.query(_WORKS)}
    return book


def _with_terms(site: Path, url: str, language: str) -> Iterator[Chapter]:
    tree = _tree(site, url)
    chapter = _chapter(tree, url, language)
    yield chapter
    for term in dict.fromkeys(_links(tree, url, _TERMS)):
        yield _chapter(_tree(site, term), term, language, chapter.title)


def _chapter(tree: JustHTML, url: str, language: str, part: str = "") -> Chapter:
    body = tree.query("article.ex-text")[0]
    title = text_of(tree.query("article.ex-text h1")[0])
    folder = folder_of(language)
    name = url.removeprefix(folder).strip("/").replace("/", "-") or "home"
    return Chapter(url, name, title, body, language, part)


def _tree(site: Path, url: str) -> JustHTML:
    return JustHTML((site / url / "index.html").read_text("utf-8"), sanitize=False)


def _links(tree: JustHTML, base: str, selector: str) -> list[str]:
    found: list[Node] = list(tree.query(selector))
    return [inside(base, link.attrs["href"] or "")[0] for link in found]


def inside(base: str, reference: str) -> tuple[str, str]:
    """Path inside the site ("" is its top) and fragment of a relative reference on a page."""
    parts = urlsplit(reference)
    if not parts.path:
        return base, unquote(parts.fragment)
    path = normpath(join("/", base, unquote(parts.path))).strip("/")
    is_folder = parts.path.endswith(("/", ".")) and path
    return f"{path}/" if is_folder else path, unquote(parts.fragment)

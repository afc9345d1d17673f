"""An EPUB 3.3 from chapters: the files, and a zip that is the same whenever it is made.

Structure after EPUB 3.3 (package document, navigation document) and EPUB Accessibility 1.1
(metadata on what the book needs from its reader).
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from .clean import clean, dead_ends, ids_of
from .markup import inner_xml
from .pages import Book, Chapter
from .words import WORDS

_XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'lang="{lang}" xml:lang="{lang}">\n<head><meta charset="UTF-8"/><title>{title}</title>'
    '<link rel="stylesheet" href="book.css"/></head>\n<body>{body}</body>\n</html>\n'
)
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_TYPES = {"css": "text/css", "woff2": "font/woff2", "xhtml": "application/xhtml+xml"}
_FIXED = (1980, 1, 1, 0, 0, 0)  # the first date that a zip can hold


@dataclass(frozen=True, slots=True)
class About:
    """What the package says of the book: address of the site, day of its texts (ISO 8601, UTC)."""

    site: str
    modified: str


def epub(book: Book, about: About, assets: Mapping[str, bytes]) -> bytes:
    """The EPUB; `assets` are the style sheet and fonts, by file name."""
    chapters = _chapters(book, about.site)
    files: dict[str, bytes] = {f"OEBPS/{name}": data for name, data in assets.items()}
    files |= {f"OEBPS/{c.name}.xhtml": _page(c).encode() for c in chapters}
    files["OEBPS/title.xhtml"] = _title_page(book, about).encode()
    files["OEBPS/nav.xhtml"] = _navigation(book).encode()
    files["OEBPS/book.opf"] = _package(book, about, assets).encode()
    files["META-INF/container.xml"] = _CONTAINER.encode()
    return zipped({"mimetype": b"application/epub+zip", **dict(sorted(files.items()))})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip in the order given; `mimetype` is stored as it is, as EPUB asks."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _FIXED)
            info.external_attr = 0o644 << 16
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, kind)
    return held.getvalue()


def _target(chapter: Chapter, fragment: str) -> str:
    name = fragment.replace(":", "-")
    return f"{chapter.name}.xhtml#c-{name}" if name else f"{chapter.name}.xhtml"


def _chapters(book: Book, site: str) -> list[Chapter]:
    for chapter in book.chapters:
        clean(chapter, book, _target, site)
    places = frozenset(f"{c.name}.xhtml#{i}" for c in book.chapters for i in ids_of(c.body))
    for chapter in book.chapters:
        dead_ends(chapter.body, places)
    return book.chapters


def _page(chapter: Chapter) -> str:
    return _XHTML.format(
        lang=chapter.language, title=escape(chapter.title), body=inner_xml(chapter.body)
    )


def _title_page(book: Book, about: About) -> str:
    words = WORDS[book.language]
    address = f' <a href="{escape(about.site)}">{escape(about.site)}</a>.' if about.site else "."
    body = (
        f'<section class="book-title"><h1>{escape(book.title)}</h1>'
        f"<p>{escape(words['subtitle'])}</p><p>{escape(words['made'])}{address}</p></section>"
    )
    return _XHTML.format(lang=book.language, title=escape(book.title), body=body)


def _navigation(book: Book) -> str:
    words = WORDS[book.language]
    items: list[str] = []
    for chapter in (c for c in book.chapters if not c.part):
        below = "".join(_entry(c) for c in book.chapters if c.part == chapter.title)
        items.append(_entry(chapter, f"<ol>{below}</ol>" if below else ""))
    title = escape(words["contents"])
    body = f'<nav epub:type="toc" role="doc-toc"><h1>{title}</h1><ol>{"".join(items)}</ol></nav>'
    return _XHTML.format(lang=book.language, title=title, body=body)


def _entry(chapter: Chapter, below: str = "") -> str:
    return f'<li><a href="{chapter.name}.xhtml">{escape(chapter.title)}</a>{below}</li>'


def _package(book: Book, about: About, assets: Mapping[str, bytes]) -> str:
    names = ["title", "nav", *(chapter.name for chapter in book.chapters)]
    kind = f'media-type="{_TYPES["xhtml"]}"'
    items = "".join(
        f'<item id="i-{name}" href="{name}.xhtml" {kind}{_properties(name, book)}/>'
        for name in names
    )
    items += "".join(
        f'<item id="a-{place}" href="{name}" media-type="{_TYPES[name.rpartition(".")[2]]}"/>'
        for place, name in enumerate(sorted(assets))
    )
    spine = "".join(f'<itemref idref="i-{name}"/>' for name in names)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" '
        f'xml:lang="{book.language}">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{_metadata(book, about)}</metadata>\n<manifest>{items}</manifest>\n"
        f"<spine>{spine}</spine>\n</package>\n"
    )


def _properties(name: str, book: Book) -> str:
    if name == "nav":
        return ' properties="nav"'
    drawn = (c for c in book.chapters if c.name == name and c.body.query("svg"))
    return ' properties="svg"' if next(drawn, None) else ""


def _metadata(book: Book, about: About) -> str:
    words = WORDS[book.language]
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{about.site}{book.language}")
    plain = {
        "dc:title": book.title,
        "dc:language": book.language,
        "dc:description": words["summary"],
        "dc:rights": words["rights"],
    }
    meta = {
        "dcterms:modified": about.modified,
        "schema:accessMode": "textual",
        "schema:accessModeSufficient": "textual",
        "schema:accessibilityHazard": "none",
        "schema:accessibilitySummary": words["hazard"],
    }
    features = ("structuralNavigation", "tableOfContents", "readingOrder")
    pairs = [*meta.items(), *(("schema:accessibilityFeature", name) for name in features)]
    return (
        f'<dc:identifier id="uid">urn:uuid:{identity}</dc:identifier>'
        + "".join(f"<{tag}>{escape(value)}</{tag}>" for tag, value in plain.items())
        + "".join(f'<meta property="{key}">{escape(value)}</meta>' for key, value in pairs)
    )

"""All books of a built site, as bytes by their path inside the site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .epub import About, epub
from .offered import book_path
from .pages import read_book
from .pdf import book_html

_FONTS = ("serif.woff2", "serif-italic.woff2", "sans.woff2")


def make(site: Path, assets: Path, names: Mapping[str, str], about: About) -> dict[str, bytes]:
    """EPUB and PDF in each language; `assets` is docs/assets, `names` language -> title."""
    made: dict[str, bytes] = {}
    sheets = (assets / "css" / name for name in ("book-epub.css", "book.css"))
    files = {"book.css": b"\n".join(sheet.read_bytes() for sheet in sheets)}
    files |= {name: (assets / "fonts" / name).read_bytes() for name in _FONTS}
    for language, title in names.items():
        made[book_path(language, "epub")] = epub(read_book(site, language, title), about, files)
        page = book_html(read_book(site, language, title), about)
        made[book_path(language, "pdf")] = write_pdf(page, assets)
    return made


def write_pdf(page: str, assets: Path) -> bytes:
    """A page as PDF/UA by WeasyPrint, with the fonts and style sheets of the book.

    The same to the byte where SOURCE_DATE_EPOCH is set, which dates the fonts inside.
    Raises OSError where the Pango library, which WeasyPrint draws text with, is not installed.
    """
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]  # noqa: PLC0415  needs a system library that builds do not
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # noqa: PLC0415

    base, fonts = (assets / "fonts").as_uri() + "/", FontConfiguration()
    sheets = [
        CSS(string=(assets / "css" / name).read_text("utf-8"), base_url=base, font_config=fonts)
        for name in ("book.css", "book-print.css")
    ]
    document = HTML(string=page, base_url=base)
    return bytes(document.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1"))

"""The books: what of the site stands in them, where their links lead, whether readers open them."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from explainer.downloads import downloads_html
from explainer.editions.epub import About, epub, zipped
from explainer.editions.make import write_pdf
from explainer.editions.offered import DOWNLOADS, read_editions
from explainer.editions.pages import inside, read_book
from explainer.editions.pdf import book_html
from explainer.editions.words import WORDS
from support import DOCS, ROOT

ABOUT = About("https://explainer.example/", "2026-01-02T03:04:05Z")
TITLES = {"id": "Rusia–DPRK, dengan catatan", "en": "Russia–DPRK, annotated"}
XHTML = "{http://www.w3.org/1999/xhtml}"
CSS = {"book.css": b"body { margin: 0 }"}


@pytest.fixture(scope="module", params=sorted(TITLES))
def language(request):
    return request.param


@pytest.fixture(scope="module")
def opened(site, language):
    """The EPUB of a language as its readers see it: name -> parsed file."""
    book = epub(read_book(site.dir, language, TITLES[language]), ABOUT, CSS)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xhtml", ".opf", ".xml"))]
        return {name: ET.fromstring(archive.read(name)) for name in names}  # noqa: S314  our own


@pytest.fixture(scope="module")
def page(site, language):
    """The one page that the PDF is made from."""
    return book_html(read_book(site.dir, language, TITLES[language]), ABOUT)


def pages_of(opened):
    return {name: tree for name, tree in opened.items() if name.endswith(".xhtml")}


def menu_pages(language):
    """The pages of a language that a book must hold: all terms, and what the menu names."""
    return [d for d in DOCS if d.lang == language and d.meta.get("kind") == "term"]


def test_every_term_is_a_chapter(site, language):
    book = read_book(site.dir, language, TITLES[language])
    titles = {chapter.title for chapter in book.chapters if chapter.part}
    assert titles == {doc.meta["title"] for doc in menu_pages(language)}


def test_the_book_begins_with_the_home_page_and_the_article(site, language):
    book = read_book(site.dir, language, TITLES[language])
    first = [chapter.url.removeprefix("en/") for chapter in book.chapters[:2]]
    assert first == ["", "artikel/" if language == "id" else "article/"]


def test_no_id_stands_twice_in_a_file(opened):
    for name, tree in pages_of(opened).items():
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), name


def test_every_link_inside_the_epub_leads_to_a_place(opened):
    ids = {n.removeprefix("OEBPS/"): {e.get("id") for e in t.iter()} for n, t in opened.items()}
    dead = []
    for name, tree in pages_of(opened).items():
        for link in tree.iter(f"{XHTML}a"):
            file, _, fragment = (link.get("href") or "").partition("#")
            target = file or name.removeprefix("OEBPS/")
            if "://" not in target and (
                target not in ids or (fragment and fragment not in ids[target])
            ):
                dead.append((name, link.get("href")))
    assert dead == []


def test_every_link_inside_the_pdf_page_leads_to_a_place(page):
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    links = re.findall(r'\bhref="#([^"]+)"', page)
    assert len(links) > 500
    assert [link for link in links if link not in ids] == []


@pytest.mark.parametrize("tag", ["button", "input", "script", "form", "dialog", "details"])
def test_nothing_stands_there_that_only_a_screen_can_use(opened, page, tag):
    assert not any(
        tree.iter(f"{XHTML}{tag}") and list(tree.iter(f"{XHTML}{tag}"))
        for tree in pages_of(opened).values()
    )
    assert f"<{tag}" not in page


def test_the_articles_words_stand_in_both_books(opened, page, language):
    said = {"id": "Tetapi semua orang butuh teman", "en": "But everyone needs friends"}[language]
    name = {"id": "artikel", "en": "article"}[language]
    text = "".join(opened[f"OEBPS/{name}.xhtml"].itertext())
    assert said in text
    assert said in page


def test_the_package_names_every_file_and_its_language(opened, language):
    package = opened["OEBPS/book.opf"]
    opf = "{http://www.idpf.org/2007/opf}"
    listed = {item.get("href") for item in package.iter(f"{opf}item")}
    held = {name.removeprefix("OEBPS/") for name in pages_of(opened)}
    assert listed == held | set(CSS)
    assert package.find(".//{http://purl.org/dc/elements/1.1/}language").text == language


def test_annotations_stand_at_the_end_with_their_numbers(opened, language):
    name = {"id": "artikel", "en": "article"}[language]
    article = opened[f"OEBPS/{name}.xhtml"]
    marks = article.findall(f".//{XHTML}sup[@class='book-mark']/{XHTML}a")
    notes = article.findall(f".//{XHTML}ol[@class='book-notes__list']/{XHTML}li")
    numbers = [int(note.get("value")) for note in notes]
    assert numbers == list(range(1, len(notes) + 1))
    assert len(notes) > 40
    assert {mark.text for mark in marks} == {f"[{number}]" for number in numbers}
    ids = {note.get("id") for note in notes}
    assert {mark.get("href").rpartition("#")[2] for mark in marks} == ids


def test_the_article_stands_in_one_language(page, language):
    other = {"en": "Presiden Rusia Vladimir Putin telah", "id": "President Vladimir Putin has told"}
    assert other[language] not in page


def test_works_are_listed_once(page):
    assert page.count('id="rujukan--ref-walt-1985"') + page.count(
        'id="references--ref-walt-1985"'
    ) in (0, 1)
    assert page.count("ex-ref__entry") > 300
    assert "ex-works__entry" not in page


def test_what_can_only_be_played_is_named_with_its_address(page, language):
    address = ABOUT.site + {"id": "dilema/", "en": "en/dilemma/"}[language]
    assert page.count(f'class="book-online">{WORDS[language]["online"]} <a href="{address}"') == 2
    assert "ex-grid__table" in page


def test_drawings_carry_their_own_look(page):
    for path in re.findall(r'<path class="ex-(?:line__dots|chart__line)[^>]*>', page):
        assert 'fill="none"' in path
        assert 'stroke="#' in path


def test_epubcheck_finds_nothing(site, language, tmp_path):
    """Where EPUBCheck is installed; every run checks what our own tests check."""
    checker = os.environ.get("EPUBCHECK") or shutil.which("epubcheck")
    if not checker:
        pytest.skip("EPUBCheck is not installed (it needs Java)")
    file = tmp_path / "book.epub"
    assets = {**CSS, "book.css": book_css()}
    file.write_bytes(epub(read_book(site.dir, language, TITLES[language]), ABOUT, assets))
    done = subprocess.run([checker, file], capture_output=True, text=True, check=False)
    assert "ERROR" not in done.stdout + done.stderr
    assert done.returncode == 0


def book_css() -> bytes:
    return Path(ROOT, "docs/assets/css/book.css").read_bytes()


def test_editions_are_read_from_their_folder_and_else_there_are_none(tmp_path):
    assert read_editions("") == {}
    for edition in DOWNLOADS:
        file = tmp_path / edition.path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(edition.path.encode())
    assert read_editions(str(tmp_path)) == {e.path: e.path.encode() for e in DOWNLOADS}


def test_an_edition_is_listed_with_its_size_and_checksum():
    book = next(one for one in DOWNLOADS if one.path.endswith("-id.pdf"))
    html = downloads_html([book], {book.path: b"x" * 1_700_000}, "id", str, str)
    assert "PDF, 1,7 MB" in html
    assert sha256(b"x" * 1_700_000).hexdigest() in html
    assert "Cara memuat" not in html
    assert "artikel milik penulis" in html


def test_two_books_are_the_same_to_the_byte(site):
    one, other = (epub(read_book(site.dir, "id", TITLES["id"]), ABOUT, CSS) for _ in range(2))
    assert one == other


def test_a_zip_is_the_same_whenever_it_is_made():
    files = {"mimetype": b"application/epub+zip", "a.txt": b"a"}
    made = zipped(files)
    assert made == zipped(files)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert archive.namelist() == list(files)


def test_a_pdf_is_tagged_has_a_language_and_is_made_again_the_same(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1661817600")  # as run.py does: fonts carry a date
    page = '<html lang="id"><head><title>Judul</title></head><body><h1>Judul</h1></body></html>'
    one, other = (write_pdf(page, Path(ROOT, "docs", "assets")) for _ in range(2))
    assert one == other
    held = b"".join(unpacked(one))
    for mark in (b"/MarkInfo", b"/Lang (id)", b"/StructTreeRoot", b"/Outlines"):
        assert mark in held, mark


def unpacked(pdf: bytes):
    """The compressed objects of a PDF as they are written."""
    for packed in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            yield zlib.decompress(packed)


@pytest.mark.parametrize(
    ("base", "reference", "expected"),
    [
        ("artikel/", "../glosarium/realisme/", ("glosarium/realisme/", "")),
        ("artikel/", "#p-1", ("artikel/", "p-1")),
        ("artikel/", "../", ("", "")),
        ("", "artikel/#fn:1", ("artikel/", "fn:1")),
        ("en/article/", "../../artikel/", ("artikel/", "")),
        ("glosarium/", "../unduh/glosarium.csv", ("unduh/glosarium.csv", "")),
    ],
)
def test_references_are_read_as_a_browser_reads_them(base, reference, expected):
    assert inside(base, reference) == expected

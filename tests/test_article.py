"""An article stands on the page as its author typed it; its translation mirrors it."""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from support import ROOT, Page, cases

DOCS = ROOT / "docs"
MARKER = re.compile(r"\[\d+\]")
NOT_THE_AUTHOR = {  # what we put into an article: labels, links back, resolved sources, previews
    "ex-vh",
    "ex-glosses",
    "ex-parallel",
    "ex-note__resolved",
    "ex-notes",
    "ex-notes__back",
    "ex-preview",
    "footnote",
    "footnote-backref",
    "headerlink",
}


@dataclass(frozen=True)
class Block:
    """A heading or paragraph of the article, or a note: what it is and what the author wrote."""

    kind: str
    text: str


def normalised(text: str) -> str:
    """One line of the form that tests/cases/article.yml describes."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def written(node: Any) -> str:
    """The author's text inside an element; a note marker reads [n]."""
    if node.name == "#text":
        return node.data
    if not node.children or _ours(node):
        return ""
    inside = "".join(written(child) for child in node.children)
    return f"[{inside.strip()}]" if _is_marker(node) else inside


def _ours(node: Any) -> bool:
    classes = (node.attrs.get("class") or "").split()
    return node.name in {"button", "script"} or not NOT_THE_AUTHOR.isdisjoint(classes)


def _is_marker(node: Any) -> bool:
    return node.name == "sup" and (node.attrs.get("id") or "").startswith("fnref")


def body(page: Page) -> list[Block]:
    """The headings and paragraphs of the article, without the frame around it."""
    children = [child for child in page.one(".ex-article").children if child.name[0] != "#"]
    blocks = [Block(child.name, normalised(written(child))) for child in children]
    return [block for block in blocks if block.text]


def notes(page: Page) -> list[Block]:
    """The notes in printed order, each with the number that the reader sees."""
    items = [li for li in page.all("li") if (li.attrs.get("id") or "").startswith("fn:")]
    return [_note(item, place) for place, item in enumerate(items, start=1)]


def _note(item: Any, place: int) -> Block:
    number = item.attrs.get("value") or place
    printed = item.query(".ex-note__printed")
    words = "".join(written(node) for node in printed) if printed else _plain_note(item)
    return Block("note", f"[{number}] {normalised(words)}")


def _plain_note(item: Any) -> str:
    return "".join(written(child) for child in item.children)


def whole(page: Page) -> str:
    """Everything that the author wrote, in the form of tests/cases/article.yml."""
    return "\n".join(block.text for block in body(page) + notes(page))


def difference(expected: str, found: str) -> str:
    """The words that differ, each on its own line, with four words around them."""
    lines = difflib.unified_diff(
        expected.split(), found.split(), "as typed", "on the page", n=4, lineterm=""
    )
    return "\n".join(lines)


@cache
def markdown_settings() -> tuple[list[Any], dict[str, Any]]:
    """The Markdown extensions of mkdocs.yml and their settings, without our hooks' own."""
    with (ROOT / "mkdocs.yml").open("rb") as stream:
        config = load_config(stream, hooks=[])
    return list(config.markdown_extensions), dict(config.mdx_configs)


def plain(path: str, change: tuple[str, str] = ("", "")) -> Page:
    """A page of docs/ rendered by Markdown alone, after one change to its text, if any."""
    text, _ = get_data((DOCS / path).read_text("utf-8"))
    extensions, settings = markdown_settings()
    converter = Markdown(extensions=extensions, extension_configs=settings)
    return Page(path, converter.convert(text.replace(*change) if change[0] else text))


def address(path: str) -> str:
    """Where MkDocs puts a page of docs/."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("index") else stem + "/"


every_article = pytest.mark.parametrize("case", cases("article"))


@every_article
def test_the_stored_text_is_normalised_and_matches_its_checksum(case):
    assert hashlib.sha256(case["text"].encode()).hexdigest() == case["sha256"]
    assert case["text"] == "\n".join(map(normalised, case["text"].split("\n")))


@every_article
def test_markdown_gives_the_article_word_for_word(case):
    found = whole(plain(case["page"]))
    assert found == case["text"], difference(case["text"], found)


@every_article
def test_the_built_page_gives_the_article_word_for_word(case, site):
    found = whole(site.page(address(case["page"])))
    assert found == case["text"], difference(case["text"], found)


@every_article
def test_the_headings_of_the_article_are_headings_and_nothing_else_is(case):
    kinds = {block.text: block.kind for block in body(plain(case["page"]))}
    assert [text for text, kind in kinds.items() if kind == "h2"] == case["headings"]
    assert set(kinds.values()) == {"h2", "p"}


@every_article
def test_the_translation_has_the_same_blocks_markers_and_notes(case):
    _same_shape(plain(case["page"]), plain(case["translation"]))


@every_article
def test_the_built_translation_has_the_same_blocks_markers_and_notes(case, site):
    _same_shape(site.page(address(case["page"])), site.page(address(case["translation"])))


def _same_shape(original: Page, translation: Page) -> None:
    assert _shape(body(original)) == _shape(body(translation))
    assert notes(original) == notes(translation)


def _shape(blocks: list[Block]) -> list[tuple[str, list[str]]]:
    return [(block.kind, MARKER.findall(block.text)) for block in blocks]


@every_article
def test_the_translation_is_not_a_copy(case):
    pairs = zip(body(plain(case["page"])), body(plain(case["translation"])), strict=True)
    assert not [one.text for one, other in pairs if one.text == other.text]


@every_article
@pytest.mark.parametrize("key", ["page", "translation"])
def test_source_and_rights_stand_before_the_article_and_outside_it(case, key):
    page = plain(case[key])
    frame = page.html[: page.html.index("ex-article")]
    assert 'class="ex-source"' in frame
    assert 'class="ex-rights"' in frame
    assert not page.all(".ex-article .ex-source, .ex-article .ex-rights")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("tananan", "tatanan"), id="a typing error corrected"),
        pytest.param(("“republik", '"republik'), id="a typographic quote made straight"),
        pytest.param(("[^3]", ""), id="a marker lost"),
        pytest.param(("Korea[^1].", "Korea.[^1]"), id="a marker moved past the full stop"),
        pytest.param(("#:~:text=", "#text="), id="an address shortened"),
        pytest.param(("%20", " "), id="an address decoded"),
        pytest.param(("## Semua", "Semua"), id="a heading turned into a paragraph"),
        pytest.param(("Grieco “Realist", "Grieco, “Realist"), id="a comma added to a note"),
    ],
)
def test_every_kind_of_change_is_noticed(change):
    changed, kept = plain("artikel.md", change), plain("artikel.md")
    assert (whole(changed), _shape(body(changed))) != (whole(kept), _shape(body(kept)))


def test_only_the_authors_words_are_read_from_a_page_with_ours_among_them():
    page = Page(
        "artikel/index.html",
        '<div class="ex-article"><h2 id="a">Judul<a class="headerlink" href="#a">¶</a></h2>'
        '<p class="ex-par" id="p-1">Satu<sup class="ex-noteref" id="fnref:1"><a href="#fn:1">1'
        '<span class="ex-vh"> catatan kaki</span></a><button></button></sup>,  dua.</p>'
        '<aside class="ex-preview"><p>Catatan 1</p><div class="ex-note">Ibid.</div></aside></div>'
        '<section class="ex-notes"><ol><li id="fn:1" value="7"><div class="ex-note">'
        '<div class="ex-note__printed"><p>Ibid.</p></div>'
        '<div class="ex-note__resolved"><p>Sumber lengkap</p></div></div>'
        '<p class="ex-notes__back"><a href="#fnref:1">paragraf 1</a></p></li></ol></section>',
    )
    assert whole(page) == "Judul\nSatu[1], dua.\n[7] Ibid."


def test_a_difference_shows_the_words_as_typed_and_as_found():
    shown = difference("terisolir dari tananan internasional", "terisolir dari tatanan dunia")
    assert "-tananan" in shown
    assert "+tatanan" in shown

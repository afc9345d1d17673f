"""Two languages: every page says its own, names its pair and keeps to its menu."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest

from support import (
    ARTICLES,
    DOCS,
    ERROR_PAGES,
    EVERY_DOC,
    EVERY_PAGE,
    SITE_URL,
    Doc,
    is_own,
    resolve,
    target_path,
    words,
)

COMMON_WORDS = {
    "id": set("yang dan di dari dengan untuk pada ini setiap oleh tidak sampai".split()),
    "en": set("the and of in to is with for every how by not this".split()),
}

BY_SRC = {doc.src: doc for doc in DOCS}
EVERY_PAIRED = [pytest.param(doc, id=doc.src) for doc in DOCS if "pair" in doc.meta]
PAIRED_ARTICLES = [doc for doc in ARTICLES if "pair" in doc.meta]


def seems(text: str) -> set[str]:
    """The languages whose common words a text holds most of; both if it cannot be told."""
    found = set(re.findall(r"[a-z]+", text.lower()))
    counts = {lang: len(found & common) for lang, common in COMMON_WORDS.items()}
    return {lang for lang, count in counts.items() if count == max(counts.values())}


# --- Titles and languages --------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_each_page_says_its_language(site, path):
    page = site.page(path)
    assert page.one("html").attrs["lang"] == page.lang


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_title_and_description_are_there_and_in_the_page_s_language(site, doc: Doc):
    page = site.page(doc.url)
    description = page.one('meta[name="description"]').attrs["content"]
    assert doc.meta["title"] in page.text("head title")
    assert description == doc.meta["description"]
    assert doc.lang in seems(description) or not seems(description)  # no telling word, perhaps
    assert doc.meta.get("kind") == "term" or doc.lang in seems(doc.meta["title"])


def test_titles_and_descriptions_are_unique(site):
    pages = [site.page(doc.url) for doc in DOCS]
    titles = Counter(page.text("head title") for page in pages)
    descriptions = Counter(page.one('meta[name="description"]').attrs["content"] for page in pages)
    assert max(titles.values()) == max(descriptions.values()) == 1


def own_words(node: Any, lang: str) -> str:
    """The text of an element without its parts that say they are in another language."""
    if not node.children:
        return words(node)
    other = {"id": "en", "en": "id"}[lang]
    return " ".join(
        own_words(child, lang) if child.name[0] != "#" else child.data
        for child in node.children
        if child.name[0] == "#" or child.attrs.get("lang") != other
    )


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_the_text_is_in_the_page_s_language(site, doc: Doc):
    assert seems(own_words(site.page(doc.url).one("main"), doc.lang)) == {doc.lang}


def test_the_404_page_speaks_both_languages(site):
    page = site.page("404.html")
    english = " ".join(words(node) for node in page.all('main [lang="en"]'))
    assert page.text("head title")
    assert seems(english) == {"en"}
    assert seems(words(page.one("main")).replace(english, "")) == {"id"}


@pytest.mark.parametrize("path", ERROR_PAGES)
def test_a_page_for_errors_works_at_any_depth(site, path):
    """Everything on it is addressed from the root of the host, since its own depth is unknown."""
    page = site.page(path)
    links = [
        node.attrs.get("href") or node.attrs.get("src") or "" for node in page.all("[href], [src]")
    ]
    base = urlsplit(SITE_URL).path
    assert [link for link in links if not link.startswith((base, "#", "data:", "https://"))] == []


# --- Pairs -----------------------------------------------------------------------------------


def test_our_own_pages_exist_in_both_languages():
    """A dropped-in article may wait for its translation; these pages may not."""
    own = {"index.md", "artikel.md", "tentang.md"}
    pairs = {"index.md": "en/index.md", "artikel.md": "en/article.md", "tentang.md": "en/about.md"}
    assert {doc.src: doc.meta["pair"] for doc in DOCS if doc.src in own} == pairs


@pytest.mark.parametrize("doc", EVERY_PAIRED)
def test_pages_name_each_other_as_pairs(doc: Doc):
    pair = BY_SRC[doc.meta["pair"]]
    assert pair.meta["pair"] == doc.src
    assert pair.lang != doc.lang
    assert pair.meta.get("kind") == doc.meta.get("kind")


@pytest.mark.parametrize("doc", EVERY_PAIRED)
def test_the_language_switch_leads_to_the_pair(site, doc: Doc):
    page = site.page(doc.url)
    pair = BY_SRC[doc.meta["pair"]]
    switches = page.all(f'body a[hreflang="{pair.lang}"]')
    assert switches
    assert {resolve(page, node.attrs["href"]) for node in switches} == {SITE_URL + pair.url}
    assert {node.attrs.get("lang") for node in switches} == {pair.lang}


def test_menus_stay_in_their_language(site):
    """Apart from the language switch, a menu leads to pages of its own language only."""
    for doc in DOCS:
        page = site.page(doc.url)
        links = [node for node in page.all("nav a[href]") if not node.attrs.get("hreflang")]
        paths = [
            target_path(resolve(page, node.attrs["href"]))
            for node in links
            if not is_far(page, node)
        ]
        assert {("en" if path.startswith("en/") else "id") for path in paths} == {doc.lang}, doc.src


def is_far(page, node) -> bool:
    return not is_own(resolve(page, node.attrs["href"]))


SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def sitemap(site) -> dict[str, dict[str, str]]:
    """Each address in the sitemap with its alternates by language."""
    root = ET.fromstring(site.read("sitemap.xml"))  # noqa: S314  # our own file
    return {
        entry.findtext("s:loc", "", SITEMAP): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in entry.findall("x:link", SITEMAP)
        }
        for entry in root.findall("s:url", SITEMAP)
    }


def test_the_sitemap_names_every_page_and_its_pair(site):
    entries = sitemap(site)
    listed = [doc for doc in DOCS if "robots" not in doc.meta]  # those for readers
    assert set(entries) == {SITE_URL + doc.url for doc in listed}
    for doc in listed:
        assert entries[SITE_URL + doc.url] == expected_alternates(doc), doc.src


def expected_alternates(doc: Doc) -> dict[str, str]:
    """A page, its pair, and the Indonesian one for whoever speaks neither."""
    if "pair" not in doc.meta:
        return {}
    both = {one.lang: SITE_URL + one.url for one in (doc, BY_SRC[doc.meta["pair"]])}
    return {**both, "x-default": both["id"]}


def test_paragraphs_have_the_same_ids_in_both_languages(site):
    for doc in PAIRED_ARTICLES:
        both = (doc, BY_SRC[doc.meta["pair"]])
        ids = [[node.attrs["id"] for node in site.page(one.url).all("p.ex-par")] for one in both]
        assert ids[0] == ids[1] == [f"p-{number}" for number in range(1, len(ids[0]) + 1)]
        assert len(ids[0]) > 5

"""Switching languages and searching, in Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from chromium import IS_ON_TOP
from support import DOCS, LAYOUTS

BY_SRC = {doc.src: doc for doc in DOCS}
PAIRED = [doc for doc in LAYOUTS if doc.lang == "id" and "pair" in doc.meta]
EVERY_PAIR = [pytest.param(doc, id=doc.src) for doc in PAIRED]


def switch(page: Page, language: str) -> Locator:
    """The link to this page in another language."""
    return page.locator(f'header a[hreflang="{language}"]')


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("doc", EVERY_PAIR)
def test_the_switch_leads_to_the_pair_and_back(reader, doc, width, js):
    page = reader.open(doc.url, width=width, js=js).page
    start = page.url
    switch(page, "en").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == reader.base + BY_SRC[doc.meta["pair"]].url
    switch(page, "id").click()
    expect(page.locator("html")).to_have_attribute("lang", "id")
    assert page.url == start


def search_for(page: Page, query: str) -> list[str]:
    """Type into the search box as a reader does; the addresses that it finds."""
    box = page.get_by_role("search").get_by_role("textbox")
    if not box.evaluate(IS_ON_TOP):
        page.get_by_role("search").locator("label").first.click()
    box.click()
    page.keyboard.type(query, delay=20)
    results = page.get_by_role("search").get_by_role("link")
    expect(results.first).to_be_visible()
    return [link.evaluate("link => link.href") for link in results.all()]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("start", "query", "wanted"),
    [
        ("", "bilateral", "artikel/"),
        ("artikel/", "Rusia", "artikel/"),
        ("en/", "bilateral", "en/article/"),
        ("en/article/", "Russia", "en/article/"),
    ],
    ids=["home", "artikel", "en/home", "en/article"],
)
def test_search_finds_pages_of_the_reader_s_language(reader, start, query, wanted, width):
    visit = reader.open(start, width=width)
    found = search_for(visit.page, query)
    paths = [address.removeprefix(reader.base) for address in found]
    english = [path for path in paths if path.startswith("en/")]
    assert wanted in {path.split("#")[0].split("?")[0] for path in paths}
    assert english == (paths if start.startswith("en/") else [])
    assert visit.complaints == []


@pytest.mark.parametrize("start", ["", "en/"], ids=["id", "en"])
def test_a_search_result_opens_its_page(reader, start):
    page = reader.open(start).page
    search_for(page, "bilateral")
    page.get_by_role("search").get_by_role("link").first.click()
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] != reader.base + start)
    expect(page.locator("html")).to_have_attribute("lang", "en" if start else "id")


def test_search_says_when_it_finds_nothing(reader):
    page = reader.open("").page
    search = page.get_by_role("search")
    search.get_by_role("textbox").click()
    page.keyboard.type("xyzzyq", delay=20)
    expect(search).to_contain_text("Tidak ada")
    expect(search.get_by_role("link")).to_have_count(0)

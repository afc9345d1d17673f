"""Searching as readers do, in Chromium: the table of queries, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from chromium import IS_ON_TOP, Reader, Visit
from support import CASES

HOMES = {"id": "", "en": "en/"}
QUERIES = yaml.safe_load((CASES / "search.yml").read_text("utf-8"))
EVERY_QUERY = [pytest.param(case, id=f"{case['lang']}: {case['query']}") for case in QUERIES]


@pytest.fixture(scope="module")
def visits(browser: Any, served: str) -> Iterator[Callable[[str, int], Visit]]:
    """A page with its search open, one for each language and width."""
    reader, opened = Reader(browser, served), {}

    def visit(lang: str, width: int) -> Visit:
        if (lang, width) not in opened:
            opened[lang, width] = reader.open(HOMES[lang], width=width)
            open_search(opened[lang, width].page)
        return opened[lang, width]

    yield visit
    reader.close()


def open_search(page: Page) -> None:
    """Put the cursor into the search box: on a phone it hides behind an icon."""
    search = page.get_by_role("search")
    box = search.get_by_role("textbox")
    if not box.evaluate(IS_ON_TOP):
        search.locator("label").first.click()
    box.click()


def look_for(page: Page, query: str) -> None:
    """Type a query anew; the list of the one before is gone when this one's is there."""
    links = results(page)
    page.get_by_role("search").get_by_role("textbox").fill("")
    page.keyboard.press("End")  # the theme listens to keys
    expect(links).to_have_count(0)
    page.keyboard.insert_text(query)
    page.keyboard.press("End")
    expect(links.first).to_be_visible()


def results(page: Page) -> Locator:
    return page.get_by_role("search").get_by_role("link")


def found(page: Page, home: str) -> list[str]:
    """The pages listed, each once, by their place below the home of their language."""
    addresses = results(page).evaluate_all("links => links.map(link => link.href)")
    paths = (address.removeprefix(home).split("#")[0].split("?")[0] for address in addresses)
    return list(dict.fromkeys(paths))


def missing_below(page: Page, home: str, wanted: set[str]) -> set[str]:
    """Which of the wanted pages do not come even when the reader scrolls down the list."""
    region, missing = page.get_by_role("search").get_by_role("region"), wanted
    for _ in range(100):
        missing = wanted - set(found(page, home))
        if not missing:
            break
        for place in ("0", "list.scrollHeight"):  # each arrival at the end brings more
            region.evaluate(f"list => list.scrollTo(0, {place})")
            page.wait_for_timeout(60)
    return missing


@pytest.mark.parametrize("case", EVERY_QUERY)
def test_a_query_finds_its_pages_on_a_phone(visits, served, case):
    check(visits(case["lang"], 390), served, case)


@pytest.mark.parametrize("case", EVERY_QUERY[::6])
def test_a_query_finds_its_pages_on_a_desk(visits, served, case):
    check(visits(case["lang"], 1280), served, case)


def check(visit: Visit, served: str, case: dict[str, Any]) -> None:
    """Type the query of a case and compare what is found."""
    home = served + HOMES[case["lang"]]
    look_for(visit.page, case["query"])
    pages = found(visit.page, home)
    assert case.get("first", pages[0]) == pages[0]
    assert set(case.get("finds", [])) - set(pages) == set()
    assert missing_below(visit.page, home, set(case.get("lists", []))) == set()
    assert visit.complaints == []


def test_the_table_is_long_and_asks_for_something():
    assert len({(case["query"], case["lang"]) for case in QUERIES}) >= 40
    assert all({"first", "finds", "lists"} & set(case) for case in QUERIES)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_reader_sees_the_words_added(visits, width):
    page = visits("id", width).page
    look_for(page, "untung")
    shown = page.get_by_role("search").inner_text()
    assert "keuntungan" in shown.lower()
    assert "diuntungkan menguntungkan" not in shown

"""Our small script in Chromium: search on intent, colours, the heading being read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from chromium import PATIENCE
from test_browser_pages import BACKGROUND
from test_browser_search import open_search, results

PROGRAM = "**/assets/javascripts/bundle.*"
COLOURS_AT_EACH_FRAME = """(() => {
  const seen = globalThis.__colours = [];
  const look = () => {
    if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
    requestAnimationFrame(look);
  };
  look();
})()"""
LETTERS = "fs/pn,."


def asked_for(visit) -> list[str]:
    """The addresses that a page asks for from now on, filled in as it does.

    Its icon is left out: a browser asks for that when it likes.
    """
    urls: list[str] = []
    visit.page.on("request", lambda request: urls.append(request.url))
    return urls


def hold(page: Page) -> list[Route]:
    """Keep the program of the search waiting: filled in with what to let go on."""
    held: list[Route] = []
    page.route(PROGRAM, lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    return held


# --- Search ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "artikel/", "en/article/"])
def test_reading_fetches_no_program_of_the_search(reader, path):
    visit = reader.open(path)
    loaded = visit.page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert [url for url in loaded if "/assets/javascripts/" in url or "search_index" in url] == []
    urls = asked_for(visit)
    open_search(visit.page)
    expect(visit.page.locator(".ex-search__output")).to_be_visible()
    for _ in range(PATIENCE // 100):  # a slow machine is idle before the program has begun
        if any("search_index" in url for url in urls):
            break
        visit.page.wait_for_timeout(100)
    visit.page.wait_for_load_state("networkidle")
    names = sorted(url.rsplit("/", 1)[1].split(".")[0] for url in urls)
    names = [name for name in names if name != "favicon"]
    assert names == ["bundle", "search", "search_index"]
    assert visit.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
def test_what_was_typed_before_the_program_came_is_answered(reader, width):
    page = reader.open("", width=width).page
    held = hold(page)
    open_search(page)
    page.keyboard.type("bilateral")
    expect(page.get_by_role("search")).to_contain_text("Menyiapkan pencarian")
    held.pop().continue_()
    expect(results(page).first).to_be_visible()
    page.wait_for_timeout(500)  # the program closes the search a moment after it begins
    expect(page.get_by_role("search").get_by_role("textbox")).to_be_focused()
    expect(results(page).first).to_be_visible()


def test_a_program_that_does_not_come_is_said_and_asked_for_again(reader):
    page = reader.open("").page
    page.route(PROGRAM, lambda route: route.abort())
    open_search(page)
    expect(page.get_by_role("search")).to_contain_text("belum dapat dimuat")
    page.unroute(PROGRAM)
    page.keyboard.press("Escape")
    page.locator("h1").click()
    open_search(page)
    page.keyboard.type("bilateral", delay=20)
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_control_k_opens_the_search(reader, width):
    page = reader.open("artikel/", width=width).page
    page.keyboard.press("Control+k")
    page.keyboard.type("bilateral", delay=20)
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".ex-search__output")).to_be_hidden()


def test_single_letters_do_nothing(reader):
    """WCAG 2.1.4, also after the theme's program is there, which listens to some."""
    page = reader.open("artikel/").page
    before = page.url
    for used in (False, True):
        if used:
            open_search(page)
            page.keyboard.type("bilateral", delay=20)
            expect(results(page).first).to_be_visible()
            page.keyboard.press("Escape")
            expect(page.locator(".ex-search__output")).to_be_hidden()
        for letter in LETTERS:
            page.keyboard.press(letter)
        page.wait_for_timeout(200)
        expect(page.locator(".ex-search__output")).to_be_hidden()
        assert page.evaluate("document.activeElement === document.body")
        assert page.url == before


def test_letters_of_shortcuts_can_be_searched_for(reader):
    page = reader.open("").page
    open_search(page)
    page.keyboard.type(f"a{LETTERS}", delay=20)
    expect(page.get_by_role("search").get_by_role("textbox")).to_have_value(f"a{LETTERS}")


@pytest.mark.parametrize("key", ["Tab", "Escape"])
def test_the_search_closes_before_its_program_is_there(reader, key):
    page = reader.open("").page
    held = hold(page)
    open_search(page)
    expect(page.locator(".ex-search__output")).to_be_visible()
    page.keyboard.press(key)
    expect(page.locator(".ex-search__output")).to_be_hidden()
    held.pop().continue_()
    page.wait_for_function("() => globalThis.component$")
    page.wait_for_timeout(300)


# --- Colours ---------------------------------------------------------------------------------


def test_no_frame_shows_other_colours_than_those_chosen(reader):
    page = reader.open("artikel/").page
    for _ in range(2):
        page.locator("header form label:visible").click()
    assert page.evaluate("Object.entries(localStorage)") == [["ex-colours", "dark"]]
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.add_init_script(COLOURS_AT_EACH_FRAME)
    page.reload()
    assert set(page.evaluate("globalThis.__colours")) == {dark}
    assert page.evaluate(BACKGROUND) < 0.5


def test_the_device_decides_again_and_nothing_stays_stored(reader):
    page = reader.open("artikel/", scheme="dark").page
    for _ in range(3):
        page.locator("header form label:visible").click()
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate(BACKGROUND) < 0.5
    page.emulate_media(color_scheme="light")
    assert page.evaluate(BACKGROUND) > 0.5


def test_colours_can_be_chosen_by_keyboard(reader):
    page = reader.open("artikel/").page
    page.locator("#ex-colours-0").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#ex-colours-1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#ex-colours-2")).to_be_focused()
    assert page.evaluate(BACKGROUND) < 0.5


# --- The heading being read ------------------------------------------------------------------


def marked(page: Page) -> list[str]:
    return page.locator(".ex-contents__link[aria-current='true']").all_inner_texts()


def test_the_heading_being_read_is_marked(reader):
    page = reader.open("tentang/", width=1440, height=900).page
    titles = page.locator(".ex-contents__link").all_inner_texts()
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".ex-contents__link[aria-current]")).to_have_count(0)
    for title in titles[1:4]:
        page.get_by_role("link", name=title, exact=True).first.click()
        expect(page.locator(".ex-contents__link[aria-current]")).to_have_text([title])
    assert marked(page) == [titles[3]]

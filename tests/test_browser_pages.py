"""Every page in Chromium: barriers, width, zoom, silence, and life without JavaScript."""

from __future__ import annotations

import re
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from chromium import PATIENCE
from support import EACH_LAYOUT, EACH_LAYOUT_PAGE, EVERY_ARTICLE, EVERY_PAGE, words

AXE = Axe()
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2 AA, off in axe-core by default
}
SCHEMES = ["light", "dark"]
WIDTHS = {390: 844, 1440: 900}

BACKGROUND = """() => {
  const painted = [document.body, document.documentElement]
    .map(node => getComputedStyle(node).backgroundColor)
    .find(colour => colour !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  canvas.fillStyle = painted;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}"""
FOCUS = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const face = node.closest('svg') ? node.querySelector('rect, text') ?? node : node;
  const box = face.getBoundingClientRect(), style = getComputedStyle(node);
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const isOn = (across, down) => {
    const there = document.elementFromPoint(
      left + across * (right - left), top + down * (bottom - top));
    const label = there?.closest('label'), marker = node.closest('.ex-noteref');
    return !!there && (node.contains(there)
      || !!label && label.control?.name === node.name  // the visible face of a hidden input
      || !!marker && marker.contains(there));  // a marker's clear button lies over its number
  };
  const parts = [0.1, 0.5, 0.9].flatMap(across => [0.1, 0.5, 0.9].map(down => [across, down]));
  return {
    html: node.outerHTML.slice(0, 160),
    visible: parts.some(([across, down]) => isOn(across, down)),
    marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
  };
}"""
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const tooWide = [...document.querySelectorAll('body *')]
    .filter(node => node.checkVisibility() && node.getBoundingClientRect().right > width + 1)
    .map(node => node.outerHTML.slice(0, 100));
  return {page: document.documentElement.scrollWidth, screen: width, tooWide};
}"""


def adopting(rules):
    """What gives a page further rules, also where its policy or the lack of scripts would not."""
    return f"""() => {{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`{rules}`);
      document.adoptedStyleSheets = [sheet];
    }}"""


LAID_OUT = adopting("* { content-visibility: visible !important }")
"""As if the reader had been everywhere: what is out of view need not be laid out before."""


def violations(page: Page, within: str | None = None) -> list[str]:
    """What axe-core finds in a part or all of a page, one line per element; all is laid out."""
    page.evaluate(LAID_OUT)
    found = AXE.run(page, context=within, options=AXE_OPTIONS).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:160]} | {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def wait_for_scheme(page: Page, scheme: str) -> None:
    """The page's script follows the device's scheme a little later."""
    for _ in range(PATIENCE // 50):
        if (page.evaluate(BACKGROUND) > 0.5) == (scheme == "light"):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"the page does not turn {scheme}")


def barriers_in_every_light(page: Page, within: str | None = None) -> dict[str, list[str]]:
    """What axe-core finds in both schemes at both widths, by circumstance; only what it finds."""
    found = {}
    for scheme, width in product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": WIDTHS[width]})
        wait_for_scheme(page, scheme)
        found[f"{scheme}, {width} px"] = violations(page, within)
    return {circumstance: lines for circumstance, lines in found.items() if lines}


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_barriers(reader, path):
    assert barriers_in_every_light(reader.open(path).page) == {}


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_no_barriers_in_an_open_preview(reader, doc):
    page = reader.open(doc.url).page
    page.locator("button.ex-noteref__button").nth(3).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert barriers_in_every_light(page) == {}
    expect(page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_barriers_in_an_open_menu(reader, width):
    page = reader.open("", width=width, height=WIDTHS[width]).page
    for button in page.locator("header button[popovertarget]").all():
        if button.is_visible():
            button.click()
    assert violations(page) == []


def test_the_reader_s_choice_of_colours_wins_and_stays(reader):
    """Each press of the switch goes one further: device, light, dark."""
    page = reader.open("artikel/").page
    switch = page.locator("header form label:visible")
    seen = []
    for _ in range(3):
        switch.click()
        seen.append("light" if page.evaluate(BACKGROUND) > 0.5 else "dark")
    assert seen == ["light", "dark", "light"]
    switch.click()
    switch.click()
    page.goto(reader.base + "en/")
    assert page.evaluate(BACKGROUND) < 0.5


# --- Silence ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EACH_LAYOUT_PAGE)
def test_reading_stores_nothing(reader, path):
    page = reader.open(path).page
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert page.context.cookies() == []
    assert kept == []


# --- Width and size --------------------------------------------------------------------------


# 320 px is also what is left of 1280 px at 400 % zoom (WCAG 1.4.10), 640 px at 200 % (1.4.4).
SIZES = {320: 640, 360: 640, 640: 400, 768: 1024, 1024: 768, 1440: 900, 1920: 1080}

# Controls that only a script can serve; the page ships them hidden, and the script shows them.
WITHOUT_CONTROLS = """() => document.querySelectorAll(
  '.ex-marks, .ex-filter, .ex-filters__group--years, .ex-filters__copy, .ex-count, .ex-copy, '
    + '.ex-today, .ex-today-hint, .ex-rounds, .ex-guess, .ex-lab, [type=reset]')
  .forEach(node => node.remove())"""
ASKED_FOR = {"ex-school", "ex-refs__count", "ex-tracks ex-made"}
"""Shown when the address names a school or a kind; heads of the columns of wide screens."""


WIDER_SPACING = adopting(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
)
TWICE_AS_LARGE = """() => {
  const root = document.documentElement;
  root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px';
}"""


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("path", EACH_LAYOUT_PAGE)
def test_no_sideways_scrolling_on_any_screen_or_zoom(reader, path, js):
    page = reader.open(path, width=320, height=640, js=js).page
    assert too_wide(page, SIZES) == {}


@pytest.mark.parametrize("path", EACH_LAYOUT_PAGE)
def test_wider_spacing_fits(reader, path):
    """WCAG 1.4.12: spacing that readers may set themselves."""
    page = reader.open(path, width=320, height=640).page
    page.evaluate(WIDER_SPACING)
    assert too_wide(page, {320: 640, 1280: 800}) == {}


@pytest.mark.parametrize("path", EACH_LAYOUT_PAGE)
def test_letters_twice_as_large_flow_anew(reader, path):
    """Only the letters grow (the reader's font size); lines break, nothing is cut off."""
    page = reader.open(path, width=390, height=844).page
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = page.evaluate(size)
    page.evaluate(TWICE_AS_LARGE)
    assert page.evaluate(size) >= 1.8 * before
    assert too_wide(page, {390: 844, 1280: 800}) == {}


def too_wide(page: Page, sizes: dict[int, int]) -> dict[int, dict[str, object]]:
    """The screens on which the page is wider than the screen, and what is to blame."""
    found = {}
    for width, height in sizes.items():
        page.set_viewport_size({"width": width, "height": height})
        if not fits(page):
            found[width] = page.evaluate(OVERFLOW)
    return found


def fits(page: Page) -> bool:
    """Whether the page is no wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_lines_of_the_article_are_60_to_75_characters(reader):
    """Measured as a typesetter does: the width of a line in average letters."""
    page = reader.open("artikel/", width=1440, height=900).page
    characters = (
        page.locator("p.ex-par")
        .nth(1)
        .evaluate(
            """node => {
          const style = getComputedStyle(node), range = document.createRange();
          const pen = new OffscreenCanvas(1, 1).getContext('2d');
          pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
          const text = node.textContent.trim().slice(0, 400);
          return node.clientWidth / (pen.measureText(text).width / text.length);
        }"""
        )
    )
    assert 60 <= characters <= 75


# --- Without JavaScript ----------------------------------------------------------------------


@pytest.mark.parametrize("doc", EACH_LAYOUT)
def test_without_javascript_the_same_words_are_readable(reader, doc):
    texts = []
    for js in (True, False):
        page = reader.open(doc.url, js=js).page
        page.evaluate(WITHOUT_CONTROLS)
        texts.append(re.sub(r"\s+", " ", page.locator("main").inner_text()))
    assert texts[0] == texts[1]
    assert len(texts[1]) > 300


@pytest.mark.parametrize("doc", EACH_LAYOUT)
def test_every_paragraph_is_visible_without_javascript(reader, site, doc):
    page = reader.open(doc.url, js=False, width=390, height=844).page
    page.evaluate(LAID_OUT)
    shown = re.sub(r"\W+", "", page.locator("main").inner_text())
    paragraphs = [node for node in site.page(doc.url).all("main p") if is_shown(node)]
    texts = [re.sub(r"\W+", "", at_once(node)) for node in paragraphs]
    assert texts
    assert [text for text in texts if text not in shown] == []


def at_once(node) -> str:
    """A paragraph's words without those that stand in for others when a filter is on."""
    text = words(node)
    for part in node.query(".ex-event__since"):
        text = text.replace(words(part), "")
    return text


def is_shown(node) -> bool:
    """Whether a paragraph is text: shown at once, not when a click, address or script asks."""
    if node.query(".ex-vh") or node.query("button[hidden]") or node.attrs.get("class") in ASKED_FOR:
        return False
    while node.parent is not None:
        if node.name in {"nav", "details"} or {"popover", "hidden"} & node.attrs.keys():
            return False
        node = node.parent
    return True


# --- Page not found --------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["tidak/ada/", "en/not/there/"])
def test_a_wrong_address_shows_our_page_and_its_ways_out(reader, path):
    visit = reader.open(path)
    page = visit.page
    expect(page.locator("main h1")).to_be_visible()
    background = page.evaluate(BACKGROUND)
    links = page.locator("main a").evaluate_all("all => all.map(link => link.href)")
    assert reader.base in links
    assert reader.base + "en/" in links
    assert background > 0.5
    assert [line for line in visit.failed if path not in line] == []
    assert visit.foreign == []


# --- Keyboard --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EACH_LAYOUT_PAGE)
def test_the_first_tab_offers_to_skip_to_the_content(reader, path):
    page = reader.open(path).page
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_be_in_viewport()
    target = focused.get_attribute("href") or ""
    assert target.startswith("#")
    page.keyboard.press("Enter")
    inside = "id => document.getElementById(id).matches('main, main *')"
    assert page.evaluate(inside, target.removeprefix("#"))


@pytest.mark.parametrize("path", EACH_LAYOUT_PAGE)
def test_what_has_the_focus_can_be_seen(reader, path):
    """Tab through the page: each stop is on the screen, not under the header, and marked."""
    page = reader.open(path).page
    lost = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        if not (stop["visible"] and stop["marked"]):
            lost.append(stop)
    assert lost == []

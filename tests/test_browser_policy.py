"""No page breaks its own policy or asks another host, unused and used; no style is missed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from chromium import Visit
from events import STYLES
from explainer.site import TIMELINE_STYLES
from explainer.styles import join_styles
from explainer.timeline import PATH as TIMELINE
from explainer.timeline import read_timeline
from explainer.timelinestyles import filter_rules
from explainer.yamlfile import read_yaml
from support import EACH_LAYOUT, EVERY_PAGE, ROOT
from test_browser_pages import LAID_OUT
from test_browser_search import open_search, results

VIOLATIONS = """(() => {
  const seen = globalThis.__violations = [];
  addEventListener('securitypolicyviolation', event => seen.push(
    `${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`), true);
})()"""
LOOKS = """() => [...document.querySelectorAll('body, body *')].map(node => {
  const name = node.tagName + '.' + (node.getAttribute('class') ?? '');
  const {x, y, width, height} = node.getBoundingClientRect();
  return name + ['', '::before', '::after'].map(part => {
    const style = getComputedStyle(node, part);
    return ['display', 'content', 'color', 'backgroundColor', 'font', 'textDecoration', 'position',
      'borderTop', 'borderInlineStart', 'boxShadow', 'listStyle', 'opacity', 'visibility', 'fill',
      'stroke', 'cursor', 'translate', 'zIndex', 'overflow'].map(name => style[name]).join('|');
  }).join(' ') + [x, y, width, height].map(Math.round);
})"""
SHEETS = ROOT / "docs" / "assets" / "css"
MISSING = ["tidak/ada/", "en/not/here/"]


def watched(reader, path: str, **device) -> Visit:
    """A page that is listened to from its first byte on."""
    return reader.open(path, script=VIOLATIONS, **device)


def faults(visit: Visit) -> list[str]:
    """Violations, messages, requests to others."""
    visit.page.wait_for_load_state("networkidle")
    return [*visit.page.evaluate("globalThis.__violations"), *visit.complaints]


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_page_breaks_its_policy_or_asks_others(reader, path):
    visit = watched(reader, path)
    visit.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert faults(visit) == []


@pytest.mark.parametrize("path", MISSING)
def test_no_missing_page_breaks_its_policy_or_asks_others(reader, path):
    visit = watched(reader, path)
    found = [one for one in faults(visit) if not one.endswith(path) and "404" not in one]
    assert found == []
    expect(visit.page.locator("h1")).to_be_visible()


def test_what_breaks_the_policy_is_noticed(reader):
    visit = watched(reader, "")
    visit.page.evaluate("document.body.setAttribute('style', 'color: red')")
    visit.page.evaluate("""() => {
      document.body.append(Object.assign(new Image(), {src: 'https://example.org/a.png'}));
      document.body.append(Object.assign(document.createElement('script'), {text: '1'}));
    }""")
    visit.page.wait_for_function("() => globalThis.__violations.length >= 3")
    seen = {one.split(":")[0] for one in visit.page.evaluate("globalThis.__violations")}
    assert seen == {"style-src-attr", "img-src", "script-src-elem"}


# --- Used ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "word"), [("artikel/", "bilateral"), ("en/article/", "realism")])
def test_search_and_colours_break_nothing(reader, path, word):
    visit = watched(reader, path)
    for _ in range(3):
        visit.page.locator("header form label:visible").first.click()
    open_search(visit.page)
    visit.page.keyboard.type(word, delay=20)
    expect(results(visit.page).first).to_be_visible()
    assert faults(visit) == []


@pytest.mark.parametrize("path", ["artikel/", "en/article/"])
def test_notes_and_previews_break_nothing(reader, path):
    visit = watched(reader, path)
    for opener in (".ex-noteref__button", ".ex-mk__button", ".ex-term__button"):
        visit.page.locator(f"{opener}:visible").first.click()
        expect(visit.page.locator(":popover-open")).to_have_count(1)
        visit.page.keyboard.press("Escape")
    for switch in visit.page.locator(".ex-panel input").all():
        switch.evaluate("node => node.click()")
    assert faults(visit) == []


@pytest.mark.parametrize("path", ["dilema/", "en/dilemma/"])
def test_the_explorable_breaks_nothing(reader, path):
    visit = watched(reader, path)
    for slider in visit.page.locator("input[type=range]").all():
        slider.focus()
        visit.page.keyboard.press("End")
    for button in visit.page.locator("main button:visible").all():
        button.click()
    assert faults(visit) == []


@pytest.mark.parametrize("path", ["linimasa/", "glosarium/", "en/timeline/", "en/glossary/"])
def test_filters_break_nothing(reader, path):
    visit = watched(reader, path)
    for control in visit.page.locator("main input").all():
        control.evaluate("node => node.click()")
    assert faults(visit) == []


# --- Styles ----------------------------------------------------------------------------------


FACE = re.compile(r"@font-face\{[^}]*\}")
ADDED = """text => document.querySelector('style')
  .after(Object.assign(document.createElement('style'), {textContent: text}))"""


def whole_sheet(styles: list[str]) -> str:
    """All rules of ours for a page, but for its typefaces, which stand in it already."""
    own = [path.rsplit("/", 1)[1].replace(".min", "") for path in styles]
    files = [SHEETS / name for name in [*(f"{name}.css" for name in STYLES), *own]]
    sheets = [file.read_text("utf-8") for file in files]
    if TIMELINE_STYLES in styles:
        sheets.append(filter_rules(read_timeline(read_yaml(ROOT / "docs" / TIMELINE), {})))
    return FACE.sub("", join_styles(sheets))


def settled(page: Page) -> list[str]:
    """How everything looks, once scripts have had their say."""
    before: list[str] = []
    for _ in range(100):
        now = page.evaluate(LOOKS)
        if now == before:
            return now
        before = now
        page.wait_for_timeout(100)
    pytest.fail("the page does not come to rest")


@pytest.mark.parametrize("doc", [one for one in EACH_LAYOUT if one.values[0].lang == "id"])
@pytest.mark.parametrize(("width", "media"), [(390, ["screen", "print"]), (1440, ["screen"])])
def test_a_page_looks_as_with_all_our_rules(browser, served, doc, width, media):
    page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    page.route("**/*.woff2", lambda route: route.abort())  # none comes between two looks
    page.goto(served + doc.url, wait_until="load")
    page.evaluate(LAID_OUT)
    looks = {}
    for step in ("cut", "whole"):
        for medium in media:
            page.emulate_media(media=medium)
            looks[step, medium] = settled(page)
        page.evaluate(ADDED, whole_sheet(doc.meta.get("styles") or []))
    for medium in media:
        pairs = zip(looks["cut", medium], looks["whole", medium], strict=True)
        assert [pair for pair in pairs if pair[0] != pair[1]][:3] == []
    page.close()

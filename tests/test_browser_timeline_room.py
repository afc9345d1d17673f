"""The timeline in Chromium: the keyboard, names, room at every width, and no barriers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from test_browser_pages import OVERFLOW, barriers_in_every_light, violations
from test_browser_timeline import choose, each_width, expected, open_filters, shown
from test_timeline_site import PAGES

each_page = pytest.mark.parametrize("path", [*PAGES.values()])

OVERLAPS = """selector => {
  const names = [...document.querySelectorAll(selector)].filter(node => node.checkVisibility());
  const boxes = names.map(node => node.getBoundingClientRect());
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return {count: names.length, overlaps: names.flatMap((one, i) => names.slice(i + 1)
    .filter((_, k) => meet(boxes[i], boxes[i + 1 + k]))
    .map(other => [one.textContent, other.textContent]))};
}"""


def test_the_keyboard_sets_a_filter(reader):
    page = reader.open(PAGES["en"], width=390).page
    page.locator(".ex-filters > summary").focus()
    page.keyboard.press("Enter")
    page.locator('[data-f="theme-all"]').focus()
    page.keyboard.press("ArrowDown")
    assert shown(page) == expected(theme="diplomacy")
    page.locator('[data-f="key-key"]').focus()
    page.keyboard.press("Space")
    assert shown(page) == expected(theme="diplomacy", key="key")
    focused = page.locator('[data-f="key-key"] + label')
    assert focused.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


def test_controls_have_names_in_the_language_of_the_page(reader):
    page = reader.open(PAGES["id"]).page
    expect(page.get_by_role("form", name="Saring peristiwa")).to_be_visible()
    theme = page.get_by_role("group", name="Tema")
    expect(theme.get_by_role("radio", name=re.compile("^Sanksi"))).to_be_attached()
    told = page.get_by_role("group", name="Ketika artikel terbit, 30 Agustus 2022")
    expect(told.get_by_role("radio")).to_have_count(3)
    link = page.locator("#unsc-1718").get_by_role("link", name="14 Oktober 2006", exact=True)
    expect(link).to_have_attribute("href", "#unsc-1718")


@each_width
def test_a_closed_detail_opens_and_says_what_it_holds(reader, width):
    page = reader.open(PAGES["en"], width=width, js=False).page
    event = page.locator("#unsc-1718")
    if width < 1000:
        expect(event.locator(".ex-cite a").first).to_be_hidden()
        event.locator(".ex-event__more > summary").click()
    expect(event.locator(".ex-cite a").first).to_be_visible()


@each_page
@pytest.mark.parametrize("width", [390, 1440])
def test_no_names_overlap_in_the_picture(reader, path, width):
    found = reader.open(path, width=width).page.evaluate(OVERLAPS, ".ex-line__name text")
    assert found == {"count": 14, "overlaps": []}


@each_page
@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_sticks_out(reader, path, width):
    page = reader.open(path, width=width).page
    open_filters(page)
    assert page.evaluate(OVERFLOW) == {"page": width, "screen": width, "tooWide": []}


@each_page
def test_moscow_stands_at_the_left_and_joint_events_cross_both(reader, path):
    page = reader.open(path, width=1440).page
    middle = page.locator(".ex-timeline").evaluate(
        "node => { const b = node.getBoundingClientRect(); return b.left + b.width / 2; }"
    )
    boxes = page.eval_on_selector_all(
        ".ex-event",
        "items => items.map(i => { const b = i.getBoundingClientRect();"
        " return [i.dataset.track, b.left, b.right]; })",
    )
    for track, left, right in boxes:
        sides = {"moscow": right < middle, "pyongyang": left > middle}
        assert sides.get(track, left < middle < right)


@pytest.mark.parametrize("width", [320, 390, 768])
def test_an_event_stays_where_a_link_led_while_what_is_above_it_is_laid_out(reader, width):
    page = reader.open(PAGES["id"], width=width).page
    ids = page.eval_on_selector_all(".ex-event", "events => events.map(event => event.id)")
    for event_id in ids[5::13]:
        page.evaluate("id => { location.hash = id; }", event_id)
        page.wait_for_timeout(300)
        header, top = (page.locator(one).bounding_box() for one in ("header", f"#{event_id}"))
        assert 0 <= top["y"] - header["y"] - header["height"] < 60, event_id


@each_page
def test_no_barriers_with_filters_and_details_open(reader, path):
    visit = reader.open(path, width=390)
    page = visit.page
    open_filters(page)
    page.locator(".ex-legend > summary").click()
    page.locator("#unsc-1718 .ex-event__more > summary").click()
    choose(page, "theme", "sanctions")
    assert barriers_in_every_light(page) == {}
    assert visit.complaints == []


def test_the_check_of_barriers_can_fail(reader):
    page = reader.open(PAGES["id"]).page
    page.evaluate("document.querySelector('.ex-filters__form').innerHTML += '<input>'")
    assert any(line.startswith("label") for line in violations(page))

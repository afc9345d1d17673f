"""Note previews in Chromium: by mouse, by thumb, by keyboard, without JavaScript, on any width."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from chromium import IS_ON_TOP
from support import EVERY_ARTICLE

ARTICLE = "artikel/"
NOTES = range(1, 6)
WIDTHS = {320: 640, 390: 844, 768: 1024, 1440: 900}

IN_VIEWPORT = """element => {
  const box = element.getBoundingClientRect();
  return {
    inside: box.left >= 0 && box.top >= 0
      && box.right <= document.documentElement.clientWidth && box.bottom <= innerHeight,
    readable: element.scrollWidth <= element.clientWidth,
    box: [box.left, box.top, box.right, box.bottom].map(Math.round),
  };
}"""


def marker(page: Page, number: int) -> Locator:
    """The button over a note's number."""
    return page.locator(f'button.ex-noteref__button[popovertarget="ex-note-{number}"]').first


def preview(page: Page, number: int) -> Locator:
    """The preview of a note."""
    return page.locator(f"#ex-note-{number}")


def open_previews(page: Page) -> list[str]:
    """The ids of the previews that are open."""
    return page.eval_on_selector_all(
        "[popover].ex-preview",
        "all => all.filter(one => one.matches(':popover-open')).map(one => one.id)",
    )


def expect_al_jazeera(page: Page, number: int) -> None:
    """The preview of a note is open, alone, and names the source."""
    shown = preview(page, number)
    expect(shown).to_be_visible()
    expect(shown).to_contain_text("Al Jazeera")
    expect(shown).to_contain_text("Putin says Russia and N Korea will expand bilateral relations")
    assert open_previews(page) == [f"ex-note-{number}"]


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("number", [3, 4])
def test_a_click_opens_and_keeps_the_address(reader, number, js):
    page = reader.open(ARTICLE, js=js).page
    address = page.url
    expect(preview(page, number)).to_be_hidden()
    marker(page, number).click()
    expect_al_jazeera(page, number)
    assert page.url == address


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("number", [3, 4])
def test_a_tap_opens(reader, number, js):
    page = reader.open(ARTICLE, width=390, height=844, touch=True, js=js).page
    marker(page, number).tap()
    expect_al_jazeera(page, number)


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_the_keyboard_opens_closes_and_keeps_its_place(reader, js):
    page = reader.open(ARTICLE, js=js).page
    page.locator('[id="fnref:4"] a').focus()
    page.keyboard.press("Tab")
    expect(marker(page, 4)).to_be_focused()
    page.keyboard.press("Enter")
    expect_al_jazeera(page, 4)
    page.keyboard.press("Escape")
    expect(preview(page, 4)).to_be_hidden()
    expect(marker(page, 4)).to_be_focused()


def test_the_space_bar_opens_too(reader):
    page = reader.open(ARTICLE).page
    marker(page, 4).focus()
    page.keyboard.press("Space")
    expect_al_jazeera(page, 4)


def test_the_next_tab_goes_into_the_preview(reader):
    page = reader.open(ARTICLE).page
    marker(page, 4).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ex-preview')?.id") == "ex-note-4"


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_the_close_button_closes_and_gives_the_focus_back(reader, js):
    page = reader.open(ARTICLE, js=js).page
    marker(page, 4).click()
    preview(page, 4).locator("button.ex-preview__close").click()
    expect(preview(page, 4)).to_be_hidden()
    expect(marker(page, 4)).to_be_focused()


def test_a_click_beside_it_closes(reader):
    page = reader.open(ARTICLE).page
    marker(page, 4).click()
    expect(preview(page, 4)).to_be_visible()
    page.mouse.click(2, 400)
    expect(preview(page, 4)).to_be_hidden()


def test_the_same_marker_closes(reader):
    page = reader.open(ARTICLE).page
    marker(page, 4).focus()
    page.keyboard.press("Enter")
    expect(preview(page, 4)).to_be_visible()
    marker(page, 4).focus()
    page.keyboard.press("Enter")
    expect(preview(page, 4)).to_be_hidden()


def test_only_one_preview_is_open(reader):
    page = reader.open(ARTICLE).page
    for number in (3, 4):
        marker(page, number).focus()
        page.keyboard.press("Enter")
    assert open_previews(page) == ["ex-note-4"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_every_preview_lies_inside_the_screen(reader, doc, width):
    page = reader.open(doc.url, width=width, height=WIDTHS[width]).page
    for number in NOTES:
        marker(page, number).scroll_into_view_if_needed()
        marker(page, number).click()
        expect(preview(page, number)).to_be_visible()
        place = preview(page, number).evaluate(IN_VIEWPORT)
        assert place["inside"], f"note {number}: {place}"
        assert place["readable"], f"note {number} is wider than its preview: {place}"
        page.keyboard.press("Escape")


def test_a_preview_stays_inside_a_low_screen(reader):
    """A phone on its side: what does not fit can be scrolled inside the preview."""
    page = reader.open(ARTICLE, width=640, height=320).page
    marker(page, 2).click()
    assert preview(page, 2).evaluate(IN_VIEWPORT)["inside"]
    more = preview(page, 2).locator(".ex-preview__more a")
    more.scroll_into_view_if_needed()
    assert more.evaluate(IS_ON_TOP)


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_markers_are_big_enough_for_a_thumb(reader, doc, width):
    page = reader.open(doc.url, width=width, height=WIDTHS[width]).page
    for button in page.locator("button.ex-noteref__button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, box
        button.scroll_into_view_if_needed()
        assert button.evaluate(IS_ON_TOP)


def test_the_link_in_a_preview_leads_to_the_list(reader):
    page = reader.open(ARTICLE).page
    marker(page, 4).click()
    preview(page, 4).locator(".ex-preview__more a").click()
    assert page.url.endswith("#fn:4")
    entry = page.locator('[id="fn:4"]')
    expect(entry).to_be_in_viewport()
    assert entry.evaluate(IS_ON_TOP), "something lies over the note that was asked for"


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_the_way_back_leads_to_the_marker(reader, js):
    page = reader.open(ARTICLE + "#fn:4", js=js).page
    page.locator('[id="fn:4"] a[role="doc-backlink"]').first.click()
    assert page.url.endswith("#fnref:4")
    expect(marker(page, 4)).to_be_in_viewport()
    assert marker(page, 4).evaluate(IS_ON_TOP), "the header hides the marker"


def test_the_trail_leads_to_the_source(reader):
    page = reader.open(ARTICLE + "#fn:4").page
    page.locator('[id="fn:4"] .ex-note__trail a').last.click()
    assert page.url.endswith("#fn:1")
    expect(page.locator('[id="fn:1"]')).to_be_in_viewport()


def test_print_shows_the_number_and_no_button(reader):
    page = reader.open(ARTICLE).page
    page.emulate_media(media="print")
    expect(page.locator('[id="fnref:4"] a')).to_be_visible()
    for hidden in (".ex-noteref__button", ".ex-preview"):
        assert not any(one.is_visible() for one in page.locator(hidden).all())
    expect(page.locator('[id="fn:4"] .ex-note__source')).to_be_visible()


def test_a_browser_without_popover_still_has_the_link(reader):
    """Read from the style sheet: Chromium cannot forget what it knows."""
    page = reader.open(ARTICLE).page
    rules = page.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
          .filter(rule => rule instanceof CSSSupportsRule
            && /not\\s*\\(?\\s*selector\\(\\s*:popover-open/.test(rule.conditionText))
          .map(rule => rule.cssText)"""
    )
    assert any("ex-noteref__button" in rule and "none" in rule for rule in rules)


def test_names_tell_what_a_marker_and_a_preview_are(reader):
    for path, note, close in ((ARTICLE, "atatan", "Tutup"), ("en/article/", "ote", "Close")):
        page = reader.open(path).page
        page.get_by_role("button", name=note).and_(marker(page, 4)).click()
        dialog = page.get_by_role("dialog", name=note)
        expect(dialog).to_be_visible()
        expect(dialog.get_by_role("button", name=close)).to_be_visible()

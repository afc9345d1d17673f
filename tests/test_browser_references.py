"""The references page in Chromium: kinds by plain anchors, on phones and desks, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from test_browser_pages import barriers_in_every_light

PAGE = "rujukan/"
SHOWN = ".ex-refs__group:visible h2"


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_kind_is_shown_alone_and_all_come_back(reader, width, js):
    page = reader.open(PAGE, width=width, js=js).page
    everything = page.locator(SHOWN).count()
    assert everything == 7
    chip = page.locator('.ex-chips a[href="#kind-un"]')
    count = int(chip.locator(".ex-chips__count").inner_text())
    chip.click()
    expect(page.locator(SHOWN)).to_have_text(["Dokumen PBB"])
    expect(page.locator(".ex-ref:visible")).to_have_count(count)
    expect(chip).to_be_in_viewport()
    expect(page.locator("#kind-un h2")).to_be_in_viewport()
    page.locator("#kind-un .ex-refs__all").click()
    expect(page.locator(SHOWN)).to_have_count(everything)


def test_the_counts_add_up(reader):
    page = reader.open(PAGE).page
    counts = [int(text) for text in page.locator(".ex-chips__count").all_inner_texts()]
    assert counts[0] == sum(counts[1:]) == page.locator(".ex-ref").count() > 200


def test_only_the_chosen_kind_looks_chosen(reader):
    page = reader.open(f"{PAGE}#kind-news").page
    weights = page.eval_on_selector_all(
        ".ex-chips a", "links => links.map(a => [a.hash, getComputedStyle(a).fontWeight])"
    )
    assert [anchor for anchor, weight in weights if weight == "600"] == ["#kind-news"]


def test_the_keyboard_chooses_a_kind(reader):
    page = reader.open(PAGE).page
    page.locator('.ex-chips a[href="#kind-web"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator(SHOWN)).to_have_text(["Halaman web"])
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(7)


def test_a_way_back_leads_to_the_citing_place(reader):
    page = reader.open(PAGE).page
    link = page.locator("#ref-aljazeera-2022-putin-kim .ex-ref__back a").first
    expect(link).to_have_text(re.compile(r"^Artikel, catatan 1$"))
    link.click()
    page.wait_for_url(re.compile(r"artikel/#fn:1$"))
    expect(page.locator("[id='fn:1']")).to_be_in_viewport()


def test_an_entry_is_shown_by_its_address_whatever_its_kind(reader):
    page = reader.open(f"{PAGE}#ref-waltz-1979", width=390).page
    expect(page.locator("#ref-waltz-1979")).to_be_in_viewport()
    expect(page.locator(SHOWN)).to_have_count(7)


def test_a_folded_list_opens_without_script(reader):
    page = reader.open(PAGE, js=False, width=390).page
    more = page.locator("#ref-waltz-1979 details")
    expect(more.locator("a").first).to_be_hidden()
    more.locator("summary").click()
    expect(more.locator("a").first).to_be_visible()


def test_links_are_large_enough_for_thumbs(reader):
    page = reader.open(PAGE, width=390, touch=True).page
    sizes = page.eval_on_selector_all(
        ".ex-ref__tools a, .ex-chips a, .ex-ref summary",
        "all => all.map(e => e.getBoundingClientRect()).map(b => Math.min(b.width, b.height))",
    )
    assert min(sizes) >= 24


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_sticks_out(reader, width):
    page = reader.open(PAGE, width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_file_is_saved_under_the_name_of_the_work(reader):
    page = reader.open(PAGE).page
    with page.expect_download() as saving:
        page.locator("#ref-waltz-1979").get_by_role("link", name="BibTeX", exact=True).click()
    assert saving.value.suggested_filename == "waltz-1979.bib"


@pytest.mark.parametrize(
    ("path", "within"),
    [(f"{PAGE}#kind-official", None), ("en/references/#ref-waltz-1979", "#ref-waltz-1979")],
)
def test_no_barriers_and_no_complaints(reader, path, within):
    visit = reader.open(path)
    for folded in visit.page.locator(f"{within or '.ex-ref'} details summary:visible").all()[:1]:
        folded.click()
    visit.page.evaluate("scrollTo(0, 0)")  # nothing lies half under the header
    assert barriers_in_every_light(visit.page, within) == {}
    assert visit.complaints == []

"""Citations as readers copy them: with the day, with italics, said aloud, and without script."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import expect

from test_browser_pages import barriers_in_every_light

PAGES = {"id": "glosarium/anarki/", "en": "en/glossary/anarchy/"}
ARTICLES = ["artikel/", "en/article/"]
COPIED = {"id": "Disalin", "en": "Copied"}
PLACE = {"id": "[tanggal akses]", "en": "[date of access]"}
MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async type => item.types.includes(type)
    ? (await item.getType(type)).text() : '';
  return [await text('text/plain'), await text('text/html')];
}"""


def today(lang: str, order: str = "dmy") -> str:
    now = datetime.datetime.now().astimezone()
    month = MONTHS[lang].split()[now.month - 1]
    return f"{month} {now.day}, {now.year}" if order == "mdy" else f"{now.day} {month} {now.year}"


def open_copying(reader, path: str):
    visit = reader.open(path)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return visit


@pytest.mark.parametrize("lang", PAGES)
def test_a_footnote_is_copied_with_today_and_its_italics(reader, lang):
    visit = open_copying(reader, PAGES[lang])
    page = visit.page
    page.locator(".ex-copy").first.click()
    expect(page.locator(".ex-citing [role=status]")).to_have_text(COPIED[lang])
    expect(page.locator(".ex-copy").first).to_contain_text(COPIED[lang])
    text, rich = page.evaluate(READ)
    assert today(lang) in text
    assert text.endswith(f"{today(lang)}.")
    assert PLACE[lang] not in text
    assert re.sub(r"\s+", " ", page.locator("dd.ex-copied").first.inner_text()) == text
    assert re.search(r"<i>Rus.*</i>", rich)
    assert "ex-" not in rich
    assert visit.complaints == []


def test_american_styles_have_the_month_first(reader):
    page = reader.open(PAGES["en"]).page
    texts = page.locator("dd.ex-copied").all_inner_texts()
    assert [today("en") in text for text in texts] == [True, False, False]
    assert [today("en", "mdy") in text for text in texts] == [False, True, True]


def test_records_are_copied_as_they_stand(reader):
    page = open_copying(reader, PAGES["id"]).page
    page.locator(".ex-citing summary").last.click()
    for name in ("BibTeX", "RIS"):
        page.get_by_role("button", name=f"Salin {name}").click()
        expect(page.locator(".ex-citing [role=status]")).to_have_text("Disalin")
        shown = page.locator(f'pre[aria-label="{name}"]').inner_text()
        assert page.evaluate("navigator.clipboard.readText()") == shown.strip()
        assert "\n" in shown.strip()


def test_an_older_browser_copies_too(reader):
    visit = open_copying(reader, PAGES["id"])
    page = visit.page
    gone = "{value: undefined, configurable: true}"
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {gone})")
    page.locator(".ex-copy").first.click()
    expect(page.locator(".ex-citing [role=status]")).to_have_text("Disalin")
    page.evaluate("delete navigator.clipboard")
    assert today("id") in page.evaluate("navigator.clipboard.readText()")


def test_where_nothing_can_copy_the_text_is_selected_and_the_reader_told(reader):
    page = reader.open(PAGES["id"]).page
    page.evaluate("""() => {
      Object.defineProperty(navigator, 'clipboard', {value: undefined});
      document.execCommand = () => false;
    }""")
    page.locator(".ex-copy").first.click()
    expect(page.locator(".ex-citing [role=status]")).to_contain_text("sudah dipilih")
    selected = page.evaluate("getSelection().toString()")
    assert selected.startswith("“Anarki")
    assert page.locator(".ex-copy").first.inner_text().startswith("Salin")


@pytest.mark.parametrize("lang", PAGES)
def test_without_script_there_is_a_place_for_the_day(reader, lang):
    page = reader.open(PAGES[lang], js=False).page
    texts = page.locator("dd.ex-copied").all_inner_texts()
    assert all(PLACE[lang] in text for text in texts)
    expect(page.locator(".ex-today-hint")).to_be_visible()
    assert PLACE[lang] in page.locator(".ex-today-hint").inner_text()
    assert page.locator(".ex-copy:visible").count() == 0


@pytest.mark.parametrize("path", ARTICLES)
def test_paragraphs_fold_and_open_without_script(reader, path):
    page = reader.open(path, js=False, width=390, height=844).page
    folded = page.locator(".ex-citing details")
    texts = folded.locator("dd.ex-copied")
    assert texts.first.is_visible() is False
    for summary in folded.locator("summary").all():
        summary.click()
    assert all(text.is_visible() for text in texts.all())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 390])
def test_buttons_are_large_enough_for_a_thumb(reader, width):
    page = reader.open("artikel/", width=width, height=800, touch=True).page
    for box in page.locator(".ex-citing > dl .ex-copy").all():
        size = box.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 40
        assert size["x"] + size["width"] <= width
    for summary in page.locator(".ex-citing summary").all():
        assert (summary.bounding_box() or {})["height"] >= 40


def test_a_keyboard_reaches_and_copies(reader):
    page = open_copying(reader, PAGES["id"]).page
    page.locator(".ex-copy").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ex-citing [role=status]")).to_have_text("Disalin")
    assert page.evaluate("document.activeElement.className").startswith("ex-copy")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Salin Catatan kaki,")


@pytest.mark.parametrize("path", ARTICLES)
def test_no_barriers_with_everything_open(reader, path):
    page = reader.open(path).page
    page.evaluate("document.querySelectorAll('.ex-citing details').forEach(d => d.open = true)")
    assert barriers_in_every_light(page) == {}


def test_nothing_of_it_is_printed(reader):
    page = reader.open("artikel/").page
    page.emulate_media(media="print")
    assert page.locator(".ex-citing").is_hidden()


def test_showing_the_buttons_moves_nothing(reader):
    page = reader.open(PAGES["id"]).page
    box = page.locator(".ex-copy").first.bounding_box()
    page.evaluate("document.querySelector('.ex-copy').hidden = true")
    assert page.locator(".ex-copy").first.bounding_box() == box


ENTRIES = {
    "a note": ("artikel/#a-p6-realism", "#n-p6-realism", "Benar, tetapi bukan ciri realisme"),
    "an event": ("en/timeline/#dprk-founded", "#dprk-founded", "proclaimed"),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_the_citation_of_an_entry_unfolds_and_is_copied(reader, name):
    path, home, told = ENTRIES[name]
    visit = open_copying(reader, path)
    page, lang = visit.page, "en" if path.startswith("en/") else "id"
    if name == "an event":
        page.locator(f"{home} summary").last.evaluate("one => { one.parentElement.open = true; }")
    link = page.locator(f"{home} a[href^='..'][href$='.txt']")
    link.click()
    box = page.locator(f"{home} .ex-citing--entry")
    expect(box).to_contain_text(told)
    expect(box).to_contain_text(today(lang))
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(box.locator(".ex-copy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box.locator("[role=status]")).to_have_text(COPIED[lang])
    assert page.evaluate("navigator.clipboard.readText()") == box.locator("dd").inner_text()
    ends = [one.get_attribute("href")[-4:] for one in box.locator("p a").all()]
    assert ends == [".txt", ".bib", ".ris"]
    for one in box.locator("p a").all():
        assert page.request.get(one.evaluate("one => one.href")).ok
    link.click()
    expect(box).to_have_count(0)
    expect(link).to_have_attribute("aria-expanded", "false")


def test_without_script_the_citation_of_a_note_is_a_file(reader):
    page = reader.open("artikel/", js=False).page
    link = page.locator("#n-p6-realism a[href$='.txt']")
    assert "diakses" in page.request.get(link.evaluate("one => one.href")).text()

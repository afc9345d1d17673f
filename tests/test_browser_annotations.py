"""Annotations in Chromium: by thumb, mouse and keyboard, without JavaScript, on paper, exported."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from chromium import IS_ON_TOP
from explainer.annexport import file_of
from support import EVERY_ARTICLE, ROOT
from test_browser_pages import violations

ARTICLE = "artikel/"
NOTES = ROOT / "docs" / "_data" / "annotations" / "artikel.yml"
COUNT = len(yaml.safe_load(NOTES.read_text("utf-8"))["annotations"])
SIZES = {390: 844, 1024: 768, 1440: 900}
FAR = ["p1-expand", "p2-nuclear", "p5-labour", "p6-friends", "fn5-grieco"]
"""Notes from the first paragraph to the last footnote."""

SCRIPTED = pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
ON_SIZES = pytest.mark.parametrize("width", [390, 1440])
ON_PAIRS = pytest.mark.parametrize(
    ("path", "width", "js"),
    [
        ("artikel/", 390, True),
        ("artikel/", 1440, False),
        ("en/article/", 390, False),
        ("en/article/", 1440, True),
    ],
)
"""Each language, width and way with each other one, in four readings."""


def opened(reader, path: str = ARTICLE, width: int = 1440, **device) -> Page:
    """A page on a screen of this width; a narrow one is touched."""
    height = SIZES.get(width, 800)
    return reader.open(path, width=width, height=height, touch=width < 600, **device).page


def marker(page: Page, name: str) -> Locator:
    """The button over the number of a note."""
    return page.locator(f'.ex-mk__button[popovertarget="n-{name}"]')


def note(page: Page, name: str) -> Locator:
    """A note."""
    return page.locator(f"#n-{name}")


def open_notes(page: Page) -> list[str]:
    """The notes that are open."""
    return page.eval_on_selector_all(".ex-ann:popover-open", "all => all.map(one => one.id)")


def choose(page: Page, switch: str, value: bool = True) -> None:
    """Set a switch of the summary, also one that is folded away."""
    page.evaluate("document.querySelector('.ex-kinds').open = true")
    page.locator(f"#{switch}").set_checked(value)


# --- opening and closing --------------------------------------------------------------------------


@ON_PAIRS
def test_a_number_opens_its_note_and_the_keyboard_comes_back(reader, path, width, js):
    page = opened(reader, path, width, js=js)
    address, number = page.url, marker(page, "p2-nuclear")
    expect(note(page, "p2-nuclear")).to_be_hidden()
    number.click()
    assert open_notes(page) == ["n-p2-nuclear"]
    assert page.url == address
    page.keyboard.press("Escape")
    assert open_notes(page) == []
    number.focus()
    page.keyboard.press("Enter")
    assert open_notes(page) == ["n-p2-nuclear"]
    note(page, "p2-nuclear").locator(".ex-preview__close").click()
    assert open_notes(page) == []
    expect(number).to_be_focused()


@SCRIPTED
def test_a_touch_beside_it_closes(reader, js):
    page = opened(reader, width=390, js=js)
    marker(page, "p2-nuclear").tap()
    assert open_notes(page) == ["n-p2-nuclear"]
    page.touchscreen.tap(12, 90)
    assert open_notes(page) == []


@SCRIPTED
def test_a_row_in_the_margin_opens_its_note(reader, js):
    page = opened(reader, js=js)
    page.locator('.ex-gloss__row[popovertarget="n-pariah-states"]').click()
    assert open_notes(page) == ["n-pariah-states"]


def test_narrow_screens_have_no_rows_and_wide_ones_all(reader):
    for width, shown in ((390, 0), (1440, COUNT)):
        page = opened(reader, width=width)
        assert page.locator(".ex-gloss__row:visible").count() == shown


@ON_SIZES
def test_nothing_moves_when_a_note_opens(reader, width):
    page = opened(reader, width=width)
    where = """() => [...document.querySelectorAll('.ex-par, .ex-article h2, .ex-gloss__row')]
        .filter(one => one.checkVisibility())
        .map(one => Math.round(one.getBoundingClientRect().top + scrollY))"""
    before = page.evaluate(where)
    marker(page, "p2-nuclear").click()
    assert page.evaluate(where) == before


LIES_BESIDE_OR_BELOW = """name => {
  const box = id => document.getElementById(id).getBoundingClientRect();
  const words = box(`a-${name}`), note = box(`n-${name}`);
  return note.top >= 0 && note.bottom <= innerHeight && note.left >= 0
    && note.right <= document.documentElement.clientWidth
    && (words.right <= note.left || words.bottom <= note.top) && words.top > 50;
}"""


@pytest.mark.parametrize("width", SIZES)
def test_an_open_note_lies_beside_or_below_its_words_and_inside_the_screen(reader, width):
    page = opened(reader, width=width)
    for name in FAR:
        marker(page, name).click()
        page.wait_for_function(LIES_BESIDE_OR_BELOW, arg=name)  # the page scrolls after the click
        page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_numbers_are_big_enough_for_a_thumb_and_do_not_lie_on_each_other(reader, width):
    page = opened(reader, width=width)
    small = page.eval_on_selector_all(
        ".ex-mk__button, .ex-cell",
        """all => all.filter(one => {
          const box = one.getBoundingClientRect();
          return Math.min(box.width, box.height) < 24;
        }).map(one => one.outerHTML)""",
    )
    assert small == []
    for button in page.locator(".ex-mk__button, .ex-article .ex-noteref__button").all():
        button.scroll_into_view_if_needed()
        assert button.evaluate(IS_ON_TOP), button.get_attribute("popovertarget")


# --- addresses ------------------------------------------------------------------------------------


WORDS_IN_SIGHT = """name => [0, -1].every(line => {
  const words = document.getElementById(`a-${name}`), box = [...words.getClientRects()].at(line);
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return words.contains(top) || top.contains(words);
})"""
"""JavaScript: whether nothing lies over the first and the last line of some words."""


@pytest.mark.parametrize("width", SIZES)
def test_the_address_of_a_note_opens_it_and_shows_its_words(reader, width):
    page = opened(reader, f"{ARTICLE}#a-{FAR[0]}", width)
    for name in FAR:
        page.evaluate("name => { location.hash = `#a-${name}`; }", name)
        expect(note(page, name)).to_be_visible()
        expect(page.locator(f"#a-{name}")).to_have_class(re.compile(r"\bex-on\b"))
        assert page.evaluate(WORDS_IN_SIGHT, name), name
        assert page.locator(f"#n-{name} .ex-ann__head").evaluate(IS_ON_TOP)


@pytest.mark.parametrize("width", SIZES)
def test_an_address_from_elsewhere_does_the_same(reader, width):
    page = opened(reader, f"{ARTICLE}#a-p5-labour", width)
    expect(note(page, "p5-labour")).to_be_visible()
    assert page.evaluate(WORDS_IN_SIGHT, "p5-labour")


def test_without_script_the_address_leads_to_the_words(reader):
    page = opened(reader, f"{ARTICLE}#a-p5-labour", js=False)
    words = page.locator("#a-p5-labour")
    expect(words).to_be_in_viewport()
    assert words.evaluate("one => one.getBoundingClientRect().top") > 56


def test_links_of_the_summary_open_notes(reader):
    page = opened(reader)
    page.locator('.ex-cell[href="#a-p3-norms"]').click()
    assert page.url.endswith("#a-p3-norms")
    expect(note(page, "p3-norms")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".ex-all > summary").click()
    page.locator('.ex-all__list a[href="#a-fn4-ibid"]').click()
    expect(note(page, "fn4-ibid")).to_be_visible()


@pytest.mark.parametrize("off", ["ex-mode-clean", "ex-kind-fact-check"])
def test_an_address_shows_its_note_whatever_is_switched_off(reader, off):
    page = opened(reader)
    page.locator(f"#{off}").evaluate("one => one.click()")
    expect(page.locator(".ex-mk.ex-k--fact-check:visible")).to_have_count(0)
    page.evaluate("() => { location.hash = '#a-p3-norms'; }")
    expect(note(page, "p3-norms")).to_be_visible()
    page.goto(page.url.partition("#")[0])
    expect(page.locator(".ex-mk.ex-k--fact-check:visible")).to_have_count(0)  # still their choice


# --- from note to note ----------------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_buttons_lead_to_the_neighbours(reader, doc):
    page = opened(reader, doc.url, 390)
    names = {
        "id": ("Catatan berikutnya", "Catatan sebelumnya"),
        "en": ("Next note", "Previous note"),
    }
    further, back = names["en" if doc.url.startswith("en/") else "id"]
    marker(page, "p1-expand").click()
    seen = []
    for button in (further, further, back):
        page.get_by_role("button", name=button, exact=True).click()
        seen += open_notes(page)
    assert seen == ["n-liberation-day", "n-p1-anniversary", "n-liberation-day"]
    expect(marker(page, "liberation-day")).to_be_in_viewport()


def test_j_and_k_lead_through_the_notes_until_they_are_switched_off(reader):
    page = opened(reader)
    page.locator("#p-1").scroll_into_view_if_needed()
    seen = []
    for key in "jjk":
        page.keyboard.press(key)
        seen += open_notes(page)
    assert seen == ["n-p1-expand", "n-liberation-day", "n-p1-expand"]
    page.keyboard.press("Escape")
    choose(page, "ex-keys", value=False)
    page.keyboard.press("j")
    assert open_notes(page) == []


def test_letters_typed_into_the_search_stay_there(reader):
    page = opened(reader)
    page.locator(".ex-search__input:visible").first.focus()
    page.keyboard.type("jk")
    assert open_notes(page) == []


def test_keys_pass_over_kinds_that_are_switched_off(reader):
    page = opened(reader)
    choose(page, "ex-kind-context", value=False)
    marker(page, "p1-expand").click()
    page.keyboard.press("j")
    assert open_notes(page) == ["n-p1-anniversary"]


def test_words_and_note_light_up_together(reader):
    page = opened(reader)
    page.locator('.ex-gloss__row[popovertarget="n-p1-expand"]').hover()
    lit = page.eval_on_selector_all(".ex-on", "all => all.map(one => one.id)")
    assert lit == ["a-p1-expand", ""]  # the words, and the row's holder
    page.locator("#a-p1-interest").hover()
    lit = page.eval_on_selector_all(".ex-on", "all => all.map(one => one.id)")
    assert lit == ["a-p1-interest", ""]


# --- switches -------------------------------------------------------------------------------------


def test_the_choice_of_a_reader_is_remembered(reader):
    page = opened(reader)
    choose(page, "ex-mode-full")
    choose(page, "ex-kind-theory", value=False)
    choose(page, "ex-parallel")
    page.reload()
    for switch, value in {
        "ex-mode-full": True,
        "ex-mode-marked": False,
        "ex-kind-theory": False,
        "ex-kind-context": True,
        "ex-parallel": True,
    }.items():
        expect(page.locator(f"#{switch}")).to_be_checked(checked=value)
    expect(note(page, "p1-expand")).to_be_visible()
    expect(note(page, "pariah-states")).to_be_hidden()


@SCRIPTED
@ON_SIZES
def test_a_kind_that_is_switched_off_leaves_no_trace(reader, width, js):
    page = opened(reader, width=width, js=js)
    page.locator(".ex-kinds > summary").click()
    for switch in page.locator(".ex-kinds input:visible").all():
        if (switch.get_attribute("id") or "").startswith("ex-kind-"):
            switch.set_checked(False)
    for gone in (".ex-mk", ".ex-gloss", ".ex-all__list li"):
        assert page.locator(f"{gone}:visible").count() == 0
    lines = page.eval_on_selector_all(
        ".ex-hl", "all => [...new Set(all.map(one => getComputedStyle(one).borderBottomColor))]"
    )
    assert lines == ["rgba(0, 0, 0, 0)"]


@SCRIPTED
@ON_SIZES
def test_all_notes_in_full_stand_below_their_paragraphs_one_beside_the_other(reader, width, js):
    page = opened(reader, width=width, js=js)
    page.locator("#ex-mode-full").set_checked(True)
    assert page.locator(".ex-ann:visible").count() == COUNT
    overlaps = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll('.ex-par, .ex-article h2, .ex-ann')]
            .map(one => ({ id: one.id, box: one.getBoundingClientRect() }));
          const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
          return all.flatMap((one, k) => all.slice(k + 1).filter(two => over(one.box, two.box))
            .map(two => [one.id, two.id]));
        }"""
    )
    assert overlaps == []


SOURCES = {"artikel/": "artikel.md", "en/article/": "en/article.md"}


def paragraphs(path: str) -> list[str]:
    """The author's paragraphs as the source has them, without Markdown's signs."""
    page = (ROOT / "docs" / path).read_text("utf-8")
    text = re.search(r'<div class="ex-article"[^>]*>(.*?)^</div>$', page, re.S | re.M)[1]
    blocks = (block.strip() for block in text.split("\n\n"))
    own = [block for block in blocks if block and block[0] not in "#["]
    return [" ".join(re.sub(r"\[\^\d+\]", "", block).split()) for block in own]


@ON_PAIRS
def test_clean_reading_shows_the_text_of_the_author_and_nothing_else(reader, path, width, js):
    page = opened(reader, path, width, js=js)
    page.locator("#ex-mode-clean").set_checked(True)
    for gone in (".ex-mk", ".ex-glosses", ".ex-parallel", ".ex-article .ex-term__button"):
        assert page.locator(f"{gone}:visible").count() == 0
    shown = page.eval_on_selector_all(
        ".ex-par",
        """all => all.map(one => {
          const copy = one.cloneNode(true);
          copy.querySelectorAll('sup').forEach(sign => sign.remove());
          return copy.textContent.trim().replace(/\\s+/g, ' ');
        })""",
    )
    assert shown == paragraphs(SOURCES[path])
    drawn = page.evaluate("document.querySelector('#p-1').innerText").replace("\n", "")
    assert re.sub(r"\d(?=\.)", "", drawn, count=1).split()[:12] == shown[0].split()[:12]
    styles = page.eval_on_selector_all(
        ".ex-hl, .ex-par .ex-term__link",
        """all => [...new Set(all.map(one => {
          const style = getComputedStyle(one);
          return [style.borderBottomColor, style.backgroundColor].map(color =>
            /, 0\\)$/.test(color) || one.matches('a')).concat(
            !one.matches('a') || style.textDecorationLine === 'none').join();
        }))]""",
    )
    assert styles == ["true,true,true"]


# --- both languages -------------------------------------------------------------------------------


@SCRIPTED
@ON_SIZES
def test_both_languages_are_read_paragraph_by_paragraph(reader, width, js):
    page = opened(reader, width=width, js=js)
    page.locator("#ex-parallel").set_checked(True)
    boxes = page.evaluate(
        """() => [1, 2, 3, 4, 5, 6].map(n => {
          const own = document.getElementById(`p-${n}`), other = own.nextElementSibling;
          const [a, b] = [own, other.lastElementChild].map(one => one.getBoundingClientRect());
          return {lang: other.lastElementChild.lang, shown: other.lastElementChild.checkVisibility()
            && b.height > 40, beside: Math.abs(a.top - b.top) < 8 && b.left >= a.right,
            below: b.top >= a.bottom};
        })"""
    )
    side = "beside" if width == 1440 else "below"
    assert [box for box in boxes if not (box["shown"] and box[side] and box["lang"] == "en")] == []


@SCRIPTED
def test_one_paragraph_unfolds_alone(reader, js):
    page = opened(reader, width=390, js=js)
    rooms = page.locator("details.ex-parallel")
    rooms.nth(2).locator("summary").click()
    assert rooms.locator(".ex-parallel__text:visible").count() == 1


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_way_of_reading_is_wider_than_the_screen(reader, width):
    page = opened(reader, width=width)
    page.evaluate("document.querySelector('.ex-all').open = true")
    for switch in ("ex-mode-full", "ex-parallel", "ex-mode-clean"):
        choose(page, switch)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, switch


# --- barriers -------------------------------------------------------------------------------------

WAYS = ["a note open", "ex-mode-full", "ex-mode-clean", "ex-parallel", "the summary unfolded"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_no_barriers_in_any_way_of_reading(reader, doc, way):
    for width, scheme in ((390, "light"), (1440, "dark")):
        page = opened(reader, doc.url, width, scheme=scheme)
        if way.startswith("ex-"):
            choose(page, way)
        elif way == "a note open":
            marker(page, "p2-nuclear").click()
        else:
            page.evaluate(
                "for (const one of document.querySelectorAll('.ex-panel details')) one.open = true"
            )
        page.evaluate("scrollTo(0, 0)")  # so that the header lies half over nothing
        assert violations(page) == [], (width, scheme)


# --- paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_on_paper_notes_stand_numbered_behind_the_article(reader, doc):
    page = opened(reader, doc.url, width=794, js=False)
    page.emulate_media(media="print")
    notes = page.locator(".ex-ann:visible")
    assert notes.count() == COUNT
    places = page.evaluate(
        """() => {
          const top = one => one.getBoundingClientRect().top + scrollY;
          const own = [...document.querySelectorAll('.ex-article > .ex-par')].map(top);
          const made = [...document.querySelectorAll('.ex-article .ex-ann')].map(top);
          const later = top(document.querySelector('.ex-notes'));
          return {behind: Math.max(...own) < Math.min(...made), before: Math.max(...made) < later,
            ordered: made.every((one, k) => !k || made[k - 1] < one)};
        }"""
    )
    assert places == {"behind": True, "before": True, "ordered": True}
    numbers = [one.inner_text() for one in page.locator(".ex-ann__head .ex-n").all()]
    assert numbers == [str(n) for n in range(1, 50)]
    one = note(page, "p2-position")
    for part in ("kind", "verdict", "title", "quote", "body", "sources"):
        expect(one.locator(f".ex-ann__{part}").first).to_be_visible()
    hidden = ".ex-ann__tools, .ex-preview__close, .ex-mk__button, .ex-gloss__row, .ex-controls"
    assert page.locator(hidden).locator("visible=true").count() == 0


# --- the export -----------------------------------------------------------------------------------

# Text-quote anchoring after the Web Annotation Data Model, 4.2.4, written for this test: the text
# of the body with nothing made even, the quotation between its prefix and its suffix.
FIND = """items => {
  const nodes = [], starts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
    starts.push(text.length);
    text += walker.currentNode.data;
  }
  const place = at => {
    const k = starts.findLastIndex(start => start <= at);
    return [nodes[k], at - starts[k]];
  };
  const found = [];
  for (const { id, target: { selector: { prefix, exact, suffix } } } of items) {
    const name = id.split("#a-")[1], whole = prefix + exact + suffix, places = [];
    for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) places.push(at);
    const range = document.createRange();
    if (places.length === 1) {
      range.setStart(...place(places[0] + prefix.length));
      const [node, last] = place(places[0] + prefix.length + exact.length - 1);
      range.setEnd(node, last + 1);
    }
    const marks = [...document.querySelectorAll(`#a-${name}, [data-a="${name}"]`)];
    const within = marks.every(one => range.intersectsNode(one));
    const marked = marks.map(one => one.textContent).join("");
    const bare = exact.replace(/\\d/g, "").length - marked.replace(/\\d/g, "").length;
    if (places.length !== 1 || range.toString() !== exact || !within || Math.abs(bare) > 0) {
      found.push([name, places.length, `${range}`, marked]);
    }
  }
  return found;
}"""


@SCRIPTED
@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_every_selector_finds_its_words_once_in_the_published_page(reader, site, doc, js):
    page = opened(reader, doc.url, js=js)
    items = json.loads(site.read(file_of(doc.src)))["items"]
    assert len(items) == COUNT
    if js:
        marker(page, "p2-nuclear").click()
    assert page.evaluate(FIND, items) == []


def test_another_prefix_finds_nothing(reader, site):
    """The test above can fail."""
    page = opened(reader)
    items = json.loads(site.read("unduh/anotasi-artikel.jsonld"))["items"][:2]
    items[0]["target"]["selector"]["prefix"] = "lain "
    assert [one[:2] for one in page.evaluate(FIND, items)] == [["p1-expand", 0]]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("artikel/", "Catatan 4: cek fakta, salah terjemah"),
        ("en/article/", "Note 4: fact check, translation slip"),
    ],
)
def test_a_number_says_what_it_opens_in_the_language_of_the_page(reader, path, name):
    page = opened(reader, path)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("note", name=name.partition(":")[0], exact=True)).to_be_visible()

"""Terms, previews and the index in Chromium: a miniature site with the real styles and script."""

from __future__ import annotations

import shutil

import pytest
import yaml
from playwright.sync_api import expect

from chromium import Reader
from server import serve
from support import BASE, ROOT, build_site
from test_browser_pages import barriers_in_every_light

TERMS = {  # id: school, forms
    "anarchy": ("realism", ["anarki"]),
    "relative-gains": ("realism", ["keuntungan relatif"]),
    "absolute-gains": ("liberalism", ["keuntungan absolut"]),
    "amended-prisoners-dilemma": ("rational-choice", ["dilema tahanan yang diubah oleh Grieco"]),
}
PROSE = (
    "Anarki membuat negara menimbang keuntungan relatif, bukan keuntungan absolut [@karya-satu]. "
    "Yang menuliskannya sebagai permainan ialah model dilema tahanan yang diubah oleh Grieco."
)
WORK = {
    "id": "karya-satu",
    "type": "book",
    "title": "Theory",
    "language": "en",
    "issued": "1979",
    "author": [{"family": "Waltz", "given": "Kenneth N."}],
}


def term_pages() -> dict[str, str]:
    """Both pages of every term; the prose of each uses all the terms."""
    pages = {}
    for key, (school, forms) in TERMS.items():
        for path, pair, data in (
            (f"glosarium/{key}.md", f"en/glossary/{key}.md", {"school": school, "forms": forms}),
            (f"en/glossary/{key}.md", f"glosarium/{key}.md", {"forms": [key.replace("-", " ")]}),
        ):
            front = {
                "title": data["forms"][0].capitalize(),
                "description": f"Penjelasan singkat tentang {data['forms'][0]}.",
                "kind": "term",
                "pair": pair,
                "term": {"id": key, "works": ["karya-satu"]} | data,
            }
            pages[path] = f"---\n{yaml.safe_dump(front)}---\n\n## Arti\n\n{PROSE}\n"
    return pages


def index_page(pair: str) -> str:
    return (
        f"---\ntitle: Glosarium\ndescription: Semua istilah.\nkind: glossary\npair: {pair}\n---\n\n"
        '## Semua istilah\n\n<div class="ex-index" markdown="1"></div>\n'
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A served miniature site: four terms in two languages, an index, an article."""
    folder = tmp_path_factory.mktemp("glossary")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    article = "---\ntitle: Artikel\ndescription: Uji.\nkind: article\npair: en/article.md\n---\n\n"
    files = {
        "index.md": "---\ntitle: Beranda\npair: en/index.md\n---\n\nTeks.\n",
        "en/index.md": "---\ntitle: Home\npair: index.md\n---\n\nText.\n",
        "artikel.md": f'{article}<div class="ex-article" markdown="1">\n\n{PROSE}\n\n</div>\n',
        "en/article.md": "---\ntitle: Article\nkind: article\npair: artikel.md\n---\n\nText.\n",
        "glosarium/index.md": index_page("en/glossary/index.md"),
        "en/glossary/index.md": index_page("glosarium/index.md"),
        "_data/sources.yml": yaml.safe_dump([WORK]),
    }
    built = build_site(folder, files | term_pages())
    assert built.warnings == []
    with serve(built.dir, BASE) as served:
        yield served


@pytest.fixture
def visitor(browser, address):
    """A reader of the miniature site."""
    one = Reader(browser, address)
    yield one
    one.close()


ARTICLE = "artikel/"
INDEX = "glosarium/"


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_a_tap_on_a_term_opens_its_preview_and_keeps_the_address(visitor, js):
    page = visitor.open(ARTICLE, js=js, touch=True, width=390, height=844).page
    before = page.url
    page.locator(".ex-term", has_text="keuntungan relatif").tap()
    dialog = page.get_by_role("dialog", name="Definisi: Keuntungan relatif")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Penjelasan singkat tentang keuntungan relatif.")
    assert page.url == before
    dialog.get_by_role("link", name="Buka entri").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keuntungan relatif")


def test_each_term_is_one_tab_stop_that_opens_and_closes_by_keyboard(visitor):
    page = visitor.open(ARTICLE).page
    page.locator(".ex-marks__switch").focus()
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert names == [
        "Definisi: Anarki",
        "Definisi: Keuntungan relatif",
        "Definisi: Keuntungan absolut",
        None,  # the citation that follows
    ]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "Definisi: Keuntungan absolut"


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_long_term_breaks_like_text_and_still_opens(visitor, width):
    page = visitor.open(ARTICLE, width=width, height=844).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    term = page.locator(".ex-term--long")
    term.locator("button").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_marks_can_be_switched_off_and_stay_off(visitor):
    page = visitor.open(ARTICLE).page
    links = page.locator(".ex-term a[href]")
    expect(links).to_have_count(4)
    page.get_by_role("button", name="Tandai istilah").click()
    expect(links).to_have_count(0)
    expect(page.locator(".ex-term button:visible")).to_have_count(0)
    assert "Anarki membuat negara menimbang keuntungan relatif" in page.inner_text("article")
    page.reload()
    switch = page.get_by_role("button", name="Tandai istilah")
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(links).to_have_count(0)
    switch.click()
    expect(links).to_have_count(4)
    expect(page.locator('.ex-term a[role="doc-glossref"]')).to_have_count(4)


def test_without_script_nothing_is_offered_that_needs_it(visitor):
    page = visitor.open(ARTICLE, js=False).page
    expect(page.locator(".ex-term a[href]")).to_have_count(4)
    expect(page.locator(".ex-marks__switch")).to_be_hidden()
    index = visitor.open(INDEX, js=False).page
    expect(index.locator("#ex-filter")).to_be_hidden()
    expect(index.locator(".ex-item:visible")).to_have_count(4)


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_the_anchor_of_a_school_shows_its_terms_alone(visitor, js):
    page = visitor.open(INDEX, js=js).page
    page.locator('.ex-chips a[href="#realism"]').click()
    shown = page.locator(".ex-item:visible dt")
    expect(shown).to_have_text(["Anarki", "Keuntungan relatif"])
    expect(page.locator(".ex-letter:visible h3")).to_have_text(["A", "K"])
    expect(page.locator("#realism")).to_contain_text("2 istilah")
    page.locator("#realism a").click()
    expect(shown).to_have_count(4)


def test_typing_filters_by_name_form_and_definition(visitor):
    page = visitor.open(INDEX).page
    shown = page.locator(".ex-item:visible dt")
    page.fill("#ex-filter", "Keuntungan")
    expect(shown).to_have_text(["Keuntungan absolut", "Keuntungan relatif"])
    expect(page.get_by_role("status")).to_have_text("2 istilah cocok")
    page.fill("#ex-filter", "relative gains")  # the name in the other language
    expect(shown).to_have_text(["Keuntungan relatif"])
    expect(page.get_by_role("status")).to_have_text("1 istilah cocok")
    page.fill("#ex-filter", "tidak ada")
    expect(shown).to_have_count(0)
    expect(page.locator(".ex-letter:visible")).to_have_count(0)
    page.fill("#ex-filter", "")
    expect(shown).to_have_count(4)
    expect(page.get_by_role("status")).to_have_text("")


@pytest.mark.parametrize(
    ("path", "tool", "below"),
    [(INDEX, ".ex-filter", ".ex-chips"), (ARTICLE, ".ex-marks__switch", ".ex-article")],
)
def test_nothing_moves_when_the_script_shows_its_tools(visitor, path, tool, below):
    page = visitor.open(path, width=390, height=844).page
    expect(page.locator(tool)).to_be_visible()
    after = page.locator(below).bounding_box()
    page.eval_on_selector(tool, "tool => { tool.hidden = true; }")  # as the page came
    expect(page.locator(tool)).to_be_hidden()
    assert page.locator(below).bounding_box() == after


@pytest.mark.parametrize("path", [INDEX, f"{INDEX}#realism", "glosarium/relative-gains/", ARTICLE])
def test_no_barriers_and_no_complaints(visitor, path):
    visit = visitor.open(path)
    if path == ARTICLE:
        visit.page.locator(".ex-term__button").first.click()
    assert barriers_in_every_light(visit.page) == {}
    assert visit.complaints == []

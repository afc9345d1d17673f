"""Terms at work on pages: marked once a section, previewed, traced back from their entries."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown import Markdown

from explainer.extension import ExplainerExtension, PageInfo, Recorder
from explainer.glossing import Glossing
from explainer.library import Library, read_entries
from explainer.schools import SCHOOLS
from explainer.sentences import sentence_at, tidy
from explainer.terms import Glossary, read_terms
from explainer.usage import Use, uses_html
from support import ROOT, Page, cases, words

WORKS = [
    {"id": "karya-satu", "title": "Alliance Politics", "language": "en", "issued": "1997"},
    {"id": "karya-dua", "title": "Realisme dan Norma Dunia", "language": "id", "issued": "2001"},
]
TERMS = {
    "realism": (["realisme"], ["realism"], []),
    "offensive-realism": (["realisme ofensif"], ["offensive realism"], []),
    "alliance": (["aliansi", "sekutu"], ["alliance"], ["sekutu"]),
    "norms": (["norma"], ["norm"], []),
    "relative-gains": (["keuntungan relatif"], ["relative gains"], []),
}


def front(name: str, forms: list[str], **term: Any) -> dict[str, Any]:
    """Front matter of a term page."""
    return {
        "title": name,
        "description": f"Ini {name}.",
        "kind": "term",
        "term": {"forms": forms} | term,
    }


def fronts() -> dict[str, Any]:
    """The term pages of a small glossary; relative gains hangs together with the others."""
    pages: dict[str, Any] = {}
    for key, (indonesian, english, risky) in TERMS.items():
        data: dict[str, Any] = {"id": key, "school": "realism", "risky": risky}
        if key == "relative-gains":
            data |= {"broader": ["realism"], "contrasts": ["norms"], "works": ["karya-dua"]}
            data |= {"proposal": True, "article": [{"quote": "lebih suka bahwa"}]}
        pages[f"glosarium/{key}.md"] = front(indonesian[0].capitalize(), indonesian, **data)
        pages[f"en/glossary/{key}.md"] = front(english[0].capitalize(), english, id=key)
    return pages


class Site:
    """Pages rendered one after the other, as a build does."""

    def __init__(self) -> None:
        entries, _ = read_entries(WORKS)
        self.recorder = Recorder(Library(entries))
        titles = [entry.source.title for entry in entries]
        pages = fronts()
        names = {path: page["title"] for path, page in pages.items()}
        self.recorder.glossing = Glossing(Glossary(read_terms(pages)), titles, names)

    def render(self, text: str, path: str = "uji.md", kind: str = "term") -> Page:
        """A page of this text."""
        ours = ExplainerExtension(self.recorder)
        ours.page = PageInfo(path, "en" if path.startswith("en/") else "id", kind, marked=True)
        names = ["footnotes", "attr_list", "tables", "def_list", "md_in_html", "toc", ours]
        settings = {"footnotes": {"USE_DEFINITION_ORDER": False}}
        return Page(path, Markdown(extensions=names, extension_configs=settings).convert(text))

    def filled(self, page: Page) -> Page:
        """The page with its uses and quotations in place."""
        return Page(page.path, self.recorder.glossing.fill(page.html, page.path, lambda p: f"/{p}"))


def marks(page: Page) -> list[str]:
    """What is marked, with the term its preview belongs to."""
    found = page.all(".ex-term")
    targets = [node.query("button")[0].attrs["popovertarget"] for node in found]
    pairs = zip(found, targets, strict=True)
    return [f"{words(node)} = {target.removeprefix('ex-term-')}" for node, target in pairs]


@pytest.mark.parametrize("case", cases("glossing"))
def test_the_table(case):
    path = "en/uji.md" if case.get("language") == "en" else "uji.md"
    assert marks(Site().render(case["text"], path)) == case["marked"]


@pytest.mark.parametrize("case", cases("glossing"))
def test_marking_changes_no_text(case):
    path = "en/uji.md" if case.get("language") == "en" else "uji.md"
    page = Site().render(case["text"], path)
    bare = Site()
    bare.recorder.glossing = Glossing()
    assert _text(page) == _text(bare.render(case["text"], path))


def _text(page: Page) -> str:
    """What is left of a page without previews and the switch."""
    html = re.sub(r'<section class="ex-previews".*', "", page.html, flags=re.DOTALL)
    html = re.sub(r'<p class="ex-marks".*?</p>', "", html, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", "", html).strip()


def test_the_markup_of_a_mark():
    page = Site().render("Hanya realisme saja.", "glosarium/norms.md")
    link, button = page.one(".ex-term").query("a, button")
    assert link.attrs["role"] == "doc-glossref"
    assert link.attrs["href"] == "realism.md"
    assert link.attrs["tabindex"] == "-1"
    assert button.attrs["aria-label"] == "Definisi: Realisme"
    preview = page.one(f'[id="{button.attrs["popovertarget"]}"]')
    assert preview.attrs["popover"] == "auto"
    assert words(preview.query(".ex-glance__text")[0]) == "Realisme Ini Realisme."
    assert [a.attrs["href"] for a in preview.query("a")] == ["realism.md"]


def test_one_preview_for_all_marks_of_a_term_and_none_without_marks():
    page = Site().render("Realisme.\n\n## Judul\n\nRealisme, norma.")
    assert [node.attrs["id"] for node in page.all(".ex-glance")] == [
        "ex-term-realism",
        "ex-term-norms",
    ]
    assert Site().render("Teks.").all(".ex-previews, .ex-marks") == []


def test_an_entry_never_marks_its_own_term():
    assert marks(Site().render("Realisme dan norma.", "glosarium/realism.md")) == ["norma = norms"]


def test_a_page_that_is_not_marked_stays_as_it_is():
    site = Site()
    ours = ExplainerExtension(site.recorder)
    ours.page = PageInfo("tentang.md", "id", "page")
    assert "ex-term" not in Markdown(extensions=[ours]).convert("Realisme.")


ARTICLE = (
    "# J\n\nNegara lebih suka bahwa keuntungan relatif.[^1] Norma? Keuntungan relatif.\n\n"
    "[^1]: Catatan.\n"
)


def entry() -> Page:
    """The entry of relative gains, after an article and another entry that use it."""
    site = Site()
    site.render(ARTICLE, "artikel.md", "article")
    site.render("Satu. Lalu keuntungan relatif [@karya-satu]. Tiga.", "glosarium/norms.md")
    prose = (
        "## Arti dan cara kerjanya\n\nTeks [@karya-satu].\n\n## Dalam artikel ini\n\nPenjelasan."
    )
    page = site.render(prose, "glosarium/relative-gains.md")
    assert [p.line() for p in site.recorder.glossing.problems()] == []
    return site.filled(page)


def test_an_entry_lists_the_sentences_that_use_its_term_with_links_to_their_places():
    items = entry().all("ul.ex-uses > li")
    assert [words(item) for item in items] == [
        "Artikel, paragraf 1 Negara lebih suka bahwa keuntungan relatif .",
        "Norma Lalu keuntungan relatif .",
    ]
    links = [item.query("a")[0].attrs["href"] for item in items]
    assert links == ["/artikel.md#p-1", "/glosarium/norms.md#at-1"]
    assert [words(item.query("mark")[0]) for item in items] == ["keuntungan relatif"] * 2


def test_an_entry_shows_the_words_of_the_article_below_the_heading_on_them():
    page = entry()
    quote = page.one("blockquote.ex-quotes")
    assert words(quote.query("q")[0]) == "lebih suka bahwa"
    assert quote.query("a")[0].attrs["href"] == "/artikel.md#p-1"
    order = [page.html.index(part) for part in ("Dalam artikel ini<", "ex-quotes", "Penjelasan.")]
    assert order == sorted(order)


def test_an_entry_shows_its_data_around_its_prose():
    page = entry()
    facts = [words(node) for node in page.all(".ex-entry dt, .ex-entry dd")]
    assert facts == ["Aliran", "Realisme", "Dalam bahasa Inggris", "Relative gains"]
    assert page.one(".ex-entry [hreflang]").attrs["lang"] == "en"
    related = [words(node) for node in page.all("dl.ex-made dt, dl.ex-made dd")]
    assert related == ["Lebih luas", "Realisme", "Berlawanan", "Norma"]
    assert "usulan kami" in words(page.one("div.ex-made"))
    assert words(page.one(".ex-works__key")) == "Karya kunci"
    assert [words(h) for h in page.all("h2")] == [
        "Arti dan cara kerjanya",
        "Dalam artikel ini",
        "Istilah terkait",
        "Nama istilah ini",
        "Dipakai di mana",
        "Karya yang dirujuk",
    ]


def test_a_quotation_may_stand_in_a_heading_or_in_a_note():
    site = Site()
    text = "## Semua orang butuh teman\n\nTeks.[^1]\n\n[^1]: Kata dalam catatan.\n"
    site.render(text, "artikel.md", "article")
    found = site.recorder.glossing.passages["artikel.md"]
    assert [(p.text, p.anchor, p.name) for p in found] == [
        ("Semua orang butuh teman", "p-1", "Artikel, judul di atas paragraf 1"),
        ("Teks.", "p-1", "Artikel, paragraf 1"),
        ("Kata dalam catatan.", "fn:1", "Artikel, catatan kaki 1"),
    ]


def test_a_missing_quotation_is_reported():
    site = Site()
    site.render("Lain.", "artikel.md", "article")
    (problem,) = site.recorder.glossing.problems()
    assert (problem.page, problem.code) == ("glosarium/relative-gains.md", "quote-not-found")


def test_long_lists_of_uses_are_folded_but_the_article_is_not():
    def use(number: int, kind: str) -> Use:
        return Use("a", f"p{number}.md", "x", kind, ("<", "b", "&"))

    uses = [*(use(n, "term") for n in range(12)), use(99, "article")]
    html = uses_html(uses, {"p99.md": "Artikel"}, "id", lambda page: page)
    shown, _, folded = html.partition("<details")
    assert shown.index("Artikel") < shown.index("p0.md")
    assert (shown.count("<li>"), folded.count("<li>")) == (7, 6)
    assert "6 tempat lain" in folded
    assert "&lt;<mark>b</mark>&amp;" in shown
    assert "belum dipakai" in uses_html([], {}, "id", lambda page: page)


def test_the_index_lists_every_term_by_letter_with_its_school_and_counts():
    page = Site().render(
        '<div class="ex-index" markdown="1"></div>', "glosarium/index.md", "glossary"
    )
    names = [words(node) for node in page.all('section[role="doc-glossary"] dt dfn')]
    assert names == ["Aliansi", "Keuntungan relatif", "Norma", "Realisme", "Realisme ofensif"]
    assert [words(node) for node in page.all("h3")] == ["A", "K", "N", "R"]
    assert [words(node) for node in page.all(".ex-chips__link")] == [
        "Semua istilah 5",
        "Realisme 5",
    ]
    targets = {a.attrs["href"][1:] for a in page.all(".ex-chips a, .ex-letters a, .ex-school a")}
    assert targets <= set(page.ids)
    assert {node.attrs["data-school"] for node in page.all(".ex-item")} == {"realism"}
    assert "hidden" in page.one(".ex-filter").attrs


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_style_sheet_can_show_every_school_alone(school):
    css = (ROOT / "docs" / "assets" / "css" / "glossary.css").read_text("utf-8")
    assert f'.ex-index:has(#{school}:target) :is(.ex-item:not([data-school="{school}"])' in css


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("Satu dua. Tiga empat. Lima.", "empat", "Tiga empat. "),
        ("Satu dua", "dua", "Satu dua"),
        (
            "Menurut Kenneth N. Waltz, hlm. 3 dkk. benar. Ya.",
            "benar",
            "Menurut Kenneth N. Waltz, hlm. 3 dkk. benar. ",
        ),
        ("Ia bertanya, “Ya?” Dia diam.", "bertanya", "Ia bertanya, “Ya?” "),
        ("Nilai 3.5 naik. Turun.", "naik", "Nilai 3.5 naik. "),
    ],
)
def test_the_sentence_around_a_word(text, word, sentence):
    start = text.index(word)
    first, last = sentence_at(text, start, start + len(word))
    assert text[first:last] == sentence


def test_a_gap_left_before_a_full_stop_is_closed():
    assert tidy("Kata \n sini .") == "Kata sini."

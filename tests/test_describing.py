"""Page records from front matter, what is wrong with it, and how pages of the site are cited."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from explainer.citewords import CITE
from explainer.describing import CODES, Describing
from explainer.glossing import Glossing
from explainer.pagerecord import Pages
from explainer.terms import Face, Glossary, Term
from support import ARTICLES, DOCS, SITE_URL, cases, original_of, target_path, words

NAMES = {"id": "Situs", "en": "Site"}
GLOSSARY = Glossary([Term("anarchy", faces={"id": Face("glosarium/a.md", "Anarki")})])
TERMS = [doc for doc in DOCS if doc.meta.get("kind") == "term"]


def full(path: str) -> str:
    return urljoin(SITE_URL, path.removesuffix("index.md").replace(".md", "/"))


@pytest.mark.parametrize("case", cases("describing"))
def test_what_is_wrong_with_a_description_is_said(case):
    pages = Pages({"a.md": case["front"]}, {}, NAMES, full)
    found = Describing(pages, Glossing(GLOSSARY), {}).problems()
    assert [problem.line() for problem in found] == case["lines"]


def test_every_code_is_shown_in_some_row():
    lines = " ".join(line for row in cases("describing") for line in row.values[0]["lines"])
    assert [code for code in CODES if f"[{code}]" not in lines] == []


def test_the_way_to_a_page_passes_the_index_of_each_folder():
    fronts = {
        "index.md": {"title": "Beranda kami"},
        "glosarium/index.md": {"title": "Glosarium"},
        "glosarium/a.md": {"title": "Anarki"},
        "lain/b.md": {"title": "B"},
    }
    pages = Pages(fronts, {}, NAMES, full)
    ways = {path: [crumb.name for crumb in pages.record(path).trail] for path in fronts}
    assert ways == {
        "index.md": [],
        "glosarium/index.md": ["Beranda", "Glosarium"],
        "glosarium/a.md": ["Beranda", "Glosarium", "Anarki"],
        "lain/b.md": ["Beranda", "B"],
    }


def test_a_translation_takes_its_original_from_its_pair():
    fronts = {"a.md": {"title": "J"}, "en/a.md": {"title": "T", "original": False}}
    pages = Pages(fronts, {"a.md": "en/a.md", "en/a.md": "a.md"}, NAMES, full)
    source = pages.record("en/a.md").source
    assert source
    assert (source.title, source.url) == ("J", f"{SITE_URL}a/")
    assert pages.record("a.md").source is None
    assert list(pages.record("a.md").translations) == ["en"]
    assert pages.record("en/a.md").translations == {}


# --- The built site --------------------------------------------------------------------------


@pytest.mark.parametrize("doc", [pytest.param(doc, id=doc.src) for doc in TERMS])
def test_every_entry_can_be_cited(site, doc):
    url, page = SITE_URL + doc.url, site.page(doc.url)
    texts = [words(node) for node in page.all("dd.ex-copied")]
    files = [node.to_text() for node in page.all("pre.ex-copied")]
    assert [len(texts), len(files)] == [3, 2]
    assert all(doc.meta["title"] in text for text in texts)
    assert all(url in text for text in [*texts, *files])
    assert f"@misc{{{doc.meta['term']['id']}-{doc.lang}," in files[0]
    assert f"TI  - {doc.meta['title']}" in files[1]
    assert 0 < page.html.index('class="ex-works"') < page.html.index('class="ex-citing"')


@pytest.mark.parametrize("doc", [pytest.param(doc, id=doc.src) for doc in ARTICLES])
def test_an_article_is_cited_as_published_and_as_edited(site, doc):
    page = site.page(doc.url)
    texts = [words(node) for node in page.all("dl.ex-citing__texts dd.ex-copied")]
    original = original_of(doc)
    published = [text for text in texts if "dip.or.id" in text and SITE_URL + original.url in text]
    assert len(texts) == 3 + 3 + len(page.all("p.ex-par"))
    assert sum(original.meta["title"] in text for text in published) >= 2
    assert sum("2022" in text for text in published) >= 3
    assert any("translation of" in text for text in texts) == (doc is not original)


@pytest.mark.parametrize("doc", [pytest.param(doc, id=doc.src) for doc in ARTICLES])
def test_every_paragraph_has_a_footnote_that_leads_to_it(site, doc):
    page = site.page(doc.url)
    paragraphs = [node.attrs["id"] for node in page.all("p.ex-par")]
    cited = re.findall(rf"{re.escape(SITE_URL + doc.url)}#(p-\d+)", page.html)
    assert cited == paragraphs


@pytest.mark.parametrize("doc", [pytest.param(doc, id=doc.src) for doc in [*ARTICLES, *TERMS]])
def test_the_files_hold_what_the_page_shows(site, doc):
    page = site.page(doc.url)
    links = [urljoin(SITE_URL + doc.url, a.attrs["href"]) for a in page.all("a.ex-citing__get")]
    shown = [node.to_text().strip() for node in page.all("pre.ex-copied")]
    assert [site.read(target_path(link)).strip() for link in links] == shown
    name = CITE[doc.lang]["file"]
    assert [link.rpartition("/")[2] for link in links] == [f"{name}.bib", f"{name}.ris"]


def test_only_pages_with_something_to_copy_load_the_script(site):
    for page in site.pages.values():
        scripts = [node.attrs["src"] for node in page.all("script[src]")]
        assert any("/copy." in src for src in scripts) == bool(page.all(".ex-copy"))


def test_other_pages_are_not_cited(site):
    assert site.page("").all(".ex-citing") == site.page("tentang/").all(".ex-citing") == []

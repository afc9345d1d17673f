"""What a lecturer's Zotero would save of each kind of page, and the traps that our tags avoid."""

from __future__ import annotations

import pytest

from support import DOCS, EVERY_DOC, SITE_URL, cases
from zotero import ITEM_TYPES, item


@pytest.mark.parametrize("case", cases("zotero"))
def test_each_kind_of_page_becomes_this_item(site, case):
    page = site.page(case["page"])
    abstract = page.one('meta[name="description"]').attrs["content"]
    expected = case["item"] | {"abstractNote": abstract, "url": SITE_URL + case["item"]["url"]}
    assert item(page.html) == expected


@pytest.mark.parametrize("case", cases("zotero_traps"))
def test_traps_of_the_translator(case):
    html = f"<!doctype html><head>{case['head']}</head><body>{case.get('body', '')}"
    assert item(html) == case["item"]


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_every_page_becomes_one_item_with_its_own_title_language_and_address(site, doc):
    made = item(site.page(doc.url).html)
    assert made["itemType"] in ITEM_TYPES - {"journalArticle"}
    assert made["title"] == doc.meta["title"]
    assert (made["language"], made["url"]) == (doc.lang, SITE_URL + doc.url)
    assert "creators" not in made
    assert made.get("date") in (None, "t.t.", "n.d.", "2022/08/30")


def test_only_the_original_article_is_dated(site):
    dated = [doc.src for doc in DOCS if "2022" in item(site.page(doc.url).html).get("date", "")]
    assert dated == ["artikel.md"]


def test_no_other_page_than_the_references_offers_zotero_a_list(site):
    """COinS are asked before the tags of the head."""
    lists = [page.path for page in site.pages.values() if page.all("span.Z3988")]
    assert set(lists) <= {"rujukan/index.html", "en/references/index.html"}

"""Checked claims on other pages: the table, then the home pages of the real site."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

import pytest

from explainer.annotations import read_annotated
from explainer.claims import fill_claims
from support import Page, cases

WORDS = {
    "norm": ("fact-check", "imprecise", "c1", "“melanggar” norma", "“breaks” the norm"),
    "place": ("fact-check", "accurate", "c2", "di tempat itu", "in that place"),
    "theory": ("theory", "", "", "alasan", "the reason"),
}
TITLES = {
    "norm": ("Norma yang mana?", "Which norm?"),
    "place": ("Tempatnya benar", "The place is right"),
    "theory": ("Teori", "Theory"),
}


def annotated(page):
    """Three notes on one article, two of them with a verdict."""
    notes = [
        {
            "id": name,
            "kind": kind,
            "verdict": verdict,
            "claim": claim,
            "target": {"id": {"exact": one}, "en": {"exact": two}},
            "title": dict(zip(("id", "en"), TITLES[name], strict=True)),
            "body": {"id": "Isi.", "en": "Body."},
        }
        for name, (kind, verdict, claim, one, two) in WORDS.items()
    ]
    raw = {"article": "artikel.md", "annotations": notes}
    return {page: read_annotated("_data/annotations/artikel.yml", raw)}


@pytest.mark.parametrize("case", cases("claims"))
def test_claims_are_shown_with_their_verdict(case):
    root = Element("div")
    place = Element("div", {"class": "ex-claims"})
    place.text = case["asks"]
    root.append(place)
    articles = annotated("artikel.md") | annotated("en/article.md")
    found = list(fill_claims(root, articles, "page.md", case["language"]))
    assert [p.on("page.md").line() for p in found] == case.get("problems", [])
    page = Page("page/index.html", tostring(root, encoding="unicode"))
    shown = [
        [text(item, ".ex-claim__quote"), text(item, ".ex-claim__verdict"), text(item, "a")]
        for item in page.all(".ex-claim")
    ]
    assert shown == case["shows"]
    assert [text_of(p) for p in page.all(".ex-claims__sum")] == list(
        filter(None, [case.get("sum")])
    )


def text_of(node):
    """The text of an element as it is read."""
    return " ".join(node.to_text(separator="", strip=False).split())


def text(node, selector):
    """The text of the first element that fits."""
    return text_of(node.query(selector)[0])


@pytest.mark.parametrize(("home", "article"), [("", "artikel/"), ("en/", "en/article/")])
def test_the_home_page_leads_from_each_claim_to_its_words(site, home, article):
    page, words = site.page(home), site.page(article)
    links = [node.attrs["href"] for node in page.all(".ex-claim__why a")]
    assert len(links) == 3
    for link, quote in zip(links, page.all(".ex-claim__quote"), strict=True):
        path, _, name = link.partition("#")
        assert f"{home}{path}" == article
        marked = "".join(
            node.to_text(separator="", strip=False)
            for node in words.all("mark")
            if name in (node.attrs.get("id"), f"a-{node.attrs.get('data-a')}")
        )
        assert " ".join(marked.split()) == text_of(quote)


@pytest.mark.parametrize(("home", "article"), [("", "artikel/"), ("en/", "en/article/")])
def test_the_home_page_counts_as_the_article_does(site, home, article):
    said = text_of(site.page(home).all(".ex-claims__sum")[0])
    tally = [text_of(node) for node in site.page(article).all(".ex-tally__name")]
    assert said.partition(": ")[2] == f"{', '.join(tally)}."

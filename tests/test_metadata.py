"""The heads of the built pages, read back as Open Graph, Dublin Core and link readers do."""

from __future__ import annotations

import io
import re
from collections import Counter
from urllib.parse import urljoin

import extruct
import pytest
from PIL import Image

from explainer.bilingual import LANGUAGES
from explainer.cards import SIZE
from explainer.metadata import PAPER, WORDS, head
from explainer.pagerecord import Origin, PageRecord, Version
from support import (
    ARTICLES,
    DOCS,
    ERROR_PAGES,
    EVERY_DOC,
    EVERY_PAGE,
    ROOT,
    SITE_URL,
    Page,
    original_of,
    target_path,
)

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CITED = {"article", "term", "timeline"}


def graph_of(page: Page) -> dict[str, str]:
    """The Open Graph of a page: each property once."""
    (found,) = extruct.extract(page.html, base_url=SITE_URL + page.url, syntaxes=["opengraph"])[
        "opengraph"
    ]
    pairs = [(name, value) for name, value in found["properties"]]
    assert max(Counter(name for name, _ in pairs).values()) == 1
    return dict(pairs)


def meta(page: Page, name: str) -> str:
    return page.one(f'head meta[name="{name}"]').attrs["content"]


def links(page: Page, rel: str) -> list[str]:
    return [n.attrs["href"] for n in page.all("head link") if n.attrs["rel"].strip() == rel]


# --- Description, address, languages ---------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_a_description_fits_where_it_is_shown(site, doc):
    assert 50 <= len(meta(site.page(doc.url), "description")) <= 160


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_a_page_has_one_address(site, doc):
    page = site.page(doc.url)
    url = SITE_URL + doc.url
    assert links(page, "canonical") == [url]
    assert graph_of(page)["og:url"] == meta(page, "citation_public_url") == url


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_the_head_names_both_languages(site, doc):
    page = site.page(doc.url)
    found = {n.attrs["hreflang"]: n.attrs["href"] for n in page.all("head link[hreflang]")}
    pair = next(other for other in DOCS if other.src == doc.meta["pair"])
    both = {one.lang: SITE_URL + one.url for one in (doc, pair)}
    assert found == {**both, "x-default": both["id"]}


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_material_s_script_finds_no_alternates_to_fetch_sitemaps_beside(site, path):
    """It asks for `link[rel=alternate]`, the value word for word; HTML reads tokens."""
    for node in site.page(path).all("head link[rel~=alternate]"):
        assert node.attrs["rel"] != "alternate"
        assert node.attrs["rel"].split() == ["alternate"]


def test_a_page_without_a_pair_names_no_other(build):
    page = build({"index.md": "---\ntitle: T\n---\n\nIsi.\n"}).page("")
    assert page.all("head link[hreflang]") == []


# --- Open Graph ------------------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_a_shared_link_shows_our_title_words_and_picture(site, doc):
    page = site.page(doc.url)
    found = graph_of(page)
    assert found["og:title"] == doc.meta["title"]
    assert found["og:description"] == doc.meta["description"]
    assert found["og:locale"] == {"id": "id_ID", "en": "en_GB"}[doc.lang]
    assert found["og:type"] == ("article" if doc.meta.get("kind") == "article" else "website")
    file = site.dir / target_path(found["og:image"])
    assert found["og:image"].endswith(f"-{doc.lang}.png")
    assert (found["og:image:width"], found["og:image:height"]) == tuple(map(str, SIZE))
    assert Image.open(io.BytesIO(file.read_bytes())).size == SIZE
    assert found["og:image:alt"] == meta(page, "twitter:image:alt") != ""
    assert meta(page, "twitter:card") == "summary_large_image"


def test_main_pages_have_pictures_of_their_own(site):
    main = ["", "artikel/", "glosarium/", "en/", "en/article/", "en/glossary/"]
    pictures = [graph_of(site.page(path))["og:image"] for path in main]
    assert len(set(pictures)) == len(main)
    assert not any("/site-" in picture for picture in pictures)


# --- Dublin Core and rights ------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_dublin_core_is_declared_and_says_what_the_page_says(site, doc):
    page = site.page(doc.url)
    (found,) = extruct.extract(page.html, base_url=SITE_URL, syntaxes=["dublincore"])["dublincore"]
    said = {one["name"].lower(): one["content"] for one in found["elements"]}
    assert found["namespaces"] == {
        "DC": "http://purl.org/dc/elements/1.1/",
        "DCTERMS": "http://purl.org/dc/terms/",
    }
    assert (said["dc.title"], said["dc.language"]) == (doc.meta["title"], doc.lang)
    assert "dc.type" not in said
    assert "dc.contributor" not in said


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_our_licence_stands_where_the_text_is_ours(site, doc):
    ours = doc.meta.get("kind") != "article"
    assert links(site.page(doc.url), "license") == ([LICENCE] if ours else [])
    assert (meta(site.page(doc.url), "DC.rights") == "CC BY 4.0") == ours


def test_nobody_is_named_as_author_and_no_day_is_invented(site):
    for page in site.pages.values():
        names = {node.attrs.get("name") or node.attrs.get("property") for node in page.all("meta")}
        assert names.isdisjoint({"author", "citation_author", "DC.creator", "article:author"})
    dated = [page.url for page in site.pages.values() if "citation_publication_date" in page.html]
    originals = [doc for doc in ARTICLES if original_of(doc) is doc]
    said = [doc.url for doc in originals if doc.meta.get("source", {}).get("published")]
    assert sorted(dated) == sorted(said)
    assert said


def test_a_translation_names_its_original(site):
    assert any(original_of(doc) is not doc for doc in ARTICLES)
    for doc in ARTICLES:
        original = original_of(doc)
        named = site.page(doc.url).all('meta[name="DCTERMS.isVersionOf"]')
        expected = [] if doc is original else [SITE_URL + original.url]
        assert [node.attrs["content"] for node in named] == expected


# --- Signposts -------------------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_a_page_to_cite_leads_to_its_records(site, doc):
    page, cited = site.page(doc.url), doc.meta.get("kind") in CITED
    assert links(page, "cite-as") == ([SITE_URL + doc.url] if cited else [])
    files = page.all('head link[rel="describedby"]')
    types = ["application/x-bibtex", "application/x-research-info-systems"]
    assert [node.attrs["type"] for node in files] == (types if cited else [])
    assert all((site.dir / target_path(node.attrs["href"])).is_file() for node in files)


def test_robots_may_read_all_and_find_the_sitemap(site):
    text = site.read("robots.txt")
    assert "Disallow" not in text
    assert re.findall(r"^Sitemap: (.+)$", text, re.M) == [urljoin(SITE_URL, "sitemap.xml")]


@pytest.mark.parametrize("path", ERROR_PAGES)
def test_a_page_for_errors_is_not_kept(site, path):
    page = site.page(path)
    assert meta(page, "robots") == "noindex"
    assert (
        page.all('script[type="application/ld+json"], meta[property], link[rel~=alternate]') == []
    )


def test_the_browser_s_bars_take_the_colour_of_the_paper():
    tokens = (ROOT / "docs/assets/css/tokens.css").read_text("utf-8")
    papers = list(dict.fromkeys(re.findall(r"--ex-paper: (#[0-9a-f]{6});", tokens)))
    assert list(PAPER.values()) == papers


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_both_colours_are_in_the_head(site, path):
    found = [
        (n.attrs["media"], n.attrs["content"]) for n in site.page(path).all("[name=theme-color]")
    ]
    assert found == [(f"(prefers-color-scheme: {name})", one) for name, one in PAPER.items()]


# --- The tables ------------------------------------------------------------------------------


def record(**more) -> PageRecord:
    plain = PageRecord("a.md", f"{SITE_URL}a/", "id", "page", "T", "D", "S", SITE_URL)
    fields = {name: getattr(plain, name) for name in PageRecord.__slots__}
    return PageRecord(**{**fields, **more})


def said(made: list, name: str) -> list[str]:
    return [a["content"] for tag, a in made if tag == "meta" and a.get("name") == name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_with_times_and_no_day_says_so(language):
    undated = record(language=language)
    assert said(head(undated, times=True), "DC.date") == [WORDS[language]["undated"]]
    assert said(head(undated), "DC.date") == []
    dated = record(kind="article", origin=Origin("D", "2022-08-30"))
    assert said(head(dated, times=True), "DC.date") == ["2022-08-30"]


def test_what_is_empty_makes_no_tag():
    made = head(record())
    assert all(a["content"] for tag, a in made if tag == "meta")
    assert [a for tag, a in made if a.get("property", "").startswith("og:image")] == []


def test_marks_in_a_title_stay_text(build):
    text = "---\ntitle: '\"A\" & <b>'\ndescription: '\"D\" & <i>'\n---\n\nIsi.\n"
    page = build({"index.md": text}).page("")
    assert meta(page, "DC.title") == '"A" & <b>'
    assert graph_of(page)["og:description"] == '"D" & <i>'


def test_an_article_dropped_in_is_described_without_more(build):
    text = "---\ntitle: Judul\nkind: article\n---\n\nIsi.[^1]\n\n[^1]: A, *B* (C: D, 2020).\n"
    page = build({"index.md": "x", "baru.md": text}).page("baru/")
    assert page.all('meta[name="citation_publication_date"], meta[name="DC.source"]') == []
    assert meta(page, "DC.rights") == "CC BY 4.0"


def test_versions_are_named_from_any_page():
    versions = {name: Version(f"{SITE_URL}{name}/", "T", name) for name in LANGUAGES}
    made = [a for _, a in head(record(versions=versions)) if a.get("hreflang")]
    assert [a["hreflang"] for a in made] == [*LANGUAGES, "x-default"]
    assert made[0]["href"] == made[-1]["href"]

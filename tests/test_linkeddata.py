"""The JSON-LD of the built pages: one graph each, in the words of schema.org, with sound links."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

import extruct
import pytest
import yaml
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SDO

from explainer.linkedevents import event_nodes
from explainer.linkedworks import work_node
from explainer.model import Name, Source
from support import ARTICLES, DOCS, EVERY_DOC, ROOT, SITE_URL, Page, is_own, target_path, words

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMELINE = yaml.safe_load((ROOT / "docs" / "_data" / "timeline.yml").read_text("utf-8"))
VOCABULARY = "https://schema.org/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CONTEXT = {  # what schema.org's own context says of the words we use; nothing is fetched
    "@vocab": VOCABULARY,
    **{
        name: {"@type": "@id"}
        for name in "url item license sameAs contentUrl mainEntityOfPage".split()
    },
}


def document(page: Page) -> dict[str, Any]:
    """The one JSON-LD document of a page, as others' readers find it."""
    found = extruct.extract(page.html, base_url=SITE_URL + page.url, syntaxes=["json-ld"])
    (data,) = found["json-ld"]
    return data


def nodes(page: Page) -> list[dict[str, Any]]:
    return document(page)["@graph"]


def node(page: Page, kind: str) -> dict[str, Any]:
    (found,) = [one for one in nodes(page) if kind in types(one)]
    return found


def types(one: dict[str, Any]) -> list[str]:
    kind = one.get("@type", [])
    return kind if isinstance(kind, list) else [kind]


def everything(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a document, at any depth."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from everything(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from everything(inner)


def graph(page: Page) -> Graph:
    data = document(page)
    assert data["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps(data | {"@context": CONTEXT}), format="json-ld")


# --- The vocabulary --------------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_every_word_is_one_of_schema_org(site, doc):
    found = list(everything(nodes(site.page(doc.url))))
    words = {name for one in found for name in one if not name.startswith("@")}
    kinds = {kind for one in found for kind in types(one)}
    assert [word for word in sorted(words | kinds) if word not in SDO] == []
    assert all(word[0].islower() for word in words)
    assert all(kind[0].isupper() for kind in kinds)


def test_the_check_of_words_can_fail():
    assert "hasDefinedTerm" in SDO
    assert "hasDefinedTerms" not in SDO


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser uses it
@pytest.mark.parametrize("doc", EVERY_DOC)
def test_an_rdf_reader_reads_every_node(site, doc):
    page = site.page(doc.url)
    read = graph(page)
    for one in nodes(page):
        subject = URIRef(one["@id"])
        assert {str(o) for o in read.objects(subject, RDF.type)} == {
            VOCABULARY + kind for kind in types(one)
        }
    assert all(str(p).startswith((VOCABULARY, str(RDF))) for p in read.predicates())


def test_the_page_for_wrong_addresses_says_nothing(site):
    assert site.page("404.html").all('script[type="application/ld+json"]') == []


# --- Links between nodes ---------------------------------------------------------------------


def test_every_name_of_ours_leads_to_a_node_that_says_what_it_is(site):
    """A node may name one on another page; that page must have it."""
    known = {doc.url: {one["@id"] for one in nodes(site.page(doc.url))} for doc in DOCS}
    dangling = []
    for doc in DOCS:
        for one in everything(nodes(site.page(doc.url))):
            name = one.get("@id", "")
            page = urldefrag(name).url.removeprefix(SITE_URL)
            if is_own(name) and name not in known[doc.url] | known.get(page, set()):
                dangling.append((doc.src, name))
    assert dangling == []


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_names_are_given_once_in_a_graph(site, doc):
    names = [one["@id"] for one in nodes(site.page(doc.url))]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_addresses_of_ours_exist(site, doc):
    page = site.page(doc.url)
    found = [
        value
        for one in everything(nodes(page))
        for value in one.values()
        if isinstance(value, str) and is_own(value)
    ]
    assert found
    assert [
        url for url in found if not (site.dir / target_path(urldefrag(url).url)).is_file()
    ] == []


# --- Pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_a_page_says_what_it_is_and_where_it_belongs(site, doc):
    page = site.page(doc.url)
    (one,) = [n for n in nodes(page) if n["@id"] == f"{SITE_URL}{doc.url}#webpage"]
    assert (one["name"], one["description"]) == (doc.meta["title"], doc.meta["description"])
    assert one["inLanguage"] == doc.lang
    assert one["isPartOf"] == {"@id": f"{SITE_URL}#website"}
    assert one["primaryImageOfPage"]["url"].endswith(f"-{doc.lang}.png")
    assert ("license" in one) == (doc.meta.get("kind") != "article")


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_the_site_is_the_same_everywhere(site, doc):
    assert node(site.page(doc.url), "WebSite") == {
        "@type": "WebSite",
        "@id": f"{SITE_URL}#website",
        "url": SITE_URL,
        "name": "Rusia–DPRK, dengan catatan",
        "alternateName": ["Russia–DPRK, annotated"],
        "inLanguage": ["id", "en"],
    }


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_the_way_to_a_page_begins_at_home_and_ends_at_it(site, doc):
    page, home = site.page(doc.url), SITE_URL + ("en/" if doc.lang == "en" else "")
    if SITE_URL + doc.url == home:
        assert [one for one in nodes(page) if "BreadcrumbList" in types(one)] == []
        return
    steps = node(page, "BreadcrumbList")["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["item"], steps[-1]["item"]) == (home, SITE_URL + doc.url)
    assert len(steps) == (3 if doc.meta.get("kind") == "term" else 2)
    assert steps[-1]["name"] == doc.meta["title"]


def test_the_page_about_the_site_teaches_and_offers_data(site):
    page = site.page("tentang/")
    one = node(page, "AboutPage")
    assert types(one) == ["AboutPage", "LearningResource"]
    assert one["learningResourceType"] == "panduan"
    glossary, timeline = datasets(page)
    assert media(site, glossary) == {"text/csv", "text/turtle", *JSON}
    assert media(site, timeline) == {"text/csv", "text/calendar", *JSON}
    for other in ("en/about/", "linimasa/", "en/timeline/"):
        assert timeline["@id"] in {one["@id"] for one in datasets(site.page(other))}
    assert glossary["@id"] == datasets(site.page("en/about/"))[0]["@id"]


JSON = ("application/json", "application/schema+json")


def datasets(page: Page) -> list[dict[str, Any]]:
    return [one for one in nodes(page) if "Dataset" in types(one)]


def media(site, data: dict[str, Any]) -> set[str]:
    """The media types of the files of a data set, all of which can be downloaded."""
    assert data["license"] == LICENCE
    files = {one["contentUrl"]: one["encodingFormat"] for one in data["distribution"]}
    assert len(files) == len(data["distribution"])
    assert all((site.dir / target_path(url)).is_file() for url in files)
    return set(files.values())


@pytest.mark.parametrize("path", ["linimasa/", "en/timeline/"])
def test_the_timeline_tells_its_events_and_offers_its_data(site, path):
    page = site.page(path)
    events = [one for one in nodes(page) if "Event" in types(one)]
    listed = [item.attrs["id"] for item in page.all("li.ex-event")]
    assert [one["@id"] for one in events] == [f"{SITE_URL}{path}#{name}" for name in listed]
    shown = {item.attrs["id"]: words(item.query("h3")[0]) for item in page.all("li.ex-event")}
    line = shown.pop("article-published")
    assert line in ("Artikel terbit pada titik ini", "The article was published here")
    names = {one["@id"].partition("#")[2]: one["name"] for one in events}
    assert {name: names[name] for name in shown} == shown
    (data,) = datasets(page)
    assert data["temporalCoverage"] == f"1945-08/{TIMELINE['coverage_until']}"
    assert data["url"] == SITE_URL + path


# --- The article -----------------------------------------------------------------------------


def by_language(site, kind: str) -> dict[str, dict[str, Any]]:
    return {doc.lang: node(site.page(doc.url), kind) for doc in ARTICLES}


def test_article_and_translation_are_two_works_that_name_each_other(site):
    both = by_language(site, "Article")
    assert both["id"]["@id"] != both["en"]["@id"]
    assert [one["@id"] for one in both["id"]["workTranslation"]] == [both["en"]["@id"]]
    assert both["en"]["translationOfWork"]["@id"] == both["id"]["@id"]
    assert both["en"]["isBasedOn"] == {"@id": both["id"]["@id"]}
    assert [both[lang]["inLanguage"] for lang in both] == list(both)


def test_only_what_is_known_of_the_article_is_said(site):
    both = by_language(site, "Article")
    assert both["id"]["datePublished"] == "2022-08-30"
    assert both["id"]["publisher"] == {"@type": "Organization", "name": "dip.or.id"}
    assert {"datePublished", "publisher"}.isdisjoint(both["en"])
    for one in both.values():
        assert one["isAccessibleForFree"] is True
        assert {"author", "creator", "license", "translator"}.isdisjoint(one)


def test_our_notes_are_a_work_about_the_article(site):
    for lang, notes in by_language(site, "LearningResource").items():
        article = by_language(site, "Article")[lang]
        assert notes["about"] == notes["isBasedOn"] == {"@id": article["@id"]}
        assert notes["@id"] != article["@id"]
        assert notes["license"] == LICENCE
        assert {"DefinedTerm"} == {one["@type"] for one in notes["mentions"]}


def test_the_article_cites_the_works_that_its_notes_lead_to(site):
    """Five notes, three works: Op. Cit. and Ibid. name none of their own."""
    for one in by_language(site, "Article").values():
        works = one["citation"]
        assert [work["@type"] for work in works] == ["NewsArticle", "WebPage", "ScholarlyArticle"]
        assert works[0]["datePublished"] == "2022-08-15"
        assert works[2]["@id"] == "https://doi.org/10.2307/2131460"
        assert works[2]["author"] == [{"@type": "Person", "name": "Joseph M. Grieco"}]
        assert {"datePublished", "pagination"}.isdisjoint(works[2])  # not verified


def test_an_article_dropped_in_has_a_graph(build):
    text = "---\ntitle: J\nkind: article\n---\n\nIsi.[^1]\n\n[^1]: A, *Buku* (Kota: B, 2020).\n"
    page = build({"index.md": "x", "baru.md": text}).page("baru/")
    one = node(page, "Article")
    assert [work["name"] for work in one["citation"]] == ["Buku"]
    assert {"datePublished", "copyrightNotice", "workTranslation"}.isdisjoint(one)


# --- Works and events ------------------------------------------------------------------------


def test_a_date_in_doubt_is_no_date():
    work = Source("", title="T", issued="2019~", authors=(Name(literal="PBB"),))
    assert work_node(work) == {
        "@type": "CreativeWork",
        "name": "T",
        "author": [{"@type": "Organization", "name": "PBB"}],
    }


def test_a_title_of_ours_is_a_description():
    work = work_node(Source("", title="minutes of a talk", title_basis="described"))
    assert work == {"@type": "CreativeWork", "description": "minutes of a talk"}


@dataclass(frozen=True)
class Event:
    id: str
    date: str
    titles: dict[str, str] = field(default_factory=lambda: {"id": "Surat", "en": "Letters"})
    summaries: dict[str, str] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2022-08-15", {"startDate": "2022-08-15"}),
        ("2022-07", {"startDate": "2022-07"}),
        ("2019~", {}),
        ("2022-08-15/..", {"startDate": "2022-08-15"}),
        ("2024-06-18/2024-06-19", {"startDate": "2024-06-18", "endDate": "2024-06-19"}),
    ],
)
def test_an_event_says_its_day_as_far_as_it_is_known(date, said):
    (one,) = event_nodes([Event("letters", date)], "en", "https://a.b/en/timeline/")
    assert {name: value for name, value in one.items() if name.endswith("Date")} == said
    assert one["@id"] == "https://a.b/en/timeline/#letters"
    assert [word for word in one if not word.startswith("@") and word not in SDO] == []


def test_nothing_can_end_the_script(site):
    for doc in DOCS:
        text = re.findall(r'ld\+json">(.*?)</script>', site.page(doc.url).html, re.S)
        assert len(text) == 1
        assert "<" not in text[0]

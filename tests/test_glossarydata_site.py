"""The published glossary files, read back by others' readers and compared with the pages."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from explainer.glossarydata import FORMATS
from support import DOCS, SITE_URL, Page, build_site, target_path

LANGUAGES = ("id", "en")
TERMS = [doc for doc in DOCS if doc.meta.get("kind") == "term"]
INDEXES = {"id": "glosarium/", "en": "en/glossary/"}


@pytest.fixture(scope="session")
def graph(site) -> Graph:
    return Graph().parse(data=site.read(FORMATS["SKOS (Turtle)"]), format="turtle")


@pytest.fixture(scope="session")
def document(site) -> dict:
    return json.loads(site.read(FORMATS["JSON"]))


def by_term() -> dict[str, dict[str, str]]:
    """Term id -> language -> full address, from the front matter itself."""
    found: dict[str, dict[str, str]] = {}
    for doc in TERMS:
        found.setdefault(doc.meta["term"]["id"], {})[doc.lang] = urljoin(SITE_URL, doc.url)
    return found


def test_every_concept_is_a_page_with_both_languages(site, graph):
    found = {str(s) for s in graph.subjects(RDF.type, SKOS.Concept)}
    assert found == {both["id"] for both in by_term().values()}
    for subject in graph.subjects(RDF.type, SKOS.Concept):
        assert target_path(str(subject)) in site.pages
        for kind in (SKOS.prefLabel, SKOS.definition):
            assert sorted(o.language for o in graph.objects(subject, kind)) == ["en", "id"]
        assert len(set(graph.objects(subject, SKOS.notation))) == 1
        assert len(set(graph.objects(subject, SKOS.inScheme))) == 1


def test_the_scheme_keeps_the_rules_of_skos(graph):
    for one, _, other in graph.triples((None, SKOS.broader, None)):
        assert (other, SKOS.narrower, one) in graph
    for one, _, other in graph.triples((None, SKOS.narrower, None)):
        assert (other, SKOS.broader, one) in graph
    for one, _, other in graph.triples((None, SKOS.related, None)):
        assert (other, SKOS.related, one) in graph
        assert other not in set(graph.transitive_objects(one, SKOS.broader))
    for subject in graph.subjects(RDF.type, SKOS.Concept):
        kinds = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        held = [o for kind in kinds for o in graph.objects(subject, kind)]
        assert len(held) == len(set(held))
        assert subject not in set(graph.objects(subject, SKOS.related))


def test_risky_forms_are_no_labels(graph):
    kinds = (SKOS.altLabel, SKOS.hiddenLabel)
    for doc in TERMS:
        language = doc.lang
        front = doc.meta["term"]
        subject = URIRef(by_term()[front["id"]]["id"])
        held = {o for kind in kinds for o in graph.objects(subject, kind)}
        assert {Literal(form, language) for form in front.get("risky") or ()}.isdisjoint(held)


def test_every_school_holds_its_terms(site, graph):
    members = {(s, o) for s, o in graph.subject_objects(SKOS.member)}
    assert len(members) == len(by_term())
    for school in graph.subjects(RDF.type, SKOS.Collection):
        path, _, anchor = str(school).partition("#")
        assert site.pages[target_path(path)].all(f"#{anchor}")


def test_the_table_has_a_row_for_each_term(site):
    text = site.read(FORMATS["CSV"])
    assert not text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text), strict=True))
    held = {r["id"]: {lang: r[f"address_{lang}"] for lang in LANGUAGES} for r in rows}
    assert held == by_term()
    assert all(row[f"definition_{lang}"] for row in rows for lang in LANGUAGES)


def test_the_json_keeps_its_published_schema(site, document):
    schema = json.loads(site.read(FORMATS["JSON Schema"]))
    Draft202012Validator.check_schema(schema)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(document)] == []
    assert document["$schema"] == schema["$id"] == urljoin(SITE_URL, FORMATS["JSON Schema"])
    document = {**document, "x-note": ""}
    assert list(Draft202012Validator(schema).iter_errors(document))


def test_the_json_says_what_the_graph_says(graph, document):
    ids = {str(o): str(s) for s, o in graph.subject_objects(SKOS.notation)}
    assert {t["id"]: t["uri"] for t in document["terms"]} == ids
    assert {t["id"]: t["address"] for t in document["terms"]} == by_term()
    for held in document["terms"]:
        broader = {str(o) for o in graph.objects(URIRef(held["uri"]), SKOS.broader)}
        assert broader == {ids[other] for other in held["broader"]}
        names = {o.language: str(o) for o in graph.objects(URIRef(held["uri"]), SKOS.prefLabel)}
        assert names == held["name"]


def test_works_named_are_works_given(document):
    works = [work["id"] for work in document["works"]]
    assert set(works) == {work for held in document["terms"] for work in held["works"]}


@pytest.mark.parametrize("name", FORMATS)
def test_no_working_note_leaves_the_sources(site, name):
    assert not re.search(r"""["':\s]x-[a-z]+""", site.read(FORMATS[name]))


def described(page: Page) -> dict:
    """What the page is about, in the JSON-LD of its head."""
    head = page.html.partition("</head>")[0]
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    nodes = {node["@id"]: node for node in json.loads(text)["@graph"]}
    (page_node,) = [node for name, node in nodes.items() if name.endswith("#webpage")]
    return nodes[page_node["mainEntity"]["@id"]]


def test_each_entry_says_what_it_is(site):
    for doc in TERMS:
        language = doc.lang
        data = described(site.page(doc.url))
        both = by_term()[doc.meta["term"]["id"]]
        assert data["@type"] == "DefinedTerm"
        assert (data["name"], data["description"]) == (doc.meta["title"], doc.meta["description"])
        assert data["@id"] == data["url"] == both[language]
        assert data["sameAs"] == [url for lang, url in both.items() if lang != language]
        assert data["inDefinedTermSet"] == {"@id": urljoin(SITE_URL, INDEXES[language])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_index_lists_its_entries_and_offers_the_files(site, language):
    page = site.page(INDEXES[language])
    data = described(page)
    assert data["@type"] == "DefinedTermSet"
    listed = {t["termCode"]: t["url"] for t in data["hasDefinedTerm"]}
    assert listed == {key: both[language] for key, both in by_term().items()}
    hrefs = [link.attrs["href"] for link in page.all(".ex-downloads a[download]")]
    found = [urljoin(urljoin(SITE_URL, INDEXES[language]), href) for href in hrefs]
    assert found == [urljoin(SITE_URL, path) for path in FORMATS.values()]


def test_pages_outside_the_glossary_carry_none_of_it(site):
    page = site.page("")
    assert page.all(".ex-citing, .ex-downloads") == []
    assert "DefinedTerm" not in page.html


MINI = {
    "glosarium/index.md": "---\ntitle: Glosarium\nkind: glossary\n---\n\nIsi.\n",
    "glosarium/anarki.md": (
        "---\ntitle: Anarki\ndescription: Tanpa penguasa.\nkind: term\n"
        "term: {id: anarchy, school: realism, forms: [anarki]}\n---\n\nIsi.\n"
    ),
}


def test_two_builds_give_the_same_bytes(tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    built = [build_site(folder, MINI, site_url=SITE_URL) for folder in folders]
    for path in FORMATS.values():
        assert built[0].read(path) == built[1].read(path)

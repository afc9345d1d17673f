"""The glossary as data: labels, relations, citations, on terms made for the test."""

from __future__ import annotations

import json
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS

from explainer.downloading import downloads_section
from explainer.glossarydata import FORMATS, downloads, labels, turtle
from explainer.library import Entry
from explainer.linkedterms import term_nodes
from explainer.model import Name, Source
from explainer.terms import Face, Glossary, Term
from support import SITE_URL, cases

LANGUAGES = ("id", "en")
NAMES = {"id": "Situs <A> & B", "en": "Site"}


def term(term_id: str, name: str = "", **more) -> Term:
    """A term in both languages; its Indonesian name may be given."""
    relations = {kind: tuple(ids) for kind, ids in more.pop("relations", {}).items()}
    faces = {
        "id": Face(f"glosarium/{term_id}.md", name or term_id, "Satu kalimat.", (term_id,)),
        "en": Face(f"en/glossary/{term_id}.md", f"{term_id} en", "A sentence."),
    }
    return Term(term_id, "realism", faces, relations, **more)


def address(path: str) -> str:
    return urljoin(SITE_URL, path.removesuffix("index.md").replace(".md", "/"))


def concept(term_id: str) -> URIRef:
    return URIRef(address(f"glosarium/{term_id}.md"))


def graph_of(*terms: Term) -> Graph:
    return Graph().parse(data=turtle(Glossary(terms), NAMES, address), format="turtle")


# --- Terms made for the test -----------------------------------------------------------------


@pytest.mark.parametrize("case", cases("glossarydata"))
def test_forms_become_labels(case):
    face = Face("a.md", case["term"], forms=tuple(case["forms"]), risky=tuple(case["risky"]))
    assert labels(face, case["language"]) == (case["alternative"], case["hidden"])


def test_a_relation_stated_once_is_given_both_ways():
    graph = graph_of(term("a", relations={"broader": ["b"], "contrasts": ["c"]}), *map(term, "bc"))
    a, b, c = map(concept, "abc")
    assert (a, SKOS.broader, b) in graph
    assert (b, SKOS.narrower, a) in graph
    assert (a, SKOS.related, c) in graph
    assert (c, SKOS.related, a) in graph


def test_what_is_broader_at_any_distance_is_not_also_related():
    up = term("a", relations={"broader": ["b"], "related": ["c", "d"]})
    graph = graph_of(up, term("b", relations={"broader": ["c"]}), term("c"), term("d"))
    assert set(graph.objects(concept("a"), SKOS.related)) == {concept("d")}
    assert not set(graph.objects(concept("c"), SKOS.related))


def test_a_circle_of_broader_terms_ends():
    graph = graph_of(*(term(x, relations={"broader": [y]}) for x, y in pairwise("aba")))
    assert (concept("a"), SKOS.broader, concept("b")) in graph


def test_marks_of_turtle_in_a_name_survive():
    name = 'Garis \\ balik, "kutip",\nbaris baru'
    assert Literal(name, "id") in set(graph_of(term("a", name)).objects(None, SKOS.prefLabel))


def test_a_name_of_ours_has_a_note_in_both_languages():
    graph = graph_of(term("a", proposal=True), term("b", evidence="id.wikipedia"))
    notes = {note.language for note in graph.objects(concept("a"), SKOS.scopeNote)}
    assert notes == set(LANGUAGES)
    assert not set(graph.objects(concept("b"), SKOS.scopeNote))


def test_without_terms_there_is_nothing_to_download():
    assert downloads(Glossary(), {}, NAMES, address) == {}
    assert downloads_section("glosarium/index.md", Glossary(), str) is None
    assert term_nodes("glosarium/index.md", Glossary(), "", address) == []


def test_works_leave_only_with_what_is_known():
    source = Source("typed", authors=(Name("Grieco", "Joseph M."),), title="T", issued="1988")
    both = Glossary([term("a", works=("grieco", "unknown"))])
    files = downloads(both, {"grieco": Entry("grieco", source)}, NAMES, address)
    assert json.loads(files[FORMATS["JSON"]])["works"] == [
        {"id": "grieco", "authors": ["Joseph M. Grieco"], "title": "T", "issued": "1988"}
    ]

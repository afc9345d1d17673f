"""The glossary as data: labels, relations, citations, on terms made for the test."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS

from explainer.citing import bibtex, ris, section
from explainer.glossarydata import FORMATS, downloads, labels, turtle
from explainer.library import Entry
from explainer.linkeddata import linked_data
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
    assert section("glosarium/index.md", Glossary(), NAMES, address, str) is None
    assert linked_data("glosarium/index.md", Glossary(), "", address) == ""


def test_data_in_the_page_cannot_end_the_script():
    text = linked_data("glosarium/a.md", Glossary([term("a", "</script><b>")]), "", address)
    assert "<" not in text
    assert json.loads(text)["name"] == "</script><b>"


def test_names_in_a_citation_are_text():
    made = section("glosarium/a.md", Glossary([term("a", "R&D <x>")]), NAMES, address, str)
    assert made
    assert "“R&amp;D &lt;x&gt;”, dalam <cite>Situs &lt;A&gt; &amp; B</cite>" in made.html
    assert "<x>" not in made.html


def test_a_section_stands_before_notes_and_previews():
    made = section("glosarium/a.md", Glossary([term("a")]), NAMES, address, str)
    assert made
    assert made.below("<p>x</p>").startswith("<p>x</p><section")
    for after in ('<section class="ex-notes" role="x">', '<section class="ex-previews" data-x>'):
        assert made.below(f"<p>x</p>{after}").endswith(f"</section>\n{after}")


def test_marks_of_tex_are_escaped_and_addresses_are_not():
    text = bibtex("a", "50 % & {x}_y", "S#", "https://a.b/c_d/", "en")
    assert r"title = {{50 \% \& \{x\}\_y}}," in text
    assert r"howpublished = {S\#}," in text
    assert "url = {https://a.b/c_d/}," in text


def test_works_leave_only_with_what_is_known():
    source = Source("typed", authors=(Name("Grieco", "Joseph M."),), title="T", issued="1988")
    both = Glossary([term("a", works=("grieco", "unknown"))])
    files = downloads(both, {"grieco": Entry("grieco", source)}, NAMES, address)
    assert json.loads(files[FORMATS["JSON"]])["works"] == [
        {"id": "grieco", "authors": ["Joseph M. Grieco"], "title": "T", "issued": "1988"}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_bibtex_and_ris_can_be_read(language):
    given = ("Istilah", "Situs", "https://a.b/c/")
    text = bibtex("some-term", *given, language)
    assert re.fullmatch(r"@misc\{some-term-\w\w,\n(  [a-z]+ = \{.+\},\n)+\}\n", text)
    assert text.count("{") == text.count("}")
    assert "year" not in text
    lines = ris(*given, language).removesuffix("\n").split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    fields = {line[:2]: line[6:] for line in lines}
    assert next(iter(fields)) == "TY"
    assert list(fields)[-1] == "ER"
    assert (fields["TI"], fields["T2"], fields["UR"]) == given

"""Front matter of term pages: read, checked, and tied to the words of the article."""

from __future__ import annotations

import copy

import pytest

from explainer.naming import is_doubtful, seen_at
from explainer.schools import SCHOOLS, school_name
from explainer.termchecks import CODES, glossary_problems, places, quote_problems
from explainer.terms import Face, Glossary, read_terms
from support import cases

WORKS = {"waltz-1979", "grieco-1988-jop"}


def page(pair: str, title: str, **term) -> dict:
    """The front matter of one term page."""
    return {"title": title, "description": f"{title}.", "kind": "term", "pair": pair, "term": term}


BASE = {
    "glosarium/a.md": page(
        "en/glossary/a.md", "A", id="a", school="realism", forms=["alfa"], related=["b"]
    ),
    "en/glossary/a.md": page("glosarium/a.md", "A", id="a", forms=["alpha"]),
    "glosarium/b.md": page(
        "en/glossary/b.md", "B", id="b", school="case", forms=["beta"], related=["a"]
    ),
    "en/glossary/b.md": page("glosarium/b.md", "B", id="b", forms=["beta"]),
    "index.md": {"title": "Beranda", "kind": "page"},
}


def changed(change: dict) -> dict:
    """The sound front matter with some values replaced or taken away."""
    fronts = copy.deepcopy(BASE)
    for place, value in change.items():
        path, _, keys = place.partition(": ")
        *parents, last = keys.split(".")
        target = fronts[path]
        for key in parents:
            target = target[key]
        if value is None:
            del target[last]
        else:
            target[last] = value
    return fronts


def problems(fronts: dict) -> list:
    return glossary_problems(fronts, Glossary(read_terms(fronts)), WORKS)


@pytest.mark.parametrize("case", cases("terms"))
def test_the_table(case):
    found = problems(changed(case.get("change", {})))
    if "problems" in case:
        assert [problem.line() for problem in found] == case["problems"]
    if "codes" in case:
        assert sorted(problem.code for problem in found) == sorted(case["codes"])


def test_the_table_shows_every_message_that_front_matter_can_cause():
    shown = {p.code for case in cases("terms") for p in problems(changed(_change(case)))}
    assert shown == set(CODES) - {"quote-not-found", "quote-twice"}


def _change(case) -> dict:
    return case.values[0].get("change", {})


def test_a_term_is_made_of_its_two_pages():
    fronts = changed(
        {"glosarium/a.md: term.proposal": True, "glosarium/a.md: term.risky": ["ALFA"]}
    )
    (term, _) = read_terms(fronts)
    assert (term.id, term.school, term.proposal) == ("a", "realism", True)
    assert term.to("related") == ("b",)
    assert term.to("broader") == ()
    assert term.faces["en"].forms == term.faces["en"].linked == ("alpha",)
    assert (term.faces["id"].forms, term.faces["id"].linked) == (("alfa",), ())


def test_terms_are_found_by_id_and_by_either_page_and_listed_by_name():
    fronts = changed({"en/glossary/a.md: title": "Zeta", "en/glossary/b.md: title": "beta"})
    glossary = Glossary(read_terms(fronts))
    assert glossary.by_path["en/glossary/a.md"] is glossary.terms["a"]
    assert glossary.face("a", "en").name == "Zeta"
    assert glossary.face("c", "en") is None
    assert [face.name for _, face in glossary.listed("en")] == ["beta", "Zeta"]
    assert [face.name for _, face in glossary.listed("id")] == ["A", "B"]


@pytest.mark.parametrize(
    ("quote", "paragraphs", "found"),
    [
        ("norma internasional", ["Sesuai norma internasional.", "Lain."], [0]),
        ("norma internasional", ["Lain.", "norma\n internasional, norma internasional"], [1, 1]),
        ('tulis "Putin"', ["tulis “Putin”"], [0]),
        ("prisoner's", ["the prisoner’s dilemma"], [0]),
        ("Norma", ["norma"], []),
        ("dua paragraf", ["dua", "paragraf"], []),
        ("", ["apa pun"], []),
    ],
)
def test_where_a_quotation_stands(quote, paragraphs, found):
    assert places(quote, paragraphs) == found


def test_a_quotation_must_stand_once_in_the_article():
    face = Face("glosarium/a.md", "A", quotes=("satu", "dua", "tiga"))
    lines = [problem.line() for problem in quote_problems(face, ["satu dua", "dua"])]
    not_found = '"tiga" does not stand in the article; quote it word for word'
    twice = '"dua" stands 2 times in the article; quote more words, so that the place is clear'
    page = "glosarium/a.md, front matter"
    assert lines == [f"{page}: {not_found}. [quote-not-found]", f"{page}: {twice}. [quote-twice]"]


def test_every_school_has_a_name_in_both_languages():
    for school, names in SCHOOLS.items():
        assert set(names) == {"id", "en"}
        assert school_name(school, "en") == names["en"]
    assert school_name("unknown", "id") == "unknown"


@pytest.mark.parametrize(
    ("evidence", "doubtful", "places"),
    [
        (
            "kompasiana.com/amp/x (isolasi), www.b.co.id; in the article",
            False,
            ["kompasiana.com", "b.co.id", "the article read here"],
        ),
        (
            "https://id.wikipedia.org/wiki/Dilema; https://scribd.com/doc/3/Game-Theory",
            False,
            ["the Indonesian Wikipedia", "Scribd"],
        ),
        (
            "nama-nama.blogspot.com (Negara); feeds at https://opera.liputan6.com/read/5",
            False,
            ["nama-nama.blogspot.com", "liputan6.com"],
        ),
        ("123dok thesis quoting 2005, 25 (penangkalan); deterens not seen", True, ["123dok"]),
        ("not seen in Indonesian; a proposal", True, []),
        ("many pages", False, []),
        ("", False, []),
    ],
)
def test_where_a_name_was_seen(evidence, doubtful, places):
    assert is_doubtful(evidence) is doubtful
    assert seen_at(evidence, "en") == places

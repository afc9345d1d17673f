"""Works: their kinds, their dates, what can be wrong with them."""

from __future__ import annotations

import pytest
import yaml

from explainer.bibtex import bibtex
from explainer.cslnames import VARIABLES
from explainer.exportdates import ris_date
from explainer.issued import csl_date, is_in_order, read_issued, year_words
from explainer.library import read_entries
from explainer.refwords import FIELDS, TONGUES, field_name
from explainer.workkinds import KINDS, ONE, kind_of
from support import ROOT, cases

SOURCES = yaml.safe_load((ROOT / "docs" / "_data" / "sources.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", cases("workkinds"))
def test_the_kind_of_a_work(case):
    assert kind_of(case["item"]) == case["kind"]


def test_the_table_meets_every_kind_in_both_languages():
    assert {case.values[0]["kind"] for case in cases("workkinds")} == set(KINDS)
    words = [words for table in (KINDS, ONE) for words in table.values()]
    assert {tuple(pair) for pair in words} == {("id", "en")}


def test_the_real_works_are_of_every_kind_and_some_only_because_the_data_say_so():
    bare = [{k: v for k, v in item.items() if k != "x-kind"} for item in SOURCES]
    assert {kind_of(item) for item in SOURCES} == set(KINDS)
    assert any(kind_of(a) != kind_of(b) for a, b in zip(SOURCES, bare, strict=True))


@pytest.mark.parametrize("case", cases("issued"))
def test_dates(case):
    issued = read_issued(case["edtf"])
    if "csl" not in case:
        assert issued is None
        return
    assert issued is not None
    made = csl_date(issued)
    assert (made, is_in_order(issued)) == (case["csl"], case.get("ordered", True))
    if is_in_order(issued):
        assert year_words(case["edtf"]) == case["year"]
        record = bibtex([{"id": "x", "type": "book", "title": "T", "issued": made}])
        assert f"  {case['bibtex']},\n" in record
        assert ris_date(made) == case["ris"]


GOOD = {"id": "a", "type": "book", "title": "T", "language": "en"}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"type": "sculpture"}, "source-type"),
        ({"publsher": "Knopf"}, "source-field"),
        ({"x-kind": "rumour"}, "source-kind"),
        ({"x-kind": ["un"]}, "source-kind"),
        ({"x-remark": "Salinan."}, "source-remark"),
        ({"x-remark": {"id": "Salinan."}}, "source-remark"),
        ({"x-remark": {"id": "Salinan.", "en": ""}}, "source-remark"),
        ({"issued": "2022-13"}, "source-date"),
        ({"accessed": "yesterday"}, "source-date"),
        ({"issued": "1990/1988"}, "source-date-order"),
        ({"issued": {"date-parts": [[1990], [1988]]}}, "source-date-order"),
        ({"x-anything": 1, "issued": "1988/1990", "x-kind": "un"}, None),
        ({"issued": {"date-parts": [[2022, 8, 15]]}}, None),
        ({"issued": None}, None),
    ],
)
def test_what_can_be_wrong_with_an_entry(more, code):
    entries, problems = read_entries([{**GOOD, **more}])
    assert [p.code for p in problems] == ([code] if code else [])
    assert len(entries) == (0 if code else 1)


@pytest.mark.parametrize(
    ("title", "hidden", "left"),
    [
        ("A: B", "title (subtitle)", "A"),
        ("Era, 1953-1964", "title (years)", "Era"),
        ("Era (1953–64)", "title (years)", "Era"),
        ("1984", "title (years)", "1984"),
        ("Whole", "title", ""),
    ],
)
def test_only_the_part_of_a_title_that_is_not_verified_is_hidden(title, hidden, left):
    (entry,), _ = read_entries([{**GOOD, "title": title, "x-unverified": [hidden]}])
    assert (entry.source.title, entry.item.get("title", "")) == (left, left)


def test_a_date_given_in_parts_is_edtf_inside():
    parts = {"date-parts": [[1988, 3], [1990]], "circa": True}
    (entry,), _ = read_entries([{**GOOD, "issued": parts}])
    assert entry.item["issued"] == "1988-03~/1990~"


def test_a_court_stands_for_an_author():
    case = {**GOOD, "type": "legal_case", "authority": "International Court of Justice"}
    (entry,), _ = read_entries([case])
    assert [name.literal for name in entry.source.authors] == ["International Court of Justice"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_not_verified_has_words(language):
    named = {str(field) for item in SOURCES for field in item.get("x-unverified") or ()}
    words = {field_name(name, language) for name in named}
    assert named
    assert words <= {pair[language == "en"] for pair in FIELDS.values()}


def test_every_language_of_a_work_has_a_name():
    assert {item["language"] for item in SOURCES if "language" in item} <= set(TONGUES)


def test_every_field_of_the_real_works_is_known():
    used = {key for item in SOURCES for key in item if not key.startswith("x-")}
    assert used <= VARIABLES

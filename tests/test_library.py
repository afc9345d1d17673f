"""Our list of sources: reading docs/_data/sources.yml, finding an entry for a note, merging."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from explainer.issued import date_of
from explainer.library import PATH, Library, bare_address, merge, read_entries
from explainer.model import Name, Source
from support import cases

TABLE = cases("library")


def rows(key: str) -> list[Any]:
    """The cases of the table that have this key."""
    return [row for row in TABLE if key in row.values[0]]


def library(entries: list[dict[str, Any]]) -> Library:
    read, problems = read_entries(entries)
    assert not problems
    return Library(read)


def test_every_row_of_the_table_is_run():
    assert sum(len(rows(key)) for key in ("file", "address", "merge")) + len(rows("note")) == len(
        TABLE
    )


# --- reading the file -----------------------------------------------------------------------------


@pytest.mark.parametrize("case", rows("file"))
def test_each_fault_gets_its_message_and_the_other_entries_stay(case):
    entries, problems = read_entries(yaml.safe_load(case["file"]))
    assert [entry.id for entry in entries] == case["kept"]
    assert [problem.line() for problem in problems] == case["problems"]


@pytest.mark.parametrize("case", rows("file"))
def test_faults_of_the_file_stop_a_strict_build(case):
    _, problems = read_entries(yaml.safe_load(case["file"]))
    assert {(p.severity, p.page) for p in problems} <= {("error", PATH)}


ENTRY = {
    "id": "wiguna-2016",
    "type": "book",
    "title": "Selat yang Sunyi",
    "author": [{"family": "Wiguna", "given": "Raharja"}, {"literal": "Tim Bahari"}],
    "container-title": "Seri Laut",
    "volume": 7,
    "issue": "2",
    "issued": "2016-05",
    "page": "3–9",
    "publisher": "Pustaka Kelana",
    "publisher-place": "Yogyakarta",
    "URL": "https://contoh.example/selat",
    "DOI": "10.1000/Selat",
    "language": "id",
}
READ = Source(
    text="",
    type="book",
    authors=(Name("Wiguna", "Raharja"), Name(literal="Tim Bahari")),
    title="Selat yang Sunyi",
    container="Seri Laut",
    volume="7",
    issue="2",
    issued="2016-05",
    pages="3–9",
    publisher="Pustaka Kelana",
    place="Yogyakarta",
    url="https://contoh.example/selat",
    doi="10.1000/Selat",
    language="id",
    confidence="high",
)


def test_every_field_of_an_entry_is_read():
    assert library([ENTRY]).entries["wiguna-2016"].source == READ


FIELDS = {
    "author": "authors",
    "container-title": "container",
    "volume": "volume",
    "issue": "issue",
    "issued": "issued",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "place",
    "URL": "url",
    "DOI": "doi",
    "language": "language",
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_nobody_has_seen_stays_unused(name):
    source = library([{**ENTRY, "x-unverified": [name]}]).entries["wiguna-2016"].source
    lacking = [field for field in FIELDS.values() if not getattr(source, field)]
    assert lacking == [FIELDS[name]]


def test_private_keys_are_no_fields():
    private = {"x-evidence": ["seen"], "x-note": "for editors", "x-title": "Other"}
    assert library([{**ENTRY, **private}]).entries["wiguna-2016"].source == READ


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-08-15", "2022-08-15"),
        (2022, "2022"),
        ({"date-parts": [[2022, 8, 5]]}, "2022-08-05"),
        ({"date-parts": [[988]]}, "0988"),
        ({"date-parts": []}, ""),
        (None, ""),
    ],
)
def test_a_date_may_be_edtf_or_parts(date, expected):
    assert date_of(date) == expected


def test_a_yaml_date_without_quotes_is_read():
    raw = yaml.safe_load("[{id: a, title: Selat, issued: 2022-08-15}]")
    assert library(raw).entries["a"].source.issued == "2022-08-15"


# --- finding and merging --------------------------------------------------------------------------


@pytest.mark.parametrize("case", rows("address"))
def test_addresses_are_compared_without_what_does_not_name_the_page(case):
    assert bare_address(case["address"]) == case["bare"]


@pytest.mark.parametrize("case", rows("note"))
def test_a_note_finds_its_entry_by_doi_address_or_title(case):
    found = library(case["entries"]).match(Source(text="", **case["note"]))
    assert (found.id if found else None) == case["found"]


@pytest.mark.parametrize("case", rows("merge"))
def test_an_entry_adds_and_corrects(case):
    entry = library([case["entry"]]).entries[case["entry"]["id"]]
    printed = Source(text="as printed", **case["merge"])
    merged, added = merge(printed, entry)
    assert {key: getattr(merged, key) for key in case["gives"]} == case["gives"]
    assert list(added) == case["added"]
    assert (merged.text, merged.confidence) == ("as printed", "high")


def test_no_library_finds_nothing():
    assert Library().match(READ) is None

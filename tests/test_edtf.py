"""Dates in EDTF: in words, in order, and what is refused; compared with the PyPI package `edtf`."""

from __future__ import annotations

import time
from itertools import pairwise, product

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.edtf import (
    date_in_words,
    date_pieces,
    datetime_of,
    first_day,
    last_day,
    latest_start,
    read_edtf,
    sort_key,
)
from support import cases

REFUSED = (
    "",
    "2022-02-30",
    "2022-13",
    "2022-8",
    "22-08",
    "0000",
    "15 Agustus 2022",
    "2022-08-15T10:00",
    "1965~~",
    "~1965",
    "..",
    "../..",
    "/",
    "2022/2021",
    "2022-08-15/2022-08-14",
    "2022/2023/2024",
    "2022/soon",
    "199X",
    "2022-21",
    "Y17000",
    "２０２２",
)
OUTSIDE = {"199X", "2022-21", "Y17000", "../..", "0000", "~1965"}
"""EDTF that the package reads and we do not: nothing would be printed for it."""

LOOSE = {"2022/2021", "2022-08-15/2022-08-14"}
"""What the package reads though it ends before it begins."""


@pytest.mark.parametrize("case", cases("edtf"))
def test_the_table(case):
    text = str(case["name"])
    assert date_in_words(text, "id") == str(case["id"])
    assert date_in_words(text, "en") == str(case["en"])
    assert datetime_of(text) == str(case["datetime"])
    assert first_day(text) == case["first"]
    assert last_day(text) == case["last"]


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_told_in_words_is_refused(text):
    assert read_edtf(text) is None
    with pytest.raises(ValueError, match="not a date in EDTF"):
        date_in_words(text, "id")


def test_the_parts_of_an_interval_that_are_exact_have_their_own_value():
    pieces = date_pieces("2022-07-19/2022-08-20", "en")
    assert [(p.text, p.datetime) for p in pieces] == [
        ("19 July", "2022-07-19"),
        ("–", ""),
        ("20 August 2022", "2022-08-20"),
    ]
    assert [p.datetime for p in date_pieces("1965~/1967", "en")] == ["", "", "1967"]
    assert [p.datetime for p in date_pieces("1965~", "en")] == [""]


def test_order_is_by_the_first_possible_day_of_the_beginning():
    ordered = ["../1944", "1945-08", "1945-08-15", "1950/1953-07-27", "1950-06-25", "1965~"]
    assert sorted(ordered, key=sort_key) == ordered
    assert latest_start("1950/1953-07-27").isoformat() == "1950-12-31"
    assert latest_start("2022-08").isoformat() == "2022-08-31"


# --- the package `edtf` as a second reader --------------------------------------------------------


def package_reads(text: str) -> bool:
    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True


def test_what_we_read_the_package_reads_and_what_it_refuses_we_refuse():
    ours = [str(param.values[0]["name"]) for param in cases("edtf")]
    assert [text for text in ours if not package_reads(text)] == []
    assert {text for text in REFUSED if package_reads(text)} <= OUTSIDE | LOOSE


MOMENTS = st.builds(
    lambda day, parts, mark: "-".join(day.isoformat().split("-")[:parts]) + mark,
    st.dates(min_value=first_day("1800")),
    st.integers(1, 3),
    st.sampled_from(["", "", "~", "?", "%"]),
)


@settings(max_examples=40, deadline=None)  # their parser is slow
@given(MOMENTS, MOMENTS)
def test_first_and_last_day_are_those_of_the_package(one, other):
    for text in (one, "/".join(sorted([one, other], key=first_day))):
        if read_edtf(text) is None:
            continue
        theirs = parse_edtf(text)
        assert date_of(theirs.lower_strict()) == first_day(text).isoformat()
        assert date_of(theirs.upper_strict()) == last_day(text).isoformat()


def date_of(moment: time.struct_time) -> str:
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"


@given(st.text("0123456789-/.~?% X", max_size=22))
def test_any_text_is_read_or_refused(text):
    if read_edtf(text) is not None:
        assert package_reads(text)
        assert first_day(text) <= last_day(text)
        for language in ("id", "en"):
            assert date_in_words(text, language)


def test_no_two_dates_of_a_kind_are_told_alike():
    texts = [
        f"2022{month}{day}{mark}"
        for month, day, mark in product(["-07", "-08"], ["", "-01", "-02"], ["", "~", "?", "%"])
    ]
    told = sorted(date_in_words(text, "id") for text in texts)
    assert [one for one, other in pairwise(told) if one == other] == []

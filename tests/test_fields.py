"""Full references and the fields read from them: table, promises that hold for any text."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explainer.fields import read_source
from explainer.model import Name, Source
from explainer.spans import clean
from support import cases

FROM_THE_PAGE = ("title", "container", "volume", "issue", "pages", "publisher", "place", "url")


def read(text: str) -> Source:
    cleaned = clean(text)
    return read_source(cleaned.text, cleaned.emphasised)


def as_typed(name: Name) -> str:
    if name.literal:
        return f"={name.literal}"
    return f"{name.family}, {name.given}" if name.given else name.family


def value(source: Source, key: str) -> Any:
    found = getattr(source, key)
    return [as_typed(n) for n in found] if key in {"authors", "editors"} else found


@pytest.mark.parametrize("case", cases("fields"))
def test_fields_are_read_as_the_row_says(case: dict[str, Any]) -> None:
    source = read(case["text"])
    wrong = [
        f"{key}: {value(source, key)!r}, not {wanted!r}"
        for key, wanted in case["expect"].items()
        if value(source, key) != wanted
    ]
    wrong += [
        f"{key}: {value(source, key)!r}" for key in case.get("absent", []) if value(source, key)
    ]
    assert not wrong, "\n".join([case["text"], *wrong])


# --- what holds for any text ----------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "Raharja Wiguna", "Prof. Dr. H.", "S.H., M.Hum.", "Wiguna, R.", " dan ", " & ", "dkk.",
        "“Jalur Rempah”", "‘Straits’", '"', "“", "(", ")", "[", "*Jurnal Laut*", "Diplomasi Laut",
        "Jakarta: Gramedia, 2008", "(Bandung, 1999)", "Vol. 3", "No. 2", "7(1)", "hlm. 4", ": 5–49",
        "12 Mei 2020", "2020-13-45", "31 Februari 2019",
        "99/99/2020", "t.t.", "dalam", "in", "(ed.)",
        "diakses pada", "accessed",
        "https://a.example/b#:~:text=x-,a%20b,c,-d", "http://", "www.",
        "doi: 10.1000/Ab(c)1.", "10.1000/", "javascript:alert(1)", "UU Nomor 1 Tahun 2000",
        "Putusan", "v.", "Wawancara dengan", "Skripsi", "Universitas", "|", ";", ",",
        ".", ":", "%FF",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES).map("".join),
)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@given(TEXTS)
@example("10.1000/%E2%84%A2")
def test_no_text_makes_it_fail_and_twice_gives_the_same(text):
    assert read(text) == read(text)


@given(TEXTS)
def test_every_word_of_a_field_is_printed_in_the_note(text):
    cleaned = clean(text)
    source = read_source(cleaned.text, cleaned.emphasised)
    found = [getattr(source, key).removeprefix("http://") for key in FROM_THE_PAGE]
    found += [name.full for name in (*source.authors, *source.editors)]
    printed = cleaned.text + text
    assert [w for stretch in found for w in words(stretch) if w not in printed] == []


@given(TEXTS)
def test_quotation_and_doi_come_from_the_address_as_printed(text):
    cleaned = clean(text).text
    source = read_source(cleaned)
    decoded = unquote(cleaned)
    assert set(words(source.quote)) <= set(words(decoded))
    assert source.doi in decoded.lower() or source.doi in cleaned.lower()


@given(TEXTS)
def test_dates_are_edtf_and_addresses_are_web_addresses(text):
    source = read(text)
    for date in (source.issued, source.accessed):
        assert re.fullmatch(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?", date)
    assert not source.url or re.match(r"https?://\S+$", source.url, re.IGNORECASE)
    assert ":~:" not in source.url


UNITS = "a|(|“|A. |1, |in A |Vol. 1 |https://a.b/c |Jan |x: Y |;A|X, Y, |van |A & ".split("|")


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_note_is_read_like_a_short_one(unit):
    """How long it takes is a figure: tests/benchmarks/engine.py."""
    text = unit * (200_000 // len(unit))
    source = read_source(text)
    assert source.text == text

"""Text quotes: where they stand, what is nearest when they do not, and how fast that is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.quotes import CONTEXT, Selector, describe, find, form, nearest, normal, occurrences
from support import cases


def selector(case: dict) -> Selector:
    return Selector(case["exact"], case.get("prefix", ""), case.get("suffix", ""))


@pytest.mark.parametrize("case", cases("quotes"))
def test_the_table_of_places(case):
    text = case["text"]
    compared = normal(text)
    spans = [compared.span(*place) for place in find(selector(case), compared.text)]
    shown = [f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}" for start, end in spans]
    assert shown == case.get("found", [])


@pytest.mark.parametrize("case", [c for c in cases("quotes") if "found" not in c.values[0]])
def test_the_table_of_suggestions(case):
    near = nearest(case["exact"], case["text"])
    if "nearest" in case:
        assert near is not None
        assert (near.text, near.difference) == (case["nearest"], case["difference"])
    elif "prefix" not in case:
        assert near is None


WORDS = st.lists(
    st.sampled_from(["satu", "dua", "“tiga”", "e\u0301", "한", "\u00ad", "–"]), min_size=1
)


@given(WORDS, st.data())
def test_whatever_is_taken_from_a_text_is_found_in_it(words, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    part = " ".join(words[start:end])
    if form(part):
        compared = normal(text)
        places = [compared.span(*p) for p in find(Selector(part), compared.text)]
        assert form(part) in [form(text[first:last]) for first, last in places]


@given(st.text(alphabet="ab ", min_size=1, max_size=60), st.data())
def test_a_description_fits_one_place_only(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = describe(text, start, end)
    whole = made.prefix + made.exact + made.suffix
    assert made.exact == text[start:end]
    assert [at + len(made.prefix) for at in occurrences(whole, text)] == [start]


def test_a_description_gives_the_usual_context_where_that_is_enough():
    text = "a" * 100 + "kata" + "b" * 100
    made = describe(text, 100, 104)
    assert (made.exact, len(made.prefix), len(made.suffix)) == ("kata", CONTEXT, CONTEXT)

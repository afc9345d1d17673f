"""The matcher of terms: a table, and properties that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.termmatch import Matcher
from support import cases


@pytest.mark.parametrize("case", cases("termmatch"))
def test_the_table(case):
    matcher = Matcher(case["forms"].items(), case.get("masked", ()))
    text = case["text"]
    found = [f"{text[m.start : m.end]} = {m.term}" for m in matcher.find(text)]
    assert found == case["found"]


FORMS = {"a": "one", "a b": "two", "b-a": "three", "a's": "four", "B": "five", "b a b": "six"}


@given(st.text(alphabet="abB '’-–\n.\x02\x03", max_size=60))
def test_matches_are_in_order_apart_and_among_the_forms(text):
    matches = Matcher(FORMS.items()).find(text)
    assert all(one.end <= two.start for one, two in pairwise(matches))
    folded = {" ".join(form.lower().split()): term for form, term in FORMS.items()}
    for match in matches:
        shown = " ".join(text[match.start : match.end].replace("’", "'").lower().split())
        assert folded[shown] == match.term


@given(st.text(max_size=80))
def test_no_text_is_too_strange(text):
    for match in Matcher(FORMS.items()).find(text):
        assert 0 <= match.start < match.end <= len(text)

"""Highlights in finished HTML: put where they belong, and nothing else is touched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.highlights import Highlight, highlight
from explainer.htmltext import article_text
from explainer.quotes import Selector
from support import Page, cases

MARK = re.compile(r'<mark class="ex-hl ex-k--theory" (?:id="a-(?P<id>\w+)"|data-a="(?P<a>\w+)")>')
MARKER = re.compile(r'<span class="ex-mk[^>]* data-n="(\d+)"><button [^>]*></button></span>')


def highlights(marks: dict) -> list[Highlight]:
    """The marks of a row, numbered in their order."""
    given_ = {
        k: {"exact": words} if isinstance(words, str) else words for k, words in marks.items()
    }
    return [
        Highlight(key, "ex-k--theory", n, f"Catatan {n}: teori", Selector(**words))
        for n, (key, words) in enumerate(given_.items(), 1)
    ]


def short(html: str) -> str:
    """The HTML as the table writes it."""
    html = MARK.sub(lambda m: f"{{{m['id'] or m['a']}{':' if m['id'] else '+'}", html)
    return MARKER.sub(r"(\1)", html).replace("</mark>", "}")


def bare(html: str) -> str:
    """The HTML without what was put in."""
    return MARKER.sub("", MARK.sub("", html)).replace("</mark>", "")


@pytest.mark.parametrize("case", cases("highlights"))
def test_the_table(case):
    made = highlight(case["html"], highlights(case["marks"]))
    assert short(made) == case["out"]
    assert bare(made) == case["html"]


@pytest.mark.parametrize("case", cases("highlights"))
def test_the_text_stays_the_same(case):
    made = highlight(case["html"], highlights(case["marks"]))
    assert article_text(made).text == article_text(case["html"]).text


def test_without_annotations_the_page_is_the_very_same():
    html = '<p class="ex-par">Satu &amp; dua</p>\n'
    assert highlight(html, []) is html


def test_a_marker_is_a_button_that_says_what_it_opens():
    page = Page("", highlight('<p class="ex-par">Satu</p>', highlights({"a": "Satu"})))
    button = page.one(".ex-mk > button")
    assert button.attrs["popovertarget"] == "n-a"
    assert button.attrs["aria-label"] == "Catatan 1: teori"
    assert button.to_text() == ""


@pytest.mark.parametrize(
    ("between", "near"), [("", True), (".", True), (".”", True), (" a", False)]
)
def test_a_marker_knows_a_note_marker_behind_it_also_behind_a_full_stop(between, near):
    html = f'<p class="ex-par">Satu{between}<sup class="ex-noteref">1</sup></p>'
    node = Page("", highlight(html, highlights({"a": "Satu"}))).one(".ex-mk")
    assert ("ex-mk--before" in node.attrs["class"]) == near


def test_markers_side_by_side_know_it():
    html = '<p class="ex-par">Satu<sup class="ex-noteref">1</sup></p>'
    page = Page("", highlight(html, highlights({"a": "Satu", "b": "Satu", "c": "Satu"})))
    sides = [node.attrs["class"].split()[2:] for node in page.all(".ex-mk")]
    before, after = "ex-mk--before", "ex-mk--after"
    assert sides == [[before], [after, before], [after, before]]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 6)), max_size=8))
def test_any_stretches_nest_and_give_the_page_back(stretches):
    words = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
    html = (
        '<p class="ex-par">nol <em>satu dua <b>tiga</b></em> empat <a href="x">lima enam</a> tujuh'
        "<!-- - --> delapan sembilan</p>"
    )
    texts = {f"a{k}": " ".join(words[at : at + n]) for k, (at, n) in enumerate(stretches)}
    made = highlight(html, highlights(texts))
    assert bare(made) == html
    assert sorted(m["id"] for m in MARK.finditer(made) if m["id"]) == sorted(texts)
    page = Page("", made)
    assert page.tree.errors == Page("", html).tree.errors
    for key, text in texts.items():
        shown = "".join(node.to_text() for node in page.all(f'#a-{key}, [data-a="{key}"]'))
        assert "".join(shown.split()) == "".join(text.split())

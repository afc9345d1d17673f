"""References by the CSL processor: what lists print, and that labels agree with them."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
import yaml

from explainer import citeproc
from explainer.bibliography import Bibliography, letter, sort_key, suffixes
from explainer.cslitem import quotations, typeset
from explainer.cslstyle import LOCALES, adapted
from explainer.library import Library, read_entries
from explainer.printed import Run
from explainer.reftext import runs_of, shown
from support import ROOT, cases

SOURCES = yaml.safe_load((ROOT / "docs" / "_data" / "sources.yml").read_text("utf-8"))
LANGUAGES = ["id", "en"]


@cache
def styled() -> Bibliography:
    """The works of the table, printed in one run."""
    raw = [{"id": f"w-{k}", **case.values[0]["work"]} for k, case in enumerate(cases("style"))]
    entries, problems = read_entries(raw)
    assert problems == []
    return Bibliography(Library(entries))


@cache
def real() -> Bibliography:
    """The works of the site."""
    return Bibliography(Library(read_entries(SOURCES)[0]))


def text(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [pytest.param(k, id=c.id) for k, c in enumerate(cases("style"))])
def test_the_table(number, language):
    case = cases("style")[number].values[0]
    printed = text(styled().entry(f"w-{number}", language))
    letters = re.sub(r"(?<=\d)[a-z](?=\.|, )", "", printed)  # a work of the table may share a label
    assert letters == case[language]


# --- all works of the site -----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_work_is_printed_and_none_with_a_slip_of_punctuation(language):
    printed = {key: text(real().entry(key, language)) for key in real().sources}
    assert len(printed) == len(SOURCES)
    slip = re.compile(r"\.\.(?!\.)| [.,;:]|,\.|“”|\[\]|\(\)|  |\?\.|!\.|”“|None|\bundefined\b")
    assert {key: line for key, line in printed.items() if slip.search(line)} == {}
    assert {key: line for key, line in printed.items() if line[-1] not in ".?!”"} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_begins_with_the_words_of_its_label(language):
    """“Waltz 1979” is found under Waltz; a label that begins with a title, under that title."""
    apart = {}
    for key in real().sources:
        label, entry = real().name(key, language), text(real().entry(key, language))
        first = re.split(r" (?:dkk\.|et al\.|dan|and) | \[?\d{4}|, [“\[]|, $", label)[0].strip(
            "“”[]"
        )
        if not entry.lstrip("“[").startswith(first):
            apart[key] = (label, entry)
    assert apart == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_unique_and_their_years_are_those_of_the_entries(language):
    labels = [real().name(key, language) for key in real().sources]
    dated = [label for label in labels if re.search(r"\d{4}[a-z]*\]?$", label)]
    assert len(dated) == len(set(dated))
    for key in real().sources:
        year = re.search(r"\b(\d{4}[a-z]?)$", real().name(key, language))
        assert year is None or f"{year[1]}" in text(real().entry(key, language)), key


def test_indonesian_has_no_english_left_from_the_style():
    words = re.compile(
        r", and \w+, |et al\.|n\.d\.|\bIn |[Ee]dited by|[Tt]ranslated by|\beds?\. by|Accessed|"
        r"[Rr]eview of|[Oo]riginally published|[Oo]riginal work|ahead of print|[Aa]dvance online|"
        r"\d (?:January|February|March|May|June|July|August|October|December)\b"
    )
    found = {}
    for key in real().sources:
        ours = "".join(r.text for r in real().entry(key, "id") if not (r.lang or r.href or r.tag))
        if words.search(ours):
            found[key] = ours
    assert found == {}


def test_titles_in_other_languages_say_so():
    runs = real().entry("waltz-1979", "id")
    assert [(r.tag, r.lang) for r in runs if r.text == "Theory of International Politics"] == [
        ("cite", "en")
    ]
    assert [r.lang for r in real().entry("waltz-1979", "en") if r.lang] == []


def test_links_are_doi_or_address():
    links = [r.href for key in real().sources for r in real().entry(key, "en") if r.href]
    assert len(links) > 250
    assert [link for link in links if not link.startswith(("https://", "http://"))] == []
    doi = [r for r in real().entry("axelrod-keohane-1985", "en") if r.href]
    assert [(r.text, r.href) for r in doi] == [
        ("doi.org/10.2307/2010357", "https://doi.org/10.2307/2010357")
    ]


def test_what_nobody_verified_is_not_printed():
    hidden = {e["id"]: e for e in SOURCES if {"issued", "page"} & set(e.get("x-unverified", ()))}
    for key, entry in hidden.items():
        for field in {"issued", "page"} & set(entry["x-unverified"]):
            value = str(entry[field])[:4] if field == "issued" else str(entry[field])
            if value not in entry["title"] and value not in str(entry.get("DOI")):
                assert value not in text(real().entry(key, "en")), key
    assert hidden


# --- order and letters ---------------------------------------------------------------------------


def test_works_by_one_author_run_by_date_alone_before_with_others():
    def source(*names: str, issued: str = "", title: str = "T"):
        who = [{"family": name} for name in names]
        raw = {"id": "x", "type": "book", "title": title, "language": "en"}
        item = {**raw, **({"author": who} if who else {}), **({"issued": issued} if issued else {})}
        return read_entries([item])[0][0].source

    listed = [
        source("Keohane", issued="1984"),
        source("Keohane", issued="1986"),
        source("Keohane"),
        source("Keohane", "Martin", issued="1995"),
        source("Wæver", issued="1990"),
        source(title="The Zebra"),
    ]
    mixed = [*listed[3:], *listed[:3]]
    assert sorted(mixed, key=sort_key) == listed


def test_letters_go_on_after_z():
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


def test_works_that_share_a_label_have_letters_in_the_order_of_their_dates():
    raw = [
        {
            "id": f"k-{day}",
            "type": "article-newspaper",
            "title": f"T{day}",
            "language": "en",
            "container-title": "TASS",
            "issued": f"2025-07-{day}",
        }
        for day in (27, 12)
    ]
    library = Library(read_entries(raw)[0])
    sources = {key: entry.source for key, entry in library.entries.items()}
    assert suffixes(sources, "id") == {"k-12": "a", "k-27": "b"}


# --- pieces --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Prisoner's", "Prisoner’s"),
        ("the states' fear", "the states’ fear"),
        ("the '90s", "the ’90s"),
        ("'Come' to", "'Come' to"),
        ("“Kim's”", "“Kim’s”"),
        ("5' 6", "5' 6"),
    ],
)
def test_apostrophes(typed, printed):
    assert typeset(typed) == printed


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("plain", [("plain", False)]),
        ('a "b" c', [("a ", False), ("b", True), (" c", False)]),
        ("“b”: c", [("b", True), (": c", False)]),
        ("'b' c", [("b", True), (" c", False)]),
        ('an 8" gun', [('an 8" gun', False)]),
        ("it's 'so'", [("it's ", False), ("so", True)]),
        ("", []),
    ],
)
def test_quotations_in_titles(typed, pieces):
    assert quotations(typed) == pieces


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.jstor.org/stable/1", "jstor.org"),
        ("http://uawire.org:443/x", "uawire.org"),
        ("https://doi.org/10.1/x(y)", "doi.org/10.1/x(y)"),
        ("https://cozy.pub?url=http%3A%2F%2Fx", "cozy.pub"),
    ],
)
def test_what_stands_for_an_address(address, words):
    assert shown(address) == words


def test_an_element_that_no_style_makes_is_an_error():
    with pytest.raises(ValueError, match="'Math'"):
        runs_of([{"t": "Math", "c": []}])


# --- the processor -------------------------------------------------------------------------------


def test_a_style_that_lost_what_we_change_is_an_error():
    style = citeproc._pandoc(["--print-default-data-file", "default.csl"])
    assert adapted(style).count("annote") >= 1
    with pytest.raises(ValueError, match="no month before its day"):
        adapted(style.replace('name="month"', 'name="day"'))
    with pytest.raises(ValueError, match="no letter behind a year"):
        adapted(style.replace("year-suffix", "annote"))


def test_what_the_processor_complains_of_stops_the_build():
    with pytest.raises(RuntimeError, match="pandoc --from nonsense"):
        citeproc._pandoc(["--from", "nonsense"])


def test_two_runs_give_the_same_bytes():
    documents = [citeproc._document([{"id": "a", "type": "book", "title": "T"}], "id")] * 2
    answers = citeproc._answers.__wrapped__(tuple(documents))
    assert answers[0] == answers[1]
    assert json.loads(answers[0])["blocks"]


def test_both_languages_have_a_locale():
    assert LOCALES == {"id": "id-ID", "en": "en-GB"}

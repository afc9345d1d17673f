"""The data of the timeline: dates in order, both languages the same, every source known."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.edtf import date_in_words

DOCS = Path(__file__).parents[1] / "docs"
DATA = yaml.safe_load((DOCS / "_data" / "timeline.yml").read_text("utf-8"))
EVENTS, PERIODS = DATA["events"], DATA["periods"]
SOURCES = {s["id"]: s for s in yaml.safe_load((DOCS / "_data" / "sources.yml").read_text("utf-8"))}
TERMS = {
    yaml.safe_load(path.read_text("utf-8").split("---\n")[1])["term"]["id"]
    for path in (DOCS / "glosarium").glob("*.md")
    if path.name != "index.md"
}
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?~?(/\d{4}(-\d{2}(-\d{2})?)?~?)?")
TRAPS = re.compile(  # mistakes that sources on this subject are known to make
    r"\b(2379|Juni 2000|June 2000|14 Juli 2022|14 July 2022|8 Agustus 2001|8 August 2001)\b"
)
SLIPS = re.compile(  # spellings that EYD V and KBBI do not accept
    r"\b(dimana|kemana|diatas|dibawah|disini|merubah|nampak|aktifitas|resiko|kerjasama"
    r"|antar negara|analisa|sekedar|ijin|dilansir dari|milyar|RRC)\b|[\"']|--",
    re.IGNORECASE,
)
BARE = re.compile(r"\s*\[@[^\]]*\]")
GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
PAGES = [("linimasa.md", "id"), ("en/timeline.md", "en")]


def first(edtf: str) -> date:
    """The first day that a date can mean."""
    year, month, day = [*map(int, edtf.partition("/")[0].strip("~").split("-")), 1, 1][:3]
    return date(year, month, day)


def last(edtf: str) -> date:
    """The last day that a date can mean; of 1965 that is 31 December."""
    parts = edtf.rpartition("/")[2].strip("~").split("-")
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
    if len(parts) == 3:
        return date(year, month, int(parts[2]))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def numbers(text: str) -> set[str]:
    """The numbers of a text, whatever separates their thousands and decimals."""
    found = re.findall(r"\d+(?:[.,]\d+)?", GROUPED.sub("", text))
    return {number.replace(",", ".") for number in found}


def pairs(item: dict[str, Any]) -> list[dict[str, str]]:
    """Every text of an event or a period that has two languages."""
    return [item[key] for key in ("title", "summary", "note", "intro") if key in item]


each_event = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
each_item = pytest.mark.parametrize("item", [*PERIODS, *EVENTS], ids=lambda item: item["id"])


def test_ids_are_unique():
    ids = [item["id"] for item in [*PERIODS, *EVENTS]]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in ids)


@each_event
def test_dates_are_days_of_the_calendar(event):
    assert EDTF.fullmatch(event["date"])
    assert first(event["date"]) <= last(event["date"]) <= last(DATA["coverage_until"])


def test_events_stand_in_the_order_of_time():
    starts = [(event["id"], event["date"].partition("/")[0]) for event in EVENTS]
    late = [name for (_, a), (name, b) in pairwise(starts) if first(a) > last(b)]
    assert late == []


def test_periods_follow_each_other_without_gap_or_overlap():
    for one, other in pairwise(PERIODS):
        assert last(one["until"]) + timedelta(days=1) == first(other["from"])
    assert last(DATA["published"]) in {last(period["until"]) for period in PERIODS}


@each_event
def test_an_event_begins_in_one_period(event):
    day = first(event["date"])
    assert sum(first(p["from"]) <= day <= last(p["until"]) for p in PERIODS) == 1


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period["id"])
def test_a_period_has_events_and_an_introduction_with_sources(period):
    assert any(first(period["from"]) <= first(e["date"]) <= last(period["until"]) for e in EVENTS)
    cited = {lang: re.findall(r"@([a-z0-9-]+)", text) for lang, text in period["intro"].items()}
    assert cited["id"] == cited["en"] != []
    assert set(cited["id"]) <= set(SOURCES)
    assert all(60 <= len(BARE.sub("", text).split()) <= 110 for text in period["intro"].values())


@each_event
def test_every_source_term_and_paragraph_exists(event):
    for key in ("sources", "terms", "paragraphs"):
        assert len(event[key]) == len(set(event[key]))
    assert event["sources"]
    assert set(event["sources"]) <= set(SOURCES)
    assert set(event["terms"]) <= TERMS
    assert set(event["paragraphs"]) <= set(range(1, 7))


@each_event
def test_a_value_is_one_of_the_list(event):
    assert event["theme"] in "diplomacy security economy sanctions war people".split()
    assert event["track"] in "moscow pyongyang joint".split()
    assert event["certainty"] in "established reported contested".split()


@each_event
def test_what_is_contested_has_a_note_and_two_sources(event):
    if event["certainty"] == "contested" or event.get("needs_better_source"):
        assert event["note"]
    if event["certainty"] == "contested":
        assert len(event["sources"]) >= 2


@each_item
def test_both_languages_are_there_and_of_comparable_length(item):
    for both in pairs(item):
        assert list(both) == ["id", "en"]
        assert both["id"] != both["en"]
        assert 0.5 <= len(both["id"]) / len(both["en"]) <= 1.6


@each_event
def test_a_summary_is_short_and_ends_with_a_full_stop(event):
    for text in event["summary"].values():
        assert 30 <= len(text.split()) <= 70
        assert text.endswith(".")


@each_item
def test_both_languages_give_the_same_numbers(item):
    for both in pairs(item):
        one, other = (numbers(BARE.sub("", both[language])) for language in ("id", "en"))
        assert one == other


@each_item
def test_no_known_mistake_of_the_sources_is_copied(item):
    for text in (text for both in pairs(item) for text in both.values()):
        assert not TRAPS.search(text)


@each_item
def test_the_indonesian_keeps_to_standard_spelling(item):
    for both in pairs(item):
        assert SLIPS.findall(BARE.sub("", both["id"])) == []
        assert not re.search(r"[\"']", both["en"])


@each_event
def test_an_event_before_the_article_tells_nothing_that_came_after(event):
    if first(event["date"]) > last(DATA["published"]):
        return
    told = [*event["summary"].values(), *(event.get("note") or {}).values()]
    years = {int(y) for text in told for y in re.findall(r"\b20\d\d\b", text)}
    assert max(years, default=0) <= last(DATA["published"]).year


@each_event
def test_only_what_came_before_the_article_has_a_later(event):
    assert "later" not in event or first(event["date"]) <= last(DATA["published"])


def test_the_key_events_are_few():
    assert 10 <= sum(event.get("key", False) for event in EVENTS) <= 14


def test_descriptions_instead_of_titles_have_both_languages():
    for source in SOURCES.values():
        described = source.get("x-title-basis") == "described"
        assert described == ("x-title-id" in source), source["id"]


@pytest.mark.parametrize("key", sorted({key for event in EVENTS for key in event["sources"]}))
def test_a_publication_is_named_without_remarks(key):
    made = [SOURCES[key].get("container-title", ""), SOURCES[key].get("publisher", "")]
    assert not re.search(r"copy|mirror|citing|quoting|via |[()]", " ".join(made))
    assert not re.search(r"proxy|link\.cfr|1\.800|cozy\.pub", SOURCES[key].get("URL", ""))


TENS = {
    "id": "dua tiga empat lima enam tujuh delapan sembilan".split(),
    "en": "twenty thirty forty fifty sixty seventy eighty ninety".split(),
}
UNITS = {
    "id": "satu dua tiga empat lima enam tujuh delapan sembilan".split(),
    "en": "one two three four five six seven eight nine".split(),
}


def in_words(number: int, language: str) -> str:
    """A number from 20 to 99 as the first words of a sentence."""
    tens, units = divmod(number, 10)
    words = TENS[language][tens - 2] + {"id": " puluh", "en": ""}[language]
    unit = {"id": " ", "en": "-"}[language] + UNITS[language][units - 1] if units else ""
    return (words + unit).capitalize()


def test_numbers_in_words():
    said = [in_words(number, "id") + ", " + in_words(number, "en") for number in (20, 70, 71, 99)]
    assert said == [
        "Dua puluh, Twenty",
        "Tujuh puluh, Seventy",
        "Tujuh puluh satu, Seventy-one",
        "Sembilan puluh sembilan, Ninety-nine",
    ]


@pytest.mark.parametrize(("path", "language"), PAGES)
def test_the_page_says_how_many_events_there_are_and_how_far_they_reach(path, language):
    text = (DOCS / path).read_text("utf-8")
    home = (DOCS / path).with_name("index.md").read_text("utf-8")
    counted = in_words(len(EVENTS), language)
    assert text.count(f"{counted} ") == 2, f"{path}: write “{counted}” in description and text"
    assert home.count(f"{counted} ") == 1, f"home page beside {path}: write “{counted}”"
    assert f"**{date_in_words(DATA['coverage_until'], language)}**" in text
    assert '<div class="ex-timeline" markdown="1"></div>' in text


def test_both_pages_have_the_same_blocks():
    texts = [(DOCS / path).read_text("utf-8").split("---\n", 2)[2] for path, _ in PAGES]
    starts = [re.findall(r"^(## |- \*\*|<div|\{|(?=\w))", text, re.M) for text in texts]
    assert starts[0] == starts[1]
    assert len(starts[0]) >= 10

"""The timeline as data: what is read, what is reported, what follows from it."""

from __future__ import annotations

import copy

import pytest
import yaml

from explainer.timeline import Event, NotAnnotated, Period, Timeline, read_timeline
from explainer.timelinechecks import CODES, paragraph_problems, timeline_problems
from support import cases

WORKS = {"karya-satu", "karya-dua"}
TERMS = {"sanctions", "alliance"}
FRONTS = {
    "artikel.md": {"kind": "article"},
    "linimasa.md": {"kind": "timeline"},
    "en/timeline.md": {"kind": "timeline"},
}
SOUND = yaml.safe_load("""
coverage_until: '2026-03-17'
published: '2022-08-30'
periods:
- {id: early, from: '1945', until: '1959', title: {id: Awal, en: Early},
   intro: {id: Kata., en: Word.}}
- {id: late, from: '1960', until: '2026', title: {id: Akhir, en: Late},
   intro: {id: Kata., en: Word.}}
events:
- id: first
  date: 1945-08
  theme: war
  track: moscow
  actors: [USSR, Korea]
  title: {id: Pasukan tiba, en: Troops arrive}
  summary:
    id: Pasukan Soviet tiba di Pyongyang pada bulan Agustus
    en: Soviet troops arrive in Pyongyang during August.
  certainty: established
  sources: [karya-satu]
  terms: []
  paragraphs: [1]
- id: second
  date: '2024-06-19'
  theme: security
  track: joint
  key: true
  title: {id: Traktat baru, en: A new treaty}
  summary: {id: Traktat baru ditandatangani., en: A new treaty is signed.}
  certainty: contested
  note: {id: Satu pihak membantah., en: One side denies it.}
  needs_better_source: true
  sources: [karya-satu, karya-dua]
  terms: [alliance]
- id: third
  date: 2025-04-26/2025-04-28
  theme: war
  track: pyongyang
  title: {id: Pengakuan, en: Admission}
  summary: {id: Pengerahan diakui., en: The deployment is admitted.}
  certainty: established
  sources: [karya-dua]
""")


def changed(change: dict) -> dict:
    """The sound timeline with some values replaced or taken away."""
    data = copy.deepcopy(SOUND)
    for place, value in change.items():
        *parents, last = (int(key) if key.isdigit() else key for key in place.split("."))
        target = data
        for key in parents:
            target = target[key]
        if value is None:
            target.pop(last)
        else:
            target[last] = value
    return data


def problems(raw) -> list:
    timeline = read_timeline(raw, FRONTS)
    found = timeline_problems(raw, timeline, WORKS, TERMS)
    return found + paragraph_problems(timeline, 6)


@pytest.mark.parametrize("case", cases("timeline"))
def test_the_table(case):
    raw = yaml.safe_load(case["file"]) if "file" in case else changed(case["change"])
    assert [problem.line() for problem in problems(raw)] == case["problems"]


def test_the_table_meets_every_code():
    table = str([param.values[0]["problems"] for param in cases("timeline")])
    assert [code for code in CODES if f"[{code}]" not in table] == []


def test_its_article_is_the_one_published_on_its_day():
    day = {"published": "2022-08-30"}
    fronts = {
        "a-baru.md": {"kind": "article"},
        "artikel.md": {"kind": "article", "source": day},
        "en/a-new.md": {"kind": "article", "source": {"published": "2026-01-01"}},
        "en/article.md": {"kind": "article", "source": day},
    }
    assert read_timeline(SOUND, fronts).articles == {"id": "artikel.md", "en": "en/article.md"}
    without = {**SOUND, "published": None}
    assert read_timeline(without, fronts).articles == {"id": "a-baru.md", "en": "en/a-new.md"}


def test_what_is_read():
    timeline = read_timeline(SOUND, FRONTS)
    assert timeline.events["second"] == Event(
        id="second",
        date="2024-06-19",
        titles={"id": "Traktat baru", "en": "A new treaty"},
        summaries={"id": "Traktat baru ditandatangani.", "en": "A new treaty is signed."},
        theme="security",
        track="joint",
        certainty="contested",
        notes={"id": "Satu pihak membantah.", "en": "One side denies it."},
        needs_better_source=True,
        sources=("karya-satu", "karya-dua"),
        terms=("alliance",),
        key=True,
    )
    assert timeline.periods[0] == Period(
        "early", "1945", "1959", {"id": "Awal", "en": "Early"}, {"id": "Kata.", "en": "Word."}
    )
    assert timeline.page("id") == "linimasa.md"
    assert timeline.page("en") == "en/timeline.md"
    assert Timeline().page("id") == ""
    assert timeline.articles == {"id": "artikel.md"}


def test_an_event_that_cannot_be_placed_is_left_out_and_the_others_stay():
    raw = changed({"events.0.date": "kemarin"})
    assert list(read_timeline(raw, FRONTS).events) == ["second", "third"]
    raw = changed({"events.1.id": "first"})
    titles = [event.titles["en"] for event in read_timeline(raw, FRONTS).events.values()]
    assert titles == ["Troops arrive", "Admission"]
    assert read_timeline("just a line", FRONTS).events == {}


def test_dates_that_yaml_reads_as_dates_are_dates():
    raw = yaml.safe_load("events: [{id: a, date: 2022-08-15}, {id: b, date: 2023}]")
    assert [event.date for event in read_timeline(raw, {}).events.values()] == [
        "2022-08-15",
        "2023",
    ]


def test_events_are_told_apart_by_the_day_of_the_article():
    timeline = Timeline(published="2022-08-30")
    after = {
        date: timeline.is_after(Event("a", date, {}))
        for date in ("2022-08-29", "2022-08-30", "2022-08-31", "2022-08", "2022-09", "2020/2023-08")
    }
    assert [date for date, later in after.items() if later] == ["2022-08-31", "2022-09"]
    assert not Timeline().is_after(Event("a", "2024", {}))


def test_every_event_stands_in_the_period_in_which_it_begins():
    timeline = read_timeline(changed({"events.0.date": "1959/1961"}), FRONTS)
    held = {period.id: [event.id for event in events] for period, events in timeline.groups()}
    assert held == {"early": ["first"], "late": ["second", "third"]}


def test_the_events_of_a_paragraph():
    timeline = read_timeline(SOUND, FRONTS)
    assert [event.id for event in timeline.events_of_paragraph(1)] == ["first"]
    assert timeline.events_of_paragraph(2) == []
    assert timeline.paragraphs() == [1]
    assert NotAnnotated().of_event("first", "id") == []

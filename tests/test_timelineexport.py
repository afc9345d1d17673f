"""The timeline for others, read by real readers: csv, jsonschema, icalendar, TimelineJS’ fields.

Small made-up timelines first; then the files of the real one, as they are published.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from icalendar import Calendar
from jsonschema import Draft202012Validator, ValidationError

from explainer.edtf import first_day, last_day, read_edtf
from explainer.library import Library, read_entries
from explainer.timeline import Timeline, read_timeline
from explainer.timelinecalendar import calendar, has_days
from explainer.timelineexport import FILES, FILES_OF, plain, timeline_files

DOCS = Path(__file__).parents[1] / "docs"
FRONTS = {
    "linimasa.md": {"kind": "timeline"},
    "en/timeline.md": {"kind": "timeline"},
    "artikel.md": {"kind": "article"},
}
SOURCES = yaml.safe_load((DOCS / "_data" / "sources.yml").read_text("utf-8"))
WORKS = Library(read_entries(SOURCES)[0]).entries
REAL = read_timeline(yaml.safe_load((DOCS / "_data" / "timeline.yml").read_text("utf-8")), FRONTS)

# What TimelineJS 3 documents (timeline.knightlab.com/docs/json-format.html): field -> type.
SLIDE = {
    "start_date": dict,
    "end_date": dict,
    "display_date": str,
    "text": dict,
    "group": str,
    "unique_id": str,
}
SLIDE_TEXT = {"headline": str, "text": str}
SLIDE_DATE = {"year": int, "month": int, "day": int}


def address(path: str) -> str:
    return f"https://contoh.id/{path.removesuffix('.md')}"


FILES_MADE = timeline_files(REAL, WORKS, address)


def read(kind: str, language: str = "") -> str:
    return FILES_MADE[FILES_OF[kind][language] if language else FILES[kind]]


def small(*dates: str, **more: Any) -> Timeline:
    """A timeline of events a, b, c … with these dates."""
    both = {"id": "Judul", "en": "Title"}
    events = [
        {"id": name, "date": day, "title": both, "summary": both, "sources": ["x"], **more}
        for name, day in zip("abcdefgh", dates, strict=False)
    ]
    raw = {"coverage_until": "2026-03-17", "published": "2022-08-30", "events": events}
    raw["periods"] = [{"id": "all", "from": "1900", "until": "2100", "title": both, "intro": both}]
    return read_timeline(raw, FRONTS)


def entries(timeline: Timeline, language: str = "id") -> list[Any]:
    text = calendar(timeline, {}, language, lambda name: f"https://contoh.id/#{name}")
    return list(Calendar.from_ical(text).walk("VEVENT"))


# --- Table -----------------------------------------------------------------------------------


def test_the_table_has_a_row_for_each_event_and_says_what_the_data_say():
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(read("CSV")))}
    assert list(rows) == list(REAL.events)
    for name, row in rows.items():
        event = REAL.events[name]
        assert row["date"] == event.date
        assert row["sources"].split("; ") == list(event.sources)
        assert row["title_id"] == event.titles["id"]
        assert row["summary_en"] == event.summaries["en"]
        assert row["needs_better_source"] == ("yes" if event.needs_better_source else "no")
        assert row["after_article"] == ("yes" if REAL.is_after(event) else "no")
        assert row["address_en"] == f"https://contoh.id/en/timeline#{name}"
        assert None not in row
        assert None not in row.values()


def test_no_cell_of_the_table_is_a_formula():
    timeline = small("2001", title={"id": "=1+1", "en": "@sum"})
    rows = list(csv.DictReader(io.StringIO(timeline_files(timeline, {}, address)[FILES["CSV"]])))
    assert (rows[0]["title_id"], rows[0]["title_en"]) == ("'=1+1", "'@sum")


def test_citations_leave_a_text_and_its_words_stay():
    assert (
        plain("Kata *miring* [@a-b; lihat @c-d, 8]. Lagi [bukan].") == "Kata miring. Lagi [bukan]."
    )


# --- JSON ------------------------------------------------------------------------------------


def test_the_json_keeps_its_schema_and_names_it():
    document, schema = json.loads(read("JSON")), json.loads(read("JSON Schema"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    assert document["$schema"] == schema["$id"] == address(FILES["JSON Schema"])
    assert len(document["events"]) == len(REAL.events)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("theme", "sport"),
        ("track", ""),
        ("certainty", "likely"),
        ("paragraphs", [0]),
        ("sources", []),
        ("address", {"id": "x"}),
        ("mood", "good"),
        ("title", None),
    ],
)
def test_the_schema_refuses_what_is_none_of_it(field, value):
    document, schema = json.loads(read("JSON")), json.loads(read("JSON Schema"))
    document["events"][3][field] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(document)


def test_every_work_that_an_event_names_is_given():
    document = json.loads(read("JSON"))
    named = {key for event in document["events"] for key in event["sources"]}
    assert {work["id"] for work in document["works"]} == named
    ours = {work["id"] for work in document["works"] if work.get("titleIsOurs")}
    assert ours == {key for key in named if WORKS[key].source.title_basis} != set()


def test_doubt_leaves_with_the_events():
    events = {event["id"]: event for event in json.loads(read("JSON"))["events"]}
    for name, event in REAL.events.items():
        assert events[name]["certainty"] == event.certainty
        assert events[name].get("note", {}).keys() == event.notes.keys()


# --- Calendar --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2022-08-15", date(2022, 8, 15), date(2022, 8, 16)),
        ("2024-02-28/2024-02-29", date(2024, 2, 28), date(2024, 3, 1)),
        ("2024-12-31", date(2024, 12, 31), date(2025, 1, 1)),
    ],
)
def test_a_day_in_the_calendar_ends_on_the_next_one(day, start, end):
    (entry,) = entries(small(day))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (start, end)
    assert entry["dtstart"].params["value"] == "DATE"


def test_what_is_not_known_to_the_day_is_in_no_calendar_and_the_calendar_says_so():
    dates = ("1965", "1965~", "2001-02-03", "2003-01?", "2004-05-06~", "2005-01/2005-02-03")
    timeline = small(*dates, "2006-01-02/..")
    assert [str(entry["uid"]) for entry in entries(timeline)] == ["c.id@linimasa.rusia-dprk"]
    said = Calendar.from_ical(calendar(timeline, {}, "en", str))["x-wr-caldesc"]
    assert "1 of 7 events" in said
    assert "The other 6" in said


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_published_calendar_holds_every_event_known_to_the_day(language):
    text = read("iCalendar", language)
    made = list(Calendar.from_ical(text).walk("VEVENT"))
    known = [event for event in REAL.events.values() if has_days(event)]
    reach = datetime.combine(last_day(REAL.coverage_until), time(), UTC)
    assert 40 < len(known) < len(REAL.events)
    assert [entry["uid"] for entry in made] == [
        f"{event.id}.{language}@linimasa.rusia-dprk" for event in known
    ]
    for entry, event in zip(made, known, strict=True):
        assert entry["summary"] == event.titles[language]
        assert entry["dtstart"].dt == first_day(event.date)
        assert entry["dtend"].dt - timedelta(days=1) == last_day(event.date)
        assert entry["url"].endswith(f"#{event.id}")
        assert entry["dtstamp"].dt == reach  # never the day of a build
        assert event.summaries[language] in entry["description"]


def test_lines_of_the_calendar_end_and_break_as_the_format_asks():
    raw = read("iCalendar", "id").encode()
    assert b"[@" not in raw
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 75


# --- TimelineJS ------------------------------------------------------------------------------


def faults(slide: dict[str, Any], fields: dict[str, type]) -> list[str]:
    """Fields that TimelineJS does not document, and values of another type."""
    return [name for name, value in slide.items() if not isinstance(value, fields.get(name, ()))]


@pytest.mark.parametrize("language", ["id", "en"])
def test_timelinejs_knows_every_field(language):
    document = json.loads(read("TimelineJS", language))
    assert set(document) == {"title", "events"}
    assert len(document["events"]) == len(REAL.events)
    for slide in document["events"]:
        assert faults(slide, SLIDE) == []
        assert faults(slide["text"], SLIDE_TEXT) == []
        for end in (slide["start_date"], slide.get("end_date", {})):
            assert faults(end, SLIDE_DATE) == []
            assert "month" in end or "day" not in end
        assert "[@" not in slide["text"]["text"]


def test_the_check_of_fields_can_fail():
    assert faults({"mood": "good", "group": 3}, SLIDE) == ["mood", "group"]


def test_timelinejs_is_told_no_day_that_is_not_known():
    document = json.loads(read("TimelineJS", "en"))
    for slide, event in zip(document["events"], REAL.events.values(), strict=True):
        span = read_edtf(event.date)
        assert tuple(slide["start_date"].values()) == span.start.parts
        assert ("end_date" in slide) == span.is_interval
        assert f"#{event.id}" in slide["text"]["text"]


def test_marks_of_html_in_a_title_stay_text():
    timeline = small("2001-01-01", title={"id": "A & <b>", "en": "A & <b>"})
    made = timeline_files(timeline, {}, address)
    slide = json.loads(made[FILES_OF["TimelineJS"]["id"]])["events"][0]
    assert slide["text"]["headline"] == "A &amp; &lt;b&gt;"


def test_two_builds_give_the_same_files_and_no_events_give_none():
    assert timeline_files(REAL, WORKS, address) == FILES_MADE
    assert timeline_files(Timeline(), WORKS, address) == {}

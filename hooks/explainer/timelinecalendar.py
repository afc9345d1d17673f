"""The events as a calendar (RFC 5545): all-day events whose every day is known.

A calendar knows days only. An event of which we know the month or the year, or a day in doubt, is
left out, and the calendar says how many are. `DTSTAMP` is the day until which the data reach, so
that two builds give the same file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry_

from .edtf import Span, last_day, read_edtf
from .glossexport import Address
from .library import Entry
from .timeline import Event, Timeline, text_of
from .timelinewords import LINE, name_of

HOST = "linimasa.rusia-dprk"
"""What makes the ids of events unique in a calendar; it stays when the site moves."""


def has_days(event: Event) -> bool:
    """Whether every day of an event is known: a day, or from one day to another."""
    span = read_edtf(event.date)
    return span is not None and all(_is_day(span, end) for end in ("start", "end"))


def _is_day(span: Span, name: str) -> bool:
    moment = span.start if name == "start" else span.end
    return moment is not None and len(moment.parts) == 3 and not moment.mark


def scope(timeline: Timeline, language: str) -> str:
    """How many events the calendar holds, and why not all."""
    count, known = len(timeline.events), sum(map(has_days, timeline.events.values()))
    return LINE[language]["calendar"].format(n=known, all=count, rest=count - known)


def calendar(timeline: Timeline, works: Mapping[str, Entry], language: str, to: Address) -> str:
    """The calendar in a language; its lines end as the format asks."""
    known = [event for event in timeline.events.values() if has_days(event)]
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//{HOST}//{language.upper()}")
    made.add("x-wr-calname", LINE[language]["title"])
    made.add("x-wr-caldesc", scope(timeline, language))
    stamp = datetime.combine(last_day(timeline.coverage_until or "1970-01-01"), time(), UTC)
    for event in known:
        entry = _entry(event, works, language, to(event.id))
        entry.add("dtstamp", stamp)
        made.add_component(entry)
    text: bytes = made.to_ical()
    return text.decode("utf-8")


def _entry(event: Event, works: Mapping[str, Entry], language: str, address: str) -> Entry_:
    span = read_edtf(event.date)
    made = Entry_()
    made.add("uid", f"{event.id}.{language}@{HOST}")
    if span and span.start and span.end:
        made.add("dtstart", span.start.first)
        made.add("dtend", span.end.last + timedelta(days=1))  # the day after, as the format has it
    made.add("summary", text_of(event.titles, language))
    made.add("description", _description(event, works, language))
    made.add("categories", [name_of("theme", event.theme, language)])
    made.add("url", address)
    made.add("transp", "TRANSPARENT")
    return made


def _description(event: Event, works: Mapping[str, Entry], language: str) -> str:
    words = LINE[language]
    note, later = text_of(event.notes, language), text_of(event.later, language)
    sources = [works[key].source for key in event.sources if key in works]
    told = [source.url or f"“{source.title}”" for source in sources]
    lines = [
        text_of(event.summaries, language),
        f"{words['note']} {note}" if note else "",
        f"{words['later']} {later}" if later else "",
        name_of("certainty", event.certainty, language),
        f"{words['sources']}: {' '.join(told)}",
    ]
    return "\n".join(line for line in lines if line)

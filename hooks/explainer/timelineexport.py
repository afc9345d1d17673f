"""The timeline for others: JSON with its schema, a table, calendars, TimelineJS.

A text file holds plain words: citations by key are taken out, since each event names its sources.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .bilingual import LANGUAGES
from .downloads import Download
from .edtf import date_in_words, read_edtf
from .glossarydata import LICENCE, dump, work_record
from .glossexport import Address, plain_cell
from .library import Entry
from .timeline import Event, Timeline, text_of
from .timelinecalendar import calendar
from .timelineschema import timeline_schema
from .timelinewords import LINE, name_of

FILES = {
    "CSV": "unduh/linimasa.csv",
    "JSON": "unduh/linimasa.json",
    "JSON Schema": "unduh/linimasa.schema.json",
}
"""Name of a format -> path of the file that holds both languages."""

FILES_OF = {
    "iCalendar": {"id": "unduh/linimasa.ics", "en": "unduh/timeline.ics"},
    "TimelineJS": {"id": "unduh/linimasa.timelinejs.json", "en": "unduh/timeline.timelinejs.json"},
}
"""Name of a format -> language -> path of the file in that language."""

_TITLE = {language: words["title"] for language, words in LINE.items()}

DOWNLOADS = (
    Download(FILES["JSON"], _TITLE, "JSON", FILES["JSON Schema"], LICENCE),
    Download(FILES["CSV"], _TITLE, "CSV", licence=LICENCE),
    *(Download(path, _TITLE, "ICS", licence=LICENCE) for path in FILES_OF["iCalendar"].values()),
    *(
        Download(path, _TITLE, "TimelineJS", licence=LICENCE)
        for path in FILES_OF["TimelineJS"].values()
    ),
)

_COLUMNS = (
    "id date theme track certainty key needs_better_source after_article period actors terms "
    "paragraphs sources source_addresses"
).split()
_TEXTS = ("date", "title", "summary", "note", "later", "address")
_CITATION = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]")


def timeline_files(
    timeline: Timeline, works: Mapping[str, Entry], address: Address
) -> dict[str, str]:
    """Path -> content of every file; nothing without events."""
    if not timeline.events:
        return {}
    schema = address(FILES["JSON Schema"])
    made = {
        FILES["CSV"]: csv_text(timeline, works, address),
        FILES["JSON"]: dump(_document(timeline, works, address, schema)),
        FILES["JSON Schema"]: dump(timeline_schema(schema)),
    }
    for language in LANGUAGES:
        told = [_told(event, language) for event in timeline.events.values()]
        to = _places(timeline, language, address)
        made[FILES_OF["iCalendar"][language]] = calendar(timeline, works, language, to)
        made[FILES_OF["TimelineJS"][language]] = dump(
            _timelinejs(timeline, language, to, told, works)
        )
    return made


def _places(timeline: Timeline, language: str, address: Address) -> Address:
    """Event id -> its full address in a language."""
    return lambda event_id: f"{address(timeline.page(language))}#{event_id}"


def plain(text: str) -> str:
    """The words of a text of the data, without its citations and emphasis."""
    return _CITATION.sub("", text).replace("*", "")


def _told(event: Event, language: str) -> dict[str, str]:
    texts = {"title": event.titles, "summary": event.summaries, **_remarks(event)}
    return {name: plain(text_of(held, language)) for name, held in texts.items()}


def _remarks(event: Event) -> dict[str, Mapping[str, str]]:
    """What is not there for every event."""
    return {"note": event.notes, "later": event.later}


# --- table ----------------------------------------------------------------------------------------


def csv_text(timeline: Timeline, works: Mapping[str, Entry], address: Address) -> str:
    """One row for each event, both languages side by side."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_COLUMNS, *(f"{t}_{language}" for language in LANGUAGES for t in _TEXTS)])
    for period, events in timeline.groups():
        for event in events:
            cells = [*_cells(event, timeline, works, period.id)]
            cells += [c for name in LANGUAGES for c in _words(event, timeline, name, address)]
            writer.writerow([plain_cell(cell) for cell in cells])
    return out.getvalue()


def _cells(
    event: Event, timeline: Timeline, works: Mapping[str, Entry], period: str
) -> Iterator[str]:
    yield from (event.id, event.date, event.theme, event.track, event.certainty)
    for is_so in (event.key, event.needs_better_source, timeline.is_after(event)):
        yield "yes" if is_so else "no"
    yield period
    yield "; ".join(event.actors)
    yield "; ".join(event.terms)
    yield "; ".join(map(str, event.paragraphs))
    yield "; ".join(event.sources)
    yield " ".join(works[key].source.url for key in event.sources if key in works).strip()


def _words(event: Event, timeline: Timeline, language: str, address: Address) -> Iterator[str]:
    yield date_in_words(event.date, language)
    yield from _told(event, language).values()
    yield _places(timeline, language, address)(event.id)


# --- JSON -----------------------------------------------------------------------------------------


def _document(
    timeline: Timeline, works: Mapping[str, Entry], address: Address, schema: str
) -> dict[str, Any]:
    used = sorted({key for key in timeline.sources() if key in works})
    return {
        "$schema": schema,
        "license": LICENCE,
        "coverageUntil": timeline.coverage_until,
        "articlePublished": timeline.published,
        "timeline": {
            language: {
                "name": LINE[language]["title"],
                "address": address(timeline.page(language)),
            }
            for language in LANGUAGES
        },
        "periods": [
            {"id": p.id, "from": p.start, "until": p.until, "title": dict(p.titles)}
            for p in timeline.periods
        ],
        "events": [
            _record(event, timeline, period.id, address)
            for period, events in timeline.groups()
            for event in events
        ],
        "works": [_work(works[key]) for key in used],
    }


def _record(event: Event, timeline: Timeline, period: str, address: Address) -> dict[str, Any]:
    told = {language: _told(event, language) for language in LANGUAGES}
    both = {
        name: {language: told[language][name] for language in LANGUAGES}
        for name in told[LANGUAGES[0]]
        if _remarks(event).get(name, True)
    }
    return {
        "id": event.id,
        "date": event.date,
        "dateInWords": {lang: date_in_words(event.date, lang) for lang in LANGUAGES},
        "period": period,
        "afterArticle": timeline.is_after(event),
        "theme": event.theme,
        "track": event.track,
        "certainty": event.certainty,
        "key": event.key,
        "needsBetterSource": event.needs_better_source,
        **both,
        "actors": list(event.actors),
        "terms": list(event.terms),
        "paragraphs": list(event.paragraphs),
        "sources": list(event.sources),
        "address": {lang: _places(timeline, lang, address)(event.id) for lang in LANGUAGES},
    }


def _work(entry: Entry) -> dict[str, Any]:
    """A work; a title that we gave to it says so."""
    described = {"titleIsOurs": True} if entry.source.title_basis else {}
    return work_record(entry) | described


# --- TimelineJS -----------------------------------------------------------------------------------


def _timelinejs(
    timeline: Timeline,
    language: str,
    to: Address,
    told: list[dict[str, str]],
    works: Mapping[str, Entry],
) -> dict[str, Any]:
    """The JSON of TimelineJS 3; what it does not know stands in the text of each slide."""
    events = timeline.events.values()
    return {
        "title": {"text": {"headline": LINE[language]["title"]}},
        "events": [
            _slide(event, words, language, to, works)
            for event, words in zip(events, told, strict=True)
        ],
    }


def _linked(work: Entry) -> str:
    """A source by its title, linked where it has an address."""
    title, url = _escaped(work.source.title), work.source.url
    return f'<a href="{_escaped(url)}">{title}</a>' if url else title


def _slide(
    event: Event, words: dict[str, str], language: str, to: Address, works: Mapping[str, Entry]
) -> dict[str, Any]:
    span = read_edtf(event.date)
    ends = (span.start or span.end, span.end if span.is_interval else None) if span else ()
    names = ("start_date", "end_date")
    dates = {name: _parts(end.parts) for name, end in zip(names, ends, strict=False) if end}
    certainty = name_of("certainty", event.certainty, language)
    link = f'<a href="{to(event.id)}">{LINE[language]["sources"]}</a>'
    named = "; ".join(_linked(works[key]) for key in event.sources if key in works)
    later = f"{LINE[language]['later']} {words['later']}" if words["later"] else ""
    paragraphs = [words["summary"], words["note"], later, certainty]
    text = "".join(f"<p>{_escaped(paragraph)}</p>" for paragraph in paragraphs if paragraph)
    return {
        **dates,
        "display_date": date_in_words(event.date, language),
        "text": {"headline": _escaped(words["title"]), "text": f"{text}<p>{link}: {named}</p>"},
        "group": name_of("theme", event.theme, language),
        "unique_id": event.id,
    }


def _parts(parts: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), parts, strict=False))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

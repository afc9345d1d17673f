"""The files of the timeline as its page offers them, and as a data set for machines."""

from __future__ import annotations

from collections.abc import Callable

from .bilingual import language_of
from .citing import Section
from .downloading import offered
from .linkeddatasets import Dataset
from .timeline import Timeline
from .timelinecalendar import scope
from .timelineexport import FILES, FILES_OF

WORDS = {
    "id": {
        "CSV": "tabel untuk program lembar kerja, UTF-8 tanpa BOM",
        "JSON": "untuk program sendiri",
        "JSON Schema": "susunan berkas JSON itu",
        "iCalendar": "untuk aplikasi kalender",
        "TimelineJS": "untuk TimelineJS 3",
        "get": "Unduh linimasa",
        "get-id": "unduh-linimasa",
        "all": (
            "Semua peristiwa dengan tanggal, kepastian, sumber, dan alamatnya. Tabel dan JSON "
            "memuat kedua bahasa, berkas lainnya bahasa halaman ini:"
        ),
        "licence": (
            'Teks kami boleh dipakai menurut <a rel="license" href="{url}">CC&nbsp;BY&nbsp;4.0</a>'
            ": sebutkan situs ini dan alamat peristiwanya."
        ),
    },
    "en": {
        "CSV": "a table for spreadsheets, UTF-8 without a byte order mark",
        "JSON": "for programs of your own",
        "JSON Schema": "how that JSON file is built",
        "iCalendar": "for calendars",
        "TimelineJS": "for TimelineJS 3",
        "get": "Download the timeline",
        "get-id": "download-the-timeline",
        "all": (
            "All events with dates, certainty, sources and addresses. The table and the JSON hold "
            "both languages, the other files the language of this page:"
        ),
        "licence": (
            'Our texts may be used under <a rel="license" href="{url}">CC&nbsp;BY&nbsp;4.0</a>'
            ": name this site and the address of the event."
        ),
    },
}

_NAMES = {
    "id": "Linimasa hubungan Rusia dan Korea Utara",
    "en": "Timeline of relations between Russia and North Korea",
}
_DESCRIPTIONS = {
    "id": (
        "Peristiwa antara Moskow dan Pyongyang dalam bahasa Indonesia dan Inggris: "
        "tanggal (EDTF), ringkasan, tema, kepastian, dan sumber tiap peristiwa."
    ),
    "en": (
        "Events between Moscow and Pyongyang in Indonesian and English: "
        "dates (EDTF), summaries, themes, certainty, and the sources of each event."
    ),
}


def timeline_section(path: str, timeline: Timeline, link: Callable[[str], str]) -> Section | None:
    """What the page of the timeline gets; `link` leads from it to a file of the site."""
    language = language_of(path)
    if timeline.page(language) != path:
        return None
    words, files = WORDS[language], FILES | {name: of[language] for name, of in FILES_OF.items()}
    said = f"{words['iCalendar']}; {scope(timeline, language)}"
    return offered({**words, "iCalendar": said}, files, link)


def timeline_dataset(timeline: Timeline) -> Dataset | None:
    """All files as one body of data; nothing without events."""
    if not timeline.events:
        return None
    of = {
        f"{name} ({lang})": path for name, both in FILES_OF.items() for lang, path in both.items()
    }
    first = next(iter(timeline.events.values())).date.partition("/")[0]
    covered = f"{first}/{timeline.coverage_until}" if timeline.coverage_until else ""
    return Dataset("linimasa", _NAMES, _DESCRIPTIONS, timeline.pages, FILES | of, covered)

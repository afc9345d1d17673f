"""Each event as something to cite: small files, since texts for all would double the page."""

from __future__ import annotations

from collections.abc import Callable

from .bilingual import LANGUAGES
from .citable import Citable
from .citefiles import entry_files, entry_name
from .edtf import date_in_words
from .pagerecord import PageRecord
from .timeline import Event, Timeline, text_of


def event_citations(
    timeline: Timeline, record: Callable[[str], PageRecord], full: Callable[[str], str]
) -> dict[str, str]:
    """Path -> content, for every event in each language that has a page of the timeline."""
    made: dict[str, str] = {}
    for path in filter(None, map(timeline.page, LANGUAGES)):
        page = record(path)
        for event in timeline.events.values():
            when = date_in_words(event.date, page.language)
            made |= entry_files(citable(event, path, page), full, when)
    return made


def citable(event: Event, path: str, page: PageRecord) -> Citable:
    """An event as an entry of the page of the timeline, which lies at a path."""
    title, address = text_of(event.titles, page.language), f"{page.url}#{event.id}"
    name = entry_name(path, event.id)
    return Citable("event", name, title, address, page.language, page.site, part=page.title)

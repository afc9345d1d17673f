"""The timeline told to the other pages: what its events are called, and which terms they name."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from .bilingual import LANGUAGES, language_of
from .edtf import date_in_words
from .timeline import Annotated, Timeline, text_of
from .timelinewords import LINE
from .usage import Use

_PLACE = re.compile(r'<div class="ex-annotated">([a-z0-9-]+)</div>')
"""Where an event will name the annotations that speak of it."""


def event_names(timeline: Timeline) -> dict[str, str]:
    """The address of each event -> its name in a list of places: "Linimasa, 15 Agustus 2022"."""
    return {
        f"{timeline.page(language)}#{event.id}": LINE[language]["place"].format(
            date=date_in_words(event.date, language)
        )
        for language in LANGUAGES
        if timeline.page(language)
        for event in timeline.events.values()
    }


def terms_named(timeline: Timeline) -> dict[str, list[Use]]:
    """Page -> the terms that the data of its events name, with the titles of the events."""
    pages = {language: timeline.page(language) for language in LANGUAGES}
    return {
        page: [
            Use(term, page, event.id, "timeline", (text_of(event.titles, language), "", ""))
            for event in timeline.events.values()
            for term in event.terms
        ]
        for language, page in pages.items()
        if page
    }


def fill_annotated(html: str, path: str, annotating: Annotated, link: Callable[[str], str]) -> str:
    """A timeline page whose events name the annotations that speak of them."""
    language = language_of(path)
    words = LINE[language]

    def listed(found: re.Match[str]) -> str:
        notes = annotating.of_event(found[1], language)
        links = ", ".join(
            f'<a href="{escape(link(page))}#a-{note}"><q>{escape(quote)}</q></a>'
            for note, quote, page in notes
        )
        label = escape(words["annotated"])
        held = f'<div class="ex-event__annotated"><dt>{label}</dt> <dd>{links}</dd></div>'
        return held if notes else ""

    return _PLACE.sub(listed, html)

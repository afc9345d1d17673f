"""The timeline told to the other pages: what its events are called, and which terms they name."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from .bilingual import LANGUAGES, language_of
from .citefiles import TEXT, entry_paths
from .edtf import date_in_words
from .text import inside_quotes
from .timeline import Annotated, Timeline, text_of
from .timelinewords import LINE
from .usage import Use

_PLACE = re.compile(
    r'(<p class="ex-event__article[^>]*>)((?:(?!</p>).)*?)'
    r'<span class="ex-annotated">([a-z0-9-]+)</span></p>'
)
"""Where an event, behind its paragraphs, will name the annotations that speak of it."""

_SHOWN = 3  # annotated words that are listed at once

_CITED = re.compile(r'<div class="ex-cited">([a-z0-9-]+)</div>')
"""Where it will offer files that cite it."""


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


def fill_events(
    html: str,
    path: str,
    annotating: Annotated,
    address: Callable[[str], str],
    link: Callable[[str], str],
) -> str:
    """A page whose events name the annotations that speak of them, and the files that cite them.

    `address` leads to a page, `link` to a file of the site.
    """
    language = language_of(path)

    def noted(found: re.Match[str]) -> str:
        notes = annotating.of_event(found[3], language)
        links = [
            f'<a href="{escape(address(page))}#a-{note}"><q>{escape(inside_quotes(quote))}</q></a>'
            for note, quote, page in notes
        ]
        return _in_article(found[1], found[2], links, language)

    def cited(found: re.Match[str]) -> str:
        return _cited(found[1], path, link)

    return _CITED.sub(cited, _PLACE.sub(noted, html))


def _in_article(start: str, paragraphs: str, links: list[str], language: str) -> str:
    """The paragraphs, and the words that are annotated; beyond a few, under a summary."""
    words = LINE[language]
    label = f"{words['article']}: "
    seen = len(links) if len(links) <= _SHOWN + 1 else _SHOWN
    told = [paragraphs.removeprefix(label)] if paragraphs else []
    told += links[:seen]
    if not told:
        return ""
    line, rest = f"{start}{label}{', '.join(told)}</p>", links[seen:]
    if not rest:
        return line
    summary = f'<summary class="ex-event__summary">{words["more-places"].format(n=len(rest))}'
    opening = f'<details class="ex-event__places" data-search-exclude>{summary}</summary>'
    return f"{line}{opening}<p>{', '.join(rest)}</p></details>"


def _cited(event_id: str, path: str, link: Callable[[str], str]) -> str:
    words, paths = LINE[language_of(path)], entry_paths(path, event_id)
    links = ", ".join(
        f'<a href="{escape(link(path))}"{"" if name == TEXT else " download"}>'
        f"{words['cite-text'] if name == TEXT else name}</a>"
        for name, path in paths.items()
    )
    return f"<div><dt>{words['cite']}</dt> <dd>{links}</dd></div>"

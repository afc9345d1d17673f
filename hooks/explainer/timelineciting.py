"""Each event as something to cite: three small files, since texts for all would double the page.

The text file begins with a byte order mark: a browser that is told no encoding reads it rightly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .bilingual import LANGUAGES
from .citable import STYLES, Citable, plain
from .citefiles import FORMATS, file_of
from .citewords import CITE
from .edtf import date_in_words
from .pagerecord import PageRecord
from .timeline import Event, Timeline, text_of

FOLDERS = {"id": "unduh/linimasa", "en": "unduh/timeline"}
"""Language -> the folder of its files; they are named by the ids of events."""

TEXT = "text"
_ENDS = {TEXT: "txt", **FORMATS}


def citation_paths(event_id: str, language: str) -> dict[str, str]:
    """Name of a format -> path of the file that cites an event."""
    return {name: f"{FOLDERS[language]}/{event_id}.{end}" for name, end in _ENDS.items()}


def event_citations(timeline: Timeline, record: Callable[[str], PageRecord]) -> dict[str, str]:
    """Path -> content, for every event in each language that has a page of the timeline."""
    return {
        path: content
        for language in LANGUAGES
        if timeline.page(language)
        for event in timeline.events.values()
        for path, content in _files(event, record(timeline.page(language)))
    }


def citable(event: Event, page: PageRecord) -> Citable:
    """An event as an entry of the page of the timeline."""
    title, address = text_of(event.titles, page.language), f"{page.url}#{event.id}"
    key = f"{event.id}-{page.language}"
    return Citable("event", key, title, address, page.language, page.site, part=page.title)


def _files(event: Event, page: PageRecord) -> Iterator[tuple[str, str]]:
    cited = citable(event, page)
    for name, path in citation_paths(event.id, page.language).items():
        yield path, _text(event, cited) if name == TEXT else file_of([cited], name)


def _text(event: Event, cited: Citable) -> str:
    """The event, its address, and how to cite it in three styles."""
    words, date = CITE[cited.language], date_in_words(event.date, cited.language)
    styles = (f"{words[name]}\n{plain(write(cited))}" for name, write in STYLES.items())
    hints = f"{words['faculty']} {words['day']} {words['fill-in']}"
    parts = [f"{cited.title}\n{date}\n{cited.url}", *styles, hints]
    return "\ufeff" + "\n\n".join(parts) + "\n"

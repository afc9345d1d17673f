"""One build of the site: its data, what its pages are given, the files made from them.

Every feature joins here, in the places named by the comments; `hooks/events.py` only hands over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from .bilingual import DEFAULT, Entry, pair_problems, pairs_of
from .citing import Section, section
from .extension import PageInfo, Recorder
from .glossarydata import downloads
from .glossing import MARKED, Glossing
from .library import PATH as SOURCES
from .library import Library, read_entries
from .linkeddata import linked_data
from .model import Problem
from .styles import join_styles
from .termchecks import glossary_problems
from .terms import Glossary, read_terms
from .timeline import PATH as TIMELINE
from .timeline import read_timeline
from .timelinechecks import paragraph_problems, timeline_problems
from .timelinestyles import filter_rules
from .timelineuses import event_names, fill_annotated, terms_named

TIMELINE_SHEET = "assets/css/timeline.css"
TIMELINE_STYLES = "assets/css/timeline.min.css"
"""The styles of the timeline page as written; the same with the rules of its filters."""


@dataclass(slots=True)
class Site:
    """What one build knows; `folder` is docs/, `names` the name of the site in each language."""

    folder: Path
    names: dict[str, str]
    root: Callable[[str], str] = str  # a path inside the site -> its full address
    recorder: Recorder = field(default_factory=Recorder)  # what the Markdown extension finds
    fronts: dict[str, dict[str, Any]] = field(default_factory=dict)  # page -> its front matter
    urls: dict[str, str] = field(default_factory=dict)  # page -> its path inside the site
    pairs: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    # --- reading ----------------------------------------------------------------------------------

    def __post_init__(self) -> None:
        entries, problems = read_entries(self.data(SOURCES) or [])
        self.problems += problems
        self.recorder = Recorder(Library(entries))

    def data(self, path: str) -> Any:  # noqa: ANN401  whatever an author wrote
        """The content of a YAML file below docs/; None when there is no such file."""
        file = self.folder / path
        return yaml.safe_load(file.read_text("utf-8")) if file.is_file() else None

    def read(self, fronts: Mapping[str, dict[str, Any]], urls: Mapping[str, str]) -> None:
        """Take the front matter and the addresses of all pages, before any page is rendered."""
        self.fronts, self.urls = dict(fronts), dict(urls)
        entries = [Entry(path, str(front.get("pair") or "")) for path, front in fronts.items()]
        self.pairs = pairs_of(entries)
        self.problems += pair_problems(entries)
        self._read_glossary()
        self._read_timeline()
        # (data of other features are read here: they may name works, terms and pages)

    def _read_glossary(self) -> None:
        library, glossary = self.recorder.library, Glossary(read_terms(self.fronts))
        self.problems += glossary_problems(self.fronts, glossary, library.entries)
        titles = [entry.source.title for entry in library.entries.values()]
        names = {path: str(front.get("title") or path) for path, front in self.fronts.items()}
        self.recorder.glossing = Glossing(glossary, titles, names)

    def _read_timeline(self) -> None:
        recorder, raw = self.recorder, self.data(TIMELINE)
        recorder.timeline = read_timeline(raw, self.fronts)
        terms = recorder.glossing.glossary.terms
        works = recorder.library.entries
        self.problems += timeline_problems(raw, recorder.timeline, works, terms)
        recorder.glossing.names |= event_names(recorder.timeline)
        recorder.glossing.named = terms_named(recorder.timeline)

    # --- addresses --------------------------------------------------------------------------------

    def full(self, path: str) -> str:
        """The full address of a page, or of a file of the site."""
        return self.root(self.urls.get(path, path))

    # --- pages ------------------------------------------------------------------------------------

    def info(self, path: str, language: str, homes: list[str]) -> PageInfo:
        """What the Markdown extension must know of a page."""
        kind = str(self.fronts.get(path, {}).get("kind") or "page")
        return PageInfo(path, language, kind, kind in MARKED or path in homes)

    def fill(self, html: str, path: str, link: Callable[[str], str]) -> str:
        """The text of a page, once all pages are read; `link` leads to a file of the site."""
        # (each feature that needs all pages fills its places here)
        address = partial(self._address, link)
        html = fill_annotated(html, path, self.recorder.annotating, address)
        return self.recorder.glossing.fill(html, path, address)

    def _address(self, link: Callable[[str], str], page: str) -> str:
        return link(self.urls[page])

    def sections(self, path: str, link: Callable[[str], str]) -> Iterator[Section]:
        """What is added below the text of a page, in printed order."""
        glossary = self.recorder.glossing.glossary
        made = [section(path, glossary, self.names, self.full, link)]
        yield from (one for one in made if one)

    def linked_data(self, path: str) -> str:
        """The JSON-LD of a page."""
        description = str(self.fronts.get(path, {}).get("description") or "")
        return linked_data(path, self.recorder.glossing.glossary, description, self.full)

    # --- files ------------------------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """Path -> content of every file that is made from data, before pages are rendered."""
        library, glossary = self.recorder.library, self.recorder.glossing.glossary
        made = downloads(glossary, library.entries, self.names, partial(self.full))
        return made | self._timeline_files()

    def _timeline_files(self) -> dict[str, str]:
        timeline = self.recorder.timeline
        sheet = self.folder / TIMELINE_SHEET
        own = [sheet.read_text("utf-8")] if sheet.is_file() else []
        return (
            {TIMELINE_STYLES: join_styles([*own, filter_rules(timeline)])}
            if timeline.events
            else {}
        )

    # --- problems ---------------------------------------------------------------------------------

    def all_problems(self) -> list[Problem]:
        """Every problem of the build, once."""
        recorder = self.recorder
        return [
            *self.problems,
            *recorder.problems,
            *recorder.glossing.problems(),
            *self._paragraph_problems(),
        ]

    def _paragraph_problems(self) -> list[Problem]:
        """Paragraphs that an event names and the article lacks; known once it is rendered."""
        timeline = self.recorder.timeline
        article = self.recorder.glossing.passages.get(timeline.articles.get(DEFAULT, ""), [])
        count = len({passage.anchor for passage in article if passage.anchor.startswith("p-")})
        return paragraph_problems(timeline, count) if article else []

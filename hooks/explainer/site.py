"""One build of the site: its data, what its pages are given, the files made from them.

Every feature joins here, in the places named by the comments; `hooks/events.py` only hands over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from .bilingual import DEFAULT, Entry, language_of, pair_problems, pairs_of
from .cards import PATH as CARDS
from .cards import picture_problems, read_cards
from .citing import Section
from .describing import Describing
from .downloading import downloads_section
from .downloads import PLACE as DOWNLOADS_PLACE
from .downloads import Download, downloads_html
from .extension import PageInfo, Recorder
from .glossarydata import DOWNLOADS as GLOSSARY
from .glossarydata import downloads
from .glossing import MARKED, Glossing
from .library import PATH as SOURCES
from .library import Library, read_entries
from .linkstate import PATH as CHECKS
from .linkstate import read_checks
from .metadata import Element
from .model import Problem
from .pagerecord import Pages
from .sitereferences import DOWNLOADS as REFERENCES
from .sitereferences import Pages as ReadPages
from .sitereferences import SiteReferences
from .styles import join_styles
from .termchecks import glossary_problems
from .terms import Glossary, read_terms
from .timeline import PATH as TIMELINE
from .timeline import read_timeline
from .timelinechecks import paragraph_problems, timeline_problems
from .timelinestyles import filter_rules
from .timelineuses import event_names, fill_annotated, terms_named
from .yamlfile import read_yaml

DOWNLOADS: tuple[Download, ...] = (*GLOSSARY, *REFERENCES)
"""All data that the about pages list; each feature adds its own."""

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
    pages: Pages | None = None  # what machines are told of them
    _references: SiteReferences | None = None
    _made: dict[str, str] = field(default_factory=dict)  # the files made from data and pages

    # --- reading ----------------------------------------------------------------------------------

    def __post_init__(self) -> None:
        entries, problems = read_entries(self.data(SOURCES) or [])
        self.problems += problems
        self.recorder = Recorder(Library(entries))

    def data(self, path: str) -> Any:  # noqa: ANN401  whatever an author wrote
        """The content of a YAML file below docs/; None when there is no such file."""
        return read_yaml(self.folder / path)

    def read(self, fronts: Mapping[str, dict[str, Any]], urls: Mapping[str, str]) -> None:
        """Take the front matter and the addresses of all pages, before any page is rendered."""
        self.fronts, self.urls = dict(fronts), dict(urls)
        entries = [Entry(path, str(front.get("pair") or "")) for path, front in fronts.items()]
        self.pairs = pairs_of(entries)
        self.problems += pair_problems(entries)
        self._read_glossary()
        self._read_timeline()
        self._read_cards()
        # (data of other features are read here: they may name works, terms and pages)

    def _read_glossary(self) -> None:
        library, glossary = self.recorder.library, Glossary(read_terms(self.fronts))
        self.problems += glossary_problems(self.fronts, glossary, library.entries)
        titles = [entry.source.title for entry in library.entries.values()]
        names = {path: str(front.get("title") or path) for path, front in self.fronts.items()}
        self.recorder.glossing = Glossing(glossary, titles, names)

    def _read_cards(self) -> None:
        cards, problems = read_cards(self.data(CARDS))
        drawn = tuple(card for card in cards if (self.folder / card.path).is_file())
        self.problems += [*problems, *picture_problems(cards, [card.path for card in drawn])]
        self.pages = Pages(self.fronts, self.pairs, self.names, self.full, drawn)
        self.problems += self.describing.problems()

    @property
    def describing(self) -> Describing:
        """What machines and citing readers are told of pages."""
        pages = self.pages or Pages({}, {}, self.names, self.full)
        return Describing(pages, self.recorder.glossing, self.recorder.notebooks)
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
        html = self.recorder.glossing.fill(html, path, address)
        html = self.references().fill(html, path, link)
        if DOWNLOADS_PLACE not in html:
            return html
        files = downloads_html(DOWNLOADS, self._texts(), language_of(path), link, self.full)
        return html.replace(DOWNLOADS_PLACE, files, 1)

    def _address(self, link: Callable[[str], str], page: str) -> str:
        return link(self.urls[page])

    def references(self) -> SiteReferences:
        """Who cites what, once all pages are read."""
        if self._references is None:
            checks = read_checks(self.data(CHECKS))
            pages = ReadPages(self.fronts, self.urls, self.full)
            self._references = SiteReferences(self.recorder, pages, checks)
        return self._references

    def sections(self, path: str, link: Callable[[str], str]) -> Iterator[Section]:
        """What is added below the text of a page, in printed order."""
        yield from self.describing.sections(path, link)
        downloads = downloads_section(path, self.recorder.glossing.glossary, link)
        yield from [downloads] if downloads else []

    def head(self, path: str, html: str) -> list[Element]:
        """The tags for the head of a page; without a path, of the page for wrong addresses."""
        return self.describing.head(path, html)

    def linked_data(self, path: str) -> str:
        """The JSON-LD of a page."""
        # (nodes of other features go in as `more`: those of events, from linkedevents.event_nodes)
        return self.describing.linked_data(path)

    # --- files ------------------------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """Path -> content of every file that is made from data, before pages are rendered."""
        library, glossary = self.recorder.library, self.recorder.glossing.glossary
        made = downloads(glossary, library.entries, self.names, partial(self.full))
        return made | self.describing.files() | self._timeline_files()

    def late_files(self) -> dict[str, str]:
        """Path -> content of every file that is made from what the pages say."""
        return self.references().files()

    def _texts(self) -> dict[str, str]:
        """All files, early and late, made once."""
        self._made = self._made or self.files() | self.late_files()
        return self._made

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

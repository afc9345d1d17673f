"""One build of the site: its data, what its pages are given, the files made from them.

Every feature joins here, in the places named by the comments; `hooks/events.py` only hands over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from .annchecks import Known, read_annotations
from .anncite import citation_files as annotation_citations
from .annexport import Names, annotation_page, file_of
from .annotating import Annotating, note_names, terms_of_notes
from .annotations import FOLDER as ANNOTATIONS
from .annschema import PATH as SCHEMA
from .annschema import annotation_schema
from .authorfields import front_problems
from .bilingual import DEFAULT, Entry, alternates, language_of, pair_problems, pairs_of
from .cards import PATH as CARDS
from .cards import picture_problems, read_cards
from .catalogue import all_downloads
from .citing import Section
from .describing import Describing
from .downloading import downloads_section
from .downloads import PLACE as DOWNLOADS_PLACE
from .downloads import downloads_html
from .extension import PageInfo, Recorder, prose
from .glossarydata import downloads, dump
from .glossing import MARKED, Glossing
from .library import PATH as SOURCES
from .library import Library, read_entries
from .linkedevents import event_nodes
from .linkstate import PATH as CHECKS
from .linkstate import read_checks
from .metadata import Element
from .model import Problem
from .pagerecord import Pages
from .parallel import FOLDER as TRANSLATIONS
from .parallel import Parallel, read_translations
from .sitereferences import Pages as ReadPages
from .sitereferences import SiteReferences
from .styles import join_styles
from .termchecks import glossary_problems
from .terms import Glossary, read_terms
from .termviews import relative
from .timeline import PATH as TIMELINE
from .timeline import read_timeline
from .timelinechecks import paragraph_problems, timeline_problems
from .timelineciting import event_citations
from .timelinedata import timeline_dataset, timeline_section
from .timelineexport import timeline_files
from .timelinestyles import filter_rules
from .timelineuses import event_names, fill_events, terms_named
from .yamlfile import read_data

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
    editions: dict[str, bytes] = field(default_factory=dict)  # books and ZIP, if they were made
    _references: SiteReferences | None = None
    _made: dict[str, str] = field(default_factory=dict)  # the files made from data

    # --- reading ----------------------------------------------------------------------------------

    def __post_init__(self) -> None:
        entries, problems = read_entries(self.data(SOURCES) or [])
        self.problems += problems
        self.recorder = Recorder(Library(entries))

    def data(self, path: str) -> Any:  # noqa: ANN401  whatever an author wrote
        """The content of a YAML file below docs/; None when there is no such file."""
        found, problems = read_data(self.folder, path)
        self.problems += [problem for problem in problems if problem not in self.problems]
        return found

    def read(self, fronts: Mapping[str, dict[str, Any]], urls: Mapping[str, str]) -> None:
        """Take the front matter and the addresses of all pages, before any page is rendered."""
        self.fronts, self.urls = dict(fronts), dict(urls)
        entries = [Entry(path, str(front.get("pair") or "")) for path, front in fronts.items()]
        self.pairs = pairs_of(entries)
        self.problems += [*pair_problems(entries), *front_problems(fronts)]
        self._read_glossary()
        self._read_timeline()
        self._read_annotations()
        self._read_cards()
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

    def _read_annotations(self) -> None:
        """Annotations name works, terms and events."""
        recorder, glossary = self.recorder, self.recorder.glossing.glossary
        articles = {*self._of_kind("article")}
        pairs = {one: two for one, two in self.pairs.items() if {one, two} <= articles}
        languages = {path: alternates(path, pairs).keys() for path in articles}
        works, events = recorder.library.entries, recorder.timeline.events
        known = Known(languages, works, glossary.terms, events)
        made, problems = read_annotations(self._folder(ANNOTATIONS), known)
        checked, faults = read_translations(self._folder(TRANSLATIONS), pairs)
        self.problems += [*problems, *faults]
        parallel, timeline = Parallel(pairs, checked), recorder.timeline
        recorder.annotating = Annotating(made, parallel, glossary, timeline, prose)
        recorder.glossing.names |= note_names(made, pairs)
        recorder.glossing.named |= terms_of_notes(made, pairs)

    def _folder(self, name: str) -> dict[str, object]:
        """The content of every YAML file of a folder below docs/, by its path."""
        files = sorted((self.folder / name).glob("*.yml"))
        return {f"{name}/{file.name}": self.data(f"{name}/{file.name}") for file in files}

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
        recorder, dataset = self.recorder, timeline_dataset(self.recorder.timeline)
        return Describing(pages, recorder.glossing, recorder.notebooks, dataset)

    # --- addresses --------------------------------------------------------------------------------

    def full(self, path: str) -> str:
        """The full address of a page, or of a file of the site."""
        return self.root(self.urls.get(path, path))

    # --- pages ------------------------------------------------------------------------------------

    def info(self, path: str, language: str, homes: list[str]) -> PageInfo:
        """What the Markdown extension must know of a page."""
        kind = str(self.fronts.get(path, {}).get("kind") or "page")
        lists = (page for page in self._of_kind("references") if language_of(page) == language)
        references = next((relative(page, path) for page in lists), "")
        return PageInfo(path, language, kind, kind in MARKED or path in homes, references)

    def _of_kind(self, kind: str) -> list[str]:
        """The pages of a kind."""
        return [path for path, front in self.fronts.items() if front.get("kind") == kind]

    def highlighted(self, html: str, path: str) -> tuple[str, set[str]]:
        """The text of a page with its annotated words marked, and the ids that come later."""
        annotating, ids = self.recorder.annotating, set[str]()
        if path in self._of_kind("references"):  # the works of its list
            ids = {f"ref-{key}" for key in self.recorder.library.entries}
        return annotating.highlighted(html, path), annotating.addresses(path) | ids

    def fill(self, html: str, path: str, link: Callable[[str], str]) -> str:
        """The text of a page, once all pages are read; `link` leads to a file of the site."""
        # (each feature that needs all pages fills its places here)
        address, recorder = partial(self._address, link), self.recorder
        html = recorder.annotating.parallel.fill(html, path)
        html = fill_events(html, path, recorder.annotating, address, link)
        html = recorder.glossing.fill(html, path, address)
        return self.references().fill(html, path, link)

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
        glossary, timeline = self.recorder.glossing.glossary, self.recorder.timeline
        downloads = downloads_section(path, glossary, link)
        downloads = downloads or timeline_section(path, timeline, link)
        yield from [downloads] if downloads else []

    def head(self, path: str, html: str) -> list[Element]:
        """The tags for the head of a page; without a path, of the page for wrong addresses."""
        return self.describing.head(path, html)

    def linked_data(self, path: str) -> str:
        """The JSON-LD of a page."""
        timeline, language = self.recorder.timeline, language_of(path)
        here = path == timeline.page(language)
        events = timeline.events.values() if here else ()
        return self.describing.linked_data(path, event_nodes(events, language, self.full(path)))

    # --- files ------------------------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """Path -> content of every file that is made from data, before pages are rendered."""
        works, glossary = self.recorder.library.entries, self.recorder.glossing.glossary
        self._made = downloads(glossary, works, self.names, partial(self.full))
        self._made |= self.describing.files() | self._timeline_files()
        self._made |= self._annotation_extras()
        later = map(file_of, self.recorder.annotating.by_page)
        return self._made | dict.fromkeys(later, "{}\n")  # (see late_files)

    def _annotation_extras(self) -> dict[str, str]:
        """The citations of each annotation, and the schema of their export."""
        by_page, title = self.recorder.annotating.by_page, self.describing.pages.title
        schema = dump(annotation_schema(self.full(SCHEMA))) if by_page else ""
        made = annotation_citations(by_page, title, self.names, self.full)
        return made | ({SCHEMA: schema} if schema else {})

    def _timeline_files(self) -> dict[str, str]:
        timeline, sheet = self.recorder.timeline, self.folder / TIMELINE_SHEET
        if not timeline.events:
            return {}
        own = [sheet.read_text("utf-8")] if sheet.is_file() else []
        made = timeline_files(timeline, self.recorder.library.entries, self.full)
        made |= event_citations(timeline, self.describing.pages.record, self.full)
        return made | {TIMELINE_STYLES: join_styles([*own, filter_rules(timeline)])}

    def late_files(self, built: Callable[[str], str]) -> dict[str, str]:
        """Path -> content of files made from finished pages; `built` reads one, by its path here.

        Until then something stands in the place of annotations, so that MkDocs finds what pages
        link to.
        """
        made = self.references().files() | self._annotation_files(built)
        self._made |= made
        return made

    def _annotation_files(self, built: Callable[[str], str]) -> dict[str, str]:
        recorder = self.recorder
        works, glossary = recorder.library.entries, recorder.glossing.glossary
        lists = {language_of(page): page for page in self._of_kind("references")}
        names = Names(works, glossary, recorder.timeline, self.full, lists)
        placed, titles = recorder.annotating.placed, recorder.glossing.names
        return {
            file_of(path): annotation_page(path, titles[path], placed[path], names, built(path))
            for path in recorder.annotating.by_page
            if path in placed
        }

    def finished(self, html: str, path: str, link: Callable[[str], str]) -> str:
        """A finished page, once all files are made: sizes and checksums of what it offers."""
        if DOWNLOADS_PLACE not in html:
            return html
        offered, language = all_downloads(self.recorder.annotating.by_page), language_of(path)
        made: dict[str, str | bytes] = {**self._made, **self.editions}
        files = downloads_html(offered, made, language, link, self.full)
        return html.replace(DOWNLOADS_PLACE, files, 1)

    # --- problems ---------------------------------------------------------------------------------

    def all_problems(self) -> list[Problem]:
        """Every problem of the build, once."""
        recorder = self.recorder
        return [
            *self.problems,
            *recorder.problems,
            *recorder.glossing.problems(),
            *recorder.annotating.problems,
            *recorder.annotating.parallel.problems(),
            *self._paragraph_problems(),
        ]

    def _paragraph_problems(self) -> list[Problem]:
        """Paragraphs that an event names and the article lacks; known once it is rendered."""
        timeline = self.recorder.timeline
        article = self.recorder.glossing.passages.get(timeline.articles.get(DEFAULT, ""), [])
        count = len({passage.anchor for passage in article if passage.anchor.startswith("p-")})
        return paragraph_problems(timeline, count) if article else []

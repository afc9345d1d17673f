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

from .annchecks import Known, read_annotations
from .annexport import Names, annotation_page, file_of
from .annotating import Annotating, note_names
from .annotations import FOLDER as ANNOTATIONS
from .bilingual import Entry, alternates, pair_problems, pairs_of
from .citing import Section, section
from .extension import PageInfo, Recorder, prose
from .glossarydata import downloads
from .glossing import MARKED, Glossing
from .library import PATH as SOURCES
from .library import Library, read_entries
from .linkeddata import linked_data
from .model import Problem
from .parallel import FOLDER as TRANSLATIONS
from .parallel import Parallel, read_translations
from .termchecks import glossary_problems
from .terms import Glossary, read_terms


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
        self._read_annotations()
        # (data of other features are read here: they may name works, terms and pages)

    def _read_glossary(self) -> None:
        library, glossary = self.recorder.library, Glossary(read_terms(self.fronts))
        self.problems += glossary_problems(self.fronts, glossary, library.entries)
        titles = [entry.source.title for entry in library.entries.values()]
        names = {path: str(front.get("title") or path) for path, front in self.fronts.items()}
        self.recorder.glossing = Glossing(glossary, titles, names)

    def _read_annotations(self) -> None:
        """Last of all: annotations name works, terms and events."""
        recorder, glossary = self.recorder, self.recorder.glossing.glossary
        articles = {path for path, front in self.fronts.items() if front.get("kind") == "article"}
        pairs = {one: two for one, two in self.pairs.items() if {one, two} <= articles}
        known = Known(
            {path: alternates(path, pairs).keys() for path in articles},
            recorder.library.entries,
            glossary.terms,
        )
        made, problems = read_annotations(self._folder(ANNOTATIONS), known)
        checked, faults = read_translations(self._folder(TRANSLATIONS), pairs)
        self.problems += [*problems, *faults]
        parallel = Parallel(pairs, checked)
        recorder.annotating = Annotating(made, parallel, glossary, prose=prose)
        recorder.glossing.names |= note_names(made, pairs)

    def _folder(self, name: str) -> dict[str, object]:
        """The content of every YAML file of a folder below docs/, by its path."""
        files = sorted((self.folder / name).glob("*.yml"))
        return {f"{name}/{file.name}": self.data(f"{name}/{file.name}") for file in files}

    # --- addresses --------------------------------------------------------------------------------

    def full(self, path: str) -> str:
        """The full address of a page, or of a file of the site."""
        return self.root(self.urls.get(path, path))

    # --- pages ------------------------------------------------------------------------------------

    def info(self, path: str, language: str, homes: list[str]) -> PageInfo:
        """What the Markdown extension must know of a page."""
        kind = str(self.fronts.get(path, {}).get("kind") or "page")
        return PageInfo(path, language, kind, kind in MARKED or path in homes)

    def highlighted(self, html: str, path: str) -> tuple[str, set[str]]:
        """The text of a page with its annotated words marked, and the ids that this brings."""
        annotating = self.recorder.annotating
        return annotating.highlighted(html, path), annotating.addresses(path)

    def fill(self, html: str, path: str, link: Callable[[str], str]) -> str:
        """The text of a page, once all pages are read; `link` leads to a file of the site."""
        # (each feature that needs all pages fills its places here)
        html = self.recorder.annotating.parallel.fill(html, path)
        return self.recorder.glossing.fill(html, path, lambda page: link(self.urls[page]))

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
        annotated = self.recorder.annotating.by_page
        return made | {file_of(path): "{}\n" for path in annotated}  # (see late_files)

    def late_files(self, built: Callable[[str], str]) -> dict[str, str]:
        """Path -> content of files that need finished pages; `built` reads the page at an address.

        Until then something stands in their place, so that MkDocs finds what pages link to.
        """
        recorder = self.recorder
        glossing, annotating = recorder.glossing, recorder.annotating
        works, timeline = recorder.library.entries, annotating.timeline
        names = Names(works, glossing.glossary, timeline, self.full)
        return {
            file_of(path): annotation_page(
                path, glossing.names[path], placed, names, built(self.urls[path])
            )
            for path, placed in annotating.placed.items()
            if path in annotating.by_page
        }

    # --- problems ---------------------------------------------------------------------------------

    def all_problems(self) -> list[Problem]:
        """Every problem of the build, once."""
        recorder = self.recorder
        annotating = recorder.annotating
        found = [
            *recorder.glossing.problems(),
            *annotating.problems,
            *annotating.parallel.problems(),
        ]
        return [*self.problems, *recorder.problems, *found]

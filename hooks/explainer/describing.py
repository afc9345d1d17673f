"""The pages of one build as machines and citing readers meet them: one place where it all joins.

`Site` asks it for the head, the JSON-LD, the section of citations and the files of a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .citedpages import blocks_of, files_of, links_of, section_of, term_of
from .citing import Section
from .glossing import Glossing
from .linkeddata import Data, linked_data
from .linkeddatasets import GLOSSARY, Dataset, dataset_node
from .linkedterms import mention, term_nodes
from .linkedworks import article_nodes, cited
from .metadata import Element, File, head, missing, robots
from .model import Problem
from .notebook import Notebook
from .pagerecord import PageRecord, Pages, published_of

_KNOWN_AS_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_TIMES = ("<time", 'class="ex-sample"')
"""What tells that a page holds dates, or will when it is finished."""

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")

CODES = {
    "published-date": (
        "is no date of publication",
        "write a year, a month or a day: 2022-08-30",
    ),
    "unknown-lesson": (
        "looks like the id of a term, but there is no such term",
        "correct the id, or say it in words",
    ),
}
"""code -> cause, remedy; both are errors."""


@dataclass(frozen=True, slots=True)
class Describing:
    """Everything that is said about pages, from their records and the glossary."""

    pages: Pages
    glossing: Glossing
    notebooks: Mapping[str, Notebook]
    timeline: Dataset | None = None  # its data for download

    # --- for people -------------------------------------------------------------------------------

    def sections(self, path: str, link: Callable[[str], str]) -> Iterator[Section]:
        """How to cite a page, where it is something to cite."""
        record = self.pages.record(path)
        blocks = blocks_of(record, term_of(self.glossing.glossary, path))
        if blocks:
            yield section_of(record, blocks, self._paragraphs(path), link)

    def _paragraphs(self, path: str) -> Sequence[str]:
        """The numbers of the paragraphs of an article."""
        anchors = [passage.anchor for passage in self.glossing.passages.get(path, [])]
        numbers = [a.removeprefix("p-") for a in anchors if a.startswith("p-")]
        return list(dict.fromkeys(numbers))

    # --- for machines -----------------------------------------------------------------------------

    def head(self, path: str, html: str) -> list[Element]:
        """The tags for the head of a page with this text; without a path, of the 404 page."""
        if not path:
            return missing()
        record = self.pages.record(path)
        return head(record, self._links(record), times=any(mark in html for mark in _TIMES))

    def _links(self, record: PageRecord) -> list[File]:
        return links_of(record, self.pages.full)

    def linked_data(self, path: str, more: Sequence[Data] = ()) -> str:
        """The JSON-LD of a page; `more` are nodes that other features have for it."""
        record, glossary = self.pages.record(path), self.glossing.glossary
        to, language = self.pages.full, record.language

        def named(term: str) -> Data | None:
            return mention(term, glossary, language, to)

        used = dict.fromkeys(use.term for use in self.glossing.uses if use.page == path)
        mentions = [node for node in map(named, used) if node]
        main = [
            *term_nodes(path, glossary, record.description, to),
            *article_nodes(record, cited(self.notebooks.get(path)), mentions),
        ]
        data = [dataset_node(d, language, record.root, to) for d in self._datasets(record)]
        return linked_data(
            record, main, [*data, *more], lambda t: mention(t, glossary, language, to)
        )

    def _datasets(self, record: PageRecord) -> Iterator[Dataset]:
        """The data that a page offers or tells about."""
        if self.glossing.glossary.terms and record.kind in ("about", "glossary"):
            yield GLOSSARY
        if self.timeline and record.kind in ("about", "timeline"):
            yield self.timeline
        # (other data for download join here)

    # --- files and problems -----------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """robots.txt, and the citations of pages as files."""
        made = {"robots.txt": robots(self.pages.full("sitemap.xml"))}
        for path in self.pages.fronts:
            record = self.pages.record(path)
            made |= files_of(record, blocks_of(record, term_of(self.glossing.glossary, path)))
        return made

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the front matter that describes pages."""
        for path, front in self.pages.fronts.items():
            yield from _faults(path, front, self.glossing.glossary.terms)


def _faults(path: str, front: Mapping[str, Any], terms: Mapping[str, object]) -> Iterator[Problem]:
    published, learning = published_of(front), front.get("learning")
    if published and not _DAY.fullmatch(published):
        yield _problem("published-date", path, f"published: {published}")
    taught = learning.get("teaches") or () if isinstance(learning, Mapping) else ()
    for item in map(str, taught):
        if _KNOWN_AS_ID.fullmatch(item) and item not in terms:
            yield _problem("unknown-lesson", path, item)


def _problem(code: str, path: str, quote: str) -> Problem:
    cause, remedy = CODES[code]
    return Problem(code, "error", path, "front matter", quote, cause, remedy)

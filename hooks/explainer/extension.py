"""ONE Markdown extension; its processors rewrite the tree in the order of this table.

| priority | processor | why there |
|---|---|---|
| 5.9 | paragraphs | after inline (20) and attr_list (8), before anchors are collected (5) |
| 5.8 | notes | places in back-links are named after the paragraphs |
| 5.75 | entries | what data say: terms, timeline, game, notes on an article, claims |
| 5.7 | citations | keys in notes too, so after the notes; their list stands before the notes |
| 5.6 | terms | last of all, so that nothing made before is marked |

Ids added at 5 or below would be unknown to MkDocs' check of anchors.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .annotating import Annotating
from .bibliography import Bibliography
from .citekeys import Cited, lead_to, rewrite_citations
from .claims import fill_claims
from .gameviews import fill_game
from .glossing import Glossing
from .library import Library
from .model import Problem
from .notebook import Notebook
from .pagenotes import rewrite_notes
from .paragraphs import number_paragraphs
from .timeline import Timeline
from .timelinepage import fill_timeline
from .timelinestrip import fill_strips
from .worksviews import add_works, is_long, works_elsewhere, works_section


@dataclass(frozen=True, slots=True)
class PageInfo:
    """The page being rendered: its source path, language and kind from the front matter."""

    path: str = ""
    language: str = "id"
    kind: str = "page"
    marked: bool = False  # whether the terms of the glossary are marked in it
    references: str = ""  # how it links to the page that lists all works, if there is one


@dataclass(slots=True)
class Recorder:
    """What the pages of one build hold and lack, in the order in which they were rendered."""

    library: Library = field(default_factory=Library)
    works: Bibliography = field(init=False)  # the library as it is named and printed
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    cited: dict[str, Cited] = field(default_factory=dict)
    glossing: Glossing = field(default_factory=Glossing)
    timeline: Timeline = field(default_factory=Timeline)
    annotating: Annotating = field(default_factory=Annotating)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.works = Bibliography(self.library)


def prose(text: str) -> list[Element]:
    """Markdown of a data file as elements: blocks with emphasis and links; HTML stays text.

    Citations by key stay as typed: the step for citations finds them once the elements stand in
    the tree of a page.
    """
    md = Markdown()
    for name in ("html", "entity"):  # both would leave their text in a stash that is thrown away
        md.inlinePatterns.deregister(name)
    root = Element("div")
    md.parser.parseChunk(root, text)
    md.treeprocessors["inline"].run(root)
    return list(root)


class ExplainerExtension(Extension):
    """Resolves footnotes and numbers paragraphs; set `page` before each page is rendered."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self.recorder = recorder
        self.page = PageInfo()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Register the processors of the table above."""
        for name, priority, step in (
            ("ex-paragraphs", 5.9, self._paragraphs),
            ("ex-notes", 5.8, self._notes),
            ("ex-entries", 5.75, self._entries),
            ("ex-citations", 5.7, self._citations),
            ("ex-terms", 5.6, self._terms),
        ):
            md.treeprocessors.register(_Step(md, step), name, priority)

    def _paragraphs(self, root: Element, _md: Markdown) -> None:
        if self.page.kind == "article":
            number_paragraphs(root)

    def _notes(self, root: Element, md: Markdown) -> None:
        page = self.page
        found = rewrite_notes(
            root, page.language, self.recorder.library, md.htmlStash.rawHtmlBlocks
        )
        if found.book:
            self.recorder.notebooks[page.path] = found.book
        self.recorder.problems += [p.on(page.path) for p in found.problems]

    def _citations(self, root: Element, md: Markdown) -> None:
        page = self.page
        cited = rewrite_citations(root, page.language, self.recorder.works)
        self.recorder.annotating.parallel.settle(page.path, md.htmlStash.rawHtmlBlocks)
        section = self._works(root, cited)
        if section is not None:
            add_works(root, section)
        self.recorder.cited[page.path] = cited
        self.recorder.problems += [p.on(page.path) for p in cited.problems]

    def _works(self, root: Element, cited: Cited) -> Element | None:
        """The works of the page, or where they are listed."""
        page, works = self.page, self.recorder.works
        if page.references and is_long(cited):
            lead_to(root, page.references)
            return works_elsewhere(cited, page.language, page.references)
        term = self.recorder.glossing.glossary.by_path.get(page.path)
        return works_section(cited, page.language, works, term.works if term else ())

    def _entries(self, root: Element, md: Markdown) -> None:
        page, held = self.page, self.recorder
        held.glossing.complete(root, page.path)
        glossary = held.glossing.glossary
        fill_timeline(root, held.timeline, glossary, page.path, page.language, prose)
        fill_strips(root, held.timeline, page.path, page.language, page.kind)
        claims = fill_claims(root, held.annotating.by_page, page.path, page.language)
        found = [*fill_game(root, page.language), *claims]
        held.problems += [problem.on(page.path) for problem in found]
        if self.page.kind == "article":
            held.annotating.complete(root, page.path, md.htmlStash.rawHtmlBlocks)

    def _terms(self, root: Element, md: Markdown) -> None:
        if self.page.marked:
            self.recorder.glossing.mark(
                root, self.page.path, self.page.kind, md.htmlStash.rawHtmlBlocks
            )


class _Step(Treeprocessor):
    def __init__(self, md: Markdown, step: Callable[[Element, Markdown], None]) -> None:
        super().__init__(md)
        self.step = step

    def run(self, root: Element) -> None:
        self.step(root, self.md)

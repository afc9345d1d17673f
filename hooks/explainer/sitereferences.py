"""The references of one site, once all its pages are read: their page, their lines, their files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .bilingual import LANGUAGES, folder_of, language_of
from .downloads import Download
from .extension import Recorder
from .glossarydata import LICENCE
from .linkstate import Checked
from .notesexport import PATH as NOTES
from .notesexport import SCHEMA as NOTES_SCHEMA
from .notesexport import Article, notes_files
from .references import Mentions, gather
from .refsexport import FORMATS, WHOLE, page_path, works_files
from .refsviews import PLACE, ReferencesPage, Shelf, file_link, files_line
from .refwords import REFS

EMPTY_LINE = '<p class="ex-works__files"></p>'
"""Where a list of works has room for its downloads; see `worksviews`."""

_NOTES = re.compile(r'<section [^>]*class="ex-notes"')
_TITLE = {"id": "Karya yang dikutip", "en": "Works cited"}

DOWNLOADS = (
    Download(WHOLE["CSL-JSON"], _TITLE, "CSL-JSON", WHOLE["JSON Schema"], LICENCE),
    Download(WHOLE["BibTeX"], _TITLE, "BibTeX", licence=LICENCE),
    Download(WHOLE["RIS"], _TITLE, "RIS", licence=LICENCE),
    Download(
        NOTES,
        {"id": "Catatan kaki yang sudah ditelusuri", "en": "Footnotes, resolved"},
        "JSON",
        NOTES_SCHEMA,
    ),
)


@dataclass(frozen=True, slots=True)
class Pages:
    """What is known of the pages: front matter, path inside the site, full address of a path."""

    fronts: Mapping[str, Mapping[str, object]]
    urls: Mapping[str, str]
    address: Callable[[str], str]

    def title(self, path: str) -> str:
        """The title of a page."""
        return str(self.fronts.get(path, {}).get("title") or path)

    def articles(self) -> list[str]:
        """The pages that are articles."""
        return [path for path, front in self.fronts.items() if front.get("kind") == "article"]


class SiteReferences:
    """Made when the last page has been read."""

    def __init__(self, recorder: Recorder, pages: Pages, checks: Mapping[str, Checked]) -> None:
        self.recorder = recorder
        self.pages = pages
        glossary, known = recorder.glossing.glossary, recorder.works.sources
        found = gather(recorder.notebooks, recorder.cited, glossary)
        self.mentions: Mentions = {key: found[key] for key in found if key in known}
        self.cited: dict[str, list[str]] = {}  # page -> the works it cites, as lists sort them
        for key in recorder.works.ordered(self.mentions):
            for page in dict.fromkeys(mention.page for mention in self.mentions[key]):
                self.cited.setdefault(page, []).append(key)
        self.shelf = Shelf(recorder.works, self.mentions, self._names(), checks)

    def _names(self) -> dict[str, str]:
        """Short names of pages: the home, the only article of a language."""
        names = {path: self.pages.title(path) for path in self.pages.fronts}
        for language in LANGUAGES:
            names[f"{folder_of(language)}index.md"] = REFS[language]["home"]
            articles = [p for p in self.pages.articles() if language_of(p) == language]
            if len(articles) == 1:
                names[articles[0]] = REFS[language]["article"]
        return names

    # --- pages ------------------------------------------------------------------------------------

    def fill(self, html: str, path: str, link: Callable[[str], str]) -> str:
        """The list, where a page asks for it; the downloads of what the page cites."""
        if PLACE in html:
            made = ReferencesPage(self.shelf, language_of(path), self._link(link)).html()
            return html.replace(PLACE, made, 1)
        line = self._line(path, link)
        if EMPTY_LINE in html or not line:
            return html.replace(EMPTY_LINE, line, 1)
        notes = _NOTES.search(html)
        end = html.find("</section>", notes.start()) if notes else -1
        return f"{html[:end]}{line}{html[end:]}" if end >= 0 else html

    def _link(self, link: Callable[[str], str]) -> Callable[[str], str]:
        """From a page to another one, by its source path, or to a file."""
        return lambda path: link(self.pages.urls.get(path, path))

    def _line(self, path: str, link: Callable[[str], str]) -> str:
        if path not in self.cited:
            return ""
        url = self.pages.urls[path]
        links = [file_link(link(page_path(url, name)), name) for name in FORMATS]
        return files_line(REFS[language_of(path)]["get-page"], links)

    # --- files ------------------------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """Path -> content of every file made from what the pages say."""
        works, library = self.recorder.works, self.recorder.library
        entries = [library.entries[key] for key in works.ordered(self.mentions)]
        pages = {self.pages.urls[page]: keys for page, keys in self.cited.items()}
        files = works_files(entries, pages, self.pages.address)
        return files | notes_files(self._articles(), self.pages.address)

    def _articles(self) -> list[Article]:
        books = self.recorder.notebooks
        return [
            Article(path, self.pages.address(path), self.pages.title(path), books[path])
            for path in self.pages.articles()
            if path in books
        ]

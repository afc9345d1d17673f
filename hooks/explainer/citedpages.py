"""What of a page is cited, and in which files: the records behind the sections of citations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .citable import Citable, Original
from .citefiles import FORMATS, file_of
from .citewords import CITE
from .citing import Block, Section, cite_section
from .linkeddatasets import media_of
from .metadata import File
from .pagerecord import CITED, PageRecord
from .terms import Glossary


def blocks_of(record: PageRecord, term_id: str = "") -> list[Block]:
    """What a reader may cite of a page; nothing for pages that nobody cites."""
    if record.kind not in CITED:
        return []
    if record.kind == "article":
        return _article(record)
    kind = "term" if record.kind == "term" else "page"
    return [Block(_page(record, kind, f"{term_id or _stem(record)}-{record.language}"))]


def section_of(
    record: PageRecord,
    blocks: Sequence[Block],
    paragraphs: Sequence[str],
    link: Callable[[str], str],
) -> Section:
    """The section below a page; `link` leads from it to a file of the site."""
    words = CITE[record.language]
    unnamed = record.kind == "article" and record.origin
    remark = words["unnamed"].format(site=record.origin.site) if unnamed and record.origin else ""
    files = {name: link(path) for name, path in _paths(record).items()}
    return cite_section(record.kind, blocks, files, paragraphs, remark)


def files_of(record: PageRecord, blocks: Sequence[Block]) -> dict[str, str]:
    """Path -> content of the files of a page."""
    cited = [block.cited for block in blocks]
    return {path: file_of(cited, name) for name, path in _paths(record).items()} if cited else {}


def links_of(record: PageRecord, full: Callable[[str], str]) -> list[File]:
    """The same files as the head of the page names them."""
    if record.kind not in CITED:
        return []
    return [File(full(path), media_of(path), name) for name, path in _paths(record).items()]


def _paths(record: PageRecord) -> Mapping[str, str]:
    """Name of a format -> path of its file, beside the page."""
    page = record.url.removeprefix(record.root).removesuffix("index.html")
    folder = page.replace(".html", "/")  # a page that is a file has a folder of its name
    name = CITE[record.language]["file"]
    return {label: f"{folder}{name}.{end}" for label, end in FORMATS.items()}


def _article(record: PageRecord) -> list[Block]:
    """A translation and its original; or the text as it first appeared, and our edition of it."""
    words, origin, source = CITE[record.language], record.origin, record.source
    own = _page(record, "page", f"{_stem(record)}-{record.language}")
    if source and origin:
        published = words["published"].format(site=origin.site)
        return [Block(own, words["translated"]), Block(_original(record), published)]
    if source or not origin:
        return [Block(own)]
    published = words["published"].format(site=origin.site)
    return [Block(_original(record), published), Block(own, words["edition"])]


def _page(record: PageRecord, kind: str, key: str) -> Citable:
    """The page itself, which carries no date."""
    source, origin = record.source, record.origin
    original = (
        Original(source.title, source.language, origin.site, origin.published)
        if source and origin
        else None
    )
    return Citable(
        "term" if kind == "term" else "page",
        key,
        record.title,
        record.url,
        record.language,
        record.site,
        sentence=record.sentence,
        original=original,
    )


def _original(record: PageRecord) -> Citable:
    """The text as it first appeared, at the address where it can be read here."""
    origin, source = record.origin, record.source
    return Citable(
        "article",
        (origin.key if origin else "") or _stem(record),
        source.title if source else record.title,
        source.url if source else record.url,
        record.language,
        origin.site if origin else record.site,
        issued=origin.published if origin else "",
        sentence=source.sentence if source else record.sentence,
        title_language=source.language if source else "",
    )


def _stem(record: PageRecord) -> str:
    """The name of the file of a page."""
    return record.path.rpartition("/")[2].removesuffix(".md")


def term_of(glossary: Glossary, path: str) -> str:
    """The id of the term that a page explains, or nothing."""
    term = glossary.by_path.get(path)
    return term.id if term else ""

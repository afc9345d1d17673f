"""A Source in words for a reader, as runs of text: the extension turns runs into elements."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Source
from .words import WORDS, date_words


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: plain, a title ("cite"), and perhaps a link or a language of its own."""

    text: str
    tag: str = ""
    href: str = ""
    lang: str = ""


def source_runs(source: Source, language: str) -> list[Run]:
    """Author, “title”, container, date, publisher, as far as they are known."""
    authors = author_words(source, language)
    details = ", ".join(d for d in _details(source, language) if d)
    runs = [Run(f"{authors}, ")] if authors else []
    runs += _title(source, language)
    if details:
        runs.append(Run(f", {details}" if source.title else details))
    return runs or [Run(source.text, lang=foreign(source, language))]


def foreign(source: Source, language: str) -> str:
    """The language of a source when it is another one than the page's, else nothing."""
    return source.language if source.language != language else ""


def author_words(source: Source, language: str) -> str:
    """The authors in reading order, joined as the language joins them."""
    names = [n.full for n in source.authors if n.full]
    words = WORDS[language]
    if source.et_al and names:
        return f"{', '.join(names)} {words['et-al']}"
    if len(names) > 2:
        return f"{', '.join(names[:-1])}, {words['and']} {names[-1]}"
    return f" {words['and']} ".join(names)


def _title(source: Source, language: str) -> list[Run]:
    if not source.title:
        return []
    if source.title_basis:
        return [Run(bracketed(source, language), "", address(source), title_lang(source, language))]
    title = Run(source.title, "cite", address(source), foreign(source, language))
    if source.type in ("book", "report", "thesis") and not source.container:
        return [title]
    words = WORDS[language]
    return [Run(words["open"]), title, Run(words["shut"])]


def bracketed(source: Source, language: str) -> str:
    """A title that is not the work's own words, in square brackets as style manuals ask."""
    return f"[{described(source, language)}]"


def described(source: Source, language: str) -> str:
    """The title, or our description of the work in the language of the page."""
    return source.title_id if language == "id" and source.title_id else source.title


def title_lang(source: Source, language: str) -> str:
    """The language of the printed title when it is another one than the page's, else nothing."""
    if source.title_basis != "described":
        return foreign(source, language)
    return "en" if language == "id" and not source.title_id else ""


def address(source: Source) -> str:
    """Where the source can be read: its DOI before its web address."""
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def _details(source: Source, language: str) -> list[str]:
    words = WORDS[language]
    publisher = ": ".join(p for p in (source.place, source.publisher) if p)
    return [
        source.container,
        words["volume"].format(v=source.volume) if source.volume else "",
        words["issue"].format(i=source.issue) if source.issue else "",
        "" if source.container else publisher,
        date_words(source.issued, language) if source.issued else "",
    ]

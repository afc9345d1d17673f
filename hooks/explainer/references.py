"""Who cites which work: the places of a whole site, gathered once all pages are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .bilingual import language_of
from .citekeys import Cited
from .notebook import Notebook
from .terms import Glossary
from .words import WORDS

KEY_WORK = {"id": "karya kunci", "en": "key work"}
"""How a term's key work is named among the places that cite it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that cites a work: page, id to jump to, name of the place; in the page's language."""

    page: str
    anchor: str
    place: str

    @property
    def language(self) -> str:
        """The language of the page."""
        return language_of(self.page)


Mentions = dict[str, list[Mention]]
"""Key of a work -> the places that cite it."""


def gather(
    notebooks: Mapping[str, Notebook], cited: Mapping[str, Cited], glossary: Glossary
) -> Mentions:
    """The places of every cited work; of places with one name on a page, the first."""
    found: dict[str, dict[tuple[str, str], Mention]] = {}
    for key, mention in _all(notebooks, cited, glossary):
        found.setdefault(key, {}).setdefault((mention.page, mention.place), mention)
    return {key: list(places.values()) for key, places in found.items()}


def _all(
    notebooks: Mapping[str, Notebook], cited: Mapping[str, Cited], glossary: Glossary
) -> Iterator[tuple[str, Mention]]:
    for page, book in notebooks.items():
        yield from of_notes(page, book)
    for page, found in cited.items():
        for citing in found.citings:
            yield citing.key, Mention(page, citing.id, citing.place)
        yield from _key_works(page, {c.key for c in found.citings}, glossary)


def of_notes(page: str, book: Notebook) -> Iterator[tuple[str, Mention]]:
    """The works to which the notes of a page lead, each with its note."""
    word = WORDS[language_of(page)]["trail-note"]
    for note in book.notes:
        citation = book.citations[note.number]
        keys = {book.key(part, k) for k, part in enumerate(citation.parts, 1)}
        for key in sorted(keys | {book.key(citation)} - {""}):
            if key:
                yield key, Mention(page, f"fn:{note.label}", word.format(n=note.number))


def _key_works(page: str, cited: set[str], glossary: Glossary) -> Iterator[tuple[str, Mention]]:
    """The key works of a term that its page lists and does not cite."""
    term = glossary.by_path.get(page)
    for key in term.works if term else ():
        if key not in cited:
            yield key, Mention(page, f"ref-{key}", KEY_WORK[language_of(page)])

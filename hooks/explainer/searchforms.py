"""Word forms for the search, made at build time: what the reader types finds what the page says.

The theme's search compares the beginnings of words and has no Indonesian stemmer. So each document
of its index gets two more fields that no reader sees: `forms` (relatives of the words in its text)
and `names` (relatives and other names of its title). A stemmer is handed in; all is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from typing import Any, TypeAlias

from .terms import Glossary

Stem: TypeAlias = Callable[[str], str]
"""A stemmer: the root of one lower-case word."""

Doc: TypeAlias = Mapping[str, Any]
"""One document of the theme's index: a page before its first heading, or a section."""

SHORTEST = 3
"""Shorter words have no relatives."""

RARE = 12
"""A family found in more documents than this is added to whole pages only, not to sections."""

FEW = 20
"""Of a family on more pages than this, and on a third of all, only the root is added."""

_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLITIC = re.compile(r"(?:nya|lah|kah|pun)$")
_NASAL = re.compile(r"(?:me|pe)(ny|ng|n)[aiueo]")
_LOST = {"n": "t", "ng": "k"}


@dataclass(frozen=True, slots=True)
class Wordlist:
    """What authors know better than the stemmer: roots of words, and names of the same thing."""

    roots: Mapping[str, str] = field(default_factory=dict)  # word -> root
    synonyms: tuple[tuple[tuple[str, ...], ...], ...] = ()  # groups of phrases of words


def read_wordlist(data: Mapping[str, Any]) -> Wordlist:
    """One language of docs/_data/forms.yml."""
    roots = data.get("roots") or {}
    groups = data.get("synonyms") or ()
    return Wordlist(
        {word.lower(): root for root, words in roots.items() for word in (root, *words)},
        tuple(tuple(tuple(words_of(phrase)) for phrase in group) for group in groups),
    )


def words_of(text: str) -> list[str]:
    """The words of a text or of its HTML, in lower case, without signs and tags."""
    return _WORD.findall(unescape(_TAG.sub(" ", text)).lower())


def names_of_terms(glossary: Glossary, language: str) -> dict[str, list[str]]:
    """By what other names the pages of terms are looked for: their spellings, other languages'."""
    return {
        face.path: [*face.forms, *(other.name for other in term.faces.values() if other != face)]
        for term, face in glossary.listed(language)
    }


class Families:
    """The words of one language, gathered by their roots."""

    def __init__(self, words: Iterable[str], stem: Stem, wordlist: Wordlist) -> None:
        known = {word for word in words if len(word) >= SHORTEST and _LETTERS.fullmatch(word)}
        stems = {word: wordlist.roots.get(word) or stem(word) for word in sorted(known)}
        attested = {root for word, root in stems.items() if not _NASAL.match(word)}
        self._roots = {
            word: root if word in wordlist.roots else whole_root(word, root, attested)
            for word, root in stems.items()
        }
        self._members: dict[str, set[str]] = defaultdict(set)
        for word, root in self._roots.items():
            self._members[root] |= {_bare(word, known)} | (
                {root} if len(root) >= SHORTEST else set()
            )

    def roots(self, words: Iterable[str]) -> set[str]:
        """The roots of those words that have any."""
        return {self._roots[word] for word in words if word in self._roots}

    def words(self, roots: Iterable[str]) -> set[str]:
        """Those of the roots that are words by themselves."""
        return {root for root in roots if self._roots.get(root) == root and len(root) >= SHORTEST}

    def relatives(self, roots: Iterable[str]) -> set[str]:
        """Every word of these families, with their roots."""
        return set[str]().union(*(self._members.get(root, ()) for root in roots))


def _bare(word: str, known: set[str]) -> str:
    """The word without a clitic, if it stands without it elsewhere: nobody searches for -nya."""
    bare = _CLITIC.sub("", word)
    return bare if bare in known else word


def whole_root(word: str, root: str, attested: set[str] | frozenset[str]) -> str:
    """The root with the first sound that a nasal prefix took from it, if other words show it.

    *Meninggalkan* hides the t of *tinggal*, *mengirim* the k of *kirim*.
    """
    nasal = _NASAL.match(word)
    if not nasal or root in attested:
        return root
    sound = nasal[1]
    whole = "ny" + root[1:] if sound == "ny" else _LOST[sound] + root
    return whole if whole in attested else root


def with_forms(
    docs: Sequence[Doc],
    stem: Stem,
    wordlist: Wordlist,
    names: Mapping[str, Sequence[str]] | None = None,
) -> list[dict[str, Any]]:
    """The documents, each with the forms and names by which a reader may look for it.

    `names` are further names of pages, by their location in the index.
    """
    said = [_Said.of(doc, (names or {}).get(doc["location"], ())) for doc in docs]
    families = Families({word for one in said for word in one.all}, stem, wordlist)
    places = [doc["location"] for doc in docs]
    wanted = telling_roots(places, [families.roots(one.text) for one in said])
    there = gathered(places, [one.text for one in said])  # on the page, sections included
    return [
        {**doc, **_boost(doc, one), **_fields(one, families, telling, wordlist, known)}
        for doc, one, telling, known in zip(docs, said, wanted, there, strict=True)
    ]


def gathered(places: Sequence[str], found: Sequence[Iterable[str]]) -> list[set[str]]:
    """For each document what it holds; for a page what its sections hold as well."""
    pages: dict[str, set[str]] = defaultdict(set)
    for place, part in zip(places, found, strict=True):
        pages[place.partition("#")[0]].update(part)
    return [
        set(part) if "#" in place else pages[place]
        for place, part in zip(places, found, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Telling:
    """The roots in one document that are worth adding: with their families, or by themselves."""

    families: set[str]
    alone: set[str]


def telling_roots(places: Sequence[str], roots: Sequence[set[str]]) -> list[Telling]:
    """For each document, what is worth adding of the roots that it holds.

    Rare families are added to the section, others to its page; of those on most pages the root.
    """
    whole = gathered(places, roots)
    pages = [page if "#" not in place else set() for place, page in zip(places, whole, strict=True)]
    number = Counter(root for found in roots for root in found)
    spread = Counter(root for page in pages for root in page)
    rare = {root for root in number if number[root] <= RARE}
    limit = max(FEW, sum(map(bool, pages)) // 3)
    usual = {root for root in spread if spread[root] <= limit} - rare
    return [
        Telling(found & rare | page & usual, page - usual - rare)
        for found, page in zip(roots, pages, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of one document, in their order; an empty word stands between two phrases."""

    title: list[str]  # of a page; nothing for a section
    names: list[str]  # other names of the page
    text: list[str]  # for a section with its heading

    @property
    def all(self) -> list[str]:
        return [*self.title, *self.names, *self.text]

    @classmethod
    def of(cls, doc: Doc, names: Iterable[str]) -> _Said:
        title, text = words_of(doc["title"]), words_of(doc["text"])
        if "#" in doc["location"]:
            return cls([], [], [*title, "", *text])
        return cls(title, [word for name in names for word in ("", *words_of(name))], text)


def _boost(doc: Doc, one: _Said) -> dict[str, float]:
    """Of pages with the same word in their titles the one with the shortest title comes first."""
    given = float(doc.get("boost", 1))
    return {"boost": round(given * (1 + 0.25 / len(one.title)), 3)} if one.title else {}


def _fields(
    one: _Said, families: Families, telling: Telling, wordlist: Wordlist, known: set[str]
) -> dict[str, str]:
    kin = families.relatives(telling.families) | families.words(telling.alone)
    forms = kin | synonyms_of(one.text, wordlist)
    named = [*one.title, *one.names]
    relatives = families.relatives(families.roots(named))
    names = {*one.names, *relatives, *synonyms_of(one.title, wordlist)}
    made = {"forms": _joined(forms, known), "names": _joined(names, one.title)}
    return {name: text for name, text in made.items() if text}


def synonyms_of(words: Sequence[str], wordlist: Wordlist) -> set[str]:
    """The words of all names of what is named here by one of them."""
    line = f" {' '.join(words)} "
    groups = (
        group
        for group in wordlist.synonyms
        if any(f" {' '.join(phrase)} " in line for phrase in group)
    )
    return {word for group in groups for phrase in group for word in phrase}


def _joined(words: Iterable[str], known: Iterable[str]) -> str:
    """The words worth adding: none that begins another one, since a search finds beginnings."""
    there = set(known)
    listed = [*sorted({*words, *there} - {""}), ""]
    longest = (word for word, after in pairwise(listed) if not after.startswith(word))
    return " ".join(word for word in longest if word not in there)

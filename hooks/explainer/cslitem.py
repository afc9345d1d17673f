"""A work as the style prints it best: its CSL variables, mended for print, title by title.

What is mended, and why: a style made for American law (Bluebook) would print a resolution without
the body that adopted it; a reference work without address is left out of lists; a title that is not
the work's own must stand in brackets without quotation marks; capitals stay as the work has them.
What nobody has verified is not there: a missing year says so itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from .csljson import name_parts
from .cslnames import DATES, ROLES
from .cslstyle import SUFFIX
from .issued import csl_date, read_issued
from .library import Entry
from .printed import bracketed, foreign, title_lang

UNSEEN = {
    "issued": {"id": "[tahun belum kami pastikan]", "en": "[year not verified by us]"},
    "title": {"id": "[judul belum kami pastikan]", "en": "[title not verified by us]"},
}
"""What stands where the style would say "no date", or nothing."""

_KEPT = (
    "type container-title collection-title collection-number volume issue page number genre "
    "publisher publisher-place edition original-title DOI URL"
).split()
"""Variables that the style may print; notes, archives and the like have places of their own."""

_TITLES = ("container-title", "collection-title", "original-title")
_REPORTS = ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty")
"""Types that the style prints by the rules of the Bluebook."""

_GENRES = {
    "arms control series": "Seri pengendalian senjata",
    "draft resolution": "Rancangan resolusi",
    "inaugural lecture": "Pidato pengukuhan",
    "judgment": "Putusan",
    "online series": "Seri daring",
    "phd thesis": "Disertasi doktor",
    "resolution": "Resolusi",
    "working paper": "Kertas kerja",
}
"""What a work calls itself, in Indonesian; the rest stays as it is."""

_REVIEW = {"id": "Ulasan buku", "en": "Book review"}
_EDITION = re.compile(r"(\d+)(?:st|nd|rd|th) ed\.?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a work: nothing changes their capitals, and they may have their own language.

    A bare one stands without quotation marks and without italics.
    """

    text: str
    lang: str = ""
    is_bare: bool = False


Value: TypeAlias = "str | Phrase | list[dict[str, Any]] | dict[str, Any]"
Item: TypeAlias = dict[str, Value]


def for_print(entry: Entry, language: str, suffix: str = "") -> Item:
    """The variables of a work for its entry in a list in this language."""
    values = entry.item
    lang = foreign(entry.source, language)
    item: Item = {key: str(values[key]) for key in _KEPT if values.get(key)}
    item |= {key: Phrase(str(values[key]), lang) for key in _TITLES if values.get(key)}
    item |= {key: [name_parts(who) for who in values[key]] for key in ROLES if values.get(key)}
    item |= _dates(entry, language) | {"id": entry.id, SUFFIX: suffix}
    item |= _type(values, language) | {"title": _title(entry, language, lang)}
    if language == "id":
        item |= _in_indonesian(values)
    return {key: value for key, value in item.items() if value}


def _in_indonesian(values: Mapping[str, Any]) -> Item:
    """Words of an entry that are ours to translate."""
    genre = str(values.get("genre") or "")
    known = _GENRES.get(genre.lower())
    edition = _EDITION.fullmatch(str(values.get("edition") or ""))
    made: Item = {"genre": known} if known else {}
    return made | ({"edition": f"ed. ke-{edition[1]}"} if edition else {})


def _dates(entry: Entry, language: str) -> Item:
    made: Item = {}
    for key in DATES:
        issued = read_issued(str(entry.item.get(key) or ""))
        if issued:
            made[key] = csl_date(issued)
    if "issued" in entry.unverified:
        made["status"] = UNSEEN["issued"][language]
    return made


def _type(values: Mapping[str, Any], language: str) -> Item:
    """The type by whose rules a work is printed, and what that needs."""
    name = str(values.get("type") or "document")
    if name in _REPORTS:
        court = str(values.get("authority") or "")
        return {"type": "report", **({"author": [{"literal": court}]} if court else {})}
    if name.startswith("review"):
        kind = "article-magazine" if values.get("container-title") else "webpage"
        return {"type": kind, "genre": _REVIEW[language]}
    if name == "article":  # the style would call it a preprint, which nobody said
        return {"type": "document"}
    return {"type": "webpage" if _is_outside(name, values) else name}


def _is_outside(name: str, values: Mapping[str, Any]) -> bool:
    """Whether the style has no rule: an article in nothing, an unsigned entry without address."""
    if name.startswith("article-"):
        return not values.get("container-title")
    signed = any(values.get(role) for role in ROLES)
    return name.startswith("entry") and not (signed or values.get("URL") or values.get("DOI"))


def _title(entry: Entry, language: str, lang: str) -> Phrase:
    source = entry.source
    if not source.title:
        return Phrase(UNSEEN["title"][language], is_bare=True)
    if source.title_basis:
        return Phrase(bracketed(source, language), title_lang(source, language), is_bare=True)
    return Phrase(source.title, lang)


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)|(?<=\s)'(?=\d\ds?\b)")
_PAIR = re.compile(r"\"([^\"]+)\"|“([^”]+)”|(?<!\w)'([^']+)'(?!\w)|‘([^’]+)’(?!\w)")


def typeset(text: str) -> str:
    """Words with typographic apostrophes; quotations are left to `quotations`."""
    outside = [m.span() for m in _PAIR.finditer(text) if m[3]]
    inner = {k for start, end in outside for k in (start, end - 1)}
    return _APOSTROPHE.sub(lambda m: m[0] if m.start() in inner else "’", text)


def quotations(text: str) -> list[tuple[str, bool]]:
    """The pieces of a title, and which of them stand in quotation marks of any shape."""
    pieces: list[tuple[str, bool]] = []
    done = 0
    for found in _PAIR.finditer(text):
        inside = next(part for part in found.groups() if part)
        pieces += [(text[done : found.start()], False), (inside, True)]
        done = found.end()
    return [piece for piece in [*pieces, (text[done:], False)] if piece[0]]

"""Works as BibTeX for biblatex: one table of types, one of fields, both readable backwards.

Titles stand in double braces, so that no style changes their capitals; so do institutions, so that
no program takes them for persons. A bare year is `year`, which BibTeX of old knows too; everything
else about a date is `date` in EDTF.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .exportdates import edtf, is_year, year

TYPES = {
    "article-journal": ("article", ""),
    "article-newspaper": ("article", "newspaper"),
    "article-magazine": ("article", "magazine"),
    "review": ("review", ""),
    "review-book": ("review", "book"),
    "book": ("book", ""),
    "chapter": ("incollection", ""),
    "paper-conference": ("inproceedings", ""),
    "entry-encyclopedia": ("inreference", ""),
    "entry-dictionary": ("inreference", "dictionary"),
    "entry": ("inreference", "entry"),
    "report": ("report", ""),
    "thesis": ("thesis", ""),
    "webpage": ("online", ""),
    "post-weblog": ("online", "blog"),
    "post": ("online", "post"),
    "manuscript": ("unpublished", ""),
    "article": ("unpublished", "article"),
    "legislation": ("legislation", ""),
    "bill": ("legislation", "bill"),
    "regulation": ("legislation", "regulation"),
    "treaty": ("legal", ""),
    "legal_case": ("jurisdiction", ""),
    "dataset": ("dataset", ""),
    "software": ("software", ""),
    "document": ("misc", ""),
}
"""Type of CSL -> type of biblatex and its `entrysubtype`; every other one is `misc` with its own
name as subtype."""

_FIELDS = {
    "title": "title",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "original-title": "origtitle",
    "collection-title": "series",
    "volume": "volume",
    "page": "pages",
    "genre": "type",
    "edition": "edition",
    "publisher": "publisher",
    "publisher-place": "location",
    "authority": "organization",
    "DOI": "doi",
    "URL": "url",
    "ISBN": "isbn",
    "ISSN": "issn",
    "note": "note",
    "archive_location": "addendum",
    "issued": "date",
    "original-date": "origdate",
    "accessed": "urldate",
    "number": "number",
    "container-title": "howpublished",
}
"""Variable of CSL -> field of biblatex, unless the type has another one for it."""

_JOURNAL = {"container-title": "journaltitle", "issue": "number", "number": "eid"}
_BOOK = {"container-title": "booktitle"}
_INSTITUTION = {"publisher": "institution"}
_OF_TYPE = {
    "article": _JOURNAL,
    "review": _JOURNAL,
    "incollection": _BOOK,
    "inproceedings": _BOOK,
    "inreference": _BOOK,
    "report": _INSTITUTION,
    "thesis": _INSTITUTION,
    "online": {"container-title": "organization", "authority": "institution"},
}

_NAMES = ("author", "editor", "translator")
_DATES = ("issued", "original-date", "accessed")
_VERBATIM = ("DOI", "URL", "archive_location")
_BRACED = ("title", "original-title")

LANGUAGES = {
    "af": "afrikaans",
    "de": "german",
    "en": "english",
    "fr": "french",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
    "uk": "ukrainian",
    "zh": "chinese",
}
"""Our language codes -> the names by which babel and polyglossia know them (`langid`)."""

_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    mark: f"\\{mark}" for mark in "&%$#_{}"
}


def fields_of(entrytype: str) -> dict[str, str]:
    """Variable of CSL -> field, for a type of biblatex."""
    return _FIELDS | _OF_TYPE.get(entrytype, {})


def type_of(csl: str) -> tuple[str, str]:
    """The type of biblatex and its subtype."""
    return TYPES.get(csl, ("misc", csl))


def csl_type(entrytype: str, subtype: str) -> str:
    """The type of CSL that a type of biblatex and its subtype stand for."""
    back = {pair: csl for csl, pair in TYPES.items()}
    return back.get((entrytype, subtype), subtype or "document")


def bibtex(items: Iterable[Mapping[str, Any]]) -> str:
    """Items of CSL-JSON as a BibTeX file in UTF-8."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Mapping[str, Any]) -> str:
    entrytype, subtype = type_of(item["type"])
    names = fields_of(entrytype)
    fields = [("entrysubtype", subtype)] if subtype else []
    for key, value in item.items():
        if key in _DATES:
            fields += _date(names[key], value)
        elif key in names:
            fields.append((names[key], _value(key, value)))
    fields += _language(str(item.get("language") or ""))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{entrytype}{{{item['id']},\n{lines}}}\n"


def _date(name: str, value: Mapping[str, Any]) -> list[tuple[str, str]]:
    if name == "date" and is_year(value):
        return [("year", year(value))]
    return [(name, edtf(value))]


def _value(key: str, value: Any) -> str:  # noqa: ANN401  whatever CSL-JSON holds
    if key in _NAMES:
        return " and ".join(_name(who) for who in value)
    text = str(value)
    if key in _VERBATIM:
        return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    if key == "page":
        return _tex(text.replace("-", "--"))
    return f"{{{_tex(text)}}}" if key in _BRACED else _tex(text)


def _name(who: Mapping[str, str]) -> str:
    """A person as "family, suffix, given"; an institution in braces of its own."""
    family, given = who.get("family", ""), who.get("given", "")
    if not given:
        name = _tex(who.get("literal") or family)
        return f"{{{name}}}" if " " in name or who.get("literal") else name
    return ", ".join(_tex(part) for part in (family, who.get("suffix", ""), given) if part)


def _language(code: str) -> list[tuple[str, str]]:
    if not code:
        return []
    return [("langid", LANGUAGES[code]) if code in LANGUAGES else ("language", _tex(code))]


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(mark, mark) for mark in text)

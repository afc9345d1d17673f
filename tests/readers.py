"""What other programs make of our files: pybtex, rispy, pandoc, and Zotero's rules for COinS."""

from __future__ import annotations

import codecs
import json
import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import latexcodec  # noqa: F401  registers the codec "ulatex"
import pybtex.database
import rispy
from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person

from explainer import bibtex, ris
from explainer.citeproc import _pandoc

# --- BibTeX --------------------------------------------------------------------------------------


def from_bibtex(text: str) -> list[dict[str, Any]]:
    """Items of CSL as pybtex reads them, through our table read backwards."""
    data = pybtex.database.parse_string(text, "bibtex")
    return [_csl(key, entry) for key, entry in data.entries.items()]


def _csl(key: str, entry: pybtex.database.Entry) -> dict[str, Any]:
    fields = dict(entry.fields.items())
    kind = bibtex.csl_type(entry.type, fields.pop("entrysubtype", ""))
    back = {name: csl for csl, name in bibtex.fields_of(entry.type).items()}
    back |= {"year": "issued", "langid": "language", "language": "language"}
    people = {role: [_person(one) for one in persons] for role, persons in entry.persons.items()}
    values = {back[name]: _value(name, value) for name, value in fields.items()}
    return {"id": key, "type": kind, **people, **values}


def _value(name: str, value: str) -> Any:
    if name == "langid":
        return {v: k for k, v in bibtex.LANGUAGES.items()}[value]
    if name in ("year", "date", "origdate", "urldate"):
        return edtf_parts(value)
    if name in ("url", "doi", "addendum"):
        return value
    if name == "translator":  # pybtex knows authors and editors as persons
        return [_person(Person(one)) for one in split_name_list(value)]
    return plain(value.replace("--", "-") if name == "pages" else value)


def plain(tex: str) -> str:
    """Text of LaTeX without its braces."""
    return codecs.decode(re.sub(r"(?<!\\)[{}]", "", tex), "ulatex").replace("\\$", "$")


def _person(person: Any) -> dict[str, Any]:
    first = " ".join([*person.first_names, *person.middle_names])
    last = " ".join([*person.prelast_names, *person.last_names])
    if last.startswith("{") or (not first and " " in last):
        return {"literal": plain(last)}
    parts = {"family": plain(last), "given": plain(first), "suffix": " ".join(person.lineage_names)}
    return {key: value for key, value in parts.items() if value}


def edtf_parts(text: str) -> dict[str, Any]:
    """EDTF as date-parts."""
    circa = "~" in text
    ends = [end for end in text.replace("~", "").split("/") if end != ".."]
    parts = [[int(part) for part in end.split("-")] for end in ends]
    date: dict[str, Any] = {"date-parts": parts + ([[0]] if text.endswith("..") else [])}
    return {**date, "circa": True} if circa else date


# --- RIS -----------------------------------------------------------------------------------------

_RIS = {
    "title": "title",
    "authors": "author",
    "first_authors": "author",
    "subsidiary_authors": "translator",
    "secondary_title": "container-title",
    "tertiary_title": "collection-title",
    "volume": "volume",
    "number": "issue",  # rispy's name for IS
    "note": "number",  # and for M1
    "edition": "edition",
    "publisher": "publisher",
    "place_published": "publisher-place",
    "doi": "DOI",
    "language": "language",
    "type_of_work": "genre",
    "accession_number": "archive_location",
}


def from_ris(text: str) -> list[dict[str, Any]]:
    """Records as rispy reads them, by the variables of CSL."""
    return [_from_record(record) for record in rispy.loads(text)]


def _from_record(record: dict[str, Any]) -> dict[str, Any]:
    back = {ty: csl for csl, ty in ris.TYPES.items()}
    item: dict[str, Any] = {"id": record["id"], "type": back[record["type_of_reference"]]}
    item |= {_RIS[key]: value for key, value in record.items() if key in _RIS}
    if "ED" in record.get("unknown_tag", {}):  # rispy keeps it and does not name it
        item["editor"] = record["unknown_tag"]["ED"]
    for role in ("author", "editor", "translator"):
        if role in item:
            item[role] = [_named(name) for name in item[role]]
    if "start_page" in record:
        ends = [record["start_page"], record.get("end_page")]
        item["page"] = "-".join(end for end in ends if end)
    if "urls" in record:
        item["URL"] = record["urls"][0]
    if "date" in record:
        item["issued"] = _ris_date(record["date"])
    if "issn" in record:
        is_isbn = bool(re.fullmatch(r"(?:97[89]-?)?[\d-]{9,13}[\dX]", record["issn"]))
        item["ISBN" if is_isbn else "number"] = record["issn"]
    return item


def _named(name: str) -> dict[str, Any]:
    family, comma, rest = name.partition(", ")
    if not comma:
        return {"literal": name}
    given, _, suffix = rest.partition(", ")
    return {k: v for k, v in (("family", family), ("given", given), ("suffix", suffix)) if v}


def _ris_date(text: str) -> dict[str, Any]:
    *cells, other = text.split("/", 3)
    parts = [[int(cell) for cell in cells if cell]]
    until = re.search(r"–([\d-]*)", other)
    if until:
        parts.append([int(part) for part in until[1].split("-")] if until[1] else [0])
    return {"date-parts": parts, **({"circa": True} if "ca." in other else {})}


# --- pandoc --------------------------------------------------------------------------------------


def from_pandoc(text: str, form: str) -> list[dict[str, Any]]:
    """Items of CSL as pandoc reads a file of this form (csljson, biblatex, ris)."""
    return list(json.loads(_pandoc(["--from", form, "--to", "csljson"], text)))


# --- Zotero --------------------------------------------------------------------------------------


def zotero(span: str) -> dict[str, Any]:
    """The item that Zotero makes of a COinS, by the rules of its `openurl.js` (read 2026-11)."""
    title = re.fullmatch(r'<span class="Z3988" title="([^"]*)"></span>', span)
    assert title, span
    pairs = [part.split("=") for part in unescape(title[1]).split("&")]
    assert all(len(pair) == 2 for pair in pairs), "Zotero takes what stands between two = only"
    item: dict[str, Any] = {"itemType": _item_type(pairs), "creators": []}
    for key, raw in pairs:
        value = unquote(re.sub(r"\+|%2[bB]", " ", raw), errors="strict")
        _take(item, key, value)
    return {key: value for key, value in item.items() if value}


def _item_type(pairs: list[list[str]]) -> str:
    format_ = unquote(dict(pairs)["rft_val_fmt"]).removeprefix("info:ofi/fmt:kev:mtx:")
    genre = dict(pairs).get("rft.genre", "")
    book = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}
    return {
        "journal": "journalArticle",
        "book": book.get(genre, "book"),
        "dissertation": "thesis",
        "dc": "webpage",
    }[format_]


_HELD = ("journalArticle", "bookSection", "conferencePaper")
_SAME = {
    "rft.atitle": "title",
    "rft.jtitle": "publicationTitle",
    "rft.source": "publicationTitle",
    "rft.date": "date",
    "rft.volume": "volume",
    "rft.issue": "issue",
    "rft.pages": "pages",
    "rft.isbn": "ISBN",
    "rft.publisher": "publisher",
    "rft.place": "place",
    "rft.edition": "edition",
    "rft.inst": "publisher",
    "rft.degree": "type",
    "rft.type": "itemType",
    "rft.language": "language",
}
_CREATORS = {"rft.au": "author", "rft.contributor": "contributor"}


def _take(item: dict[str, Any], key: str, value: str) -> None:
    if key in ("rft.title", "rft.btitle"):
        item["publicationTitle" if item["itemType"] in _HELD else "title"] = value
    elif key in _SAME:
        item[_SAME[key]] = value
    elif key == "rft_id":
        doi = value.lower().startswith("info:doi")
        item["DOI" if doi else "url"] = value[9:] if doi else value
    elif key in _CREATORS:
        item["creators"].append(f"{_CREATORS[key]} {' | '.join(value.split(', ')[:2])}")
    elif key == "rft.aucorp":
        item["creators"].append(f"institution {value}")

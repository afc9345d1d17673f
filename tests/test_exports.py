"""Works as CSL-JSON, BibTeX, RIS and COinS: exact records, and every work read back by others."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
import yaml
from jsonschema import Draft202012Validator

from explainer import bibtex, ris
from explainer.coins import ZOTERO, coins
from explainer.csljson import csl_item, csl_json
from explainer.cslnames import TYPES, VARIABLES
from explainer.library import Entry, read_entries
from explainer.refsexport import FORMATS, WHOLE, entry_path, page_path, works_files
from explainer.refsschema import schema
from readers import from_bibtex, from_pandoc, from_ris, zotero
from support import ROOT, cases

SOURCES = yaml.safe_load((ROOT / "docs" / "_data" / "sources.yml").read_text("utf-8"))
ZOTERO_TYPES = set(  # item types of Zotero 7
    "artwork audioRecording bill blogPost book bookSection case computerProgram conferencePaper "
    "dataset dictionaryEntry document email encyclopediaArticle film forumPost hearing "
    "instantMessage interview journalArticle letter magazineArticle manuscript map "
    "newspaperArticle patent podcast preprint presentation radioBroadcast report standard statute "
    "thesis tvBroadcast videoRecording webpage".split()
)


def entry_of(work: dict) -> Entry:
    (entry,), problems = read_entries([work])
    assert problems == []
    return entry


@cache
def everything() -> dict[str, dict]:
    """Every work of the site as CSL-JSON, by its id."""
    return {entry.id: csl_item(entry) for entry in read_entries(SOURCES)[0]}


# --- exact records -------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("exports"))
def test_the_table(case):
    item = csl_item(entry_of(case["work"]))
    assert bibtex.bibtex([item]) == case["bibtex"]
    record = ris.ris([item])
    assert record.replace("\r\n", "\n").replace("ER  - \n", "ER  -\n") == case["ris"]
    assert record.count("\r\n") == record.count("\n")
    found = zotero(coins(item))
    assert {key: value for key, value in found.items() if key in case["zotero"]} == case["zotero"]
    assert set(found) - set(case["zotero"]) <= {"language"}


# --- every work, read by others ------------------------------------------------------------------


def comparable(item: dict, *, without: tuple[str, ...] = ()) -> dict:
    """An item without what a format can't hold; names as they are read, whoever they are."""
    made = {k: v for k, v in item.items() if k not in without}
    for role in ("author", "editor", "translator"):
        if role in made:
            made[role] = [name_of(who) for who in made[role]]
    return made


def name_of(who: dict) -> str:
    parts = [who.get(k) for k in ("literal", "family", "given", "suffix")]
    return "|".join(part for part in parts if part)


def test_bibtex_is_read_back_whole_by_pybtex():
    read = {item["id"]: item for item in from_bibtex(bibtex.bibtex(everything().values()))}
    assert set(read) == set(everything())
    wrong = {
        key: (comparable(item), comparable(read[key]))
        for key, item in everything().items()
        if comparable(item) != comparable(read[key])
    }
    assert wrong == {}


LOST = {"note", "original-title", "original-date", "authority", "accessed", "archive_location"}


def test_ris_is_read_back_by_rispy_but_for_what_it_cannot_hold():
    read = {item["id"]: item for item in from_ris(ris.ris(everything().values()))}
    assert set(read) == set(everything())
    for key, item in everything().items():
        lost = {*LOST, *({"genre"} if "genre" not in read[key] else set())}
        if item["type"] in ris.DEGENERATE:
            lost.add("type")
        if "authority" in item:
            lost.add("publisher")
        was, now = (comparable(one, without=tuple(lost)) for one in (item, read[key]))
        if "author" in was:  # the comma of an institution is gone
            was["author"] = [name.replace(",", "") for name in was["author"]]
            now["author"] = [name.replace(",", "") for name in now["author"]]
        assert was == now, key


def test_csl_json_is_read_by_pandoc():
    read = from_pandoc(csl_json(everything().values()), "csljson")
    assert [item["id"] for item in read] == list(everything())
    for item in read:
        was = everything()[item["id"]]
        assert (item["type"], item.get("DOI")) == (was["type"], was.get("DOI"))
        assert item.get("issued", {}).get("date-parts") == was.get("issued", {}).get("date-parts")


def test_biblatex_is_read_by_pandoc_with_capitals_and_institutions():
    read = {
        item["id"]: item for item in from_pandoc(bibtex.bibtex(everything().values()), "biblatex")
    }
    assert set(read) == set(everything())
    for key, item in everything().items():
        literal = [who["literal"] for who in item.get("author", ()) if "literal" in who]
        found = [who.get("literal") or who.get("family") for who in read[key].get("author", ())]
        assert [name for name in literal if name not in found] == [], key
        years = [
            [parts[0] for parts in one.get("issued", {}).get("date-parts", ())]
            for one in (item, read[key])
        ]
        assert years[0] == years[1], key


def test_every_work_is_what_zotero_takes():
    for key, item in everything().items():
        found = zotero(coins(item))
        assert found["itemType"] in ZOTERO_TYPES
        assert found.get("title", "") == item.get("title", ""), key
        assert found.get("DOI") == item.get("DOI")
        assert bool(found.get("date")) == ("issued" in item)
        names = [name for role in ("author", "editor", "translator") for name in item.get(role, ())]
        assert len(found.get("creators", ())) == len(names), key


# --- what must not leave -------------------------------------------------------------------------


def hidden_of(work: dict) -> list[str]:
    """The values of a work that nobody has verified, as far as they stand nowhere else in it."""
    fields = [str(name) for name in work.get("x-unverified", ())]
    values = [str(work[name]) for name in fields if isinstance(work.get(name), str | int)]
    shown = {k: v for k, v in work.items() if not k.startswith("x-") and k not in fields}
    return [value for value in values if value not in yaml.safe_dump(shown, allow_unicode=True)]


@pytest.mark.parametrize("form", ["bib", "ris", "json", "coins"])
def test_nothing_private_and_nothing_unverified_leaves(form):
    writers = {"bib": bibtex.bibtex, "ris": ris.ris, "json": csl_json}
    write = writers.get(form) or (lambda items: "".join(map(coins, items)))
    works = {work["id"]: work for work in SOURCES}
    hidden = 0
    for key, item in everything().items():
        text = write([item])
        assert re.search(r"\bx-(?:evidence|unverified|note|title|kind)", text) is None
        for private in works[key].get("x-evidence", []):
            assert str(private) not in text
        lines = text.replace("--", "-")
        for value in hidden_of(works[key]):
            hidden += 1
            assert not re.search(rf"(?<![\w/.-]){re.escape(value)}(?![\w-])", lines), (key, value)
    assert hidden > 20


# --- schema and files ----------------------------------------------------------------------------


def test_the_schema_is_one_and_every_work_obeys_it():
    made = schema("https://explainer.example/s.json")
    Draft202012Validator.check_schema(made)
    errors = list(
        Draft202012Validator(made).iter_errors(json.loads(csl_json(everything().values())))
    )
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "sculpture"},
        {"x-note": "secret"},
        {"URL": "javascript:alert(1)"},
        {"issued": {"date-parts": []}},
        {"issued": "2022"},
        {"author": []},
        {"author": [{"given": "Ann"}]},
        {"title": ""},
        {"DOI": "doi:10.1/x"},
    ],
    ids=str,
)
def test_the_schema_refuses(wrong):
    item = {"id": "a", "type": "book", "title": "T", **wrong}
    assert not Draft202012Validator(schema("https://e.example/s")).is_valid([item])


def test_files_for_all_for_each_and_for_each_page():
    entries = [entry_of({"id": k, "type": "book", "title": k.upper()}) for k in ("a", "b", "c")]
    pages = {"artikel/": ["b", "nobody"], "": ["c"], "en/": []}
    files = works_files(entries, pages, lambda path: f"https://e.example/{path}")
    assert set(files) == {
        *WHOLE.values(),
        *(entry_path(key, name) for key in "abc" for name in FORMATS),
        *(page_path(url, name) for url in ("artikel/", "") for name in FORMATS),
    }
    assert [item["id"] for item in json.loads(files["unduh/halaman/artikel.json"])] == ["b"]
    assert files["unduh/halaman/beranda.bib"].startswith("@book{c,")
    assert files["unduh/karya/a.ris"].startswith("TY  - BOOK\r\nID  - a\r\n")
    assert (
        json.loads(files[WHOLE["JSON Schema"]])["$id"]
        == "https://e.example/unduh/rujukan.schema.json"
    )
    assert len(json.loads(files[WHOLE["CSL-JSON"]])) == 3


def test_no_works_no_files():
    assert works_files([], {}, str) == {}


# --- the tables ----------------------------------------------------------------------------------


def test_the_tables_of_types_can_be_read_backwards():
    assert len(set(bibtex.TYPES.values())) == len(bibtex.TYPES)
    assert len(set(ris.TYPES.values())) == len(ris.TYPES)
    assert {bibtex.csl_type(*bibtex.type_of(name)) for name in TYPES} == set(TYPES)
    known = {*bibtex.TYPES, *ris.TYPES, *ris.DEGENERATE, *ZOTERO}
    assert known <= set(TYPES)
    assert set(ris.DEGENERATE) & set(ris.TYPES) == set()


@pytest.mark.parametrize("entrytype", sorted({pair[0] for pair in bibtex.TYPES.values()}))
def test_the_table_of_fields_can_be_read_backwards(entrytype):
    fields = bibtex.fields_of(entrytype)
    assert set(fields) <= VARIABLES
    assert len(set(fields.values())) == len(fields)


def test_every_type_of_zotero_is_one():
    assert set(ZOTERO.values()) <= ZOTERO_TYPES

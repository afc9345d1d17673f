"""The export of annotations: its schema, what the schema refuses, files that cite each note."""

from __future__ import annotations

import copy
import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from explainer.annexport import file_of
from explainer.annschema import PATH as SCHEMA
from explainer.citefiles import TEXT, entry_paths
from support import EVERY_ARTICLE, SITE_URL, words


@pytest.fixture(scope="module")
def validator(site) -> Draft202012Validator:
    """The published schema."""
    schema = json.loads(site.read(SCHEMA))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == SITE_URL + SCHEMA
    return Draft202012Validator(schema, format_checker=FormatChecker())


def exported(site, doc):
    """The annotations of an article as others get them."""
    return json.loads(site.read(file_of(doc.src)))


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_the_export_obeys_its_schema(site, validator, doc):
    assert [error.message for error in validator.iter_errors(exported(site, doc))] == []


CHANGES = {
    "another type": lambda page: page.update(type="Annotation"),
    "a field of no use": lambda page: page.update(more=1),
    "a total in words": lambda page: page["partOf"].update(total="49"),
    "an annotation without target": lambda page: page["items"][0].pop("target"),
    "a quotation of nothing": lambda page: page["items"][0]["target"]["selector"].update(exact=""),
    "an unknown motivation": lambda page: page["items"][0].update(motivation="scolding"),
    "an unknown verdict": lambda page: page["items"][0]["body"][2].update(value="wrong"),
    "a kind in the place of the text": lambda page: page["items"][0]["body"].pop(0),
    "an address that is none": lambda page: page["items"][0]["body"].append(
        {"type": "SpecificResource", "purpose": "linking", "source": 1}
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_schema_refuses(site, validator, name):
    page = copy.deepcopy(exported(site, EVERY_ARTICLE[0].values[0]))
    assert validator.is_valid(page)
    CHANGES[name](page)
    assert not validator.is_valid(page)


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_every_note_links_to_files_that_cite_it(site, doc):
    page = site.page(doc.url)
    notes = page.all(".ex-ann")
    assert len(notes) > 30
    for note in notes:
        name = note.attrs["id"].removeprefix("n-")
        path = entry_paths(doc.src, name)[TEXT]
        assert note.query_one(".ex-ann__tools a + a").attrs["href"].endswith(path)
        address = f"{SITE_URL}{doc.url}#a-{name}"
        title = words(note.query_one(".ex-ann__title"))
        for end in ("txt", "bib", "ris"):
            assert address in site.read(f"{path.removesuffix('txt')}{end}")
        text = site.read(path)
        assert text.count(address) == 4
        for inner in (title, title.replace("“", "‘").replace("”", "’")):
            assert inner in text
        for end in ("bib", "ris"):
            assert f"{SITE_URL}{path.removesuffix('txt')}{end}\n" in text


def test_a_citation_of_a_note_reads_so(site):
    text = site.read("unduh/kutip/artikel-p1-interest.txt")
    address = f"{SITE_URL}artikel/#a-p1-interest"
    assert (
        f"Catatan kaki:\n“Sesuai kepentingan, bukan menjadi kepentingan”, catatan atas “Hubungan "
        f"Rusia dan DPRK Semakin Dekat”, Rusia–DPRK, dengan catatan, {address}, diakses "
        "[tanggal akses].\n"
    ) in text
    assert "@misc{artikel-p1-interest,\n" in site.read("unduh/kutip/artikel-p1-interest.bib")

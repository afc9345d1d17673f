"""Our own pages: both languages say the same, every source is known, the codes are listed."""

from __future__ import annotations

import re

import pytest
import yaml

from explainer import (
    annchecks,
    authorfields,
    cards,
    citekeys,
    claims,
    describing,
    gameviews,
    parallel,
    samples,
    termchecks,
    timelinechecks,
    timelineshapes,
    yamlfile,
)
from explainer.bilingual import Entry, nav_problems, pair_problems
from explainer.model import Problem
from explainer.reports import CODES
from explainer.sourcefaults import FAULTS
from test_article import DOCS, Page, address, plain

SOURCES = yaml.safe_load((DOCS / "_data" / "sources.yml").read_text("utf-8"))
PAIRS = [
    pytest.param("index.md", "en/index.md", id="home"),
    pytest.param("tentang.md", "en/about.md", id="about"),
]
ARTICLES = ["artikel.md", "en/article.md"]
PAGES = ARTICLES + [path for pair in PAIRS for path in pair.values]
CSL_TYPES = set(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical personal_communication "
    "post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()  # the item types of CSL 1.0.2
)
THE_ARTICLE = "dip-2022-rusia-dprk"
MADE_BY = ("author", "editor", "container-title", "publisher", "authority")
EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SLIPS = re.compile(  # spellings that EYD V and KBBI do not accept, in our own text
    r"\b(dimana|kemana|diatas|dibawah|disini|disana|terisolir|merubah|nampak|aktifitas|resiko"
    r"|kerjasama|antar negara|standarisasi|analisa|sekedar|ijin|silahkan|dilansir dari)\b",
    re.IGNORECASE,
)


def cited_addresses(page: Page) -> list[str]:
    """The addresses that the notes of a page link to, in printed order."""
    links = [a for li in page.all("li") if _is_note(li) for a in li.query("a[href]")]
    return [a.attrs["href"] for a in links if not a.attrs["href"].startswith("#")]


def _is_note(item: object) -> bool:
    return (item.attrs.get("id") or "").startswith("fn:")


def entry_of(link: str) -> str | None:
    """The entry of sources.yml that an address belongs to: by DOI, then by address."""
    bare = link.partition("#")[0]
    by_doi = [s["id"] for s in SOURCES if s.get("DOI") and bare.endswith(s["DOI"])]
    by_address = [s["id"] for s in SOURCES if s.get("URL") == bare]
    found = by_doi or by_address
    return found[0] if len(found) == 1 else None


def codes(path: str) -> list[tuple[str, str]]:
    """The rows of the table of problem codes on a page about the method: code and severity."""
    rows = re.findall(r"^\| `([a-z-]+)` \| `(\w+)` \|", (DOCS / path).read_text("utf-8"), re.M)
    return list(rows)


def printed_numbers(page: Page) -> list[int]:
    """The numbers of the note markers in reading order, each at its first place only."""
    links = page.all("sup a[href^='#fn:']")
    numbers = [int(re.match(r"\d+", a.to_text())[0]) for a in links]
    return list(dict.fromkeys(numbers))


@pytest.mark.parametrize("path", PAGES)
def test_note_numbers_follow_the_reading_order(path):
    numbers = printed_numbers(plain(path))
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


@pytest.mark.parametrize("path", PAGES)
def test_every_address_in_a_note_is_a_known_source(path):
    cited = cited_addresses(plain(path))
    assert cited
    assert [link for link in cited if entry_of(link) is None] == []


@pytest.mark.parametrize(("indonesian", "english"), PAIRS)
def test_both_languages_cite_the_same_addresses_at_the_same_places(indonesian, english):
    one, other = plain(indonesian), plain(english)
    assert cited_addresses(one) == cited_addresses(other)
    assert _outline(one) == _outline(other)


def _outline(page: Page) -> list[tuple[str, int]]:
    """The blocks of a page in order, each with the number of its note markers."""
    blocks = [b for b in page.all("h2, p, li, tr, pre") if not _inside_note(b)]
    return [(block.name, len(block.query("sup"))) for block in blocks]


def _inside_note(node: object) -> bool:
    while node is not None:
        if "footnote" in ((getattr(node, "attrs", None) or {}).get("class") or ""):
            return True
        node = node.parent
    return False


def test_both_languages_list_the_same_codes_with_the_same_severity():
    listed = codes("tentang.md")
    assert listed == codes("en/about.md")
    assert len(listed) == len(dict(listed))


def test_every_code_that_an_author_can_meet_is_listed_and_no_other():
    of_notes = {code: severity for code, (severity, *_) in CODES.items()}
    of_pages = {problem.code: problem.severity for problem in _problems_of_pages()}
    of_terms = {code: severity for code, (severity, *_) in termchecks.CODES.items()}
    of_data = dict.fromkeys((*FAULTS, *citekeys.CODES, *describing.CODES, *claims.CODES), "error")
    made = dict(_listed_codes())
    assert dict(codes("tentang.md")) == of_data | of_terms | of_notes | of_pages | made


MODULES = (
    annchecks,
    authorfields,
    cards,
    gameviews,
    parallel,
    samples,
    timelinechecks,
    timelineshapes,
    yamlfile,
)


def _listed_codes():
    """Codes of the modules that keep theirs in a table: code -> severity, then its words."""
    for module in MODULES:
        yield from ((code, severity) for code, (severity, *_) in module.CODES.items())


def _problems_of_pages() -> list[Problem]:
    """One problem of each kind that a page or a menu can have."""
    faulty = [
        Entry("satu.md"),
        Entry("dua.md", "en/two.md"),
        Entry("tiga.md", "satu.md"),
        Entry("empat.md", "en/four.md"),
        Entry("en/four.md", "satu.md"),
    ]
    return pair_problems(faulty) + nav_problems([{"Bagian": ["satu.md"]}], {})


@pytest.mark.parametrize("path", ["index.md", "tentang.md", "dilema.md"])
def test_our_own_indonesian_keeps_to_standard_spelling(path):
    assert SLIPS.findall((DOCS / path).read_text("utf-8")) == []


@pytest.mark.parametrize("entry", SOURCES, ids=lambda entry: entry["id"])
def test_a_source_has_the_fields_that_a_reader_needs(entry):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", entry["id"])
    assert entry["type"] in CSL_TYPES
    assert entry["title"].strip() == entry["title"] != ""
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)?", entry["language"])
    assert entry["type"] == "treaty" or any(entry.get(field) for field in (*MADE_BY, "URL"))
    assert "issued" not in entry or EDTF.fullmatch(entry["issued"])
    assert entry["x-evidence"]


@pytest.mark.parametrize("entry", SOURCES, ids=lambda entry: entry["id"])
def test_unverified_fields_are_fields_of_the_entry(entry):
    named = {str(field).partition(" (")[0] for field in entry.get("x-unverified", [])}
    assert named <= set(entry)


def test_source_ids_and_addresses_are_unique():
    ids = [entry["id"] for entry in SOURCES]
    links = [entry["URL"] for entry in SOURCES if "URL" in entry]
    assert len(ids) == len(set(ids))
    assert len(links) == len(set(links))
    assert [link for link in links if "#" in link or "utm_" in link] == []


def test_every_source_is_cited_by_a_page():
    by_note = {entry_of(link) for path in PAGES for link in cited_addresses(plain(path))}
    data = [file for file in (DOCS / "_data").rglob("*.yml") if file.name != "sources.yml"]
    texts = [file.read_text("utf-8") for file in [*DOCS.rglob("*.md"), *data]]
    by_key = {key for text in texts for key in re.findall(r"@([a-z0-9-]+)", text)}
    key_works = {key for text in texts for key in re.findall(r"^ *- ([a-z0-9-]+)$", text, re.M)}
    assert {entry["id"] for entry in SOURCES} - by_note - by_key - key_works <= {THE_ARTICLE}


def hidden_values(entry: dict) -> list[str]:
    """Year and pages that we have of an entry but that nobody has seen confirmed."""
    unseen = {"issued", "page"} & set(entry.get("x-unverified", []))
    values = [entry[field] for field in sorted(unseen) if field in entry]
    return [value for value in values if value not in entry["title"]]  # "Crisis, 1919-1939"


def test_no_reference_shows_what_is_not_verified(site):
    unsure = {entry["id"]: hidden_values(entry) for entry in SOURCES if hidden_values(entry)}
    shown = [
        (page.path, key, value)
        for page in site.pages.values()
        for key, values in unsure.items()
        for item in page.all(f"#ref-{key}")
        for value in values
        if value in item.to_text()
    ]
    assert unsure
    assert shown == []


@pytest.mark.parametrize("path", ARTICLES)
def test_the_article_does_not_show_the_unseen_year_and_pages_of_its_last_note(path, site):
    (grieco,) = [entry for entry in SOURCES if entry["id"] == "grieco-1988-jop"]
    shown = site.page(address(path)).all("[id='fn:5'], #ex-note-5")
    assert len(shown) == 2  # the note and its preview
    assert [v for v in hidden_values(grieco) for node in shown if v in node.to_text()] == []

"""The annotations of the article as data, and our prose around it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
import yaml

from explainer.citekeys import Part, read_cluster
from support import ROOT

DOCS = ROOT / "docs"
DATA = DOCS / "_data"
PAGES = {"id": DOCS / "artikel.md", "en": DOCS / "en" / "article.md"}
TIMELINES = {"id": "linimasa.md", "en": "timeline.md"}

KINDS = {"context", "fact-check", "theory", "language", "source"}
VERDICTS = {  # as the check of the 31 claims ended
    "accurate": 12,
    "translation-slip": 7,
    "imprecise": 7,
    "unsupported": 4,
    "not-verifiable": 1,
}
CLAIMS = (
    "p1-a p1-b p1-c p2-a p2-b p2-c p2-d p3-a p3-b p3-c p3-d p4-a p4-b p4-c p4-d p4-e "
    "p5-a p5-b p5-c p5-d p5-e p5-f p6-a p6-b p6-c p6-d fn1 fn2 fn3 fn4 fn5"
).split()
FIELDS = {"id", "kind", "target", "title", "body", "sources", "events", "terms"}
SCOLDING = re.compile(  # words that blame a person or shout, in either language
    r"\b(plagiat\w*|menjiplak|jiplakan|ceroboh|asal-asalan|bodoh|ngawur|malas|memalukan|bohong"
    r"|plagiari\w*|careless\w*|sloppy|lazy|stupid|ignoran\w*|shameful|lie[sd]?|blunder\w*)\b|!",
    re.IGNORECASE,
)
SLIPS = re.compile(  # spellings that the note on spelling quotes; nowhere else in our text
    r"\b(dimana|kemana|diatas|dibawah|disini|disana|terisolir|merubah|nampak|aktifitas|resiko"
    r"|kerjasama|antar negara|analisa|sekedar|ijin|dilansir dari)\b",
    re.IGNORECASE,
)
AT = re.compile(r"\[@[^\]]*\]")  # one citation: [@key], [@key, 88], [@one; @two]

FILE = yaml.safe_load((DATA / "annotations" / "artikel.yml").read_text("utf-8"))
NOTES = FILE["annotations"]
BOTH = [
    pytest.param(note, tongue, id=f"{note['id']}-{tongue}") for note in NOTES for tongue in PAGES
]
each_note = pytest.mark.parametrize("note", NOTES, ids=lambda note: note["id"])
in_both = pytest.mark.parametrize(("note", "tongue"), BOTH)


@cache
def article(tongue: str) -> str:
    """The article's text without Markdown: paragraphs and notes, white space collapsed."""
    page = PAGES[tongue].read_text("utf-8")
    text = re.search(r'<div class="ex-article"[^>]*>(.*?)^</div>$', page, re.S | re.M)[1]
    text = re.sub(r"\[\^\d+\]:?|^#+ |[<>*]", "", text, flags=re.M)
    return " ".join(text.split())


@cache
def around(tongue: str) -> str:
    """Our own Markdown before and after the article."""
    page = PAGES[tongue].read_text("utf-8").split("\n---\n", 1)[1]
    return re.sub(r'<div class="ex-article".*?^</div>$', "", page, flags=re.S | re.M)


@cache
def ids(name: str) -> set[str]:
    """The ids in `docs/_data/<name>.yml`."""
    data = yaml.safe_load((DATA / f"{name}.yml").read_text("utf-8"))
    return {entry["id"] for entry in (data["events"] if isinstance(data, dict) else data)}


@cache
def terms() -> set[str]:
    """The ids of the glossary's terms."""
    fronts = [
        path.read_text("utf-8").split("\n---\n")[0] for path in (DOCS / "glosarium").glob("*")
    ]
    return {yaml.safe_load(front[4:])["term"]["id"] for front in fronts if "\nterm:" in front}


def keys(text: str) -> list[str]:
    """The works that a text cites, in order."""
    return [key for at in AT.findall(text) for key in re.findall(r"@([a-z0-9-]+)", at)]


def count(text: str) -> int:
    """Words of a text, without its citations and the addresses of its links."""
    bare = re.sub(r"\]\([^)]*\)", "", AT.sub("", text))
    return len(re.findall(r"\S*\w\S*", bare))


def test_the_file_is_of_this_article_and_holds_35_notes_and_more():
    assert FILE["article"] == "artikel.md"
    assert len(NOTES) >= 35
    counts = Counter(note["kind"] for note in NOTES)
    assert set(counts) == KINDS
    assert counts["theory"] >= 8
    assert counts["context"] >= 2
    assert 1 <= counts["language"] <= 3


def test_ids_are_unique_addresses():
    found = [note["id"] for note in NOTES]
    assert len(found) == len(set(found))
    assert [note for note in found if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", note)] == []


def test_every_claim_is_checked_exactly_once():
    assert sorted(note["claim"] for note in NOTES if "claim" in note) == sorted(CLAIMS)


def test_the_verdicts_come_to_the_numbers_of_the_check():
    assert Counter(note["verdict"] for note in NOTES if "verdict" in note) == VERDICTS


@each_note
def test_a_note_has_its_fields_and_no_other(note):
    judged = {"verdict", "claim"} if note["kind"] in {"fact-check", "source"} else set()
    assert set(note) == FIELDS | judged
    for field in ("target", "title", "body"):
        assert list(note[field]) == ["id", "en"]
    if judged:
        assert note["claim"].startswith("fn") == (note["kind"] == "source")


@in_both
def test_the_words_stand_in_the_article_exactly_once(note, tongue):
    exact = note["target"][tongue]["exact"]
    assert article(tongue).count(exact) == 1


@pytest.mark.parametrize("tongue", PAGES)
def test_the_notes_follow_the_reading_order(tongue):
    places = [article(tongue).index(note["target"][tongue]["exact"]) for note in NOTES]
    later = [n["id"] for n, one, two in zip(NOTES, places, places[1:], strict=False) if one > two]
    assert later == []


@in_both
def test_a_note_is_as_long_as_a_margin_holds(note, tongue):
    assert 30 <= count(note["body"][tongue]) <= 90
    assert 2 <= count(note["title"][tongue]) <= 7
    assert not re.search(r"[*\[\]]", note["title"][tongue])


@in_both
def test_a_note_explains_and_does_not_scold(note, tongue):
    assert SCOLDING.findall(note["body"][tongue] + note["title"][tongue]) == []


@in_both
def test_a_note_is_typeset_as_the_site_is(note, tongue):
    text = note["body"][tongue] + note["title"][tongue]
    assert re.findall(r"""["']| - |--|\.\.\.""", text) == []
    assert text.count("“") == text.count("”")
    assert re.findall(r"\b(?:artikel|article)\.md|https?:", text) == []


@each_note
def test_both_languages_cite_the_same_works_in_the_same_order(note):
    own, other = (parts_of(note["body"][language]) for language in ("id", "en"))
    assert [(part.key, part.locator) for part in own] == [(p.key, p.locator) for p in other]
    assert [bool(part.prefix) for part in own] == [bool(part.prefix) for part in other]


def parts_of(text: str) -> list[Part]:
    """Every work that a text cites, with its locator and the words before it."""
    return [part for found in AT.findall(text) for part in read_cluster(found[1:-1]) or ()]


@each_note
def test_every_work_event_and_term_is_known(note):
    cited = keys(note["body"]["id"])
    assert set(cited) | set(note["sources"]) <= ids("sources")
    assert set(cited) & set(note["sources"]) == set(), "already cited in the body"
    assert set(note["events"]) <= ids("timeline")
    assert set(note["terms"]) <= terms()


@each_note
def test_a_checked_claim_says_against_what(note):
    if note.get("verdict") in {"accurate", "imprecise", "translation-slip", "not-verifiable"}:
        assert keys(note["body"]["id"])


@each_note
def test_misspellings_are_listed_once(note):
    found = SLIPS.findall(note["body"]["id"])
    assert found == [] or note["id"] == "spelling-list"


@each_note
def test_what_came_later_is_marked_as_later(note):
    """An event after the article's day may stand only in a note that says so."""
    later = re.search(r"\b202[3-9]\b", note["body"]["id"])
    marked = {"id": "sesudah artikel terbit", "en": "after the article was published"}
    said = [marked[tongue] in note["body"][tongue].lower() for tongue in PAGES]
    assert not later or all(said)


# --- Our prose around the article ------------------------------------------------------------


@pytest.mark.parametrize("tongue", PAGES)
def test_our_prose_cites_known_works_and_adds_no_footnotes(tongue):
    assert set(keys(around(tongue))) <= ids("sources")
    assert "[^" not in around(tongue)
    assert SCOLDING.findall(re.sub(r"<[^>]*>", "", around(tongue))) == []


def test_our_prose_cites_the_same_works_in_both_languages():
    assert AT.findall(around("id")) == AT.findall(around("en"))


@pytest.mark.parametrize("tongue", PAGES)
def test_the_places_for_summary_argument_and_lenses_are_there(tongue):
    for name in ("summary", "argument", "lenses"):
        assert around(tongue).count(f'<div class="ex-{name}" markdown="1">') == 1


@pytest.mark.parametrize("tongue", PAGES)
def test_four_lenses_of_60_to_90_words_each_with_glossary_and_works(tongue):
    inside = re.search(r'<div class="ex-lenses" markdown="1">(.*?)</div>', around(tongue), re.S)[1]
    lenses = inside.split("### ")[1:]
    assert len(lenses) == 4
    for lens in lenses:
        text = lens.partition("\n")[2]
        assert 60 <= count(text) <= 90
        assert "](glos" in text
        assert keys(text)


@pytest.mark.parametrize("tongue", PAGES)
def test_what_came_next_leads_to_events_after_the_article(tongue):
    linked = re.findall(rf"\({TIMELINES[tongue]}#([a-z0-9-]+)\)", around(tongue))
    assert 5 <= len(linked) <= 8
    data = yaml.safe_load((DATA / "timeline.yml").read_text("utf-8"))
    days = {event["id"]: str(event["date"]) for event in data["events"]}
    assert [event for event in linked if days[event] <= "2022-08-30"] == []


def test_both_languages_lead_to_the_same_events_and_paragraphs():
    one, other = (re.findall(r"\(\S*#([a-z0-9-]+)\)", around(tongue)) for tongue in PAGES)
    assert one == other

"""Annotations on a page: every fault named, every note in its place, every feature told."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from annotated import ANNOTATIONS, ARTICLE, TRANSLATION, data_files, framed, note, rendered
from explainer.annexport import Names, annotation_page
from explainer.annotations import KINDS, VERDICTS
from explainer.annwords import ANN
from explainer.icons import DRAWINGS
from explainer.library import Library
from explainer.terms import Glossary
from support import Page, cases, words

PAGES = {"artikel.md": framed(ARTICLE, "id"), "en/article.md": framed(TRANSLATION, "en")}
SOUND = note("satu", "context", ("Sembilan sepuluh", "Nine ten"))


def problems(site: Any) -> list[str]:
    return [problem.line() for problem in site.all_problems()]


@pytest.fixture
def article(tmp_path) -> Page:
    """The Indonesian page of the miniature article, annotated."""
    _, html = rendered(tmp_path, data_files(ANNOTATIONS), PAGES)
    return Page("artikel/", html["artikel.md"])


# --- faults ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("annotations"))
def test_the_table_of_problems(case, tmp_path):
    changed = [copy.deepcopy(SOUND) | change for change in case.get("annotations", ())]
    data = data_files(case.get("file", changed))
    site, _ = rendered(tmp_path, data, PAGES)
    assert problems(site) == case.get("problems", [])


def test_one_fault_hides_no_other_annotation(tmp_path):
    faulty = [note("salah", "comment", ("x", "y")), note("hilang", "theory", ("tiada", "none"))]
    site, html = rendered(tmp_path, data_files([*faulty, *ANNOTATIONS]), PAGES)
    assert len(site.all_problems()) == 3
    assert html["artikel.md"].count(' id="a-') == len(ANNOTATIONS)


def test_the_miniature_article_is_sound(tmp_path):
    site, _ = rendered(tmp_path, data_files(ANNOTATIONS), PAGES)
    assert problems(site) == []


# --- notes ----------------------------------------------------------------------------------------


def test_notes_are_numbered_as_their_last_words_are_read(article):
    numbers = {node.attrs["id"]: node.attrs["data-n"] for node in article.all(".ex-ann")}
    order = ["klaim", "sama", "konteks", "judul", "ulang", "meleset", "sumber"]
    assert numbers == {f"n-{name}": str(n) for n, name in enumerate(order, 1)}
    assert [node.attrs["data-n"] for node in article.all(".ex-mk")] == list("1234567")


def test_notes_stand_right_behind_what_they_speak_of(article):
    body = [child for child in article.one(".ex-article").children if child.name[0] != "#"]
    kinds = [(child.name, (child.attrs.get("class") or "").split(" ")[0]) for child in body]
    paragraph = [("p", "ex-par"), ("div", "ex-parallel"), ("aside", "ex-glosses")]
    heading = [("h2", ""), *paragraph[1:]]
    assert kinds == [*paragraph, *heading, *paragraph, *paragraph[:2]]
    labels = [node.attrs["aria-label"] for node in article.all("aside.ex-glosses")]
    assert labels == [
        "Catatan pada paragraf 1",
        "Catatan pada judul “Judul pertama”",
        "Catatan pada paragraf 2",
        "Catatan pada catatan kaki",
    ]
    assert article.one(".ex-notes > aside").query("#n-sumber")


def test_a_note_says_number_kind_verdict_title_words_text_works_and_terms(article):
    held = article.one("#n-klaim")
    assert words(held.query_one(".ex-ann__head")) == "1 Cek fakta akurat ×"
    assert words(held.query_one(".ex-ann__title")) == "Judul klaim"
    assert words(held.query_one(".ex-ann__quote")) == "tiga” empat"
    assert words(held.query_one(".ex-ann__body")).endswith("realisme ( Satu 1979 ) .")
    assert words(held.query_one(".ex-ann__sources")) == "Sumber Kantor Dua 2022"
    assert words(held.query_one(".ex-ann__terms")) == "Istilah Realisme"
    links = [a.attrs["href"] for a in held.query("a") if "role" not in a.attrs]
    assert links == ["glosarium/realisme.md", "#a-klaim", "unduh/kutip/artikel-klaim.txt"]


def test_a_note_opens_and_closes_without_script(article):
    held = article.one("#n-sama")
    assert (held.attrs["popover"], held.attrs["role"]) == ("auto", "note")
    assert held.attrs["aria-label"] == "Catatan 2"
    ways = {b.attrs["aria-label"]: b.attrs["popovertarget"] for b in held.query("p > button")}
    assert ways == {"Tutup": "n-sama"}
    targets = [b.attrs["popovertarget"] for b in article.all("button[popovertarget^='n-']")]
    assert {targets.count(node.attrs["id"]) for node in article.all(".ex-ann")} == {3}


def test_the_script_finds_the_names_of_its_buttons(article):
    panel = article.one(".ex-panel")
    names = panel.attrs["data-previous"], panel.attrs["data-next"]
    assert names == ("Catatan sebelumnya", "Catatan berikutnya")


def test_markers_are_named_by_number_kind_and_verdict_and_rows_by_number_and_title(article):
    named = [node.attrs["aria-label"] for node in article.all(".ex-mk button")]
    assert named == [
        "Catatan 1: cek fakta, akurat",
        "Catatan 2: bahasa",
        "Catatan 3: konteks",
        "Catatan 4: konteks",
        "Catatan 5: teori",
        "Catatan 6: cek fakta, salah terjemah",
        "Catatan 7: sumber, kurang tepat",
    ]
    rows = article.all(".ex-gloss__row")
    assert [words(row) for row in rows[:2]] == ["1 Judul klaim", "2 Judul sama"]
    signs = [row.query_one("svg").attrs["aria-label"] for row in rows]
    assert signs[:3] == ["akurat", "Bahasa", "Konteks"]
    assert not any("aria-label" in row.attrs for row in rows)


def test_ids_are_unique_and_every_way_on_the_page_arrives(article):
    assert len(article.ids) == len(set(article.ids))
    inside = {a.attrs["href"][1:] for a in article.all("a[href^='#']")}
    assert inside <= set(article.ids)


# --- the summary ----------------------------------------------------------------------------------


def test_the_summary_counts_the_claims_by_verdict(article):
    assert article.text(".ex-panel__title") == "2 klaim diperiksa"
    assert [words(node) for node in article.all(".ex-tally__name")] == [
        "1 akurat",
        "1 salah terjemah",
    ]
    assert [a.attrs["href"] for a in article.all(".ex-cell")] == ["#a-klaim", "#a-meleset"]


def test_the_summary_lists_every_note_by_its_place(article):
    held = article.one(".ex-all")
    places = [words(node) for node in held.query(".ex-all__place")]
    assert places == ["Paragraf 1", "Judul “Judul pertama”", "Paragraf 2", "Catatan kaki"]
    assert [a.attrs["href"] for a in held.query(".ex-all__list a")] == [
        f"#{node.attrs['id'].replace('n-', 'a-', 1)}" for node in article.all(".ex-ann")
    ]


def test_the_summary_stands_above_the_article_or_where_the_page_wants_it(tmp_path):
    place = '<div class="ex-summary" markdown="1"></div>\n\n# Atas\n\n'
    pages = PAGES | {"en/article.md": place + PAGES["en/article.md"]}
    _, html = rendered(tmp_path, data_files(ANNOTATIONS), pages)
    indonesian, english = html["artikel.md"], html["en/article.md"]
    assert indonesian.index('"ex-panel"') < indonesian.index('"ex-article"')
    assert english.index('"ex-panel"') < english.index("<h1")
    assert english.count('class="ex-panel"') == 1


def test_a_page_without_notes_and_without_pair_has_no_summary(tmp_path):
    _, html = rendered(tmp_path, data_files(ANNOTATIONS), {"lain.md": "Teks.\n"})
    assert html["lain.md"] == '<p class="ex-par" id="p-1">Teks.</p>'


# --- what other features learn --------------------------------------------------------------------


def test_works_know_the_notes_that_cite_them(article):
    back = article.one("#ref-karya-satu").query("a[role='doc-backlink']")
    assert [a.attrs["href"] for a in back][:2] == ["#a-klaim", "#a-sama"]
    assert words(back[0]) == "↩︎ catatan 1"
    other = article.one("#ref-karya-dua").query("a[role='doc-backlink']")
    assert [a.attrs["href"] for a in other] == ["#a-klaim"]


def test_terms_are_marked_in_the_text_as_if_there_were_no_notes(tmp_path):
    def marked(annotations: object) -> list[str]:
        site, html = rendered(tmp_path, data_files(annotations), PAGES)
        own = Page("", html["artikel.md"]).all(".ex-par .ex-term")
        assert site.recorder.glossing.uses
        return [words(node) for node in own]

    assert marked(None) == marked(ANNOTATIONS) == ["realisme"]


def test_each_note_marks_a_term_once_and_tells_its_entry(tmp_path):
    site, html = rendered(tmp_path, data_files(ANNOTATIONS), PAGES)
    notes = Page("", html["artikel.md"]).all(".ex-ann")
    assert [len(held.query(".ex-term")) for held in notes] == [1] * len(ANNOTATIONS)
    entry = '<div class="ex-uses"></div>'
    filled = site.recorder.glossing.fill(entry, "glosarium/realisme.md", lambda page: f"/{page}")
    listed = [(a.attrs["href"], words(a)) for a in Page("", filled).all(".ex-uses__place")]
    assert listed[:2] == [
        ("/artikel.md#p-2", "Artikel, paragraf 2"),
        ("/artikel.md#a-klaim", "Artikel, catatan: Judul klaim"),
    ]


def test_events_and_paragraphs_find_their_annotations(tmp_path):
    one = note("satu", "context", ("Sembilan", "Nine"), events=["surat"])
    site, _ = rendered(tmp_path, data_files([one, *ANNOTATIONS]), PAGES)
    annotating = site.recorder.annotating
    assert annotating.of_event("surat", "en") == [("satu", "Nine", "en/article.md")]
    assert annotating.of_event("surat", "id") == [("satu", "Sembilan", "artikel.md")]
    assert annotating.of_event("lain", "id") == []
    found = [a.id for a in annotating.of_paragraph("artikel.md", 2)]
    assert found == ["satu", "ulang", "meleset"]


def test_footnotes_follow_the_article_and_works_close_the_page(article):
    held = [child for child in article.tree.query("body")[0].children if child.name[0] != "#"]
    classes = [(child.attrs.get("class") or child.name).split(" ")[0] for child in held]
    wanted = ["ex-article", "ex-notes", "h2", "p", "ex-works"]
    assert [name for name in classes if name in wanted] == wanted


# --- words and drawings ---------------------------------------------------------------------------


def test_every_kind_and_verdict_has_its_word_in_both_languages_and_its_drawing():
    for name in (*KINDS, *VERDICTS):
        assert all(words_[name] for words_ in ANN.values())
        assert name in DRAWINGS
    assert ANN["id"].keys() == ANN["en"].keys()


# --- the file for others --------------------------------------------------------------------------


def test_the_exported_page_is_a_web_annotation_page(tmp_path):
    import json

    site, html = rendered(tmp_path, data_files(ANNOTATIONS), PAGES)
    annotating = site.recorder.annotating
    names = Names(
        site.recorder.library.entries, annotating.glossary, annotating.timeline, site.full
    )
    page = f"<html><body>{html['artikel.md']}</body></html>"
    made = json.loads(
        annotation_page("artikel.md", "Artikel", annotating.placed["artikel.md"], names, page)
    )
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], made["id"]) == (
        "AnnotationPage",
        "https://situs.example/unduh/anotasi-artikel.jsonld",
    )
    assert made["partOf"]["total"] == len(made["items"]) == len(ANNOTATIONS)
    first = made["items"][0]
    assert first["id"] == "https://situs.example/artikel/#a-klaim"
    assert first["motivation"] == "assessing"
    assert [body["value"] for body in first["body"][1:3]] == ["fact-check", "accurate"]
    assert first["body"][0]["value"].endswith("realisme (Satu 1979).")
    assert [body["source"] for body in first["body"][3:]] == [
        "https://dua.example/",
        "https://situs.example/glosarium/realisme/",
    ]
    context = made["items"][2]["target"]["selector"]
    assert context["exact"] == "dua “tiga” empat1. Lima enam"  # the number is text of the page


def test_the_library_and_the_glossary_may_be_empty(tmp_path):
    checked = "_data/translations/artikel.yml"
    site, _ = rendered(tmp_path, {checked: data_files()[checked]}, PAGES)
    assert isinstance(site.recorder.library, Library)
    assert isinstance(site.recorder.annotating.glossary, Glossary)
    assert problems(site) == []

"""The explorable as it is published: both languages, without a script, no countries for players."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
import yaml

from explainer.game import AXELROD, Game, critical_k, grim_threshold
from explainer.gamechart import GAPS
from explainer.gamestate import decimal
from explainer.gametables import SENSITIVITIES
from support import ROOT, words

PAGES = {"id": "dilema/", "en": "en/dilemma/"}
SOURCES = {"id": "docs/dilema.md", "en": "docs/en/dilemma.md"}
EACH = pytest.mark.parametrize("language", PAGES)
WIDGETS = ".ex-game"
COUNTRIES = re.compile(
    r"rusia|russia|korea|dprk|moskow|moscow|pyongyang|kremlin|putin|\bkim\b|amerika|america"
    r"|tiongkok|china|ukrain",
    re.IGNORECASE,
)


def text_of(language: str) -> str:
    return (ROOT / SOURCES[language]).read_text("utf-8")


def prose(language: str) -> str:
    """The text of a page without front matter, Markdown’s marks and letters in italics."""
    text = text_of(language).split("\n---\n", 1)[1].replace("\N{NO-BREAK SPACE}", " ")
    return re.sub(r"[*\\]", "", text)


@EACH
def test_no_player_bears_the_name_of_a_country(site, language):
    page = site.page(PAGES[language])
    near = " ".join(node.to_html() for node in page.all(WIDGETS))
    for heading in ("## Main dahulu", "## Play first"):
        _, found, after = prose(language).partition(heading)
        near += after.split("## Membaca")[0].split("## Reading")[0] if found else ""
    assert len(page.all(WIDGETS)) == 7
    assert COUNTRIES.findall(near) == []


@EACH
def test_every_part_stands_on_the_page_once(site, language):
    page = site.page(PAGES[language])
    for part in ("ex-rounds", "ex-guess", "ex-lab", "ex-grid", "ex-chart--still", "ex-many"):
        page.one(f".{part}")
    assert len(page.all(".ex-matrix")) == 2


@EACH
def test_without_a_script_only_what_works_is_shown(site, language):
    page = site.page(PAGES[language])
    for part in (".ex-rounds", ".ex-guess__form", ".ex-lab"):
        assert "hidden" in page.one(part).attrs
    for part in (".ex-answer", ".ex-grid", ".ex-chart--still"):
        node = page.one(part)
        while node is not None:
            assert "hidden" not in (getattr(node, "attrs", None) or {})
            node = node.parent


@EACH
def test_the_published_table_equals_the_module(site, language):
    cells = [words(node) for node in site.page(PAGES[language]).all(".ex-grid__threshold")]
    thresholds = [
        grim_threshold(Game(k, gap).utilities("A")) for k in SENSITIVITIES for gap in GAPS
    ]
    expected = ["–" if t is None else decimal(t, language, fixed=True) for t in thresholds]
    assert cells == expected


@EACH
def test_numbers_have_the_decimal_sign_of_the_language(site, language):
    other = r"\d\.\d" if language == "id" else r"\d,\d"
    shown = " ".join(words(node) for node in site.page(PAGES[language]).all(WIDGETS))
    assert re.findall(other, shown) == []
    assert re.findall(other, prose(language).split("https:")[0]) == []


@EACH
def test_every_control_has_a_label_and_a_value_in_words(site, language):
    page = site.page(PAGES[language])
    labels = {node.attrs["for"]: words(node) for node in page.all(".ex-lab label")}
    outputs = [node.attrs["for"] for node in page.all(".ex-slider output")]
    for slider in page.all(".ex-lab input"):
        assert labels[slider.attrs["id"]]
        assert slider.attrs["id"] in outputs
        assert re.match(r"[\d.,]+\. \w", slider.attrs["aria-valuetext"])
        assert {"min", "max", "step", "value"} <= slider.attrs.keys()
    assert len(outputs) == 4


@EACH
def test_only_the_verdict_is_announced(site, language):
    page = site.page(PAGES[language])
    loud = [node for node in page.all(".ex-lab output") if node.attrs.get("aria-live") != "off"]
    (verdict,) = loud
    assert "ex-lab__status" in verdict.attrs["class"]
    assert page.all(".ex-lab [aria-live=polite], .ex-lab [role=status]") == []


@EACH
def test_one_link_leads_back_to_the_paragraph(site, language):
    links = [a.attrs.get("href") or "" for a in site.page(PAGES[language]).all("main a")]
    assert len([link for link in links if link.endswith("#p-6")]) == 1


@pytest.mark.parametrize("term", ["prisoners-dilemma", "amended-prisoners-dilemma"])
def test_the_page_leads_to_its_terms(site, term):
    links = [a.attrs.get("href") or "" for a in site.page("en/dilemma/").all("main a")]
    assert any(link.endswith(f"/glossary/{term}/") for link in links)


@pytest.mark.parametrize(
    "path",
    ["", "en/", "glosarium/dilema-tahanan-yang-diubah/", "en/glossary/amended-prisoners-dilemma/"],
)
def test_home_and_the_entry_of_the_game_lead_here(site, path):
    links = [a.attrs.get("href") or "" for a in site.page(path).all("main a")]
    assert any(link.endswith(("dilema/", "dilemma/")) for link in links)


# --- both languages -------------------------------------------------------------------------------


def test_both_languages_cite_the_same_works_at_the_same_places():
    blocks = {
        language: [re.findall(r"@([a-z0-9-]+)", block) for block in text_of(language).split("\n\n")]
        for language in SOURCES
    }
    assert blocks["id"] == blocks["en"]
    assert {"grieco-1988-jop", "grieco-1988-io", "powell-1991", "snidal-1991"} <= {
        key for block in blocks["id"] for key in block
    }


def test_both_languages_have_the_same_outline_and_the_same_parts():
    marks = re.compile(r"^(#+|- |<div class=\"[^\"]*\")", re.MULTILINE)
    assert marks.findall(text_of("id")) == marks.findall(text_of("en"))


def test_both_languages_name_the_same_numbers():
    numbers = {
        language: sorted(
            n.replace(",", ".") for n in re.findall(r"\d[\d.,]*\d|\d", prose(language))
        )
        for language in SOURCES
    }
    assert numbers["id"] == numbers["en"]


# --- what the prose claims is what the module says ------------------------------------------------


def test_the_prose_has_the_numbers_of_the_model():
    text = prose("en")
    assert AXELROD.T - AXELROD.R == 2
    assert "a gap below 2" in text
    assert critical_k(Game(Fraction(0), Fraction(1))) == 2
    assert "With g = 1 that limit is 2." in text
    assert "from k = 0.5/g on" in text
    assert Fraction(1, 2) == (2 * AXELROD.R - AXELROD.T - AXELROD.S) / 2


@EACH
def test_the_caveats_are_printed(language):
    caveats = {
        "id": ["diandaikan, bukan diukur", "satuan yang sama", "tanpa akhir", "hanya abstrak"],
        "en": ["assumed, not measured", "same unit", "endless repetition", "only abstracts"],
    }
    assert [caveat for caveat in caveats[language] if caveat not in prose(language)] == []


@EACH
def test_defection_stays_dominant_is_said(language):
    said = {"id": "berapa pun k. Ramalan", "en": "at every k. The prediction"}
    assert said[language] in prose(language)


def test_where_the_formula_was_seen_is_a_source():
    entries = yaml.safe_load((ROOT / "docs/_data/sources.yml").read_text("utf-8"))
    by_id = {entry["id"]: entry for entry in entries}
    assert by_id["iastate-relative-gains"]["title"] == "Relative Gains Debate"
    assert by_id["studylib-grieco-1988-io"]["x-title-basis"] == "described"


# --- weight ---------------------------------------------------------------------------------------


def test_the_scripts_are_small_and_only_here(site):
    files = {file.name.split(".")[0]: file for file in (site.dir / "assets/js").glob("*.js")}
    sizes = {name: files[name].stat().st_size for name in ("dilemma", "rounds")}
    assert sizes["dilemma"] < 6000
    assert sizes["rounds"] < 2000
    users = [page.path for page in site.pages.values() if files["dilemma"].name in page.html]
    assert sorted(users) == ["dilema/index.html", "en/dilemma/index.html"]

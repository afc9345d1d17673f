"""The pictures for links elsewhere: each is there, small, of the right size, and up to date."""

from __future__ import annotations

import io

import pytest
import yaml
from PIL import Image

from cards import MOTIFS, draw, own_cards, words_of
from explainer.bilingual import LANGUAGES
from explainer.cards import CODES, SIZE, picture_problems, read_cards
from support import DOCS, ROOT, cases

CARDS = own_cards()
EACH = [pytest.param(card, id=f"{card.id}-{card.language}") for card in CARDS]
SMALL = 40_000  # bytes


@pytest.mark.parametrize("card", EACH)
def test_the_picture_shows_the_words_of_its_card(card, request):
    file = ROOT / "docs" / card.path
    if request.config.getoption("--regenerate"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(draw(request.getfixturevalue("browser"), card))
    picture = Image.open(io.BytesIO(file.read_bytes()))
    assert picture.size == SIZE
    assert picture.format == "PNG"
    assert file.stat().st_size <= SMALL
    assert picture.text["Description"] == words_of(card)


def test_every_picture_belongs_to_a_card():
    kept = {path.name for path in (ROOT / "docs/assets/cards").iterdir()}
    assert kept == {f"{card.id}-{card.language}.png" for card in CARDS}


def test_every_motif_is_drawn_and_used():
    assert {card.motif for card in CARDS} == set(MOTIFS)


def test_one_card_stands_for_all_other_pages():
    assert [card.id for card in CARDS if not card.pages] == ["site", "site"]
    for doc in DOCS:
        assert next(card for card in CARDS if card.shows(doc.src, doc.lang)).language == doc.lang


@pytest.mark.parametrize("language", LANGUAGES)
def test_alternative_texts_are_short_and_unlike(language):
    texts = [card.alt for card in CARDS if card.language == language]
    assert all(40 <= len(text) <= 140 for text in texts)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("case", cases("cards"))
def test_what_is_wrong_with_a_card_is_said(case):
    cards, problems = read_cards(yaml.safe_load(case["yaml"]))
    problems += picture_problems(cards, case.get("pictures", []))
    assert [problem.line() for problem in problems] == case["lines"]


def test_every_code_is_shown_in_some_row():
    lines = " ".join(line for row in cases("cards") for line in row.values[0]["lines"])
    assert [code for code in CODES if f"[{code}]" not in lines] == []

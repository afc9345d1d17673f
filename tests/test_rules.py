"""The sentences that tell a reader why a reference leads where it leads."""

from __future__ import annotations

import re
from functools import cache

import pytest

from explainer import resolve_notes
from explainer.rules import RULES, explain
from support import cases
from test_resolve import numbered

LANGUAGES = ("id", "en")
SHOWN_ONLY = {"idem-previous"}
"""Rules that only the view uses: it says Idem where the engine says Ibid."""


WIGUNA = "Raharja Wiguna, Diplomasi Kepulauan (Yogyakarta: Pustaka Kelana, 2011), hlm. 14."
SELAT = "Raharja Wiguna, Selat yang Sunyi (Yogyakarta: Pustaka Kelana, 2016), hlm. 3."
WHITCOMBE = "Eleanor Whitcombe, The Quiet Treaty (London: Harrowgate Press, 2009), p. 3."
REPORT = "Kementerian Kelautan, Laporan Tahunan 2019 (selanjutnya disebut Laporan Laut), hlm. 88."
EXAMPLES = {
    "ibid-same-note": [f"{WIGUNA} Ibid., hlm. 20."],
    "bare-same-note": [f"{WIGUNA} Loc. cit."],
    "ibid-named": [WIGUNA, WHITCOMBE, "Ibid., Wiguna, hlm. 3."],
    "named-alias": [REPORT, WHITCOMBE, "Laporan Laut, op. cit., hlm. 4."],
    "named-running": [WIGUNA, SELAT, "Wiguna, loc. cit."],
    "short-same": ["lontar kedatangan kapal, hlm. 4", "lontar kedatangan kapal, hlm. 7"],
}
"""rule -> notes of which the last reference is linked by it: rules rare in the tables."""


@cache
def produced() -> frozenset[str]:
    """Every rule by which the engine links a reference in the tables of cases."""
    found = set()
    for case in cases("resolve"):
        for citation in resolve_notes(numbered(case.values[0]["notes"])):
            found |= {one.rule for one in (citation, *citation.parts) if one.rule}
    return frozenset(found)


def test_every_rule_the_engine_gives_has_a_sentence():
    assert produced() <= set(RULES)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rare_rules_are_given_as_the_examples_say(rule):
    last = resolve_notes(list(enumerate(EXAMPLES[rule], 1)))[-1]
    reference = last.parts[-1] if last.parts else last
    assert reference.rule == rule
    assert reference.target == (2 if rule == "named-running" else 1)


def test_no_sentence_is_unused():
    assert set(RULES) - SHOWN_ONLY <= produced() | set(EXAMPLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_one_sentence_in_each_language(rule, language):
    sentence = explain(rule, language, 17)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert sentence == " ".join(sentence.split())
    assert re.match(r"[A-Z]", sentence)
    assert sentence.count("“") == sentence.count("”")
    assert '"' not in sentence


@pytest.mark.parametrize("rule", RULES)
def test_both_languages_name_the_note_or_neither_does(rule):
    names = ["17" in explain(rule, language, 17) for language in LANGUAGES]
    assert len(set(names)) == 1


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_speaks_exactly_the_languages_of_the_site(rule):
    assert set(RULES[rule]) == set(LANGUAGES)
    assert len(set(RULES[rule].values())) == 2, "one is no translation of the other"


def test_unknown_rules_and_languages_are_refused():
    with pytest.raises(KeyError):
        explain("no-such-rule", "id", 1)
    with pytest.raises(KeyError):
        explain("ibid-previous", "nl", 1)

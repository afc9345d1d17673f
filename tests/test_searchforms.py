"""Word forms for the search: roots, families, synonyms, and what each document is given."""

from __future__ import annotations

import pytest
import snowballstemmer
import yaml
from hypothesis import given
from hypothesis import strategies as st

from explainer.searchforms import (
    FEW,
    RARE,
    Families,
    Wordlist,
    names_of_terms,
    read_wordlist,
    synonyms_of,
    telling_roots,
    whole_root,
    with_forms,
    words_of,
)
from explainer.terms import Face, Glossary, Term
from support import ROOT

STEM = snowballstemmer.stemmer("indonesian").stemWord
FORMS = yaml.safe_load((ROOT / "docs/_data/forms.yml").read_text("utf-8"))
OWN = read_wordlist(FORMS["id"])
NONE = Wordlist()


def doc(location: str, title: str, text: str) -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


def added(docs, wordlist=NONE, names=None) -> dict[str, dict[str, str]]:
    """What each document is given, by its location."""
    return {
        made["location"]: {key: made.get(key, "") for key in ("forms", "names")}
        for made in with_forms(docs, STEM, wordlist, names)
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Operasi” militer", ["operasi", "militer"]),
        ("<p>kerja&nbsp;sama <em>bilateral</em></p>", ["kerja", "sama", "bilateral"]),
        ("tawar-menawar, 2022", ["tawar", "menawar", "2022"]),
        ("a &lt;b&gt; c", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "root", "attested", "whole"),
    [
        ("meninggalkan", "inggal", {"tinggal"}, "tinggal"),
        ("mengirim", "irim", {"kirim"}, "kirim"),
        ("menyatakan", "sata", {"nyata"}, "nyata"),
        ("mengakui", "aku", {"aku", "kaku"}, "aku"),  # its own root is known
        ("meninggalkan", "inggal", set(), "inggal"),  # nothing is guessed
        ("pengakuan", "aku", {"tinggal"}, "aku"),
        ("serangan", "serang", {"kserang"}, "serang"),  # no nasal prefix
    ],
)
def test_a_sound_lost_to_a_prefix_returns_if_other_words_have_it(word, root, attested, whole):
    assert whole_root(word, root, attested) == whole


@pytest.mark.parametrize(
    "family",
    [
        "untung keuntungan menguntungkan",
        "pengakuan mengakui diakui",
        "penting kepentingan",
        "kecam mengecam dikecam kecaman",
        "tinggal ditinggalkan meninggalkan",
        "nyata menyatakan pernyataan",
        "tangkal menangkal penangkalan",
        "paksa memaksa pemaksaan",
        "milik memiliki dimiliki",
    ],
)
def test_words_of_one_root_are_one_family(family):
    words = family.split()
    families = Families(words, STEM, OWN)
    for word in words:
        assert set(words) <= families.relatives(families.roots([word]))


@pytest.mark.parametrize(
    "pair", ["mereka rekaan", "tetapi tetap", "pertama nama", "menurut urutan"]
)
def test_words_that_only_look_alike_are_no_family(pair):
    one, other = pair.split()
    families = Families([one, other], STEM, OWN)
    assert families.roots([one]).isdisjoint(families.roots([other]))


def test_clitics_are_left_out_where_the_word_stands_without_them():
    families = Families(["kekuatan", "kekuatannya", "hanya"], STEM, NONE)
    assert families.relatives(families.roots(["kekuatan"])) == {"kekuatan", "kuat"}
    assert "hanya" in families.relatives(families.roots(["hanya"]))


def test_a_document_gets_the_relatives_of_its_words():
    docs = [doc("a/#s", "", "<p>keuntungan</p>"), doc("b/#s", "", "<p>menguntungkan</p>")]
    assert added(docs) == {
        "a/#s": {"forms": "menguntungkan untung", "names": ""},
        "b/#s": {"forms": "keuntungan untung", "names": ""},
    }


def test_nothing_is_added_that_begins_a_word_already_there():
    made = added([doc("a/#s", "", "untungnya keuntungan")])
    assert made["a/#s"]["forms"] == ""


def test_only_pages_have_names():
    docs = [doc("a/", "Keuntungan", ""), doc("a/#s", "Keuntungan", "")]
    made = added(docs, names={"a/": ["laba relatif"]})
    assert made["a/"]["names"] == "laba relatif untung"
    assert made["a/#s"] == {"forms": "untung", "names": ""}


def test_the_shorter_title_comes_first():
    docs = [
        doc("a/", "Realisme", ""),
        doc("b/", "Realisme klasik", ""),
        doc("b/#s", "Realisme", ""),
    ]
    one, two, section = with_forms(docs, STEM, NONE)
    assert one["boost"] > two["boost"] > 1
    assert "boost" not in section
    assert with_forms([{**docs[0], "boost": 2}], STEM, NONE)[0]["boost"] == 2 * one["boost"]


def test_rare_families_go_to_sections_others_to_pages_and_of_the_commonest_the_root():
    places = [f"{n}/{part}" for n in range(FEW + 1) for part in ("", "#s")]
    roots = [
        {"everywhere"} | ({"here"} if n == 0 else set()) | ({"often"} if n < RARE else set())
        for n in range(FEW + 1)
        for _ in range(2)
    ]
    page, section, *_ = telling_roots(places, roots)
    assert (page.families, page.alone) == ({"here", "often"}, {"everywhere"})
    assert (section.families, section.alone) == ({"here"}, set())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kerja sama erat", {"kerjasama", "bekerjasama"}),
        ("kerjasama erat", {"kerja", "sama"}),
        ("tentang DPRK", {"korut", "korea", "utara"}),
        ("Korea Utara", {"korut", "dprk"}),
        ("Korut", {"dprk", "utara"}),
        ("kerja keras, sama saja", set()),
        ("lautara", set()),
    ],
)
def test_other_names_of_the_same_thing(text, found):
    made = synonyms_of(words_of(text), OWN)
    assert made >= found
    assert bool(made) == bool(found)


def test_a_synonym_does_not_reach_from_a_heading_into_the_text():
    made = added([doc("a/#s", "Korea", "utara")], OWN)
    assert "korut" not in made["a/#s"]["forms"]


def test_names_of_a_term_are_its_spellings_and_its_name_in_the_other_language():
    faces = {
        "id": Face("glosarium/a.md", "Aliansi", forms=("aliansi", "persekutuan")),
        "en": Face("en/glossary/a.md", "Alliance", forms=("alliance",)),
    }
    glossary = Glossary([Term("alliance", faces=faces)])
    assert names_of_terms(glossary, "id") == {
        "glosarium/a.md": ["aliansi", "persekutuan", "Alliance"]
    }


def test_an_empty_index_and_an_empty_wordlist():
    assert with_forms([], STEM, read_wordlist({})) == []


WORDS = st.text("aeiknpst -#<>&;”", max_size=40)


@given(st.lists(st.tuples(st.sampled_from(["a/", "a/#s", "b/"]), WORDS, WORDS), max_size=6))
def test_documents_keep_what_they_had_and_gain_only_new_words(rows):
    docs = [doc(*row) for row in rows]
    made = with_forms(docs, STEM, OWN)
    for before, after in zip(docs, made, strict=True):
        assert {key: after[key] for key in before} == before
        forms = after.get("forms", "").split()
        assert forms == sorted(set(forms))
        assert set(forms).isdisjoint(words_of(before["text"]))


@pytest.mark.parametrize("language", ["id", "en"])
def test_our_own_list_names_no_word_under_two_roots_and_no_group_of_one(language):
    listed = [word for words in FORMS[language]["roots"].values() for word in words]
    assert len(listed) == len(set(listed))
    assert all(len(set(group)) > 1 for group in FORMS[language]["synonyms"])


def test_the_stemmer_needs_every_root_that_our_list_gives():
    """An entry that changes nothing would be read for nothing."""
    for root, words in FORMS["id"]["roots"].items():
        plain = Families(words, STEM, NONE)
        assert any(plain.roots([word]) != {root} for word in words), root

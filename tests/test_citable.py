"""Citations of our own pages in three styles and two formats, word for word."""

from __future__ import annotations

import re
from typing import Any

import pytest

from explainer.bilingual import LANGUAGES, language_of
from explainer.citable import STYLES, Citable, Original, html, plain
from explainer.citefiles import TEXT, bibtex, entry_files, entry_name, entry_paths, file_of, ris
from explainer.citewords import CITE, STYLE
from explainer.citing import Block, Section, cite_folded, cite_section
from support import cases

TERM = Citable("term", "anarchy-en", "Anarchy", "https://a.b/c_d/", "en", "Site")


def cited(case: dict[str, Any]) -> Citable:
    fields = dict(case["cited"])
    if "original" in fields:
        fields["original"] = Original(**fields["original"])
    one = Citable(**fields)
    return one.at(case["paragraph"]) if "paragraph" in case else one


def marked(runs: list) -> str:
    """Italics between asterisks."""
    return "".join(f"*{run.text}*" if run.tag == "cite" else run.text for run in runs)


@pytest.mark.parametrize("case", cases("citable"))
def test_a_citation_reads_so(case):
    written = {name: marked(write(cited(case))) for name, write in STYLES.items() if name in case}
    assert written == {name: case[name] for name in STYLES if name in case}


@pytest.mark.parametrize("case", cases("citable"))
def test_html_says_the_same_as_the_text(case):
    for write in STYLES.values():
        runs = write(cited(case))
        assert re.sub(r"<[^>]+>", "", html(runs)) == plain(runs)
        assert html(runs).count('class="ex-today"') == plain(runs).count("[tanggal") + plain(
            runs
        ).count("[date")


def test_marks_in_names_stay_text():
    one = Citable("page", "x", "R&D <x>", "https://a.b/?a=1&b=2", "id", "<S>")
    for write in STYLES.values():
        assert "<x>" not in html(write(one))
        assert "R&amp;D &lt;x&gt;" in html(write(one))


def test_a_title_in_another_language_says_so():
    one = Citable("page", "x", "Judul", "u", "en", "S", title_language="id")
    assert '<cite lang="id">Judul</cite>' in html(STYLES["apa"](one))
    assert '<span lang="id">Judul</span>' in html(STYLES["note"](one))


# --- BibTeX and RIS --------------------------------------------------------------------------


def test_marks_of_tex_are_escaped_and_addresses_are_not():
    one = Citable("term", "a", "50 % & {x}_y", "https://a.b/c_d/", "en", "S#")
    text = bibtex(one)
    assert r"title = {{50 \% \& \{x\}\_y}}," in text
    assert r"howpublished = {S\#}," in text
    assert "url = {https://a.b/c_d/}," in text


@pytest.mark.parametrize("case", cases("citable"))
def test_bibtex_and_ris_can_be_read(case):
    one = cited(case)
    text = bibtex(one)
    assert re.fullmatch(r"@misc\{[\w-]+,\n(  [a-z]+ = (\{.+\}|[a-z]{3}),\n)+\}\n", text)
    assert text.count("{") == text.count("}")
    assert ("year = " in text) == bool(one.issued)
    lines = ris(one).removesuffix("\n").split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    fields = {line[:2]: line[6:] for line in lines}
    assert next(iter(fields)) == "TY"
    assert list(fields)[-1] == "ER"
    assert (fields["TI"], fields["T2"], fields["UR"]) == (one.title, one.site, one.url)
    assert fields["TY"] == ("DICT" if one.kind == "term" else "ELEC")


def test_a_dated_page_has_its_day_in_both_formats():
    one = Citable("article", "x", "T", "u", "id", "S", issued="2022-08-30")
    assert "  year = {2022},\n  month = aug,\n  day = {30},\n" in bibtex(one)
    assert "PY  - 2022\nDA  - 2022/08/30\n" in ris(one)


def test_a_translation_says_of_what():
    original = Original("Judul", "id", "dip.or.id", "2022-08-30")
    one = Citable("page", "x", "T", "u", "en", "S", original=original)
    assert "note = {Translation of “Judul” (dip.or.id, 2022-08-30)}" in bibtex(one)
    assert "N1  - Translation of “Judul” (dip.or.id, 2022-08-30)\n" in ris(one)


def test_files_tell_what_a_note_is_on():
    one = Citable("annotation", "a-1", "Soal", "https://a.id/#a-x", "id", "Situs", part="Judul")
    assert "note = {Catatan atas “Judul”}" in bibtex(one)
    assert "N1  - Catatan atas “Judul”\n" in ris(one)


def test_a_file_holds_all_records():
    assert file_of([TERM, TERM], "RIS").count("ER  - ") == 2


# --- The section -----------------------------------------------------------------------------


def test_a_section_stands_before_notes_and_previews():
    made = cite_section("term", [Block(TERM)])
    assert made.below("<p>x</p>").startswith("<p>x</p><section")
    for after in ('<section class="ex-notes" role="x">', '<section class="ex-previews" data-x>'):
        assert made.below(f"<p>x</p>{after}").endswith(f"</section>\n{after}")


def test_that_of_an_article_stands_behind_its_notes():
    made = Section("T", "t", "<section>", last=True)
    page = '<section class="ex-notes">1</section><section class="ex-previews">2'
    assert made.below(page).startswith('<section class="ex-notes">1</section><section>')


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_wait_for_the_script_and_have_names_of_their_own(language):
    made = cite_section("term", [Block(Citable("term", "a", "T", "u", language, "S"))])
    buttons = re.findall(r"<button[^>]*>.*?</button>", made.html)
    assert len(buttons) == 5
    assert all(" hidden" in button for button in buttons)
    assert len(set(buttons)) == 5
    assert all(CITE[language]["copy"] in button for button in buttons)
    assert f'data-copied="{CITE[language]["copied"]}"' in made.html


def test_many_things_on_a_page_each_fold_one_footnote():
    one = Citable("event", "e", "A <b>", "https://a.b/#e", "en", "S", part="Timeline")
    text = cite_folded(one)
    assert text.startswith('<details class="ex-citing ex-citing--folded"')
    assert text.count("<button") == text.count('role="status"') == 1
    assert "https://a.b/#e" in text
    assert "<b>" not in text
    assert len(text) < 1300


@pytest.mark.parametrize("table", [STYLE, CITE])
def test_both_languages_have_the_same_words(table):
    assert table["id"].keys() == table["en"].keys()
    assert all(table["id"].values())
    places = [[re.findall(r"{\w+}", w) for w in table[lang].values()] for lang in LANGUAGES]
    assert places[0] == places[1]


# --- files of one entry ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("artikel.md", "unduh/kutip/artikel-surat.txt"),
        ("en/article.md", "unduh/cite/article-surat.txt"),
        ("bagian/lain.md", "unduh/kutip/bagian-lain-surat.txt"),
    ],
)
def test_an_entry_of_a_page_has_a_file_of_its_own(page, wanted):
    assert entry_paths(page, "surat")[TEXT] == wanted


@pytest.mark.parametrize("kind", ["annotation", "event"])
@pytest.mark.parametrize("page", ["artikel.md", "en/article.md"])
def test_the_files_of_an_entry_hold_each_style_and_each_format(kind, page):
    language, name = language_of(page), entry_name(page, "surat")
    one = Citable(kind, name, "Surat", "https://a.b/x/#surat", language, "Situs", part="Halaman")
    made = entry_files(one, lambda path: f"https://a.b/{path}")
    start = entry_paths(page, "surat")[TEXT].removesuffix("txt")
    assert list(made) == [f"{start}{end}" for end in ("txt", "bib", "ris")]
    text, bib, record = made.values()
    for style, write in STYLES.items():
        assert f"{CITE[language][style]}:\n{plain(write(one))}\n" in text
    assert STYLE[language]["today"] in text.rpartition(plain(STYLES["apa"](one)))[2]
    addresses = [f"BibTeX: https://a.b/{start}bib", f"RIS: https://a.b/{start}ris"]
    assert text.split("\n")[-3:-1] == addresses
    assert (bib, record) == (bibtex(one), ris(one))

"""What authors are told: every message word for word, from a real page to the log of the build."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from mkdocs.exceptions import Abort

from explainer.extension import ExplainerExtension, PageInfo, Recorder
from explainer.reports import CODES, report
from support import cases

TABLE = cases("messages")


def numbered_page(notes: list[str]) -> str:
    """A page that cites each of these notes once, in order."""
    markers = "".join(f"Kalimat.[^{n}] " for n, _ in enumerate(notes, 1))
    return "\n".join([markers, "", *(f"[^{n}]: {text}" for n, text in enumerate(notes, 1))])


def said(case: dict[str, Any]) -> list[str]:
    """The lines about a page that holds these notes, or this text."""
    extension = ExplainerExtension(Recorder())
    extension.page = PageInfo("artikel.md", "id", "article")
    footnotes = FootnoteExtension(USE_DEFINITION_ORDER=False)
    text = case["text"] if "text" in case else numbered_page(case["notes"])
    Markdown(extensions=[footnotes, extension]).convert(text)
    return [problem.line() for problem in extension.recorder.problems]


def codes(case: dict[str, Any]) -> set[str]:
    return {re.findall(r"\[([\w-]+)\]$", line)[0] for line in case["lines"]}


@pytest.mark.parametrize("case", TABLE)
def test_an_author_reads_exactly_these_lines(case):
    assert said(case) == case["lines"]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_shown_in_some_row(code):
    assert code in set().union(*(codes(row.values[0]) for row in TABLE))


# --- the wording of the table ---------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_a_message_is_one_line_of_plain_words_with_its_code_at_the_end(code):
    line = report(code, 3, "Op. Cit., Al Jazeera", "1, 2", 2).on("artikel.md").line()
    assert re.fullmatch(
        rf'artikel\.md, footnote 3: "Op\. Cit\., Al Jazeera" [^;\n]+; [^;\n]+\. \[{code}\]', line
    )
    assert not re.search(r"[{}]|  |\.\.|,,|;;", line)


@pytest.mark.parametrize("code", CODES)
def test_a_code_says_how_grave_it_is(code):
    severity, cause, remedy = CODES[code]
    assert severity in {"error", "warning", "info"}
    assert cause
    assert remedy
    assert cause[-1] not in ".;,"
    assert remedy[-1] not in ".;,"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)


def test_a_message_that_does_not_exist_is_an_error_of_ours():
    with pytest.raises(KeyError):
        report("no-such-code", 1, "Ibid.")


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Ibid.", "Ibid."),
        ("  Ibid.\n\t hlm. 3 ", "Ibid. hlm. 3"),
        ("kata " * 12, ("kata " * 12).strip()),
        ("kata " * 13, "kata " * 11 + "kata …"),
        ("x" * 61, "x" * 60 + " …"),
        ("", ""),
    ],
)
def test_a_quotation_is_short_and_on_one_line(quote, shown):
    assert report("self-reference", 1, quote).quote == shown


# --- built ----------------------------------------------------------------------------------------

WIGUNA = "Raharja Wiguna, *Diplomasi Kepulauan* (Yogyakarta: Pustaka Kelana, 2011), hlm. 14."
SELAT = "Raharja Wiguna, *Selat yang Sunyi* (Yogyakarta: Pustaka Kelana, 2016), hlm. 3."
AMBIGUOUS = (
    'artikel.md, footnote 3: "Wiguna, op. cit., hlm. 20." matches 2 sources (notes 1, 2); '
    "name the title or the year. [ambiguous-reference]"
)
OVER_COMMENT = (
    'artikel.md, footnote 3: "Ibid., hlm. 21." was taken past the comment in note 2 to the '
    "last source before it; name the author if another source is meant. [over-comment]"
)
FIRST_IBID = (
    'en/article.md, footnote 1: "Ibid." refers to the note before, but this is the first note; '
    "give the source in full. [first-note-ibid]"
)
UNRESOLVED = (
    'en/article.md, footnote 2: "Nobody, op. cit., p. 3." names no source of an earlier note; '
    "check the spelling, or give the source in full. [unresolved-reference]"
)
FRONT = "---\ntitle: {title}\nkind: article\npair: {pair}\n---\n\n"
HOMES = {
    "index.md": FRONT.format(title="Beranda", pair="en/index.md") + "Beranda.\n",
    "en/index.md": FRONT.format(title="Home", pair="index.md") + "Home.\n",
    "_data/sources.yml": "[{id: a, title: Selat yang Sunyi}]",
}


def article(pair: str, *notes: str) -> str:
    return FRONT.format(title="Artikel", pair=pair) + numbered_page(list(notes)) + "\n"


SOUND = {**HOMES, "artikel.md": article("en/article.md", WIGUNA, "Ibid., hlm. 20.")}
SOUND["en/article.md"] = article("artikel.md", WIGUNA, "Ibid., p. 20.")


def test_an_ambiguous_note_is_logged_once_and_nothing_else_is(build):
    ambiguous = article("en/article.md", WIGUNA, SELAT, "Wiguna, op. cit., hlm. 20.")
    assert build({**SOUND, "artikel.md": ambiguous}).warnings == [AMBIGUOUS]


def test_sound_notes_are_not_talked_about(build):
    built = build(SOUND)
    assert (built.warnings, [line for line in built.infos if "footnote" in line]) == ([], [])


def test_an_ambiguous_note_makes_a_strict_build_fail(build):
    ambiguous = article("en/article.md", WIGUNA, SELAT, "Wiguna, op. cit., hlm. 20.")
    build(SOUND, strict=True)
    with pytest.raises(Abort, match=r"1 warning"):
        build({**SOUND, "artikel.md": ambiguous}, strict=True)


def test_an_info_is_logged_and_lets_a_strict_build_pass(build):
    notes = (WIGUNA, "Terjemahan oleh penulis.", "Ibid., hlm. 21.")
    built = build({**SOUND, "artikel.md": article("en/article.md", *notes)}, strict=True)
    assert [line for line in built.infos if line.endswith("[over-comment]")] == [OVER_COMMENT]


def test_one_page_s_problems_do_not_hide_those_of_another_or_of_the_data(build):
    files = {
        **HOMES,
        "_data/sources.yml": "[{id: a}, {id: b, title: Muara}]",
        "artikel.md": article("en/article.md", WIGUNA, SELAT, "Wiguna, op. cit., hlm. 20."),
        "en/article.md": article("artikel.md", "Ibid.", "Nobody, op. cit., p. 3."),
    }
    assert sorted(build(files).warnings) == [
        '_data/sources.yml, entry a: "a" has no title; add “title:”. [source-without-title]',
        AMBIGUOUS,
        FIRST_IBID,
        UNRESOLVED,
    ]


def test_the_pages_are_made_although_something_is_wrong_with_them(build):
    files = {**SOUND, "artikel.md": article("en/article.md", "Ibid.", "[^")}
    built = build(files)
    assert len(built.page("artikel/").all("li.ex-notes__item")) == 2
    assert len(built.page("en/article/").all(".ex-note__source")) == 2, "list and preview"


def test_a_second_build_in_the_same_process_starts_afresh(build):
    build({**SOUND, "artikel.md": article("en/article.md", "Ibid.")})
    assert build(SOUND).warnings == []

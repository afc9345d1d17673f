"""What holds for any sequence of footnotes, however it is typed: promises of `resolve_notes`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from explainer import resolve_notes
from explainer.reports import CODES
from explainer.spans import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explainer import Citation, Problem


def thorough(examples: int) -> settings:
    """The same examples on every machine, and as long as each takes."""
    slow = [HealthCheck.too_slow]
    return settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=examples,
        suppress_health_check=slow,
    )


# --- footnotes as people type them ----------------------------------------------------------------

WORKS = {
    "Raharja Wiguna, Diplomasi Kepulauan (Yogyakarta: Pustaka Kelana, 2011), hlm. 14.": (
        "Wiguna", "Raharja Wiguna", "R. Wiguna", "Wiguna, Diplomasi", "Wiguna, 2011", "WIGUNA",
    ),
    "Raharja Wiguna, *Selat yang Sunyi* (Yogyakarta: Pustaka Kelana, 2016), hlm. 3": (
        "Wiguna", "Wiguna, Selat", "Wiguna (2016)", "*Selat yang Sunyi*",
    ),
    "Dewi Anggraini Putri, “Sungai dan Negara”, Jurnal Hulu, Vol. 7, No. 2, 2015, hlm. 7-9.": (
        "Putri", "Dewi A. Putri", "Putri, “Sungai”", "Jurnal Hulu",
    ),
    "Putri, Dewi Anggraini. 2018. Muara Terakhir. Bandung: Lentera Ilmu.": (
        "Putri", "Putri, Muara", "Putri, 2018", "Muara Terakhir",
    ),
    "Eleanor Whitcombe, The Quiet Treaty (London: Harrowgate Press, 2009), pp. 3–5.": (
        "Whitcombe", "Whitcombe, Treaty", "*The Quiet Treaty*", "Harrowgate Press",
    ),
    "T. Hartnell and M. Fenwick, Salt and Silver (Leeds: Northfield Press, 1996), 9.": (
        "Hartnell", "Hartnell dan Fenwick", "Fenwick", "Hartnell et al., Salt", "Salt and Silver",
    ),
    "“Putin says Russia and N Korea will expand ties”, Al Jazeera, 15 Agustus 2022, "
    "<https://www.aljazeera.com/news/2022/8/15/putin-says#:~:text=Putin%20says>": (
        "Al Jazeera", "Al-Jazeera", "“Putin says Russia”", "Al Jazeera, 15 Agustus 2022",
    ),
    "“Kim replies to the letter”, Al Jazeera, 16 August 2022, https://www.aljazeera.com/b": (
        "Al Jazeera", "“Kim replies”",
    ),
    "Undang-Undang Nomor 24 Tahun 2000 tentang Perjanjian Internasional, Pasal 3.": (
        "UU No. 24 Tahun 2000", "Undang-Undang Nomor 24 Tahun 2000",
    ),
    "Kementerian Kelautan, Laporan Tahunan 2019 (selanjutnya disebut Laporan Laut), hlm. 88.": (
        "Laporan Laut", "Kementerian Kelautan",
    ),
    "Treadwell to Fenn, 3 May 1847, Fenn Papers, Harrowgate Library.": (
        "Treadwell", "Treadwell to Fenn, 3 May 1847", "Fenn Papers",
    ),
}  # fmt: skip
BOOK, _, _, _, TREATY, *_ = WORKS
MARKERS = [
    "Ibid.", "Ibid.", "ibid", "*Ibid.*", "_Ibid._", "Ibidem", "Ibd.", "Idem", "Id.", "Op. Cit.",
    "Op. Cit.", "op.cit", "Opcit", "*op. cit.*", "Op.Cid", "Loc. Cit.", "loc.cit", "Loc Cit",
    "l. c.", "supra", "ibid ,", "<em>Ibid</em>", "“Ibid.”", "a. a. O.", "supra note {n}",
    "lihat catatan kaki {n}", "See note {n} above", "catatan kaki nomor {n}", "infra note {n}",
    "(n {n})", "ibid. {n}, hlm. 4", "catatan {n} di atas", "supra notes {n}-9",
]  # fmt: skip
PAGES = [
    "", "", ", hlm. 12", ", hal.12", ", p. 5", ", pp. xii–xv", " 45", ", hlm 3,hal 4",
    ", hlm. 3 dst.", ", § 12", " at 7", ", vol. iv, p. 3", "h. 4-5", ", Pasal 7 ayat (1)",
]  # fmt: skip
COMMENTS = [
    "Terjemahan oleh penulis.",
    "The author thanks the harbour office for its help with the tables.",
    "Istilah ini dipakai penulis dalam arti luas.",
    "The abbreviation ibid. is discouraged by several style guides.",
    "Menurut {name}, pelabuhan itu sudah lama ditinggalkan, tetapi Putri tidak sependapat.",
    "In 1998 the treaty was signed, as {name} says (hlm. 4).",
    "Hlm. 130.",
    "—",
]
FORMS = [
    "{work}", "{marker}{page}", "{marker}{page}", "{name}, {marker}{page}", "{name}{page}",
    "{marker}, {name}{page}", "{work}; {work}", "{work}; {marker}{page}", "{work} {marker}",
    "{marker}; {work}", "{name}, {marker}{page}; {marker}", "{comment}", "{comment} {work}",
    "{work}. Lihat juga {name}, {marker}{page}.", "{comment} {marker}{page}", "{work}, {marker}",
    "{name} dikutip dalam {work}", "Idem, {work}", "{odd}", "{odd}", "{odd}{work}",
    "{marker} {odd}", "{text}", "{name}{text}",
]  # fmt: skip
ODD = [
    "", " ", "\x00", "\x02wzxhzdk:0\x03", "\u2029", "\ue000", "\u200b", "\ufeff", "\r\n\t", "…",
    "[...]", "((((", "]]", "“", "”\"'", "\\*", "&amp;&#0;&lt;", "<b>", "</", "<!--", "[x](y)",
    "[a](javascript:alert(1))", "![i](j)", "`Ibid.`", "**", "__", "# ", "| a | b |", "<https://>",
    "http://", "doi:", "%E0%A4%A", "𝕀𝕓𝕚𝕕.", "İbid", "ıbid.", "Ⅳ", "ﬁ", "ß", "é\u0301" * 9,
    "Ибид.", "同上", "אותו", "۳۴", "x" * 2000, "a b " * 300, "(" * 500, "“A” " * 60, "Ibid. " * 40,
    ";" * 50, "hlm. 1 " * 40, "٤٢", "²", "1" * 5000,
]  # fmt: skip


def misspelt(name: str, slip: int) -> str:
    """The name with one letter left out, or two of them exchanged."""
    at = slip % len(name)
    return name[:at] + (name[at + 1 :] if slip % 2 else name[at : at + 2][::-1] + name[at + 2 :])


def filled(draw: Any, form: str, works: list[str]) -> str:
    """The form with its places filled: works and names mostly of this sequence."""
    choices: dict[str, Callable[[], str]] = {
        "work": lambda: draw(st.sampled_from(works)),
        "name": lambda: draw(st.sampled_from([n for w in works for n in WORKS[w]])),
        "marker": lambda: draw(st.sampled_from(MARKERS)),
        "page": lambda: draw(st.sampled_from(PAGES)),
        "comment": lambda: draw(st.sampled_from(COMMENTS)),
        "odd": lambda: draw(st.sampled_from(ODD)),
        "text": lambda: draw(st.text(max_size=40)),
        "n": lambda: str(draw(st.integers(0, 12))),
    }
    while found := re.search(r"\{(\w+)\}", form):
        value = choices[found[1]]()
        if found[1] == "name" and draw(st.integers(0, 4)) == 0:
            value = misspelt(value, draw(st.integers(0, 20)))
        form = form[: found.start()] + value + form[found.end() :]
        if found[1] in ("odd", "text"):
            break  # what they hold is no form
    return re.sub(r"\{(?:work|name|marker|page|comment|odd|text|n)\}", "", form)


@st.composite
def sequences(draw: Any) -> list[tuple[int, str]]:
    """Notes in printed order about one to three works; numbers may begin above 1, with gaps."""
    chosen = st.lists(st.sampled_from(list(WORKS)), min_size=1, max_size=3, unique=True)
    works = draw(chosen)
    forms = ["{work}", *draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=9))]
    number, pairs = draw(st.sampled_from([0, 0, 0, 0, 11])), []
    for form in forms[draw(st.sampled_from([0, 0, 0, 1])) :]:
        number += draw(st.sampled_from([1] * 9 + [3]))
        pairs.append((number, filled(draw, form, works)))
    return pairs


def singly(found: list[Citation]) -> Iterator[Citation]:
    """Every citation: the notes' own and those of their parts."""
    for citation in found:
        yield citation
        yield from citation.parts


# --- nothing but the notes decides ---------------------------------------------------------------


@thorough(150)
@given(st.lists(st.text(max_size=400), max_size=6))
def test_no_text_makes_it_fail(texts):
    assert [c.text for c in resolve_notes(list(enumerate(texts, 1)))] == texts


@thorough(100)
@given(sequences())
def test_the_same_notes_give_the_same_citations(given_notes):
    assert resolve_notes(given_notes) == resolve_notes(list(given_notes))


@thorough(100)
@given(st.lists(st.integers(-3, 9), min_size=2, max_size=6))
@example([1, 1])
@example([2, 1])
def test_numbers_that_do_not_ascend_are_refused(numbers):
    given_notes = [(number, "Ibid.") for number in numbers]
    if all(one < two for one, two in pairwise(numbers)):
        assert len(resolve_notes(given_notes)) == len(numbers)
    else:
        with pytest.raises(ValueError, match="ascend"):
            resolve_notes(given_notes)


MORE_EXACT = {"unresolved-reference", "source-outside", "unknown-note"}
"""Codes that turn into "forward-reference" when the note that is meant comes later."""


def timeless(citation: Citation) -> Citation:
    """The citation without the problems that a later note may word more exactly."""
    loose = {*MORE_EXACT, "forward-reference"}
    kept = tuple(p for p in citation.problems if p.code not in loose)
    return replace(citation, problems=kept, parts=tuple(map(timeless, citation.parts)))


def may_become(before: Problem, after: Problem) -> bool:
    return before == after or (before.code in MORE_EXACT and after.code == "forward-reference")


@thorough(250)
@given(sequences(), st.integers(0, 9))
def test_later_notes_change_nothing_but_how_exactly_a_lack_is_reported(given_notes, cut):
    start, whole = resolve_notes(given_notes[:cut]), resolve_notes(given_notes)[:cut]
    assert [timeless(c) for c in start] == [timeless(c) for c in whole]
    for one, two in zip(singly(start), singly(whole), strict=True):
        pairs = zip(one.problems, two.problems, strict=True)
        assert all(may_become(before, after) for before, after in pairs)


# --- what every sequence of citations keeps -------------------------------------------------------


def parts_bear_the_number_of_their_note(found: list[Citation]) -> None:
    assert all(part.number == c.number for c in found for part in c.parts)


def references_lead_back_and_to_themselves_only_inside_a_note(found: list[Citation]) -> None:
    for citation in found:
        for number in (citation.points_to, citation.target):
            assert number is None or number < citation.number
        for part in citation.parts:
            assert part.points_to is None or part.points_to <= part.number
            assert part.target is None or part.target <= part.number


def full_sources(citation: Citation) -> dict[int | None, Citation]:
    """The full sources a note holds, by their ordinal; None when the note holds no other."""
    options = dict(enumerate(citation.parts, 1)) if citation.parts else {None: citation}
    return {place: c for place, c in options.items() if c.kind == "full"}


def a_target_holds_the_full_source_at_the_place_named(found: list[Citation]) -> None:
    by_number = {c.number: c for c in found}
    for citation in singly(found):
        if citation.target is not None:
            assert citation.target_part in full_sources(by_number[citation.target])
        else:
            assert citation.target_part is None


def sources_are_read_from_full_references_only(found: list[Citation]) -> None:
    for citation in singly(found):
        assert (citation.source is not None) == (citation.kind == "full")


def the_notes_pointed_to_lead_to_the_target(found: list[Citation]) -> None:
    by_number = {c.number: c for c in found}
    for citation in singly(found):
        here = citation
        while here.target is not None and here.points_to != here.target:
            note = by_number[here.points_to]
            assert note.number < here.number
            on = [c for c in note.parts or (note,) if same_goal(c, citation)]
            if not on and gives_again(note, full_sources(by_number[citation.target])):
                break
            assert on, f"note {note.number}, on the way from {citation.number}, leads elsewhere"
            here = on[0]


def gives_again(note: Citation, known: dict[int | None, Citation]) -> bool:
    """Whether a note gives one of these works in full once more: the way may end there."""
    years = {c.source.year for c in known.values()}
    return any(c.source.year in years for c in full_sources(note).values())


def same_goal(one: Citation, two: Citation) -> bool:
    return (one.target, one.target_part) == (two.target, two.target_part)


def a_link_a_rule_and_no_candidates_go_together(found: list[Citation]) -> None:
    for citation in singly(found):
        assert (citation.target is not None) == bool(citation.rule)
        assert citation.target is None or citation.points_to is not None
        assert citation.target is None or not citation.candidates


def candidates_are_given_notes_in_ascending_order(found: list[Citation]) -> None:
    for citation in singly(found):
        assert list(citation.candidates) == sorted(set(citation.candidates))
        assert set(citation.candidates) <= {c.number for c in found if c.number <= citation.number}


def a_reference_at_fault_is_never_linked(found: list[Citation]) -> None:
    for citation in singly(found):
        if any(problem.severity != "info" for problem in citation.problems):
            assert citation.target is None


def a_reference_without_a_link_says_why(found: list[Citation]) -> None:
    for citation in singly(found):
        if citation.kind not in ("full", "commentary", "cross", "multi"):
            assert citation.target is not None or citation.problems


def problems_are_those_of_the_table(found: list[Citation]) -> None:
    for citation in singly(found):
        for problem in citation.problems:
            assert problem.severity == CODES[problem.code][0]
            assert problem.place == f"footnote {citation.number}"
            assert "{" not in problem.cause + problem.remedy


def problems_are_told_in_one_line_with_a_short_quotation(found: list[Citation]) -> None:
    for citation in singly(found):
        for problem in citation.problems:
            assert len(problem.line().splitlines()) == 1
            assert len(problem.quote) <= 62


def a_note_with_several_parts_reports_what_its_parts_report(found: list[Citation]) -> None:
    for citation in found:
        assert (citation.kind == "multi") == (len(citation.parts) > 1)
        if citation.parts:
            assert citation.problems == tuple(p for c in citation.parts for p in c.problems)


def bare(text: str) -> str:
    """Letters, digits and signs of a text: what cleaning and cutting never change."""
    return re.sub(r"[^\w§¶]", "", text)


def locators_and_parts_stand_in_their_note(found: list[Citation]) -> None:
    for citation in found:
        printed = bare(clean(citation.text).text)
        for one in (citation, *citation.parts):
            assert bare(one.locator) in printed
            assert bare(clean(one.text).text) in printed


PROMISES = [
    parts_bear_the_number_of_their_note,
    references_lead_back_and_to_themselves_only_inside_a_note,
    a_target_holds_the_full_source_at_the_place_named,
    sources_are_read_from_full_references_only,
    the_notes_pointed_to_lead_to_the_target,
    a_link_a_rule_and_no_candidates_go_together,
    candidates_are_given_notes_in_ascending_order,
    a_reference_at_fault_is_never_linked,
    a_reference_without_a_link_says_why,
    problems_are_those_of_the_table,
    problems_are_told_in_one_line_with_a_short_quotation,
    a_note_with_several_parts_reports_what_its_parts_report,
    locators_and_parts_stand_in_their_note,
]


@thorough(800)
@given(sequences())
@example([])
@example([(7, "")])
@example([(1, f"{BOOK} Ibid., hlm. 20.")])
@example([(1, BOOK), (2, f"{TREATY} Lihat catatan kaki 1."), (3, "Wiguna, supra note 2.")])
def test_whatever_is_typed_every_promise_is_kept(given_notes):
    found = resolve_notes(given_notes)
    assert [(c.number, c.text) for c in found] == given_notes
    for promise in PROMISES:
        promise(found)

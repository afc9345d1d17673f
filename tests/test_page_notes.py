"""Notes of miniature pages, from Markdown to the elements a reader gets; no site is built."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from explainer.extension import ExplainerExtension, PageInfo, Recorder
from explainer.library import Library, read_entries
from support import Page, cases

if TYPE_CHECKING:
    from collections.abc import Callable

    from explainer import Problem

PAGES = cases("page_notes")
DEFAULTS = {"language": "id", "kind": "article", "library": []}


def convert(text: str, *extensions: Any) -> str:
    """The HTML that Markdown makes of a text with the extensions that mkdocs.yml names."""
    footnotes = FootnoteExtension(USE_DEFINITION_ORDER=False)
    known = ["attr_list", "def_list", "md_in_html", "tables"]
    return Markdown(extensions=[footnotes, *known, *extensions]).convert(text)


def render(case: dict[str, Any]) -> tuple[Page, list[Problem]]:
    """The page as our extension leaves it, and what it had to report."""
    case = {**DEFAULTS, **case}
    entries, faults = read_entries(case["library"])
    assert not faults
    extension = ExplainerExtension(Recorder(Library(entries)))
    path = {"id": "artikel.md", "en": "en/article.md"}[case["language"]]
    extension.page = PageInfo(path, case["language"], case["kind"])
    return Page("artikel/index.html", convert(case["text"], extension)), extension.recorder.problems


def text_of(node: Any) -> str:
    """The text of an element exactly as it is read, white space collapsed."""
    return " ".join(node.to_text(separator="", strip=False).split())


def texts(page: Page, selector: str) -> list[str]:
    return [text_of(node) for node in page.all(selector)]


def attributes(page: Page, selector: str, name: str) -> list[str]:
    return [node.attrs[name] for node in page.all(selector)]


# --- the facts that a row may state ---------------------------------------------------------------


def by_note(selector: str, *, every: bool = False) -> Callable[[Page], dict[str, Any]]:
    """A fact about each listed note that has such an element: its text, or all their texts."""

    def fact(page: Page) -> dict[str, Any]:
        found = {}
        for item in page.all("li.ex-notes__item"):
            inside = [text_of(node) for node in item.query(selector)]
            if inside:
                found[label(item)] = inside if every else " / ".join(inside)
        return found

    return fact


def label(item: Any) -> str:
    return item.attrs["id"].removeprefix("fn:")


def kinds(page: Page) -> dict[str, str]:
    items = {label(item): item for item in page.all("li.ex-notes__item")}
    shown = {name: item.query_one(".ex-note__resolved") for name, item in items.items()}
    return {name: node.attrs["data-kind"] for name, node in shown.items() if node}


def printed_html(page: Page) -> dict[str, str]:
    items = {label(item): item for item in page.all("li.ex-notes__item")}
    shown = {name: item.query_one(".ex-note__printed") for name, item in items.items()}
    whole = {name: node.to_html(pretty=False) for name, node in shown.items()}
    return {name: html.split(">", 1)[1].rsplit("<", 1)[0].strip() for name, html in whole.items()}


def addresses(page: Page) -> dict[str, list[str]]:
    return {
        label(item): [a.attrs["href"] for a in item.query(".ex-note a[href]")]
        for item in page.all("li.ex-notes__item")
        if item.query(".ex-note a[href]")
    }


FACTS: dict[str, Callable[[Page], Any]] = {
    "markers": lambda page: texts(page, ".ex-noteref > a"),
    "marker ids": lambda page: attributes(page, ".ex-noteref", "id"),
    "buttons": lambda page: attributes(page, ".ex-noteref > button", "aria-label"),
    "neighbours": lambda page: attributes(page, ".ex-noteref--next", "id"),
    "notes": lambda page: {label(i): i.attrs["value"] for i in page.all("li.ex-notes__item")},
    "heading": lambda page: texts(page, "section.ex-notes > h2"),
    "previews": lambda page: attributes(page, "[popover]", "id"),
    "paragraphs": lambda page: attributes(page, ".ex-par", "id"),
    "back": by_note(".ex-notes__back > a", every=True),
    "printed": by_note(".ex-note__printed"),
    "printed html": printed_html,
    "kinds": kinds,
    "parts": by_note(".ex-note__part", every=True),
    "sources": by_note(".ex-note__source", every=True),
    "trails": by_note(".ex-note__trail", every=True),
    "rules": by_note(".ex-note__rule", every=True),
    "open": by_note(".ex-note__open", every=True),
    "added": by_note(".ex-note__added"),
    "quotes": by_note(".ex-note__quote"),
    "addresses": addresses,
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_shows_what_its_row_says(case):
    page, problems = render(case)
    stated = {key: case[key] for key in FACTS if key in case}
    assert stated, "a row states at least one fact"
    assert {key: FACTS[key](page) for key in stated} == stated
    assert [problem.line() for problem in problems] == case.get("problems", [])


def test_rows_use_only_known_keys():
    known = {"name", "text", "problems", "without us the same", *DEFAULTS, *FACTS}
    assert {key for row in PAGES for key in row.values[0]} <= known


# --- what every page keeps ------------------------------------------------------------------------


@pytest.mark.parametrize("case", PAGES)
def test_ids_are_unique_and_none_stands_in_a_note(case):
    page, _ = render(case)
    assert [name for name, times in Counter(page.ids).items() if times > 1] == []
    assert page.all(".ex-note [id]") == []


@pytest.mark.parametrize("case", PAGES)
def test_every_way_there_and_back_arrives(case):
    page, _ = render(case)
    inside = [href for href in attributes(page, "a[href]", "href") if href.startswith("#")]
    assert {href.removeprefix("#") for href in inside} <= set(page.ids)
    in_notes = {id(node) for node in page.all(".ex-note .ex-noteref")}
    in_text = [n.attrs["id"] for n in page.all(".ex-noteref") if id(n) not in in_notes]
    back = attributes(page, "a[role=doc-backlink]", "href")
    assert all(back.count(f"#{name}") == 1 for name in in_text)


@pytest.mark.parametrize("case", PAGES)
def test_back_links_of_a_page_have_different_names(case):
    page, _ = render(case)
    names = attributes(page, "a[role=doc-backlink]", "aria-label")
    assert len(names) == len(set(names))


@pytest.mark.parametrize("case", PAGES)
def test_each_note_that_is_cited_has_one_preview_that_says_the_same(case):
    page, _ = render(case)
    listed = {label(item): item for item in page.all("li.ex-notes__item")}
    cited = [name for name, item in listed.items() if item.query(".ex-notes__back")]
    previews = page.all("[popover]")
    assert [node.attrs["id"] for node in previews] == [f"ex-note-{name}" for name in cited]
    for name, preview in zip(cited, previews, strict=True):
        assert text_of(preview.query_one(".ex-note")) == text_of(listed[name].query_one(".ex-note"))
    wanted = attributes(page, ".ex-noteref > button", "popovertarget")
    assert set(wanted) <= {node.attrs["id"] for node in previews}


@pytest.mark.parametrize("case", PAGES)
def test_no_address_in_a_note_can_run_anything(case):
    page, _ = render(case)
    for href in attributes(page, ".ex-note a[href]", "href"):
        assert href.lower().startswith(("https://", "http://", "mailto:", "#"))


@pytest.mark.parametrize("case", [row for row in PAGES if row.values[0].get("without us the same")])
def test_a_page_without_notes_stays_byte_for_byte_as_it_was(case):
    page, _ = render(case)
    assert page.html == convert(case["text"])


def test_some_rows_compare_with_a_page_made_without_us():
    assert sum(bool(row.values[0].get("without us the same")) for row in PAGES) >= 3


def test_one_extension_serves_many_pages_and_keeps_them_apart():
    extension = ExplainerExtension(Recorder())
    first, second = "Satu[^1]\n\n[^1]: Ibid.", "Dua[^1]\n\n[^1]: Op. Cit., Wiguna"
    for path, text in (("a.md", first), ("b.md", second)):
        extension.page = PageInfo(path, "id", "article")
        convert(text, extension)
    assert [(p.page, p.code) for p in extension.recorder.problems] == [
        ("a.md", "first-note-ibid"),
        ("b.md", "unresolved-reference"),
    ]
    notes = {path: book.notes[0].text for path, book in extension.recorder.notebooks.items()}
    assert notes == {"a.md": "Ibid.", "b.md": "Op. Cit., Wiguna"}

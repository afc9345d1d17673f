"""The pairs, menus and search indexes of two languages: tables, and a site with pairs at fault."""

from __future__ import annotations

import json

import pytest

from explainer.bilingual import (
    Entry,
    alternates,
    language_of,
    nav_problems,
    pair_problems,
    pairs_of,
    split_index,
    translate_nav,
)
from support import cases, resolve, target_path

TABLE = cases("bilingual")


def rows(key: str) -> list:
    """The cases of the table that have this key."""
    return [row for row in TABLE if key in row.values[0]]


def lines(problems) -> list[str]:
    return [f"[{problem.severity}] {problem.line()}" for problem in problems]


@pytest.mark.parametrize("case", rows("pages"))
def test_pairs(case):
    entries = [Entry(path, pair) for path, pair in case["pages"].items()]
    assert pairs_of(entries) == case["pairs"]
    assert lines(pair_problems(entries)) == case.get("problems", [])


@pytest.mark.parametrize("case", rows("menu"))
def test_menus(case):
    assert translate_nav(case["menu"], case["pairs"], case["labels"]) == case["translated"]
    assert lines(nav_problems(case["menu"], case["labels"])) == case.get("problems", [])


@pytest.mark.parametrize("case", rows("path"))
def test_languages(case):
    assert language_of(case["path"]) == case["language"]


def test_every_row_of_the_table_is_run():
    assert len(rows("pages")) + len(rows("menu")) + len(rows("path")) == len(TABLE)


def test_the_default_language_comes_first_among_alternates():
    pairs = {"artikel.md": "en/article.md", "en/article.md": "artikel.md"}
    both = [("id", "artikel.md"), ("en", "en/article.md")]
    assert list(alternates("artikel.md", pairs).items()) == both
    assert list(alternates("en/article.md", pairs).items()) == both
    assert alternates("baru.md", pairs) == {"id": "baru.md"}


def test_each_language_gets_its_own_search_index():
    places = ["", "artikel/", "artikel/#a", "en/", "en/article/#a", "energi/"]
    index = {"config": {"lang": ["en"], "pipeline": []}, "docs": [{"location": p} for p in places]}
    parts = split_index(index, {"en": ["stopWordFilter"]})
    found = {name: [doc["location"] for doc in part["docs"]] for name, part in parts.items()}
    assert found == {"id": ["", "artikel/", "artikel/#a", "energi/"], "en": ["", "article/#a"]}
    assert parts["id"]["config"] == {"lang": ["en"], "pipeline": []}
    assert parts["en"]["config"] == {"lang": ["en"], "pipeline": ["stopWordFilter"]}
    assert index["docs"][3] == {"location": "en/"}, "the index handed in stays as it was"


# --- Built ------------------------------------------------------------------------------------


def page(title: str, pair: str = "") -> str:
    return f"---\ntitle: {title}\n{f'pair: {pair}' if pair else ''}\n---\n\nIsi {title}.\n"


@pytest.fixture
def small(build):
    """A site of four pages; the third is not translated and stands between the others."""
    files = {
        "index.md": page("Beranda", "en/index.md"),
        "en/index.md": page("Home", "index.md"),
        "satu.md": page("Satu", "en/one.md"),
        "en/one.md": page("One", "satu.md"),
        "baru.md": page("Baru"),
        "dua.md": page("Dua", "en/two.md"),
        "en/two.md": page("Two", "dua.md"),
    }
    menu = [{"Beranda": "index.md"}, "satu.md", "baru.md", {"Bagian": ["dua.md"]}]
    return build(files, nav=menu)


def menu_of(built_page) -> list[str]:
    return [link.to_text() for link in built_page.all("#ex-menu a")]


def test_each_language_has_its_own_menu(small):
    assert menu_of(small.page("satu/")) == ["Satu", "Baru", "Dua"]
    assert menu_of(small.page("en/one/")) == ["One", "Two"]


def test_the_page_being_read_is_marked_in_its_menu(small):
    assert small.page("en/two/").text("#ex-menu [aria-current=page]") == "Two"


def test_the_next_page_is_the_next_of_the_same_language(small):
    def neighbours(path):
        links = small.page(path).all("head link[rel=prev], head link[rel=next]")
        return [target_path(resolve(small.page(path), link.attrs["href"])) for link in links]

    assert neighbours("satu/") == ["index.html", "baru/index.html"]
    assert neighbours("en/one/") == ["en/index.html", "en/two/index.html"]
    assert neighbours("dua/") == ["baru/index.html"]


def test_an_untranslated_page_switches_to_the_other_home_and_is_reported(small):
    link = small.page("baru/").one("a.ex-language")
    assert (link.attrs["href"], link.attrs["hreflang"], link.attrs["lang"]) == (
        "../en/",
        "en",
        "en",
    )
    reported = [line for line in small.infos if "pair-missing" in line]
    assert [line.split(",")[0] for line in reported] == ["baru.md"]


def test_a_section_without_a_label_is_a_warning(small):
    assert [line for line in small.warnings if "[nav-label-missing]" in line] != []


def test_search_finds_pages_of_the_same_language_only(small):
    def places(path):
        return [doc["location"] for doc in json.loads(small.read(path))["docs"]]

    assert sorted(places("search/search_index.json")) == ["", "baru/", "dua/", "satu/"]
    assert sorted(places("en/search/search_index.json")) == ["", "one/", "two/"]


def test_one_broken_pair_does_not_hide_another(build):
    files = {"index.md": page("A", "en/x.md"), "b.md": page("B", "index.md")}
    found = [line.rsplit("[", 1)[1] for line in build(files).warnings]
    assert sorted(found) == ["pair-not-found]", "pair-same-language]"]

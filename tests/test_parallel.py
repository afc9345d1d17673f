"""Both languages of an article side by side: paired, free of ids, and stale when they are."""

from __future__ import annotations

import re
from typing import Any

import pytest

from annotated import ARTICLE, TRANSLATION, data_files, framed, rendered
from explainer.parallel import hash_of
from explainer.yamlfile import read_yaml
from support import ROOT, Page, cases, words

PATHS = {"id": "artikel.md", "en": "en/article.md"}


def parts(text: str) -> dict[str, str]:
    """The parts of a text by their keys, as an author counts them."""
    made: dict[str, str] = {}
    for block in text.split("\n\n"):
        kind = "h" if block.startswith("#") else "p"
        number = sum(key.startswith(kind) for key in made) + 1
        made[f"{kind}-{number}"] = block.removeprefix("## ")
    return made


def hashes(case: dict[str, Any], own: dict[str, str]) -> object:
    """The stored hashes of a row."""
    if "file" in case:
        return case["file"]
    if "hashes" not in case:
        return None
    texts = {k: own.get(k, "") if text == "good" else text for k, text in case["hashes"].items()}
    return {"article": "artikel.md", "paragraphs": {k: hash_of(t) for k, t in texts.items()}}


@pytest.mark.parametrize("case", cases("parallel"))
def test_the_table(case, tmp_path):
    own = parts(case["id"])
    pages = {path: framed(case[language], language) for language, path in PATHS.items()}
    site, html = rendered(tmp_path, data_files(None, hashes(case, own)), pages)
    wanted = [
        re.sub(r"\{hash of (.*?)\}", lambda m: hash_of(own[m[1]]), line)
        for line in case.get("problems", ())
    ]
    assert [problem.line() for problem in site.all_problems()] == wanted
    for path in PATHS.values():
        filled = Page("", site.recorder.annotating.parallel.fill(html[path], path))
        marked = [n.parent.query_one(".ex-vh") for n in filled.all(".ex-stale__mark")]
        keys = [f"p-{words(node).split()[-1]}" for node in marked]
        assert keys == case.get("stale", [])


@pytest.fixture
def pages(tmp_path) -> dict[str, Page]:
    """Both pages of the miniature article, each with the other language in it."""
    texts = {"artikel.md": framed(ARTICLE, "id"), "en/article.md": framed(TRANSLATION, "en")}
    site, html = rendered(tmp_path, data_files(), texts)
    fill = site.recorder.annotating.parallel.fill
    return {path: Page("", fill(text, path)) for path, text in html.items()}


def test_each_paragraph_unfolds_its_translation(pages):
    held = pages["artikel.md"].all("details.ex-parallel")
    assert [words(node.query_one("summary")) for node in held] == [
        f"Terjemahan Inggris , paragraf {n}" for n in (1, 2, 3)
    ]
    shown = [node.query_one(".ex-parallel__text") for node in held]
    assert {node.attrs["lang"] for node in shown} == {"en"}
    assert words(shown[0]) == "One two “three” four. Five six seven eight, two."
    assert words(shown[0].query_one("em")) == "six seven"
    english = pages["en/article.md"].all("details.ex-parallel")
    assert words(english[0].query_one("summary")) == "Indonesian original , paragraph 1"


def test_a_heading_has_its_translation_too(pages):
    heading = pages["artikel.md"].one(".ex-parallel--heading")
    assert (words(heading), heading.attrs["lang"]) == ("First heading", "en")


def test_translations_bring_no_ids_links_or_buttons(pages):
    for page in pages.values():
        assert len(page.ids) == len(set(page.ids))
        names = ("a", "button", "sup", "[id]", ".ex-term")
        assert page.all(", ".join(f".ex-parallel__text {name}" for name in names)) == []
        assert page.all(".ex-parallel--heading *") == []


def test_both_languages_share_the_addresses_of_paragraphs(pages):
    numbered = [[i for i in page.ids if re.fullmatch(r"p-\d+", i)] for page in pages.values()]
    assert numbered == [["p-1", "p-2", "p-3"]] * 2


def test_citations_by_key_stand_in_words(tmp_path):
    """Each names its work in the language of its own page; the hash is of what was typed."""
    texts = {
        PATHS["id"]: framed("Satu [@karya-satu, 3].", "id"),
        PATHS["en"]: framed("One [@karya-satu, 3].", "en"),
    }
    stored = {"article": "artikel.md", "paragraphs": {"p-1": hash_of("Satu [@karya-satu, 3].")}}
    site, html = rendered(tmp_path, data_files(None, stored), texts)
    fill = site.recorder.annotating.parallel.fill
    pages = {path: Page("", fill(text, path)) for path, text in html.items()}
    shown = {path: words(page.one(".ex-parallel__text")) for path, page in pages.items()}
    assert shown == {PATHS["id"]: "One (Satu 1979, 3).", PATHS["en"]: "Satu (Satu 1979, 3)."}
    assert [problem.code for problem in site.all_problems()] == []


def test_html_of_the_author_stays_text(tmp_path):
    texts = {PATHS["id"]: "a < b &amp; <b>c</b> `d<e`\n", PATHS["en"]: "x & <i>y</i>\n"}
    site, html = rendered(tmp_path, {}, texts)
    filled = site.recorder.annotating.parallel.fill(html[PATHS["en"]], PATHS["en"])
    assert "a &lt; b &amp; c <code>d&lt;e</code>" in filled


def test_without_a_pair_nothing_is_added(tmp_path):
    _, html = rendered(tmp_path, {}, {"lain.md": "Satu.\n"})
    assert "ex-parallel" not in html["lain.md"]


def test_each_part_of_our_article_was_checked(site):
    stored = read_yaml(ROOT / "docs" / "_data" / "translations" / "artikel.yml")
    page = site.page("artikel/")
    parts = [f"p-{n + 1}" for n in range(len(page.all("details.ex-parallel")))]
    parts += [f"h-{n + 1}" for n in range(len(page.all(".ex-parallel--heading")))]
    assert sorted(stored["paragraphs"]) == sorted(parts)
    assert "stale-translation" not in site.output

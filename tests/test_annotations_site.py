"""A miniature site with annotations, built by MkDocs: what readers, links and programs get."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import pytest

from annotated import ANNOTATIONS, site_files
from support import EVERY_ARTICLE, Page, words

PUT_IN = re.compile(
    r'<mark class="ex-hl [^>]*>|</mark>|<span class="ex-mk [^>]*><button [^>]*></button></span>'
)
GLOSSES = re.compile(r"<aside .*?</aside>", re.DOTALL)
PANEL = re.compile(r'<section [^>]*class="ex-panel".*?</section>', re.DOTALL)


@pytest.fixture(scope="module")
def annotated(tmp_path_factory):
    """The miniature site, annotated."""
    from support import build_site

    return build_site(tmp_path_factory.mktemp("annotated"), site_files(ANNOTATIONS))


def test_the_build_has_nothing_to_say(annotated):
    assert annotated.warnings == []


@pytest.mark.parametrize("none", [None, []], ids=["no file", "an empty list"])
def test_without_annotations_every_page_is_the_same(build, none):
    """The other language stands there either way; of notes there is no trace."""
    plain = build(site_files(None))
    made = build(site_files(none))
    assert plain.warnings == made.warnings == []
    assert {p: page.html for p, page in plain.pages.items()} == {
        p: page.html for p, page in made.pages.items()
    }
    assert "ex-ann" not in made.read("artikel/index.html")
    assert "ex-hl" not in made.read("artikel/index.html")


def test_an_article_of_the_same_site_without_annotations_is_untouched(annotated, build):
    assert annotated.read("lain/index.html") == build(site_files(None)).read("lain/index.html")


def test_nothing_of_the_article_changes_but_what_is_put_in(annotated, build):
    plain, noted = (
        built.read("artikel/index.html").partition('<div class="ex-article"')[2]
        for built in (build(site_files(None)), annotated)
    )
    body = GLOSSES.sub("", PUT_IN.sub("", noted)).partition('<h2 id="sesudah')[0]
    assert body == plain.partition('<h2 id="sesudah')[0]


def test_pages_of_authors_may_link_to_a_note(build):
    files = site_files(ANNOTATIONS)
    files["index.md"] += "\n[Catatan](artikel.md#a-klaim), [tiada](artikel.md#a-tiada)\n"
    warnings = build(files).warnings
    assert len(warnings) == 1
    assert "#a-tiada" in warnings[0]


def test_terms_list_the_notes_that_use_them(annotated):
    uses = annotated.page("glosarium/realisme/").all(".ex-uses__place")
    assert ("../../artikel/#a-klaim", "Artikel, catatan: Judul klaim") in [
        (a.attrs["href"], words(a)) for a in uses
    ]


def test_the_search_finds_notes_but_neither_summary_nor_translation(annotated):
    index = json.loads(annotated.read("search/search_index.json"))
    texts = " ".join(doc["text"] for doc in index["docs"] if doc["location"].startswith("artikel"))
    assert "kata kata kata" in texts
    assert not {
        word for word in ("klaim diperiksa", "seven", "Catatan berikutnya") if word in texts
    }


@pytest.mark.parametrize(
    "path", ["unduh/anotasi-artikel.jsonld", "unduh/annotations-article.jsonld"]
)
def test_the_file_for_others_is_complete_and_linked(annotated, path):
    made = json.loads(annotated.read(path))
    assert len(made["items"]) == len(ANNOTATIONS)
    page = annotated.page("artikel/" if "anotasi" in path else "en/article/")
    assert page.one(".ex-all__file a").attrs["href"].endswith(path)
    selectors = [item["target"]["selector"] for item in made["items"]]
    text = page.one("body").to_text(separator="", strip=False)
    for one in selectors:
        assert text.count(one["prefix"] + one["exact"] + one["suffix"]) == 1


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_every_note_of_our_articles_is_reached_from_the_text_and_from_the_summary(site, doc):
    page = site.page(doc.url)
    notes = [node.attrs["id"][2:] for node in page.all(".ex-ann")]
    markers = [node.attrs["popovertarget"][2:] for node in page.all(".ex-mk__button")]
    listed = [node.attrs["href"][3:] for node in page.all(".ex-all__list a")]
    assert notes == markers == listed
    assert {f"a-{name}" for name in notes} <= set(page.ids)


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_entries_list_notes_with_the_sentence_and_lead_to_the_words(site, doc):
    """On every entry: a link to marked words of the article, and a sentence of the note."""
    article = site.page(doc.url)
    notes = {node.attrs["id"]: words(node) for node in article.all(".ex-ann")}
    name = {"artikel/": "Artikel, catatan: ", "en/article/": "Article, note: "}[doc.url]
    folder = "en/glossary/" if doc.url.startswith("en/") else "glosarium/"
    found = named = 0
    for path in site.pages:
        links = ".ex-uses__place[href*='#a-']"
        for place in site.page(path).all(links) if path.startswith(folder) else ():
            address, _, anchor = place.attrs["href"].partition("#")
            assert urljoin(path, address) == doc.url
            assert anchor in article.ids
            note = notes[anchor.replace("a-", "n-", 1)]
            assert words(place).startswith(name)
            assert words(place).removeprefix(name) in note
            sentence = words(place.parent.query_one(".ex-uses__sentence"))
            marked = place.parent.query_one(".ex-uses__sentence mark")
            if marked is None:  # a term that the note names, with the words it speaks of
                assert sentence.startswith("“")
                assert words(site.page(path).one("h1")) in names_of(article, anchor)
                named += 1
                continue
            assert words(marked) in note
            assert len(sentence) > len(words(marked))
            found += 1
    assert found > 25
    assert named > 20


def names_of(article: Page, anchor: str) -> list[str]:
    """The terms that a note names below it."""
    note = article.one(f"[id='{anchor.replace('a-', 'n-', 1)}']")
    return [words(node) for node in note.query(".ex-ann__terms a")]

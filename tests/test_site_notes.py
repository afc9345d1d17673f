"""The notes of the articles on the built pages: resolved, previewed, linked both ways."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

import pytest

from support import EVERY_ARTICLE, Doc, words

SOURCE_TITLE = "Putin says Russia and N Korea will expand bilateral relations"
SOURCE_ADDRESS = "https://www.aljazeera.com/news/2022/8/15/putin-says-russia-and-n-korea-"
THE_ARTICLE = ["artikel/", "en/article/"]


def item(page, number: int):
    """The entry of a note in the list."""
    return page.one(f'li[id="fn:{number}"]')


@pytest.mark.parametrize("url", THE_ARTICLE)
@pytest.mark.parametrize(
    ("number", "kind", "trail"),
    [(3, "opcit", ["#fn:1"]), (4, "ibid", ["#fn:3", "#fn:1"])],
    ids=["note 3", "note 4"],
)
def test_short_notes_of_the_article_lead_to_al_jazeera(site, url, number, kind, trail):
    entry = item(site.page(url), number)
    resolved = entry.query_one(".ex-note__resolved")
    assert resolved.attrs["data-kind"] == kind
    source = words(resolved.query_one(".ex-note__source"))
    assert "Al Jazeera" in source
    assert SOURCE_TITLE in source
    links = [node.attrs["href"] for node in resolved.query(".ex-note__source a")]
    assert [link for link in links if link.startswith(SOURCE_ADDRESS)]
    assert "2022" in source
    steps = [node.attrs["href"] for node in resolved.query(".ex-note__trail a")]
    assert steps == trail
    assert words(resolved.query_one(".ex-note__rule"))


@pytest.mark.parametrize("url", THE_ARTICLE)
def test_notes_keep_the_author_s_words(site, url):
    page = site.page(url)
    printed = {n: words(item(page, n).query_one(".ex-note__printed")) for n in (3, 4)}
    assert printed == {3: "Op. Cit., Al Jazeera", 4: "Ibid."}


@pytest.mark.parametrize("url", THE_ARTICLE)
def test_note_2_shows_the_words_the_author_pointed_at(site, url):
    quote = item(site.page(url), 2).query_one(".ex-note__quote q")
    assert words(quote)
    assert "%" not in words(quote)


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_every_marker_has_its_note_and_every_note_its_way_back(site, doc: Doc):
    page = site.page(doc.url)
    markers = page.all("sup.ex-noteref")
    numbers = list(dict.fromkeys(node.query_one("a").attrs["href"] for node in markers))
    notes = page.all("section.ex-notes li[id]")
    assert (
        numbers == [f"#{node.attrs['id']}" for node in notes] == [f"#fn:{n}" for n in range(1, 6)]
    )
    back = [link.attrs["href"] for node in notes for link in node.query('a[role="doc-backlink"]')]
    assert sorted(back) == sorted(f"#{node.attrs['id']}" for node in markers)


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_every_marker_opens_a_preview_of_the_same_note(site, doc: Doc):
    page = site.page(doc.url)
    for marker in page.all("sup.ex-noteref"):
        number = marker.query_one("a").attrs["href"].removeprefix("#fn:")
        button = marker.query_one("button")
        preview = page.one(f'.ex-preview[id="{button.attrs["popovertarget"]}"]')
        assert button.attrs["popovertarget"] == f"ex-note-{number}"
        assert button.attrs["aria-label"].endswith(number)
        assert "popover" in preview.attrs
        listed = item(page, int(number)).query_one(".ex-note")
        assert "".join(words(preview.query_one(".ex-note")).split()) == "".join(
            words(listed).split()
        )


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_notes_have_the_roles_that_readers_aids_know(site, doc: Doc):
    page = site.page(doc.url)
    roles = Counter(node.attrs["role"] for node in page.all("main [role]"))
    names = [node.attrs.get("aria-label") for node in page.all('[role="doc-backlink"]')]
    assert roles["doc-noteref"] == len(page.all("sup.ex-noteref > a"))
    assert roles["doc-endnotes"] == bool(names)
    assert not {"doc-endnote", "doc-footnote", "doc-biblioentry"} & set(roles)
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_note_bodies_hold_no_ids(site, doc: Doc):
    assert site.page(doc.url).all(".ex-note [id]:not(mark), .ex-preview [id]") == []


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_previews_stand_outside_paragraphs(site, doc: Doc):
    for preview in site.page(doc.url).all(".ex-preview"):
        node, above = preview.parent, []
        while node is not None:
            above.append(node.name)
            node = node.parent
        assert not {"p", "sup", "li"} & set(above)


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_unsafe_addresses_never_become_links(site, doc: Doc):
    schemes = {
        urlsplit(node.attrs["href"] or "").scheme for node in site.page(doc.url).all("a[href]")
    }
    assert schemes <= {"", "https", "http", "mailto"}

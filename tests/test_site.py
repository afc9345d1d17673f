"""The built site as a reader, a browser and a search engine meet it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from support import SITE_URL, Doc, docs, words

DOCS = docs()
ARTICLES = [doc for doc in DOCS if doc.meta.get("kind") == "article"]
EVERY_DOC = [pytest.param(doc, id=doc.src) for doc in DOCS]
EVERY_ARTICLE = [pytest.param(doc, id=doc.src) for doc in ARTICLES]
EVERY_PAGE = [pytest.param(path, id=path) for path in [*(d.url for d in DOCS), "404.html"]]

SOURCE_TITLE = "Putin says Russia and N Korea will expand bilateral relations"

# Elements whose address is fetched as the page is shown; a link is only followed when asked to.
FETCHED = {
    "audio": ["src"],
    "embed": ["src"],
    "iframe": ["src"],
    "image": ["href", "xlink:href"],
    "img": ["src", "srcset"],
    "input": ["src"],
    "link": ["href"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "use": ["href", "xlink:href"],
    "video": ["src", "poster"],
}
NOT_FETCHED_LINKS = {"canonical", "alternate", "license", "author"}

COMMON_WORDS = {
    "id": {
        "yang",
        "dan",
        "di",
        "dari",
        "dengan",
        "untuk",
        "pada",
        "ini",
        "setiap",
        "oleh",
        "tidak",
    },
    "en": {
        "the",
        "and",
        "of",
        "in",
        "to",
        "is",
        "with",
        "for",
        "every",
        "how",
        "by",
        "not",
        "this",
    },
}


def seems(text: str) -> set[str]:
    """The languages whose common words a text holds most of; both if it cannot be told."""
    found = set(re.findall(r"[a-z]+", text.lower()))
    counts = {lang: len(found & common) for lang, common in COMMON_WORDS.items()}
    return {lang for lang, count in counts.items() if count == max(counts.values())}


def resolve(page, reference: str) -> str:
    """The full address that a reference on a page means."""
    return urljoin(SITE_URL + page.path.removesuffix("index.html"), reference)


def is_own(url: str) -> bool:
    return url.startswith(SITE_URL)


def target_path(url: str) -> str:
    """The file inside the site that one of our own addresses means."""
    path = unquote(urlsplit(url).path).removeprefix(urlsplit(SITE_URL).path)
    return path + "index.html" if path == "" or path.endswith("/") else path


# --- The build -------------------------------------------------------------------------------


def test_the_strict_build_has_nothing_to_say(site):
    assert site.warnings == []
    assert site.returncode == 0


def test_the_three_pages_exist_in_both_languages(site):
    expected = {"index.md", "artikel.md", "tentang.md"}
    expected |= {"en/index.md", "en/article.md", "en/about.md"}
    assert expected <= {doc.src for doc in DOCS}
    assert {doc.url + "index.html" for doc in DOCS} | {"404.html"} == set(site.pages)


def test_only_what_readers_need_is_published(site):
    paths = [path.relative_to(site.dir) for path in site.dir.rglob("*") if path.is_file()]
    hidden = [str(path) for path in paths if any(part[0] in "._" for part in path.parts)]
    working = [str(path) for path in paths if path.suffix in {".yml", ".yaml", ".py", ".md"}]
    assert hidden == []
    assert working == []


# --- Links and ids ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_every_own_link_and_fragment_leads_somewhere(site, path):
    page = site.page(path)
    broken = []
    for node in page.all("[href], [src]"):
        reference = node.attrs.get("href") or node.attrs.get("src") or ""
        url = resolve(page, reference)
        if is_own(url) and not leads_somewhere(site, url):
            broken.append(reference)
    assert broken == []


def leads_somewhere(site, url: str) -> bool:
    target, fragment = target_path(url), unquote(urlsplit(url).fragment)
    if not (site.dir / target).is_file():
        return False
    return not fragment or not target.endswith(".html") or fragment in site.pages[target].ids


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_links_to_ourselves_work_under_any_address(site, path):
    """Relative everywhere, but for the 404 page, which is shown at any depth."""
    page = site.page(path)
    links = [node.attrs.get("href") or "" for node in page.all("body [href]")]
    absolute = [link for link in links if link.startswith("/") or is_own(link)]
    assert path == "404.html" or absolute == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_ids_are_unique(site, path):
    assert [name for name, times in Counter(site.page(path).ids).items() if times > 1] == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_references_between_elements_find_their_element(site, path):
    page = site.page(path)
    ids = set(page.ids)
    attributes = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget")
    missing = [
        (attribute, name)
        for attribute in attributes
        for node in page.all(f"[{attribute}]")
        for name in (node.attrs[attribute] or "").split()
        if name not in ids
    ]
    assert missing == []


# --- Nobody else learns of a visit ------------------------------------------------------------


def fetched(page) -> list[str]:
    """Every address that showing a page fetches, as far as its HTML says so."""
    nodes = [
        (node, name) for tag, names in FETCHED.items() for node in page.all(tag) for name in names
    ]
    return [
        resolve(page, part.split()[0])
        for node, name in nodes
        if not (node.name == "link" and node.attrs.get("rel") in NOT_FETCHED_LINKS)
        for part in (node.attrs.get(name) or "").split(",")
        if part.strip() and not part.startswith("data:")
    ]


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_pages_fetch_from_ourselves_only(site, path):
    addresses = fetched(site.page(path))
    assert addresses, "a page without a style sheet is not our site"
    assert [url for url in addresses if not is_own(url)] == []


def test_style_sheets_fetch_from_ourselves_only(site):
    pattern = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
    sheets = list(site.dir.rglob("*.css"))
    found = [
        (sheet, a or b) for sheet in sheets for a, b in pattern.findall(sheet.read_text("utf-8"))
    ]
    addresses = [(sheet.name, url) for sheet, url in found if not url.startswith(("data:", "#"))]
    assert sheets
    assert [(name, url) for name, url in addresses if re.match(r"(?:\w+:)?//", url)] == []


def test_what_style_sheets_fetch_exists(site):
    missing = [
        (sheet.name, url)
        for sheet in site.dir.rglob("*.css")
        for url in re.findall(r"url\(\s*['\"]?([^'\")]+)", sheet.read_text("utf-8"))
        if not url.startswith(("data:", "#"))
        and not (sheet.parent / urlsplit(url).path).resolve().is_file()
    ]
    assert missing == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_forms_send_nothing_to_others(site, path):
    page = site.page(path)
    actions = [resolve(page, node.attrs.get("action") or "") for node in page.all("form")]
    assert [url for url in actions if not is_own(url)] == []


# --- HTML ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_html_has_no_parse_errors(site, path):
    page = site.page(path)
    lines = page.html.splitlines()
    errors = [
        f"{error.code}: {lines[(error.line or 1) - 1].strip()[:160]}" for error in page.tree.errors
    ]
    assert errors == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_nothing_is_styled_or_scripted_in_attributes(site, path):
    page = site.page(path)
    styled = [node.to_html()[:120] for node in page.all("[style]")]
    names = {name for node in page.all("*") for name in node.attrs}
    assert styled == []
    assert [name for name in sorted(names) if re.fullmatch(r"on[a-z]+", name)] == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_one_h1_and_headings_in_order(site, path):
    nodes = site.page(path).all("h1, h2, h3, h4, h5, h6")
    levels = [int(node.name[1]) for node in nodes]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [b for a, b in zip(levels, levels[1:], strict=False) if b > a + 1] == []
    assert all(words(node) for node in nodes)


# --- Titles and languages --------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_each_page_says_its_language(site, path):
    page = site.page(path)
    assert page.one("html").attrs["lang"] == page.lang


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_title_and_description_are_there_and_in_the_page_s_language(site, doc: Doc):
    page = site.page(doc.url)
    description = page.one('meta[name="description"]').attrs["content"]
    assert doc.meta["title"] in page.text("head title")
    assert description == doc.meta["description"]
    assert seems(description) == {doc.lang}
    assert doc.lang in seems(doc.meta["title"])


def test_titles_and_descriptions_are_unique(site):
    pages = [site.page(doc.url) for doc in DOCS]
    titles = Counter(page.text("head title") for page in pages)
    descriptions = Counter(page.one('meta[name="description"]').attrs["content"] for page in pages)
    assert max(titles.values()) == max(descriptions.values()) == 1


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_the_text_is_in_the_page_s_language(site, doc: Doc):
    assert seems(words(site.page(doc.url).one("main"))) == {doc.lang}


def test_the_404_page_speaks_both_languages(site):
    page = site.page("404.html")
    english = " ".join(words(node) for node in page.all('main [lang="en"]'))
    assert page.text("head title")
    assert seems(english) == {"en"}
    assert seems(words(page.one("main")).replace(english, "")) == {"id"}


def test_the_404_page_works_at_any_depth(site):
    """Everything on it is addressed from the root of the host, since its own depth is unknown."""
    page = site.page("404.html")
    links = [
        node.attrs.get("href") or node.attrs.get("src") or "" for node in page.all("[href], [src]")
    ]
    base = urlsplit(SITE_URL).path
    assert [link for link in links if not link.startswith((base, "#", "data:", "https://"))] == []


# --- Pairs -----------------------------------------------------------------------------------


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_pages_name_each_other_as_pairs(doc: Doc):
    by_src = {other.src: other for other in DOCS}
    pair = by_src[doc.meta["pair"]]
    assert pair.meta["pair"] == doc.src
    assert pair.lang != doc.lang
    assert pair.meta.get("kind") == doc.meta.get("kind")


@pytest.mark.parametrize("doc", EVERY_DOC)
def test_the_language_switch_leads_to_the_pair(site, doc: Doc):
    page = site.page(doc.url)
    pair = next(other for other in DOCS if other.src == doc.meta["pair"])
    switches = page.all(f'body a[hreflang="{pair.lang}"]')
    assert switches
    assert {resolve(page, node.attrs["href"]) for node in switches} == {SITE_URL + pair.url}
    assert {node.attrs.get("lang") for node in switches} == {pair.lang}


def test_menus_stay_in_their_language(site):
    """Apart from the language switch, a menu leads to pages of its own language only."""
    for doc in DOCS:
        page = site.page(doc.url)
        links = [node for node in page.all("nav a[href]") if not node.attrs.get("hreflang")]
        paths = [
            target_path(resolve(page, node.attrs["href"]))
            for node in links
            if not is_far(page, node)
        ]
        assert {("en" if path.startswith("en/") else "id") for path in paths} == {doc.lang}, doc.src


def is_far(page, node) -> bool:
    return not is_own(resolve(page, node.attrs["href"]))


SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def sitemap(site) -> dict[str, dict[str, str]]:
    """Each address in the sitemap with its alternates by language."""
    root = ET.fromstring(site.read("sitemap.xml"))  # noqa: S314  # our own file
    return {
        entry.findtext("s:loc", "", SITEMAP): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in entry.findall("x:link", SITEMAP)
        }
        for entry in root.findall("s:url", SITEMAP)
    }


def test_the_sitemap_names_every_page_and_its_pair(site):
    entries = sitemap(site)
    assert set(entries) == {SITE_URL + doc.url for doc in DOCS}
    urls = {doc.src: SITE_URL + doc.url for doc in DOCS}
    for doc in DOCS:
        both = {doc.lang: urls[doc.src], "en" if doc.lang == "id" else "id": urls[doc.meta["pair"]]}
        assert entries[urls[doc.src]] == {**both, "x-default": both["id"]}


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_alternates_in_the_head(site, path):
    """Material's script would fetch a sitemap below each of them."""
    assert site.page(path).all("head link[hreflang]") == []


# --- Articles and their notes ------------------------------------------------------------------


def item(page, number: int):
    """The entry of a note in the list."""
    return page.one(f'li[id="fn:{number}"]')


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
@pytest.mark.parametrize(
    ("number", "kind", "trail"), [(3, "opcit", ["#fn:1"]), (4, "ibid", ["#fn:3", "#fn:1"])]
)
def test_short_notes_of_the_article_lead_to_al_jazeera(site, doc: Doc, number, kind, trail):
    if doc.src not in {"artikel.md", "en/article.md"}:
        pytest.fail("a second article needs its own test of its notes")
    entry = item(site.page(doc.url), number)
    resolved = entry.query_one(".ex-note__resolved")
    assert resolved.attrs["data-kind"] == kind
    source = words(resolved.query_one(".ex-note__source"))
    assert "Al Jazeera" in source
    assert SOURCE_TITLE in source
    assert "2022" in source
    steps = [node.attrs["href"] for node in resolved.query(".ex-note__trail a")]
    assert steps == trail
    assert words(resolved.query_one(".ex-note__rule"))


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_notes_keep_the_author_s_words(site, doc: Doc):
    page = site.page(doc.url)
    printed = {n: words(item(page, n).query_one(".ex-note__printed")) for n in (3, 4)}
    assert printed == {3: "Op. Cit., Al Jazeera", 4: "Ibid."}


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_note_2_shows_the_words_the_author_pointed_at(site, doc: Doc):
    quote = item(site.page(doc.url), 2).query_one(".ex-note__quote q")
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
        preview = page.one(f'aside[id="{button.attrs["popovertarget"]}"]')
        assert button.attrs["popovertarget"] == f"ex-note-{number}"
        assert button.attrs["aria-label"].endswith(number)
        assert "popover" in preview.attrs
        assert words(preview.query_one(".ex-note")) == words(
            item(page, int(number)).query_one(".ex-note")
        )


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_notes_have_the_roles_that_readers_aids_know(site, doc: Doc):
    page = site.page(doc.url)
    roles = Counter(node.attrs["role"] for node in page.all("main [role]"))
    names = [node.attrs.get("aria-label") for node in page.all('[role="doc-backlink"]')]
    assert roles["doc-noteref"] == len(page.all("sup.ex-noteref > a"))
    assert roles["doc-endnotes"] == 1
    assert not {"doc-endnote", "doc-footnote", "doc-biblioentry"} & set(roles)
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_note_bodies_hold_no_ids(site, doc: Doc):
    assert site.page(doc.url).all(".ex-note [id], .ex-preview [id]") == []


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_previews_stand_outside_paragraphs(site, doc: Doc):
    for preview in site.page(doc.url).all("aside.ex-preview"):
        node, above = preview.parent, []
        while node is not None:
            above.append(node.name)
            node = node.parent
        assert not {"p", "sup", "li"} & set(above)


def test_paragraphs_have_the_same_ids_in_both_languages(site):
    for doc in ARTICLES:
        pair = next(other for other in DOCS if other.src == doc.meta["pair"])
        ids = [[n.attrs["id"] for n in site.page(d.url).all("p.ex-par")] for d in (doc, pair)]
        assert ids[0] == ids[1] == [f"p-{number}" for number in range(1, len(ids[0]) + 1)]
        assert len(ids[0]) > 5


@pytest.mark.parametrize("doc", EVERY_ARTICLE)
def test_unsafe_addresses_never_become_links(site, doc: Doc):
    schemes = {
        urlsplit(node.attrs["href"] or "").scheme for node in site.page(doc.url).all("a[href]")
    }
    assert schemes <= {"", "https", "http", "mailto"}


# --- Search ----------------------------------------------------------------------------------


def indexed(site) -> list[dict[str, str]]:
    """Every entry of every search index."""
    files = sorted(site.dir.rglob("search_index*.json"))
    assert files
    return [entry for file in files for entry in json.loads(file.read_text("utf-8"))["docs"]]


def test_search_knows_the_article_in_both_languages(site):
    text = " ".join(entry["text"] for entry in indexed(site))
    for doc in ARTICLES:
        first = words(site.page(doc.url).one("#p-2"))
        assert " ".join(re.findall(r"[^\W\d]+", first)[:4]) in " ".join(
            re.findall(r"[^\W\d]+", text)
        )


def test_notes_stay_out_of_the_search_index(site):
    urls = {doc.url for doc in ARTICLES} | {doc.url.removeprefix("en/") for doc in ARTICLES}
    entries = [entry for entry in indexed(site) if entry["location"].split("#")[0] in urls]
    text = " ".join(entry["title"] + " " + entry["text"] for entry in entries)
    assert entries
    assert [word for word in ("Ibid", "Op. Cit.", SOURCE_TITLE, "ex-note") if word in text] == []

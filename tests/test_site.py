"""The built site as a browser and a search engine meet it: files, links, ids, HTML, search."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest

from support import ARTICLES, DOCS, ERROR_PAGES, EVERY_PAGE, is_own, resolve, target_path, words

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
NOT_FETCHED_LINKS = set("canonical alternate license author cite-as describedby".split())
NOT_FETCHED_LINKS |= {"schema.DC", "schema.DCTERMS"}


# --- The build -------------------------------------------------------------------------------


def test_the_strict_build_has_nothing_to_say(site):
    assert site.warnings == []
    assert site.returncode == 0


def test_every_page_we_wrote_is_built_and_no_other(site):
    assert {doc.url + "index.html" for doc in DOCS} | set(ERROR_PAGES) == set(site.pages)


def test_only_what_readers_need_is_published(site):
    paths = [path.relative_to(site.dir) for path in site.dir.rglob("*") if path.is_file()]
    hidden = [str(path) for path in paths if any(part[0] in "._" for part in path.parts)]
    for_hosts = ["_headers", "_redirects"]
    working = [str(path) for path in paths if path.suffix in {".yml", ".yaml", ".py", ".md"}]
    assert sorted(hidden) == for_hosts
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
    """Relative everywhere, but for pages that are shown at any depth."""
    page = site.page(path)
    links = [node.attrs.get("href") or "" for node in page.all("body [href]")]
    absolute = [link for link in links if link.startswith("/") or is_own(link)]
    assert path in ERROR_PAGES or absolute == []


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
        if not (node.name == "link" and node.attrs.get("rel", "").strip() in NOT_FETCHED_LINKS)
        for part in (node.attrs.get(name) or "").split(",")
        if part.strip() and not part.startswith("data:")
    ]


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_pages_fetch_from_ourselves_only(site, path):
    addresses = fetched(site.page(path))
    assert addresses, "a page without a style sheet is not our site"
    assert [url for url in addresses if not is_own(url)] == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_styles_fetch_only_what_is_there_and_ours(site, path):
    page = site.page(path)
    pattern = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
    found = [a or b for a, b in pattern.findall(page.one("style").to_text())]
    addresses = [resolve(page, url) for url in found if not url.startswith("data:")]
    assert len(addresses) >= 4, "the fonts are ours"
    assert [url for url in addresses if not is_own(url)] == []
    assert [url for url in addresses if not leads_somewhere(site, url)] == []


def test_all_styles_stand_in_the_pages(site):
    assert list(site.dir.rglob("*.css")) == []


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
    assert [b for a, b in pairwise(levels) if b > a + 1] == []
    assert all(words(node) for node in nodes)


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

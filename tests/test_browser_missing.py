"""Wrong addresses in Chromium, on a host that knows one 404.html for all of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from chromium import Reader
from server import serve
from support import ROOT
from test_browser_search import look_for, open_search, results

SAID = {"": "Halaman tidak ditemukan", "en/": "Page not found"}
LANGUAGE = {"": "id", "en/": "en"}
SCRIPTS = [f"assets/js/{name}.js" for name in ("missing", "reading", "glossary")]
MINIATURE = {
    **{path: (ROOT / "docs" / path).read_text("utf-8") for path in SCRIPTS},
    "index.md": "---\ntitle: Satu\npair: en/index.md\n---\nTeks.",
    "en/index.md": "---\ntitle: One\npair: index.md\n---\nText.",
}


def missing(visit) -> list[str]:
    """What went wrong beyond the missing page itself, which Chromium reports too."""
    return [said for said in visit.complaints if "404" not in said]


@pytest.mark.parametrize("folder", list(SAID))
def test_a_wrong_address_is_answered_in_its_language(reader, folder):
    visit = reader.open(f"{folder}tidak/ada/")
    page = visit.page
    expect(page.locator("h1")).to_have_text(SAID[folder])
    assert page.evaluate("document.documentElement.lang") == LANGUAGE[folder]
    assert page.title().startswith(SAID[folder])
    assert missing(visit) == []


@pytest.mark.parametrize("folder", list(SAID))
def test_the_search_works_at_a_wrong_address(reader, folder):
    visit = reader.open(f"{folder}tidak/ada/", width=390)
    open_search(visit.page)
    look_for(visit.page, "realis")
    addresses = results(visit.page).evaluate_all("links => links.map(link => link.href)")
    assert all(("/en/" in address) == bool(folder) for address in addresses)


@pytest.mark.parametrize("folder", list(SAID))
def test_without_scripts_both_languages_are_there(reader, folder):
    page = reader.open(f"{folder}tidak/ada/", js=False).page
    for said in SAID.values():
        expect(page.get_by_role("heading", name=said)).to_be_visible()


@pytest.mark.parametrize("folder", list(SAID))
def test_below_two_folders_links_of_the_page_lead_home(browser, build, folder):
    site = build(MINIATURE, site_url="https://explainer.example/x/y/")
    with serve(site.dir, "/x/y/") as address:
        reader = Reader(browser, address)
        visit = reader.open(f"{folder}tidak/ada/")
        expect(visit.page.locator("h1")).to_have_text(SAID[folder])
        assert visit.page.locator(".ex-brand").evaluate("link => link.href") == address + folder
        assert [said for said in missing(visit) if ".woff2" not in said] == []  # it has no fonts
        reader.close()

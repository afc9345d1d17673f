"""The ZIP edition in Chromium, from a folder (file:), as a reader opens it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from chromium import PATIENCE, context_options
from explainer.editions.folder import folder_zip
from explainer.editions.offered import STEM
from support import DOCS, ROOT, SITE_URL
from test_browser_search import look_for, open_search, results


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """The folder that the ZIP holds."""
    built, target = (tmp_path_factory.mktemp(name) for name in ("built", "unpacked"))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--no-directory-urls"]
    env = {**os.environ, "SITE_URL": SITE_URL}
    done = subprocess.run(
        [*command, "--site-dir", str(built)],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(io.BytesIO(folder_zip(built, STEM))) as archive:
        archive.extractall(target)
    return target / STEM


@pytest.fixture
def page(browser, unpacked) -> Iterator[Page]:
    """A page that may ask for nothing but files of the folder, and may not fail."""
    context = browser.new_context(**context_options())
    context.set_default_timeout(PATIENCE)
    page, wrong = context.new_page(), []
    inside = (unpacked.as_uri(), "about:", "data:")
    page.on("request", lambda r: None if r.url.startswith(inside) else wrong.append(r.url))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def test_every_page_is_there_and_none_that_only_a_host_needs(unpacked):
    files = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*.html")}
    assert files == {doc.src.removesuffix(".md") + ".html" for doc in DOCS}
    assert not (unpacked / "sw.js").exists()
    assert not any(":" in path.name for path in unpacked.rglob("*"))


def test_menu_and_language_lead_to_files(page, unpacked):
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Artikel").click()
    assert page.url == (unpacked / "artikel.html").as_uri()
    page.locator(".ex-language").click()
    assert page.url == (unpacked / "en/article.html").as_uri()


def test_a_footnote_opens_its_preview(page, unpacked):
    page.goto((unpacked / "artikel.html").as_uri())
    page.get_by_role("button", name="Pratinjau catatan kaki 2").click()
    expect(page.locator("#ex-note-2")).to_be_visible()


@pytest.mark.parametrize(
    ("home", "query", "target"),
    [("index.html", "realisme", "glosarium/realisme.html"),
     ("en/glossary/index.html", "realism", "en/glossary/realism.html")],
)  # fmt: skip
def test_the_search_finds_and_leads_to_a_file(page, unpacked, home, query, target):
    page.goto((unpacked / home).as_uri())
    open_search(page)
    look_for(page, query)
    results(page).first.click()
    page.wait_for_url(f"{(unpacked / target).as_uri()}*")


def test_the_timeline_is_filtered_and_the_game_played(page, unpacked):
    page.goto((unpacked / "linimasa.html").as_uri())
    events = page.locator(".ex-event:visible")
    before = events.count()
    page.locator(".ex-filters__group--theme label", has_text="Sanksi").click()
    assert 0 < events.count() < before
    page.goto((unpacked / "dilema.html").as_uri())
    page.get_by_role("button", name="Bekerja sama", exact=True).click()
    expect(page.locator(".ex-rounds__table tbody tr").first).to_contain_text("3")


def test_fonts_come_from_the_folder(page, unpacked):
    page.goto((unpacked / "artikel.html").as_uri())
    fonts = page.evaluate("document.fonts.ready.then(() => [...document.fonts].map(f => f.status))")
    assert fonts.count("loaded") >= 2

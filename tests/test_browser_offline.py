"""Reading without network in Chromium: what was read, all that was asked for, after an update."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from chromium import PATIENCE, context_options
from explainer.offline import WORKER, kept_paths, write_offline
from server import serve
from support import BASE, ROOT
from test_browser_search import look_for, open_search, results

KEPT = """async () => {
  const names = await caches.keys();
  const keys = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
  return keys.flat().map(({ url }) => url);
}"""
WORKS = "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')"
SAVE = {"tentang/": "Simpan untuk dibaca luring", "en/about/": "Save for offline reading"}
REMOVE = {"tentang/": "Hapus simpanan", "en/about/": "Remove"}
OFFLINE = {"": "Tidak ada sambungan", "en/": "No connection"}


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    """A browser of its own, which keeps what it reads."""
    one = browser.new_context(**context_options(width=390, workers=True))
    one.set_default_timeout(PATIENCE)
    yield one
    one.close()


def read(context: BrowserContext, address: str) -> Page:
    """Open a page in a new tab and stay until it is kept."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function(WORKS)
    wait_until_kept(page, address)
    return page


def wait_until_kept(page: Page, address: str) -> None:
    for _ in range(PATIENCE // 50):
        if any(url.startswith(f"{address}index.html?") for url in page.evaluate(KEPT)):
            page.wait_for_timeout(200)  # and what it is made of
            return
        page.wait_for_timeout(50)
    pytest.fail(f"{address} was not kept")


@pytest.mark.parametrize("path", ["", "artikel/", "en/timeline/"])
def test_what_was_read_once_can_be_read_without_network(context, served, path):
    page = read(context, served + path)
    said = page.locator("h1").inner_text()
    context.set_offline(True)
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.reload()
    assert page.locator("h1").inner_text() == said
    fonts = page.evaluate("document.fonts.ready.then(() => [...document.fonts].map(f => f.status))")
    assert fonts.count("loaded") >= 2  # (others are local ones, or not asked for)
    assert failed == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_page_never_read_says_so_in_its_language(context, served, folder):
    page = read(context, served + folder)
    context.set_offline(True)
    page.goto(served + folder + {"": "artikel/", "en/": "article/"}[folder])
    expect(page.locator("h1")).to_have_text(OFFLINE[folder])
    assert page.evaluate("document.documentElement.lang") == ("en" if folder else "id")
    expect(page.locator(".ex-kept a")).to_have_count(1)
    assert page.locator(".ex-kept a").get_attribute("href") == served + folder


def test_reading_fetches_nothing_that_was_not_read(context, served):
    page = read(context, served + "artikel/")
    kept = {url.removeprefix(served).split("?")[0] for url in page.evaluate(KEPT)}
    pages = {path for path in kept if path.endswith(".html")}
    assert pages == {"artikel/index.html", "offline.html"}
    assert not any("search" in path for path in kept)


def test_the_search_works_without_network_once_it_was_used(context, served):
    page = read(context, served)
    page.reload()
    open_search(page)
    look_for(page, "bilateral")
    page.wait_for_timeout(500)
    context.set_offline(True)
    page.reload()
    open_search(page)
    look_for(page, "realisme")
    assert results(page).count() > 0


def save_all(page: Page, path: str) -> None:
    page.get_by_role("button", name=SAVE[path]).click()
    expect(page.get_by_role("button", name=REMOVE[path])).to_be_focused(timeout=60_000)


@pytest.mark.parametrize("path", list(SAVE))
def test_all_is_kept_when_asked_and_removed_when_asked(context, served, site, path):
    page = read(context, served + path)
    expect(page.get_by_role("button", name=SAVE[path])).to_contain_text("MB)")
    save_all(page, path)
    kept = {url.removeprefix(served).split("?")[0] for url in page.evaluate(KEPT)}
    assert kept == set(kept_paths(site.dir))
    context.set_offline(True)
    for other in ["", "linimasa/", "en/references/", "glosarium/realisme/", "en/dilemma/"]:
        page.goto(served + other)
        assert page.title().split(" · ")[0] not in OFFLINE.values()
    open_search(page)
    look_for(page, "realism")
    page.goto(served + path)
    page.get_by_role("button", name=REMOVE[path]).click()
    expect(page.get_by_role("button", name=SAVE[path])).to_be_focused()
    assert page.evaluate(KEPT) == []


def test_saving_that_is_cut_off_says_so_and_can_go_on(context, served):
    page = read(context, served + "tentang/")
    context.set_offline(True)
    page.get_by_role("button", name=SAVE["tentang/"]).click()
    expect(page.locator(".ex-offline__said")).to_contain_text("Belum semua tersimpan")
    context.set_offline(False)
    save_all(page, "tentang/")


# --- Updates ---------------------------------------------------------------------------------


UPDATED = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const settled = () => !registration.installing && !registration.waiting
    && registration.active.state === 'activated';
  await registration.update();
  while (!settled()) await new Promise(done => setTimeout(done, 50));
}"""
"""A browser looks for a new worker when it likes, after a navigation; here it does so now."""


@pytest.fixture
def versions(site, tmp_path) -> Iterator[tuple[str, Path]]:
    """A copy of the site that can be changed while it is served."""
    folder = tmp_path / "site"
    shutil.copytree(site.dir, folder)
    with serve(folder, BASE) as address:
        yield address, folder


def publish(folder: Path, old: str, new: str, pages: list[str]) -> None:
    """Change words on pages and a script's name, as a new version of the site would."""
    script = next(folder.glob("assets/js/reading.*.js"))
    renamed = script.with_name("reading.00000000.js")
    renamed.write_text(script.read_text() + f"\n// {new}\n")
    script.unlink()
    for file in folder.rglob("*.html"):
        html = file.read_text("utf-8").replace(script.name, renamed.name)
        path = file.relative_to(folder).as_posix()
        file.write_text(html.replace(old, new) if path in pages else html, "utf-8")
    worker = (ROOT / "docs" / WORKER).read_text("utf-8")
    write_offline(folder, worker, {"id": ("x", "x"), "en": ("x", "x")})


PAGES = ["artikel/index.html", "index.html"]


def test_an_update_shows_at_the_next_navigation_and_nothing_is_mixed(context, versions):
    address, folder = versions
    read(context, address).close()
    page = read(context, address + "artikel/")
    publish(folder, "Semua orang butuh teman", "Versi kedua", PAGES)
    page.reload()
    assert "Versi kedua" not in page.content()  # the page that is kept
    page.evaluate(UPDATED)
    page.goto(address + "artikel/")
    assert "Versi kedua" in page.content()
    assert "reading.00000000.js" in page.content()
    wait_until_kept(page, address + "artikel/")
    context.set_offline(True)
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.reload()
    assert "Versi kedua" in page.content()
    page.goto(address)  # read before the update: whole in its old version
    assert "reading.00000000.js" not in page.content()
    assert failed == []


# --- Where there is none -----------------------------------------------------------------------


def test_a_site_below_two_folders_is_kept_below_them(site, context, tmp_path):
    """The worker knows where it lies by itself; only pages for errors know from the build."""
    folder = tmp_path / "site"
    shutil.copytree(site.dir, folder)
    with serve(folder, "/x/y/") as address:
        page = read(context, address + "artikel/")
        context.set_offline(True)
        page.reload()
        assert page.locator("h1").inner_text().startswith("Hubungan Rusia")
        assert all(url.startswith(address) for url in page.evaluate(KEPT))


def test_the_buttons_stay_away_where_no_worker_can_be(reader):
    visit = reader.open("tentang/", js=False)
    expect(visit.page.locator(".ex-offline__said")).to_contain_text("diperlukan JavaScript")
    expect(visit.page.locator(".ex-offline button").first).to_be_hidden()

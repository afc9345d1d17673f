"""What the build says to the worker and to hosts: lists, error pages, smaller copies."""

from __future__ import annotations

import gzip
import json
import re
from hashlib import sha256

import brotli
import pytest

from explainer.compress import main as compress
from explainer.errorpages import joined
from explainer.offline import core_paths, kept_paths, worker_text
from explainer.policy import FOR_EVER, HEADERS, REVALIDATED
from support import ROOT, Page


@pytest.fixture(scope="module")
def lists(site) -> tuple[list[str], dict[str, list]]:
    """CORE and FILES, as the published worker has them."""
    core, files = site.read("sw.js").splitlines()[:2]
    return tuple(json.loads(line.partition(" = ")[2].rstrip(";")) for line in (core, files))


def test_the_worker_knows_every_page_by_the_hash_of_its_content(site, lists):
    _, files = lists
    assert {path for path in files if path.endswith(".html")} == {
        path for path in site.pages if not path.endswith("404.html")
    }
    for path, (digest, packed) in files.items():
        content = (site.dir / path).read_bytes()
        assert sha256(content).hexdigest().startswith(digest)
        assert packed == len(gzip.compress(content, 6, mtime=0))


def test_what_is_kept_from_the_start_is_little(lists):
    core, files = lists
    assert set(core) <= set(files)
    assert not any(path.endswith(".html") for path in core)
    assert sum(files[path][1] for path in core) < 45_000


def test_data_for_downloading_are_not_kept(lists):
    assert [path for path in lists[1] if path.startswith("unduh/") or "cards" in path] == []


def test_all_files_that_a_kept_page_loads_are_kept_too(site, lists):
    for path in (path for path in lists[1] if path.endswith(".html")):
        names = re.findall(r"assets/(?:js|fonts)/[\w.-]+\.(?:js|woff2)", site.read(path))
        assert set(names) <= set(lists[1])


def test_a_change_of_any_file_changes_the_worker():
    files = {"index.html": b"<p>1", "offline.html": b"assets/js/a.js", "assets/js/a.js": b""}
    assert core_paths(files) == ["assets/js/a.js"]
    assert worker_text(files, "") != worker_text({**files, "index.html": b"<p>2"}, "")
    assert worker_text(files, "") == worker_text(dict(files), "")


def test_only_a_published_site_has_a_worker(build):
    files = {"index.md": "---\ntitle: Satu\n---\nTeks."}
    site = build(files, use_directory_urls=False)
    assert not (site.dir / "sw.js").exists()
    assert "data-worker" not in site.read("index.html")
    assert "webmanifest" not in site.read("index.html")
    assert "sw.js" not in kept_paths(site.dir)


# --- Wrong addresses --------------------------------------------------------------------------


def test_the_page_for_wrong_addresses_holds_the_english_one(site):
    html = site.read("404.html")
    held = re.search(r'<template data-folder="([^"]+)" data-title="([^"]+)" id="ex-missing">', html)
    assert held
    assert held[1].endswith("/rusia-dprk/en/")
    assert held[2].startswith("Page not found")
    assert "<template" not in site.read("en/404.html")


def test_what_the_page_holds_is_a_whole_page(site):
    html = site.read("404.html")
    held = Page("404.html", re.findall(r"<template[^>]*>(.*)</template>", html, re.DOTALL)[0])
    assert held.text("h1") == "Page not found"
    assert len(held.ids) == len(set(held.ids))
    assert {node.attrs["href"] for node in held.all("[hreflang]")} >= {"/rusia-dprk/artikel/"}


def test_without_a_body_nothing_is_joined():
    assert joined("<body>a</body>", "no page", "/en/") == "<body>a</body>"


def test_hosts_are_told_of_the_english_page(site):
    assert site.read("_redirects") == "/en/* /en/404.html 404\n"


# --- Smaller copies ----------------------------------------------------------------------------


def test_smaller_copies_hold_the_same_and_are_the_same_each_time(tmp_path, capsys):
    page, small, font = (tmp_path / name for name in ("a.html", "b.html", "c.woff2"))
    page.write_text("<p>teks</p>" * 100)
    small.write_text("<p>")
    font.write_bytes(bytes(1000))
    assert compress([str(tmp_path)]) == 0
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(first) == {"a.html", "a.html.br", "a.html.gz", "b.html", "c.woff2"}
    assert brotli.decompress(first["a.html.br"]) == page.read_bytes()
    assert gzip.decompress(first["a.html.gz"]) == page.read_bytes()
    compress([str(tmp_path)])
    assert first == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert "2 files" in capsys.readouterr().out


@pytest.mark.parametrize("host", ["nginx", "caddyfile"])
def test_the_readme_tells_hosts_what_we_tell_others(host):
    readme = (ROOT / "README.md").read_text("utf-8")
    told = readme.partition(f"```{host}\n")[2].partition("```")[0]
    for name, value in HEADERS.items():
        assert f'{name} "{value}"' in told
    assert f'"{FOR_EVER}"' in told
    assert f'"{REVALIDATED}"' in told
    assert "/en/404.html" in told

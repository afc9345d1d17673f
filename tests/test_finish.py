"""The finishing of pages, piece by piece and on a small folder; tables in tests/cases."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html import unescape
from pathlib import Path

import pytest

from explainer.finish import Edition, collapse, finish, given_by
from explainer.hashednames import hashed_names
from explainer.markup import attributes, in_order, pieces, with_attribute
from explainer.policy import ALLOWED, HEADERS, headers_file, policy, redirects_file, source_hash
from explainer.stylecut import cut, parse
from support import EVERY_PAGE, cases

STYLE = ".a { src: url(../fonts/f.woff2) } .b { color: red } .added { color: blue }"
SCRIPT = "// a remark\nnode.classList.add('added');\nfind('.b');\n"
PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8">
<link rel="stylesheet" href="{root}assets/css/s.css">
<script>document.title = "x"</script>
<script type="application/ld+json">{{"a": 1}}</script>
<script src="{root}assets/js/s.js" defer></script></head>
<body><p   class="a">One
   two</p>   <pre>  as   typed </pre>
<a href="https://example.org/">out</a> <a href="https://here.example/x/en/">in</a></body></html>
"""


@pytest.mark.parametrize("case", cases("stylecut"))
def test_what_is_kept_of_a_style_sheet(case):
    assert cut(parse(case["sheet"]), frozenset(case["known"])) == case["kept"]


def test_a_sheet_that_cannot_be_read_stops_the_build():
    with pytest.raises(ValueError, match="near line 2"):
        parse(".a { color: red }\n.b ")


@pytest.mark.parametrize("case", cases("markup"))
def test_pages_in_pieces(case):
    html = case["html"]
    assert "".join(pieces(html)) == html
    made = {
        "pieces": lambda: list(pieces(html)),
        "attributes": lambda: attributes(html),
        "ordered": lambda: in_order(html),
    }
    for name in set(case) & set(made):
        assert made[name]() == case[name]
    if "ordered" in case:
        assert attributes(case["ordered"]) == attributes(html)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="x">', '<a href="x" rel="a &quot;b&quot;">'),
        ('<a rel="y" href="x">', '<a rel="a &quot;b&quot;" href="x">'),
        ("<a rel href>", '<a rel="a &quot;b&quot;" href>'),
        ('<a data-rel="1">t', '<a data-rel="1" rel="a &quot;b&quot;">t'),
        ('<use href="x"/>', '<use href="x" rel="a &quot;b&quot;"/>'),
    ],
)
def test_an_attribute_is_set_and_the_rest_stays(before, after):
    assert with_attribute(before, "rel", 'a "b"') == after


@pytest.mark.parametrize("case", cases("hashednames"))
def test_names_change_with_content(case):
    files = {path: text.encode() for path, text in case["files"].items()}
    assert hashed_names(files) == case["named"]


def test_a_script_gives_what_it_does_not_look_for():
    script = """x.querySelector(".seen #one"); y.classList.add("on"); make("div");
    document.getElementById("two"); z.className = `ex-${kind} more`"""
    given = given_by(script)
    assert {"on", "more", "div", "<div"} <= given
    assert not {"seen", "one", "two"} & given


def test_space_is_collapsed_but_not_where_it_is_shown():
    html = "<p> a\n  b </p>  <pre> c  <b> d  </b></pre>"
    assert collapse(html) == "<p> a\nb </p> <pre> c  <b> d  </b></pre>"


# --- Policy ----------------------------------------------------------------------------------


def test_a_policy_forbids_all_but_what_is_ours():
    text = "b{}"
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    parts = dict(part.split(" ", 1) for part in policy([text], []).split("; "))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    assert parts["style-src"] == f"'sha256-{digest}'"
    assert parts["script-src"] == "'self'"
    assert parts.keys() == ALLOWED.keys()
    assert "unsafe" not in policy([text], ["1"])
    assert "http" not in policy([text], ["1"])


def test_without_inline_styles_none_is_allowed():
    assert "style-src 'none'" in policy([], [])


def test_hosts_are_told_the_headers_of_the_policy():
    first, *lines = headers_file().splitlines()
    assert first == "/*"
    for name, value in HEADERS.items():
        assert f"  {name}: {value}" in lines
    assert HEADERS["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert HEADERS["Referrer-Policy"] == "no-referrer"
    assert redirects_file(["en/"]) == "/en/* /en/404.html 404\n"


# --- A folder --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "index.html": PAGE.format(root=""),
        "en/a/index.html": PAGE.format(root="../../"),
        "404.html": PAGE.format(root="/x/"),
        "assets/css/s.css": STYLE,
        "assets/js/s.js": SCRIPT,
        "assets/fonts/f.woff2": "font",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "root"), [("index.html", "./"), ("en/a/index.html", "../../"), ("404.html", "/x/")]
)
def test_a_page_carries_its_styles_and_its_policy(folder, path, root):
    finish(folder, Edition("https://here.example/x/", ("en/",)))
    html = (folder / path).read_text("utf-8")
    (style,) = re.findall(r"<style>(.*?)</style>", html)
    font = hashlib.sha256(b"font").hexdigest()[:8]
    assert style == f".a{{src:url({root}assets/fonts/f.{font}.woff2)}}.added{{color:blue}}"
    assert "stylesheet" not in html
    told = unescape(html)
    assert source_hash(style) in told
    assert source_hash('document.title = "x"') in told
    assert source_hash('{"a": 1}') not in told
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_scripts_are_small_and_named_by_their_content(folder):
    finish(folder, Edition("https://here.example/x/", ("en/",)))
    (script,) = (folder / "assets" / "js").iterdir()
    text = script.read_text("utf-8")
    assert script.name == f"s.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
    assert ("remark" in text, "classList.add('added')" in text) == (False, True)
    assert f'assets/js/{script.name}"' in (folder / "index.html").read_text("utf-8")


def test_links_to_others_say_so_and_ours_do_not(folder):
    finish(folder, Edition("https://here.example/x/", ("en/",)))
    html = (folder / "index.html").read_text("utf-8")
    assert '<a href="https://example.org/" rel="external noopener">out</a>' in html
    assert '<a href="https://here.example/x/en/">in</a>' in html


def test_a_folder_of_files_and_a_preview_have_no_policy(folder):
    finish(folder, Edition("https://here.example/x/", ("en/",), online=False))
    assert "Content-Security-Policy" not in (folder / "index.html").read_text("utf-8")
    assert not (folder / "_headers").exists()


# --- The real site ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_every_page_has_a_policy_before_all_it_is_about(site, path):
    html = site.page(path).html
    assert html.index("Content-Security-Policy") < min(
        html.index(start) for start in ("<style", "<script", "<link", "<title")
    )
    assert html.count("<style") == 1


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_every_link_to_another_site_is_marked(site, path):
    links = [
        a for a in site.page(path).all("a[href]") if re.match("(https?:)?//", a.attrs["href"] or "")
    ]
    unmarked = [
        a.attrs["href"]
        for a in links
        if not {"external", "noopener"} <= set((a.attrs.get("rel") or "").split())
    ]
    assert unmarked == []


def test_hosts_get_their_two_files(site):
    assert site.read("_headers") == headers_file()
    assert site.read("_redirects") == redirects_file(["en/"])

"""Parts of other pages: the table, then the pages of styles of the real site."""

from __future__ import annotations

import pytest

from explainer.samples import Samples
from support import cases

PAGE = (
    '<main><p class="box" id="x">One <a href="#x">here</a></p><p class="box">Two</p>'
    '<p class="links"><a href="#x">on its page</a> <a href="../c/">other</a> '
    '<a class="k" href="https://example.org/">away</a></p>'
    '<div class="open"><button popovertarget="in">a</button>'
    '<button popovertarget="out">b</button><p id="in">in</p></div>'
    '<ol><li>1</li><li class="item">2</li></ol></main>'
)


@pytest.mark.parametrize("case", cases("samples"))
def test_a_page_gets_what_it_asks_for(case):
    samples = Samples({"a.md": "a/", "b.md": "b/"}, {"a.md": PAGE}.__getitem__)
    assert samples.fill(case["asks"], "b.md") == case["gives"]
    assert [problem.line() for problem in samples.problems] == case.get("problems", [])


@pytest.mark.parametrize("path", ["gaya/", "en/style/"])
def test_the_page_of_styles_shows_every_part(site, path):
    page = site.page(path)
    places = page.all(".ex-sample")
    assert len(places) > 8
    assert all(place.children for place in places)
    assert len(page.all(".ex-claim")) == len({one.attrs["class"] for one in page.all(".ex-claim")})


@pytest.mark.parametrize("path", ["gaya/", "en/style/"])
def test_the_page_of_styles_is_not_for_search(site, path):
    page = site.page(path)
    assert page.one('meta[name="robots"]').attrs["content"] == "noindex"
    assert path not in site.read("sitemap.xml")
    folder = "en/" if path.startswith("en/") else ""
    assert path.removeprefix("en/") not in site.read(f"{folder}search/search_index.json")

"""Citations by key: what is printed, what is listed, where the ways back lead."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from markdown import Markdown

from explainer.citekeys import Part, read_cluster
from explainer.extension import ExplainerExtension, PageInfo, Recorder
from explainer.library import Library, read_entries
from support import Page, cases, words

WORKS = """
- {id: waltz-1979, type: book, language: en, issued: '1979',
   title: Theory of International Politics, author: [{family: Waltz, given: Kenneth N.}],
   publisher: Addison-Wesley, publisher-place: 'Reading, MA'}
- {id: walt-1987, type: book, title: The Origins of Alliances, language: en, issued: '1987',
   author: [{family: Walt, given: Stephen M.}], publisher: Cornell University Press,
   publisher-place: Ithaca, x-unverified: [publisher-place]}
- {id: axelrod-keohane-1985, type: article-journal, language: en, DOI: 10.2307/2010357,
   title: 'Achieving Cooperation under Anarchy: Strategies and Institutions', issued: '1985',
   author: [{family: Axelrod, given: Robert}, {family: Keohane, given: Robert O.}],
   container-title: World Politics, volume: '38', issue: '1', page: 226-254}
- {id: risse-ropp-sikkink-1999, type: book, language: en, issued: '1999',
   title: 'The Power of Human Rights: International Norms', publisher: Cambridge University Press,
   editor: [{family: Risse, given: Thomas}, {family: Ropp, given: Stephen C.},
            {family: Sikkink, given: Kathryn}], x-unverified: [title (subtitle)]}
- {id: snidal-1991, type: article-journal, language: en, issued: '1991',
   title: Relative Gains and the Pattern of International Cooperation, volume: '85',
   author: [{family: Snidal, given: Duncan}], x-unverified: [issued, volume],
   container-title: American Political Science Review}
- {id: profil-negara, type: entry-encyclopedia, title: Profil Negara, language: id,
   container-title: Ensiklopedia Dunia}
- {id: aljazeera-2022, type: article-newspaper, language: en, issued: '2022-08-15',
   title: Putin says Russia and N Korea will expand bilateral relations,
   container-title: Al Jazeera, URL: 'https://www.aljazeera.com/news/1'}
- {id: who-1985, type: article-journal, title: 'Who Knows?', language: en, issued: '1985',
   container-title: Journal, author: [{family: Who, given: Ann}]}
- {id: grieco-1988-a, type: book, title: Anarchy, language: en, issued: '1988',
   author: [{family: Grieco, given: Joseph M.}]}
- {id: grieco-1988-b, type: book, title: Realist Theory, language: en, issued: '1988',
   author: [{family: Grieco, given: Joseph M.}]}
- {id: politik-2010, type: entry-encyclopedia, title: Realisme Politik, language: id,
   issued: '2010', container-title: Ensiklopedia Dunia}
- {id: panduan, type: webpage, language: en,
   title: A Guide to the United Nations and its Many Bodies}
- {id: keohane-nye-1977, type: book, title: Power and Interdependence, language: en, issued: '1977',
   author: [{family: Keohane, given: Robert O.}, {family: Nye, given: 'Joseph S., Jr.'}]}
- {id: mackinder-1904, type: article-journal, title: The Geographical Pivot of History,
   language: en, issued: '1904', author: [{family: Mackinder, given: Halford J.}],
   container-title: The Geographical Journal, x-unverified: [author (given name)]}
"""


def rendered(text: str, language: str = "id") -> tuple[Page, Recorder]:
    """A page of this text with the citations resolved, and what the build learnt."""
    entries, problems = read_entries(yaml.safe_load(WORKS))
    assert problems == []
    recorder = Recorder(Library(entries))
    ours = ExplainerExtension(recorder)
    ours.page = PageInfo("uji.md", language)
    settings: dict[str, Any] = {"footnotes": {"USE_DEFINITION_ORDER": False}}
    html = Markdown(
        extensions=["footnotes", "attr_list", ours], extension_configs=settings
    ).convert(text)
    return Page("en/uji.html" if language == "en" else "uji.html", html), recorder


MANY = [f"w-{n}" for n in range(61)]
MANY_WORKS = "".join(f"- {{id: {key}, type: book, title: T, language: en}}\n" for key in MANY)


def citing(keys: list[str]) -> str:
    return " ".join(f"[@{key}]" for key in keys)


def inline(node: Any) -> str:
    """An element's text as a reader sees it."""
    return " ".join(node.to_text(separator="", strip=False).split())


@pytest.mark.parametrize("case", cases("citekeys"))
def test_the_table(case):
    page, recorder = rendered(case["text"], case.get("language", "id"))
    blocks = [n for n in page.all("p, li") if not (n.attrs.get("class") or "").startswith("ex-")]
    assert " ".join(inline(block) for block in blocks) == case["printed"]
    if "works" in case:
        listed = [inline(entry) for entry in page.all(".ex-works__entry")]
        assert listed == case["works"]
    assert [problem.line() for problem in recorder.problems] == case.get("problems", [])


def test_the_markup_of_a_reference():
    page, _ = rendered("Anarki [@waltz-1979, 88].")
    assert (
        '<p>Anarki <span class="ex-cite">(<a href="#ref-waltz-1979" '
        'id="cite-waltz-1979-1" role="doc-biblioref">Waltz 1979</a>, 88)</span>.</p>'
    ) in page.html


def test_the_list_is_a_bibliography_of_plain_items_with_foreign_titles_marked():
    page, _ = rendered("Lihat [@axelrod-keohane-1985].")
    section = page.one("section.ex-works")
    assert section.attrs["role"] == "doc-bibliography"
    heading = page.one(f'h2[id="{section.attrs["aria-labelledby"]}"]')
    assert words(heading) == "Karya yang dirujuk"
    item = page.one("li.ex-works__item")
    assert (item.attrs["id"], "role" in item.attrs) == ("ref-axelrod-keohane-1985", False)
    foreign = [words(node) for node in item.query('[lang="en"]')]
    assert foreign == [
        "Achieving Cooperation under Anarchy: Strategies and Institutions",
        "World Politics",
    ]
    links = [a.attrs["href"] for a in item.query("a[rel]")]
    assert links == ["https://doi.org/10.2307/2010357"]


def test_ways_back_have_names_of_their_own_and_lead_to_the_places():
    page, recorder = rendered(
        "Satu [@waltz-1979].\n\n## Arti\n\nDua [@waltz-1979] [@waltz-1979, 3].\n"
    )
    links = page.all('.ex-works__back a[role="doc-backlink"]')
    assert [words(link) for link in links] == [
        "↩\ufe0e teks",
        "↩\ufe0e bagian “Arti” (1)",
        "↩\ufe0e bagian “Arti” (2)",
    ]
    assert links[1].attrs["aria-label"] == "Kembali dari Waltz 1979 ke bagian “Arti” (1)"
    assert [link.attrs["href"] for link in links] == [f"#cite-waltz-1979-{n}" for n in (1, 2, 3)]
    assert {link.attrs["href"][1:] for link in links} <= set(page.ids)
    assert [c.key for c in recorder.cited["uji.md"].citings] == ["waltz-1979"] * 3


def test_a_citation_in_a_note_leads_back_to_the_note_and_the_list_stands_before_the_notes():
    page, recorder = rendered(
        "Teks.[^1]\n\n[^1]: Bandingkan dengan pembahasan [@waltz-1979, 88].\n"
    )
    printed = [inline(node) for node in page.all(".ex-note__printed")]
    assert printed == ["Bandingkan dengan pembahasan (Waltz 1979, 88)."] * 2
    assert [a.attrs["href"] for a in page.all(".ex-works__back a")] == ["#fn:1"]
    assert page.html.index("ex-works") < page.html.index('class="ex-notes"')
    assert page.all(".ex-note [id]") == []
    assert [p.line() for p in recorder.problems] == []


def test_a_page_without_citations_has_no_list():
    page, _ = rendered("Teks saja.")
    assert page.all(".ex-works") == []


@pytest.mark.parametrize(
    ("inside", "parts"),
    [
        ("@a", (Part("a"),)),
        ("@a-1, 3", (Part("a-1", "", "3"),)),
        ("cf. @a: 3; -@b", (Part("a", "cf.", "3"), Part("b", bare=True))),
        ("@a 3", None),
        ("@a;", None),
        ("@", None),
    ],
)
def test_reading_what_stands_between_the_brackets(inside, parts):
    assert read_cluster(inside) == parts


@pytest.mark.parametrize(("count", "elsewhere"), [(60, False), (61, True)])
def test_a_page_that_cites_very_many_works_leaves_them_to_the_references(build, count, elsewhere):
    lists = '---\nkind: references\npair: {pair}\n---\n\n<div class="ex-references"></div>\n'
    site = build(
        {
            "_data/sources.yml": MANY_WORKS,
            "index.md": "# Beranda",
            "en/index.md": "# Home",
            "en/b/list.md": lists.format(pair="daftar.md"),
            "daftar.md": lists.format(pair="en/b/list.md"),
            "en/a/text.md": f"# Text\n\n{citing(MANY[:count])} [@w-0]",
        }
    )
    page = site.page("en/a/text/")
    links = {a.attrs["href"] for a in page.all('a[role="doc-biblioref"]')}
    assert [line for line in site.warnings if "w-0" in line or "ref-" in line] == []
    assert links == {f"{'../../b/list/' if elsewhere else ''}#ref-{key}" for key in MANY[:count]}
    assert len(page.all(".ex-works__item")) == (0 if elsewhere else count)
    told = [words(p) for p in page.all(".ex-works > p")]
    said = "This page cites 61 works. Their full details are in the references ."
    assert (said in told) == elsewhere
    back = site.page("en/b/list/").one("#ref-w-0").query(".ex-ref__back a")
    assert [a.attrs["href"] for a in back] == ["../../a/text/#cite-w-0-1"]
    assert "Download this list" in told[-1]


def test_without_a_page_of_references_a_long_list_is_folded(build):
    site = build({"_data/sources.yml": MANY_WORKS, "index.md": f"# Judul\n\n{citing(MANY)}"})
    page = site.page("")
    assert len(page.all("details.ex-works__fold .ex-works__item")) == len(MANY)
    assert page.one('a[role="doc-biblioref"][href="#ref-w-7"]')

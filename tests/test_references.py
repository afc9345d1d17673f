"""The references page and what is made from the pages: miniature sites, then the real one."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator

from explainer.catalogue import all_downloads
from explainer.downloads import LOADING, Download, downloads_html
from explainer.editions.offered import DOWNLOADS as EDITIONS
from explainer.notesexport import PATH as NOTES
from explainer.notesexport import SCHEMA as NOTES_SCHEMA
from explainer.refsexport import FORMATS, WHOLE, entry_path
from readers import zotero
from support import BASE, SITE_URL, Built, words

SOURCES = """
- {id: waltz-1979, type: book, title: Theory of International Politics, language: en,
   issued: '1979', author: [{family: Waltz, given: Kenneth N.}], publisher: Addison-Wesley,
   publisher-place: Reading, x-unverified: [publisher-place],
   x-remark: {id: Salinan <1>., en: A copy.}}
- {id: aljazeera-2022, type: article-newspaper, title: Putin says, container-title: Al Jazeera,
   issued: '2022-08-15', URL: 'https://www.aljazeera.com/news/1', language: en}
- {id: un-1, type: legislation, title: Aggression against Ukraine, genre: Resolution, language: en,
   number: A/RES/ES-11/1, author: [{literal: United Nations General Assembly}], issued: '2022',
   URL: 'https://press.un.org/1', archive_location: 'https://web.archive.org/web/1/press.un.org/1'}
- {id: hidden-1991, type: article-journal, title: Relative Gains, container-title: APSR,
   language: en, author: [{family: Snidal, given: Duncan}], issued: '1991', volume: '85',
   page: 701-726, x-unverified: [issued, 'page (end)', volume]}
- {id: dimuat, type: webpage, title: Artikel ini, container-title: Situs, language: id}
- {id: nobody-cites, type: book, title: Unread, language: en}
"""

ARTICLE = """---
title: Judul
description: Isi.
kind: article
pair: {pair}
---

Satu.[^1] Dua.[^2] Tiga.[^3]

[^1]: "Putin says", Al Jazeera, 15 August 2022, <https://www.aljazeera.com/news/1>.
[^2]: Raharja Wiguna, *Selat yang Sunyi* (Yogyakarta: Pustaka Kelana, 2016), hlm. 3.
[^3]: Op. Cit., Al Jazeera.
"""

TERM = """---
title: {title}
description: Arti.
kind: term
pair: {pair}
term: {{id: {id}, school: realism, forms: [{id}], works: [{works}]}}
---

Lihat [@waltz-1979].

## Arti

Dua [@waltz-1979, 3] dan [@waltz-1979, 9].
"""


def term(number: int, language: str) -> tuple[str, str]:
    here, there = f"glosarium/t{number}.md", f"en/glossary/t{number}.md"
    path, pair = (here, there) if language == "id" else (there, here)
    works = "un-1" if number == 0 else "waltz-1979"
    text = TERM.format(title=f"Istilah {number}", pair=pair, id=f"t{number}", works=works)
    return path, text


def pages(**more: str) -> dict[str, str]:
    refs = "---\ntitle: {title}\ndescription: D.\nkind: references\npair: {pair}\n---\n\n{div}\n"
    div = '<div class="ex-references"></div>'
    return {
        "_data/sources.yml": SOURCES,
        "index.md": "# Beranda\n\nTeks [@hidden-1991].",
        "en/index.md": "# Home\n\nText [@hidden-1991].",
        "artikel.md": ARTICLE.format(pair="en/article.md"),
        "en/article.md": ARTICLE.format(pair="artikel.md"),
        "rujukan.md": refs.format(title="Rujukan", pair="en/references.md", div=div),
        "en/references.md": refs.format(title="References", pair="rujukan.md", div=div),
        **dict(term(n, language) for n in range(7) for language in ("id", "en")),
        **more,
    }


@pytest.fixture(scope="module")
def mini(tmp_path_factory) -> Built:
    from support import build_site

    checks = (
        "- {address: 'https://www.aljazeera.com/news/1', outcome: gone, status: 404,"
        " checked: '2026-11-20', archived: 'https://web.archive.org/web/2/aj'}\n"
        "- {address: 'https://press.un.org/1', outcome: ok, status: 200, checked: '2026-11-25'}\n"
    )
    folder = tmp_path_factory.mktemp("references")
    return build_site(folder, pages(**{"_data/links.yml": checks}), site_url=SITE_URL)


def item(site: Built, key: str, path: str = "rujukan/"):
    return site.page(path).one(f"li#ref-{key}")


def inline(node) -> str:
    return " ".join(node.to_text(separator="", strip=False).split())


def part(node, name: str) -> list[str]:
    return [inline(found) for found in node.query(name)]


def test_the_page_lists_what_is_cited_by_kind_and_author(mini):
    page = mini.page("rujukan/")
    assert [words(h) for h in page.all(".ex-refs h2")] == ["Ilmiah", "Dokumen PBB", "Berita"]
    assert [li.attrs["id"] for li in page.all("li.ex-ref")] == [
        "ref-hidden-1991",
        "ref-waltz-1979",
        "ref-un-1",
        "ref-aljazeera-2022",
    ]
    assert "nobody-cites" not in page.html
    english = mini.page("en/references/")
    assert [words(h) for h in english.all(".ex-refs h2")] == ["Scholarly", "UN documents", "News"]
    assert [li.attrs["id"] for li in english.all("li.ex-ref")] == [
        li.attrs["id"] for li in page.all("li.ex-ref")
    ]


def test_the_chips_count_and_lead_to_the_kinds(mini):
    page = mini.page("rujukan/")
    chips = [(words(a), a.attrs["href"]) for a in page.all(".ex-chips a")]
    assert chips == [
        ("Semua 4", "#all-works"),
        ("Ilmiah 2", "#kind-scholarly"),
        ("Dokumen PBB 1", "#kind-un"),
        ("Berita 1", "#kind-news"),
    ]
    assert {href[1:] for _, href in chips} <= set(page.ids)


def test_an_entry_says_kind_language_and_what_is_not_verified(mini):
    waltz, hidden = item(mini, "waltz-1979"), item(mini, "hidden-1991")
    assert part(waltz, ".ex-ref__entry") == [
        "Waltz, Kenneth N. 1979. Theory of International Politics. Addison-Wesley."
    ]
    assert part(waltz, ".ex-ref__about") == [
        "Karya ilmiah · Bahasa InggrisSalinan <1>.Belum kami pastikan: tempat terbit."
    ]
    assert part(hidden, ".ex-ref__about") == [
        "Karya ilmiah · Bahasa InggrisBelum kami pastikan: tanggal terbit, halaman, jilid."
    ]
    for value in ("1991.", "701", "85"):
        assert value not in inline(hidden)
    english = item(mini, "hidden-1991", "en/references/")
    assert part(english, ".ex-ref__about") == [
        "Scholarly work · In EnglishNot verified by us: date of publication, pages, volume."
    ]


def test_every_place_is_named_and_linked(mini):
    places = [
        (inline(a), a.attrs["href"], a.attrs["role"])
        for a in item(mini, "aljazeera-2022").query(".ex-ref__back a")
    ]
    assert places == [
        ("Artikel, catatan 1", "../artikel/#fn:1", "doc-backlink"),
        ("catatan 3", "../artikel/#fn:3", "doc-backlink"),
    ]
    key_work = [inline(a) for a in item(mini, "un-1").query(".ex-ref__back a")]
    assert key_work == ["Istilah 0, karya kunci"]
    english = [inline(a) for a in item(mini, "aljazeera-2022", "en/references/").query("a[role]")]
    assert english == ["Article, note 1", "note 3"]


def test_a_long_list_is_folded_and_complete(mini):
    waltz = item(mini, "waltz-1979")
    assert part(waltz, "summary") == ["4 halaman lain"]
    shown = [inline(a) for a in waltz.query(".ex-ref__back a")]
    assert shown == [
        f"Istilah {n}, teks" if k % 2 == 0 else "bagian “Arti”" for n in range(3) for k in range(2)
    ]
    folded = [a.attrs["href"] for a in waltz.query("details a")]
    assert len(folded) == 8
    assert "../glosarium/t6/#cite-waltz-1979-1" in folded


def test_a_work_cited_in_the_other_language_only_shows_those_places(build):
    files = pages(**{"en/index.md": "# Home\n\nText [@dimuat]."})
    site = build(files)
    links = item(site, "dimuat").query("a[role]")
    assert [(inline(a), a.attrs["lang"]) for a in links] == [("Home, section “Home”", "en")]


def test_archived_copies_and_checks_of_addresses(mini):
    un, news = item(mini, "un-1"), item(mini, "aljazeera-2022")
    copies = [a.attrs["href"] for one in (un, news) for a in one.query(".ex-ref__about a")]
    assert copies == [
        "https://web.archive.org/web/1/press.un.org/1",
        "https://web.archive.org/web/2/aj",
    ]
    assert "Alamat diperiksa 20 November 2026: tidak ditemukan (404)." in inline(news)
    assert "diperiksa" not in inline(un)
    checked = mini.page("rujukan/").text(".ex-refs__checked")
    assert checked == "Alamat terakhir diperiksa 25 November 2026: 1 dari 2 terbuka."


def test_without_checks_the_page_says_nothing_of_them(build):
    site = build(pages())
    assert "diperiksa" not in site.read("rujukan/index.html")
    assert site.page("rujukan/").all(".ex-refs__checked") == []


def test_each_entry_has_a_permalink_and_three_files(mini):
    links = item(mini, "waltz-1979").query(".ex-ref__tools a")
    assert [(a.attrs["href"], words(a)) for a in links] == [
        ("#ref-waltz-1979", "Tautan"),
        ("../unduh/karya/waltz-1979.bib", "BibTeX"),
        ("../unduh/karya/waltz-1979.ris", "RIS"),
        ("../unduh/karya/waltz-1979.json", "CSL-JSON"),
    ]
    assert mini.read("unduh/karya/waltz-1979.bib").startswith("@book{waltz-1979,")


def test_pages_offer_their_own_lists(mini):
    term_page = mini.page("glosarium/t0/").one(".ex-works__files")
    links = [a.attrs["href"] for a in term_page.query("a")]
    assert links == [f"../../unduh/halaman/glosarium/t0.{end}" for end in FORMATS.values()]
    own = json.loads(mini.read("unduh/halaman/glosarium/t0.json"))
    assert [work["id"] for work in own] == ["un-1", "waltz-1979"]
    article = mini.page("artikel/")
    assert len(article.all(".ex-notes .ex-works__files a")) == 3
    cited = json.loads(mini.read("unduh/halaman/artikel.json"))
    assert [work["id"] for work in cited] == ["aljazeera-2022"]
    assert mini.page("rujukan/").all(".ex-works .ex-works__files") == []


def test_a_site_without_works_has_no_files_and_no_holes(build):
    site = build({"index.md": "# Beranda\n\nTeks.", "en/index.md": "# Home\n\nText."})
    assert not (site.dir / "unduh").exists()
    assert "ex-works__files" not in site.read("index.html")


def test_the_search_leaves_the_list_out(mini):
    index = json.loads(mini.read("search/search_index.json"))
    texts = [doc["text"] for doc in index["docs"] if doc["location"].startswith("rujukan/")]
    assert texts
    assert [text for text in texts if "Addison" in text or "Waltz" in text] == []


# --- resolved notes ------------------------------------------------------------------------------


def test_the_notes_of_an_article_are_told_with_what_they_lead_to(mini):
    data = json.loads(mini.read(NOTES))
    schema = json.loads(mini.read(NOTES_SCHEMA))
    Draft202012Validator.check_schema(schema)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(data)] == []
    assert data["$schema"] == schema["$id"] == SITE_URL + NOTES_SCHEMA
    assert [a["address"] for a in data["articles"]] == [
        SITE_URL + "artikel/",
        SITE_URL + "en/article/",
    ]
    first, second, third = data["articles"][0]["notes"]
    assert (first["kind"], first["resolves_to"]) == (
        "full",
        {"note": 1, "part": None, "source": "aljazeera-2022"},
    )
    assert first["parsed"]["issued"] == {"date-parts": [[2022, 8, 15]]}
    assert second["resolves_to"] == {"note": 2, "part": None, "source": None}
    assert second["parsed"]["author"] == [{"family": "Wiguna", "given": "Raharja"}]
    assert second["locator"] == "hlm. 3"
    assert (third["kind"], third["points_to"], third["resolves_to"]["source"], third["rule"]) == (
        "opcit",
        1,
        "aljazeera-2022",
        third["rule"],
    )
    assert third["text"] == "Op. Cit., Al Jazeera."
    assert third["cited_at"] == [SITE_URL + "artikel/#fnref:3"]


def test_what_cannot_be_resolved_is_null_and_says_why(build):
    text = ARTICLE.format(pair="en/article.md").replace("Op. Cit., Al Jazeera", "Op. Cit., Reuters")
    site = build(pages(**{"artikel.md": text}))
    third = json.loads(site.read(NOTES))["articles"][0]["notes"][2]
    assert third["resolves_to"] is None
    assert [problem["code"] for problem in third["problems"]] == ["unresolved-reference"]


def test_parts_of_a_note_are_resolved_by_themselves(build):
    both = (
        '"Putin says", Al Jazeera, <https://www.aljazeera.com/news/1>; '
        "Raharja Wiguna, *Selat* (Yogyakarta: Pustaka Kelana, 2016)."
    )
    text = ARTICLE.format(pair="en/article.md").replace("Op. Cit., Al Jazeera.", both)
    site = build(pages(**{"artikel.md": text}))
    data = json.loads(site.read(NOTES))
    third = data["articles"][0]["notes"][2]
    assert third["kind"] == "multi"
    assert [part["resolves_to"] for part in third["parts"]] == [
        {"note": 3, "part": 1, "source": "aljazeera-2022"},
        {"note": 3, "part": 2, "source": None},
    ]
    schema = json.loads(site.read(NOTES_SCHEMA))
    assert Draft202012Validator(schema).is_valid(data)


@pytest.mark.parametrize("change", ["kind", "resolves_to", "extra"])
def test_the_schema_of_notes_refuses(mini, change):
    data = json.loads(mini.read(NOTES))
    note = data["articles"][0]["notes"][0]
    note.update({"kind": {"kind": "sic"}, "resolves_to": {"resolves_to": 1}}.get(change, {"x": 1}))
    assert not Draft202012Validator(json.loads(mini.read(NOTES_SCHEMA))).is_valid(data)


# --- the real site -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["rujukan/", "en/references/"])
def test_every_link_of_the_page_leads_somewhere(site, path):
    page = site.page(path)
    links = [a.attrs["href"] for a in page.all(".ex-references a[href]")]
    own = {urljoin(SITE_URL + path, link) for link in links}
    inside = {link for link in own if link.startswith(SITE_URL)}
    assert len(inside) > 1000
    missing = []
    for link in sorted(inside):
        address, _, anchor = link.partition("#")
        file = address.removeprefix(SITE_URL)
        file = file + "index.html" if file in {"", path} or file.endswith("/") else file
        if not (site.dir / file).is_file() or (anchor and anchor not in site.pages[file].ids):
            missing.append(link)
    assert missing == []


def test_every_cited_work_is_there_in_both_languages_and_in_every_file(site):
    ids = [
        [li.attrs["id"] for li in site.page(p).all("li.ex-ref")]
        for p in ("rujukan/", "en/references/")
    ]
    assert sorted(ids[0]) == sorted(ids[1])
    keys = {name.removeprefix("ref-") for name in ids[0]}
    data = json.loads(site.read(WHOLE["CSL-JSON"]))
    assert {work["id"] for work in data} == keys
    assert all((site.dir / entry_path(key, name)).is_file() for key in keys for name in FORMATS)
    schema = json.loads(site.read(WHOLE["JSON Schema"]))
    assert [e.message for e in Draft202012Validator(schema).iter_errors(data)] == []
    cited = {
        a.attrs["href"].partition("#ref-")[2]
        for page in site.pages.values()
        for a in page.all('a[role="doc-biblioref"]')
    }
    assert cited <= keys


def test_zotero_finds_every_work_on_the_page_and_none_on_others(site):
    spans = re.findall(r'<span class="Z3988"[^>]*></span>', site.read("rujukan/index.html"))
    titles = [zotero(span).get("title") for span in spans]
    assert len(spans) == len(site.page("rujukan/").all("li.ex-ref"))
    assert "Theory of International Politics" in titles
    others = [path for path, page in site.pages.items() if "Z3988" in page.html]
    assert others == ["en/references/index.html", "rujukan/index.html"]


def test_the_notes_of_the_article_are_published_with_their_sources(site):
    data = json.loads(site.read(NOTES))
    assert Draft202012Validator(json.loads(site.read(NOTES_SCHEMA))).is_valid(data)
    keys = {work["id"] for work in json.loads(site.read(WHOLE["CSL-JSON"]))}
    for article in data["articles"]:
        targets = [note["resolves_to"]["source"] for note in article["notes"]]
        assert targets == [
            "aljazeera-2022-putin-kim",
            "onlinemswprograms-rct",
            "aljazeera-2022-putin-kim",
            "aljazeera-2022-putin-kim",
            "grieco-1988-jop",
        ]
        assert set(targets) <= keys
    assert "600-624" not in json.dumps(data)


# --- downloads -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["tentang/", "en/about/"])
def test_the_about_page_lists_every_file_of_data_with_its_checksum(site, path):
    items = site.page(path).all(".ex-files__item")
    listed = {}
    for one in items:
        link = one.query(".ex-files__title a")[0].attrs["href"]
        file = urljoin(SITE_URL + path, link).removeprefix(SITE_URL)
        listed[file] = one
        data = (site.dir / file).read_bytes()
        assert sha256(data).hexdigest() in words(one)
        for schema in one.query(".ex-files__facts a[download]"):
            target = urljoin(SITE_URL + path, schema.attrs["href"]).removeprefix(SITE_URL)
            assert json.loads((site.dir / target).read_text("utf-8"))["$id"] == SITE_URL + target
    made = {file.relative_to(site.dir).as_posix() for file in (site.dir / "unduh").glob("*.*")}
    assert {name for name in made if not name.endswith(".schema.json")} == set(listed)


def test_the_line_of_python_loads_each_file(site, served):
    for one in site.page("tentang/").all(".ex-files__item"):
        code = one.query("pre code")[0].to_text(separator="", strip=False)
        if "import pandas" in code:
            continue  # a program of the reader's own, too heavy to install for one line
        scope: dict = {}
        exec(code.replace(SITE_URL, served), scope)  # noqa: S102  our own line
        assert scope["data"]


OFFERED = all_downloads(["artikel.md", "en/article.md"])


def test_every_format_says_how_to_load_it():
    data = [file for file in OFFERED if file not in EDITIONS]  # books are read, not loaded
    assert {file.format for file in data} <= set(LOADING)
    assert len({file.path for file in OFFERED}) == len(OFFERED)
    assert {tuple(file.title) for file in OFFERED} == {("id", "en")}


def test_a_file_that_was_not_made_is_not_listed():
    file = Download("unduh/x.json", {"id": "X", "en": "X"}, "JSON")
    assert downloads_html([file], {}, "id", str, str) == ""
    listed = downloads_html([file], {"unduh/x.json": "{}"}, "en", str, lambda p: f"https://e/{p}")
    assert sha256(b"{}").hexdigest() in listed
    assert BASE not in listed
    assert "words of the notes belong to their author" in listed

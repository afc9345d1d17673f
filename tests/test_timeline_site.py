"""The built timeline as a reader meets it: every event, its doubts, its ways on, its places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from explainer.edtf import date_in_words, date_pieces
from explainer.timeline import read_timeline
from support import Page, resolve, target_path, words

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {"id": "linimasa/", "en": "en/timeline/"}
ARTICLES = {"id": "artikel/", "en": "en/article/"}
FRONTS = {"linimasa.md": {"kind": "timeline"}, "en/timeline.md": {"kind": "timeline"}}
DATA = read_timeline(yaml.safe_load((DOCS / "_data" / "timeline.yml").read_text("utf-8")), FRONTS)
LINE = "article-published"
CERTAINTY = {
    "id": {"established": "Terkonfirmasi", "reported": "Dilaporkan", "contested": "Diperdebatkan"},
    "en": {"established": "Established", "reported": "Reported", "contested": "Contested"},
}
WEAK = {"id": "Perlu sumber yang lebih kuat", "en": "Needs a better source"}
each_language = pytest.mark.parametrize("language", ["id", "en"])


@pytest.fixture(params=["id", "en"])
def shown(request, site) -> tuple[str, Page]:
    return request.param, site.page(PAGES[request.param])


def items(page: Page) -> dict[str, Page]:
    """Every event of the page by its id, as a page of its own."""
    return {li.attrs["id"]: Page(page.path, li.to_html()) for li in page.all("li.ex-event")}


def bare(text: str) -> str:
    """Text without spaces, which the reader of HTML puts around every element."""
    return re.sub(r"\s", "", text)


def test_every_event_stands_in_its_period_in_the_order_of_time(shown):
    _, page = shown
    listed = {
        box.attrs["data-period"]: [li.attrs["id"] for li in box.query("li.ex-event")]
        for box in page.all(".ex-period")
    }
    held = {period.id: [event.id for event in events] for period, events in DATA.groups()}
    assert listed == held
    assert sum(map(len, listed.values())) == len(DATA.events)
    assert all(box.query("ol > li.ex-event") for box in page.all(".ex-period"))


def test_dates_are_told_in_words_and_only_exact_ones_are_times(shown):
    language, page = shown
    for name, item in items(page).items():
        event, date = DATA.events[name], item.one(".ex-event__date")
        exact = [p.datetime for p in date_pieces(event.date, language) if p.datetime]
        assert [time.attrs["datetime"] for time in date.query("time")] == exact
        told, since = date_in_words(event.date, language), date.query_one(".ex-event__since")
        told += words(since) if since else ""
        assert bool(since) == (name == "border-closure")
        assert bare(words(date.query("a")[0])) == bare(told)
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", day) for day in exact)
    assert items(page)["yongbyon-irt-reactor"].all("time") == []


def test_every_event_says_how_certain_it_is_and_a_doubt_is_explained_in_sight(shown):
    language, page = shown
    for name, item in items(page).items():
        event = DATA.events[name]
        if name == LINE:
            continue
        marks = [words(mark) for mark in item.all(".ex-mark")]
        assert CERTAINTY[language][event.certainty] in marks
        assert len(marks) == 3 + event.key + event.needs_better_source
        assert (WEAK[language] in marks) == event.needs_better_source
        if event.certainty == "contested":
            (note,) = item.all(".ex-event__note")
            assert item.all("details .ex-event__note") == []
            assert len(words(note)) > 30


def test_no_note_is_lost(shown):
    language, page = shown
    for name, item in items(page).items():
        event = DATA.events[name]
        note, later = event.notes.get(language, ""), event.later.get(language, "")
        assert len(item.all(".ex-event__note")) == bool(note) + bool(later)
        assert len(item.all(".ex-event__later")) == bool(later)
        for told in (note, later):
            assert bare(re.split(r"\s*[\[*]", told)[0][:40]) in bare(item.text("li"))


def test_every_source_is_a_link_and_the_summary_counts_them(shown):
    _, page = shown
    for name, item in items(page).items():
        keys = [a.attrs["href"].partition("#ref-")[2] for a in item.all("dd .ex-cite a")]
        assert tuple(keys) == DATA.events[name].sources
        assert re.search(
            rf"\b{len(keys)} (sumber|sources?)$", item.text(".ex-event__more > summary")
        )


def test_every_event_has_an_address_and_files_that_cite_it(shown, site):
    language, page = shown
    folder = {"id": "unduh/kutip/linimasa", "en": "unduh/cite/timeline"}[language]
    for name, item in items(page).items():
        assert item.one(".ex-event__date a").attrs["href"] == f"#{name}"
        files = [
            target_path(resolve(page, a.attrs["href"]))
            for a in item.all("a[href]")
            if folder in a.attrs["href"]
        ]
        assert files == [f"{folder}-{name}.{end}" for end in ("txt", "bib", "ris")]
        assert all((site.dir / path).is_file() for path in files)


def test_terms_lead_to_entries(shown, site):
    _, page = shown
    for name, item in items(page).items():
        links = [a.attrs["href"] for a in item.all("dd > a[href*='glos']")]
        assert len(links) == len(DATA.events[name].terms)
        assert all(target_path(resolve(page, href)) in site.pages for href in links)


def test_both_languages_have_the_same_events_with_the_same_traits(site):
    one, other = (
        [dict(li.attrs) for li in site.page(PAGES[lang]).all("li.ex-event")] for lang in PAGES
    )
    assert one == other


# --- One event, three places -----------------------------------------------------------------


@each_language
def test_events_and_paragraphs_lead_to_each_other(site, language):
    page, article = site.page(PAGES[language]), site.page(ARTICLES[language])
    there = {
        (name, int(number))
        for name, item in items(page).items()
        for a in item.all(".ex-event__article a")
        for number in re.findall(r"#p-(\d)$", a.attrs["href"])
    }
    number, back = 0, set()
    for part in article.one(".ex-line__list dl").query("dt, dd"):
        link = part.query("a")[0].attrs["href"]
        if part.name == "dt":
            number = int(link.removeprefix("#p-"))
        else:
            back.add((link.partition("#")[2], number))
    stated = {(e.id, n) for e in DATA.events.values() for n in e.paragraphs}
    assert there == back == stated != set()


@each_language
def test_events_and_annotations_lead_to_each_other(site, language):
    page, article = site.page(PAGES[language]), site.page(ARTICLES[language])
    there = {
        (name, a.attrs["href"].partition("#a-")[2])
        for name, item in items(page).items()
        for a in item.all("a[href*='#a-']")
    }
    back = {
        (a.attrs["href"].partition("#")[2], note.attrs["id"].removeprefix("n-"))
        for note in article.all(".ex-ann")
        for a in note.query(".ex-ann__links a")
        if PAGES[language].split("/")[-2] in a.attrs["href"]
    }
    assert there == back
    assert len(there) > 10
    for name, item in items(page).items():
        for a in item.all("a[href*='#a-']"):
            anchor = a.attrs["href"].partition("#")[2]
            mark = article.one(f"#{anchor}")
            quoted, marked = (re.sub(r"[“”‘’…]", "", words(part)) for part in (a, mark))
            assert marked, name  # a mark may end at a term
            assert quoted.startswith(marked) or marked.startswith(quoted), name


@each_language
def test_the_strip_counts_what_came_before_and_after(site, language):
    said = site.page(ARTICLES[language]).text("figure.ex-line figcaption")
    before = sum(not DATA.is_after(e) and e.id != LINE for e in DATA.events.values())
    assert re.findall(r"\b\d+\b", said)[-2:] == [str(before), str(69 - before)]


# --- Terms -----------------------------------------------------------------------------------


@each_language
def test_entries_list_the_events_that_use_them(site, language):
    """By its words where it does, marked; else by the title of the event that names the term."""
    titles = {f"#{event.id}": event.titles[language] for event in DATA.events.values()}
    page = site.page(PAGES[language])
    texts = {f"#{name}": item.text("li") for name, item in items(page).items()}
    faces = _entries(site, language)
    found: dict[str, set[str]] = {}
    for term, entry in faces.items():
        for li in entry.all(".ex-uses li"):
            place, sentence = li.query("a")[0], li.query(".ex-uses__sentence")[0]
            path, _, anchor = resolve(entry, place.attrs["href"]).partition("#")
            if target_path(path) != f"{page.url}index.html" or f"#{anchor}" not in titles:
                continue
            found.setdefault(anchor, set()).add(term)
            used = [words(mark) for mark in sentence.query("mark")]
            if used:
                assert used[0] in texts[f"#{anchor}"]
            else:
                assert words(sentence) == titles[f"#{anchor}"]
    for event in DATA.events.values():
        assert set(event.terms) <= found.get(event.id, set())
    assert sum(map(len, found.values())) > 60


def _entries(site, language: str) -> dict[str, Page]:
    folder = {"id": "glosarium", "en": "en/glossary"}[language]
    entries = {}
    for file in (DOCS / folder).glob("*.md"):
        front = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
        if front.get("kind") == "term":
            entries[front["term"]["id"]] = site.page(f"{folder}/{file.stem}/")
    return entries


# --- The page --------------------------------------------------------------------------------


def test_the_page_offers_its_files_and_says_what_the_calendar_lacks(shown, site):
    language, page = shown
    section = page.one(".ex-downloads")
    paths = [target_path(resolve(page, a.attrs["href"])) for a in section.query("a[download]")]
    assert all((site.dir / path).is_file() for path in paths)
    ends = [path.partition(".")[2] for path in paths]
    assert ends == ["csv", "json", "schema.json", "ics", "timelinejs.json"]
    every = len(DATA.events)
    known = site.read(paths[3]).count("BEGIN:VEVENT")
    said = {"id": f"{known} dari {every} peristiwa", "en": f"{known} of {every} events"}[language]
    assert said in words(section)


def test_pictures_are_drawn_once_and_hidden_from_readers_of_text(shown):
    _, page = shown
    uses = {use.attrs["href"] for use in page.all(".ex-timeline use")}
    assert uses <= {f"#{symbol.attrs['id']}" for symbol in page.all("symbol")}
    assert all(svg.attrs.get("aria-hidden") for svg in page.all("svg.ex-icon"))


def test_the_page_stays_light(shown):
    """For cheap phones: events, their sources and files, picture and filters in 240 kB of HTML."""
    _, page = shown
    start, end = page.html.index('<div class="ex-timeline">'), page.html.index('class="ex-count ')
    assert len(page.html[start:end].encode()) < 240_000

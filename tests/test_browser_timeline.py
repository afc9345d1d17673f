"""The timeline in Chromium: filters without and with a script, addresses that keep, its picture."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from explainer.timeline import Event
from test_timeline_site import ARTICLES, DATA, LINE, PAGES

SHOWN = ".ex-event:visible"
COUNT = len(DATA.events)
each_script = pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
each_width = pytest.mark.parametrize("width", [390, 1440])


def expected(**chosen: str) -> list[str]:
    """The ids of the events that fit; the line of the article stays with the events around it."""
    found = []
    for _, events in DATA.groups():
        fitting = [e.id for e in events if all(traits(e)[n] == v for n, v in chosen.items())]
        line = any(event.id == LINE for event in events) and chosen.get("when") != "after"
        kept = {*fitting, LINE} if fitting and line else fitting
        found += [event.id for event in events if event.id in kept]
    return found


def traits(event: Event) -> dict[str, str]:
    side = "after" if DATA.is_after(event) else "before"
    key = "key" if event.key else ""
    return {"theme": event.theme, "track": event.track, "when": side, "key": key}


def shown(page: Page) -> list[str]:
    return page.eval_on_selector_all(SHOWN.replace(":visible", ""), _VISIBLE)


_VISIBLE = "items => items.filter(i => i.checkVisibility()).map(i => i.id)"


def open_filters(page: Page) -> None:
    """Wide screens show them at once."""
    summary = page.locator(".ex-filters > summary")
    if summary.is_visible():
        summary.click()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f'label[for="{_id(page, name, value)}"]').click()


def _id(page: Page, name: str, value: str) -> str:
    return page.locator(f'[data-f="{name}-{value}"]').get_attribute("id")


def count(page: Page) -> str:
    """What the count says: the script's words, or what the style sheet counts."""
    said = page.locator(".ex-count__said").inner_text()
    return said or page.locator(".ex-count__count").evaluate(
        "node => getComputedStyle(node, '::after').content"
    )


# --- Filters ---------------------------------------------------------------------------------


@each_script
@each_width
def test_filters_combine(reader, js, width):
    page = reader.open(PAGES["id"], width=width, js=js).page
    assert len(shown(page)) == COUNT
    open_filters(page)
    choose(page, "theme", "sanctions")
    assert shown(page) == expected(theme="sanctions")
    choose(page, "track", "joint")
    assert shown(page) == expected(theme="sanctions", track="joint")
    choose(page, "when", "before")
    both = expected(theme="sanctions", track="joint", when="before")
    assert shown(page) == both
    headings = page.locator(".ex-period:visible h2").count()
    periods = {p.id for p, events in DATA.groups() for e in events if e.id in set(both) - {LINE}}
    assert len(periods) <= headings < 9


@pytest.mark.parametrize("side", ["before", "after"])
def test_the_line_of_the_article_switches_between_then_and_after(reader, side):
    page = reader.open(PAGES["en"], js=False).page
    number = 1 if side == "after" else 0
    link = page.locator(f"#{LINE} .ex-event__sides a").nth(number)
    told = int(re.search(r"\((\d+)\)", link.inner_text())[1])
    link.click()
    assert shown(page) == expected(when=side)
    assert len(shown(page)) == told == {"before": 46, "after": 24}[side]


@each_script
def test_an_address_that_filters_marks_its_choice_alone(reader, js):
    page = reader.open(PAGES["id"], width=1440, js=js).page
    page.goto(f"{page.url}#{_id(page, 'theme', 'sanctions')}")
    labels = [f'label[for="{_id(page, "theme", v)}"]' for v in ("all", "economy", "sanctions")]
    every, other, chosen = (
        page.locator(one).evaluate("one => getComputedStyle(one).backgroundColor") for one in labels
    )
    assert every == other != chosen


@each_script
@each_width
def test_what_was_known_then_tells_nothing_of_later(reader, width, js):
    page = reader.open(PAGES["en"], width=width, js=js).page
    page.locator(".ex-event__more").evaluate_all("all => all.forEach(one => { one.open = true; })")
    later, since = page.locator(".ex-event__later"), page.locator(".ex-event__since")
    ended = page.locator("#border-closure .ex-event__span")
    assert later.count() == sum(bool(event.later) for event in DATA.events.values()) == 4
    assert all(one.is_visible() for one in [*later.all(), ended])
    expect(since).to_be_hidden()
    choose(page, "when", "before")
    assert not any(one.is_visible() for one in [*later.all(), ended])
    expect(since).to_have_text("since 2020")


def test_the_switch_is_in_sight_without_opening_anything(reader):
    page = reader.open(PAGES["id"], width=390, js=False).page
    for value in ("all", "before", "after"):
        expect(page.locator(f'label[for="{_id(page, "when", value)}"]')).to_be_visible()
    choose(page, "when", "after")
    assert shown(page) == expected(when="after")


def test_the_count_follows(reader):
    page = reader.open(PAGES["id"], width=390).page
    open_filters(page)
    choose(page, "theme", "economy")
    n = sum(event.theme == "economy" for event in DATA.events.values())
    expect(page.locator(".ex-count")).to_contain_text(f"{n} dari {COUNT} peristiwa")
    expect(page.locator(".ex-count")).to_be_in_viewport()
    choose(page, "track", "joint")
    page.locator(".ex-filters button[type=reset]").click()
    assert len(shown(page)) == COUNT


def test_the_style_sheet_counts_too(reader):
    page = reader.open(f"{PAGES['id']}#tema-sanksi", js=False).page
    assert shown(page) == expected(theme="sanctions")
    assert f" dari {COUNT} peristiwa" in count(page)
    expect(page.locator(".ex-count")).to_be_in_viewport()


def test_when_none_fits_the_count_says_so(reader):
    page = reader.open(PAGES["en"]).page
    choose(page, "theme", "people")
    choose(page, "key", "key")
    choose(page, "when", "after")
    assert shown(page) == expected(theme="people", key="key", when="after") == []
    expect(page.locator(".ex-count")).to_contain_text(f"None of the {COUNT} events match")


# --- Addresses -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "asked"),
    [("id", "tema=sanksi&dari=2006&sampai=2017"), ("en", "theme=sanctions&from=2006&until=2017")],
)
def test_sanctions_from_2006_to_2017_is_an_address_that_survives(reader, language, asked):
    wanted = [
        event.id
        for event in DATA.events.values()
        if event.theme == "sanctions" and 2006 <= event.year <= 2017
    ]
    page = reader.open(PAGES[language], lang="en-GB").page
    choose(page, "theme", "sanctions")
    first, last = page.locator(".ex-filters__select").all()
    first.select_option("2006")
    last.select_option("2017")
    assert shown(page) == wanted
    address = page.url
    assert set(urlsplit(address).query.split("&")) == set(asked.split("&"))
    page.reload()
    assert shown(page) == wanted
    other = reader.open(f"{PAGES[language]}?{asked}").page
    assert shown(other) == wanted
    assert len(wanted) > 3


@each_script
def test_an_address_of_one_filter_works_without_a_script_too(reader, js):
    page = reader.open(f"{PAGES['en']}#track-moscow", js=js).page
    assert shown(page) == expected(track="moscow")


def test_the_period_of_an_address_is_shown_alone(reader):
    page = reader.open(f"{PAGES['id']}#masa-new-start", js=False).page
    assert page.locator(".ex-period:visible h2").count() == 1


@each_script
def test_an_event_that_a_filter_hides_is_shown_when_it_is_asked_for(reader, js):
    page = reader.open(PAGES["id"], js=js).page
    choose(page, "theme", "economy")
    event = page.locator("#troops-kursk-2024")
    expect(event).to_be_hidden()
    page.evaluate("location.hash = 'troops-kursk-2024'") if js else page.goto(
        page.url.partition("#")[0] + "#troops-kursk-2024"
    )
    expect(event).to_be_visible()
    expect(event.locator("h3")).to_be_in_viewport()


# --- One event, three places -----------------------------------------------------------------


@pytest.mark.parametrize("language", ["id", "en"])
def test_links_between_the_places_land_on_what_is_marked(reader, language):
    page = reader.open(PAGES[language], width=390).page
    link = page.locator("#letters-15-august-2022 .ex-event__article a[href*='#a-']").first
    link.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(ARTICLES[language]) + r"#a-"))
    mark = page.locator(":target")
    expect(mark).to_be_in_viewport()
    plain = page.locator("#p-6 .ex-hl").first
    look = (
        "node => { const s = getComputedStyle(node);"
        " return s.backgroundColor + s.boxShadow + s.outline; }"
    )
    assert mark.evaluate(look) != plain.evaluate(look)
    page.goto(page.url.partition("#")[0])
    page.locator("figure.ex-line details > summary").click()
    page.locator("figure.ex-line dd a[href$='#letters-15-august-2022']").first.click()
    event = page.locator("#letters-15-august-2022")
    expect(event.locator("h3")).to_be_in_viewport()
    title = event.locator("h3").evaluate("node => getComputedStyle(node).backgroundColor")
    assert title not in ("rgba(0, 0, 0, 0)", "transparent")


def test_a_use_of_a_term_leads_to_its_event(reader):
    page = reader.open("glosarium/sanksi/", width=390).page
    page.locator(".ex-uses a[href$='#unsc-1718']").click()
    expect(page.locator("#unsc-1718 h3")).to_be_in_viewport()

"""Events as elements: what a doubt looks like, and a page that has no article or no events."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

import pytest

from explainer.elements import element
from explainer.terms import Glossary
from explainer.timeline import Timeline
from explainer.timelinepage import fill_timeline
from explainer.timelineuses import fill_events
from test_timelineexport import small

NOTE = {"id": "Satu pihak membantah.", "en": "One side denies it."}


def prose(text: str) -> list[Element]:
    return [element("p", {}, text)] if text else []


def page(timeline: Timeline, language: str = "id") -> str:
    root = element("div", {}, element("div", {"class": "ex-timeline"}))
    path = {"id": "linimasa.md", "en": "en/timeline.md"}[language]
    fill_timeline(root, timeline, Glossary([]), path, language, prose)
    return tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("certainty", "weak", "folded"),
    [
        ("established", False, True),
        ("established", True, False),
        ("reported", False, False),
        ("contested", False, False),
    ],
)
def test_a_note_is_in_sight_when_there_is_a_doubt(certainty, weak, folded):
    made = page(small("2001", certainty=certainty, needs_better_source=weak, note=NOTE))
    before = made.partition('<details class="ex-event__more">')[0]
    assert (NOTE["id"] in before) is not folded
    assert made.count(NOTE["id"]) == 1
    assert ("Catatan dan 1 sumber" in made) == folded
    assert ("Perlu sumber yang lebih kuat" in made) == weak


def test_english_says_the_same():
    made = page(small("2001", needs_better_source=True, certainty="contested", note=NOTE), "en")
    assert "Needs a better source" in made
    assert ">Contested</span>" in made.replace(" Contested", "Contested")
    assert ">1 source</summary>" in made


def test_the_line_of_the_article_stands_between_then_and_after_without_an_event_of_its_own():
    made = page(small("2022-08-29", "2022-08-31"))
    places = [made.index(f'id="{name}"') for name in ("a", "article-published", "b")]
    assert places == sorted(places)


def test_without_events_the_place_stays_empty():
    assert page(Timeline()) == '<div><div class="ex-timeline" /></div>'


class Annotated:
    """Annotations a1, a2 … of every event."""

    def __init__(self, count: int) -> None:
        self.count = count

    def of_event(self, _event: str, _language: str) -> list[tuple[str, str, str]]:
        return [(f"a{n}", f"kata “{n}”", "artikel.md") for n in range(1, self.count + 1)]


PLACE = '<p class="ex-event__article ex-made">{start}<span class="ex-annotated">x</span></p>'
LINK = '<a href="../artikel/#a-a{n}"><q>kata ‘{n}’</q></a>'


@pytest.mark.parametrize(
    ("start", "count", "made"),
    [
        ("", 0, ""),
        ("Dalam artikel: <a>paragraf 1</a>", 0, "Dalam artikel: <a>paragraf 1</a>"),
        ("", 1, f"Dalam artikel: {LINK.format(n=1)}"),
        (
            "Dalam artikel: <a>paragraf 1</a>",
            1,
            f"Dalam artikel: <a>paragraf 1</a>, {LINK.format(n=1)}",
        ),
    ],
)
def test_an_event_names_its_places_in_the_article(start, count, made):
    html = PLACE.format(start=start)
    found = fill_events(html, "linimasa.md", Annotated(count), lambda _: "../artikel/", str)
    assert found == (f'<p class="ex-event__article ex-made">{made}</p>' if made else "")


@pytest.mark.parametrize(("count", "seen"), [(3, 3), (4, 4), (5, 3), (12, 3)])
def test_many_places_are_folded_and_none_is_lost(count, seen):
    html = PLACE.format(start="")
    found = fill_events(html, "linimasa.md", Annotated(count), lambda _: "", str)
    first, _, rest = found.partition("<details")
    assert (first.count("<a "), found.count("<a ")) == (seen, count)
    assert (f"{count - seen} tempat lain dalam artikel" in rest) == bool(count - seen)

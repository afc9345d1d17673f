"""The picture of the timeline as geometry: nothing overlaps, nothing is lost, dots are events."""

from __future__ import annotations

from itertools import combinations

import pytest

from explainer.timelinepicture import draw, spread
from explainer.timelinescale import SMALL, SMALLEST, TALL, WIDE, Name
from test_timeline_site import DATA, LINE
from test_timelineexport import small

PLANS = [pytest.param(plan, id=plan.name) for plan in (WIDE, TALL, SMALL, SMALLEST)]
each = pytest.mark.parametrize("plan", PLANS)
each_language = pytest.mark.parametrize("language", ["id", "en"])


def overlap(one: Name, other: Name) -> bool:
    (a, b, c, d), (e, f, g, h) = one.box, other.box
    return a < g and e < c and b < h and f < d


@each
@each_language
def test_no_name_overlaps_another_and_none_sticks_out(plan, language):
    drawing = draw(DATA, language, plan, "Anda di sini")
    assert [
        (one.event, other.event)
        for one, other in combinations(drawing.names, 2)
        if overlap(one, other)
    ] == []
    for name in drawing.names:
        left, top, right, bottom = name.box
        assert left >= 0
        assert top >= 0
        assert right <= plan.width
        assert bottom <= drawing.height


@each_language
@pytest.mark.parametrize("plan", [WIDE, TALL], ids=["wide", "tall"])
def test_every_key_event_is_named_once_and_so_is_the_article(plan, language):
    named = [name.event for name in draw(DATA, language, plan).names]
    key = [event.id for event in DATA.events.values() if event.key]
    assert sorted(named) == sorted([*key, LINE])


@each_language
def test_no_line_runs_through_another_name(language):
    drawing = draw(DATA, language, WIDE)
    for one, other in combinations(drawing.names, 2):
        for name, way in ((one, other.way), (other, one.way)):
            (x, upper), (_, lower) = way
            left, top, right, bottom = name.box
            assert not (left < x < right and upper < bottom and top < lower)


@each
def test_there_is_a_dot_for_each_event_and_dots_keep_apart(plan):
    dots = draw(DATA, "id", plan, "Anda di sini").dots
    assert {dot.event for dot in dots} == set(DATA.events)
    near = plan.dot * 0.95
    for one, other in combinations(dots, 2):
        assert abs(one.x - other.x) >= near or abs(one.y - other.y) >= near or plan is TALL
    assert len({(round(dot.x, 1), round(dot.y, 1)) for dot in dots}) == len(dots)


def test_what_came_after_stands_behind_the_mark_of_the_article():
    drawing = draw(DATA, "id", SMALL, "Anda di sini")
    years = {dot.event: dot.x for dot in drawing.dots}
    for event in DATA.events.values():
        if event.year > 2022:
            assert years[event.id] > drawing.article
        elif event.year < 2022:
            assert years[event.id] < drawing.article


@each
def test_a_timeline_of_one_event_can_be_drawn(plan):
    drawing = draw(small("2001-02-03", key=True), "en", plan, "You are here")
    assert [dot.event for dot in drawing.dots] == ["a"]


def test_places_are_moved_apart_and_keep_their_order():
    assert spread([1, 2, 10, 11], 4) == [1, 5, 10, 14]
    assert spread([], 4) == []

"""The concept map: nothing overlaps, in geometry and in Chromium; every line is told in words."""

from __future__ import annotations

from itertools import combinations
from xml.etree.ElementTree import Element, SubElement

import pytest
from mkdocs.utils import meta

from explainer.advances import width_of, wrapped
from explainer.conceptmap import TALL, WIDE, Link, draw, links_among, terms_of
from explainer.pictures import fill_map
from explainer.terms import Face, Glossary, Term, read_terms
from support import ROOT, cases

DOCS = ROOT / "docs"
FRONTS = {
    path.relative_to(DOCS).as_posix(): meta.get_data(path.read_text("utf-8"))[1]
    for path in DOCS.rglob("*.md")
}
GLOSSARY = Glossary(read_terms(FRONTS))
PLANS = pytest.mark.parametrize("plan", [WIDE, TALL], ids=["wide", "tall"])
TONGUES = pytest.mark.parametrize("language", ["id", "en"])
INDEX = {"id": "glosarium/index.md", "en": "en/glossary/index.md"}


def frame(box):
    """Left, top, right, bottom."""
    return (box.x, box.y, box.x + box.width, box.y + box.height)


def ground(label, plan):
    """The rectangle of a heading, as wide as its longest line."""
    wide = max(width_of(line, plan.size) for line in label.lines)
    top = label.y - plan.leading / 2
    return (label.x, top, label.x + wide, top + plan.leading * len(label.lines))


def apart(one, other, room):
    """Whether at least so much room lies between two rectangles."""
    return (
        one[2] + room <= other[0]
        or other[2] + room <= one[0]
        or one[3] + room <= other[1]
        or other[3] + room <= one[1]
    )


def along(curve):
    """Points of a cubic curve from end to end."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve.points
    for step in range(201):
        t = step / 200
        u = 1 - t
        w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        yield (
            w[0] * ax + w[1] * bx + w[2] * cx + w[3] * dx,
            w[0] * ay + w[1] * by + w[2] * cy + w[3] * dy,
        )


def inside(point, rectangle):
    left, top, right, bottom = rectangle
    return left + 0.1 < point[0] < right - 0.1 and top + 0.1 < point[1] < bottom - 0.1


# --- geometry -------------------------------------------------------------------------------------


@PLANS
@TONGUES
def test_boxes_and_headings_keep_apart_within_the_picture(plan, language):
    picture = draw(GLOSSARY, language, plan)
    areas = [frame(box) for box in picture.boxes]
    areas += [ground(label, plan) for label in picture.labels]
    assert len(picture.boxes) == len(terms_of(GLOSSARY, language)) >= 18
    assert [pair for pair in combinations(areas, 2) if not apart(*pair, 5)] == []
    for left, top, right, bottom in areas:
        assert 0 < left < right < picture.width
        assert 0 < top < bottom < picture.height


@PLANS
@TONGUES
def test_every_name_fits_into_its_box(plan, language):
    for box in draw(GLOSSARY, language, plan).boxes:
        assert " ".join(box.lines) == " ".join(GLOSSARY.face(box.term, language).name.split())
        assert max(width_of(line, plan.size) for line in box.lines) <= box.width - 2 * 8
        assert plan.leading * len(box.lines) <= box.height - 2 * 8


@PLANS
@TONGUES
def test_no_curve_crosses_a_box_or_a_heading_or_leaves_the_picture(plan, language):
    picture = draw(GLOSSARY, language, plan)
    areas = [frame(box) for box in picture.boxes] + [ground(x, plan) for x in picture.labels]
    for curve in picture.curves:
        for point in along(curve):
            assert not any(inside(point, area) for area in areas), curve.link
            assert 1 <= point[0] <= picture.width - 1, curve.link
            assert 1 <= point[1] <= picture.height - 1, curve.link


@PLANS
@TONGUES
def test_every_curve_ends_at_its_boxes_in_a_place_of_its_own(plan, language):
    picture = draw(GLOSSARY, language, plan)
    boxes = {box.term: frame(box) for box in picture.boxes}
    ends = []
    for curve in picture.curves:
        tip = 7 if curve.link.kind == "broader" else 0
        last = (curve.points[-1][0] + curve.into * tip, curve.points[-1][1])
        for term, (x, y) in ((curve.link.one, curve.points[0]), (curve.link.other, last)):
            left, top, right, bottom = boxes[term]
            assert x in (pytest.approx(left), pytest.approx(right))
            assert top + 4 < y < bottom - 4
            ends.append((round(x, 1), round(y, 1)))
    assert len(set(ends)) == len(ends)


@PLANS
def test_the_same_glossary_gives_the_same_picture(plan):
    again = Glossary(reversed(GLOSSARY.terms.values()))
    assert draw(again, "id", plan) == draw(GLOSSARY, "id", plan)


# --- relations ------------------------------------------------------------------------------------


def test_each_relation_is_one_link_towards_the_broader_term_and_contrast_wins():
    glossary = Glossary(
        [
            Term("a", relations={"narrower": ("b",), "related": ("c",), "contrasts": ("c",)}),
            Term("b", relations={"broader": ("a",), "related": ("c", "elsewhere")}),
            Term("c", relations={"related": ("a", "b"), "contrasts": ("a",)}),
        ]
    )
    assert links_among(glossary, ["a", "b", "c"]) == [
        Link("a", "c", "contrasts"),
        Link("b", "a", "broader"),
        Link("b", "c", "related"),
    ]


def test_every_term_of_the_map_hangs_together_with_another():
    terms = terms_of(GLOSSARY, "id")
    tied = {end for link in links_among(GLOSSARY, terms) for end in (link.one, link.other)}
    assert tied == set(terms)


@pytest.mark.parametrize("case", cases("wrapped"))
def test_names_are_cut_into_even_lines(case):
    assert list(wrapped(case["text"], 13, case["room"])) == case["lines"]


# --- on a page ------------------------------------------------------------------------------------


def filled(glossary, language="id"):
    """A page with a place for the map, filled."""
    root = Element("div")
    SubElement(root, "div", {"class": "ex-map"})
    fill_map(root, glossary, language, INDEX[language])
    return root


@TONGUES
def test_the_list_says_every_line_from_both_ends(language):
    root = filled(GLOSSARY, language)
    terms = terms_of(GLOSSARY, language)
    links = links_among(GLOSSARY, terms)
    listed = [[a.get("href") for a in item.iter("a")] for item in root.iter("li")]
    told = [(hrefs[0], other) for hrefs in listed if hrefs for other in hrefs[1:]]
    folder = INDEX[language].removesuffix("index.md")

    def href(term):
        return GLOSSARY.face(term, language).path.removeprefix(folder)

    pairs = [(href(link.one), href(link.other)) for link in links]
    assert sorted(told) == sorted([*pairs, *((b, a) for a, b in pairs)])


@TONGUES
def test_drawings_are_named_link_every_term_and_hold_no_inline_style(language):
    root = filled(GLOSSARY, language)
    drawings = [svg for svg in root.iter("svg") if svg.get("role") == "group"]
    names = {GLOSSARY.face(term, language).name for term in terms_of(GLOSSARY, language)}
    assert len(drawings) == 2
    for svg in drawings:
        ids = {part.get("id"): part.text for part in svg if part.get("id")}
        assert ids[svg.get("aria-labelledby")]
        assert ids[svg.get("aria-describedby")]
        assert {a.get("aria-label") for a in svg.iter("a")} == names
    assert not any("style" in made.attrib for made in root.iter())
    marked = [made.get("id") for made in root.iter() if made.get("id")]
    assert len(set(marked)) == len(marked)


def test_a_glossary_without_these_terms_has_no_map():
    face = Face("glosarium/lain.md", "Lain")
    root = filled(Glossary([Term("other", "realism", {"id": face})]))
    assert len(root[0]) == 0


# --- in Chromium ----------------------------------------------------------------------------------

MEASURE = """() => {
  const drawings = [...document.querySelectorAll('.ex-map__drawing')];
  const shown = drawings.filter(drawing => drawing.checkVisibility());
  const rect = element => {
    const box = element.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
  };
  const svg = shown[0];
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const texts = [...svg.querySelectorAll('text')];
  return {
    shown: shown.length,
    letters: Math.min(...texts.map(t => parseFloat(getComputedStyle(t).fontSize) * scale)),
    drawing: rect(svg),
    boxes: [...svg.querySelectorAll('.ex-map__term')].map(a =>
      [rect(a.querySelector('rect')), rect(a.querySelector('text'))]),
    headings: [...svg.querySelectorAll('.ex-map__heading')].map(rect),
    page: document.documentElement.scrollWidth,
  };
}"""


@pytest.mark.parametrize("width", [320, 390, 767, 768, 1024, 1440])
@pytest.mark.parametrize("path", ["glosarium/", "en/glossary/"])
def test_in_the_browser_names_stand_in_boxes_that_keep_apart(reader, path, width):
    page = reader.open(path, width=width, height=900).page
    page.evaluate("document.fonts.ready")
    found = page.evaluate(MEASURE)
    assert found["shown"] == 1
    assert found["letters"] >= 12
    assert found["page"] <= width
    boxes = [box for box, _ in found["boxes"]]
    for box, name in found["boxes"]:
        assert box[0] + 4 <= name[0] < name[2] <= box[2] - 4
        assert box[1] + 2 <= name[1] < name[3] <= box[3] - 2
    areas = [*boxes, *found["headings"]]
    assert [pair for pair in combinations(areas, 2) if not apart(*pair, 2)] == []
    left, top, right, bottom = found["drawing"]
    assert all(left <= a[0] and a[2] <= right and top <= a[1] and a[3] <= bottom for a in areas)


def test_a_term_of_the_map_opens_its_entry_by_keyboard_without_script(reader):
    page = reader.open("glosarium/", js=False).page
    link = page.locator(".ex-map__drawing--wide").get_by_role("link", name="Anarki", exact=False)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glosarium/anarki/")

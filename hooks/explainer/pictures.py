"""The concept map on a page: two drawings of the same terms, a legend, and the same in words.

A page asks for it with `<div class="ex-map" markdown="1"></div>`. The style sheet shows one
drawing: the wide one, or on phones the tall one.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from .conceptmap import (
    ARROW,
    TALL,
    WIDE,
    Arrangement,
    Box,
    Curve,
    Label,
    Link,
    Picture,
    draw,
    links_among,
    terms_of,
)
from .elements import between, element, flag
from .glosswords import GLOSS
from .running import classes_of
from .schools import SCHOOLS, school_name
from .terms import RELATIONS, Glossary
from .termviews import relative

WORDS = {
    "id": {
        "title": "Peta istilah",
        "desc": (
            "{terms} istilah menurut aliran dan {links} hubungan di antaranya. Setiap istilah "
            "adalah tautan ke entrinya; semua hubungan ada juga sebagai daftar di bawah gambar."
        ),
        "legend": "Arti garis",
        "broader": "panah menuju istilah yang lebih luas",
        "related": "terkait",
        "contrasts": "berlawanan",
        "list": "Peta ini sebagai daftar",
    },
    "en": {
        "title": "Concept map",
        "desc": (
            "{terms} terms by school and {links} relations between them. Every term is a link to "
            "its entry; all relations stand also as a list below the picture."
        ),
        "legend": "What the lines mean",
        "broader": "arrow to the broader term",
        "related": "related",
        "contrasts": "contrasting",
        "list": "This map as a list",
    },
}
KINDS = ("broader", "related", "contrasts")


def fill_map(root: Element, glossary: Glossary, language: str, path: str) -> None:
    """Put the map where the page has room for it."""
    for place in root.iter("div"):
        if "ex-map" in classes_of(place) and len(terms_of(glossary, language)) > 1:
            place.append(_Map(glossary, language, path).figure())
            return


def number(value: float) -> str:
    """A coordinate in as few signs as it needs."""
    return f"{value:.1f}".removesuffix(".0")


class _Map:
    def __init__(self, glossary: Glossary, language: str, path: str) -> None:
        self.glossary = glossary
        self.language = language
        self.path = path
        self.words = WORDS[language]
        self.terms = terms_of(glossary, language)
        self.links = links_among(glossary, self.terms)

    def figure(self) -> Element:
        """Legend, both drawings, the list."""
        drawings = [self._drawing(plan) for plan in (WIDE, TALL)]
        attributes = {"class": "ex-map__figure ex-made"}
        made = element("div", attributes, self._legend(), *drawings, self._list())
        return flag(made, "data-search-exclude")

    # --- the drawings -----------------------------------------------------------------------------

    def _drawing(self, plan: Arrangement) -> Element:
        picture = draw(self.glossary, self.language, plan)
        ids = [f"ex-map-{plan.name}-{part}" for part in ("title", "desc")]
        said = self.words["desc"].format(terms=len(self.terms), links=len(self.links))
        size = f"0 0 {number(picture.width)} {number(picture.height)}"
        attributes = {"class": f"ex-map__drawing ex-map__drawing--{plan.name}", "viewBox": size}
        attributes |= {"role": "group", "aria-labelledby": ids[0], "aria-describedby": ids[1]}
        return element(
            "svg",
            attributes,
            element("title", {"id": ids[0]}, self.words["title"]),
            element("desc", {"id": ids[1]}, said),
            self._curves(picture),
            *(_label(label, plan) for label in picture.labels),
            *(self._box(box, plan) for box in picture.boxes),
        )

    def _curves(self, picture: Picture) -> Element:
        """Those that dispute lie above the rest; a screen reader has the list instead."""
        order = ("related", "broader", "contrasts")
        sorted_ = sorted(picture.curves, key=lambda curve: order.index(curve.link.kind))
        drawn = [self._curve(curve) for curve in sorted_]
        return element("g", {"aria-hidden": "true"}, *drawn)

    def _curve(self, curve: Curve) -> Element:
        (a, b), *rest = [(number(x), number(y)) for x, y in curve.points]
        way = f"M{a} {b}C" + " ".join(f"{x} {y}" for x, y in rest)
        kind = curve.link.kind
        parts = [element("path", {"class": "ex-map__line", "d": way})]
        if kind == "broader":
            parts.append(_arrow(curve))
        tip = element("title", {}, self._said(curve.link))
        return element("g", {"class": f"ex-map__link ex-map__link--{kind}"}, tip, *parts)

    def _said(self, link: Link) -> str:
        kind = GLOSS[self.language][f"rel-{link.kind}"].lower()
        return f"{self._name(link.one)} → {self._name(link.other)}: {kind}"

    def _box(self, box: Box, plan: Arrangement) -> Element:
        frame = {"class": "ex-map__box", "rx": "4"}
        frame |= {key: number(getattr(box, key)) for key in ("x", "y", "width", "height")}
        top = box.y + plan.pad + plan.leading / 2
        text = _text("ex-map__name", box.lines, (box.x + box.width / 2, top), plan)
        attributes = {"class": "ex-map__term", "href": self._href(box.term)}
        attributes["aria-label"] = self._name(box.term)
        return element("a", attributes, element("rect", frame), text)

    def _name(self, term: str) -> str:
        return self.glossary.terms[term].faces[self.language].name

    def _href(self, term: str) -> str:
        return relative(self.glossary.terms[term].faces[self.language].path, self.path)

    # --- legend and list --------------------------------------------------------------------------

    def _legend(self) -> Element:
        items = [element("li", {}, _sample(kind), self.words[kind]) for kind in KINDS]
        return element(
            "ul", {"class": "ex-map__legend", "aria-label": self.words["legend"]}, *items
        )

    def _list(self) -> Element:
        schools = {
            school: [t for t in self.terms if self.glossary.terms[t].school == school]
            for school in SCHOOLS
        }
        groups = [self._group(school, terms) for school, terms in schools.items() if terms]
        summary = element("summary", {}, self.words["list"])
        return element("details", {"class": "ex-map__list ex-more"}, summary, *groups)

    def _group(self, school: str, terms: list[str]) -> Element:
        name = element("p", {"class": "ex-map__school"}, school_name(school, self.language))
        items = [element("li", {}, *self._item(term)) for term in terms]
        return element("div", {}, name, element("ul", {}, *items))

    def _item(self, term: str) -> list[Element | str]:
        said = [(kind, self._others(term, kind)) for kind in RELATIONS]
        parts = [self._relation(kind, others) for kind, others in said if others]
        return [self._anchor(term), *([": "] if parts else []), *between(parts, "; ")]

    def _others(self, term: str, kind: str) -> list[str]:
        if kind == "narrower":
            return [ln.one for ln in self.links if ln.kind == "broader" and ln.other == term]
        forth = [ln.other for ln in self.links if ln.kind == kind and ln.one == term]
        back = [ln.one for ln in self.links if ln.kind == kind and ln.other == term]
        return forth if kind == "broader" else forth + back

    def _relation(self, kind: str, others: list[str]) -> Element:
        label = element("em", {}, GLOSS[self.language][f"rel-{kind}"].lower())
        names = between((self._anchor(other) for other in others), ", ")
        return element("span", {}, label, " ", *names)

    def _anchor(self, term: str) -> Element:
        return element("a", {"href": self._href(term)}, self._name(term))


def _label(label: Label, plan: Arrangement) -> Element:
    return _text("ex-map__heading", label.lines, (label.x, label.y), plan)


def _text(name: str, lines: tuple[str, ...], at: tuple[float, float], plan: Arrangement) -> Element:
    """Lines below one another; `at` is the middle of the height of the first one."""
    x, y = at
    base = y + plan.size * 0.35
    spans = [
        element("tspan", {"x": number(x), "y": number(base + place * plan.leading)}, line)
        for place, line in enumerate(lines)
    ]
    return element("text", {"class": name}, *between(spans, " "))


def _arrow(curve: Curve) -> Element:
    x, y = curve.points[-1]
    tip = x + curve.into * ARROW
    points = f"{number(x)},{number(y - 4)} {number(tip)},{number(y)} {number(x)},{number(y + 4)}"
    return element("polygon", {"class": "ex-map__arrow", "points": points})


def _sample(kind: str) -> Element:
    """A short line as it stands in the drawing."""
    end = 33 if kind == "broader" else 40
    parts = [element("path", {"class": "ex-map__line", "d": f"M0 6H{end}"})]
    if kind == "broader":
        parts.append(element("polygon", {"class": "ex-map__arrow", "points": "33,2 40,6 33,10"}))
    attributes = {"class": f"ex-map__sample ex-map__link--{kind}", "viewBox": "0 0 40 12"}
    return element("svg", attributes | {"aria-hidden": "true"}, *parts)

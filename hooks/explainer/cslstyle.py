"""The style of our references: The Chicago Manual of Style, 18th edition, author-date.

The style file is the one that pandoc carries. `adapted` changes four things, each for a reason:

- the day stands before the month, as both languages of the site write dates;
- the letter behind a year comes from us, so that the labels in the text carry the same one;
- quotation marks are “ ” in both languages, and a full stop stands behind them, since a title does
  not end on it (the Indonesian locale would put it inside, as American English does);
- words that the Indonesian locale leaves in English; and no "ahead of print", which the style says
  of an article with a DOI whose volume we could not verify.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

_CSL = "http://purl.org/net/xbiblio/csl"
LOCALES = {"id": "id-ID", "en": "en-GB"}
"""Our languages -> the CSL locales that speak for them."""

SUFFIX = "annote"
"""The variable that carries our letter; the style prints it nowhere else."""

_QUOTES = {"open-quote": "“", "close-quote": "”", "open-inner-quote": "‘", "close-inner-quote": "’"}
_TERMS = {
    "id": {"original-work-published": "judul asli", "advance-online-publication": ""},
    "en": {"advance-online-publication": ""},
}


def adapted(style: str) -> str:
    """The style with our changes; whatever it no longer contains is an error."""
    ET.register_namespace("", _CSL)
    root = ET.fromstring(style)  # noqa: S314  pandoc's own file
    _put_days_first(root)
    _take_our_letters(root)
    for place, (language, locale) in enumerate(LOCALES.items(), 1):
        root.insert(place, _locale(language, locale))
    return ET.tostring(root, encoding="unicode")


def _put_days_first(root: ET.Element) -> None:
    dates = [d for d in root.iter(_tag("date")) if [p.get("name") for p in d] == ["month", "day"]]
    if not dates:
        raise ValueError("the style prints no month before its day")
    for one in dates:
        month, day = one
        one[:] = [day, month]
        month.set("prefix", day.attrib.pop("prefix", " "))


def _take_our_letters(root: ET.Element) -> None:
    """Our letters behind years; none behind "n.d.", since labels of such works name the title."""
    holders = [(parent, e) for parent in root.iter() for e in parent if _is_letter(e)]
    if not holders:
        raise ValueError("the style prints no letter behind a year")
    for parent, one in holders:
        if one.get("prefix"):
            parent.remove(one)
        else:
            one.set("variable", SUFFIX)
    for citation in root.iter(_tag("citation")):
        citation.attrib = {k: v for k, v in citation.attrib.items() if "disambiguate" not in k}


def _is_letter(element: ET.Element) -> bool:
    return element.tag == _tag("text") and element.get("variable") == "year-suffix"


def _locale(language: str, locale: str) -> ET.Element:
    made = ET.Element(_tag("locale"), {"{http://www.w3.org/XML/1998/namespace}lang": locale})
    ET.SubElement(made, _tag("style-options"), {"punctuation-in-quote": "false"})
    terms = ET.SubElement(made, _tag("terms"))
    for name, text in (_QUOTES | _TERMS[language]).items():
        ET.SubElement(terms, _tag("term"), {"name": name}).text = text
    return made


def _tag(name: str) -> str:
    return f"{{{_CSL}}}{name}"

"""The clear marks behind a title: "dalam … (ed.)", "Vol. 3 No. 2", page ranges, dates."""

from __future__ import annotations

import re

from .dates import find_date, is_month
from .details import GAP, VOLUME, Details, looks_like_container, plain
from .gazetteer import is_publisher, periodical
from .persons import read_people

_I = re.IGNORECASE
_SEASONS = frozenset("Summer Winter Spring Fall Autumn Edisi Tahun".split())
_BY = re.compile(r"\b(?:von|by|oleh|und|dan|and|eds?\.|penyunting)\s$", _I)
_DASH = r"\s?[-–—‐]{1,2}\s?"
_NUMBER = r"(?:\d{1,4}(?:[-–/]\d{1,4})?[A-Za-z]?|[IVXLCivxlc]{1,8}|ke-?\d{1,3})(?![\w])"
_NAMES = r"([^,();:" + GAP + r"]{2,80}?)(?=[,();" + GAP + r"]|\.\s[A-Z][\w-]+[\s:,]|\.?$)"
_ED = r"(?:eds?|editors?|peny(?:unt)?|penyunting|hrsg|hg)(?![\w])\.?"
_NOISE = (
    re.compile(
        r"\((?:untuk )?(?:selanjutnya|hereinafter|hereafter|disingkat|terj|penerj|cet|edisi|"
        r"ed\.? rev)[^()]{0,80}\)",
        _I,
    ),
    re.compile(
        r"\b(?:terj(?:emahan)?|penerj(?:emah)?|diterjemahkan(?: oleh)?|alih bahasa(?: oleh)?|"
        r"trans(?:lated)?(?: by)?|transl|"
        r"übersetzt von)(?![\w])\.?:?\s*(?:oleh\s)?" + _NAMES,
        _I,
    ),
    re.compile(
        r"(?<!\w)cet(?:akan)?(?![\w])\.?\s*(?:ke-?\s?)?(?:\d{1,3}|[IVX]{1,5}|pertama|kedua|"
        r"ketiga|keempat|kelima)?(?!\w)",
        _I,
    ),
    re.compile(
        r"(?<!\w)(?:edisi|ed\.)\s(?:ke-?\s?)?(?:revisi|pertama|kedua|ketiga|keempat|kelima|"
        r"rev\.?|khusus)(?!\w)\.?",
        _I,
    ),
    re.compile(
        r"(?<!\w)(?:\d{1,2}(?:st|nd|rd|th|d)|first|second|third|fourth|fifth|rev(?:ised|\.)?|"
        r"new(?: american)?)\s"
        r"(?:rev\.\s)?(?:edn|ed|edition)(?!\w)\.?",
        _I,
    ),
    re.compile(
        r"(?<!\w)(?:abridged|passim|reprint(?:ed)?|repr\.|t\.\s?p\.|s\.\s?l\.|s\.\s?n\.)(?!\w)", _I
    ),
)
_CHAPTER = re.compile(
    r"(?:^|[,.;"
    + GAP
    + r"])\s*(?:di\s?dalam|dalam|dlm\.?|in|dans)(?:\sbuku|\s?:)?\s+(?=[A-Z“\"‘])",
    _I,
)
_EDITORS_FIRST = re.compile(
    r"\s*([^()]{2,160}?),?\s?(?:\(\s?" + _ED + r"\s?\)|,\s" + _ED + r"(?=\s*,))\s?[.,:]?\s*", _I
)
_EDITED_BY = re.compile(
    r"\b(?:edited by|disunting(?: oleh)?|penyunting:?|editor:|"
    + _ED
    + r"(?<=\.):?)\s+(?:oleh\s)?"
    + _NAMES,
    _I,
)
_NO = r"(?:no(?:mor|mer|s)?|nr|issue|number|iss|edisi|num)(?![\w])\.?:?\s*"
_VOLUMES = (
    re.compile(
        r"(?<!\w)(?:vol(?:ume)?|jilid|jil|jld|bd|tome|band|tomo)(?![a-z])\.?:?\s*(?P<v>"
        + _NUMBER
        + r")\.?(?:\s?\((?P<i>\d{1,3}(?:[-–/]\d{1,3})?)\))?",
        _I,
    ),
    re.compile(r"(?<=[\w.&" + GAP + r"])\s(?P<v>\d{1,4}|[IVXLC]{1,7}),?\s(?=[Nn]o\.?\s?\d)"),
    re.compile(
        r"(?<=[\w"
        + GAP
        + r"])(?:,\s?|\s)(?P<v>\d{1,4}|[IVXLC]{1,7})\s?\((?P<i>\d{1,3}(?:[-–/]\d{1,3})?)\)"
    ),
    re.compile(
        r"(?<=[\w"
        + GAP
        + r"])\s(?P<v>\d{1,3}|[IVXLC]{1,7})(?=\s?\((?:[A-Za-z]+[ ,/-]*){0,3}\d{4}\))"
    ),
    re.compile(r"(?<=[\w" + GAP + r"]),\s?(?P<v>\d{1,4})(?=,\s?\d{1,5}[-–—‐]\d)"),
    re.compile(r"(?<=[\w" + GAP + r"])[,.]?\s(?P<v>[IVXLC]{1,7})[.,]?(?=\s\(?\d{4})"),
    re.compile(r"(?<=[\w.&" + GAP + r"])\s(?P<v>\d{1,3}):(?P<i>\d{1,2})(?=[\s,(])"),
)
_ISSUE = re.compile(r"(?<!\w)" + _NO + r"(?P<i>" + _NUMBER + r")", _I)
_REPORTER = re.compile(
    r"^[\s,]*(?:[(\[](?P<y>\d{4})[)\]]\s?)?(?P<v>\d{1,3})\s(?P<c>[A-Z][A-Za-z.&’' "
    r"]{1,50}?[A-Za-z.])\s(?P<p>\d{1,4})(?=[\s,.;(]|$)"
)
_RANGE = r"(\d{1,5})" + _DASH + r"(\d{1,5})(?![\w–-])"
_WORDED = re.compile(
    r"(?<!\w)(?:hlmn?|hal(?:aman)?|h|pp?|pages?|pgs?|S)(?![a-z])\.?:?\s?" + _RANGE, _I
)
_BARE_RANGE = re.compile(r"(?:(?<=[:" + GAP + r"])|(?<=,)|(?<=\)\.))[\s,:." + GAP + r"]*" + _RANGE)
_LOCATOR = re.compile(
    r"(?<!\w)(?:hlmn?|hal(?:aman)?|hl|h|pp?|pages?|pag|pgs?|at|paras?|pasal|bab|ayat|chap|ch|"
    r"art)(?![a-z])\.?:?\s?"
    r"(?:\d{1,5}[a-z]?|[ivxlc]{1,7})(?:\s?[-–—‐,&]\s?\d{1,5}\b)*(?!\w)",
    _I,
)


def take_noise(found: Details) -> None:
    """Cut out editions, printings and translators, which no field holds."""
    for pattern in _NOISE:
        found.text = pattern.sub(GAP, found.text)


def take_emphasised(found: Details, emphasised: tuple[str, ...]) -> None:
    """An italic stretch behind a quoted title is the book or journal that holds it."""
    for stretch in emphasised:
        name = stretch.strip(" ,.")
        at = found.text.find(stretch)
        if at >= 0 and len(name) > 2 and not name[0].isdigit() and looks_like_container(name):
            if _BY.search(found.text[:at]):
                continue
            found.container = plain(name)
            lead = re.search(r"\b(?:dalam|in|dlm\.?)[\s:]*$", found.text[:at], _I)
            found.chapter = bool(lead)
            start = lead.start() if lead else at
            found.text = found.text[:start] + GAP + found.text[at + len(stretch) :]
            return


def take_chapter(found: Details) -> None:
    """As in "dalam Hartono (peny.), Bunga Rampai …", "in Title, ed. Name"."""
    match = found.take(_CHAPTER, filler=" " + GAP)
    found.chapter = found.chapter or bool(match)
    if match:
        _take_chapter_volume(found, match.start() + 2)
    if not found.people.names:
        edited = found.take(_EDITED_BY)
        found.people = read_people(edited[1]) if edited else found.people


def _take_chapter_volume(found: Details, at: int) -> None:
    before, tail = found.text[:at], found.text[at:]
    editors = _EDITORS_FIRST.match(tail)
    if editors:
        found.people = read_people(editors[1])
        tail = tail[editors.end() :]
    if not found.container:
        end = re.search(r",|\s\(|[a-z]{2}[.?]\s|;|" + GAP + r"|\s\d", tail)
        cut = (end.start() + (2 if end[0][:1].isalpha() else 0)) if end else len(tail)
        found.container = plain(tail[:cut])
        tail = tail[cut:]
    found.text = before + GAP + tail


def take_volume(found: Details) -> None:
    """Volume and issue, in whatever of the usual ways they are printed."""
    reporter = _REPORTER.match(found.text) if not found.container else None
    if reporter and not is_month(reporter["c"]):
        found.volume, found.container = reporter["v"], plain(reporter["c"])
        found.issued = reporter["y"] or ""
        found.text = GAP + found.text[reporter.end() :]
        return
    for pattern in _VOLUMES:
        match = found.take(pattern, filler=VOLUME)
        if match:
            found.volume = match["v"]
            found.issue = match.groupdict().get("i") or ""
            break
    if not found.issue:
        match = found.take(_ISSUE, filler=GAP if found.volume else VOLUME)
        found.issue = match["i"] if match else ""


def take_pages(found: Details) -> None:
    """A range is the article's own; one page, or two, is where the author points."""
    part = bool(found.volume or found.issue or found.chapter or found.quoted)
    for pattern, least in ((_WORDED, 3), (_BARE_RANGE, 1)):
        match = pattern.search(found.text) if part else None
        if match and not found.pages and _span(match[1], match[2]) >= least:
            found.pages = found.text[match.start(1) : match.end()]
            found.text = found.text[: match.start()] + GAP + found.text[match.end() :]
    found.text = _LOCATOR.sub(GAP, found.text)


def _span(first: str, last: str) -> int:
    """How many pages a range goes on ("344-48" ends on 348); below zero when it is none."""
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(last) - int(first)


def take_date(found: Details, *, day_first: bool) -> None:
    """The date of issue, with the town that stands right before a year ("London 1902")."""
    date = find_date(found.text, day_first=day_first)
    if date is None:
        return
    town = re.search(r"(?:^|[.;(" + GAP + r"]\s?)([A-Z][a-z]{2,20})\s$", found.text[: date.start])
    if (
        town
        and len(date.edtf) == 4
        and not periodical(town[1])
        and not is_publisher(town[1])
        and town[1] not in _SEASONS
    ):
        found.place = town[1]
    start = town.start(1) if found.place and town else date.start
    found.issued = found.issued or date.edtf
    found.text = found.text[:start] + GAP + found.text[date.end :]

"""The notes in the tree of one page: found, numbered as they are read, resolved, and shown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element

from .library import Library
from .model import Problem
from .notebook import Note, Notebook, Place, make_notebook
from .notetext import ARROWS, Stash, heading_text, is_marker, plain, raw, stashed, typed_text
from .noteviews import NoteViews
from .reports import report
from .words import WORDS

_SAFE = ("http://", "https://", "mailto:", "#")
_MISSING = re.compile(r"\[\^([^\]\s]{1,40})\]")


@dataclass(slots=True)
class Found:
    """The notebook of a page, if it has notes, and what is wrong with its notes."""

    book: Notebook | None = None
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Marker:
    label: str
    element: Element
    place: str
    inside: str = ""  # the label of the note that holds it
    follows: bool = False  # it stands directly behind another marker


def rewrite_notes(root: Element, language: str, library: Library, stash: Stash) -> Found:
    """Replace Python-Markdown's footnotes by ours, in place."""
    problems = [_missing(label) for label in _undefined(root)]
    old = next((d for d in root.iter("div") if d.get("class") == "footnote"), None)
    if old is None:
        return Found(None, problems)
    markers = list(_markers(root, old, language, stash))
    _mark_neighbours(root, markers)
    items = {_label(li.get("id", "")): li for li in old.iter("li") if li.get("id")}
    notes = _number(items, markers, stash)
    problems += _unsafe(notes, items, stash)
    book = make_notebook(notes, library)
    _show(root, old, book, markers, items, language)
    problems += [*book.problems, *(_unused(n) for n in notes if not n.places)]
    return Found(book, problems)


def _number(items: dict[str, Element], markers: list[_Marker], stash: Stash) -> list[Note]:
    """Notes in the order in which their markers are read; unused ones come last."""
    order = list(dict.fromkeys(m.label for m in markers if m.label in items))
    order += [label for label in items if label not in order]
    notes = [Note(label, n, typed_text(items[label], stash)) for n, label in enumerate(order, 1)]
    by_label = {note.label: note for note in notes}
    for marker in markers:
        note = by_label[marker.label]
        note.places.append(Place(_place_id(marker, note), marker.place))
    return [_distinct(note) for note in notes]


def _place_id(marker: _Marker, note: Note) -> str:
    """The id a back-link leads to; bodies of notes hold no ids, so there it is the note's own."""
    if marker.inside:
        return f"fn:{marker.inside}"
    before = sum(place.id.startswith("fnref") for place in note.places)
    return f"fnref{before + 1 if before else ''}:{note.label}"


def _distinct(note: Note) -> Note:
    """Places of one note that share a name are told apart by their ordinal."""
    names = [p.name for p in note.places]
    note.places = [
        Place(p.id, f"{p.name} ({names[: k + 1].count(p.name)})") if names.count(p.name) > 1 else p
        for k, p in enumerate(note.places)
    ]
    return note


def _show(
    root: Element,
    old: Element,
    book: Notebook,
    markers: list[_Marker],
    items: dict[str, Element],
    language: str,
) -> None:
    views = NoteViews(book, language)
    _replace_markers(views, markers)
    printed = {note.number: _printed(items[note.label]) for note in book.notes}
    _put(root, old, views.section(printed))
    root.append(views.previews(printed))


def _put(root: Element, old: Element, section: Element) -> None:
    """The list of notes right behind the article, so before what follows it; else where it was."""
    parent = next(e for e in root.iter() if old in list(e))
    at = list(parent).index(old)
    parent.remove(old)
    for place, child in enumerate(root):
        if "ex-article" in child.get("class", "").split():
            parent, at = root, place + 1
    parent.insert(at, section)


def _replace_markers(views: NoteViews, markers: list[_Marker]) -> None:
    by_label = {note.label: note for note in views.book.notes}
    used: dict[str, int] = {}
    for marker in markers:
        note = by_label[marker.label]
        used[note.label] = k = used.get(note.label, 0) + 1
        new, tail = views.marker(note, k, note.places[k - 1].id), marker.element.tail
        marker.element.clear()
        marker.element.attrib.update(new.attrib)
        if marker.inside:
            del marker.element.attrib["id"]
        if marker.follows:  # two hit areas side by side: each takes the room on its own side
            marker.element.set("class", "ex-noteref ex-noteref--next")
        marker.element.extend(list(new))
        marker.element.tail = tail


def _printed(item: Element) -> list[Element]:
    """The note's own elements without Markdown's arrows."""
    for holder in item.iter():
        for link in [c for c in holder if c.get("class") == "footnote-backref"]:
            holder.remove(link)
        holder.text = ARROWS.sub("", holder.text or "")
        holder.tail = ARROWS.sub("", holder.tail or "")
    return [e for e in item if len(e) or (e.text or "").strip()]


# --- reading the tree -----------------------------------------------------------------------------


def _label(note_id: str) -> str:
    return note_id.split(":", 1)[-1]


def _markers(root: Element, old: Element, language: str, stash: Stash) -> Iterator[_Marker]:
    """Every marker with the name of its place, in reading order; those inside notes come last."""
    words = WORDS[language]
    place, paragraphs = words["top"], 0
    inside = set(old.iter())
    for element in (e for e in root.iter() if e not in inside):
        if "ex-par" in element.get("class", "").split():
            paragraphs += 1
            place = words["paragraph"].format(p=paragraphs)
        elif element.tag in ("h1", "h2", "h3", "h4"):
            place = words["section"].format(heading=heading_text(element, stash))
        elif is_marker(element):
            yield _Marker(_label(element[0].get("href", "")), element, place)
    yield from _markers_in_notes(old, words["notes"])


def _markers_in_notes(old: Element, place: str) -> Iterator[_Marker]:
    for item in old.iter("li"):
        own = _label(item.get("id", ""))
        for element in filter(is_marker, item.iter()):
            yield _Marker(_label(element[0].get("href", "")), element, place, own)


def _mark_neighbours(root: Element, markers: list[_Marker]) -> None:
    by_element = {id(m.element): m for m in markers}
    for parent in root.iter():
        for one, two in pairwise(parent):
            if id(one) in by_element and id(two) in by_element and not (one.tail or "").strip():
                by_element[id(two)].follows = True


def _undefined(element: Element) -> Iterator[str]:
    """Labels of markers that Markdown left as text because no note has that label."""
    if element.tag in ("code", "pre"):
        return
    yield from _MISSING.findall(element.text or "")
    for child in element:
        yield from _undefined(child)
        yield from _MISSING.findall(child.tail or "")


# --- problems -------------------------------------------------------------------------------------


def _missing(label: str) -> Problem:
    return report("missing-note", 0, f"[^{label}]", label)


def _unused(note: Note) -> Problem:
    return report("unused-note", note.number, note.text)


def _unsafe(notes: list[Note], items: dict[str, Element], stash: Stash) -> list[Problem]:
    """Links in notes that are no web addresses lose their address and are reported."""
    problems = []
    for note in notes:
        schemes = [
            *_unsafe_links(items[note.label], stash),
            *_unsafe_html(items[note.label], stash),
        ]
        problems += [report("unsafe-address", note.number, note.text, s) for s in schemes]
    return problems


def _unsafe_links(item: Element, stash: Stash) -> Iterator[str]:
    for link in [a for a in item.iter("a") if a.get("href")]:
        href = plain(link.get("href"), stash).strip()
        if ":" in href.partition("/")[0] and not href.lower().startswith(_SAFE):
            link.tag = "span"  # MkDocs asks every <a> for its address
            del link.attrib["href"]
            yield href.split(":")[0]
        elif href.lower().startswith("http"):
            link.set("rel", "noopener")


_RAW_ADDRESS = re.compile(
    r"(?:href|src|action|xlink:href)\s*=\s*[\"']?[\s\x00-\x20]*([a-z][\w+.-]*):", re.IGNORECASE
)


def _unsafe_html(item: Element, stash: Stash) -> Iterator[str]:
    """Tags typed as HTML with such an address lose all their attributes."""
    for number in stashed("".join(item.itertext())):
        match = _RAW_ADDRESS.search(html.unescape(raw(stash, number)))
        if match and match[1].lower() not in ("http", "https", "mailto"):
            stash[number] = "<a>"  # without an address; its end tag is another piece
            yield match[1]

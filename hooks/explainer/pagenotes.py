"""The notes in the tree of one page: found, numbered as they are read, resolved, and shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element

from .library import Library
from .model import Problem
from .notebook import Note, Notebook, Place, make_notebook
from .notetext import ARROWS, Stash, plain, typed_text
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
        first = len(note.places) == 0
        prefix = "fnref" if first else f"fnref{len(note.places) + 1}"
        note.places.append(Place(f"{prefix}:{note.label}", marker.place))
    return [_distinct(note) for note in notes]


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
    parent = next(e for e in root.iter() if old in list(e))
    at = list(parent).index(old)
    parent.remove(old)
    parent.insert(at, views.section(printed))
    root.append(views.previews(printed))


def _replace_markers(views: NoteViews, markers: list[_Marker]) -> None:
    by_label = {note.label: note for note in views.book.notes}
    used: dict[str, int] = {}
    for marker in markers:
        note = by_label[marker.label]
        used[note.label] = k = used.get(note.label, 0) + 1
        new, tail = views.marker(note, k, note.places[k - 1].id), marker.element.tail
        marker.element.clear()
        marker.element.attrib.update(new.attrib)
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
    place = words["top"]
    inside = set(old.iter())
    for element in root.iter():
        if element not in inside:
            place = _place(element, words, stash) or place
            yield from _marker(element, place)
    for element in old.iter():
        yield from _marker(element, words["notes"])


def _place(element: Element, words: dict[str, str], stash: Stash) -> str:
    """The name of the place that a heading or paragraph opens, or nothing."""
    if element.tag in ("h1", "h2", "h3", "h4") and element.get("id") != words["notes-id"]:
        return words["section"].format(heading=plain("".join(element.itertext()), stash))
    if "ex-par" in element.get("class", "").split():
        return words["paragraph"].format(p=element.get("id", "").removeprefix("p-"))
    return ""


def _marker(element: Element, place: str) -> Iterator[_Marker]:
    """The marker that an element is, if it is one."""
    if element.tag == "sup" and len(element) == 1 and element[0].get("class") == "footnote-ref":
        yield _Marker(_label(element[0].get("href", "")), element, place)


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
        for link in [a for a in items[note.label].iter("a") if a.get("href")]:
            href = plain(link.get("href"), stash).strip()
            if ":" in href.partition("/")[0] and not href.lower().startswith(_SAFE):
                link.tag = "span"  # MkDocs asks every <a> for its address
                del link.attrib["href"]
                problems.append(
                    report("unsafe-address", note.number, note.text, href.split(":")[0])
                )
            elif href.lower().startswith("http"):
                link.set("rel", "noopener")
    return problems

"""Annotations at work on the pages of one build: placed, shown, and told to other features.

In the tree a page gets the notes and the summary, so that citations, works cited and terms find
them by themselves; in the finished HTML the words they speak of are marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from .anchoring import PartsText, missing, several, spans
from .annchecks import place_of, report
from .annexport import file_of
from .annotations import Annotated, Annotation
from .annpanel import Panel
from .annviews import (
    AnnotationViews,
    Chronicle,
    NoTimeline,
    Placed,
    Prose,
    by_place,
    label,
    plain_prose,
)
from .bilingual import language_of
from .highlights import Highlight, highlight
from .model import Problem
from .notetext import Stash
from .parallel import Parallel
from .passages import Part, article_parts
from .running import classes_of
from .terms import Glossary
from .termviews import relative
from .text import inside_quotes, shorten
from .usage import Use


class Annotating:
    """One build's annotations by page, and where they stand."""

    def __init__(
        self,
        articles: Iterable[Annotated] = (),
        parallel: Parallel | None = None,
        glossary: Glossary | None = None,
        timeline: Chronicle | None = None,
        prose: Prose = plain_prose,
    ) -> None:
        self.parallel = parallel or Parallel()
        self.glossary = glossary or Glossary()
        self.timeline = timeline or NoTimeline()
        self.prose = prose
        self.by_page = dict(_by_page(articles, self.parallel.pairs))
        self.placed: dict[str, list[Placed]] = {}
        self.problems: list[Problem] = []

    # --- the tree of an article -------------------------------------------------------------------

    def complete(self, root: Element, path: str, stash: Stash) -> None:
        """Put notes, summary and room for the other language into an article."""
        parts, language = article_parts(root, stash), language_of(path)
        order = self.placed[path] = self._place(parts, path)
        views = AnnotationViews(language, path, self.glossary, self.timeline, self.prose)
        rooms = self.parallel.take(path, parts)
        for notes in by_place(order):
            _put_behind(root, notes[0].part, views.glosses(notes))
        for part, room in rooms:
            _put_behind(root, part, room)
        if order or rooms:
            file = relative(file_of(path), path)
            panel = Panel(language, order, paired=bool(rooms), file=file)
            _put_above(root, panel.section())

    def _place(self, parts: Sequence[Part], path: str) -> list[Placed]:
        """The annotations whose words stand exactly once, numbered as the last of them is read."""
        made, language = self.by_page.get(path), language_of(path)
        speaking = [a for a in made.annotations if a.speaks(language)] if made else []
        text = PartsText(parts)
        places = spans(text, [one.targets[language] for one in speaking])
        found: list[tuple[int, int, int, Annotation]] = []
        for one, stands in zip(speaking, places, strict=True):
            if len(stands) == 1:
                ((start, end),) = stands
                found.append((text.part(start), end, -start, one))
            elif made:
                code = "quote-twice" if stands else "quote-not-found"
                target = one.targets[language]
                said = several(text, parts, stands) or missing(text, parts, target, path)
                where = place_of(one.id)
                self.problems.append(report(code, made.file, where, target.exact, said))
        ordered = sorted(found, key=lambda place: place[:3])
        return [Placed(one, n, parts[part]) for n, (part, _, _, one) in enumerate(ordered, 1)]

    # --- the finished HTML ------------------------------------------------------------------------

    def highlighted(self, html: str, path: str) -> str:
        """The page with the words of its annotations marked; the same text when it has none."""
        language = language_of(path)
        marks = [
            Highlight(p.id, p.style, p.number, label(p, language), p.annotation.targets[language])
            for p in self.placed.get(path, ())
        ]
        return highlight(html, marks)

    def addresses(self, path: str) -> set[str]:
        """The ids that the marks bring to a page."""
        return {f"a-{one.id}" for one in self.placed.get(path, ())}

    # --- for other features -----------------------------------------------------------------------

    def of_event(self, event_id: str, language: str) -> list[tuple[str, str, str]]:
        """The annotations that name an event: id, quoted words, page."""
        return [
            (one.id, one.annotation.targets[language].exact, path)
            for path, placed in self.placed.items()
            if language_of(path) == language
            for one in placed
            if event_id in one.annotation.events
        ]

    def of_paragraph(self, path: str, number: int) -> list[Annotation]:
        """The annotations on a paragraph of an article, in reading order."""
        placed = self.placed.get(path, ())
        return [one.annotation for one in placed if one.part.anchor == f"p-{number}"]


def _by_page(
    articles: Iterable[Annotated], pairs: Mapping[str, str]
) -> Iterator[tuple[str, Annotated]]:
    """Both pages of an article share its annotations."""
    for one in articles:
        yield from ((path, one) for path in (one.article, pairs.get(one.article)) if path)


def note_names(articles: Iterable[Annotated], pairs: Mapping[str, str]) -> dict[str, str]:
    """The title of every annotation by its address: page#anchor."""
    return {
        f"{path}#a-{one.id}": one.titles[language_of(path)]
        for path, made in _by_page(articles, pairs)
        for one in made.annotations
        if one.speaks(language_of(path))
    }


def terms_of_notes(articles: Iterable[Annotated], pairs: Mapping[str, str]) -> dict[str, list[Use]]:
    """Page -> the terms that its annotations name, with the words they speak of."""
    return {
        path: [
            Use(term, path, f"a-{one.id}", "article", (_quoted(one, language_of(path)), "", ""))
            for one in made.annotations
            if one.speaks(language_of(path))
            for term in one.terms
        ]
        for path, made in _by_page(articles, pairs)
    }


def _quoted(one: Annotation, language: str) -> str:
    return f"“{inside_quotes(shorten(one.targets[language].exact, 120))}”"


# --- into the tree --------------------------------------------------------------------------------


def _put_behind(root: Element, part: Part, made: Element) -> None:
    """Behind a heading or paragraph; notes on footnotes behind their list."""
    if part.kind == "note":
        section = next(e for e in root.iter("section") if "ex-notes" in classes_of(e))
        section.append(made)
        return
    parent = next(e for e in root.iter() if part.element in list(e))
    parent.insert(list(parent).index(part.element) + 1, made)


def _put_above(root: Element, panel: Element) -> None:
    """Where the page has room for it, else above the article."""
    for place in root.iter("div"):
        if "ex-summary" in classes_of(place):
            place.append(panel)
            return
    at = (k for k, child in enumerate(root) if "ex-article" in classes_of(child))
    root.insert(next(at, 0), panel)

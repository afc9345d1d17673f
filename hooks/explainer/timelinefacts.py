"""What stands behind an event: its place in the article, who acted, terms, sources, ways on.

The place in the article is always to be seen; the rest is folded on phones.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from xml.etree.ElementTree import Element

from .elements import between, element, flag
from .terms import Glossary
from .termviews import relative
from .timeline import Event, Timeline
from .timelinewords import LINE, name_of

_CLUSTER = 360  # characters of a citation; those of citekeys end at 400


class Facts:
    """The facts of events on one page in one language."""

    def __init__(self, timeline: Timeline, glossary: Glossary, path: str, language: str) -> None:
        self.timeline = timeline
        self.glossary = glossary
        self.path = path
        self.language = language
        self.words = LINE[language]
        self.after = dict(pairwise(timeline.events))
        self.before = {later: earlier for earlier, later in self.after.items()}

    def in_article(self, event: Event) -> Element:
        """The paragraphs it stands behind; `timelineuses` adds the words that speak of it."""
        place = element("span", {"class": "ex-annotated"}, event.id)
        made = element("p", {"class": "ex-event__article ex-made"}, *self._paragraphs(event), place)
        return flag(made, "data-search-exclude")

    def folded(self, event: Event, note: Iterable[Element]) -> Element:
        """The details under a summary that says what they are; `note` leads them."""
        note = list(note)
        key = "one-source" if len(event.sources) == 1 else "many-sources"
        said = self.words[key].format(n=len(event.sources))
        said = self.words["note-and"].format(rest=said) if note else said
        summary = element("summary", {"class": "ex-event__summary ex-made"}, said)
        attributes = {"class": "ex-event__more"}
        flag(summary, "data-search-exclude")
        return element("details", attributes, summary, *note, self._listed(event))

    def _listed(self, event: Event) -> Element:
        parts = [
            *self._fact("sources", self._sources(event)),
            *self._fact("actors", self._actors(event)),
            *self._fact("terms", self._terms(event)),
            element("div", {"class": "ex-cited"}, event.id),
            *self._fact("near", self._near(event)),
        ]
        made = element("dl", {"class": "ex-event__facts ex-made"}, *parts)
        return flag(made, "data-search-exclude")

    def _fact(self, key: str, content: list[Element | str]) -> list[Element]:
        if not content:
            return []
        label = element("dt", {}, self.words[key])
        attributes = {"class": "ex-event__near"} if key == "near" else {}
        return [element("div", attributes, label, " ", element("dd", {}, *content))]

    def _paragraphs(self, event: Event) -> list[Element | str]:
        article = self.timeline.articles.get(self.language)
        if not article or not event.paragraphs:
            return []
        told = ((f"{article}#p-{n}", self.words["paragraph"].format(n=n)) for n in event.paragraphs)
        return [f"{self.words['article']}: ", *between(self._links(told), ", ")]

    def _actors(self, event: Event) -> list[Element | str]:
        return between((name_of("actor", who, self.language) for who in event.actors), ", ")

    def _terms(self, event: Event) -> list[Element | str]:
        faces = (self.glossary.face(term, self.language) for term in event.terms)
        return between(self._links((f.path, f.name) for f in faces if f), ", ")

    def _links(self, pairs: Iterable[tuple[str, str]]) -> list[Element]:
        return [element("a", {"href": relative(path, self.path)}, name) for path, name in pairs]

    def _sources(self, event: Event) -> list[Element | str]:
        """Citations as an author types them: the step for citations links and lists them."""
        clusters = [""]
        for key in event.sources:
            longer = f"{clusters[-1]}; @{key}".removeprefix("; ")
            if len(longer) > _CLUSTER:
                clusters.append(f"@{key}")
            else:
                clusters[-1] = longer
        found = " ".join(f"[{cluster}]" for cluster in clusters if cluster)
        return [found] if found else []

    def _near(self, event: Event) -> list[Element | str]:
        """Links to the events before and after it, which filters may have hidden."""
        sides = (self.before, "before-event"), (self.after, "after-event")
        return between(
            (
                element("a", {"href": f"#{ids[event.id]}"}, self.words[key])
                for ids, key in sides
                if event.id in ids
            ),
            ", ",
        )

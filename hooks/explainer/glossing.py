"""The glossary at work on the pages of one build: entries completed, terms marked, uses gathered.

Pages are read one by one; what needs all of them (uses, quotations) is filled in afterwards.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from .bilingual import LANGUAGES, language_of
from .glossaryindex import fill_index
from .glosswords import GLOSS
from .model import Problem
from .notetext import Stash, plain
from .passages import Passage, passages
from .pictures import fill_map
from .running import HEADINGS, Block, Running, Segment, classes_of, replace_text
from .sentences import sentence_at, tidy
from .termchecks import places, quote_problems
from .termmatch import Match, Matcher
from .terms import Face, Glossary, fold_form
from .termviews import QUOTES, USES, TermViews
from .usage import Address, Quoted, Use, quotes_html, uses_html

MARKED = ("article", "term", "timeline")
"""Kinds of pages whose terms are marked; the home pages are marked too."""


class Glossing:
    """One build's glossary, its matchers, and what it has met so far."""

    def __init__(
        self,
        glossary: Glossary | None = None,
        titles: Iterable[str] = (),
        names: Mapping[str, str] | None = None,
    ) -> None:
        self.glossary = glossary or Glossary()
        self.names = dict(names or {})  # page, or page#anchor -> its title
        self.named: dict[str, list[Use]] = {}  # page -> uses that its data name, word or no word
        self.uses: list[Use] = []
        self.passages: dict[str, list[Passage]] = {}  # article -> what can be quoted
        works = [part for t in titles for part in {t, t.partition(":")[0]}]
        self._matchers = {lang: self._matcher(lang, works) for lang in LANGUAGES}
        self._titles = {lang: self._bare_titles(lang, works) for lang in LANGUAGES}

    def _matcher(self, language: str, works: Iterable[str]) -> Matcher:
        listed = self.glossary.listed(language)
        forms = [(form, term.id) for term, face in listed for form in face.linked]
        risky = [form for _, face in listed for form in face.risky]
        return Matcher(forms, [*risky, *(title for title in works if len(title.split()) > 2)])

    def _bare_titles(self, language: str, works: Iterable[str]) -> set[str]:
        """Folded titles that emphasis may hold; a title that is also a form is no such title."""
        listed = self.glossary.listed(language)
        forms = {fold_form(form) for _, face in listed for form in face.linked}
        return {fold_form(title) for title in works} - forms

    # --- the page of a term -----------------------------------------------------------------------

    def complete(self, root: Element, path: str) -> None:
        """Put around the prose of an entry what its data say."""
        language, term = language_of(path), self.glossary.by_path.get(path)
        if not term:
            fill_index(root, self.glossary, language, path)
            fill_map(root, self.glossary, language, path)
            return
        face, views = term.faces[language], TermViews(self.glossary, language, path)
        if face.quotes:
            root.insert(_behind_heading(root, GLOSS[language]["here"]), _place_of_quotes())
        root.insert(0, views.entry(term, face))
        at = _end_of_prose(root)
        root[at:at] = [*views.related(term), *views.naming(term, face), *views.uses()]

    # --- marks ------------------------------------------------------------------------------------

    def mark(self, root: Element, path: str, kind: str, stash: Stash) -> None:
        """Mark the first occurrence of each term in each section, and note every use."""
        language = language_of(path)
        marker = _Marker(self, TermViews(self.glossary, language, path), kind, stash)
        if kind == "article":
            self.passages[path] = passages(root, language, stash)
        for block in Running(self._titles[language]).blocks(root):
            marker.block(block, self._matchers[language])
        self._add_named(path, marker.noted)
        if marker.marked:
            _add_switch(root, marker.views.switch())
            root.append(marker.views.previews(dict.fromkeys(marker.marked)))

    def _add_named(self, path: str, noted: set[tuple[str, str]]) -> None:
        """The uses that data name go where their places stand among those of the page."""
        named = [u for u in self.named.get(path, ()) if (u.term, u.anchor) not in noted]
        order = {name: place for place, name in enumerate(self.names if named else ())}
        own = [use for use in self.uses if named and use.page == path]
        self.uses = [use for use in self.uses if use not in own]
        self.uses += sorted([*own, *named], key=lambda u: order.get(f"{path}#{u.anchor}", -1))

    # --- afterwards -------------------------------------------------------------------------------

    def problems(self) -> list[Problem]:
        """Quotations that do not stand once in the articles of their language."""
        return [
            problem
            for language in LANGUAGES
            for _, face in self.glossary.listed(language)
            for problem in quote_problems(face, [p.text for _, p in self._passages(language)])
        ]

    def fill(self, html: str, path: str, address: Address) -> str:
        """The page of a term with its quotations and uses in place."""
        term = self.glossary.by_path.get(path)
        if not term:
            return html
        language = language_of(path)
        uses = [u for u in self.uses if u.term == term.id and language_of(u.page) == language]
        quotes = quotes_html(self._quoted(term.faces[language], language), address)
        listed = uses_html(uses, self.names, language, address)
        return html.replace(QUOTES, quotes, 1).replace(USES, listed, 1)

    def _quoted(self, face: Face, language: str) -> list[Quoted]:
        known = self._passages(language)
        found = ((q, places(q, [p.text for _, p in known])) for q in face.quotes)
        sound = ((q, *known[at[0]]) for q, at in found if len(at) == 1)
        return [Quoted(q, path, p.anchor, p.name) for q, path, p in sound]

    def _passages(self, language: str) -> list[tuple[str, Passage]]:
        """Every passage of the articles of a language, with its page."""
        return [
            (path, passage)
            for path, listed in self.passages.items()
            if language_of(path) == language
            for passage in listed
        ]


class _Marker:
    """Marks one page, block by block."""

    def __init__(self, home: Glossing, views: TermViews, kind: str, stash: Stash) -> None:
        self.home = home
        self.views = views
        self.kind = kind
        self.stash = stash
        own = home.glossary.by_path.get(views.path)
        self.own = own.id if own else ""
        self.seen: dict[int, set[str]] = {}  # terms marked in each section
        self.noted: set[tuple[str, str]] = set()  # terms with the address under which they stand
        self.addressed = 0  # blocks that were given an address, so that uses can lead to them
        self.marked: list[str] = []

    def block(self, block: Block, matcher: Matcher) -> None:
        """Find, note and mark the terms of one block."""
        seen = self.seen.setdefault(block.section, set())
        found = [
            (s, [m for m in matcher.find(s.text) if m.term != self.own]) for s in block.segments
        ]
        for segment, matches in found:
            for match in (*matches, *self._linked(segment)):
                self._note(block, segment, match)
        chosen = [(s, [m for m in ms if _takes(seen, s, m)]) for s, ms in found]
        for segment, matches in reversed(chosen):
            if matches:
                self._replace(segment, matches)

    def _linked(self, segment: Segment) -> Iterator[Match]:
        """A link to an entry uses its term, whatever words it is made of."""
        href = segment.link.get("href", "") if segment.link is not None else ""
        page = posixpath.normpath(posixpath.join(posixpath.dirname(self.views.path), href))
        term = self.home.glossary.by_path.get(page)
        if term and term.id != self.own:
            yield Match(0, len(segment.text), term.id)

    def _note(self, block: Block, segment: Segment, match: Match) -> None:
        """Record a use once for each block; one that has no address is given one."""
        usable = segment.open or segment.parent.tag in HEADINGS or segment.link is not None
        if (match.term, block.anchor) in self.noted or not usable:
            return
        if not block.anchor:
            self.addressed += 1
            block.anchor = f"at-{self.addressed}"
            block.element.set("id", block.anchor)
        self.noted.add((match.term, block.anchor))
        start, end = segment.start + match.start, segment.start + match.end
        first, last = sentence_at(block.text, start, end)
        text = [block.text[first:start], block.text[start:end], block.text[end:last]]
        sentence = _three([plain(part, self.stash) for part in text])
        self.home.uses.append(Use(match.term, self.views.path, block.anchor, self.kind, sentence))

    def _replace(self, segment: Segment, matches: list[Match]) -> None:
        text, pieces = segment.text, []
        ends = [m.start for m in matches[1:]] + [len(text)]
        for match, end in zip(matches, ends, strict=True):
            word = text[match.start : match.end]
            made = self.views.mark(match.term, word)
            made.tail = text[match.end : end]
            pieces.append(made)
        self.marked += [match.term for match in matches]
        replace_text(segment, pieces, text[: matches[0].start])


def _takes(seen: set[str], segment: Segment, match: Match) -> bool:
    """Whether a match is the first of its term in a section, and may become a link."""
    if match.term in seen or not (segment.open or segment.link is not None):
        return False
    seen.add(match.term)
    return segment.open


def _three(parts: list[str]) -> tuple[str, str, str]:
    """Before, term, after: each tidy, with the spaces between them kept."""
    before, form, after = tidy("\0".join(parts)).split("\0")
    return before, form, after


def _place_of_quotes() -> Element:
    made = Element("div")
    made.set("class", "ex-quotes")
    return made


def _behind_heading(root: Element, text: str) -> int:
    """Behind the heading with this text; else at the end of the prose."""
    for place, child in enumerate(root):
        if child.tag in HEADINGS and " ".join("".join(child.itertext()).split()) == text:
            return place + 1
    return _end_of_prose(root)


def _end_of_prose(root: Element) -> int:
    ends = ("ex-notes", "ex-previews", "ex-works", "footnote")
    places_ = (k for k, child in enumerate(root) if classes_of(child) & set(ends))
    return next(places_, len(root))


def _add_switch(root: Element, switch: Element) -> None:
    """Among the switches of a page, above its article or timeline, below an entry's head, last."""
    for controls in root.iter("div"):
        if "ex-controls" in classes_of(controls):
            return controls.append(switch)
    for place, child in enumerate(root):
        if classes_of(child) & {"ex-article", "ex-timeline"}:
            return root.insert(place, switch)
        if "ex-entry" in classes_of(child):
            return root.insert(place + 1, switch)
    return root.insert(_end_of_prose(root), switch)

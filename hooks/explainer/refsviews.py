"""The references page: every cited work by kind and author, with every place that cites it.

A page asks for it with `<div class="ex-references"></div>`. Links to a kind set the target of the
page; the style sheet then shows that kind alone, without any script. Places are named in the
language of the page; a work cited only in the other language shows those places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from .bibliography import Bibliography
from .coins import coins
from .csljson import csl_item
from .linkstate import Checked, told
from .printed import Run
from .references import Mention, Mentions
from .refsexport import FORMATS, WHOLE, entry_path
from .refwords import REFS, TONGUES, field_name, say
from .workkinds import KINDS, ONE

Address: TypeAlias = Callable[[str], str]
"""The address of a page or file, as the page being written links to it."""

PLACE = '<div class="ex-references"></div>'
ALL = "all-works"
_SHOWN = 3  # pages shown at once; the rest is folded


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the page shows: the works, who cites them, the names of pages, the checks of links."""

    works: Bibliography
    mentions: Mentions
    names: Mapping[str, str]
    checks: Mapping[str, Checked]


class ReferencesPage:
    """The list in one language; `link` leads from it to pages and files of the site."""

    def __init__(self, shelf: Shelf, language: str, link: Address) -> None:
        self.shelf = shelf
        self.language = language
        self.link = link
        self.words = REFS[language]
        keys = [key for key in shelf.mentions if key in shelf.works.sources]
        ordered = shelf.works.ordered(keys)
        entries = shelf.works.library.entries
        self.groups = {
            kind: [k for k in ordered if entries[k].kind == kind]
            for kind in KINDS
            if any(entries[k].kind == kind for k in ordered)
        }
        self.count = len(ordered)

    def html(self) -> str:
        """Downloads, kinds, and the list; one `div`, so that the search index leaves out all."""
        groups = "\n".join(self._group(kind, keys) for kind, keys in self.groups.items())
        listed = f'<section class="ex-refs" id="{ALL}" aria-label="{self.words["all"]}">'
        parts = self._files(), self._checked(), self._chips(), f"{listed}\n{groups}\n</section>"
        inner = "".join(parts)
        return f'<div class="ex-references" data-search-exclude>\n{inner}\n</div>'

    # --- above the list ---------------------------------------------------------------------------

    def _files(self) -> str:
        links = [self._file(WHOLE[name], name) for name in (*FORMATS, "JSON Schema")]
        return files_line(self.words["get"], links)

    def _file(self, path: str, name: str) -> str:
        return file_link(self.link(path), name)

    def _checked(self) -> str:
        checks = self._checks()
        if not checks:
            return ""
        last = max(check.checked for check in checks)
        ok = sum(check.is_open for check in checks)
        date = told(last, self.language)
        line = self.words["checked"].format(date=date, ok=ok, all=len(checks))
        return f'<p class="ex-refs__checked">{escape(line)}</p>\n'

    def _checks(self) -> list[Checked]:
        sources = (self.shelf.works.sources[k] for keys in self.groups.values() for k in keys)
        found = (self.shelf.checks.get(source.url) for source in sources)
        return [check for check in found if check]

    def _chips(self) -> str:
        chips = [self._chip(ALL, self.words["all"], self.count)]
        chips += [
            self._chip(f"kind-{kind}", KINDS[kind][self.language], len(keys))
            for kind, keys in self.groups.items()
        ]
        return (
            f'<nav class="ex-chips" aria-label="{self.words["kinds"]}">'
            f'<ul class="ex-chips__list">{"".join(chips)}</ul></nav>\n'
        )

    def _chip(self, anchor: str, name: str, count: int) -> str:
        return (
            f'<li><a href="#{anchor}" class="ex-chips__link">{escape(name)} '
            f'<span class="ex-chips__count">{count}</span></a></li>'
        )

    # --- the list ---------------------------------------------------------------------------------

    def _group(self, kind: str, keys: Sequence[str]) -> str:
        name = escape(KINDS[kind][self.language])
        count = self.words["work" if len(keys) == 1 else "works"].format(n=len(keys))
        items = "\n".join(self._item(key) for key in keys)
        return (
            f'<section class="ex-refs__group" id="kind-{kind}" aria-labelledby="h-{kind}">\n'
            f'<h2 id="h-{kind}">{name}</h2>\n'
            f'<p class="ex-refs__count">{count} '
            f'<a class="ex-refs__all" href="#{ALL}">{self.words["show-all"]}</a></p>\n'
            f'<ul class="ex-refs__list">\n{items}\n</ul>\n</section>'
        )

    def _item(self, key: str) -> str:
        entry = self.shelf.works.library.entries[key]
        runs = "".join(map(run_html, self.shelf.works.entry(key, self.language)))
        return (
            f'<li class="ex-ref" id="ref-{key}"><p class="ex-ref__entry">{runs}</p>'
            f"{coins(csl_item(entry))}{self._about(key)}{self._back(key)}"
            f"{self._tools(key)}</li>"
        )

    def _about(self, key: str) -> str:
        entry = self.shelf.works.library.entries[key]
        tongue = say(TONGUES, entry.source.language, self.language)
        facts = [escape(ONE[entry.kind][self.language])]
        facts += [escape(self.words["language"].format(name=tongue))] if tongue else []
        facts += self._copies(key)
        lines = [" · ".join(facts), *self._doubts(key)]
        return f'<p class="ex-ref__about">{"<br>".join(lines)}</p>'

    def _copies(self, key: str) -> list[str]:
        """The archived copy that we recorded, else the one that the check of links found."""
        entry = self.shelf.works.library.entries[key]
        check = self.shelf.checks.get(entry.source.url)
        recorded = str(entry.item.get("archive_location") or "")
        found = check.archived if check and not check.is_open else ""
        copy = recorded if recorded.startswith(("https://", "http://")) else found
        word = self.words["archived"]
        return [f'<a href="{escape(copy)}" rel="noopener">{word}</a>'] if copy else []

    def _doubts(self, key: str) -> list[str]:
        entry = self.shelf.works.library.entries[key]
        fields = dict.fromkeys(field_name(name, self.language) for name in entry.unverified)
        said = [entry.remark[self.language]] if entry.remark else []
        said += [self.words["unverified"].format(fields=", ".join(fields))] if fields else []
        check = self.shelf.checks.get(entry.source.url)
        if check and not check.is_open:
            date, outcome = told(check.checked, self.language), check.words(self.language)
            said.append(self.words["address"].format(date=date, outcome=outcome))
        return [escape(line) for line in said]

    # --- ways back --------------------------------------------------------------------------------

    def _back(self, key: str) -> str:
        """The places page by page: the first link of a page names it, the others their place."""
        mentions = self.shelf.mentions[key]
        own = [m for m in mentions if m.language == self.language] or mentions
        pages: dict[str, list[Mention]] = {}
        for mention in sorted(own, key=self._rank):
            pages.setdefault(mention.page, []).append(mention)
        told = [self._places(places) for places in pages.values()]
        shown = _SHOWN if len(told) > _SHOWN + 2 else len(told)
        head = f"{self.words['cited']} {'; '.join(told[:shown])}"
        rest = told[shown:]
        more = self.words["more"].format(n=len(rest))
        folded = f"<details><summary>{more}</summary>{'; '.join(rest)}</details>" if rest else ""
        return f'<p class="ex-ref__back">{head}</p>{folded}'

    def _rank(self, mention: Mention) -> tuple[bool, str]:
        name = self.shelf.names.get(mention.page, mention.page)
        return name != self.words["article"], name

    def _places(self, mentions: Sequence[Mention]) -> str:
        page = mentions[0].page
        names = [m.place for m in mentions]
        names[0] = self.words["in"].format(page=self.shelf.names.get(page, page), place=names[0])
        address = self.link(page)
        lang = mentions[0].language
        tongue = f' lang="{lang}"' if lang != self.language else ""
        return ", ".join(
            f'<a role="doc-backlink" href="{escape(f"{address}#{m.anchor}")}"{tongue}>'
            f"{escape(name)}</a>"
            for m, name in zip(mentions, names, strict=True)
        )

    def _tools(self, key: str) -> str:
        """The address of the entry, its files; what they are for is said by the item around."""
        link = f'<a href="#ref-{key}">{self.words["permalink"]}</a>'
        files = [self._file(entry_path(key, name), name) for name in FORMATS]
        return f'<p class="ex-ref__tools">{" ".join([link, *files])}</p>'


# --- pieces that other pages use too --------------------------------------------------------------


def run_html(run: Run) -> str:
    """A run of text as HTML."""
    inner = escape(run.text, quote=False)
    if run.href:
        inner = f'<a href="{escape(run.href)}" rel="noopener">{inner}</a>'
    lang = f' lang="{escape(run.lang)}"' if run.lang else ""
    tag = run.tag or ("span" if lang else "")
    return f"<{tag}{lang}>{inner}</{tag}>" if tag else inner


def file_link(href: str, name: str) -> str:
    """A link that saves a file."""
    return f'<a href="{escape(href)}" download>{name}</a>'


def files_line(words: str, links: Iterable[str]) -> str:
    """A line of files to download."""
    return f'<p class="ex-works__files" data-search-exclude>{words}: {" · ".join(links)}</p>\n'

"""Two languages in one site: which page speaks which, its pair, its menu, its search index.

A path below `en/` is English, every other one Indonesian. `pair:` in the front matter ties two
pages; only pairs that name each other count. Paths are those of the sources, from docs/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from explainer.model import Problem, Severity

DEFAULT = "id"
"""The language at the root of the site."""

LANGUAGES = ("id", "en")
"""Every language of the site; all but the default one live in a folder of their own name."""

NavItem: TypeAlias = "str | Mapping[str, str | Sequence[NavItem]]"
"""One line of `nav:` in mkdocs.yml: a path, `{label: path}` or `{label: [lines]}`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as its front matter ties it: its path and the path of its pair, or nothing."""

    path: str
    pair: str = ""


def language_of(path: str) -> str:
    """The language of a source path or of an address below the root of the site."""
    folder = path.split("/", 1)[0]
    return folder if "/" in path and folder in LANGUAGES[1:] else DEFAULT


def folder_of(language: str) -> str:
    """The folder that holds the pages of a language, with its slash; empty for the default."""
    return "" if language == DEFAULT else f"{language}/"


def pairs_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Each page with its pair, both ways; a pair that is not sound is left out."""
    by_path = {entry.path: entry for entry in entries}
    return {path: entry.pair for path, entry in by_path.items() if not _fault(entry, by_path)}


def pair_problems(entries: Iterable[Entry]) -> list[Problem]:
    """What is wrong with the pairs, one problem for each page, in the order of the pages.

    A page that is not translated yet is only an info: it works, in one language.
    """
    by_path = {entry.path: entry for entry in entries}
    faults = ((entry, _fault(entry, by_path)) for entry in by_path.values())
    return [_problem(entry, fault, by_path) for entry, fault in faults if fault]


def _fault(entry: Entry, by_path: Mapping[str, Entry]) -> str:
    """The code of the first fault of a pair, or nothing."""
    other = by_path.get(entry.pair)
    if not entry.pair:
        return "pair-missing"
    if other is None:
        return "pair-not-found"
    if language_of(entry.path) == language_of(other.path):
        return "pair-same-language"
    return "" if other.pair == entry.path else "pair-not-mutual"


def _problem(entry: Entry, code: str, by_path: Mapping[str, Entry]) -> Problem:
    cause, remedy = _explanation(entry, code, by_path)
    severity: Severity = "info" if code == "pair-missing" else "warning"
    quote = f"pair: {entry.pair}".strip()
    return Problem(code, severity, entry.path, "front matter", quote, cause, remedy)


def _explanation(entry: Entry, code: str, by_path: Mapping[str, Entry]) -> tuple[str, str]:
    if code == "pair-missing":
        return "names no page in the other language", "write `pair:` with its path from docs/"
    if code == "pair-not-found":
        return "names a page that does not exist", "correct the path or write that page"
    if code == "pair-same-language":
        return "names a page in the same language", "name the page in the other language"
    back = by_path[entry.pair].pair or "no page"
    return (
        f"is not answered: {entry.pair} names {back}",
        f"write `pair: {entry.path}` there",
    )


def translate_nav(
    nav: Sequence[NavItem], pairs: Mapping[str, str], labels: Mapping[str, str]
) -> list[NavItem]:
    """The menu of the other language: the same order, pairs for pages, labels from the table.

    A page without a pair is left out, and so is a section that thereby becomes empty. A page
    without a label in the table takes its own title.
    """
    lines = (_translate(item, pairs, labels) for item in nav)
    return [line for line in lines if line is not None]


def _translate(
    item: NavItem, pairs: Mapping[str, str], labels: Mapping[str, str]
) -> NavItem | None:
    if isinstance(item, str):
        return pairs.get(item)
    ((label, value),) = item.items()
    if isinstance(value, str):
        return _translate_page(label, value, pairs, labels)
    children = translate_nav(value, pairs, labels)
    return {labels.get(label, label): children} if children else None


def _translate_page(
    label: str, path: str, pairs: Mapping[str, str], labels: Mapping[str, str]
) -> NavItem | None:
    pair = pairs.get(path)
    return {labels[label]: pair} if pair and label in labels else pair


def nav_problems(nav: Sequence[NavItem], labels: Mapping[str, str]) -> list[Problem]:
    """A section of the menu whose label the table does not translate."""
    return [
        Problem(
            "nav-label-missing",
            "warning",
            "mkdocs.yml",
            "nav",
            label,
            "has no label in the other language",
            "add it to `nav:` below `extra: languages:`",
        )
        for label in _sections(nav)
        if label not in labels
    ]


def _sections(nav: Sequence[NavItem]) -> list[str]:
    found: list[str] = []
    for item in nav:
        for label, value in item.items() if isinstance(item, Mapping) else ():
            if not isinstance(value, str):
                found += [label, *_sections(value)]
    return found


def alternates(path: str, pairs: Mapping[str, str]) -> dict[str, str]:
    """The page in every language it exists in, default language first: language -> path."""
    versions = [path, pairs[path]] if path in pairs else [path]
    return dict(sorted(((language_of(p), p) for p in versions), key=_language_order))


def _language_order(version: tuple[str, str]) -> int:
    return LANGUAGES.index(version[0])


def split_index(
    index: Mapping[str, Any], pipelines: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, Any]]:
    """Material's search index, one for each language, with addresses below its own folder."""
    return {
        language: {
            **index,
            "config": {**index["config"], "pipeline": list(pipelines.get(language, ()))},
            "docs": _below(index["docs"], language),
        }
        for language in LANGUAGES
    }


def _below(docs: Iterable[Mapping[str, Any]], language: str) -> list[dict[str, Any]]:
    folder = folder_of(language)
    return [
        {**doc, "location": doc["location"].removeprefix(folder)}
        for doc in docs
        if language_of(doc["location"]) == language
    ]

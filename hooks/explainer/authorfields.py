"""Names that authors misspell: the fields of front matter and of annotations, the kind of a page.

A field of ours below `term:`, `source:` or `learning:` or in a file of annotations must be known.
At the top of a page an author may keep fields for other tools: only what nearly spells a known one
is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from .bilingual import LANGUAGES
from .model import Problem, Severity
from .termchecks import suggested
from .terms import RELATIONS
from .text import distance, shorten

Fields: TypeAlias = Mapping[str, Any]
"""What an author typed: field -> value."""

CODES: dict[str, tuple[Severity, str, str]] = {
    "page-kind": ("error", "is no kind of page", "choose one of {detail}, or leave it out"),
    "page-field": ("error", "is no field of {detail}", "correct its name"),
    "annotation-field": ("error", "is no field of {detail}", "correct its name"),
}
"""code -> severity, cause, remedy."""

KINDS = ("about", "article", "glossary", "page", "references", "term", "timeline")
"""What a page can be; without a kind it is a page."""

_OURS = (
    "title description kind pair sentence source original learning scripts styles term robots"
).split()
_OTHERS = (
    "hide search tags template icon status subtitle social comments date authors categories slug "
    "draft"
)
"""Fields that MkDocs and Material read."""

_PAGE = frozenset([*_OURS, *_OTHERS.split()])
_PARTS = {
    "term": frozenset(
        [*"id school forms risky works article proposal evidence naming".split(), *RELATIONS]
    ),
    "source": frozenset(("key", "site", "published")),
    "learning": frozenset(("type", "level", "teaches")),
}
_QUOTATION = ("quote",)
_FILE = ("article", "annotations")
_ANNOTATION = "id kind verdict claim motivation target title body sources events terms".split()
_TARGET = ("exact", "prefix", "suffix")


def front_problems(fronts: Mapping[str, Fields]) -> list[Problem]:
    """Fields and kinds in front matter that no page has, page by page."""
    return [problem for path, front in fronts.items() for problem in _of_page(path, front)]


def annotation_field_problems(file: str, raw: Fields) -> Iterator[Problem]:
    """The fields of a file of annotations that none has, in their order."""
    yield from _of_annotations(file, "file", "the file", raw, _FILE)
    listed = raw.get("annotations")
    for number, entry in enumerate(listed if isinstance(listed, list) else (), 1):
        if isinstance(entry, Mapping):
            name = entry.get("id")
            yield from _of_entry(file, f"annotation {name}" if name else f"entry {number}", entry)


def _of_page(path: str, front: Fields) -> Iterator[Problem]:
    kind = front.get("kind")
    if kind and kind not in KINDS:
        yield _problem("page-kind", path, "front matter", f"kind: {kind}", ", ".join(KINDS))
    for name in map(str, front):
        near = [known for known in _OURS if _nearly(name, known)]
        if name not in _PAGE and near:
            told = f"a page (did you mean {', '.join(near)}?)"
            yield _problem("page-field", path, "front matter", f"{name}:", told)
    for part, known in _PARTS.items():
        yield from _of_part(path, part, front.get(part), known)
    term = front.get("term")
    quotations = term.get("article") if isinstance(term, Mapping) else ()
    for quoted in quotations if isinstance(quotations, list) else ():
        yield from _of_part(path, "article", quoted, _QUOTATION)


def _nearly(name: str, known: str) -> bool:
    """Whether a name is a known one with a slip of the finger; short names have no room for one."""
    most = len(known) // 4
    return most > 0 and distance(name.lower(), known, most) <= most


def _of_part(path: str, part: str, given: object, known: Iterable[str]) -> Iterator[Problem]:
    for name in map(str, given if isinstance(given, Mapping) else ()):
        if name not in known:
            told = f"`{part}:`{suggested(name, known)}"
            yield _problem("page-field", path, "front matter", f"{name}:", told)


def _of_entry(file: str, place: str, entry: Fields) -> Iterator[Problem]:
    yield from _of_annotations(file, place, "an annotation", entry, _ANNOTATION)
    for part in ("target", "title", "body"):
        given = entry.get(part)
        yield from _of_annotations(file, place, f"`{part}:`", given, LANGUAGES)
    target = entry.get("target")
    for quoted in target.values() if isinstance(target, Mapping) else ():
        yield from _of_annotations(file, place, "a quotation", quoted, _TARGET)


def _of_annotations(
    file: str, place: str, owner: str, given: object, known: Iterable[str]
) -> Iterator[Problem]:
    for name in map(str, given if isinstance(given, Mapping) else ()):
        if name not in known:
            told = f"{owner}{suggested(name, known)}"
            yield _problem("annotation-field", file, place, f"{name}:", told)


def _problem(code: str, page: str, place: str, quote: str, detail: str) -> Problem:
    severity, cause, remedy = CODES[code]
    told = cause.format(detail=detail), remedy.format(detail=detail)
    return Problem(code, severity, page, place, shorten(quote), *told)

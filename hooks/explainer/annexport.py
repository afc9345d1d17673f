"""The annotations of an article for others: a W3C Web Annotation page in JSON-LD.

Each selector is read off the finished page, so that it fits the text a browser has there, note
numbers included, and fits it once. https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .annschema import CONTEXT
from .annschema import PATH as SCHEMA
from .annviews import Chronicle, Placed
from .bilingual import language_of
from .citekeys import keys_in
from .downloads import Download
from .glossarydata import LICENCE
from .htmltext import BodyText, body_text
from .library import Entry
from .printed import address
from .quotes import describe
from .terms import Glossary

_FOLDERS = {"id": "unduh/anotasi", "en": "unduh/annotations"}


def file_of(path: str) -> str:
    """Where the annotations of a page can be fetched."""
    language = language_of(path)
    name = path.removeprefix(f"{language}/").removesuffix(".md").replace("/", "-")
    return f"{_FOLDERS[language]}-{name}.jsonld"


def annotation_downloads(paths: Iterable[str]) -> list[Download]:
    """What pages with annotations offer."""
    title = {"id": "Anotasi artikel", "en": "Annotations of the article"}
    return [Download(file_of(path), title, "JSON-LD", SCHEMA, LICENCE) for path in paths]


@dataclass(frozen=True, slots=True)
class Names:
    """What annotations name, and where it stands on the web."""

    works: Mapping[str, Entry]
    glossary: Glossary
    timeline: Chronicle
    address: Callable[[str], str]  # of a page, or of a file of the site
    references: Mapping[str, str] = field(default_factory=dict)  # the page of works by language


def annotation_page(
    path: str, title: str, placed: Sequence[Placed], names: Names, html: str
) -> str:
    """The annotations of one page, given the finished page."""
    body, target, own = body_text(html), names.address(path), names.address(file_of(path))
    items = [_item(one, target, body, names, language_of(path)) for one in placed]
    made = {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationPage",
        "partOf": {
            "id": f"{own}#collection",
            "type": "AnnotationCollection",
            "label": title,
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _item(
    placed: Placed, target: str, body: BodyText, names: Names, language: str
) -> dict[str, Any]:
    one = placed.annotation
    quoted = describe(body.text, *body.marks[one.id])
    return {
        "id": f"{target}#a-{one.id}",
        "type": "Annotation",
        "dcterms:title": one.titles[language],
        "motivation": one.purpose,
        "rights": LICENCE,
        "body": [*_bodies(placed, body, language), *_links(placed, names, language)],
        "target": {
            "source": target,
            "selector": {
                "type": "TextQuoteSelector",
                "exact": quoted.exact,
                "prefix": quoted.prefix,
                "suffix": quoted.suffix,
            },
        },
    }


def _bodies(placed: Placed, body: BodyText, language: str) -> Iterator[dict[str, str]]:
    """What the note says, then its kind and its verdict as words for machines."""
    one = placed.annotation
    paragraphs = (" ".join(text.split()) for text in body.bodies.get(one.id, ()))
    yield {
        "type": "TextualBody",
        "value": "\n\n".join(filter(None, paragraphs)),
        "format": "text/plain",
        "language": language,
        "purpose": one.purpose,
    }
    yield {"type": "TextualBody", "value": one.kind, "purpose": "classifying"}
    if one.verdict:
        yield {"type": "TextualBody", "value": one.verdict, "purpose": "tagging"}


def _listed(key: str, names: Names, language: str) -> str:
    """Where a work without an address of its own stands on our page of works."""
    page = names.references.get(language)
    return f"{names.address(page)}#ref-{key}" if page else ""


def _links(placed: Placed, names: Names, language: str) -> Iterable[dict[str, str]]:
    """The works, events and terms that the note names."""
    one = placed.annotation
    cited = sorted(keys_in(one.bodies[language]) - {*one.sources})
    known = (names.works[key] for key in (*one.sources, *cited) if key in names.works)
    found = [address(work.source) or _listed(work.id, names, language) for work in known]
    page = names.timeline.page(language)
    events = (event for event in one.events if page and event in names.timeline.events)
    found += [f"{names.address(page)}#{event}" for event in events]
    faces = (names.glossary.face(term, language) for term in one.terms)
    found += [names.address(face.path) for face in faces if face]
    linked = {"type": "SpecificResource", "purpose": "linking"}
    return ({**linked, "source": url} for url in dict.fromkeys(filter(None, found)))

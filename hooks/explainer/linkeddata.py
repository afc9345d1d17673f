"""The JSON-LD of a page: one graph whose nodes name one another by address.

Every page says which site it belongs to, which way leads to it and what it is mainly about. The
site offers no `SearchAction`: an address with a query need not start the search, since the script
that answers it is only loaded when a reader turns to it.

| node | name |
|---|---|
| the site | `<root>#website` |
| a page, the way to it | `<page>#webpage`, `<page>#breadcrumb` |
| a term, the glossary | the address of their page |
| an article, our notes on it | `<page>#article`, `<page>#explainer` |
| an event | `<page>#<event id>` |
| data for download | `<root>#data-<id>` |
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from .bilingual import DEFAULT
from .cards import SIZE
from .glossarydata import LICENCE
from .pagerecord import PageRecord

Data: TypeAlias = dict[str, Any]

Mention: TypeAlias = Callable[[str], Data | None]
"""A term by its id as a node; None when there is no such term."""

_PAGES = {
    "about": "AboutPage",
    "glossary": "CollectionPage",
    "references": "CollectionPage",
}
"""Kind of page -> its type; all others are a WebPage."""


def linked_data(
    record: PageRecord, main: Sequence[Data], more: Sequence[Data], mention: Mention
) -> str:
    """The graph of a page as text that is safe inside a `script`.

    The first node of `main` is what the page is about; `more` are other nodes that it describes.
    """
    page = _page(record, mention) | ({"mainEntity": {"@id": main[0]["@id"]}} if main else {})
    way = [_way(record)] if record.trail else []
    graph = [_site(record), page, *way, *main, *more]
    data = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e")


def _site(record: PageRecord) -> Data:
    others = [name for language, name in record.sites.items() if language != DEFAULT]
    return {
        "@type": "WebSite",
        "@id": f"{record.root}#website",
        "url": record.root,
        "name": record.sites[DEFAULT],
        "alternateName": others,
        "inLanguage": list(record.sites),
    }


def _page(record: PageRecord, mention: Mention) -> Data:
    data: Data = {
        "@type": _PAGES.get(record.kind, "WebPage"),
        "@id": f"{record.url}#webpage",
        "url": record.url,
        "name": record.title,
        "description": record.description,
        "inLanguage": record.language,
        "isPartOf": {"@id": f"{record.root}#website"},
    }
    if record.trail:
        data["breadcrumb"] = {"@id": f"{record.url}#breadcrumb"}
    if not record.origin:
        data["license"] = LICENCE
    return data | _picture(record) | _lesson(record, data["@type"], mention)


def _picture(record: PageRecord) -> Data:
    if not record.card:
        return {}
    image = {
        "@type": "ImageObject",
        "url": record.card_url,
        "width": SIZE[0],
        "height": SIZE[1],
        "caption": record.card.alt,
    }
    return {"primaryImageOfPage": image}


def _lesson(record: PageRecord, kind: str, mention: Mention) -> Data:
    """What a page is for a learner; terms are linked, other words stay words."""
    lesson = record.learning
    if not lesson:
        return {}
    return {
        "@type": [kind, "LearningResource"],
        "learningResourceType": lesson.type,
        "isAccessibleForFree": True,
        **({"teaches": [mention(t) or t for t in lesson.teaches]} if lesson.teaches else {}),
        **({"educationalLevel": lesson.level} if lesson.level else {}),
    }


def _way(record: PageRecord) -> Data:
    steps = [
        {"@type": "ListItem", "position": n, "name": crumb.name, "item": crumb.url}
        for n, crumb in enumerate(record.trail, 1)
    ]
    return {
        "@type": "BreadcrumbList",
        "@id": f"{record.url}#breadcrumb",
        "itemListElement": steps,
    }

"""The article, its translation, our notes on it and the works it cites, as schema.org has them.

The article, each translation and what we add are distinct works with addresses of their own:
`…/artikel/#article`, `…/en/article/#article`, `…/artikel/#explainer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from .glossarydata import LICENCE
from .model import Name, Source
from .notebook import Notebook
from .pagerecord import PageRecord, Version
from .printed import address

Data: TypeAlias = dict[str, Any]

WORDS = {
    "id": {
        "explainer": "Catatan atas “{title}”",
        "type": "teks beranotasi",
        "rights": "Hak atas teks artikel ada pada penulis dan penerbitnya.",
    },
    "en": {
        "explainer": "Notes on “{title}”",
        "type": "annotated text",
        "rights": "The article belongs to its author and publisher.",
    },
}

TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""CSL type -> type of schema.org; any other work is a CreativeWork."""

_CONTAINERS = {
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "chapter": "Book",
    "webpage": "WebSite",
    "post-weblog": "Blog",
}
_PAGED = ("article-journal", "article-magazine", "article-newspaper", "chapter")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")  # no EDTF marks of doubt: schema.org wants ISO 8601


def article_id(version: Version) -> str:
    """The name of the article in one language."""
    return f"{version.url}#article"


def article_nodes(
    record: PageRecord, works: Iterable[Source], mentions: Sequence[Data]
) -> list[Data]:
    """The article of a page and our notes on it; none for other pages."""
    if record.kind != "article":
        return []
    return [_article(record, works), _explainer(record, mentions)]


def _article(record: PageRecord, works: Iterable[Source]) -> Data:
    origin, own = record.origin, Version(record.url, record.title)
    data: Data = {
        "@type": "Article",
        "@id": article_id(own),
        "headline": record.title,
        "url": record.url,
        "mainEntityOfPage": {"@id": f"{record.url}#webpage"},
        "inLanguage": record.language,
        "isAccessibleForFree": True,
    }
    if record.issued:
        data["datePublished"] = record.issued
    if origin:
        data["copyrightNotice"] = WORDS[record.language]["rights"]
        if record.original:
            data["publisher"] = {"@type": "Organization", "name": origin.site}
    return data | _relations(record) | _some("citation", [work_node(work) for work in works])


def _relations(record: PageRecord) -> Data:
    """A translation names its original; an original its translations."""
    if record.source:
        made_from = {"@type": "Article", "@id": article_id(record.source)}
        made_from["headline"] = record.source.title
        return {"translationOfWork": made_from, "isBasedOn": {"@id": made_from["@id"]}}
    others = [
        {"@type": "Article", "@id": article_id(v), "headline": v.title, "inLanguage": language}
        for language, v in record.translations.items()
    ]
    return _some("workTranslation", others)


def _explainer(record: PageRecord, mentions: Sequence[Data]) -> Data:
    words, article = WORDS[record.language], {"@id": article_id(Version(record.url, ""))}
    return {
        "@type": ["CreativeWork", "LearningResource"],
        "@id": f"{record.url}#explainer",
        "name": words["explainer"].format(title=record.title),
        "about": article,
        "isBasedOn": article,
        "inLanguage": record.language,
        "isAccessibleForFree": True,
        "learningResourceType": words["type"],
        "license": LICENCE,
        "isPartOf": {"@id": f"{record.root}#website"},
    } | _some("mentions", list(mentions))


# --- works cited ----------------------------------------------------------------------------------


def cited(book: Notebook | None) -> list[Source]:
    """The full sources of the notes of a page, each once, in the order of the notes."""
    found: dict[tuple[str, ...], Source] = {}
    for source in book.sources.values() if book else ():
        if source.title:
            found.setdefault((address(source) or source.title,), source)
    return list(found.values())


def work_node(source: Source) -> Data:
    """A work cited, with its DOI or address as its name."""
    data: Data = {"@type": TYPES.get(source.type, "CreativeWork")}
    if address(source):
        data |= {"@id": address(source), "url": source.url or address(source)}
    data["description" if source.title_basis else "name"] = source.title
    if _DAY.fullmatch(source.issued):
        data["datePublished"] = source.issued
    if source.language:
        data["inLanguage"] = source.language
    if source.doi:
        data["identifier"] = {"@type": "PropertyValue", "propertyID": "DOI", "value": source.doi}
    if source.pages and source.type in _PAGED:
        data["pagination"] = source.pages
    data |= _some("author", [_who(name) for name in source.authors])
    data |= _some("editor", [_who(name) for name in source.editors])
    return data | _container(source)


def _who(name: Name) -> Data:
    return {"@type": "Organization" if name.literal else "Person", "name": name.full}


def _container(source: Source) -> Data:
    if source.container:
        kind = _CONTAINERS.get(source.type, "CreativeWork")
        return {"isPartOf": {"@type": kind, "name": source.container}}
    if source.publisher:
        return {"publisher": {"@type": "Organization", "name": source.publisher}}
    return {}


def _some(name: str, values: list[Data]) -> Data:
    """A property, unless it has no value."""
    return {name: values} if values else {}

"""What Zotero would make of a page: the steps of its Embedded Metadata translator for our tags.

Written anew from reading zotero/translators: `Embedded Metadata.js` (lastUpdated 2024-06-13) and
the `RDF.js` it calls. Kept are the steps that our tags, or the traps among them, can reach: how
names become statements, the order in which types are asked, which statement fills which field, and
what is taken from elsewhere when a field is still empty. Not kept: COinS and other translators,
which Zotero asks first; our pages must not trigger them where one item is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from justhtml import JustHTML

PREFIXES = set("bib bibo dc dcterms prism foaf vcard link z eprint eprints og article book".split())
PREFIXES |= {"music", "video", "so", "codemeta", "rdf"}
ITEM_TYPES = set(
    "artwork audioRecording bill blogPost book bookSection case computerProgram conferencePaper "
    "dictionaryEntry document email encyclopediaArticle film forumPost hearing instantMessage "
    "interview journalArticle letter magazineArticle manuscript map newspaperArticle note patent "
    "podcast presentation radioBroadcast report statute thesis tvBroadcast videoRecording "
    "webpage".split()
)
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_publisher": "publisher",
    "citation_abstract": "abstractNote",
    "citation_doi": "DOI",
    "citation_public_url": "url",
    "citation_language": "language",
}
CERTAIN = {"citation_journal_title": "journalArticle", "citation_book_title": "bookSection"}
GUESSED = {"citation_title": "journalArticle", "citation_isbn": "book"}
FIELDS = {  # the first statement that is there fills the field
    "title": ("dc:title", "dcterms:title", "og:title"),
    "publicationTitle": ("prism:publicationName", "dc:source", "dcterms:source"),
    "rights": ("prism:copyright", "dc:rights", "dcterms:rights"),
    "publisher": ("dc:publisher", "dcterms:publisher"),
    "date": ("og:published_time", "article:published_time", "dcterms:issued", "dc:date"),
    "url": ("og:url",),
    "abstractNote": ("og:description", "dcterms:abstract", "dc:description"),
    "language": ("dc:language", "dcterms:language"),
    "websiteType": ("dc:type", "dcterms:type"),
}
NAMED_BY_SITE = {"blogPost", "webpage", "newspaperArticle"}
CREATORS = ("dc:creator", "dcterms:creator", "dc:contributor", "dcterms:contributor")
BYLINES = ".byline, .bylines, .vcard, .article-byline"
CONTAINERS = {"webpage": "websiteTitle", "dictionaryEntry": "dictionaryTitle"}
"""What Zotero calls `publicationTitle` in a type."""

LACKING = {
    "webpage": ["publisher"],
    "dictionaryEntry": ["websiteType"],
    "journalArticle": ["publisher", "websiteType"],
}
"""Fields that a type does not have: Zotero drops them."""


@dataclass
class Head:
    """What the translator reads of a document."""

    names: list[tuple[str, str]] = field(default_factory=list)
    statements: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """The value of the first of these statements that is there."""
        return next((self.statements[name][0] for name in names if name in self.statements), "")

    def named(self, name: str) -> str:
        """The value of the first tag whose name ends so."""
        return next((value for tag, value in self.names if tag.endswith(name)), "")


def read(tree: JustHTML) -> Head:
    """Names of tags and the statements they make: a known prefix before a point, colon or bar."""
    head = Head()
    for node in tree.query("meta"):
        name = node.attrs.get("name") or node.attrs.get("property") or ""
        value = node.attrs.get("content") or ""
        if name and value:
            head.names.append((name, value))
            statement = _statement(name)
            if statement:
                head.statements.setdefault(statement, []).append(value)
    return head


def _statement(name: str) -> str:
    parts = re.split(r"[.:_]", name)
    prefix, length = "", 0
    if len(parts) > 2:  # og:video:release_date
        prefix, length = parts[1].lower(), len(parts[0]) + len(parts[1]) + 1
    if prefix not in PREFIXES:
        prefix, length = parts[0].lower(), len(parts[0])
    if prefix not in PREFIXES:
        return ""
    rest = name[length + 1 :]
    return f"{prefix}:{rest[:1].lower()}{rest[1:]}"


def item_type(head: Head) -> str:
    """The type, asked in this order: sure names of Highwire, z:, og:type, DC.type, guesses."""
    short = [tag[tag.rfind("citation_") :] for tag, _ in head.names if "citation_" in tag]
    certain = [CERTAIN[name] for name in short if name in CERTAIN]
    if certain:
        return certain[-1]
    asked = head.first("z:itemType", "z:type")
    if asked in ITEM_TYPES:
        return asked
    of_site = {"website": "webpage", "book": "book"}.get(head.first("og:type"), "")
    if of_site:
        return of_site
    of_dublin_core = head.first("dc:type", "dcterms:type")
    if of_dublin_core in ITEM_TYPES:
        return of_dublin_core
    guessed = [GUESSED[name] for name in short if name in GUESSED]
    return guessed[0] if guessed else "webpage"


def item(html: str) -> dict[str, Any]:
    """The item that Zotero would save; empty fields are left out."""
    tree = JustHTML(html, sanitize=False)
    head = read(tree)
    kind = item_type(head)
    made: dict[str, Any] = {name: head.first(*names) for name, names in FIELDS.items()}
    if not made["publicationTitle"] and kind in NAMED_BY_SITE:
        made["publicationTitle"] = head.first("og:site_name")
    made |= {ours: head.named(name) for name, ours in HIGHWIRE.items() if head.named(name)}
    made["creators"] = _creators(tree, head)
    made["title"] = made["title"] or "".join(n.to_text() for n in tree.query("title"))
    made["date"] = made["date"] or _first_time(tree)
    made["abstractNote"] = made["abstractNote"] or head.named("description")
    made[CONTAINERS.get(kind, "publicationTitle")] = made.pop("publicationTitle")
    for name in LACKING.get(kind, ()):
        made.pop(name)
    return {"itemType": kind} | {name: value for name, value in made.items() if value}


def _creators(tree: JustHTML, head: Head) -> list[str]:
    found = [value for tag, value in head.names if tag.endswith("citation_author")]
    for names in (CREATORS[:2], CREATORS[2:]):
        found = found or [value for name in names for value in head.statements.get(name, [])]
    found = found or [value for tag, value in head.names if tag.lower() == "author"]
    return found or [" ".join(node.to_text().split()) for node in tree.query(BYLINES)]


def _first_time(tree: JustHTML) -> str:
    return next((n.attrs["datetime"] for n in tree.query("time[datetime]")), "")

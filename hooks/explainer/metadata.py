"""What the head of a page tells machines, as tables over one page record.

Highwire and Dublin Core are written for the way Zotero's "Embedded Metadata" translator reads them
(zotero/translators, `Embedded Metadata.js` of June 2024 and `RDF.js`); tests/zotero.py follows the
same steps. What it taught us:

- `citation_title` alone makes a journal article, and so does `og:type=article`. `z:itemType` is
  asked first and settles the type. `DC.type` would do so too, but comes back as the type of the
  web page, which APA prints in brackets after the title.
- `DC.contributor` becomes an author, `DC.identifier` is tried as an ISBN, and a name with "book"
  as its second word is read as a book: none of them stands here.
- A page without a date gets that of its first `<time>`: such a page says that it has none.
- The container is `prism.publicationName`, else `DC.source`; for web pages only, `og:site_name`.

Open Graph: ogp.me. `cite-as`: RFC 8574. Date for Google Scholar: its inclusion guidelines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from .bilingual import DEFAULT
from .cards import SIZE
from .glossarydata import LICENCE
from .pagerecord import CITED, PageRecord

Element: TypeAlias = tuple[str, dict[str, str]]
"""A tag of the head, `meta` or `link`, with its attributes."""

Row: TypeAlias = tuple[str, Callable[[PageRecord], str]]
"""The name of a tag and what it says of a page; what is empty is left out."""

WORDS = {
    "id": {
        "rights": "Hak atas teks artikel ada pada penulis dan penerbitnya.",
        "ours": "CC BY 4.0",
        "undated": "t.t.",
        "locale": "id_ID",
    },
    "en": {
        "rights": "The article belongs to its author and publisher.",
        "ours": "CC BY 4.0",
        "undated": "n.d.",
        "locale": "en_GB",
    },
}
PAPER = {"light": "#fbf8f2", "dark": "#1a1815"}
"""The colour of the page in both schemes: --ex-paper in docs/assets/css/tokens.css."""

ITEM_TYPES = {"term": "dictionaryEntry"}
"""Kind of page -> type of Zotero; all others are web pages."""

_ALTERNATE = "alternate "
"""With its space: the theme's script fetches a sitemap beside each `link[rel=alternate]`. To HTML
it is the same, since `rel` holds tokens between spaces."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that describes a page to programs: its address, media type and name."""

    url: str
    media: str
    name: str


def head(record: PageRecord, files: Iterable[File] = (), *, times: bool = False) -> list[Element]:
    """Every tag for a page; `times` tells that its text holds a `<time>`."""
    undated = WORDS[record.language]["undated"] if times and not record.issued else ""
    date = [_named("DC.date", undated)] if undated else []
    return [
        *(_named(name, say(record)) for name, say in _NAMED if say(record)),
        *date,
        *(_open_graph(name, say(record)) for name, say in _OPEN_GRAPH if say(record)),
        *(_named(name, say(record)) for name, say in _TWITTER if say(record)),
        *colours(),
        *_links(record, files),
    ]


def missing() -> list[Element]:
    """The tags of the page for wrong addresses, which search engines should not keep."""
    return [_named("robots", "noindex"), *colours()]


def colours() -> list[Element]:
    """The colour of the browser's own bars, for both schemes."""
    return [
        ("meta", {"name": "theme-color", "media": f"(prefers-color-scheme: {name})", "content": c})
        for name, c in PAPER.items()
    ]


def robots(sitemap: str) -> str:
    """robots.txt: everyone may read everything; here is the list."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"


# --- tables ---------------------------------------------------------------------------------------


def _site_of(record: PageRecord) -> str:
    """Where the text first appeared."""
    return record.origin.site if record.origin and record.original else ""


def _rights(record: PageRecord) -> str:
    return WORDS[record.language]["rights" if record.origin else "ours"]


def _full_text(record: PageRecord) -> str:
    return record.url if record.kind == "article" else ""


def _entry_in(record: PageRecord) -> str:
    return record.site if record.kind == "term" else ""


_NAMED: tuple[Row, ...] = (
    ("citation_title", lambda r: r.title),
    ("citation_publication_date", lambda r: r.issued.replace("-", "/")),
    ("citation_language", lambda r: r.language),
    ("citation_public_url", lambda r: r.url),
    ("citation_fulltext_html_url", _full_text),
    ("z:itemType", lambda r: ITEM_TYPES.get(r.kind, "webpage")),
    ("DC.title", lambda r: r.title),
    ("DC.language", lambda r: r.language),
    ("DC.date", lambda r: r.issued),
    ("DC.source", _site_of),
    ("DC.publisher", _site_of),
    ("DC.rights", _rights),
    ("DCTERMS.isVersionOf", lambda r: r.source.url if r.source and r.kind == "article" else ""),
    ("prism.publicationName", _entry_in),
)

_OPEN_GRAPH: tuple[Row, ...] = (
    ("og:type", lambda r: "article" if r.kind == "article" else "website"),
    ("og:title", lambda r: r.title),
    ("og:description", lambda r: r.description),
    ("og:url", lambda r: r.url),
    ("og:site_name", lambda r: r.site),
    ("og:locale", lambda r: WORDS[r.language]["locale"]),
    ("og:locale:alternate", lambda r: " ".join(_other_locales(r))),
    ("article:published_time", lambda r: r.issued if r.kind == "article" else ""),
    ("og:image", lambda r: r.card_url),
    ("og:image:type", lambda r: "image/png" if r.card else ""),
    ("og:image:width", lambda r: str(SIZE[0]) if r.card else ""),
    ("og:image:height", lambda r: str(SIZE[1]) if r.card else ""),
    ("og:image:alt", lambda r: r.card.alt if r.card else ""),
)

_TWITTER: tuple[Row, ...] = (
    ("twitter:card", lambda r: "summary_large_image" if r.card else "summary"),
    ("twitter:image:alt", lambda r: r.card.alt if r.card else ""),
)
"""The rest is taken from Open Graph."""


def _other_locales(record: PageRecord) -> Iterator[str]:
    yield from (WORDS[name]["locale"] for name in record.versions if name != record.language)


def _links(record: PageRecord, files: Iterable[File]) -> Iterator[Element]:
    """Versions, licence, the address to cite, files that describe the page."""
    yield _link("schema.DC", "http://purl.org/dc/elements/1.1/")
    yield _link("schema.DCTERMS", "http://purl.org/dc/terms/")
    if len(record.versions) > 1:
        for language, version in record.versions.items():
            yield _link(_ALTERNATE, version.url, hreflang=language)
        yield _link(_ALTERNATE, record.versions[DEFAULT].url, hreflang="x-default")
    if not record.origin:
        yield _link("license", LICENCE)
    if record.kind in CITED:
        yield _link("cite-as", record.url)
    for file in files:
        yield _link("describedby", file.url, type=file.media, title=file.name)


def _link(rel: str, href: str, **more: str) -> Element:
    return "link", {"rel": rel, "href": href, **more}


def _named(name: str, content: str) -> Element:
    return "meta", {"name": name, "content": content}


def _open_graph(name: str, content: str) -> Element:
    return "meta", {"property": name, "content": content}

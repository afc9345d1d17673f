"""Works as COinS: an OpenURL ContextObject (Z39.88-2004) in the title of an empty `span`.

Written for Zotero, which offers every `span.Z3988` of a page. Its rules (`openurl.js`): a plus sign
is a space even when it is escaped, so that of an address is escaped twice; values are decoded, so
that words may stand as they are, as browsers let them in an address (they then pack with the
printed entry, whose words they repeat); names with a comma are
split at it; an institution is `aucorp`; whatever is neither article, book, report nor thesis is
`dc`, and there `rft.type` may name the type of Zotero. COinS knows no editors: they are
contributors, which is less than the truth and not against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from .exportdates import edtf

_FORMAT = "info:ofi/fmt:kev:mtx:"
_KEV = {
    "article-journal": ("journal", "article"),
    "book": ("book", "book"),
    "chapter": ("book", "bookitem"),
    "paper-conference": ("book", "proceeding"),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
}
"""Type of CSL -> format of the ContextObject and its genre; all others are `dc`."""

ZOTERO = {
    "article": "preprint",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "entry-dictionary": "dictionaryEntry",
    "entry-encyclopedia": "encyclopediaArticle",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "post-weblog": "blogPost",
    "review": "magazineArticle",
    "speech": "presentation",
    "webpage": "webpage",
}
"""Type of CSL -> type of Zotero, for `dc`; every other one is a document."""

_TITLES = {  # format -> its keys for the title and for what holds the work
    "journal": ("atitle", "jtitle"),
    "bookitem": ("atitle", "btitle"),
    "proceeding": ("atitle", "btitle"),
    "book": ("btitle", "series"),
    "report": ("btitle", "series"),
    "dissertation": ("title", ""),
    "dc": ("title", "source"),
}
_SAME = {
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "publisher-place": "place",
    "edition": "edition",
    "ISBN": "isbn",
    "ISSN": "issn",
    "language": "language",
}


_ESCAPED = {ord(sign): f"%{ord(sign):02X}" for sign in "%&=+#;"}
"""What would end a value, or mean another sign."""


def coins(item: Mapping[str, Any]) -> str:
    """The span of an item of CSL-JSON."""
    pairs = "&".join(f"{key}={value.translate(_ESCAPED)}" for key, value in _pairs(item))
    return f'<span class="Z3988" title="{escape(pairs)}"></span>'


def _pairs(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    kind, genre = _KEV.get(item["type"], ("dc", ""))
    yield from (("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"{_FORMAT}{kind}"))
    if genre:
        yield "rft.genre", genre
    if kind == "dc":
        yield "rft.type", ZOTERO.get(item["type"], "document")
    yield from _described(item, kind, genre)
    yield from _people(item)
    yield from _identified(item)


def _described(item: Mapping[str, Any], kind: str, genre: str) -> Iterator[tuple[str, str]]:
    title, container = _TITLES.get(genre) or _TITLES[kind]
    publisher = "inst" if kind == "dissertation" else "publisher"
    keys = {"title": title, "container-title": container, "publisher": publisher, **_SAME}
    if kind == "dissertation":
        keys["genre"] = "degree"
    for key, name in keys.items():
        if name and key in item:
            yield f"rft.{name}", str(item[key])
    if "issued" in item:
        yield "rft.date", edtf({**item["issued"], "circa": False})


def _people(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for role, key in (("author", "au"), ("editor", "contributor"), ("translator", "contributor")):
        for who in item.get(role, ()):
            if who.get("literal") or not who.get("given"):
                name = who.get("literal") or who["family"]
                yield (f"rft.{'aucorp' if key == 'au' else key}", name)
            else:
                given = " ".join(part for part in (who["given"], who.get("suffix")) if part)
                yield f"rft.{key}", f"{who['family']}, {given}"


def _identified(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "DOI" in item:
        yield "rft_id", f"info:doi/{item['DOI']}"
    if "URL" in item:
        yield "rft_id", str(item["URL"]).replace("+", "%2B")

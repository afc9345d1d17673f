"""Web addresses and DOIs in a reference, and the words a text fragment points at.

Only http and https addresses are kept; one typed without its scheme gets "http://", which is
what a browser would ask for. Text fragments follow the WICG draft "URL Fragment Text Directives".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from .spans import trim_url

_I = re.IGNORECASE
_NOT_IN = r"[^\s<>\"“”]"
_SCHEME = re.compile(r"(?<![\w:='.-])https?://(?=\w)" + _NOT_IN + "+", _I)
_WWW = re.compile(r"(?<![\w/@.:-])www\d?\.\s?(?=[\w-]+\.)" + _NOT_IN + "+", _I)
_BARE = re.compile(
    r"(?<![\w/@.:-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|id|edu|gov|int|io|info|co|uk|de|ru|"
    r"kp|cn|jp|kr|au)/" + _NOT_IN + "*",
    _I,
)
_OTHER_SCHEME = re.compile(
    r"(?<!\w)(?:javascript|data|vbscript|file|ftp|mailto|blob|about):\S*", _I
)
_LEAD = re.compile(
    r"(?:(?:available|tersedia|dilihat)\s)?(?:(?:dari|from|at|di|pada|"
    r"melalui|laman|situs|URL|link|"
    r"tautan)\s?:?\s*){0,3}[<(\[]?$",
    _I,
)
_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}/[^\s\"<>“”]+")
_DOI_WORD = re.compile(r"(?<!\w)(?:https?://)?(?:(?:dx\.)?doi\.org/|doi\s?:?\s*)(?=10\.\d{4})", _I)
_DOI_TAIL = re.compile(
    r"(?:/(?:full|pdf|epdf|abstract|html|summary|meta|fulltext|epub))+$|\.pdf$", _I
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a source can be found, and the text around without it."""

    rest: str
    url: str = ""
    quote: str = ""
    doi: str = ""


def read_address(text: str) -> Address:
    """The first web address and DOI of a text; `rest` is the text without any of them."""
    spans = _spans(text)
    raw = text[slice(*spans[0])] if spans else ""
    url, quote = _split_fragment(raw)
    doi = find_doi(text, url)
    return Address(_without(text, spans), _with_scheme(url), quote, doi)


def find_doi(text: str, url: str = "") -> str:
    """The DOI printed in a text or inside its address, in lower case, or nothing."""
    decoded = unquote(url)
    match = _DOI.search(decoded)
    if match:
        bare = re.split(r"[?#&]", match[0])[0]
        return _DOI_TAIL.sub("", trim_url(bare)).rstrip("/").lower()
    match = _DOI.search(text)
    return trim_url(match[0]).lower() if match else ""


def decode_fragment(directive: str) -> str:
    """The words that a fragment directive ("text=start,end&text=…") points at."""
    quotes = [_decode_text(part[5:]) for part in directive.split("&") if part[:5] == "text="]
    return " … ".join(q for q in quotes if q)


def _decode_text(value: str) -> str:
    """Decode "prefix-,start,end,-suffix" to "start … end", and what is malformed to nothing."""
    terms = value.split(",")
    if len(terms) > 1 and terms[0].endswith("-"):
        terms = terms[1:]
    if len(terms) > 1 and terms[-1].startswith("-"):
        terms = terms[:-1]
    decoded = [" ".join(unquote(t).split()) for t in terms]
    broken = len(terms) > 2 or any("\ufffd" in t or not t.isprintable() for t in decoded)
    return "" if broken else " … ".join(t for t in decoded if t)


def _spans(text: str) -> list[tuple[int, int]]:
    found = sorted((m.start(), m.end()) for p in (_SCHEME, _WWW, _BARE) for m in p.finditer(text))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, start + len(_trimmed(text[start:end]))))
    return kept


def _trimmed(raw: str) -> str:
    """A closing full stop belongs to the quotation of a text fragment, never to an address."""
    if ":~:text=" in raw and raw.endswith("."):
        return trim_url(raw) + "."
    return trim_url(raw)


def _split_fragment(raw: str) -> tuple[str, str]:
    url, mark, directive = raw.partition(":~:")
    if not mark:
        return raw, ""
    return url.rstrip("#"), decode_fragment(directive)


def _with_scheme(url: str) -> str:
    url = "".join(url.split())
    if not url or re.match(r"https?://", url, _I):
        return url
    return "http://" + url


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without addresses and the words that lead to them ("available at")."""
    pieces, last = [], 0
    for start, end in spans:
        near = max(last, start - 60)
        pieces.append(text[last:near] + _LEAD.sub("", text[near:start]))
        last = end
    rest = " , ".join([*pieces, text[last:]])
    rest = _DOI.sub(" , ", _DOI_WORD.sub(" , ", _OTHER_SCHEME.sub(" , ", rest)))
    return " ".join(re.sub(r"<\s*,?\s*>|\(\s*,?\s*\)|\[\s*,?\s*\]", " ", rest).split())

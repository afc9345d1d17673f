"""The kind of a work, for readers who weigh sources: told by its type, or by `x-kind`.

A type of CSL says what a work is made like, not who speaks: the same `webpage` may be a ministry's
or a student's. Where the type, the author and the container do not tell, the data must.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

KINDS = {
    "scholarly": {"id": "Ilmiah", "en": "Scholarly"},
    "un": {"id": "Dokumen PBB", "en": "UN documents"},
    "official": {"id": "Resmi", "en": "Official"},
    "agency": {"id": "Kantor berita", "en": "News agencies"},
    "news": {"id": "Berita", "en": "News"},
    "reference": {"id": "Karya acuan", "en": "Reference works"},
    "web": {"id": "Halaman web", "en": "Web pages"},
}
"""kind -> its name in each language; the order in which a page lists them."""

ONE = {
    "scholarly": {"id": "Karya ilmiah", "en": "Scholarly work"},
    "un": {"id": "Dokumen PBB", "en": "UN document"},
    "official": {"id": "Dokumen resmi", "en": "Official document"},
    "agency": {"id": "Kantor berita", "en": "News agency"},
    "news": {"id": "Berita", "en": "News"},
    "reference": {"id": "Karya acuan", "en": "Reference work"},
    "web": {"id": "Halaman web", "en": "Web page"},
}
"""kind -> the word for one work of it."""

_BY_TYPE = {
    "scholarly": "article article-journal book chapter manuscript paper-conference report review "
    "review-book thesis dataset",
    "official": "bill document hearing legal_case legislation regulation speech standard treaty",
    "news": "article-magazine article-newspaper broadcast interview periodical",
    "reference": "classic entry entry-dictionary entry-encyclopedia map",
}
_KIND_OF = {name: kind for kind, names in _BY_TYPE.items() for name in names.split()}
"""type -> kind; every other type is a web page."""

_UN_NAME = re.compile(r"(?:United Nations|UN|International Court of Justice)\b")
_UN_SYMBOL = re.compile(r"[AES]/(?:RES/|[A-Z]*-?\d)|UNTS\b|I\.C\.J\.")
_AGENCY = re.compile(
    r"(?:AFP|Agence France-Presse|Antara|Associated Press|dpa|Interfax|Itar-Tass|Jiji Press|KCNA|"
    r"Kyodo|Reuters|RIA Novosti|Sputnik|TASS|UPI|Xinhua|Yonhap)\b"
)
_MAKERS = ("author", "authority", "container-title", "publisher")


def kind_of(item: Mapping[str, Any]) -> str:
    """The kind of a work from its CSL variables: `x-kind`, else who speaks, else its type."""
    said = str(item.get("x-kind") or "")
    if said in KINDS:
        return said
    names = [name for field in _MAKERS for name in _names(item.get(field))]
    kind = _KIND_OF.get(str(item.get("type")), "web")
    if kind in ("official", "web") and _is_of_the_un(names, str(item.get("number") or "")):
        return "un"
    if kind in ("news", "web") and any(map(_AGENCY.match, names)):
        return "agency"
    return kind


def _is_of_the_un(names: list[str], number: str) -> bool:
    return any(map(_UN_NAME.match, names)) or bool(_UN_SYMBOL.match(number))


def _names(value: object) -> list[str]:
    """What a field says of institutions; persons are none."""
    if isinstance(value, list):
        return [str(who["literal"]) for who in value if who.get("literal")]
    return [str(value)] if value else []

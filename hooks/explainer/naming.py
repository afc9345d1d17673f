"""How settled an Indonesian name is, read from the note that says where it was seen."""

from __future__ import annotations

import re

_HOST = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:com|org|net|id))(?![\w-])"
)
_DOUBT = re.compile(r"\b(?:not seen|proposals?|none of|does not|keeps? the English|only in)\b")
_NAMED = {
    "id.wikipedia": ("Wikipedia bahasa Indonesia", "the Indonesian Wikipedia"),
    "123dok": ("123dok", "123dok"),
    "scribd": ("Scribd", "Scribd"),
    "KBS World Indonesian": ("KBS World", "KBS World"),
    "DW Indonesian": ("DW", "DW"),
    "in the article": ("artikel yang kita baca di sini", "the article read here"),
}
"""Words of a note -> the name of the place in Indonesian and in English."""

_SHARED = (("co", "id"), ("ac", "id"), ("go", "id"), ("or", "id"), ("blogspot", "com"))
"""Ends of host names below which each name is a site of its own."""

_COVERED = ("wikipedia", "123dok", "scribd")


def is_doubtful(evidence: str) -> bool:
    """Whether the note says that some form was not seen, or is ours."""
    return bool(_DOUBT.search(evidence))


def seen_at(evidence: str, language: str) -> list[str]:
    """The places that a note names, in its order, each once, without their full addresses."""
    found: dict[str, int] = {}
    for words, names in _NAMED.items():
        if words in evidence:
            found.setdefault(names[language == "en"], evidence.index(words))
    for match in _HOST.finditer(evidence):
        host = match[1]
        if not any(part in host for part in _COVERED):
            found.setdefault(".".join(host.split(".")[-_labels(host) :]), match.start())
    return sorted(found, key=lambda name: found[name])


def _labels(host: str) -> int:
    """How many labels of a host name the site: two, or three below co.id and blogspot.com."""
    below = tuple(host.split(".")[-2:])
    return 3 if below in _SHARED else 2

"""Keys by which a reference names a work outright: laws, announced short names, addresses.

Two texts that share a key mean the same work, whatever else they say.
"""

from __future__ import annotations

import re

from .markers import is_locator, without_locators
from .spans import URL, trim_url
from .text import words

Key = tuple[str, ...]
"""The kind of a key ("law", "alias", "url", "text", "lead") and its words."""

_LAW = re.compile(
    r"\b(undang[- ]undang(?: darurat)?|uu"
    r"|peraturan pemerintah(?: pengganti undang-undang)?|pp|perppu|perpu"
    r"|peraturan presiden|perpres|keputusan presiden|keppres|instruksi presiden|inpres"
    r"|peraturan menteri|permen\w*|keputusan menteri|kepmen\w*|peraturan daerah|perda"
    r"|tap mpr|ketetapan mpr|putusan\s?(?:mk|ma|mahkamah konstitusi|mahkamah agung)?"
    r"|resolusi|resolution)\b"
    r"[^\d;]{0,60}?(\d[\w.]*(?:[/-][\w.-]+)*)(?:\s?(?:tahun|thn\.?|th\.?|of)\s?(\d{4}))?",
    re.IGNORECASE,
)
"""Kind, number and year of a law, decision or resolution."""

_LAW_LEAD = re.compile(
    r"(?:\W|\d|\b(?:lihat|pasal|ps|ayat|angka|huruf|butir|penjelasan|bab|[ivx]+|[a-hj-uwyz]"
    r"|indonesia|republik|dan|jo|ketentuan|dalam|dari)\b)*",
    re.IGNORECASE,
)
"""What may stand in front of a law that is cited itself: its articles, no title of a book."""

_LAW_NAMES = {
    "undangundang": "uu",
    "peraturanpemerintah": "pp",
    "peraturanpresiden": "perpres",
    "keputusanpresiden": "keppres",
    "instruksipresiden": "inpres",
    "peraturandaerah": "perda",
    "ketetapanmpr": "tapmpr",
    "perpu": "perppu",
    "resolution": "resolusi",
}
_ALIAS = re.compile(
    r"(?:(?:untuk\s)?selanjutnya\s(?:akan\s)?(?:disebut|disingkat|ditulis)"
    r"(?:\s(?:sebagai|dengan|menjadi))?|disingkat|hereinafter|hereafter|henceforth)"
    r"(?:\s(?:referred to as|cited as|called|as))?"
    r"[\s:,]*[“\"'‘(]?([^,;“”\"'’()\[\]]{2,50})",
    re.IGNORECASE,
)
"""A short name that a full reference announces for later use."""

_ALIAS_END = re.compile(r"(?<=\w{4})\.(?:\s|$)")
"""The full stop behind an announced name; the one in "Az. Nasution" does not end it."""

_RESOLUTION_LEAD = re.compile(r"[A-Z][^“”\"‘«;]{0,60}[\s,]")
"""What may stand in front of a resolution: the body that adopted it."""

_ACRONYM_AT_END = re.compile(r"\b([A-Z]{2,}[\w-]*)\W*$")
_ROMAN = re.compile(r"\[([IVX]{1,4})\]")


def law_keys(text: str) -> list[Key]:
    """The kind, number and year of the law, decision or resolution a text names, if it does."""
    found: list[Key] = []
    for match in _LAW.finditer(text):
        if not _cited_itself(match, text[: match.start()]):
            break  # a book about a law is not the law
        key = _law_key(match)
        if key:
            found.append(key)
    return found


def _cited_itself(match: re.Match[str], lead: str) -> bool:
    if len(lead) > 80:
        return False
    adopted = match[1].lower().startswith("resol") and _RESOLUTION_LEAD.fullmatch(lead)
    return bool(adopted or _LAW_LEAD.fullmatch(lead))


def _law_key(match: re.Match[str]) -> Key | None:
    kind = "".join(words(match[1]))
    kind = "putusan" if kind.startswith("putusan") else _LAW_NAMES.get(kind, kind)
    number, year = match[2].strip(".").lower(), match[3] or ""
    if not year and re.fullmatch(r"\d+/(?:1[89]|20)\d\d", number):
        number, year = number.split("/")
    telling = year or "/" in number or kind == "resolusi"
    return ("law", kind, number, year) if telling else None


def alias_keys(text: str) -> list[Key]:
    """The short names a full note announces: "selanjutnya disebut KUHAP", "hereinafter UNCLOS"."""
    names = (words(_ALIAS_END.split(m[1])[0]) for m in _ALIAS.finditer(text))
    return [("alias", *name) for name in names if name]


def mention_keys(text: str) -> list[Key]:
    """Every key by which a mention may name a work outright, most telling first."""
    chunks = [words(c) for c in re.split(r"[,;:]", text) if not is_locator(c)]
    acronyms = [words(word) for word in _ACRONYM_AT_END.findall(text)]
    return [*law_keys(text), *(("alias", *name) for name in (*chunks, *acronyms) if name)]


def identity_keys(text: str) -> list[Key]:
    """Keys that two full references to one work share: address, law number, the same words."""
    keys = [("url", address) for address in _addresses(text)] + law_keys(text)[:1]
    core = words(without_locators(re.sub(r"[“”\"«»„]", ",", text)))
    return [*keys, ("text", *core[:60])] if core else keys


def _addresses(text: str) -> list[str]:
    """Web addresses without scheme and fragment; a bare host identifies no work."""
    bare = [trim_url(match[0]).partition("#")[0].lower() for match in URL.finditer(text)]
    paths = [re.sub(r"^(?:https?://)?(?:www\.)?", "", address) for address in bare]
    return [path.rstrip("/") for path in paths if "/" in path.strip("/")]


def without_roman(text: str) -> str:
    """The text without Roman numerals in square brackets."""
    return _ROMAN.sub(" ", text)


def roman(text: str) -> str:
    """The Roman numeral in square brackets that tells an author's works apart, or nothing."""
    match = _ROMAN.search(text)
    return match[1] if match else ""

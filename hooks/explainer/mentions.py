"""What the words of a reference say about the work they mean: name, title, year, number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .heads import looks_like_name, read_head
from .markers import is_locator
from .names import people
from .text import TITLES, name_words, significant, words

YEAR = re.compile(r"(?<![\d/.-])((?:1[4-9]|20)\d\d[a-z]?)(?![\w/-])")
"""A year, with the letter that tells two works of one year apart."""

DATE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}|\b[A-Z][a-z]+ \d{1,2}, \d{4}")
"""A full date as printed in a reference."""

_NOT_TITLE = frozenset(
    "vol volume jilid jil no nomor cet cetakan edisi ed edition hlm hal halaman pp p second third".split()
)
_ROMAN = re.compile(r"\[([IVX]{1,4})\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """What a reference says about the work it means."""

    name: tuple[str, ...]
    title: tuple[str, ...]
    years: frozenset[str] = frozenset()
    people: int = 1
    loose: bool = False  # one stretch that may be a name or a title
    abbreviated: frozenset[str] = frozenset()
    date: str = ""


def title_words(text: str) -> tuple[str, ...]:
    """The words of a title that tell it apart, without edition and volume words."""
    return tuple(w for w in significant(text) if w not in _NOT_TITLE and w not in TITLES)


def read_mention(text: str, emphasised: tuple[str, ...] = ()) -> Mention:
    """The name, title and year in the words of a reference, locators left out."""
    years = frozenset(YEAR.findall(text))
    date = DATE.search(text)
    bare = _ROMAN.sub(" ", YEAR.sub(" ", DATE.sub(" ", text))).replace("()", " ").strip(" ,.:;(")
    head = read_head(bare, emphasised)
    name = tuple(name_words(without_locators(head.author)))
    title = title_words(f"{without_locators(head.title)} {without_locators(head.rest)}")
    title = tuple(w for w in title if not w.isdigit())
    loose = not head.sure and (not name or not title)
    dated = date[0] if date else ""
    return Mention(name, title, years, people(head.author), loose, _abbreviated(text), dated)


def readings(text: str, emphasised: tuple[str, ...] = ()) -> list[Mention]:
    """The ways a mention can be read, likeliest first: as its marks say, then name before comma."""
    first = read_mention(text, emphasised)
    name, comma, title = text.strip(" ,.;:(").partition(",")
    if not comma or not looks_like_name(name):
        return [first]
    second = replace(
        first,
        name=tuple(name_words(name)),
        title=title_words(without_locators(YEAR.sub(" ", title))),
        loose=False,
        people=people(name),
    )
    return [first] if second == first or not second.title else [first, second]


def without_locators(text: str) -> str:
    """The comma-separated chunks of a text that do not only say where in a work."""
    chunks = re.split(r"[,;:]", text)
    return ", ".join(c.strip() for c in chunks if c.strip() and not is_locator(c))


_DOTTED = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,30})\.")


def _abbreviated(text: str) -> frozenset[str]:
    return frozenset(words(m[1])[0] for m in _DOTTED.finditer(text))


# --- numbers and names that identify a work by themselves -------------------------------------------

_LAW = re.compile(
    r"\b(undang[- ]undang(?: darurat)?|uu|peraturan pemerintah(?: pengganti undang-undang)?|pp|perppu|perpu|peraturan presiden"
    r"|perpres|keputusan presiden|keppres|instruksi presiden|inpres|peraturan menteri|permen\w*|keputusan menteri|kepmen\w*"
    r"|peraturan daerah|perda|tap mpr|ketetapan mpr|putusan\s?(?:mk|ma|mahkamah konstitusi|mahkamah agung)?|resolusi|resolution)\b"
    r"[^\d;]{0,60}?(\d[\w.]*(?:[/-][\w.-]+)*)(?:\s?(?:tahun|thn\.?|th\.?|of)\s?(\d{4}))?",
    re.IGNORECASE,
)
_LAW_LEAD = re.compile(
    r"(?:\W|\d|\b(?:lihat|pasal|ps|ayat|angka|huruf|butir|penjelasan|bab|[ivx]+|[a-hj-uwyz]|indonesia|republik|dan|jo|ketentuan|dalam|dari)\b)*",
    re.IGNORECASE,
)
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
    r"(?:(?:untuk\s)?selanjutnya\s(?:akan\s)?(?:disebut|disingkat|ditulis)(?:\s(?:sebagai|dengan|menjadi))?|disingkat|hereinafter|hereafter"
    r"|henceforth)(?:\s(?:referred to as|cited as|called|as))?[\s:,]*[“\"'‘(]?([^,.;“”\"'’()\[\]]{2,50})",
    re.IGNORECASE,
)


def law_keys(text: str) -> tuple[tuple[str, ...], ...]:
    """The kind, number and year of the law, decision or resolution a text names, if it does."""
    found = []
    for match in _LAW.finditer(text):
        if match.start() > 80 or not _LAW_LEAD.fullmatch(text[: match.start()]):
            break  # a book about a law is not the law
        kind = "".join(words(match[1]))
        kind = "putusan" if kind.startswith("putusan") else _LAW_NAMES.get(kind, kind)
        number = match[2].strip(".").lower()
        year = match[3] or ""
        if not year and re.fullmatch(r"\d+/(?:1[89]|20)\d\d", number):
            number, year = number.split("/")
        if year or "/" in number or kind == "resolusi":
            found.append(("law", kind, number, year))
    return tuple(found)


def alias_keys(text: str) -> tuple[tuple[str, ...], ...]:
    """The short names a full note announces: "selanjutnya disebut KUHAP", "hereinafter UNCLOS"."""
    return tuple(("alias", *words(m[1])) for m in _ALIAS.finditer(text) if words(m[1]))


def mention_keys(text: str) -> list[tuple[str, ...]]:
    """Every key by which a mention may name a work outright, most telling first."""
    keys = list(law_keys(text))
    bare = [w for c in re.split(r"[,;:]", text) if not is_locator(c) for w in [tuple(words(c))]]
    keys += [("alias", *chunk) for chunk in bare if chunk]
    last = re.findall(r"\b([A-Z]{2,}[\w-]*)\W*$", text)
    keys += [("alias", *words(word)) for word in last]
    return keys


def roman(text: str) -> str:
    """The Roman numeral in square brackets that tells an author's works apart, or nothing."""
    match = _ROMAN.search(text)
    return match[1] if match else ""

"""Words, folding and spelling distance: the tools with which names and titles are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`\-‐‑][^\W\d_]+)*|\d+")
"""A word (inner apostrophes and hyphens belong to it) or a run of digits."""

STOP = frozenset(
    "a an the of and or in on at to for from by with as its his her their this that is are was "
    "dan atau di ke dari pada untuk dengan yang dalam oleh para sang si serta tentang terhadap "
    "der die das des dem den ein eine einer und oder im in zur zum von vom zu "
    "le la les de du des et en un une d l del el los las y e da do".split()
)
"""Words too common to tell two works apart."""

TITLES = frozenset(
    "prof professor dr drs dra ir h hj kh k r rr rd raden mr mrs ms sir lord hon rev st sdr tuan "
    "imam syekh syaikh sheikh shaykh kiai kyai habib buya bapak ibu pak bu ust ustadz "
    "sh mh mhum ma msc msi mm mpd spd sag mag phd lcm lc se sip s jr sr ll llm jd md "
    "dkk al ed eds editor penyunting peny penyunt penerj terj trans dir cs".split()
)
"""Academic and courtesy titles, degrees and roles that are no part of a name."""

_SYNONYMS = {"uu": "undangundang"}
_OLD_SPELLING = (("oe", "u"), ("tj", "c"), ("dj", "j"), ("sj", "sy"), ("nj", "ny"), ("ch", "kh"))
_VARIANTS = str.maketrans(dict.fromkeys("’‘ʼ`´‛", "'") | dict.fromkeys("‐‑‒–—−", "-"))


def inside_quotes(text: str) -> str:
    """The text as it stands between quotation marks: its own are single there."""
    return text.replace("“", "‘").replace("”", "’")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text without case, accents and typographic variants of apostrophe and hyphen."""
    text = text.translate(_VARIANTS)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o"))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return text.casefold()


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order, without possessive endings."""
    return [_plain_word(match[0]) for match in WORD.finditer(text)]


@lru_cache(maxsize=65536)
def _plain_word(word: str) -> str:
    folded = fold(word)
    if folded.endswith("'s") and len(folded) > 3:
        folded = folded[:-2]
    folded = folded.replace("'", "").replace("-", "")
    return _SYNONYMS.get(folded, folded)


def significant(text: str) -> list[str]:
    """The folded words that can tell two works apart: no stop words, titles or lone letters."""
    return [w for w in words(text) if w not in STOP and (len(w) > 1 or w.isdigit())]


def name_words(text: str) -> list[str]:
    """The folded words of a name, without titles and degrees; initials stay."""
    return [w for w in words(text) if w not in TITLES and w not in STOP and not w.isdigit()]


@lru_cache(maxsize=65536)
def modern(word: str) -> str:
    """An Indonesian name in the spelling of 1972: Soekarno and Sukarno become one key."""
    for old, new in _OLD_SPELLING:
        word = word.replace(old, new)
    return word


def allowed_slips(word: str) -> int:
    """How many misspelt letters a name of this length may hold before it is another name."""
    return 0 if not 5 <= len(word) <= 30 else 1 if len(word) < 9 else 2


def alike(one: str, two: str) -> bool:
    """Whether two folded names differ by no more than the slips their length allows.

    A letter left out of a five-letter name counts as a slip (Walz, Waltz); a letter exchanged in a
    four-letter name does not (Hadi and Hani are two people).
    """
    if one == two or modern(one) == modern(two):
        return True
    shorter = min(len(one), len(two))
    slips = allowed_slips(one if len(one) <= len(two) else two)
    if shorter == 4 and len(one) != len(two):
        slips = 1
    return bool(slips) and one[0] == two[0] and distance(one, two, slips) <= slips


def distance(one: str, two: str, limit: int) -> int:
    """Optimal string alignment distance, cut off above `limit` (then limit + 1)."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        row = _next_row(i, a, one, two, last, before)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]


def _next_row(i: int, a: str, one: str, two: str, last: list[int], before: list[int]) -> list[int]:
    row = [i]
    for j, b in enumerate(two, 1):
        cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
        if before and j > 1 and a == two[j - 2] and one[i - 2] == b:
            cost = min(cost, before[j - 2] + 1)
        row.append(cost)
    return row


def deletions(word: str, count: int) -> set[str]:
    """The word and all that is left of it after taking out up to `count` letters."""
    found, edge = {word}, {word}
    for _ in range(count):
        edge = {w[:i] + w[i + 1 :] for w in edge for i in range(len(w))}
        found |= edge
    return found


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut at a word boundary when longer than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"

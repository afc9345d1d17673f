"""Comparing names as people type them: order, initials, titles, old spelling, a slip or two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .text import alike, modern


def people(author: str) -> int:
    """How many authors a stretch names; 9 stands for "and others"."""
    if re.search(r"\b(?:dkk|et\.? al|cs|dll|and others|dan kawan-kawan)\b", author):
        return 9
    joined = re.findall(r"\s(?:dan|and|&|und|serta)\s", f" {author} ")
    commas = author.count(",")
    return 1 + len(joined) + (commas - 1 if joined and commas > 1 else 0)


def name_fits(author: tuple[str, ...], name: tuple[str, ...], *, exact: bool) -> bool:
    """Whether a name as mentioned is the author's: all its words, or all the author's words."""
    if not author or not name:
        return False
    whole = [a for a in author if len(a) > 1]
    if not any(len(w) > 1 and _among(w, whole, exact=exact) for w in name):
        return False
    if all(_among(w, author, exact=exact) for w in name):
        return True
    near = len(name) <= len(author) + 2  # "Ahmad Sukardja" for an author printed as "Sukardja"
    return near and all(_among(a, name, exact=exact) for a in author)


def _among(word: str, others: Iterable[str], *, exact: bool) -> bool:
    return any(_same(word, other, exact=exact) for other in others)


def _same(one: str, two: str, *, exact: bool) -> bool:
    """Whether two words of a name are the same; an initial stands for any word it begins."""
    if len(one) == 1 or len(two) == 1:
        return one[0] == two[0]
    if exact:
        return one == two or modern(one) == modern(two)
    return alike(one, two)

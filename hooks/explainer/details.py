"""The record that the readers of a reference fill in, and two small tools they share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .dates import is_month
from .markers import is_locator
from .model import Name
from .persons import People

GAP = "\ue001"
VOLUME = "\ue002"  # where the volume stood: what is behind it is no container
_DOCUMENT_NUMBER = re.compile(r"[A-Z]{1,5}(?:/[\w.()-]+)+|UN Doc.*|U\.N\. Doc.*")
_ARTICLE = re.compile(r"^(?:the|der|die|das|les|le|la)\s+(?=[A-Z])")


@dataclass(slots=True)
class Details:
    """The publication fields, filled one after the other; `text` is what is left to read."""

    text: str
    quoted: bool = False
    container: str = ""
    volume: str = ""
    issue: str = ""
    issued: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    chapter: bool = False
    people: People = field(default_factory=People)

    def take(self, pattern: re.Pattern[str], filler: str = GAP) -> re.Match[str] | None:
        """The first match of a pattern, cut out of what is left to read."""
        match = pattern.search(self.text)
        if match:
            self.text = self.text[: match.start()] + filler + self.text[match.end() :]
        return match

    @property
    def editors(self) -> tuple[Name, ...]:
        """Who edited the volume that holds the chapter."""
        return self.people.names


def looks_like_container(text: str) -> bool:
    """Whether a stretch could be the name of a book, journal, newspaper or site."""
    bare = text.strip(" ,.:;“”\"'")
    if not bare or not any(c.isalpha() for c in bare) or len(bare.split()) > 20:
        return False
    if is_locator(bare) or is_month(bare) or _DOCUMENT_NUMBER.fullmatch(bare):
        return False
    return not bare[0].islower() or bool(re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", bare))


def plain(text: str) -> str:
    """A chunk without the marks around it."""
    text = (
        " ".join(text.replace(GAP, " ").replace(VOLUME, " ").split())
        .lstrip(" .")
        .strip(' ,;:“”„"*_‘«»')
    )
    text = _ARTICLE.sub("", text)
    bare = (
        text.rstrip(".")
        if not re.search(r"(?:\b[A-Z]|Inc|Ltd|Co|Mass|Sci|Rev|Int|L)\.$", text)
        else text
    )
    return bare.strip(' ,;:“”"')

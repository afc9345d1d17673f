"""The records that every other module speaks: plain, frozen values without behaviour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal[
    "full", "ibid", "idem", "opcit", "loccit", "supra", "short", "cross", "multi", "commentary"
]
"""What a footnote is, after the author's own words."""

Severity = Literal["error", "warning", "info"]
"""Errors and warnings stop a strict build; an info is only shown."""

Confidence = Literal["high", "medium", "low"]
"""How sure the parser is that the fields it read are the fields the author meant."""


TitleBasis = Literal["", "slug", "described"]
"""Whose words a title is: the work's own, read off its address, or our description of it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an author should know: where it stands, what is wrong, what to do next."""

    code: str
    severity: Severity
    page: str
    place: str
    quote: str
    cause: str
    remedy: str

    def on(self, page: str) -> Problem:
        """The same problem, found on this page."""
        return replace(self, page=page)

    def line(self) -> str:
        """The one line shown to the author; the stable code stands last, in brackets."""
        return (
            f'{self.page}, {self.place}: "{self.quote}" {self.cause}; {self.remedy}. [{self.code}]'
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A person or institution as CSL names it; `literal` holds what cannot be split."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def full(self) -> str:
        """The name in reading order."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True)
class Source:
    """CSL fields read from one full reference; an empty string means "not printed"."""

    text: str
    type: str = "document"
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    et_al: bool = False
    title: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    issued: str = ""  # EDTF: 1988, 2022-08, 2022-08-15
    accessed: str = ""  # EDTF
    pages: str = ""
    publisher: str = ""
    place: str = ""
    url: str = ""
    quote: str = ""  # words a text fragment (#:~:text=) points at
    doi: str = ""
    language: str = ""  # BCP 47: id, en, …; empty when unclear
    confidence: Confidence = "low"
    title_basis: TitleBasis = ""
    title_id: str = ""  # our description in Indonesian, where the title is a description

    @property
    def year(self) -> str:
        """The first four characters of the date of issue, or nothing."""
        return self.issued[:4]


@dataclass(frozen=True, slots=True)
class Citation:
    """What one footnote (or one source inside it) refers to, and by which rule we know.

    `points_to` is the number of the note directly meant, `target` the number of the note that
    holds the full source, `target_part` the ordinal (from 1) of that source inside its note when
    the note holds several. `candidates` lists note numbers when the reference is ambiguous.
    """

    number: int
    kind: Kind
    text: str
    points_to: int | None = None
    target: int | None = None
    target_part: int | None = None
    candidates: tuple[int, ...] = ()
    locator: str = ""
    source: Source | None = None
    rule: str = ""
    problems: tuple[Problem, ...] = ()
    parts: tuple[Citation, ...] = ()

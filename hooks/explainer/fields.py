"""A full reference turned into CSL fields: only words that are printed, and how sure we are.

The clearest marks are read first (addresses, access dates, quotation marks, brackets, "Vol.",
"Place: Publisher"), each cut out of the text, so that guesses are made only about the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .addresses import Address, read_address
from .dates import find_date, take_access
from .details import Details
from .gazetteer import periodical
from .heads import Head
from .imprint import read_details
from .kinds import article_type, is_report, is_thesis, is_versus, shape_of
from .languages import language_of
from .model import Confidence, Source
from .openings import Opening, read_opening
from .persons import People, is_institution, read_people

_ROLE_TAIL = re.compile(
    r"^[,\s]*\(?(?:eds?|editors?|peny\w*|penyunting)(?!\w)\.?\)?[,.:]?\s+", re.IGNORECASE
)
_I = re.IGNORECASE
_LONGEST = 6000
_LAW_YEAR = re.compile(
    r"(?:\b(?:[Tt]ahun|[Tt]hn\.?|[Tt]h\.?|of|Act|Dasar)\s|\()((?:1[5-9]|20)\d\d)\b|"
    r"(?<=[/-])((?:19|20)\d\d)\b"
)
_UNIVERSITY = re.compile(
    r"(?:Universit\w+|Institut\w*|UIN|IAIN|STAIN|Sekolah Tinggi|[A-Z][\w ]{2,40} University|"
    r"University)(?!\w)[^,;()\ue001.]*"
)
_UNIVERSITY_BEFORE = re.compile(
    r"(?:[A-Z][\w’'-]+\s){1,4}University(?:\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?)?|"
    r"University\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?|London School of Economics"
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is known before the type is decided."""

    address: Address
    accessed: str
    opening: Opening
    people: People
    details: Details

    @property
    def head(self) -> Head:
        """Author, title and remainder."""
        return self.opening.head

    @property
    def body(self) -> str:
        """The reference without addresses, access dates and lead-in words."""
        return self.opening.body


def read_source(text: str, emphasised: tuple[str, ...] = ()) -> Source:
    """The CSL fields of one full reference, as far as its marks and words show them."""
    address = read_address(_shortened(text))
    accessed, rest = take_access(address.rest)
    opening = read_opening(rest, emphasised)
    details = _details(opening, emphasised)
    details.container = details.container or opening.site
    people = _people(opening.head, opening.body)
    return _source(text, _Parts(address, accessed, opening, people, details))


def _shortened(text: str) -> str:
    """At most a few thousand characters, whole words: no reference is longer."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0]


def _people(head: Head, body: str) -> People:
    title = language_of(head.title)
    people = read_people(
        head.author,
        haji=title == "id" or (not title and language_of(body) == "id"),
        inverted=bool(head.year),
    )
    behind = body[body.find(head.author) + len(head.author) :] if head.author else ""
    if people.names and not people.editors and _ROLE_TAIL.match(behind):
        return People(people.names, people.et_al, editors=True)
    return people


# --- rest -----------------------------------------------------------------------------------------


def _details(opening: Opening, emphasised: tuple[str, ...]) -> Details:
    head, body = opening.head, opening.body
    rest = _ROLE_TAIL.sub("", head.rest)
    near = tuple(e for e in emphasised if e in rest and e not in head.title)
    english = language_of(body) == "en"
    details = read_details(rest, near, quoted=opening.quoted, day_first=not english)
    if not details.issued or head.year:
        details.issued = _year_before(head, body, day_first=not english) or details.issued
    return details


def _year_before(head: Head, body: str, *, day_first: bool) -> str:
    """The date between author and title: "(2020, March 5)"."""
    start = body.find(head.author) + len(head.author) if head.author else 0
    end = body.find(head.title, start) if head.title else start
    found = find_date(body[start : max(start, end)], day_first=day_first)
    return found.edtf if found else head.year[:4]


# --- the source -----------------------------------------------------------------------------------


def _source(text: str, parts: _Parts) -> Source:
    parts = _news_author(parts)
    kind = _type(parts)
    details, head = parts.details, parts.head
    law = kind in {"legislation", "legal_case", "treaty"}
    thesis = _university(parts.body) if kind == "thesis" else ""
    book = kind in {"book", "thesis", "report"}
    edited = parts.people.editors
    return Source(
        text=text,
        type=kind,
        authors=() if edited or is_versus(parts.body) else parts.people.names,
        editors=parts.people.names if edited else details.editors,
        et_al=parts.people.et_al or details.people.et_al,
        title=head.title,
        container=""
        if kind in {"interview", "thesis", "report"} or (law and not details.volume)
        else details.container,
        volume=details.volume,
        issue="" if law or book else details.issue,
        issued=_law_date(head.title, details.issued) if law else details.issued,
        accessed=parts.accessed,
        pages="" if book else details.pages,
        publisher=thesis or ("" if law or kind == "interview" else details.publisher),
        place=details.place,
        url=parts.address.url,
        quote=parts.address.quote,
        doi=parts.address.doi,
        language=language_of(head.title, details.container),
        confidence=_confidence(parts),
    )


def _news_author(parts: _Parts) -> _Parts:
    """A newspaper or site that stands where the author should is the container."""
    names, details = parts.people.names, parts.details
    if len(names) != 1 or not names[0].literal or details.container or details.publisher:
        return parts
    literal = names[0].literal
    if not (
        periodical(literal) or re.fullmatch(r"[\w.-]+\.(?:com|org|net|id|tv|news)", literal, _I)
    ):
        return parts
    details.container = literal
    return replace(parts, people=People())


def _type(parts: _Parts) -> str:
    """The CSL type, from the clearest evidence to the weakest."""
    details, title = parts.details, parts.head.title
    outside = parts.body.replace(title, " ", 1) if title else parts.body
    numbered = bool(details.volume or details.issue or details.pages)
    if parts.opening.shape:
        return parts.opening.shape
    if is_thesis(outside):
        return "thesis"
    if details.chapter and not (details.volume or details.issue or periodical(details.container)):
        return shape_of(details.container) if "roceeding" in details.container else "chapter"
    if (
        is_report(outside)
        and any(n.literal for n in parts.people.names)
        and not periodical(details.container)
    ):
        return "report"
    if (details.container and not details.publisher) or (numbered and details.container):
        exact = len(details.issued) > 7
        return shape_of(outside) or article_type(
            details.container, numbered=numbered, exact_date=exact, online=bool(parts.address.url)
        )
    return _standalone(parts, outside)


def _standalone(parts: _Parts, outside: str) -> str:
    details, title = parts.details, parts.head.title
    told = shape_of(outside) or (shape_of(title) if not details.publisher else "")
    if told:
        return told
    by_institution = any(n.literal for n in parts.people.names) or not parts.people.names
    if is_report(outside) or (is_report(title) and by_institution):
        return "report"
    if details.publisher or details.place:
        return "book"
    if parts.address.url:
        return "webpage"
    return "book" if title and details.issued and parts.people.names else "document"


def _university(body: str) -> str:
    """The university of a thesis, without its faculty."""
    match = _UNIVERSITY_BEFORE.search(body) or _UNIVERSITY.search(body)
    return match[0].strip(" .") if match else ""


def _law_date(title: str, issued: str) -> str:
    """The year in the name of a law or case, unless a full date of that year is printed."""
    match = _LAW_YEAR.search(title)
    year = (match[1] or match[2]) if match else ""
    return year if year and not issued.startswith(year) else issued


def _confidence(parts: _Parts) -> Confidence:
    details, head = parts.details, parts.head
    named = bool(parts.people.names or details.container or is_institution(head.author))
    if not head.title or not (
        named or details.publisher or parts.address.url or parts.opening.shape
    ):
        return "low"
    if head.sure and named and details.issued:
        return "high"
    return "medium"

"""Every message about a footnote: code, severity, cause and next step in one table.

The adapter adds the page; nothing else in the package words a message about citations.
"""

from __future__ import annotations

from collections.abc import Iterable

from .model import Problem, Severity
from .text import shorten

CODES: dict[str, tuple[Severity, str, str]] = {
    "first-note-ibid": (
        "error",
        "refers to the note before, but this is the first note",
        "give the source in full",
    ),
    "source-outside": (
        "error",
        "refers to a note that is not on this page",
        "give the source in full here",
    ),
    "ambiguous-ibid": (
        "error",
        "follows a note with several sources ({detail})",
        "name the author, or give the source in full",
    ),
    "ambiguous-reference": (
        "error",
        "matches {count} sources (notes {detail})",
        "name the title or the year",
    ),
    "unresolved-reference": (
        "error",
        "names no source of an earlier note",
        "check the spelling, or give the source in full",
    ),
    "name-mismatch": (
        "error",
        "names another source than {detail}",
        "check the number, or give the source in full",
    ),
    "forward-reference": (
        "error",
        "points to note {detail}, which comes later",
        "give the source in full here, and refer back to it there",
    ),
    "self-reference": ("error", "points to itself", "check the number of the note"),
    "unknown-note": (
        "error",
        "points to note {detail}, which does not exist",
        "check the number of the note",
    ),
    "broken-chain": (
        "error",
        "refers to note {detail}, whose own reference could not be resolved",
        "mend note {detail} first, or give the source in full here",
    ),
    "ibid-after-comment": (
        "warning",
        "follows note {detail}, in which no source was recognised",
        "name the author, or give the source in full",
    ),
    "over-comment": (
        "info",
        "was taken past the comment in note {detail} to the last source before it",
        "name the author if another source is meant",
    ),
    "ibid-expected": (
        "info",
        "repeats the source of the note directly before",
        "many handbooks write Ibid. here",
    ),
    "loccit-with-page": (
        "info",
        "gives a page after Loc. Cit., which already means the same page",
        "many handbooks write Op. Cit. with a page",
    ),
    "unparsed-note": (
        "info",
        "was read as a source, but neither author nor title could be told apart",
        "add an entry to docs/_data/sources.yml if the note should be exported",
    ),
    "unsafe-address": (
        "error",
        "holds an address that is not http, https or doi ({detail})",
        "use the public web address of the source",
    ),
    "unused-note": (
        "warning",
        "is defined but no text refers to it",
        "add its marker to the text, or delete the note",
    ),
    "missing-note": (
        "error",
        "is a marker without a note",
        "write the note as [^{detail}]: …, or delete the marker",
    ),
}
"""code -> (severity, cause, next step); `{detail}` and `{count}` are filled in."""


def report(code: str, number: int, quote: str, detail: str = "", count: int = 0) -> Problem:
    """The Problem of this code about note `number`; raises KeyError for an unknown code."""
    severity, cause, remedy = CODES[code]
    return Problem(
        code,
        severity,
        "",
        f"footnote {number}" if number else "text",
        shorten(quote),
        cause.format(detail=detail, count=count),
        remedy.format(detail=detail, count=count),
    )


def listed(numbers: Iterable[int]) -> str:
    """Note numbers for a message: "1, 3, 7"."""
    return ", ".join(str(n) for n in numbers)

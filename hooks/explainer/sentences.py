"""The sentence around a stretch of text, cut so that abbreviations and initials do not end it."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"‘'(\[]*[A-ZÀ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:hlm|hal|dkk|dll|dsb|no|vol|jil|dr|prof|mis|lih|bdk|cf|ed|eds|pp?|mr|mrs|st|al|vs)"
    r"|\b[A-Z]|\b[A-Za-z](?:\.[A-Za-z])+)\.$"
)
_SPACED = re.compile(r"\s+([.,;:!?…)\]”])")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds text[start:end] begins and ends."""
    first, last = 0, len(text)
    for found in _END.finditer(text):
        stop = found.start() + 1
        if _ABBREVIATION.search(text[max(0, stop - 12) : stop]):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.end()
            break
    return first, last


def tidy(text: str) -> str:
    """Text on one line; a space left before a full stop by something taken out is gone."""
    return _SPACED.sub(r"\1", " ".join(text.split()))

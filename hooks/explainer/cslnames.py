"""The names that CSL 1.0.2 has for types and for the variables we use."""

from __future__ import annotations

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter "
    "classic collection dataset document entry entry-dictionary entry-encyclopedia event figure "
    "graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song "
    "speech standard thesis treaty webpage"
).split()

DATES = ("issued", "accessed", "original-date")
"""Variables that hold a date."""

ROLES = ("author", "editor", "translator")
"""Variables that hold names."""

TEXTS = (
    "title original-title container-title collection-title collection-number volume issue page "
    "number genre edition publisher publisher-place authority archive archive_location ISBN ISSN "
    "note"
).split()
"""Variables that hold text of any kind."""

VARIABLES = frozenset(["id", "type", "DOI", "URL", "language", *TEXTS, *DATES, *ROLES])
"""All variables that a work may have in sources.yml."""

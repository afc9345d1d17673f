"""The schools that sort the glossary: id -> name in both languages, in the order of the index."""

from __future__ import annotations

SCHOOLS: dict[str, dict[str, str]] = {
    "realism": {"id": "Realisme", "en": "Realism"},
    "security-studies": {"id": "Kajian keamanan", "en": "Security studies"},
    "rational-choice": {
        "id": "Pilihan rasional dan teori permainan",
        "en": "Rational choice and game theory",
    },
    "liberalism": {"id": "Liberalisme", "en": "Liberalism"},
    "constructivism": {"id": "Konstruktivisme", "en": "Constructivism"},
    "law-and-norms": {"id": "Hukum dan norma internasional", "en": "International law and norms"},
    "foreign-policy": {"id": "Analisis kebijakan luar negeri", "en": "Foreign policy analysis"},
    "case": {"id": "Kasus Rusia–DPRK", "en": "The Russia–DPRK case"},
}
"""Each id is also the anchor of its school on the index page."""


def school_name(school: str, language: str) -> str:
    """The name of a school; the id itself when it is none of ours."""
    return SCHOOLS.get(school, {}).get(language, school)

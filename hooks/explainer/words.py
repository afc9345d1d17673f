"""The few words our own markup needs, in both languages; templates hold the rest."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "id": {
        "notes": "Catatan kaki",
        "notes-id": "catatan-kaki",
        "note": "Catatan kaki {n}",
        "note-short": "Catatan kaki {n}",
        "preview": "Pratinjau catatan kaki {n}",
        "again": "Pratinjau catatan kaki {n}, penyebutan ke-{k}",
        "close": "Tutup",
        "in-list": "Lihat di daftar catatan",
        "source": "Sumber lengkap",
        "trail": "Ditelusuri lewat",
        "trail-note": "catatan {n}",
        "footnote": "catatan kaki {n}",
        "annotation": "catatan {n}",
        "quote": "Kata-kata yang ditunjuk penulis",
        "added": "Kami tambahkan",
        "unresolved": "Sumbernya tidak dapat dipastikan",
        "candidates": "Kemungkinannya:",
        "points": "Menunjuk ke",
        "back-label": "Kembali dari catatan {n} ke {place}",
        "paragraph": "paragraf {p}",
        "section": "bagian “{heading}”",
        "event": "peristiwa: {title}",
        "top": "teks",
        "occurrence": "{place} ({k})",
        "and": "dan",
        "et-al": "dkk.",
        "open": "“",
        "shut": "”",
        "volume": "jilid {v}",
        "issue": "no. {i}",
    },
    "en": {
        "notes": "Footnotes",
        "notes-id": "footnotes",
        "note": "Footnote {n}",
        "note-short": "Footnote {n}",
        "preview": "Preview of footnote {n}",
        "again": "Preview of footnote {n}, mention {k}",
        "close": "Close",
        "in-list": "See it in the list of notes",
        "source": "Full source",
        "trail": "Traced through",
        "trail-note": "note {n}",
        "footnote": "footnote {n}",
        "annotation": "note {n}",
        "quote": "The words the author pointed at",
        "added": "We add",
        "unresolved": "Its source can’t be told for certain",
        "candidates": "It may be:",
        "points": "Points to",
        "back-label": "Back from note {n} to {place}",
        "paragraph": "paragraph {p}",
        "section": "section “{heading}”",
        "event": "event: {title}",
        "top": "the text",
        "occurrence": "{place} ({k})",
        "and": "and",
        "et-al": "et al.",
        "open": "“",
        "shut": "”",
        "volume": "vol. {v}",
        "issue": "no. {i}",
    },
}
"""language -> key -> words, some with places to fill."""

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
"""language -> the names of the twelve months, with spaces between them."""


def date_words(edtf: str, language: str) -> str:
    """An EDTF day, month or year in words: "15 Agustus 2022", "August 2022", "2022"."""
    parts = edtf.split("-")
    if len(parts) == 1 or not all(p.isdigit() for p in parts):
        return edtf
    month = MONTHS[language].split()[int(parts[1]) - 1]
    day = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*day, month, parts[0]])

"""The few words that books add, in both languages."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "id": {
        "contents": "Daftar isi",
        "glossary": "Glosarium",
        "title": "Judul",
        "subtitle": "Satu artikel Indonesia tentang Rusia dan Korea Utara, dengan catatan",
        "made": (
            "Buku ini memuat seluruh teks situs. Yang hanya berguna di layar, seperti penyaring "
            "dan tombol, ditinggalkan. Versi terbarunya ada di"
        ),
        "summary": (
            "Artikel tentang Rusia dan Korea Utara, dua bahasa, dengan catatan kaki yang "
            "ditelusuri, pemeriksaan klaim, glosarium, linimasa, dan daftar rujukan."
        ),
        "hazard": "Struktur lengkap, daftar isi, dan teks alternatif; tanpa suara dan gerak.",
    },
    "en": {
        "contents": "Contents",
        "glossary": "Glossary",
        "title": "Title",
        "subtitle": "One Indonesian article on Russia and North Korea, annotated",
        "made": (
            "This book holds the whole text of the site. What serves only on a screen, such as "
            "filters and buttons, is left out. The newest version stands at"
        ),
        "summary": (
            "An article on Russia and North Korea in two languages, with traced footnotes, a fact "
            "check, a glossary, a timeline and a list of references."
        ),
        "hazard": "Full structure, contents and text alternatives; no sound and no motion.",
    },
}
"""language -> key -> words."""

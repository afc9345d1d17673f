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
        "notes": "Catatan kami",
        "marks": (
            "Angka dalam kurung siku pada teks menunjuk catatan ini. Angka tanpa kurung menunjuk "
            "catatan kaki penulis."
        ),
        "back": "Kembali ke teks",
        "online": "Bagian ini dapat dimainkan di situs:",
        "map": "Petanya ada di situs:",
        "rights": (
            "Hak atas teks artikel ada pada penulis dan penerbitnya. Bagian buatan kami: CC BY 4.0."
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
        "notes": "Our notes",
        "marks": (
            "Numbers in square brackets in the text refer to these notes. Numbers without brackets "
            "refer to the author’s footnotes."
        ),
        "back": "Back to the text",
        "online": "This part can be played on the site:",
        "map": "The map stands on the site:",
        "rights": (
            "The article belongs to its author and publisher. What we have added: CC BY 4.0."
        ),
        "hazard": "Full structure, contents and text alternatives; no sound and no motion.",
    },
}
"""language -> key -> words."""

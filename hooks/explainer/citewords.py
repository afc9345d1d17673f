"""The words of citations and of the sections that offer them, in both languages."""

from __future__ import annotations

from .words import MONTHS

STYLE: dict[str, dict[str, str]] = {
    "id": {
        "order": "dmy",
        "quote-comma": "”,",
        "in": "dalam {part}",
        "on": "catatan atas {part}",
        "in-work": "dalam ",
        "In": "Dalam",
        "par": "par. {n}",
        "accessed": "diakses",
        "today": "[tanggal akses]",
        "translation": "terjemahan dari",
        "n.d.": "t.t.",
        "Retrieved": "Diakses",
        "from": ", dari ",
        "first": "(Karya asli terbit {year})",
        "langid": "indonesian",
    },
    "en": {
        "order": "mdy",
        "quote-comma": ",”",
        "in": "in {part}",
        "on": "note on {part}",
        "in-work": "in ",
        "In": "In",
        "par": "para. {n}",
        "accessed": "accessed",
        "today": "[date of access]",
        "translation": "translation of",
        "n.d.": "n.d.",
        "Retrieved": "Retrieved",
        "from": ", from ",
        "first": "(Original work published {year})",
        "langid": "english",
    },
}
"""What citations themselves say; `order` is that of day and month in Chicago and APA."""

CITE: dict[str, dict[str, str]] = {
    "id": {
        "term": "Kutip entri ini",
        "term-id": "kutip-entri-ini",
        "article": "Kutip artikel ini",
        "article-id": "kutip-artikel-ini",
        "page": "Kutip halaman ini",
        "page-id": "kutip-halaman-ini",
        "short": "Kutip",
        "note": "Catatan kaki",
        "chicago": "Catatan kaki, gaya Chicago",
        "apa": "Daftar pustaka, gaya APA",
        "files": "BibTeX dan RIS",
        "get": "Unduh {name}",
        "copy": "Salin",
        "copied": "Disalin",
        "months": MONTHS["id"],
        "failed": "Tidak tersalin. Teksnya sudah dipilih; salinlah sendiri.",
        "day": "Tanggal akses ialah hari Anda membuka halaman ini.",
        "fill-in": "Ganti “[tanggal akses]” dengan hari itu.",
        "faculty": "Bila pedoman fakultas Anda lain, ikuti pedoman itu.",
        "unnamed": (
            "Nama penulis dan alamat artikel di {site} tidak ada dalam bahan yang kami terima. "
            "Karena itu, sitasi dibuka dengan judul dan menunjuk salinan di situs ini."
        ),
        "published": "Artikelnya, terbit di {site}",
        "edition": "Halaman ini, dengan catatan kami",
        "translated": "Terjemahan ini",
        "paragraphs": "Kutip satu paragraf",
        "paragraph": "Paragraf {n}",
        "file": "kutipan",
    },
    "en": {
        "term": "Cite this entry",
        "term-id": "cite-this-entry",
        "article": "Cite this article",
        "article-id": "cite-this-article",
        "page": "Cite this page",
        "page-id": "cite-this-page",
        "short": "Cite",
        "note": "Footnote, Indonesian style",
        "chicago": "Note, Chicago style",
        "apa": "List of references, APA style",
        "files": "BibTeX and RIS",
        "get": "Download {name}",
        "copy": "Copy",
        "copied": "Copied",
        "months": MONTHS["en"],
        "failed": "Not copied. The text is selected; copy it yourself.",
        "day": "The date of access is the day on which you open this page.",
        "fill-in": "Replace “[date of access]” with that day.",
        "faculty": "Where your faculty’s guide differs, follow the guide.",
        "unnamed": (
            "The author’s name and the article’s address at {site} were not in the material we "
            "were given. So citations open with the title and point to the copy on this site."
        ),
        "published": "The original, published at {site}",
        "edition": "This page, with our notes",
        "translated": "This translation",
        "paragraphs": "Cite one paragraph",
        "paragraph": "Paragraph {n}",
        "file": "citation",
    },
}
"""What the section says; `<kind>` and `<kind>-id` are its heading and address."""

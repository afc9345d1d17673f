"""The section of a page that offers files, and what it says below the glossary's index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from .citing import Section
from .glossarydata import FORMATS, LICENCE
from .glosswords import GLOSS
from .terms import Glossary

WORDS = {
    "id": {
        "CSV": "tabel untuk program lembar kerja, UTF-8 tanpa BOM",
        "SKOS (Turtle)": "untuk program tesaurus dan data tertaut",
        "JSON": "untuk program sendiri",
        "JSON Schema": "susunan berkas JSON itu",
        "get": "Unduh glosarium",
        "get-id": "unduh-glosarium",
        "all": "Semua istilah dalam dua bahasa, dengan definisi, hubungan, dan alamat tiap entri:",
        "licence": (
            'Teks kami boleh dipakai menurut <a rel="license" href="{url}">CC&nbsp;BY&nbsp;4.0</a>'
            ": sebutkan situs ini dan alamat entrinya."
        ),
    },
    "en": {
        "CSV": "a table for spreadsheets, UTF-8 without a byte order mark",
        "SKOS (Turtle)": "for thesaurus programs and linked data",
        "JSON": "for programs of your own",
        "JSON Schema": "how that JSON file is built",
        "get": "Download the glossary",
        "get-id": "download-the-glossary",
        "all": "All terms in both languages, with definitions, relations and the address of each:",
        "licence": (
            'Our texts may be used under <a rel="license" href="{url}">CC&nbsp;BY&nbsp;4.0</a>'
            ": name this site and the address of the entry."
        ),
    },
}


def downloads_section(path: str, glossary: Glossary, link: Callable[[str], str]) -> Section | None:
    """What the index of the glossary gets; `link` leads from it to a file of the site."""
    for language, words in GLOSS.items():
        if words["index"] == path and glossary.terms:
            return offered(WORDS[language], FORMATS, link)
    return None


def offered(
    words: Mapping[str, str], files: Mapping[str, str], link: Callable[[str], str]
) -> Section:
    """Files under a heading; `words` says what each format is for, and names the licence."""
    anchor = words["get-id"]
    items = "".join(
        f'<li><a href="{escape(link(path))}" download>{name}</a>: {words[name]}</li>'
        for name, path in files.items()
    )
    html = (
        f'<section class="ex-downloads" aria-labelledby="{anchor}" data-search-exclude>\n'
        f'<h2 id="{anchor}">{words["get"]}</h2>\n'
        f"<p>{words['all']}</p>\n<ul>{items}</ul>\n"
        f"<p>{words['licence'].format(url=escape(LICENCE))}</p>\n</section>"
    )
    return Section(words["get"], anchor, html)

"""How to cite an entry, and where to download them all: sections below entries and indexes.

Entries carry no date, so none is given: whoever cites one adds the day of reading it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from .glossarydata import FORMATS, LICENCE
from .glossexport import Address
from .glosswords import GLOSS
from .terms import Face, Glossary

WORDS = {
    "id": {
        "title": "Kutip entri ini",
        "id": "kutip-entri-ini",
        "hint": "Entri ini tidak bertanggal: tambahkan “diakses” dan tanggal Anda membacanya.",
        "note": "Catatan kaki",
        "apa": "Daftar pustaka, seperti APA",
        "files": "BibTeX dan RIS",
        "in-note": "“{name}”, dalam <cite>{site}</cite>, {url}.",
        "in-apa": "{name}. (t.t.). Dalam <cite>{site}</cite>. {url}",
        "langid": "indonesian",
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
        "title": "Cite this entry",
        "id": "cite-this-entry",
        "hint": "The entry carries no date: add “accessed” and the day on which you read it.",
        "note": "Footnote",
        "apa": "List of works, much as in APA",
        "files": "BibTeX and RIS",
        "in-note": "“{name}”, in <cite>{site}</cite>, {url}.",
        "in-apa": "{name}. (n.d.). In <cite>{site}</cite>. {url}",
        "langid": "english",
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

_END = re.compile(r'<section class="ex-(?:notes|previews)\b')
_BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    mark: f"\\{mark}" for mark in "&%$#_{}"
}


@dataclass(frozen=True, slots=True)
class Section:
    """A section to be added below the text of a page: its heading, and all of it as HTML."""

    title: str
    id: str
    html: str

    def below(self, page: str) -> str:
        """The page with the section behind its text and works, before notes and previews."""
        end = _END.search(page)
        at = end.start() if end else len(page)
        return f"{page[:at]}{self.html}\n{page[at:]}"


def section(
    path: str,
    glossary: Glossary,
    names: Mapping[str, str],
    address: Address,
    link: Callable[[str], str],
) -> Section | None:
    """What a page of the glossary gets; `link` leads from it to a file of the site."""
    term = glossary.by_path.get(path)
    for language, words in GLOSS.items():
        face = term.faces.get(language) if term else None
        if term and face and face.path == path:
            return _cite(term.id, face, language, names[language], address(path))
        if words["index"] == path and glossary.terms:
            return _downloads(language, link)
    return None


def _cite(term_id: str, face: Face, language: str, site: str, url: str) -> Section:
    words = WORDS[language]
    texts = {key: escape(text) for key, text in (("name", face.name), ("site", site), ("url", url))}
    shown = "".join(
        f"<dt>{words[key]}</dt><dd>{words[f'in-{key}'].format(**texts)}</dd>"
        for key in ("note", "apa")
    )
    files = {
        "BibTeX": bibtex(term_id, face.name, site, url, language),
        "RIS": ris(face.name, site, url, language),
    }
    blocks = "".join(
        f'<pre tabindex="0" role="region" aria-label="{name}"><code>{escape(file)}</code></pre>'
        for name, file in files.items()
    )
    body = (
        f"<p>{words['hint']}</p>\n"
        f'<dl class="ex-citing__styles">{shown}</dl>\n'
        f"<details><summary>{words['files']}</summary>{blocks}</details>"
    )
    return _section("ex-citing", words["title"], words["id"], body)


def bibtex(term_id: str, name: str, site: str, url: str, language: str) -> str:
    """The entry as BibTeX, with a key that stays."""
    fields = {
        "title": f"{{{_tex(name)}}}",
        "howpublished": _tex(site),
        "url": url,
        "langid": WORDS[language]["langid"],
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items())
    return f"@misc{{{term_id}-{language},\n{lines}}}\n"


def _tex(text: str) -> str:
    return "".join(_BIBTEX.get(mark, mark) for mark in text)


def ris(name: str, site: str, url: str, language: str) -> str:
    """The entry as RIS: an article of a dictionary."""
    fields = ("TY", "DICT"), ("TI", name), ("T2", site), ("LA", language), ("UR", url), ("ER", "")
    return "".join(f"{tag}  - {value}\n" for tag, value in fields)


def _downloads(language: str, link: Callable[[str], str]) -> Section:
    words = WORDS[language]
    items = "".join(
        f'<li><a href="{escape(link(path))}" download>{name}</a>: {words[name]}</li>'
        for name, path in FORMATS.items()
    )
    body = (
        f"<p>{words['all']}</p>\n<ul>{items}</ul>\n"
        f"<p>{words['licence'].format(url=escape(LICENCE))}</p>"
    )
    return _section("ex-downloads", words["get"], words["get-id"], body)


def _section(name: str, title: str, anchor: str, body: str) -> Section:
    html = (
        f'<section class="{name}" aria-labelledby="{anchor}" data-search-exclude>\n'
        f'<h2 id="{anchor}">{title}</h2>\n{body}\n</section>'
    )
    return Section(title, anchor, html)

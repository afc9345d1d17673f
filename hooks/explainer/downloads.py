"""The files of data that anyone may take: each module names its own in a `Download`.

The about pages ask for the list with `<div class="ex-downloads-all"></div>`; it is filled once all
pages are read, since some files hold what the pages say. Sizes and checksums are those of the
files as written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape

PLACE = '<div class="ex-downloads-all"></div>'


@dataclass(frozen=True, slots=True)
class Download:
    """One file: its path in the site, its title by language, its format, schema and licence."""

    path: str
    title: dict[str, str]
    format: str  # a key of LOADING: JSON, CSV …
    schema: str = ""  # the path of its schema
    licence: str = ""  # the address of its licence; empty where the note says whose it is
    rights: str = "mixed"  # the key of that note


WORDS = {
    "id": {
        "schema": "Skema",
        "licence": "Lisensi",
        "size": "{kb} kB",
        "load": "Cara memuat",
        "sum": "SHA-256",
        "code": "Kode {name}",
        "large": "{mb} MB",
        "book": "artikel milik penulis dan penerbitnya; bagian kami CC BY 4.0",
        "mixed": "struktur data: CC BY 4.0; kata-kata catatan milik penulisnya",
        "by": "CC BY 4.0",
    },
    "en": {
        "schema": "Schema",
        "licence": "Licence",
        "size": "{kb} kB",
        "load": "How to load it",
        "sum": "SHA-256",
        "code": "{name} code",
        "large": "{mb} MB",
        "book": "the article belongs to its author and publisher; our parts CC BY 4.0",
        "mixed": "structure of the data: CC BY 4.0; the words of the notes belong to their author",
        "by": "CC BY 4.0",
    },
}

_OPEN = 'urllib.request.urlopen("{url}")'
_JSON = (f"import json, urllib.request\ndata = json.load({_OPEN})", 'data <- fromJSON("{url}")')
_BIBTEX = "import urllib.request\nfrom pybtex.database import parse_string\n"
LOADING: dict[str, tuple[str, str]] = {
    "JSON": (_JSON[0], f"library(jsonlite)\n{_JSON[1]}"),
    "CSL-JSON": (_JSON[0], f"library(jsonlite)\n{_JSON[1]}"),
    "JSON-LD": (_JSON[0], f"library(jsonlite)\n{_JSON[1]}"),
    "TimelineJS": (_JSON[0], f"library(jsonlite)\n{_JSON[1]}"),
    "CSV": (
        'import pandas\ndata = pandas.read_csv("{url}")',
        'data <- read.csv("{url}", encoding = "UTF-8")',
    ),
    "BibTeX": (
        f"{_BIBTEX}data = parse_string({_OPEN}.read().decode(), 'bibtex')",
        'library(bib2df)\ndata <- bib2df("{url}")',
    ),
    "RIS": (
        f"import rispy, urllib.request\ndata = rispy.loads({_OPEN}.read().decode())",
        'library(synthesisr)\ndownload.file("{url}", "{name}")\ndata <- read_refs("{name}")',
    ),
    "SKOS (Turtle)": (
        'from rdflib import Graph\ndata = Graph().parse("{url}", format="turtle")',
        'library(rdflib)\ndata <- rdf_parse("{url}", format = "turtle")',
    ),
    "ICS": (
        f"import icalendar, urllib.request\ndata = icalendar.Calendar.from_ical({_OPEN}.read())",
        'library(calendar)\ndata <- ic_read("{url}")',
    ),
}
"""Format -> how to load it in Python and in R."""


def downloads_html(
    files: Iterable[Download],
    contents: Mapping[str, str | bytes],
    language: str,
    link: Callable[[str], str],
    address: Callable[[str], str],
) -> str:
    """The list of files; those that this build did not make are left out."""
    made = [file for file in files if file.path in contents]
    items = [_item(file, contents[file.path], language, link, address) for file in made]
    return f'<ul class="ex-files">\n{"".join(items)}</ul>' if items else ""


def _item(
    file: Download,
    content: str | bytes,
    language: str,
    link: Callable[[str], str],
    address: Callable[[str], str],
) -> str:
    words = WORDS[language]
    data = content.encode("utf-8") if isinstance(content, str) else content
    name = escape(file.path.rpartition("/")[2])
    facts = [f"{escape(file.format)}, {_size(len(data), language)}", _licence(file, words)]
    if file.schema:
        facts.insert(1, f'<a href="{escape(link(file.schema))}" download>{words["schema"]}</a>')
    digest = f"<dt>{words['sum']}</dt><dd><code>{sha256(data).hexdigest()}</code></dd>"
    loading = _loading(file, words, address(file.path), name)
    more = f"{words['load']}, {words['sum']}" if loading else words["sum"]
    return (
        f'<li class="ex-files__item"><p class="ex-files__title">{escape(file.title[language])}: '
        f'<a href="{escape(link(file.path))}" download>{name}</a></p>\n'
        f'<p class="ex-files__facts">{" · ".join(facts)}</p>\n'
        f"<details><summary>{more}</summary>\n"
        f'<dl class="ex-files__more">{loading}{digest}</dl></details></li>\n'
    )


def _size(count: int, language: str) -> str:
    words = WORDS[language]
    if count < 1_000_000:
        return words["size"].format(kb=max(1, round(count / 1000)))
    number = f"{count / 1e6:.1f}"
    return words["large"].format(mb=number.replace(".", ",") if language == "id" else number)


def _licence(file: Download, words: Mapping[str, str]) -> str:
    if not file.licence:
        return words[file.rights]
    return f'<a rel="license" href="{escape(file.licence)}">{words["by"]}</a>'


def _loading(file: Download, words: Mapping[str, str], url: str, name: str) -> str:
    """Lines for Python and R."""
    lines = dict(zip(("Python", "R"), LOADING.get(file.format, ()), strict=False))
    return "".join(
        f'<dt>{program}</dt><dd><pre tabindex="0" role="region" '
        f'aria-label="{words["code"].format(name=program)}: {name}">'
        f"<code>{escape(line.format(url=url, name=name), quote=False)}</code></pre></dd>"
        for program, line in lines.items()
    )

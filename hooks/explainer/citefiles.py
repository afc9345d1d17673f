"""Citations of our own pages as BibTeX and RIS: files for reference managers.

Classic BibTeX has no type for web pages: `misc` with `howpublished` is what every style prints.
RIS: `DICT` is an entry of a dictionary, `ELEC` a web page.

An entry of a page (an annotation, an event) has small files of its own, which keep the page light:
its citations as text, and both formats. The text names the addresses of the other two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .bilingual import folder_of, language_of
from .citable import STYLES, Citable, part_of, plain
from .citewords import CITE, STYLE

FORMATS = {"BibTeX": "bib", "RIS": "ris"}
"""Name of a format -> end of its files."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    mark: f"\\{mark}" for mark in "&%$#_{}"
}
_RIS_TYPES = {"term": "DICT"}


def file_of(cited: Iterable[Citable], name: str) -> str:
    """All of them in one file of a format."""
    write = {"BibTeX": bibtex, "RIS": ris}[name]
    return "\n".join(write(one) for one in cited)


# --- the files of one entry ----------------------------------------------------------------------

TEXT = "text"
_ENDS = {TEXT: "txt", **FORMATS}
_FOLDERS = {"id": "unduh/kutip", "en": "unduh/cite"}


def entry_name(page: str, entry_id: str) -> str:
    """The name of an entry among all entries of the site, also its key in BibTeX."""
    name = page.removeprefix(folder_of(language_of(page))).removesuffix(".md")
    return f"{name.replace('/', '-')}-{entry_id}"


def entry_paths(page: str, entry_id: str) -> dict[str, str]:
    """Name of a format -> where an entry of a page lies in it: unduh/kutip/artikel-surat.txt."""
    return _paths(entry_name(page, entry_id), language_of(page))


def entry_files(cited: Citable, full: Callable[[str], str], when: str = "") -> dict[str, str]:
    """Path -> content of the files of an entry; its id is its `entry_name`.

    `when` is the day of an event, in words. The text begins with a byte order mark: a browser that
    is told no encoding reads it rightly.
    """
    paths = _paths(cited.id, cited.language)
    text = _text(cited, when, {name: full(paths[name]) for name in FORMATS})
    return {paths[TEXT]: text} | {paths[name]: file_of([cited], name) for name in FORMATS}


def _paths(name: str, language: str) -> dict[str, str]:
    return {form: f"{_FOLDERS[language]}/{name}.{end}" for form, end in _ENDS.items()}


def _text(cited: Citable, when: str, others: dict[str, str]) -> str:
    """What it is and where, its citation in every style, ready to copy, and the other formats."""
    words = CITE[cited.language]
    head = "\n".join(filter(None, (cited.title, when, cited.url)))
    styles = (f"{words[name]}:\n{plain(write(cited))}" for name, write in STYLES.items())
    hints = f"{words['faculty']} {words['day']} {words['fill-in']}"
    links = "\n".join(f"{name}: {address}" for name, address in others.items())
    return "\ufeff" + "\n\n".join([head, *styles, hints, links]) + "\n"


# --- formats --------------------------------------------------------------------------------------


def bibtex(cited: Citable) -> str:
    """One record of BibTeX, with a key that stays; the title keeps its capitals."""
    year, _, rest = cited.issued.partition("-")
    month = _MONTHS[int(rest[:2]) - 1] if rest else ""
    fields = {
        "author": f"{{{{{_tex(cited.author)}}}}}" if cited.author else "",
        "title": f"{{{{{_tex(cited.title)}}}}}",
        "howpublished": f"{{{_tex(cited.site)}}}",
        "year": f"{{{year}}}" if year else "",
        "month": month,  # a word of BibTeX's own: no braces
        "day": f"{{{int(rest[3:])}}}" if len(rest) == 5 else "",
        "note": f"{{{_tex(_note(cited))}}}" if _note(cited) else "",
        "url": f"{{{cited.url}}}",
        "langid": f"{{{STYLE[cited.title_language or cited.language]['langid']}}}",
    }
    lines = "".join(f"  {key} = {value},\n" for key, value in fields.items() if value)
    return f"@misc{{{cited.id},\n{lines}}}\n"


def ris(cited: Citable) -> str:
    """One record of RIS."""
    fields = (
        ("TY", _RIS_TYPES.get(cited.kind, "ELEC")),
        ("AU", cited.author),
        ("TI", cited.title),
        ("T2", cited.site),
        ("PY", cited.issued[:4]),
        ("DA", cited.issued.replace("-", "/")),
        ("N1", _note(cited)),
        ("LA", cited.title_language or cited.language),
        ("UR", cited.url),
    )
    lines = "".join(f"{tag}  - {value}\n" for tag, value in fields if value)
    return f"{lines}ER  - \n"


def _note(cited: Citable) -> str:
    """What a translation was made from, what a note is on, where an event stands."""
    original, words = cited.original, STYLE[cited.language]
    if not original:
        part = part_of(cited)
        return part[:1].upper() + part[1:]
    where = ", ".join(part for part in (original.site, original.published) if part)
    return f"{words['translation'].capitalize()} “{original.title}” ({where})"


def _tex(text: str) -> str:
    return "".join(_TEX.get(mark, mark) for mark in text)

"""Citations of our own pages as BibTeX and RIS: files for reference managers.

Classic BibTeX has no type for web pages: `misc` with `howpublished` is what every style prints.
RIS: `DICT` is an entry of a dictionary, `ELEC` a web page.

An entry of a page (an annotation, an event) has small files of its own, which keep the page light:
its citations as text, and both formats. The text names the addresses of the other two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .bilingual import folder_of, language_of
from .citable import STYLES, Citable, plain
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

_FOLDERS = {"id": "unduh/kutip", "en": "unduh/cite"}


def entry_name(page: str, entry_id: str) -> str:
    """The name of an entry among all entries of the site, also its key in BibTeX."""
    name = page.removeprefix(folder_of(language_of(page))).removesuffix(".md")
    return f"{name.replace('/', '-')}-{entry_id}"


def entry_file(page: str, entry_id: str) -> str:
    """Where the citations of an entry of a page lie: unduh/kutip/artikel-surat.txt."""
    return _path(entry_name(page, entry_id), language_of(page), "txt")


def entry_files(cited: Citable, full: Callable[[str], str]) -> dict[str, str]:
    """Path -> content of the files of an entry; its id is its `entry_name`."""
    paths = {name: _path(cited.id, cited.language, end) for name, end in FORMATS.items()}
    text = _text(cited, {name: full(path) for name, path in paths.items()})
    made = {paths[name]: file_of([cited], name) for name in FORMATS}
    return {_path(cited.id, cited.language, "txt"): text} | made


def _path(name: str, language: str, end: str) -> str:
    return f"{_FOLDERS[language]}/{name}.{end}"


def _text(cited: Citable, others: dict[str, str]) -> str:
    """The citation in every style, ready to copy, and where the formats are."""
    words = CITE[cited.language]
    styles = [f"{words[name]}:\n{plain(write(cited))}\n" for name, write in STYLES.items()]
    links = [f"{name}: {address}\n" for name, address in others.items()]
    hint = f"{words['day']} {words['fill-in']}\n"
    return "\n".join([*styles, hint, "".join(links)])


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
    """What a translation was made from."""
    original, words = cited.original, STYLE[cited.language]
    if not original:
        return ""
    where = ", ".join(part for part in (original.site, original.published) if part)
    return f"{words['translation'].capitalize()} “{original.title}” ({where})"


def _tex(text: str) -> str:
    return "".join(_TEX.get(mark, mark) for mark in text)

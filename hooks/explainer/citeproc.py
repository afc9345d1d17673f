"""References by a CSL processor: pandoc's, in one run for each language.

Why pandoc: of the processors that pip installs, it alone printed our list rightly. On the 416
works of sources.yml, `citeproc-py` 0.11.1 needed 17 s a language for Chicago's style where pandoc
3.9 needs 1 s, cut given names to initials, printed containers twice and a lone "Edisi" behind
newspapers. Pandoc keeps languages marked inside a reference, and two runs give the same bytes.
Its price is one program of 160 MB in `.venv` (35 MB to fetch).

The works go in as pandoc's own document (JSON), so no title is ever read as Markdown.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import pypandoc  # type: ignore[import-untyped]

from .cslitem import Item, Phrase, quotations, typeset
from .cslstyle import LOCALES, adapted
from .reftext import BARE

Node: TypeAlias = dict[str, Any]
"""An element of pandoc's document: `t` its name, `c` its content."""

_API = [1, 23]
_STYLE = "style.csl"


def references(items: Mapping[str, Sequence[Item]]) -> dict[str, dict[str, list[Node]]]:
    """Language -> id of a work -> its reference as pandoc's inline elements."""
    documents = tuple(_document(works, language) for language, works in items.items())
    answers = zip(items, _answers(documents), strict=True)
    return {language: dict(_entries(json.loads(text))) for language, text in answers}


@lru_cache(maxsize=8)
def _answers(documents: tuple[str, ...]) -> list[str]:
    """What pandoc makes of documents; kept, since `serve` builds the same list again and again."""
    with TemporaryDirectory() as folder:
        Path(folder, _STYLE).write_text(_style(), "utf-8")
        with ThreadPoolExecutor() as pool:  # the work is done in other programs
            return list(pool.map(partial(_format, folder=folder), documents))


@lru_cache(maxsize=1)
def _style() -> str:
    return adapted(_pandoc(["--print-default-data-file", "default.csl"]))


def _format(document: str, folder: str) -> str:
    return _pandoc(["--from", "json", "--to", "json", "--citeproc"], document, folder)


def _pandoc(options: list[str], document: str = "", folder: str | None = None) -> str:
    command = [pypandoc.get_pandoc_path(), *options]
    done = subprocess.run(  # noqa: S603  our own options, no shell
        command, input=document.encode(), capture_output=True, check=False, cwd=folder
    )
    if done.returncode or done.stderr:
        message = f"pandoc {' '.join(options)}: {done.stderr.decode('utf-8', 'replace').strip()}"
        raise RuntimeError(message)
    return done.stdout.decode("utf-8")


# --- what goes in ---------------------------------------------------------------------------------


def _document(works: Sequence[Item], language: str) -> str:
    every = {"citationId": "*", "citationPrefix": [], "citationSuffix": [], "citationNoteNum": 0}
    cite = {**every, "citationHash": 0, "citationMode": {"t": "NormalCitation"}}
    meta = {
        "lang": _inlines(LOCALES[language]),
        "csl": _inlines(_STYLE),
        "nocite": {"t": "MetaInlines", "c": [{"t": "Cite", "c": [[cite], []]}]},
        "references": {"t": "MetaList", "c": [_meta(work) for work in works]},
    }
    return json.dumps({"pandoc-api-version": _API, "meta": meta, "blocks": []})


def _meta(value: object) -> Node:
    """A value as pandoc's metadata."""
    if isinstance(value, Mapping):
        return {"t": "MetaMap", "c": {key: _meta(part) for key, part in value.items()}}
    if isinstance(value, list):
        return {"t": "MetaList", "c": [_meta(part) for part in value]}
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    if isinstance(value, Phrase):
        classes = ["nocase", BARE] if value.is_bare else ["nocase"]
        span = [["", classes, [["lang", value.lang]] if value.lang else []], _words(value.text)]
        return {"t": "MetaInlines", "c": [{"t": "Span", "c": span}]}
    return _inlines(str(value))


def _inlines(text: str) -> Node:
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}


def _words(text: str) -> list[Node]:
    """Words with quotations as such, so that the style can turn them inside quotation marks."""
    made: list[Node] = []
    for part, is_quoted in quotations(typeset(text)):
        inner = [{"t": "Str", "c": part}]
        made += [{"t": "Quoted", "c": [{"t": "DoubleQuote"}, inner]}] if is_quoted else inner
    return made


# --- what comes out -------------------------------------------------------------------------------


def _entries(document: Node) -> Iterator[tuple[str, list[Node]]]:
    """The entries of the list that pandoc made."""
    (listed,) = [block for block in document["blocks"] if block["t"] == "Div"]
    for entry in listed["c"][1]:
        (paragraph,) = entry["c"][1]
        yield entry["c"][0][0].removeprefix("ref-"), paragraph["c"]

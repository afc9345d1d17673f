"""How to cite a page, an entry or a part of a page: ready texts below it, and a folded form.

For one of many things on a page, such as an event or an annotation, put this where it belongs:
`cite_folded(Citable("event", id, title, address, language, site, part=title_of_the_page))`.

The day of reading can't be known when the site is built: a script fills it in and shows the
buttons that copy (docs/assets/js/copy.js). Without script the texts hold a place for it, and a
sentence says so. `copy.js` finds its words in `data-` attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from .citable import STYLES, Citable, html, note
from .citefiles import FORMATS, file_of
from .citewords import CITE

_END = re.compile(r'<section class="ex-(?:notes|previews)\b')
_PREVIEWS = re.compile(r'<section class="ex-previews\b')


@dataclass(frozen=True, slots=True)
class Section:
    """A section to be added below the text of a page: its heading, and all of it as HTML."""

    title: str
    id: str
    html: str
    last: bool = False  # behind the notes too

    def below(self, page: str) -> str:
        """The page with the section behind its text and works, before notes and previews."""
        end = (_PREVIEWS if self.last else _END).search(page)
        at = end.start() if end else len(page)
        return f"{page[:at]}{self.html}\n{page[at:]}"


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to cite, under a heading of its own where a page offers several."""

    cited: Citable
    heading: str = ""


def cite_section(
    kind: str,
    blocks: Sequence[Block],
    files: Mapping[str, str] | None = None,
    paragraphs: Sequence[str] = (),
    remark: str = "",
) -> Section:
    """The section below a page; `files` maps a format to where its file is."""
    words = CITE[blocks[0].cited.language]
    first, *others = blocks
    body = [
        *([f"<p>{escape(remark)}</p>"] if remark else []),
        f"<p>{words['faculty']} {words['day']}{_hint(words)}</p>",
        _heading(first) + _styles(first.cited),
        *(_fold(escape(block.heading), _styles(block.cited)) for block in others),
        _paragraphs(first.cited, paragraphs) if paragraphs else "",
        _files([block.cited for block in blocks], files or {}),
    ]
    name = kind if kind in words else "page"
    title, anchor = words[name], words[f"{name}-id"]
    made = (
        f'<section class="ex-citing" aria-labelledby="{anchor}" data-search-exclude{_says(words)}>'
        f'\n<h2 id="{anchor}">{title}</h2>\n{"".join(body)}{_status()}\n</section>'
    )
    return Section(title, anchor, made, last=kind == "article")


def cite_folded(cited: Citable) -> str:
    """One footnote to copy, folded: for things of which a page holds many."""
    words = CITE[cited.language]
    return (
        f'<details class="ex-citing ex-citing--folded" data-search-exclude{_says(words)}>'
        f'<summary>{words["short"]}<span class="ex-vh"> {escape(cited.title)}</span></summary>'
        f'<div class="ex-citing__one"><p class="ex-copied">{html(note(cited))}</p>'
        f"<p>{_button(words['note'], words)}{_hint(words)}</p></div>{_status()}</details>"
    )


def _heading(block: Block) -> str:
    return f"<h3>{escape(block.heading)}</h3>\n" if block.heading else ""


def _styles(cited: Citable) -> str:
    words = CITE[cited.language]
    lines = ((words[name], html(write(cited))) for name, write in STYLES.items())
    return _texts(lines, words)


def _paragraphs(cited: Citable, numbers: Sequence[str]) -> str:
    words = CITE[cited.language]
    lines = ((words["paragraph"].format(n=n), html(note(cited.at(n)))) for n in numbers)
    return _fold(words["paragraphs"], _texts(lines, words))


def _texts(lines: Iterable[tuple[str, str]], words: Mapping[str, str]) -> str:
    """Named texts, each with the button that copies it."""
    items = "".join(
        f'<div class="ex-citing__one"><dt>{name} {_button(name, words)}</dt>'
        f'<dd class="ex-copied">{text}</dd></div>'
        for name, text in lines
    )
    return f'<dl class="ex-citing__texts">{items}</dl>\n'


def _files(cited: Sequence[Citable], files: Mapping[str, str]) -> str:
    """The records themselves, and links to the same as files."""
    words, blocks = CITE[cited[0].language], ""
    for name in FORMATS:
        text = f"<code>{escape(file_of(cited, name))}</code>"
        link = _link(files.get(name, ""), words["get"].format(name=name))
        blocks += (
            f'<div class="ex-citing__one">'
            f'<pre class="ex-copied" tabindex="0" role="region" aria-label="{name}">{text}</pre>'
            f"<p>{_button(name, words)} {link}</p></div>"
        )
    return _fold(words["files"], blocks)


def _fold(summary: str, inside: str) -> str:
    return f'<details class="ex-more"><summary>{summary}</summary>{inside}</details>\n'


def _link(href: str, said: str) -> str:
    if not href:
        return ""
    return f'<a class="ex-citing__get" href="{escape(href)}" download>{escape(said)}</a>'


def _button(name: str, words: Mapping[str, str]) -> str:
    """Hidden until the script runs: only a script can copy."""
    more = f'<span class="ex-vh"> {escape(name)}</span>'
    said = f'<span class="ex-copy__word">{words["copy"]}</span>{more}'
    return f'<button class="ex-copy" type="button" hidden>{said}</button>'


def _hint(words: Mapping[str, str]) -> str:
    """What a reader must do without script; the script takes it away."""
    return f' <span class="ex-today-hint">{words["fill-in"]}</span>'


def _says(words: Mapping[str, str]) -> str:
    """What the script says, and the months with which it writes the day."""
    return "".join(f' data-{name}="{words[name]}"' for name in ("copied", "failed", "months"))


def _status() -> str:
    return '<span class="ex-vh" role="status"></span>'

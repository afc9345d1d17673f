"""One thing of this site that can be cited, and its citation in three styles.

| style | rule | from |
|---|---|---|
| note | Name, “Title”, *Site*, day, address, accessed day | Indonesian guides: dosenbahasa.com (catatan kaki dari internet), lenggokmedia.com (the same) |
| note | a paragraph before the address | our own, since web pages have no pages |
| Chicago | “Title,” site, day, address; *Work*, s.v. “Entry,” accessed day, address | CMOS 17, 14.206–207 and 14.233; a day of access where no date is known |
| Chicago | “Title,” in “Page,” site …; “Title,” note on “Article,” site … | CMOS 17, 14.206: a part of a page is named with its page |
| APA | *Title*. (date). Site. address | APA 7, 10.16: no author, so the title comes first, in sentence case |
| APA | Entry. (n.d.). In *Work*. Retrieved day, from address | APA 7, 10.3: an undated work that may change |
| APA | Title [Note on “Work”]. (n.d.). Site. | APA 7, 9.21: a kind of work out of the ordinary is told in brackets |
| APA | (Original work published year) | APA 7, 9.39 to 9.41 |

In Indonesian the marks stand as EYD V has them: the comma behind the closing quotation mark.
"""  # noqa: E501  a table

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Literal, TypeAlias

from .citewords import STYLE
from .printed import Run
from .text import inside_quotes
from .words import date_words

Kind: TypeAlias = Literal["article", "page", "term", "event", "annotation"]
"""What it is; entries (terms, events, annotations) stand in a work, pages on a site."""

_ENTRIES = ("term", "event", "annotation")
TODAY = {"dmy": "today-dmy", "mdy": "today-mdy"}
"""Order of a date -> mark of the run that a script fills with the day of reading."""


@dataclass(frozen=True, slots=True)
class Original:
    """What a translation was made from: its title, its language, where and when it appeared."""

    title: str
    language: str
    site: str
    published: str = ""  # EDTF


@dataclass(frozen=True, slots=True)
class Citable:
    """A page, an entry or a part of a page, as a reader of this language would cite it."""

    kind: Kind
    id: str  # stays: the key in BibTeX
    title: str
    url: str
    language: str  # of the page on which the citation stands
    site: str
    issued: str = ""  # EDTF; empty for what carries no date
    author: str = ""  # in reading order
    part: str = ""  # the page of an event or annotation
    sentence: str = ""  # the title in sentence case
    title_language: str = ""  # when it is another one
    original: Original | None = None
    paragraph: str = ""

    def at(self, number: str) -> Citable:
        """The same, down to one of its paragraphs."""
        return replace(self, url=f"{self.url}#p-{number}", paragraph=number)


def note(cited: Citable) -> list[Run]:
    """The footnote as Indonesian faculties ask for it."""
    words = STYLE[cited.language]
    title = Run(inside_quotes(cited.title), "", "", cited.title_language)
    parts: list[list[Run]] = [[Run(cited.author)]] if cited.author else []
    parts.append([Run("“"), title, Run("”")])
    parts += [_translated(cited)] if cited.original else []
    parts += [[Run(part_of(cited))]] if cited.part else []
    inside = [Run(words["in-work"])] if cited.kind == "term" else []
    parts.append([*inside, Run(cited.site, "cite")])
    parts += [[Run(_day(cited.issued, cited.language, "dmy"))]] if cited.issued else []
    parts += [[Run(words["par"].format(n=cited.paragraph))]] if cited.paragraph else []
    parts += [[Run(cited.url)], [Run(f"{words['accessed']} "), _today(cited, "dmy")]]
    return [*_joined(parts, ", "), Run(".")]


def chicago(cited: Citable) -> list[Run]:
    """The note of the Chicago Manual of Style."""
    words = STYLE[cited.language]
    end, order = words["quote-comma"], words["order"]
    read = [Run(f"{words['accessed']} "), _today(cited, order), Run(", ")]
    if cited.kind == "term":
        entry = Run(f", s.v. “{inside_quotes(cited.title)}{end} ")
        return [Run(cited.site, "cite"), entry, *read, Run(f"{cited.url}.")]
    title = Run(inside_quotes(cited.title), "", "", cited.title_language)
    head = [Run(f"{cited.author}, ")] if cited.author else []
    body = [Run("“"), title, Run(f"{end} {cited.site}, ")]
    if cited.part:
        body = [Run("“"), title, Run(f"{end} {part_of(cited, end)} {cited.site}, ")]
    if cited.original:
        body += [*_translated(cited, order), Run(", ")]
    day = [Run(f"{_day(cited.issued, cited.language, order)}, ")] if cited.issued else read
    return [*head, *body, *day, Run(f"{cited.url}.")]


def apa(cited: Citable) -> list[Run]:
    """The entry in a list of references after APA."""
    words = STYLE[cited.language]
    date = _apa_date(cited.issued, cited.language) or words["n.d."]
    title = cited.sentence or cited.title
    entry = cited.kind in _ENTRIES
    named = Run(title, "" if entry else "cite", "", cited.title_language)
    what = f" [{_capital(part_of(cited))}]" if cited.kind == "annotation" else ""
    head = [named, Run(f"{what}. ")]
    first = [Run(cited.author.rstrip(".") + ". ")] if cited.author else head
    runs = [*first, Run(f"({date}). "), *(head if cited.author else [])]
    if entry and cited.kind != "annotation":
        runs += [Run(f"{words['In']} "), Run(cited.part or cited.site, "cite"), Run(". ")]
    if cited.part or not entry:
        runs.append(Run(f"{cited.site}. "))
    if cited.issued:
        return [*runs, Run(cited.url)]
    retrieved = [Run(f"{words['Retrieved']} "), _today(cited, words["order"]), Run(words["from"])]
    return [*runs, *retrieved, Run(cited.url), *_first_published(cited)]


STYLES = {"note": note, "chicago": chicago, "apa": apa}
"""Name of a style -> what writes a citation in it, in printed order."""


def plain(runs: list[Run]) -> str:
    """Runs as text without marks."""
    return "".join(run.text for run in runs)


def html(runs: list[Run]) -> str:
    """Runs as HTML; the day of reading is a place that a script may fill."""
    return "".join(_html(run) for run in runs)


def _html(run: Run) -> str:
    text = escape(run.text)
    if run.tag in TODAY.values():
        order = run.tag.removeprefix("today-")
        return f'<span class="ex-today" data-order="{order}">{text}</span>'
    lang = f' lang="{escape(run.lang)}"' if run.lang else ""
    if run.tag or lang:
        tag = run.tag or "span"
        return f"<{tag}{lang}>{text}</{tag}>"
    return text


def part_of(cited: Citable, end: str = "”") -> str:
    """What an event stands in, or what a note is on; empty for a whole page."""
    words = STYLE[cited.language]["on" if cited.kind == "annotation" else "in"]
    return words.format(part=f"“{inside_quotes(cited.part)}{end}") if cited.part else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- pieces ---------------------------------------------------------------------------------------


def _joined(parts: list[list[Run]], between: str) -> Iterator[Run]:
    for n, part in enumerate(parts):
        if n:
            yield Run(between)
        yield from part


def _today(cited: Citable, order: str) -> Run:
    return Run(STYLE[cited.language]["today"], TODAY[order])


def _translated(cited: Citable, order: str = "dmy") -> list[Run]:
    """That it is a translation, and of what."""
    original = cited.original
    if not original:
        return []
    day = _day(original.published, cited.language, order)
    where = f" ({', '.join(part for part in (original.site, day) if part)})"
    lang = original.language if original.language != cited.language else ""
    opening = Run(f"{STYLE[cited.language]['translation']} “")
    return [opening, Run(inside_quotes(original.title), "", "", lang), Run(f"”{where}")]


def _first_published(cited: Citable) -> list[Run]:
    year = cited.original.published[:4] if cited.original else ""
    return [Run(f" {STYLE[cited.language]['first'].format(year=year)}")] if year else []


def _day(edtf: str, language: str, order: str) -> str:
    """A day in words: "30 August 2022", or month first: "August 30, 2022"."""
    text = date_words(edtf, language)
    parts = text.split(" ")
    return f"{parts[1]} {parts[0]}, {parts[2]}" if order == "mdy" and len(parts) == 3 else text


def _apa_date(edtf: str, language: str) -> str:
    """The year first: "2022, August 30" or, in Indonesian, "2022, 30 Agustus"."""
    *day, year = date_words(edtf, language).split(" ")
    if STYLE[language]["order"] == "mdy":
        day.reverse()
    return f"{year}, {' '.join(day)}" if day else year

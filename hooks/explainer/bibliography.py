"""A work in an author-date style: its short label in the text and its entry in a list.

The interface is small on purpose (`label`, `entry_runs`, `sort_key`): a CSL processor can stand
behind it one day. What `sources.yml` marks as not verified never gets this far.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .model import Name, Source
from .printed import Run, address, bracketed, described, title_lang
from .text import STOP, fold
from .words import WORDS, date_words

_TERMS: dict[str, dict[str, str]] = {
    "id": {"editor": "peny.", "editors": "peny.", "et-al": "dkk.", "and": "dan"},
    "en": {"editor": "ed.", "editors": "eds", "et-al": "et al.", "and": "and"},
}
_BY_CONTAINER = ("article-newspaper", "article-magazine", "webpage", "post-weblog", "post")
"""Unsigned pieces of these types are known by where they appeared."""

_DATED = ("article-newspaper", "webpage", "post-weblog", "post", "speech", "legislation", "treaty")
"""Types whose day matters: it stands at the end of the entry."""

_QUOTED = ("article", "chapter", "entry", "post", "webpage")
"""Types (or how they begin) whose titles stand in quotation marks even without a container."""

_SHORT = 4  # words of a title that stand for the whole


# --- in the text ----------------------------------------------------------------------------------


def label(source: Source, language: str, suffix: str = "") -> list[Run]:
    """What the text prints: "Waltz 1979"; without a year Snidal, “Relative Gains”."""
    who = who_words(source, language)
    if who and source.year:
        return [Run(f"{who} {source.year}{suffix}")]
    title = Run(short_title(described(source, language)), "", "", title_lang(source, language))
    words = WORDS[language]
    marks = ("[", "]") if source.title_basis else (words["open"], words["shut"])
    quoted = [Run(marks[0]), title, Run(marks[1])]
    before = [Run(f"{who}, ")] if who else []
    after = [Run(f" {source.year}{suffix}")] if source.year else []
    return [*before, *quoted, *after]


def year_of(source: Source, language: str, suffix: str = "") -> list[Run]:
    """The label without its author, for a sentence that names the author itself."""
    who = who_words(source, language)
    runs = label(source, language, suffix)
    if not who:
        return runs
    first = runs[0].text.removeprefix(who).lstrip(", ")
    return [Run(first), *runs[1:]] if first else runs[1:]


def who_words(source: Source, language: str) -> str:
    """The family names of up to two authors or editors, else the first and "et al."."""
    names = [n.family or n.literal for n in source.authors or source.editors]
    words = _TERMS[language]
    if not names:
        return source.container if source.type in _BY_CONTAINER else ""
    if len(names) > 2 or (source.et_al and names):
        return f"{names[0]} {words['et-al']}"
    return f" {words['and']} ".join(names)


def short_title(title: str) -> str:
    """The first words of a title, up to its colon, not ending on a small word."""
    words = title.partition(":")[0].split()
    if len(words) <= _SHORT + 1:
        return " ".join(words)
    telling = [k for k, word in enumerate(words) if fold(word) not in STOP]
    kept = words[: max([_SHORT, *(k + 1 for k in telling[:2])])]
    while len(kept) > 1 and fold(kept[-1]) in STOP:
        kept.pop()
    return " ".join(kept).rstrip(",;")


def suffixes(sources: Mapping[str, Source], language: str) -> dict[str, str]:
    """The letters "a", "b" … by key, for works that would otherwise share a label."""
    groups: dict[str, list[str]] = {}
    for key in sorted(sources, key=lambda k: sort_key(sources[k], language)):
        text = "".join(run.text for run in label(sources[key], language))
        groups.setdefault(text if sources[key].year else key, []).append(key)
    return {
        key: chr(ord("a") + n)
        for keys in groups.values()
        if len(keys) > 1
        for n, key in enumerate(keys)
    }


# --- in a list ------------------------------------------------------------------------------------


def sort_key(source: Source, language: str) -> tuple[str, str, str]:
    """Lists run by author or what stands for one, then year, then title."""
    return (
        fold(_people(source, language) or source.title),
        source.issued,
        fold(source.title),
    )


def entry_runs(source: Source, language: str, suffix: str = "") -> list[Run]:
    """One entry: who. year. title. where it appeared. DOI or address."""
    who = _people(source, language)
    year = [Run(f"{source.year}{suffix}.")] if source.year else []
    title = _title(source, language)
    head = [[Run(_stopped(who))], year, title] if who else [title, year]
    parts = [part for part in (*head, _where(source, language), _link(source)) if part]
    return [run for part in parts for run in (*part, Run(" "))][:-1]


def _people(source: Source, language: str) -> str:
    """All names, the first one by its family name; editors say that they are editors."""
    names: Sequence[Name] = source.authors or source.editors
    if not names:
        return source.container if source.type in _BY_CONTAINER else ""
    words = _TERMS[language]
    first, rest = _inverted(names[0]), [_reading(name) for name in names[1:]]
    parts = [first, *rest]
    if source.et_al:
        text = f"{', '.join(parts)}, {words['et-al']}"
    elif len(parts) > 2:
        text = f"{', '.join(parts[:-1])}, {words['and']} {parts[-1]}"
    else:
        text = f" {words['and']} ".join(parts) if "," not in first else _pair(parts, words["and"])
    if source.authors:
        return text
    return f"{text}, {words['editors' if len(names) > 1 else 'editor']}"


def _pair(parts: list[str], word: str) -> str:
    return f", {word} ".join(parts)


def _reading(name: Name) -> str:
    """A name in reading order, "Jr." at its end."""
    given, comma, suffix = name.given.partition(", ")
    return Name(name.family, given, name.literal).full + comma + suffix


def _inverted(name: Name) -> str:
    return ", ".join(part for part in (name.family, name.given) if part) or name.literal


def _title(source: Source, language: str) -> list[Run]:
    foreign = _foreign(source, language)
    stop = "" if source.title[-1:] in "?!." else "."
    if not source.title:
        return []
    if source.title_basis:
        return [Run(bracketed(source, language), "", "", title_lang(source, language)), Run(stop)]
    if source.type == "book" or not (source.container or source.type.startswith(_QUOTED)):
        return [Run(source.title, "cite", "", foreign), Run(stop)]
    words = WORDS[language]
    return [Run(words["open"]), Run(source.title, "", "", foreign), Run(words["shut"] + stop)]


def _where(source: Source, language: str) -> list[Run]:
    """Container, volume, issue, pages; or place and publisher; with the day where days matter."""
    day = date_words(source.issued, language)
    dated = f", {day}" if source.type in _DATED and len(source.issued) > 4 else ""
    if not source.container or source.type == "book":
        press = ": ".join(part for part in (source.place, source.publisher) if part)
        return [Run(f"{_stopped(press + dated)}")] if press else []
    unsigned = not (source.authors or source.editors) and source.type in _BY_CONTAINER
    numbers = _numbers(source)
    if unsigned:  # its name stands first already
        return [Run(_stopped(day))] if dated else []
    container = Run(source.container, "cite", "", _foreign(source, language))
    return [container, Run(_stopped(f"{numbers}{dated}"))]


def _numbers(source: Source) -> str:
    volume = f" {source.volume}" if source.volume else ""
    issue = f" ({source.issue})" if source.issue else ""
    pages = source.pages.replace("-", "–")
    return f"{volume}{issue}" + (f": {pages}" if pages else "")


def _link(source: Source) -> list[Run]:
    href = address(source)
    if not href:
        return []
    host = href.split("/")[2].removeprefix("www.")
    return [Run(f"doi:{source.doi}" if source.doi else host, "", href), Run(".")]


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _foreign(source: Source, language: str) -> str:
    return source.language if source.language != language else ""

"""The works a page cites, listed at its end with ways back to every citing place.

A page that cites very many does not list them once more, if the site has a page of references:
its citations lead there, where every work stands with the same ways back.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from .bibliography import Bibliography
from .citekeys import Cited
from .elements import element, flag, from_run
from .words import WORDS

_WORDS = {
    "id": {
        "title": "Karya yang dirujuk",
        "id": "karya-yang-dirujuk",
        "key": "Karya kunci",
        "label": "Kembali dari {work} ke {place}",
        "folded": "Buka daftar {n} karya",
        "elsewhere": "Halaman ini mengutip {n} karya. Keterangan lengkapnya ada di ",
        "references": "daftar rujukan",
    },
    "en": {
        "title": "Works cited",
        "id": "works-cited",
        "key": "Key work",
        "label": "Back from {work} to {place}",
        "folded": "Open the list of {n} works",
        "elsewhere": "This page cites {n} works. Their full details are in the ",
        "references": "references",
    },
}

_LONGEST = 60  # works that are listed, and listed without a fold


def works_section(
    cited: Cited, language: str, works: Bibliography, key_works: Sequence[str] = ()
) -> Element | None:
    """The list of works, key works marked; None when the page names no work."""
    keys = {c.key for c in cited.citings} | {key for key in key_works if key in works.sources}
    if not keys:
        return None
    ordered = works.ordered(keys)
    items = [_item(key, cited, language, works, is_key=key in key_works) for key in ordered]
    listed = element("ul", {"class": "ex-works__list"}, *items)
    return _section(language, "doc-bibliography", _folded(listed, len(items), _WORDS[language]))


def is_long(cited: Cited) -> bool:
    """Whether a page cites more works than it should list."""
    return len({citing.key for citing in cited.citings}) > _LONGEST


def works_elsewhere(cited: Cited, language: str, page: str) -> Element:
    """What stands for the list of works when it is left to the page of references."""
    words = _WORDS[language]
    count = len({citing.key for citing in cited.citings})
    link = element("a", {"href": page}, words["references"])
    told = element("p", {}, words["elsewhere"].format(n=count), link, ".")
    return _section(language, "", told)


def _section(language: str, role: str, content: Element) -> Element:
    words = _WORDS[language]
    named = {"class": "ex-works", "aria-labelledby": words["id"]}
    heading = element("h2", {"id": words["id"]}, words["title"])
    files = element("p", {"class": "ex-works__files"})  # filled once all pages are read
    return element("section", named | ({"role": role} if role else {}), heading, content, files)


def _folded(listed: Element, count: int, words: dict[str, str]) -> Element:
    """A long list under a summary; browsers open it for a link that leads into it."""
    if count <= _LONGEST:
        return listed
    summary = element("summary", {}, words["folded"].format(n=count))
    return element("details", {"class": "ex-works__fold"}, summary, listed)


def _item(key: str, cited: Cited, language: str, works: Bibliography, *, is_key: bool) -> Element:
    mark = element("span", {"class": "ex-works__key"}, _WORDS[language]["key"])
    content: list[Element | str] = [from_run(run) for run in works.entry(key, language)]
    content += [" ", mark] if is_key else []
    entry = element("p", {"class": "ex-works__entry"}, *content)
    back = _back(key, works.name(key, language), cited, language)
    return element("li", {"id": f"ref-{key}", "class": "ex-works__item"}, entry, *back)


def _back(key: str, work: str, cited: Cited, language: str) -> list[Element]:
    """One link for each citing place; places of one name are told apart by their ordinal."""
    citings = [c for c in cited.citings if c.key == key]
    names = [c.place for c in citings]
    links: list[Element | str] = []
    for k, citing in enumerate(citings):
        ordinal = names[: k + 1].count(citing.place)
        many = WORDS[language]["occurrence"].format(place=citing.place, k=ordinal)
        name = many if names.count(citing.place) > 1 else citing.place
        said = _WORDS[language]["label"].format(work=work, place=name)
        attributes = {"role": "doc-backlink", "href": f"#{citing.id}", "aria-label": said}
        links += [element("a", attributes, f"↩\ufe0e {name}"), " "]
    made = element("p", {"class": "ex-works__back"}, *links[:-1])
    return [flag(made, "data-search-exclude")] if links else []


def add_works(root: Element, section: Element) -> None:
    """Put the list at the end of the page: before its footnotes, unless they follow an article."""
    behind = {"ex-notes", "ex-previews", "ex-preview"}
    before = ""
    for place, child in enumerate(root):
        classes = child.get("class", "")
        belongs = "ex-notes" in classes.split() and "ex-article" in before.split()
        if set(classes.split()) & behind and not belongs:
            root.insert(place, section)
            return
        before = classes
    root.append(section)

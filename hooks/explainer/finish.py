"""What happens to the built site before readers get it; one page at a time, its text untouched.

Each page carries the style rules that it uses, since a style sheet of its own would cost a slow
network one more round trip before anything is drawn. Scripts and fonts get names that change with
their content. Links to other sites say so, and a policy forbids everything that is not ours.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from .hashednames import hashed_names
from .markup import (
    attributes,
    each_tag,
    in_order,
    pieces,
    start_tag,
    tag_name,
    with_attribute,
)
from .offline import ERRORS
from .policy import headers_file, policy, redirects_file
from .stylecut import Rule, cut, parse

_GIVEN = re.compile(r"""(?<![.#\w-])(?<!getElementById\(["'])[\w-]+""")
_NAMES = re.compile(r"""\b(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))""")
_URL = re.compile(r"url\(([^)\"']+)\)")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MARGIN = re.compile(rb"^[ \t]*(?://.*)?\n|^[ \t]+", re.MULTILINE)
_CHARSET = re.compile(r"<meta charset=[^>]*>")
_RUN = ("", "module", "text/css", "text/javascript")
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)


SEARCH_RESULTS = frozenset(
    "<a <article <details <div <h1 <h2 <li <mark <nav <ol <p <summary <ul "
    "md-icon md-search-result__article md-search-result__icon md-search-result__item "
    "md-search-result__link md-search-result__more md-search-result__terms md-typeset".split()
)
"""What the program of the theme's search writes into the page: its elements and their classes."""


@dataclass(frozen=True, slots=True)
class Edition:
    """How the site will be read: over the network, from `mkdocs serve`, or from a folder."""

    url: str = "/"  # the full address of the site
    folders: tuple[str, ...] = ()  # those of the languages that are not the default one
    online: bool = True  # published: with a policy and what hosts need

    @property
    def base(self) -> str:
        """The path of the site below its host: "not found" pages lead from there."""
        return urlsplit(self.url).path or "/"


@dataclass(frozen=True)
class Assets:
    """The files that pages are made with: scripts, style sheets, and what they are renamed to."""

    files: Mapping[str, bytes]

    @cached_property
    def names(self) -> dict[str, str]:
        """The path of each file with a new name -> its new path."""
        return hashed_names(self.files)

    @cached_property
    def sheets(self) -> dict[str, tuple[Rule, ...]]:
        """Each style sheet, parsed."""
        sheets = {path: text for path, text in self.files.items() if path.endswith(".css")}
        return {path: parse(text.decode()) for path, text in sheets.items()}

    @cached_property
    def given(self) -> dict[str, frozenset[str]]:
        """The words of each script that may be names it gives, or elements it makes.

        A word behind a dot or a hash is looked for, not given, and so is one by `getElementById`.
        """
        scripts = {path: text for path, text in self.files.items() if path.endswith(".js")}
        return {path: given_by(text.decode()) for path, text in scripts.items()}


def given_by(script: str) -> frozenset[str]:
    """The names that a script may give to elements, and the elements that it may make."""
    words = set(_GIVEN.findall(script))
    return frozenset(words | {f"<{word}" for word in words})


def finish(folder: Path, edition: Edition) -> None:
    """Finish the site that was built into a folder."""
    assets = Assets({path: _lean(folder, path) for path in _asset_paths(folder)})
    for file in sorted(folder.rglob("*.html")):
        page = Page(file.relative_to(folder).as_posix(), assets, edition)
        file.write_text(page.finished(file.read_text("utf-8")), "utf-8", newline="\n")
    for path, name in assets.names.items():
        (folder / path).unlink()
        (folder / name).write_bytes(assets.files[path])
    for path in assets.sheets:
        (folder / path).unlink()
    if edition.online:
        (folder / "_headers").write_text(headers_file(), "utf-8")
        (folder / "_redirects").write_text(redirects_file(edition.folders), "utf-8")


def _lean(folder: Path, path: str) -> bytes:
    """A file as it is; a script of ours without lines of comment and without indentation.

    Nothing inside a line is touched: space in a template literal is text.
    """
    content = (folder / path).read_bytes()
    ours = path.startswith("assets/js/") and path.endswith(".js")
    return _MARGIN.sub(b"", content) if ours else content


def _asset_paths(folder: Path) -> list[str]:
    files = sorted(path for path in (folder / "assets").rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in files]


@dataclass(frozen=True)
class Page:
    """One page of the site on its way to the readers."""

    path: str
    assets: Assets
    edition: Edition

    @property
    def root(self) -> str:
        """How this page leads to the root of the site."""
        if posixpath.basename(self.path) in ERRORS:
            return self.edition.base
        return "../" * self.path.count("/") or "./"

    def finished(self, html: str) -> str:
        """The page as readers get it."""
        lean = collapse(each_tag(html, self._changed)).lstrip()
        known = self._known(html)
        styled = self._with_styles(lean, known)
        return self._with_policy(styled) if self.edition.online else styled

    def _changed(self, piece: str) -> str:
        change = CHANGES.get(tag_name(piece))
        return in_order(change(self, piece) if change else piece)

    def asset(self, reference: str) -> str:
        """The path inside the site of what a link in the head or a script leads to."""
        base = self.edition.base
        if reference.startswith(base) and self.root == base:
            return reference.removeprefix(base)
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), reference))

    def renamed(self, piece: str) -> str:
        """A script or a link with the new name of the file that it leads to."""
        found = attributes(piece)
        for name in ("href", "src"):
            new = self.assets.names.get(self.asset(found[name])) if name in found else None
            if new:
                return with_attribute(piece, name, self.root + new)
        return piece

    def _known(self, html: str) -> frozenset[str]:
        """The names of classes, ids and elements that this page and its scripts know."""
        own = {name for found in _NAMES.findall(html) for name in "".join(found).split()}
        tags = {f"<{tag_name(piece)}" for piece in pieces(html)}
        scripts = [attributes(piece) for piece in pieces(html) if tag_name(piece) == "script"]
        paths = {self.asset(tag.get("src") or "") for tag in scripts}
        given = (self.assets.given.get(path, frozenset()) for path in paths)
        search = SEARCH_RESULTS if "data-program=" in html else frozenset[str]()
        return frozenset(own | tags).union(search, *given)

    def _with_styles(self, html: str, known: frozenset[str]) -> str:
        """The page with its style sheets inside, where the first of them was asked for."""
        found = [piece for piece in pieces(html) if self._sheet(piece)]
        text = "".join(self._cut(self._sheet(piece), known) for piece in found)
        for piece in found[1:]:
            html = html.replace(piece, "", 1)
        return html.replace(found[0], f"<style>{text}</style>", 1) if found else html

    def _sheet(self, piece: str) -> str:
        if tag_name(piece) != "link" or attributes(piece).get("rel") != "stylesheet":
            return ""
        path = self.asset(attributes(piece).get("href", ""))
        return path if path in self.assets.sheets else ""

    def _cut(self, path: str, known: frozenset[str]) -> str:
        """What a page uses of one style sheet, its addresses seen from the page."""

        def seen_from_here(found: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))
            return f"url({self.root}{self.assets.names.get(target, target)})"

        return _URL.sub(seen_from_here, cut(self.assets.sheets[path], known))

    def _with_policy(self, html: str) -> str:
        """The page with its policy before anything that the policy is about."""
        styles, scripts = inline(html, "style"), inline(html, "script")
        tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(styles, scripts)}">'
        return _CHARSET.sub(lambda found: found[0] + tag, html, count=1)


def inline(html: str, name: str) -> list[str]:
    """The text of every style, or of every script that is run, in a page."""
    found = [(piece, attributes(piece)) for piece in pieces(html) if tag_name(piece) == name]
    run = [one for one, tag in found if "src" not in tag and tag.get("type", "") in _RUN]
    return [piece[len(start_tag(piece)) : piece.rindex("</")] for piece in run]


def marked(page: Page, piece: str) -> str:
    """A link that leads to another site says so; the other site gets no handle on ours."""
    found = attributes(piece)
    target = found.get("href", "")
    if not _ELSEWHERE.match(target) or target.startswith(page.edition.url):
        return piece
    tokens = dict.fromkeys([*found.get("rel", "").split(), "external", "noopener"])
    return with_attribute(piece, "rel", " ".join(tokens))


CHANGES: dict[str, Callable[[Page, str], str]] = {
    "a": marked,
    "link": Page.renamed,
    "script": Page.renamed,
}
"""Which tags are changed, and how."""


def collapse(html: str) -> str:
    """Every run of space as one, outside of what is shown as typed; never taken away whole."""
    out, preformatted = [], 0
    for piece in pieces(html):
        name = tag_name(piece)
        preformatted += {"pre": 1, "/pre": -1}.get(name, 0)
        is_text = not piece.startswith("<")
        out.append(_SPACE.sub(_one, piece) if is_text and not preformatted else piece)
    return "".join(out)


def _one(space: re.Match[str]) -> str:
    return "\n" if "\n" in space[0] else " "

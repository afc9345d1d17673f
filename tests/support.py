"""What the tests share: where things are, tables of cases, miniature sites, parsed pages."""

from __future__ import annotations

import logging
import subprocess
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from justhtml import JustHTML
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
EXPECTED = ROOT / "tests" / "expected"
SITE_URL = "https://explainer.example/rusia-dprk/"
BASE = "/rusia-dprk/"


def cases(name: str) -> list[Any]:
    """Parameters from `tests/cases/<name>.yml` or `tests/cases/<name>/*.yml`, one per `name:`.

    Use as `@pytest.mark.parametrize("case", cases("resolve"))`.
    """
    return [pytest.param(case, id=case_id) for case_id, case in _named_cases(name)]


def _named_cases(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    files = _case_files(name)
    for file in files:
        prefix = f"{file.stem}: " if len(files) > 1 else ""
        for case in yaml.safe_load(file.read_text("utf-8")):
            yield prefix + case["name"], case


def _case_files(name: str) -> list[Path]:
    single = CASES / f"{name}.yml"
    files = [single] if single.is_file() else sorted((CASES / name).glob("*.yml"))
    if not files:
        message = f"no cases: neither tests/cases/{name}.yml nor tests/cases/{name}/*.yml exists"
        raise FileNotFoundError(message)
    return files


@dataclass(frozen=True)
class Built:
    """A built site: where it is, and what the build said at which level."""

    dir: Path
    warnings: list[str]
    infos: list[str] = field(default_factory=list)
    returncode: int = 0
    output: str = ""

    def read(self, path: str) -> str:
        """Text of a built file, by its path inside the site."""
        return (self.dir / path).read_text("utf-8")

    def page(self, path: str) -> Page:
        """A built page, by its path inside the site ("" or "artikel/" means its index.html)."""
        return self.pages[path + "index.html" if path in {""} or path.endswith("/") else path]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page by its path inside the site."""
        files = sorted(self.dir.rglob("*.html"))
        paths = [file.relative_to(self.dir).as_posix() for file in files]
        return {path: Page(path, self.read(path)) for path in paths}


@dataclass(frozen=True)
class Page:
    """One HTML page, parsed once by a parser that follows the HTML standard."""

    path: str
    html: str

    @cached_property
    def tree(self) -> JustHTML:
        """The parsed document, unsanitised, with the parse errors collected.

        What a template holds is no part of the page, as in a browser.
        """
        tree = JustHTML(self.html, sanitize=False, collect_errors=True)
        for template in tree.query("template"):
            template.parent.remove_child(template)
        return tree

    @property
    def url(self) -> str:
        """Address inside the site: "artikel/" for "artikel/index.html"."""
        return self.path.removesuffix("index.html")

    @property
    def lang(self) -> str:
        """The language that the page's path promises."""
        return "en" if self.path.startswith("en/") else "id"

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in document order, with repetitions."""
        return [node.attrs["id"] or "" for node in self.all("[id]")]

    def all(self, selector: str) -> list[Any]:
        """Every element that the CSS selector matches."""
        return list(self.tree.query(selector))

    def one(self, selector: str) -> Any:
        """The only element that matches; more or none is an error."""
        found = self.all(selector)
        if len(found) != 1:
            message = f"{self.path}: {len(found)} elements match {selector!r}, expected 1"
            raise AssertionError(message)
        return found[0]

    def text(self, selector: str) -> str:
        """The text of the only element that matches, white space collapsed."""
        return words(self.one(selector))


def words(node: Any) -> str:
    """An element's text with white space collapsed."""
    return " ".join(node.to_text(separator=" ", strip=True).split())


class _Listener(logging.Handler):
    """Keeps the lines that a build logs."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def lines(self, level: int, logger: str = "mkdocs") -> list[str]:
        """Messages of exactly this level, from this logger or below it."""
        wanted = [r for r in self.records if r.levelno == level and r.name.startswith(logger)]
        return [record.getMessage() for record in wanted]


def build_site(folder: Path, files: dict[str, str], **config: Any) -> Built:
    """Build a miniature site with our own mkdocs.yml, hooks and overrides; never strict.

    `files` maps paths inside docs/ to their text; `config` replaces keys of mkdocs.yml.
    """
    for path, text in files.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    own = {"docs_dir": str(folder / "docs"), "site_dir": str(folder / "site")}
    with (ROOT / "mkdocs.yml").open("rb") as stream:
        settings = load_config(stream, **{**own, "nav": [], "strict": False, **config})
    return _run_build(settings)


def _run_build(settings: Any) -> Built:
    listener, logger = _Listener(), logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.addHandler(listener)
    try:
        settings.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(settings)
    finally:
        settings.plugins.on_shutdown()
        logger.removeHandler(listener)
    return Built(
        Path(settings.site_dir),
        listener.lines(logging.WARNING) + listener.lines(logging.ERROR),
        listener.lines(logging.INFO, "mkdocs.hooks"),
    )


# --- Our own pages and files -----------------------------------------------------------------


@dataclass(frozen=True)
class Doc:
    """A page as its author wrote it: path from docs/, front matter, text."""

    src: str
    meta: dict[str, Any]
    text: str

    @property
    def url(self) -> str:
        """Its address inside the site, as `use_directory_urls` makes it."""
        stem = self.src.removesuffix(".md")
        return stem.removesuffix("index") if stem.split("/")[-1] == "index" else stem + "/"

    @property
    def lang(self) -> str:
        """The language that the path promises."""
        return "en" if self.src.startswith("en/") else "id"


def docs() -> list[Doc]:
    """Every page under docs/, in a fixed order."""
    folder = ROOT / "docs"
    files = sorted(folder.rglob("*.md"))
    paths = {file.relative_to(folder).as_posix(): file for file in files}
    return [_doc(src, file) for src, file in paths.items() if not _is_hidden(src)]


def _is_hidden(src: str) -> bool:
    return any(part[0] in "._" for part in src.split("/"))


def _doc(src: str, file: Path) -> Doc:
    text = file.read_text("utf-8")
    front, found, rest = text.removeprefix("---\n").partition("\n---\n")
    return Doc(src, yaml.safe_load(front), rest) if found else Doc(src, {}, text)


def own_files() -> list[Path]:
    """Every file of the repository: tracked, or new and not ignored; paths from the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    paths = [Path(name) for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in sorted(set(paths)) if (ROOT / path).is_file()]


DOCS = docs()
ARTICLES = [doc for doc in DOCS if doc.meta.get("kind") == "article"]
EVERY_DOC = [pytest.param(doc, id=doc.src) for doc in DOCS]


def original_of(article: Doc) -> Doc:
    """The article that a page translates; the page itself if it is no translation of ours."""
    if article.meta.get("original", True):
        return article
    (pair,) = [doc for doc in ARTICLES if doc.src == article.meta["pair"]]
    return pair


EVERY_ARTICLE = [pytest.param(doc, id=doc.src) for doc in ARTICLES]
ERROR_PAGES = ["404.html", "offline.html", "en/404.html", "en/offline.html"]
PAGES = [*(doc.url for doc in DOCS), *ERROR_PAGES]
EVERY_PAGE = [pytest.param(path, id=path or "home") for path in PAGES]

# Entries of the glossary share one template: the slower tests in the browser read only these.
SAMPLE = {"relative-gains", "amended-prisoners-dilemma", "territorial-integrity"}


def _is_layout(doc: Doc) -> bool:
    """Whether a page has a layout of its own, or stands for the others of its layout."""
    return doc.meta.get("kind") != "term" or doc.meta["term"]["id"] in SAMPLE


LAYOUTS = [doc for doc in DOCS if _is_layout(doc)]
EACH_LAYOUT = [pytest.param(doc, id=doc.src) for doc in LAYOUTS]
EACH_LAYOUT_PAGE = [
    pytest.param(path, id=path or "home") for path in [*(doc.url for doc in LAYOUTS), *ERROR_PAGES]
]


def resolve(page: Page, reference: str) -> str:
    """The full address that a reference on a page means."""
    return urljoin(SITE_URL + page.url, reference)


def is_own(url: str) -> bool:
    """Whether an address lies inside the site."""
    return url.startswith(SITE_URL)


def target_path(url: str) -> str:
    """The file inside the site that one of our own addresses means."""
    path = unquote(urlsplit(url).path).removeprefix(BASE)
    return path + "index.html" if path == "" or path.endswith("/") else path

"""The events of a build, in the order MkDocs calls them: the only file that imports mkdocs.

Each event hands plain values to the `explainer` package and puts its answer where MkDocs looks.
`mkdocs serve` loads this file once: restart it after a change to Python code.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url, meta, write_file

from explainer.bilingual import (
    DEFAULT,
    LANGUAGES,
    alternates,
    folder_of,
    language_of,
    nav_problems,
    translate_nav,
)
from explainer.editions.offered import read_editions
from explainer.errorpages import join_error_pages
from explainer.extension import ExplainerExtension
from explainer.finish import Edition, finish
from explainer.lastwords import last_words
from explainer.model import Problem
from explainer.offline import ERRORS, WORKER, write_offline
from explainer.searchindex import INDEX, search_indexes
from explainer.site import Site
from explainer.styles import join_styles
from explainer.themefiles import is_unused, search_files
from explainer.yamlfile import front_problems

log = logging.getLogger("mkdocs.hooks.explainer")  # below "mkdocs": so --strict counts warnings

Context: TypeAlias = dict[str, Any]
"""The variables of a template."""

STYLES = (
    "tokens fonts base layout article notes annotations home glossary map strip citing "
    "samples search print"
).split()
"""The files of docs/assets/css in the order of the cascade."""


@dataclass(slots=True)
class State:
    """What one build knows; made anew in on_config, since MkDocs keeps this module loaded."""

    site: Site
    extension: ExplainerExtension
    languages: dict[str, dict[str, Any]] = field(default_factory=dict)
    menu_length: int = 0  # entries of the default language; those of the other one follow
    menus: dict[str, Navigation] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    search: dict[str, str] = field(default_factory=dict)  # the theme's search: its two programs


state: State
serving = False


def on_startup(command: str, **_: object) -> None:
    """What `mkdocs serve` shows is not published: it puts a script of its own into each page."""
    global serving  # noqa: PLW0603  known before there is a state
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A fresh state and our Markdown extensions."""
    global state  # noqa: PLW0603  one build, one state: events share it only through this module
    languages = _languages(config)
    names = {name: settings["config"]["site_name"] for name, settings in languages.items()}
    site = Site(Path(config.docs_dir), names, partial(urljoin, config.site_url or ""))
    site.editions = read_editions(os.environ.get("EXPLAINER_EDITIONS", ""))
    state = State(site, ExplainerExtension(site.recorder), languages)
    extensions: list[Any] = config.markdown_extensions  # MkDocs names them, Markdown takes objects
    extensions.append(state.extension)
    return config


def _languages(config: MkDocsConfig) -> dict[str, dict[str, Any]]:
    """The settings of each language; what it does not set is the same in all."""
    languages: dict[str, dict[str, Any]] = config.extra["languages"]
    defaults = {key: config[key] for key in ("site_name", "site_description", "copyright")}
    for settings in languages.values():
        settings["config"] = {**defaults, **(settings.get("config") or {})}
    return languages


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The joined style sheet; the files made from data; the menu of the other language."""
    pages = {file.src_uri: file for file in files.documentation_pages()}
    texts = {path: file.content_string for path, file in pages.items()}
    fronts = {path: meta.get_data(text)[1] for path, text in texts.items()}
    state.problems += front_problems({path: texts[path] for path in texts if not fronts[path]})
    state.site.read(fronts, {path: file.url for path, file in pages.items()})
    _tidy(files)
    for path, text in {"assets/css/site.css": _styles(config), **state.site.files()}.items():
        files.append(File.generated(config, path, content=text))
    _add_second_menu(config)
    return files


def _tidy(files: Files) -> None:
    """The theme's files that no page asks for are left out; those of its search are noted."""
    state.search = search_files(file.dest_uri for file in files)
    for file in [file for file in files if is_unused(file.dest_uri)]:
        files.remove(file)


def _styles(config: MkDocsConfig) -> str:
    sheets = (Path(config.docs_dir, "assets", "css", f"{name}.css") for name in STYLES)
    return join_styles(sheet.read_text("utf-8") for sheet in sheets if sheet.is_file())


def _add_second_menu(config: MkDocsConfig) -> None:
    """Both menus go through MkDocs as one, so that it makes the pages and checks both."""
    menu = list(config.nav or ())
    state.menu_length = len(menu)
    for language in LANGUAGES[1:]:
        labels = state.languages[language].get("nav") or {}
        state.problems += nav_problems(menu, labels)
        config.nav = [*menu, *translate_nav(menu, state.site.pairs, labels)]


def on_nav(nav: Navigation, files: Files, **_: object) -> Navigation:
    """The one menu cut into a menu for each language, each with its own home and order."""
    cut = state.menu_length
    parts = zip(LANGUAGES, (nav.items[:cut], nav.items[cut:]), strict=True)
    state.menus = {language: _menu(language, items, nav) for language, items in parts}
    for language, menu in state.menus.items():
        menu.homepage = _page(files, state.languages[language]["home"])
    return state.menus[DEFAULT]


def _menu(language: str, items: list[Any], nav: Navigation) -> Navigation:
    pages = [page for page in nav.pages if language_of(page.file.src_uri) == language]
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after
    return Navigation(items, pages)


def _page(files: Files, path: str) -> Page | None:
    file = files.get_file_from_path(path)
    return file.page if file else None


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The Markdown extension learns which page it is about to see."""
    path = page.file.src_uri
    state.extension.page = state.site.info(path, language_of(path), _homes())
    return markdown


def _homes() -> list[str]:
    return [settings["home"] for settings in state.languages.values()]


def on_page_content(html: str, page: Page, **_: object) -> str:
    """The words that annotations speak of are marked; MkDocs learns the addresses this brings."""
    html, ids = state.site.highlighted(html, page.file.src_uri)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | ids
    return html


def on_env(env: Environment, files: Files, **_: object) -> Environment:
    """All pages are read: they get what needs all of them, and every problem is logged, once."""
    for page in (file.page for file in files.documentation_pages()):
        if page and page.content is not None:
            _complete(page)
    _log([*state.problems, *state.site.all_problems()])
    return env


def _log(problems: Iterable[Problem]) -> None:
    for problem in problems:
        level = logging.INFO if problem.severity == "info" else logging.WARNING
        log.log(level, problem.line())


def _complete(page: Page) -> None:
    """Places filled in, and sections below the text, which join the list of headings."""
    path, link = page.file.src_uri, partial(get_relative_url, other=page.url)
    html = state.site.fill(page.content or "", path, link)
    for made in state.site.sections(path, link):
        html = made.below(html)
        page.toc.items.append(AnchorLink(made.title, made.id, level=2))
    page.content = html


def on_template_context(context: Context, template_name: str, config: MkDocsConfig) -> Context:
    """Pages for wrong addresses speak their folder's language; sitemap.xml knows the pairs."""
    language = language_of(template_name)
    _speak(language, config)
    if template_name.rpartition("/")[2] in ERRORS:  # shown at any depth
        context["base_url"] = urlsplit(config.site_url or "/").path
    context |= {"menus": state.menus, "nav": state.menus[language]}
    context["alternates"] = {path: _absolute(path) for path in state.site.pairs}
    search_base = urljoin(context["base_url"].rstrip("/") + "/", folder_of(language))
    context |= state.search | {"search_base": search_base, "online": _is_online(config)}
    context["head"] = state.site.head("", "")
    return context


def _absolute(path: str) -> dict[str, str]:
    versions = alternates(path, state.site.pairs).items()
    return {language: state.site.full(p) for language, p in versions}


def on_page_context(context: Context, page: Page, config: MkDocsConfig, **_: object) -> Context:
    """Language, menu, pair and search index of this page."""
    language = language_of(page.file.src_uri)
    _speak(language, config)
    context["nav"] = state.menus[language]
    context["other"] = _other(page, language)
    context |= state.search | {"online": _is_online(config)}
    context["search_base"] = get_relative_url(folder_of(language) or ".", page.url)
    context["head"] = state.site.head(page.file.src_uri, page.content or "")
    context["linked_data"] = state.site.linked_data(page.file.src_uri)
    return context


def _other(page: Page, language: str) -> dict[str, str]:
    """Where the language switch leads: to the pair, else to the other language's home."""
    other = next(name for name in LANGUAGES if name != language)
    pair = alternates(page.file.src_uri, state.site.pairs).get(other)
    url = state.site.urls.get(pair or state.languages[other]["home"], "")
    return {"language": other, "url": url}


def _speak(language: str, config: MkDocsConfig) -> None:
    config.theme["language"] = language
    for key, value in state.languages[language]["config"].items():
        config[key] = value


def on_post_build(config: MkDocsConfig) -> None:
    """Files made from what the pages say, the search indexes, then the finishing of all pages."""
    base = Path(config.site_dir)
    _write_late_files(base)
    _write_indexes(base, script=not config.use_directory_urls)
    folders = tuple(folder_of(language) for language in LANGUAGES[1:])
    edition = Edition(config.site_url or "/", folders, online=_is_online(config))
    join_error_pages(base, folders[0], edition.base)
    finish(base, edition)
    if edition.online:
        _write_offline(base, config)


def _write_offline(base: Path, config: MkDocsConfig) -> None:
    """What reading without network needs: the worker with its list, and the manifests."""
    settings = {name: one["config"] for name, one in state.languages.items()}
    about = {name: (one["site_name"], one["site_description"]) for name, one in settings.items()}
    worker = Path(config.docs_dir, WORKER)  # miniature sites have none
    write_offline(base, worker.read_text("utf-8") if worker.is_file() else "", about)


def _is_online(config: MkDocsConfig) -> bool:
    """Whether the site is built for a host: not for `mkdocs serve`, not for a folder of files."""
    return bool(config.use_directory_urls) and not serving


def _write_indexes(base: Path, *, script: bool) -> None:
    index = base / INDEX
    if index.is_file():  # else: a site built without search
        text = index.read_text("utf-8")
        for path, made in search_indexes(text, state.languages, state.site, script=script).items():
            write_file(made.encode(), str(base / path))


def _write_late_files(base: Path) -> None:
    site, built = state.site, lambda path: _built(base, path).read_text("utf-8")
    links = {path: partial(get_relative_url, other=url) for path, url in site.urls.items()}
    for path, content in (site.late_files(built) | site.editions).items():
        write_file(content if isinstance(content, bytes) else content.encode(), str(base / path))
    pages, problems = last_words(site, built, links)
    for path, html in pages.items():
        write_file(html.encode(), str(_built(base, path)))
    _log(problems)


def _built(base: Path, path: str) -> Path:
    url = state.site.urls[path]
    return base / (f"{url}index.html" if url.endswith("/") or not url else url)

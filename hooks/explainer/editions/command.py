"""`python3 run.py editions`: the books and the ZIP, from two builds of the site.

    python -m explainer.editions.command SITE FOLDER ASSETS TARGET

SITE is built as for a host, FOLDER without directory addresses; ASSETS is docs/assets. The files
are written below TARGET. Their date is SOURCE_DATE_EPOCH (seconds, UTC).
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from justhtml import JustHTML

from explainer.bilingual import LANGUAGES, folder_of

from .epub import About
from .folder import folder_zip
from .make import make
from .markup import Node
from .offered import STEM, ZIP


def main(arguments: list[str]) -> int:
    """Make every edition and write it."""
    site, folder, assets, target = (Path(argument).resolve() for argument in arguments)
    names, about = _names(site), About(_address(site), _date())
    made = {**make(site, assets, names, about), ZIP: folder_zip(folder, STEM)}
    for path, content in made.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
        sys.stdout.write(f"{path}: {len(content) / 1e6:.1f} MB\n")
    return 0


def _said(site: Path, language: str, selector: str, name: str) -> str:
    """An attribute of the first element that matches on the home page of a language."""
    html = (site / folder_of(language) / "index.html").read_text("utf-8")
    found: list[Node] = list(JustHTML(html, sanitize=False).query(selector))
    return str(found[0].attrs[name])


def _names(site: Path) -> dict[str, str]:
    """Language -> the name of the site, as its home page gives it."""
    tag = "meta[property='og:site_name']"
    return {language: _said(site, language, tag, "content") for language in LANGUAGES}


def _address(site: Path) -> str:
    return _said(site, LANGUAGES[0], "link[rel=canonical]", "href")


def _date() -> str:
    seconds = int(os.environ["SOURCE_DATE_EPOCH"])
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What a finished site needs to be read without network: the worker's list, and the app manifests.

The worker (docs/assets/js/worker.js, published as sw.js) keeps a file under the hash of its
content, so it must know the hash of every file that readers may keep. Data for downloading are
not among them. The manifests follow W3C Web Application Manifest.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from .bilingual import LANGUAGES, folder_of

WORKER = "assets/js/worker.js"
"""The source of the worker, below docs/."""

MANIFEST = "app.webmanifest"
"""The name of a manifest, in the folder of its language."""

ERRORS = ("404.html", "offline.html")
"""Pages that are shown at addresses which are not theirs."""

ICONS = ((192, "any"), (512, "any"), (512, "maskable"))
"""Width and purpose of each icon in docs/assets/icons (tests/test_icons.py draws them)."""

_KEPT = ("*.html", "assets/js/*", "assets/javascripts/**/*.js", "assets/fonts/*.woff2")
_MORE = ("assets/favicon.svg", "search/search_index.json")
_CORE = re.compile(r"assets/(?:js|fonts)/[\w.-]+|assets/favicon\.svg")
_LATER = re.compile(r"-(?:italic|ext)\.")  # fonts that few pages need
_ELSEWHERE = re.compile(r"404\.html$|/(?:missing|fromfolder)\.")  # not for pages that are kept
_PAPER, _ACCENT = "#fbf8f2", "#8a1f2d"


def icon_path(size: int, purpose: str) -> str:
    """Where an icon lies in the site."""
    return f"assets/icons/{'maskable' if purpose == 'maskable' else 'icon'}-{size}.png"


def write_offline(site: Path, worker: str, about: Mapping[str, tuple[str, str]]) -> None:
    """Write sw.js and a manifest for each language; `about` is its name and its description."""
    if worker:
        files = {path: (site / path).read_bytes() for path in kept_paths(site)}
        (site / "sw.js").write_text(worker_text(files, worker), "utf-8", newline="\n")
    for language, (name, description) in about.items():
        text = json.dumps(manifest(language, name, description), ensure_ascii=False, indent=1)
        (site / folder_of(language) / MANIFEST).write_text(text + "\n", "utf-8", newline="\n")


def kept_paths(site: Path) -> list[str]:
    """Every file that readers may keep, by its path in the site."""
    found = {path for pattern in _KEPT for path in site.rglob(pattern) if path.is_file()}
    found |= {site / folder_of(language) / path for language in LANGUAGES for path in _MORE}
    paths = sorted(path.relative_to(site).as_posix() for path in found if path.is_file())
    return [path for path in paths if not _ELSEWHERE.search(path)]


def worker_text(files: Mapping[str, bytes], worker: str) -> str:
    """The worker with its list: path -> the hash of the content and its bytes on the wire."""
    listed = {path: [_hash(content), _packed(content)] for path, content in files.items()}
    core, line = json.dumps(core_paths(files)), json.dumps(listed, separators=(",", ":"))
    return f"const CORE = {core};\nconst FILES = {line};\n{worker}"


def core_paths(files: Mapping[str, bytes]) -> list[str]:
    """The scripts and fonts of the pages for "no network"; the pages follow with their language."""
    pages = [f"{folder_of(language)}offline.html" for language in LANGUAGES]
    texts = [files[page].decode() for page in pages if page in files]
    named = {name for text in texts for name in _CORE.findall(text)}
    return sorted(name for name in named if name in files and not _LATER.search(name))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _packed(content: bytes) -> int:
    """Bytes on the wire, with gzip as most hosts set it."""
    return len(gzip.compress(content, 6, mtime=0))


def manifest(language: str, name: str, description: str) -> dict[str, object]:
    """The manifest of the site in one language; all addresses are relative to it."""
    up = "../" * folder_of(language).count("/")
    icons = [
        {
            "src": up + icon_path(size, purpose),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size, purpose in ICONS
    ]
    return {
        "name": name,
        "short_name": name.partition(",")[0],
        "description": description,
        "lang": language,
        "dir": "ltr",
        "start_url": "./",
        "scope": up or "./",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _ACCENT,
        "icons": icons,
    }

"""Fixtures: miniature sites, the real site built once, a server and a browser for it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright

from chromium import PATIENCE, Reader, launch
from server import serve
from support import BASE, EXPECTED, ROOT, SITE_URL, Built, build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner is not ours to test


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regenerate`, which rewrites golden files instead of comparing with them."""
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write tests/expected/* anew; then review the diff before committing it",
    )


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """`build({path: text}, **config)` builds a miniature site with our hooks."""

    def build_here(files: dict[str, str], **config: Any) -> Built:
        number = len(list(tmp_path.glob("site-*")))
        folder = tmp_path / f"site-{number}"
        folder.mkdir()
        return build_site(folder, files, **config)

    return build_here


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(name, text)` compares text with tests/expected/<name>; --regenerate writes it."""

    def compare(name: str, text: str) -> None:
        file = EXPECTED / name
        if request.config.getoption("--regenerate"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert file.is_file(), f"tests/expected/{name} is missing; run with --regenerate"
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, built once, strictly, by MkDocs' own command."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    env = {**os.environ, "SITE_URL": SITE_URL}
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    output = done.stdout + done.stderr
    if not (target / "index.html").is_file():
        said = "\n".join(output.splitlines()[-12:])
        pytest.fail(f"mkdocs build made no site; it ended with:\n{said}", pytrace=False)
    warnings = [line for line in output.splitlines() if line.startswith(("WARNING", "ERROR"))]
    return Built(target, warnings, returncode=done.returncode, output=output)


@pytest.fixture(scope="session")
def served(site: Built) -> Iterator[str]:
    """Address of the real site, served under a sub-path as GitHub Pages serves a project."""
    with serve(site.dir, BASE) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as playwright:
        chromium = launch(playwright.chromium)
        expect.set_options(timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture
def reader(browser: Browser, served: str) -> Iterator[Reader]:
    """`reader.open("artikel/", width=390, scheme="dark", js=False, touch=True)` -> Visit."""
    one = Reader(browser, served)
    yield one
    one.close()

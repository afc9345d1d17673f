#!/usr/bin/env python3
"""Serve, build or test the site: `python3 run.py serve | build | editions | test | links`.

Needs Python 3.11 and nothing else. The first run makes .venv and installs what
requirements.txt pins; later runs only check that nothing has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
EDITIONS = ROOT / ".cache" / "editions"
"""Where books and ZIP are made before the site takes them in."""
STAMP = VENV / "requirements.sha256"
"""Written when an installation is complete: without it, .venv is made anew."""
OLDEST_PYTHON = (3, 11)
FIRST_PORT = 8000

PANGO = (
    *("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    *("fonts-dejavu-core", "fonts-droid-fallback"),  # signs and Hangul that our fonts lack
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "{LOCALAPPDATA}/Chromium/Application/chrome.exe",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as p: print(p.chromium.executable_path)"
)
ASK_HEALTH = (
    "import sys, importlib.util as u;"
    "sys.exit(not all(map(u.find_spec, ('mkdocs', 'material', 'pytest', 'ruff', 'mypy'))))"
)


class Stop(Exception):  # noqa: N818  # not a fault in the program: a message for its user
    """The run cannot go on; the message says why and what to do."""


# --- Steps ---------------------------------------------------------------------------------


class Steps:
    """Says which step of how many is running, and how long each took."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.failed: list[str] = []

    def run(self, name: str, work: Callable[[], int]) -> int:
        """Run one step; a result other than 0 is remembered as a failure."""
        self.done += 1
        place = f"[{self.done}/{self.total}] {name}"
        say(f"{place} ...")
        start = time.monotonic()
        code = work()
        outcome = "done" if code == 0 else f"FAILED (exit {code})"
        say(f"{place}: {outcome}, {time.monotonic() - start:.1f} s")
        if code:
            self.failed.append(name)
        return code


def say(message: str) -> None:
    """Print a line at once, also into a pipe."""
    print(message, flush=True)


def call(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run a program with its output visible; on Ctrl-C let it end by itself first."""
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, env=env) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait for a program that got the same Ctrl-C; after ten seconds, end it."""
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.terminate()
    finally:
        signal.signal(signal.SIGINT, previous)


# --- .venv ---------------------------------------------------------------------------------


def venv_python(venv: Path = VENV) -> Path:
    """The interpreter inside the environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(requirements: Path = REQUIREMENTS) -> str:
    """What the stamp holds: the hash of requirements.txt, line ends aside."""
    return hashlib.sha256(requirements.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def read_stamp(stamp: Path = STAMP) -> str | None:
    """The hash of the requirements that are installed, or None if none are, or only some."""
    return stamp.read_text("utf-8").strip() if stamp.is_file() else None


def venv_state(stamp: str | None, wanted: str, *, healthy: bool) -> str:
    """Either "ready", or "outdated" (install on top), or "broken" (make it anew)."""
    if stamp is None or not healthy:
        return "broken"
    return "ready" if stamp == wanted else "outdated"


def prepare(steps_after: int) -> Steps:
    """Make .venv ready, and count the steps: those that this needs and those that follow."""
    check_python()
    state = venv_state(read_stamp(), fingerprint(), healthy=is_healthy())
    steps = Steps(steps_after + {"ready": 0, "outdated": 1, "broken": 2}[state])
    if state == "broken":
        must(steps.run("Making .venv", make_venv), "Python could not make .venv; see above.")
    if state != "ready":
        advice = "pip could not install; see above. Running the same command again goes on."
        must(steps.run("Installing the pinned packages", install), advice)
    return steps


def must(code: int, advice: str) -> None:
    """Stop with advice if a step failed."""
    if code:
        raise Stop(advice)


def check_python() -> None:
    """Stop if this Python is too old."""
    if sys.version_info < OLDEST_PYTHON:
        have, need = (".".join(map(str, v[:2])) for v in (sys.version_info, OLDEST_PYTHON))
        message = f"Python {need} or newer is needed; this is Python {have} ({sys.executable})."
        raise Stop(message)


def is_healthy() -> bool:
    """Whether .venv runs and finds its packages."""
    try:
        done = subprocess.run([venv_python(), "-c", ASK_HEALTH], check=False, capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def make_venv() -> int:
    """Make .venv from nothing, first installing Debian's python3-venv if that is missing."""
    if importlib.util.find_spec("ensurepip") is None:
        install_with_apt(["python3-venv"], "Python cannot make environments here.")
    return call([sys.executable, "-m", "venv", "--clear", VENV])


def install() -> int:
    """Install the pinned packages; the stamp is there only while they are complete."""
    STAMP.unlink(missing_ok=True)
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install"]
    code = call([*pip, "--require-hashes", "--requirement", str(REQUIREMENTS)])
    if code == 0:
        STAMP.write_text(fingerprint() + "\n", "utf-8")
    return code


# --- Debian --------------------------------------------------------------------------------


def apt_advice(packages: Sequence[str], why: str, *, has_apt: bool, is_root: bool) -> str | None:
    """What to tell someone for whom we cannot install; None if we can."""
    names = " ".join(packages)
    if not has_apt:
        return f"{why} Install it with your system's package manager (on Debian: {names})."
    if not is_root:
        return f"{why} Run this, then try again:  sudo apt-get install {names}"
    return None


def install_with_apt(packages: Sequence[str], why: str) -> None:
    """Install Debian packages as root, or stop and say what to do."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    has_apt = shutil.which("apt-get") is not None
    advice = apt_advice(packages, why, has_apt=has_apt, is_root=root)
    if advice:
        raise Stop(advice)
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call([*apt, "update"], env)  # an old list may do: installing decides
    options = ["--yes", "--no-install-recommends"]
    failed = call([*apt, "install", *options, *packages], env)
    must(failed, f"{why} apt-get could not install {' '.join(packages)}; see above.")


# --- Chromium ------------------------------------------------------------------------------


def find_chromium(env: Mapping[str, str] = os.environ) -> Path | None:
    """The first Chromium there is: $CHROMIUM, on the PATH, in the usual places, Playwright's."""
    if wanted := env.get("CHROMIUM"):
        return _named_chromium(wanted, env)
    on_path = (shutil.which(name, path=env.get("PATH")) for name in CHROMIUM_NAMES)
    if found := next(filter(None, on_path), None):
        return Path(found)
    return first_file(chromium_places(env)) or playwright_chromium()


def _named_chromium(wanted: str, env: Mapping[str, str]) -> Path:
    found = shutil.which(wanted, path=env.get("PATH"))
    if found is None:
        message = f"CHROMIUM is set to {wanted!r}, which is no program. Correct it or unset it."
        raise Stop(message)
    return Path(found)


def chromium_places(env: Mapping[str, str]) -> list[Path]:
    """Where macOS and Windows keep it, as far as the variables in the paths are set."""
    return [Path(place.format_map(env)) for place in CHROMIUM_PLACES if _is_set(place, env)]


def _is_set(place: str, env: Mapping[str, str]) -> bool:
    return not place.startswith("{") or place[1:].partition("}")[0] in env


def first_file(paths: Iterable[Path]) -> Path | None:
    """The first path that is a file."""
    return next((path for path in paths if path.is_file()), None)


def playwright_chromium() -> Path | None:
    """The Chromium that `playwright install` made, if it did."""
    try:
        done = subprocess.run(
            [venv_python(), "-c", ASK_PLAYWRIGHT], check=False, capture_output=True, text=True
        )
    except OSError:
        return None
    return first_file([Path(done.stdout.strip())] if done.returncode == 0 else [])


def need_chromium() -> int:
    """Chromium, installed first if there is none; stops if that fails: tests never skip it."""
    if not driver_runs():
        why = "Playwright, which drives Chromium, needs libatomic."
        install_with_apt(["libatomic1"], why)
    if find_chromium() is None:
        install_chromium()
    if find_chromium() is None:
        message = "There is still no Chromium. Install it, or set CHROMIUM to its path."
        raise Stop(message)
    return 0


def driver_runs() -> bool:
    """Whether Playwright's own program starts; on a bare Debian it lacks a library."""
    command = [str(venv_python()), "-m", "playwright", "--version"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def install_chromium() -> None:
    """By apt-get as root on Debian, else by Playwright."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        install_with_apt(["chromium", "fonts-dejavu-core"], "The tests need Chromium.")
        return
    failed = call([venv_python(), "-m", "playwright", "install", "chromium"])
    advice = "Install Chromium (Debian: sudo apt-get install chromium) or set CHROMIUM to its path."
    must(failed, f"The tests need a browser, and Playwright could not fetch one. {advice}")


# --- Commands ------------------------------------------------------------------------------


def child_env(**more: str) -> dict[str, str]:
    """The environment of the programs we start."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}


def tool(module: str, *arguments: str, **env: str) -> int:
    """Run a Python tool of .venv; MkDocs never with -q, which would switch strict off."""
    return call([venv_python(), "-m", module, *arguments], child_env(**env))


def is_free(port: int) -> bool:
    """Whether nothing listens on this local port."""
    with socket.socket() as probe:
        if os.name == "posix":  # as the server does it: a port just left is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def choose_port(wanted: int | None, free: Callable[[int], bool] = is_free) -> int:
    """The port asked for, or the first free one from 8000."""
    if wanted is not None and not free(wanted):
        message = f"Port {wanted} is taken. Choose another with --port, or leave --port out."
        raise Stop(message)
    candidates = range(FIRST_PORT, FIRST_PORT + 100) if wanted is None else [wanted]
    port = next(filter(free, candidates), None)
    if port is None:
        message = f"No port from {FIRST_PORT} to {FIRST_PORT + 99} is free. Give one with --port."
        raise Stop(message)
    return port


def serve(port: int | None) -> int:
    """Serve the site, rebuilt as its text changes; problems are shown and do not end it."""
    prepare(0)
    chosen = choose_port(port)
    address = f"http://127.0.0.1:{chosen}/"
    say(f"Building; then the site is at {address}  (Ctrl-C ends it)")
    where = ["--dev-addr", f"127.0.0.1:{chosen}"]
    return tool("mkdocs", "serve", "--no-strict", "--livereload", *where, SITE_URL=address)


def build(*, compress: bool = False) -> int:
    """Build the site into site/; any problem is a failure."""
    steps = prepare(1 + compress)
    code = steps.run("Building site/", lambda: tool("mkdocs", "build", "--strict"))
    return code or (steps.run("Smaller copies", compress_site) if compress else 0)


def compress_site() -> int:
    """Write .br and .gz beside the texts in site/, for hosts that send such copies."""
    return tool("explainer.compress", str(ROOT / "site"), PYTHONPATH=str(ROOT / "hooks"))


def editions(*, compress: bool = False) -> int:
    """Make books and ZIP from two builds, then build site/ with them; the same to the byte."""
    steps = prepare(5 + compress)
    must(steps.run("Pango", need_pango), "")
    shutil.rmtree(EDITIONS, ignore_errors=True)
    site, folder = EDITIONS / "site", EDITIONS / "folder"
    once = {"SOURCE_DATE_EPOCH": source_date()}
    build = ("mkdocs", "build", "--strict")
    where = (site, folder, ROOT / "docs" / "assets", EDITIONS)
    make = ("explainer.editions.command", *map(str, where))
    files = (*build, "--no-directory-urls", "--site-dir")
    env = {**once, "PYTHONPATH": str(ROOT / "hooks")}
    last = {**once, "EXPLAINER_EDITIONS": str(EDITIONS)}
    for name, work in (
        ("Pages for the books", lambda: tool(*build, "--site-dir", str(site), **once)),
        ("Pages for the ZIP", lambda: tool(*files, str(folder), **once)),
        ("Books and ZIP", lambda: tool(*make, **env)),
        ("Building site/ with them", lambda: tool(*build, **last)),
    ):
        must(steps.run(name, work), f"{name}: see above.")
    return steps.run("Smaller copies", compress_site) if compress else 0


def source_date() -> str:
    """The date of everything made, in seconds: SOURCE_DATE_EPOCH, else that of the last commit."""
    if wanted := os.environ.get("SOURCE_DATE_EPOCH"):
        return wanted
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        raise Stop(
            "There is no last commit to take the date from. Set SOURCE_DATE_EPOCH."
        ) from None
    return done.stdout.strip()


def need_pango() -> int:
    """The library with which WeasyPrint draws text, installed first if there is none."""
    if not pango_loads():
        install_with_apt(PANGO, "The PDF needs Pango, which draws its text.")
    return 0 if pango_loads() else 1


def pango_loads() -> bool:
    """Whether WeasyPrint finds the system libraries that it needs."""
    command = [str(venv_python()), "-c", "import weasyprint"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def test(pytest_arguments: Sequence[str]) -> int:
    """Check style and types, run every test; everything runs, then the failures are named."""
    steps = prepare(5)
    steps.run("Chromium", need_chromium)
    steps.run("Style: ruff check", lambda: tool("ruff", "check"))
    steps.run("Style: ruff format", lambda: tool("ruff", "format", "--check"))
    steps.run("Types: mypy", lambda: tool("mypy"))
    env = {"EXPLAINER_CHROMIUM": str(find_chromium())}
    steps.run("Tests: pytest", lambda: tool("pytest", *pytest_arguments, **env))
    say(f"FAILED: {', '.join(steps.failed)}" if steps.failed else "All checks passed.")
    return 1 if steps.failed else 0


def links(options: Sequence[str]) -> int:
    """Check the addresses of all sources; needs the network, and is no part of the tests."""
    prepare(0)
    return tool("explainer.linkrun", *options, PYTHONPATH=str(ROOT / "hooks"))


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """The command, its options, and what goes on to pytest."""
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serving = commands.add_parser("serve", help="show the site on this machine while you write")
    serving.add_argument("--port", type=int, help=f"default: the first free from {FIRST_PORT}")
    building = commands.add_parser("build", help="build the site into site/, strictly")
    making = commands.add_parser("editions", help="build site/ with EPUB, PDF and ZIP of all of it")
    for one in (building, making):
        one.add_argument("--compress", action="store_true", help="write .br and .gz beside texts")
    commands.add_parser("test", help="style, types and all tests; more arguments go to pytest")
    about_links = "check the addresses of all sources; --days 0 checks anew"
    commands.add_parser("links", help=about_links, add_help=False)
    commands.add_parser("help", help="show this")
    known, rest = parser.parse_known_args(arguments)
    if known.command == "help":
        parser.print_help()
    elif rest and known.command not in ("test", "links"):
        parser.error(f"unknown: {' '.join(rest)}")
    return known, rest


def main(arguments: Sequence[str]) -> int:
    """Run a command; its exit code is the answer."""
    known, rest = parse(arguments)
    actions: dict[str, Callable[[], int]] = {
        "serve": lambda: serve(known.port),
        "build": lambda: build(compress=known.compress),
        "editions": lambda: editions(compress=known.compress),
        "test": lambda: test(rest),
        "links": lambda: links(rest),
        "help": lambda: 0,
    }
    try:
        return actions[known.command]()
    except Stop as stop:
        say(f"run.py: {stop}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Print Lighthouse's scores of the main pages, served as a careful host does: figures, no tests.

Build the site, then:  .venv/bin/python tests/benchmarks/lighthouse.py [site] [--only artikel/]

Lighthouse comes through npx, at the first call from npm; --command names another one. The site
must be built for the address at which it is measured, since canonical links are judged too:

    SITE_URL=http://127.0.0.1:8713/sub/path/ python -m mkdocs build --strict
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from page import BASE, ROOT, Host, serving

from chromium import executable

PORT = 8713
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
PAGES = (
    "",
    "artikel/",
    "glosarium/keuntungan-relatif/",
    "glosarium/",
    "linimasa/",
    "rujukan/",
    "dilema/",
    "en/",
    "en/article/",
    "en/glossary/relative-gains/",
    "en/glossary/",
    "en/timeline/",
    "en/references/",
    "en/dilemma/",
)


def report(command: list[str], url: str) -> dict[str, Any]:
    """What Lighthouse says of one address, on its own phone and network."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.json")
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu"]
        words = [*command, url, "--quiet", "--output=json", f"--output-path={file}"]
        words += [f"--chrome-flags={' '.join(flags)}", f"--only-categories={','.join(CATEGORIES)}"]
        environment = {**os.environ, "CHROME_PATH": executable()}
        subprocess.run(words, check=True, env=environment, stdout=subprocess.DEVNULL)
        found: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return found


def line(path: str, found: dict[str, Any]) -> str:
    """One row of the table, and below it what cost points."""
    scores = [round(100 * (found["categories"][name]["score"] or 0)) for name in CATEGORIES]
    audits = found["audits"]
    times = [audits[name]["numericValue"] for name in FIGURES]
    shift = audits["cumulative-layout-shift"]["numericValue"]
    row = f"{path or '(home)':32}" + "".join(f"{score:6}" for score in scores)
    row += "".join(f"{time:8.0f}" for time in times) + f"{shift:8.3f}"
    return "\n".join([row, *(f"    {name}" for name in lost(found))])


def lost(found: dict[str, Any]) -> list[str]:
    """The audits that weigh something and are not perfect, outside of performance."""
    return [
        f"{name}: {one['id']}"
        for name in CATEGORIES[1:]
        for one in found["categories"][name]["auditRefs"]
        if one["weight"] and found["audits"][one["id"]]["score"] not in {1, None}
    ]


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--only", nargs="*", default=PAGES, help="addresses of pages in the site")
    parser.add_argument("--command", default="npx --yes lighthouse", help="how to start Lighthouse")
    return parser.parse_args()


def main() -> None:
    """Print one row for each page that the site has."""
    options = arguments()
    command = shlex.split(options.command)
    if not shutil.which(command[0]):
        sys.exit(f"no {command[0]}: Lighthouse needs Node.js with npm")
    host = Host(options.site)
    pages = [path for path in options.only if host.read(BASE + path)]
    print(f"{'page':32}perf.  a11y  best   SEO     FCP     LCP     TBT     CLS")
    with serving(host, PORT) as base:
        for path in pages:
            print(line(path, report(command, base + path)), flush=True)


if __name__ == "__main__":
    main()

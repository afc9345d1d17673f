"""Read our exports with citation-js and print what it makes of them: a figure, no test.

It needs Node and so is no part of the test run. In an empty folder:
    npm install @citation-js/core @citation-js/plugin-csl @citation-js/plugin-bibtex \
        @citation-js/plugin-ris
Then, after `python3 run.py build`:  .venv/bin/python tests/benchmarks/citation_js.py that/folder
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

FILES = Path(__file__).resolve().parents[2] / "site" / "unduh"
READ = """
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-csl'); require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')
const fs = require('fs'), texts = process.argv.slice(1).map(name => fs.readFileSync(name, 'utf8'))
console.log(JSON.stringify(texts.map(text => new Cite(text).data)))
"""
COMPARED = (
    "type",
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "DOI",
    "URL",
    "publisher",
)


def read(folder: str) -> list[dict[str, dict]]:
    """The works of rujukan.json, .bib and .ris as citation-js has them, by their ids."""
    names = [str(FILES / f"rujukan.{end}") for end in ("json", "bib", "ris")]
    command = ["node", "-e", READ, *names]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    lists = json.loads(done.stdout)
    return [{item.get("id") or item["citation-key"]: item for item in items} for items in lists]


def year(item: dict) -> int | None:
    """The first year of a work."""
    parts = item.get("issued", {}).get("date-parts", [[None]])
    return int(parts[0][0]) if parts[0][0] else None


def people(item: dict) -> int:
    """How many authors and editors a work has."""
    return sum(len(item.get(role, ())) for role in ("author", "editor"))


def main() -> None:
    """Print how many works each format gives back, and which fields differ how often."""
    if len(sys.argv) != 2 or not FILES.is_dir():
        sys.exit("usage: citation_js.py folder/with/node_modules   (after `python3 run.py build`)")
    ours = {item["id"]: item for item in json.loads((FILES / "rujukan.json").read_text("utf-8"))}
    for form, found in zip(("CSL-JSON", "BibTeX", "RIS"), read(sys.argv[1]), strict=True):
        missing = sorted(set(ours) - set(found))
        differ: Counter[str] = Counter()
        for key in set(ours) & set(found):
            was, now = ours[key], found[key]
            differ.update(name for name in COMPARED if was.get(name) != now.get(name))
            differ.update(["year"] * (year(was) != year(now)))
            differ.update(["people"] * (people(was) != people(now)))
        print(
            f"{form}: {len(found)} of {len(ours)} works, missing {missing}; differ: {dict(differ)}"
        )


if __name__ == "__main__":
    main()

"""Run the Nu HTML checker over the built site and print what it says, counted: a figure, no test.

The checker is a Java program and so no part of the test run. Get `vnu.jar` (npm package
`vnu-jar`), build the site, then:  .venv/bin/python tests/benchmarks/nu.py path/to/vnu.jar
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

SITE = Path(__file__).resolve().parents[2] / "site"


def messages(jar: str) -> list[dict[str, str]]:
    """What the checker says about every page in site/."""
    options = ["--format", "json", "--exit-zero-always", "--skip-non-html"]
    command = ["java", "-jar", jar, *options, str(SITE)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stderr)["messages"]


def main() -> None:
    """Print the number of pages, then each kind of message with how often it came."""
    if len(sys.argv) != 2 or not SITE.is_dir():
        sys.exit("usage: nu.py path/to/vnu.jar   (after `python3 run.py build`)")
    counts = Counter((one["type"], one["message"]) for one in messages(sys.argv[1]))
    kinds = Counter(dict.fromkeys(("error", "info"), 0))
    for (kind, _), times in counts.items():
        kinds[kind] += times
    print(f"{len(list(SITE.rglob('*.html')))} pages: {dict(kinds)}")
    for (kind, message), times in counts.most_common():
        print(f"{times:4}  {kind}: {message}")


if __name__ == "__main__":
    main()

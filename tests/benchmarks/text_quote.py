"""Find our annotations with two libraries of text-quote anchoring and print what they find.

It needs Node and so is no part of the test run, which has an implementation of its own. In an
empty folder:
    npm install esbuild @apache-annotator/dom @apache-annotator/selector \
        @babel/runtime-corejs3 dom-anchor-text-quote
Then, after `python3 run.py build`:
    EXPLAINER_CHROMIUM=/usr/bin/chromium .venv/bin/python tests/benchmarks/text_quote.py that/folder
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve()
SITE = HERE.parents[2] / "site"
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

ENTRY = """
import { createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { toRange } from "dom-anchor-text-quote";
Object.assign(globalThis, { createTextQuoteSelectorMatcher, toRange });
"""
LOOK = """async items => {
  const found = {apache: 0, dom_anchor: 0, several: [], wrong: []};
  for (const {id, target: {selector}} of items) {
    const name = id.split("#")[1], ranges = [], all = document.body;
    for await (const one of createTextQuoteSelectorMatcher(selector)(all)) ranges.push(one);
    const more = document.querySelectorAll(`[data-a="${name.slice(2)}"]`);
    const marks = [document.getElementById(name), ...more];
    const fits = range => range?.toString() === selector.exact
      && marks.every(one => range.intersectsNode(one));
    if (ranges.length !== 1) found.several.push(name);
    else found.apache += fits(ranges[0]);
    const other = toRange(all, selector);
    if (fits(other)) found.dom_anchor += 1;
    else found.wrong.push(`${name}: ${other}`);
  }
  return found;
}"""


def bundle(folder: str) -> str:
    """Both libraries as one script."""
    command = ["node_modules/.bin/esbuild", "--bundle", "--format=iife", "--loader=js"]
    done = subprocess.run(
        command, cwd=folder, input=ENTRY, check=True, capture_output=True, text=True
    )
    return done.stdout


def report(page: Page, address: str, file: Path, script: str) -> None:
    """What the libraries find on one page."""
    page.goto(address)
    page.evaluate(script)
    items = json.loads(file.read_text("utf-8"))["items"]
    print(file.name, len(items), page.evaluate(LOOK, items))


def main() -> None:
    """Look on both articles."""
    from chromium import launch
    from server import serve

    if len(sys.argv) != 2 or not SITE.is_dir():
        sys.exit(__doc__)
    script = bundle(sys.argv[1])
    with serve(SITE, "/") as base, sync_playwright() as playwright:
        page = launch(playwright.chromium).new_context(bypass_csp=True).new_page()
        for path, name in (("artikel", "anotasi-artikel"), ("en/article", "annotations-article")):
            report(page, f"{base}{path}/", SITE / "unduh" / f"{name}.jsonld", script)


if __name__ == "__main__":
    main()

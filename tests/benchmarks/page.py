"""Print what a page costs on a cheap phone, beside its bare words: figures, never assertions.

Build the site, then:  .venv/bin/python tests/benchmarks/page.py [site] [--runs 5] [--only artikel/]

The phone is Lighthouse's: 412 by 823 CSS pixels, a processor four times slower, 1.6 Mbit/s down,
and 562.5 ms from a request to its answer (150 ms, as simulated, with --latency 150). The bare page
holds the same words in <h1>, <h2> and <p>, and nothing else: what the network alone costs.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import brotli
from justhtml import JustHTML
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from chromium import launch  # noqa: E402  # found through the path above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

BASE = "/sub/path/"
BARE = "bare/"
PAGES = (
    "",
    "artikel/",
    "linimasa/",
    "glosarium/",
    "glosarium/keuntungan-relatif/",
    "dilema/",
    "rujukan/",
    "tentang/",
    "en/",
    "en/article/",
    "en/timeline/",
    "en/glossary/",
    "en/glossary/relative-gains/",
    "en/dilemma/",
    "en/references/",
    "en/about/",
)
WORDS = ("h1", "h2", "h3", "p", "li", "dt", "dd", "td", "th")
PHONE = {"viewport": {"width": 412, "height": 823}, "is_mobile": True, "has_touch": True}
DOWN, UP = 1_638_400 // 8, 750_000 // 8  # bytes a second
SETTLED = 1_500  # ms after the load event, for what comes late

WATCH = """(() => {
  const seen = globalThis.__seen = {lcp: 0, cls: 0, long: []};
  const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take))
    .observe({type, buffered: true});
  watch('largest-contentful-paint', one => { seen.lcp = one.startTime; });
  watch('layout-shift', one => { if (!one.hadRecentInput) seen.cls += one.value; });
  watch('longtask', one => { seen.long.push([one.startTime, one.duration]); });
})()"""
READ = """() => {
  const paints = performance.getEntriesByType('paint');
  const first = paints.find(one => one.name === 'first-contentful-paint')?.startTime ?? 0;
  const {lcp, cls, long} = globalThis.__seen;
  const late = long.filter(([start, length]) => start + length > first);
  return {lcp, cls, tbt: late.reduce((sum, [, length]) => sum + Math.max(0, length - 50), 0)};
}"""


@dataclass
class Cost:
    """What one visit of a page took: the files it asked for, and its times."""

    urls: list[str]
    times: list[dict[str, float]] = field(default_factory=list)

    def of(self, name: str) -> float:
        """The median of one figure over all runs."""
        return median(one[name] for one in self.times)


@cache
def packed(content: bytes, coding: str) -> bytes:
    """Content as a careful host sends it: brotli at level 11, gzip at level 9, or as it is."""
    if coding == "br":
        return bytes(brotli.compress(content, quality=11))
    return gzip.compress(content, 9, mtime=0) if coding == "gzip" else content


def is_packed_already(path: str) -> bool:
    """Whether packing again would gain nothing."""
    return path.endswith((".woff2", ".png", ".gz", ".zip"))


class Host:
    """Files of the built site, and for each page another one with its words alone."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def read(self, url: str) -> bytes | None:
        """The content behind an address, or None."""
        path = urlsplit(url).path.removeprefix(BASE)
        if path.startswith(BARE):
            found = self.read(BASE + path.removeprefix(BARE))
            return bare(found.decode()).encode() if found else None
        file = self.site / (path + "index.html" if path.endswith("/") or not path else path)
        return file.read_bytes() if file.is_file() else None

    def size(self, url: str, coding: str) -> int:
        """Bytes of the body of an answer."""
        content = self.read(url) or b""
        return len(content if is_packed_already(url) else packed(content, coding))


@cache
def bare(html: str) -> str:
    """The visible words of a page's main part, in headings and paragraphs."""
    tree = JustHTML(html, sanitize=False)
    blocks = tree.query(", ".join(f"main {name}" for name in WORDS))
    hidden = {id(node) for node in tree.query("[popover] *, [hidden] *, details *, nav *")}
    lines = [f"<!doctype html><html lang=id><meta charset=utf-8><title>{escape('Bare')}</title>"]
    lines.append('<meta name=viewport content="width=device-width,initial-scale=1">')
    for node in blocks:
        if id(node) in hidden or node.query("p, li, dt, dd, td, th"):
            continue
        name = node.name if node.name in {"h1", "h2", "h3"} else "p"
        words = " ".join(node.to_text(separator=" ", strip=True).split())
        lines.append(f"<{name}>{escape(words)}</{name}>")
    return "\n".join(lines)


def handler_of(host: Host) -> type[BaseHTTPRequestHandler]:
    """What answers requests for a host's files, packed with brotli."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            content = host.read(self.path)
            coding = "identity" if is_packed_already(self.path) else "br"
            body = packed(content or b"", coding)
            self.send_response(200 if content is not None else 404)
            path = urlsplit(self.path).path
            kind = "text/html" if path.endswith("/") else guess_type(path)[0] or "text/plain"
            text = kind.startswith("text/") or kind.endswith(("javascript", "json"))
            self.send_header("Content-Type", kind + ("; charset=utf-8" if text else ""))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Encoding", coding)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Stay quiet."""

    return Handler


@contextmanager
def serving(host: Host, port: int = 0) -> Iterator[str]:
    """The host on a local port, or a free one, while the block runs; gives its address."""
    with ThreadingHTTPServer(("127.0.0.1", port), handler_of(host)) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()


def slow_down(page: Page, latency: float) -> None:
    """Make the network and the processor those of a cheap phone."""
    session = page.context.new_cdp_session(page)
    speed = {"latency": latency, "downloadThroughput": DOWN, "uploadThroughput": UP}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def visit(browser: Browser, url: str, latency: float) -> Cost:
    """Open a page for the first time, wait until it rests, and read its figures."""
    context = browser.new_context(**PHONE, service_workers="block")
    page = context.new_page()
    cost = Cost([])
    page.on("request", lambda request: cost.urls.append(request.url))
    page.add_init_script(WATCH)
    slow_down(page, latency)
    page.goto(url, wait_until="load", timeout=60_000)
    page.wait_for_timeout(SETTLED)
    cost.times.append(page.evaluate(READ))
    context.close()
    return cost


def measure(browser: Browser, url: str, runs: int, latency: float) -> Cost:
    """Several first visits of a page as one."""
    costs = [visit(browser, url, latency) for _ in range(runs)]
    return Cost(costs[0].urls, [time for cost in costs for time in cost.times])


def line(host: Host, name: str, page: Cost, words: Cost) -> str:
    """One row of the table."""

    def total(coding: str, end: str = "") -> float:
        return sum(host.size(url, coding) for url in page.urls if url.endswith(end)) / 1000

    rest = total("br") - total("br", ".woff2")
    figures = [
        f"{len(page.urls):4} {rest:7.1f} {total('br'):7.1f} {total('gzip'):7.1f}",
        f"{total('br', '.js'):7.1f} {host.size(words.urls[0], 'br') / 1000:7.1f}",
        f"{page.of('lcp'):7.0f} {words.of('lcp'):7.0f} {page.of('lcp') / words.of('lcp'):6.2f}",
        f"{page.of('tbt'):5.0f} {page.of('cls'):7.4f}",
    ]
    return f"{name or '(home)':30}" + " ".join(figures)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument(
        "--runs", type=int, default=3, help="visits of each page; the median counts"
    )
    parser.add_argument("--only", nargs="*", default=PAGES, help="addresses of pages in the site")
    parser.add_argument("--latency", type=float, default=562.5, help="ms before each answer")
    return parser.parse_args()


def main() -> None:
    """Print one row for each page that the site has."""
    options = arguments()
    host = Host(options.site)
    pages = [path for path in options.only if host.read(BASE + path)]
    if not pages:
        sys.exit(f"no page of the list is in {options.site}: build the site first")
    print("kB: before fonts and in all (brotli), in all (gzip), scripts, bare page; then ms")
    print(f"{'page':30}req.  before  brotli    gzip  script    bare     LCP    bare  ratio", end="")
    print("   TBT     CLS")
    with serving(host) as base, sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        for path in pages:
            page = measure(browser, base + path, options.runs, options.latency)
            words = measure(browser, base + BARE + path, options.runs, options.latency)
            print(line(host, path, page, words), flush=True)
        browser.close()


if __name__ == "__main__":
    main()

"""The check of all addresses of sources.yml: `python3 run.py links` starts this as a program.

Several hosts are asked at once, each of them at most once a second. What was found is written as
it comes, so the run can be stopped at any time (Ctrl-C) and goes on where it stopped.
"""

from __future__ import annotations

import argparse
import queue
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import yaml

from .library import PATH as SOURCES
from .library import read_entries
from .linkcheck import Answer, Request, Visit, addresses_of, availability, copy_in, due, host_of
from .linkfetch import fetch
from .linkstate import PATH, Checked, read_checks, written
from .yamlfile import read_yaml

DOCS = Path(__file__).resolve().parents[2] / "docs"
WORKERS = 6
PAUSE = 1.0  # seconds between two requests to one host
_SAVE_EVERY = 5.0
_MOST = 64_000  # bytes of an answer about archived copies
_HEAD = (
    "# What `python3 run.py links` found at the addresses of sources.yml. That command writes it;\n"
    "# pages show it. A copy under `archived` is a proposal: move it to `archive_location` of the\n"
    "# work once someone has looked at it.\n"
)

_T = TypeVar("_T")
Fetch = Callable[[Request, int], Answer]
Tell = Callable[[str], object]
Work = Callable[[str], Checked | None]


@dataclass(slots=True)
class Gate:
    """Lets requests to one host pass one at a time, with a pause between them."""

    pause: float = PAUSE
    stop: threading.Event = field(default_factory=threading.Event)
    _next: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, address: str) -> None:
        """Return when the host may be asked, or at once when the run is to stop."""
        host = host_of(address)
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next.get(host, now))
            self._next[host] = at + self.pause
        self.stop.wait(at - now)


class Check:
    """One run: which addresses, how they are asked, what was found so far."""

    def __init__(self, file: Path, ask: Fetch, gate: Gate | None = None) -> None:
        self.file = file
        self.ask = ask
        self.gate = gate or Gate()
        self.checks = read_checks(read_yaml(file))
        self._saved = time.monotonic()

    def run(self, addresses: Sequence[str], tell: Tell) -> None:
        """Check addresses, and look for copies of those that are closed to readers."""
        bar = Bar(len(addresses), tell)
        for found in self._all(addresses, self._visit):
            self._keep(found)
            bar.step(found)
        bar.end()
        lost = [a for a in addresses if self._is_lost(a)]
        for found in self._all(lost, self._copied):
            self._keep(found)
        self.save()

    def _is_lost(self, address: str) -> bool:
        check = self.checks.get(address)
        return bool(check and not check.is_open and not check.archived)

    def _visit(self, address: str) -> Checked | None:
        visit = Visit(address, datetime.now(UTC).date())
        step: Request | Checked = visit.request
        while isinstance(step, Request):
            self.gate.stop.wait(step.pause)
            self.gate.wait(step.address)
            if self.gate.stop.is_set():
                return None
            step = visit.take(self.ask(step, 0), datetime.now(UTC))
        return step

    def _copied(self, address: str) -> Checked | None:
        request = Request(availability(address), "GET")
        self.gate.wait(request.address)
        if self.gate.stop.is_set():
            return None
        copy = copy_in(self.ask(request, _MOST).body)
        return replace(self.checks[address], archived=copy)

    def _all(self, addresses: Sequence[str], work: Work) -> Iterator[Checked]:
        """What the workers find, as they find it; they end with the program, whatever they do."""
        waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        done: queue.SimpleQueue[Checked | Exception | None] = queue.SimpleQueue()
        for address in addresses:
            waiting.put(address)
        for _ in range(min(WORKERS, len(addresses))):
            threading.Thread(target=_work, args=(waiting, done, work), daemon=True).start()
        for _ in addresses:
            found = _taken(done)
            if isinstance(found, Exception):
                raise found
            if found:
                yield found

    def _keep(self, found: Checked) -> None:
        before = self.checks.get(found.address)
        if before and not found.archived and not found.is_open:
            found = replace(found, archived=before.archived)
        self.checks[found.address] = found
        if time.monotonic() - self._saved > _SAVE_EVERY:
            self.save()

    def save(self) -> None:
        """Write what is known, in one go: a reader never meets half a file."""
        rows = [written(self.checks[address]) for address in sorted(self.checks)]
        text = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=200)
        beside = self.file.with_suffix(".part")
        beside.write_text(_HEAD + text, "utf-8", newline="\n")
        beside.replace(self.file)
        self._saved = time.monotonic()


def _work(
    waiting: queue.SimpleQueue[str],
    done: queue.SimpleQueue[Checked | Exception | None],
    work: Work,
) -> None:
    while True:
        try:
            address = waiting.get_nowait()
        except queue.Empty:
            return
        try:
            done.put(work(address))
        except Exception as fault:
            done.put(fault)


def _taken(done: queue.SimpleQueue[_T]) -> _T:
    """The next result, awaited in short steps: some systems deliver Ctrl-C only between them."""
    while True:
        try:
            return done.get(timeout=0.3)
        except queue.Empty:
            continue


class Bar:
    """How far the run is: a bar on a terminal, a line now and then elsewhere."""

    def __init__(self, total: int, tell: Tell, *, live: bool | None = None) -> None:
        self.total = total
        self.tell = tell
        self.live = sys.stderr.isatty() if live is None else live
        self.counts: Counter[str] = Counter()

    def step(self, found: Checked) -> None:
        """One more is done."""
        self.counts[found.outcome] += 1
        done = self.counts.total()
        if self.live:
            filled = 30 * done // self.total
            self.tell(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{self.total}")
        elif done % 20 == 0:
            self.tell(f"{done}/{self.total}\n")

    def end(self) -> None:
        """What was found, in one line."""
        told = ", ".join(f"{name} {count}" for name, count in self.counts.most_common())
        self.tell(f"{chr(10) if self.live else ''}Checked {self.counts.total()}: {told or '-'}\n")


def known_addresses(docs: Path = DOCS) -> list[str]:
    """The addresses of all works that we stand behind."""
    entries, _ = read_entries(read_yaml(docs / SOURCES))
    return addresses_of(entry.item for entry in entries)


def main(arguments: Sequence[str]) -> int:
    """Check what is due; the exit code is 130 when stopped by Ctrl-C, else 0."""
    parser = argparse.ArgumentParser(
        prog="run.py links", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--days", type=int, default=30, help="check again after so many days")
    known = parser.parse_args(arguments)
    check = Check(DOCS / PATH, lambda request, most: fetch(request, most=most))
    addresses = due(known_addresses(), check.checks, datetime.now(UTC).date(), known.days)
    sys.stderr.write(f"{len(addresses)} addresses to check; Ctrl-C stops, the next run goes on\n")
    try:
        check.run(addresses, sys.stderr.write)
    except KeyboardInterrupt:
        check.gate.stop.set()
        check.save()
        sys.stderr.write("\nStopped; what was found is kept.\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

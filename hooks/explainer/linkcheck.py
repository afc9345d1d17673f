"""How an address is checked: what to ask next, when to wait, what was found. No network here.

HEAD comes first, GET where HEAD is refused. Redirects are followed to web addresses only. 429, 5xx
and silence are tried again, after the time the server names (`Retry-After`, RFC 9110) or twice the
last pause; a server that wants more patience than we have is left alone. A DOI is good when the
resolver knows it: where it leads is the publisher's business.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from .linkstate import Checked

TRIES = 3
FIRST_PAUSE = 2.0  # seconds; doubled each time
LONGEST_PAUSE = 120.0
MOST_REDIRECTS = 10
LONGEST_ADDRESS = 4000

_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_AGAIN = ("limited", "broken", "unreachable")
_OUTCOMES = {404: "gone", 410: "gone", 401: "closed", 403: "closed", 451: "closed", 429: "limited"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status with the headers that matter, or an error in one word."""

    status: int = 0
    location: str = ""
    retry_after: str = ""
    error: str = ""  # unsafe: refused by us; anything else: no answer that we understand
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask, and how long to wait before."""

    address: str
    method: str = "HEAD"
    pause: float = 0.0


class Visit:
    """The check of one address: answers go in, the next request or the result comes out."""

    def __init__(self, address: str, today: date) -> None:
        self.address = address
        self.today = today
        self.request = Request(urldefrag(address)[0])
        self._seen = {self.request.address}
        self._tries = 1
        self._is_permanent = True

    def take(self, answer: Answer, now: datetime) -> Request | Checked:
        """What follows from an answer to the last request."""
        if answer.status in _REDIRECTS and answer.location:
            return self._redirected(answer)
        if self._is_head_refused(answer):
            return self._ask(Request(self.request.address, "GET"))
        outcome = outcome_of(answer)
        pause = pause_of(answer, self._tries, now)
        if outcome in _AGAIN and self._tries < TRIES and pause is not None:
            self._tries += 1
            return self._ask(Request(self.request.address, self.request.method, pause))
        return self._found(outcome, answer.status)

    def _is_head_refused(self, answer: Answer) -> bool:
        if self.request.method != "HEAD" or answer.error == "unsafe":
            return False
        return bool(answer.error) or (answer.status >= 400 and answer.status != 429)

    def _redirected(self, answer: Answer) -> Request | Checked:
        if urlsplit(self.request.address).hostname == "doi.org":
            return self._found("ok", 200)
        target = target_of(self.request.address, answer.location)
        if not target:
            return self._found("unsafe", answer.status)
        if target in self._seen or len(self._seen) > MOST_REDIRECTS:
            return self._found("broken", answer.status)
        self._seen.add(target)
        self._is_permanent &= answer.status in _PERMANENT
        return self._ask(Request(target, self.request.method))

    def _ask(self, request: Request) -> Request:
        self.request = request
        return request

    def _found(self, outcome: str, status: int) -> Checked:
        moved = outcome == "ok" and len(self._seen) > 1 and self._is_permanent
        target = self.request.address if moved else ""
        day = self.today.isoformat()
        return Checked(self.address, "moved" if moved else outcome, status, day, target)


def outcome_of(answer: Answer) -> str:
    """What an answer that is no redirect says of an address."""
    if answer.error:
        return "unsafe" if answer.error == "unsafe" else "unreachable"
    if answer.status in _OUTCOMES:
        return _OUTCOMES[answer.status]
    if 200 <= answer.status < 300:
        return "ok"
    return "closed" if answer.status >= 600 else "broken"  # 999 and the like greet programs only


def target_of(address: str, location: str) -> str:
    """Where a redirect leads; nothing when that is no web address, or one with a password."""
    try:
        target = urldefrag(urljoin(address, location.strip()))[0]
        parts = urlsplit(target)
        _ = parts.port  # raises when it is no number
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    return target if is_web and "@" not in parts.netloc and len(target) < LONGEST_ADDRESS else ""


def pause_of(answer: Answer, tries: int, now: datetime) -> float | None:
    """Seconds until the next try; None when that is longer than we wait."""
    asked = retry_after(answer.retry_after, now)
    pause = FIRST_PAUSE * 2 ** (tries - 1) if asked is None else asked
    return pause if pause <= LONGEST_PAUSE else None


def retry_after(text: str, now: datetime) -> float | None:
    """The seconds a server asks for, as a number or as a date; None when it asks for nothing."""
    if re.fullmatch(r"\s*\d{1,9}\s*", text):
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())


# --- which addresses ------------------------------------------------------------------------------


def addresses_of(items: Iterable[Mapping[str, object]]) -> list[str]:
    """The web addresses of works, each once: URL, DOI, archived copy."""
    found = []
    for item in items:
        found += [str(item.get(key) or "") for key in ("URL", "archive_location")]
        found += [f"https://doi.org/{item['DOI']}"] if item.get("DOI") else []
    return list(dict.fromkeys(a for a in found if a.startswith(("http://", "https://"))))


def due(
    addresses: Iterable[str], checks: Mapping[str, Checked], today: date, days: int
) -> list[str]:
    """The addresses not checked within so many days, one host after another."""
    waiting = [a for a in addresses if a not in checks or _age(checks[a], today) >= days]
    return in_turn(waiting)


def _age(check: Checked, today: date) -> int:
    try:
        return (today - date.fromisoformat(check.checked)).days
    except ValueError:
        return 10**6


def in_turn(addresses: Iterable[str]) -> list[str]:
    """Addresses so that one host is asked as rarely in a row as can be."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(host_of(address), []).append(address)
    ranked = [(k, host, a) for host, those in hosts.items() for k, a in enumerate(those)]
    return [address for _, _, address in sorted(ranked, key=lambda one: one[0])]


def host_of(address: str) -> str:
    """The host of an address, or nothing."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


# --- archived copies ------------------------------------------------------------------------------


def availability(address: str, day: str = "") -> str:
    """Where the Wayback Machine says whether it has a copy, near a day if one is given."""
    when = f"&timestamp={day.replace('-', '')}" if day else ""
    return f"https://archive.org/wayback/available?url={quote(address, safe='')}{when}"


def copy_in(body: bytes) -> str:
    """The archived copy that the answer names; nothing when it names none that works."""
    try:
        closest = json.loads(body)["archived_snapshots"]["closest"]
        is_good = closest["available"] is True and str(closest["status"]) == "200"
        copy = str(closest["url"]).replace("http://", "https://", 1)
    except (ValueError, KeyError, TypeError):
        return ""
    return copy if is_good and copy.startswith("https://web.archive.org/web/") else ""

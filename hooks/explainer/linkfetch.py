"""One request to one server, on our terms: a deadline for all of it, no body, no private network.

The host is resolved first and only public addresses are called, so that no redirect reaches into
the network of whoever runs the check. What a hostile server can cost is one deadline.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urlsplit

from .linkcheck import Answer, Request

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

AGENT = "link-check of an annotated article (one request a second; run.py links)"
_SAFE = "/%:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Terms:
    """Seconds for a whole request; hosts that may be private (for tests on this machine)."""

    deadline: float = 20.0
    private: frozenset[str] = frozenset()


class Refused(Exception):  # noqa: N818  not a fault: our own rule
    """An address that we do not call."""


def fetch(request: Request, terms: Terms | None = None, most: int = 0) -> Answer:
    """The answer to a request; of its body no more than `most` bytes."""
    try:
        return _fetch(urlsplit(request.address), request.method, terms or Terms(), most)
    except Refused:
        return Answer(error="unsafe")
    except TimeoutError:
        return Answer(error="timeout")
    except ssl.SSLError:
        return Answer(error="tls")
    except socket.gaierror:
        return Answer(error="dns")
    except (OSError, http.client.HTTPException, ValueError):  # also encodings and bad ports
        return Answer(error="malformed")


def _fetch(parts: SplitResult, method: str, terms: Terms, most: int) -> Answer:
    until = time.monotonic() + terms.deadline
    host = (parts.hostname or "").encode("idna").decode("ascii")
    wire = _Wire(_connect(host, parts, terms, until), until)
    port = f":{parts.port}" if parts.port else ""
    connection = http.client.HTTPConnection(f"[{host}]{port}" if ":" in host else f"{host}{port}")
    connection.sock = wire  # all that http.client asks of a socket
    try:
        path = quote(parts.path or "/", safe=_SAFE) + (
            f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
        )
        headers = {"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"}
        connection.request(method, path, headers=headers)
        return _read(connection.getresponse(), most)
    finally:
        wire.sock.close()


def _read(response: http.client.HTTPResponse, most: int) -> Answer:
    body = response.read(most) if most else b""
    location = response.getheader("Location") or ""
    decoded = location.encode("latin-1", "replace").decode("utf-8", "replace")
    return Answer(response.status, decoded, response.getheader("Retry-After") or "", "", body)


def _connect(host: str, parts: SplitResult, terms: Terms, until: float) -> socket.socket:
    if parts.scheme not in ("http", "https") or not host:
        raise Refused(parts.scheme)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    every = [str(info[4][0]) for info in found]
    addresses = [ip for ip in every if host in terms.private or _is_public(ip)]
    if not addresses:
        raise Refused(host)
    left = max(0.1, until - time.monotonic())
    plain = socket.create_connection((addresses[0], port), timeout=left)
    if parts.scheme == "http":
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


class _Wire:
    """A socket that keeps a deadline whatever the other side does."""

    def __init__(self, sock: socket.socket, until: float) -> None:
        self.sock = sock
        self.until = until

    def sendall(self, data: bytes) -> None:
        self.sock.settimeout(_left(self.until))
        self.sock.sendall(data)

    def makefile(self, *_: object) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self.sock, self.until))

    def close(self) -> None:
        """Nothing yet: http.client lets go of the connection before the answer is read."""


class _Reader(io.RawIOBase):
    def __init__(self, sock: socket.socket, until: float) -> None:
        self.sock = sock
        self.until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self.sock.settimeout(_left(self.until))
        return self.sock.recv_into(buffer)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left

"""A server on this machine that answers by script, also as no decent server would."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Hostile:
    """Answers each path with its bytes, or with a function that holds the connection."""

    def __init__(self, scripts: dict[str, bytes | Callable[[socket.socket], None]]) -> None:
        self.scripts = scripts
        self.asked: list[tuple[str, str, float]] = []  # method, path, when
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]

    def address(self, path: str) -> str:
        """The address of a path here."""
        return f"http://127.0.0.1:{self.port}{path}"

    def run(self) -> None:
        """Answer until the server is closed."""
        with suppress(OSError):
            while True:
                connection, _ = self.server.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            head = b""
            while b"\r\n\r\n" not in head:
                part = connection.recv(4096)
                if not part:
                    return
                head += part
            method, path, _ = head.decode("latin-1").split(" ", 2)
            self.asked.append((method, path, time.monotonic()))
            script = self.scripts.get(path, b"HTTP/1.1 404 Not Found\r\n\r\n")
            if callable(script):
                script(connection)
            else:
                connection.sendall(script)


def redirect(location: str, status: int = 302) -> bytes:
    """A redirect."""
    return f"HTTP/1.1 {status} Found\r\nLocation: {location}\r\n\r\n".encode()


def drip(connection: socket.socket) -> None:
    """One byte of a header at a time, for longer than anyone waits."""
    for byte in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 400:
        connection.sendall(bytes([byte]))
        time.sleep(0.05)


def silent(connection: socket.socket) -> None:
    """Nothing at all."""
    time.sleep(20)


def flood(connection: socket.socket) -> None:
    """A body without end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


@contextmanager
def hostile(scripts: dict[str, bytes | Callable[[socket.socket], None]]) -> Iterator[Hostile]:
    """The server, running until the block ends."""
    server = Hostile(scripts)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.server.shutdown(socket.SHUT_RDWR)
        server.server.close()
        thread.join(timeout=5)

"""Serves a built site under a sub-path on a free local port, as a static host would."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    """Answers below the base path only; everything else is the site's own 404 page."""

    def __init__(self, *args: Any, base: str, **kwargs: Any) -> None:
        self.base = base
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """Take the base path off; what lies outside it does not exist."""
        inside = path.startswith(self.base)
        return super().translate_path("/" + path.removeprefix(self.base) if inside else "/.outside")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with 404.html, as GitHub Pages does."""
        page = self._not_found_page() if code == HTTPStatus.NOT_FOUND else None
        if page is None:
            super().send_error(code, message, explain)
            return
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def _not_found_page(self) -> bytes | None:
        file = super().translate_path("/404.html")
        try:
            with open(file, "rb") as stream:  # noqa: PTH123  # a str path, from the parent class
                return stream.read()
        except FileNotFoundError:
            return None

    def log_message(self, *_args: Any) -> None:
        """Stay quiet."""


@contextmanager
def serve(folder: Path, base: str) -> Iterator[str]:
    """Serve `folder` at `base` while the block runs; gives the address, ending in a slash."""
    handler = partial(_Handler, directory=str(folder), base=base)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()

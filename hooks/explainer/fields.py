from __future__ import annotations
from .model import Source
def read_source(text: str, emphasised: tuple[str, ...] = ()) -> Source:
    return Source(text)

"""Which sources belong to training and which to validation: decided by name, so it never changes with order or seed."""

from __future__ import annotations

import hashlib
from typing import Literal

Split = Literal["train", "validation"]


def stable_hash(name: str) -> int:
    """A 32-bit hash that is the same in every run and on every machine."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8")).digest()[:4], "big")


def split_of(source: str, validation_percent: int = 4) -> Split:
    """The split of a source (a book, a repository, a paper, a block of neighbouring paragraphs)."""
    return "validation" if stable_hash(source) % 100 < validation_percent else "train"

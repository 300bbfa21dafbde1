"""The symbols the net tells apart: `name` or `alphabet:name` as the structure parser names them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

LEAST = 4
"""Instances in the data from which on a symbol is a class."""


@dataclass(frozen=True)
class Classes:
    """Names in the order of the net's outputs."""

    names: tuple[str, ...]

    @staticmethod
    def of(counts: Counter[str]) -> Classes:
        return Classes(tuple(sorted(name for name, count in counts.items() if count >= LEAST)))

    @staticmethod
    def load(path: Path) -> Classes:
        return Classes(tuple(json.loads(path.read_text(encoding="utf-8"))["names"]))

    def save(self, path: Path) -> None:
        path.write_text(json.dumps({"names": self.names}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    def index(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.names)}

"""Rendered lines on disk: `NAME.bin` holds deflated images one after the other, `NAME.jsonl` one record per image.

The record file is written last and renamed into place, so a shard that has one is complete and a run can be resumed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.uint8]
"""Grey image [height, width]; 0 is paper, 255 is ink."""


@dataclass
class LineRecord:
    """What is known about one rendered line."""

    labels: list[str]
    """The labels in reading order."""
    maths: list[tuple[int, int]]
    """Column ranges [from, to) of the image that hold mathematics."""
    kind: str
    """What the line was made from: prose, caption, code, maths …"""
    font: str
    height: int = 0
    width: int = 0
    offset: int = 0
    size: int = 0


@dataclass
class Shard:
    """A finished shard, opened for reading."""

    path: Path
    records: list[LineRecord] = field(default_factory=list)

    @staticmethod
    def open(records_path: Path) -> Shard:
        lines = records_path.read_text(encoding="utf-8").splitlines()
        return Shard(records_path.with_suffix(".bin"), [LineRecord(**json.loads(line)) for line in lines])

    def image(self, record: LineRecord) -> Ink:
        """The image of a record."""
        with self.path.open("rb") as file:
            file.seek(record.offset)
            data = zlib.decompress(file.read(record.size))
        return np.frombuffer(data, np.uint8).reshape(record.height, record.width)


class Stored(Protocol):
    """A record of an image in a shard's `.bin`."""

    offset: int
    size: int


def write_records(records_path: Path, items: Iterable[tuple[bytes, Stored]]) -> int:
    """Writes packed images and their records (dataclasses) as a shard and returns how many there are."""
    records_path.parent.mkdir(parents=True, exist_ok=True)
    images = records_path.with_suffix(".bin.part")
    offset = 0
    rows: list[str] = []
    with images.open("wb") as file:
        for data, record in items:
            record.offset, record.size = offset, len(data)
            file.write(data)
            offset += len(data)
            rows.append(json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":")))
    images.rename(records_path.with_suffix(".bin"))
    part = records_path.with_suffix(".jsonl.part")
    part.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    part.rename(records_path)
    return len(rows)


def write_shard(records_path: Path, lines: Iterable[tuple[Ink, LineRecord]]) -> int:
    """Writes a shard and returns the number of lines in it."""
    return write_records(records_path, (_packed(ink, record) for ink, record in lines))


def _packed(ink: Ink, record: LineRecord) -> tuple[bytes, LineRecord]:
    record.height, record.width = ink.shape
    return zlib.compress(np.ascontiguousarray(ink).tobytes(), 1), record


def open_shards(folder: Path, pattern: str = "*.jsonl") -> list[Shard]:
    """All finished shards of a folder, by name."""
    return [Shard.open(path) for path in sorted(folder.glob(pattern))]

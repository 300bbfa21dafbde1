"""Synthesised pages on disk: `NAME.bin` holds WebP images one after the other, `NAME.jsonl` one record per page.

The record file is written last and renamed into place, so a shard that has one is complete and a run can be resumed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from common.shards import write_records

Grey = NDArray[np.uint8]

LONG_SIDE = 1152
"""Pages are stored a little larger than the net sees them, so that augmentation can enlarge."""
WEBP_QUALITY = 72
"""About 80 kB a page: 750 pages fit into 64 MiB."""


@dataclass
class Region:
    kind: str
    box: list[float]
    """x0, y0, x1, y1 in pixels of the stored image."""


@dataclass
class Line:
    kind: str
    box: list[float]
    baseline: float
    x_height: float


@dataclass
class PageRecord:
    """What is known about one page; regions in reading order."""

    kind: str
    width: int
    height: int
    regions: list[Region]
    lines: list[Line]
    offset: int = 0
    size: int = 0

    @staticmethod
    def parse(text: str) -> PageRecord:
        row = json.loads(text)
        row["regions"] = [Region(**region) for region in row["regions"]]
        row["lines"] = [Line(**line) for line in row["lines"]]
        return PageRecord(**row)


@dataclass
class PageShard:
    path: Path
    records: list[PageRecord]

    @staticmethod
    def open(records_path: Path) -> PageShard:
        lines = records_path.read_text(encoding="utf-8").splitlines()
        return PageShard(records_path.with_suffix(".bin"), [PageRecord.parse(line) for line in lines])

    def image(self, record: PageRecord) -> Grey:
        with self.path.open("rb") as file:
            file.seek(record.offset)
            data = file.read(record.size)
        return np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)


def fit(grey: Grey, record: PageRecord) -> tuple[Grey, PageRecord]:
    """Image and boxes scaled to `LONG_SIDE`; `record.width` and `height` may be in any unit."""
    scale = LONG_SIDE / max(grey.shape)
    height, width = round(grey.shape[0] * scale), round(grey.shape[1] * scale)
    image = cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    x, y = width / record.width, height / record.height

    def placed(box: list[float]) -> list[float]:
        return [round(box[0] * x, 2), round(box[1] * y, 2), round(box[2] * x, 2), round(box[3] * y, 2)]

    regions = [Region(region.kind, placed(region.box)) for region in record.regions]
    lines = [Line(line.kind, placed(line.box), round(line.baseline * y, 2), round(line.x_height * y, 2)) for line in record.lines]
    return np.asarray(image, np.uint8), PageRecord(record.kind, width, height, regions, lines)


def write_shard(records_path: Path, pages: Iterable[tuple[Grey, PageRecord]]) -> int:
    """Writes a shard and returns the number of pages in it."""
    return write_records(records_path, ((_packed(grey), record) for grey, record in pages))


def _packed(grey: Grey) -> bytes:
    return cv2.imencode(".webp", grey, [cv2.IMWRITE_WEBP_QUALITY, WEBP_QUALITY])[1].tobytes()

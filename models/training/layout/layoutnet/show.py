"""Draws the labels of stored pages over their pictures: `python -m layoutnet.show build/train/html-0000.jsonl OUT.png 0 1 2 3`."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

from layoutnet.classes import INDEX
from layoutnet.page_store import PageShard


def colour(kind: str) -> tuple[int, int, int]:
    hue = np.uint8([[[INDEX[kind] * 47 % 180, 220, 200]]])
    return tuple(int(value) for value in cv2.cvtColor(hue, cv2.COLOR_HSV2BGR)[0, 0])  # type: ignore[return-value]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shard", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", type=int, nargs="+")
    arguments = parser.parse_args()
    shard = PageShard.open(arguments.shard)
    drawn = []
    for page in arguments.pages:
        record = shard.records[page]
        image = cv2.cvtColor(shard.image(record), cv2.COLOR_GRAY2BGR)
        for line in record.lines:
            x0, _, x1, _ = (round(value) for value in line.box)
            cv2.line(image, (x0, round(line.baseline)), (x1, round(line.baseline)), (0, 0, 255), 1)
            cv2.line(image, (x0, round(line.baseline - line.x_height)), (x1, round(line.baseline - line.x_height)), (255, 120, 0), 1)
        for region in record.regions:
            x0, y0, x1, y1 = (round(value) for value in region.box)
            cv2.rectangle(image, (x0, y0), (x1, y1), colour(region.kind), 2)
            cv2.putText(image, region.kind, (x0, max(10, y0 - 2)), cv2.FONT_HERSHEY_SIMPLEX, 0.4, colour(region.kind), 1)
        square = np.full((1152, 1152, 3), 128, np.uint8)
        square[: image.shape[0], : image.shape[1]] = image
        drawn.append(square[:, : max(900, image.shape[1])])
    cv2.imwrite(str(arguments.out), np.hstack(drawn))


if __name__ == "__main__":
    main()

"""A look at the labels: `python -m symbolnet.show build/train/0000.jsonl out.png`."""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

from symbolnet.data import PictureStore

COLOURS = [(200, 0, 0), (0, 140, 0), (0, 0, 220)]


def main() -> None:
    store = PictureStore(Path(sys.argv[1]).parent, Path(sys.argv[1]).name)
    rows = []
    for index in range(int(sys.argv[3]) if len(sys.argv) > 3 else 12):
        ink, record = store.picture(index)
        image = cv2.cvtColor(255 - ink // 2, cv2.COLOR_GRAY2BGR)
        image = cv2.resize(image, None, fx=2, fy=2)
        for name, x0, y0, x1, y1, baseline, level in record.symbols:
            colour = COLOURS[level]
            cv2.rectangle(image, (int(2 * x0), int(2 * y0)), (int(2 * x1), int(2 * y1)), colour, 1)
            cv2.putText(image, name[-12:], (int(2 * x0), int(2 * y0) - 2), cv2.FONT_HERSHEY_SIMPLEX, 0.35, colour, 1)
            if baseline is not None:
                cv2.line(image, (int(2 * x0), int(2 * baseline)), (int(2 * x1), int(2 * baseline)), (0, 160, 200), 1)
        for x0, y0, x1, y1 in record.rules:
            cv2.rectangle(image, (int(2 * x0), int(2 * y0) - 1), (int(2 * x1), int(2 * y1) + 1), (200, 0, 200), 1)
        rows.append(image)
    width = max(image.shape[1] for image in rows)
    padded = [cv2.copyMakeBorder(i, 4, 14, 0, width - i.shape[1], cv2.BORDER_CONSTANT, value=(255, 255, 255)) for i in rows]
    cv2.imwrite(sys.argv[2], np.vstack(padded))


if __name__ == "__main__":
    main()

"""The line frame: the fixed geometry in which the net sees every line. `models/README.md` states the same numbers."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

HEIGHT = 40
"""Rows of the net's input."""
X_HEIGHT = 13.0
"""Rows from the baseline to the top of an x."""
BASELINE = 28.0
"""Row boundary, from the top, on which letters stand: the ink of an x fills rows 15 to 27."""
WIDTH_MULTIPLE = 8

InkImage = NDArray[np.float32]


def to_frame(ink: InkImage, baseline: float, x_height: float, stretch: float = 1.0) -> InkImage:
    """Resamples a strip (baseline and x-height in its pixels) into the frame; result [40, width].

    Shrinking averages areas, enlarging is bilinear; the baseline then lands on row boundary 28 by a bilinear shift of less
    than one row. Rows outside the strip are paper.
    """
    scale = X_HEIGHT / x_height
    rows = max(1, round(ink.shape[0] * scale))
    columns = max(1, round(ink.shape[1] * scale * stretch))
    small = cv2.resize(ink, (columns, rows), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    shift = BASELINE - baseline * rows / ink.shape[0]
    move = np.array([[1, 0, 0], [0, 1, shift]], np.float32)
    return cv2.warpAffine(small, move, (columns, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=0)

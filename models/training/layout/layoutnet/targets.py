"""What the net is to say about a page: masks drawn from boxes.

The frame is 768 x 576 for portrait pages, 576 x 768 for the rest, the page as large as it fits, centred: about 70 px per inch of a letter page, where
ten-point print is 11 px from baseline to baseline and seven-point print on eight 8. Regions are told per 4 rows and 8 columns: print has two to three
rows of cells a line then, and regions end at blank columns wider than a cell.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from layoutnet.classes import INDEX
from layoutnet.page_store import PageRecord

FRAME = (768, 576)
"""Height and width of the portrait frame; landscape pages take the other one."""
CELL_HEIGHT = 4
CELL_WIDTH = 8
IGNORE = 255
PICTURE = 254
"""A picture of which nothing says whether it is a chart or a diagram."""

Matrix = NDArray[np.float64]
Mask = NDArray[np.uint8]


def frame_of(width: int, height: int) -> tuple[int, int]:
    return FRAME if height >= width else (FRAME[1], FRAME[0])


def corners(box: list[float], matrix: Matrix) -> NDArray[np.int32]:
    """Corners of a box under an affine matrix, in cells, with 4 fractional bits for `cv2.fillPoly`."""
    x0, y0, x1, y1 = box
    points = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]], np.float64) @ matrix.T
    # cell k covers [k, k + 1): its centre is what the polygon has to reach
    return np.round((points / np.array((CELL_WIDTH, CELL_HEIGHT)) - 0.5) * 16).astype(np.int32)


def draw_regions(record: PageRecord, matrix: Matrix, frame: tuple[int, int]) -> Mask:
    """Class per cell, [H/4, W/8]; `PICTURE`. `matrix` [2, 3] takes pixels of the stored image to the frame."""
    height, width = frame
    regions = np.zeros((height // CELL_HEIGHT, width // CELL_WIDTH), np.uint8)
    for region in sorted(record.regions, key=lambda r: -(r.box[2] - r.box[0]) * (r.box[3] - r.box[1])):
        value = PICTURE if region.kind == "figure" else INDEX[region.kind]
        cv2.fillPoly(regions, [corners(region.box, matrix)], value, shift=4)
    return regions

"""What the net is to say about a page: masks drawn from boxes.

The frame is 1024 x 768 for portrait pages, 768 x 1024 for the rest, the page as large as it fits, centred. Ten-point print is 14 to 15 frame pixels from
baseline to baseline then and its x-height 5 to 6; seven-point print on eight has 10 and 4. Regions are told per 4 x 4 pixels. Line cores (baseline to
x-height) are told per 2 rows and 4 columns: at 4 rows seven-point print would have one row of core and one of gap, at 2 it has two and three.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from layoutnet.classes import INDEX
from layoutnet.page_store import PageRecord

FRAME = (1024, 768)
"""Height and width of the portrait frame; landscape pages take the other one."""
CELL = 4
LINE_ROW = 2
IGNORE = 255
PICTURE = 254
"""A picture of which nothing says whether it is a chart or a diagram."""

Matrix = NDArray[np.float64]
Mask = NDArray[np.uint8]


@dataclass
class Targets:
    regions: Mask
    """[H/4, W/4], class per cell; `IGNORE`, `PICTURE`."""
    core: Mask
    """[H/2, W/4], 1 between baseline and x-height of a text line."""
    first: Mask
    """[H/2, W/4], on cores: 1 in the first line of a region, 0 in the others; `IGNORE` elsewhere."""


def frame_of(width: int, height: int) -> tuple[int, int]:
    return FRAME if height >= width else (FRAME[1], FRAME[0])


def corners(box: list[float], matrix: Matrix, scale: tuple[float, float]) -> NDArray[np.int32]:
    """Corners of a box under an affine matrix, in cells, with 4 fractional bits for `cv2.fillPoly`."""
    x0, y0, x1, y1 = box
    points = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]], np.float64) @ matrix.T
    # cell k covers [k, k + 1): its centre is what the polygon has to reach
    return np.round((points / np.array(scale) - 0.5) * 16).astype(np.int32)


def draw_targets(record: PageRecord, matrix: Matrix, frame: tuple[int, int], upright: bool) -> Targets:
    """`matrix` [2, 3] takes pixels of the stored image to the frame. Lines of a page that is not upright are not asked for."""
    height, width = frame
    regions = np.zeros((height // CELL, width // CELL), np.uint8)
    core = np.zeros((height // LINE_ROW, width // CELL), np.uint8)
    first = np.full_like(core, IGNORE)
    for region in sorted(record.regions, key=lambda r: -(r.box[2] - r.box[0]) * (r.box[3] - r.box[1])):
        value = PICTURE if region.kind == "figure" else INDEX[region.kind]
        cv2.fillPoly(regions, [corners(region.box, matrix, (CELL, CELL))], value, shift=4)
    if not upright:
        return Targets(regions, np.full_like(core, IGNORE), first)
    tops = region_tops(record)
    for line in record.lines:
        band = [line.box[0], line.baseline - line.x_height, line.box[2], line.baseline]
        shape = [corners(band, matrix, (CELL, LINE_ROW))]
        cv2.fillPoly(core, shape, 1, shift=4)
        starts = any(
            abs(line.box[1] - top) < line.x_height and line.kind == kind and x0 <= line.box[0] + 2 <= x1 for kind, top, x0, x1 in tops
        )
        cv2.fillPoly(first, shape, int(starts), shift=4)
    return Targets(regions, core, first)


def region_tops(record: PageRecord) -> list[tuple[str, float, float, float]]:
    return [(region.kind, region.box[1], region.box[0] - 2, region.box[2]) for region in record.regions]

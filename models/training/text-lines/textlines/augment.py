"""Master image to net input: neighbours, geometry, capture defects, and the small errors of the line finder."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from common.degrade import Grade, add_dirt, capture, level_contrast, thicken
from common.shards import Ink
from textlines import frame, master

Mask = NDArray[np.float32]


def _with_neighbours(ink: Ink, neighbours: list[Ink], rng: np.random.Generator) -> Ink:
    """Adds the lines above and below where the leading lets them reach into the frame."""
    out = ink.copy()
    pitch = int(rng.uniform(2.25, 3.2) * master.X_HEIGHT)
    for side, other in zip(rng.permutation(2), neighbours, strict=False):
        width = min(out.shape[1], other.shape[1])
        offset = int(rng.integers(0, out.shape[1] - width + 1))
        if side == 0:
            part = out[: master.HEIGHT - pitch, offset : offset + width]
            np.maximum(part, other[pitch:, :width], out=part)
        else:
            part = out[pitch:, offset : offset + width]
            np.maximum(part, other[: master.HEIGHT - pitch, :width], out=part)
    return out


def _margins(ink: Ink, mask: Mask, rng: np.random.Generator) -> tuple[Ink, Mask]:
    """Cuts or widens the white left and right of the line."""
    left, right = (int(rng.integers(-10, 25)) for _ in range(2))
    ink = np.pad(ink[:, max(0, -left) : ink.shape[1] - max(0, -right)], ((0, 0), (max(0, left), max(0, right))))
    mask = np.pad(mask[max(0, -left) : mask.shape[0] - max(0, -right)], (max(0, left), max(0, right)))
    return ink, mask


def augment(
    image: Ink, maths: list[tuple[int, int]], neighbours: list[Ink], grade: Grade, rng: np.random.Generator, framing: float = 1.0
) -> tuple[frame.InkImage, Mask]:
    """One line as the net may meet it: ink [40, W] and the maths mask [W/4], W a multiple of 8.

    `framing` scales the errors of baseline, x-height and slope; 0 gives exact framing.
    """
    mask = np.zeros(image.shape[1], np.float32)
    for a, b in maths:
        mask[a:b] = 1
    image, mask = _margins(image, mask, rng)
    if neighbours and rng.random() < 0.35:
        image = _with_neighbours(image, neighbours, rng)
    if rng.random() < 0.02 + grade.dirt * 0.5:  # a rule below the text: links, headings, forms
        row = master.BASELINE + int(rng.integers(3, 12))
        image = image.copy()
        image[row : row + int(rng.integers(1, 4))] = 255
    ink = image.astype(np.float32) / 255
    if rng.random() < grade.stroke:
        ink = thicken(ink, rng)
    x_height = float(np.exp(rng.uniform(*np.log(grade.x_height))))
    scale = x_height / master.X_HEIGHT
    columns, rows = max(4, round(ink.shape[1] * scale)), max(4, round(master.HEIGHT * scale))
    ink = cv2.resize(ink, (columns, rows), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    if rng.random() < 0.3 * framing:
        slope = rng.normal(0, 0.0018)
        slant = rng.normal(0, 0.05) if rng.random() < 0.3 else 0.0
        baseline = master.BASELINE * scale
        move = np.array([[1, slant, -slant * baseline], [slope, 1, -slope * columns / 2]], np.float32)
        ink = cv2.warpAffine(ink, move, (columns, rows), flags=cv2.INTER_LINEAR, borderValue=0)
    ink = capture(add_dirt(ink, grade, rng), grade, rng)
    if rng.random() < 0.9:
        ink = level_contrast(ink)
    else:
        ink = np.clip(ink, 0, 1)
    wide = rng.random() < 0.25
    size_error = 1 + framing * float(np.clip(rng.normal(0, 0.10 if wide else 0.035), -0.22, 0.22))
    row_error = framing * float(np.clip(rng.normal(0, 1.2 if wide else 0.5), -3, 3)) / frame.X_HEIGHT * x_height
    stretch = float(rng.uniform(0.88, 1.14)) if framing and rng.random() < 0.5 else 1.0
    out = frame.to_frame(ink, master.BASELINE * rows / master.HEIGHT + row_error, x_height * size_error, stretch)
    width = -(-out.shape[1] // frame.WIDTH_MULTIPLE) * frame.WIDTH_MULTIPLE
    small = cv2.resize(mask[None], (max(1, out.shape[1] // 4), 1), interpolation=cv2.INTER_AREA)[0] > 0.5
    out = np.pad(out, ((0, 0), (0, width - out.shape[1])))
    return out, np.pad(small.astype(np.float32), (0, width // 4 - small.shape[0]))

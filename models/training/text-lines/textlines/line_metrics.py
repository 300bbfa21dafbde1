"""Baseline and x-height of a line from its ink: the reference for the engine's line finder."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from textlines.frame import InkImage

CAP_TO_X = 0.68
"""x-height over capital height, mean of the faces used in training (0.60 to 0.76)."""


@dataclass(frozen=True)
class LineMetrics:
    """In pixels of the strip; `baseline` is at the middle column."""

    baseline: float
    slope: float
    x_height: float
    certain: bool
    """Whether both low and high letters were seen; else x-height is a guess from one height."""


def _mode(values: np.ndarray, weights: np.ndarray, tolerance: float) -> tuple[float, float]:
    """Centre and weight of the heaviest window of width 2 * tolerance."""
    totals = np.array([weights[np.abs(values - v) <= tolerance].sum() for v in values])
    best = values[int(totals.argmax())]
    near = np.abs(values - best) <= tolerance
    return float(np.average(values[near], weights=weights[near])), float(totals.max())


def measure_line(ink: InkImage, top: int, bottom: int, expected: float | None = None) -> LineMetrics | None:
    """Metrics of the line whose ink lies mostly between rows `top` and `bottom` of the strip; None without ink.

    `expected` is the x-height of the text around it: it decides lines in capitals, digits or low letters only.
    """
    binary = (ink > 0.45).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(binary, connectivity=8)
    height = bottom - top
    boxes = []
    for x, y, w, h, area in stats[1:count]:
        middle = y + h / 2
        if (
            area >= 3
            and h >= 0.18 * height
            and h <= 1.6 * height
            and top - 0.15 * height <= middle <= bottom + 0.15 * height
            and w < 12 * h
        ):
            boxes.append((x + w / 2, y, y + h, w))
    if not boxes:
        return None
    centre, tops, bottoms, widths = (np.array(column, np.float64) for column in zip(*boxes, strict=True))
    weight = np.clip(widths, 1, height)
    slope = 0.0
    baseline, _ = _mode(bottoms, weight, max(1.0, 0.06 * height))
    for _ in range(2):
        line = baseline + slope * (centre - ink.shape[1] / 2)
        near = np.abs(bottoms - line) <= max(1.2, 0.08 * height)
        if near.sum() >= 6 and np.ptp(centre[near]) > 6 * height:
            slope, offset = np.polyfit(centre[near] - ink.shape[1] / 2, bottoms[near], 1, w=np.sqrt(weight[near]))
            slope = float(np.clip(slope, -0.02, 0.02))
            baseline = float(offset)
    standing = np.abs(bottoms - (baseline + slope * (centre - ink.shape[1] / 2))) <= max(1.2, 0.09 * height)
    rise = (baseline + slope * (centre - ink.shape[1] / 2) - tops)[standing]
    mass = weight[standing]
    tall = (rise > 0.12 * height) & (rise > 0.35 * np.percentile(rise, 90)) if rise.size else rise > 0  # no stops, no dots
    rise, mass = rise[tall], mass[tall]
    if rise.size == 0:
        return None if expected is None else LineMetrics(baseline, slope, expected, False)
    tolerance = max(0.8, 0.07 * float(rise.max()))
    main, main_mass = _mode(rise, mass, tolerance)
    higher = mass[(rise > 1.22 * main) & (rise < 1.9 * main)].sum()
    lower = mass[(rise < main / 1.22) & (rise > main / 1.9)].sum()
    if higher >= 0.1 * main_mass and higher >= lower * 0.6:
        return LineMetrics(baseline, slope, main, True)
    if lower >= 0.2 * main_mass:
        low = (rise < main / 1.22) & (rise > main / 1.9)
        low_mode, low_mass = _mode(rise[low], mass[low], tolerance)
        if low_mass >= 0.12 * mass.sum():
            return LineMetrics(baseline, slope, low_mode, True)
    if expected is not None:
        as_x, as_cap = abs(np.log(main / expected)), abs(np.log(main * CAP_TO_X / expected))
        return LineMetrics(baseline, slope, main if as_x < as_cap else main * CAP_TO_X, False)
    return LineMetrics(baseline, slope, main * CAP_TO_X, False)

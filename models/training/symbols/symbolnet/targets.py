"""What the net shall answer on a sheet: one cell for 4 x 4 pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from symbolnet.classes import Classes

CELL = 4
"""Pixels per cell."""
LEAST_SEEN = 0.75
"""Share of a symbol's box that must lie on the sheet."""


Rule = tuple[float, float, float, float]


@dataclass(frozen=True)
class Symbol:
    """A symbol on a sheet, in pixels."""

    name: str
    box: tuple[float, float, float, float]
    baseline: float | None
    level: int


@dataclass
class SheetTargets:
    """Maps [H/4, W/4] and one row per labelled cell: row, column, class, left, top, right, bottom, baseline, level, 1 at the centre."""

    centres: NDArray[np.float32]
    rules: NDArray[np.float32]
    points: list[list[float]]


def targets_of(symbols: list[Symbol], rules: list[Rule], shape: tuple[int, ...], classes: Classes) -> SheetTargets:
    """Small symbols come last, so that a cell which two share is the smaller one's."""
    height, width = shape[0] // CELL, shape[1] // CELL
    centres = np.zeros((height, width), np.float32)
    mask = np.zeros((height, width), np.float32)
    index = classes.index()
    cells: dict[tuple[int, int], list[float]] = {}
    kept = [symbol for symbol in symbols if _seen(symbol.box, shape) >= LEAST_SEEN]
    kept.sort(key=lambda symbol: -(symbol.box[2] - symbol.box[0]) * (symbol.box[3] - symbol.box[1]))
    for is_centre in (False, True):
        for symbol in kept:
            _label(symbol, is_centre, cells, centres, index)
    for x0, y0, x1, y1 in rules:
        if x1 - x0 >= y1 - y0:
            row = int((y0 + y1) / 2 // CELL)
            a, b = max(0, round(x0 / CELL)), min(width, round(x1 / CELL))
            if 0 <= row < height and b > 0:
                mask[row, a : max(b, a + 1)] = 1
        else:
            column = int((x0 + x1) / 2 // CELL)
            a, b = max(0, round(y0 / CELL)), min(height, round(y1 / CELL))
            if 0 <= column < width and b > 0:
                mask[a : max(b, a + 1), column] = 1
    return SheetTargets(centres, mask, list(cells.values()))


def _seen(box: tuple[float, float, float, float], shape: tuple[int, ...]) -> float:
    x0, y0, x1, y1 = box
    inside = max(0.0, min(x1, shape[1]) - max(x0, 0)) * max(0.0, min(y1, shape[0]) - max(y0, 0))
    return inside / max(1e-6, (x1 - x0) * (y1 - y0))


def _label(
    symbol: Symbol, is_centre: bool, cells: dict[tuple[int, int], list[float]], centres: NDArray[np.float32], index: dict[str, int]
) -> None:
    height, width = centres.shape
    x0, y0, x1, y1 = (value / CELL for value in symbol.box)
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    column, row = min(width - 1, max(0, int(cx))), min(height - 1, max(0, int(cy)))
    number = index.get(symbol.name, -1)
    baseline = math.nan if symbol.baseline is None else symbol.baseline / CELL
    if is_centre:
        around = [(row, column)]
    else:
        square = [(row + dy, column + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
        around = [(r, c) for r, c in square if x0 <= c + 0.5 <= x1 and y0 <= r + 0.5 <= y1]
    for r, c in around:
        if 0 <= r < height and 0 <= c < width:
            x, y = c + 0.5, r + 0.5
            cells[r, c] = [r, c, number, x - x0, y - y0, x1 - x, y1 - y, baseline - y, symbol.level, float(is_centre)]
    if not is_centre:
        return
    sigma_x, sigma_y = max(0.45, min(1.0, (x1 - x0) / 5)), max(0.45, min(1.2, (y1 - y0) / 5))
    for r in range(max(0, row - 2), min(height, row + 3)):
        for c in range(max(0, column - 2), min(width, column + 3)):
            value = math.exp(-((c + 0.5 - cx) ** 2) / (2 * sigma_x**2) - (r + 0.5 - cy) ** 2 / (2 * sigma_y**2))
            centres[r, c] = max(centres[r, c], value)
    centres[row, column] = 1

"""Which symbols stand beside which: the table by which the engine chooses among the classes that the net thinks possible.

Neighbours are taken from boxes alone (`right_neighbours`), so that the engine finds the same ones on what the net sees
(`src/engine/recognize/formulas/choose-classes.ts`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from symbolnet.classes import Classes
from symbolnet.data import NET_EM, PictureStore
from symbolnet.typeset import EM

RELATIONS = 3
"""Beside, above right, below right."""
FARTHEST = 2.0 * NET_EM
"""Pixels of the net's frame between neighbours at most."""
APART = 4.0
"""Pixels that a script may stand above or below the box of what carries it."""
APART_COST = 6.0
"""Pixels: something that shares rows is taken before something closer that does not."""
RAISED = 0.22 * NET_EM
"""Pixels between the middles of two boxes from which on they are not beside each other."""
PRIOR_COUNT = 2.0
"""Pairs added to what was counted and to what chance would bring: rare pairs say little."""
SCALE = 16
"""Steps of the table per unit of a natural logarithm."""

Box = Sequence[float]


def right_neighbours(boxes: Sequence[Box]) -> list[tuple[int, int, int]]:
    """The nearest symbol to the right of each: (symbol, neighbour, relation). Boxes are (left, top, right, bottom) in the net's frame."""
    found = []
    for i, (x0, y0, x1, y1) in enumerate(boxes):
        nearest, least = -1, math.inf
        for j, (a0, b0, a1, b1) in enumerate(boxes):
            across = (a0 + a1 - x0 - x1) / 2
            shared = min(y1, b1) - max(y0, b0)
            if j == i or across <= 0 or shared < -APART or a0 - x1 > FARTHEST:
                continue
            distance = across if shared > 0 else across + APART_COST
            if distance < least:
                nearest, least = j, distance
        if nearest < 0:
            continue
        rise = (y0 + y1 - boxes[nearest][1] - boxes[nearest][3]) / 2
        found.append((i, nearest, 0 if abs(rise) < RAISED else 1 if rise > 0 else 2))
    return found


def pair_table(stores: Iterable[PictureStore], classes: Classes) -> NDArray[np.int8]:
    """How much more often than by chance two classes are neighbours, [relation, class, class of the right one]: logarithms in steps of 1/16.
    Every formula counts once, however many fonts it was set in."""
    index = classes.index()
    size = len(classes.names)
    counts: Counter[tuple[int, int, int]] = Counter()
    seen: set[tuple[str, ...]] = set()
    factor = NET_EM / EM
    for store in stores:
        for _, record in store.records:
            names = tuple(symbol[0] for symbol in record.symbols)
            if names in seen:
                continue
            seen.add(names)
            boxes = [tuple(value * factor for value in symbol[1:5]) for symbol in record.symbols]
            for i, j, relation in right_neighbours(boxes):
                if names[i] in index and names[j] in index:
                    counts[relation, index[names[i]], index[names[j]]] += 1
    table = np.zeros((RELATIONS, size, size))
    for place, count in counts.items():
        table[place] = count
    total = table.sum((1, 2), keepdims=True)
    chance = table.sum(2, keepdims=True) * table.sum(1, keepdims=True) / np.maximum(total, 1)
    logarithm = np.log((table + PRIOR_COUNT) / (chance + PRIOR_COUNT))
    return np.clip(np.round(SCALE * logarithm), -127, 127).astype(np.int8)

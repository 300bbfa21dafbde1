"""How large the ink of each class is at each size level: what the box says about the level."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from symbolnet.classes import Classes
from symbolnet.data import PictureStore
from symbolnet.typeset import EM

LEVEL_SIZES = (1.0, 0.7, 0.5)
"""Sizes of text, scripts and scripts of scripts in em."""
PRIOR_INSTANCES = 10
"""Weight of what the other levels say about one, in instances."""
LEAST_SPREAD = 0.06
"""Of a logarithm: boxes are told to about 6 %."""
SMALLEST = 0.5
"""Pixels; thinner ink is taken as this thick."""


def size_table(store: PictureStore, classes: Classes) -> NDArray[np.float32]:
    """Means and deviations of log height and log width in em, [C, 3, 4] as (height, deviation, width, deviation)."""
    extents: dict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)
    for _, record in store.records:
        for name, x0, y0, x1, y1, _, level in record.symbols:
            if level >= 0:
                extents[name, level].append((math.log(max(SMALLEST, y1 - y0) / EM), math.log(max(SMALLEST, x1 - x0) / EM)))
    table = np.zeros((len(classes.names), 3, 4), np.float32)
    table[:, :, 1::2] = 10.0  # a class that was never seen at any level says nothing
    for number, name in enumerate(classes.names):
        shifted = [np.array(extents[name, level]).reshape(-1, 2) - math.log(LEVEL_SIZES[level]) for level in range(3)]
        pooled = np.concatenate(shifted)
        if len(pooled) == 0:
            continue
        mean, variance = pooled.mean(0), pooled.var(0) + 0.01
        for level, own in enumerate(shifted):
            weight = len(own) + PRIOR_INSTANCES
            middle = (own.sum(0) + PRIOR_INSTANCES * mean) / weight
            spread = (((own - middle) ** 2).sum(0) + PRIOR_INSTANCES * variance) / weight
            table[number, level, 0::2] = middle + math.log(LEVEL_SIZES[level])
            table[number, level, 1::2] = np.sqrt(spread + LEAST_SPREAD**2)
    return table

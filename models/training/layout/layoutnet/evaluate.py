"""Scores on the held-out synthetic pages: cells per class, turns: `python -m layoutnet.evaluate --run runs/base`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from layoutnet.classes import CLASSES, INDEX
from layoutnet.data import PageStore, collate
from layoutnet.net import LayoutNet, load_net
from layoutnet.targets import PICTURE

HERE = Path(__file__).resolve().parents[1]


@torch.no_grad()
def evaluate_cells(net: LayoutNet, store: PageStore, device: torch.device, most: int) -> dict[str, Any]:
    """Intersection over union per class, and how many turns are told, on at most `most` pages: every second one damaged, always the same way."""
    net.eval()
    count = len(CLASSES)
    confusion = np.zeros((count, count), np.int64)
    turned = right = 0
    indices = np.linspace(0, len(store.entries) - 1, min(most, len(store.entries))).astype(int)
    for index in indices.tolist():
        rng = np.random.default_rng(index) if index % 2 else None
        batch = collate([store.frame(index, rng)]).to(device)
        regions, turns = net(batch.ink)
        said = regions.argmax(1).cpu().numpy()
        wanted = batch.regions.cpu().numpy()
        either = (wanted == PICTURE) & np.isin(said, (INDEX["diagram"], INDEX["chart"]))
        wanted = np.where(wanted == PICTURE, np.where(either, said, INDEX["diagram"]), wanted)
        confusion += np.bincount((wanted * count + said).ravel(), minlength=count * count).reshape(count, count)
        turned += 1
        right += int(turns.argmax(1)[0]) == int(batch.turns[0])
    hits = np.diag(confusion)
    union = confusion.sum(0) + confusion.sum(1) - hits
    present = confusion.sum(1) > 0
    per_class = {CLASSES[k]: round(float(hits[k] / max(union[k], 1)), 4) for k in range(count) if present[k]}
    return {
        "pages": len(indices),
        "cells": round(float(hits.sum() / max(confusion.sum(), 1)), 4),
        "meanIoU": round(float(np.mean(list(per_class.values()))), 4),
        "turns": round(right / max(turned, 1), 4),
        "classIoU": per_class,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--pages", type=int, default=400)
    arguments = parser.parse_args()
    net = load_net(torch.load(arguments.run / "checkpoint.pt", map_location="cpu"))
    scores = evaluate_cells(net, PageStore(arguments.data / "validation"), torch.device("cpu"), arguments.pages)
    (arguments.run / "scores.json").write_text(json.dumps(scores, indent=2) + "\n")
    print(json.dumps(scores, indent=2))


if __name__ == "__main__":
    main()

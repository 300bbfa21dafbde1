"""Fixed validation sets: `python -m textlines.validation` after `python -m textlines.synth --split validation`.

Every held-out master line is degraded once per grade with a seed made of its number and the grade, framed with the errors of a
line finder, and stored as the net will see it; so two nets are always measured on the same pixels.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from common.degrade import GRADES
from common.shards import Ink, LineRecord, Shard, open_shards, write_shard
from textlines import frame, master
from textlines.alphabet import Alphabet
from textlines.augment import augment
from textlines.data import WIDEST, Batch, collate, fits
from textlines.synth import HERE


def build(masters: Path, out: Path) -> None:
    """Writes `GRADE-fonts.jsonl` and `GRADE-tex.jsonl` with their images."""
    for renderer in ("fonts", "tex"):
        shards = open_shards(masters, f"{renderer}-*.jsonl")
        lines = [(shard, record) for shard in shards for record in shard.records]
        for number, (name, grade) in enumerate(GRADES.items()):
            path = out / f"{name}-{renderer}.jsonl"
            if path.exists():
                continue
            rows: list[tuple[Ink, LineRecord]] = []
            for i, (shard, record) in enumerate(lines):
                if record.width * frame.X_HEIGHT / master.X_HEIGHT > WIDEST:
                    continue
                rng = np.random.default_rng([number, i])
                others = [lines[int(k)] for k in rng.integers(0, len(lines), 2)]
                ink, mask = augment(shard.image(record), record.maths, [s.image(r) for s, r in others], grade, rng, framing=0.6)
                columns = np.flatnonzero(mask)
                groups = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1) if columns.size else []
                maths = [(int(group[0]) * 4, int(group[-1]) * 4 + 4) for group in groups]
                rows.append((np.round(ink * 255).astype(np.uint8), LineRecord(record.labels, maths, record.kind, record.font)))
            write_shard(path, rows)


def load(folder: Path, name: str, alphabet: Alphabet, limit: int | None = None) -> list[tuple[Batch, Tensor]]:
    """Batches of one stored set, of at most `limit` lines, with the widths of the lines."""
    shard = Shard.open(folder / f"{name}.jsonl")
    items = []
    for record in shard.records[:limit]:
        ink = shard.image(record).astype(np.float32) / 255
        mask = np.zeros(record.width // 4, np.float32)
        for a, b in record.maths:
            mask[a // 4 : b // 4] = 1
        labels = alphabet.encode(record.labels)
        if fits(ink, labels):
            items.append((ink, mask, labels))
    items.sort(key=lambda item: item[0].shape[1])
    groups = [items[i : i + 16] for i in range(0, len(items), 16)]
    return [(collate(group), torch.tensor([ink.shape[1] for ink, _, _ in group])) for group in groups]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=HERE / "build")
    arguments = parser.parse_args()
    build(arguments.build / "validation", arguments.build / "validation-sets")


if __name__ == "__main__":
    main()

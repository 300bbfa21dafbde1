"""Gathers finished shards into a folder small enough to move to another machine: `python -m layoutnet.pack --out build/pack --megabytes 60`."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--out", type=Path, default=HERE / "build" / "pack")
    parser.add_argument("--megabytes", type=float, default=60)
    arguments = parser.parse_args()
    room = arguments.megabytes * 1e6
    shards = sorted((arguments.data / "train").glob("*.jsonl"))
    # HTML and TeX in the shares they have, whichever are left out
    order = [shards[int(i)] for i in np.random.default_rng(1).permutation(len(shards))]
    chosen = [*sorted((arguments.data / "validation").glob("*.jsonl")), *order]
    for path in chosen:
        files = [path, path.with_suffix(".bin")]
        size = sum(file.stat().st_size for file in files)
        if size > room:
            continue
        room -= size
        target = arguments.out / path.parent.name
        target.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copy(file, target / file.name)
    print(f"{arguments.out}: {arguments.megabytes - room / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

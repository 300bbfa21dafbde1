"""Makes the data: `python -m symbolnet.synth --shards 60`.

Shards are numbered; shard N is made from seed N alone, and one that exists is kept, so the command can be stopped, repeated and
enlarged. `--split validation` takes held-out sources and held-out fonts.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
import zlib
from pathlib import Path

from common.shards import write_records
from symbolnet.formulas import Formulas
from symbolnet.setups import setups_of
from symbolnet.typeset import render_batch

HERE = Path(__file__).resolve().parents[1]
TEX_BATCH = 100
"""Formulas in one run of TeX: what one of them breaks is lost with it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.parents[3] / "shared" / "corpus")
    parser.add_argument("--out", type=Path, default=HERE / "build")
    parser.add_argument("--split", choices=["train", "validation"], default="train")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--shards", type=int, default=60)
    parser.add_argument("--formulas", type=int, default=400, help="formulas in a shard, all in one set-up")
    parser.add_argument("--rare", type=float, default=0.35, help="share of formulas that get rare symbols")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    formulas = Formulas(arguments.corpus, arguments.split)
    setups = setups_of(arguments.split)
    for number in range(arguments.first, arguments.first + arguments.shards):
        path = arguments.out / arguments.split / f"{number:04d}.jsonl"
        if path.exists():
            continue
        rng = random.Random(f"{arguments.split}-{number}")
        setup = rng.choices(setups, [setup.weight for setup in setups])[0]
        started = time.monotonic()
        made = []
        for _ in range(arguments.formulas // TEX_BATCH):
            try:
                made += render_batch([formulas.draw(rng, arguments.rare) for _ in range(TEX_BATCH)], setup, HERE / "dump-symbols.mjs", rng)
            except RuntimeError as error:
                logging.warning("shard %d: %s", number, error)
        count = write_records(path, ((zlib.compress(ink.tobytes(), 1), picture) for ink, picture in made))
        speed = count / (time.monotonic() - started)
        logging.info("%s: %s, %d of %d formulas, %.0f/s", path.name, setup.name, count, arguments.formulas, speed)


if __name__ == "__main__":
    main()

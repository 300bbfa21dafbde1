"""Makes the data: `python -m textlines.synth --shards 40`.

Shards are numbered; shard N is made from seed N alone, and one that exists is kept, so the command can be stopped, repeated and
enlarged. `--split validation` makes the fixed validation set from held-out sources and held-out fonts.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from pathlib import Path

from common.shards import Ink, LineRecord, write_shard
from textlines.compose import compose_maths, compose_text
from textlines.corpus import Corpus
from textlines.faces import find_faces
from textlines.render_fonts import FontRenderer
from textlines.render_tex import render_batch, typesettable
from textlines.tex_setups import SETUPS

HERE = Path(__file__).resolve().parents[1]
TEX_BATCH = 250


def font_lines(count: int, corpus: Corpus, renderer: FontRenderer, rng: random.Random) -> list[tuple[Ink, LineRecord]]:
    out: list[tuple[Ink, LineRecord]] = []
    while len(out) < count:
        rendered = renderer.render(compose_text(corpus, rng), rng)
        if rendered:
            out.append(rendered)
    return out


def tex_lines(count: int, corpus: Corpus, split: str, rng: random.Random) -> list[tuple[Ink, LineRecord]]:
    setups = [setup for setup in SETUPS if setup.split == split]
    out: list[tuple[Ink, LineRecord]] = []
    while len(out) < count:
        setup = rng.choices(setups, [setup.weight for setup in setups])[0]
        lines = []
        while len(lines) < min(TEX_BATCH, count - len(out) + 10):
            line = compose_maths(corpus, rng) if rng.random() < 0.85 else compose_text(corpus, rng)
            if typesettable(line) and line.labels:
                lines.append(line)
        made = render_batch(lines, setup, rng)
        if not made:
            logging.warning("set-up %s gave no lines", setup.name)
        out += made
    return out[:count]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.parents[3] / "shared" / "corpus")
    parser.add_argument("--out", type=Path, default=HERE / "build")
    parser.add_argument("--split", choices=["train", "validation"], default="train")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--shards", type=int, default=20, help="font shards and TeX shards, this many of each")
    parser.add_argument("--lines", type=int, default=2000, help="lines in a shard")
    parser.add_argument("--renderer", choices=["both", "tex", "fonts"], default="both")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("fontTools").setLevel(logging.ERROR)

    faces = [face for face in find_faces(arguments.out / "faces.json") if face.split == arguments.split]
    corpus = Corpus(arguments.corpus, arguments.split)
    renderer = FontRenderer(faces)
    for number in range(arguments.first, arguments.first + arguments.shards):
        for kind in ("fonts", "tex"):
            path = arguments.out / arguments.split / f"{kind}-{number:04d}.jsonl"
            if arguments.renderer not in ("both", kind) or path.exists():
                continue
            rng = random.Random(f"{arguments.split}-{kind}-{number}")
            started = time.monotonic()
            if kind == "fonts":
                lines = font_lines(arguments.lines, corpus, renderer, rng)
            else:
                lines = tex_lines(arguments.lines, corpus, arguments.split, rng)
            count = write_shard(path, lines)
            logging.info("%s: %d lines, %.0f lines/s", path.name, count, count / (time.monotonic() - started))


if __name__ == "__main__":
    main()

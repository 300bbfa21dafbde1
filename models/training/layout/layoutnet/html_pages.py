"""Synthesises pages from HTML: `python -m layoutnet.html_pages --shards 20`. Shards that exist are kept."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from common.splits import stable_hash
from layoutnet.chromium import Chromium
from layoutnet.html_kinds import draw_page
from layoutnet.page_store import LONG_SIDE, Grey, Line, PageRecord, Region, fit, write_shard
from layoutnet.sources import Draw, Sources

HERE = Path(__file__).resolve().parents[1]
MEASURE = (HERE / "layoutnet" / "measure.js").read_text(encoding="utf-8")


def pages(sources: Sources, name: str, count: int) -> Iterator[tuple[Grey, PageRecord]]:
    """`count` pages, decided by the shard's name alone."""
    rng = np.random.default_rng(stable_hash(name))
    draw = Draw(sources, rng)
    with Chromium() as browser, tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            page = draw_page(draw)
            file = Path(folder) / f"{number}.html"
            file.write_text(page.html, encoding="utf-8")
            browser.load(str(file), page.width, page.height, LONG_SIDE / max(page.width, page.height))
            measured = browser.evaluate(MEASURE)
            grey = cv2.imdecode(np.frombuffer(browser.screenshot(), np.uint8), cv2.IMREAD_GRAYSCALE)
            record = PageRecord(
                page.kind,
                page.width,
                page.height,
                [Region(**region) for region in measured["regions"]],
                [Line(**line) for line in measured["lines"]],
            )
            file.unlink()
            yield fit(np.asarray(grey, np.uint8), record)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.parents[3] / "shared" / "corpus")
    parser.add_argument("--formulas", type=Path, default=HERE / "build" / "formulas.jsonl")
    parser.add_argument("--out", type=Path, default=HERE / "build")
    parser.add_argument("--split", choices=("train", "validation"), default="train")
    parser.add_argument("--shards", type=int, default=20)
    parser.add_argument("--pages", type=int, default=100)
    arguments = parser.parse_args()
    sources = Sources(arguments.corpus, arguments.formulas, arguments.split)
    for number in range(arguments.shards):
        name = f"html-{number:04}"
        path = arguments.out / arguments.split / f"{name}.jsonl"
        if not path.exists():
            made = write_shard(path, pages(sources, f"{arguments.split}-{name}", arguments.pages))
            print(f"{path.name}: {made} pages", flush=True)


if __name__ == "__main__":
    main()

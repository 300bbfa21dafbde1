"""The hand-checked pages of the tuning set as shards: `python -m layoutnet.real_pages`. Documents are split; the unseen set stays unseen.

A page of the training split is drawn several times as often as a synthetic one (`data.REAL_TIMES`); those of the other split tell how far
synthesis carries.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from common.splits import Split, split_of
from layoutnet.classes import INDEX
from layoutnet.page_store import LONG_SIDE, Grey, PageRecord, Region, fit, write_shard

HERE = Path(__file__).resolve().parents[1]
PROJECT = HERE.parents[2]
PAGES = PROJECT / "benchmarks" / "quality" / "pages"
HELD_OUT_PERCENT = 30
CLASS_OF = {"pseudocode": "code", "table_of_contents_row": "toc_row"}
PICTURES = frozenset({"picture", "figure"})


def pages(samples: Path, split: Split) -> Iterator[tuple[Grey, PageRecord]]:
    for name in json.loads((PAGES / "sets.json").read_text())["tuning"]:
        page = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
        if split_of(page["sample"], HELD_OUT_PERCENT) != split or not (samples / page["sample"]).exists():
            continue
        regions = []
        for region in page["regions"]:
            kind = CLASS_OF.get(region["kind"], region["kind"])
            kind = "figure" if kind in PICTURES else kind
            if kind != "figure" and kind not in INDEX:
                raise SystemExit(f"{name}: no class for {region['kind']}")
            regions.append(Region(kind, [float(value) for value in region["box"]]))
        yield fit(picture(samples / page["sample"], page), PageRecord(f"real {name}", page["width"], page["height"], regions, []))


def picture(path: Path, page: dict[str, int]) -> Grey:
    """Picture of the page in about the size that is stored."""
    if path.suffix.lower() != ".pdf":
        return np.asarray(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE), np.uint8)
    with tempfile.TemporaryDirectory() as folder:
        number, out = str(page["page"]), Path(folder) / "page"
        command = ["pdftoppm", "-gray", "-scale-to", str(LONG_SIDE), "-f", number, "-l", number, "-singlefile", str(path), str(out)]
        subprocess.run(command, timeout=120, stderr=subprocess.DEVNULL, check=True)
        return np.asarray(cv2.imread(f"{out}.pgm", cv2.IMREAD_GRAYSCALE), np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, default=PROJECT.parent / "shared" / "samples")
    parser.add_argument("--out", type=Path, default=HERE / "build")
    arguments = parser.parse_args()
    splits: tuple[Split, ...] = ("train", "validation")
    for split in splits:
        path = arguments.out / split / "real-pages.jsonl"
        print(f"{path}: {write_shard(path, pages(arguments.samples, split))} pages")


if __name__ == "__main__":
    main()

"""Pages of all kinds as PDFs with what stands on them, for the engine's own evaluation: `python -m layoutnet.html_documents --out FOLDER`.

Writes `KIND-N.pdf` and `KIND-N.json` (blocks in the order of the page's source: kind, text, cells of tables).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

from layoutnet.chromium import Chromium
from layoutnet.html_kinds import draw_page
from layoutnet.html_pages import HERE, MEASURE
from layoutnet.sources import Draw, Sources

TRIM = (HERE / "layoutnet" / "trim.js").read_text(encoding="utf-8")
DRAWN_PER_KIND = 80
"""Kinds are drawn at random: so many pages are drawn for each one asked of a kind, at most."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.parents[3] / "shared" / "corpus")
    parser.add_argument("--formulas", type=Path, default=HERE / "build" / "formulas.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--each", type=int, default=5, help="pages of each kind")
    parser.add_argument("--seed", type=int, default=23)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    draw = Draw(Sources(arguments.corpus, arguments.formulas, "train"), np.random.default_rng(arguments.seed))
    made: Counter[str] = Counter()
    with Chromium() as browser:
        for _ in range(arguments.each * DRAWN_PER_KIND):
            page = draw_page(draw)
            if made[page.kind] == arguments.each:
                continue
            made[page.kind] += 1
            stem = arguments.out / f"{page.kind}-{made[page.kind]}"
            file = stem.with_suffix(".html")
            file.write_text(page.html, encoding="utf-8")
            browser.load(str(file.resolve()), page.width, page.height, 1)
            browser.evaluate(MEASURE)
            blocks = browser.evaluate(TRIM)
            stem.with_suffix(".json").write_text(json.dumps(blocks, ensure_ascii=False), encoding="utf-8")
            stem.with_suffix(".pdf").write_bytes(browser.pdf(page.width, page.height))
            file.unlink()
    print(", ".join(f"{kind} {count}" for kind, count in sorted(made.items())))


if __name__ == "__main__":
    main()

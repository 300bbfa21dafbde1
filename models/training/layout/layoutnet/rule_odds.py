"""How far the engine's rules can be trusted: what marked papers say of the lines that a rule named. `python -m layoutnet.rule_odds`.

Prints, per kind that the rules give, how many lines there were and what they really are; `src/layout/model/weights.ts` holds the logarithms of
the odds that the rules are right.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from common.splits import stable_hash
from layoutnet.page_store import PageRecord
from layoutnet.tex_pages import inside, marked_pages, papers

HERE = Path(__file__).resolve().parents[1]
AREAS = frozenset({"table", "figure", "diagram", "chart", "math"})


def named_lines(evidence: dict[str, Any], record: PageRecord) -> Iterator[tuple[str, str]]:
    """Kind by the rules and by the marks of each line outside tables, pictures and formulas."""
    for kind, *box in evidence["lines"]:
        hosts = [region.kind for region in record.regions if inside(box, region.box)]
        if kind not in AREAS and hosts and not AREAS.intersection(hosts):
            yield "code" if kind == "pseudocode" else kind, hosts[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.parents[3] / "shared" / "corpus")
    parser.add_argument("--dressed", action="store_true", help="papers in another dress instead of their own")
    arguments = parser.parse_args()
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for folder, main_file, _ in papers(arguments.corpus):
        rng = np.random.default_rng(stable_hash(folder.name)) if arguments.dressed else None
        for _, evidence, record in marked_pages(folder, main_file, rng):
            for rule, truth in named_lines(evidence, record):
                said[rule][truth] += 1
    for rule, truths in sorted(said.items()):
        total, right = truths.total(), truths[rule]
        # one more of each: a rule that was never wrong on few lines is not certain
        odds = math.log((right + 1) / (total - right + 1))
        others = ", ".join(f"{kind} {count}" for kind, count in truths.most_common(5) if kind != rule)
        print(f"{rule:16} {total:6} lines, right {right / total:.3f}, log odds {odds:5.2f}; else {others}")
    missed = Counter(truth for rule, truths in said.items() for truth, count in truths.items() for _ in range(count) if truth != rule)
    totals = Counter(truth for truths in said.values() for truth, count in truths.items() for _ in range(count))
    print("missed:", ", ".join(f"{kind} {count} of {totals[kind]}" for kind, count in missed.most_common()))


if __name__ == "__main__":
    main()

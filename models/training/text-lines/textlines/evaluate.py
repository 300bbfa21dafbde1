"""Measures a run: `python -m textlines.evaluate --run runs/base [PDF …]`, and writes `scores.json` beside its checkpoint.

On the fixed validation sets: error rates per grade, per renderer and per kind of line, exact formulas, mask recall, and how far the
confidence can be trusted. One temperature is fitted so that the mean line confidence equals the share of exact lines; `export`
builds it into the weights. PDFs are read at 150, 200 and 300 dpi against their text layer.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from common.degrade import GRADES
from common.shards import Shard
from textlines.alphabet import Alphabet
from textlines.net import LineNet
from textlines.real_pages import load_net, read_document
from textlines.scoring import Score, edit_distance
from textlines.synth import HERE
from textlines.validation import load

BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 1.0)
TEMPERATURES = (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.7, 2.0, 2.4)


def line_confidence(logits: Tensor, temperature: float) -> float:
    """Product over the written symbols of the highest probability in each symbol's run of frames; logits [frames, classes]."""
    best, classes = (logits / temperature).softmax(1).max(1)
    confidence, previous, peak = 1.0, 0, 1.0
    for p, k in zip(best.tolist(), classes.tolist(), strict=True):
        if k != previous:
            confidence *= peak if previous else 1.0
            peak = p
        else:
            peak = max(peak, p)
        previous = k
    return confidence * (peak if previous else 1.0)


@torch.no_grad()
def evaluate_sets(
    net: LineNet, alphabet: Alphabet, folder: Path, limit: int | None
) -> tuple[dict[str, object], list[tuple[np.ndarray, bool]]]:
    """Scores per set, and per line its confidence at every temperature beside whether it was exact."""
    results: dict[str, object] = {}
    confidences: list[tuple[np.ndarray, bool]] = []
    per_kind: dict[str, Score] = defaultdict(Score)
    for grade in GRADES:
        for renderer in ("fonts", "tex"):
            name = f"{grade}-{renderer}"
            kinds = {tuple(record.labels): record.kind for record in Shard.open(folder / f"{name}.jsonl").records}
            total = Score()
            for batch, widths in load(folder, name, alphabet, limit):
                logits, maths = net(batch.ink)
                total.mask_hit += float(((maths > 0) & (batch.maths > 0)).sum())
                total.mask_all += float(batch.maths.sum())
                for i, line in enumerate(torch.split(batch.labels, batch.label_lengths.tolist())):
                    own = logits[i, : int(widths[i]) // 2]
                    gold = [alphabet.labels[k - 1] for k in line.tolist()]
                    read = alphabet.decode(own.argmax(1).tolist())
                    total.add(gold, read)
                    if grade == "clean":
                        per_kind[kinds[tuple(gold)]].add(gold, read)
                    confidences.append((np.array([line_confidence(own, t) for t in TEMPERATURES]), edit_distance(gold, read) == 0))
            print(f"{name:14} {total.summary()}", flush=True)
            results[name] = {
                "cer": round(total.error_rate, 5), "exact": round(total.exact_rate, 4), "formulasExact": round(total.formula_rate, 4),
                "maskRecall": round(total.mask_hit / max(1, total.mask_all), 4), "lines": total.lines,
            }  # fmt: skip
    results["cleanByKind"] = {
        kind: {"cer": round(s.error_rate, 5), "exact": round(s.exact_rate, 4), "lines": s.lines} for kind, s in sorted(per_kind.items())
    }
    return results, confidences


def calibrate(confidences: list[tuple[np.ndarray, bool]]) -> tuple[float, list[dict[str, float]]]:
    """The temperature whose mean confidence is nearest to the share of exact lines, and the reliability table with it."""
    table = np.stack([c for c, _ in confidences])
    exact = np.array([e for _, e in confidences])
    choice = int(np.abs(table.mean(0) - exact.mean()).argmin())
    chosen = table[:, choice]
    rows = []
    for low, high in zip(BINS[:-1], BINS[1:], strict=True):
        inside = (chosen >= low) & (chosen < high if high < 1 else chosen <= 1)
        if inside.any():
            rows.append({"from": low, "to": high, "lines": int(inside.sum()), "confidence": round(float(chosen[inside].mean()), 3),
                         "exact": round(float(exact[inside].mean()), 3)})  # fmt: skip
    return TEMPERATURES[choice], rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--limit", type=int, help="lines of each set, for a quick look")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("files", type=Path, nargs="*")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    alphabet = Alphabet.load(arguments.run / "alphabet.json")
    net = load_net(arguments.run / "checkpoint.pt", alphabet)
    scores, confidences = evaluate_sets(net, alphabet, arguments.data / "validation-sets", arguments.limit)
    temperature, reliability = calibrate(confidences)
    pages: dict[str, dict[str, float]] = {}
    for dpi in (150, 200, 300) if arguments.files else ():
        errors = characters = 0
        pages[str(dpi)] = {}
        for pdf in arguments.files:
            rows = read_document(net, alphabet, pdf, dpi, arguments.pages)
            wrong, size = sum(row.distance for row in rows), sum(len(row.gold) for row in rows)
            errors, characters = errors + wrong, characters + size
            pages[str(dpi)][f"{pdf.parent.name}/{pdf.stem}"] = round(wrong / max(1, size), 5)
        pages[str(dpi)]["all"] = round(errors / max(1, characters), 5)
        print(f"{dpi} dpi pages: CER {100 * errors / max(1, characters):.3f} % of {characters} characters", flush=True)
    scores |= {"temperature": temperature, "reliability": reliability, "pages": pages}
    (arguments.run / "scores.json").write_text(json.dumps(scores, indent=2) + "\n")


if __name__ == "__main__":
    main()

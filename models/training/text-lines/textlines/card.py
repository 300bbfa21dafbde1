"""Publishes the scores of a run: `python -m textlines.card --run runs/base`.

Writes the entry of `models/manifest.json` and the part of `models/README.md` between the marks of this model.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from textlines.alphabet import Alphabet
from textlines.export import OPSET, WIDTHS, time_line
from textlines.frame import BASELINE, HEIGHT, WIDTH_MULTIPLE, X_HEIGHT
from textlines.net import MATHS_STRIDE, WIDTH_STRIDE
from textlines.synth import HERE

BEGIN, END = "<!-- text-line scores: written by textlines.card -->", "<!-- end of text-line scores -->"


def percent(value: float, digits: int = 2) -> str:
    return f"{100 * value:.{digits}f} %"


def manifest_entry(models: Path, scores: dict, progress: dict) -> dict:
    """What the engine needs to open the model and check it."""
    file = models / "text-line.onnx"
    data = file.read_bytes()
    alphabet = models / "text-line.alphabet.json"
    return {
        "file": file.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "opset": OPSET,
        "inputs": {
            "ink": {
                "type": "float32",
                "shape": ["lines", 1, HEIGHT, "width"],
                "widthMultiple": WIDTH_MULTIPLE,
                "widthBuckets": list(WIDTHS),
            }
        },
        "outputs": {
            "classes": {"type": "int32", "shape": ["lines", f"width / {WIDTH_STRIDE}"]},
            "probabilities": {"type": "float32", "shape": ["lines", f"width / {WIDTH_STRIDE}"]},
            "maths": {"type": "float32", "shape": ["lines", f"width / {MATHS_STRIDE}"]},
        },
        "classes": {
            "file": alphabet.name,
            "sha256": hashlib.sha256(alphabet.read_bytes()).hexdigest(),
            "count": len(Alphabet.load(alphabet)),
        },
        "frame": {"height": HEIGHT, "baseline": BASELINE, "xHeight": X_HEIGHT, "paper": 0, "ink": 1},
        "licence": "Apache-2.0",
        "scores": {name: value for name, value in scores.items() if name not in ("reliability", "cleanByKind")},
        "trained": {
            "data": "synthetic lines: see models/training/README.md",
            "distinctLines": progress["distinct_lines"],
            "linesSeen": progress["lines"],
            "steps": progress["step"],
            "hours": progress["hours"],
        },
    }


def score_tables(entry: dict, scores: dict, milliseconds: float) -> str:
    """The Markdown between the marks."""
    rows = [
        f"File: `{entry['file']}`, {entry['bytes'] / 1e6:.1f} MB, {entry['classes']['count']} classes;"
        f" {milliseconds:.1f} ms for a 960-pixel line on one core.",
        f"Trained on {entry['trained']['distinctLines']:,} synthetic lines, {entry['trained']['linesSeen']:,} seen with ever new defects,"
        f" {entry['trained']['steps']:,} steps, {entry['trained']['hours']} hours on a part of two CPU cores.",
        "",
        "Held-out lines (sources and faces never trained on), framed with the errors of a line finder:",
        "",
        "| set | lines | CER | exact lines | exact formulas | maths columns found |",
        "|---|---|---|---|---|---|",
    ]
    for grade in ("clean", "light", "middle", "heavy"):
        for renderer, title in (("fonts", "text"), ("tex", "TeX, with formulas")):
            s = scores[f"{grade}-{renderer}"]
            formulas, mask = (percent(s["formulasExact"], 1), percent(s["maskRecall"], 1)) if renderer == "tex" else ("–", "–")
            rows.append(f"| {grade}, {title} | {s['lines']} | {percent(s['cer'])} | {percent(s['exact'], 1)} | {formulas} | {mask} |")
    rows += ["", "Clean lines by kind:", "", "| kind | lines | CER | exact lines |", "|---|---|---|---|"]
    rows += [f"| {kind} | {s['lines']} | {percent(s['cer'])} | {percent(s['exact'], 1)} |" for kind, s in scores["cleanByKind"].items()]
    if scores["pages"]:
        rows += ["", "Lines of real born-digital pages, read from pixels, against their own text layer (text lines only):", ""]
        rows += ["| resolution | CER |", "|---|---|"]
        rows += [f"| {dpi} dpi | {percent(values['all'])} |" for dpi, values in scores["pages"].items()]
    rows += [
        "",
        "How far the line confidence can be trusted (all eight sets):",
        "",
        "| confidence | lines | mean confidence | exact |",
        "|---|---|---|---|",
    ]
    rows += [
        f"| {r['from']}–{r['to']} | {r['lines']} | {percent(r['confidence'], 1)} | {percent(r['exact'], 1)} |"
        for r in scores["reliability"]
    ]
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--models", type=Path, default=HERE.parents[1])
    arguments = parser.parse_args()
    scores = json.loads((arguments.run / "scores.json").read_text())
    progress = json.loads((arguments.run / "progress.json").read_text())
    entry = manifest_entry(arguments.models, scores, progress)
    manifest = arguments.models / "manifest.json"
    models = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    models["text-line"] = entry
    manifest.write_text(json.dumps(models, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    card = arguments.models / "README.md"
    text = card.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    tables = score_tables(entry, scores, time_line(arguments.models / "text-line.onnx"))
    card.write_text(f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()

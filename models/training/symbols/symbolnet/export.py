"""Checkpoint to ONNX: `python -m symbolnet.export --run runs/base`.

Writes `symbols.onnx`, `symbols.classes.json`, `symbols.pairs.bin` (`pairs.py`), the weights to train on from (`symbols.weights.pt`) and
the manifest entry after checking onnxruntime against PyTorch. BatchNorm is folded into the convolutions, which then compute on bytes (`common/quantize.py`) but for the first
and the heads; peaks are found and asked inside the graph, so only what a formula holds leaves the session.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import math
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from common.quantize import quantize
from symbolnet.classes import Classes
from symbolnet.data import NET_EM, PictureStore, SheetStream
from symbolnet.net import MULTIPLE, SymbolNet
from symbolnet.pairs import SCALE, pair_table
from symbolnet.sizes import size_table
from symbolnet.synth import HERE
from symbolnet.targets import CELL

OPSET = 17
LEAST_PEAK = 0.1
"""Peaks below this are not asked."""
WEIGHTS = "symbols.weights.pt"
CHOICES = 3
"""Classes told per symbol, best first."""
TOLERANCE = 1e-4
SIZE_WEIGHT = 0.3
"""Of the size of the ink beside the net's own answer about the level: height and width are no two witnesses."""
ODDS_WEIGHT = 0.5
"""Of the frequencies in formulas as they are written, beside what the net sees."""
KEPT_FLOAT = ("/net/stem/stem.0/", "/net/centres/", "/net/rules/", "/net/features/")
"""Nodes that stay in float32: what decides loses most by rounding."""
OUTPUTS = ["cells", "peaks", "classes", "probabilities", "boxes", "baselines", "levels", "rules"]


class Reader(nn.Module):
    """The net with the cheap end of decoding inside; `sizes` is the table of `sizes.py`."""

    def __init__(
        self, net: SymbolNet, sizes: NDArray[np.float32], odds: NDArray[np.float32] | None = None, temperature: float = 1.0
    ) -> None:
        super().__init__()
        self.net, self.temperature = net, temperature
        self.register_buffer("sizes", torch.from_numpy(sizes))
        self.register_buffer("odds", torch.zeros(len(sizes)) if odds is None else torch.from_numpy(odds))

    def level_odds(self, classes: Tensor, boxes: Tensor) -> Tensor:
        """What the size of the ink says about the level of symbols of these classes, [P, 3] logarithms."""
        table = self.sizes[classes]
        odds = torch.zeros_like(table[:, :, 0])
        for axis, extent in enumerate((boxes[:, 1] + boxes[:, 3], boxes[:, 0] + boxes[:, 2])):
            mean, deviation = table[:, :, 2 * axis], table[:, :, 2 * axis + 1]
            off = (torch.log(extent.clamp(min=0.1) * CELL / NET_EM)[:, None] - mean) / deviation
            odds = odds + (-0.5 * off * off - torch.log(deviation)).clamp(min=-4)
        return odds * SIZE_WEIGHT

    def forward(self, ink: Tensor) -> tuple[Tensor, ...]:
        """Ink [N, 1, H, W] to cells [P, 3] (picture, row, column), peak heights [P], classes and probabilities [P, 3],
        boxes [P, 4], baselines [P], levels [P, 3] and rules [N, H/4, W/4]."""
        centres, rules, features = self.net(ink)
        heat = torch.sigmoid(centres)
        highest = F.max_pool2d(heat[:, None], 3, 1, 1)[:, 0]
        # The highest is asked in any case: onnxruntime divides by zero, and ends the process, where there is no row at all.
        cells = torch.nonzero((heat >= highest) & ((heat > LEAST_PEAK) | (heat >= heat.amax())))
        picture, row, column = cells[:, 0], cells[:, 1], cells[:, 2]
        answers = self.net.ask(features.permute(0, 2, 3, 1)[picture, row, column])
        probabilities, classes = (answers.classes / self.temperature + self.odds).softmax(1).topk(CHOICES, 1)
        odds = self.level_odds(classes[:, 0], answers.boxes)
        return (
            cells.to(torch.int32), heat[picture, row, column], classes.to(torch.int32), probabilities,
            answers.boxes, answers.baselines, (answers.levels + odds).softmax(1), torch.sigmoid(rules),
        )  # fmt: skip


def natural_odds(trained: PictureStore, natural: PictureStore, classes: Classes) -> NDArray[np.float32]:
    """Logarithm of how much more or less frequent each class is in formulas as they are written than in those the net was trained on."""
    drawn: Counter[str] = Counter()
    for (_, record), weight in zip(trained.records, trained.weights(), strict=True):
        for symbol in record.symbols:
            drawn[symbol[0]] += weight
    counts = natural.counts()
    total, share = sum(counts.values()) + 0.5 * len(classes.names), sum(drawn.values())
    odds = [math.log((counts[name] + 0.5) / total) - math.log(drawn[name] / share + 1e-7) for name in classes.names]
    return (ODDS_WEIGHT * np.array(odds)).astype(np.float32)


def fold_batch_norm(net: nn.Module) -> nn.Module:
    """Folds every BatchNorm into the convolution before it, in place; the net must be in evaluation mode."""
    for module in net.modules():
        if isinstance(module, nn.Sequential):
            for i in range(len(module) - 1):
                first, second = module[i], module[i + 1]
                if isinstance(first, nn.Conv2d) and isinstance(second, nn.BatchNorm2d):
                    module[i] = fuse_conv_bn_eval(first, second)
                    module[i + 1] = nn.Identity()
    return net


def load_net(run: Path) -> tuple[SymbolNet, Classes]:
    """The moving average of a run, in evaluation mode."""
    classes = Classes.load(run / "classes.json")
    net = SymbolNet(len(classes.names))
    net.load_state_dict(torch.load(run / "checkpoint.pt")["average"])
    return net.eval(), classes


def export(reader: Reader, path: Path) -> None:
    example = torch.rand(1, 1, 4 * MULTIPLE, 8 * MULTIPLE)
    per_peak = {0: "symbols"}
    torch.onnx.export(
        reader, (example,), str(path), opset_version=OPSET, input_names=["ink"], output_names=OUTPUTS, dynamo=False,
        dynamic_axes={"ink": {0: "formulas", 2: "height", 3: "width"}, "rules": {0: "formulas", 1: "rows", 2: "columns"}}
        | {name: per_peak for name in OUTPUTS[:-1]},
    )  # fmt: skip


@torch.no_grad()
def check(reader: Reader, path: Path, inks: list[Tensor]) -> float:
    """Largest difference from PyTorch. Raises where it is above the tolerance or other peaks are found."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    largest = 0.0
    for ink in inks:
        want = [value.numpy() for value in reader(ink)]
        got = session.run(None, {"ink": ink.numpy()})
        sure = {tuple(cell) for cell, peak in zip(want[0], want[1], strict=True) if peak > LEAST_PEAK + TOLERANCE}
        if not sure <= {tuple(cell) for cell in got[0]}:
            raise RuntimeError("onnxruntime finds other symbols than PyTorch")
        largest = max(largest, float(np.abs(want[7] - got[7]).max()))
        if len(want[0]) == len(got[0]):
            largest = max([largest, *(float(np.abs(want[i] - got[i]).max(initial=0)) for i in (1, 3, 4, 5, 6))])
    if largest > TOLERANCE:
        raise RuntimeError(f"onnxruntime differs from PyTorch by {largest:.2e}")
    return largest


def time_formula(path: Path, height: int = 96, width: int = 416) -> float:
    """Best processor time in milliseconds for one displayed formula on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    ink = np.zeros((1, 1, height, width), np.float32)
    times = []
    for _ in range(20):
        started = time.process_time()
        session.run(None, {"ink": ink})
        times.append(time.process_time() - started)
    return min(times) * 1000


def quantized(source: Path, target: Path, inks: list[Tensor]) -> None:
    """The net on bytes; ranges are those met on sheets."""
    parts = [ink.numpy()[:, :, y : y + 144, :] for ink in inks for y in (0, 144)]
    quantize(source, target, parts, KEPT_FLOAT)


def save_weights(net: SymbolNet, classes: Classes, path: Path) -> None:
    """The moving average in half precision, to train on from (`train --from-published`)."""
    state = {name: value.half() if value.dim() > 1 else value for name, value in net.state_dict().items()}
    torch.save({"average": state, "names": list(classes.names)}, path)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest_entry(out: Path, run: Path, classes: Classes) -> dict:
    progress = json.loads((run / "progress.json").read_text())
    return {
        "file": "symbols.onnx",
        "sha256": sha256(out / "symbols.onnx"),
        "bytes": (out / "symbols.onnx").stat().st_size,
        "opset": OPSET,
        "inputs": {"ink": {"type": "float32", "shape": ["formulas", 1, "height", "width"], "multiple": MULTIPLE}},
        "outputs": {
            "cells": {"type": "int32", "shape": ["symbols", 3]},
            "peaks": {"type": "float32", "shape": ["symbols"]},
            "classes": {"type": "int32", "shape": ["symbols", CHOICES]},
            "probabilities": {"type": "float32", "shape": ["symbols", CHOICES]},
            "boxes": {"type": "float32", "shape": ["symbols", 4]},
            "baselines": {"type": "float32", "shape": ["symbols"]},
            "levels": {"type": "float32", "shape": ["symbols", 3]},
            "rules": {"type": "float32", "shape": ["formulas", "height / 4", "width / 4"]},
        },
        "classes": {
            "file": "symbols.classes.json",
            "sha256": sha256(out / "symbols.classes.json"),
            "count": len(classes.names),
        },
        "pairs": {"file": "symbols.pairs.bin", "sha256": sha256(out / "symbols.pairs.bin"), "perUnit": SCALE},
        "frame": {"em": NET_EM, "cell": 4, "ink": "0 paper, 1 full ink"},
        "training": progress,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--data", type=Path, default=HERE / "build")
    parser.add_argument("--out", type=Path, default=None, help="folder to write to; the run's own when not given")
    parser.add_argument("--manifest", type=Path, help="manifest to put the entry into")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    out = arguments.out or arguments.run
    net, classes = load_net(arguments.run)
    save_weights(net, classes, arguments.run / WEIGHTS)
    store = PictureStore(arguments.data / "train")
    natural = PictureStore(arguments.data / "natural" / "train")
    odds = natural_odds(store, natural, classes) if natural.records else None
    reader = Reader(fold_batch_norm(net), size_table(store, classes), odds).eval()
    path = out / "symbols.onnx"
    sheets = SheetStream(store, classes, 1, 1)
    inks = [batch.ink for batch, _ in zip(sheets, range(12), strict=False)]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "symbols.float.onnx"
        export(reader, whole)
        difference = check(reader, whole, inks[:3])
        quantized(whole, path, inks)
    logging.getLogger().setLevel(logging.INFO)  # onnxruntime's quantisation silences it
    (out / "symbols.classes.json").write_text(
        json.dumps({"labels": list(classes.names)}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    logging.info("%s: %d bytes, differs by %.1e, %.1f ms per formula", path, path.stat().st_size, difference, time_formula(path))
    (out / "symbols.pairs.bin").write_bytes(pair_table([store, natural], classes).tobytes())
    if arguments.manifest:
        manifest = json.loads(arguments.manifest.read_text())
        manifest["symbols"] = manifest_entry(out, arguments.run, classes)
        arguments.manifest.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

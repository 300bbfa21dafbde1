"""Writes `models/layout.onnx` and checks it against PyTorch: `python -m layoutnet.export --run runs/base`."""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from layoutnet.classes import CLASSES
from layoutnet.net import LayoutNet, load_net
from layoutnet.targets import CELL_HEIGHT, CELL_WIDTH, FRAME

HERE = Path(__file__).resolve().parents[1]
OPSET = 17
LARGEST_DIFFERENCE = 1e-4
LARGEST_FILE = 10_000_000


class Exported(nn.Module):
    """Probabilities instead of logits: regions [1, classes, H/4, W/8], turns [1, 4]."""

    def __init__(self, net: LayoutNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, ink: Tensor) -> tuple[Tensor, Tensor]:
        regions, turns = self.net(ink)
        return torch.softmax(regions, 1), torch.softmax(turns, 1)


def export(net: LayoutNet, path: Path) -> None:
    """One file for both frames: height and width are free, multiples of 32."""
    model = Exported(net).eval()
    options: dict[str, Any] = {"dynamo": False} if hasattr(torch.onnx, "dynamo_export") or torch.__version__ >= "2.5" else {}
    torch.onnx.export(
        model, (torch.zeros(1, 1, *FRAME),), str(path), opset_version=OPSET, input_names=["ink"], output_names=["regions", "turns"],
        dynamic_axes={"ink": {2: "height", 3: "width"}, "regions": {2: "h4", 3: "w8"}}, **options,
    )  # fmt: skip
    session = start(path)
    for shape in (FRAME, FRAME[::-1]):
        ink = torch.rand(1, 1, *shape) * 0.8
        with torch.no_grad():
            wanted = model(ink)
        for name, one, other in zip(("regions", "turns"), wanted, session.run(None, {"ink": ink.numpy()}), strict=True):
            difference = float(np.abs(one.numpy() - other).max())
            if difference > LARGEST_DIFFERENCE:
                raise SystemExit(f"Expected {name} within {LARGEST_DIFFERENCE} of PyTorch but {path.name} is {difference:.2g} away")
    if path.stat().st_size > LARGEST_FILE:
        raise SystemExit(f"Expected at most {LARGEST_FILE} bytes but {path.name} has {path.stat().st_size}")


def start(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def milliseconds(path: Path, runs: int = 9) -> float:
    """Processor time of one portrait page on one core, the median."""
    session = start(path)
    ink = np.random.default_rng(1).random((1, 1, *FRAME), np.float32)
    times = []
    for _ in range(runs):
        before = time.process_time()
        session.run(None, {"ink": ink})
        times.append(1000 * (time.process_time() - before))
    return float(np.median(times))


def manifest_entry(path: Path, scores: dict[str, Any], trained: dict[str, Any]) -> dict[str, Any]:
    data = path.read_bytes()
    return {
        "file": path.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "opset": OPSET,
        "inputs": {"ink": {"type": "float32", "shape": [1, 1, "height", "width"], "frames": {"portrait": FRAME, "landscape": FRAME[::-1]}}},
        "outputs": {
            "regions": {"type": "float32", "shape": [1, len(CLASSES), f"height / {CELL_HEIGHT}", f"width / {CELL_WIDTH}"]},
            "turns": {"type": "float32", "shape": [1, 4]},
        },
        "labels": list(CLASSES),
        "licence": "Apache-2.0",
        "scores": scores,
        "trained": trained,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--models", type=Path, default=HERE.parents[1])
    parser.add_argument(
        "--publish", action="store_true", help="also write the manifest entry; without it layout.onnx goes into the run's folder"
    )
    arguments = parser.parse_args()
    state = torch.load(arguments.run / "checkpoint.pt", map_location="cpu")
    net = load_net(state)
    path = (arguments.models if arguments.publish else arguments.run) / "layout.onnx"
    export(net, path)
    scores_file = arguments.run / "scores.json"
    scores = json.loads(scores_file.read_text()) if scores_file.exists() else {}
    trained = {
        "data": "synthetic pages: see models/training/README.md",
        "pagesSeen": state["seen"],
        "steps": state["step"],
        "hours": round(state["seconds"] / 3600, 2),
    }
    entry = manifest_entry(path, {**scores, "milliseconds": round(milliseconds(path), 1)}, trained)
    if arguments.publish:
        manifest = arguments.models / "manifest.json"
        models = json.loads(manifest.read_text(encoding="utf-8"))
        models["layout"] = entry
        manifest.write_text(json.dumps(models, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    else:
        (arguments.run / "manifest-entry.json").write_text(json.dumps(entry, indent=2) + "\n", encoding="utf-8")
    print(f"{path}: {entry['bytes']} bytes, {entry['scores']['milliseconds']} ms a page")


if __name__ == "__main__":
    main()

"""Checkpoint to ONNX: `python -m textlines.export --run runs/base`.

Writes `text-line.float.onnx` in this folder, checked against PyTorch, and from it `models/text-line.onnx` with eight-bit weights
(`common/quantize.py`) and `models/text-line.alphabet.json`. BatchNorm is folded into the convolutions; the outputs are what a CTC
decoder needs, so no array of all classes leaves the session. Training goes on from the float file.
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from common.quantize import quantize
from textlines.alphabet import Alphabet
from textlines.data import LineStore, stream
from textlines.frame import HEIGHT
from textlines.net import LineNet, Mixer, Separable
from textlines.real_pages import load_net
from textlines.synth import HERE

OPSET = 17
WIDTHS = tuple(range(64, 1601, 64))
"""Buckets the engine uses; the file takes any multiple of 8. A batch of one costs as much a line as a batch of sixteen, so they are narrow."""
TOLERANCE = 1e-4
FLOAT_FILE = HERE / "text-line.float.onnx"
HEADS = ("/net/labels", "/net/split", "/net/maths")
"""Layers that stay in float32."""
CALIBRATION_BATCHES = 24


class Reader(nn.Module):
    """The net with the cheap end of decoding inside."""

    def __init__(self, net: LineNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, ink: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Ink [N, 1, 40, W] to class [N, W/2] (int32), its probability [N, W/2], probability of mathematics [N, W/4]."""
        logits, maths = self.net(ink)
        best, classes = logits.softmax(2).max(2)
        return classes.to(torch.int32), best, maths.sigmoid()


def fold_batch_norm(net: LineNet) -> LineNet:
    """Folds every BatchNorm that follows a convolution, in place; the net must be in evaluation mode."""

    def fold_pairs(container: nn.Sequential) -> None:
        for i in range(len(container) - 1):
            first, second = container[i], container[i + 1]
            if isinstance(first, nn.Conv2d) and isinstance(second, nn.BatchNorm2d):
                container[i] = fuse_conv_bn_eval(first, second)
                container[i + 1] = nn.Identity()

    for module in net.modules():
        if isinstance(module, nn.Sequential):
            fold_pairs(module)
        elif isinstance(module, Separable):
            module.depthwise = fuse_conv_bn_eval(module.depthwise, module.depthwise_norm)
            module.pointwise = fuse_conv_bn_eval(module.pointwise, module.pointwise_norm)
            module.depthwise_norm = module.pointwise_norm = nn.Identity()
        elif isinstance(module, Mixer):
            module.depthwise = fuse_conv_bn_eval(module.depthwise, module.norm)
            module.norm = nn.Identity()
    return net


@torch.no_grad()
def apply_temperature(net: LineNet, temperature: float) -> LineNet:
    """Divides the logits by the calibration temperature, in place; the reading stays the same."""
    net.labels.weight /= temperature
    net.labels.bias /= temperature
    return net


def export(net: LineNet, path: Path) -> None:
    """Writes the ONNX file with free batch size and width."""
    reader = Reader(fold_batch_norm(net)).eval()
    torch.onnx.export(
        reader,
        (torch.rand(1, 1, HEIGHT, 320),),
        str(path),
        input_names=["ink"],
        output_names=["classes", "probabilities", "maths"],
        dynamic_axes={
            "ink": {0: "lines", 3: "width"},
            "classes": {0: "lines", 1: "frames"},
            "probabilities": {0: "lines", 1: "frames"},
            "maths": {0: "lines", 1: "columns"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(onnx.load(str(path)))


def check(net: LineNet, path: Path) -> float:
    """Largest difference of probabilities between PyTorch (unfolded) and onnxruntime over all widths; raises past 1e-4."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(0)
    reader = Reader(net).eval()
    largest = 0.0
    for width in WIDTHS[::4]:
        ink = (rng.random((2, 1, HEIGHT, width)) ** 4).astype(np.float32)
        with torch.no_grad():
            classes, best, maths = (tensor.numpy() for tensor in reader(torch.from_numpy(ink)))
        got_classes, got_best, got_maths = session.run(None, {"ink": ink})
        largest = max(largest, float(np.abs(best - got_best).max()), float(np.abs(maths - got_maths).max()))
        sure = best > 0.5 + TOLERANCE
        if largest > TOLERANCE or (classes != got_classes)[sure].any():
            raise RuntimeError(f"onnxruntime differs from PyTorch by {largest:.2e} at width {width}")
    return largest


def time_line(path: Path, width: int = 960) -> float:
    """Best processor time in milliseconds for one line on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    ink = np.zeros((1, 1, HEIGHT, width), np.float32)
    times = []
    for _ in range(30):
        started = time.process_time()
        session.run(None, {"ink": ink})
        times.append(time.process_time() - started)
    return min(times) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "runs" / "base")
    parser.add_argument("--out", type=Path, default=HERE.parents[1])
    parser.add_argument("--data", type=Path, default=HERE / "build", help="training lines, which show the ranges of the activations")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    alphabet = Alphabet.load(arguments.run / "alphabet.json")
    weights = arguments.run / "checkpoint.pt"
    scores = arguments.run / "scores.json"
    temperature = json.loads(scores.read_text())["temperature"] if scores.exists() else 1.0
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "text-line.float.onnx"
        export(apply_temperature(load_net(weights, alphabet), temperature), part)
        difference = check(apply_temperature(load_net(weights, alphabet), temperature), part)
        FLOAT_FILE.write_bytes(part.read_bytes())
    logging.info(
        "%s: %d bytes, differs by %.1e, %.1f ms per 960-pixel line",
        FLOAT_FILE.name,
        FLOAT_FILE.stat().st_size,
        difference,
        time_line(FLOAT_FILE),
    )
    path = arguments.out / "text-line.onnx"
    lines = stream(LineStore(arguments.data / "train", alphabet), 0, 8 * 960, 1)
    quantize(FLOAT_FILE, path, (batch.ink.numpy() for batch in itertools.islice(lines, CALIBRATION_BATCHES)), HEADS)
    alphabet.save(arguments.out / "text-line.alphabet.json")
    logging.info("%s: %d bytes, %.1f ms per 960-pixel line", path.name, path.stat().st_size, time_line(path))


if __name__ == "__main__":
    main()

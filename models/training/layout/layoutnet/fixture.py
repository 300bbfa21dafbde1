"""Writes the net of the engine's tests: every patch of ink is text. `python -m layoutnet.fixture OUT.onnx`."""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from layoutnet.classes import CLASSES, INDEX
from layoutnet.export import OPSET
from layoutnet.targets import CELL_HEIGHT, CELL_WIDTH, FRAME

SHARP = 40.0
INK = 0.2


class InkIsText(nn.Module):
    """The interface of the layout net without anything learned."""

    def forward(self, ink: Tensor) -> tuple[Tensor, Tensor]:
        text = torch.sigmoid(SHARP * (F.max_pool2d(ink, (CELL_HEIGHT, CELL_WIDTH)) - INK))
        empty = text * 0
        planes = [empty] * len(CLASSES)
        planes[INDEX["background"]], planes[INDEX["text"]] = 1 - text, text
        upright = torch.cat([torch.ones(1, 1), torch.zeros(1, 3)], 1) + text.mean() * 0
        return torch.cat(planes, 1), upright


def main() -> None:
    options = {"dynamo": False} if torch.__version__ >= "2.5" else {}
    torch.onnx.export(
        InkIsText(), (torch.zeros(1, 1, *FRAME),), str(Path(sys.argv[1])), opset_version=OPSET, input_names=["ink"],
        output_names=["regions", "turns"], dynamic_axes={"ink": {2: "height", 3: "width"}}, **options,
    )  # fmt: skip


if __name__ == "__main__":
    main()

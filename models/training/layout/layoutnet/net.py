"""The layout net: an encoder of plain 3 x 3 residual blocks from 1/8 to 1/32 and a light decoder back to 1/8, two rows told per cell.

Plain convolutions, not depthwise ones: on CPUs they run near peak (onnxruntime: 6 to 8 times the arithmetic of a depthwise block in the same time).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from layoutnet.classes import CLASSES


@dataclass(frozen=True)
class Size:
    """Channels and residual blocks at 1/8, 1/16 and 1/32."""

    widths: tuple[int, int, int]
    depths: tuple[int, int, int]


SIZES = {"small": Size((40, 72, 112), (1, 2, 3)), "base": Size((48, 96, 160), (1, 2, 3))}
ROWS = 2
"""Rows told per cell of 8 x 8 pixels."""


def conv(inputs: int, outputs: int, kernel: int = 3, stride: int = 1, dilation: int = 1) -> nn.Sequential:
    """Convolution without bias, BatchNorm, ReLU; keeps the size at stride one."""
    padding = dilation * (kernel // 2)
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Residual(nn.Module):
    """Two 3 x 3 convolutions and a shortcut, [N, C, H, W] to the same."""

    def __init__(self, channels: int, dilation: int = 1) -> None:
        super().__init__()
        self.first = conv(channels, channels, dilation=dilation)
        self.second = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(x + self.norm(self.second(self.first(x))))


class LayoutNet(nn.Module):
    """Ink [N, 1, H, W] (paper 0, H and W multiples of 32) to logits: regions [N, classes, H/4, W/8], turns [N, 4] (clockwise quarter
    turns that the page has suffered)."""

    def __init__(self, size: str = "base", classes: int = len(CLASSES)) -> None:
        super().__init__()
        self.size = size
        self.classes = classes
        a, b, c = SIZES[size].widths
        depths = SIZES[size].depths
        self.stem = nn.Sequential(conv(1, 16, 3, 2), conv(16, 32, 3, 2))
        self.eighth = nn.Sequential(conv(32, a, 3, 2), *[Residual(a) for _ in range(depths[0])])
        self.sixteenth = nn.Sequential(conv(a, b, 3, 2), *[Residual(b) for _ in range(depths[1])])
        self.thirtysecond = nn.Sequential(conv(b, c, 3, 2), *[Residual(c, dilation) for dilation in (1, 2, 4)[: depths[2]]])
        self.page = nn.Linear(c, c)
        self.up16 = conv(c + b, b, 1)
        self.mix16 = conv(b, 64)
        self.up8 = conv(64 + a, 48, 1)
        self.mix8 = conv(48, 64)
        self.regions = nn.Conv2d(64, classes * ROWS, 1)
        self.turns = nn.Linear(c, 4)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        eighth = self.eighth(self.stem(x))
        sixteenth = self.sixteenth(eighth)
        deep = self.thirtysecond(sixteenth)
        page = deep.mean((2, 3))
        # what kind of page it is, told to every place on it
        deep = deep + self.page(page)[:, :, None, None]
        y = self.mix16(self.up16(torch.cat([double(deep), sixteenth], 1)))
        y = self.mix8(self.up8(torch.cat([double(y), eighth], 1)))
        regions = self.regions(y)
        n, _, height, width = regions.shape
        regions = regions.reshape(n, self.classes, ROWS, height, width).transpose(2, 3)
        return regions.reshape(n, self.classes, ROWS * height, width), self.turns(page)


def load_net(state: dict[str, Any]) -> LayoutNet:
    """The net of a checkpoint."""
    net = LayoutNet(state["size"])
    net.load_state_dict(state["net"])
    return net


def double(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2.0, mode="nearest")

"""The layout net: an encoder of plain 3 x 3 residual blocks from 1/4 to 1/32 and a light decoder back to 1/4.

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
    """Channels and residual blocks at 1/4, 1/8, 1/16 and 1/32."""

    widths: tuple[int, int, int, int]
    depths: tuple[int, int, int, int]


SIZES = {"small": Size((16, 40, 80, 120), (1, 1, 2, 3)), "base": Size((24, 48, 96, 128), (1, 2, 3, 3))}
"""1.26 M parameters and 100 ms a page, 1.77 M and 143 ms (onnxruntime, one core of a busy 2-core AMD EPYC machine)."""
LINE_CHANNELS = 2
"""Core and first, each in two rows per cell."""


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
    """Ink [N, 1, H, W] (paper 0, H and W multiples of 32) to logits: regions [N, classes, H/4, W/4], lines [N, 2, H/2, W/4] (core, first),
    turns [N, 4] (clockwise quarter turns that the page has suffered)."""

    def __init__(self, size: str = "base", classes: int = len(CLASSES)) -> None:
        super().__init__()
        self.size = size
        a, b, c, d = SIZES[size].widths
        depths = SIZES[size].depths
        self.stem = nn.Sequential(conv(1, 12, 3, 2), conv(12, a, 3, 2))
        self.quarter = nn.Sequential(*[Residual(a) for _ in range(depths[0])])
        self.eighth = nn.Sequential(conv(a, b, 3, 2), *[Residual(b) for _ in range(depths[1])])
        self.sixteenth = nn.Sequential(conv(b, c, 3, 2), *[Residual(c) for _ in range(depths[2])])
        self.thirtysecond = nn.Sequential(conv(c, d, 3, 2), *[Residual(d, dilation) for dilation in (1, 2, 4)[: depths[3]]])
        self.page = nn.Linear(d, d)
        self.up16 = conv(d + c, c, 1)
        self.mix16 = conv(c, b)
        self.up8 = conv(b + b, b, 1)
        self.mix8 = conv(b, b)
        self.up4 = conv(b + a, 40, 1)
        self.mix4 = conv(40, 40)
        self.regions = nn.Conv2d(40, classes, 1)
        self.lines = nn.Conv2d(40, 2 * LINE_CHANNELS, 1)
        self.turns = nn.Linear(d, 4)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        quarter = self.quarter(self.stem(x))
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        deep = self.thirtysecond(sixteenth)
        page = deep.mean((2, 3))
        # what kind of page it is, told to every place on it
        deep = deep + self.page(page)[:, :, None, None]
        y = self.mix16(self.up16(torch.cat([double(deep), sixteenth], 1)))
        y = self.mix8(self.up8(torch.cat([double(y), eighth], 1)))
        y = self.mix4(self.up4(torch.cat([double(y), quarter], 1)))
        lines = self.lines(y)
        n, _, height, width = lines.shape
        lines = lines.reshape(n, LINE_CHANNELS, 2, height, width).transpose(2, 3).reshape(n, LINE_CHANNELS, 2 * height, width)
        return self.regions(y), lines, self.turns(page)


def load_net(state: dict[str, Any]) -> LayoutNet:
    """The net of a checkpoint."""
    net = LayoutNet(state["size"])
    net.load_state_dict(state["net"])
    return net


def double(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2.0, mode="nearest")

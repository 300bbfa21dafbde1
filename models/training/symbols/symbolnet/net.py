"""The symbol net: plain convolutions down to 1/16 and back up to 1/4; symbols are peaks, rules a mask, the rest is asked at the peaks."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTHS = (16, 32, 80, 112, 160)
"""Channels at 1/2, 1/2, 1/4, 1/8 and 1/16."""
FEATURES = 160
LEVELS = 3
MULTIPLE = 16
"""Rows and columns of the input are multiples of this."""


def conv(inputs: int, outputs: int, kernel: int = 3, stride: int = 1, dilation: int = 1) -> nn.Sequential:
    """Convolution without bias, BatchNorm, ReLU; zero padding that keeps the size at stride one."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, dilation * (kernel // 2), dilation, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """Two 3 x 3 convolutions and a way around them."""

    def __init__(self, channels: int, dilation: int = 1) -> None:
        super().__init__()
        self.first = conv(channels, channels, dilation=dilation)
        self.second = nn.Sequential(nn.Conv2d(channels, channels, 3, padding=1, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(x + self.second(self.first(x)))


@dataclass
class CellAnswers:
    """Answers at P cells."""

    classes: Tensor
    """[P, C] logits"""
    boxes: Tensor
    """[P, 4] distances to left, top, right, bottom in cells, above zero"""
    baselines: Tensor
    """[P] distance down to the baseline in cells"""
    levels: Tensor
    """[P, 3] logits"""


class SymbolNet(nn.Module):
    def __init__(self, classes: int) -> None:
        super().__init__()
        half, half2, c4, c8, c16 = WIDTHS
        self.stem = nn.Sequential(conv(1, half, stride=2), conv(half, half2))
        self.down4 = nn.Sequential(conv(half2, c4, stride=2), Residual(c4))
        self.down8 = nn.Sequential(conv(c4, c8, stride=2), Residual(c8))
        self.down16 = nn.Sequential(conv(c8, c16, stride=2), Residual(c16), Residual(c16, 2))
        self.lateral16, self.up8 = conv(c16, c8, 1), conv(c8, c8)
        self.lateral8, self.up4 = conv(c8, c4, 1), nn.Sequential(conv(c4, c4), conv(c4, c4))
        self.centres, self.rules = nn.Conv2d(c4, 1, 1), nn.Conv2d(c4, 1, 1)
        nn.init.constant_(self.centres.bias, -2.5)
        nn.init.constant_(self.rules.bias, -3)
        self.features = conv(c4, FEATURES, 1)
        self.classes = nn.Linear(FEATURES, classes)
        self.geometry = nn.Linear(FEATURES, 5)
        self.levels = nn.Linear(FEATURES, LEVELS)
        nn.init.zeros_(self.geometry.weight)
        with torch.no_grad():
            self.geometry.bias.copy_(torch.tensor([0.9, 1.2, 0.9, 1.2, 1.0]))

    def forward(self, ink: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Ink [N, 1, H, W] to logits of centres and rules [N, H/4, W/4] and features [N, 160, H/4, W/4]."""
        x4 = self.down4(self.stem(ink))
        x8 = self.down8(x4)
        x16 = self.down16(x8)
        y8 = self.up8(x8 + F.interpolate(self.lateral16(x16), scale_factor=2.0, mode="nearest"))
        y4 = self.up4(x4 + F.interpolate(self.lateral8(y8), scale_factor=2.0, mode="nearest"))
        return self.centres(y4)[:, 0], self.rules(y4)[:, 0], self.features(y4)

    def ask(self, features: Tensor) -> CellAnswers:
        """Answers for features [P, 160] of single cells."""
        geometry = self.geometry(features)
        return CellAnswers(self.classes(features), F.softplus(geometry[:, :4]), geometry[:, 4], self.levels(features))

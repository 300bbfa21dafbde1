"""The line recogniser: a fully convolutional CTC net with a second head that marks mathematics per column."""

from __future__ import annotations

import torch
from torch import Tensor, nn

WIDTH_STRIDE = 2
"""Input pixels per CTC frame. Two, not four: `x_{i}` is five labels in about 20 pixels."""

MATHS_STRIDE = 4
"""Input pixels per column of the maths head."""


def conv(inputs: int, outputs: int, kernel: tuple[int, int] | int, stride: tuple[int, int] | int = 1, groups: int = 1) -> nn.Sequential:
    """Convolution without bias, BatchNorm, ReLU; zero padding that keeps the size at stride one."""
    size = (kernel, kernel) if isinstance(kernel, int) else kernel
    padding = (size[0] // 2, size[1] // 2)
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, padding, groups=groups, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


def in_float32(convolution: nn.Conv2d, x: Tensor) -> Tensor:
    """The convolution outside autocast: oneDNN has no fast bfloat16 gradient for depthwise ones that stride or are one row high."""
    with torch.autocast(x.device.type, enabled=False):
        return convolution(x.float()).to(x.dtype)


class Separable(nn.Module):
    """Depthwise then pointwise convolution, [N, C, H, W] to [N, C', H/s, W/s]; residual where the shape stays."""

    def __init__(self, inputs: int, outputs: int, kernel: tuple[int, int], stride: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(inputs, inputs, kernel, stride, (kernel[0] // 2, kernel[1] // 2), groups=inputs, bias=False)
        self.depthwise_norm = nn.BatchNorm2d(inputs)
        self.pointwise = nn.Conv2d(inputs, outputs, 1, bias=False)
        self.pointwise_norm = nn.BatchNorm2d(outputs)
        self.residual = inputs == outputs and stride == (1, 1)

    def forward(self, x: Tensor) -> Tensor:
        depthwise = self.depthwise(x) if self.depthwise.stride == (1, 1) else in_float32(self.depthwise, x)
        y = self.pointwise_norm(self.pointwise(self.depthwise_norm(depthwise)))
        return torch.relu(x + y) if self.residual else torch.relu(y)


class Mixer(nn.Module):
    """Residual block along the line, [N, C, 1, W] to the same: depthwise 1 x k, then a two-layer perceptron per column."""

    def __init__(self, channels: int, kernel: int, expansion: int = 2) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(channels, channels, (1, kernel), padding=(0, kernel // 2), groups=channels, bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.expand = nn.Conv2d(channels, channels * expansion, 1)
        self.reduce = nn.Conv2d(channels * expansion, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.reduce(torch.relu(self.expand(self.norm(in_float32(self.depthwise, x)))))


class LineNet(nn.Module):
    """Ink image [N, 1, 40, W] (paper 0, ink 1; W a multiple of 4) to CTC logits [N, W/2, classes] and maths logits [N, W/4]."""

    def __init__(
        self, classes: int, channels: int = 192, kernels: tuple[int, ...] = (9, 11, 13, 15, 9, 13, 17, 9, 13), embedding: int = 64
    ) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            conv(1, 16, 3, 2),  # 20 x W/2
            Separable(16, 32, (3, 3)),
            conv(32, 64, 3, 2),  # 10 x W/4
            Separable(64, 64, (3, 3)),
            Separable(64, 96, (3, 3)),
            Separable(96, 96, (3, 3)),
            Separable(96, 128, (3, 3), (2, 1)),  # 5 x W/4
            Separable(128, 128, (3, 3)),
        )
        self.fold = nn.Sequential(nn.Conv2d(128, channels, (5, 1), bias=False), nn.BatchNorm2d(channels), nn.ReLU(inplace=True))  # 1 x W/4
        self.mixers = nn.Sequential(*[Mixer(channels, kernel) for kernel in kernels])
        self.norm = nn.BatchNorm2d(channels)
        self.embedding = embedding
        self.split = nn.Conv2d(channels, 2 * embedding, 1)  # two frames per column
        self.labels = nn.Linear(embedding, classes)
        self.maths = nn.Conv2d(channels, 1, 1)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        y = self.norm(self.mixers(self.fold(self.stem(x))))
        n, _, _, columns = y.shape
        frames = torch.relu(self.split(y)).squeeze(2).transpose(1, 2).reshape(n, columns * 2, self.embedding)
        return self.labels(frames), self.maths(y).squeeze(2).squeeze(1)

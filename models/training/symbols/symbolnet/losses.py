"""Losses of the symbol net."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from symbolnet.data import Batch
from symbolnet.net import CellAnswers


def centre_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Focal loss of CornerNet (arXiv 1808.01244) per centre."""
    p = torch.sigmoid(logits.float()).clamp(1e-5, 1 - 1e-5)
    peaks = target >= 0.999
    near = (torch.log(p) * (1 - p) ** 2)[peaks].sum()
    far = (torch.log(1 - p) * p**2 * (1 - target) ** 4)[~peaks].sum()
    return -(near + far) / peaks.sum().clamp(min=1)


def rule_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Focal cross-entropy per rule cell."""
    plain = F.binary_cross_entropy_with_logits(logits.float(), target, reduction="none")
    wrong = (torch.sigmoid(logits.float()) - target).abs()
    return (plain * wrong**1.5).sum() / target.sum().clamp(min=20) * 2


def cell_losses(answers: CellAnswers, batch: Batch, weights: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Of classes, geometry and levels."""
    known = batch.classes >= 0
    classes = F.cross_entropy(answers.classes.float()[known], batch.classes[known], weight=weights)
    boxes = F.smooth_l1_loss(torch.log(answers.boxes.float() + 0.3), torch.log(batch.boxes.clamp(min=0) + 0.3), beta=0.1)
    based = ~torch.isnan(batch.baselines)
    baselines = F.smooth_l1_loss(answers.baselines.float()[based], batch.baselines[based], beta=0.2)
    levelled = batch.levels >= 0
    levels = F.cross_entropy(answers.levels.float()[levelled], batch.levels[levelled])
    return classes, 2 * boxes + 0.5 * baselines, levels

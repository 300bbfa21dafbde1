"""What the net is trained for."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from layoutnet.classes import CLASSES, INDEX
from layoutnet.targets import IGNORE, PICTURE

CLASS_WEIGHTS = {
    "background": 0.6,
    "text": 0.6,
    "table": 0.8,
    "diagram": 0.8,
    "chart": 0.8,
    "equation_number": 3.0,
    "page_info": 2.0,
    "section_header": 2.0,
}
"""All others 1.3: rare or small classes count more per cell, or the net would not bother."""
OTHER_WEIGHT = 1.3


def class_weights() -> Tensor:
    return torch.tensor([CLASS_WEIGHTS.get(name, OTHER_WEIGHT) for name in CLASSES])


def region_loss(logits: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """Cross entropy; where a picture may be chart or diagram, either will do."""
    either = target == PICTURE
    plain = torch.where(either, torch.full_like(target, IGNORE), target)
    share = weights[plain.clamp(max=len(weights) - 1)][plain != IGNORE].sum()
    loss = F.cross_entropy(logits, plain, weights, ignore_index=IGNORE, reduction="sum") / share.clamp(min=1)
    if bool(either.any()):
        pair = logits[:, [INDEX["diagram"], INDEX["chart"]]].logsumexp(1)
        loss = loss + (torch.logsumexp(logits, 1) - pair)[either].mean() * either.float().mean()
    return loss

"""How a run goes: its learning rate, and the moving average of its weights."""

from __future__ import annotations

import torch
from torch import nn


def learning_rate(peak: float, step: int, left: float, cooldown: float, warmup: int) -> float:
    """Warm-up over `warmup` steps, plateau, linear fall; `left` is the share of the run that is left, `cooldown` the share that falls."""
    return peak * min(1.0, (step + 1) / warmup) * min(1.0, max(0.0, left / cooldown))


@torch.no_grad()
def follow(average: nn.Module, net: nn.Module, step: int, decay: float) -> None:
    """One step of the moving average, faster than `decay` at the beginning of a run; in place."""
    decay = min(decay, (step + 1) / (step + 20))
    for kept, new in zip(average.state_dict().values(), net.state_dict().values(), strict=True):
        if kept.dtype.is_floating_point:
            kept.lerp_(new, 1 - decay)
        else:
            kept.copy_(new)

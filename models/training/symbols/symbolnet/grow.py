"""A wider net that computes what a narrower one does: weights go on from where they were when the net gets more channels."""

from __future__ import annotations

import torch
from torch import Tensor, nn


@torch.no_grad()
def grown(net: nn.Module, narrow: dict[str, Tensor]) -> None:
    """Puts the weights of a narrower net of the same layers into `net`, in place.

    Old channels do not read new ones (their weights start at zero and have a gradient), so the answers stay the same; what new
    channels read is as the layer was initialised. Raises ValueError for weights of other layers or of a wider net.
    """
    state = net.state_dict()
    if state.keys() != narrow.keys():
        raise ValueError("the weights are not those of a net of these layers")
    for name, weights in state.items():
        old = narrow[name]
        if old.dim() != weights.dim() or any(was > now for was, now in zip(old.shape, weights.shape, strict=True)):
            raise ValueError(f"{name} is {tuple(old.shape)}, which does not fit into {tuple(weights.shape)}")
        if weights.dim() > 1:
            weights[: old.shape[0], old.shape[1] :] = 0
        weights[tuple(slice(0, size) for size in old.shape)] = old

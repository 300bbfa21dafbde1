"""CTC loss over a large alphabet, computed on each line's own labels only.

torch's loss and its gradient run over all classes several times; with a thousand classes that is a third of a training step on a
CPU. Here the recursion sees the few classes of each line, and the gradient of the logits, softmax minus occupancy, is written once.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor


class _SparseCtc(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, logits: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        n, frames, _ = logits.shape
        log_probs = F.log_softmax(logits, 2, dtype=torch.float32)
        used = [torch.unique(line, return_inverse=True) for line in torch.split(labels, lengths.tolist())]
        most = max(classes.numel() for classes, _ in used)
        columns = torch.zeros((n, most + 1), dtype=torch.long, device=logits.device)
        for i, (classes, _) in enumerate(used):
            columns[i, 1 : classes.numel() + 1] = classes
        index = columns[:, None].expand(n, frames, most + 1)
        small = log_probs.gather(2, index)
        local = torch.cat([inverse + 1 for _, inverse in used])
        with torch.enable_grad():
            leaf = small.transpose(0, 1).contiguous().requires_grad_()
            whole = torch.full((n,), frames, dtype=torch.long)
            losses = F.ctc_loss(leaf, local, whole, lengths, reduction="none")
            (gradient,) = torch.autograd.grad(losses.sum(), leaf)
        losses = losses.detach()
        possible = torch.isfinite(losses)
        weights = torch.where(possible, 1.0 / (lengths.to(losses) * n), torch.zeros_like(losses))
        # torch gives exp(log_probs) - occupancy, which is right for a normalised input only
        occupancy = torch.where(possible[:, None, None], small.exp() - gradient.transpose(0, 1), torch.zeros_like(small))
        for i, (classes, _) in enumerate(used):
            occupancy[i, :, classes.numel() + 1 :] = 0  # unused columns point at the blank
        result = log_probs.exp_().scatter_add_(2, index, -occupancy).mul_(weights[:, None, None])
        ctx.save_for_backward(result.to(logits.dtype))
        return torch.where(possible, losses, torch.zeros_like(losses)).mul(weights).sum()

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor, None, None]:
        (gradient,) = ctx.saved_tensors
        return gradient * upstream[0], None, None


def sparse_ctc_loss(logits: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
    """Mean over lines of CTC loss per label, as `F.ctc_loss(…, reduction="mean", zero_infinity=True)` gives it.

    `logits` [N, T, C] before softmax, blank 0; `labels` all targets one after the other; `lengths` [N]. All T frames count.
    """
    return _SparseCtc.apply(logits, labels, lengths)

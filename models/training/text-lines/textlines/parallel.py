"""Several processes train one net: each computes its own batches on one thread, gradients are averaged every step.

Two single-threaded processes are half again as fast as one with two threads: the layers are too small to share, and where other
programs use the machine, threads wait for each other at every layer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.multiprocessing import get_context


@dataclass(frozen=True)
class Team:
    """This process among those that train."""

    rank: int
    size: int

    @property
    def leads(self) -> bool:
        """Whether this process writes checkpoints, scores and the log."""
        return self.rank == 0

    def same_start(self, net: nn.Module) -> None:
        """The leader's weights and norms for all, in place."""
        if self.size > 1:
            for value in net.state_dict().values():
                dist.broadcast(value, 0)

    def average_gradients(self, parameters: Sequence[nn.Parameter], numbers: Sequence[float]) -> list[float]:
        """Replaces every gradient by the mean over the team, in place; returns the sums of `numbers` over the team."""
        if self.size == 1:
            return list(numbers)
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        packed = torch.cat([*(gradient.flatten() for gradient in gradients), torch.tensor(numbers)])
        dist.all_reduce(packed)
        sums: Tensor = packed[len(packed) - len(numbers) :]
        start = 0
        for gradient in gradients:
            gradient.copy_(packed[start : start + gradient.numel()].view_as(gradient)).div_(self.size)
            start += gradient.numel()
        return [float(value) for value in sums]


def _join(work: Callable[[Team], None], rank: int, size: int, meeting: Path) -> None:
    dist.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=size)
    work(Team(rank, size))
    dist.destroy_process_group()


def train_together(work: Callable[[Team], None], size: int, folder: Path) -> None:
    """Calls `work` in `size` processes, in this one too; `folder` holds the file by which they meet."""
    if size == 1:
        work(Team(0, 1))
        return
    meeting = (folder / "meeting").resolve()
    meeting.unlink(missing_ok=True)
    others = [get_context("fork").Process(target=_join, args=(work, rank, size, meeting)) for rank in range(1, size)]
    for other in others:
        other.start()
    _join(work, 0, size, meeting)
    for other in others:
        other.join()

"""Stored pages to training batches; every page is damaged anew each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from layoutnet.accidents import Frame, frame_page, normalise
from layoutnet.page_store import PageRecord, PageShard


@dataclass
class Batch:
    ink: Tensor
    """[N, 1, H, W]"""
    regions: Tensor
    core: Tensor
    first: Tensor
    turns: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(tensor.to(device) for tensor in (self.ink, self.regions, self.core, self.first, self.turns)))


def collate(frames: list[Frame]) -> Batch:
    def stack(items: list[np.ndarray]) -> Tensor:
        return torch.from_numpy(np.stack(items).astype(np.int64))

    return Batch(
        torch.from_numpy(np.stack([normalise(ink)[None] for ink, _, _ in frames])),
        stack([targets.regions for _, targets, _ in frames]),
        stack([targets.core for _, targets, _ in frames]),
        stack([targets.first for _, targets, _ in frames]),
        torch.tensor([turns for _, _, turns in frames]),
    )


class PageStore:
    """All pages of a folder of shards; `refresh` picks up shards finished since."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shards: list[PageShard] = []
        self.entries: list[tuple[int, PageRecord]] = []
        self._known: set[Path] = set()
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(self.folder.glob("*.jsonl")):
            if path not in self._known:
                self._known.add(path)
                self.shards.append(PageShard.open(path))
                self.entries += [(len(self.shards) - 1, record) for record in self.shards[-1].records]

    def frame(self, index: int, rng: np.random.Generator | None) -> Frame:
        shard, record = self.entries[index]
        return frame_page(self.shards[shard].image(record), record, rng)


class PageStream(IterableDataset[Batch]):
    """Endless batches of `size` pages of one frame shape."""

    def __init__(self, store: PageStore, seed: int, size: int) -> None:
        self.store = store
        self.seed = seed
        self.size = size

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        cv2.setNumThreads(1)
        waiting: dict[tuple[int, ...], list[Frame]] = {}
        while True:
            self.store.refresh()
            for index in rng.permutation(len(self.store.entries))[:500].tolist():
                frame = self.store.frame(index, rng)
                group = waiting.setdefault(frame[0].shape, [])
                group.append(frame)
                if len(group) == self.size:
                    yield collate(group)
                    group.clear()


def stream(store: PageStore, seed: int, size: int, workers: int) -> Iterator[Batch]:
    return iter(DataLoader(PageStream(store, seed, size), batch_size=None, num_workers=workers))

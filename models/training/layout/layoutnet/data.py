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

REAL_TIMES = 12
"""How often a hand-checked real page is drawn for each time a synthetic one is."""


@dataclass
class Batch:
    ink: Tensor
    """[N, 1, H, W]"""
    regions: Tensor
    """[N, H/4, W/8]"""
    turns: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(tensor.to(device) for tensor in (self.ink, self.regions, self.turns)))


def collate(frames: list[Frame]) -> Batch:
    return Batch(
        torch.from_numpy(np.stack([normalise(ink)[None] for ink, _, _ in frames])),
        torch.from_numpy(np.stack([regions for _, regions, _ in frames]).astype(np.int64)),
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
                times = REAL_TIMES if path.name.startswith("real-") else 1
                self.entries += [(len(self.shards) - 1, record) for record in self.shards[-1].records] * times

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

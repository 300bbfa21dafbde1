"""Shards to training batches: bucketed by width, degraded on the fly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from common.degrade import GRADES
from common.shards import LineRecord, Shard
from textlines import frame, master
from textlines.alphabet import Alphabet
from textlines.augment import Mask, augment

GRADE_WEIGHTS = {"clean": 0.55, "light": 0.26, "middle": 0.14, "heavy": 0.05}
WIDEST = 1480
"""Widest training line in frame pixels."""
WIDTH_STEP = 64
MOST_LINES = 64
"""Lines in a batch, however short they are."""
REFRESH = 20_000
"""Lines drawn before new shards are looked for."""


@dataclass
class Batch:
    """Tensors of one step."""

    ink: Tensor
    """[N, 1, 40, W], paper 0, ink 1."""
    maths: Tensor
    """[N, W/4], 1 where a formula stands."""
    labels: Tensor
    """All targets, one after the other."""
    label_lengths: Tensor
    """[N]"""


def collate(items: list[tuple[frame.InkImage, Mask, list[int]]], width: int | None = None) -> Batch:
    """Pads lines with paper to `width`, or to the widest."""
    width = width or max(ink.shape[1] for ink, _, _ in items)
    inks = np.zeros((len(items), 1, frame.HEIGHT, width), np.float32)
    masks = np.zeros((len(items), width // 4), np.float32)
    for i, (ink, mask, _) in enumerate(items):
        inks[i, 0, :, : ink.shape[1]] = ink
        masks[i, : mask.shape[0]] = mask
    labels = torch.tensor([label for _, _, line in items for label in line], dtype=torch.long)
    return Batch(torch.from_numpy(inks), torch.from_numpy(masks), labels, torch.tensor([len(line) for _, _, line in items]))


class LineStore:
    """All lines of a folder of shards; `refresh` picks up shards finished since."""

    def __init__(self, folder: Path, alphabet: Alphabet) -> None:
        self.folder = folder
        self.alphabet = alphabet
        self.shards: list[Shard] = []
        self.entries: list[tuple[int, LineRecord, list[int]]] = []
        self._known: set[Path] = set()
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(self.folder.glob("*.jsonl")):
            if path in self._known:
                continue
            self._known.add(path)
            shard = Shard.open(path)
            self.shards.append(shard)
            for record in shard.records:
                if record.width * frame.X_HEIGHT / master.X_HEIGHT > WIDEST or not record.labels:
                    continue
                try:
                    labels = self.alphabet.encode(record.labels)
                except KeyError:
                    continue
                record.labels = []  # the numbers are enough
                self.entries.append((len(self.shards) - 1, record, labels))

    def item(self, index: int, rng: np.random.Generator) -> tuple[frame.InkImage, Mask, list[int]]:
        """A degraded line with its mask and class numbers."""
        shard, record, labels = self.entries[index]
        image = self.shards[shard].image(record)
        others = [self.entries[int(i)] for i in rng.integers(0, len(self.entries), 2)] if rng.random() < 0.4 else []
        neighbours = [self.shards[s].image(r) for s, r, _ in others]
        grade = GRADES[str(rng.choice(list(GRADE_WEIGHTS), p=list(GRADE_WEIGHTS.values())))]
        ink, mask = augment(image, record.maths, neighbours, grade, rng)
        return ink, mask, labels


def fits(ink: frame.InkImage, labels: list[int]) -> bool:
    """Whether CTC can place the labels: one frame per label and one more between equal neighbours."""
    return len(labels) + sum(a == b for a, b in zip(labels, labels[1:], strict=False)) <= ink.shape[1] // 2


class LineStream(IterableDataset[Batch]):
    """Endless batches of about `pixels` columns, for a DataLoader with one or more workers.

    Lines are collected by width in steps of 64, so the net meets only a few dozen shapes and its kernels are planned once each.
    """

    def __init__(self, store: LineStore, seed: int, pixels: int = 16 * 960) -> None:
        self.store = store
        self.seed = seed
        self.pixels = pixels

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        cv2.setNumThreads(1)
        waiting: dict[int, list[tuple[frame.InkImage, Mask, list[int]]]] = {}
        while True:
            self.store.refresh()
            for i in rng.permutation(len(self.store.entries))[:REFRESH].tolist():
                item = self.store.item(i, rng)
                if not fits(item[0], item[2]):
                    continue
                width = -(-item[0].shape[1] // WIDTH_STEP) * WIDTH_STEP
                group = waiting.setdefault(width, [])
                group.append(item)
                if len(group) >= max(1, min(MOST_LINES, self.pixels // width)):
                    yield collate(group, width)
                    waiting[width] = []


def stream(store: LineStore, seed: int, pixels: int, workers: int) -> Iterator[Batch]:
    """Batches prepared by worker processes."""
    return iter(DataLoader(LineStream(store, seed, pixels), batch_size=None, num_workers=workers, prefetch_factor=8))

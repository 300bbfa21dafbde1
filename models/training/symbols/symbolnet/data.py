"""Shards to training batches: formulas are packed into sheets, captured with defects, and turned into targets.

A sheet has a fixed size, so the net meets one shape and hardly any padding, and formulas have neighbours as on a page.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from common.degrade import GRADES, InkImage, add_dirt, capture, level_contrast, thicken
from common.shards import Ink
from symbolnet.classes import Classes
from symbolnet.setups import family_of, share_of
from symbolnet.targets import SheetTargets, Symbol, targets_of
from symbolnet.typeset import EM, Picture

NET_EM = 28.0
"""Pixels per em in the net's frame; an x-height of 12."""
SHEET = (288, 640)
"""Rows and columns of a sheet."""
GRADE_WEIGHTS = {"clean": 0.6, "light": 0.2, "middle": 0.2}
REFRESH = 4000
"""Formulas drawn before new shards are looked for."""


@dataclass
class Batch:
    """Tensors of one step; `cells` lie in the order of the rows of `classes` and the others."""

    ink: Tensor
    """[N, 1, H, W], paper 0, ink 1."""
    centres: Tensor
    """[N, H/4, W/4], 1 at centres, falling off around them."""
    rules: Tensor
    """[N, H/4, W/4], 1 on rules."""
    cells: Tensor
    """[P, 3]: sheet, row and column."""
    classes: Tensor
    """[P], -1 for a symbol of no class."""
    boxes: Tensor
    """[P, 4]: distances from the cell's centre to left, top, right and bottom, in cells."""
    baselines: Tensor
    """[P]: distance from the cell's centre down to the baseline in cells, NaN where there is none."""
    levels: Tensor
    """[P], -1 where there is none."""


class PictureStore:
    """All rendered formulas of a folder; `refresh` picks up shards finished since."""

    def __init__(self, folder: Path, pattern: str = "*.jsonl") -> None:
        self.folder, self.pattern = folder, pattern
        self.files: list[Path] = []
        self.records: list[tuple[int, Picture]] = []
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(self.folder.glob(self.pattern)):
            images = path.with_suffix(".bin")
            if images in self.files:
                continue
            self.files.append(images)
            for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
                self.records.append((len(self.files) - 1, Picture(**json.loads(line))))

    def picture(self, index: int) -> tuple[Ink, Picture]:

        file, record = self.records[index]
        with self.files[file].open("rb") as stream:
            stream.seek(record.offset)
            data = zlib.decompress(stream.read(record.size))
        return np.frombuffer(data, np.uint8).reshape(record.height, record.width), record

    def counts(self) -> Counter[str]:
        """How often each symbol name occurs."""
        return Counter(symbol[0] for _, record in self.records for symbol in record.symbols)

    def weights(self) -> NDArray[np.float64]:
        """Probability with which each formula is drawn: those with rare symbols more often, families by their share."""
        counts = self.counts()
        rarest = np.array([min(counts[symbol[0]] for symbol in record.symbols) for _, record in self.records], np.float64)
        weights = np.clip((400 / rarest) ** 0.5, 1, 2.5)
        families = np.array([family_of(record.fonts) for _, record in self.records])
        for family in set(families.tolist()):
            weights[families == family] *= share_of(family) / weights[families == family].sum()
        return weights / weights.sum()


def scaled(ink: Ink, factor: float) -> InkImage:
    """Ink 0 to 1 at another size."""
    height, width = ink.shape
    size = (max(4, round(width * factor)), max(4, round(height * factor)))
    return cv2.resize(ink, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR).astype(np.float32) / 255


def trimmed(ink: Ink, record: Picture) -> tuple[Ink, tuple[int, int]]:
    """The ink with two pixels of paper around it, and its place in the picture (x, y)."""
    rows, columns = np.flatnonzero((ink > 24).any(1)), np.flatnonzero((ink > 24).any(0))
    if len(rows) == 0:
        return ink, (0, 0)
    top, left = max(0, int(rows[0]) - 2), max(0, int(columns[0]) - 2)
    return ink[top : int(rows[-1]) + 3, left : int(columns[-1]) + 3], (left, top)


@dataclass(frozen=True, eq=False)
class Piece:
    """A formula cut out and scaled: its ink, its record, the scale, and its place in the picture of the record (x, y)."""

    ink: InkImage
    record: Picture
    factor: float
    place: tuple[int, int]


class Sheet:
    """A sheet that is filled shelf by shelf with whatever fits best of a handful of formulas."""

    def __init__(self, rng: np.random.Generator, shape: tuple[int, int] = SHEET) -> None:
        self.ink = np.zeros(shape, np.float32)
        self.symbols: list[Symbol] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.rng = rng
        self.y = int(rng.integers(0, 8))

    def shelf(self, hand: list[Piece]) -> bool:
        """Fills one shelf from the hand and takes what it used out of it; False when the sheet is full."""
        rows, columns = self.ink.shape
        fitting = [piece for piece in hand if piece.ink.shape[0] <= rows - self.y]
        if not fitting:
            return False
        first = fitting[int(self.rng.integers(len(fitting)))]
        height = first.ink.shape[0]
        x = int(self.rng.integers(0, 10))
        used: list[Piece] = []
        for piece in [first, *sorted(fitting, key=lambda piece: -piece.ink.shape[0])]:
            width = piece.ink.shape[1]
            if piece in used or piece.ink.shape[0] > height or (used and width > columns - x):
                continue
            left = x if width <= columns - x else -int(self.rng.integers(0, max(1, width - columns + x)))
            self._place(piece, left, self.y + int(self.rng.integers(0, height - piece.ink.shape[0] + 1)))
            x = left + width + int(self.rng.integers(6, 20))
            used.append(piece)
        hand[:] = [piece for piece in hand if piece not in used]
        self.y += height + int(self.rng.integers(5, 14))
        return True

    def _place(self, piece: Piece, left: int, top: int) -> None:
        ink, factor = piece.ink, piece.factor
        x0, x1 = max(0, left), min(self.ink.shape[1], left + ink.shape[1])
        part = self.ink[top : top + ink.shape[0], x0:x1]
        np.maximum(part, ink[:, x0 - left : x1 - left], out=part)
        dx, dy = left - piece.place[0] * factor, top - piece.place[1] * factor
        for name, a, b, c, d, baseline, level in piece.record.symbols:
            box = (a * factor + dx, b * factor + dy, c * factor + dx, d * factor + dy)
            self.symbols.append(Symbol(name, box, None if baseline is None else baseline * factor + dy, level))
        for a, b, c, d in piece.record.rules:
            self.rules.append((a * factor + dx, b * factor + dy, c * factor + dx, d * factor + dy))


HAND = 24
"""Formulas to choose from for a shelf."""


def make_sheet(
    store: PictureStore, draw: Iterator[int], hand: list[Piece], rng: np.random.Generator, classes: Classes
) -> tuple[InkImage, SheetTargets]:
    """A sheet of formulas of nearly one size, captured in one of the grades; what is left in the hand is for the next."""
    sheet = Sheet(rng)
    while True:
        while len(hand) < HAND:
            ink, record = store.picture(next(draw))
            part, place = trimmed(ink, record)
            factor = NET_EM / EM * float(np.exp(rng.normal(0, 0.07)))
            picture = scaled(part, factor)
            if picture.shape[0] < SHEET[0] - 10:
                hand.append(Piece(picture, record, factor, place))
        if not sheet.shelf(hand):
            break
    return degraded(sheet.ink, rng), targets_of(sheet.symbols, sheet.rules, sheet.ink.shape, classes)


def degraded(ink: InkImage, rng: np.random.Generator, grade_name: str | None = None) -> InkImage:
    """A scanner's view of a sheet, at a resolution below or like the net's, brought back to its size."""
    grade = GRADES[grade_name or str(rng.choice(list(GRADE_WEIGHTS), p=list(GRADE_WEIGHTS.values())))]
    height, width = ink.shape
    if rng.random() < grade.stroke:
        large = cv2.resize(ink, (width * 2, height * 2), interpolation=cv2.INTER_LINEAR)
        ink = cv2.resize(thicken(large, rng), (width, height), interpolation=cv2.INTER_AREA)
    seen = min(1.0, float(rng.uniform(*grade.x_height)) / 12) if rng.random() < 0.7 else 1.0
    if seen < 0.97:
        ink = cv2.resize(ink, (round(width * seen), round(height * seen)), interpolation=cv2.INTER_AREA)
    ink = capture(add_dirt(ink, grade, rng), grade, rng)
    if seen < 0.97:
        ink = cv2.resize(ink, (width, height), interpolation=cv2.INTER_CUBIC if rng.random() < 0.5 else cv2.INTER_LINEAR)
    return level_contrast(ink)


def collate(sheets: list[tuple[InkImage, SheetTargets]]) -> Batch:
    columns: list[list[float]] = []
    for number, (_, target) in enumerate(sheets):
        columns += [[number, *row] for row in target.points]
    points = torch.tensor(columns, dtype=torch.float32).reshape(-1, 11)
    return Batch(
        torch.from_numpy(np.stack([ink for ink, _ in sheets])[:, None]),
        torch.from_numpy(np.stack([target.centres for _, target in sheets])),
        torch.from_numpy(np.stack([target.rules for _, target in sheets])),
        points[:, :3].long(),
        points[:, 3].long(),
        points[:, 4:8],
        points[:, 8],
        points[:, 9].long(),
    )


class SheetStream(IterableDataset[Batch]):
    """Endless batches for a DataLoader."""

    def __init__(self, store: PictureStore, classes: Classes, seed: int, sheets: int = 2) -> None:
        self.store, self.classes, self.seed, self.sheets = store, classes, seed, sheets

    def _draws(self, rng: np.random.Generator) -> Iterator[int]:
        while True:
            self.store.refresh()
            yield from rng.choice(len(self.store.records), REFRESH, p=self.store.weights()).tolist()

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        cv2.setNumThreads(1)
        draws = self._draws(rng)
        hand: list[Piece] = []
        while True:
            yield collate([make_sheet(self.store, draws, hand, rng, self.classes) for _ in range(self.sheets)])


def stream(store: PictureStore, classes: Classes, seed: int, sheets: int, workers: int) -> Iterator[Batch]:
    """Batches prepared by worker processes."""
    prefetch = {"prefetch_factor": 4} if workers else {}
    return iter(DataLoader(SheetStream(store, classes, seed, sheets), batch_size=None, num_workers=workers, **prefetch))

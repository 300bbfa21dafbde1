"""What pages are filled with: paragraphs, snippets, formulas and pictures of one split."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from common.splits import Split, split_of

T = TypeVar("T")

BLOCK = 200
"""Neighbouring paragraphs of the text files name no source and are kept together in blocks of this many."""

CHARTS = re.compile("chart")
DIAGRAMS = re.compile("diagram|logo|screenshot")


def _lines(path: Path) -> Iterator[str]:
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as file:
        yield from file


class Sources:
    """Texts and pictures of one split, in memory."""

    def __init__(self, corpus: Path, formulas: Path, split: Split) -> None:
        self.paragraphs = [*self._paragraphs(corpus / "text-en.txt.gz", split), *self._paragraphs(corpus / "text-latin.txt.gz", split)]
        self.snippets: dict[str, list[str]] = defaultdict(list)
        for row in map(json.loads, _lines(corpus / "snippets.jsonl.gz")):
            if split_of(row["source"]) == split:
                self.snippets[row["kind"]].append(row["text"])
        self.display: list[str] = []
        self.inline: list[str] = []
        for row in map(json.loads, _lines(formulas)):
            if split_of(row["source"]) == split:
                (self.display if row["display"] else self.inline).append(row["svg"])
        self.pictures: dict[str, list[str]] = defaultdict(list)
        for line in (corpus / "figures" / "MANIFEST.md").read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) < 3 or not (corpus / "figures" / cells[0]).is_file() or split_of(cells[1]) != split:
                continue
            kind = "chart" if CHARTS.search(cells[2]) else "diagram" if DIAGRAMS.search(cells[2]) else "photo"
            self.pictures[kind].append((corpus / "figures" / cells[0]).resolve().as_uri())

    @staticmethod
    def _paragraphs(path: Path, split: Split) -> list[str]:
        return [
            text.strip()
            for number, text in enumerate(_lines(path))
            if split_of(f"{path.name}:{number // BLOCK}") == split and 30 < len(text) < 2500
        ]


class Draw:
    """Random choices of one page, all from one generator: the same seed gives the same page."""

    def __init__(self, sources: Sources, rng: np.random.Generator) -> None:
        self.sources = sources
        self.rng = rng

    def chance(self, probability: float) -> bool:
        return bool(self.rng.random() < probability)

    def number(self, low: int, high: int) -> int:
        """Uniform, both ends included."""
        return int(self.rng.integers(low, high + 1))

    def real(self, low: float, high: float) -> float:
        return float(self.rng.uniform(low, high))

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self.rng.integers(len(items)))]

    def weighted(self, weights: dict[str, float]) -> str:
        values = np.array(list(weights.values()))
        return str(self.rng.choice(list(weights), p=values / values.sum()))

    def paragraph(self, longest: int = 900) -> str:
        """A paragraph, cut at a sentence or a word."""
        text = self.pick(self.sources.paragraphs)
        if len(text) <= longest:
            return text
        cut = text[:longest]
        return cut[: max(cut.rfind(". ") + 1, cut.rfind(" ") if ". " not in cut else 0)] or cut

    def words(self, low: int, high: int) -> str:
        words = self.pick(self.sources.paragraphs).split()
        count = self.number(low, high)
        start = self.number(0, max(0, len(words) - count))
        return " ".join(words[start : start + count]).strip(",.;: ") or "Notes"

    def snippet(self, kind: str, longest: int = 400) -> str:
        items = self.sources.snippets.get(kind)
        return self.pick(items)[:longest] if items else self.words(3, 9)

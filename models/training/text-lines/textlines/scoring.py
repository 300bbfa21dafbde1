"""Greedy reading and its scores: character error rate, exact lines, exact formulas, mask recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from textlines.alphabet import CLOSE, OPEN, Alphabet
from textlines.data import Batch


def edit_distance(a: Sequence[str], b: Sequence[str]) -> int:
    """Levenshtein distance in labels."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        previous, row[0] = row[0], i + 1
        for j, y in enumerate(b):
            previous, row[j + 1] = row[j + 1], min(row[j + 1] + 1, row[j] + 1, previous + (x != y))
    return row[-1]


def spans(labels: Sequence[str]) -> list[str]:
    """The formulas of a line, each as one string."""
    out: list[str] = []
    current: list[str] | None = None
    for label in labels:
        if label == OPEN:
            current = []
        elif label == CLOSE and current is not None:
            out.append(" ".join(current))
            current = None
        elif current is not None:
            current.append(label)
    return out


@dataclass
class Score:
    """Sums over lines; the properties are the rates."""

    lines: int = 0
    exact: int = 0
    labels: int = 0
    errors: int = 0
    formulas: int = 0
    formulas_exact: int = 0
    mask_hit: float = 0
    mask_all: float = 0
    mistakes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def error_rate(self) -> float:
        return self.errors / max(1, self.labels)

    @property
    def exact_rate(self) -> float:
        return self.exact / max(1, self.lines)

    @property
    def formula_rate(self) -> float:
        return self.formulas_exact / max(1, self.formulas)

    def add(self, gold: Sequence[str], read: Sequence[str]) -> None:
        distance = edit_distance(gold, read)
        self.lines += 1
        self.exact += distance == 0
        self.labels += len(gold)
        self.errors += distance
        expected, found = spans(gold), spans(read)
        self.formulas += len(expected)
        if len(expected) == len(found):
            self.formulas_exact += sum(a == b for a, b in zip(expected, found, strict=True))
        else:
            rest = list(found)
            for formula in expected:
                if formula in rest:
                    rest.remove(formula)
                    self.formulas_exact += 1
        if distance:
            self.mistakes.append(("".join(gold), "".join(read)))

    def summary(self) -> str:
        return (
            f"CER {100 * self.error_rate:.3f} %  exact {100 * self.exact_rate:.1f} %  formulas {100 * self.formula_rate:.1f} %"
            f"  mask recall {100 * self.mask_hit / max(1, self.mask_all):.1f} %  ({self.lines} lines)"
        )


@torch.no_grad()
def score(net: nn.Module, batches: Sequence[tuple[Batch, Tensor]], alphabet: Alphabet) -> Score:
    """Scores a net in evaluation mode; every batch comes with the widths of its lines in frame pixels."""
    net.eval()
    total = Score()
    for batch, widths in batches:
        logits, maths = net(batch.ink.contiguous(memory_format=torch.channels_last))
        best = logits.argmax(2)
        marked = (maths > 0) & (batch.maths > 0)
        total.mask_hit += float(marked.sum())
        total.mask_all += float(batch.maths.sum())
        gold = torch.split(batch.labels, batch.label_lengths.tolist())
        for i, line in enumerate(gold):
            frames = best[i, : int(widths[i]) // 2].tolist()
            total.add([alphabet.labels[k - 1] for k in line.tolist()], alphabet.decode(frames))
    return total

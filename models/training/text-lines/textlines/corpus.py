"""Reads the corpus folder (see its README for the files) and hands out paragraphs, snippets and formulas of one split."""

from __future__ import annotations

import gzip
import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from common.splits import Split, split_of
from textlines.maths_labels import is_plain_number, maths_labels

LATIN_LANGUAGES = frozenset("cs sk pl sv da no fi it pt nl ro hu tr hr ca id".split())
BLOCK = 200
"""Neighbouring paragraphs of the text files, which name no source, are kept together in blocks of this many."""

MOJIBAKE = re.compile("\ufffd|Ã[\u0080-\u00bf©]|&[a-z]+;|```")


def clean(text: str) -> str:
    """NFC, one space between words, no control characters."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from file


class Corpus:
    """Text and formulas of one split, in memory (about 150 MB)."""

    def __init__(self, folder: Path, split: Split) -> None:
        self.english = self._paragraphs(folder / "text-en.txt.gz", split)
        self.latin = self._paragraphs(folder / "text-latin.txt.gz", split)
        self.languages: dict[str, list[str]] = defaultdict(list)
        for row in map(json.loads, _lines(folder / "text-more.jsonl.gz")):
            if row["lang"] in LATIN_LANGUAGES | {"el"} and not MOJIBAKE.search(row["text"]):
                if split_of(f"{row['source']}:{row['text'][:1]}", 8) == split:
                    self.languages[row["lang"]].append(clean(row["text"]))
        self.snippets: dict[str, list[str]] = defaultdict(list)
        for row in map(json.loads, _lines(folder / "snippets.jsonl.gz")):
            if split_of(row["source"]) == split and not MOJIBAKE.search(row["text"]):
                self.snippets[row["kind"]].append(unicodedata.normalize("NFC", row["text"]))
        self.formulas: list[tuple[str, list[str]]] = []
        self._raw_formulas = [
            row["latex"]
            for name in ("formulas-inline.jsonl.gz", "formulas-inline-arxiv.jsonl.gz")
            for row in map(json.loads, _lines(folder / name))
            if split_of(row["source"]) == split and len(row["latex"]) <= 90
        ]
        self.code = self._code(folder, split)

    @staticmethod
    def _paragraphs(path: Path, split: Split) -> list[str]:
        return [
            clean(text)
            for number, text in enumerate(_lines(path))
            if split_of(f"{path.name}:{number // BLOCK}") == split and not MOJIBAKE.search(text)
        ]

    @staticmethod
    def _code(folder: Path, split: Split) -> list[str]:
        """Lines of program text: the LaTeX sources of the corpus and the standard library of the running Python."""
        stdlib = Path(unicodedata.__spec__.origin or "").parent if unicodedata.__spec__ else None
        files = sorted((folder / "papers").rglob("*.tex"))
        files += sorted(Path(random.__file__).parent.glob("*.py")) if stdlib else []
        lines: list[str] = []
        for file in files:
            if split_of(file.name, 10) == split:
                for line in file.read_text(encoding="utf-8", errors="ignore").splitlines()[:600]:
                    if 3 <= len(line.strip()) <= 100 and line.isascii():
                        lines.append(line.strip())
        return lines

    def formula(self, rng: random.Random, longest: int = 36) -> tuple[str, list[str]]:
        """A random inline formula with at most `longest` labels, as (LaTeX, labels)."""
        while True:
            latex = rng.choice(self._raw_formulas)
            labels = maths_labels(latex)
            if labels and len(labels) <= longest and not is_plain_number(labels):
                return latex, labels

    def paragraph(self, rng: random.Random) -> str:
        """A paragraph: half English, else one of the other Latin-script languages, seldom Greek."""
        draw = rng.random()
        if draw < 0.5:
            return rng.choice(self.english)
        if draw < 0.75:
            return rng.choice(self.latin)
        language = "el" if draw > 0.99 and self.languages["el"] else rng.choice(sorted(LATIN_LANGUAGES & set(self.languages)))
        return rng.choice(self.languages[language])

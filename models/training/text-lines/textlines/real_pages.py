"""Reads real pages: `python -m textlines.real_pages --weights runs/base/checkpoint.pt FILE.pdf …`.

Line boxes and gold text come from the PDF's own text layer (poppler), pixels from rendering the page at 150, 200 and 300 dpi,
baseline and x-height from the ink. Lines whose text layer looks like mathematics are left out, as its order is not ours.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from common.degrade import level_contrast
from textlines.alphabet import CLOSE, OPEN, Alphabet
from textlines.compose import LEADER
from textlines.frame import InkImage, to_frame
from textlines.line_metrics import measure_line
from textlines.net import LineNet
from textlines.scoring import edit_distance

XHTML = "{http://www.w3.org/1999/xhtml}"
LIKE_MATHS = re.compile(
    r"[=<>∈≤≥±∀∃∑∏∫√∞→⇒⊂∪∩×·^_{}|\\α-ωΓΔΘΛΞΠΣΦΨΩ\u0080-\u009f\ue000-\uf8ff\ufffd]|(?:^| )[^\W\d_aAIyeoOàuiwzsvkE](?= |$|[,.)])"
)
SAME = str.maketrans({"‐": "-", "‑": "-", "−": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "´": "'",
                      "`": "'",
                      "\u00ad": "-", "\u00a0": " ", "∗": "*", "·": "•"})  # fmt: skip


@dataclass
class RealLine:
    """One line of a page with its gold text."""

    page: int
    text: str
    ink: InkImage


def normalise(text: str) -> str:
    """Forms that a text layer and a reader may write differently become one: ligatures, quotes, dashes, spaces."""
    text = unicodedata.normalize("NFKC", text.translate(SAME)).translate(SAME)
    text = re.sub(r"\.( ?\.){3,}", LEADER, text.replace("''", '"'))
    return re.sub(r"\s+", " ", text).strip()


def _boxes(pdf: Path, pages: int) -> Iterator[tuple[int, float, list[tuple[tuple[float, float, float, float], str]]]]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "boxes.html"
        subprocess.run(["pdftotext", "-bbox-layout", "-l", str(pages), pdf, out], check=False, stderr=subprocess.DEVNULL)
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", out.read_text(encoding="utf-8", errors="replace"))
    for number, page in enumerate(ET.fromstring(text).iter(f"{XHTML}page")):
        lines = []
        for line in page.iter(f"{XHTML}line"):
            words = [(word, word.text or "") for word in line.iter(f"{XHTML}word")]
            box = tuple(float(line.get(key, "0")) for key in ("xMin", "yMin", "xMax", "yMax"))
            lines.append((box, " ".join(word for _, word in words)))
        yield number, float(page.get("width", "0")), lines


def real_lines(pdf: Path, dpi: int, pages: int) -> list[RealLine]:
    """All lines of the first pages of a document in the line frame."""
    out: list[RealLine] = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-l", str(pages), pdf, f"{folder}/p"], check=False, stderr=subprocess.DEVNULL)
        images = sorted(Path(folder).glob("p-*.pgm"))
        for (number, width, lines), path in zip(_boxes(pdf, pages), images, strict=False):
            page = 1 - cv2.imread(str(path), cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
            scale = page.shape[1] / width
            strips = []
            for (x0, y0, x1, y1), text in lines:
                if not text.strip() or (y1 - y0) > (x1 - x0) * 3 and len(text) > 3:
                    continue  # upright writing
                high = (y1 - y0) * scale
                top, bottom = max(0, int(y0 * scale - 0.35 * high)), int(y1 * scale + 0.35 * high)
                left, right = max(0, int(x0 * scale - 3)), int(x1 * scale + 4)
                strip = page[top:bottom, left:right]
                if strip.shape[0] > 6 and strip.shape[1] > 3:
                    strips.append((level_contrast(strip), y0 * scale - top, y1 * scale - top, text))
            first = [measure_line(strip, int(a), int(b)) for strip, a, b, _ in strips]
            sure = [m.x_height / (b - a) for m, (_, a, b, _) in zip(first, strips, strict=True) if m and m.certain]
            ratio = float(np.median(sure)) if sure else 0.45
            for strip, a, b, text in strips:
                metrics = measure_line(strip, int(a), int(b), ratio * (b - a))
                if metrics is None or metrics.x_height < 3:
                    continue
                move = np.array([[1, 0, 0], [-metrics.slope, 1, metrics.slope * strip.shape[1] / 2]], np.float32)
                level = cv2.warpAffine(strip, move, (strip.shape[1], strip.shape[0])) if abs(metrics.slope) > 0.001 else strip
                out.append(RealLine(number, text, to_frame(level, metrics.baseline, metrics.x_height)))
    return out


@torch.no_grad()
def read_lines(net: LineNet, lines: list[InkImage], alphabet: Alphabet) -> list[str]:
    """The net's greedy reading of framed lines; span marks removed."""
    out: list[str] = []
    for ink in lines:
        width = -(-(ink.shape[1] + 8) // 8) * 8
        padded = np.pad(ink, ((0, 0), (4, width - ink.shape[1] - 4)))
        logits, _ = net(torch.from_numpy(padded)[None, None])
        out.append("".join(alphabet.decode(logits[0].argmax(1).tolist())))
    return out


def load_net(weights: Path, alphabet: Alphabet) -> LineNet:
    """The averaged weights of a checkpoint, ready to read."""
    net = LineNet(len(alphabet))
    net.load_state_dict(torch.load(weights, map_location="cpu")["average"])
    return net.eval()


@dataclass
class Reading:
    """A line that was read, beside its gold text."""

    distance: int
    gold: str
    found: str
    ink: InkImage


def read_document(net: LineNet, alphabet: Alphabet, pdf: Path, dpi: int, pages: int) -> list[Reading]:
    """The text lines of a document, rendered at `dpi` and read."""
    lines = [line for line in real_lines(pdf, dpi, pages) if not LIKE_MATHS.search(line.text)]
    out = []
    for line, found in zip(lines, read_lines(net, [line.ink for line in lines], alphabet), strict=True):
        gold = normalise(line.text)
        plain = normalise(found.replace(OPEN, "").replace(CLOSE, ""))
        out.append(Reading(edit_distance(gold, plain), gold, found, line.ink))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--dpi", type=int, nargs="+", default=[150, 200, 300])
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--show", type=int, default=12, help="worst lines shown per document")
    parser.add_argument("--save", type=Path, help="folder for pictures of the lines shown")
    parser.add_argument("files", type=Path, nargs="+")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    alphabet = Alphabet.load(arguments.weights.parent / "alphabet.json")
    net = load_net(arguments.weights, alphabet)
    for dpi in arguments.dpi:
        all_errors = all_characters = 0
        for pdf in arguments.files:
            rows = read_document(net, alphabet, pdf, dpi, arguments.pages)
            errors, characters = sum(row.distance for row in rows), sum(len(row.gold) for row in rows)
            all_errors, all_characters = all_errors + errors, all_characters + characters
            print(f"{dpi} dpi {pdf.stem[:40]:40} {len(rows):5} lines  CER {100 * errors / max(1, characters):.2f} %", flush=True)
            for n, row in enumerate(sorted(rows, key=lambda row: -row.distance)[: arguments.show]):
                if row.distance:
                    print(f"   {row.distance:3} {row.gold}\n       {row.found}")
                    if arguments.save:
                        arguments.save.mkdir(parents=True, exist_ok=True)
                        cv2.imwrite(str(arguments.save / f"{dpi}-{pdf.stem[:20]}-{n}.png"), 255 - row.ink * 255)
        print(f"{dpi} dpi all: CER {100 * all_errors / max(1, all_characters):.3f} %  ({all_characters} characters)")


if __name__ == "__main__":
    main()

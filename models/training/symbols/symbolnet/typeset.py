"""Sets formulas by pdfLaTeX, one a page, rasterises them with poppler and takes the truth from the engine's own glyph reader."""

from __future__ import annotations

import json
import random
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from textlines.tex_setups import Setup

from symbolnet.formulas import Formula

EM = 40.0
"""Pixels per em of the stored images."""
PAGE_DPI = 250
"""Page space of the engine."""
MARGIN = 4
"""Points of paper around a formula."""
WIDEST, TALLEST = 46 * EM, 24 * EM
TEX_SECONDS = 30
"""Some formula sends TeX round and round; its batch is given up."""

DOCUMENT = r"""\documentclass[@POINTS@pt]{extarticle}
\usepackage[T1]{fontenc}\usepackage{textcomp}\usepackage{amsmath}
@PREAMBLE@
\usepackage{@SYMBOLS@mathtools,bm,cancel}
\pdfminorversion=5 \pdfhorigin=0pt \pdfvorigin=0pt \hoffset=0pt \voffset=0pt \newbox\fb
\def\ship#1{\setbox\fb\vbox{\kern4pt\hbox{\kern4pt\box\fb\kern4pt}\kern4pt}\pdfpagewidth=\wd\fb \pdfpageheight=\ht\fb
\advance\pdfpageheight\dp\fb\immediate\write-1{@@PAGE #1}\shipout\box\fb}
\def\rst{{\setbox0\vbox{\noindent x\par}}}
\begin{document}\nonstopmode
\immediate\write-1{@@EX \the\fontdimen5\font}
@BODY@
\immediate\write-1{@@DONE 0}
\end{document}
"""


@dataclass
class Picture:
    """A rendered formula with its truth, in em and pixels at `EM` per em."""

    kind: str
    fonts: str
    symbols: list[tuple[str, float, float, float, float, float | None, int]] = field(default_factory=list)
    """Class, ink box x0, y0, x1, y1 and baseline in pixels, size level 0 (text), 1, 2 or -1 (none)."""
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    height: int = 0
    width: int = 0
    offset: int = 0
    size: int = 0


def _body(formulas: list[Formula], boldmath: list[bool]) -> str:
    out = []
    for number, formula in enumerate(formulas):
        style = "" if formula.kind == "inline" else "\\displaystyle "
        bold = "\\boldmath" if boldmath[number] else ""
        latex = formula.latex.replace("\n", " ")
        out.append(
            f"\\immediate\\write-1{{@@BEGIN {number}}}\\setbox\\fb\\hbox{{{bold}${style}{latex}$}}\n"
            f"\\immediate\\write-1{{@@END {number}}}\\ship{{{number}}}\\rst\n"
        )
    return "\n".join(out)


def level_of(ratio: float) -> int:
    """0 text, 1 script, 2 script of a script, from the size in em."""
    return 0 if ratio >= 0.85 else 1 if ratio >= 0.61 else 2


def render_batch(formulas: list[Formula], setup: Setup, dump: Path, rng: random.Random) -> list[tuple[NDArray[np.uint8], Picture]]:
    """Ink (0 paper, 255 ink) and truth of the formulas that TeX sets without complaint and whose symbols all have a name."""
    points = rng.choice([9, 10, 10, 10, 11, 12])
    bold = [rng.random() < 0.03 for _ in formulas]
    head = DOCUMENT.replace("@POINTS@", str(points)).replace("@PREAMBLE@", setup.preamble)
    head = head.replace("@SYMBOLS@", "" if setup.own_symbols else "amssymb,mathrsfs,stmaryrd,")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "f.tex").write_text(head.replace("@BODY@", _body(formulas, bold)), encoding="utf-8")
        command = ["pdflatex", "-interaction=nonstopmode", "f.tex"]
        try:
            subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=False, timeout=TEX_SECONDS)
        except subprocess.TimeoutExpired as late:
            raise RuntimeError(f"{setup.name}: TeX does not end") from late
        pages, bad = _read_log(folder / "f.log")
        if not pages or not (folder / "f.pdf").exists():
            return []
        dpi = EM * 72.27 / points
        subprocess.run(["pdftoppm", "-gray", "-r", f"{dpi:.3f}", "f.pdf", "p"], cwd=folder, check=False, stderr=subprocess.DEVNULL)
        images = sorted(folder.glob("p-*.pgm"))
        dumped = subprocess.run(["node", str(dump), "f.pdf"], cwd=folder, capture_output=True, text=True, check=False)
        truths = [json.loads(line) for line in dumped.stdout.splitlines()]
        if len(images) != len(pages) or len(truths) != len(pages):
            raise RuntimeError(f"{setup.name}: {len(pages)} pages, {len(images)} images, {len(truths)} truths {dumped.stderr[-300:]}")
        out = []
        for number, path, truth in zip(pages, images, truths, strict=True):
            if number in bad:
                continue
            image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
            picture = _picture(truth, formulas[number].kind, setup.name, points)
            if image is None or picture is None or image.shape[1] > WIDEST or image.shape[0] > TALLEST:
                continue
            picture.height, picture.width = image.shape
            out.append((255 - image, picture))
        return out


def _read_log(path: Path) -> tuple[list[int], set[int]]:
    """Formulas in the order of their pages, and those TeX complained about."""
    pages: list[int] = []
    bad: set[int] = set()
    last = -1
    for line in path.read_text(encoding="latin-1").splitlines():
        mark = re.match(r"@@(BEGIN|PAGE) (\d+)", line)
        if mark and mark[1] == "BEGIN":
            last = int(mark[2])
        elif mark:
            pages.append(int(mark[2]))
        elif line.startswith(("!", "Missing character")):
            bad.add(last)
    return pages, bad


def _picture(truth: dict, kind: str, fonts: str, points: int) -> Picture | None:
    """None for a formula with turned glyphs or ones without a name."""
    if truth["turned"] or not truth["symbols"] or not all(symbol[7] for symbol in truth["symbols"]):
        return None
    scale = EM * 72.27 / points / PAGE_DPI
    em = points / 72.27 * PAGE_DPI

    def px(value: float | None) -> float | None:
        return None if value is None else round(value * scale, 2)

    symbols = [
        (name, px(x0), px(y0), px(x1), px(y1), px(baseline), -1 if size is None else level_of(size / em))
        for name, x0, y0, x1, y1, baseline, size, _ in truth["symbols"]
    ]
    return Picture(kind, fonts, symbols, [tuple(px(v) for v in rule) for rule in truth["rules"]])

"""Sets lines with formulas by pdfLaTeX, one line per page, and rasterises them with poppler.

Formulas are red: the green channel is the ordinary grey image, red minus green says exactly where mathematics stands.
Every page reports its height, width and x-height through the log, so baseline and scale are exact, too.
"""

from __future__ import annotations

import random
import re
import subprocess
import tempfile
from pathlib import Path

import cv2
import numpy as np

from common.shards import Ink, LineRecord
from textlines import master
from textlines.compose import LOWER_AGAIN, RAISE, LineText
from textlines.tex_setups import Setup, document

ESCAPES = {
    "%": "\\%", "#": "\\#", "&": "\\&", "_": "\\_", "$": "\\$", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}", "\\": "\\textbackslash{}", "“": "``", "”": "''", "‘": "`", "’": "'", "—": "---", "–": "--",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", '"': "\\textquotedbl{}", "'": "\\textquotesingle{}",
    "`": "\\textasciigrave{}",
    "†": "\\textdagger{}", "‡": "\\textdaggerdbl{}", "…": "\\dots{}", "•": "\\textbullet{}", "€": "\\texteuro{}", "−": "\\textminus{}",
    "¹": "\\textsuperscript{1}", "²": "\\textsuperscript{2}", "³": "\\textsuperscript{3}", "‐": "-", "ﬁ": "fi",
}  # fmt: skip
for _digit, _mark in zip("0456789", "⁰⁴⁵⁶⁷⁸⁹", strict=True):
    ESCAPES[_mark] = f"\\textsuperscript{{{_digit}}}"
ESCAPES |= {RAISE: "\\textsuperscript{", LOWER_AGAIN: "}", "∗": "\\textasteriskcentered{}", "®": "\\textregistered{}",
            "™": "\\texttrademark{}",
            "°": "\\textdegree{}", "¶": "\\textparagraph{}"}  # fmt: skip
TYPESETTABLE = frozenset(ESCAPES) | frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:!?()[]+-=/*@"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœŒŁłŚśŻżŹźĆćńŃĄąĘęČčŠšŽžĚěŘřŮůĎďŤťŇňŐőŰűĞğŞşİıĂăŢţ„«»§°"
)

LIGATURES = re.compile(r"([-,])(?=\1)")
"""Pairs that TeX would join: two hyphens, two commas."""


def _tex_text(text: str) -> str:
    return "".join(ESCAPES.get(c, c) for c in LIGATURES.sub("\\1\ue002", text)).replace("\ue002", "{}")


PASSES = 6
"""TeX gives up at its hundredth error, so a batch may need several passes to lose all its bad lines."""


def _tex_line(line: LineText, style: str) -> str:
    body = "".join(_tex_text(segment.text) if segment.maths is None else f"{{\\color{{red}}${segment.text}$}}" for segment in line.segments)
    return f"\\LL{{{style}{body}}}"


def typesettable(line: LineText) -> bool:
    """Whether every character of the text has a glyph in a T1 encoded font."""
    return all(segment.maths is not None or TYPESETTABLE.issuperset(segment.text) for segment in line.segments)


def _runs(maths: np.ndarray, text: np.ndarray) -> list[tuple[int, int]]:
    """Column ranges of formulas; columns without ink between two parts of one formula belong to it."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], maths.astype(np.int8), [0]))))
    out: list[tuple[int, int]] = []
    for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if out and not text[out[-1][1] : a].any():
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def render_batch(lines: list[LineText], setup: Setup, rng: random.Random) -> list[tuple[Ink, LineRecord]]:
    """Typesets lines in one set-up; lines that TeX complains about are left out."""
    points = rng.choice([8, 9, 10, 10, 10, 11, 11, 12, 14])
    styles = [rng.choice([""] * 9 + ["\\itshape ", "\\bfseries ", "\\boldmath\\bfseries "]) for _ in lines]
    kept = list(zip(lines, styles, strict=True))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(PASSES):
            source, first = document(setup, points, [_tex_line(line, style) for line, style in kept])
            (folder / "c.tex").write_text(source, encoding="utf-8")
            subprocess.run(["pdflatex", "-interaction=nonstopmode", "c.tex"], cwd=folder, stdout=subprocess.DEVNULL, check=False)
            log = (folder / "c.log").read_text(encoding="latin-1")
            bad = {int(number) - first for number in re.findall(r"^l\.(\d+) ", log, re.M)} & set(range(len(kept)))
            if not bad:
                break
            kept = [pair for number, pair in enumerate(kept) if number not in bad]
        x_height = re.search(r"EX ([\d.]+)pt", log)
        boxes = re.findall(r"^LINE ([\d.]+)pt ([\d.]+)pt", log, re.M)
        if not x_height or len(boxes) != len(kept) or not (folder / "c.pdf").exists():
            return []
        dpi = master.X_HEIGHT * 72.27 / float(x_height.group(1))
        subprocess.run(["pdftoppm", "-r", f"{dpi:.2f}", "c.pdf", "p"], cwd=folder, check=False, stderr=subprocess.DEVNULL)
        pages = sorted(folder.glob("p-*.ppm"))
        if len(pages) != len(kept):
            return []
        out: list[tuple[Ink, LineRecord]] = []
        for page, (line, style), (height, _) in zip(pages, kept, boxes, strict=True):
            image = cv2.imread(str(page), cv2.IMREAD_COLOR)
            if image is None or image.shape[1] > master.WIDEST:
                continue
            baseline = round((4 + float(height)) * dpi / 72.27)
            out.append(_frame(image, baseline, line, f"tex:{setup.name}{style.strip()}"))
        return out


def _frame(image: np.ndarray, baseline: int, line: LineText, font: str) -> tuple[Ink, LineRecord]:
    """Puts a BGR page into the master frame."""
    ink = 255 - image[:, :, 1]
    red = (image[:, :, 2].astype(np.int16) - image[:, :, 1] > 60).any(axis=0)
    black = (image[:, :, 2] < 128).any(axis=0)
    top = master.BASELINE - baseline
    framed = np.zeros((master.HEIGHT, ink.shape[1]), np.uint8)
    a, b = max(0, top), min(master.HEIGHT, top + ink.shape[0])
    framed[a:b] = ink[a - top : b - top]
    return framed, LineRecord(line.labels, _runs(red, black), line.kind, font)

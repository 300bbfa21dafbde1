"""Sets lines with formulas by pdfLaTeX, one line per page, and rasterises them with poppler.

Formulas are red: the green channel is the ordinary grey image, red minus green says exactly where mathematics stands.
Every page reports its height, width and x-height through the log, so baseline and scale are exact, too.
"""

from __future__ import annotations

import random
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from common.shards import Ink, LineRecord
from common.splits import Split
from textlines import master
from textlines.compose import LOWER_AGAIN, RAISE, LineText


@dataclass(frozen=True)
class Setup:
    """A document font: LaTeX preamble, how often it is drawn, and the split it belongs to."""

    name: str
    preamble: str
    weight: float = 1
    split: Split = "train"


def _packages(*names: str) -> str:
    return "".join(f"\\usepackage{name if name.startswith('[') else '{' + name + '}'}" for name in names)


SANS = "\\renewcommand{\\familydefault}{\\sfdefault}"
SETUPS = [
    Setup("cm", "", 8),
    Setup("lmodern", _packages("lmodern"), 4),
    Setup("mlmodern", _packages("mlmodern")),
    Setup("mathptmx", _packages("mathptmx"), 3),
    Setup("newtx", _packages("newtxtext", "newtxmath"), 3),
    Setup("txfonts", _packages("txfonts"), 1.5),
    Setup("stix2", _packages("stix2")),
    Setup("stix", _packages("stix")),
    Setup("mathpazo", _packages("mathpazo"), 2),
    Setup("newpx", _packages("newpxtext", "newpxmath"), 1.5),
    Setup("pxfonts", _packages("pxfonts")),
    Setup("palatino-euler", _packages("mathpazo", "eulervm")),
    Setup("charter", "\\usepackage[charter]{mathdesign}", 1),
    Setup("xcharter", _packages("XCharter") + "\\usepackage[xcharter]{newtxmath}", 1, "validation"),
    Setup("utopia", "\\usepackage[adobe-utopia]{mathdesign}"),
    Setup("fourier", _packages("fourier"), 1, "validation"),
    Setup("fouriernc", _packages("fouriernc")),
    Setup("kpfonts", _packages("kpfonts"), 1.5),
    Setup("libertine", _packages("libertine", "libertinust1math"), 1.5),
    Setup("libertine-newtx", "\\usepackage{libertine}\\usepackage[libertine]{newtxmath}", 1.5),
    Setup("garamond", "\\usepackage{ebgaramond}\\usepackage[ebgaramond]{newtxmath}"),
    Setup("cochineal", "\\usepackage{cochineal}\\usepackage[cochineal]{newtxmath}"),
    Setup("scholax", "\\usepackage{scholax}\\usepackage[scaled=1.075,ncf]{newtxmath}"),
    Setup("erewhon", "\\usepackage{erewhon}\\usepackage[utopia]{newtxmath}", 1, "validation"),
    Setup("concrete", _packages("ccfonts", "eulervm")),
    Setup("antpolt", "\\usepackage[math]{anttor}"),
    Setup("kurier", "\\usepackage[math]{kurier}", 0.5),
    Setup("iwona", "\\usepackage[math]{iwona}", 0.5),
    Setup("cmbright", _packages("cmbright"), 1),
    Setup("arev", _packages("arev"), 0.7),
    Setup("cmss", _packages("lmodern", "sansmathfonts") + SANS, 1),
    Setup("beamer-sans", _packages("lmodern") + SANS, 2),
    Setup("helvet", "\\usepackage[scaled]{helvet}" + SANS, 1),
    Setup("helvet-newtxsf", _packages("helvet", "newtxsf") + SANS, 1),
    Setup("fira", "\\usepackage[sfdefault]{FiraSans}\\usepackage{newtxsf}", 1, "validation"),
    Setup("bookman", _packages("bookman"), 0.7),
    Setup("newcent", _packages("newcent"), 1),
    Setup("times-cm", "\\renewcommand{\\rmdefault}{ptm}", 1.5),
    Setup("courier", "\\renewcommand{\\familydefault}{\\ttdefault}", 0.6),
    Setup("roboto", "\\usepackage[sfdefault]{roboto}\\usepackage{newtxsf}", 0.7),
    Setup("opensans", "\\usepackage[default]{opensans}\\usepackage{newtxsf}", 0.7),
    Setup("alegreya", "\\usepackage{Alegreya}\\usepackage{newtxmath}", 0.7),
    Setup("merriweather", "\\usepackage{merriweather}\\usepackage{newtxmath}", 0.5),
    Setup("baskervaldx", "\\usepackage{Baskervaldx}\\usepackage[baskerville]{newtxmath}", 0.7),
    Setup("old-style", "\\usepackage{cfr-lm}", 0.7),
]

ESCAPES = {
    "%": "\\%", "#": "\\#", "&": "\\&", "_": "\\_", "$": "\\$", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}", "\\": "\\textbackslash{}", "“": "``", "”": "''", "‘": "`", "’": "'", "—": "---", "–": "--",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", '"': "\\textquotedbl{}", "'": "\\textquotesingle{}", "`": "\\textasciigrave{}",
    "†": "\\textdagger{}", "‡": "\\textdaggerdbl{}", "…": "\\dots{}", "•": "\\textbullet{}", "€": "\\texteuro{}", "−": "\\textminus{}",
    "¹": "\\textsuperscript{1}", "²": "\\textsuperscript{2}", "³": "\\textsuperscript{3}", "‐": "-", "ﬁ": "fi",
}  # fmt: skip
for _digit, _mark in zip("0456789", "⁰⁴⁵⁶⁷⁸⁹", strict=True):
    ESCAPES[_mark] = f"\\textsuperscript{{{_digit}}}"
ESCAPES |= {RAISE: "\\textsuperscript{", LOWER_AGAIN: "}", "∗": "\\textasteriskcentered{}", "®": "\\textregistered{}", "™": "\\texttrademark{}",
            "°": "\\textdegree{}", "¶": "\\textparagraph{}"}  # fmt: skip
TYPESETTABLE = frozenset(ESCAPES) | frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:!?()[]+-=/*@"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœŒŁłŚśŻżŹźĆćńŃĄąĘęČčŠšŽžĚěŘřŮůĎďŤťŇňŐőŰűĞğŞşİıĂăŢţ„«»§°"
)

TEMPLATE = r"""\documentclass[%dpt]{extarticle}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}\usepackage{amsmath}%s\usepackage{amssymb,mathrsfs,stmaryrd,bm,xcolor}
%s
\pdfminorversion=5 \hoffset=-1in \voffset=-1in \newsavebox\linebox
\newcommand{\LL}[1]{\setbox\linebox\hbox{#1}\immediate\write-1{LINE \the\ht\linebox\space\the\wd\linebox}%%
\pdfpagewidth=\dimexpr\wd\linebox+8pt\relax\pdfpageheight=\dimexpr\ht\linebox+\dp\linebox+8pt\relax
\shipout\vbox{\kern4pt\hbox{\kern4pt\box\linebox}}}
\begin{document}\nonstopmode
\immediate\write-1{EX \the\fontdimen5\font}
%s
\end{document}
"""
AMSSYMB_INSIDE = re.compile(r"newtx|newpx|stix|kpfonts|mathdesign|libertinust1|txfonts|pxfonts|kurier|iwona|anttor|fourier")


LIGATURES = re.compile(r"([-,])(?=\1)")
"""Pairs that TeX would join: two hyphens, two commas."""


def _tex_text(text: str) -> str:
    return "".join(ESCAPES.get(c, c) for c in LIGATURES.sub("\\1\ue002", text)).replace("\ue002", "{}")


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
    preamble = setup.preamble
    extra = ("", preamble) if AMSSYMB_INSIDE.search(preamble) else (preamble, "")
    kept = list(zip(lines, styles, strict=True))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(3):
            body = "\n".join(_tex_line(line, style) for line, style in kept)
            source = TEMPLATE % (points, extra[0], extra[1].replace("%", ""), body)
            if extra[1]:  # font packages that define the AMS symbols themselves
                source = source.replace("\\usepackage{amssymb,mathrsfs,stmaryrd,bm,xcolor}\n", f"{extra[1]}\\usepackage{{bm,xcolor}}\n", 1)
                source = source.replace(f"{extra[1]}\n\\pdfminorversion", "\\pdfminorversion", 1)
            (folder / "c.tex").write_text(source, encoding="utf-8")
            subprocess.run(
                ["pdflatex", "-interaction=nonstopmode", "c.tex"],
                cwd=folder,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            log = (folder / "c.log").read_text(encoding="latin-1").replace("\n", "\x00")
            log = re.sub(r"\x00", "\n", log)
            first = source[: source.index("\\LL{", source.index("\\nonstopmode"))].count("\n") + 1
            bad = {int(number) - first for number in re.findall(r"^l\.(\d+) ", log, re.M)}
            bad = {number for number in bad if 0 <= number < len(kept)}
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
            if image is None or image.shape[1] > 2600:
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

"""Synthesises pages from the corpus's LaTeX papers: `python -m layoutnet.tex_pages`. Papers whose shard exists are kept.

A paper is compiled with `tex_marks.tex`, so that each glyph's colour names its class and its block; the engine reads the glyphs back with their
outlines. Pages with glyphs that no mark reached are left out: nothing is guessed.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from common.splits import split_of, stable_hash
from layoutnet.classes import CLASSES
from layoutnet.page_store import LONG_SIDE, Grey, Line, PageRecord, Region, fit, write_shard
from layoutnet.restyle import restyle

HERE = Path(__file__).resolve().parents[1]
MARKS = HERE / "layoutnet" / "tex_marks.tex"
PAGE_DPI = 250
SP_PER_POINT = 65536
MOST_PAGES = 14
"""Pages taken of one paper."""
DARKEST_MARK = 23
MOST_UNMARKED = 0.02
"""Share of a page's glyphs that may carry a colour of the document's own; they take the class of their line."""
MOST_STRAYS = 3
"""Glyphs in the text area that no mark reached and no line adopts: accents of odd fonts, ornaments."""
MOST_HEADS = 3
"""Baselines of head and foot together."""
CAPTION = re.compile(r"fig|tab|alg", re.IGNORECASE)
WIDEST_LEADING = 2.3
"""From baseline to baseline within a paragraph, em; a displayed formula opens more."""
FARTHEST_LABEL = 3.0
"""Between a label and its text, em."""
MERGED = ("code", "toc_row", "authors")
"""Classes whose neighbouring paragraphs are one region."""
UNBROKEN = (CLASSES.index("table"), CLASSES.index("math"))
TEXTLESS = ("math", "diagram", "chart")
LETTERS = set("acemnorsuvwxz")
Box = list[float]


@dataclass
class Glyph:
    box: Box
    baseline: float
    size: float
    kind: int
    """Class; -1 for a colour of the document's own."""
    block: int
    text: str


def compile_paper(folder: Path, main: str, work: Path, rng: np.random.Generator | None) -> Path | None:
    """PDF of the marked paper, in another dress with `rng`; None when TeX cannot make one in time."""
    shutil.copytree(folder, work, dirs_exist_ok=True)
    shutil.copy(MARKS, work / "lk-marks.tex")
    own = (work / main).read_text(encoding="utf-8", errors="replace")
    source = own if rng is None else restyle(own, rng)
    if source is None:
        return None
    table = "\\PassOptionsToPackage{table}{xcolor}\n" if re.search(r"\[[^]]*table[^]]*\]\s*\{xcolor\}|colortbl", source) else ""
    names = "\\PassOptionsToPackage{dvipsnames,svgnames,x11names}{xcolor}\n"
    (work / "lkpage.tex").write_text(f"{names}{table}\\input{{lk-marks.tex}}\n{source}", encoding="utf-8")
    for _ in range(2):
        try:
            subprocess.run(
                ["pdflatex", "-interaction=batchmode", "lkpage.tex"],
                cwd=work, timeout=60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return None
    pdf = work / "lkpage.pdf"
    return pdf if pdf.exists() else None


def marked_pictures(work: Path, page: int, height: float) -> list[tuple[str, Box]]:
    """Boxes that TeX wrote for pictures, in page space."""
    log = work / "lkpage.lk"
    found: list[tuple[str, Box]] = []
    scale = PAGE_DPI / 72.27
    for row in log.read_text().splitlines() if log.exists() else []:
        match row.split():
            case [kind, number, x, y, width, up, down] if number == str(page):
                left = int(x) / SP_PER_POINT * scale
                base = height - int(y) / SP_PER_POINT * scale
                w, h, d = (float(value.removesuffix("pt")) * scale for value in (width, up, down))
                if w > 12 and h + d > 12:
                    found.append((kind, [left, base - h, left + w, base + d]))
            case _:
                continue
    return found


def read_glyphs(rows: list[list[Any]]) -> list[Glyph]:
    glyphs = []
    for x0, y0, x1, y1, baseline, size, colour, text in rows:
        red, green, blue = colour >> 16, colour >> 8 & 255, colour & 255
        marked = max(red, green, blue) <= DARKEST_MARK and blue < len(CLASSES)
        glyphs.append(Glyph([x0, y0, x1, y1], baseline, size, blue if marked else -1, red * 256 + green, text))
    return glyphs


def adopt_labels(glyphs: list[Glyph]) -> None:
    """Labels of lists and theorems are set in boxes of default colour: they belong to the text that follows on their line."""
    marked = sorted((glyph for glyph in glyphs if glyph.kind > 0), key=lambda glyph: glyph.baseline)
    baselines = [glyph.baseline for glyph in marked]
    for glyph in sorted((glyph for glyph in glyphs if glyph.kind <= 0), key=lambda glyph: -glyph.box[0]):
        near = marked[bisect_left(baselines, glyph.baseline - 1.5) : bisect_left(baselines, glyph.baseline + 1.5)]
        gaps = [(max(other.box[0] - glyph.box[2], glyph.box[0] - other.box[2]), index) for index, other in enumerate(near)]
        gap, index = min(gaps, default=(float("inf"), 0))
        if gap < FARTHEST_LABEL * glyph.size:
            glyph.kind, glyph.block = near[index].kind, near[index].block
            place = bisect_left(baselines, glyph.baseline)
            baselines.insert(place, glyph.baseline)
            marked.insert(place, glyph)


def inside(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def union(boxes: list[Box]) -> Box:
    return [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]


def label_page(evidence: dict[str, Any], pictures: list[tuple[str, Box]]) -> PageRecord | None:
    """Regions and lines of a page; None when marks are missing."""
    glyphs = []
    covered = 0
    for glyph in read_glyphs(evidence["glyphs"]):
        if any(inside(glyph.box, box) for _, box in pictures):
            covered += CLASSES[max(glyph.kind, 0)] not in ("background", "diagram", "figure_label", "math")
        else:
            glyphs.append(glyph)
    if covered > MOST_STRAYS:
        return None
    for glyph in glyphs:
        # running titles carry the mark of the title they were copied from
        if evidence["page"] > 1 and CLASSES[glyph.kind] == "title":
            glyph.kind = 0
    adopt_labels(glyphs)
    body = [glyph for glyph in glyphs if glyph.kind > 0]
    if len(body) < 20 or evidence["turned"] > 30:
        return None
    if sum(glyph.kind < 0 for glyph in glyphs) > MOST_UNMARKED * len(glyphs):
        return None
    top, bottom = min(g.box[1] for g in body), max(g.box[3] for g in body)
    heads = [glyph for glyph in glyphs if glyph.kind == 0]
    strays = [glyph for glyph in heads if top < glyph.baseline and glyph.box[1] < bottom - 2]
    if len(strays) > MOST_STRAYS:
        return None
    heads = [glyph for glyph in heads if glyph not in strays]
    if len({round(glyph.baseline / 4) for glyph in heads}) > MOST_HEADS or CAPTION.match("".join(glyph.text for glyph in heads)):
        return None
    for glyph in heads:
        glyph.kind, glyph.block = CLASSES.index("page_info"), 0 if glyph.baseline < top else 1
    blocks: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.kind >= 0:
            blocks[(glyph.kind, glyph.block)].append(glyph)
    regions: list[Region] = []
    lines: list[Line] = []
    for (kind, block), members in blocks.items():
        name = CLASSES[kind]
        for part in split_columns(members):
            found = [] if name in TEXTLESS else text_lines(part, name)
            lines += found
            boxes = [glyph.box for glyph in part] + [line.box for line in found]
            if name == "table":
                boxes += [rule[:4] for rule in evidence["rules"] if rule[4] == block * 256 + kind]
            if name == "page_info":
                regions += [Region(name, line.box) for line in found]
            else:
                add_region(regions, Region(name, union(boxes)))
    regions += [Region("figure" if kind == "figure" else kind, box) for kind, box in pictures]
    return PageRecord("tex", evidence["width"], evidence["height"], regions, lines)


def add_region(regions: list[Region], region: Region) -> None:
    last = regions[-1] if regions else None
    if last and last.kind == region.kind and region.kind in MERGED:
        close = region.box[1] - last.box[3] < 40 and region.box[1] >= last.box[1] - 4
        if close and region.box[0] < last.box[2] and region.box[2] > last.box[0]:
            last.box = union([last.box, region.box])
            return
    regions.append(region)


def split_columns(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """A block that runs over into the next column jumps up by more than a formula is high; one that a formula interrupts jumps down."""
    part: list[Glyph] = []
    lowest = 0.0
    for glyph in glyphs:
        up = glyph.baseline < lowest - 6 * glyph.size and glyph.box[0] > max((g.box[2] for g in part[-3:]), default=0)
        down = glyph.baseline > lowest + WIDEST_LEADING * glyph.size and glyph.kind not in UNBROKEN
        if part and (up or down):
            yield part
            part, lowest = [], 0.0
        part.append(glyph)
        lowest = max(lowest, glyph.baseline)
    if part:
        yield part


def text_lines(glyphs: list[Glyph], kind: str) -> list[Line]:
    """Lines of full-size glyphs on a common baseline; scripts belong to the line they hang on."""
    full = float(np.percentile([glyph.size for glyph in glyphs], 75))
    rows: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.size >= 0.85 * full:
            rows[round(glyph.baseline / 2)].append(glyph)
    lines = []
    for members in rows.values():
        members.sort(key=lambda glyph: glyph.box[0])
        run = [members[0]]
        runs = [run]
        for glyph in members[1:]:
            if glyph.box[0] - max(g.box[2] for g in run[-4:]) > 1.7 * glyph.size:
                run = []
                runs.append(run)
            run.append(glyph)
        lines += [make_line(run, kind) for run in runs]
    return lines


def make_line(run: list[Glyph], kind: str) -> Line:
    heights = [glyph.baseline - glyph.box[1] for glyph in run if glyph.text in LETTERS]
    size = max(glyph.size for glyph in run)
    x_height = float(np.median(heights)) if heights else 0.44 * size
    baseline = float(np.median([glyph.baseline for glyph in run]))
    # ascenders and descenders of the face whether or not this line has them, as in the HTML pages
    box = [run[0].box[0], baseline - 0.72 * size, max(glyph.box[2] for glyph in run), baseline + 0.22 * size]
    return Line(kind, box, baseline, x_height)


def marked_pages(folder: Path, main: str, rng: np.random.Generator | None) -> Iterator[tuple[Path, dict[str, Any], PageRecord]]:
    """The marked PDF, the engine's evidence and the labels of each page that could be labelled."""
    with tempfile.TemporaryDirectory(prefix="layoutnet-") as name:
        work = Path(name) / "paper"
        pdf = compile_paper(folder, main, work, rng)
        if pdf is None:
            return
        dumped = subprocess.run(
            ["node", str(HERE / "dump-evidence.mjs"), str(pdf)], capture_output=True, text=True, timeout=120, check=False
        )
        for row in dumped.stdout.splitlines()[:MOST_PAGES]:
            evidence = json.loads(row)
            record = label_page(evidence, marked_pictures(work, evidence["page"], evidence["height"]))
            if record is not None:
                yield pdf, evidence, record


def pages(folder: Path, main: str, rng: np.random.Generator | None) -> Iterator[tuple[Grey, PageRecord]]:
    for pdf, evidence, record in marked_pages(folder, main, rng):
        dpi = LONG_SIDE / max(evidence["width"], evidence["height"]) * PAGE_DPI
        page, out = str(evidence["page"]), pdf.parent / "page"
        command = ["pdftoppm", "-gray", "-r", f"{dpi:.2f}", "-f", page, "-l", page, "-singlefile", str(pdf), str(out)]
        if subprocess.run(command, timeout=60, stderr=subprocess.DEVNULL, check=False).returncode != 0:
            continue
        grey = cv2.imread(f"{out}.pgm", cv2.IMREAD_GRAYSCALE)
        yield fit(np.asarray(grey, np.uint8), record)


def papers(corpus: Path) -> Iterator[tuple[Path, str, str]]:
    """Folder, main file and source of every paper in the manifest."""
    for row in (corpus / "papers" / "MANIFEST.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if len(cells) >= 5 and cells[1].endswith(".tex") and (corpus / "papers" / cells[0] / cells[1]).is_file():
            yield corpus / "papers" / cells[0], cells[1], cells[3]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.parents[3] / "shared" / "corpus")
    parser.add_argument("--out", type=Path, default=HERE / "build")
    parser.add_argument("--only", default="")
    parser.add_argument(
        "--dresses", type=int, default=4, help="how often each paper is set again in another type size, face, number of columns"
    )
    arguments = parser.parse_args()
    for dress in range(1 + arguments.dresses):
        for folder, main_file, source in papers(arguments.corpus):
            name = f"tex-{folder.name}-{dress}" if dress else f"tex-{folder.name}"
            path = arguments.out / split_of(source, 10) / f"{name}.jsonl"
            if path.exists() or arguments.only not in folder.name:
                continue
            made = write_shard(path, pages(folder, main_file, np.random.default_rng(stable_hash(name)) if dress else None))
            print(f"{path.name}: {made} pages", flush=True)


if __name__ == "__main__":
    main()

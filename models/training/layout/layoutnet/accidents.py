"""What happens to pages between press and net: skew, crop, shadow, borders, holes, stamps, underlines, bad scans, turned pages, two on one."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from common.degrade import GRADES, InkImage, add_dirt, capture, thicken
from layoutnet.classes import INDEX
from layoutnet.page_store import Grey, PageRecord
from layoutnet.targets import CELL_HEIGHT, CELL_WIDTH, Mask, Matrix, draw_regions, frame_of

GRADE_WEIGHTS = {"clean": 0.6, "light": 0.2, "middle": 0.14, "heavy": 0.06}
TURNED = 0.08
"""Share of pages turned by a quarter or a half."""
SKEWED = 0.35
Frame = tuple[InkImage, Mask, int]


def frame_page(grey: Grey, record: PageRecord, rng: np.random.Generator | None) -> Frame:
    """Frame as ink (paper 0, ink 1), its regions, and how often the page was turned clockwise by 90 degrees. Without `rng` nothing happens to it."""
    turns = int(rng.integers(1, 4)) if rng is not None and rng.random() < TURNED else 0
    height, width = grey.shape
    turned = (height, width) if turns % 2 == 0 else (width, height)
    frame = frame_of(turned[1], turned[0])
    matrix = place(grey.shape, turns, frame, rng)
    border = int(np.median(grey[:8]))
    image = cv2.warpAffine(grey, matrix, (frame[1], frame[0]), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=border)
    regions = draw_regions(record, matrix, frame)
    ink = 1 - np.asarray(image, np.float32) / 255
    return (ink if rng is None else damage(ink, regions, rng)), regions, turns


def place(shape: tuple[int, ...], turns: int, frame: tuple[int, int], rng: np.random.Generator | None) -> Matrix:
    """Affine matrix from the page's pixels into the frame: turned, fitted, then perhaps skewed, shrunk, shifted and stretched a little."""
    height, width = shape[:2]
    angle, scale, shift, stretch = 0.0, 1.0, np.zeros(2), 1.0
    if rng is not None:
        angle = float(rng.normal(0, 0.8)) if rng.random() < SKEWED else 0.0
        scale = float(rng.uniform(0.86, 1.0)) if rng.random() < 0.5 else float(rng.uniform(0.98, 1.08))
        shift = rng.uniform(-0.03, 0.03, 2) * np.array([frame[1], frame[0]])
        stretch = float(rng.uniform(0.97, 1.03))
    fitted = min(frame[0] / (height if turns % 2 == 0 else width), frame[1] / (width if turns % 2 == 0 else height)) * scale
    radians = np.deg2rad(90 * turns + angle)
    rotation = np.array([[np.cos(radians), -np.sin(radians)], [np.sin(radians), np.cos(radians)]]) @ np.diag([fitted * stretch, fitted])
    offset = np.array([frame[1] / 2, frame[0] / 2]) + shift - rotation @ np.array([width / 2, height / 2])
    return np.hstack([rotation, offset[:, None]])


def damage(ink: InkImage, regions: Mask, rng: np.random.Generator) -> InkImage:
    """Defects of the sheet, then of the capture."""
    grade = GRADES[str(rng.choice(list(GRADE_WEIGHTS), p=list(GRADE_WEIGHTS.values())))]
    if rng.random() < 0.08:
        ink = 1 - ink  # white on black throughout
    if rng.random() < 0.12:
        ink = underline(ink, regions, rng)
    for accident, probability in ((shadow, 0.12), (dark_border, 0.08), (holes, 0.05), (stamp, 0.05), (tint, 0.1)):
        if rng.random() < probability:
            ink = accident(ink, rng)
    if grade.name != "clean" and rng.random() < grade.stroke * 0.5:
        ink = thicken(ink, rng)
    if rng.random() < 0.4:
        ink = capture(add_dirt(ink, grade, rng), grade, rng)
    return np.clip(ink, 0, 1).astype(np.float32)


def underline(ink: InkImage, regions: Mask, rng: np.random.Generator) -> InkImage:
    """Strokes of a pen under some lines."""
    ink = ink.copy()
    rows, columns = np.nonzero(regions == INDEX["text"])
    for _ in range(int(rng.integers(1, 6)) if rows.size else 0):
        at = int(rng.integers(rows.size))
        x, y = int(columns[at]) * CELL_WIDTH, int(rows[at]) * CELL_HEIGHT + int(rng.integers(0, CELL_HEIGHT))
        length = int(rng.integers(30, 250))
        points = np.array([[x + t * length / 6, y + rng.normal(0, 1.2)] for t in range(7)], np.int32)
        cv2.polylines(ink, [points], False, float(rng.uniform(0.4, 1)), int(rng.integers(1, 3)))
    return ink


def shadow(ink: InkImage, rng: np.random.Generator) -> InkImage:
    """Light that falls off to one side, or the gutter of a book."""
    height, width = ink.shape
    ramp = np.linspace(0, 1, width, dtype=np.float32)[None]
    if rng.random() < 0.5:
        ramp = ramp[:, ::-1]
    fall = ramp ** float(rng.uniform(1, 12)) * float(rng.uniform(0.15, 0.6))
    fall = np.repeat(fall, height, 0) if rng.random() < 0.7 else cv2.resize(fall.T, (width, height))
    return np.asarray(ink + fall * (1 - ink), np.float32)


def dark_border(ink: InkImage, rng: np.random.Generator) -> InkImage:
    """The lid of the scanner beside a sheet that lies askew."""
    ink = ink.copy()
    height, width = ink.shape
    for side in rng.permutation(4)[: int(rng.integers(1, 4))]:
        a, b = (int(value) for value in rng.integers(3, 28, 2))
        strip = {
            0: [[0, 0], [width, 0], [width, b], [0, a]],
            1: [[0, height], [width, height], [width, height - b], [0, height - a]],
            2: [[0, 0], [0, height], [b, height], [a, 0]],
            3: [[width, 0], [width, height], [width - b, height], [width - a, 0]],
        }[int(side)]
        cv2.fillPoly(ink, [np.array(strip, np.int32)], float(rng.uniform(0.7, 1)))
    return ink


def holes(ink: InkImage, rng: np.random.Generator) -> InkImage:
    """Punch holes at the left edge."""
    ink = ink.copy()
    height, _ = ink.shape
    x, radius = int(rng.integers(10, 35)), int(rng.integers(6, 13))
    for share in rng.permutation([0.12, 0.38, 0.5, 0.62, 0.88])[:3]:
        cv2.circle(ink, (x, int(height * share)), radius, float(rng.uniform(0.6, 1)), -1)
    return ink


def stamp(ink: InkImage, rng: np.random.Generator) -> InkImage:
    """A ring or a frame with a word, pale and askew."""
    drawn = np.zeros((150, 220), np.uint8)
    if rng.random() < 0.5:
        cv2.ellipse(drawn, (110, 75), (100, 60), 0, 0, 360, 255, 4)
    else:
        cv2.rectangle(drawn, (10, 20), (210, 130), 255, 4)
    word = str(rng.choice(["RECEIVED", "COPY", "PAID", "DRAFT", "APPROVED"]))
    cv2.putText(drawn, word, (28, 85), cv2.FONT_HERSHEY_DUPLEX, 0.95, 255, 2)
    turn = cv2.getRotationMatrix2D((110, 75), float(rng.uniform(-30, 30)), 1)
    layer = cv2.warpAffine(drawn, turn, (220, 150)).astype(np.float32) / 255 * float(rng.uniform(0.3, 0.8))
    height, width = ink.shape
    y, x = int(rng.integers(0, height - 150)), int(rng.integers(0, width - 220))
    ink = ink.copy()
    ink[y : y + 150, x : x + 220] = np.maximum(ink[y : y + 150, x : x + 220], layer)
    return ink


def tint(ink: InkImage, rng: np.random.Generator) -> InkImage:
    """Coloured or yellowed paper, and paler print on it."""
    paper = float(rng.uniform(0.05, 0.45))
    return np.asarray(paper + ink * (1 - paper) * float(rng.uniform(0.6, 1)), np.float32)


def normalise(ink: InkImage) -> NDArray[np.float32]:
    """What the net is given: ink minus its median, so that the paper is zero whatever its colour."""
    return np.asarray(ink - np.float32(np.median(ink)), np.float32)

"""What scanners, cameras and copiers do to a strip of a page. Images are float32 ink [height, width]: paper 0, ink 1."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

InkImage = NDArray[np.float32]


@dataclass(frozen=True)
class Grade:
    """How bad a capture is: probabilities and amplitudes of the single defects."""

    name: str
    blur: tuple[float, float]
    noise: float
    shading: float
    stroke: float
    """Probability of thick or thin strokes."""
    binary: float
    """Probability of a black-and-white scan."""
    jpeg: float
    dirt: float
    """Probability of each of: broken strokes, speckles, bleed-through, a rule under the line."""
    x_height: tuple[float, float]
    """Range of the x-height in the captured image, pixels."""


GRADES = {
    "clean": Grade("clean", (0.0, 0.5), 0.01, 0.0, 0.04, 0.0, 0.02, 0.01, (8.5, 24)),
    "light": Grade("light", (0.2, 0.8), 0.04, 0.08, 0.2, 0.08, 0.2, 0.04, (8, 22)),
    "middle": Grade("middle", (0.3, 1.1), 0.08, 0.2, 0.35, 0.2, 0.35, 0.1, (7, 18)),
    "heavy": Grade("heavy", (0.5, 1.5), 0.14, 0.35, 0.5, 0.3, 0.5, 0.2, (6, 14)),
}
"""8.5 pixels of x-height are 10-point type at 150 dpi; 24 are the same at 400 dpi."""


def thicken(ink: InkImage, rng: np.random.Generator) -> InkImage:
    """Strokes one step thicker or thinner."""
    kernel = np.ones((2, 2) if rng.random() < 0.7 else (3, 2), np.uint8)
    return cv2.dilate(ink, kernel) if rng.random() < 0.55 else cv2.erode(ink, kernel)


def add_dirt(ink: InkImage, grade: Grade, rng: np.random.Generator) -> InkImage:
    """Broken strokes, speckles, print of the other side, a rule."""
    height, width = ink.shape
    if rng.random() < grade.dirt:
        coarse = rng.random((max(2, height // 3), max(2, width // 3)), np.float32)
        holes = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
        ink = ink * (holes > rng.uniform(0.1, 0.3))
    if rng.random() < grade.dirt:
        specks = rng.random(ink.shape, np.float32) > 1 - rng.uniform(0.0005, 0.006)
        ink = np.maximum(ink, cv2.dilate(specks.astype(np.float32), np.ones((rng.integers(1, 3), rng.integers(1, 3)), np.uint8)))
    if rng.random() < grade.dirt:
        back = cv2.GaussianBlur(ink[:, ::-1], (0, 0), 1.2)
        ink = np.maximum(ink, np.roll(back, int(rng.integers(-height // 3, height // 3)), 0) * rng.uniform(0.1, 0.35))
    return ink


def capture(ink: InkImage, grade: Grade, rng: np.random.Generator) -> InkImage:
    """Optics, sensor and file format, at the resolution the image already has."""
    if rng.random() < 0.75:
        sigma = rng.uniform(*grade.blur)
        if sigma > 0.15:
            ink = cv2.GaussianBlur(ink, (0, 0), sigma)
    height, width = ink.shape
    level = 1 - rng.random() * (0.15 + grade.shading)
    ink = ink * level
    if grade.shading and rng.random() < 0.5:
        ramp = np.linspace(*rng.uniform(0, grade.shading, 2), width, dtype=np.float32)[None]
        ink = ink * (1 - ramp) + ramp
    if rng.random() < 0.8:
        noise = rng.standard_normal(ink.shape, np.float32) * (grade.noise * rng.random())
        if rng.random() < 0.3:
            noise = cv2.GaussianBlur(noise, (0, 0), 0.8) * 1.8
        ink = ink + noise
    if rng.random() < grade.binary:
        low, high = np.percentile(ink, (20, 99.5))
        ink = (ink > low + (high - low) * rng.uniform(0.35, 0.65)).astype(np.float32)
    if rng.random() < grade.jpeg:
        grey = np.clip(255 - ink * 255, 0, 255).astype(np.uint8)
        _, data = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 85))])
        ink = 1 - cv2.imdecode(data, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
    return ink


def level_contrast(ink: InkImage) -> InkImage:
    """Paper to 0 and full ink to 1, as the engine does it: paper is the median, ink the 99th percentile, at least 0.25 above."""
    paper = float(np.median(ink))
    full = max(float(np.percentile(ink, 99)), paper + 0.25)
    return np.clip((ink - paper) / (full - paper), 0, 1).astype(np.float32)

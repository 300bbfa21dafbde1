"""Sets lines with OpenType faces through FreeType: fast, any language, no formulas."""

from __future__ import annotations

import random
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont, features

from common.shards import Ink, LineRecord
from textlines import master
from textlines.compose import LOWER_AGAIN, RAISE, LineText, text_labels
from textlines.faces import Face

NEVER_DRAWN = frozenset((" ", RAISE, LOWER_AGAIN))

_LAYOUT = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC


@lru_cache(maxsize=400)
def _load(path: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=_LAYOUT)


def _pieces(word: str) -> list[tuple[bool, str]]:
    """A word cut where it is raised and lowered again: (raised, characters)."""
    out: list[tuple[bool, str]] = []
    for i, part in enumerate(word.replace(LOWER_AGAIN, RAISE).split(RAISE)):
        if part:
            out.append((i % 2 == 1, part))
    return out


class FontRenderer:
    """Draws lines with faces of one split."""

    def __init__(self, faces: list[Face]) -> None:
        self.faces = faces
        self.mono = [face for face in faces if face.mono]
        self.coverage = {face.path: frozenset(face.coverage) for face in faces}
        self.relatives: dict[str, list[Face]] = {}
        for face in faces:
            self.relatives.setdefault(face.family, []).append(face)
        self._weights = [face.weight * (0.35 if face.mono else 1) for face in faces]

    def _face_for(self, text: str, mono: bool, rng: random.Random) -> Face | None:
        needed = frozenset(text) - NEVER_DRAWN
        for _ in range(8):
            face = rng.choice(self.mono) if mono else rng.choices(self.faces, self._weights)[0]
            if needed <= self.coverage[face.path]:
                return face
        return None

    def render(self, line: LineText, rng: random.Random) -> tuple[Ink, LineRecord] | None:
        """The master image and its record; None where no drawn face covers the text or the line is too wide."""
        text = " ".join("".join(segment.text for segment in line.segments).split())
        if not text:
            return None
        face = self._face_for(text, line.mono, rng)
        if face is None:
            return None
        faces = [face]
        if rng.random() < 0.15 and len(self.relatives[face.family]) > 1:
            other = rng.choice(self.relatives[face.family])
            if (
                frozenset(text) - NEVER_DRAWN <= self.coverage[other.path]
                and other.mono == face.mono
                and other.small_caps == face.small_caps
            ):
                faces.append(other)
        size = master.X_HEIGHT / face.x_height
        fonts = [_load(face.path, round(size, 1)) for face in faces]
        space = fonts[0].getlength(" ") * rng.choice([1, 1, rng.uniform(0.75, 1.1), rng.uniform(1, 2.2)])
        tracking = 0.0 if rng.random() < 0.9 else rng.uniform(-0.02, 0.18 if line.kind == "capitals" else 0.06) * size
        switch = rng.random() * 0.5
        old_style = ["onum"] if rng.random() < 0.08 and _LAYOUT == ImageFont.Layout.RAQM else None
        small = [_load(face.path, round(size * 0.68, 1)) for face in faces]
        lift = master.BASELINE - round(master.X_HEIGHT * rng.uniform(0.7, 1.0))
        words: list[tuple[float, int, str, ImageFont.FreeTypeFont]] = []
        x = float(master.MARGIN)
        current = fonts[0]
        for word in text.split(" "):
            if len(fonts) > 1 and rng.random() < switch:
                current = rng.choice(fonts)
            for raised, piece in _pieces(word):
                font, row = (small[fonts.index(current)], lift) if raised else (current, master.BASELINE)
                for part in piece if tracking else [piece]:
                    words.append((x, row, part, font))
                    x += font.getlength(part, features=old_style) + tracking
            x += space
        width = int(x - space) + master.MARGIN + 4
        if width > master.WIDEST:
            return None
        image = Image.new("L", (width, master.HEIGHT))
        draw = ImageDraw.Draw(image)
        for left, row, word, font in words:
            draw.text((left, row), word, fill=255, font=font, anchor="ls", features=old_style)
        name = face.path.rsplit("/", 1)[-1]
        read = text.upper() if face.small_caps else text
        return np.asarray(image), LineRecord(text_labels(read), [], line.kind, name)

"""Finds the OpenType faces on the machine that set running text, with what each one covers."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from common.splits import Split
from textlines.alphabet import ASCII, GREEK_TEXT, LATIN_1, LATIN_EXTENDED_A, LATIN_MORE, SUPERSCRIPTS, TEXT_SYMBOLS, TYPOGRAPHIC

ROOTS = (
    "/usr/share/fonts", "/usr/share/texmf/fonts/opentype", "/usr/share/texlive/texmf-dist/fonts/opentype",
    "/usr/share/texlive/texmf-dist/fonts/truetype",
)  # fmt: skip
TEXT = frozenset(ASCII + LATIN_1 + LATIN_EXTENDED_A + LATIN_MORE + TYPOGRAPHIC + SUPERSCRIPTS + GREEK_TEXT + TEXT_SYMBOLS)

NOT_TEXT = re.compile(
    r"math|symbol|emoji|icon|initial|swash|ornament|dingbat|awesome|drm|fetamont|logix|phaistos|ponomar|church|missaali|miama|punk|"
    r"semaphor|spark|countries|almfixed|dante|qualitype/|fourier|yfrak|yinit|helmholtz|hamno|theano|porson|beuron|shobhika|aesupp|cyklop|"
    r"frederika|simpleicons|svr|twemoji|alfaslab|almendra|poiretone|cinzel|marcellus|aboensis|mekanus|solothurn|poorrichard|forum|"
    r"NotoSans[A-Z](?!ans)|NotoSerif[A-Z]|NotoKufi|NotoNaskh|NotoNastaliq|NotoMusic|NotoRashi|Traditional|tiresias.*sign|outline|keyboard|"
    r"inline|shadow|hairline|thin|ultralight|extralight|-black|ultrablack|standardsymbols|d050000l|z003|tengwar|"
    r"STIXNonUni|STIXInt|STIXSiz|STIXVar|Karla(Tamil)|mnsymbol|fdsymbol|mdsymbol|clara|hindmadurai|belleek|ektype|kerkiscaligraphic|oinuit|"
    r"variable|SmallCapsAlt|\[wght|ukai|uming|droidsansfallback",
    re.I,
)

COMMON = re.compile(
    r"nimbus|liberation|termes|heros|pagella|schola|tinos|arimo|cousine|lmroman|lmsans|cmu(nr|n[bst])|carlito|caladea|C059|P052|dejavu|"
    r"latinmodern|lmmono|newcm|stix|libertin|sourcesans|sourceserif|opensans|roboto|NotoSans-|NotoSerif-|garamond|xits|charter",
    re.I,
)
"""Families that most documents use (or the metric clones of those families): drawn more often."""

SMALL_CAPS = re.compile(r"smallcap|sc\b|SC[-_.]|SC[0-9]|caps|csc|lmromancaps", re.I)

HELD_OUT = re.compile(
    r"xcharter|PTSerif|PTF|PTSans|PTS[5-7]|gentium|IBMPlexMono|plexmono|librecaslon|erewhon|lato|quattrocento|domitian|clearsans", re.I
)
"""Families never trained on: validation only."""


@dataclass(frozen=True)
class Face:
    """One font file."""

    path: str
    family: str
    bold: bool
    italic: bool
    mono: bool
    x_height: float
    """Height of the letter x in em."""
    coverage: str
    """The characters of the alphabet that the face has."""

    @property
    def small_caps(self) -> bool:
        """Whether small letters look like capitals, and are read as such."""
        return bool(SMALL_CAPS.search(Path(self.path).name))

    @property
    def split(self) -> Split:
        return "validation" if HELD_OUT.search(Path(self.path).name) else "train"

    @property
    def weight(self) -> float:
        return (3.0 if COMMON.search(Path(self.path).name) else 1.0) * (0.45 if self.bold else 1) * (0.55 if self.italic else 1)


def _inspect(path: Path) -> Face | None:
    try:
        font = TTFont(path, lazy=True)
        cmap = font.getBestCmap()
        names = font["name"]
        glyphs = font.getGlyphSet()
    except Exception:  # noqa: BLE001 - a broken or unusual font is simply not used
        return None
    if not cmap or any(ord(c) not in cmap for c in "abcxyzABCXYZ0123456789.,") or "fvar" in font:
        return None
    from fontTools.pens.boundsPen import BoundsPen

    pen = BoundsPen(glyphs)
    glyphs[cmap[ord("x")]].draw(pen)
    if pen.bounds is None:
        return None
    family = (names.getDebugName(16) or names.getDebugName(1) or path.stem).strip()
    style = f"{names.getDebugName(17) or names.getDebugName(2) or ''} {path.stem}".lower()
    advances = {glyphs[cmap[ord(c)]].width for c in "ilMW"}
    return Face(
        path=str(path),
        family=family,
        bold=bool(re.search(r"bold|heavy|black|semibold|demi", style)),
        italic=bool(re.search(r"italic|oblique|slanted", style)),
        mono=len(advances) == 1,
        x_height=pen.bounds[3] / font["head"].unitsPerEm,
        coverage="".join(sorted(c for c in TEXT if ord(c) in cmap)),
    )


def find_faces(cache: Path) -> list[Face]:
    """All usable faces, sorted by path; the first call inspects every file and writes `cache`."""
    if cache.exists():
        return [Face(**row) for row in json.loads(cache.read_text(encoding="utf-8"))]
    seen: dict[str, Face] = {}
    for root in ROOTS:
        for path in sorted(Path(root).rglob("*.[ot]tf")):
            if NOT_TEXT.search(str(path)) or path.name in seen:
                continue
            face = _inspect(path)
            if face and 0.3 < face.x_height < 0.75 and len(face.coverage) >= 150:
                seen[path.name] = face
    faces = sorted(seen.values(), key=lambda face: face.path)
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text(json.dumps([asdict(face) for face in faces], ensure_ascii=False), encoding="utf-8")
    return faces


def by_family(faces: list[Face]) -> dict[str, list[Face]]:
    """Faces grouped by family name."""
    out: dict[str, list[Face]] = defaultdict(list)
    for face in faces:
        out[face.family].append(face)
    return out

"""The font set-ups formulas are set in: those of the text lines with two maths families more held out, and letters of text faces."""

from __future__ import annotations

from dataclasses import replace

from textlines.tex_setups import SETUPS, Setup

from common.splits import Split

HELD_OUT = frozenset({"fourier", "erewhon", "xcharter", "fira", "kpfonts"})
"""Families that training never sees; the benchmark's `fourier` and `kp` are among them."""
OFF = frozenset({"courier", "old-style", "times-cm", "bookman", "helvet", "newcent"})
"""Set-ups that change the text font only: their formulas are those of another."""
WEIGHTS = {"cm": 20, "lmodern": 8, "mathptmx": 8, "newtx": 8, "stix2": 4, "mathpazo": 5, "newpx": 4}
"""How often the set-ups that most mathematics is printed in are drawn; the others as in `tex_setups.py`, about 1 each."""
FAMILIES = {
    "modern": ({"cm", "lmodern", "mlmodern", "beamer-sans"}, 0.42),
    "times": ({"mathptmx", "newtx", "txfonts", "stix2", "stix"}, 0.21),
    "palatino": ({"mathpazo", "newpx", "pxfonts"}, 0.09),
}
"""Shares of the families in training; the other set-ups share the rest."""
FACES = {
    "": "accanthis Alegreya almendra baskervillef berenis bitter caladea CharisSIL cochineal CormorantGaramond crimson droidserif electrum"
    " garamondlibre gfsbodoni libertine LibreBodoni newpxtext PlayfairDisplay quattrocento romande scholax sourceserifpro"
    " tgbonum tgtermes",
    "mathptmx": "coelacanth CrimsonPro fbb librecaslon noto-serif OldStandard spectral tinos",
    "newtxmath": "ebgaramond librebaskerville merriweather plex-serif tgpagella tgschola venturis",
}
"""Packages of text faces whose letters and digits mathastext takes into formulas, by the maths package that brings the rest."""
OTHER_MATHS = [
    Setup("noto", "\\usepackage{notomath}", own_symbols=True),
    Setup("newtx-stix2", "\\usepackage{newtxtext}\\usepackage[stix2]{newtxmath}", own_symbols=True),
    Setup("newpx-euler", "\\usepackage{newpxtext,eulerpx}", own_symbols=True),
    Setup("fdsymbol", "\\usepackage{fdsymbol}", own_symbols=True),
    Setup("gfs-neohellenic", "\\usepackage{gfsneohellenic}", 0.5),
    Setup("iwona-condensed", "\\usepackage[math,condensed]{iwona}", 0.5),
    Setup("antpolt-condensed", "\\usepackage[math,condensed]{anttor}", 0.5),
    Setup("mathpple", "\\usepackage{mathpple}"),
    Setup("libertinus", "\\usepackage{libertinus,libertinust1math}"),
]
"""Maths families that no text line is set in."""
FACE_WEIGHT = 1.0


def _face(package: str, maths: str) -> Setup:
    letters = "\\usepackage[italic,defaultmathsizes]{mathastext}"
    symbols = f"\\usepackage{{{maths}}}" if maths else ""
    return Setup(f"as-{package}", f"{symbols}\\usepackage{{{package}}}{letters}", FACE_WEIGHT, own_symbols=maths == "newtxmath")


ALL = [*SETUPS, *OTHER_MATHS, *(_face(package, maths) for maths, packages in FACES.items() for package in packages.split())]


def setups_of(split: Split) -> list[Setup]:
    chosen = [setup for setup in ALL if setup.name not in OFF and (setup.name in HELD_OUT) == (split == "validation")]
    return [replace(setup, weight=WEIGHTS.get(setup.name, setup.weight)) for setup in chosen]


def family_of(name: str) -> str:
    return next((family for family, (members, _) in FAMILIES.items() if name in members), "other")


def share_of(family: str) -> float:
    """Share of a family in training."""
    return FAMILIES[family][1] if family in FAMILIES else 1 - sum(share for _, share in FAMILIES.values())

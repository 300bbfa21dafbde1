"""The font set-ups formulas are set in: those of the text lines, with two maths families more held out."""

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
    "modern": ({"cm", "lmodern", "mlmodern", "beamer-sans"}, 0.5),
    "times": ({"mathptmx", "newtx", "txfonts", "stix2", "stix"}, 0.25),
    "palatino": ({"mathpazo", "newpx", "pxfonts"}, 0.1),
}
"""Shares of the families in training; the other set-ups share the rest."""


def setups_of(split: Split) -> list[Setup]:
    chosen = [setup for setup in SETUPS if setup.name not in OFF and (setup.name in HELD_OUT) == (split == "validation")]
    return [replace(setup, weight=WEIGHTS.get(setup.name, setup.weight)) for setup in chosen]


def family_of(name: str) -> str:
    return next((family for family, (members, _) in FAMILIES.items() if name in members), "other")


def share_of(family: str) -> float:
    """Share of a family in training."""
    return FAMILIES[family][1] if family in FAMILIES else 1 - sum(share for _, share in FAMILIES.values())

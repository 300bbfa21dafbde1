"""The labels the net can write, in class order.

Class 0 is the CTC blank. A label is one character of text, or one step of the maths grammar:
`\\(` and `\\)` open and close a span, `_{`, `^{`, accents and font wrappers open a group that `}` closes, a
command is one label, and single letters in fixed alphabets are one label (`\\mathbb{R}`, upright `\\mathrm{s}`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

OPEN, CLOSE = "\\(", "\\)"
"""Start and end of an inline formula."""

STACK = "\\stack"
"""A part that stacks vertically (fraction, matrix, limits below an operator): left to the formula recogniser."""

LOWER = "abcdefghijklmnopqrstuvwxyz"
UPPER = LOWER.upper()
DIGITS = "0123456789"

ASCII = [chr(c) for c in range(0x20, 0x7F)]
LATIN_1 = [chr(c) for c in range(0xA1, 0x100) if c != 0xAD]
LATIN_EXTENDED_A = [chr(c) for c in range(0x100, 0x180) if chr(c) not in "Ŀŀŉſĸ"]
LATIN_MORE = list("ȘșȚț")
TYPOGRAPHIC = list("‐–—‘’‚“”„†‡•…‰′″‹›€™№")
SUPERSCRIPTS = list("⁰⁴⁵⁶⁷⁸⁹")
GREEK_TEXT = list("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωάέήίόύώΆΈΉΊΌΎΏϊϋΐΰ")
TEXT_SYMBOLS = list("−∞∂∆∇∈∏∑√∼≈≠≤≥≡∩∪⊂←→↑↓↔⇒⇔■□●○◦▪▲△▶►◆◇★☆✓✗✔♦♠♣♥♀♂ℓ℃Ω⋅∗≪≫∀∃")

COMMANDS = """
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi pi varpi rho varrho
sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
in ni notin to gets times cdot div pm mp le ge leqslant geqslant ne approx sim simeq cong equiv asymp doteq propto
subset supset subseteq supseteq subsetneq supsetneq nsubseteq cap cup setminus uplus sqcup sqcap sqsubseteq
circ bullet otimes oplus odot ominus oslash boxplus boxtimes wedge vee neg star dagger ddagger amalg
mapsto longmapsto leftarrow longrightarrow longleftarrow hookrightarrow twoheadrightarrow rightharpoonup rightsquigarrow
rightleftharpoons leftrightarrow Rightarrow Leftarrow Leftrightarrow Longrightarrow Longleftrightarrow
uparrow downarrow nearrow searrow rightrightarrows perp top parallel nmid vdash dashv models forall exists infty partial nabla
ell hbar imath jmath aleph wp Re Im emptyset varnothing angle langle rangle lfloor rfloor lceil rceil llbracket rrbracket
dots cdots vdots sum prod int iint oint coprod bigcup bigcap bigoplus bigotimes bigwedge bigvee bigsqcup
ll gg lesssim gtrsim prec succ preceq succeq preccurlyeq triangle triangleq triangleleft trianglelefteq triangleright triangledown
Box Diamond diamond sharp flat natural complement rtimes ltimes therefore because upharpoonright smile frown
heartsuit diamondsuit clubsuit spadesuit coloneqq eqcolon intercal star
""".split()

GROUPS = """
_ ^ \\hat \\widehat \\bar \\overline \\underline \\tilde \\widetilde \\vec \\overrightarrow \\dot \\ddot \\check \\breve
\\acute \\mathring \\sqrt \\boldsymbol \\mathsf \\mathtt
""".split()
"""Labels that open a group: written with a trailing brace."""


def build_labels() -> list[str]:
    """All labels without the blank, unique, in the order that gives classes 1, 2, …"""
    maths = [OPEN, CLOSE, STACK, "\\{", "\\}", "\\|", *[f"{group}{{" for group in GROUPS], *[f"\\{name}" for name in COMMANDS]]
    fonts = [
        *[f"\\mathbb{{{c}}}" for c in UPPER + "1k"],
        *[f"\\mathcal{{{c}}}" for c in UPPER],
        *[f"\\mathscr{{{c}}}" for c in UPPER],
        *[f"\\mathfrak{{{c}}}" for c in UPPER + LOWER],
        *[f"\\mathbf{{{c}}}" for c in UPPER + LOWER + DIGITS],
        *[f"\\mathrm{{{c}}}" for c in UPPER + LOWER],
    ]
    text = ASCII + LATIN_1 + LATIN_EXTENDED_A + LATIN_MORE + TYPOGRAPHIC + SUPERSCRIPTS + GREEK_TEXT + TEXT_SYMBOLS
    return list(dict.fromkeys(text + maths + fonts))


class Alphabet:
    """Labels to class numbers and back."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = list(labels)
        self.index = {label: i + 1 for i, label in enumerate(self.labels)}

    def __len__(self) -> int:
        """Number of classes, the blank included."""
        return len(self.labels) + 1

    def encode(self, labels: Iterable[str]) -> list[int]:
        """Class numbers; KeyError names a label outside the alphabet."""
        return [self.index[label] for label in labels]

    def decode(self, frames: Iterable[int]) -> list[str]:
        """Greedy CTC: collapse repeats, drop blanks."""
        out: list[str] = []
        previous = 0
        for k in frames:
            if k and k != previous:
                out.append(self.labels[k - 1])
            previous = k
        return out

    def save(self, path: Path) -> None:
        path.write_text(json.dumps({"blank": 0, "labels": self.labels}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: Path) -> Alphabet:
        return Alphabet(json.loads(path.read_text(encoding="utf-8"))["labels"])


def default_alphabet() -> Alphabet:
    """The alphabet of this version of the code."""
    return Alphabet(build_labels())

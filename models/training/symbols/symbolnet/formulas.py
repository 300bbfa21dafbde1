"""Formulas of the corpus: which sources are held out, how they are wrapped for TeX, and rare symbols put into them."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from common.splits import Split

HELD_OUT_SHARE = 4
"""One source in this many is held out: the same sources as in benchmarks/quality/formulas/formula-sets.js."""
LONGEST = 600
UNFIT = re.compile(
    r"[@$]|\\(includegraphics|xymatrix|tikz|begin\{(tikz|xy|CD)|input|def|newcommand|hspace|vspace|rule|color|textcolor|url|href|hfill"
    r"|raisebox|parbox|cite|footnote|SI|ensuremath|scalebox|intertext|shortintertext|rotatebox|begin\{(align|gather|equation|multline"
    r"|eqnarray)\*?\}|end\{document|par\b|resizebox|multirow|hline)"
)
FILES = {
    "inline": ("formulas-inline.jsonl.gz", "formulas-inline-arxiv.jsonl.gz"),
    "display": ("formulas-display.jsonl.gz", "formulas-display-arxiv.jsonl.gz"),
}


@dataclass(frozen=True)
class Formula:
    """A formula ready for TeX."""

    latex: str
    kind: str
    """inline, one-row or several-rows"""


def split_of(source: str) -> Split:
    """The split of a source, as the benchmark has it."""
    number = int(hashlib.sha1(source.encode("utf-8")).hexdigest()[:12], 16)
    return "validation" if number % HELD_OUT_SHARE == 0 else "train"


def fits(latex: str) -> bool:
    return (
        len(latex) <= LONGEST
        and latex.count("{") == latex.count("}")
        and "%" not in latex.replace("\\%", "")
        and not UNFIT.search(latex)
        and all(" " <= c <= "~" or c.isspace() for c in latex)
    )


def wrapped(latex: str, env: str | None) -> str:
    """LaTeX of a formula as it is set: environments' bodies wrapped as the corpus says."""
    kind = env.replace("*", "") if env else None
    body = latex.replace("\\begin{split}", "\\begin{aligned}").replace("\\end{split}", "\\end{aligned}")
    if kind == "gather":
        return f"\\begin{{gathered}}[c]{body}\\end{{gathered}}"
    if kind == "eqnarray":
        return f"\\begin{{array}}{{rcl}}{body}\\end{{array}}"
    outer = re.sub(r"\\begin\{.*\\end\{[a-z*]+\}", "", body, flags=re.S)
    return f"\\begin{{aligned}}[c]{body}\\end{{aligned}}" if kind or re.search(r"(?<!\\)\\\\|(?<!\\)&", outer) else body


class Formulas:
    """All fitting formulas of one split, by kind."""

    def __init__(self, corpus: Path, split: Split) -> None:
        self.by_kind: dict[str, list[str]] = {"inline": [], "one-row": [], "several-rows": []}
        for group, names in FILES.items():
            for name in names:
                with gzip.open(corpus / name, "rt", encoding="utf-8") as file:
                    for row in map(json.loads, file):
                        if split_of(row["source"]) != split or not fits(row["latex"]):
                            continue
                        if group == "inline":
                            kind = "inline"
                        else:
                            kind = "several-rows" if re.search(r"\\\\|&", row["latex"].replace("\\&", "")) else "one-row"
                        self.by_kind[kind].append(wrapped(row["latex"], row.get("env")))

    def draw(self, rng: random.Random, rare: float = 0.35) -> Formula:
        """A formula; longer inline ones are drawn more often, and a share gets rare symbols."""
        kind = rng.choices(("inline", "one-row", "several-rows"), (0.5, 0.35, 0.15))[0]
        while True:
            latex = rng.choice(self.by_kind[kind])
            if kind != "inline" or rng.random() < len(latex) / 12:
                break
        return Formula(with_rare_symbols(latex, rng) if rng.random() < rare else latex, kind)


def _commands(text: str) -> list[str]:
    return ["\\" + word for word in text.split()]


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
CAPITALS = LETTERS[:26]
GREEK = _commands(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau"
    " upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
ORDINARY = _commands("hbar ell wp Re Im partial infty nabla emptyset varnothing forall exists neg top bot angle aleph beth imath jmath")
RELATIONS = _commands(
    "leq geq equiv sim simeq approx cong ll gg prec succ preceq succeq subset supset subseteq supseteq sqsubseteq in ni propto vdash dashv"
    " models perp parallel asymp doteq to leftarrow rightarrow Rightarrow Leftarrow Leftrightarrow leftrightarrow mapsto hookrightarrow"
    " longrightarrow longmapsto rightharpoonup leftharpoonup rightleftharpoons leqslant geqslant lesssim gtrsim triangleq subsetneq nearrow"
    " searrow uparrow downarrow rightsquigarrow twoheadrightarrow neq notin mid nmid iff implies therefore because trianglelefteq lhd rhd"
    " longleftarrow Longrightarrow Longleftrightarrow longleftrightarrow nsubseteq npreceq curvearrowright preccurlyeq succcurlyeq"
    " bowtie vDash Vdash upharpoonright"
)
BINARY = _commands(
    "pm mp times div ast star circ bullet cdot cap cup uplus sqcap sqcup vee wedge setminus wr diamond oplus ominus otimes oslash odot"
    " dagger ddagger amalg ltimes rtimes boxtimes boxplus"
)
BIG = _commands("sum prod int oint bigcup bigcap bigwedge bigvee coprod bigoplus bigotimes biguplus bigsqcup bigodot")
ACCENTS = _commands("hat tilde bar vec dot ddot check breve acute grave mathring widehat widetilde")
PAIRS = [("(", ")"), ("[", "]"), ("\\{", "\\}"), ("\\langle ", "\\rangle "), ("|", "|"), ("\\|", "\\|"), ("\\lfloor ", "\\rfloor "),
         ("\\lceil ", "\\rceil ")]  # fmt: skip

PLACES = re.compile(
    r"(?P<skip>\\(?:text\w*|mbox|operatorname\*?|begin|end|hbox|mathrm|label|tag)\s*\{[^{}]*\}(?:\{[^{}]*\})?|\\(?:left|right|[bB]igg?[lrm]?)\s*(?:\\.|.))"
    r"|(?P<big>\\(?:sum|prod|int|bigcup|bigcap|bigoplus)(?![A-Za-z]))"
    r"|(?P<relation>\\(?:leq?|geq?|in|to|sim|approx|equiv|subset(?:eq)?|rightarrow)(?![A-Za-z])|[=<>])"
    r"|(?P<binary>\\(?:cdot|times|cup|cap|circ|otimes|oplus)(?![A-Za-z])|[+-])"
    r"|(?P<greek>\\(?:alpha|beta|gamma|delta|epsilon|theta|lambda|mu|nu|pi|rho|sigma|tau|phi|psi|omega)(?![A-Za-z]))"
    r"|(?P<other>\\[A-Za-z]+|\\.)"
    r"|(?P<letter>[A-Za-z])|(?P<digit>[0-9])"
)
HEADS = re.compile(r"\\(?:bf|rm|it|cal|sf|tt|frak|scr|over|atop|choose|mathbb|mathcal|mathbf|mathfrak|mathscr|bm|boldsymbol|pmb)\s*\{?$")


def rare_letter(rng: random.Random) -> str:
    """A letter of any alphabet."""
    draw = rng.random()
    if draw < 0.12:
        return f"\\mathcal{{{rng.choice(CAPITALS)}}}"
    if draw < 0.22:
        return f"\\mathfrak{{{rng.choice(LETTERS)}}}"
    if draw < 0.32:
        return f"\\mathbb{{{rng.choice(CAPITALS)}}}"
    if draw < 0.42:
        return f"\\mathbf{{{rng.choice(LETTERS + '0123456789')}}}"
    if draw < 0.52:
        return f"\\boldsymbol{{{rng.choice([*LETTERS, *GREEK])}}}"
    if draw < 0.58:
        return f"\\mathrm{{{rng.choice(LETTERS)}}}"
    if draw < 0.63:
        return f"\\mathsf{{{rng.choice(LETTERS)}}}"
    if draw < 0.66:
        return f"\\mathscr{{{rng.choice(CAPITALS)}}}"
    if draw < 0.76:
        return f"{rng.choice(ACCENTS)}{{{rng.choice([*LETTERS, *GREEK])}}}"
    if draw < 0.84:
        return rng.choice(GREEK) + " "
    if draw < 0.9:
        return rng.choice(ORDINARY) + " "
    return rng.choice(LETTERS)


def with_rare_symbols(latex: str, rng: random.Random) -> str:
    """Replaces one to three letters or signs by others of their kind."""
    places = [m for m in PLACES.finditer(latex) if m.lastgroup not in ("skip", "other") and not HEADS.search(latex[: m.start()])]
    if not places:
        return latex
    chosen = {m.start(): m for m in rng.sample(places, min(len(places), rng.randint(1, 3)))}
    out: list[str] = []
    at = 0
    for start in sorted(chosen):
        match = chosen[start]
        out += [latex[at:start], _other(match.lastgroup or "", rng)]
        at = match.end()
    return "".join(out) + latex[at:]


def _other(group: str, rng: random.Random) -> str:
    if group == "big":
        return rng.choice(BIG) + " "
    if group == "relation":
        return rng.choice(RELATIONS) + " "
    if group == "binary":
        return rng.choice(BINARY) + " "
    if group == "greek":
        return rng.choice(GREEK) + " "
    if group == "digit":
        return rng.choice("0123456789")
    if rng.random() < 0.06:
        left, right = rng.choice(PAIRS)
        return f"{left}{rng.choice(LETTERS)}{right}"
    letter = rare_letter(rng)
    return f"{{{letter}}}" if letter.startswith("\\") else letter

"""Inline LaTeX to the left-to-right label sequence that the net learns, or None where no such sequence is defined."""

from __future__ import annotations

import re

from textlines.alphabet import COMMANDS, DIGITS, LOWER, STACK, UPPER

LETTERS = frozenset(UPPER + LOWER)
TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|\S", re.S)

ALIASES = {
    "\\rightarrow": "\\to", "\\leq": "\\le", "\\geq": "\\ge", "\\neq": "\\ne", "\\colon": ":", "\\mid": "|", "\\vert": "|",
    "\\lvert": "|", "\\rvert": "|", "\\Vert": "\\|", "\\lVert": "\\|", "\\rVert": "\\|", "\\ast": "*", "\\lbrace": "\\{",
    "\\rbrace": "\\}", "\\ldots": "\\dots", "\\dotsc": "\\dots", "\\dotso": "\\dots", "\\dotsb": "\\cdots", "\\dotsm": "\\cdots",
    "\\leadsto": "\\rightsquigarrow", "\\land": "\\wedge", "\\lor": "\\vee", "\\lnot": "\\neg", "\\bot": "\\perp", "\\dag": "\\dagger",
    "\\iff": "\\Longleftrightarrow", "\\implies": "\\Longrightarrow", "\\square": "\\Box", "\\lhd": "\\triangleleft",
    "\\vDash": "\\models", "\\unlhd": "\\trianglelefteq", "\\vartriangleleft": "\\triangleleft", "\\coloneq": "\\coloneqq",
    "\\colonequals": "\\coloneqq", "\\smallsetminus": "\\setminus", "\\backslash": "\\setminus", "\\lbrack": "[", "\\rbrack": "]",
    "\\%": "%", "\\#": "#", "\\&": "&", "\\_": "_", "\\$": "$", "\\prime": "'", "\\bigtriangleup": "\\triangle", "\\lozenge": "\\Diamond",
    "\\thicksim": "\\sim", "\\thickapprox": "\\approx", "\\shortparallel": "\\parallel", "\\restriction": "\\upharpoonright",
    "\\varOmega": "\\Omega", "\\varDelta": "\\Delta", "\\varGamma": "\\Gamma", "\\varPsi": "\\Psi", "\\varPhi": "\\Phi",
    "\\varSigma": "\\Sigma",
    "\\longleftrightarrow": "\\leftrightarrow", "\\vcentcolon": ":", "\\longmapsto": "\\longmapsto",
}  # fmt: skip
SKIPPED = frozenset(
    """\\left \\right \\middle \\, \\; \\: \\! \\> \\  \\quad \\qquad ~ \\thinspace \\enspace \\big \\Big \\bigg \\Bigg \\bigl \\bigr \\Bigl
    \\Bigr \\biggl \\biggr \\Biggl \\Biggr \\bigm \\Bigm \\nolimits \\mathstrut \\textstyle \\mathopen \\mathclose \\/""".split()
) | {"\\ "}
TRANSPARENT = frozenset(
    "\\mathop \\mathrel \\mathbin \\mathord \\mathinner \\mathit \\mathnormal \\smash \\ensuremath \\textit \\emph".split()
)
SINGLE_FONTS = {
    "\\mathbb": "mathbb", "\\Bbb": "mathbb", "\\mathcal": "mathcal", "\\mathscr": "mathscr", "\\mathfrak": "mathfrak", "\\frak": "mathfrak",
    "\\mathbf": "mathbf", "\\textbf": "mathbf", "\\mathrm": "mathrm", "\\text": "mathrm", "\\textrm": "mathrm", "\\operatorname": "mathrm",
    "\\operatorname*": "mathrm", "\\textup": "mathrm", "\\textnormal": "mathrm", "\\mbox": "mathrm", "\\hbox": "mathrm",
}  # fmt: skip
SWITCHES = {"\\rm": "mathrm", "\\bf": "mathbf", "\\cal": "mathcal"}
WRAPPERS = {"\\mathsf": "\\mathsf{", "\\textsf": "\\mathsf{", "\\mathtt": "\\mathtt{", "\\texttt": "\\mathtt{", "\\bm": "\\boldsymbol{",
            "\\boldsymbol": "\\boldsymbol{", "\\pmb": "\\boldsymbol{"}  # fmt: skip
ACCENTS = {
    # command: (label over one symbol, label over several)
    "\\hat": ("\\hat{", "\\widehat{"), "\\widehat": ("\\hat{", "\\widehat{"), "\\bar": ("\\bar{", "\\overline{"),
    "\\overline": ("\\bar{", "\\overline{"), "\\tilde": ("\\tilde{", "\\widetilde{"), "\\widetilde": ("\\tilde{", "\\widetilde{"),
    "\\vec": ("\\vec{", "\\overrightarrow{"), "\\overrightarrow": ("\\vec{", "\\overrightarrow{"), "\\dot": ("\\dot{", "\\dot{"),
    "\\ddot": ("\\ddot{", "\\ddot{"), "\\check": ("\\check{", "\\check{"), "\\breve": ("\\breve{", "\\breve{"),
    "\\acute": ("\\acute{", "\\acute{"),
    "\\mathring": ("\\mathring{", "\\mathring{"), "\\underline": ("\\underline{", "\\underline{"), "\\sqrt": ("\\sqrt{", "\\sqrt{"),
}  # fmt: skip
STACKING = {"\\frac": 2, "\\dfrac": 2, "\\tfrac": 2, "\\cfrac": 2, "\\binom": 2, "\\stackrel": 2, "\\overset": 2, "\\underset": 2,
            "\\underbrace": 1, "\\overbrace": 1}  # fmt: skip
FUNCTIONS = frozenset(
    """log sin cos dim ln lim max exp min deg det ker tan sup inf arctan arg lg sinh cosh arcsin arccos hom cot tanh Pr gcd sec csc
    coth""".split()
)
SYMBOLS = frozenset(f"\\{name}" for name in COMMANDS) | {"\\{", "\\}", "\\|"}
FONT_MEMBERS = {"mathbb": UPPER + "1k", "mathcal": UPPER, "mathscr": UPPER, "mathfrak": UPPER + LOWER, "mathbf": UPPER + LOWER + DIGITS,
                "mathrm": UPPER + LOWER}  # fmt: skip
PLAIN = frozenset("+-*/=<>()[]|.,;:!?'\"@%" + DIGITS + UPPER + LOWER)


class Unlabelled(Exception):
    """The formula has no left-to-right reading in this grammar."""


class _Reader:
    def __init__(self, latex: str) -> None:
        self.tokens = TOKEN.findall(latex.replace("\\operatorname *", "\\operatorname*"))
        self.position = 0

    def peek(self) -> str | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def next(self) -> str:
        token = self.peek()
        if token is None:
            raise Unlabelled
        self.position += 1
        return token

    def group(self, font: str | None) -> list[str]:
        if self.peek() == "{":
            self.next()
            labels = self.sequence(font, "}")
            if self.peek() != "}":
                raise Unlabelled
            self.next()
            return labels
        return self.atom(font)

    def atom(self, font: str | None) -> list[str]:
        token = self.next()
        if token == "{":
            self.position -= 1
            return self.group(font)
        if token in SKIPPED:
            if token in ("\\left", "\\right", "\\middle") and self.peek() == ".":
                self.next()
            return []
        if token in TRANSPARENT:
            return self.group(None)
        if token in SINGLE_FONTS:
            return self.group(SINGLE_FONTS[token])
        if token in WRAPPERS:
            return [WRAPPERS[token], *self.group(None), "}"]
        if token in ACCENTS:
            if token == "\\sqrt" and self.peek() == "[":
                raise Unlabelled
            body = self.group(font)
            if not body:
                raise Unlabelled
            return [ACCENTS[token][len(body) > 1], *body, "}"]
        if token in STACKING:
            for _ in range(STACKING[token]):
                self.group(None)
            return [STACK]
        if token.startswith("\\") and token[1:] in FUNCTIONS:
            return [f"\\mathrm{{{c}}}" for c in token[1:]]
        if token == "\\not":
            other = {"=": "\\ne", "\\in": "\\notin"}.get(self.next())
            if other is None:
                raise Unlabelled
            return [other]
        label = ALIASES.get(token, token)
        if font and label in FONT_MEMBERS[font]:
            return [f"\\{font}{{{label}}}"]
        if font == "mathbf" and label in SYMBOLS:
            return ["\\boldsymbol{", label, "}"]
        if label in SYMBOLS or label in PLAIN or label in "#&_$":
            if font not in (None, "mathrm", "mathbf") and label in LETTERS:
                raise Unlabelled
            return [label]
        raise Unlabelled

    def sequence(self, font: str | None, end: str | None) -> list[str]:
        out: list[str] = []
        while (token := self.peek()) is not None and token != end:
            if token == "}" or token == "&":
                raise Unlabelled
            if token in SWITCHES:
                self.next()
                font = SWITCHES[token]
            elif token in "^_" or token == "\\limits":
                out += self.scripts()
            else:
                out += self.atom(font)
                if self.peek() == "\\limits":
                    self.next()
                    self.scripts()
                    out[-1:] = [STACK]
        return out

    def scripts(self) -> list[str]:
        parts: dict[str, list[str]] = {}
        primes = 0
        while (token := self.peek()) is not None and token in ("^", "_", "'"):
            self.next()
            if token == "'":
                primes += 1
                continue
            body = self.group(None)
            if token == "^" and body and set(body) == {"'"}:
                primes += len(body)
            elif token in parts or not body:
                raise Unlabelled
            else:
                parts[token] = body
        out = ["'"] * primes
        for mark in "_^":
            if mark in parts:
                out += [f"{mark}{{", *parts[mark], "}"]
        return out


def maths_labels(latex: str) -> list[str] | None:
    """Labels of a formula without the span marks; None where the formula leaves the grammar.

    Canonical: subscript before superscript, primes first, spaces and delimiter sizes dropped, synonyms folded, `\\stack`
    in place of every part that stacks.
    """
    if re.search(r"\\(begin|over|choose|displaystyle|phantom|hspace|kern|raisebox|color|xrightarrow|xleftarrow)\b|\\\\", latex):
        return None
    if re.search(r"\\(text|mbox|textrm|hbox)\s*\{[^}]*[^A-Za-z}\-'][^}]*\}", latex):
        return None  # spaces and signs inside words set as text
    reader = _Reader(latex)
    try:
        labels = reader.sequence(None, None)
    except (Unlabelled, RecursionError, IndexError):
        return None
    return labels if reader.peek() is None and labels else None


def is_plain_number(labels: list[str]) -> bool:
    """Digits and marks only: looks the same in text, so it is written as text without a span."""
    return all(label in DIGITS or label in ".,:()[]%" for label in labels)

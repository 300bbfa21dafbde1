"""The document fonts that lines with formulas are set in, and the LaTeX document around them."""

from __future__ import annotations

from dataclasses import dataclass

from common.splits import Split


@dataclass(frozen=True)
class Setup:
    """A document font: LaTeX preamble, how often it is drawn, and the split it belongs to."""

    name: str
    preamble: str
    weight: float = 1
    split: Split = "train"
    own_symbols: bool = False
    """Whether the font packages bring the AMS symbols themselves and clash with amssymb."""


def _packages(*names: str) -> str:
    return "".join(f"\\usepackage{name if name.startswith('[') else '{' + name + '}'}" for name in names)


SANS = "\\renewcommand{\\familydefault}{\\sfdefault}"
SETUPS = [
    Setup("cm", "", 8),
    Setup("lmodern", _packages("lmodern"), 4),
    Setup("mlmodern", _packages("mlmodern")),
    Setup("mathptmx", _packages("mathptmx"), 3),
    Setup("newtx", _packages("newtxtext", "newtxmath"), 3, own_symbols=True),
    Setup("txfonts", _packages("txfonts"), 1.5, own_symbols=True),
    Setup("stix2", _packages("stix2"), own_symbols=True),
    Setup("stix", _packages("stix"), own_symbols=True),
    Setup("mathpazo", _packages("mathpazo"), 2),
    Setup("newpx", _packages("newpxtext", "newpxmath"), 1.5, own_symbols=True),
    Setup("pxfonts", _packages("pxfonts"), own_symbols=True),
    Setup("palatino-euler", _packages("mathpazo", "eulervm")),
    Setup("charter", "\\usepackage[charter]{mathdesign}", 1, own_symbols=True),
    Setup("xcharter", _packages("XCharter") + "\\usepackage[xcharter]{newtxmath}", 1, "validation", own_symbols=True),
    Setup("utopia", "\\usepackage[adobe-utopia]{mathdesign}", own_symbols=True),
    Setup("fourier", _packages("fourier"), 1, "validation", own_symbols=True),
    Setup("fouriernc", _packages("fouriernc"), own_symbols=True),
    Setup("kpfonts", _packages("kpfonts"), 1.5, own_symbols=True),
    Setup("libertine", _packages("libertine", "libertinust1math"), 1.5, own_symbols=True),
    Setup("libertine-newtx", "\\usepackage{libertine}\\usepackage[libertine]{newtxmath}", 1.5, own_symbols=True),
    Setup("garamond", "\\usepackage{ebgaramond}\\usepackage[ebgaramond]{newtxmath}", own_symbols=True),
    Setup("cochineal", "\\usepackage{cochineal}\\usepackage[cochineal]{newtxmath}", own_symbols=True),
    Setup("scholax", "\\usepackage{scholax}\\usepackage[scaled=1.075,ncf]{newtxmath}", own_symbols=True),
    Setup("erewhon", "\\usepackage{erewhon}\\usepackage[utopia]{newtxmath}", 1, "validation", own_symbols=True),
    Setup("concrete", _packages("ccfonts", "eulervm")),
    Setup("antpolt", "\\usepackage[math]{anttor}", own_symbols=True),
    Setup("kurier", "\\usepackage[math]{kurier}", 0.5, own_symbols=True),
    Setup("iwona", "\\usepackage[math]{iwona}", 0.5, own_symbols=True),
    Setup("cmbright", _packages("cmbright"), 1),
    Setup("arev", _packages("arev"), 0.7),
    Setup("cmss", _packages("lmodern", "sansmathfonts") + SANS, 1),
    Setup("beamer-sans", _packages("lmodern") + SANS, 2),
    Setup("helvet", "\\usepackage[scaled]{helvet}" + SANS, 1),
    Setup("helvet-newtxsf", _packages("helvet", "newtxsf") + SANS, 1, own_symbols=True),
    Setup("fira", "\\usepackage[sfdefault]{FiraSans}\\usepackage{newtxsf}", 1, "validation", own_symbols=True),
    Setup("bookman", _packages("bookman"), 0.7),
    Setup("newcent", _packages("newcent"), 1),
    Setup("times-cm", "\\renewcommand{\\rmdefault}{ptm}", 1.5),
    Setup("courier", "\\renewcommand{\\familydefault}{\\ttdefault}", 0.6),
    Setup("roboto", "\\usepackage[sfdefault]{roboto}\\usepackage{newtxsf}", 0.7, own_symbols=True),
    Setup("opensans", "\\usepackage[default]{opensans}\\usepackage{newtxsf}", 0.7, own_symbols=True),
    Setup("alegreya", "\\usepackage{Alegreya}\\usepackage{newtxmath}", 0.7, own_symbols=True),
    Setup("merriweather", "\\usepackage{merriweather}\\usepackage{newtxmath}", 0.5, own_symbols=True),
    Setup("baskervaldx", "\\usepackage{Baskervaldx}\\usepackage[baskerville]{newtxmath}", 0.7, own_symbols=True),
    Setup("old-style", "\\usepackage{cfr-lm}", 0.7),
]

DOCUMENT = r"""\documentclass[@POINTS@pt]{extarticle}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}\usepackage{amsmath}
@PREAMBLE@
\usepackage{@SYMBOLS@bm,xcolor}
\pdfminorversion=5 \hoffset=-1in \voffset=-1in \newsavebox\linebox
\newcommand{\LL}[1]{\setbox\linebox\hbox{#1}\immediate\write-1{LINE \the\ht\linebox\space\the\wd\linebox}%
\pdfpagewidth=\dimexpr\wd\linebox+8pt\relax\pdfpageheight=\dimexpr\ht\linebox+\dp\linebox+8pt\relax
\shipout\vbox{\kern4pt\hbox{\kern4pt\box\linebox}}}
\begin{document}\nonstopmode
\immediate\write-1{EX \the\fontdimen5\font}
@BODY@
\end{document}
"""
"""One page per line, 4 points of margin; the log gets the x-height of the font, then height and width of every line."""


def document(setup: Setup, points: int, lines: list[str]) -> tuple[str, int]:
    """The LaTeX source of lines that are ready for TeX, and the number of the source line that holds the first."""
    head = DOCUMENT.replace("@POINTS@", str(points)).replace("@PREAMBLE@", setup.preamble)
    head = head.replace("@SYMBOLS@", "" if setup.own_symbols else "amssymb,mathrsfs,stmaryrd,")
    return head.replace("@BODY@", "\n".join(lines)), head[: head.index("@BODY@")].count("\n") + 1

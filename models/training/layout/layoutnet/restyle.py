"""Another dress for a paper: type size, columns, faces, leading, so that one source makes several kinds of pages."""

from __future__ import annotations

import re

import numpy as np

CLASS = re.compile(r"\\documentclass\s*(?:\[([^]]*)\])?\s*\{(article|amsart|report|book|scrartcl|amsbook)\}")
SIZES = ("10pt", "11pt", "12pt")
SIZE_OR_COLUMNS = re.compile(r"^\s*(?:\d+pt|(?:one|two)column)\s*$")
FACES = (
    "",
    "\\usepackage{mathptmx}",
    "\\usepackage{mathpazo}",
    "\\usepackage{newtxtext}",
    "\\usepackage{libertine}",
    "\\usepackage{charter}",
    "\\usepackage{bookman}",
    "\\usepackage{helvet}\\renewcommand{\\familydefault}{\\sfdefault}",
    "\\usepackage{fourier}",
    "\\usepackage{cmbright}",
)
TWO_COLUMNS = 0.4
LEADING = (0.95, 1.0, 1.0, 1.15, 1.3, 1.6)
PARAGRAPHS = ("", "", "\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{5pt}")


def restyle(source: str, rng: np.random.Generator) -> str | None:
    """The source in another dress; None when its class allows no other or it says nowhere where its text begins."""
    found = CLASS.search(source)
    if found is None or "\\begin{document}" not in source:
        return None
    options = [option for option in (found[1] or "").split(",") if option and not SIZE_OR_COLUMNS.match(option)]
    options.append(str(rng.choice(SIZES)))
    if rng.random() < TWO_COLUMNS:
        options.append("twocolumn")
    dress = "".join((str(rng.choice(FACES)), f"\\linespread{{{rng.choice(LEADING)}}}", str(rng.choice(PARAGRAPHS))))
    dressed = f"{source[: found.start()]}\\documentclass[{','.join(options)}]{{{found[2]}}}{source[found.end() :]}"
    return dressed.replace("\\begin{document}", f"{dress}\n\\begin{{document}}", 1)

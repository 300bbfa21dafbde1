// Formulas → PDF by pdflatex, one formula per page, page size = formula size plus a margin.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Font set-ups by family; preambles load after amsmath. */
export const FONT_SETUPS = {
  cm: "",
  lm: "\\usepackage[T1]{fontenc}\\usepackage{lmodern}",
  newtx: "\\usepackage[T1]{fontenc}\\usepackage{newtxtext,newtxmath}",
  newpx: "\\usepackage[T1]{fontenc}\\usepackage{newpxtext,newpxmath}",
  mathptmx: "\\usepackage[T1]{fontenc}\\usepackage{mathptmx}",
  mathpazo: "\\usepackage[T1]{fontenc}\\usepackage{mathpazo}",
  fourier: "\\usepackage{fourier}",
  libertine: "\\usepackage[T1]{fontenc}\\usepackage{libertine}\\usepackage[libertine]{newtxmath}",
  stix: "\\usepackage[T1]{fontenc}\\usepackage{stix2}",
  kp: "\\usepackage{kpfonts}",
  euler: "\\usepackage[T1]{fontenc}\\usepackage{eulervm}",
};

/** Set-ups whose packages bring their own symbols and clash with amssymb. */
const OWN_SYMBOLS = new Set(["newtx", "newpx", "libertine", "stix", "kp"]);

const SHIP = String.raw`
\pdfhorigin=0pt \pdfvorigin=0pt \hoffset=0pt \voffset=0pt
\newbox\formulabox
\def\ship#1{\setbox\formulabox\vbox{\kern6pt\hbox{\kern6pt\box\formulabox\kern6pt}\kern6pt}%
\pdfpagewidth=\wd\formulabox \pdfpageheight=\ht\formulabox \advance\pdfpageheight\dp\formulabox
\count0=#1\relax\immediate\write16{@@PAGE #1}\shipout\box\formulabox}
`;

/**
 * @param {{ latex: string }[]} formulas
 * @param {{ folder: string, fonts: keyof typeof FONT_SETUPS, display: boolean }} options
 * @returns {{ pdf: string, pages: (number | undefined)[] }} page of each formula, undefined where TeX complained
 */
export function typeset(formulas, { folder, fonts, display }) {
  mkdirSync(folder, { recursive: true });
  const lines = [
    "\\documentclass{article}\\usepackage{amsmath}",
    OWN_SYMBOLS.has(fonts) ? "" : "\\usepackage{amssymb}",
    FONT_SETUPS[fonts],
    "\\usepackage{mathtools,bm,mathrsfs,cancel}",
    OWN_SYMBOLS.has(fonts) ? "" : "\\usepackage{stmaryrd}",
    SHIP,
    "\\begin{document}",
  ];
  for (const [index, { latex }] of formulas.entries()) {
    const body = `${display ? "\\displaystyle " : ""}${latex.replaceAll("\n", " ")}`;
    lines.push(
      `\\immediate\\write16{@@BEGIN ${index}}`,
      `\\setbox\\formulabox\\hbox{$${body}$}`,
      `\\immediate\\write16{@@END ${index}}`,
      `\\ship{${index}}`,
      "",
    );
  }
  lines.push("\\end{document}");
  writeFileSync(join(folder, "formulas.tex"), lines.join("\n"));
  spawnSync("pdflatex", ["-interaction=nonstopmode", "formulas.tex"], {
    cwd: folder,
    stdio: "ignore",
    timeout: 300_000,
  });
  return {
    pdf: join(folder, "formulas.pdf"),
    pages: goodPages(readFileSync(join(folder, "formulas.log"), "latin1"), formulas.length),
  };
}

function goodPages(log, length) {
  const bad = new Set();
  const shipped = [];
  let current = -1;
  for (const line of log.split("\n")) {
    const mark = /^@@(BEGIN|PAGE) (\d+)/.exec(line);
    if (mark?.[1] === "BEGIN") current = Number(mark[2]);
    else if (mark) shipped.push(Number(mark[2]));
    else if (line.startsWith("!") || line.startsWith("Missing character")) bad.add(current);
  }
  const pageOf = new Map(shipped.map((index, page) => [index, page + 1]));
  return Array.from({ length }, (_, index) => (bad.has(index) ? undefined : pageOf.get(index)));
}

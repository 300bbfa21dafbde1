// Formulas → PDF by pdflatex, one formula per page, page size = formula size plus a margin.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** TeX gives up on a document after 100 errors or a fatal one; the formula it stopped at is left out of the next try. */
const MAX_TRIES = 12;

/**
 * @param {{ latex: string }[]} formulas
 * @param {{ folder: string, fonts: keyof typeof FONT_SETUPS, display: boolean }} options
 * @returns {{ pdf: string, pages: (number | undefined)[] }} page of each formula, undefined where TeX complained
 */
export function typeset(formulas, { folder, fonts, display }) {
  mkdirSync(folder, { recursive: true });
  const pdf = join(folder, "formulas.pdf");
  const left = new Set();
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    rmSync(pdf, { force: true });
    writeFileSync(join(folder, "formulas.tex"), texDocument(formulas, { fonts, display, left }));
    spawnSync("pdflatex", ["-interaction=nonstopmode", "formulas.tex"], {
      cwd: folder,
      stdio: "ignore",
      timeout: 300_000,
    });
    const log = readLog(readFileSync(join(folder, "formulas.log"), "latin1"));
    if (existsSync(pdf) && log.complete)
      return { pdf, pages: formulas.map((_, index) => (log.bad.has(index) ? undefined : log.pages.get(index))) };
    for (const index of [...log.bad, log.last]) left.add(index);
  }
  throw new Error(`pdflatex made no PDF of ${folder} in ${MAX_TRIES} tries`);
}

function texDocument(formulas, { fonts, display, left }) {
  const own = OWN_SYMBOLS.has(fonts);
  const lines = [
    "\\documentclass{article}\\usepackage{amsmath}",
    own ? "" : "\\usepackage{amssymb}",
    FONT_SETUPS[fonts],
  ];
  lines.push(
    "\\usepackage{mathtools,bm,mathrsfs,cancel}",
    own ? "" : "\\usepackage{stmaryrd}",
    SHIP,
    "\\begin{document}",
  );
  for (const [index, { latex }] of formulas.entries()) {
    if (left.has(index)) continue;
    const body = `${display ? "\\displaystyle " : ""}${latex.replaceAll("\n", " ")}`;
    lines.push(
      `\\immediate\\write16{@@BEGIN ${index}}`,
      `\\setbox\\formulabox\\hbox{$${body}$}`,
      `\\immediate\\write16{@@END ${index}}`,
      `\\ship{${index}}`,
      "",
    );
  }
  return [...lines, "\\immediate\\write16{@@DONE 0}", "\\end{document}"].join("\n");
}

function readLog(log) {
  const bad = new Set();
  const pages = new Map();
  let last = -1;
  let complete = false;
  for (const line of log.split("\n")) {
    const mark = /^@@(BEGIN|PAGE|DONE) (\d+)/.exec(line);
    if (mark?.[1] === "BEGIN") last = Number(mark[2]);
    else if (mark?.[1] === "PAGE") pages.set(Number(mark[2]), pages.size + 1);
    else if (mark) complete = true;
    else if (line.startsWith("!") || line.startsWith("Missing character")) bad.add(last);
  }
  return { bad, pages, last, complete };
}

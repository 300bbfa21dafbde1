// Formulas → PDF by TeX, one formula per page, page size = formula size plus a margin. A document that was set before comes from the cache.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FONT_SETUPS, preambleOf } from "./font-setups.js";

const ORIGIN = {
  pdflatex: "\\pdfhorigin=0pt \\pdfvorigin=0pt \\hoffset=0pt \\voffset=0pt",
  lualatex: "\\pdfhorigin=0pt \\pdfvorigin=0pt \\hoffset=0pt \\voffset=0pt",
  xelatex: "\\hoffset=-1in \\voffset=-1in",
};
const SHIP = String.raw`
\newbox\formulabox
\def\ship#1{\setbox\formulabox\vbox{\kern6pt\hbox{\kern6pt\box\formulabox\kern6pt}\kern6pt}%
\pdfpagewidth=\wd\formulabox \pdfpageheight=\ht\formulabox \advance\pdfpageheight\dp\formulabox
\count0=#1\relax\immediate\write16{@@PAGE #1}\shipout\box\formulabox}
`;

/** TeX gives up on a document after 100 errors or a fatal one; the formula it stopped at is left out of the next try. */
const MAX_TRIES = 12;
const TEX_SECONDS = 400;

/**
 * @param {{ latex: string }[]} formulas
 * @param {{ folder: string, fonts: string, display: boolean }} options `folder`: cache, shared by all documents
 * @returns {{ pdf: string, pages: (number | undefined)[] }} page of each formula, undefined where TeX complained
 */
export function typeset(formulas, { folder, fonts, display }) {
  const whole = texDocument(formulas, { fonts, display, left: new Set() });
  const place = join(folder, `${fonts}-${createHash("sha1").update(whole).digest("hex").slice(0, 12)}`);
  const known = join(place, "pages.json");
  const pdf = join(place, "formulas.pdf");
  if (existsSync(known))
    return { pdf, pages: JSON.parse(readFileSync(known, "utf8")).map((page) => page ?? undefined) };
  mkdirSync(place, { recursive: true });
  const left = new Set();
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    rmSync(pdf, { force: true });
    const log = runTex(texDocument(formulas, { fonts, display, left }), place, FONT_SETUPS[fonts].engine ?? "pdflatex");
    if (existsSync(pdf) && log.complete) {
      const pages = formulas.map((_, index) => (log.bad.has(index) ? undefined : log.pages.get(index)));
      writeFileSync(known, JSON.stringify(pages));
      return { pdf, pages };
    }
    for (const index of [...log.bad, log.last]) left.add(index);
  }
  throw new Error(`TeX made no PDF of ${place} in ${MAX_TRIES} tries`);
}

function runTex(document, folder, engine) {
  writeFileSync(join(folder, "formulas.tex"), document);
  spawnSync(engine, ["-interaction=nonstopmode", "formulas.tex"], {
    cwd: folder,
    stdio: "ignore",
    timeout: TEX_SECONDS * 1000,
  });
  return readLog(readFileSync(join(folder, "formulas.log"), "latin1"));
}

function texDocument(formulas, { fonts, display, left }) {
  const lines = [preambleOf(fonts), ORIGIN[FONT_SETUPS[fonts].engine ?? "pdflatex"], SHIP, "\\begin{document}"];
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

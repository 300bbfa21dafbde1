// Fixed sets of formulas from the training corpus, split by source: a source belongs to `held-out` or to `development` as a whole.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const FILES = {
  inline: ["formulas-inline.jsonl.gz", "formulas-inline-arxiv.jsonl.gz"],
  display: ["formulas-display.jsonl.gz", "formulas-display-arxiv.jsonl.gz"],
};
/** One source in this many is held out. */
const HELD_OUT_SHARE = 4;
const MAX_LENGTH = 600;
/** What is not a formula's structure, or draws outside of it; blackboard digits, which most fonts print as another sign. */
const UNFIT =
  /[@$]|\\(includegraphics|xymatrix|tikz|begin\{(tikz|xy|CD)|input|def|newcommand|hspace|vspace|rule|color|textcolor|url|href|hfill|raisebox|parbox|cite|footnote|SI|ensuremath|scalebox|intertext|shortintertext|mathbb\{?\d|mathbb\s\d|begin\{(align|gather|equation|multline|eqnarray)\*?\}|end\{document|par\b|resizebox|multirow|hline)/;

const hash = (text) => Number.parseInt(createHash("sha1").update(text).digest("hex").slice(0, 12), 16);
const count = (text, mark) => text.split(mark).length - 1;
const rowsIn = (formula) => /\\\\|&/.test(formula.latex.replaceAll("\\&", ""));

function fits({ latex }) {
  return (
    latex.length <= MAX_LENGTH &&
    count(latex, "{") === count(latex, "}") &&
    !latex.replaceAll("\\%", "").includes("%") &&
    !UNFIT.test(latex) &&
    /^[\x20-\x7e\s]*$/.test(latex)
  );
}

/** LaTeX of a formula as it is set: environments' bodies wrapped as the corpus says. */
export function typesettable({ latex, env }) {
  const kind = env?.replace("*", "");
  const body = latex.replaceAll("\\begin{split}", "\\begin{aligned}").replaceAll("\\end{split}", "\\end{aligned}");
  if (kind === "gather") return `\\begin{gathered}[c]${body}\\end{gathered}`;
  if (kind === "eqnarray") return `\\begin{array}{rcl}${body}\\end{array}`;
  const outer = body.replace(/\\begin\{.*\\end\{[a-z*]+\}/s, "");
  return kind || /(?<!\\)\\\\|(?<!\\)&/.test(outer) ? `\\begin{aligned}[c]${body}\\end{aligned}` : body;
}

/**
 * @param {string} corpus folder of the corpus
 * @param {"inline" | "one-row" | "several-rows"} kind
 * @param {{ split: "held-out" | "development", limit: number, seed?: string }} options
 * @returns {{ latex: string, source: string, id: string }[]} in an order fixed by the seed
 */
export function formulaSet(corpus, kind, { split, limit, seed = "1" }) {
  const formulas = FILES[kind === "inline" ? "inline" : "display"].flatMap((file) =>
    gunzipSync(readFileSync(join(corpus, file)))
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  );
  return formulas
    .filter((formula) => (hash(formula.source) % HELD_OUT_SHARE === 0) === (split === "held-out"))
    .filter((formula) => fits(formula) && (kind === "inline" || rowsIn(formula) === (kind === "several-rows")))
    .map((formula) => ({
      latex: typesettable(formula),
      source: formula.source,
      order: hash(`${seed}:${formula.latex}`),
    }))
    .sort((a, b) => a.order - b.order)
    .slice(0, limit)
    .map(({ latex, source, order }) => ({ latex, source, id: order.toString(36) }));
}

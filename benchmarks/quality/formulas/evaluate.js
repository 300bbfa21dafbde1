// npm run eval -- formulas: formulas from glyphs, or from their pictures (--from pixels), on held-out sources.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isTypesettable } from "../../../dist/layout/math/typesettable.js";
import { markdownTable } from "../../support/table.js";
import { PROJECT } from "../documents.js";
import { FONT_SETUPS } from "./font-setups.js";
import { scorePages } from "./pages.js";
import { writeReport } from "./report.js";
import { scoreOffice, scoreSamples } from "./samples.js";
import { ScoreCache } from "./score-cache.js";
import { KINDS, scoreSet, setupsOf } from "./sets.js";

const OUT = join(dirname(fileURLToPath(import.meta.url)), "../out/formulas");
const CORPUS = resolve(process.env.MMD_CORPUS ?? join(PROJECT, "../shared/corpus"));
const FAMILIES = { "computer-modern": "Computer Modern", other: "other families", unicode: "OpenType maths" };
/** Outputs that MathJax is asked about besides those the grammar does not know. */
const CHECKED = 2000;

/**
 * @param {{ fonts?: string, sample?: number, split?: "held-out" | "development", part?: "sets" | "pages" | "samples", worst?: number,
 *   pixels?: { model?: string, dpi: number, grade: string }, pageLimit?: number }} options
 * @returns {Promise<number>} exit code
 */
export async function evaluateFormulas({ fonts, sample, split = "held-out", part, worst = 200, pixels, pageLimit }) {
  if (!existsSync(CORPUS)) {
    console.error(`Expected the formula corpus in ${CORPUS} (or the folder named by MMD_CORPUS)`);
    return 2;
  }
  const cache = join(OUT, "cache");
  mkdirSync(cache, { recursive: true });
  const scores = new ScoreCache(join(cache, "scores.json"));
  const options = { corpus: CORPUS, cache, split, sample, scores, pixels, pageLimit };
  const setups = setupsOf(fonts);
  console.log(
    `${split} sources, ${sample === undefined ? "whole sets" : `the first ${sample} of each set`}, set-ups: ${setups.join(", ")}${pixels ? `; from pixels, ${pixels.dpi} px/in, ${pixels.grade}` : ""}`,
  );
  const wanted = (name) => part === undefined || part === name;
  const scored = wanted("sets") ? await scoreSets(setups, options) : [];
  const pages = wanted("pages") ? await scoreAllPages(setups, options) : [];
  const documents = wanted("samples") && !pixels ? await scoreDocuments(options) : [];
  if (scored.length > 0) checkTypesetting(scored, scores);
  scores.save();
  writeFileSync(
    join(OUT, "failures.json"),
    JSON.stringify(
      scored.filter((one) => !one.exact),
      undefined,
      1,
    ),
  );
  writeFileSync(
    join(OUT, "page-failures.json"),
    JSON.stringify(
      pages.flatMap((one) => one.failures.map((failure) => ({ fonts: one.fonts, ...failure }))),
      undefined,
      1,
    ),
  );
  writeFileSync(join(OUT, "document-failures.json"), JSON.stringify(documents.map(withoutExact), undefined, 1));
  if (pixels) writeFileSync(join(OUT, "certainty.json"), JSON.stringify(scored.map(certaintyOf)));
  const report = writeReport(scored, { folder: OUT, count: worst });
  if (report) console.log(`\nThe worst ${worst}: ${report}`);
  return 0;
}

const certaintyOf = ({ fonts, kind, exact, f1, rate, confidence }) => ({ fonts, kind, exact, f1, rate, confidence });

/** Real documents with LaTeX beside them, and Word documents printed by LibreOffice. */
async function scoreDocuments(options) {
  const documents = [...(await scoreSamples()), ...(await scoreOffice(options))];
  const share = (part, whole) => (whole === 0 ? "" : percent(part / whole));
  const row = (title, { pairs, missed, extra }) => {
    const n = pairs.length + missed.length;
    const exact = pairs.filter((pair) => pair.edit === 0).length;
    const edit = pairs.reduce((sum, pair) => sum + pair.edit, 0) / Math.max(1, pairs.length);
    return [
      title,
      n,
      share(pairs.length, n),
      share(exact, n),
      share(exact, pairs.length),
      edit.toFixed(4),
      extra.length,
    ];
  };
  const all = (kind) => ({
    pairs: documents.flatMap((one) => one[kind].pairs),
    missed: documents.flatMap((one) => one[kind].missed),
    extra: documents.flatMap((one) => one[kind].extra),
  });
  const head = ["document", "formulas", "matched %", "exact %", "exact of matched %", "edit of matched", "others read"];
  for (const kind of ["display", "inline"]) {
    console.log(`\n## Documents, ${kind} formulas in their order\n`);
    const rows = documents.filter((one) => one[kind].pairs.length > 0).map((one) => row(one.name, one[kind]));
    console.log(markdownTable(head, [...rows, row("**all**", all(kind))]));
  }
  return documents;
}

const withoutExact = (document) => ({
  name: document.name,
  ...Object.fromEntries(
    ["display", "inline"].map((kind) => [
      kind,
      { ...document[kind], pairs: document[kind].pairs.filter((pair) => pair.edit > 0) },
    ]),
  ),
});

async function scoreSets(setups, options) {
  const scored = [];
  const rows = [];
  for (const fonts of setups) {
    for (const kind of Object.keys(KINDS)) {
      const set = await scoreSet({ ...options, fonts, kind });
      scored.push(...set.scored);
      rows.push([fonts, kind, ...figures(set.scored), Math.round(set.scored.length / set.seconds)]);
      process.stderr.write(
        `\r${fonts} ${kind}: ${set.scored.filter((one) => one.exact).length} of ${set.scored.length}   `,
      );
    }
    options.scores.save();
  }
  process.stderr.write("\n");
  console.log("\n## Single formulas\n");
  console.log(markdownTable(["set-up", "kind", ...FIGURES, "formulas/s"], rows));
  console.log("\n## By family\n");
  const groups = Object.entries(FAMILIES).flatMap(([family, title]) =>
    Object.keys(KINDS).map((kind) => [
      title,
      kind,
      ...figures(scored.filter((one) => one.kind === kind && FONT_SETUPS[one.fonts].family === family)),
    ]),
  );
  console.log(
    markdownTable(
      ["family", "kind", ...FIGURES],
      groups.filter((row) => row[2] > 0),
    ),
  );
  return scored;
}

const FIGURES = ["n", "exact %", "& as written %", "edit", "box F1", "box F1 = 1 %"];

function figures(scored) {
  const n = scored.length;
  const mean = (value) => scored.reduce((sum, one) => sum + value(one), 0) / Math.max(1, n);
  return [
    n,
    percent(mean((one) => Number(one.exact))),
    percent(mean((one) => Number(one.asWritten))),
    mean((one) => one.edit).toFixed(4),
    mean((one) => one.f1).toFixed(4),
    percent(mean((one) => Number(one.f1 > 0.9999))),
  ];
}

async function scoreAllPages(setups, options) {
  const pages = [];
  for (const fonts of setups) pages.push({ fonts, ...(await scorePages({ ...options, fonts })) });
  const row = (title, sum) => [
    title,
    sum.displays,
    percent(sum.found / sum.displays),
    percent(sum.found / sum.regions),
    percent(sum.displayExact / sum.displays),
    sum.inline,
    percent(sum.commonGlyphs / sum.truthGlyphs),
    percent(sum.commonGlyphs / sum.readGlyphs),
    percent(sum.inlineExact / sum.inline),
    ((10_000 * sum.falseGlyphs) / sum.textGlyphs).toFixed(2),
  ];
  const head = [
    "displays",
    "recall %",
    "precision %",
    "exact %",
    "inline",
    "recall % (characters)",
    "precision %",
    "exact %",
    "false per 10,000 characters of text",
  ];
  console.log("\n## On pages\n");
  const rows = pages.map((one) => row(one.fonts, one));
  for (const [family, title] of Object.entries(FAMILIES)) {
    const members = pages.filter((one) => FONT_SETUPS[one.fonts].family === family);
    if (members.length > 1) rows.push(row(`**${title}**`, sumOf(members)));
  }
  console.log(markdownTable(["set-up", ...head], rows));
  return pages;
}

function sumOf(scores) {
  const sum = {};
  for (const score of scores)
    for (const [key, value] of Object.entries(score)) if (typeof value === "number") sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

/** Every output is in the grammar of what typesets; a sample of them, and all others, are put to MathJax itself. */
function checkTypesetting(scored, scores) {
  const outputs = [...new Set(scored.map((one) => one.read).filter((latex) => latex !== ""))];
  const unknown = outputs.filter((latex) => !isTypesettable(latex));
  const step = Math.max(1, Math.floor(outputs.length / CHECKED));
  const sample = outputs.filter((_, index) => index % step === 0);
  const failing = [...new Set([...unknown, ...sample])].filter((latex) => !scores.typesets(latex));
  console.log("\n## Typesetting\n");
  console.log(
    `${outputs.length} different outputs, ${unknown.length} outside of the grammar; put to MathJax: ${sample.length} and those; errors: ${failing.length}`,
  );
  for (const latex of [...failing, ...unknown].slice(0, 10))
    console.log(`  ${latex.replaceAll("\n", " ").slice(0, 200)}`);
}

const percent = (share) => (100 * share).toFixed(2);

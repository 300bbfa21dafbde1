import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { markdownTable } from "../support/table.js";
import { loadEngine, OUT } from "./engine.js";
import { readAnnotation, readSets, samplePath } from "./layout/annotations.js";
import { pageStructure } from "./layout/page-structure.js";
import { predictPages } from "./layout/predict-pages.js";
import { lineScores, mean, orderError, pictureScores, regionScores } from "./layout/score-pages.js";

/** Pages shown as the worst in order, per set. */
const SHOWN = 5;
/** More than this share of a page's lines out of place is worth a look. */
const NOTABLE = 0.04;

/**
 * Layout against the hand-checked pages: regions, kinds of lines, line finding, reading order, pictures.
 * @param {{ only?: string, workers?: number, set?: string, ocr?: boolean, details?: boolean, model?: string, alone?: boolean }} options
 *   `ocr`: the pages are read from their pixels alone, as scans · `model`: layout net to use (path, or `off`) · `alone`: that net without rules
 * @returns {Promise<number>} exit status
 */
export async function evaluateLayout(options) {
  const sets = readSets();
  const wanted = options.set === undefined ? Object.keys(sets) : [options.set];
  const engine = await (await loadEngine()).createEngine({ workers: options.workers ?? 2 });
  const rows = [];
  const report = {};
  try {
    for (const set of wanted) {
      const names = sets[set].filter((name) => name.includes(options.only ?? ""));
      const pages = await readPages(engine, names, options);
      if (pages.length === 0) continue;
      const scores = scorePages(pages);
      report[set] = scores;
      rows.push(rowOf(set, scores));
      showWorst(set, pages);
      if (options.details) showKinds(scores);
    }
  } finally {
    await engine.close();
  }
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, options.ocr ? "layout-ocr.json" : "layout.json"), JSON.stringify(report, null, 1));
  console.log(`\n${markdownTable(HEAD, rows)}`);
  if (rows.length === 0) console.log("none of the annotated samples is present");
  return 0;
}

const HEAD = [
  "set",
  "pages",
  "mAP@0.5",
  "line type accuracy",
  "macro-F1",
  "line finding F1",
  "order error",
  "pictures whole",
];

function rowOf(set, { pages, regions, lines, order, pictures }) {
  return [
    set,
    String(pages),
    regions.mAP.toFixed(3),
    lines.typeAccuracy.toFixed(3),
    lines.typeMacroF1.toFixed(3),
    lines.findingF1.toFixed(3),
    order.toFixed(4),
    `${pictures.whole}/${pictures.pictures}`,
  ];
}

/** Annotated pages of the samples that are present, with what the engine finds on them. */
async function readPages(engine, names, { ocr, model, alone }) {
  /** @type {Map<string, { name: string, annotation: import("./layout/annotations.js").Annotation }[]>} */
  const bySample = new Map();
  for (const name of names) {
    const annotation = readAnnotation(name);
    if (!annotation || !existsSync(samplePath(annotation.sample))) continue;
    const group = bySample.get(annotation.sample) ?? [];
    group.push({ name, annotation });
    bySample.set(annotation.sample, group);
  }
  const pages = [];
  for (const [sample, group] of bySample) {
    const destination = join(OUT, "layout", sample.replaceAll("/", "--"));
    rmSync(destination, { recursive: true, force: true });
    mkdirSync(destination, { recursive: true });
    const result = await engine.process(samplePath(sample), {
      destination,
      basename: "page",
      pageRanges: group.map(({ annotation }) => annotation.page).join(","),
      ...(ocr ? { textSource: "ocr" } : {}),
      layoutModel: model === undefined ? "auto" : model === "off" || alone ? "off" : resolve(model),
    });
    const file = result.files.find(({ kind }) => kind === "lines.json");
    const found = file ? JSON.parse(readFileSync(file.path, "utf8")).pages : [];
    const structures = group.map(({ annotation }) => {
      const page = found.find(({ page: number }) => number === annotation.page);
      const size = { width: annotation.width, height: annotation.height };
      return { number: annotation.page, ...size, ruled: page ? pageStructure(page) : [] };
    });
    const seen = alone && model !== undefined ? await predictPages(model, sample, structures) : undefined;
    for (const [at, { name, annotation }] of group.entries()) {
      pages.push({
        name,
        truth: annotation.regions,
        found: seen?.[at] ?? structures[at].ruled,
        linesKnown: annotation.linesKnown ?? true,
      });
    }
  }
  return pages;
}

function scorePages(pages) {
  const orders = pages.map(orderError).filter((value) => value !== undefined);
  return {
    pages: pages.length,
    regions: regionScores(pages),
    lines: lineScores(pages),
    order: mean(orders),
    pictures: pictureScores(pages),
  };
}

function showWorst(set, pages) {
  const ordered = pages
    .map((page) => ({ name: page.name, error: orderError(page) ?? 0 }))
    .filter(({ error }) => error > NOTABLE)
    .sort((a, b) => b.error - a.error);
  for (const { name, error } of ordered.slice(0, SHOWN)) console.log(`${set}: order of ${name}: ${error.toFixed(3)}`);
}

function showKinds({ regions, lines }) {
  const rows = Object.entries(regions.byKind).map(([kind, { ap, truth, found, right }]) => [
    kind,
    ap.toFixed(3),
    `${right} of ${truth}, ${found} found`,
    lines.byKind[kind]?.f1.toFixed(3) ?? "–",
  ]);
  console.log(`\n${markdownTable(["kind", "AP@0.5", "regions", "line F1"], rows)}`);
}

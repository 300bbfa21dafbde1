import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { markdownTable } from "../support/table.js";
import { loadEngine, processInto, readKind } from "./engine.js";

/** Blocks whose text should stay in one piece. */
const WHOLE = new Set(["text", "list_item", "quote", "footnote", "section_header", "title"]);
/** Marker of a list item or reference, which the MMD may leave to its list. */
const MARKER = /^\s*(\[\d+\]|\(?\w{1,3}[.)\]]|[•◦–»-])\s*/u;
/** Shorter blocks and lines prove nothing, in letters and digits. */
const LEAST_BLOCK = 8;
const LEAST_LINE = 6;
const TYPES = {
  table_of_contents_item: "toc_row",
  table_of_contents_number: "toc_row",
  table_of_contents_row: "toc_row",
  table_of_contents_container: "toc_row",
  pseudocode: "code",
};
const CELLS = /cell$|^table_(row|column)$|^column$/;

/**
 * Pages of many kinds that were never tuned to: blocks of text that stay whole, tables, types of lines. The folder is what
 * `python -m layoutnet.html_documents` (models/training/layout) wrote.
 * @param {{ folder?: string, only?: string, workers?: number, worst?: number }} options `worst`: shows so many blocks that were torn, and lines of a wrong type
 * @returns {Promise<number>} exit status
 */
export async function evaluateKinds({ folder, only = "", workers = 2, worst = 0 }) {
  if (folder === undefined || !existsSync(folder))
    throw new Error(`Expected --folder to name a folder of layoutnet.html_documents but received ${folder}`);
  const engine = await (await loadEngine()).createEngine({ workers });
  /** @type {Map<string, { whole: number, blocks: number, tables: number, tablesWhole: number, lines: number, typed: number }>} */
  const kinds = new Map();
  const torn = [];
  const mistyped = [];
  try {
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith(".pdf") && name.includes(only))
      .sort()) {
      const name = basename(file, ".pdf");
      const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
      const { result, mmd } = await processInto(engine, { name: `kinds/${name}`, pdf: resolve(folder, file) });
      const lines = JSON.parse(readKind(result, "lines.json") ?? '{"pages":[]}');
      const kind = name.replace(/-\d+$/, "");
      const sums = kinds.get(kind) ?? { whole: 0, blocks: 0, tables: 0, tablesWhole: 0, lines: 0, typed: 0 };
      kinds.set(kind, sums);
      for (const missing of countBlocks(sums, truth, mmd ?? "")) torn.push(`${name}: ${missing}`);
      for (const wrong of countLines(sums, truth, lines.pages[0]?.lines ?? [])) mistyped.push(`${name}: ${wrong}`);
    }
  } finally {
    await engine.close();
  }
  for (const text of [...torn.slice(0, worst), ...mistyped.slice(0, worst)]) console.log(text);
  const total = [...kinds.values()].reduce((sum, own) =>
    Object.fromEntries(Object.keys(own).map((key) => [key, sum[key] + own[key]])),
  );
  const row = (name, { whole, blocks, tables, tablesWhole, lines, typed }) => [
    name,
    `${whole}/${blocks}`,
    tables === 0 ? "" : `${tablesWhole}/${tables}`,
    lines === 0 ? "" : (typed / lines).toFixed(3),
  ];
  const rows = [...[...kinds].map(([kind, sums]) => row(kind, sums)), row("all", total)];
  console.log(markdownTable(["kind", "blocks whole", "tables whole", "line types"], rows));
  return 0;
}

/** Letters and digits alone, small. */
function bare(text) {
  return text
    .normalize("NFKC")
    .replace(/\\[a-z]+\*?(\[[^\]]*\])?|[{}$\\]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/** @returns {string[]} blocks that are torn or missing */
function countBlocks(sums, truth, mmd) {
  const parts = mmd.split(/\n\s*\n|\\item|\\begin\{tabular\}|\\end\{tabular\}/).map(bare);
  const tables = [...mmd.matchAll(/\\begin\{tabular\}[\s\S]*?\\end\{tabular\}/g)].map(([table]) => bare(table));
  const torn = [];
  for (const { kind, text, cells } of truth) {
    if (kind === "table") {
      const wanted = bare(cells.flat().join(""));
      sums.tables += 1;
      if (tables.some((table) => table.includes(wanted) && table.length < 1.3 * wanted.length)) sums.tablesWhole += 1;
      else torn.push(`table ${text.replace(/\s+/g, " ").slice(0, 60)}`);
      continue;
    }
    const wanted = bare(text.replace(MARKER, ""));
    if (!WHOLE.has(kind) || wanted.length < LEAST_BLOCK) continue;
    sums.blocks += 1;
    if (parts.some((part) => part.includes(wanted))) sums.whole += 1;
    else torn.push(`${kind} ${text.replace(/\s+/g, " ").slice(0, 70)}`);
  }
  return torn;
}

/** Lines outside tables against the block that holds their text. @returns {string[]} lines of a wrong type */
function countLines(sums, truth, lines) {
  const blocks = truth.filter(({ kind }) => kind !== "table").map(({ kind, text }) => ({ kind, text: bare(text) }));
  const byId = new Map(lines.map((line) => [line.id, line]));
  const wrong = [];
  for (const line of lines) {
    if (!line.text || CELLS.test(line.type) || line.type === "table") continue;
    const own = bare(line.text);
    const block = own.length < LEAST_LINE ? undefined : blocks.find(({ text }) => text.includes(own));
    if (!block) continue;
    let type = line.type;
    for (let at = line; type === "text" && at?.parent_id !== undefined; ) {
      at = byId.get(at.parent_id);
      if (at && at.type !== "column") type = at.type;
    }
    sums.lines += 1;
    if ((TYPES[type] ?? type) === block.kind) sums.typed += 1;
    else wrong.push(`${block.kind} as ${type}: ${line.text.slice(0, 60)}`);
  }
  return wrong;
}

// Tables found in born-digital pages against truth: `node benchmarks/quality/tables.js [folder]`. The folder holds
// `<name>.pdf` beside `<name>-str.xml` (ICDAR 2013 table competition); by default ../shared/samples/tables when present.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { adjacencyRelations, countCommon } from "./tables/adjacency.js";
import { findPageTables } from "./tables/find-page-tables.js";
import { gridOfTable } from "./tables/grid.js";
import { teds } from "./tables/teds.js";
import { readIcdar } from "./tables/truth.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { verbose: { type: "boolean" } } });
const folder = resolve(positionals[0] ?? join(import.meta.dirname, "../../../shared/samples/tables"));
if (!existsSync(folder)) {
  console.log(`No table samples in ${folder}; nothing to evaluate.`);
  process.exit(0);
}

const total = { truth: 0, found: 0, common: 0, teds: 0, tables: 0 };
print(["document", "tables", "found", "recall", "precision", "F1", "TEDS"]);
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith("-str.xml"))
  .sort()) {
  const name = file.replace("-str.xml", "");
  const truth = readIcdar(readFileSync(join(folder, file), "utf8"));
  const found = await findPageTables(join(folder, `${name}.pdf`));
  const result = compare(
    truth,
    found.filter(({ region }) => region.grid).map(({ page, region }) => ({ page, grid: gridOfTable(region.grid) })),
  );
  report(basename(name), truth.length, found.length, result);
  for (const key of ["truth", "found", "common", "teds"]) total[key] += result[key];
  total.tables += truth.length;
}
report("all", total.tables, "", total);

/** Pairs tables of the same page by common relations, then counts. */
function compare(truth, found) {
  const wanted = truth.map((table) => ({ ...table, relations: adjacencyRelations(table.grid) }));
  const given = found.map((table) => ({ ...table, relations: adjacencyRelations(table.grid) }));
  const pairs = wanted
    .flatMap((want) =>
      given
        .filter(({ page }) => page === want.page)
        .map((give) => ({ want, give, common: countCommon(want.relations, give.relations) })),
    )
    .sort((a, b) => b.common - a.common);
  const used = new Set();
  const result = { truth: 0, found: 0, common: 0, teds: 0 };
  for (const { want, give, common } of pairs) {
    if (common === 0 || used.has(want) || used.has(give)) continue;
    used.add(want).add(give);
    result.common += common;
    result.teds += teds(want.grid, give.grid);
    if (values.verbose) printMisses(want, give);
  }
  result.truth = wanted.reduce((sum, { relations }) => sum + relations.length, 0);
  result.found = given.reduce((sum, { relations }) => sum + relations.length, 0);
  return result;
}

function printMisses(want, give) {
  const show = (label, from, without) => {
    const left = [...without];
    for (const relation of from) {
      const index = left.indexOf(relation);
      if (index >= 0) left.splice(index, 1);
      else console.log(`  page ${want.page} ${label} ${relation}`);
    }
  };
  show("missing", want.relations, give.relations);
  show("extra", give.relations, want.relations);
}

function report(name, tables, found, { truth, found: given, common, teds: similarity }) {
  const recall = truth === 0 ? 1 : common / truth;
  const precision = given === 0 ? 0 : common / given;
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  print([
    name,
    tables,
    found,
    ...[recall, precision, f1, similarity / Math.max(1, tables)].map((value) => value.toFixed(3)),
  ]);
}

function print(cells) {
  console.log(cells.map((cell, index) => (index === 0 ? String(cell).padEnd(24) : String(cell).padStart(10))).join(""));
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { adjacencyRelations, countCommon } from "./adjacency.js";
import { findPageTables } from "./find-page-tables.js";
import { gridOfTable } from "./grid.js";
import { teds } from "./teds.js";
import { readIcdar } from "./truth.js";

/**
 * @typedef {object} TableScore Counts of neighbouring filled cells (ICDAR 2013) and sums of TEDS.
 * @property {string} name
 * @property {number} tables Tables of the truth.
 * @property {number} found Tables the engine gives, pictures of tables included.
 * @property {number} truth
 * @property {number} given
 * @property {number} common
 * @property {number} teds
 */

/**
 * Scores the tables of every `<name>.pdf` beside a `<name>-str.xml` in the folder; [] when there is none.
 * @param {string} folder
 * @param {(line: string) => void} [showMiss] Called with each relation that is missing or too many.
 * @returns {Promise<TableScore[]>}
 */
export async function evaluateTables(folder, showMiss) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith("-str.xml"))
    .map((name) => name.replace("-str.xml", ""))
    .sort();
  const scores = [];
  for (const name of names) {
    const truth = readIcdar(readFileSync(join(folder, `${name}-str.xml`), "utf8"));
    const found = await findPageTables(join(folder, `${name}.pdf`));
    const grids = found
      .filter(({ region }) => region.grid)
      .map(({ page, region }) => ({ page, grid: gridOfTable(region.grid) }));
    scores.push({ name, tables: truth.length, found: found.length, ...compare(truth, grids, showMiss) });
  }
  return scores;
}

/** @param {readonly TableScore[]} scores @returns {TableScore} */
export function sumTables(scores) {
  const total = { name: "all", tables: 0, found: 0, truth: 0, given: 0, common: 0, teds: 0 };
  for (const score of scores)
    for (const key of /** @type {const} */ (["tables", "found", "truth", "given", "common", "teds"]))
      total[key] += score[key];
  return total;
}

/** @param {TableScore} score @returns {string[]} name, tables, found, recall, precision, F1, mean TEDS */
export function tableRow({ name, tables, found, truth, given, common, teds: similarity }) {
  const recall = truth === 0 ? 1 : common / truth;
  const precision = given === 0 ? 0 : common / given;
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  const numbers = [recall, precision, f1, similarity / Math.max(1, tables)].map((value) => value.toFixed(3));
  return [name, String(tables), String(found), ...numbers];
}

/** Pairs tables of the same page by common relations, then counts. */
function compare(truth, found, showMiss) {
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
  const result = { truth: 0, given: 0, common: 0, teds: 0 };
  for (const { want, give, common } of pairs) {
    if (common === 0 || used.has(want) || used.has(give)) continue;
    used.add(want).add(give);
    result.common += common;
    result.teds += teds(want.grid, give.grid);
    if (showMiss) showMisses(want, give, showMiss);
  }
  result.truth = wanted.reduce((sum, { relations }) => sum + relations.length, 0);
  result.given = given.reduce((sum, { relations }) => sum + relations.length, 0);
  return result;
}

function showMisses(want, give, showMiss) {
  const show = (label, from, without) => {
    const left = [...without];
    for (const relation of from) {
      const index = left.indexOf(relation);
      if (index >= 0) left.splice(index, 1);
      else showMiss(`  page ${want.page} ${label} ${relation}`);
    }
  };
  show("missing", want.relations, give.relations);
  show("extra", give.relations, want.relations);
}

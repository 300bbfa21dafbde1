// Whether two formulas that differ in `&` only are set alike: where rows happen to start at one place, or parts left of an alignment are
// equally wide, nobody can tell from the page which `&` the author wrote. Both are laid out from the widths of their parts as MathJax sets them.
import { loadMathJax } from "../../../dist/formats/mmd/vendor.js";
import { canonicalTokens, isGridStart } from "./canonical.js";
import { gridOf, RELATION } from "./visible-columns.js";

/** Blank between two columns of a grid, 1/1000 em: amsmath's least one and twice \arraycolsep are 10 pt. */
const COLUMN_GAP = 1000;
/** Parts may be off from the rest by less than this, 1/1000 em: the blank before a relation is 278. */
const TOLERANCE = 400;
/** Letters of the columns by environment; the last ones repeat. */
const ALIGNED = /^(?:aligned|alignedat|alignat|split|multlined)$/;
const FLUSH_LEFT = /^[dr]?cases$/;

/**
 * @typedef {object} Grid
 * @property {string} environment
 * @property {string | undefined} columns the preamble of an array
 * @property {Part[][][]} rows cells of parts
 * @typedef {string | Grid} Part
 */

/**
 * @param {string} a
 * @param {string} b
 * @param {(tokens: string[]) => string[]} [fold] makes tokens equal that look alike
 * @returns {boolean} true when both have the same tokens, in the same rows, at the same places
 */
export function sameColumns(a, b, fold = (tokens) => tokens) {
  const [one, other] = [a, b].map((latex) => partsOf(fold(canonicalTokens(latex, { grids: true }))));
  return sameParts(one, other);
}

/** Tokens with the grids among them as parts of their own. */
function partsOf(tokens) {
  const parts = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isGridStart(tokens[at])) {
      if (tokens[at] !== "&") parts.push(tokens[at]);
      continue;
    }
    let depth = 0;
    let end = at;
    for (; end < tokens.length; end++) {
      if (isGridStart(tokens[end])) depth++;
      else if (tokens[end] === "M}" && --depth === 0) break;
    }
    const [environment, columns] = tokens[at].slice(2).split(":");
    const rows = gridOf(tokens.slice(at + 1, end)).map((row) => row.map(partsOf));
    parts.push({ environment, columns, rows: rows.filter((row) => row.some((cell) => cell.length > 0)) });
    at = end;
  }
  return parts;
}

function sameParts(a, b) {
  return a.length === b.length && a.every((part, index) => samePart(part, b[index]));
}

function samePart(a, b) {
  if (typeof a === "string" || typeof b === "string") return a === b;
  if (a.rows.length !== b.rows.length) return false;
  const joined = (grid) => grid.rows.map((row) => row.flat());
  const [rowsA, rowsB] = [joined(a), joined(b)];
  if (!rowsA.every((row, index) => sameParts(row, rowsB[index]))) return false;
  const cuts = rowsA.map((_, index) =>
    [...new Set([...cutsOf(a.rows[index]), ...cutsOf(b.rows[index])])].sort((x, y) => x - y),
  );
  const widths = rowsA.map((row, index) => segmentWidths(row, cuts[index]));
  // The blank of an empty column (`&&`) is as wide as a `\quad`, which neither side keeps.
  return [true, false].some((blanks) => {
    const [placesA, placesB] = [a, b].map((grid) => placesOf(grid, cuts, widths, blanks));
    const shifts = placesA.flatMap((row, index) => row.map((place, at) => place - placesB[index][at]));
    return Math.max(...shifts) - Math.min(...shifts) < TOLERANCE;
  });
}

/** Places in the row's parts where its cells start, from the first on that holds anything. */
function cutsOf(row) {
  let at = 0;
  const cuts = [0];
  for (const cell of row) {
    at += cell.length;
    cuts.push(at);
  }
  return cuts;
}

function segmentWidths(row, cuts) {
  return cuts.slice(1).map((end, index) => widthOf(row.slice(cuts[index], end)));
}

/** x of every segment as the grid sets it. `blanks`: an empty column leaves its blank behind. */
function placesOf(grid, cuts, widths, blanks) {
  const count = Math.max(...grid.rows.map((row) => row.length));
  const cells = grid.rows.map((row, index) => cellsOf(row, cuts[index], widths[index], count));
  const places = cells.map(() => []);
  let x = 0;
  let gap = 0;
  for (let column = 0; column < count; column++) {
    const own = cells.map((row) => row[column]);
    const width = Math.max(...own.map((cell) => cell.width));
    if (isApart(grid, column)) gap = COLUMN_GAP;
    if (width === 0 && blanks) continue;
    if (x > 0 && width > 0) x += gap;
    gap = 0;
    if (width === 0) continue;
    const share = { l: 0, c: 0.5, r: 1 }[alignmentOf(grid, column)] ?? 0;
    for (const [index, cell] of own.entries()) {
      let at = x + share * (width - cell.width);
      for (const segment of cell.segments) {
        places[index].push(at);
        at += segment;
      }
    }
    x += width;
  }
  return places;
}

/** Segments of each cell, by where the cells end. */
function cellsOf(row, cuts, widths, count) {
  let at = 0;
  let segment = 0;
  return Array.from({ length: count }, (_, column) => {
    at += row[column]?.length ?? 0;
    const segments = [];
    while (segment < widths.length && cuts[segment + 1] <= at) segments.push(widths[segment++]);
    return { segments, width: segments.reduce((sum, width) => sum + width, 0) };
  });
}

/** Whether the grid has a blank before the column: not where a relation stands at its edge, nor within the pairs of `aligned`. */
function isApart(grid, column) {
  if (ALIGNED.test(grid.environment)) return column % 2 === 0;
  return !grid.rows.some((row) => isRelation(row[column]?.[0]) || isRelation(row[column - 1]?.at(-1)));
}

const isRelation = (part) => typeof part === "string" && (RELATION.test(part) || part === "+" || part === "-");

function alignmentOf({ environment, columns }, column) {
  if (ALIGNED.test(environment)) return column % 2 === 0 ? "r" : "l";
  if (FLUSH_LEFT.test(environment)) return "l";
  const letters = (columns ?? "").replace(/@\{[^}]*\}|[^lcr]/g, "");
  return letters[column] ?? letters.at(-1) ?? "c";
}

const known = new Map();

/** Width of parts as MathJax sets them, 1/1000 em; NaN, which equals nothing, for what it cannot set. */
function widthOf(parts) {
  if (parts.length === 0) return 0;
  const latex = latexOf(parts);
  if (!known.has(latex)) known.set(latex, typesetWidth(latex));
  return known.get(latex);
}

function typesetWidth(latex) {
  try {
    const { svg = "" } = loadMathJax().TexConvert(
      `\\displaystyle {}${latex}`,
      { display: false, outMath: { include_svg: true } },
      true,
    );
    return Number(/viewBox="\S+ \S+ (\S+)/.exec(svg)?.[1]);
  } catch {
    return Number.NaN;
  }
}

const ALPHABETS = {
  rm: "mathrm",
  it: "mathit",
  bf: "mathbf",
  bm: "boldsymbol",
  cal: "mathcal",
  bb: "mathbb",
  frak: "mathfrak",
  sf: "mathsf",
  tt: "mathtt",
};

function latexOf(parts) {
  return parts
    .map((part) => {
      if (typeof part === "string") {
        const [alphabet, letter] = /^[a-z]+:./.test(part) ? part.split(":") : [undefined, part];
        return letter && alphabet && alphabet in ALPHABETS ? `\\${ALPHABETS[alphabet]}{${letter}}` : part;
      }
      const rows = part.rows.map((row) => row.map(latexOf).join(" & ")).join(" \\\\ ");
      return `\\begin{array}{${"c".repeat(Math.max(...part.rows.map((row) => row.length)))}} ${rows} \\end{array}`;
    })
    .join(" ");
}

/**
 * @typedef {[number, number, number, number]} Box x0, y0, x1, y1 in page space
 * @typedef {object} Region
 * @property {string} kind
 * @property {Box} box
 * @property {Box[]} lines Text lines inside, top to bottom; none for pictures and formulas.
 */

/** Types of lines.json that stand for the same kind here. */
const KINDS = {
  pseudocode: "code",
  table_of_contents_row: "toc_row",
};
const SKIPPED = new Set([
  "column",
  "table_of_contents_container",
  "table_row",
  "table_column",
  "diagram_info",
  "chart_info",
]);
const CELLS = /^(simple_cell|complex_cell|table_spanning_cell|table_split_cell|table_cell)$/;
/** Kinds of which lines that follow each other are one region. */
const RUNNING = new Set(["text", "code"]);
/** A line further below the one before, in heights of a line, begins a new region even without a blank line in the MMD. */
const WIDEST_GAP = 1.2;

/**
 * Regions of a page of lines.json in reading order: what annotations hold, and what they are compared with.
 * @param {import("../../../src/types.js").LinesPage} page
 * @returns {Region[]}
 */
export function pageStructure(page) {
  const byId = new Map(page.lines.map((line) => [line.id, line]));
  /** @type {Map<string, Region>} */
  const regionOf = new Map();
  /** @type {Region[]} */
  const regions = [];
  for (const line of page.lines) {
    if (SKIPPED.has(line.type)) continue;
    const box = boxOf(line.region);
    const owner = ownerOf(line, byId, regionOf);
    if (CELLS.test(line.type)) {
      if (owner && line.text !== "" && !line.children_ids) owner.lines.push(box);
      continue;
    }
    const kind = KINDS[line.type] ?? line.type;
    // A picture in a cell is part of its table.
    if (owner?.kind === "table" && kind === "diagram") continue;
    if (owner && (kind === "text" || kind.startsWith("table_of_contents"))) {
      owner.lines.push(box);
      continue;
    }
    const last = regions[regions.length - 1];
    if (owner === undefined && last?.kind === kind && RUNNING.has(kind) && goesOn(line, box, last)) {
      last.lines.push(box);
      last.box = union([last.box, box]);
      continue;
    }
    const hasText = line.text !== "" && !["table", "math", "diagram", "chart"].includes(kind);
    const region = { kind, box, lines: hasText ? [box] : [] };
    regionOf.set(line.id, region);
    regions.push(region);
  }
  return regions;
}

function ownerOf(line, byId, regionOf) {
  for (let id = line.parent_id; id !== undefined; id = byId.get(id)?.parent_id) {
    const region = regionOf.get(id);
    if (region) return region;
  }
  return undefined;
}

function goesOn(line, box, last) {
  const before = last.lines[last.lines.length - 1] ?? last.box;
  const height = Math.max(before[3] - before[1], box[3] - box[1]);
  const below = box[1] > before[1] && box[1] - before[3] < WIDEST_GAP * height;
  const starts = line.type === "text" && line.text_display.startsWith("\n\n");
  return below && !starts;
}

/** @returns {Box} */
export function boxOf({ top_left_x: x, top_left_y: y, width, height }) {
  return [x, y, x + width, y + height];
}

/**
 * @param {Box[]} boxes
 * @returns {Box}
 */
export function union(boxes) {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

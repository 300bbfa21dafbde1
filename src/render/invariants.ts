import type { LineRecord, LinesJson, LinesPage, MmdLinesJson } from "./lines-json.js";

/** Lines that group others and hold no text themselves. */
const CONTAINERS: ReadonlySet<string> = new Set([
  "title",
  "authors",
  "abstract",
  "section_header",
  "quote",
  "footnote",
  "list_item",
  "column",
  "figure_label",
  "table_of_contents_container",
  "table_of_contents_row",
  "table_column",
  "table_row",
]);

/** px by which a contour may stand out of its region. */
const CONTOUR_TOLERANCE = 2;

/**
 * Checks the ten invariants of the lines.json contract over a whole document.
 * @returns what is wrong, one sentence each; empty when all hold
 */
export function checkInvariants(linesJson: LinesJson, mmd: string, linesMmd: MmdLinesJson): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const page of linesJson.pages) {
    const report = (line: LineRecord, message: string) =>
      problems.push(`page ${page.page} line ${line.line}: ${message}`);
    for (const [i, line] of page.lines.entries()) {
      if (line.line !== i + 1) report(line, `stands at place ${i + 1}`);
      if (!/^[0-9a-f]{32}$/.test(line.id)) report(line, `id ${line.id} is not 32 hexadecimal digits`);
      if (ids.has(line.id)) report(line, `id ${line.id} is used twice`);
      ids.add(line.id);
      checkLine(line, page, (message) => report(line, message));
    }
    checkHierarchy(page, report);
    checkTables(page, report);
  }
  checkMmd(linesJson, mmd, linesMmd, problems);
  return problems;
}

function checkLine(line: LineRecord, page: LinesPage, report: (message: string) => void): void {
  if (line.conversion_output && line.text_display === "") report("is output but has no text_display");
  if (CONTAINERS.has(line.type) && line.children_ids && (line.text !== "" || line.text_display !== ""))
    report("is a container with text");
  const { top_left_x: x, top_left_y: y, width, height } = line.region;
  if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > page.page_width || y + height > page.page_height) {
    report("region leaves the page");
  }
  for (const [px, py] of line.cnt) {
    const outside =
      px < x - CONTOUR_TOLERANCE ||
      px > x + width + CONTOUR_TOLERANCE ||
      py < y - CONTOUR_TOLERANCE ||
      py > y + height + CONTOUR_TOLERANCE;
    if (outside) report("contour leaves the region");
    if (px < 0 || py < 0 || px > page.page_width || py > page.page_height) report("contour leaves the page");
  }
  if ((line.confidence === undefined) !== (line.confidence_rate === undefined))
    report("has only one of the confidence keys");
  if (line.confidence !== undefined && line.confidence_rate !== undefined) {
    const ordered = line.confidence >= 0 && line.confidence <= line.confidence_rate && line.confidence_rate <= 1;
    if (!ordered) report(`confidences ${line.confidence}, ${line.confidence_rate} are out of order`);
  }
  checkCrops(line, page, report);
}

const CROP_ADDRESS = /\?height=(\d+)&width=(\d+)&top_left_y=(\d+)&top_left_x=(\d+)/g;
const CROP_NAME = /images\/[^\s)}]*_(\d+)_(\d+)_(\d+)_(\d+)\.jpg/g;

/** Crops are named after the region of their line; tables and cells refer to those of the pictures in their cells too. */
function checkCrops(line: LineRecord, page: LinesPage, report: (message: string) => void): void {
  const nameOf = ({ region }: LineRecord) => [region.height, region.width, region.top_left_y, region.top_left_x].join();
  const own = new Set([nameOf(line)]);
  const table = line.type === "table" ? line.id : CELLS.has(line.type) ? line.parent_id : undefined;
  for (const other of table === undefined ? [] : page.lines)
    if (other.type === "diagram" && other.parent_id === table) own.add(nameOf(other));
  for (const [what, pattern] of [
    ["address", CROP_ADDRESS],
    ["name", CROP_NAME],
  ] as const) {
    for (const [, ...numbers] of line.text_display.matchAll(pattern))
      if (!own.has(numbers.map(Number).join())) report(`crop ${what} differs from the region`);
  }
}

type Report = (line: LineRecord, message: string) => void;

function checkHierarchy(page: LinesPage, report: Report): void {
  const byId = new Map(page.lines.map((line) => [line.id, line]));
  let columns = 0;
  const columnOrdinals = new Map<string, number>();
  for (const line of page.lines) {
    if (line.type === "column") columnOrdinals.set(line.id, ++columns);
    const parent = line.parent_id === undefined ? undefined : byId.get(line.parent_id);
    if (line.parent_id !== undefined) {
      if (!parent) report(line, "has a parent that is not on the page");
      else {
        if (parent.line >= line.line) report(line, "comes before its parent");
        if (!parent.children_ids?.includes(line.id)) report(line, "is missing among its parent's children");
      }
    }
    const column = parent ? (columnOrdinals.get(parent.id) ?? parent.column) : 0;
    if (line.column !== column) report(line, `column is ${line.column}, its container says ${column}`);
    let last = 0;
    for (const id of line.children_ids ?? []) {
      const child = byId.get(id);
      if (child?.parent_id !== line.id) report(line, `child ${id} has another parent`);
      if (child && child.line <= last) report(line, "children are not in reading order");
      last = child?.line ?? last;
    }
    for (const id of line.selected_labels ?? []) {
      if (byId.get(id)?.type !== "figure_label") report(line, `label ${id} is no figure_label of the page`);
    }
  }
}

const CELLS: ReadonlySet<string> = new Set(["simple_cell", "complex_cell", "table_spanning_cell"]);

function checkTables(page: LinesPage, report: Report): void {
  const byId = new Map(page.lines.map((line) => [line.id, line]));
  for (const table of page.lines) {
    if (table.type !== "table") continue;
    const cells = (table.children_ids ?? []).flatMap((id) => byId.get(id) ?? []).filter((line) => CELLS.has(line.type));
    const taken = new Set<string>();
    let lowest = Number.POSITIVE_INFINITY;
    for (const cell of cells) {
      for (let r = 0; r < (cell.cell_row_span ?? 0); r++) {
        for (let c = 0; c < (cell.cell_col_span ?? 0); c++) {
          const slot = `${(cell.cell_row ?? 0) + r},${(cell.cell_column ?? 0) + c}`;
          if (taken.has(slot)) report(cell, `covers slot ${slot}, which another cell has`);
          taken.add(slot);
        }
      }
      const scored = cell.confidence === undefined ? byId.get(cell.children_ids?.[0] ?? "") : cell;
      lowest = Math.min(lowest, scored?.confidence ?? Number.POSITIVE_INFINITY);
    }
    if (Number.isFinite(lowest) && table.confidence !== lowest)
      report(table, `confidence is ${table.confidence}, the lowest cell has ${lowest}`);
  }
}

function checkMmd(linesJson: LinesJson, mmd: string, linesMmd: MmdLinesJson, problems: string[]): void {
  const shown = linesJson.pages.map((page) => page.lines.filter((line) => line.conversion_output));
  const joined = shown
    .flat()
    .map((line) => line.text_display)
    .join("");
  if (joined !== mmd)
    problems.push(
      `the MMD is not the concatenation of text_display (first difference at ${firstDifference(joined, mmd)})`,
    );
  if (linesMmd.pages.length !== linesJson.pages.length) problems.push("lines.mmd.json has another number of pages");
  for (const [i, lines] of shown.entries()) {
    const reduced = linesMmd.pages[i]?.lines ?? [];
    const same =
      reduced.length === lines.length &&
      reduced.every((line, k) => line.text === lines[k]?.text_display && line.line === k + 1);
    if (!same) problems.push(`page ${linesJson.pages[i]?.page}: lines.mmd.json differs from the output lines`);
  }
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

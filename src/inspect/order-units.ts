import type { InspectedLine } from "./read-lines-json.js";

/** Kinds inside a table: the table itself stands in the reading order for them. */
const INSIDE_TABLES = /^(?:table_(?:row|column|cell|spanning_cell|split_cell)|simple_cell|complex_cell)$/;
const CONTINUES = /^continues_line_/;

/**
 * What the order arrows connect: indices of the lines of each unit, in reading order. A paragraph, a heading, a picture, a table is one unit;
 * a `column` holds units and is none; what stands outside the flow (running heads, page numbers, captions) has no place in it.
 */
export function orderUnits(lines: readonly InspectedLine[]): number[][] {
  const indexOf = new Map<string, number>();
  for (const [index, line] of lines.entries()) if (line.id !== undefined) indexOf.set(line.id, index);
  const units: number[][] = [];
  const unitOf = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const parent = line.parentId === undefined ? undefined : indexOf.get(line.parentId);
    const parentType = parent === undefined ? undefined : lines[parent]!.type;
    if (line.type === "column" || INSIDE_TABLES.test(line.type)) continue;
    const inside = parent !== undefined && parentType !== "column";
    const last = units[units.length - 1];
    if (inside) {
      const unit = unitOf.get(parent);
      if (unit) unitOf.set(index, unit);
      unit?.push(index);
    } else if (continuesParagraph(line, last, lines)) {
      last?.push(index);
    } else if (isInFlow(line)) {
      const unit = [index];
      units.push(unit);
      unitOf.set(index, unit);
    }
  }
  return units;
}

function isInFlow({ type }: InspectedLine): boolean {
  return type !== "page_info" && type !== "figure_label" && type !== "equation_number";
}

/** The next line of a paragraph of the same column. */
function continuesParagraph(
  line: InspectedLine,
  last: readonly number[] | undefined,
  lines: readonly InspectedLine[],
): boolean {
  const before = last === undefined ? undefined : lines[last[last.length - 1]!];
  if (before === undefined || before.type !== line.type || before.column !== line.column) return false;
  const { region } = before;
  const below = line.region.top_left_y >= region.top_left_y;
  const marked = line.subtype !== undefined && CONTINUES.test(line.subtype);
  return below && (marked || (line.type === "text" && /^ ?[^\n]/.test(line.fragment)) || line.type === "code");
}

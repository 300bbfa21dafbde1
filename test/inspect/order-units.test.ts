import { expect, test } from "vitest";
import { orderUnits } from "../../src/inspect/order-units.js";
import type { InspectedLine } from "../../src/inspect/read-lines-json.js";

const line = (id: string, type: string, top: number, rest: Partial<InspectedLine> = {}): InspectedLine => ({
  id,
  type,
  parentId: undefined,
  subtype: undefined,
  region: { top_left_x: 0, top_left_y: top, width: 100, height: 10 },
  contour: [],
  column: 0,
  text: id,
  fragment: `\n\n${id}`,
  confidence: undefined,
  confidenceRate: undefined,
  labels: [],
  ...rest,
});

test("a heading and its lines are one unit, a paragraph is one unit", () => {
  const lines = [
    line("head", "section_header", 0),
    line("words", "text", 0, { parentId: "head" }),
    line("a", "text", 20),
    line("b", "text", 40, { fragment: " b", subtype: "continues_line_space" }),
    line("c", "text", 60),
  ];
  expect(orderUnits(lines)).toEqual([[0, 1], [2, 3], [4]]);
});

test("columns, running heads, captions and cells have no place of their own", () => {
  const lines = [
    line("head", "page_info", 0),
    line("column", "column", 10, { fragment: "" }),
    line("a", "text", 10, { parentId: "column", column: 1 }),
    line("table", "table", 30, { parentId: "column", column: 1 }),
    line("row", "table_row", 30, { parentId: "table", column: 1, fragment: "" }),
    line("cell", "simple_cell", 30, { parentId: "table", column: 1, fragment: "" }),
    line("caption", "figure_label", 50, { fragment: "" }),
  ];
  expect(orderUnits(lines)).toEqual([[2], [3]]);
});

test("a paragraph that goes on in the next column starts a new unit there", () => {
  const lines = [
    line("a", "text", 500, { column: 1 }),
    line("b", "text", 20, { column: 2, fragment: " b", subtype: "continues_line_space" }),
  ];
  expect(orderUnits(lines)).toEqual([[0], [1]]);
});

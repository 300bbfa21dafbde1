import { expect, test } from "vitest";
import { pageStructure } from "../../../benchmarks/quality/layout/page-structure.js";
import type { LineRecord, LinesPage } from "../../../src/render/lines-json.js";

const line = (id: string, type: LineRecord["type"], top: number, rest: Partial<LineRecord> = {}): LineRecord => ({
  cnt: [],
  region: { top_left_x: 0, top_left_y: top, width: 100, height: 10 },
  line: 1,
  column: 0,
  font_size: 28,
  is_printed: true,
  is_handwritten: false,
  id,
  type,
  conversion_output: true,
  text: id,
  text_display: ` ${id}`,
  ...rest,
});
const page = (lines: LineRecord[]): LinesPage => ({
  image_id: "x-1",
  page: 1,
  lines,
  page_height: 1000,
  page_width: 1000,
  languages_detected: [],
});

test("lines of a paragraph are one region, a blank line or a new column starts another", () => {
  const regions = pageStructure(
    page([
      line("a", "text", 0, { text_display: "\n\na" }),
      line("b", "text", 12),
      line("c", "text", 24, { text_display: "\n\nc" }),
      line("d", "text", 0),
    ]),
  );
  expect(regions.map(({ lines }) => lines.length)).toEqual([2, 1, 1]);
});

test("containers own their lines, tables the lines of their cells, pictures none", () => {
  const regions = pageStructure(
    page([
      line("column", "column", 0, { text: "" }),
      line("head", "section_header", 0, { parent_id: "column", text: "" }),
      line("words", "text", 0, { parent_id: "head" }),
      line("table", "table", 20, { parent_id: "column" }),
      line("row", "table_row", 20, { parent_id: "table", text: "" }),
      line("cell", "simple_cell", 20, { parent_id: "table" }),
      line("picture", "diagram", 40, { text: "" }),
    ]),
  );
  expect(regions.map(({ kind, lines }) => [kind, lines.length])).toEqual([
    ["section_header", 1],
    ["table", 1],
    ["diagram", 0],
  ]);
});

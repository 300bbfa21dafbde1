import { unionBoxes } from "../../layout/boxes.js";
import type { CellPicture, TableBlock, TableCell, TableGrid } from "../../page.js";
import { flowLines, textSubtype } from "../flow-lines.js";
import { dominantFontSize } from "../font-size.js";
import { imageUrl, tableMmd } from "../images.js";
import type { LineRecord } from "../lines-json.js";
import { aggregateConfidence, type Confidence, setConfidence } from "../page-lines.js";
import { addLine, type PageScope, textSpec } from "../page-scope.js";
import { type CellContext, cellMmd, placedCells, tabular } from "../tables.js";
import { addImage, captionsOf, labelsOf } from "./picture.js";

/** Table with its columns, rows and cells; without a grid, its crop. */
export function renderTable(block: TableBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const { grid } = block;
  const structured = grid !== undefined && grid.rows.length > 0 && grid.columns.length > 0;
  const text = structured ? tabular(grid, cellContext(scope)) : "";
  const image = `![](${imageUrl(scope.imageId, scope.lines.region(block.box), scope.options)})`;
  const lines = structured ? grid.cells.flatMap((cell) => cell.lines) : block.lines;
  const record = addLine(scope, {
    type: "table",
    box: block.box,
    fontSize: dominantFontSize(lines),
    text,
    display: scope.separators.block() + tableMmd(structured ? text : image, captionsOf(block, scope)),
    picture: !structured,
    parent,
    labels: labelsOf(block, scope),
  });
  if (structured) addGrid(grid, record, scope);
  if (!structured || block.crop) addImage(scope, block.key, "table", record, !structured);
  for (const { picture } of structured ? grid.cells : []) if (picture) addCellPicture(picture, record, scope);
}

/** A picture of its own in the records, which the display of the cell and the table refers to. */
function addCellPicture({ key, box }: CellPicture, table: LineRecord, scope: PageScope): void {
  const record = scope.lines.add({ type: "diagram", box, fontSize: table.font_size, picture: true, parent: table });
  addImage(scope, key, "figure", record, true);
}

function cellContext({ options, imageId, lines }: PageScope): CellContext {
  return { options, urlOf: ({ box }) => imageUrl(imageId, lines.region(box), options) };
}

function addGrid(grid: TableGrid, table: LineRecord, scope: PageScope): void {
  const band = { fontSize: table.font_size, parent: table };
  for (const box of grid.columns) scope.lines.add({ type: "table_column", box, ...band });
  for (const box of grid.rows) scope.lines.add({ type: "table_row", box, ...band });
  const confidences = placedCells(grid).flatMap((cell) => addCell(cell, table, scope) ?? []);
  const total = aggregateConfidence(confidences);
  if (total) setConfidence(table, total);
}

/** @returns the cell's confidence, undefined for an empty cell, which has no line */
function addCell(cell: TableCell, table: LineRecord, scope: PageScope): Confidence | undefined {
  const display = cellMmd(cell, cellContext(scope));
  const lines = cell.lines.filter((line) => line.spans.length > 0);
  if (display === "" || lines.length === 0) return undefined;
  const confidence = aggregateConfidence(lines);
  const position = { row: cell.row, column: cell.column, rowSpan: cell.rowSpan, colSpan: cell.colSpan };
  const shared = {
    box: unionBoxes(lines.map((line) => line.box)),
    fontSize: dominantFontSize(lines),
    cell: position,
    output: false,
    display,
  };
  if (cell.rowSpan > 1 || cell.colSpan > 1) {
    const spanning = scope.lines.add({ type: "table_spanning_cell", ...shared, parent: table });
    addComplexCell(cell, { ...shared, text: display, confidence, parent: spanning }, scope);
  } else if (lines.length > 1) {
    addComplexCell(cell, { ...shared, text: display, confidence, parent: table }, scope);
  } else {
    const subtype = textSubtype("start", lines[0]?.angle ?? 0);
    scope.lines.add({ type: "simple_cell", ...shared, text: display, confidence, parent: table, subtype });
  }
  return confidence;
}

function addComplexCell(
  cell: TableCell,
  spec: Omit<Parameters<PageScope["lines"]["add"]>[0], "type">,
  scope: PageScope,
): void {
  const record = scope.lines.add({ type: "complex_cell", ...spec });
  for (const line of flowLines(cell, { context: "cell" }, scope.options)) {
    if (line.text !== "") scope.lines.add({ ...textSpec(line, line.body, record), output: false });
  }
}

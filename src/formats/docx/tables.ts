import type { TableBlock, TableCell } from "../document.js";
import { plainBlocks } from "../plain-text.js";
import { element, property, type Xml } from "../xml.js";
import { columnWidths } from "./column-widths.js";
import type { DocxWriter, Place } from "./docx-writer.js";
import { type TableSlot, tableSlots } from "./table-slots.js";

/** More columns Word does not open. */
const MAX_COLUMNS = 63;
/** Smallest type a crowded table is set in, half-points. */
const SMALLEST_SIZE = 12;

/** `w:tbl`, with borders as the source rules them; rows as lines of text where Word has no room for the columns. */
export function writeTable(table: TableBlock, place: Place, writer: DocxWriter): Xml {
  const grid = tableSlots(table);
  const columns = grid[0]?.length ?? 0;
  if (columns === 0) return "";
  if (columns > MAX_COLUMNS) {
    writer.warn(`table of ${columns} columns is shown as text`, table.offset);
    return table.rows
      .map((row) =>
        writer.paragraph(writer.text(row.cells.map((cell) => plainBlocks(cell.blocks)).join("\t"), place.run), {
          style: "Compact",
        }),
      )
      .join("");
  }
  const before = writer.beforeTable(place);
  const { widths, scale } = columnWidths(table, grid, place, writer.options, (picture) =>
    writer.pictureWidth(picture, place),
  );
  const size = Math.max(SMALLEST_SIZE, Math.round((place.run.size ?? writer.options.fontSize) * scale));
  const inner: Place = {
    style: "Compact",
    left: 0,
    width: place.width,
    level: 0,
    run: scale < 1 ? { ...place.run, size } : place.run,
    inTable: true,
  };
  const rows = grid.map((slots, r) => writeRow(slots, r, { table, widths, place: inner, writer, rows: grid.length }));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = element(
    "w:tblPr",
    {},
    property("w:tblStyle", "DocumentTable"),
    element("w:tblW", { "w:w": total, "w:type": "dxa" }),
    place.inTable ? "" : place.left > 0 ? "" : property("w:jc", "center"),
    place.left > 0 && !place.inTable ? element("w:tblInd", { "w:w": place.left, "w:type": "dxa" }) : "",
    // a crowded table keeps to its room; Word may set the others better than letters can be counted
    scale < 1 ? element("w:tblLayout", { "w:type": "fixed" }) : "",
    table.headRows > 0 ? '<w:tblLook w:val="0020" w:firstRow="1"/>' : "",
  );
  const columnsXml = element("w:tblGrid", {}, ...widths.map((width) => element("w:gridCol", { "w:w": width })));
  writer.afterTable(place);
  return before + element("w:tbl", {}, properties, columnsXml, ...rows);
}

interface TableContext {
  table: TableBlock;
  widths: readonly number[];
  place: Place;
  writer: DocxWriter;
  rows: number;
}

function writeRow(slots: readonly (TableSlot | undefined)[], row: number, context: TableContext): Xml {
  const cells: Xml[] = [];
  let column = 0;
  while (column < slots.length) {
    const slot = slots[column];
    const span = slot ? spanInRow(slots, column) : 1;
    cells.push(writeCell(slot, row, column, span, context));
    column += span;
  }
  const isHead = row < context.table.headRows;
  return element("w:tr", {}, element("w:trPr", {}, "<w:cantSplit/>", isHead ? "<w:tblHeader/>" : ""), ...cells);
}

function spanInRow(slots: readonly (TableSlot | undefined)[], column: number): number {
  let end = column + 1;
  while (end < slots.length && slots[end] === slots[column]) end++;
  return end - column;
}

function writeCell(slot: TableSlot | undefined, row: number, column: number, span: number, context: TableContext): Xml {
  const { widths, place, writer, table } = context;
  const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
  const isStart = slot?.row === row;
  const spansRows = slot !== undefined && slot.cell.rowSpan > 1 && context.rows > slot.row + 1;
  const properties = element(
    "w:tcPr",
    {},
    element("w:tcW", { "w:w": width, "w:type": "dxa" }),
    span > 1 ? property("w:gridSpan", span) : "",
    spansRows ? (isStart ? property("w:vMerge", "restart") : "<w:vMerge/>") : "",
    cellBorders(slot, row, column, span, context),
    spansRows || (slot && isShort(slot.cell)) ? property("w:vAlign", "center") : "",
  );
  if (!slot || !isStart) return element("w:tc", {}, properties, writer.paragraph("", { style: "Compact" }));
  const { cell } = slot;
  const run = cell.header && table.headRows > 0 ? { ...place.run, bold: true } : place.run;
  const content = writer.blocks(cell.blocks, {
    ...place,
    run,
    align: cell.align,
    width: Math.max(200, width - CELL_MARGINS),
  });
  const closing = content === "" || content.endsWith("</w:tbl>") ? writer.paragraph("", { style: "Compact" }) : "";
  return element("w:tc", {}, properties, content + closing);
}

/** Left and right of a cell's text, twips (`styles.ts`). */
const CELL_MARGINS = 200;

const isShort = (cell: TableCell) => cell.blocks.length <= 1;

/** Half a point, the width of LaTeX's rules (0.4 pt) in Word's eighths of a point. */
const RULE = { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "auto" } as const;

/** Order as in CT_TcBorders. Rules are those above rows, so the bottom is drawn for the last row only. */
function cellBorders(
  slot: TableSlot | undefined,
  row: number,
  column: number,
  span: number,
  context: TableContext,
): Xml {
  const { table, rows } = context;
  const isInside = slot !== undefined && slot.row !== row;
  const covers = (range: { from: number; to: number }) => range.from <= column && range.to >= column + span - 1;
  const above = !isInside && (table.rows[row]?.rulesAbove.some(covers) ?? false);
  const isMarkdown = table.headRows > 0;
  const top = above || (isMarkdown && !isInside && (row === 0 || row === table.headRows));
  const isLast = row === rows - 1;
  const bottom = isLast && (table.ruledBelow || isMarkdown);
  const borders = [
    top ? element("w:top", RULE) : "",
    slot?.cell.borderLeft ? element("w:left", RULE) : "",
    bottom ? element("w:bottom", RULE) : "",
    slot?.cell.borderRight ? element("w:right", RULE) : "",
  ].join("");
  return borders === "" ? "" : element("w:tcBorders", {}, borders);
}

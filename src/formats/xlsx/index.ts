import writeExcelFile, { type Sheet, type SheetData } from "write-excel-file/node";
import type { Block, FormatWarning, MmdDocument, TableBlock } from "../document.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { repack } from "../office/repack.js";
import { xmlText } from "../office/xml-text.js";
import { plainBlocks } from "../plain-text.js";
import { FormulaText, inlineText } from "./cell-text.js";
import { collectTables, type FoundTable } from "./collect-tables.js";
import { type XlsxOptions, xlsxOptions } from "./options.js";
import { MAX_CELL, MAX_ROWS, type SheetTable, sheetTable, wrapRows } from "./sheet-table.js";

/** `xlsx`: a sheet for each table of the document, or one below the other on a single sheet. */
export async function convert({ mmd, options, documentName }: FormatRequest): Promise<FormatResult> {
  const settings = xlsxOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  const warnings: FormatWarning[] = [...document.warnings];
  const formulas = new FormulaText(settings.mathOutputFormat);
  const sheets = makeSheets(document, settings, formulas, documentName, warnings);
  const buffer = await writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: settings.fontSize }).toBuffer();
  return { bytes: repack(new Uint8Array(buffer)), warnings };
}

type AnySheet = Sheet<never>;

function makeSheets(
  document: MmdDocument,
  settings: XlsxOptions,
  formulas: FormulaText,
  documentName: string,
  warnings: FormatWarning[],
): AnySheet[] {
  const tables = collectTables(document);
  const names = new SheetNames();
  if (tables.length === 0) {
    if (document.blocks.length > 0)
      warnings.push({ message: "the document has no tables; its text is on one sheet", offset: 0 });
    return [sheet(names.take(documentName), textSheet(document), settings)];
  }
  if (settings.singleSheet) {
    const parts = tables.map((found) => withCaption(found, formulas, warnings));
    return [sheet(names.take("Tables"), stack(parts), settings)];
  }
  return tables.map((found, i) => {
    const name = found.label ?? `Table ${i + 1}`;
    return sheet(names.take(name), withCaption(found, formulas, warnings), settings);
  });
}

function sheet(name: string, { rows, widths }: SheetTable, settings: XlsxOptions): AnySheet {
  const shown = widths.map((width) => Math.min(Math.max(width + 2, 8), settings.maxColumnWidthChars));
  wrapRows(rows, shown, settings.fontSize);
  return {
    sheet: name,
    data: rows.length > 0 ? rows : [[null]],
    columns: shown.map((width) => ({ width })),
    ...(settings.zoomScale === undefined ? {} : { zoomScale: settings.zoomScale / 100 }),
  };
}

/** The table from the first cell on, so that its head is where programs look for it; the caption stands below. */
function withCaption({ table, caption }: FoundTable, formulas: FormulaText, warnings: FormatWarning[]): SheetTable {
  const made = sheetTable(cutRows(table, warnings), formulas);
  const text = caption ? xmlText(inlineText(caption, formulas).replace(/\s+/g, " ").trim()) : "";
  if (text === "") return made;
  return { ...made, rows: [...made.rows, [], [{ value: text.slice(0, MAX_CELL), type: String, fontStyle: "italic" }]] };
}

function cutRows(table: TableBlock, warnings: FormatWarning[]): TableBlock {
  if (table.rows.length <= MAX_ROWS - 2) return table;
  warnings.push({ message: `a sheet holds ${MAX_ROWS} rows; the others are left out`, offset: table.offset });
  return { ...table, rows: table.rows.slice(0, MAX_ROWS - 2) };
}

function stack(tables: readonly SheetTable[]): SheetTable {
  const rows: SheetData = [];
  const widths: number[] = [];
  for (const table of tables) {
    if (rows.length > 0) rows.push([]);
    rows.push(...table.rows);
    for (const [c, width] of table.widths.entries()) widths[c] = Math.max(widths[c] ?? 0, width);
  }
  return { rows: rows.slice(0, MAX_ROWS), widths };
}

/** Characters of a line of running text. */
const TEXT_WIDTH = 100;

function textSheet(document: MmdDocument): SheetTable {
  const lines = plainBlocks(document.blocks as Block[]).split("\n");
  const rows: SheetData = lines
    .slice(0, MAX_ROWS)
    .map((line) => [{ value: xmlText(line).slice(0, MAX_CELL), type: String, alignVertical: "top" }]);
  return { rows, widths: [TEXT_WIDTH] };
}

/** Names as spreadsheets take them: up to 31 characters, none of `[]:*?/\`, no two alike. */
class SheetNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    const bare = xmlText(wanted)
      .replace(/[[\]:*?/\\\n\r\t]/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "");
    const base = bare === "" || /^history$/i.test(bare) ? "Sheet" : bare;
    for (let n = 1; ; n++) {
      const tail = n === 1 ? "" : ` (${n})`;
      const name = base.slice(0, 31 - tail.length).trimEnd() + tail;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

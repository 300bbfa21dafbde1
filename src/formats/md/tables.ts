import type { Block, TableBlock, TableCell } from "../document.js";
import type { MarkdownWriter } from "./write-md.js";

const DELIMITERS = { left: ":---", center: ":---:", right: "---:" } as const;

/** Pipe table where it fits, HTML where cells span or hold blocks; flattened to a pipe table when HTML is not wanted. */
export function writeTable(table: TableBlock, writer: MarkdownWriter): string {
  if (table.rows.length === 0) return "";
  if (fitsPipes(table) || !writer.options.htmlTags) return pipeTable(table, writer);
  return writer.htmlTable(table);
}

function fitsPipes(table: TableBlock): boolean {
  return table.headRows <= 1 && table.rows.every((row) => row.cells.every(isSimple));
}

function isSimple(cell: TableCell): boolean {
  return (
    cell.colSpan === 1 &&
    cell.rowSpan === 1 &&
    cell.blocks.length <= 1 &&
    cell.blocks.every((block) => block.type === "paragraph" && block.children.every((node) => node.type !== "table"))
  );
}

/** The first row is the head: Markdown tables have no other form. */
function pipeTable(table: TableBlock, writer: MarkdownWriter): string {
  const grid = spread(table);
  const rows = grid.map(
    (cells) => `| ${cells.map((cell) => (cell ? pipeCell(cell.blocks, writer) : "")).join(" | ")} |`,
  );
  const [head] = grid;
  const delimiter = `| ${(head ?? []).map((_, column) => DELIMITERS[columnAlign(grid, column)]).join(" | ")} |`;
  return [rows[0], delimiter, ...rows.slice(1)].join("\n");
}

function pipeCell(blocks: readonly Block[], writer: MarkdownWriter): string {
  return writer
    .cellText(blocks)
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)((?:\\\\)*)\|/g, "$1\\|");
}

/** Alignment that most cells of a column have. */
function columnAlign(grid: readonly (TableCell | undefined)[][], column: number): keyof typeof DELIMITERS {
  const counts = { left: 0, center: 0, right: 0 };
  for (const row of grid) {
    const cell = row[column];
    if (cell && cell.colSpan === 1) counts[cell.align]++;
  }
  return counts.right > counts.left && counts.right >= counts.center
    ? "right"
    : counts.center > counts.left
      ? "center"
      : "left";
}

/** Cells by slot; a spanning cell stands in its first one. */
function spread(table: TableBlock): (TableCell | undefined)[][] {
  const grid = table.rows.map(() => new Array<TableCell | undefined>(table.columns).fill(undefined));
  const taken = table.rows.map(() => new Set<number>());
  for (const [r, row] of table.rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (taken[r]!.has(column)) column++;
      if (column < table.columns) grid[r]![column] = cell;
      for (let dr = 0; dr < cell.rowSpan && r + dr < taken.length; dr++)
        for (let dc = 0; dc < cell.colSpan; dc++) taken[r + dr]!.add(column + dc);
      column += cell.colSpan;
    }
  }
  return grid;
}

/** HTML table on lines of its own; its content is HTML, with formulas between the inline delimiters. */
export function htmlTable(table: TableBlock, cell: (blocks: readonly Block[]) => string): string {
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((entry) => {
      const tag = entry.header ? "th" : "td";
      const spans = `${entry.colSpan > 1 ? ` colspan="${entry.colSpan}"` : ""}${entry.rowSpan > 1 ? ` rowspan="${entry.rowSpan}"` : ""}`;
      const align = entry.align === "left" ? "" : ` align="${entry.align}"`;
      return `<${tag}${spans}${align}>${cell(entry.blocks)}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>\n${rows.join("\n")}\n</table>`;
}

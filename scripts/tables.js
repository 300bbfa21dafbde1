// Prints the tables found in a PDF as text grids, and with --png draws them on the page picture:
// `node scripts/tables.js paper.pdf [--pages 3,5] [--png folder]`. Needs `npm run build`.
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { createCanvas, ImageData } from "@napi-rs/canvas";
import { findPageTables } from "../benchmarks/quality/tables/find-page-tables.js";
import { lineText } from "../benchmarks/quality/tables/grid.js";
import { openPdf } from "../dist/engine/source/pdf.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: "string" }, png: { type: "string" }, rules: { type: "boolean" } },
});
const file = positionals[0];
if (!file) {
  console.error("Usage: node scripts/tables.js <file.pdf> [--pages 1,2] [--png folder] [--rules]");
  process.exit(2);
}
const pages = values.pages?.split(",").map(Number);
const tables = await findPageTables(file, pages);
for (const { page, region } of tables) {
  const { x0, y0, x1, y1 } = region.box;
  console.log(
    `\n${basename(file)} page ${page} [${[x0, y0, x1, y1].map(Math.round)}] confidence ${region.confidence.toFixed(2)}`,
  );
  if (region.grid) printGrid(region.grid);
  else for (const line of region.lines) console.log(`  ${line.text}`);
}
if (values.png) await draw(values.png);

function printGrid(grid) {
  console.log(`  ${grid.rows.length} rows × ${grid.columns.length} columns, ${grid.columnAlign.join("")}`);
  const widths = grid.columns.map((_, column) =>
    Math.min(
      28,
      Math.max(
        1,
        ...grid.cells.filter((cell) => cell.column === column && cell.colSpan === 1).map((cell) => textOf(cell).length),
      ),
    ),
  );
  grid.rows.forEach((_, row) => {
    console.log(`  ${ruleText(grid.horizontal[row], widths)}`);
    let text = "";
    for (let column = 0; column < grid.columns.length; ) {
      const cell = grid.cells.find(
        (other) => other.column === column && row >= other.row && row < other.row + other.rowSpan,
      );
      const span = cell?.colSpan ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, value) => sum + value + 3, -3);
      const content = cell && cell.row === row ? textOf(cell) : cell ? "^" : "?";
      text += `${grid.vertical[row][column] ? "|" : " "} ${content.slice(0, width).padEnd(width)} `;
      column += span;
    }
    console.log(`  ${text}${grid.vertical[row][grid.columns.length] ? "|" : " "}`);
  });
  console.log(`  ${ruleText(grid.horizontal[grid.rows.length], widths)}`);
}

function ruleText(printed, widths) {
  return widths.map((width, column) => (printed[column] ? "-" : " ").repeat(width + 3)).join("");
}

function textOf(cell) {
  return cell.lines.map((line) => (line.continuation === "newline" ? `/ ${lineText(line)}` : lineText(line))).join(" ");
}

async function draw(folder) {
  mkdirSync(folder, { recursive: true });
  const dpi = 80;
  const scale = dpi / 250;
  const source = await openPdf(new Uint8Array(await readFile(file)), { file: basename(file) });
  const wanted = pages ?? [...new Set(tables.map(({ page }) => page))];
  for (const page of wanted) {
    const image = await source.raster(page, dpi);
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.putImageData(new ImageData(toRgba(image), image.width, image.height), 0, 0);
    const frame = (box, color, width) => {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.strokeRect(box.x0 * scale, box.y0 * scale, (box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale);
    };
    if (values.rules) {
      const evidence = await source.evidence(page);
      for (const rule of evidence.rules) frame(rule.box, "#00c", 1);
      for (const fill of evidence.fills) frame(fill.box, "#0a0", 1);
      for (const drawing of evidence.drawings) frame(drawing.box, "#c80", 1);
    }
    for (const { region } of tables.filter((table) => table.page === page)) {
      frame(region.box, region.grid ? "#d00" : "#f80", 2);
      for (const cell of region.grid?.cells ?? []) frame(slotOf(region.grid, cell), "rgba(200,0,200,0.6)", 1);
    }
    writeFileSync(join(folder, `${basename(file, ".pdf")}-${page}.png`), canvas.toBuffer("image/png"));
    await source.release(page);
  }
  await source.close();
}

function slotOf(grid, cell) {
  return {
    x0: grid.columns[cell.column].x0,
    x1: grid.columns[cell.column + cell.colSpan - 1].x1,
    y0: grid.rows[cell.row].y0,
    y1: grid.rows[cell.row + cell.rowSpan - 1].y1,
  };
}

function toRgba({ width, height, channels, data }) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index++) {
    for (let channel = 0; channel < 3; channel++)
      rgba[4 * index + channel] = data[channels * index + (channels >= 3 ? channel : 0)];
    rgba[4 * index + 3] = 255;
  }
  return rgba;
}

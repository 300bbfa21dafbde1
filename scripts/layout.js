// Prints the blocks of pages in reading order, or draws them: node scripts/layout.js file.pdf [1-3] [--png out.png] [--json]
// Run `npm run build` first. With several pages, --png out.png writes out-1.png, out-2.png …
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { openSource } from "../dist/engine/source/open-source.js";
import { layoutPage } from "../dist/layout/layout-page.js";

const DRAW_DPI = 100;
const COLORS = {
  text: "#1f77b4",
  title: "#d62728",
  section_header: "#ff7f0e",
  list_item: "#17becf",
  table: "#2ca02c",
  diagram: "#9467bd",
  chart: "#8c564b",
  math: "#e377c2",
  equation_number: "#e377c2",
  figure_label: "#bcbd22",
  page_info: "#7f7f7f",
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    png: { type: "string" },
    json: { type: "boolean" },
    password: { type: "string" },
    quiet: { type: "boolean" },
  },
});
const [file, range = "1"] = positionals;
if (!file) {
  console.error("usage: node scripts/layout.js file.pdf [1-3] [--png out.png] [--json] [--password P]");
  process.exit(2);
}
const source = await openSource(new Uint8Array(readFileSync(file)), {
  file: basename(file),
  password: values.password,
});
const [from, to = from] = range.split("-").map(Number);
for (let page = from; page <= Math.min(to, source.pageCount); page++) {
  const opened = performance.now();
  const evidence = await source.evidence(page);
  const started = performance.now();
  const layout = layoutPage(evidence);
  const done = performance.now();
  if (values.json) console.log(JSON.stringify(layout));
  else printPage(layout, evidence, started - opened, done - started);
  if (values.png)
    await drawPage(page, layout, from === to ? values.png : values.png.replace(/(\.png)?$/, `-${page}.png`));
  await source.release(page);
}
await source.close();

function printPage(layout, evidence, evidenceTime, layoutTime) {
  const size = `${Math.round(layout.width)}×${Math.round(layout.height)}`;
  console.log(
    `=== page ${layout.page}  ${size}  ${evidence.glyphs.length} glyphs  ${layout.textLayer.verdict}  ${layout.columns.length} columns  evidence ${evidenceTime.toFixed(0)} ms  layout ${layoutTime.toFixed(1)} ms`,
  );
  if (values.quiet) return;
  layout.blocks.forEach((block, index) => {
    const { x0, y0, x1, y1 } = block.box;
    const box = [x0, y0, x1, y1].map(Math.round).join(",");
    const extra = [
      block.role,
      block.marker && `marker ${block.marker.text}`,
      block.continues && `continues ${block.continues}`,
      block.grid && `${block.grid.rows.length}×${block.grid.columns.length}`,
      block.captions?.length && `captions ${block.captions}`,
    ].filter(Boolean);
    console.log(`\n[${index + 1}] ${block.kind} c${block.column} (${box}) ${extra.join(" ")}`);
    console.log(textOf(block.lines));
  });
}

function textOf(lines) {
  const marks = { start: "", space: " ", no_hyphen: "«-»", no_space: "«»", newline: "\n  ⏎ " };
  return lines
    .map(
      (line) =>
        marks[line.continuation] +
        line.spans.map((span) => (span.kind === "math" ? `$${span.latex}$` : span.text)).join(""),
    )
    .join("");
}

async function drawPage(page, layout, path) {
  const { createCanvas } = await import("@napi-rs/canvas");
  const raster = await source.raster(page, DRAW_DPI);
  const canvas = createCanvas(raster.width, raster.height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(raster.width, raster.height);
  for (let from = 0, to = 0; to < image.data.length; from += raster.channels, to += 4) {
    const grey = raster.channels === 1;
    image.data[to] = raster.data[from];
    image.data[to + 1] = raster.data[grey ? from : from + 1];
    image.data[to + 2] = raster.data[grey ? from : from + 2];
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  const scale = DRAW_DPI / 250;
  layout.columns.forEach(({ x0, y0, x1, y1 }) => {
    context.strokeStyle = "rgba(0,160,0,0.5)";
    context.lineWidth = 3;
    context.setLineDash([8, 6]);
    context.strokeRect(x0 * scale - 4, y0 * scale - 4, (x1 - x0) * scale + 8, (y1 - y0) * scale + 8);
  });
  context.setLineDash([]);
  layout.blocks.forEach((block, index) => {
    const { x0, y0, x1, y1 } = block.box;
    const color = COLORS[block.kind] ?? "#000000";
    context.strokeStyle = color;
    context.fillStyle = color;
    context.lineWidth = 1.5;
    context.strokeRect(x0 * scale, y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale);
    context.font = "bold 12px sans-serif";
    const label = `${index + 1} ${block.kind}`;
    const width = context.measureText(label).width;
    context.globalAlpha = 0.75;
    context.fillRect(x0 * scale, y0 * scale - 6, width + 4, 13);
    context.globalAlpha = 1;
    context.fillStyle = "#ffffff";
    context.fillText(label, x0 * scale + 2, y0 * scale + 5);
  });
  writeFileSync(path, canvas.toBuffer("image/png"));
  console.log(`drew ${path}`);
}

// Annotates pages of the samples: drafts by the engine, pictures to look at, corrections by commands. Needs `npm run build`.
//   node benchmarks/quality/layout/annotate.js draft pdf/tracemonkey.pdf 1,3,5
//   node benchmarks/quality/layout/annotate.js draw OUT.png NAME [NAME …]
//   node benchmarks/quality/layout/annotate.js edit NAME "kind 3 title; merge 4 5"     (marks the page as checked; "" if all was right)
//   node benchmarks/quality/layout/annotate.js list
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { importBuilt } from "../engine.js";
import { listAnnotations, readAnnotation, samplePath, writeAnnotation } from "./annotations.js";
import { COMMANDS, editRegions } from "./edit-regions.js";
import { pageStructure } from "./page-structure.js";

/** Two portrait pages beside each other are about as wide as a screen then. */
const HEIGHT = 1000;
/** Ruler along the edges, page space. */
const TICK = 100;
const HUES = {
  text: 210,
  title: 0,
  authors: 330,
  abstract: 275,
  section_header: 25,
  list_item: 190,
  footnote: 40,
  figure_label: 60,
  table: 120,
};
const OTHER_HUES = {
  diagram: 265,
  chart: 15,
  math: 310,
  equation_number: 295,
  code: 100,
  page_info: 0,
  toc_row: 160,
  form_field: 350,
  quote: 175,
};

const VERBS = {
  async draft(sample, list) {
    const { createEngine } = await importBuilt("index.js");
    const engine = await createEngine({ workers: 1 });
    const destination = mkdtempSync(join(tmpdir(), "annotate-"));
    const result = await engine.process(samplePath(sample), { destination, pageRanges: list, basename: "page" });
    await engine.close();
    const file = result.files.find(({ kind }) => kind === "lines.json");
    if (!file) throw new Error(`${sample}: ${result.error?.message}`);
    for (const page of JSON.parse(readFileSync(file.path, "utf8")).pages) {
      const { page: number, page_width: width, page_height: height } = page;
      writeAnnotation({ sample, page: number, width, height, checked: false, regions: pageStructure(page) });
    }
    rmSync(destination, { recursive: true });
  },

  async draw(out, ...names) {
    const { createCanvas } = await importBuilt("engine/raster/canvas.js");
    const drawn = [];
    for (const name of names) drawn.push(await drawAnnotation(readAnnotation(name), createCanvas));
    const width = drawn.reduce((sum, canvas) => sum + canvas.width, 0);
    const sheet = createCanvas(width, Math.max(...drawn.map((canvas) => canvas.height)));
    let left = 0;
    for (const canvas of drawn) {
      sheet.getContext("2d").drawImage(canvas, left, 0);
      left += canvas.width;
    }
    writeFileSync(out, sheet.toBuffer("image/png"));
  },

  async edit(name, commands = "") {
    const annotation = readAnnotation(name);
    const regions = editRegions(annotation.regions, commands.split(";")).map((region) => ({
      ...region,
      box: region.box.map(Math.round),
      lines: region.lines.map((line) => line.map(Math.round)),
    }));
    writeAnnotation({ ...annotation, checked: true, regions });
  },

  async list() {
    for (const name of listAnnotations()) {
      const { checked, regions } = readAnnotation(name);
      console.log(`${checked ? "checked" : "draft  "} ${String(regions.length).padStart(4)} ${name}`);
    }
  },
};

async function drawAnnotation({ sample, page, height, width, regions }, createCanvas) {
  const { openSource } = await importBuilt("engine/source/open-source.js");
  const source = await openSource(new Uint8Array(readFileSync(samplePath(sample))), { file: basename(sample) });
  const scale = Math.min(HEIGHT / height, 1560 / width);
  const raster = await source.raster(page, 250 * scale);
  const canvas = createCanvas(raster.width, raster.height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(raster.width, raster.height);
  for (let pixel = 0; pixel < raster.width * raster.height; pixel++) {
    for (let channel = 0; channel < 3; channel++)
      image.data[4 * pixel + channel] = raster.data[raster.channels * pixel + (raster.channels === 1 ? 0 : channel)];
    image.data[4 * pixel + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  context.font = "9px sans-serif";
  context.fillStyle = "#c00";
  for (let at = TICK; at < Math.max(width, height); at += TICK) {
    context.fillRect(at * scale, 0, 1, 5);
    context.fillRect(0, at * scale, 5, 1);
    if (at % (2 * TICK)) continue;
    context.fillText(String(at), at * scale + 2, 9);
    context.fillText(String(at), 6, at * scale + 3);
  }
  context.font = "bold 12px sans-serif";
  for (const [index, { kind, box, lines }] of regions.entries()) {
    const colour = `hsl(${HUES[kind] ?? OTHER_HUES[kind] ?? 0} ${kind === "page_info" ? 0 : 85}% 40%)`;
    const rectangle = ([x0, y0, x1, y1]) => [x0 * scale, y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale];
    context.lineWidth = 0.5;
    context.strokeStyle = "#888";
    for (const line of lines) context.strokeRect(...rectangle(line));
    context.lineWidth = 2;
    context.strokeStyle = colour;
    context.strokeRect(...rectangle(box));
    const label = `${index + 1} ${SHORT[kind] ?? kind}`;
    const at = [box[0] * scale, box[1] * scale];
    context.fillStyle = colour;
    context.fillRect(at[0] - 2, at[1] - 12, context.measureText(label).width + 4, 12);
    context.fillStyle = "#fff";
    context.fillText(label, at[0], at[1] - 2);
  }
  await source.close();
  return canvas;
}

const SHORT = {
  section_header: "head",
  list_item: "item",
  figure_label: "cap",
  page_info: "info",
  equation_number: "no",
  footnote: "note",
  text: "",
};

const [verb, ...words] = process.argv.slice(2);
if (!VERBS[verb]) {
  console.error(`usage: annotate.js ${Object.keys(VERBS).join(" | ")} …\nedit commands, separated by ";":${COMMANDS}`);
  process.exitCode = 2;
} else await VERBS[verb](...words);

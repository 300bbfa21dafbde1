// Pages of one formula each → the engine's LaTeX, through their pictures and the symbol net.
import { existsSync, readFileSync } from "node:fs";
import { SymbolModel, shippedSymbolModel } from "../../../dist/engine/inference/symbol-model.js";
import { SymbolPairs } from "../../../dist/engine/inference/symbol-pairs.js";
import { greyImage } from "../../../dist/engine/raster/ink/grey-image.js";
import { sharp } from "../../../dist/engine/raster/sharp.js";
import { readDisplayedFormulas } from "../../../dist/engine/recognize/formulas/read-displayed.js";
import { readFormulaImage } from "../../../dist/engine/recognize/formulas/read-formula-image.js";
import { recognizePage } from "../../../dist/engine/recognize/recognize-page.js";
import { openPdf } from "../../../dist/engine/source/pdf.js";
import { layoutPage } from "../../../dist/layout/layout-page.js";
import { degrade } from "./degrade.js";

/** Points per em of the documents that `typeset.js` writes. */
const EM_POINTS = 10;

/** Steps of the table of pairs per unit: `SCALE` of models/training/symbols/symbolnet/pairs.py. */
const PAIR_STEPS = 16;

/** @type {Map<string, Promise<SymbolModel>>} */
const models = new Map();

async function load(/** @type {string | undefined} */ path) {
  if (path === undefined) {
    const shipped = await shippedSymbolModel();
    if (!shipped) throw new Error("models/manifest.json has no symbol net; name one with --model");
    return shipped;
  }
  const { labels } = JSON.parse(readFileSync(path.replace(/onnx$/, "classes.json"), "utf8"));
  if (!models.has(path)) models.set(path, SymbolModel.load(path, labels, pairsBeside(path, labels)));
  return models.get(path);
}

/** As `symbolnet.export` writes it; undefined where there is none. */
function pairsBeside(/** @type {string} */ path, /** @type {string[]} */ labels) {
  const file = path.replace(/onnx$/, "pairs.bin");
  return existsSync(file) ? new SymbolPairs(labels, new Int8Array(readFileSync(file)), PAIR_STEPS) : undefined;
}

/**
 * @param {string} pdf
 * @param {readonly (number | undefined)[]} pages
 * @param {{ model?: string | undefined, dpi: number, grade: string, inline: boolean }} options `model`: an exported net, its classes beside it
 * @returns {Promise<{ latex: string, rate: number, seconds: number }[]>} `seconds` without drawing and degrading the picture
 */
export async function readPixels(pdf, pages, { model, dpi, grade, inline }) {
  const net = await load(model);
  const source = await openPdf(new Uint8Array(readFileSync(pdf)), { file: pdf });
  const read = [];
  try {
    for (const page of pages) {
      if (page === undefined) {
        read.push({ latex: "", rate: 0, seconds: 0 });
        continue;
      }
      const clean = greyImage(await source.raster(page, dpi));
      const { image, scale } = await degrade(clean, grade, page);
      await source.release(page);
      const em = (EM_POINTS / 72.27) * dpi * scale;
      const box = { x0: 0, y0: 0, x1: image.width, y1: image.height };
      const start = performance.now();
      const formula = await readFormulaImage(net, image, { box, em }, inline);
      read.push({
        latex: formula?.latex ?? "",
        rate: formula?.confidenceRate ?? 0,
        confidence: formula?.confidence ?? 0,
        seconds: (performance.now() - start) / 1000,
      });
    }
  } finally {
    await source.close();
  }
  return read;
}

/**
 * Layout of a page that is known by its picture only, as the engine finds it.
 * @param {import("../../../src/engine/source/document-source.js").DocumentSource} source
 * @param {import("../../../src/page.js").PageEvidence} evidence
 * @param {{ grade: string }} options
 */
export async function layoutOfPicture(source, evidence, { grade }) {
  const { page, width, height } = evidence;
  const scan = {
    raster: async (/** @type {number} */ number, /** @type {number} */ dpi) => {
      const clean = greyImage(await source.raster(number, dpi));
      const { image } = await degrade(clean, grade, number);
      const { data } = await resized(image, clean);
      return { width: clean.width, height: clean.height, channels: 1, data };
    },
  };
  const picture = { box: { x0: 0, y0: 0, x1: width, y1: height }, pixelWidth: 1, pixelHeight: 1, stencil: false };
  const bare = { ...evidence, glyphs: [], fonts: [], rules: [], fills: [], drawings: [], pictures: [picture] };
  const read = await recognizePage(/** @type {any} */ (scan), bare);
  const layout = layoutPage(read.evidence, { witness: { source: "ocr", reason: `Page ${page} is a picture` } });
  if (read.picture) await readDisplayedFormulas(layout, read.picture);
  return layout;
}

async function resized(image, { width, height }) {
  if (image.width === width && image.height === height) return image;
  const raw = { width: image.width, height: image.height, channels: /** @type {1} */ (1) };
  const data = await sharp(image.data, { raw })
    .resize(width, height, { fit: "fill" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  return { width, height, data: new Uint8Array(data) };
}

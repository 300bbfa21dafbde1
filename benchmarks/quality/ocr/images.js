import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { SAMPLES } from "../documents.js";
import { processInto } from "../engine.js";
import { editDistance } from "../metrics/edit-distance.js";
import { normalizeText } from "../metrics/normalize-text.js";
import { mmdParagraphs, textParagraphs } from "./block-errors.js";
import { tesseractTexts } from "./tesseract.js";

const FOLDER = join(SAMPLES, "ocr-images");
const DPI = 300;

/**
 * Reads the pictures that come with their text (`NAME.tif` and `NAME.txt`), in order, everything counted.
 * @param {import("../../../src/index.js").Engine} engine
 * @param {{ only?: string | undefined, tesseract: boolean }} options
 */
export async function readImages(engine, { only, tesseract }) {
  if (!existsSync(FOLDER)) return [];
  const rows = [];
  for (const file of readdirSync(FOLDER).sort()) {
    const name = basename(file, extname(file));
    const truth = join(FOLDER, `${name}.txt`);
    if (file.endsWith(".txt") || !existsSync(truth) || (only && !name.includes(only))) continue;
    const gold = normalizeText(readFileSync(truth, "utf8"));
    const picture = join(FOLDER, file);
    const { mmd } = await processInto(engine, { name: `ocr/images/${name}`, pdf: picture });
    const errors = editDistance(gold, mmdParagraphs(mmd ?? "").join(" "));
    const others = tesseract
      ? tesseractTexts(picture, DPI).map((text) => editDistance(gold, textParagraphs(text).join(" ")))
      : [];
    rows.push({
      name: `image/${name}`,
      errors,
      characters: gold.length,
      tesseract: others.length > 0 ? Math.min(...others) : undefined,
    });
  }
  return rows;
}

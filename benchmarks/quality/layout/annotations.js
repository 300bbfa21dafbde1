import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SAMPLES } from "../documents.js";

/** Hand-checked pages; `sets.json` says which were never trained on nor tuned to. */
export const PAGES = join(dirname(fileURLToPath(import.meta.url)), "../pages");

/**
 * @typedef {object} Annotation
 * @property {string} sample Path below the folder of samples.
 * @property {number} page
 * @property {number} width
 * @property {number} height px, page space
 * @property {boolean} checked Somebody has looked at every region; false for a draft.
 * @property {import("./page-structure.js").Region[]} regions In reading order.
 */

/** `pdf/tracemonkey.pdf`, 3 → `pdf--tracemonkey-3` */
export function annotationName(sample, page) {
  return `${sample.replace(/\.[^.]+$/, "").replaceAll("/", "--")}-${page}`;
}

/** @returns {{ tuning: string[], unseen: string[] }} names of annotations */
export function readSets() {
  return JSON.parse(readFileSync(join(PAGES, "sets.json"), "utf8"));
}

/** @returns {Annotation | undefined} */
export function readAnnotation(name) {
  const path = join(PAGES, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** All annotations by name, sorted. */
export function listAnnotations() {
  return readdirSync(PAGES)
    .filter((file) => file.endsWith(".json") && file !== "sets.json")
    .sort()
    .map((file) => file.replace(/\.json$/, ""));
}

/** One region a line, so that a change of a page reads as one. */
export function writeAnnotation(annotation) {
  const { regions, ...head } = annotation;
  const rows = regions.map(({ kind, box, lines }) => ` ${JSON.stringify({ kind, box, lines })}`);
  const text = `${JSON.stringify(head).slice(0, -1)},"regions":[\n${rows.join(",\n")}\n]}\n`;
  mkdirSync(PAGES, { recursive: true });
  writeFileSync(join(PAGES, `${annotationName(annotation.sample, annotation.page)}.json`), text);
}

export const samplePath = (sample) => join(SAMPLES, sample);

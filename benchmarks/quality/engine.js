import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "./documents.js";

export const OUT = join(PROJECT, "benchmarks/quality/out");

/**
 * The built engine.
 * @returns {Promise<typeof import("../../src/index.js")>}
 * @throws {Error} when `npm run build` has not been run
 */
export async function loadEngine() {
  return importBuilt("index.js");
}

/** @param {string} path below `dist/` */
export async function importBuilt(path) {
  const file = join(PROJECT, "dist", path);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return import(pathToFileURL(file).href);
}

/**
 * Processes one document into `out/files/<name>/` and reads its MMD.
 * @param {import("../../src/index.js").Engine} engine
 * @param {{ name: string, pdf: string }} document
 * @param {Record<string, unknown>} [options]
 */
export async function processInto(engine, document, options = {}) {
  const destination = join(OUT, "files", document.name);
  await rm(destination, { recursive: true, force: true });
  await mkdir(destination, { recursive: true });
  const result = await engine.process(document.pdf, { destination, ...options });
  return { result, destination, mmd: readKind(result, "mmd") };
}

/**
 * Text of the first output file of a kind, or undefined.
 * @param {import("../../src/index.js").ProcessResult} result
 * @param {string} kind
 */
export function readKind(result, kind) {
  const file = result.files.find((entry) => entry.kind === kind);
  return file ? readFileSync(file.path, "utf8") : undefined;
}

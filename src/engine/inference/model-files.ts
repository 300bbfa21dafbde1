import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ModelError } from "../../errors.js";

/** Models live beside the compiled code, in the package's `models/`. */
const MODELS = new URL("../../../models/", import.meta.url);

interface ManifestEntry {
  file: string;
  sha256: string;
  bytes: number;
  classes: { file: string; sha256: string; count: number };
  inputs: Record<string, { widthBuckets?: number[]; widthMultiple?: number }>;
  pairs?: { file: string; sha256: string; perUnit: number };
}

export interface ModelFiles {
  /** Path of the ONNX file: the runtime maps it, so its weights are not copied into JavaScript. */
  path: string;
  /** Label of each class; class 0, the blank, is "". */
  labels: string[];
  /** Widths the input is padded to, ascending. */
  widthBuckets: number[];
  /** Table of the model's classes that are neighbours, where it has one: bytes as the training wrote them, and steps per unit. */
  pairs: { table: Int8Array; perUnit: number } | undefined;
}

/**
 * Finds a model by its name in the manifest and checks its files' length and SHA-256.
 * @throws ModelError `model_missing`, `model_damaged` naming the file
 */
export async function findModel(name: string): Promise<ModelFiles> {
  const found = await findOptionalModel(name);
  if (!found)
    throw new ModelError("model_missing", `models/manifest.json has no model "${name}"`, { stage: "recognize" });
  return found;
}

/**
 * The same for a model that the engine can do without: undefined when the manifest has none of this name.
 * @throws ModelError `model_missing`, `model_damaged` naming the file
 */
export async function findOptionalModel(name: string): Promise<ModelFiles | undefined> {
  const manifest = JSON.parse((await read("manifest.json")).toString()) as Record<string, ManifestEntry>;
  const entry = manifest[name];
  if (!entry) return undefined;
  await verified(entry.file, entry.sha256, entry.bytes);
  const { labels } = JSON.parse((await verified(entry.classes.file, entry.classes.sha256)).toString()) as {
    labels: string[];
  };
  const widthBuckets = Object.values(entry.inputs)[0]?.widthBuckets ?? [];
  const pairs = entry.pairs && {
    table: new Int8Array(await verified(entry.pairs.file, entry.pairs.sha256)),
    perUnit: entry.pairs.perUnit,
  };
  return { path: fileURLToPath(new URL(entry.file, MODELS)), labels: ["", ...labels], widthBuckets, pairs };
}

/**
 * Path of the layout net, checked; undefined when none is shipped.
 * @throws ModelError `model_missing`, `model_damaged` naming the file
 */
export async function findLayoutModel(): Promise<string | undefined> {
  const manifest = JSON.parse((await read("manifest.json")).toString()) as Record<string, ManifestEntry>;
  const entry = manifest.layout;
  if (!entry) return undefined;
  await verified(entry.file, entry.sha256, entry.bytes);
  return fileURLToPath(new URL(entry.file, MODELS));
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(new URL(file, MODELS));
  } catch (cause) {
    throw new ModelError("model_missing", `models/${file} cannot be read`, { stage: "recognize", cause });
  }
}

async function verified(file: string, sha256: string, bytes?: number): Promise<Buffer> {
  const data = await read(file);
  if (bytes !== undefined && data.byteLength !== bytes) {
    throw new ModelError("model_damaged", `Expected ${bytes} bytes in models/${file} but found ${data.byteLength}`, {
      stage: "recognize",
    });
  }
  if (createHash("sha256").update(data).digest("hex") !== sha256) {
    throw new ModelError("model_damaged", `models/${file} is not the file the manifest names (its SHA-256 differs)`, {
      stage: "recognize",
    });
  }
  return data;
}

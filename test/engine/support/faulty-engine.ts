import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import type { Engine, EngineInternals } from "../../../dist/engine/engine.js";
import { createEngineWith } from "../../../dist/engine/engine.js";
import type { EngineOptions } from "../../../dist/index.js";

const FAULTY_WORKER = fileURLToPath(new URL("faulty-worker.js", import.meta.url));

/** Engine whose workers fail as the document's file name says. */
export function faultyEngine(options: EngineOptions, internals: EngineInternals = {}): Promise<Engine> {
  return createEngineWith(options, { workerEntry: FAULTY_WORKER, ...internals });
}

/** Folder of a test file, removed after its tests. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mmd-engine-test-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function writeInput(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

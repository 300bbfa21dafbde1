import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { treeUsage } from "./process-tree.js";

const CHILD = fileURLToPath(new URL("engine-child.js", import.meta.url));
const SAMPLE_MS = 100;

/**
 * @typedef {object} EngineRun
 * @property {number} workers
 * @property {number} pages
 * @property {number} seconds From the first document to the last file written, engine start excluded.
 * @property {number} cpuSeconds Processor time of the process tree, start included: what the run would take on one idle core.
 * @property {number} firstPage Seconds from the start of the process to the first finished page.
 * @property {number} peakBytes Peak resident memory of the process tree.
 * @property {Record<string, number>} timings Seconds of work per stage, summed over workers.
 * @property {{ file: string, status: string, pages: number, seconds: number, error?: string }[]} documents
 * @property {{ page: number, bytes: number, seconds: number }[]} curve Memory over finished pages.
 */

/**
 * Runs the engine over files in a fresh process and samples the memory of its process tree.
 * @param {string[]} files
 * @param {number} workers
 * @returns {Promise<EngineRun>}
 */
export async function measureEngine(files, workers) {
  const destination = mkdtempSync(join(tmpdir(), "mmd-bench-"));
  const started = Date.now();
  const child = spawn(process.execPath, [CHILD, JSON.stringify({ files, workers, destination })], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const run = /** @type {EngineRun} */ ({
    workers,
    pages: 0,
    seconds: 0,
    cpuSeconds: 0,
    firstPage: 0,
    peakBytes: 0,
    timings: {},
    documents: [],
    curve: [],
  });
  let ready = started;
  const timer = setInterval(() => {
    const { bytes, cpuSeconds } = child.pid === undefined ? { bytes: 0, cpuSeconds: 0 } : treeUsage(child.pid);
    run.cpuSeconds = Math.max(run.cpuSeconds, cpuSeconds);
    run.peakBytes = Math.max(run.peakBytes, bytes);
    run.curve.push({ page: run.pages, bytes, seconds: (Date.now() - started) / 1000 });
  }, SAMPLE_MS);
  const closed = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) =>
      code === 0 ? resolve(undefined) : reject(new Error(`the engine's process ended with ${signal ?? code}`)),
    );
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const event = JSON.parse(line);
      if (event.type === "ready") ready = event.at;
      if (event.type === "page") {
        if (run.pages === 0) run.firstPage = (event.at - started) / 1000;
        run.pages += 1;
      }
      if (event.type === "document") addDocument(run, event);
      if (event.type === "end") run.seconds = (event.at - ready) / 1000;
    }
    await closed;
  } finally {
    clearInterval(timer);
    child.kill("SIGKILL");
    rmSync(destination, { recursive: true, force: true });
  }
  return run;
}

function addDocument(run, { file, status, pages, seconds, timings, error }) {
  run.documents.push({ file, status, pages, seconds, ...(error ? { error } : {}) });
  for (const [stage, milliseconds] of Object.entries(timings ?? {}))
    run.timings[stage] = (run.timings[stage] ?? 0) + milliseconds / 1000;
}

// Runs the engine over files in a process of its own, so that its memory can be measured from outside.
// argv[2]: { files, workers, destination }; prints one JSON line per event.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createEngine } from "../../dist/index.js";

const { files, workers, destination } = JSON.parse(process.argv[2]);
const say = (/** @type {Record<string, unknown>} */ event) =>
  process.stdout.write(`${JSON.stringify({ ...event, at: Date.now() })}\n`);

const engine = await createEngine({ workers });
say({ type: "ready" });
const queue = files.map((/** @type {string} */ file, /** @type {number} */ index) => ({ file, index }));

/** As many documents at a time as there are workers, as the command line does: else one-page documents leave workers idle. */
async function drain() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const folder = join(destination, String(next.index));
    mkdirSync(folder, { recursive: true });
    const start = performance.now();
    const result = await engine.process(next.file, {
      destination: folder,
      onProgress: (event) => {
        if (event.type === "page") say({ type: "page" });
      },
    });
    say({
      type: "document",
      file: next.file,
      status: result.status,
      pages: result.pages.length,
      seconds: (performance.now() - start) / 1000,
      timings: result.timings,
      error: result.error?.message,
    });
  }
}

await Promise.all(Array.from({ length: workers }, drain));
say({ type: "end" });
await engine.close();

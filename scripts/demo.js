// npm run demo: processes the article in examples/ and prints what was written.
import { readFile, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createEngine } from "../dist/index.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCE = join(ROOT, "examples/pendulum.pdf");
const DESTINATION = join(ROOT, "out/demo");
const SHOWN_LINES = 40;
const SHOWN_CHARACTERS = 110;

const seconds = (/** @type {number} */ from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const size = (/** @type {number} */ bytes) => (bytes < 10_000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`);

const _shorten = (/** @type {string} */ line) =>
  line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)} …` : line;

await rm(DESTINATION, { recursive: true, force: true });
const start = performance.now();
const engine = await createEngine({ workers: 2 });
try {
  const result = await engine.process(SOURCE, {
    destination: DESTINATION,
    imageOutputMode: "local",
    conversionFormats: { md: true, html: true },
    onProgress: (event) => {
      if (event.type === "page") console.log(`page ${event.page} done after ${seconds(start)}`);
    },
  });
  console.log(`\n${relative(ROOT, SOURCE)}: ${result.status}, ${result.pageCount} pages in ${seconds(start)}\n`);
  for (const file of result.files) console.log(`${size(file.bytes).padStart(8)}  ${relative(ROOT, file.path)}`);
  for (const warning of result.warnings) console.log(`warning: ${warning}`);
  const mmd = result.files.find((file) => file.kind === "mmd");
  if (mmd) {
    const lines = (await readFile(mmd.path, "utf8")).split("\n");
    console.log(`\nThe first ${SHOWN_LINES} lines of ${relative(ROOT, mmd.path)}:\n`);
    console.log(
      lines
        .slice(0, SHOWN_LINES)
        .map((line) => `  ${line}`)
        .join("\n"),
    );
  }
  process.exitCode = result.status === "completed" ? 0 : 1;
} finally {
  await engine.close();
}

// How soon a fresh process has written the Markdown of a page: no model and no worker of the engine may start for it.
//   node scripts/proofs/first-byte.js [--runs 15] [FILE.mmd]
// Prints the median and the best; ends with 1 when the best run takes 300 ms or more of the clock.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const PAGE = fileURLToPath(new URL("../../test/golden/paper/paper.mmd", import.meta.url));
const LIMIT_MS = 300;
const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "15" } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), "first-byte-"));
try {
  const times = [];
  for (let run = 0; run < Number(values.runs); run++) times.push(await firstByte(positionals[0] ?? PAGE));
  times.sort((a, b) => a - b);
  const [best, middle] = [times[0], times[Math.floor(times.length / 2)]];
  console.log(
    `first line of output after ${Math.round(middle)} ms (median of ${times.length}), ${Math.round(best)} ms at best`,
  );
  process.exitCode = best < LIMIT_MS ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** ms from the start of the process to the name of the file that it has written. */
function firstByte(file) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, "convert", file, "--to", "md", "-o", folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.once("error", reject);
    let first;
    child.stdout.on("data", () => {
      first ??= performance.now() - start;
    });
    child.once("close", () => (first === undefined ? reject(new Error("nothing was written")) : resolve(first)));
  });
}

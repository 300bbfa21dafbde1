// Processes hostile files one after the other; the parent survives when this process does not.
// stdin: JSON { files: [{ path, password }], workers, deadline, pageDeadline, isolation }; stdout: one JSON line per start and per result.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../../dist/index.js";

const { files, workers, deadline, pageDeadline, isolation } = JSON.parse(readFileSync(0, "utf8"));
const say = (/** @type {Record<string, unknown>} */ event) => process.stdout.write(`${JSON.stringify(event)}\n`);
process.on("unhandledRejection", (reason) => {
  say({ type: "unhandled", message: String(reason) });
  process.exit(3);
});

const engine = await createEngine({ workers, isolation });
for (const { path, password } of files) {
  const destination = mkdtempSync(join(tmpdir(), "mmd-hostile-"));
  const start = performance.now();
  say({ type: "start", path });
  try {
    const result = await engine.process(path, {
      destination,
      pageDeadlineSeconds: pageDeadline,
      deadlineSeconds: deadline,
      ...(password === undefined ? {} : { password }),
    });
    const mmd = result.files.find((file) => file.kind === "mmd");
    say({
      type: "result",
      path,
      seconds: (performance.now() - start) / 1000,
      result: { ...result, files: [] },
      mmd: mmd && readFileSync(mmd.path, "utf8").slice(0, 100_000),
    });
  } catch (error) {
    say({ type: "thrown", path, seconds: (performance.now() - start) / 1000, message: String(error?.stack ?? error) });
  } finally {
    rmSync(destination, { recursive: true, force: true });
  }
}
await engine.close();

// Process that the resume test kills: processes a document with a slow worker and prints a line per page.
import { fileURLToPath } from "node:url";
import { createEngineWith } from "../../../dist/engine/engine.js";

const [input, destination, isolation] = process.argv.slice(2);
const workerEntry = fileURLToPath(new URL("faulty-worker.js", import.meta.url));
const engine = await createEngineWith({ workers: 2, isolation }, { workerEntry });
await engine.process(input, {
  destination,
  onProgress: ({ type }) => type === "page" && process.stdout.write("page\n"),
});
await engine.close();

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { faultyEngine, testFolder, writeInput } from "../support/faulty-engine.js";
import { textPdf } from "../support/text-pdf.js";

const FAULTS = [
  ["exit-2.pdf", "worker_crash"],
  ["eat-2.pdf", "worker_crash"],
  ["throw-2.pdf", "unexpected"],
] as const;

test.each(FAULTS)("%s costs its page only", async (name, code) => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 2 }, { heapMb: 128 });
  const input = await writeInput(folder, name, textPdf(4));
  const result = await engine.process(input, { destination: join(folder, "out") });
  expect(result.status).toBe("partial");
  expect(result.pages.map(({ status }) => status)).toEqual(["completed", "error", "completed", "completed"]);
  expect(result.pages[1]!.error).toMatchObject({ name: "InternalError", code, page: 2 });

  const lines = JSON.parse(await readFile(join(folder, "out", name.replace("pdf", "lines.json")), "utf8"));
  expect(lines.pages.map(({ page }: { page: number }) => page)).toEqual([1, 2, 3, 4]);
  expect(lines.pages[1].lines).toEqual([]);

  // The engine goes on as if nothing had happened.
  const sound = await writeInput(folder, "sound.pdf", textPdf(2));
  expect((await engine.process(sound, { destination: join(folder, "sound") })).status).toBe("completed");
  await engine.close();
});

test("a worker that dies once is replaced and the page delivered", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 2 });
  const input = await writeInput(folder, "onceExit-3.pdf", textPdf(4));
  const result = await engine.process(input, { destination: join(folder, "out") });
  await engine.close();
  expect(result).toMatchObject({ status: "completed", pageCount: 4 });
  expect(result.warnings).toHaveLength(1);
  expect(result.warnings[0]).toMatch(
    /^page 3: done on the second try, the first failed: onceExit-3\.pdf, page 3: The worker/,
  );
});

test("a failed page has the size of the page", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 1 });
  const input = await writeInput(folder, "throw-1.pdf", textPdf(1, { mediaBox: [360, 720] }));
  const result = await engine.process(input, { destination: join(folder, "out") });
  await engine.close();
  expect(result.pages[0]).toMatchObject({ width: 1250, height: 2500, status: "error" });
});

test("workers that do not even load are said so at once", async () => {
  const folder = await testFolder();
  const workerEntry = fileURLToPath(new URL("../support/broken-worker.js", import.meta.url));
  const engine = await faultyEngine({ workers: 2 }, { workerEntry });
  const input = await writeInput(folder, "sound.pdf", textPdf(1));
  const start = performance.now();
  const result = await engine.process(input, { destination: join(folder, "out") });
  await engine.close();
  expect(result).toMatchObject({ status: "error", error: { code: "worker_crash", file: "sound.pdf" } });
  expect(result.error!.message).toContain("the module is broken");
  expect(performance.now() - start).toBeLessThan(15_000);
});

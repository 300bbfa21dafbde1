import { join } from "node:path";
import { expect, test } from "vitest";
import type { EngineInternals } from "../../../dist/engine/engine.js";
import type { EngineOptions } from "../../../dist/index.js";
import { faultyEngine, testFolder, writeInput } from "../support/faulty-engine.js";
import { type LoggedPage, readPageLog } from "../support/page-log.js";
import { readTree } from "../support/read-tree.js";
import { textPdf } from "../support/text-pdf.js";

interface Run {
  pages: LoggedPage[];
  files: Awaited<ReturnType<typeof readTree>>;
}

async function runLogged(folder: string, options: EngineOptions, internals: EngineInternals = {}): Promise<Run> {
  const input = await writeInput(folder, "log-0.pdf", textPdf(12));
  const engine = await faultyEngine(options, internals);
  await engine.process(input, { destination: join(folder, "out"), basename: "sample" });
  await engine.close();
  return { pages: await readPageLog(input), files: await readTree(join(folder, "out")) };
}

const countOf = (pages: LoggedPage[], key: keyof LoggedPage) => new Set(pages.map((page) => page[key])).size;

test("a worker is replaced after so many pages, and nothing shows of it in the result", async () => {
  const kept = await runLogged(await testFolder(), { workers: 1 });
  expect(countOf(kept.pages, "thread")).toBe(1);

  const replaced = await runLogged(await testFolder(), { workers: 1 }, { maxPages: 4 });
  expect(countOf(replaced.pages, "thread")).toBe(3);
  expect(replaced.files).toEqual(kept.files);
});

test("the process of the workers is replaced after so many tasks, and nothing shows of it in the result", async () => {
  const kept = await runLogged(await testFolder(), { workers: 2 });
  expect(countOf(kept.pages, "process")).toBe(1);

  const replaced = await runLogged(await testFolder(), { workers: 2 }, { processMaxPages: 5 });
  // 12 pages and the task that opens the document
  expect(countOf(replaced.pages, "process")).toBe(3);
  expect(replaced.pages.map(({ page }) => page).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 1),
  );
  expect(replaced.files).toEqual(kept.files);
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { createEngine, type ProgressEvent } from "../../dist/index.js";
import { testFolder, writeInput } from "./support/faulty-engine.js";
import { textPdf } from "./support/text-pdf.js";

test("events of a document come in order and count every page once", async () => {
  const folder = await testFolder();
  const input = await writeInput(folder, "sample.pdf", textPdf(5));
  const engine = await createEngine({ workers: 2 });
  const events: ProgressEvent[] = [];
  const result = await engine.process(input, {
    destination: join(folder, "out"),
    pageRanges: "2-5",
    onProgress: (event) => events.push(event),
  });
  await engine.close();

  expect(events.map(({ type }) => type)).toEqual(["opened", "page", "page", "page", "page", "rendered", "finished"]);
  expect(events[0]).toMatchObject({ pageCount: 5, pages: 4, resumedPages: 0, documentId: result.documentId });
  const pages = events.filter((event) => event.type === "page");
  expect(pages.map(({ pagesDone }) => pagesDone)).toEqual([1, 2, 3, 4]);
  expect(pages.map(({ page }) => page).sort()).toEqual([2, 3, 4, 5]);
  expect(events.at(-1)).toMatchObject({ status: "completed", file: "sample.pdf" });
  expect(Object.keys(result.timings)).toEqual(
    expect.arrayContaining(["open", "evidence", "layout", "render", "write"]),
  );
});

test("what a listener throws ends the run", async () => {
  const folder = await testFolder();
  const input = await writeInput(folder, "sample.pdf", textPdf(3));
  const engine = await createEngine({ workers: 1 });
  const run = engine.process(input, {
    destination: join(folder, "out"),
    onProgress: () => {
      throw new Error("listener broke");
    },
  });
  await expect(run).rejects.toThrow("listener broke");
  await engine.close();
});

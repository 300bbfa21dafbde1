import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine, type Engine, type StreamedPage } from "../../dist/index.js";
import { faultyEngine, testFolder, writeInput } from "./support/faulty-engine.js";
import { textPdf } from "./support/text-pdf.js";

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ workers: 2 });
});
afterAll(() => engine.close());

async function collect(pages: AsyncIterable<StreamedPage>): Promise<StreamedPage[]> {
  const all: StreamedPage[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

test("pages come in order and together are the document", async () => {
  const pages = await collect(engine.pages(textPdf(7)));
  expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const { page, lines, mmdLines, mmd, status } of pages) {
    expect(status).toBe("completed");
    expect(lines.page).toBe(page);
    expect(mmdLines.lines.map(({ text }) => text).join("")).toBe(mmd);
    expect(mmd).toContain(`ends here on page ${page}.`);
  }
});

test("twice the same pages", async () => {
  const [first, second] = [await collect(engine.pages(textPdf(4))), await collect(engine.pages(textPdf(4)))];
  expect(second).toEqual(first);
});

test("ranges are respected", async () => {
  const pages = await collect(engine.pages(textPdf(6), { pageRanges: "2,5-6" }));
  expect(pages.map(({ page }) => page)).toEqual([2, 5, 6]);
});

test("leaving the loop ends the work and the engine goes on", async () => {
  for await (const page of engine.pages(textPdf(30))) if (page.page === 2) break;
  expect(await collect(engine.pages(textPdf(1)))).toHaveLength(1);
});

test("a reader that is slow is not run away from", async () => {
  const folder = await testFolder();
  const faulty = await faultyEngine({ workers: 1 });
  const input = await writeInput(folder, "log-0.pdf", textPdf(40));
  const started = async () => (await readFile(`${input}.log`, "utf8")).trim().split("\n").length;
  const pages = faulty.pages(input);
  await pages.next();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const ahead = await started();
  expect(ahead).toBeLessThan(10);
  for (let count = 0; count < 10; count++) await pages.next();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await started()).toBe(ahead + 10);
  await pages.return();
  await faulty.close();
});

test("a page that fails comes as an empty page with its error", async () => {
  const folder = await testFolder();
  const faulty = await faultyEngine({ workers: 2 });
  const pages = await collect(faulty.pages(await writeInput(folder, "throw-2.pdf", textPdf(3))));
  await faulty.close();
  expect(pages.map(({ status }) => status)).toEqual(["completed", "error", "completed"]);
  expect(pages[1]).toMatchObject({ mmd: "", error: { page: 2 } });
});

test("a document that cannot be opened throws", async () => {
  await expect(collect(engine.pages(Buffer.from("no document")))).rejects.toMatchObject({
    name: "InputError",
    code: "unsupported_file_type",
    file: "buffer",
  });
  await expect(collect(engine.pages(join("no", "where.pdf")))).rejects.toMatchObject({ code: "file_not_found" });
  expect(() => engine.pages(textPdf(1), { rmSpaces: 1 as never })).toThrow("Expected boolean for rmSpaces");
});

test("aborting the signal ends the loop", async () => {
  const controller = new AbortController();
  const read = async () => {
    for await (const _page of engine.pages(textPdf(20), { signal: controller.signal })) controller.abort();
  };
  await expect(read()).rejects.toMatchObject({ name: "AbortError" });
});

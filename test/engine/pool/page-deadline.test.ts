import { join } from "node:path";
import { expect, test } from "vitest";
import { faultyEngine, testFolder, writeInput } from "../support/faulty-engine.js";
import { textPdf } from "../support/text-pdf.js";

test("a page that hangs is ended at its deadline, twice, and the others are delivered", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 2 });
  const input = await writeInput(folder, "hang-2.pdf", textPdf(4));
  const start = performance.now();
  const result = await engine.process(input, { destination: join(folder, "out"), pageDeadlineSeconds: 3 });
  const seconds = (performance.now() - start) / 1000;
  await engine.close();

  expect(result.status).toBe("partial");
  expect(result.pages.map(({ status }) => status)).toEqual(["completed", "error", "completed", "completed"]);
  expect(result.pages[1]!.error).toMatchObject({
    name: "TimeoutError",
    code: "page_deadline",
    file: "hang-2.pdf",
    page: 2,
  });
  // Two tries of three seconds.
  expect(seconds).toBeGreaterThan(6);
  expect(seconds).toBeLessThan(30);
});

test("a page that hangs once is delivered by the second try", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 1 });
  const input = await writeInput(folder, "onceHang-2.pdf", textPdf(3));
  const result = await engine.process(input, { destination: join(folder, "out"), pageDeadlineSeconds: 3 });
  await engine.close();
  expect(result.status).toBe("completed");
  expect(result.pages).toHaveLength(3);
});

test("pages past the deadline of the document stay empty", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 1 });
  const input = await writeInput(folder, "hang-3.pdf", textPdf(5, { mediaBox: [300, 400] }));
  const result = await engine.process(input, { destination: join(folder, "out"), deadlineSeconds: 6 });
  await engine.close();
  expect(result.status).toBe("partial");
  expect(result.pages.map(({ status }) => status)).toEqual(["completed", "completed", "error", "error", "error"]);
  for (const { error } of result.pages.slice(2)) expect(error).toMatchObject({ code: "document_deadline" });
});

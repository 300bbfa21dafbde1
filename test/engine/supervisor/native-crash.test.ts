import { join } from "node:path";
import { expect, test } from "vitest";
import { faultyEngine, testFolder, writeInput } from "../support/faulty-engine.js";
import { textPdf } from "../support/text-pdf.js";

test("a crash of the whole worker process costs the guilty page only", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 2, isolation: "process" });
  const input = await writeInput(folder, "segv-3.pdf", textPdf(6));
  const result = await engine.process(input, { destination: join(folder, "out") });
  expect(result.status).toBe("partial");
  expect(result.pages.filter(({ status }) => status === "error").map(({ page }) => page)).toEqual([3]);
  expect(result.pages[2]!.error).toMatchObject({ code: "process_crash", page: 3, file: "segv-3.pdf" });
  expect(result.pages[2]!.error!.message).toContain("SIGSEGV");

  const sound = await writeInput(folder, "sound.pdf", textPdf(2));
  expect((await engine.process(sound, { destination: join(folder, "sound") })).status).toBe("completed");
  await engine.close();
});

test("a crash that does not come again costs nothing", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 2, isolation: "process" });
  const input = await writeInput(folder, "onceSegv-2.pdf", textPdf(4));
  const result = await engine.process(input, { destination: join(folder, "out") });
  await engine.close();
  expect(result.status).toBe("completed");
});

test("deadlines hold in the child process", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 1, isolation: "process" });
  const input = await writeInput(folder, "hang-1.pdf", textPdf(2));
  const result = await engine.process(input, { destination: join(folder, "out"), pageDeadlineSeconds: 4 });
  await engine.close();
  expect(result.pages.map(({ error }) => error?.code)).toEqual(["page_deadline", undefined]);
});

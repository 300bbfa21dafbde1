import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultyEngine, testFolder, writeInput } from "./support/faulty-engine.js";
import { textPdf } from "./support/text-pdf.js";

test.each(["none", "process"] as const)(
  "an aborted run stops within a second and leaves nothing (isolation %s)",
  async (isolation) => {
    const folder = await testFolder();
    const engine = await faultyEngine({ workers: 2, isolation });
    const input = await writeInput(folder, "hang-2.pdf", textPdf(4));
    const controller = new AbortController();
    let aborted = 0;
    const run = engine.process(input, {
      destination: join(folder, "out"),
      signal: controller.signal,
      onProgress: ({ type }) => {
        if (type !== "page" || aborted) return;
        aborted = performance.now();
        controller.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(performance.now() - aborted).toBeLessThan(1000);
    expect(await readdir(join(folder, "out"))).toEqual([]);

    // The engine is as good as new.
    const sound = await writeInput(folder, "sound.pdf", textPdf(1));
    expect((await engine.process(sound, { destination: join(folder, "sound") })).status).toBe("completed");
    await engine.close();
  },
);

test("a signal that is aborted already starts nothing", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 1 });
  const reason = new Error("no longer wanted");
  const run = engine.process(join(folder, "missing.pdf"), { destination: folder, signal: AbortSignal.abort(reason) });
  await expect(run).rejects.toBe(reason);
  await engine.close();
});

test("closing the engine aborts what runs", async () => {
  const folder = await testFolder();
  const engine = await faultyEngine({ workers: 1 });
  const input = await writeInput(folder, "hang-1.pdf", textPdf(1));
  const run = engine.process(input, { destination: join(folder, "out") });
  const rejected = expect(run).rejects.toMatchObject({ name: "AbortError" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await engine.close();
  await rejected;
  await expect(engine.process(input)).rejects.toMatchObject({ code: "engine_closed" });
});

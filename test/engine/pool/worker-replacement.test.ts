import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultyEngine, testFolder, writeInput } from "../support/faulty-engine.js";
import { readTree } from "../support/read-tree.js";
import { textPdf } from "../support/text-pdf.js";

test("a worker is replaced after so many pages, and nothing shows of it in the result", async () => {
  const folder = await testFolder();
  const bytes = textPdf(12);
  const threads = async (input: string) =>
    new Set(
      (await readFile(`${input}.log`, "utf8"))
        .trim()
        .split("\n")
        .map((line) => line.split(" ")[1]),
    ).size;

  const kept = await faultyEngine({ workers: 1 });
  const input = await writeInput(folder, "log-0.pdf", bytes);
  await kept.process(input, { destination: join(folder, "kept"), basename: "sample" });
  await kept.close();
  expect(await threads(input)).toBe(1);

  const replaced = await faultyEngine({ workers: 1 }, { maxPages: 4 });
  const again = await writeInput(folder, "log-1.pdf", bytes);
  await replaced.process(again, { destination: join(folder, "replaced"), basename: "sample" });
  await replaced.close();
  expect(await threads(again)).toBe(3);
  expect(await readTree(join(folder, "replaced"))).toEqual(await readTree(join(folder, "kept")));
});

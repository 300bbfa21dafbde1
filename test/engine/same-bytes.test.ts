import { join } from "node:path";
import { expect, test } from "vitest";
import { createEngine } from "../../dist/index.js";
import { testFolder, writeInput } from "./support/faulty-engine.js";
import { readTree } from "./support/read-tree.js";
import { textPdf } from "./support/text-pdf.js";

test("the same bytes with 1, 2 and 4 workers, in threads and in a process, on every run", async () => {
  const folder = await testFolder();
  const input = await writeInput(folder, "sample.pdf", textPdf(9));
  const runs = [
    { workers: 1, isolation: "none" },
    { workers: 2, isolation: "none" },
    { workers: 4, isolation: "process" },
    { workers: 2, isolation: "none" },
  ] as const;
  const trees: Record<string, string>[] = [];
  for (const [index, options] of runs.entries()) {
    const engine = await createEngine(options);
    const destination = join(folder, String(index));
    const result = await engine.process(input, { destination });
    await engine.close();
    expect(result.status).toBe("completed");
    trees.push(await readTree(destination));
  }
  expect(Object.keys(trees[0]!)).toEqual(["sample.lines.json", "sample.lines.mmd.json", "sample.mmd"]);
  for (const tree of trees.slice(1)) expect(tree).toEqual(trees[0]);
});

test("an engine that has done other documents gives the same bytes as a new one", async () => {
  const folder = await testFolder();
  const input = await writeInput(folder, "sample.pdf", textPdf(3));
  const other = await writeInput(folder, "other.pdf", textPdf(4, { title: "Other" }));
  const engine = await createEngine({ workers: 2 });
  await engine.process(input, { destination: join(folder, "first") });
  await Promise.all([
    engine.process(other, { destination: join(folder, "other") }),
    engine.process(input, { destination: join(folder, "second") }),
  ]);
  await engine.close();
  expect(await readTree(join(folder, "second"))).toEqual(await readTree(join(folder, "first")));
});

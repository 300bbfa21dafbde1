import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createEngine } from "../../dist/index.js";
import { testFolder } from "./support/faulty-engine.js";
import { textPdf } from "./support/text-pdf.js";

test("documents of one name that run together get names in the order of the calls", async () => {
  const folder = await testFolder();
  const engine = await createEngine({ workers: 2 });
  const titles = ["First", "Second", "Third"];
  // The first is the longest: it opens and ends last.
  const results = await Promise.all(
    titles.map((title, index) =>
      engine.process(textPdf(6 - 2 * index, { title }), { destination: folder, basename: "paper" }),
    ),
  );
  await engine.close();
  expect(results.map(({ status }) => status)).toEqual(["completed", "completed", "completed"]);
  for (const [index, name] of ["paper.mmd", "paper-2.mmd", "paper-3.mmd"].entries()) {
    expect(await readFile(join(folder, name), "utf8")).toContain(titles[index]);
  }
  expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
});

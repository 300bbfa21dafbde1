import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { expandInputs } from "../../src/cli/expand-inputs.js";
import { planOutputs } from "../../src/cli/plan-outputs.js";
import { testFolder } from "../engine/support/faulty-engine.js";

let folder: string;
beforeAll(async () => {
  folder = await testFolder();
  await mkdir(join(folder, "sub", "deep"), { recursive: true });
  for (const name of ["b.pdf", "a.PDF", "notes.txt", "sub/c.png", "sub/deep/d.tiff", "odd [1].pdf"]) {
    await writeFile(join(folder, name), "x");
  }
  await symlink(join(folder, "b.pdf"), join(folder, "link.pdf"));
});

const names = (files: string[]) => files.map((file) => file.slice(folder.length + 1));

test("a folder gives its documents to the bottom, by name", async () => {
  const { files, missing } = await expandInputs([folder]);
  expect(names(files)).toEqual(["a.PDF", "b.pdf", "odd [1].pdf", "sub/c.png", "sub/deep/d.tiff"]);
  expect(missing).toEqual([]);
});

test("a pattern gives what matches; a file counts once, whatever names it", async () => {
  const { files } = await expandInputs([join(folder, "b.pdf"), join(folder, "*.pdf"), join(folder, "link.pdf")]);
  expect(names(files)).toEqual(["b.pdf", "odd [1].pdf"]);
});

test("a file with the letters of a pattern in its name is a file", async () => {
  expect(names((await expandInputs([join(folder, "odd [1].pdf")])).files)).toEqual(["odd [1].pdf"]);
});

test("a file of any name is taken when it is named", async () => {
  expect(names((await expandInputs([join(folder, "notes.txt")])).files)).toEqual(["notes.txt"]);
});

test("what names nothing is said", async () => {
  const { files, missing } = await expandInputs([join(folder, "x.pdf"), join(folder, "*.gif"), "-"]);
  expect(files).toEqual(["-"]);
  expect(missing).toEqual([
    `${join(folder, "x.pdf")}: The file does not exist`,
    `${join(folder, "*.gif")}: No file matches the pattern`,
  ]);
});

test("one document goes into the folder, several into a folder each", () => {
  expect(planOutputs(["x/paper.pdf"], "out")).toEqual([
    { input: "x/paper.pdf", destination: "out", basename: "paper" },
  ]);
  expect(planOutputs(["x/paper.pdf"], undefined)[0]!.destination).toBe("x");
  const plans = planOutputs(["x/paper.pdf", "y/Paper.png", "y/other.pdf"], "out");
  expect(plans.map(({ destination, basename }) => [destination, basename])).toEqual([
    ["out/paper", "paper"],
    ["out/Paper-2", "Paper"],
    ["out/other", "other"],
  ]);
});

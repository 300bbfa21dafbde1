import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEngine, DirectoryCropStore, type Engine } from "../../../dist/index.js";
import { mmdOfLines } from "../../../src/engine/convert/mmd-of-lines.js";
import { cropNames } from "../../../src/engine/convert/redraw-crops.js";
import { sharp } from "../../../src/engine/raster/sharp.js";
import { testFolder, writeInput } from "../support/faulty-engine.js";
import { textPdf } from "../support/text-pdf.js";

const MAIN = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));
const REGION = { height: 300, width: 500, top_left_y: 200, top_left_x: 150 };
const CROP = "doc-1_300_500_200_150.jpg";
const MMD = `Text.\n\n![](images/${CROP})\n`;

let engine: Engine;
let folder: string;
let pdf: string;
beforeAll(async () => {
  folder = await testFolder();
  engine = await createEngine({ workers: 1 });
  pdf = await writeInput(folder, "source.pdf", textPdf(1));
});
afterAll(() => engine.close());

async function place(name: string, files: Record<string, string>): Promise<string> {
  const own = join(folder, name);
  await mkdir(own, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(own, file), content);
  return own;
}

async function picture(html: string) {
  const data = /data:image\/jpeg;base64,([A-Za-z0-9+/=]+)/.exec(html)?.[1] ?? "";
  return sharp(Buffer.from(data, "base64")).metadata();
}

describe("lines.json", () => {
  test("gives the MMD that was delivered with it", async () => {
    const destination = join(folder, "processed");
    const result = await engine.process(pdf, { destination });
    expect(result.status).toBe("completed");
    const lines = await readFile(join(destination, "source.lines.json"), "utf8");
    expect(mmdOfLines(lines, "source.lines.json")).toBe(await readFile(join(destination, "source.mmd"), "utf8"));
    await rm(join(destination, "source.mmd"));
    const { md } = await engine.convert(join(destination, "source.lines.json"), { conversionFormats: { md: true } });
    expect(md).toMatchObject({ status: "completed", path: join(destination, "source.md") });
  });
  test.each(["{", "[]", '{"pages":[1]}'])("%s is refused by name", (text) => {
    expect(() => mmdOfLines(text, "x.lines.json")).toThrow(/^x\.lines\.json: Expected/);
  });
});

describe("crops that are not beside the MMD", () => {
  test("are drawn again from the document", async () => {
    const own = await place("redraw", { "a.mmd": MMD });
    const { html } = await engine.convert(
      { path: join(own, "a.mmd"), source: pdf },
      { conversionFormats: { html: true } },
    );
    expect(html).toMatchObject({ status: "completed", warnings: [] });
    expect(await picture(await readFile(join(own, "a.html"), "utf8"))).toMatchObject({ width: 500, height: 300 });
  });
  test("come from the crop store by their address", async () => {
    const store = join(folder, "store");
    const jpeg = await sharp({ create: { width: 9, height: 7, channels: 3, background: "#123" } })
      .jpeg()
      .toBuffer();
    await new DirectoryCropStore(store).put({
      documentId: "doc",
      imageId: "doc-1",
      page: 1,
      kind: "figure",
      lineId: "x",
      region: REGION,
      jpeg: new Uint8Array(jpeg),
    });
    const address = "https://cdn.mathpix.com/cropped/doc-1.jpg?height=300&width=500&top_left_y=200&top_left_x=150";
    const own = await place("store-use", { "a.mmd": `![](${address})\n` });
    await engine.convert({ path: join(own, "a.mmd"), cropStore: store }, { conversionFormats: { html: true } });
    expect(await picture(await readFile(join(own, "a.html"), "utf8"))).toMatchObject({ width: 9, height: 7 });
  });
  test("are known by name, page and region", () => {
    expect(cropNames(MMD)).toEqual([{ name: CROP, imageId: "doc-1", page: 1, region: REGION }]);
    expect(cropNames("![](images/a.jpg) ![](images/../doc-1_1_0_1_1.jpg)")).toEqual([]);
  });
});

test("a folder is converted in parallel, with a line for each file; a bad one costs itself", async () => {
  const own = await place("many", { "a.mmd": MMD, "b.mmd": "B", "c.lines.json": "{", "a.lines.json": "{" });
  await place("many/inner", { "a.mmd": "Inner" });
  const args = [
    MAIN,
    "convert",
    own,
    "--to",
    "md",
    "-o",
    join(folder, "converted"),
    "--workers",
    "2",
    "--progress",
    "json",
  ];
  const run = await promisify(execFile)(process.execPath, args).catch((error) => error);
  expect(run.code).toBe(1);
  expect(run.stdout.trim().split("\n").sort()).toEqual(
    ["a-2.md", "a.md", "b.md"].map((name) => join(folder, "converted", name)),
  );
  const events = run.stderr
    .split("\n")
    .filter((line: string) => line.startsWith("{"))
    .map((line: string) => JSON.parse(line));
  const converted = events.filter(({ type }: { type: string }) => type === "converted");
  expect(converted).toHaveLength(4);
  expect(
    events
      .filter(({ type, file }: { type: string; file: string }) => type === "format" && file === join(own, "b.mmd"))
      .map(({ format, status }: { format: string; status: string }) => [format, status]),
  ).toEqual([
    ["md", "processing"],
    ["md", "completed"],
  ]);
  expect(converted.filter(({ status }: { status: string }) => status === "error")).toMatchObject([
    { file: join(own, "c.lines.json") },
  ]);
  expect(run.stderr).toContain("c.lines.json: Expected JSON with pages of lines");
});

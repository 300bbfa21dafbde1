import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine, type Engine } from "../../../dist/index.js";
import { sharp } from "../../../src/engine/raster/sharp.js";
import { testFolder, writeInput } from "../support/faulty-engine.js";
import { textPdf } from "../support/text-pdf.js";

const MMD = "\\section*{1 One}\n\nText with \\(x^2\\).\n\n![](images/a.jpg)\n";

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = await testFolder();
  engine = await createEngine({ workers: 1 });
});
afterAll(() => engine.close());

test("formats asked for are written beside the MMD, each with its status", async () => {
  const destination = join(folder, "formats");
  const statuses: string[] = [];
  const result = await engine.process(await writeInput(folder, "sample.pdf", textPdf(1)), {
    destination,
    conversionFormats: { md: true, html: true, xlsx: true, mmd: true },
    onProgress: (event) => {
      if (event.type === "format") statuses.push(`${event.format} ${event.status}`);
    },
  });
  expect(result.status).toBe("completed");
  expect(Object.fromEntries(Object.entries(result.formats).map(([format, { status }]) => [format, status]))).toEqual({
    md: "completed",
    html: "completed",
    xlsx: "completed",
  });
  expect(statuses).toEqual(["md", "html", "xlsx"].flatMap((format) => [`${format} processing`, `${format} completed`]));
  expect(await readdir(destination)).toEqual([
    "sample.html",
    "sample.lines.json",
    "sample.lines.mmd.json",
    "sample.md",
    "sample.mmd",
    "sample.xlsx",
  ]);
  expect(result.formats.md!.path).toBe(join(destination, "sample.md"));
  expect(await readFile(join(destination, "sample.md"), "utf8")).toContain("ends here on page 1.");
});

test("pages are drawn as pictures, named by their pages", async () => {
  const destination = join(folder, "pictures");
  const input = await writeInput(folder, "pages.pdf", textPdf(3));
  const result = await engine.process(input, {
    destination,
    pageRanges: "2-3",
    conversionFormats: { jpg: true, png: true },
  });
  expect(result.status).toBe("completed");
  const names = (await readdir(destination)).filter((name) => /\.(?:jpg|png)$/.test(name));
  expect(names.sort()).toEqual(["pages-3.jpg", "pages-3.png", "pages.jpg", "pages.png"]);
  expect(result.formats.jpg!.path).toBe(join(destination, "pages.jpg"));
  const lines = JSON.parse(await readFile(join(destination, "pages.lines.json"), "utf8"));
  for (const [name, format] of [
    ["pages.jpg", "jpeg"],
    ["pages-3.png", "png"],
  ] as const) {
    const facts = await sharp(await readFile(join(destination, name))).metadata();
    const { page_width: width, page_height: height } = lines.pages[0];
    expect(facts).toMatchObject({ format, width, height });
  }
  const { jpg } = await engine.convert(
    { path: join(destination, "pages.mmd"), source: input },
    { destination: join(folder, "pictures-again"), pageRanges: "2", conversionFormats: { jpg: true } },
  );
  const again = await readFile(jpg!.path!);
  expect(again.equals(await readFile(join(destination, "pages.jpg")))).toBe(true);
});

test("a format that fails costs itself only", async () => {
  const { md, jpg } = await engine.convert({ mmd: MMD }, { conversionFormats: { md: true, jpg: true } });
  expect(md).toMatchObject({ status: "completed" });
  expect(jpg).toMatchObject({ status: "error", error: { code: "source_required", stage: "convert" } });
});

test("an MMD file is converted beside itself, with its pictures", async () => {
  const own = join(folder, "own");
  await mkdir(join(own, "images"), { recursive: true });
  const picture = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
  await writeFile(join(own, "images", "a.jpg"), picture);
  await writeFile(join(own, "note.mmd"), MMD);
  const converted = await engine.convert(join(own, "note.mmd"), { conversionFormats: { md: true, "mmd.zip": true } });
  expect(converted.md).toMatchObject({ status: "completed", path: join(own, "note.md") });
  expect(await readFile(join(own, "note.md"), "utf8")).toContain("$x^2$");
  expect((await readFile(join(own, "note.mmd.zip"))).includes(picture)).toBe(true);
  expect((await readdir(own)).sort()).toEqual(["images", "note.md", "note.mmd", "note.mmd.zip"]);
});

test("MMD text gives bytes", async () => {
  const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
  const { md, "md.zip": zip } = await engine.convert(
    { mmd: MMD, images: { "images/a.jpg": picture } },
    {
      conversionFormats: { md: true, "md.zip": true },
      conversionOptions: { md: { math_inline_delimiters: ["<m>", "</m>"] } },
    },
  );
  expect(Buffer.from(md!.bytes!).toString()).toContain("<m>x^2</m>");
  expect(Buffer.from(zip!.bytes!).includes(Buffer.from(picture))).toBe(true);
});

test("a file that is not there and an empty wish are refused", async () => {
  const missing = engine.convert(join(folder, "no.mmd"), { conversionFormats: { md: true } });
  await expect(missing).rejects.toMatchObject({ code: "file_not_found" });
  await expect(engine.convert({ mmd: MMD })).rejects.toThrow("Expected at least one format besides mmd");
});

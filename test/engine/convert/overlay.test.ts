import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEngine, type Engine } from "../../../dist/index.js";
import { openPdf } from "../../../src/engine/source/pdf.js";
import type { PageEvidence } from "../../../src/page.js";
import { testFolder, writeInput } from "../support/faulty-engine.js";
import { textPdf } from "../support/text-pdf.js";

const FORMAT = "mmd.overlay.pdf";
let engine: Engine;
let folder: string;
let input: string;
beforeAll(async () => {
  folder = await testFolder();
  engine = await createEngine({ workers: 1 });
  input = await writeInput(folder, "plain.pdf", textPdf(2));
});
afterAll(() => engine.close());

async function evidenceOf(path: string): Promise<PageEvidence[]> {
  const source = await openPdf(new Uint8Array(await readFile(path)), { file: path });
  const pages: PageEvidence[] = [];
  for (let page = 1; page <= source.pageCount; page++) pages.push(await source.evidence(page));
  await source.close();
  return pages;
}

/** Glyphs of each baseline as one string with the place of its first, px. */
function linesOf({ glyphs }: PageEvidence) {
  const lines = new Map<number, { text: string; x: number }>();
  for (const { text, x, y } of glyphs) {
    const key = Math.round(y);
    const line = lines.get(key);
    if (line) line.text += text;
    else lines.set(key, { text, x });
  }
  return [...lines.values()];
}

describe("mmd.overlay.pdf", () => {
  test("shows the pages and has their words over them, invisible", async () => {
    const { status, formats } = await engine.process(input, {
      destination: folder,
      conversionFormats: { [FORMAT]: true },
    });
    expect(status).toBe("completed");
    expect(formats[FORMAT]!.path).toBe(join(folder, "plain.mmd.overlay.pdf"));
    const [wanted, found] = [await evidenceOf(input), await evidenceOf(formats[FORMAT]!.path!)];
    expect(found).toHaveLength(2);
    for (const [i, page] of found.entries()) {
      expect([page.width, page.height]).toEqual([wanted[i]!.width, wanted[i]!.height]);
      expect(page.pictures).toMatchObject([{ pixelWidth: page.width, pixelHeight: page.height }]);
      expect(page.glyphs.filter(({ visible }) => visible)).toEqual([]);
      const lines = linesOf(page);
      expect(lines.map(({ text }) => text)).toEqual(linesOf(wanted[i]!).map(({ text }) => text));
      for (const [n, { x }] of linesOf(wanted[i]!).entries()) expect(Math.abs(lines[n]!.x - x)).toBeLessThan(8);
    }
  });
  test("is made of the same bytes again by convert, with the pages of the lines.json", async () => {
    const own = await testFolder();
    await engine.process(input, { destination: own, conversionFormats: { [FORMAT]: true }, pageRanges: "2" });
    const first = await readFile(join(own, "plain.mmd.overlay.pdf"));
    await rm(join(own, "plain.mmd.overlay.pdf"));
    const convert = (path: string) =>
      engine.convert({ path: join(own, path), source: input }, { conversionFormats: { [FORMAT]: true } });
    for (const path of ["plain.mmd", "plain.lines.json"]) {
      expect((await convert(path))[FORMAT]).toMatchObject({ status: "completed", warnings: [] });
      expect(first.equals(await readFile(join(own, "plain.mmd.overlay.pdf")))).toBe(true);
    }
  });
  test("needs the lines.json and the document", async () => {
    const own = await testFolder();
    await writeFile(join(own, "alone.mmd"), "Text");
    const convert = (source?: string) =>
      engine.convert({ path: join(own, "alone.mmd"), source }, { conversionFormats: { [FORMAT]: true } });
    expect((await convert(input))[FORMAT]).toMatchObject({ status: "error", error: { code: "lines_required" } });
    expect((await convert())[FORMAT]).toMatchObject({ status: "error", error: { code: "source_required" } });
  });
  test("takes the words of a formula, of other planes and of scripts that run to the left as they stand on the page", async () => {
    const own = await testFolder();
    const text = (words: string, top: number) => ({
      text: words,
      text_display: words,
      region: { top_left_x: 250, top_left_y: top, width: 900, height: 40 },
    });
    const lines = [text("where \\(x^2=4\\) \\& more", 300), text("𝔸 𐍈", 400), text("שלום עולם", 500)];
    const page = { page: 1, page_width: 2125, page_height: 2750, lines };
    await writeFile(join(own, "given.lines.json"), JSON.stringify({ pages: [page] }));
    const { [FORMAT]: result } = await engine.convert(
      { path: join(own, "given.lines.json"), source: input },
      { conversionFormats: { [FORMAT]: true }, pageRanges: "1" },
    );
    const [evidence] = await evidenceOf(result!.path!);
    expect(linesOf(evidence!).map((line) => line.text)).toEqual(["where x² = 4 & more", "𝔸 𐍈", "םלוע םולש"]);
  });
  test("turns a page that lies on its side as its lines stand", async () => {
    const own = await testFolder();
    const { formats } = await engine.process(input, {
      destination: own,
      conversionFormats: { [FORMAT]: true, png: true },
    });
    const { sharp } = await import("../../../src/engine/raster/sharp.js");
    const turned = await sharp(formats.png!.path).rotate(90).png().toBuffer();
    await writeFile(join(own, "turned.png"), turned);
    const { [FORMAT]: result } = await engine.convert(
      { path: join(own, "plain.lines.json"), source: join(own, "turned.png") },
      { conversionFormats: { [FORMAT]: true }, basename: "turned" },
    );
    const source = await openPdf(new Uint8Array(await readFile(result!.path!)), { file: "turned" });
    const drawn = await source.raster(1, 50);
    const upright = await (
      await openPdf(new Uint8Array(await readFile(formats[FORMAT]!.path!)), { file: "plain" })
    ).raster(1, 50);
    expect([drawn.width, drawn.height]).toEqual([upright.width, upright.height]);
    let apart = 0;
    for (const [at, value] of upright.data.entries()) apart += Math.abs(value - drawn.data[at]!);
    expect(apart / upright.data.length).toBeLessThan(2);
  });
});

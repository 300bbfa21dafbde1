import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawCrops } from "../../../src/engine/raster/draw-crops.js";
import { openSource } from "../../../src/engine/source/open-source.js";
import type { Block, Box, PageLayout } from "../../../src/page.js";

const box: Box = { x0: 100, y0: 100, x1: 300, y1: 200 };

function layout(blocks: Block[]): PageLayout {
  return {
    page: 1,
    width: 1000,
    height: 800,
    columns: [],
    blocks,
    textLayer: { verdict: "none", reasons: [] },
    textSource: { source: "none", reason: "" },
    languages: [],
  };
}

const picture: Block = { key: 1, kind: "diagram", box, column: 0, lines: [], captions: [], crop: true };
const formula: Block = {
  key: 2,
  kind: "math",
  box: { x0: 400, y0: 300, x1: 900, y1: 350 },
  column: 0,
  lines: [],
  confidence: 1,
  confidenceRate: 1,
  latex: "x",
  crop: true,
};
const table: Block = { key: 3, kind: "table", box, column: 0, lines: [], captions: [], crop: true };

async function sourceAt(dpi: number) {
  const scale = dpi / 250;
  const square = await sharp({
    create: { width: Math.round(200 * scale), height: Math.round(100 * scale), channels: 3, background: "#000" },
  })
    .png()
    .toBuffer();
  const data = await sharp({
    create: { width: Math.round(1000 * scale), height: Math.round(800 * scale), channels: 3, background: "#fff" },
  })
    .composite([{ input: square, left: Math.round(100 * scale), top: Math.round(100 * scale) }])
    .withMetadata({ density: dpi })
    .png()
    .toBuffer();
  return openSource(data, { file: "page.png" });
}

describe("crops", () => {
  it("show the padded region of the block", async () => {
    const [crop] = await drawCrops(await sourceAt(250), layout([picture]), ["figures"]);
    expect(crop!.region).toEqual({ top_left_x: 98, top_left_y: 98, width: 204, height: 104 });
    expect([crop!.pixelWidth, crop!.pixelHeight]).toEqual([204, 104]);
    const { data, info } = await sharp(crop!.jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(data[(info.height >> 1) * info.width + (info.width >> 1)]).toBeLessThan(10);
    expect(data[0]).toBeGreaterThan(200);
  });

  it("are drawn at the embedded picture's resolution when it is finer", async () => {
    const [crop] = await drawCrops(await sourceAt(500), layout([picture]), ["figures"]);
    expect([crop!.pixelWidth, crop!.pixelHeight]).toEqual([408, 208]);
  });

  it("are made for equations and tables on request, and always when they stand for the block", async () => {
    const source = await sourceAt(250);
    expect(await drawCrops(source, layout([formula]), ["figures"])).toEqual([]);
    const kinds = (await drawCrops(source, layout([formula, table]), ["equations"])).map((crop) => crop.kind);
    expect(kinds).toEqual(["equation", "table"]);
  });

  it("are made of the pictures in the cells of a table", async () => {
    const cell = { row: 0, column: 0, rowSpan: 1, colSpan: 1, box, lines: [], align: "l" as const };
    const grid = { rows: [box], columns: [box], horizontal: [[]], vertical: [[]], columnAlign: ["l" as const] };
    const pictured = { ...table, grid: { ...grid, cells: [{ ...cell, picture: { key: -1, box } }] } } as Block;
    const crops = await drawCrops(await sourceAt(250), layout([pictured]), ["figures"]);
    expect(crops.map(({ key, kind }) => [key, kind])).toEqual([[-1, "figure"]]);
  });

  it("hand out buffers of their own that can be moved to another thread", async () => {
    const [crop] = await drawCrops(await sourceAt(250), layout([picture]), ["figures"]);
    expect(crop!.jpeg.byteLength).toBe(crop!.jpeg.buffer.byteLength);
  });
});

import { describe, expect, it } from "vitest";
import type { RasterImage } from "../../../src/engine/source/document-source.js";
import { openPdf } from "../../../src/engine/source/pdf.js";
import { makePdf, PdfBuilder, place, rect, text } from "../../support/make-pdf.js";

/** Grey value at a share of the width and height. */
function greyAt({ width, height, channels, data }: RasterImage, fx: number, fy: number): number {
  const at = (Math.floor(fy * height) * width + Math.floor(fx * width)) * channels;
  return channels === 1 ? data[at]! : (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
}

/** A page with one picture of four grey quarters, drawn by `content`; `more` is other content. */
function quarters(content: string, more = "", rotate = 0): Uint8Array {
  const pdf = new PdfBuilder();
  const samples = new Uint8Array(64 * 64);
  for (let y = 0; y < 64; y++) {
    for (let x = 0; x < 64; x++) samples[y * 64 + x] = (y < 32 ? 0 : 128) + (x < 32 ? 20 : 80);
  }
  const image = pdf.image(64, 64, 1, samples);
  pdf.page({ content: content + more, size: [300, 300], rotate, resources: `/XObject << /Im ${image} 0 R >>` });
  return pdf.build();
}

async function rasterOf(data: Uint8Array, dpi = 72): Promise<RasterImage> {
  const source = await openPdf(data, { file: "raster.pdf" });
  const image = await source.raster(1, dpi);
  await source.close();
  return image;
}

const CORNERS: [number, number][] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
];

describe("raster", () => {
  it("draws the page on white at the resolution asked for", async () => {
    const image = await rasterOf(makePdf(rect(0, 396, 306, 396)), 50);
    expect([image.width, image.height]).toEqual([425, 550]);
    expect(greyAt(image, 0.25, 0.25)).toBe(0);
    expect(greyAt(image, 0.75, 0.75)).toBe(255);
  });

  it("draws a region as it cuts the page", async () => {
    const source = await openPdf(makePdf(text(100, 600, 60, "Region") + rect(120, 500, 50, 50)), {
      file: "region.pdf",
    });
    const page = await source.raster(1, 125);
    const region = { x0: 300, y0: 400, x1: 1300, y1: 1200 };
    const part = await source.raster(1, 125, region);
    await source.close();
    expect([part.width, part.height]).toEqual([500, 400]);
    let difference = 0;
    for (let y = 0; y < 400; y++) {
      for (let x = 0; x < 500; x++) {
        difference += Math.abs(part.data[(y * 500 + x) * 4]! - page.data[((y + 200) * page.width + x + 150) * 4]!);
      }
    }
    expect(difference / (500 * 400)).toBeLessThan(0.5);
  });

  it("refuses a picture beyond the cap and names the page", async () => {
    const source = await openPdf(makePdf(""), { file: "huge.pdf" });
    await expect(source.raster(1, 5000)).rejects.toMatchObject({ code: "raster_max_size", file: "huge.pdf", page: 1 });
    await source.close();
  });

  const placements: [string, string][] = [
    ["upright", "q 300 0 0 300 0 0 cm /Im Do Q "],
    ["upside down", "q 300 0 0 -300 0 300 cm /Im Do Q "],
    ["mirrored", "q -300 0 0 300 300 0 cm /Im Do Q "],
    ["turned by 180°", "q -300 0 0 -300 300 300 cm /Im Do Q "],
    ["turned by 90°", "q 0 -300 300 0 0 300 cm /Im Do Q "],
    ["turned by 270°", "q 0 300 -300 0 300 0 cm /Im Do Q "],
  ];
  it.each(placements)("cuts a scan that stands %s from its image as drawing would show it", async (_, content) => {
    for (const rotate of [0, 90, 180, 270]) {
      const scanned = await rasterOf(quarters(content, "", rotate));
      // A dot of text forces the page to be drawn.
      const drawn = await rasterOf(quarters(content, text(150, 150, 1, "x"), rotate));
      expect([scanned.width, scanned.height]).toEqual([drawn.width, drawn.height]);
      expect(scanned.channels).toBeLessThan(4);
      expect(drawn.channels).toBe(4);
      for (const [x, y] of CORNERS) expect(Math.abs(greyAt(scanned, x, y) - greyAt(drawn, x, y))).toBeLessThan(3);
    }
  });

  it("leaves white where a scan does not reach", async () => {
    const image = await rasterOf(quarters(place("Im", 0, 150, 150, 150)));
    expect(greyAt(image, 0.1, 0.1)).toBeLessThan(40);
    expect(greyAt(image, 0.75, 0.75)).toBe(255);
  });

  it("knows the resolution of pictures", async () => {
    const source = await openPdf(quarters(place("Im", 0, 0, 144, 144), text(200, 200, 10, "x")), { file: "dpi.pdf" });
    expect(await source.nativeDpi(1, { x0: 0, y0: 600, x1: 400, y1: 1000 })).toBeCloseTo(32, 1);
    expect(await source.nativeDpi(1, { x0: 700, y0: 0, x1: 800, y1: 100 })).toBe(0);
    await source.close();
  });
});

import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { RasterImage } from "../../../src/engine/source/document-source.js";
import { openPdf } from "../../../src/engine/source/pdf.js";
import { PdfBuilder, place, text } from "../../support/make-pdf.js";

const SIDE = 64;

/** JPEG of a left half in one colour and a right half in another. */
async function halves(left: number[], right: number[]): Promise<Buffer> {
  const channels = left.length as 1 | 3;
  const data = Buffer.alloc(SIDE * SIDE * channels);
  for (let i = 0; i < SIDE * SIDE; i++) data.set(i % SIDE < SIDE / 2 ? left : right, i * channels);
  const image = sharp(data, { raw: { width: SIDE, height: SIDE, channels } });
  return (channels === 1 ? image.toColourspace("b-w") : image).jpeg({ quality: 95 }).toBuffer();
}

function addJpeg(pdf: PdfBuilder, jpeg: Uint8Array, space: "DeviceRGB" | "DeviceGray"): number {
  return pdf.stream(
    `/Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /ColorSpace /${space} /BitsPerComponent 8 /Filter /DCTDecode`,
    jpeg,
  );
}

function colorAt({ width, height, channels, data }: RasterImage, fx: number): number[] {
  const at = (Math.floor(height / 2) * width + Math.floor(fx * width)) * channels;
  return channels === 1 ? [data[at]!, data[at]!, data[at]!] : [...data.subarray(at, at + 3)];
}

function expectColor(actual: number[], expected: number[]): void {
  for (const [i, value] of actual.entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(12);
}

const BLUE = [20, 60, 200];
const ORANGE = [240, 150, 30];

describe("JPEG images", () => {
  it("of a scan are cut from their stream, drawn ones have the same colours", async () => {
    const jpeg = await halves(BLUE, ORANGE);
    const pdf = new PdfBuilder();
    const resources = `/XObject << /Im ${addJpeg(pdf, jpeg, "DeviceRGB")} 0 R >>`;
    const full = place("Im", 0, 0, 200, 200);
    pdf.page({ content: full, size: [200, 200], resources });
    pdf.page({ content: full + text(100, 150, 1, "x"), size: [200, 200], resources });
    const source = await openPdf(pdf.build(), { file: "jpeg.pdf" });
    const scanned = await source.raster(1, 72);
    const drawn = await source.raster(2, 72);
    await source.close();
    expect([scanned.channels, drawn.channels]).toEqual([3, 4]);
    for (const image of [scanned, drawn]) {
      expectColor(colorAt(image, 0.25), BLUE);
      expectColor(colorAt(image, 0.75), ORANGE);
    }
  });

  it("in grey stay grey", async () => {
    const jpeg = await halves([40], [220]);
    const pdf = new PdfBuilder();
    const resources = `/XObject << /Im ${addJpeg(pdf, jpeg, "DeviceGray")} 0 R >>`;
    pdf.page({ content: place("Im", 0, 0, 200, 200), size: [200, 200], resources });
    pdf.page({ content: place("Im", 0, 0, 200, 200) + text(100, 150, 1, "x"), size: [200, 200], resources });
    const source = await openPdf(pdf.build(), { file: "grey.pdf" });
    const scanned = await source.raster(1, 72);
    expect(scanned.channels).toBe(1);
    for (const image of [scanned, await source.raster(2, 72)]) {
      expectColor(colorAt(image, 0.25), [40, 40, 40]);
      expectColor(colorAt(image, 0.75), [220, 220, 220]);
    }
    await source.close();
  });

  it("shared by many pages are drawn on each, also after pages are released", async () => {
    const jpeg = await halves(BLUE, ORANGE);
    const pdf = new PdfBuilder();
    const resources = `/XObject << /Logo ${addJpeg(pdf, jpeg, "DeviceRGB")} 0 R >>`;
    for (let i = 0; i < 12; i++) {
      pdf.page({
        content: place("Logo", 0, 0, 100, 100) + text(20, 150, 10, `page ${i}`),
        size: [100, 200],
        resources,
      });
    }
    const source = await openPdf(pdf.build(), { file: "logo.pdf" });
    for (let page = 1; page <= 12; page++) {
      expect((await source.evidence(page)).pictures).toHaveLength(1);
      const image = await source.raster(page, 72, { x0: 0, y0: 350, x1: 347, y1: 690 });
      expectColor(colorAt(image, 0.25), BLUE);
      expectColor(colorAt(image, 0.75), ORANGE);
      await source.release(page);
    }
    await source.close();
  });

  it("that are damaged leave the rest of the page", async () => {
    const jpeg = await halves(BLUE, ORANGE);
    const pdf = new PdfBuilder();
    const broken = addJpeg(pdf, Buffer.concat([jpeg.subarray(0, 2), Buffer.alloc(300, 7)]), "DeviceRGB");
    const short = addJpeg(pdf, jpeg.subarray(0, jpeg.length - 60), "DeviceRGB");
    const resources = `/XObject << /Broken ${broken} 0 R /Short ${short} 0 R >>`;
    pdf.page({
      content: place("Broken", 0, 0, 50, 50) + place("Short", 60, 0, 50, 50) + text(20, 150, 10, "still"),
      resources,
    });
    const source = await openPdf(pdf.build(), { file: "damaged.pdf" });
    const { glyphs } = await source.evidence(1);
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe("still");
    expect((await source.raster(1, 36)).width).toBe(306);
    await source.close();
  });
});

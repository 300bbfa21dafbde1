import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { DocumentSource } from "../../../src/engine/source/document-source.js";
import { openSource } from "../../../src/engine/source/open-source.js";
import { sniffContentType } from "../../../src/engine/source/sniff.js";
import { InputError } from "../../../src/errors.js";

/** White page with a black square whose top-left corner is at (100, 50). */
function page(width = 850, height = 1100) {
  const square = { create: { width: 40, height: 40, channels: 3 as const, background: "#000000" } };
  return sharp({ create: { width, height, channels: 3, background: "#ffffff" } }).composite([
    { input: square, left: 100, top: 50 },
  ]);
}

function open(data: Uint8Array): Promise<DocumentSource> {
  return openSource(data, { file: "test-image" });
}

/** 24-bit bottom-up BMP of one colour. */
function bmp(width: number, height: number): Buffer {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const data = Buffer.alloc(54 + stride * height, 0x80);
  data.write("BM", 0, "latin1");
  data.writeUInt32LE(data.length, 2);
  data.writeUInt32LE(0, 6);
  data.writeUInt32LE(54, 10);
  data.writeUInt32LE(40, 14);
  data.writeInt32LE(width, 18);
  data.writeInt32LE(height, 22);
  data.writeUInt16LE(1, 26);
  data.writeUInt16LE(24, 28);
  data.fill(0, 30, 54);
  return data;
}

describe("image documents", () => {
  const encoders = {
    png: () => page().png(),
    jpeg: () => page().jpeg(),
    webp: () => page().webp(),
    tiff: () => page().tiff(),
    gif: () => page().gif(),
    avif: () => page().avif({ effort: 0 }),
  };

  for (const [type, encode] of Object.entries(encoders)) {
    it(`opens ${type} by its content`, async () => {
      const data = await encode().toBuffer();
      expect(sniffContentType(data)).toBe(type);
      const source = await open(data);
      expect(source.pageCount).toBe(1);
      const evidence = await source.evidence(1);
      expect([evidence.width, evidence.height]).toEqual([2125, 2750]);
      expect(evidence.pictures).toHaveLength(1);
      expect(evidence.textLayer.verdict).toBe("none");
      await source.close();
    });
  }

  it("opens bmp, which libvips cannot", async () => {
    const source = await open(bmp(32, 16));
    const raster = await source.raster(1, 96);
    expect([raster.width, raster.height]).toEqual([32, 16]);
    expect(raster.data[0]).toBe(0x80);
  });

  it("takes the page size from a plausible density", async () => {
    const source = await open(await page().withMetadata({ density: 200 }).png().toBuffer());
    const evidence = await source.evidence(1);
    expect([evidence.width, evidence.height]).toEqual([1063, 1375]);
    expect(Math.round(await source.nativeDpi(1, { x0: 0, y0: 0, x1: 1, y1: 1 }))).toBe(200);
  });

  it("cuts a region out at the asked resolution", async () => {
    const source = await open(await page().withMetadata({ density: 100 }).png().toBuffer());
    const raster = await source.raster(1, 250, { x0: 250, y0: 125, x1: 350, y1: 225 });
    expect([raster.width, raster.height]).toEqual([100, 100]);
    const dark = raster.data.filter((value) => value < 40).length / raster.data.length;
    expect(dark).toBeGreaterThan(0.9);
  });

  it("keeps grey pictures in one channel, of 8 or 16 bits or with transparency", async () => {
    const grey = () => page().toColourspace("b-w");
    const eight = await open(await grey().png().toBuffer());
    const deep = await open(await page().toColourspace("grey16").png().toBuffer());
    const clear = await open(await grey().ensureAlpha().png().toBuffer());
    for (const source of [eight, deep, clear]) {
      const raster = await source.raster(1, 100);
      expect(raster.channels).toBe(1);
      expect(raster.data.length).toBe(raster.width * raster.height);
      expect(raster.data[70 * raster.width + 90]).toBe(255);
      expect(raster.data[70 * raster.width + 120]).toBe(0);
    }
    expect((await (await open(await page().png().toBuffer())).raster(1, 100)).channels).toBe(3);
  });

  it("applies EXIF orientation", async () => {
    const source = await open(await page(600, 300).withMetadata({ orientation: 6, density: 250 }).jpeg().toBuffer());
    const evidence = await source.evidence(1);
    expect([evidence.width, evidence.height]).toEqual([300, 600]);
    const raster = await source.raster(1, 250);
    expect([raster.width, raster.height]).toEqual([300, 600]);
  });

  it("gives a page per TIFF frame", async () => {
    const strip = await sharp(await page(200, 600).raw().toBuffer(), {
      raw: { width: 200, height: 600, channels: 3, pageHeight: 300 } as never,
    })
      .tiff()
      .toBuffer();
    const source = await open(strip);
    expect(source.pageCount).toBe(2);
    const second = await source.raster(2, 96);
    expect([second.width, second.height]).toEqual([200, 300]);
  });

  it("names the file when the content is not an image or damaged", async () => {
    await expect(open(Buffer.from("BM is how this text begins, and it is no bitmap at all"))).rejects.toThrow(
      /test-image: Expected a PDF, PNG/,
    );
    await expect(open(new Uint8Array())).rejects.toThrow(/test-image: The file is empty/);
    const cut = (await page().png().toBuffer()).subarray(0, 200);
    const source = await open(cut).catch((error: unknown) => error);
    const failure =
      source instanceof Error
        ? source
        : await (source as DocumentSource).raster(1, 250).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).message).toContain("test-image");
  });
});

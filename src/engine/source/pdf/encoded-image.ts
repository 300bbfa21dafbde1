import { createCanvas } from "../../raster/canvas.js";
import { sharp } from "../../raster/sharp.js";
import { MAX_IMAGE_PIXELS } from "./limits.js";

/** Something pdf.js can draw and close. */
export interface Bitmap {
  width: number;
  height: number;
  close(): void;
}

/**
 * A JPEG of the file, not decoded. Looking at a page never decodes it; drawing goes through libvips, some ten times
 * faster than pdf.js's own JavaScript decoder.
 */
export class EncodedImage implements Bitmap {
  constructor(
    readonly jpeg: Uint8Array,
    readonly width: number,
    readonly height: number,
    readonly channels: number,
  ) {}

  async decode(): Promise<Bitmap> {
    const { data, info } = await sharp(this.jpeg, { failOn: "none", limitInputPixels: MAX_IMAGE_PIXELS })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const canvas = createCanvas(info.width, info.height);
    const context = canvas.getContext("2d");
    const pixels = context.createImageData(info.width, info.height);
    pixels.data.set(data);
    context.putImageData(pixels, 0, 0);
    return closable(canvas);
  }

  close(): void {}
}

/** A canvas that gives its native memory back when pdf.js drops the image. */
function closable<T extends { width: number; height: number }>(canvas: T): T & Bitmap {
  return Object.assign(canvas, {
    close() {
      canvas.width = 0;
      canvas.height = 0;
    },
  });
}

let handsOver = true;

/** Whether pdf.js hands JPEG streams to `JpegDecoder` from now on, or decodes them itself. */
export function handOverJpegs(value: boolean): void {
  handsOver = value;
}

/** The part of the WebCodecs ImageDecoder that pdf.js uses: it hands over each JPEG stream it would decode itself. */
class JpegDecoder {
  /** pdf.js keeps the answer for good, but awaits it for every image: this one is found anew each time. */
  static isTypeSupported(type: string): PromiseLike<boolean> {
    // biome-ignore lint/suspicious/noThenProperty: a promise would be settled once
    return { then: (resolve) => Promise.resolve(type === "image/jpeg" && handsOver).then(resolve) };
  }

  private readonly data: Uint8Array;

  constructor(init: { data: Uint8Array }) {
    this.data = init.data;
  }

  /** Rejects for a broken header; pdf.js then tries its own decoder. */
  async decode(): Promise<{ image: EncodedImage }> {
    const { width, height, channels } = await sharp(this.data, {
      failOn: "none",
      limitInputPixels: MAX_IMAGE_PIXELS,
    }).metadata();
    return { image: new EncodedImage(this.data, width, height, channels) };
  }

  close(): void {}
}

/** OffscreenCanvas on the canvas that pdf.js draws with. */
function offscreenCanvas(this: unknown, width: number, height: number) {
  const canvas = closable(createCanvas(width, height));
  return Object.assign(canvas, { transferToImageBitmap: () => canvas });
}

/** Gives pdf.js the two browser classes through which it leaves image decoding to others. Call before loading it. */
export function installImageDecoder(): void {
  const scope = globalThis as { ImageDecoder?: unknown; OffscreenCanvas?: unknown };
  scope.ImageDecoder ??= JpegDecoder;
  scope.OffscreenCanvas ??= offscreenCanvas;
}

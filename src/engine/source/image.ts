import { InputError, LimitError } from "../../errors.js";
import { type Box, PAGE_DPI, type PageEvidence } from "../../page.js";
import { decodeWithSkia } from "../raster/canvas.js";
import { rawInput } from "../raster/scale.js";
import { sharp } from "../raster/sharp.js";
import type { DocumentSource, RasterImage } from "./document-source.js";
import type { ContentType } from "./sniff.js";

/** Largest image decoded, pixels: a 600 px/in A3 scan has 70 million. */
const MAX_IMAGE_PIXELS = 120_000_000;
/** Densities outside are placeholders (72 is what cameras and screen grabs write) or mistakes. */
const PLAUSIBLE_DPI = { min: 100, max: 1200 };
/** Without a usable density the long side is taken for a Letter page's, inches. */
const ASSUMED_LONG_SIDE = 11;
/** Bounds of that guess: a screen grab is not finer than 96 px/in, a photograph of a page not coarser than it needs to be. */
const GUESSED_DPI = { min: 96, max: 600 };

interface Frame {
  /** Size in the file's own pixels, upright. */
  width: number;
  height: number;
  dpi: number;
  /** Without colours; its rasters have one channel. */
  grey: boolean;
}

/** What libvips calls images without colours. */
const GREY_SPACES = new Set(["b-w", "grey16"]);

/**
 * Opens an image file as a document: a page per TIFF frame, one page otherwise (first frame of an animation). EXIF
 * orientation is applied.
 * @throws InputError `corrupt_image` when it cannot be decoded, LimitError `image_max_size` when it is too large
 */
export async function openImage(
  data: Uint8Array,
  options: { file: string; type: ContentType },
): Promise<DocumentSource> {
  const { file, type } = options;
  const bitmap = type === "bmp" ? await guarded(file, 1, () => decodeWithSkia(data, MAX_IMAGE_PIXELS)) : undefined;
  const pipeline = (page: number) =>
    bitmap
      ? sharp(...rawInput(bitmap))
      : sharp(data, { page: page - 1, pages: 1, limitInputPixels: MAX_IMAGE_PIXELS, failOn: "error" }).autoOrient();
  const head = bitmap
    ? { pages: 1 }
    : await guarded(file, undefined, () => sharp(data, { limitInputPixels: MAX_IMAGE_PIXELS }).metadata());
  const pageCount = type === "tiff" ? Math.max(1, head.pages ?? 1) : 1;

  const frames = new Map<number, Promise<Frame>>();
  const frame = (page: number) => {
    let known = frames.get(page);
    if (!known) {
      known = bitmap ? Promise.resolve(bitmapFrame(bitmap)) : readFrame(data, file, page);
      frames.set(page, known);
    }
    return known;
  };

  return {
    kind: "image",
    pageCount,
    async evidence(page) {
      const { width, height } = pageSize(await frame(page));
      return pictureEvidence(page, width, height, await frame(page));
    },
    async raster(page, dpi, region): Promise<RasterImage> {
      const own = await frame(page);
      const size = pageSize(own);
      const box = region ?? { x0: 0, y0: 0, x1: size.width, y1: size.height };
      return guarded(file, page, () => cut(pipeline(page), own, size, box, dpi));
    },
    async nativeDpi(page) {
      return (await frame(page)).dpi;
    },
    async release() {},
    async close() {
      frames.clear();
    },
  };
}

function bitmapFrame({ width, height }: RasterImage): Frame {
  return { width, height, dpi: guessDpi(width, height), grey: false };
}

async function readFrame(data: Uint8Array, file: string, page: number): Promise<Frame> {
  const metadata = await guarded(file, page, () =>
    sharp(data, { page: page - 1, pages: 1, limitInputPixels: MAX_IMAGE_PIXELS }).metadata(),
  );
  const { width, height } = metadata.autoOrient;
  const { density } = metadata;
  const plausible = density !== undefined && density >= PLAUSIBLE_DPI.min && density <= PLAUSIBLE_DPI.max;
  const dpi = plausible ? density : guessDpi(width, height);
  return { width, height, dpi, grey: GREY_SPACES.has(metadata.space) };
}

function guessDpi(width: number, height: number): number {
  const dpi = Math.max(width, height) / ASSUMED_LONG_SIDE;
  return Math.min(Math.max(dpi, GUESSED_DPI.min), GUESSED_DPI.max);
}

/** Size of the page in page space, px. */
function pageSize(frame: Frame): { width: number; height: number } {
  const scale = PAGE_DPI / frame.dpi;
  return { width: Math.max(1, Math.round(frame.width * scale)), height: Math.max(1, Math.round(frame.height * scale)) };
}

function pictureEvidence(page: number, width: number, height: number, frame: Frame): PageEvidence {
  const box = { x0: 0, y0: 0, x1: width, y1: height };
  return {
    page,
    width,
    height,
    fonts: [],
    glyphs: [],
    rules: [],
    fills: [],
    pictures: [{ box, pixelWidth: frame.width, pixelHeight: frame.height, stencil: false }],
    drawings: [],
    links: [],
    textLayer: { verdict: "none", reasons: ["the document is an image"] },
  };
}

/** Cuts `box` (page space) out of a frame and scales it to `dpi`. */
async function cut(
  image: ReturnType<typeof sharp>,
  frame: Frame,
  page: { width: number; height: number },
  box: Box,
  dpi: number,
): Promise<RasterImage> {
  const fx = frame.width / page.width;
  const fy = frame.height / page.height;
  const left = Math.min(Math.max(0, Math.round(box.x0 * fx)), frame.width - 1);
  const top = Math.min(Math.max(0, Math.round(box.y0 * fy)), frame.height - 1);
  const width = Math.max(1, Math.min(frame.width - left, Math.round((box.x1 - box.x0) * fx)));
  const height = Math.max(1, Math.min(frame.height - top, Math.round((box.y1 - box.y0) * fy)));
  const scale = dpi / PAGE_DPI;
  const target = {
    width: Math.max(1, Math.round((box.x1 - box.x0) * scale)),
    height: Math.max(1, Math.round((box.y1 - box.y0) * scale)),
  };
  if (target.width * target.height > MAX_IMAGE_PIXELS) {
    throw new LimitError(
      "image_max_size",
      `A picture of ${target.width} × ${target.height} pixels exceeds ${MAX_IMAGE_PIXELS} pixels`,
      { stage: "raster" },
    );
  }
  const { data, info } = await image
    .flatten({ background: "#ffffff" })
    .toColourspace(frame.grey ? "b-w" : "srgb")
    .extract({ left, top, width, height })
    .resize(target.width, target.height, { fit: "fill" })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    channels: info.channels as 1 | 3 | 4,
    data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}

/** Turns a decoder's complaint into an error that names file and page. */
async function guarded<T>(file: string, page: number | undefined, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof LimitError) throw cause;
    const message = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    if (cause instanceof RangeError || /exceeds pixel limit/i.test(message ?? "")) {
      throw new LimitError("image_max_size", `The image has more than ${MAX_IMAGE_PIXELS} pixels (${message})`, {
        file,
        page,
        stage: "open",
        cause,
      });
    }
    throw new InputError("corrupt_image", `The image cannot be decoded (${message})`, {
      file,
      page,
      stage: "open",
      cause,
    });
  }
}

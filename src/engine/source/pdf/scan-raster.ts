import { type Box, PAGE_DPI } from "../../../page.js";
import { sharp } from "../../raster/sharp.js";
import type { RasterImage } from "../document-source.js";
import { EncodedImage } from "./encoded-image.js";
import type { ObjectStores } from "./font-object.js";
import { MAX_IMAGE_PIXELS } from "./limits.js";
import type { Matrix } from "./matrix.js";
import { intersect, isEmpty, mapBox } from "./matrix.js";
import type { Placement } from "./shape-collector.js";

/** A page that shows one image and nothing else: it need not be drawn. */
export interface Scan {
  /** Where the image lies on the page, px. */
  box: Box;
  /** Turn that sets the image upright on the page, degrees clockwise, after mirroring it left to right. */
  turn: 0 | 90 | 180 | 270;
  mirror: boolean;
  pixels: EncodedImage | PackedImage;
}

/** Decoded image as pdf.js hands it out. */
interface PackedImage {
  width: number;
  height: number;
  /** 1: one bit per pixel, rows in whole bytes, 1 is white · 2: RGB · 3: RGBA */
  kind: 1 | 2 | 3;
  data: Uint8Array;
}

/** Skew of the placement that still counts as upright, as a share of its extent: half a pixel in 1,000. */
const SKEW = 0.0005;

/** The scan behind a page's only picture, or undefined when it has to be drawn (stencils, transparency, slanted). */
export async function findScan(placement: Placement, stores: ObjectStores): Promise<Scan | undefined> {
  if (!placement.opaque) return undefined;
  const orientation = orientationOf(placement.ctm);
  const pixels = orientation && pixelsOf(await loadImage(placement.image, stores));
  if (!orientation || !pixels) return undefined;
  const box = mapBox(placement.ctm, 0, 0, 1, 1);
  const { clip } = placement;
  const clipped = box.x0 < clip.x0 - 1 || box.y0 < clip.y0 - 1 || box.x1 > clip.x1 + 1 || box.y1 > clip.y1 + 1;
  // Beyond the page is cut off anyway; a clip inside the page would have to be drawn.
  const atPageEdge = clip.x0 <= 0 && clip.y0 <= 0;
  return clipped && !atPageEdge ? undefined : { box, pixels, ...orientation };
}

function orientationOf([a, b, c, d]: Matrix): Pick<Scan, "turn" | "mirror"> | undefined {
  const extent = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  const upright = Math.abs(b) + Math.abs(c) <= SKEW * extent;
  const turned = Math.abs(a) + Math.abs(d) <= SKEW * extent;
  if (!upright && !turned) return undefined;
  // The image's rightward axis is (a, b), its downward axis (-c, -d); page space has y down.
  const mirror = -a * d + b * c < 0;
  const right = mirror ? -1 : 1;
  if (upright) return { mirror, turn: a * right > 0 ? 0 : 180 };
  return { mirror, turn: b * right > 0 ? 90 : 270 };
}

/** pdf.js decodes images beside the operator list, so a large one may still be on its way. */
function loadImage(image: unknown, { objs, commonObjs }: ObjectStores): Promise<unknown> {
  if (typeof image !== "string") return Promise.resolve(image);
  return new Promise((resolve) => (image.startsWith("g_") ? commonObjs : objs).get(image, resolve));
}

function pixelsOf(image: unknown): Scan["pixels"] | undefined {
  const found = image as (Partial<PackedImage> & { bitmap?: unknown }) | null;
  if (!found || typeof found !== "object") return undefined;
  if (found.bitmap instanceof EncodedImage) return found.bitmap;
  const { width, height, kind } = found;
  const data: unknown = found.data;
  if (!width || !height || !kind || !ArrayBuffer.isView(data)) return undefined;
  return { width, height, kind, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

/** Cuts `region` (page space) out of the scan at `dpi`, grey or RGB, white where the page has no image. */
export async function rasterScan(scan: Scan, region: Box, dpi: number): Promise<RasterImage> {
  const zoom = dpi / PAGE_DPI;
  const width = Math.max(1, Math.round((region.x1 - region.x0) * zoom));
  const height = Math.max(1, Math.round((region.y1 - region.y0) * zoom));
  const shown = intersect(region, scan.box);
  if (isEmpty(shown)) return { width, height, channels: 1, data: new Uint8Array(width * height).fill(255) };

  const turned = scan.turn === 90 || scan.turn === 270;
  const upright = {
    width: turned ? scan.pixels.height : scan.pixels.width,
    height: turned ? scan.pixels.width : scan.pixels.height,
  };
  const cut = cutOf(scan.box, shown, upright);
  const place = {
    left: Math.min(width - 1, Math.round((shown.x0 - region.x0) * zoom)),
    top: Math.min(height - 1, Math.round((shown.y0 - region.y0) * zoom)),
  };
  const size = {
    width: Math.max(1, Math.min(width - place.left, Math.round((shown.x1 - shown.x0) * zoom))),
    height: Math.max(1, Math.min(height - place.top, Math.round((shown.y1 - shown.y0) * zoom))),
  };

  let image = open(scan.pixels);
  if (scan.mirror) image = image.flop();
  // sharp turns before it cuts only in a pipeline of its own.
  if (scan.turn !== 0 || scan.mirror) image = sharp(...(await rawOf(image.rotate(scan.turn))));
  const whole = cut.width === upright.width && cut.height === upright.height;
  if (!whole) image = image.extract(cut);
  image = image.resize(size.width, size.height, { fit: "fill" });
  const margin = { ...place, right: width - place.left - size.width, bottom: height - place.top - size.height };
  if (margin.left || margin.top || margin.right || margin.bottom)
    image = image.extend({ ...margin, background: "#ffffff" });
  const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    channels: info.channels as 1 | 3,
    data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}

/** Part of the upright image, in its pixels, that `shown` covers. */
function cutOf(box: Box, shown: Box, image: { width: number; height: number }) {
  const fx = image.width / (box.x1 - box.x0);
  const fy = image.height / (box.y1 - box.y0);
  const left = Math.min(image.width - 1, Math.max(0, Math.round((shown.x0 - box.x0) * fx)));
  const top = Math.min(image.height - 1, Math.max(0, Math.round((shown.y0 - box.y0) * fy)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(image.width - left, Math.round((shown.x1 - shown.x0) * fx))),
    height: Math.max(1, Math.min(image.height - top, Math.round((shown.y1 - shown.y0) * fy))),
  };
}

function open(pixels: Scan["pixels"]) {
  if (pixels instanceof EncodedImage) {
    // Colours as they are: pdf.js does not apply profiles of JPEG streams either.
    return sharp(pixels.jpeg, { failOn: "none", limitInputPixels: MAX_IMAGE_PIXELS }).toColourspace(
      pixels.channels === 1 ? "b-w" : "srgb",
    );
  }
  const { width, height } = pixels;
  if (pixels.kind === 1) return sharp(unpackBits(pixels), { raw: { width, height, channels: 1 } }).toColourspace("b-w");
  const channels = pixels.kind === 2 ? 3 : 4;
  const image = sharp(pixels.data, { raw: { width, height, channels } });
  return channels === 4 ? image.flatten({ background: "#ffffff" }) : image;
}

async function rawOf(image: ReturnType<typeof sharp>): Promise<Parameters<typeof sharp>> {
  const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return [data, { raw: { width: info.width, height: info.height, channels: info.channels } }];
}

/** One byte per pixel, 0 or 255. */
function unpackBits({ width, height, data }: PackedImage): Uint8Array {
  const stride = (width + 7) >> 3;
  const grey = new Uint8Array(width * height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    for (let x = 0; x < width; x++) grey[to++] = (data[row + (x >> 3)]! & (0x80 >> (x & 7))) !== 0 ? 255 : 0;
  }
  return grey;
}

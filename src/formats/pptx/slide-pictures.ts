import type { ImageInline } from "../document.js";
import { imageSize } from "../image-size.js";
import { cropTarget, imageMediaType } from "../images.js";
import { xmlText } from "../office/xml-text.js";
import { rasterize } from "../rasterize.js";
import { SLIDE, type SlideFlow } from "./slide-flow.js";

/** Crops have 250 px to the inch. */
const PIXELS_PER_INCH = 250;
/** Largest enlargement of a picture. */
const MOST = 1.6;
/** A picture may shrink to this share of the size it would have on the next slide, to stay beside its text. */
const LEAST_BESIDE = 0.45;
/** Inches between a picture and its caption. */
const GAP = 0.15;
const MAX_ALTERNATIVE = 1000;

/** A picture that slides can hold. */
export interface SlidePicture {
  bytes: Uint8Array;
  type: "image/png" | "image/jpeg";
  /** Inches */
  width: number;
  height: number;
}

/** The stored picture that an image names, other kinds drawn as PNG; undefined when there is none or it cannot be read. */
export async function storedPicture(
  { src }: ImageInline,
  images: ReadonlyMap<string, Uint8Array>,
): Promise<SlidePicture | undefined> {
  const target = cropTarget(src);
  const stored = target.kind === "local" || target.kind === "crop" ? images.get(target.name) : undefined;
  if (!stored) return undefined;
  const type = imageMediaType(stored);
  const isNative = type === "image/jpeg" || type === "image/png";
  const drawn = isNative ? undefined : await rasterize(stored);
  const size = drawn ?? imageSize(stored);
  if (!size) return undefined;
  return {
    bytes: drawn?.png ?? stored,
    type: isNative ? type : "image/png",
    width: size.width / PIXELS_PER_INCH,
    height: size.height / PIXELS_PER_INCH,
  };
}

/** By how much a picture is drawn larger, rather smaller beside its text than large on a slide of its own. `reserve`: inches kept free below it. */
export function pictureScale({ width, height }: SlidePicture, flow: SlideFlow, reserve: number): number {
  const wanted = Math.min(flow.width / width, (flow.fullHeight - reserve) / height, MOST);
  const here = (flow.left - reserve - GAP) / height;
  return here < wanted && here >= wanted * LEAST_BESIDE ? here : wanted;
}

/** Puts a picture into the middle of the slide, below what stands there. */
export function placePicture(flow: SlideFlow, picture: SlidePicture, scale: number, alternative: string): void {
  const { bytes } = picture;
  const [w, h] = [picture.width * scale, picture.height * scale];
  const data = `data:${picture.type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")}`;
  flow.place(h, (slide, y) => {
    slide.addImage({
      data,
      x: (SLIDE.width - w) / 2,
      y,
      w,
      h,
      altText: xmlText(alternative.slice(0, MAX_ALTERNATIVE)),
    });
  });
}

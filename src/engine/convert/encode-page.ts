import { deflateSync } from "node:zlib";
import type { GreyImage } from "../raster/ink/grey-image.js";
import { rawInput } from "../raster/scale.js";
import { sharp } from "../raster/sharp.js";
import type { RasterImage } from "../source/document-source.js";

const JPEG_QUALITY = 80;
/** Largest difference of the channels, of 255, that is still grey; scanners tint a little. */
const GREY_TOLERANCE = 12;
/** Share of pixels that may be coloured on a grey page: fringes of a scanner. */
const COLOURED_SHARE = 0.0005;

/** Share of pixels between black and white on a page of print: the rims of letters. Photographs have several times as many. */
const RIM_SHARE = 0.12;
/** One pixel of so many is looked at; prime, so that no column of a page is missed. */
const SAMPLE = 7;
const [BLACKISH, WHITISH] = [32, 223];

/** A picture as a PDF holds it: entries of the image's dictionary for its colours and its packing, and its bytes. */
export interface EncodedPage {
  dictionary: string;
  data: Uint8Array;
}

/**
 * Packs a page picture: black print in 16 greys, which takes half the room of a JPEG, others as JPEG or without loss, whichever takes
 * less room.
 * @param grey the same picture in greys
 */
export async function encodePage(raster: RasterImage, grey: GreyImage): Promise<EncodedPage> {
  const isGrey = raster.channels === 1 || !hasColour(raster);
  if (isGrey && isPrint(grey.data)) {
    const dictionary = "/ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode";
    return { dictionary, data: deflateSync(packNibbles(grey.data, grey.width, grey.height)) };
  }
  const flat = () => {
    const picture = sharp(...rawInput(raster)).flatten({ background: "#ffffff" });
    return isGrey ? picture.greyscale() : picture;
  };
  const colours = isGrey ? "/ColorSpace /DeviceGray" : "/ColorSpace /DeviceRGB";
  const jpeg = await flat().jpeg({ quality: JPEG_QUALITY }).toBuffer();
  const exact = imageData(await flat().png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer());
  if (jpeg.byteLength <= exact.byteLength)
    return { dictionary: `${colours} /BitsPerComponent 8 /Filter /DCTDecode`, data: jpeg };
  const rows = `/DecodeParms << /Predictor 15 /Colors ${isGrey ? 1 : 3} /BitsPerComponent 8 /Columns ${raster.width} >>`;
  return { dictionary: `${colours} /BitsPerComponent 8 /Filter /FlateDecode ${rows}`, data: exact };
}

function isPrint(grey: Uint8Array): boolean {
  let between = 0;
  for (let at = 0; at < grey.length; at += SAMPLE) {
    const value = grey[at]!;
    if (value > BLACKISH && value < WHITISH) between++;
  }
  return between * SAMPLE <= grey.length * RIM_SHARE;
}

/** Two pixels of 16 greys to a byte, rows padded to whole bytes. */
function packNibbles(grey: Uint8Array, width: number, height: number): Uint8Array {
  const rowBytes = (width + 1) >> 1;
  const packed = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = ((grey[y * width + x]! + 8) / 17) | 0;
      packed[y * rowBytes + (x >> 1)]! |= x & 1 ? level : level << 4;
    }
  return packed;
}

function hasColour({ width, height, channels, data }: RasterImage): boolean {
  let coloured = 0;
  for (let at = 0; at < data.length; at += channels) {
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > GREY_TOLERANCE) coloured++;
  }
  return coloured > width * height * COLOURED_SHARE;
}

/** The deflated rows of a PNG; a PDF unpacks them with the same predictors (ISO 32000-1, 7.4.4.4). */
function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

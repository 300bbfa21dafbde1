import { rawInput } from "../raster/scale.js";
import { sharp } from "../raster/sharp.js";
import type { RasterImage } from "../source/document-source.js";

const JPEG_QUALITY = 80;
/** Largest difference of the channels, of 255, that is still grey; scanners tint a little. */
const GREY_TOLERANCE = 12;
/** Share of pixels that may be coloured on a grey page: fringes of a scanner. */
const COLOURED_SHARE = 0.0005;

/** A picture as a PDF holds it: entries of the image's dictionary for its colours and its packing, and its bytes. */
export interface EncodedPage {
  dictionary: string;
  data: Uint8Array;
}

/** Packs a page picture as JPEG, or without loss where that takes less room, as it does for print on clean paper. */
export async function encodePage(raster: RasterImage): Promise<EncodedPage> {
  const isGrey = raster.channels === 1 || !hasColour(raster);
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

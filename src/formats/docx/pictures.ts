import type { ImageInline } from "../document.js";
import { imageSize } from "../image-size.js";
import { element, type Xml } from "../xml.js";

/** English Metric Units: 914,400 to the inch. */
const EMU_PER_INCH = 914_400;
export const EMU_PER_TWIP = 635;
/** Crops are drawn at 250 px per inch (`page.ts`); other pictures are taken for screen pixels. */
const CROP_RESOLUTION = 250;
const SCREEN_RESOLUTION = 96;
const CROP_NAME = /_(\d+)_(\d+)_\d+_\d+\.\w+$/;

export interface PictureRoom {
  /** Twips. */
  width: number;
  height: number;
}

/** Size of a picture in EMU: as asked for, else as printed, and never larger than the room. */
export function pictureSize(
  node: ImageInline,
  name: string,
  bytes: Uint8Array,
  room: PictureRoom,
): { width: number; height: number } {
  const pixels = imageSize(bytes) ?? { width: 200, height: 150 };
  const crop = CROP_NAME.exec(name);
  const natural = crop
    ? { width: emu(Number(crop[2]) / CROP_RESOLUTION), height: emu(Number(crop[1]) / CROP_RESOLUTION) }
    : { width: emu(pixels.width / SCREEN_RESOLUTION), height: emu(pixels.height / SCREEN_RESOLUTION) };
  const [roomWidth, roomHeight] = [room.width * EMU_PER_TWIP, room.height * EMU_PER_TWIP];
  const asked = { width: length(node.width, roomWidth), height: length(node.height, roomHeight) };
  const ratio = natural.height / natural.width;
  const width = asked.width ?? (asked.height === undefined ? natural.width : asked.height / ratio);
  const height = asked.height ?? width * ratio;
  const shrink = Math.min(1, roomWidth / width, roomHeight / height);
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}

const emu = (inches: number) => inches * EMU_PER_INCH;

/** EMU of LaTeX's and CSS's units; em and ex of 11 pt type. */
const UNITS: Readonly<Record<string, number>> = {
  in: EMU_PER_INCH,
  cm: EMU_PER_INCH / 2.54,
  mm: EMU_PER_INCH / 25.4,
  pt: EMU_PER_INCH / 72.27,
  px: EMU_PER_INCH / SCREEN_RESOLUTION,
  em: (EMU_PER_INCH / 72.27) * 11,
  ex: (EMU_PER_INCH / 72.27) * 5,
};

function length(written: string | undefined, whole: number): number | undefined {
  if (written === undefined) return undefined;
  const share = /^\s*(\d*\.?\d+)?\s*\\(?:textwidth|linewidth|columnwidth|hsize|textheight)\s*$/.exec(written);
  if (share) return whole * Number(share[1] ?? 1) || undefined;
  const match = /^\s*(\d*\.?\d+)\s*(%|in|cm|mm|pt|px|em|ex)?\s*$/.exec(written);
  if (!match) return undefined;
  const value = Number(match[1]);
  return (match[2] === "%" ? (whole * value) / 100 : value * UNITS[match[2] ?? "px"]!) || undefined;
}

/** `w:drawing` of a picture in the line. */
export function pictureDrawing(picture: {
  id: number;
  relationship: string;
  name: string;
  alt: string;
  width: number;
  height: number;
}): Xml {
  const { id, relationship, name, alt, width, height } = picture;
  const extent = { cx: width, cy: height };
  return element(
    "w:drawing",
    {},
    element(
      "wp:inline",
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element("wp:extent", extent),
      element("wp:docPr", { id, name: `Picture ${id}`, descr: alt }),
      '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
      element(
        "a:graphic",
        {},
        element(
          "a:graphicData",
          { uri: "http://schemas.openxmlformats.org/drawingml/2006/picture" },
          element(
            "pic:pic",
            {},
            element("pic:nvPicPr", {}, element("pic:cNvPr", { id, name, descr: alt }), "<pic:cNvPicPr/>"),
            element(
              "pic:blipFill",
              {},
              element("a:blip", { "r:embed": relationship }),
              "<a:stretch><a:fillRect/></a:stretch>",
            ),
            element(
              "pic:spPr",
              {},
              element("a:xfrm", {}, '<a:off x="0" y="0"/>', element("a:ext", extent)),
              '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
            ),
          ),
        ),
      ),
    ),
  );
}

import { readImages } from "../collect-images.js";
import type { FormatWarning, ImageInline, MmdDocument } from "../document.js";
import { cropTarget, type ImageReader, imageMediaType } from "../images.js";
import { rasterize } from "../rasterize.js";
import type { Place, TexWriter } from "./write-tex.js";

/** A picture as TeX can take it. */
export interface TexImage {
  /** File name that needs no escape. */
  file: string;
  bytes: Uint8Array;
  /** Inches, when the name tells the size of the crop. */
  width: number | undefined;
}

/** Crops have 250 px to the inch. */
const PIXELS_PER_INCH = 250;

/** Stored pictures by their names in the MMD; GIF and WebP become PNG, damaged ones are left out. */
export async function prepareImages(
  document: MmdDocument,
  read: ImageReader,
  warnings: FormatWarning[],
): Promise<Map<string, TexImage>> {
  const images = new Map<string, TexImage>();
  const taken = new Set<string>();
  for (const [name, bytes] of await readImages(document, read)) {
    const type = imageMediaType(bytes);
    const drawn = await rasterize(bytes);
    if (!drawn) {
      warnings.push({ message: `image cannot be read: ${name}`, offset: 0 });
      continue;
    }
    const keeps = type === "image/jpeg" || type === "image/png";
    const stem = name.replace(/\.[A-Za-z0-9]+$/, "").replace(/[^A-Za-z0-9_-]+/g, "-") || "image";
    let free = stem;
    for (let n = 2; taken.has(free); n++) free = `${stem}-${n}`;
    taken.add(free);
    const crop = /_(\d+)_(\d+)_\d+_\d+\.jpg$/.exec(name);
    images.set(name, {
      file: `${free}.${type === "image/jpeg" ? "jpg" : "png"}`,
      bytes: keeps ? bytes : drawn.png,
      width: crop ? Number(crop[2]) / PIXELS_PER_INCH : undefined,
    });
  }
  return images;
}

export function inlineImage(node: ImageInline, writer: TexWriter, place: Place): string {
  const target = cropTarget(node.src);
  const image = target.kind === "local" || target.kind === "crop" ? writer.images.get(target.name) : undefined;
  if (!image) {
    const what = target.kind === "unsafe" ? "image address refused" : "image not found";
    writer.warn(`${what}: ${node.src.slice(0, 120)}`, node.offset);
    return `\\fbox{${writer.text(node.alt.replace(/\s+/g, " ").slice(0, 200) || "image")}}`;
  }
  writer.needs.use("graphicx");
  const own = [length("width", node.width), length("height", node.height)].filter((option) => option !== "");
  if (own.length === 0 && image.width !== undefined && image.width < 6) own.push(`width=${image.width.toFixed(2)}in`);
  const limit = place === "cell" ? "max width=0.4\\textwidth" : "max width=\\linewidth,max height=0.85\\textheight";
  const alt = node.alt
    .replace(/[^\p{L}\p{N} .:;()-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const described = alt === "" || !/^[ -~]*$/.test(alt) ? "" : `alt={${alt.slice(0, 500)}},`;
  return `\\includegraphics[${described}${[...own, limit].join(",")}]{${image.file}}`;
}

function length(key: string, value: string | undefined): string {
  if (value === undefined) return "";
  const share = /^\s*(\d*\.?\d+)?\s*\\(textwidth|linewidth|columnwidth)\s*$/.exec(value);
  if (share) return `${key}=${Math.min(1, Number(share[1] ?? 1))}\\linewidth`;
  const percent = /^\s*(\d*\.?\d+)\s*%\s*$/.exec(value);
  if (percent) return key === "width" ? `width=${Math.min(1, Number(percent[1]) / 100).toFixed(3)}\\linewidth` : "";
  const absolute = /^\s*(\d{1,4}(?:\.\d+)?|\.\d+)\s*(px|cm|mm|in|pt|em|ex)\s*$/.exec(value);
  if (!absolute) return "";
  const [, number, unit] = absolute;
  return unit === "px" ? `${key}=${(Number(number) * 0.75).toFixed(1)}bp` : `${key}=${number}${unit}`;
}

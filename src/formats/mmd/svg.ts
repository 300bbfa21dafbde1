import { createHash } from "node:crypto";
import type { ImageInline } from "../document.js";
import { parseTag } from "./html-tags.js";
import type { TokenReader } from "./token-reader.js";

/** Whole drawings within HTML, to be split at. */
export const SVG = /(<svg\b[\s\S]*?<\/svg\s*>)/i;

/** Pixels of a side beyond which a drawing's own word on its size is not believed. */
const MAX_SIDE = 4000;

/**
 * A drawing among text as a picture with a file name of its own. What it says stands in for it where pictures are not shown.
 * @param source from `<svg` to `</svg>`
 */
export function readSvg(source: string, offset: number): ImageInline {
  const name = createHash("sha256").update(source).digest("hex").slice(0, 16);
  const title = /<title\b[^<>]*>([^<>]*)<\/title>/i.exec(source)?.[1] ?? "";
  const alt = words(title) || words(source);
  const { width, height } = svgSize(source);
  return {
    type: "image",
    src: `images/svg-${name}.png`,
    alt: alt.slice(0, 300),
    width: `${width}px`,
    height: `${height}px`,
    drawing: source,
    offset,
  };
}

/** The whole drawing from its opening tag on; undefined when it does not end. */
export function gatherSvg(opening: string, reader: TokenReader): string | undefined {
  if (SVG.test(opening)) return opening;
  let source = opening;
  const rest = reader.upTo((token) => /^<\/svg\s*>$/i.test(token.content.trim()));
  if (!rest) return undefined;
  for (const token of rest) source += token.content;
  return source;
}

/** Size in CSS pixels: as the tag has it, else that of its view box, else what browsers give to pictures without a size. */
export function svgSize(source: string): { width: number; height: number } {
  const tag = parseTag(/^<svg\b[^>]*>/i.exec(source)?.[0] ?? "")?.attributes ?? "";
  const own = (name: string) =>
    pixels(
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?\\s*([\\d.]+)\\s*(px|pt|mm|cm|in|em)?["'\\s]`, "i").exec(`${tag} `),
    );
  const box = /viewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)/i.exec(tag);
  const [boxWidth, boxHeight] = [Number(box?.[1]), Number(box?.[2])];
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : 2;
  const [width, height] = [own("width"), own("height")];
  const wide = width ?? (height === undefined ? (boxWidth > 0 ? boxWidth : 300) : height * ratio);
  return { width: side(wide), height: side(height ?? wide / ratio) };
}

const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, em: 16 };

function pixels(match: RegExpExecArray | null): number | undefined {
  const value = Number(match?.[1]) * (UNITS[match?.[2]?.toLowerCase() ?? "px"] ?? 1);
  return value > 0 ? value : undefined;
}

const side = (value: number) => Math.round(Math.min(Math.max(value, 1), MAX_SIDE) * 100) / 100;

/** Elements whose content is not shown. */
const UNSEEN = new Set(["style", "script", "defs", "desc", "title", "metadata"]);

/** Text between tags that is shown. */
function words(source: string): string {
  return textWithout(source, UNSEEN)
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, " ")
    .trim();
}

/** The source without elements of these names, in lower case, and all within them. */
export function textWithout(source: string, names: ReadonlySet<string>): string {
  let kept = "";
  let within: string | undefined;
  for (const [piece, closing, name] of source.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9:-]*)[^<>]*>|[^<]+|</g)) {
    const element = name?.toLowerCase();
    if (within === undefined) {
      if (element === undefined || !names.has(element)) kept += piece;
      else if (closing === "" && !piece.endsWith("/>")) within = element;
    } else if (element === within && closing === "/") within = undefined;
  }
  return kept;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

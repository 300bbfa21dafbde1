import type { Glyph } from "../page.js";
import type { Line, PageMetrics } from "./types.js";

/** Size of 10 pt type in px; stands in on pages without text. */
const DEFAULT_SIZE = 10 * (250 / 72);
/** Baseline distance of ordinary text in sizes (10/12 pt setting). */
const DEFAULT_LEADING = 1.2;
/** A larger size than the most frequent one is the body's when it has at least this share of its glyphs. */
const FAIR_SHARE = 0.45;

/** Width per height of slides; A4 lying on its side has 1.41, a square 1. */
const SLIDE = 1.2;

/** Whether a page is as wide as slides are. */
export function isSlide({ width, height }: { width: number; height: number }): boolean {
  return width > SLIDE * height;
}

/** Body size and font by glyph count; the leading is a guess until lines are known, see `measureLeading`. */
export function measureGlyphs(glyphs: readonly Glyph[]): PageMetrics {
  const sizes = new Map<number, number>();
  const fonts = new Map<number, number>();
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") continue;
    count(sizes, Math.round(glyph.size * 2) / 2);
  }
  const bodySize = largestCommon(sizes) ?? DEFAULT_SIZE;
  for (const glyph of glyphs) {
    if (glyph.text.trim() !== "" && Math.abs(glyph.size - bodySize) <= 0.5) count(fonts, glyph.font);
  }
  return { bodySize, leading: DEFAULT_LEADING * bodySize, bodyFont: mostFrequent(fonts) ?? 0 };
}

/** Most frequent distance, px, from a body line to the next line below it that overlaps it. */
export function measureLeading(lines: readonly Line[], metrics: PageMetrics): PageMetrics {
  const body = lines
    .filter((line) => line.angle === 0 && Math.abs(line.size - metrics.bodySize) <= 1)
    .sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
  const distances = new Map<number, number>();
  body.forEach((line, index) => {
    for (let next = index + 1; next < body.length; next++) {
      const below = body[next]!;
      const distance = below.baseline - line.baseline;
      if (distance > 3 * metrics.bodySize) break;
      if (distance < 0.7 * metrics.bodySize) continue;
      if (below.box.x0 < line.box.x1 && line.box.x0 < below.box.x1) {
        count(distances, Math.round(distance), Math.min(line.text.length, below.text.length));
        break;
      }
    }
  });
  const leading = mostFrequent(distances);
  return leading === undefined ? metrics : { ...metrics, leading };
}

function count(counts: Map<number, number>, key: number, weight = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

/** Largest size with a fair share: on a page with more footnote than text, the text still gives the measure. */
function largestCommon(sizes: ReadonlyMap<number, number>): number | undefined {
  const top = mostFrequent(sizes);
  if (top === undefined) return undefined;
  const least = FAIR_SHARE * sizes.get(top)!;
  return Math.max(...[...sizes].filter(([, value]) => value >= least).map(([size]) => size));
}

/** Key of the largest count; the smaller key when two are equal. */
function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let bestCount = 0;
  for (const [key, value] of counts) {
    if (value > bestCount || (value === bestCount && best !== undefined && key < best)) {
      best = key;
      bestCount = value;
    }
  }
  return best;
}

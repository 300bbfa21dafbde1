import type { TextLine } from "../page.js";

/** The vendor prints about 0.8 of the em; 28 is 10 pt body text at 250 px/in. */
const EM_SHARE = 0.8;
const REFERENCE = 28;

/** Em height in px → `font_size`: third octaves around 28 (14, 18, 22, 28, 35, 44, 56 …). */
export function quantizeFontSize(emPx: number): number {
  if (!(emPx > 0) || !Number.isFinite(emPx)) return REFERENCE;
  const step = Math.round(3 * Math.log2((EM_SHARE * emPx) / REFERENCE));
  return Math.max(1, Math.round(REFERENCE * 2 ** (step / 3)));
}

/** Font size that most characters of the lines have, quantised; 28 without lines. */
export function dominantFontSize(lines: readonly TextLine[]): number {
  const weight = new Map<number, number>();
  let best = REFERENCE;
  for (const line of lines) {
    const size = quantizeFontSize(line.size);
    const characters = line.spans.reduce(
      (sum, span) => sum + (span.kind === "text" ? span.text.length : span.latex.length),
      0,
    );
    weight.set(size, (weight.get(size) ?? 0) + Math.max(1, characters));
  }
  let bestWeight = -1;
  for (const [size, total] of weight) {
    if (total > bestWeight || (total === bestWeight && size < best)) {
      best = size;
      bestWeight = total;
    }
  }
  return best;
}

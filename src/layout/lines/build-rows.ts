import type { FramedGlyph } from "./frame.js";

/** Glyphs on one baseline from page edge to page edge, left to right; columns are not told apart yet. */
export interface Row {
  /** Glyphs with ink, by `u`. Attached scripts stand in reading order after the glyph that carries them. */
  glyphs: FramedGlyph[];
  /** `u` of the middles of printed spaces, ascending. */
  spaces: number[];
  /** Baseline in the frame: of the last glyph while the row grows, then the median of the main glyphs. */
  v: number;
  /** Largest glyph size with at least a fifth of the glyphs, px. */
  size: number;
}

/** Baselines this near, in sizes, are one (skewed scans drift; TeX's smallest script shift is 0.15 em). */
const SAME_BASELINE = 0.12;
/** The same for glyphs of clearly different size, which are scripts rather than jitter. */
const SAME_BASELINE_MIXED = 0.06;
const MIXED_SIZE = 0.88;
/**
 * LaTeX's listings lower the star of typewriter faces to the middle of the line, by about so much, in sizes; in small listings it may stay
 * at the size of the text, so many times larger.
 */
const LOWERED = [0.18, 0.34];
const STAR_SIZE = 1.4;
/** Height of the bins the open rows are kept in, px. */
const BIN = 8;

/** Chains glyphs along their baselines, left to right, so that slightly skewed lines stay whole. */
export function buildRows(glyphs: readonly FramedGlyph[]): Row[] {
  const bins = new Map<number, Row[]>();
  const rows: Row[] = [];
  const ink: FramedGlyph[] = [];
  const spaces: FramedGlyph[] = [];
  for (const glyph of glyphs) (glyph.glyph.text === " " ? spaces : ink).push(glyph);
  ink.sort((a, b) => a.u - b.u || a.v - b.v);
  for (const glyph of ink) {
    const row = nearestRow(bins, glyph) ?? rowOfLoweredStar(bins, glyph);
    if (row && isLowered(glyph, row)) row.glyphs.push(glyph);
    else if (row) {
      moveRow(bins, row, glyph.v);
      row.glyphs.push(glyph);
      row.size = glyph.size;
    } else {
      const fresh: Row = { glyphs: [glyph], spaces: [], v: glyph.v, size: glyph.size };
      rows.push(fresh);
      binOf(bins, fresh.v).push(fresh);
    }
  }
  const settled = new Map<number, Row[]>();
  for (const row of rows) {
    row.size = mainSize(row.glyphs);
    row.v = mainBaseline(row.glyphs, row.size);
    binOf(settled, row.v).push(row);
  }
  for (const space of spaces.sort((a, b) => a.u - b.u || a.v - b.v)) {
    // A space has no ink; the pen interval tells where it lies.
    nearestRow(settled, space, 2)?.spaces.push(space.u + space.glyph.advance / 2);
  }
  for (const row of rows) row.spaces.sort((a, b) => a - b);
  return rows;
}

/** Median baseline of the glyphs of about the row's main size. */
export function mainBaseline(glyphs: readonly FramedGlyph[], size: number): number {
  const baselines = glyphs.filter((glyph) => Math.abs(glyph.size - size) <= 0.1 * size).map((glyph) => glyph.v);
  const sorted = (baselines.length > 0 ? baselines : glyphs.map((glyph) => glyph.v)).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/**
 * Largest size that at least a fifth of the glyphs have (scripts do not set the size of a line, nor does a drop cap). In
 * small capitals the few full capitals do.
 */
export function mainSize(glyphs: readonly FramedGlyph[]): number {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) {
    const size = Math.round(glyph.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  let best = 0;
  for (const [size, count] of counts) if (count * 5 >= glyphs.length && size > best) best = size;
  if (counts.size === 1 || best === 0) return best || (glyphs[0]?.size ?? 0);
  for (const size of [...counts.keys()].sort((a, b) => b - a)) {
    if (size <= 1.12 * best || size >= 1.45 * best) continue;
    if (glyphs.every((glyph) => isCapital(glyph, best) && isCapital(glyph, size))) return size;
  }
  return best;
}

/** No small letter of that size. */
function isCapital(glyph: FramedGlyph, size: number): boolean {
  return Math.round(glyph.size * 2) / 2 !== size || !/\p{Ll}/u.test(glyph.glyph.text);
}

/** Row of whose last glyph a lowered star is the next character. */
function rowOfLoweredStar(bins: ReadonlyMap<number, Row[]>, glyph: FramedGlyph): Row | undefined {
  if (glyph.glyph.text !== "*") return undefined;
  for (const shift of LOWERED) {
    const row = nearestRow(bins, { ...glyph, v: glyph.v - shift * glyph.size });
    const last = row?.glyphs.at(-1);
    if (!last || last.glyph.font !== glyph.glyph.font) continue;
    if (glyph.size < last.size || glyph.size > STAR_SIZE * last.size) continue;
    // Next to it, or after a blank: all characters are as wide.
    if (glyph.u - last.u < 2.2 * last.glyph.advance) return row;
  }
  return undefined;
}

function isLowered(glyph: FramedGlyph, row: Row): boolean {
  return glyph.glyph.text === "*" && glyph.v - row.v > SAME_BASELINE * glyph.size;
}

function nearestRow(bins: ReadonlyMap<number, Row[]>, glyph: FramedGlyph, slack = 1): Row | undefined {
  const reach = SAME_BASELINE * glyph.size * slack;
  let best: Row | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let bin = Math.floor((glyph.v - reach) / BIN); bin <= Math.floor((glyph.v + reach) / BIN); bin++) {
    for (const row of bins.get(bin) ?? []) {
      const distance = Math.abs(row.v - glyph.v);
      const larger = Math.max(row.size, glyph.size);
      const mixed = Math.min(row.size, glyph.size) < MIXED_SIZE * larger;
      const tolerance = (mixed ? SAME_BASELINE_MIXED : SAME_BASELINE) * Math.min(larger, 2 * glyph.size) * slack;
      if (distance <= tolerance && distance < bestDistance) {
        best = row;
        bestDistance = distance;
      }
    }
  }
  return best;
}

function binOf(bins: Map<number, Row[]>, v: number): Row[] {
  const key = Math.floor(v / BIN);
  const bin = bins.get(key);
  if (bin) return bin;
  const fresh: Row[] = [];
  bins.set(key, fresh);
  return fresh;
}

function moveRow(bins: Map<number, Row[]>, row: Row, v: number): void {
  if (Math.floor(row.v / BIN) !== Math.floor(v / BIN)) {
    const old = binOf(bins, row.v);
    old.splice(old.indexOf(row), 1);
    binOf(bins, v).push(row);
  }
  row.v = v;
}

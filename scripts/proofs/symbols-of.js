// A picture of a formula as its symbols: connected shapes of ink with their places and forms.
import { sharp } from "../../dist/engine/raster/sharp.js";

/** Grey below which a pixel is ink. */
const INK = 200;
/** Specks of fewer pixels are no symbols. */
const MIN_PIXELS = 12;
/** Side of the square on which forms are compared, pixels. */
const FORM = 12;

/**
 * @param png page, or part of one, with one formula
 * @returns shapes in pixels
 */
export async function shapesOf(png) {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const seen = new Uint8Array(width * height);
  const shapes = [];
  for (let at = 0; at < width * height; at++) {
    if (seen[at] || data[at] >= INK) continue;
    const pixels = flood(at, data, seen, width, height);
    if (pixels.length >= MIN_PIXELS) shapes.push(shapeOf(pixels, width));
  }
  return shapes;
}

/** Height of the letters of a document, pixels: the median of all its shapes. */
export function unitOf(pages) {
  return median(pages.flat().map(({ h }) => h));
}

/** Symbols by their left edges, sizes in units, so that documents with letters of any size compare. */
export function symbolsIn(shapes, unit) {
  const left = Math.min(...shapes.map(({ x }) => x));
  const middle = median(shapes.map(({ y, h }) => y + h / 2));
  return shapes
    .map((shape) => ({
      x: (shape.x - left) / unit,
      y: (shape.y + shape.h / 2 - middle) / unit,
      w: shape.w / unit,
      h: shape.h / unit,
      form: shape.form,
    }))
    .sort((a, b) => a.x - b.x || a.y - b.y);
}

function flood(start, data, seen, width, height) {
  const pixels = [];
  const open = [start];
  seen[start] = 1;
  while (open.length > 0) {
    const at = open.pop();
    pixels.push(at);
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const [nx, ny] = [x + dx, y + dy];
        const next = ny * width + nx;
        if (nx < 0 || ny < 0 || nx >= width || ny >= height || seen[next] || data[next] >= INK) continue;
        seen[next] = 1;
        open.push(next);
      }
  }
  return pixels;
}

function shapeOf(pixels, width) {
  const xs = pixels.map((at) => at % width);
  const ys = pixels.map((at) => Math.floor(at / width));
  const bounds = (values) => values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [1e9, 0]);
  const [[x, right], [y, low]] = [bounds(xs), bounds(ys)];
  const [w, h] = [right - x + 1, low - y + 1];
  const form = new Float64Array(FORM * FORM);
  for (const [i, px] of xs.entries())
    form[Math.floor(((ys[i] - y) / h) * FORM) * FORM + Math.floor(((px - x) / w) * FORM)]++;
  const cell = Math.max(1, (w / FORM) * (h / FORM));
  return { x, y, w, h, form: form.map((count) => Math.min(1, count / cell)) };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

/**
 * Share of symbols that two pictures have alike and in the same order: 1 less the edit distance of the two rows of symbols.
 * Symbols are alike when their sizes, heights on the line and forms are.
 */
export function likeness(a, b) {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, left] of a.entries()) {
    const next = [i + 1];
    for (const [j, right] of b.entries())
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (areAlike(left, right) ? 0 : 1)));
    row = next;
  }
  return 1 - row[b.length] / Math.max(a.length, b.length);
}

function areAlike(a, b) {
  const near = (p, q, share, least) => Math.abs(p - q) <= Math.max(least, share * Math.max(Math.abs(p), Math.abs(q)));
  if (!near(a.w, b.w, 0.25, 0.2) || !near(a.h, b.h, 0.2, 0.2) || !near(a.y, b.y, 0.25, 0.5)) return false;
  // rules and strokes have no form
  if (Math.min(a.w, b.w) < 0.15 || Math.min(a.h, b.h) < 0.15) return true;
  let [both, one] = [0, 0];
  for (const [i, ink] of a.form.entries()) {
    both += Math.min(ink, b.form[i]);
    one += Math.max(ink, b.form[i]);
  }
  return both / one > 0.45;
}

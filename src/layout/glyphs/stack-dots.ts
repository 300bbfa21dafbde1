import type { Glyph } from "../../page.js";
import { unionBoxes } from "../boxes.js";

/** Distance of the dots of TeX's `\\vdots` and `\\ddots` in sizes (4 and 3 pt at 10 pt), with room for other macros. */
const NEAREST = 0.2;
const FARTHEST = 0.6;

/** Replaces three full stops set one above the other by `⋮`, three on a falling diagonal by `⋱`. */
export function stackDots(glyphs: readonly Glyph[]): Glyph[] {
  const result: Glyph[] = [];
  for (let index = 0; index < glyphs.length; index++) {
    const three = glyphs.slice(index, index + 3);
    const stacked = stackedText(three);
    if (!stacked) {
      result.push(glyphs[index]!);
      continue;
    }
    const lowest = three.reduce((a, b) => (a.y >= b.y ? a : b));
    const x = Math.min(...three.map((glyph) => glyph.x));
    const end = Math.max(...three.map((glyph) => glyph.x + glyph.advance));
    const box = unionBoxes(three.map((glyph) => glyph.box));
    result.push({ ...lowest, text: stacked, name: undefined, x, advance: end - x, box });
    index += 2;
  }
  return result;
}

function stackedText(glyphs: readonly Glyph[]): "⋮" | "⋱" | undefined {
  const [a, b, c] = [...glyphs].sort((one, other) => one.y - other.y);
  if (!a || !b || !c || !glyphs.every((glyph) => glyph.text === "." && glyph.angle === 0 && glyph.size === a.size))
    return undefined;
  const first = b.y - a.y;
  const second = c.y - b.y;
  if (first < NEAREST * a.size || first > FARTHEST * a.size || Math.abs(first - second) > 0.05 * a.size)
    return undefined;
  if (Math.abs(a.x - b.x) < 0.05 * a.size && Math.abs(b.x - c.x) < 0.05 * a.size) return "⋮";
  const step = b.x - a.x;
  return step > NEAREST * a.size && step < 1.2 * a.size && Math.abs(c.x - b.x - step) < 0.05 * a.size ? "⋱" : undefined;
}

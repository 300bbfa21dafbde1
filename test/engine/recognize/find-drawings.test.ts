import { describe, expect, it } from "vitest";
import type { InkMask } from "../../../src/engine/raster/ink/binarize.js";
import { type Component, connectedComponents } from "../../../src/engine/raster/ink/components.js";
import { isRootShaped } from "../../../src/engine/raster/ink/root-shaped.js";
import { findDrawings } from "../../../src/engine/recognize/lines/find-drawings.js";
import { lineOf } from "../../../src/engine/recognize/lines/part-uneven.js";
import type { ReadLine } from "../../../src/engine/recognize/read-lines.js";
import type { Box } from "../../../src/page.js";

const HEIGHT = 13;

function part(x0: number, y0: number, x1: number, y1: number): Component {
  return { x0, y0, x1, y1, area: 40 };
}

function inkOf(letters: Component[], shapes: Component[], rules: Box[] = []) {
  return { height: HEIGHT, skew: 0, letters: [...letters, ...shapes], shapes, pictures: [], rules, sides: [] };
}

const textOf = (...letters: Component[]) => [{ line: lineOf(letters) }] as unknown as ReadLine[];

describe("line art among the ink", () => {
  const ring = part(100, 100, 180, 180);
  const head = part(120, 186, 130, 196);
  const far = part(400, 100, 410, 110);

  it("takes the pieces about it that no text holds, over rules too", () => {
    const shaft = { x0: 124, y0: 196, x1: 126, y1: 290 };
    const node = part(118, 292, 132, 306);
    const [drawing, ...more] = findDrawings(inkOf([head, node, far], [ring], [shaft]), []);
    expect(more).toEqual([]);
    expect(drawing!.box).toEqual({ x0: 100, y0: 100, x1: 180, y1: 306 });
    expect(new Set(drawing!.pieces)).toEqual(new Set([ring, head, node]));
  });

  it("leaves words their letters", () => {
    const letters = [part(185, 100, 195, 113), part(197, 100, 207, 113)];
    expect(findDrawings(inkOf([head, ...letters], [ring]), textOf(...letters))[0]!.pieces).toEqual([head, ring]);
    // Large letters that are read are no line art.
    expect(findDrawings(inkOf([head], [ring]), textOf(ring))).toEqual([]);
    expect(findDrawings(inkOf([head, far], []), [])).toEqual([]);
  });

  it("is no root, which leaves the place under its bar to the formula", () => {
    const size = 60;
    const paint = (cells: [number, number][]): InkMask => {
      const data = new Uint8Array(size * size);
      for (const [x, y] of cells) data[y * size + x] = 1;
      return { width: size, height: size, data };
    };
    const line = (at: (step: number) => [number, number]) => Array.from({ length: 40 }, (_, step) => at(step));
    const bar = line((step) => [10 + step, 10]);
    const stem = line((step) => [10, 10 + step]);
    const root = paint([...bar, ...stem]);
    const frame = paint([...bar, ...stem, ...line((step) => [49, 10 + step]), ...line((step) => [10 + step, 49])]);
    expect(isRootShaped(root, connectedComponents(root)[0]!)).toBe(true);
    expect(isRootShaped(frame, connectedComponents(frame)[0]!)).toBe(false);
    // What stands under the bar is not of the root.
    const filled = paint([...bar, ...stem, ...line((step) => [30 + (step % 10), 30])]);
    const [own] = connectedComponents(filled);
    expect(isRootShaped(filled, own!)).toBe(true);
  });
});

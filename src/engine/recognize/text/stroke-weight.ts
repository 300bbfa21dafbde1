import { FRAME_HEIGHT, type LineFrame } from "../../inference/text-line-model.js";

/**
 * Mean thickness of the strokes between two frame columns, in frame rows (x-height 13): twice the ink over the length of its edge, both
 * summed from grey values, so that blur and resolution hardly matter. 0 where there is no ink.
 */
export function strokeWeight({ width, ink }: LineFrame, from: number, to: number): number {
  const [first, last] = [Math.max(1, Math.floor(from)), Math.min(width, Math.ceil(to))];
  let area = 0;
  let edge = 0;
  for (let row = 1; row < FRAME_HEIGHT; row++) {
    const at = row * width;
    for (let column = first; column < last; column++) {
      const value = ink[at + column]!;
      const across = value - ink[at + column - 1]!;
      const down = value - ink[at + column - width]!;
      if (value === 0 && across === 0 && down === 0) continue; // paper
      area += value;
      edge += Math.sqrt(across * across + down * down); // Math.hypot is ten times slower
    }
  }
  return edge < 1 ? 0 : (2 * area) / edge;
}

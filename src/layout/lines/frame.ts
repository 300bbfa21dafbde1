import type { Box, Glyph } from "../../page.js";

/**
 * A glyph in the turned frame of its writing direction: `u` runs along the line, `v` across it and downwards, both in
 * px. For upright text the frame is page space itself; coordinates of turned frames can be negative.
 */
export interface FramedGlyph {
  glyph: Glyph;
  /** Pen position along the line and baseline across it. */
  u: number;
  v: number;
  /** Ink box in the frame. */
  u0: number;
  u1: number;
  v0: number;
  v1: number;
  size: number;
}

/** Nearest multiple of 90 in 0–270. */
export function quarterTurn(angle: number): 0 | 90 | 180 | 270 {
  const turns = ((Math.round(angle / 90) % 4) + 4) % 4;
  return (turns * 90) as 0 | 90 | 180 | 270;
}

/** Point of page space in the frame turned clockwise by `angle` degrees. */
export function toFrame(x: number, y: number, angle: number): { u: number; v: number } {
  switch (angle) {
    case 0:
      return { u: x, v: y };
    case 90:
      return { u: y, v: -x };
    case 180:
      return { u: -x, v: -y };
    case 270:
      return { u: -y, v: x };
    default: {
      const radians = (angle * Math.PI) / 180;
      const cos = Math.cos(radians);
      const sin = Math.sin(radians);
      return { u: x * cos + y * sin, v: y * cos - x * sin };
    }
  }
}

/** Box of page space in a frame turned by a multiple of 90 degrees. */
export function boxToFrame(box: Box, angle: number): { u0: number; u1: number; v0: number; v1: number } {
  const a = toFrame(box.x0, box.y0, angle);
  const b = toFrame(box.x1, box.y1, angle);
  return { u0: Math.min(a.u, b.u), u1: Math.max(a.u, b.u), v0: Math.min(a.v, b.v), v1: Math.max(a.v, b.v) };
}

/** Baseline of a turned frame as page space coordinate: y for upright and upside-down text, x for turned text. */
export function baselineToPage(v: number, angle: number): number {
  const turn = quarterTurn(angle);
  return turn === 90 || turn === 180 ? -v : v;
}

export function frameGlyph(glyph: Glyph, angle: number): FramedGlyph {
  const pen = toFrame(glyph.x, glyph.y, angle);
  if (angle % 90 === 0) return { glyph, ...pen, ...boxToFrame(glyph.box, angle), size: glyph.size };
  // The page box of a slanted glyph says little in its own frame: stand in for it by the pen advance.
  const { u, v } = pen;
  return {
    glyph,
    u,
    v,
    u0: u,
    u1: u + glyph.advance,
    v0: v - 0.7 * glyph.size,
    v1: v + 0.2 * glyph.size,
    size: glyph.size,
  };
}

/** Box of page space as a box of the turned frame: x along the lines, y across them. */
export function frameBox(box: Box, angle: number): Box {
  if (angle === 0) return box;
  const { u0, u1, v0, v1 } = boxToFrame(box, angle);
  return { x0: u0, x1: u1, y0: v0, y1: v1 };
}

/** All ink below the pen: the glyph is positioned by its top. */
export function isHanging(glyph: FramedGlyph): boolean {
  return glyph.glyph.exact && glyph.v0 >= glyph.v - 0.12 * glyph.size && glyph.v1 - glyph.v0 > 0.5 * glyph.size;
}

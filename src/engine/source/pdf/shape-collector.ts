import type { Box, Fill, Picture, Rule } from "../../../page.js";
import type { GraphicsState } from "./graphics-state.js";
import { MAX_PATH_COMMANDS_PER_PAGE, MAX_PIECES_PER_PAGE, MAX_SHAPES_PER_PAGE } from "./limits.js";
import { intersect, isFiniteBox, type Matrix, mapBox, scaleOf } from "./matrix.js";
import { boxAround, readSubpaths, type Subpath } from "./path-shapes.js";

/** Vector path that is neither rule nor fill; clusters of these make `Drawing`s. */
export interface VectorPiece {
  box: Box;
  segments: number;
  curves: number;
}

export interface ImageSize {
  width: number;
  height: number;
}

/** How an image stands on the page: `ctm` maps the unit square (y up) into page space. */
export interface Placement {
  image: unknown;
  ctm: Matrix;
  clip: Box;
  opaque: boolean;
}

/** Thickest rule, px (3 pt): printers' rules run to 2 pt, heading bars to 3; thicker is a bar or panel. */
const MAX_RULE_THICKNESS = 10.5;
/** A rule is at least this many times as long as thick: fraction bars of one digit in script size reach 6. */
const MIN_RULE_ASPECT = 3;
/** Hairlines (width 0 or below the pixel) are drawn one device pixel wide; half a px in page space. */
const HAIRLINE = 0.5;
/** A run of more axis-parallel lines than this in one subpath is the outline of a plot (a histogram), not a frame. */
const MAX_RUN = 8;
const WHITE = 0xffffff;
/** Painted areas that white is compared with; a page with more is painted nearly everywhere. */
const MAX_INKED = 2_000;

/** Gathers what a page paints besides text, in page space. */
export class ShapeCollector {
  readonly rules: Rule[] = [];
  readonly fills: Fill[] = [];
  readonly pieces: VectorPiece[] = [];
  readonly pictures: Picture[] = [];
  /** Where the last picture comes from; of interest when it is the only one. */
  lastPlacement: Placement | undefined;
  private commands = 0;
  /** Painted area so far; white on bare paper shows nothing. */
  private readonly inked: Box[] = [];
  private readonly page: Box;

  constructor(page: Box) {
    this.page = page;
  }

  path(data: ArrayLike<number>, state: GraphicsState, fills: boolean, strokes: boolean): void {
    const { subpaths, read } = readSubpaths(data, state.ctm, MAX_PATH_COMMANDS_PER_PAGE - this.commands);
    this.commands += read;
    if (subpaths.length === 0) return;
    const fill = fills ? mixWithWhite(state.fill, state.fillAlpha) : undefined;
    const stroke = strokes ? mixWithWhite(state.stroke, state.strokeAlpha) : undefined;
    if (fill !== undefined) this.fillPath(subpaths, fill, state.clip);
    if (stroke !== undefined) {
      const width = Math.max(HAIRLINE, state.lineWidth * scaleOf(state.ctm));
      for (const subpath of subpaths) this.strokeSubpath(subpath, width, stroke, state.clip);
    }
  }

  /** Parallelogram painted in one colour (solid image masks). */
  solid(ctm: Matrix, state: GraphicsState): void {
    const color = mixWithWhite(state.fill, state.fillAlpha);
    if (color !== undefined) this.rectangle(mapBox(ctm, 0, 0, 1, 1), color, state.clip);
  }

  /** Colour gradient over the clip area: a panel when it is smaller than the page. */
  shading(clip: Box): void {
    this.rectangle(clip, SHADING_COLOR, clip);
  }

  /** `image`: key in the object stores, or the image itself. */
  picture(ctm: Matrix, state: GraphicsState, size: ImageSize, image: unknown, stencil: boolean): void {
    const { width: pixelWidth, height: pixelHeight } = size;
    if (this.pictures.length >= MAX_SHAPES_PER_PAGE) return;
    const full = mapBox(ctm, 0, 0, 1, 1);
    const box = intersect(intersect(full, state.clip), this.page);
    const width = full.x1 - full.x0;
    const height = full.y1 - full.y0;
    if (!isFiniteBox(full) || !(box.x1 > box.x0 && box.y1 > box.y0) || state.fillAlpha === 0) return;
    if (stencil && isThin(width, height) && Math.min(pixelWidth, pixelHeight) <= 4) {
      // Rules of old drivers: a one-pixel-high mask stretched to a line.
      this.solid(ctm, state);
      return;
    }
    const turned = Math.abs(ctm[1]) + Math.abs(ctm[2]) > Math.abs(ctm[0]) + Math.abs(ctm[3]);
    const across = turned ? pixelHeight : pixelWidth;
    const down = turned ? pixelWidth : pixelHeight;
    this.inked.push(box);
    this.lastPlacement = { image, ctm, clip: state.clip, opaque: !stencil && state.fillAlpha >= 0.999 };
    this.pictures.push({
      box,
      pixelWidth: Math.max(1, Math.round((across * (box.x1 - box.x0)) / width)),
      pixelHeight: Math.max(1, Math.round((down * (box.y1 - box.y0)) / height)),
      stencil,
    });
  }

  private fillPath(subpaths: Subpath[], color: number, clip: Box): void {
    const frame = asFrame(subpaths);
    if (frame) {
      for (const side of frame) this.rectangle(side, color, clip);
      return;
    }
    let rest: Subpath[] | undefined;
    for (const subpath of subpaths) {
      const thinLine =
        subpath.shape === "lines" && isThin(subpath.box.x1 - subpath.box.x0, subpath.box.y1 - subpath.box.y0);
      if (subpath.shape === "rectangle" || thinLine) this.rectangle(subpath.box, color, clip);
      else {
        rest ??= [];
        rest.push(subpath);
      }
    }
    // Glyph-like fills have holes: their subpaths stay one piece.
    if (rest && color !== WHITE) {
      this.inked.push(boxAround(rest));
      this.piece(boxAround(rest), total(rest, "segments"), total(rest, "curves"), clip);
    }
  }

  private strokeSubpath(subpath: Subpath, width: number, color: number, clip: Box): void {
    const { box, lines } = subpath;
    if (subpath.shape === "rectangle") {
      const h = width / 2;
      if (Math.min(box.x1 - box.x0, box.y1 - box.y0) <= 2 * width) {
        this.rectangle({ x0: box.x0 - h, y0: box.y0 - h, x1: box.x1 + h, y1: box.y1 + h }, color, clip);
        return;
      }
      for (const side of sidesOf(box, h, h)) this.rectangle(side, color, clip);
    } else if (subpath.shape === "lines" && lines.length <= 4 * MAX_RUN) {
      for (let i = 0; i < lines.length; i += 4) {
        const x0 = Math.min(lines[i]!, lines[i + 2]!);
        const x1 = Math.max(lines[i]!, lines[i + 2]!);
        const y0 = Math.min(lines[i + 1]!, lines[i + 3]!);
        const y1 = Math.max(lines[i + 1]!, lines[i + 3]!);
        const h = width / 2;
        const horizontal = x1 - x0 >= y1 - y0;
        const side = horizontal
          ? { x0, y0: (y0 + y1) / 2 - h, x1, y1: (y0 + y1) / 2 + h }
          : { x0: (x0 + x1) / 2 - h, y0, x1: (x0 + x1) / 2 + h, y1 };
        this.rectangle(side, color, clip);
      }
    } else if (color !== WHITE) this.piece(box, subpath.segments, subpath.curves, clip);
  }

  /** A painted rectangle is a rule when thin, else a fill; white shows only on ink. */
  private rectangle(full: Box, color: number, clip: Box): void {
    const box = intersect(intersect(full, clip), this.page);
    if (!(box.x1 >= box.x0 && box.y1 >= box.y0)) return;
    if (color === WHITE && !this.isInked(box)) return;
    const width = Math.max(box.x1 - box.x0, HAIRLINE);
    const height = Math.max(box.y1 - box.y0, HAIRLINE);
    const grown = { x0: box.x0, y0: box.y0, x1: box.x0 + width, y1: box.y0 + height };
    if (isThin(width, height)) {
      if (this.rules.length >= MAX_SHAPES_PER_PAGE) return;
      const horizontal = width >= height;
      this.rules.push({
        box: grown,
        direction: horizontal ? "horizontal" : "vertical",
        thickness: horizontal ? height : width,
        color,
      });
    } else if (this.fills.length < MAX_SHAPES_PER_PAGE) {
      this.fills.push({ box: grown, color });
      this.inked.push(grown);
    }
  }

  /** Whether something was painted where `box` is; white shows nowhere else. */
  isInked(box: Box): boolean {
    return this.inked.length > MAX_INKED || this.inked.some((area) => overlaps(area, box));
  }

  private piece(full: Box, segments: number, curves: number, clip: Box): void {
    const box = intersect(intersect(full, clip), this.page);
    if (!(box.x1 >= box.x0 && box.y1 >= box.y0) || this.pieces.length >= MAX_PIECES_PER_PAGE) return;
    this.pieces.push({ box, segments, curves });
  }
}

/** Stands for gradients and patterns, whose colour varies. */
const SHADING_COLOR = 0xc0c0c0;

/** Colour as it appears on paper; undefined when fully transparent. */
function mixWithWhite(color: number, alpha: number): number | undefined {
  if (alpha >= 0.999) return color;
  if (!(alpha > 0.004)) return undefined;
  const channel = (shift: number) => Math.round(255 + (((color >> shift) & 255) - 255) * alpha) << shift;
  return channel(16) | channel(8) | channel(0);
}

function isThin(width: number, height: number): boolean {
  const thin = Math.min(Math.abs(width), Math.abs(height));
  return thin <= MAX_RULE_THICKNESS && Math.max(Math.abs(width), Math.abs(height)) >= MIN_RULE_ASPECT * thin;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** Four bars along the sides of a box, reaching `out` px outwards and `into` px inwards. */
function sidesOf(box: Box, out: number, into: number): Box[] {
  return [
    { x0: box.x0 - out, y0: box.y0 - out, x1: box.x1 + out, y1: box.y0 + into },
    { x0: box.x0 - out, y0: box.y1 - into, x1: box.x1 + out, y1: box.y1 + out },
    { x0: box.x0 - out, y0: box.y0 - out, x1: box.x0 + into, y1: box.y1 + out },
    { x0: box.x1 - into, y0: box.y0 - out, x1: box.x1 + out, y1: box.y1 + out },
  ];
}

/** A filled ring of two nested rectangles is a frame: its four bars. */
function asFrame(subpaths: Subpath[]): Box[] | undefined {
  if (subpaths.length !== 2 || subpaths.some((s) => s.shape !== "rectangle")) return undefined;
  const [a, b] = subpaths.map((s) => s.box) as [Box, Box];
  const [outer, inner] = a.x0 <= b.x0 && a.x1 >= b.x1 ? [a, b] : [b, a];
  const gaps = [inner.x0 - outer.x0, outer.x1 - inner.x1, inner.y0 - outer.y0, outer.y1 - inner.y1];
  if (gaps.some((gap) => gap < 0 || gap > MAX_RULE_THICKNESS)) return undefined;
  return sidesOf(outer, 0, Math.max(...gaps));
}

function total(subpaths: Subpath[], key: "segments" | "curves"): number {
  return subpaths.reduce((sum, subpath) => sum + subpath[key], 0);
}

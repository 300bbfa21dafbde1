import type { Box } from "../../../page.js";
import { cover, emptyBox, type Matrix } from "./matrix.js";
import { DRAW } from "./operators.js";

/** One subpath in page space, told apart by what it looks like. */
export interface Subpath {
  box: Box;
  /** Line and curve segments. */
  segments: number;
  curves: number;
  /**
   * `rectangle`: four axis-parallel sides (also with rounded corners, or a thin one with mitred ends) · `lines`: open or closed run of axis-parallel
   * lines, listed in `lines` · `free`: anything else.
   */
  shape: "rectangle" | "lines" | "free";
  /** Axis-parallel segments [x0, y0, x1, y1, …] of `lines`. */
  lines: number[];
}

/** A segment is axis-parallel when it strays less than this, px, or less than 0.4 % of its length. */
const STRAIGHT_PX = 0.35;
const STRAIGHT_SHARE = 0.004;
/** Rounded corners take at most this share of the shorter side (beyond: a pill or an ellipse). */
const MAX_CORNER = 0.45;

/** Borders of cells are filled polygons whose ends are cut aslant in some programs: no thicker than this, px, and many times as long. */
const MITRED_PX = 12;
const MITRED_LENGTH = 6;

class SubpathBuilder {
  box = emptyBox();
  segments = 0;
  curves = 0;
  private oblique = 0;
  /** Longest extent of an oblique line, px. */
  private slant = 0;
  private lines: number[] = [];
  private startX = 0;
  private startY = 0;
  private x = 0;
  private y = 0;
  private open = false;
  /** Length of axis-parallel lines lying on each side of the box is checked at the end. */

  moveTo(x: number, y: number): void {
    this.startX = this.x = x;
    this.startY = this.y = y;
  }

  private begin(): void {
    if (this.open) return;
    this.open = true;
    this.grow(this.x, this.y);
  }

  private grow(x: number, y: number): void {
    const box = this.box;
    if (x < box.x0) box.x0 = x;
    if (x > box.x1) box.x1 = x;
    if (y < box.y0) box.y0 = y;
    if (y > box.y1) box.y1 = y;
  }

  lineTo(x: number, y: number): void {
    this.begin();
    const dx = Math.abs(x - this.x);
    const dy = Math.abs(y - this.y);
    this.segments++;
    if (Math.min(dx, dy) <= Math.max(STRAIGHT_PX, STRAIGHT_SHARE * Math.max(dx, dy))) {
      // Zero-length lines draw a dot with round caps at most: they count for the box only.
      if (Math.max(dx, dy) > 0.01) this.lines.push(this.x, this.y, x, y);
    } else {
      this.oblique++;
      this.slant = Math.max(this.slant, dx, dy);
    }
    this.grow(x, y);
    this.x = x;
    this.y = y;
  }

  curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const flat =
      (Math.abs(x1 - this.x) < STRAIGHT_PX &&
        Math.abs(x2 - this.x) < STRAIGHT_PX &&
        Math.abs(x - this.x) < STRAIGHT_PX) ||
      (Math.abs(y1 - this.y) < STRAIGHT_PX &&
        Math.abs(y2 - this.y) < STRAIGHT_PX &&
        Math.abs(y - this.y) < STRAIGHT_PX);
    if (flat) {
      this.lineTo(x, y);
      return;
    }
    this.begin();
    this.segments++;
    this.curves++;
    // The hull of the control points; exact enough for clusters.
    this.grow(x1, y1);
    this.grow(x2, y2);
    this.grow(x, y);
    this.x = x;
    this.y = y;
  }

  close(): void {
    if (this.open && (this.x !== this.startX || this.y !== this.startY)) this.lineTo(this.startX, this.startY);
  }

  finish(): Subpath | undefined {
    if (!this.open) return undefined;
    const { box, segments, curves, lines } = this;
    const rectangle = this.oblique === 0 ? this.isRectangle() : this.isMitredBorder();
    const shape = rectangle ? "rectangle" : this.oblique || curves ? "free" : "lines";
    return { box, segments, curves, shape, lines };
  }

  private isMitredBorder(): boolean {
    const { box, lines, curves, slant } = this;
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    const [thickness, length] = [Math.min(width, height), Math.max(width, height)];
    if (curves > 0 || thickness > MITRED_PX || length < MITRED_LENGTH * thickness || slant > 1.5 * thickness)
      return false;
    let along = 0;
    for (let i = 0; i < lines.length; i += 4)
      along += Math.abs(width > height ? lines[i + 2]! - lines[i]! : lines[i + 3]! - lines[i + 1]!);
    return along >= 2 * (length - 2 * thickness);
  }

  private isRectangle(): boolean {
    const { box, lines } = this;
    const width = box.x1 - box.x0;
    const height = box.y1 - box.y0;
    if (this.curves > 8 || lines.length < 12 || lines.length > 32) return false;
    const corner = Math.min(width, height) * MAX_CORNER;
    let top = 0;
    let bottom = 0;
    let left = 0;
    let right = 0;
    const tolerance = Math.max(STRAIGHT_PX, STRAIGHT_SHARE * Math.max(width, height));
    for (let i = 0; i < lines.length; i += 4) {
      const dx = Math.abs(lines[i + 2]! - lines[i]!);
      const dy = Math.abs(lines[i + 3]! - lines[i + 1]!);
      if (dx >= dy) {
        if (Math.abs(lines[i + 1]! - box.y0) <= tolerance) top += dx;
        else if (Math.abs(lines[i + 1]! - box.y1) <= tolerance) bottom += dx;
        else return false;
      } else if (Math.abs(lines[i]! - box.x0) <= tolerance) left += dy;
      else if (Math.abs(lines[i]! - box.x1) <= tolerance) right += dy;
      else return false;
    }
    const spare = this.curves > 0 ? 2 * corner : 2 * tolerance;
    const needX = width - spare;
    const needY = height - spare;
    // A fill closes itself, so three sides are enough; thin boxes may lack their short sides.
    const sides = +(top >= needX) + +(bottom >= needX) + +(left >= needY) + +(right >= needY);
    return sides >= 3;
  }
}

/** Reads a packed path through `ctm` into subpaths. `budget` bounds the commands read. */
export function readSubpaths(
  path: ArrayLike<number>,
  ctm: Matrix,
  budget: number,
): { subpaths: Subpath[]; read: number } {
  const [a, b, c, d, e, f] = ctm;
  const subpaths: Subpath[] = [];
  let current = new SubpathBuilder();
  let read = 0;
  const px = (i: number) => a * path[i]! + c * path[i + 1]! + e;
  const py = (i: number) => b * path[i]! + d * path[i + 1]! + f;
  const flush = () => {
    const done = current.finish();
    if (done && Number.isFinite(done.box.x0 + done.box.x1 + done.box.y0 + done.box.y1)) subpaths.push(done);
    current = new SubpathBuilder();
  };
  for (let i = 0; i < path.length && read < budget; read++) {
    switch (path[i++]) {
      case DRAW.moveTo:
        flush();
        current.moveTo(px(i), py(i));
        i += 2;
        break;
      case DRAW.lineTo:
        current.lineTo(px(i), py(i));
        i += 2;
        break;
      case DRAW.curveTo:
        current.curveTo(px(i), py(i), px(i + 2), py(i + 2), px(i + 4), py(i + 4));
        i += 6;
        break;
      case DRAW.quadraticCurveTo:
        current.curveTo(px(i), py(i), px(i), py(i), px(i + 2), py(i + 2));
        i += 4;
        break;
      case DRAW.closePath:
        current.close();
        break;
      default:
        i = path.length;
    }
  }
  flush();
  return { subpaths, read };
}

/** Box around subpaths. */
export function boxAround(subpaths: readonly Subpath[]): Box {
  const box = emptyBox();
  for (const subpath of subpaths) cover(box, subpath.box);
  return box;
}

import type { Box } from "../../../page.js";
import { emptyBox } from "./matrix.js";
import { DRAW } from "./operators.js";

/**
 * Tight bounding box of a packed path: curves by their extremes, not by their control points. `undefined` when nothing
 * is drawn. Unit and direction of the axes are the path's own (font outlines: em, y up).
 */
export function outlineBox(path: ArrayLike<number>): Box | undefined {
  const box = emptyBox();
  let x = 0;
  let y = 0;
  let moved: [number, number] | undefined;
  for (let i = 0; i < path.length; ) {
    switch (path[i++]) {
      case DRAW.moveTo:
        x = path[i++]!;
        y = path[i++]!;
        // A path that only moves draws nothing: the point counts with the first segment.
        moved = [x, y];
        break;
      case DRAW.lineTo:
        // Type 1 outlines open with an empty line at the left side bearing: no ink, so it must not widen the box.
        if (path[i] === x && path[i + 1] === y) {
          i += 2;
          break;
        }
        if (moved) moved = addStart(box, moved);
        x = path[i++]!;
        y = path[i++]!;
        addPoint(box, x, y);
        break;
      case DRAW.curveTo: {
        if (moved) moved = addStart(box, moved);
        const x1 = path[i]!;
        const y1 = path[i + 1]!;
        const x2 = path[i + 2]!;
        const y2 = path[i + 3]!;
        const x3 = path[i + 4]!;
        const y3 = path[i + 5]!;
        i += 6;
        addPoint(box, x3, y3);
        if (x1 < box.x0 || x2 < box.x0 || x1 > box.x1 || x2 > box.x1) {
          eachCubicExtreme(x, x1, x2, x3, (value) => addPoint(box, value, y3));
        }
        if (y1 < box.y0 || y2 < box.y0 || y1 > box.y1 || y2 > box.y1) {
          eachCubicExtreme(y, y1, y2, y3, (value) => addPoint(box, x3, value));
        }
        x = x3;
        y = y3;
        break;
      }
      case DRAW.quadraticCurveTo: {
        if (moved) moved = addStart(box, moved);
        const x1 = path[i]!;
        const y1 = path[i + 1]!;
        const x2 = path[i + 2]!;
        const y2 = path[i + 3]!;
        i += 4;
        addPoint(box, x2, y2);
        if (x1 < box.x0 || x1 > box.x1) addPoint(box, quadraticExtreme(x, x1, x2), y2);
        if (y1 < box.y0 || y1 > box.y1) addPoint(box, x2, quadraticExtreme(y, y1, y2));
        x = x2;
        y = y2;
        break;
      }
      case DRAW.closePath:
        break;
      default:
        return box.x1 >= box.x0 ? box : undefined;
    }
  }
  return box.x1 >= box.x0 ? box : undefined;
}

function addStart(box: Box, point: [number, number]): undefined {
  addPoint(box, point[0], point[1]);
  return undefined;
}

function addPoint(box: Box, x: number, y: number): void {
  if (x < box.x0) box.x0 = x;
  if (x > box.x1) box.x1 = x;
  if (y < box.y0) box.y0 = y;
  if (y > box.y1) box.y1 = y;
}

/** Value of a quadratic Bézier where its derivative is zero (its end when that lies outside 0–1). */
function quadraticExtreme(p0: number, p1: number, p2: number): number {
  const t = (p0 - p1) / (p0 - 2 * p1 + p2);
  return t > 0 && t < 1 ? (1 - t) * (1 - t) * p0 + 2 * t * (1 - t) * p1 + t * t * p2 : p2;
}

function eachCubicExtreme(p0: number, p1: number, p2: number, p3: number, visit: (value: number) => void): void {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const at = (t: number) => {
    if (!(t > 0 && t < 1)) return;
    const s = 1 - t;
    visit(s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3);
  };
  if (Math.abs(a) < 1e-12) {
    if (b !== 0) at(-c / b);
    return;
  }
  const root = b * b - 4 * a * c;
  if (root < 0) return;
  const q = Math.sqrt(root);
  at((-b + q) / (2 * a));
  at((-b - q) / (2 * a));
}

import type { Box, PageLayout } from "../../page.js";

/**
 * A layout read on a levelled page, back in the page's own tilt: the centre of every box turns by `degrees` (clockwise) about the
 * page's centre, its size stays. Page space.
 */
export function tiltLayout(layout: PageLayout, degrees: number): PageLayout {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [cx, cy] = [layout.width / 2, layout.height / 2];
  const turn = (box: Box): Box => {
    const x = (box.x0 + box.x1) / 2 - cx;
    const y = (box.y0 + box.y1) / 2 - cy;
    const [dx, dy] = [cx + cos * x - sin * y - (x + cx), cy + sin * x + cos * y - (y + cy)];
    return { x0: box.x0 + dx, y0: box.y0 + dy, x1: box.x1 + dx, y1: box.y1 + dy };
  };
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    if (isBox(value)) return turn(value);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(layout) as PageLayout;
}

function isBox(value: object): value is Box {
  return "x0" in value && "y0" in value && "x1" in value && "y1" in value;
}

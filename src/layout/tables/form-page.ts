import type { Line } from "../types.js";
import type { Segments } from "./segments.js";

/** Tick boxes or blanks that make a page a form. */
const LEAST_FIELDS = 5;

/** Whether the page is a form, by its tick boxes (small empty squares) and blanks (runs of underscores). */
export function isFormPage({ horizontal, vertical }: Segments, lines: readonly Line[], em: number): boolean {
  const blanks = lines.filter(({ text }) => /_{4,}/.test(text)).length;
  const signs = lines.reduce((sum, { text }) => sum + (text.match(/[□☐☑☒]/gu)?.length ?? 0), 0);
  if (blanks + signs >= LEAST_FIELDS) return true;
  const sides = vertical.filter(({ from, to }) => to - from <= 1.5 * em);
  const edges = horizontal.filter(({ from, to }) => to - from <= 1.5 * em);
  let boxes = 0;
  for (const left of sides) {
    const right = sides.find(
      ({ at, from, to }) =>
        at - left.at > 0.4 * em &&
        at - left.at <= 1.5 * em &&
        Math.abs(from - left.from) < 0.2 * em &&
        Math.abs(to - left.to) < 0.2 * em,
    );
    if (!right) continue;
    const closed = edges.some(
      ({ at, from }) => Math.abs(at - left.from) < 0.2 * em && Math.abs(from - left.at) < 0.3 * em,
    );
    const inked = lines.some(({ box }) => {
      const x = (box.x0 + box.x1) / 2;
      const y = (box.y0 + box.y1) / 2;
      return x > left.at && x < right.at && y > left.from && y < left.to;
    });
    if (closed && !inked) boxes++;
  }
  return boxes >= LEAST_FIELDS;
}

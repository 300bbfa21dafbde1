import type { ReadLine } from "../read-lines.js";
import type { LineSymbol } from "./decode-line.js";
import type { PitchGrid } from "./fixed-pitch.js";

/** A full stop is this small against the x-height, and ends this near to the baseline. */
const LEAST_SIDE = 0.12;
const MOST_SIDE = 0.5;
const OFF_BASELINE = 0.25;

/**
 * A line of fixed pitch with a full stop for every dot that has a cell without a symbol: of dots in a row (`...`), each in a cell of its own,
 * the net reads one.
 */
export function withCellDots(line: ReadLine, { pitch, middle }: PitchGrid): ReadLine {
  const { framed, metrics, rate } = line;
  const cellOf = (x: number) => Math.round((x - middle) / pitch);
  const xOf = ({ centre }: LineSymbol) => framed.left + centre * framed.scale;
  const printed = line.symbols.filter(({ label }) => label !== " ");
  const taken = new Set(printed.map((symbol) => cellOf(xOf(symbol))));
  const read = printed.filter(({ label }) => /^[.,:;…]$/u.test(label)).map(xOf);
  const unread = line.line.letters.filter(({ x0, y0, x1, y1 }) => {
    const sides = [x1 - x0, y1 - y0].map((side) => side / metrics.xHeight);
    const small = sides.every((side) => side > LEAST_SIDE && side < MOST_SIDE);
    return small && Math.abs(y1 - metrics.baseline) < OFF_BASELINE * metrics.xHeight;
  });
  // The net's places are no exacter than a cell: each point that it read is the nearest dot's.
  for (const x of read) {
    const near = unread.map((dot, at) => ({ at, distance: Math.abs((dot.x0 + dot.x1) / 2 - x) }));
    const best = near.sort((a, b) => a.distance - b.distance)[0];
    if (best && best.distance < pitch) unread.splice(best.at, 1);
  }
  const dots = unread.filter(({ x0, x1 }) => !taken.has(cellOf((x0 + x1) / 2)));
  if (dots.length === 0) return line;
  const stops = dots.map(
    ({ x0, x1 }): LineSymbol => ({
      label: ".",
      probability: rate,
      centre: ((x0 + x1) / 2 - framed.left) / framed.scale,
    }),
  );
  return { ...line, symbols: [...line.symbols, ...stops].sort((a, b) => a.centre - b.centre) };
}

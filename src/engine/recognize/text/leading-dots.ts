import type { Component } from "../../raster/ink/components.js";
import type { ReadLine } from "../read-lines.js";

/** Bullets are this small against the x-height, in both directions, and stand this far before the text. */
const MOST_SIDE = 0.8;
const LEAST_GAP = 0.5;
const MOST_GAP = 3;
/** Their middles stand in this band of the x-height, from the baseline up: full stops stand on it, quotes over it. */
const LOWEST = 0.3;
const HIGHEST = 0.85;
/** The dots of a list stand one under the other to within this many x-heights. A speck stands alone. */
const SAME_PLACE = 0.35;
const LEAST_ITEMS = 2;

/**
 * Lines with the bullets that the net left out: small dots before the text at the height of its middle, at one place in several lines. The
 * net has seen few lines that begin with one.
 */
export function withLeadingDots(lines: readonly ReadLine[]): ReadLine[] {
  const dots = new Map<ReadLine, Component>();
  for (const line of lines) {
    const dot = leadingDot(line);
    if (dot) dots.set(line, dot);
  }
  return lines.map((line) => {
    const dot = dots.get(line);
    if (!dot) return line;
    const { xHeight } = line.metrics;
    const mates = [...dots.values()].filter((other) => Math.abs(other.x0 - dot.x0) < SAME_PLACE * xHeight);
    return mates.length < LEAST_ITEMS ? line : withBullet(line, dot);
  });
}

/** The dot before a line's text that no symbol was read for. */
function leadingDot({ line, metrics, symbols, framed }: ReadLine): Component | undefined {
  const { xHeight, baseline } = metrics;
  const [first, second] = [...line.letters].sort((a, b) => a.x0 - b.x0);
  const symbol = symbols.find(({ label }) => label !== " ");
  if (!first || !second || !symbol) return undefined;
  const [width, height] = [first.x1 - first.x0, first.y1 - first.y0];
  if (Math.max(width, height) > MOST_SIDE * xHeight || width > 2 * height || height > 2 * width) return undefined;
  const gap = second.x0 - first.x1;
  if (gap < LEAST_GAP * xHeight || gap > MOST_GAP * xHeight) return undefined;
  const rise = baseline - (first.y0 + first.y1) / 2;
  if (rise < LOWEST * xHeight || rise > HIGHEST * xHeight) return undefined;
  return framed.left + symbol.centre * framed.scale > (first.x1 + second.x0) / 2 ? first : undefined;
}

function withBullet(line: ReadLine, dot: Component): ReadLine {
  const { left, scale } = line.framed;
  const column = (x: number) => (x - left) / scale;
  const bullet = { label: "•", probability: line.rate, centre: column((dot.x0 + dot.x1) / 2) };
  const blank = { label: " ", probability: 1, centre: column(dot.x1 + 0.25 * line.metrics.xHeight) };
  return { ...line, symbols: [bullet, blank, ...line.symbols] };
}

import type { Box } from "../../../page.js";
import type { Component } from "../../raster/ink/components.js";
import { partAtGutters } from "./part-at-gutters.js";
import { lineOf, partUneven } from "./part-uneven.js";
import { takeLeaders } from "./take-leaders.js";

/** Letters that stand on one line, left to right, and what belongs to them; px of the upright page image. */
export interface InkLine extends Box {
  letters: Component[];
  /** The line is a leader: its letters are dots. */
  isLeader?: true;
}

/** Widest blank inside a line, in letter heights: words of justified text stand up to 1.6 apart, columns 2.5 and more. */
const WORD_GAP = 2.1;
/** Components below this share of the letter height are dots, accents, commas and hyphens. */
const SMALL = 0.55;
/** Commas of heavy type are taller than that, but narrow: nothing else below the x-height is. */
const SMALL_NARROW = { height: 0.8, width: 0.5 };
/** Fragments of one line stand no further apart, in letter heights: a sign between two blanks breaks a chain. */
const FRAGMENT_GAP = 1.5;
/** Taller components are pictures, brackets over several lines or letters grown together over lines. */
const TALL = 6;

/**
 * Chains letters to lines: a letter's right neighbour overlaps it in height by half and is no further than a word gap away. Dots,
 * accents and hyphens join the line they stand in; leaders are lines of their own. `height`: letter height, px.
 */
export function findLines(components: readonly Component[], height: number): InkLine[] {
  const { leaders, others } = takeLeaders(components, height);
  const sorted = [...others].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
  const isSmall = ({ x0, y0, x1, y1 }: Component) =>
    y1 - y0 < SMALL * height || (y1 - y0 < SMALL_NARROW.height * height && x1 - x0 < SMALL_NARROW.width * height);
  const letters = sorted.filter(
    (part) => !isSmall(part) && part.y1 - part.y0 <= TALL * height && part.x1 - part.x0 <= 20 * height,
  );
  const small = sorted.filter((part) => isSmall(part) && part.x1 - part.x0 <= 4 * height && part.area >= 3);
  const lines = chain(letters, height);
  for (const part of small) attach(part, lines, height);
  const whole = lines.filter((line) => line.letters.length > 1 || isLetterLike(line, height));
  const parted = mergeFragments(whole, height).flatMap((line) => partUneven(line, height));
  return [...partAtGutters(parted, height), ...leaders].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

function isLetterLike(line: InkLine, height: number): boolean {
  return line.y1 - line.y0 < 2.5 * height && line.x1 - line.x0 < 3 * height;
}

function chain(letters: readonly Component[], height: number): InkLine[] {
  const right = new Map<Component, Component>();
  const taken = new Set<Component>();
  letters.forEach((letter, index) => {
    let best: Component | undefined;
    let bestGap = Infinity;
    for (let at = index + 1; at < letters.length; at++) {
      const next = letters[at]!;
      const gap = next.x0 - letter.x1;
      const scale = Math.max(height, Math.min(letter.y1 - letter.y0, next.y1 - next.y0) * 0.7);
      if (next.x0 - letter.x1 > WORD_GAP * 3 * height) break;
      if (gap > WORD_GAP * scale || taken.has(next) || !standTogether(letter, next)) continue;
      if (gap < bestGap) {
        best = next;
        bestGap = gap;
      }
    }
    if (!best) return;
    right.set(letter, best);
    taken.add(best);
  });
  return letters
    .filter((letter) => !taken.has(letter))
    .map((first) => {
      const members: Component[] = [];
      for (let at: Component | undefined = first; at; at = right.get(at)) members.push(at);
      return lineOf(members);
    });
}

/** Half of the taller one's height is shared, or most of the smaller's and neither is much taller. */
function standTogether(a: Component, b: Component): boolean {
  const overlap = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  const low = Math.min(a.y1 - a.y0, b.y1 - b.y0);
  const high = Math.max(a.y1 - a.y0, b.y1 - b.y0);
  return overlap >= 0.5 * high || (overlap >= 0.8 * low && high < 2.2 * low);
}

/** A dot, accent or hyphen goes to the line whose band it touches or nearly so; the nearest wins. */
function attach(part: Component, lines: InkLine[], height: number): void {
  const middle = (part.y0 + part.y1) / 2;
  let best: InkLine | undefined;
  let bestDistance = 0.6 * height;
  for (const line of lines) {
    if (part.x0 > line.x1 + 1.6 * height || part.x1 < line.x0 - 1.6 * height) continue;
    const distance =
      Math.max(line.y0 - middle, middle - line.y1, 0) + 0.2 * Math.max(0, part.x0 - line.x1, line.x0 - part.x1);
    if (distance < bestDistance) {
      best = line;
      bestDistance = distance;
    }
  }
  if (!best) return;
  best.letters.push(part);
  best.x0 = Math.min(best.x0, part.x0);
  best.x1 = Math.max(best.x1, part.x1);
  best.y0 = Math.min(best.y0, part.y0);
  best.y1 = Math.max(best.y1, part.y1);
}

/** Chains broken by a mark too small or too high to link (quotes, scripts) lie side by side or inside each other on one band. */
function mergeFragments(lines: InkLine[], height: number): InkLine[] {
  const merged: InkLine[] = [];
  for (const line of [...lines].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    const host = merged.find((other) => {
      const overlap = Math.min(other.y1, line.y1) - Math.max(other.y0, line.y0);
      const low = Math.min(other.y1 - other.y0, line.y1 - line.y0);
      const gap = Math.max(line.x0 - other.x1, other.x0 - line.x1);
      return (
        overlap > 0.6 * low &&
        gap < FRAGMENT_GAP * height &&
        Math.max(other.y1 - other.y0, line.y1 - line.y0) < 3.2 * height
      );
    });
    if (!host) merged.push(line);
    else Object.assign(host, lineOf([...host.letters, ...line.letters]));
  }
  return merged;
}

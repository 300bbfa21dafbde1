import { boxesOverlap, unionBoxes } from "../../../layout/boxes.js";
import type { Box } from "../../../page.js";
import { frameRules, isFlat } from "../lines/frame-rules.js";
import type { PageInk } from "../lines/page-ink.js";
import type { ReadLine } from "../read-lines.js";
import { opensFormula } from "../text/decode-line.js";

/** Place on a page image that a line recogniser cannot read: print above and below each other that is no running text. Px of the image. */
export interface FormulaArea {
  box: Box;
  /** Lines that lie in it as a whole, as they were read; [] for a formula inside a line. */
  lines: ReadLine[];
}

/** A line read with less certainty and of few words is no running text, whatever words were read. */
const PROSE_RATE = 0.75;
/** A line with this many words is running text. */
const PROSE_WORDS = 3;
/** A word has three letters or more; capitals behind a small number of letters make factors (`QPf`), letters of two scripts are signs (`nεž` for `n ∈ ℤ`). */
const WORD = /^\p{P}*(?=\p{Script=Latin}{3}|\p{Script=Greek}{3})(?:\p{L}[^\P{L}\p{Lu}]{2}|\p{L}{4})/u;
/** Stands for a sign with a name (`\partial`), whose letters are not those of a word. */
const SIGN = "∗";
/** So is one whose letters are in such words by this share. */
const PROSE_SHARE = 0.55;
/** Parts of one formula: beside each other up to this many ems apart, above each other up to the second. */
const GAP_ACROSS = 2.5;
const GAP_DOWN = 0.5;
/** An equation's number stands further from it than this, ems. */
const NUMBER_GAP = 1.5;
/** Columns: so many lines of text end before a blank and begin behind it, within this distance above and below, and none runs across. In ems. */
const COLUMN_LINES = 3;
const COLUMN_REACH = 20;
/** Lines read with this certainty, of one row and with nothing over or under them, stay as they were read. */
const SURE_RATE = 0.9;
/** Areas beyond this are tables or drawings, ems. */
const MAX_HEIGHT = 24;
/** Longer rules are a table's or the page's, ems. */
const MAX_RULE = 34;

const EQUATION_NUMBER = /^\([0-9A-Z]+(?:[.\-–][0-9]+)*[a-z]?\)$/;
/** What only formulas have, as labels of the line recogniser. */
const MATHS = /^(?:\\(?:stack|equiv|sim|simeq|cong|approx|le|ge|ne|in|subset|subseteq|mapsto|iff)|[=<>+∼≈≤≥∈→⊂∑∏∫])$/u;

interface Part extends Box {
  line?: ReadLine;
}

/** Areas of displayed formulas: seeds are lines with signs of mathematics; lines, rules and loose ink near them are theirs. `em`: px of the image. */
export function findFormulaAreas(read: readonly ReadLine[], ink: PageInk, em: number): FormulaArea[] {
  const prose = read.filter(isProse);
  const others = read.filter((line) => !prose.includes(line));
  const frames = frameRules(ink.rules);
  const inLines = new Set(read.flatMap(({ line }) => line.letters));
  const parts: Part[] = [
    ...others.map((line) => ({ ...boxOf(line.line), line })),
    ...ink.letters.filter((letter) => !inLines.has(letter)),
    ...ink.rules.filter((rule) => isFlat(rule) && rule.x1 - rule.x0 < MAX_RULE * em && !frames.includes(rule)),
  ];
  const bands = prose.map(({ line, metrics }) => ({
    x0: line.x0,
    x1: line.x1,
    y0: metrics.baseline - metrics.xHeight,
    y1: metrics.baseline,
  }));
  const free = parts.filter((part) => !bands.some((band) => covers(band, part)));
  const taken = new Set<Part>();
  const areas: FormulaArea[] = [];
  for (const seed of free) {
    if (taken.has(seed) || !seed.line || !isSeed(seed.line)) continue;
    const members = grow(seed, free, { bands, frames }, taken, em);
    const box = unionBoxes(members);
    const lines = members.flatMap(({ line }) => (line ? [line] : []));
    if (box.y1 - box.y0 > MAX_HEIGHT * em) continue;
    if (members.length === 1 && seed.line.rate >= SURE_RATE && !hasStack(seed.line)) continue;
    areas.push({ box, lines });
  }
  return areas;
}

/** Adds to a seed what belongs to it, one after the other, but for what lies over a line of text, a side of a cell or a gutter. */
function grow(
  seed: Part,
  parts: readonly Part[],
  { bands, frames }: { bands: readonly Box[]; frames: readonly Box[] },
  taken: Set<Part>,
  em: number,
): Part[] {
  const members = [seed];
  taken.add(seed);
  let box: Box = seed;
  for (let grown = true; grown; ) {
    grown = false;
    for (const part of parts) {
      if (taken.has(part) || !belongs(part, box, em)) continue;
      const union = unionBoxes([box, part]);
      if (bands.some((band) => boxesOverlap(band, union) && !boxesOverlap(band, box))) continue;
      if (frames.some((side) => boxesOverlap(side, union) && !boxesOverlap(side, box))) continue;
      if (isOverGutter(part, box, bands, em)) continue;
      members.push(part);
      taken.add(part);
      box = union;
      grown = true;
    }
  }
  return members;
}

function belongs(part: Part, box: Box, em: number): boolean {
  const across = Math.max(part.x0 - box.x1, box.x0 - part.x1);
  const down = Math.max(part.y0 - box.y1, box.y0 - part.y1);
  if (part.line && EQUATION_NUMBER.test(textOf(part.line)) && across > NUMBER_GAP * em) return false;
  const low = Math.min(part.y1 - part.y0, box.y1 - box.y0);
  if (-down > 0.3 * low) return across < GAP_ACROSS * em;
  return across < 0 && down < GAP_DOWN * em;
}

/** Whether the blank between part and box is one between columns of text. */
function isOverGutter(part: Box, box: Box, bands: readonly Box[], em: number): boolean {
  const [from, to] = part.x0 >= box.x1 ? [box.x1, part.x0] : [part.x1, box.x0];
  if (to <= from) return false;
  const near = bands.filter(
    ({ y0, y1 }) =>
      y1 > Math.min(part.y0, box.y0) - COLUMN_REACH * em && y0 < Math.max(part.y1, box.y1) + COLUMN_REACH * em,
  );
  const slack = 0.5 * em;
  const left = near.filter(({ x1 }) => x1 <= from + slack).length;
  const right = near.filter(({ x0 }) => x0 >= to - slack).length;
  return left >= COLUMN_LINES && right >= COLUMN_LINES && left + right === near.length;
}

function isSeed(line: ReadLine): boolean {
  return line.symbols.some(({ label }, index) => MATHS.test(label) || opensFormula(line.symbols, index));
}

/** Parts above each other, or an operator that may have some which the line recogniser does not see. */
const STACKED = /^\\(?:stack|sum|prod|coprod|big[a-z]+)$/;

function hasStack({ symbols }: ReadLine): boolean {
  return symbols.some(({ label }) => STACKED.test(label));
}

/** Running text, or the dots of a leader. */
export function isProse(line: ReadLine): boolean {
  if (line.line.isLeader) return true;
  const words = textOf(line)
    .split(" ")
    .filter((word) => WORD.test(word));
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const printed = line.symbols.filter(({ label }) => label !== " ").length;
  return words.length >= PROSE_WORDS || (line.rate >= PROSE_RATE && letters > PROSE_SHARE * printed);
}

/** The line outside of formula spans, spans left out. */
function textOf({ symbols }: ReadLine): string {
  let text = "";
  let maths = false;
  for (const [index, { label }] of symbols.entries()) {
    if (label === "\\(") maths = opensFormula(symbols, index);
    else if (label === "\\)") maths = false;
    else if (!maths) text += label.startsWith("\\") ? SIGN : label;
  }
  return text.trim();
}

/** Whether most of a part's height is in the band and it lies between the band's ends. */
function covers(band: Box, part: Box): boolean {
  const middle = (part.y0 + part.y1) / 2;
  const height = band.y1 - band.y0;
  return (
    part.x0 >= band.x0 - height && part.x1 <= band.x1 + height && middle > band.y0 - height && middle < band.y1 + height
  );
}

function boxOf({ x0, y0, x1, y1 }: Box): Box {
  return { x0, y0, x1, y1 };
}

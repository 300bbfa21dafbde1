import { isProgram } from "../../../layout/classify/is-typescript.js";
import type { ReadLine } from "../read-lines.js";

/** Pitches that are tried, in x-heights: typewriter faces advance by 1.0 to 1.45 of theirs. */
const LEAST_PITCH = 0.9;
const MOST_PITCH = 1.6;
const STEP = 0.02;
/** From step to step the last cell of a line moves by no more than this share of a cell. */
const DRIFT = 0.3;
const FINE_STEP = 0.0005;
/**
 * Rayleigh's statistic, letters times the squared coherence of their centres with the pitch. Centres of proportional type reach 2 to 5 over
 * a line of prose, those of fixed pitch 10 from a dozen letters on.
 */
const CERTAIN = 9;
/** Long lines reach that by chance where few widths make up a face; of fixed pitch, coherence is 0.7 and more. */
const LEAST_COHERENCE = 0.55;
/** The mean over the lines that are certain: the best of a hundred lines of book type reach 0.6 together. */
const LEAST_MEAN = 0.76;
/** So many certain lines have to agree on a pitch, to within this factor. */
const LEAST_LINES = 2;
/** One line is enough when it has so many letters that cohere so well. */
const SURE_LETTERS = 20;
const SURE = 0.85;
const SAME_PITCH = 1.04;
/** Lines have the pitch when they are as certain of it as a line of letters alone, short ones when their letters cohere with it so well … */
const COHERENT = 0.8;
/** … and a line with it stands this near, in x-heights; this far for letters that stand in it exactly, as output below an empty row may. */
const NEAR = 6;
const FAR = 12;
const EXACT = 0.9;
/** Where more of a page's letters stand so, the page was typed, and the pitch tells nothing; but for programs, … */
const TYPED = 0.6;
/** … and for pages with so much running text of another pitch, surely read. */
const MIXED = 0.12;
const PROSE_LETTERS = 25;
const PROSE_RATE = 0.9;
/** Where all do, layout tells programs from letters by the pitch. */
const WHOLLY_TYPED = 0.95;
/** Digits have one width in most faces: lines of numbers prove nothing. */
const LEAST_LETTER_SHARE = 0.5;

/**
 * Letters of fixed pitch are no wider than their cells; spaced proportional type has an `m` in 20 letters that is. Ink of more cells is letters
 * that touch.
 */
const MOST_WIDE = 0.035;
/** Typed letters touch, and nothing is made of the pitch of such a page but that it has no formulas. */
const MOST_WIDE_TYPED = 0.1;
const TOUCHING = 1.5;
/** Pixels that a letter as wide as its cell takes more than the cell. */
const EDGE = 1;
/** A line of so many letters has a pitch of its own, and is of book type when so many of them are wide. */
const OWN_LETTERS = 8;
const MOST_WIDE_OF_LINE = 0.12;
/** Letters of a part of a line, and how well the least fitting part stands in the grid of the line. */
const PART_LETTERS = 14;
const LEAST_PART = 0.2;
/** A line has another pitch when its letters cohere with that better by so much. */
const OTHER_PITCH = 0.15;

/** Cells of a line of fixed pitch: their width, and the middle of one of them, px of the page image. */
export interface PitchGrid {
  pitch: number;
  middle: number;
}

/** Cells of a line, and whether they say that it is of a listing: the pitch of a typed page tells nothing about its lines. */
export interface PitchedLine extends PitchGrid {
  listed: boolean;
}

/**
 * Lines set in type of fixed pitch (listings, typed pages), with the grids of their characters. The centres of the ink's connected parts stand on a
 * grid then, so that `|Σ exp(2πi·x/pitch)| / n` is near 1; over proportional type it falls with the root of the letters' number.
 */
export function fixedPitchLines(lines: readonly ReadLine[]): Map<ReadLine, PitchedLine> {
  const found = new Set<ReadLine>();
  const seeds = lines.flatMap((line) => {
    const best = isOfLetters(line) ? bestPitch(line) : undefined;
    return best ? [{ line, pitch: best }] : [];
  });
  const alone = seeds.length === 1 && isSure(seeds[0]!) ? seeds[0]!.pitch : undefined;
  const pitch = alone ?? commonPitch(seeds.map((seed) => seed.pitch));
  if (pitch === undefined) return new Map();
  const alike = seeds.filter((seed) => isSame(seed.pitch, pitch));
  if (meanCoherence(alike) < LEAST_MEAN) return new Map();
  for (const { line } of alike) found.add(line);
  const coherent = new Map(lines.map((line) => [line, bestCoherence(line, pitch)]));
  const fitting = lines.filter((line) => agrees(line, coherent.get(line)!));
  for (;;) {
    const more = fitting.filter(
      (line) => !found.has(line) && isBeside(line, [...found], coherent.get(line)! >= EXACT ? FAR : NEAR),
    );
    if (more.length === 0) break;
    for (const line of more) found.add(line);
  }
  const share = lettersOf([...found]) / lettersOf(lines);
  const listed = share > WHOLLY_TYPED || !isTyped(lines, found, new Set(fitting));
  const fitted = fitPitches([...found], pitch).filter(
    ({ line, pitch: own }) =>
      (!isLong(line) || wideShare([{ line, pitch: own }]) <= MOST_WIDE_OF_LINE) && isCoherentThroughout(line, own),
  );
  if (wideShare(fitted) > (listed ? MOST_WIDE : MOST_WIDE_TYPED)) return new Map();
  return new Map(
    fitted.map(({ line, pitch: own }) => [
      line,
      { pitch: own, middle: meanPhase(centresOf(line), own).offset, listed },
    ]),
  );
}

function meanCoherence(seeds: readonly { line: ReadLine; pitch: number }[]): number {
  return seeds.reduce((sum, { line, pitch }) => sum + coherence(centresOf(line), pitch), 0) / seeds.length;
}

/** The pitch of all lines; of those that do not stand in it, as the input between a program's output may, the one they have in common. */
function fitPitches(lines: readonly ReadLine[], pitch: number): { line: ReadLine; pitch: number }[] {
  const common = refinePitch(lines, pitch);
  const others = lines.filter((line) => {
    const centres = centresOf(line);
    return isLong(line) && coherence(centres, refinePitch([line], pitch)) > coherence(centres, common) + OTHER_PITCH;
  });
  const other = others.length > 0 ? refinePitch(others, pitch) : common;
  return lines.map((line) => ({ line, pitch: others.includes(line) ? other : common }));
}

function isLong({ line }: ReadLine): boolean {
  return line.letters.length >= OWN_LETTERS;
}

function lettersOf(lines: readonly ReadLine[]): number {
  return lines.reduce((sum, { line }) => sum + line.letters.length, 0);
}

/** Whether most of the page is typed, and neither programs nor beside running text in book type. */
function isTyped(lines: readonly ReadLine[], found: ReadonlySet<ReadLine>, fitting: ReadonlySet<ReadLine>): boolean {
  const typed = lines.filter((line) => found.has(line));
  if (lettersOf(typed) <= TYPED * lettersOf(lines)) return false;
  const prose = lines.filter(
    (line) =>
      !found.has(line) && line.line.letters.length >= PROSE_LETTERS && line.rate > PROSE_RATE && !fitting.has(line),
  );
  if (lettersOf(prose) > MIXED * lettersOf(lines)) return false;
  return !isProgram(typed.map(({ symbols }) => symbols.map(({ label }) => label).join("")));
}

/** Names in typewriter type among words of a book face cohere, the words do not: every part of a line has to. */
function isCoherentThroughout(line: ReadLine, pitch: number): boolean {
  const centres = centresOf(line).sort((a, b) => a - b);
  const { offset } = meanPhase(centres, pitch);
  for (let from = 0; from + PART_LETTERS <= centres.length; from += PART_LETTERS / 2) {
    const part = centres.slice(from, from + PART_LETTERS);
    const along = part.reduce((sum, centre) => sum + Math.cos((2 * Math.PI * (centre - offset)) / pitch), 0);
    if (along < LEAST_PART * part.length) return false;
  }
  return true;
}

/** One line is enough when it is long, and exact as book type never is. */
function isSure({ line, pitch }: { line: ReadLine; pitch: number }): boolean {
  return line.line.letters.length >= SURE_LETTERS && bestCoherence(line, pitch) >= SURE;
}

/** Share of the parts of ink that are wider than a cell. */
function wideShare(lines: readonly { line: ReadLine; pitch: number }[]): number {
  const letters = lines.flatMap(({ line: { line }, pitch }) =>
    line.letters.map(({ x0, x1 }) => x1 - x0 > pitch + EDGE && x1 - x0 < TOUCHING * pitch),
  );
  return letters.length === 0 ? 0 : letters.filter(Boolean).length / letters.length;
}

function isOfLetters({ symbols }: ReadLine): boolean {
  const printed = symbols.filter(({ label }) => label !== " ");
  return printed.filter(({ label }) => /^\p{L}$/u.test(label)).length > LEAST_LETTER_SHARE * printed.length;
}

function bestPitch(line: ReadLine): number | undefined {
  const centres = centresOf(line);
  const { xHeight } = line.metrics;
  let best: { pitch: number; statistic: number } | undefined;
  for (let pitch = LEAST_PITCH * xHeight; pitch < MOST_PITCH * xHeight; pitch += stepAt(line, pitch)) {
    const length = coherence(centres, pitch);
    const statistic = centres.length * length ** 2;
    if (length >= LEAST_COHERENCE && statistic >= CERTAIN && statistic > (best?.statistic ?? 0))
      best = { pitch, statistic };
  }
  return best?.pitch;
}

/** Step between the pitches that are tried, px. */
function stepAt({ line, metrics }: ReadLine, pitch: number): number {
  return Math.min(STEP * metrics.xHeight, (DRIFT * pitch ** 2) / Math.max(1, line.x1 - line.x0));
}

/** Middles of the ink's parts in x; a dot over a letter or under a sign has its letter's. */
function centresOf({ line }: ReadLine): number[] {
  return line.letters.map(({ x0, x1 }) => (x0 + x1) / 2);
}

/** Of all lines together, the pitch that their letters cohere with best. */
function refinePitch(lines: readonly ReadLine[], pitch: number): number {
  let best = { pitch, sum: 0 };
  for (let near = pitch / SAME_PITCH; near < pitch * SAME_PITCH; near += FINE_STEP * pitch) {
    const sum = lines.reduce((total, line) => {
      const centres = centresOf(line);
      return total + centres.length * coherence(centres, near) ** 2;
    }, 0);
    if (sum > best.sum) best = { pitch: near, sum };
  }
  return best.pitch;
}

/** Length of the mean of the unit vectors that the centres' phases give, 0–1. */
function coherence(centres: readonly number[], pitch: number): number {
  return meanPhase(centres, pitch).length;
}

/** The mean of those vectors: its length, and its angle as an offset in px. */
function meanPhase(centres: readonly number[], pitch: number): { length: number; offset: number } {
  let [x, y] = [0, 0];
  for (const centre of centres) {
    const phase = (2 * Math.PI * centre) / pitch;
    x += Math.cos(phase);
    y += Math.sin(phase);
  }
  const length = centres.length === 0 ? 0 : Math.hypot(x, y) / centres.length;
  return { length, offset: (Math.atan2(y, x) * pitch) / (2 * Math.PI) };
}

/** The pitch that most lines agree on, their mean. */
function commonPitch(pitches: readonly number[]): number | undefined {
  const groups = pitches.map((pitch) => pitches.filter((other) => isSame(other, pitch)));
  const largest = groups.reduce<number[]>((best, group) => (group.length > best.length ? group : best), []);
  if (largest.length < LEAST_LINES) return undefined;
  return largest.reduce((sum, pitch) => sum + pitch, 0) / largest.length;
}

function isSame(a: number, b: number): boolean {
  return a < SAME_PITCH * b && b < SAME_PITCH * a;
}

/** How well a line's letters stand on a grid of about this pitch, 0–1. */
function bestCoherence(line: ReadLine, pitch: number): number {
  const centres = centresOf(line);
  let best = 0;
  if (line.symbols.length === 0) return best;
  for (let near = pitch / SAME_PITCH; near < pitch * SAME_PITCH; near += stepAt(line, pitch))
    best = Math.max(best, coherence(centres, near));
  return best;
}

/** Whether that is enough for a line of its number of letters. */
function agrees({ line }: ReadLine, length: number): boolean {
  return length >= COHERENT || (length >= LEAST_COHERENCE && line.letters.length * length ** 2 >= CERTAIN);
}

/** On the row of one of the lines, or over or under one. */
function isBeside({ line, metrics }: ReadLine, others: readonly ReadLine[], near: number): boolean {
  const reach = near * metrics.xHeight;
  return others.some(({ line: other }) => {
    const gapX = Math.max(line.x0 - other.x1, other.x0 - line.x1);
    const gapY = Math.max(line.y0 - other.y1, other.y0 - line.y1);
    return gapY < 0 ? gapX < 3 * reach : gapY < 0.5 * reach && gapX < reach;
  });
}

import type { Rule } from "../../page.js";
import { overlapX } from "../boxes.js";
import { type Cluster, clusterBoxes } from "../regions/cluster-boxes.js";
import type { Line, PageMetrics } from "../types.js";
import { algorithmLines } from "./algorithms.js";
import { findDescriptionLists } from "./description-lists.js";
import { isTypescript } from "./is-typescript.js";
import { partSmallNumber, splitLineNumbers } from "./line-numbers.js";
import { listingSeeds, MONOSPACE } from "./listing-seeds.js";
import { joinRow, printedRows } from "./piece.js";

/** A listing or algorithm: its printed rows, and the lines they are made of. */
export interface CodeRegion {
  kind: "code" | "pseudocode";
  rows: Line[];
  /** Line numbers printed beside the rows, taken out of them. */
  numbers: Line[];
  members: Set<Line>;
}

/** Rows of a listing are this close, in leadings of blank: an empty line may lie between. */
const ROW_GAP = 1.6;
/** Two empty rows may lie between functions. */
const EMPTY_ROWS = 2.8;
/** Line numbers stand up to this far left of the code, in sizes. */
const NUMBER_REACH = 14;
/** Parts of one row (code, comment) are this close, in sizes. */
const PART_GAP = 12;
/** Prose of so many words between two rows parts them. */
const SENTENCE_WORDS = 5;
/** Typewriter type of a row between others that has other faces too. */
const PARTLY = 0.25;
/** A line of typewriter type that no other face parts. */
const WHOLLY = 0.98;
/** Comments of programs, which may be long. */
const COMMENT = /\/\*|(?:^|\s)\/\/\s/u;
const CODE_SIGN = /[{}();=<>#$\\[\]]|--|[\p{L}_]\w*\.[\p{L}_]|::|\/\//u;

/**
 * Listings and algorithms of a page. Geometry cuts them at every indent and gap; here their rows are put together again: runs of
 * monospaced lines with what stands on their rows, algorithms between their rules, and steps numbered `1:`, `2:` …
 */
export function findCodeRegions(printed: readonly Line[], rules: readonly Rule[], metrics: PageMetrics): CodeRegion[] {
  const whole = new Map<Line, Line>();
  const lines = printed.flatMap((line) => {
    if (line.angle !== 0) return [];
    const parts = partSmallNumber(line);
    if (!parts || parts.code.monospace <= MONOSPACE) return [line];
    for (const part of [parts.number, parts.code]) whole.set(part, line);
    return [parts.number, parts.code];
  });
  return regionsOf(lines, rules, metrics).map((region) => ({
    ...region,
    members: new Set([...region.members].map((part) => whole.get(part) ?? part)),
  }));
}

function regionsOf(lines: readonly Line[], rules: readonly Rule[], metrics: PageMetrics): CodeRegion[] {
  const algorithms = algorithmLines(lines, rules, metrics);
  const taken = new Set<Line>();
  const regions: CodeRegion[] = [];
  for (const members of [...algorithms.map(pseudo), ...monospacedRuns(lines, metrics).map(listing)]) {
    const free = members.lines.filter((line) => !taken.has(line));
    const rest = free.length < members.lines.length;
    if (free.length === 0 || (rest && free.length < 2 && !CODE_SIGN.test(free[0]!.text))) continue;
    const split = splitLineNumbers(printedRows(free).map(joinRow));
    // A column of numbers (states of an automaton, an axis) numbers no rows.
    if (split.rows.length === 0) continue;
    for (const line of free) taken.add(line);
    regions.push({ kind: members.kind, ...split, members: new Set(free) });
  }
  return regions;
}

/** Lines of listings that could be taken for displayed formulas: program text with an equals sign, the steps of an algorithm. */
export function listedLines(lines: readonly Line[], rules: readonly Rule[], metrics: PageMetrics): Set<Line> {
  return new Set(
    findCodeRegions(lines, rules, metrics).flatMap(({ kind, members }) =>
      kind === "code" ? [...members].filter((line) => line.monospace > MONOSPACE) : [...members],
    ),
  );
}

function pseudo(lines: Line[]): { kind: "code" | "pseudocode"; lines: Line[] } {
  const monospaced = lines.filter((line) => line.monospace > MONOSPACE).length;
  return { kind: monospaced > 0.8 * lines.length ? "code" : "pseudocode", lines };
}

function listing(lines: Line[]): { kind: "code" | "pseudocode"; lines: Line[] } {
  return { kind: "code", lines };
}

/** Clusters of monospaced lines, with the short pieces on their rows. */
function monospacedRuns(lines: readonly Line[], metrics: PageMetrics): Line[][] {
  if (isTypescript(lines)) return [];
  const lists = findDescriptionLists(lines);
  const sure = listingSeeds(lines, lists);
  const seeds = [...sure, ...lines.filter((line) => !sure.includes(line) && isBetweenRows(line, sure, metrics))];
  const others = lines.filter((line) => line.monospace <= MONOSPACE);
  const described = [...lists.descriptions].map(({ baseline }) => baseline);
  const sentences = others.filter((line) => line.words.length >= SENTENCE_WORDS && !COMMENT.test(line.text));
  const isParted = (a: Line, b: Line) => {
    const [upper, lower] = [Math.min(a.baseline, b.baseline), Math.max(a.baseline, b.baseline)];
    if (described.some((baseline) => baseline > upper && baseline < lower)) return true;
    return sentences.some((line) => isBetween(line, a, b));
  };
  const clusters = clusterBoxes(
    seeds,
    EMPTY_ROWS * metrics.leading,
    (a, b) => (isSameListing(a, b, metrics) || isAfterEmptyRows(a, b, others, metrics)) && !isParted(a, b),
  );
  return clusters
    .filter((cluster) => isListing(cluster, lines, metrics))
    .map((cluster) => [...cluster.members, ...lines.filter((line) => isInListing(line, cluster))]);
}

/** A row with some words in another face (`region))))`) between rows of a listing. */
function isBetweenRows(line: Line, seeds: readonly Line[], metrics: PageMetrics): boolean {
  if (line.monospace < PARTLY || line.words.length >= SENTENCE_WORDS || !CODE_SIGN.test(line.text)) return false;
  const near = seeds.filter((seed) => isSameListing(seed, line, metrics));
  return near.some(({ box }) => box.y1 <= line.box.y0) && near.some(({ box }) => box.y0 >= line.box.y1);
}

/** Whether the line is printed between the two, above one and below the other. */
function isBetween({ box }: Line, a: Line, b: Line): boolean {
  const [upper, lower] = a.box.y0 <= b.box.y0 ? [a.box, b.box] : [b.box, a.box];
  if (box.y0 < upper.y1 || box.y1 > lower.y0) return false;
  return box.x0 < Math.max(upper.x1, lower.x1) && box.x1 > Math.min(upper.x0, lower.x0);
}

function isSameListing(a: Line, b: Line, metrics: PageMetrics): boolean {
  const gapY = Math.max(a.box.y0 - b.box.y1, b.box.y0 - a.box.y1);
  const gapX = Math.max(a.box.x0 - b.box.x1, b.box.x0 - a.box.x1);
  if (Math.abs(a.baseline - b.baseline) < 0.5 * a.size) return gapX < PART_GAP * a.size;
  // A closing brace stands far left of the deep line above it.
  return gapY < ROW_GAP * metrics.leading && gapX < (gapY < 0.6 * metrics.leading ? PART_GAP : 3) * a.size;
}

/** Functions of one listing, two empty rows apart, with nothing printed between them. */
function isAfterEmptyRows(a: Line, b: Line, others: readonly Line[], { leading }: PageMetrics): boolean {
  const [upper, lower] = a.box.y0 <= b.box.y0 ? [a.box, b.box] : [b.box, a.box];
  const gap = lower.y0 - upper.y1;
  if (gap < 0 || gap > EMPTY_ROWS * leading || Math.abs(a.size - b.size) > 0.5) return false;
  if (Math.abs(upper.x0 - lower.x0) > 14 * a.size) return false;
  return !others.some(
    ({ box }) => box.y1 > upper.y1 && box.y0 < lower.y0 && box.x0 < Math.max(a.box.x1, b.box.x1) && box.x1 > upper.x0,
  );
}

/**
 * Two rows or more, or one that a colon announces, or with a code's signs that is no part of a sentence: on its row, or as the last line of
 * a paragraph.
 */
function isListing(cluster: Cluster<Line>, lines: readonly Line[], metrics: PageMetrics): boolean {
  if (printedRows(cluster.members).length >= 2) return true;
  if (isAnnounced(cluster, lines, metrics)) return true;
  const { box, members } = cluster;
  const inSentence = lines.some((line) => {
    if (line.monospace > (line.box.y1 <= box.y0 ? MONOSPACE : 0.3) || line.words.length <= 3) return false;
    const gap = Math.max(line.box.y0 - box.y1, box.y0 - line.box.y1);
    const flush = members.some((member) => Math.abs(line.box.x0 - member.box.x0) < line.size);
    return gap < 0 || (gap < 0.6 * metrics.leading && flush);
  });
  return !inSentence && cluster.members.some((line) => CODE_SIGN.test(line.text));
}

/** All typewriter type, alone on its row, right under a line of prose that ends in a colon. */
function isAnnounced({ box, members }: Cluster<Line>, lines: readonly Line[], metrics: PageMetrics): boolean {
  if (members.some(({ monospace }) => monospace < WHOLLY)) return false;
  const others = lines.filter((line) => !members.includes(line));
  if (others.some((line) => line.box.y0 < box.y1 && line.box.y1 > box.y0)) return false;
  const above = others.filter((line) => line.box.y1 <= box.y0 && overlapX(line.box, box) > 0);
  const nearest = above.reduce<Line | undefined>(
    (best, line) => (best && best.box.y1 > line.box.y1 ? best : line),
    undefined,
  );
  if (!nearest || box.y0 - nearest.box.y1 > ROW_GAP * metrics.leading) return false;
  return nearest.monospace < MONOSPACE && nearest.words.length >= 3 && /:$/u.test(nearest.text);
}

/** A piece on the rows of a listing: line numbers, a comment in another font; never running text. */
function isInListing(line: Line, { box, members }: Cluster<Line>): boolean {
  if (members.includes(line)) return false;
  if (line.words.length > 7 && line.monospace < 0.3 && !COMMENT.test(line.text)) return false;
  const middle = (line.box.y0 + line.box.y1) / 2;
  if (middle < box.y0 || middle > box.y1) return false;
  const gap = box.x0 - line.box.x1;
  if (/^\d{1,4}$/u.test(line.text) && gap > 0 && gap < NUMBER_REACH * line.size) return true;
  return line.box.x1 > box.x0 - 3 * line.size && line.box.x0 < box.x1 + line.size;
}

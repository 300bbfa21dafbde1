import type { Rule } from "../../page.js";
import { overlapX, unionBoxes } from "../boxes.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { parseListMarker } from "../lists/list-marker.js";
import { type Cluster, clusterBoxes } from "../regions/cluster-boxes.js";
import type { Line, PageMetrics } from "../types.js";
import { isTypescript } from "./is-typescript.js";
import { partSmallNumber, splitLineNumbers } from "./line-numbers.js";
import { joinRow, printedRows } from "./piece.js";

/** A listing or algorithm: its printed rows, and the lines they are made of. */
export interface CodeRegion {
  kind: "code" | "pseudocode";
  rows: Line[];
  /** Line numbers printed beside the rows, taken out of them. */
  numbers: Line[];
  members: Set<Line>;
}

/** What a shell or an interpreter prints before what is typed. */
const PROMPT = /^(?:R?>|>>>|In \[\d+\]:|\$)\s/u;
/** Share of monospaced characters of a code line; comments and line numbers may be set otherwise. */
const MONOSPACE = 0.7;
/** Rows of a listing are this close, in leadings of blank: an empty line may lie between. */
const ROW_GAP = 1.6;
/** Two empty rows may lie between functions. */
const EMPTY_ROWS = 2.8;
/** Line numbers stand up to this far left of the code, in sizes. */
const NUMBER_REACH = 14;
/** Parts of one row (code, comment) are this close, in sizes. */
const PART_GAP = 12;
/** A name in the margin is this near the prose it belongs to, in sizes, which has more words on the row. */
const LABEL_GAP = 3;
const LABEL_WORDS = 5;
const ADDRESS = /@[\w.-]+\.\w|https?:|www\.|^\S*\b[\w-]+\.(?:com|org|net|edu|gov|io|co|dev|[a-z]{2})\/\S+$/u;
/** Part of an address that goes on from the line above: no blanks but the one that a line's end may leave, and an address's signs. */
const ADDRESS_TAIL = /^(?=.*[./_-])[\w./?=&%#~+:-]+(?: [a-z]{2,5}\.?)?$/u;
/** `{anna,ben}@institute.edu`, also where the sign was not read. */
const MAILBOXES = /^\{[\w.,-]+\}\S{0,3}[\w-]+(?:\.[\w-]+)+$/u;
const CODE_SIGN = /[{}();=<>#$\\[\]]|--|[\p{L}_]\w*\.[\p{L}_]|::|\/\//u;
/** Words that open or close a step of an algorithm; printed in bold. */
const CONTROL_WORD =
  /^(?:function|procedure|if|else|elseif|for|foreach|while|repeat|until|return|loop|end(?:\s(?:function|procedure|if|for|while|loop))?|require|ensure|input|output|begin|do)\b/iu;
/** Such lines of one algorithm are this close, in leadings. */
const STEP_REACH = 7;
/** `1:` `12:` in front of the steps of an algorithm. */
const STEP = /^(\d{1,2}):/u;

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
  const algorithms = [
    ...ruledAlgorithms(lines, rules, metrics),
    ...numberedSteps(lines, metrics),
    ...keywordRuns(lines, metrics),
  ];
  const taken = new Set<Line>();
  const regions: CodeRegion[] = [];
  for (const members of [...algorithms.map(pseudo), ...monospacedRuns(lines, metrics).map(listing)]) {
    const free = members.lines.filter((line) => !taken.has(line));
    if (free.length < 2 && !(free[0] && CODE_SIGN.test(free[0].text))) continue;
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
  const isItem = (line: Line) => line.monospace < 1 && parseListMarker(line.text) !== undefined;
  const addresses = addressLines(lines);
  const labels = marginLabels(lines);
  const prompts = lines.filter((line) => line.monospace > MONOSPACE && PROMPT.test(line.text));
  const seeds = lines.filter(
    (line) =>
      (line.monospace > MONOSPACE || isPrompted(line, prompts)) &&
      !addresses.has(line) &&
      !labels.has(line) &&
      !isItem(line) &&
      !isHeadline(line),
  );
  const others = lines.filter((line) => line.monospace <= MONOSPACE);
  const clusters = clusterBoxes(
    seeds,
    EMPTY_ROWS * metrics.leading,
    (a, b) => isSameListing(a, b, metrics) || isAfterEmptyRows(a, b, others, metrics),
  );
  return clusters
    .filter((cluster) => isListing(cluster, lines, metrics))
    .map((cluster) => [...cluster.members, ...lines.filter((line) => isInListing(line, cluster))]);
}

/** Begins with the prompt of a line of typewriter type, under or over it; on scans a short line's type may not be told. */
function isPrompted({ text, box, size }: Line, prompts: readonly Line[]): boolean {
  const prompt = PROMPT.exec(text)?.[0];
  return prompts.some((other) => other.text.startsWith(prompt ?? "\n") && Math.abs(other.box.x0 - box.x0) < 0.5 * size);
}

/** A heading that names a command: a number or a word in bold book type before it. */
function isHeadline({ text, bold, monospace }: Line): boolean {
  return bold > 0 && monospace < 1 && (parseHeadingNumber(text) !== undefined || /^\p{Lu}\p{Ll}+\s/u.test(text));
}

/** Lines of addresses of mail and the web, with the lines they are broken over: typewriter type, but no listing. */
function addressLines(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const goesOn =
      before !== undefined &&
      found.has(before) &&
      ADDRESS_TAIL.test(line.text) &&
      line.baseline > before.baseline &&
      line.baseline - before.baseline < 2 * line.size;
    if (goesOn || ADDRESS.test(line.text) || MAILBOXES.test(line.text)) found.add(line);
  }
  return found;
}

/** Names in the margin of the paragraphs that explain them, in typewriter type: beside a line of prose, or flush under such a name. */
function marginLabels(lines: readonly Line[]): Set<Line> {
  const labels = new Set<Line>();
  for (const line of lines.filter(({ monospace, words }) => monospace > MONOSPACE && words.length === 1)) {
    const names = lines.some(
      (other) =>
        other.monospace <= MONOSPACE &&
        other.words.length > LABEL_WORDS &&
        Math.abs(other.baseline - line.baseline) < 0.2 * line.size &&
        other.box.x0 > line.box.x1 &&
        other.box.x0 - line.box.x1 < LABEL_GAP * line.size,
    );
    const goesOn = [...labels].some(
      ({ box, baseline }) =>
        Math.abs(box.x1 - line.box.x1) < 0.2 * line.size &&
        line.baseline > baseline &&
        line.baseline - baseline < 1.6 * line.size,
    );
    if (names || goesOn) labels.add(line);
  }
  return labels;
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

/** Two rows or more, or one with a code's signs that is no part of a sentence: on its row, or as the last line of a paragraph. */
function isListing(cluster: Cluster<Line>, lines: readonly Line[], metrics: PageMetrics): boolean {
  if (printedRows(cluster.members).length >= 2) return true;
  const { box, members } = cluster;
  const inSentence = lines.some((line) => {
    if (line.monospace > (line.box.y1 <= box.y0 ? MONOSPACE : 0.3) || line.words.length <= 3) return false;
    const gap = Math.max(line.box.y0 - box.y1, box.y0 - line.box.y1);
    const flush = members.some((member) => Math.abs(line.box.x0 - member.box.x0) < line.size);
    return gap < 0 || (gap < 0.6 * metrics.leading && flush);
  });
  return !inSentence && cluster.members.some((line) => CODE_SIGN.test(line.text));
}

/** A short piece on the rows of a listing: line numbers, a comment in another font; never running text. */
function isInListing(line: Line, { box, members }: Cluster<Line>): boolean {
  if (members.includes(line)) return false;
  if (line.words.length > 7 && line.monospace < 0.3) return false;
  const middle = (line.box.y0 + line.box.y1) / 2;
  if (middle < box.y0 || middle > box.y1) return false;
  const gap = box.x0 - line.box.x1;
  if (/^\d{1,4}$/u.test(line.text) && gap > 0 && gap < NUMBER_REACH * line.size) return true;
  return line.box.x1 > box.x0 - 3 * line.size && line.box.x0 < box.x1 + line.size;
}

/** Lines between the rule under an `Algorithm 1` (or `Figure 2`) label and the next rule of the same length. */
function ruledAlgorithms(lines: readonly Line[], rules: readonly Rule[], metrics: PageMetrics): Line[][] {
  const horizontal = rules.filter((rule) => rule.direction === "horizontal");
  return lines.flatMap((label) => {
    const kind = parseCaptionLabel(label.text)?.kind;
    if (!kind) return [];
    const under = horizontal
      .filter((rule) => overlapX(rule.box, label.box) > 0 && rule.box.y0 > label.baseline - 2)
      .sort((a, b) => a.box.y0 - b.box.y0);
    const top = under[0];
    if (!top || top.box.y0 - label.box.y1 > metrics.leading) return [];
    const bottom = under.find(
      (rule) =>
        rule.box.y0 > top.box.y1 + metrics.leading &&
        Math.abs(rule.box.x0 - top.box.x0) < 4 &&
        Math.abs(rule.box.x1 - top.box.x1) < 4,
    );
    if (!bottom) return [];
    const inside = lines.filter((line) => {
      const middle = (line.box.y0 + line.box.y1) / 2;
      return (
        middle > top.box.y1 && middle < bottom.box.y0 && overlapX(line.box, top.box) > 0.5 * (line.box.x1 - line.box.x0)
      );
    });
    // Under `Figure 2` only what is mostly monospaced is a listing.
    const isCode = kind === "code" || inside.filter((line) => line.monospace > 0.5).length > 0.5 * inside.length;
    return inside.length >= 2 && isCode ? [inside] : [];
  });
}

/** Runs of lines that count `1:`, `2:`, `3:` one under the other, with everything between them. */
function numberedSteps(lines: readonly Line[], metrics: PageMetrics): Line[][] {
  const steps = lines
    .filter((line) => STEP.test(line.text))
    .sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
  const runs: Line[][] = [];
  for (const line of steps) {
    const run = runs.find((open) => follows(open.at(-1) as Line, line, metrics));
    if (run) run.push(line);
    else runs.push([line]);
  }
  return runs
    .filter((run) => run.length >= 3)
    .map((run) => {
      const beside = lines.filter((line) => run.some((step) => isBeside(step, line)));
      const box = unionBoxes([...run, ...beside].map((line) => line.box));
      return lines.filter((line) => {
        const middle = (line.box.y0 + line.box.y1) / 2;
        return (
          run.includes(line) ||
          beside.includes(line) ||
          (middle > box.y0 && middle < box.y1 && line.box.x0 >= box.x0 - 2 && line.box.x0 < box.x1)
        );
      });
    });
}

/** On the row of a step whose number stands alone. */
function isBeside(step: Line, line: Line): boolean {
  const gap = line.box.x0 - step.box.x1;
  const alone = step.words.length === 1 && gap > 0 && gap < PART_GAP * step.size;
  return alone && Math.abs(line.baseline - step.baseline) < 0.5 * step.size;
}

/**
 * Runs of lines that open with bold control words (`function`, `while`, `end if`) in book type, with the short lines between them:
 * algorithms without numbers or rules. One of the words must close what another opened.
 */
function keywordRuns(lines: readonly Line[], metrics: PageMetrics): Line[][] {
  const seeds = lines.filter(
    (line) => line.bold > 0 && line.monospace <= MONOSPACE && CONTROL_WORD.test(line.text) && line.words.length <= 14,
  );
  const clusters = clusterBoxes(
    seeds,
    STEP_REACH * metrics.leading,
    (a, b) => overlapX(a.box, b.box) > 0 && Math.abs(a.baseline - b.baseline) < STEP_REACH * metrics.leading,
  );
  return clusters
    .filter(({ members }) => members.length >= 2 && members.some((line) => /^end\b/iu.test(line.text)))
    .map(({ box, members }) =>
      lines.filter((line) => {
        const middle = (line.box.y0 + line.box.y1) / 2;
        if (members.includes(line)) return true;
        return middle > box.y0 && middle < box.y1 && line.box.x0 > box.x0 - 2 && line.box.x0 < box.x1 + 4 * line.size;
      }),
    );
}

function follows(last: Line, line: Line, metrics: PageMetrics): boolean {
  const step = Number(STEP.exec(line.text)?.[1]) - Number(STEP.exec(last.text)?.[1]);
  return (
    step === 1 &&
    Math.abs(line.box.x0 - last.box.x0) < 1.5 * line.size &&
    line.baseline - last.baseline < 4 * metrics.leading
  );
}

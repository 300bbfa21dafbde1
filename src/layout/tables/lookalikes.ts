import type { PageEvidence } from "../../page.js";
import { overlapX, overlapY } from "../boxes.js";
import type { TableDraft } from "./build-table.js";
import { hasLeader, isValue } from "./cell-text.js";
import type { CellDraft } from "./cells.js";
import { heavyShare, isUpright, mean, type PlacedWord } from "./table-text.js";

/** Says why a draft is something else than a table; each test stands for one kind of lookalike. */
export interface Suspect {
  draft: TableDraft;
  /** Cells with text. */
  filled: readonly CellDraft[];
  evidence: PageEvidence;
  /** The page is a form: boxes to tick, blanks to fill. */
  formPage: boolean;
}

export const LOOKALIKES: Readonly<Record<string, (suspect: Suspect) => boolean>> = {
  plot: isPlot,
  diagram: isDiagram,
  algorithm: isAlgorithm,
  code: isCode,
  contents: isContents,
  formula: isFormula,
  list: isList,
  form: isForm,
  sparse: isSparse,
  scatter: isScatter,
  panels: isPanels,
};

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

function textOf(cell: CellDraft): string {
  return cell.words.map(({ word }) => word.text).join(" ");
}

/** Curves and vector groups across the frame, or any drawing in what a figure caption names. */
function isPlot({ draft, evidence }: Suspect): boolean {
  const { frame } = draft;
  const { box } = frame;
  const area = (box.x1 - box.x0) * (box.y1 - box.y0);
  const covered = (boxes: readonly { box: typeof box }[]) =>
    boxes.reduce((sum, other) => sum + overlapX(other.box, box) * overlapY(other.box, box), 0);
  const drawings = evidence.drawings.filter(({ segments }) => segments >= 2);
  const drawn = covered(drawings);
  if (drawn > 0.3 * area || (frame.kind === "aligned" && drawn > 0.03 * area)) return true;
  if (frame.figure && (drawn > 0 || covered(evidence.pictures) > 0)) return true;
  // Arrows that end at the box of a flow chart.
  const small = !frame.captioned && draft.rows.length * (draft.columns.length - 1) <= 9;
  if (small && frame.kind === "lattice" && drawn > 0) return true;
  return (frame.kind !== "lattice" || frame.shaded) && covered(evidence.pictures) > 0.3 * area;
}

/** Boxes and axes: lines that end nowhere, or run through or into the middle of text. */
function isDiagram({ draft, filled }: Suspect): boolean {
  const { frame, em, words, cells, columns, rows } = draft;
  if (frame.kind !== "lattice") return false;
  const ends = frame.vertical.flatMap(({ at, from, to }) => [
    { x: at, y: from },
    { x: at, y: to },
  ]);
  const { box } = frame;
  const loose = share(
    ends,
    ({ x, y }) =>
      Math.min(Math.abs(y - box.y0), Math.abs(y - box.y1)) > em &&
      !frame.horizontal.some((rule) => Math.abs(rule.at - y) <= em && rule.from <= x + em && rule.to >= x - em),
  );
  if (loose > 0.4 && frame.vertical.length > 2) return true;
  const upright = words.filter(({ line }) => isUpright(line));
  if (share(upright, (placed) => isStruck(placed, draft)) > 0.12) return true;
  const slots = rows.length * (columns.length - 1);
  return !frame.captioned && filled.length < 8 && cells.length < 0.65 * slots;
}

/** A column rule through the word, or a row rule at its middle that begins or ends beside it. */
function isStruck({ word: { box }, line }: PlacedWord, { frame }: TableDraft): boolean {
  const y = (box.y0 + box.y1) / 2;
  const inset = 0.25 * line.size;
  const crossed = frame.vertical.some(
    ({ at, from, to }) => at > box.x0 + inset && at < box.x1 - inset && from < y && to > y,
  );
  if (crossed) return true;
  return frame.horizontal.some(
    ({ at, from, to }) =>
      Math.abs(at - y) < 0.22 * line.size &&
      box.y1 - box.y0 > 0.3 * line.size &&
      from < box.x1 + line.size &&
      to > box.x0 - line.size,
  );
}

const ALGORITHM = /^(?:algorithm|algorithme|algorithmus|algoritmo|listing|procedure|pseudocode)\b/iu;

function isAlgorithm({ draft: { cells, rows, columns }, filled }: Suspect): boolean {
  const head = filled[0];
  // The word alone may head a column.
  const named = head && ALGORITHM.test(textOf(head));
  if (named && (head.colSpan === columns.length - 1 || /[\d:]/u.test(textOf(head)) || head.words.length > 1))
    return true;
  const numbers = cells.filter(({ column, words }) => column === 0 && words.length > 0);
  return numbers.length >= 4 && rows.length > 3 && share(numbers, (cell) => /^\d{1,3}:/.test(textOf(cell))) > 0.6;
}

const CODE =
  /[{};]$|^\s*(?:\/\/|#include|import |package |def |class |return |func |function |for ?\(|if ?\(|while ?\(|let |const |var |public |private |print)|\w\(\w*\)|:=|=>|->|\+\+|==|&&|\|\|/u;

function isCode({ draft: { frame, lines, columns } }: Suspect): boolean {
  if (frame.captioned) return false;
  // A frame around what a terminal shows has no rules inside.
  const bare = columns.slice(1, -1).every(({ ruled }) => !ruled) && frame.horizontal.length <= 2;
  if (frame.kind === "lattice") return bare && lines.every(({ monospace }) => monospace > 0.9);
  return share(lines, ({ monospace }) => monospace > 0.6) > 0.5 || share(lines, ({ text }) => CODE.test(text)) > 0.3;
}

/** Titles led by dots to page numbers, or without dots to ascending numbers. */
function isContents({ draft: { rows, frame, columns, lines }, filled }: Suspect): boolean {
  if (frame.kind !== "aligned") return false;
  if (lines.filter(({ text }) => hasLeader(text)).length >= 0.4 * rows.length) return true;
  const isOfPages = (end: number) => {
    const texts = filled.filter(({ column, colSpan }) => column + colSpan === end).map(textOf);
    const pages = texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
    return pages.length >= 0.8 * texts.length && isAscending(pages);
  };
  const ends = columns.length - 1;
  return ends <= 3 ? isOfPages(ends) : ends === 4 && isOfPages(2) && isOfPages(4);
}

function isAscending(values: readonly number[]): boolean {
  return values.length >= 4 && values.every((value, index) => index === 0 || value >= values[index - 1]!);
}

const TALL_SIGN =
  /^(?:paren|bracket|brace|angbracket|vert|bar|radical|integral|summation|product|union|intersection)\w*(?:big|bigg|Big|Bigg|bt|tp|ex|mid|display|text)$/u;
const TALL_TEXT = /[⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪∑∫∏]/u;

/** Aligned equations and matrices: maths letters, relation signs, tall delimiters. */
function isFormula({ draft, filled }: Suspect): boolean {
  const { lines, frame, words } = draft;
  if (frame.kind === "lattice" || frame.captioned || isStyledGrid(draft, filled)) return false;
  const symbolic = share(lines, ({ math, text }) => math > 0.35 || /[=≤≥≈≡⩽⩾→↦∈⊂]/u.test(text));
  if (symbolic > 0.5) return true;
  if (frame.kind !== "aligned") return false;
  if (symbolic > 0.25) return true;
  return words.some(
    ({ word }) =>
      TALL_TEXT.test(word.text) || word.glyphs.some(({ name }) => name !== undefined && TALL_SIGN.test(name)),
  );
}

/** Lists, outlines and curricula: bullets, numbers or dates before text. */
function isList({ draft: { frame, columns }, filled }: Suspect): boolean {
  if (frame.kind === "lattice") return false;
  const first = filled.filter(({ column }) => column === 0).map(textOf);
  if (share(first, (text) => /^[•●▪■◦·–—*∙➢✓-]\s/u.test(text)) > 0.3) return true;
  if (frame.kind !== "aligned" || columns.length > 3) return false;
  return share(first, (text) => /^(?:[•●▪–—*·-]|\[\d+\]|\(?[\da-zA-Z]{1,3}[.)]|\d+)$/u.test(text)) > 0.6;
}

/** Fields to fill in: each row cuts its columns elsewhere, or has small labels at the top of empty boxes. */
function isForm({ draft, filled, evidence, formPage }: Suspect): boolean {
  const { frame, rows, columns, cells, em } = draft;
  if (frame.captioned) return false;
  const slots = rows.length * (columns.length - 1);
  if (formPage && (cells.length < 0.8 * slots || filled.length < 0.6 * cells.length || columns.length < 4)) return true;
  if (frame.kind !== "lattice") return formPage && !isHeaded(draft);
  const inner = columns.slice(1, -1).filter(({ ruled }) => ruled);
  const height = frame.box.y1 - frame.box.y0;
  const runs = inner.map(({ at }) =>
    frame.vertical
      .filter((rule) => Math.abs(rule.at - at) <= 0.4 * em)
      .reduce((sum, { from, to }) => sum + to - from, 0),
  );
  if (inner.length >= 3 && mean(runs) < 0.4 * height) return true;
  if (rows.length === 2 && cells.length > filled.length + 0.35 * cells.length) return true;
  const labelled = rows.filter(({ lines, bottom, top }) => {
    if (lines.length === 0 || !bottom.ruled || !top.ruled) return false;
    const pictures = evidence.pictures.filter(({ box }) => box.y0 > top.at - em && box.y1 < bottom.at + em);
    const shown = pictures.filter(({ box }) => box.x0 > frame.box.x0 - em && box.x1 < frame.box.x1 + em);
    const lowest = Math.max(...lines.map(({ row }) => row.box.y1), ...shown.map(({ box }) => box.y1));
    const highest = Math.min(...lines.map(({ row }) => row.box.y0));
    return bottom.at - lowest > 0.9 * em && bottom.at - lowest > 2.5 * (highest - top.at);
  });
  return labelled.length >= 0.5 * rows.length;
}

/** Rows from which on columns that are each set in a type of their own make a table, and the share of their cells that are. */
const STYLED_ROWS = 5;
const STYLED_SHARE = 0.85;
/** Words of a cell of such a table. */
const STYLED_LENGTH = 4;

/** Full rows of short entries, whose columns are each set alike, and not all the same: names, commands, symbols. */
function isStyledGrid({ rows, columns }: TableDraft, filled: readonly CellDraft[]): boolean {
  const count = columns.length - 1;
  if (rows.length < STYLED_ROWS || filled.length < 0.95 * rows.length * count) return false;
  if (filled.some(({ words, colSpan, rowSpan }) => words.length > STYLED_LENGTH || colSpan > 1 || rowSpan > 1))
    return false;
  const styles = new Set<string>();
  for (let column = 0; column < count; column++) {
    const own = filled.filter((cell) => cell.column === column).map(styleOf);
    const style = own.find((one) => share(own, (other) => other === one) >= STYLED_SHARE);
    if (!style || style === "signs") return false;
    styles.add(style);
  }
  // Two columns: what is typed, and the symbol it makes.
  return count >= 3 ? styles.size >= 2 : styles.has("monospace") && styles.has("maths");
}

function styleOf({ words }: CellDraft): string {
  const of = (measure: (line: PlacedWord["line"]) => number) => mean(words.map(({ line }) => measure(line)));
  if (of(({ monospace }) => monospace) > 0.6) return "monospace";
  if (of(({ math }) => math) > 0.35) return "maths";
  return words.some(({ word }) => /\p{L}{3}/u.test(word.text)) ? "text" : "signs";
}

function isSparse({ draft: { frame, cells, columns }, filled }: Suspect): boolean {
  const used = new Set(filled.map(({ column }) => column));
  if (used.size < 2) return true;
  if (frame.captioned) return filled.length < 0.15 * cells.length;
  if (filled.length < (frame.kind === "lattice" ? 0.25 : 0.35) * cells.length) return true;
  return frame.kind !== "lattice" && used.size < columns.length - 1;
}

/** Under heads of their own fewer of the entries need be figures, when they are short: words in the mean. */
const HEADED_FIGURES = 0.25;
const HEADED_LENGTH = 4;

/** A first row in heavy type with an entry for most columns, and lighter rows below. */
function isHeaded({ rows, columns }: TableDraft): boolean {
  const heavy = ({ lines }: TableDraft["rows"][number]) => heavyShare(lines.flatMap(({ row }) => row.chunks));
  const [head, ...body] = rows;
  if (!head || body.length < 2 || heavy(head) < 0.8) return false;
  const heads = new Set(head.lines.flatMap(({ cells }) => cells.map(({ from }) => from)));
  return heads.size >= 0.6 * (columns.length - 1) && mean(body.map(heavy)) < 0.3;
}

/** Amounts, shares and times: what a list of contents has none of. */
const PRICE = /[€$£¥%]|\d[.,:]\d/u;

/** Without rules inside only figures, or a caption and short entries, make a table. */
function isScatter({ draft, filled }: Suspect): boolean {
  const { frame, rows, columns } = draft;
  const inner = columns.slice(1, -1).some(({ ruled }) => ruled) || rows.slice(1).some(({ top }) => top.ruled);
  if ((frame.kind !== "aligned" && inner) || isStyledGrid(draft, filled)) return false;
  const full = rows.filter((row) => row.lines.some(({ cells }) => cells.length >= 2)).length;
  const values = filled.filter(({ column }) => column > 0);
  const figures = share(values, (cell) => isValue(textOf(cell)));
  const length = mean(filled.map(({ words }) => words.length));
  if (frame.captioned) return full < 3 || !(figures >= 0.3 || length <= 4);
  const priced = figures === 1 && full >= 3 && full === rows.length && values.every((cell) => PRICE.test(textOf(cell)));
  if (columns.length === 3 && priced && length <= 8) return false;
  if (full < 4 || full < 0.6 * rows.length) return true;
  if (columns.length >= 4 && isHeaded(draft)) {
    const entries = values.filter(({ row }) => row > 0);
    return share(entries, (cell) => isValue(textOf(cell))) < HEADED_FIGURES || length > HEADED_LENGTH;
  }
  if (columns.length >= 4) return figures < 0.55;
  return figures < 0.8 || full < 5 || length > 6;
}

/** Coloured panels, bars and banners: shading makes a table only where it makes a full grid of short entries. */
function isPanels({ draft: { frame, rows, columns, cells }, filled }: Suspect): boolean {
  if (!frame.shaded || frame.captioned) return false;
  const slots = rows.length * (columns.length - 1);
  return (
    rows.length < 3 ||
    filled.length < 0.7 * slots ||
    cells.length < 0.8 * slots ||
    mean(filled.map(({ words }) => words.length)) > 8
  );
}

import { mainBaseline, mainSize, type Row } from "./build-rows.js";
import { type FramedGlyph, isHanging } from "./frame.js";
import { type GrownPair, grownPairs, isBetween, isUpper } from "./grown-brackets.js";
import { findInkCarrier, findRadicand } from "./ink-carrier.js";
import { insertRuns, type Run } from "./insert-runs.js";
import { type Carrier, levelOrder, lowerBound, type Piece } from "./script-piece.js";
import { inSeenLine } from "./seen-line.js";

/** Scripts are at most this share of their carrier's size. */
const SCRIPT_SIZE = 0.88;
/** Type this much smaller beside a capital at the start of a line is the text after an initial (drop cap). */
const INITIAL_SIZE = 0.6;
/** How far, in carrier sizes, a script's baseline may lie above and below the carrier's (TeXbook, app. G: sup1 0.41 em; fractions in text 0.4–0.7 em). */
const RAISE = 0.85;
const DROP = 0.6;
/** Gap to the carrier, in carrier sizes. */
const REACH_LEFT = 0.45;
const REACH_RIGHT = 0.25;
const MARK = /^[.,]$/u;
/** Pieces of one script stand this near, in their own sizes. */
const PIECE_GAP = 0.12;
const CHAIN_GAP = 0.6;
/** A longer run of small type beside large type is text of its own. */
const LONGEST_SCRIPT = 40;

/**
 * Moves superscripts, subscripts, accents and tall delimiters into the row of the line they belong to. Rows
 * left empty disappear. Rows are changed in place.
 *
 * @param reserved numerators and denominators, which only become scripts of each other
 * @param textSize of the page, px
 */
export function attachScripts(rows: Row[], reserved: ReadonlySet<FramedGlyph>, textSize: number): Row[] {
  const byBaseline = [...rows].sort((a, b) => a.v - b.v);
  const pieces = rows.flatMap(cutPieces).sort((a, b) => a.size - b.size || a.u0 - b.u0 || a.v - b.v);
  const attached = new Map<Row, Piece[]>();
  const largest = new Map(rows.map((row) => [row, Math.max(...row.glyphs.map((glyph) => glyph.size))]));
  const moved = new Map<FramedGlyph, Carrier>();
  const pairs = rows.flatMap((row) => grownPairs(row.glyphs));
  for (const piece of [...pieces].sort((a, b) => a.u0 - b.u0 || a.v - b.v)) {
    const part = reserved.has(piece.glyphs[0]!);
    const found =
      findRadicand(piece, byBaseline) ??
      findCarrier(piece, byBaseline, attached, moved, reserved, largest, textSize) ??
      (part ? undefined : findBrackets(piece, pairs, moved)) ??
      findInkCarrier(piece, byBaseline, reserved);
    const carrier = part ? found : inSeenLine(piece, byBaseline, found);
    if (!carrier) continue;
    piece.carrier = carrier;
    for (const glyph of piece.glyphs) moved.set(glyph, carrier);
    const list = attached.get(carrier.row);
    if (list) list.push(piece);
    else attached.set(carrier.row, [piece]);
  }
  for (const [row, list] of attached) attached.set(row, dropLines(list, row, moved));
  if (moved.size === 0) return rows;
  for (const row of rows) row.glyphs = row.glyphs.filter((glyph) => !moved.has(glyph));
  for (const row of rows) {
    // What is left of a row that lost its scripts is set by its own glyphs.
    if (row.glyphs.length === 0) continue;
    row.size = mainSize(row.glyphs);
    row.v = mainBaseline(row.glyphs, row.size);
  }
  for (const [row, list] of attached) insertRuns(rootRow(row, pieces), list.map(toRun));
  return rows.filter((row) => row.glyphs.length > 0);
}

/** Words of small type are this close, in their own sizes. */
const WORD_GAP = 1;
/** Small type under or over this much of the carrier's own glyphs, in carrier sizes, is a line of its own (a subtitle below a title). */
const ALONG = 4;

/** Type whose baseline is this far below that of larger type stands clear of it, in its own sizes (the height of capitals is 0.7). */
const CLEAR = 0.6;

/** Takes back pieces that run along the carrier's glyphs instead of standing between them. */
function dropLines(pieces: Piece[], row: Row, moved: Map<FramedGlyph, Carrier>): Piece[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.find((other) => {
      const last = other.at(-1)!;
      return last.row === piece.row && piece.u0 - last.u1 < WORD_GAP * piece.size;
    });
    if (run) run.push(piece);
    else runs.push([piece]);
  }
  const lines = new Set(runs.filter((run) => runsAlong(run, row)).flat());
  for (const piece of lines) {
    piece.carrier = undefined;
    for (const glyph of piece.glyphs) moved.delete(glyph);
  }
  return lines.size > 0 ? pieces.filter((piece) => !lines.has(piece)) : pieces;
}

/** Whether a run stands clear of the carrier's letters, under or over them, for long. */
function runsAlong(run: readonly Piece[], row: Row): boolean {
  const drop = run[0]!.v - row.v;
  if (drop < CLEAR * run[0]!.size && drop > -CLEAR * row.size) return false;
  const [u0, u1] = [run[0]!.u0, Math.max(...run.map((piece) => piece.u1))];
  let along = 0;
  for (const glyph of row.glyphs) {
    const middle = (glyph.u0 + glyph.u1) / 2;
    if (middle > u0 && middle < u1) along += (glyph.u1 - glyph.u0) / glyph.size;
  }
  return along >= ALONG;
}

/** A carrier row whose own glyphs all became scripts hands its scripts on to where they went. */
function rootRow(row: Row, pieces: readonly Piece[]): Row {
  let root = row;
  for (let depth = 0; depth < 4 && root.glyphs.length === 0; depth++) {
    const next = pieces.find((piece) => piece.row === root && piece.carrier)?.carrier?.row;
    if (!next) break;
    root = next;
  }
  return root;
}

function toRun(piece: Piece): Run {
  return {
    glyphs: piece.glyphs,
    at: piece.carrier?.anchor ?? piece.u0,
    order: piece.carrier?.order ?? levelOrder(piece.v),
    spaces: piece.row.spaces.filter((u) => u > piece.u0 && u < piece.u1),
  };
}

function cutPieces(row: Row): Piece[] {
  const pieces: Piece[] = [];
  let open: FramedGlyph[] = [];
  const close = () => {
    const first = open[0];
    if (!first) return;
    const u1 = Math.max(...open.map((glyph) => glyph.u1));
    pieces.push({
      row,
      glyphs: open,
      u0: Math.min(...open.map((glyph) => glyph.u0)),
      u1,
      v: first.v,
      size: first.size,
    });
    open = [];
  };
  for (const glyph of row.glyphs) {
    const last = open.at(-1);
    if (last) {
      const gap = glyph.u - (last.u + last.glyph.advance);
      if (gap > PIECE_GAP * glyph.size || Math.abs(glyph.size - last.size) > 0.1 * last.size) close();
    }
    open.push(glyph);
  }
  close();
  return pieces;
}

function findCarrier(
  piece: Piece,
  rows: readonly Row[],
  attached: ReadonlyMap<Row, Piece[]>,
  moved: ReadonlyMap<FramedGlyph, Carrier>,
  reserved: ReadonlySet<FramedGlyph>,
  largest: ReadonlyMap<Row, number>,
  textSize: number,
): Carrier | undefined {
  const part = reserved.has(piece.glyphs[0]!);
  if (piece.glyphs.length > LONGEST_SCRIPT) return undefined;
  // A numerator is a level smaller than the text itself.
  const textOf = (glyph: FramedGlyph) => {
    const host = moved.get(glyph)?.row;
    return host && (host.glyphs.some((own) => reserved.has(own)) ? Math.max(textSize, host.size) : host.size);
  };
  let best: Carrier | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  const widest = 4 * piece.size;
  for (let index = lowerBound(rows, piece.v - widest, ({ v }) => v); index < rows.length; index++) {
    const row = rows[index]!;
    if (row.v - piece.v > widest) break;
    if (row === piece.row) continue;
    const level = piece.size > SCRIPT_SIZE * (largest.get(row) ?? 0);
    if (level && !isNear(piece.size, row.size)) continue;
    const neighbour = neighbourIn(row, piece, level ? textOf : undefined);
    // An accent that went to the row of what it stands over is no carrier of that.
    const circular = neighbour && moved.get(neighbour.glyph)?.row === piece.row;
    if (neighbour && !circular && (!part || reserved.has(neighbour.glyph))) {
      const raise = (baselineOf(neighbour.glyph, row) - piece.v) / neighbour.glyph.size;
      const cost = Math.abs(raise - (raise > 0 ? 0.35 : -0.18)) + neighbour.gap / neighbour.glyph.size;
      if (cost < bestCost) {
        const host = moved.get(neighbour.glyph);
        best = host
          ? { ...host, order: host.order + (raise > 0 ? 2e-3 : 1e-3) }
          : { row, anchor: anchorOf(piece, row, attached, neighbour.glyph), order: levelOrder(piece.v) };
        bestCost = cost;
      }
    }
    if (level) continue;
    const siblings = attached.get(row) ?? [];
    const sibling = siblings.findLast((other) => isSameScript(other, piece, row, siblings));
    if (sibling && 0.2 < bestCost) {
      best = sibling.carrier;
      bestCost = 0.2;
    }
  }
  return best;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.06 * Math.max(a, b);
}

/** TeX's third level is half the text's size, and so is any further one. */
const LAST_LEVEL = 0.6;

/**
 * The glyph of `row` that `piece` could be a script of: right behind it, or (for a leading note mark) right before.
 * @param scripts given for a piece of the row's own size: the size of the text that a script stands in. Only what is a script of the last level
 * has scripts as large as itself
 */
function neighbourIn(
  row: Row,
  piece: Piece,
  scripts?: (glyph: FramedGlyph) => number | undefined,
): { glyph: FramedGlyph; gap: number } | undefined {
  let best: { glyph: FramedGlyph; gap: number } | undefined;
  const start = Math.max(0, lowerBound(row.glyphs, piece.u0, ({ u }) => u) - 4);
  for (let index = start; index < row.glyphs.length; index++) {
    const glyph = row.glyphs[index]!;
    if (glyph.u0 > piece.u1 + REACH_RIGHT * glyph.size && glyph.u > piece.u1) break;
    if (index === 0 && piece.size < INITIAL_SIZE * glyph.size && /^\p{Lu}$/u.test(glyph.glyph.text)) continue;
    const text = scripts?.(glyph);
    const last = text !== undefined && isNear(piece.size, glyph.size) && piece.size < LAST_LEVEL * text;
    if (!last && (scripts || piece.size > SCRIPT_SIZE * glyph.size || piece.size < 0.3 * glyph.size)) continue;
    const raise = (baselineOf(glyph, row) - piece.v) / glyph.size;
    const beside = isHanging(glyph) && piece.v > glyph.v0 && piece.v < glyph.v1 + 0.35 * glyph.size;
    if (!beside && (raise > RAISE || raise < -DROP || Math.abs(raise) < 0.06)) continue;
    const behind = piece.u0 - glyph.u1;
    const before = glyph.u0 - piece.u1;
    // A full stop's ink ends far before its pen does.
    const stop = MARK.test(glyph.glyph.text) ? glyph.u + glyph.glyph.advance - glyph.u1 : 0;
    const near =
      behind >= -0.5 * glyph.size
        ? behind - Math.max(0, stop) <= REACH_LEFT * glyph.size
        : before >= -0.5 * glyph.size && before <= REACH_RIGHT * glyph.size;
    const gap = Math.max(0, behind, before);
    if (near && (!best || gap < best.gap)) best = { glyph, gap };
  }
  return best;
}

/** Baseline a glyph's scripts refer to: its own, or for one that hangs from its pen the baseline its ink is centred over. */
function baselineOf(glyph: FramedGlyph, row: Row): number {
  return isHanging(glyph) ? (glyph.v0 + glyph.v1) / 2 + 0.25 * row.size : glyph.v;
}

/** Scripts over each other share an anchor, so that neither is torn by the other's glyphs. */
function anchorOf(piece: Piece, row: Row, attached: ReadonlyMap<Row, Piece[]>, carrier: FramedGlyph): number {
  const over = attached
    .get(row)
    ?.find(
      (other) =>
        Math.min(other.u1, piece.u1) - Math.max(other.u0, piece.u0) >
        0.3 * Math.min(other.u1 - other.u0, piece.u1 - piece.u0),
    );
  return over?.carrier?.anchor ?? (piece.u0 > carrier.u ? Math.max(piece.u0, carrier.u + 0.01) : piece.u0);
}

/** A later piece of the same script (`i = 1` under a sum): same baseline and size, near, and no main glyph between. */
function isSameScript(other: Piece, piece: Piece, row: Row, siblings: readonly Piece[]): boolean {
  if (!isNear(other.size, piece.size) || Math.abs(other.v - piece.v) > 0.06 * piece.size) return false;
  // Scripts of the script stand between its parts, also those that happen to lie on the baseline of the row.
  const isScript = (glyph: FramedGlyph) => glyph.size < SCRIPT_SIZE * piece.size;
  const between = [...siblings, ...row.glyphs.filter(isScript)].filter(
    ({ u0, u1 }) => u0 >= other.u0 && u1 < piece.u0 + 0.2 * piece.size,
  );
  const gap = piece.u0 - Math.max(other.u1, ...between.map(({ u1 }) => u1));
  if (gap < -0.2 * piece.size || gap > CHAIN_GAP * piece.size) return false;
  return !row.glyphs.some((glyph) => {
    const middle = (glyph.u0 + glyph.u1) / 2;
    return middle > other.u1 && middle < piece.u0 && !isScript(glyph);
  });
}

/** What is printed small between two brackets that grew around it, and went to a line, goes there too (`\\binom` in text). */
function findBrackets(
  piece: Piece,
  pairs: readonly GrownPair[],
  moved: ReadonlyMap<FramedGlyph, Carrier>,
): Carrier | undefined {
  const around = pairs.find((pair) => piece.size <= SCRIPT_SIZE * pair.open.size && isBetween(pair, piece));
  const host = around && moved.get(around.open);
  if (!around || !host) return undefined;
  return { ...host, order: host.order + (isUpper(around, piece) ? 2e-3 : 1e-3) };
}

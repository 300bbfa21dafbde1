import { alignRows } from "./align-rows.js";
import { captureGrids } from "./fences.js";
import { AXIS_HEIGHT, type Item, itemsOf, largestSize, unionBox } from "./item.js";
import { readLine } from "./line.js";
import { readLoneScripts } from "./lone-scripts.js";
import { mergeDots } from "./merge-dots.js";
import { mergePieces } from "./merge-pieces.js";
import type { Parsed, Recursion } from "./recursion.js";
import { splitRows } from "./rows.js";
import type { MathInput } from "./symbol.js";
import type { MathNode } from "./tree.js";

/** Nesting deeper than this is no formula (TeX papers stay below 12); the rest of the group is read flat. */
const MAX_DEPTH = 40;
/**
 * Pairs of items the stages may look at for one formula; some tens of nanoseconds each, so that a formula takes a tenth of a second at most.
 * A page of dense maths needs a fiftieth of it. What is left then is read flat: the same for the same input, which a clock would not be.
 */
const MAX_PAIRS = 4_000_000;

/**
 * Positioned symbols and rules → structure. Page space in and out.
 * @param em text size in px; the largest symbol size when not given
 * @param oneRow known to be one row (a formula in running text): only what stands between grown delimiters can have rows
 * @param baseline of the text line the formula stands in, px, where known
 * @returns undefined when there is nothing to read
 */
export function parseFormula(input: MathInput, em?: number, oneRow = false, baseline?: number): MathNode | undefined {
  const size = em ?? Math.max(1, ...input.symbols.map((symbol) => symbol.size ?? 0));
  const items = mergeDots(itemsOf(mergePieces(input, size)), size);
  if (items.length === 0) return undefined;
  const text = em ?? largestSize(items, size);
  const parser = createParser(text);
  const scripts = oneRow ? readLoneScripts(items, text, baseline, parser) : undefined;
  if (scripts) return scripts;
  return (oneRow ? parser.line(captureGrids(items, text, parser), text) : parser.block(items, text)).node;
}

function createParser(page: number): Recursion {
  let depth = 0;
  let pairs = 0;
  const recursion: Recursion = {
    block: (items, em) => nested(items, () => readBlock(items, em)),
    line: (items, em) => nested(items, () => readLine(items, em, page, recursion)),
  };
  return recursion;

  function nested(items: readonly Item[], read: () => Parsed): Parsed {
    pairs += items.length ** 2;
    if (depth >= MAX_DEPTH || pairs > MAX_PAIRS) return flat(items, page);
    depth++;
    try {
      return read();
    } finally {
      depth--;
    }
  }

  function readBlock(items: readonly Item[], em: number): Parsed {
    const mark = markBehind(items, em);
    if (mark) {
      const grid = readBlock(
        items.filter((item) => item !== mark),
        em,
      );
      const name = mark.name === "dot" ? "." : mark.name;
      const sign: MathNode = { type: "symbol", name, confidence: 1, box: mark.node.box };
      return { ...grid, node: { type: "row", children: [grid.node, sign], box: unionBox(items) } };
    }
    const captured = captureGrids(items, em, recursion);
    const rows = splitRows(captured, em);
    if (rows.length < 2) return readLine(captured, em, page, recursion);
    const read = rows.map((row) => readLine(row, em, page, recursion));
    const node = alignRows(
      read.map((row) => row.node),
      em,
      unionBox(items),
    );
    return { node, baseline: read[0]!.baseline, size: em, settled: false };
  }
}

/** The full stop or comma behind an array, on the axis of its two or more rows and on the baseline of none. */
function markBehind(items: readonly Item[], em: number): Item | undefined {
  if (items.length < 5) return undefined;
  const last = items.reduce((right, item) => (item.x1 > right.x1 ? item : right));
  if ((last.name !== "dot" && last.name !== ",") || last.baseline === undefined || (last.size ?? 0) < 0.85 * em)
    return undefined;
  const others = items.filter((item) => item !== last);
  const box = unionBox(others);
  const onLine = others.some(
    (item) =>
      (item.baseline !== undefined &&
        (item.size ?? 0) >= 0.85 * em &&
        Math.abs(item.baseline - last.baseline!) < 0.2 * em) ||
      (item.size === undefined && Math.abs(item.axis + AXIS_HEIGHT * em - last.baseline!) < 0.3 * em),
  );
  const centred = Math.abs(last.baseline - AXIS_HEIGHT * em - (box.y0 + box.y1) / 2) < 0.4 * em;
  return !onLine && centred && splitRows(others, em).length > 1 ? last : undefined;
}

function flat(items: readonly Item[], size: number): Parsed {
  const ordered = [...items].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
  const box = unionBox(items);
  return {
    node: { type: "row", children: ordered.map((item) => item.node), box },
    baseline: box.y1,
    size,
    settled: false,
  };
}

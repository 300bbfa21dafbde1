import type { Block, ImageInline, Inline, TableBlock, TableCell } from "../document.js";
import { mapInlines } from "../mmd/walk.js";
import { plainBlocks } from "../plain-text.js";
import type { Place } from "./docx-writer.js";
import type { DocxOptions } from "./options.js";
import type { TableSlot } from "./table-slots.js";

/** Mean width of a character by the size of the type: text faces lie between 0.45 and 0.55. */
const CHARACTER_SHARE = 0.55;
/** Cell margins and a little air, twips. */
const PADDING = 300;
const TWIPS_PER_HALF_POINT = 10;
const SMALLEST_SCALE = 0.55;
/** A picture gives way to text down to three quarters of an inch, twips. */
const SMALLEST_PICTURE = 1080;

/**
 * Widths of columns in twips: what their longest line needs; where that is more than there is room, narrow columns keep theirs
 * and the others share the rest. `scale` is under 1 when even the longest words need smaller type.
 */
export function columnWidths(
  table: TableBlock,
  grid: readonly (readonly (TableSlot | undefined)[])[],
  place: Place,
  options: DocxOptions,
  pictureWidth: (picture: ImageInline) => number,
): { widths: number[]; scale: number } {
  const columns = grid[0]?.length ?? 0;
  const character = (place.run.size ?? options.fontSize) * TWIPS_PER_HALF_POINT * CHARACTER_SHARE;
  const natural = new Array<number>(columns).fill(0);
  const least = new Array<number>(columns).fill(0);
  grid.forEach((slots, r) => {
    slots.forEach((slot, c) => {
      if (!slot || slot.row !== r || slot.column !== c || slot.cell.colSpan > 1) return;
      const { line, word } = cellExtent(slot.cell);
      const picture = Math.max(0, ...picturesIn(slot.cell).map(pictureWidth));
      natural[c] = Math.max(natural[c]!, line * character + PADDING, picture + PADDING);
      least[c] = Math.max(least[c]!, word * character + PADDING, Math.min(picture, SMALLEST_PICTURE));
    });
  });
  for (let c = 0; c < columns; c++) {
    natural[c] = Math.max(natural[c]!, 500);
    least[c] = Math.max(least[c]!, 400);
  }
  widenForSpans(table, grid, natural, character);
  const room = Math.max(place.width, columns * 120);
  const needed = sum(least);
  const scale = needed > room ? Math.max(SMALLEST_SCALE, room / needed) : 1;
  return { widths: shareRoom(natural, least, room), scale };
}

function picturesIn(cell: TableCell): ImageInline[] {
  const pictures: ImageInline[] = [];
  mapInlines(cell.blocks, (node) => {
    if (node.type === "image") pictures.push(node);
    return node;
  });
  return pictures;
}

/** Lines and words of a cell in characters; formulas count as about what they show. */
function cellExtent(cell: TableCell): { line: number; word: number } {
  const lines = plainBlocks(shown(cell.blocks)).split(/[\n\t]/);
  const line = Math.max(0, ...lines.map((text) => displayLength(text)));
  const words = lines.flatMap((text) => text.split(/[ \n]+|(?<=\p{L}[–—/-])|(?<=[^\s–—/-]{12}[–—/-])/u));
  return { line, word: Math.min(30, Math.max(0, ...words.map((word) => displayLength(word)))) };
}

/** Widths of characters in mean ones, as text faces have them. */
const BROAD: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/, 1.9],
  [/[MWmw@%—…]/, 1.7],
  [/[A-Z&#+=<>±×≤≥]/, 1.35],
  [/[0-9]/, 1.1],
  [/[iljtfr.,;:'|!()[\] ]/, 0.65],
];

function displayLength(text: string): number {
  let length = 0;
  for (const char of text) length += BROAD.find(([kind]) => kind.test(char))?.[1] ?? 1.05;
  return length;
}

/** Formulas as letters: commands are one sign, braces and fonts nothing. Pictures are measured by themselves. */
function shown(blocks: readonly Block[]): Block[] {
  const inline = (node: Inline): Inline => {
    if (node.type === "math") return { type: "text", text: formulaLetters(node.latex), offset: node.offset };
    if (node.type === "image") return { type: "text", text: "", offset: node.offset };
    if (node.type === "styled" || node.type === "link") return { ...node, children: node.children.map(inline) };
    return node;
  };
  return blocks.map((block) => {
    if (block.type === "paragraph") return { ...block, children: block.children.map(inline) };
    // marks and indentation of a list take the room of a few letters
    if (block.type === "list")
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, marker: LIST_ROOM, blocks: shown(item.blocks) })),
      };
    if (block.type === "math")
      return {
        type: "paragraph",
        children: [{ type: "text", text: formulaLetters(block.latex), offset: block.offset }],
        offset: block.offset,
      };
    return block;
  });
}

const LIST_ROOM: Inline[] = [{ type: "text", text: "\u00a0".repeat(8), offset: 0 }];

function formulaLetters(latex: string): string {
  return latex
    .replace(/\\(?:mathrm|mathbf|text|operatorname|left|right|boldsymbol|mathit|displaystyle|begin|end)\b/g, "")
    .replace(/\\[A-Za-z]+\s?|\\./g, "x")
    .replace(/[{}^_&\s]/g, "");
}

/** Cells over several columns spread what they need beyond those. */
function widenForSpans(
  table: TableBlock,
  grid: readonly (readonly (TableSlot | undefined)[])[],
  natural: number[],
  character: number,
): void {
  for (let r = 0; r < table.rows.length; r++) {
    const seen = new Set<TableCell>();
    for (const slot of grid[r] ?? []) {
      if (!slot || slot.row !== r || slot.cell.colSpan < 2 || seen.has(slot.cell)) continue;
      seen.add(slot.cell);
      const end = Math.min(natural.length, slot.column + slot.cell.colSpan);
      const have = sum(natural.slice(slot.column, end));
      const missing = cellExtent(slot.cell).line * character + PADDING - have;
      if (missing > 0) for (let c = slot.column; c < end; c++) natural[c]! += missing / (end - slot.column);
    }
  }
}

function shareRoom(natural: readonly number[], least: readonly number[], room: number): number[] {
  if (sum(natural) <= room) return natural.map(Math.round);
  const total = sum(least);
  if (total >= room) return least.map((width) => Math.max(60, Math.floor((width * room) / total)));
  const widths = new Array<number>(natural.length).fill(0);
  let open = natural.map((_, c) => c);
  let left = room;
  for (;;) {
    const share = left / open.length;
    const narrow = open.filter((c) => natural[c]! <= share);
    if (narrow.length === 0) break;
    for (const c of narrow) {
      widths[c] = natural[c]!;
      left -= natural[c]!;
    }
    open = open.filter((c) => natural[c]! > share);
  }
  const [openLeast, openNatural] = [sum(open.map((c) => least[c]!)), sum(open.map((c) => natural[c]!))];
  const spare = Math.max(0, left - openLeast);
  for (const c of open) widths[c] = Math.min(left, least[c]! + (spare * natural[c]!) / openNatural);
  return widths.map(Math.floor);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

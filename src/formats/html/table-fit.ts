import type { TableBlock, TableCell } from "../document.js";
import { plainBlocks } from "../plain-text.js";

/** Characters that the room around a cell's text takes. */
const CELL_ROOM = 2.4;
/** A table of no more needs no word on its width: it fits any page. */
const FITS = 60;
/** Cells whose text is one piece though browsers break it: `11-13`, `2014/15`. */
const ONE_PIECE = /^(?=.*[-–—/])\S{2,14}$/;

export function isOnePiece(cell: TableCell): boolean {
  return cell.blocks.length === 1 && ONE_PIECE.test(plainBlocks(cell.blocks));
}

/** Characters that a line must hold for the longest words of all columns to stand beside each other; undefined when that is no matter. */
export function leastCharacters(table: TableBlock, columnOf: (row: number) => readonly [TableCell, number][]) {
  const longest: number[] = [];
  for (let r = 0; r < table.rows.length; r++)
    for (const [cell, column] of columnOf(r)) {
      if (cell.colSpan > 1) continue;
      const words = plainBlocks(cell.blocks)
        .replace(/\\[A-Za-z]+/g, "x")
        .split(/\s+/);
      const most = words.reduce((sum, word) => Math.max(sum, word.replace(/[{}^_$&]/g, "").length), 0);
      longest[column] = Math.max(longest[column] ?? 0, most);
    }
  const needed = longest.reduce((sum, length) => sum + length + CELL_ROOM, 0);
  return needed > FITS ? Math.ceil(needed) : undefined;
}

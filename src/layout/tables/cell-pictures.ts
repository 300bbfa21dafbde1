import type { Box, Picture, TableCell } from "../../page.js";
import { boxArea, boxHeight, boxWidth, unionBoxes } from "../boxes.js";
import { sharedArea } from "../regions/cluster-boxes.js";

/** Smaller ones are ornaments, in sizes. */
const LEAST_SIDE = 0.7;
/** Share of a picture that lies in its cell; one over several cells is a ground. */
const INSIDE = 0.9;
/** Share of a cell that a picture may cover under the cell's text: then it is its ground. */
const GROUND = 0.8;

/**
 * The cells with the pictures printed in them, several in one cell as one. Their keys are 0 until `BlockBuilder` numbers those of the page.
 *
 * @param slots of the cells, which their boxes of text do not fill
 */
export function withCellPictures(
  cells: readonly TableCell[],
  slots: readonly Box[],
  pictures: readonly Picture[],
  em: number,
): TableCell[] {
  return cells.map((cell, index) => {
    const slot = slots[index]!;
    const own = pictures
      .map(({ box }) => box)
      .filter((box) => Math.min(boxWidth(box), boxHeight(box)) >= LEAST_SIDE * em)
      .filter((box) => sharedArea(box, slot) >= INSIDE * boxArea(box))
      .filter((box) => cell.lines.length === 0 || !isGround(box, cell, slot));
    if (own.length === 0) return cell;
    return { ...cell, picture: { key: 0, box: unionBoxes(own) } };
  });
}

function isGround(box: Box, { lines }: TableCell, slot: Box): boolean {
  return (
    sharedArea(box, slot) > GROUND * boxArea(slot) ||
    lines.some((line) => sharedArea(box, line.box) > 0.2 * boxArea(line.box))
  );
}

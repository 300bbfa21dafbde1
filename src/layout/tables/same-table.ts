import type { Box } from "../../page.js";
import { boxArea, overlapX, overlapY } from "../boxes.js";

/** Share of the smaller of two tables that may lie in the other. */
const MOST_OVERLAP = 0.2;

/** Whether two boxes stand for one table, or one holds the other. */
export function isSameTable(a: Box, b: Box): boolean {
  return overlapX(a, b) * overlapY(a, b) > MOST_OVERLAP * Math.max(1, Math.min(boxArea(a), boxArea(b)));
}

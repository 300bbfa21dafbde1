import type { Box } from "../../page.js";
import { boxHeight, boxWidth } from "../boxes.js";
import type { Line } from "../types.js";
import type { Graphic } from "./graphics.js";
import { hasBars } from "./panels.js";

/** Numbers as axes print them: `0.5`, `-10`, `1e-3`, `20 %`, `1,000`, `10k`, `2019`. */
const TICK_LABEL = /^[-−–+]?[$€£]?\d[\d.,]*(?:e[-−+]?\d+)?\s?[%kKMB°]?$/u;
/** Tick labels on one axis line up to within this share of their size. */
const ALIGNMENT = 0.35;
const LEAST_TICKS = 3;

/** A plot rather than a drawing: numbers lined up along an edge, or bars standing on one line. */
export function looksLikeChart(graphics: readonly Graphic[], box: Box, lines: readonly Line[]): boolean {
  if (hasBars(graphics)) return true;
  const ticks = lines.flatMap((line) => tickBoxes(line));
  return hasAxisOf(ticks, box, "y1") || hasAxisOf(ticks, box, "x1") || hasAxisOf(ticks, box, "x0");
}

function tickBoxes(line: Line): { box: Box; size: number }[] {
  return line.words.every((word) => TICK_LABEL.test(word.text))
    ? line.words.map((word) => ({ box: word.box, size: line.size }))
    : [];
}

/** Three numbers or more on one line in x (bottom axis) or one under the other (side axis), spread over half the figure. */
function hasAxisOf(ticks: readonly { box: Box; size: number }[], box: Box, edge: "y1" | "x0" | "x1"): boolean {
  return ticks.some((tick) => {
    const aligned = ticks.filter((other) => Math.abs(other.box[edge] - tick.box[edge]) < ALIGNMENT * tick.size);
    if (aligned.length < LEAST_TICKS) return false;
    const along = edge === "y1" ? aligned.map((other) => other.box.x0) : aligned.map((other) => other.box.y0);
    const spread = Math.max(...along) - Math.min(...along);
    return spread > 0.4 * (edge === "y1" ? boxWidth(box) : boxHeight(box));
  });
}

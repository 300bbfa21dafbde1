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
/** An axis is this long against the graph, and may miss the other by so many px. */
const AXIS_SHARE = 0.6;
const AXIS_GAP = 4;

/** A lone number as printed at a tick. */
export function isTick(line: Line): boolean {
  return TICK_LABEL.test(line.text);
}

/** A row of numbers as printed along an axis. */
export function isTickRow(line: Line): boolean {
  const ticks = line.words.filter((word) => TICK_LABEL.test(word.text)).length;
  return ticks >= LEAST_TICKS && ticks >= 0.7 * line.words.length;
}

/** A plot rather than a drawing: numbers lined up along an edge, or bars standing on one line. */
export function looksLikeChart(graphics: readonly Graphic[], box: Box, lines: readonly Line[]): boolean {
  if (hasBars(graphics) || hasNamedAxes(graphics, box, lines)) return true;
  const ticks = lines.flatMap((line) => tickBoxes(line));
  return hasAxisOf(ticks, box, "y1") || hasAxisOf(ticks, box, "x1") || hasAxisOf(ticks, box, "x0");
}

/**
 * Two long rules that cross or meet, with the origin or a unit (`0`, `1`) and a variable's letter printed: the system of axes of a graph in
 * a mathematical text.
 */
function hasNamedAxes(graphics: readonly Graphic[], box: Box, lines: readonly Line[]): boolean {
  const axes = (direction: "horizontal" | "vertical") =>
    graphics.filter(
      (graphic) =>
        graphic.direction === direction &&
        (direction === "horizontal" ? boxWidth(graphic.box) / boxWidth(box) : boxHeight(graphic.box) / boxHeight(box)) >
          AXIS_SHARE,
    );
  const cross = axes("horizontal").some((across) =>
    axes("vertical").some(
      (up) =>
        up.box.x0 > across.box.x0 - AXIS_GAP &&
        up.box.x1 < across.box.x1 + AXIS_GAP &&
        across.box.y0 > up.box.y0 - AXIS_GAP &&
        across.box.y1 < up.box.y1 + AXIS_GAP,
    ),
  );
  const printed = (pattern: RegExp) => lines.some((line) => pattern.test(line.text));
  return cross && printed(/^[01O]$/u) && printed(/^[xyztuv]$/u);
}

interface Tick {
  box: Box;
  size: number;
  value: number;
}

function tickBoxes(line: Line): Tick[] {
  if (!line.words.every((word) => TICK_LABEL.test(word.text))) return [];
  return line.words.map((word) => ({ box: word.box, size: line.size, value: tickValue(word.text) }));
}

function tickValue(text: string): number {
  return Number.parseFloat(text.replace(/[−–]/gu, "-").replace(/[$€£,]/gu, ""));
}

/**
 * Three numbers or more in rising or falling order on one line in x (bottom axis) or one under the other (side axis), near that
 * edge of the figure and spread over much of it.
 */
function hasAxisOf(ticks: readonly Tick[], box: Box, edge: "y1" | "x0" | "x1"): boolean {
  return ticks.some((tick) => {
    const aligned = ticks.filter((other) => Math.abs(other.box[edge] - tick.box[edge]) < ALIGNMENT * tick.size);
    if (aligned.length < LEAST_TICKS) return false;
    const place = (other: Tick) => (edge === "y1" ? other.box.x0 : other.box.y0);
    const inOrder = [...aligned].sort((a, b) => place(a) - place(b));
    const spread = place(inOrder.at(-1) as Tick) - place(inOrder[0] as Tick);
    return (
      isMonotonic(inOrder.map((other) => other.value)) &&
      spread > 0.4 * (edge === "y1" ? boxWidth(box) : boxHeight(box))
    );
  });
}

function isMonotonic(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => value - (values[at] as number));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

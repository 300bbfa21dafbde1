import { expect, it } from "vitest";
import { rulesIn, rulesOf } from "../../../src/layout/math/read-formula.js";
import type { Line } from "../../../src/layout/types.js";
import type { Rule } from "../../../src/page.js";

it("takes the bars of a formula, not the rule of a table whose middle happens to lie under it", () => {
  const formula = { x0: 600, y0: 100, x1: 900, y1: 140 };
  const bar = { x0: 620, y0: 119, x1: 700, y1: 121 };
  const wide = { x0: 598, y0: 118, x1: 910, y1: 120 };
  const table = { x0: 0, y0: 139, x1: 1500, y1: 141 };
  const rules = [bar, wide, table].map((box) => ({ box, direction: "horizontal" }) as Rule);
  expect(rulesIn(formula, { rules })).toEqual([bar, wide]);
});

it("takes the line over a displayed formula and its frame, not the line of notes under it", () => {
  const box = { x0: 600, y0: 100, x1: 900, y1: 140 };
  const over = { x0: 640, y0: 92, x1: 880, y1: 94 };
  const side = { x0: 590, y0: 90, x1: 592, y1: 150 };
  const notes = { x0: 300, y0: 148, x1: 800, y1: 150 };
  const rules = [over, side, notes].map((rule) => ({ box: rule, direction: "horizontal" }) as Rule);
  const lines = [{ size: 35 } as Line];
  expect(rulesOf({ box, lines }, { rules })).toEqual([over, side]);
});

it("takes the closed frame that stands well around a displayed formula", () => {
  const box = { x0: 600, y0: 100, x1: 900, y1: 140 };
  const frame = [
    { x0: 572, y0: 75, x1: 928, y1: 77 },
    { x0: 572, y0: 163, x1: 928, y1: 165 },
    { x0: 572, y0: 75, x1: 574, y1: 165 },
    { x0: 926, y0: 75, x1: 928, y1: 165 },
  ];
  const rules = frame.map((rule, at) => ({ box: rule, direction: at < 2 ? "horizontal" : "vertical" }) as Rule);
  const lines = [{ size: 35 } as Line];
  expect(rulesOf({ box, lines }, { rules })).toEqual(frame);
  expect(rulesOf({ box, lines }, { rules: rules.slice(0, 3) })).toEqual([]);
});

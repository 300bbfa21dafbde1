import { expect, it } from "vitest";
import { rulesIn } from "../../../src/layout/math/read-formula.js";
import type { Rule } from "../../../src/page.js";

it("takes the bars of a formula, not the rule of a table whose middle happens to lie under it", () => {
  const formula = { x0: 600, y0: 100, x1: 900, y1: 140 };
  const bar = { x0: 620, y0: 119, x1: 700, y1: 121 };
  const wide = { x0: 598, y0: 118, x1: 910, y1: 120 };
  const table = { x0: 0, y0: 139, x1: 1500, y1: 141 };
  const rules = [bar, wide, table].map((box) => ({ box, direction: "horizontal" }) as Rule);
  expect(rulesIn(formula, { rules })).toEqual([bar, wide]);
});

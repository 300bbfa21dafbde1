import { expect, it } from "vitest";
import type { Setting } from "../../support/make-evidence.js";
import { across, down, tablesOf } from "./table-page.js";

/** Linear congruential generator (Numerical Recipes): the same pages on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TEXTS = [
  "",
  "12.5",
  "Alpha",
  "a longer entry of words",
  "—",
  "$",
  "x = 3",
  "....",
  "(4)",
  "Table 1: Things",
  "Note: none",
  "é%",
];

it("finds sound grids on pages of random rules and texts", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = generator(seed);
    const settings = Array.from({ length: 5 + random(60) }, (): Setting => {
      const angle = [0, 0, 0, 90, 270][random(5)]!;
      return { text: TEXTS[random(TEXTS.length)]!, x: 100 + 150 * random(12), y: 200 + 45 * random(40), angle };
    });
    const rules = Array.from({ length: random(50) }, () => {
      const x = 90 + 150 * random(12);
      const y = 160 + 45 * random(40);
      return random(2) === 0 ? across(y, x, x + 150 * (1 + random(8))) : down(x, y, y + 45 * (1 + random(20)));
    });
    const fills = Array.from({ length: random(12) }, () => {
      const x0 = 90 + 150 * random(10);
      const y0 = 160 + 45 * random(30);
      return { box: { x0, y0, x1: x0 + 150, y1: y0 + 45 }, color: 0xddeeff };
    });
    for (const { grid, confidence, lines } of tablesOf(settings, { rules, fills })) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(new Set(lines).size).toBe(lines.length);
      if (!grid) continue;
      const covered = grid.rows.map(() => grid.columns.map(() => 0));
      for (const { row, column, rowSpan, colSpan } of grid.cells) {
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + colSpan; c++) covered[r]![c]!++;
        }
      }
      expect(covered.flat().every((count) => count === 1)).toBe(true);
      expect(grid.horizontal).toHaveLength(grid.rows.length + 1);
      expect(grid.vertical.every((row) => row.length === grid.columns.length + 1)).toBe(true);
      expect(grid.columnAlign).toHaveLength(grid.columns.length);
      const words = lines.reduce(
        (sum, line) => sum + line.words.filter(({ text }) => !/^[.…]{4,}$/.test(text)).length,
        0,
      );
      const placed = grid.cells.flatMap((cell) => cell.lines.flatMap((line) => line.spans));
      expect(words === 0 || placed.length > 0).toBe(true);
    }
  }
});

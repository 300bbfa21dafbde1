import { describe, expect, it } from "vitest";
import { plotCurve } from "../../../benchmarks/speed/plot-curve.js";

const rows = (text: string) => text.split("\n").filter((line) => line.includes(" MB |"));
const height = (plot: string[], column: number) => plot.filter((line) => line.split("|")[1]?.[column] === "#").length;

describe("plotCurve", () => {
  it("draws a rising curve rising and a flat one flat", () => {
    const rising = Array.from({ length: 101 }, (_, page) => ({ page, bytes: page * 5e6 }));
    const flat = Array.from({ length: 101 }, (_, page) => ({ page, bytes: 300e6 }));
    const up = rows(plotCurve(rising, 700e6));
    const level = rows(plotCurve(flat, 700e6));
    expect(height(up, 70)).toBeGreaterThan(height(up, 20));
    expect(height(level, 70)).toBe(height(level, 20));
  });

  it("shows the limit above a low curve", () => {
    const plot = plotCurve([{ page: 10, bytes: 100e6 }], 700e6);
    expect(rows(plot).some((line) => /\|-+$/.test(line))).toBe(true);
  });
});

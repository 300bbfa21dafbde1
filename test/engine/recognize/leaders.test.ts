import { describe, expect, it } from "vitest";
import { findFormulaAreas } from "../../../src/engine/recognize/formulas/formula-areas.js";
import { isLeader, partAtLeaders } from "../../../src/engine/recognize/lines/part-at-leaders.js";
import { lineOf } from "../../../src/engine/recognize/lines/part-uneven.js";

const METRICS = { baseline: 50, slope: 0, xHeight: 14 };
const letter = (x: number) => ({ x0: x, y0: 36, x1: x + 10, y1: 50, area: 80 });
const dot = (x: number) => ({ x0: x, y0: 47, x1: x + 3, y1: 50, area: 9 });
const row = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

describe("the dots of a leader", () => {
  it("are parted from the words before and the number after them", () => {
    const letters = [...row(8, (i) => letter(12 * i)), ...row(30, (i) => dot(110 + 12 * i)), letter(480), letter(492)];
    const pieces = partAtLeaders({ line: lineOf(letters), metrics: METRICS });
    expect(pieces.map((piece) => [piece.line.x0, piece.line.x1, isLeader(piece)])).toEqual([
      [0, 94, false],
      [110, 461, true],
      [480, 502, false],
    ]);
  });

  it("keep to the baseline of a line that falls", () => {
    const metrics = { ...METRICS, slope: 0.01 };
    const fallen = (x: number) => ({ ...dot(x), y0: 47 + (x - 200) / 100, y1: 50 + (x - 200) / 100 });
    const letters = [letter(0), ...row(32, (i) => fallen(20 + 12 * i))];
    const [, leader] = partAtLeaders({ line: { ...lineOf(letters), x0: 0, x1: 400 }, metrics });
    expect(isLeader(leader!)).toBe(true);
    expect(leader!.metrics.baseline).toBeCloseTo(50 + 0.01 * ((20 + 395) / 2 - 200), 1);
  });

  it("are no leader as an ellipsis, full stops of initials or raised marks", () => {
    const ellipsis = [letter(0), ...row(3, (i) => dot(14 + 6 * i)), letter(40)];
    const initials = row(8, (i) => (i % 2 === 0 ? letter(14 * i) : dot(14 * i)));
    const raised = row(8, (i) => ({ ...dot(12 * i), y0: 36, y1: 39 }));
    for (const letters of [ellipsis, initials, [...raised, letter(100)]])
      expect(partAtLeaders({ line: lineOf(letters), metrics: METRICS })).toHaveLength(1);
  });

  it("lead into no formula beside them", () => {
    const symbols = (text: string) => [...text].map((label) => ({ label, probability: 0.8, centre: 0 }));
    const framed = { frame: { width: 0, ink: new Float32Array() }, left: 0, scale: 1 };
    const piece = (letters: ReturnType<typeof letter>[], text: string, rate: number) => ({
      line: lineOf(letters),
      metrics: METRICS,
      framed,
      symbols: symbols(text),
      maths: [],
      rate,
    });
    const leader = piece(
      row(8, (i) => dot(12 * i)),
      "........",
      1,
    );
    const formula = piece(
      row(3, (i) => letter(110 + 12 * i)),
      "x=∫",
      0.5,
    );
    const ink = { height: 14, skew: 0, letters: [], pictures: [], rules: [] };
    const areas = findFormulaAreas([leader, formula], ink, 30);
    expect(areas.map(({ lines }) => lines)).toEqual([[formula]]);
  });
});

import { describe, expect, it } from "vitest";
import { findFormulaAreas } from "../../../src/engine/recognize/formulas/formula-areas.js";
import { findLines, type InkLine } from "../../../src/engine/recognize/lines/find-lines.js";
import { levelLeaders } from "../../../src/engine/recognize/lines/level-leaders.js";
import { measureLine } from "../../../src/engine/recognize/lines/line-metrics.js";
import { lineOf } from "../../../src/engine/recognize/lines/part-uneven.js";

const METRICS = { baseline: 50, slope: 0, xHeight: 14 };
const letter = (x: number, y = 0) => ({ x0: x, y0: y + 36, x1: x + 10, y1: y + 50, area: 80 });
const dot = (x: number, y = 0) => ({ x0: x, y0: y + 47, x1: x + 3, y1: y + 50, area: 9 });
const row = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const places = (lines: ReturnType<typeof findLines>) =>
  lines.map(({ x0, x1, isLeader }) => [x0, x1, isLeader ?? false]);

describe("the dots of a leader", () => {
  it("are a line of their own between the words before and the number after them", () => {
    const letters = [...row(8, (i) => letter(12 * i)), ...row(30, (i) => dot(110 + 12 * i)), letter(480), letter(492)];
    expect(places(findLines(letters, 14)).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [0, 94, false],
      [110, 461, true],
      [480, 502, false],
    ]);
  });

  it("stay one line where the rows of a table of contents are dotted at the same places", () => {
    const rows = row(12, (at) => [
      ...row(10 + (at % 3), (i) => letter(12 * i, 40 * at)),
      ...row(24, (i) => dot(180 + 24 * i, 40 * at)),
      letter(780, 40 * at),
    ]).flat();
    const lines = findLines(rows, 14);
    expect(lines).toHaveLength(36);
    expect(lines.filter(({ isLeader }) => isLeader).map(({ letters }) => letters.length)).toEqual(row(12, () => 24));
  });

  it("follow a line that falls, and take their size from the text around", () => {
    const fallen = (x: number) => ({ ...dot(x), y0: 47 + (x - 200) / 100, y1: 50 + (x - 200) / 100 });
    const [leader] = findLines(
      row(32, (i) => fallen(20 + 12 * i)),
      14,
    );
    const metrics = measureLine(leader!, 14);
    expect(metrics.xHeight).toBe(14);
    expect(metrics.slope).toBeCloseTo(0.01, 3);
    expect(metrics.baseline).toBeCloseTo(50 + ((20 + 395) / 2 - 200) / 100, 0);
  });

  it("have the size and the baseline of the words beside them", () => {
    const [words, leader, above] = [0, 1, 2].map((at) => ({
      line: lineOf([letter(400 * at), letter(400 * at + 12)]),
      metrics: METRICS,
    }));
    const dots = {
      ...leader!,
      line: { ...leader!.line, isLeader: true as const },
      metrics: { ...METRICS, baseline: 49, xHeight: 21 },
    };
    const far = { ...above!, metrics: { ...METRICS, baseline: 20, xHeight: 18 } };
    expect(levelLeaders([far, words!, dots])).toEqual([far, words, { ...dots, metrics: METRICS }]);
  });

  it("are no leader as an ellipsis, full stops of initials or the grain of a picture", () => {
    const ellipsis = [letter(0), ...row(3, (i) => dot(14 + 6 * i)), letter(40)];
    const initials = row(12, (i) => (i % 2 === 0 ? letter(14 * i) : dot(14 * i + (i % 4))));
    const grain = row(20, (y) => row(20, (x) => dot(100 + 8 * x, 8 * y))).flat();
    for (const letters of [ellipsis, initials, grain])
      expect(findLines(letters, 14).filter(({ isLeader }) => isLeader)).toEqual([]);
  });

  it("lead into no formula beside them", () => {
    const symbols = (text: string) => [...text].map((label) => ({ label, probability: 0.8, centre: 0 }));
    const framed = { frame: { width: 0, ink: new Float32Array() }, left: 0, scale: 1 };
    const piece = (line: InkLine, text: string, rate: number) => ({
      line,
      metrics: METRICS,
      framed,
      symbols: symbols(text),
      maths: [],
      rate,
    });
    const leader = piece({ ...lineOf(row(8, (i) => dot(12 * i))), isLeader: true }, "........", 1);
    const formula = piece(lineOf(row(3, (i) => letter(110 + 12 * i))), "x=∫", 0.5);
    const ink = { height: 14, skew: 0, letters: [], shapes: [], pictures: [], rules: [], sides: [] };
    const areas = findFormulaAreas([leader, formula], ink, 30);
    expect(areas.map(({ lines }) => lines)).toEqual([[formula]]);
  });
});

import { describe, expect, it } from "vitest";
import { alignmentOf } from "../../../src/layout/tables/alignment.js";
import { hasLeader, isLeadingSign, isNumeric, isTrailingSign, isValue } from "../../../src/layout/tables/cell-text.js";
import { tableSegments } from "../../../src/layout/tables/segments.js";
import { makeRule } from "../../support/make-evidence.js";

describe("column alignment", () => {
  const slot = { x0: 0, x1: 400 };
  const box = (x0: number, x1: number) => ({ x0, x1, y0: 0, y1: 30 });

  it("goes by the edges that line up", () => {
    expect(alignmentOf([box(10, 90), box(10, 200), box(10, 150)], slot, 34)).toBe("l");
    expect(alignmentOf([box(310, 390), box(200, 390), box(250, 390)], slot, 34)).toBe("r");
    expect(alignmentOf([box(150, 250), box(100, 300), box(190, 210)], slot, 34)).toBe("c");
  });

  it("goes by the margins when all texts are equally wide", () => {
    expect(alignmentOf([box(10, 90), box(10, 90)], slot, 34)).toBe("l");
    expect(alignmentOf([box(160, 240), box(160, 240)], slot, 34)).toBe("c");
    expect(alignmentOf([box(310, 390), box(310, 390)], slot, 34)).toBe("r");
  });
});

describe("cell texts", () => {
  it.each(["1,234.5", "(31,874)", "−0.3 ± 0.1", "12%", "$5", "1.5–2.0", "3.2e-5", "95 %", "4.1*"])(
    "%s is a figure",
    (text) => {
      expect(isNumeric(text)).toBe(true);
    },
  );

  it.each(["P,T", "2 apples", "n = 4 trees", "", "—"])("%s is none", (text) => {
    expect(isNumeric(text)).toBe(false);
  });

  it("knows what stands for a missing value, and signs of figures", () => {
    expect(["—", "...", "n/a", "-"].every(isValue)).toBe(true);
    expect(["$", "¥", "("].every(isLeadingSign)).toBe(true);
    expect(["%", ")", "***"].every(isTrailingSign)).toBe(true);
    expect(isLeadingSign("5")).toBe(false);
  });

  it("sees leader dots but not an ellipsis", () => {
    expect(hasLeader("Introduction . . . . . . 3")).toBe(true);
    expect(hasLeader("Method.......7")).toBe(true);
    expect(hasLeader("and so on...")).toBe(false);
  });
});

describe("segments", () => {
  it("join pieces, keep gaps, and make one of a double rule", () => {
    const rules = [
      makeRule(100, 199, 200, 201),
      makeRule(202, 199, 300, 201),
      makeRule(360, 199, 400, 201),
      makeRule(100, 299, 400, 301),
      makeRule(100, 305, 400, 307),
    ];
    const { horizontal } = tableSegments(rules, 34);
    expect(horizontal.map(({ at, from, to }) => [at, from, to])).toEqual([
      [200, 100, 300],
      [200, 360, 400],
      [303, 100, 400],
    ]);
  });

  it("drop strokes too short for a cell and mark lines in the paper's colour", () => {
    const white = { ...makeRule(100, 199, 300, 201), color: 0xffffff };
    const { horizontal } = tableSegments([makeRule(100, 99, 110, 101), white], 34);
    expect(horizontal).toMatchObject([{ at: 200, visible: false }]);
  });
});

import { describe, expect, it } from "vitest";
import { findGutters } from "../../../src/layout/columns/find-gutters.js";
import type { FlowItem } from "../../../src/layout/columns/flow-item.js";
import { judgeGutter } from "../../../src/layout/columns/judge-gutter.js";
import type { Line, PageMetrics } from "../../../src/layout/types.js";
import type { Box } from "../../../src/page.js";

const metrics: PageMetrics = { bodySize: 35, leading: 42, bodyFont: 0 };

/** A line of text as a bare box; the baseline is its lower edge. */
function item(x0: number, x1: number, baseline: number): FlowItem {
  const box: Box = { x0, y0: baseline - 25, x1, y1: baseline };
  const line: Line = {
    words: [],
    text: "x",
    box,
    baseline,
    size: 35,
    font: 0,
    angle: 0,
    bold: 0,
    italic: 0,
    monospace: 0,
    math: 0,
  };
  return { kind: "line", box, line };
}
const column = (x0: number, x1: number, from: number, rows: number, leading = 42) =>
  Array.from({ length: rows }, (_, row) => item(x0, x1, from + row * leading));

describe("findGutters", () => {
  it("finds the strip between two columns, ended by the title above", () => {
    const title = item(300, 1800, 200);
    const [gutter] = findGutters([title, ...column(200, 1000, 300, 20), ...column(1060, 1860, 310, 20)], [], metrics);
    expect(gutter?.box).toMatchObject({ x0: 1000, x1: 1060 });
    expect(gutter?.box.y0).toBeGreaterThan(200);
    expect(gutter?.left).toHaveLength(20);
    expect(gutter?.right).toHaveLength(20);
  });

  it("gives way to a line that reaches a little into the gutter", () => {
    const overfull = item(200, 1020, 300 + 5 * 42);
    const [gutter] = findGutters(
      [...column(200, 1000, 300, 5), overfull, ...column(200, 1000, 300 + 6 * 42, 10), ...column(1060, 1860, 300, 16)],
      [],
      metrics,
    );
    expect(gutter?.box.x0).toBe(1020);
    expect(gutter?.left).toHaveLength(16);
  });

  it("ends at a rule across it, not at an underline on one side", () => {
    const items = [...column(200, 1000, 300, 20), ...column(1060, 1860, 300, 20)];
    const across: Box = { x0: 200, y0: 700, x1: 1860, y1: 703 };
    const underline: Box = { x0: 300, y0: 700, x1: 500, y1: 703 };
    expect(findGutters(items, [underline], metrics)[0]?.left).toHaveLength(20);
    expect(findGutters(items, [across], metrics)[0]?.left.length).toBeLessThan(20);
  });

  it("finds none in a single column", () => {
    expect(findGutters(column(200, 1860, 300, 20), [], metrics)).toEqual([]);
  });
});

describe("judgeGutter", () => {
  const judge = (left: FlowItem[], right: FlowItem[]) => {
    const [gutter] = findGutters([...left, ...right], [], metrics);
    return gutter && judgeGutter(gutter, metrics);
  };

  it("sees columns in two running texts, on the same baselines or not", () => {
    expect(judge(column(200, 1000, 300, 20), column(1060, 1860, 300, 20))).toBe("columns");
    expect(judge(column(200, 1000, 300, 20), column(1060, 1860, 317, 12))).toBe("columns");
  });

  it("sees rows in labels and values, dates and entries", () => {
    expect(judge(column(200, 420, 300, 6, 60), column(700, 1300, 300, 6, 60))).toBe("rows");
    const dates = [300, 560, 820].map((baseline) => item(200, 400, baseline));
    const entries = [300, 560, 820].flatMap((baseline) => column(600, 1800, baseline, 4));
    expect(judge(dates, entries)).toBe("rows");
  });

  it("sees columns in level rows of narrow prose, which go on in mid-sentence", () => {
    const narrow = (x0: number, text: string) =>
      column(x0, x0 + 200, 300, 20).map(
        (entry): FlowItem => (entry.kind === "line" ? { ...entry, line: { ...entry.line, text } } : entry),
      );
    expect(judge(narrow(200, "and so on"), narrow(440, "to the mill"))).toBe("columns");
    expect(judge(narrow(200, "Apples"), narrow(440, "12"))).toBe("rows");
  });

  it("sees a side note in a few narrow lines low beside a text", () => {
    expect(judge(column(200, 480, 1200, 5, 34), column(600, 1800, 300, 40))).toBe("notes-left");
  });
});

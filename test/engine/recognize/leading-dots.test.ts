import { describe, expect, it } from "vitest";
import type { Component } from "../../../src/engine/raster/ink/components.js";
import type { ReadLine } from "../../../src/engine/recognize/read-lines.js";
import { withLeadingDots } from "../../../src/engine/recognize/text/leading-dots.js";

const X_HEIGHT = 12;

/** `ab` at x 120 on a baseline, behind a part of the given place and size, of which the net read only the letters. */
function lineWith(part: Omit<Component, "area">, baseline: number): ReadLine {
  const letters = [120, 134].map((x0) => ({ x0, x1: x0 + 10, y0: baseline - X_HEIGHT, y1: baseline, area: 60 }));
  return {
    line: { x0: part.x0, x1: 144, y0: baseline - X_HEIGHT, y1: baseline, letters: [{ ...part, area: 12 }, ...letters] },
    symbols: ["a", "b"].map((label, at) => ({ label, probability: 1, centre: 125 + 14 * at })),
    metrics: { baseline, xHeight: X_HEIGHT },
    framed: { left: 0, scale: 1 },
    maths: [],
    rate: 0.95,
  } as unknown as ReadLine;
}

const dot = (baseline: number, x0 = 102) => ({ x0, x1: x0 + 4, y0: baseline - 8, y1: baseline - 4 });
const textOf = ({ symbols }: ReadLine) => symbols.map(({ label }) => label).join("");

describe("dots before lines that the net left out", () => {
  it("become bullets where they stand one under the other", () => {
    const lines = withLeadingDots([lineWith(dot(100), 100), lineWith(dot(140), 140)]);
    expect(lines.map(textOf)).toEqual(["• ab", "• ab"]);
    expect(lines[0]?.symbols.map(({ centre }) => centre)).toEqual([104, 109, 125, 139]);
  });

  it("stay specks when alone, at different places, on the baseline, or too large", () => {
    expect(withLeadingDots([lineWith(dot(100), 100)]).map(textOf)).toEqual(["ab"]);
    expect(withLeadingDots([lineWith(dot(100), 100), lineWith(dot(140, 92), 140)]).map(textOf)).toEqual(["ab", "ab"]);
    const stop = (baseline: number) => ({ x0: 102, x1: 106, y0: baseline - 3, y1: baseline });
    expect(withLeadingDots([lineWith(stop(100), 100), lineWith(stop(140), 140)]).map(textOf)).toEqual(["ab", "ab"]);
    const box = (baseline: number) => ({ x0: 98, x1: 110, y0: baseline - 12, y1: baseline });
    expect(withLeadingDots([lineWith(box(100), 100), lineWith(box(140), 140)]).map(textOf)).toEqual(["ab", "ab"]);
  });

  it("are left alone where the net read them", () => {
    const read = (baseline: number) => {
      const line = lineWith(dot(baseline), baseline);
      return { ...line, symbols: [{ label: "·", probability: 1, centre: 104 }, ...line.symbols] };
    };
    expect(withLeadingDots([read(100), read(140)]).map(textOf)).toEqual(["·ab", "·ab"]);
  });
});

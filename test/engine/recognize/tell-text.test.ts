import { describe, expect, it } from "vitest";
import { lineOf } from "../../../src/engine/recognize/lines/part-uneven.js";
import type { ReadLine } from "../../../src/engine/recognize/read-lines.js";
import { textLines, unreadShare } from "../../../src/engine/recognize/tell-text.js";

/** A line read as `text` with a certainty, its letters 10 px wide and 20 high. */
function read(text: string, rate: number, left: number, top: number): ReadLine {
  const letters = [...text].map((_, at) => ({
    x0: left + 12 * at,
    y0: top,
    x1: left + 12 * at + 10,
    y1: top + 20,
    area: 60,
  }));
  return {
    line: lineOf(letters),
    metrics: { baseline: top + 20, slope: 0, xHeight: 14 },
    framed: { frame: { width: 0, ink: new Float32Array() }, left, scale: 1 },
    symbols: [...text].map((label, at) => ({ label, probability: rate, centre: 12 * at + 5 })),
    maths: [],
    rate,
  };
}

describe("text among noise", () => {
  const sentence = read("polymorphicworms", 0.99, 0, 0);

  it("goes on in its row with words read less surely", () => {
    const end = read("[?]applya", 0.7, 220, 0);
    expect(textLines([sentence, end], 14)).toEqual([sentence, end]);
  });

  it("is not what stands alone, far off, or cannot be read at all", () => {
    const noise = [read("ILI/IL", 0.7, 0, 90), read("ILI/IL", 0.7, 500, 0), read("ILI/IL", 0.3, 220, 0)];
    expect(textLines([sentence, ...noise], 14)).toEqual([sentence]);
    expect(unreadShare([sentence, ...noise])).toBeCloseTo(18 / 34);
  });

  it("is the brace that ends a listing", () => {
    const brace = read("}", 0.65, 0, 60);
    expect(textLines([sentence, brace], 14, { listed: new Set([brace]) })).toContain(brace);
    expect(textLines([sentence, brace], 14)).not.toContain(brace);
  });

  it("is what stands in a ruled table, not in a frame with little text", () => {
    const cells = Array.from({ length: 6 }, (_, row) => read("0.8365", 0.99, 0, 60 * row));
    const head = read("F1", 0.6, 400, 0);
    const frame = { x0: -20, y0: -20, x1: 500, y1: 400 };
    expect(textLines([...cells, head], 14, { frames: [frame] })).toContain(head);
    expect(textLines([...cells, head], 14)).not.toContain(head);
    expect(textLines([cells[0]!, head], 14, { frames: [frame] })).not.toContain(head);
  });
});

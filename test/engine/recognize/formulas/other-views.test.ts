import { describe, expect, test } from "vitest";
import type { SeenSymbol } from "../../../../src/engine/inference/symbol-model.js";
import { decodeSymbols } from "../../../../src/engine/recognize/formulas/decode-symbols.js";
import { fromView, mergeViews, viewOf } from "../../../../src/engine/recognize/formulas/other-views.js";

const frame = { width: 32, height: 16, ink: new Float32Array(32 * 16) };
frame.ink[5 * 32 + 10] = 1;

function seen(label: string, x0: number, x1: number, more: Partial<SeenSymbol> = {}): SeenSymbol {
  const choices = [{ label, probability: 0.9 }];
  return { x0, y0: 0, x1, y1: 12, baseline: 12, peak: 0.8, choices, levels: [0.9, 0.1, 0], ...more };
}

describe("another view", () => {
  test("is the frame half a cell off", () => {
    const { width, height, ink } = viewOf(frame, { zoom: 1, shift: 2 });
    expect([width, height]).toEqual([32, 16]);
    expect(ink[7 * 32 + 12]).toBe(1);
    expect(ink.reduce((sum, value) => sum + value, 0)).toBe(1);
  });

  test("may be larger, in whole cells of the net", () => {
    const { width, height, ink } = viewOf(frame, { zoom: 1.5, shift: 0 });
    expect([width, height]).toEqual([48, 32]);
    expect(ink.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(1.5);
  });

  test("tells places that are put back into the first", () => {
    const [back] = fromView([seen("x", 1.5 * 4 + 2, 1.5 * 10 + 2, { y1: 17, baseline: 17 })], { zoom: 1.5, shift: 2 });
    expect(back).toMatchObject({ x0: 4, x1: 10, y1: 10, baseline: 10 });
  });
});

describe("views of one formula", () => {
  test("are weighed: what one saw doubtfully is what the other is sure of", () => {
    const doubtful = [
      { label: "\\nu", probability: 0.5 },
      { label: "v", probability: 0.4 },
    ];
    const [merged] = mergeViews([seen("v", 0, 10, { choices: doubtful })], [[seen("v", 1, 10)]]);
    expect(merged!.choices[0]).toEqual({ label: "v", probability: expect.closeTo(0.65) });
    expect(merged!.x0).toBeCloseTo(0.5);
  });

  test("complete each other, where there is ink of nothing else", () => {
    const paper = { width: 64, height: 16, ink: new Float32Array(64 * 16) };
    for (let y = 0; y < 12; y++) for (const x of [2, 20]) paper.ink.fill(1, y * 64 + x, y * 64 + x + 8);
    const names = (symbols: SeenSymbol[]) => decodeSymbols(symbols, [], paper).input.symbols.map(({ name }) => name);
    const [first, missed] = [[seen("x", 2, 10)], seen("j", 20, 28)];
    expect(names(mergeViews(first, [[missed]]))).toEqual(["x", "j"]);
    expect(names(mergeViews(first, [[seen("j", 40, 48)]]))).toEqual(["x"]);
    expect(names(mergeViews(first, [[{ ...missed, peak: 0.3 }]]))).toEqual(["x"]);
  });
});

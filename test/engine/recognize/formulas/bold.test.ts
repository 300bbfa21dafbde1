import { describe, expect, test } from "vitest";
import type { FormulaFrame, SeenSymbol } from "../../../../src/engine/inference/symbol-model.js";
import { stemWidth } from "../../../../src/engine/recognize/formulas/stem-width.js";
import { temperBold } from "../../../../src/engine/recognize/formulas/temper-bold.js";

/** A letter that the net takes for slanted bold with a probability. */
function letter(name: string, bold: number, level = 0): SeenSymbol {
  const choices = [
    { label: `boldsymbol:${name}`, probability: bold },
    { label: name, probability: 1 - bold },
  ].sort((a, b) => b.probability - a.probability);
  const levels = [0, 1, 2].map((at) => (at === level ? 0.98 : 0.01));
  return { x0: 0, y0: 0, x1: 10, y1: 10, baseline: 10, peak: 0.9, choices, levels };
}

const labels = (symbols: readonly SeenSymbol[]) => symbols.map(({ choices }) => choices[0]!.label);

describe("bold", () => {
  test("is a letter with heavier strokes than the others of its formula", () => {
    const formula = [letter("u", 0.97), letter("a", 0.02), letter("b", 0.02), letter("c", 0.02)];
    expect(labels(temperBold(formula, [4.2, 2.4, 2.5, 2.4]))).toEqual(["boldsymbol:u", "a", "b", "c"]);
    expect(labels(temperBold(formula, [2.5, 2.4, 2.5, 2.4]))).toEqual(["u", "a", "b", "c"]);
  });

  test("is no letter of a dark print", () => {
    const formula = [letter("u", 0.9), letter("a", 0.8), letter("b", 0.7), letter("c", 0.02)];
    expect(labels(temperBold(formula, [3.9, 3.8, 3.9, 3.8]))).toEqual(["u", "a", "b", "c"]);
  });

  test("needs to be surer where nothing shows how heavy plain strokes are, and in scripts", () => {
    expect(labels(temperBold([letter("u", 0.97)], [0]))).toEqual(["u"]);
    expect(labels(temperBold([letter("u", 0.99)], [0]))).toEqual(["boldsymbol:u"]);
    expect(labels(temperBold([letter("u", 0.99, 1)], [0]))).toEqual(["u"]);
    expect(labels(temperBold([letter("u", 0.999, 1)], [0]))).toEqual(["boldsymbol:u"]);
  });

  test("is likelier beside another bold letter", () => {
    expect(labels(temperBold([letter("u", 0.97), letter("v", 0.999)], [0, 0]))).toEqual([
      "boldsymbol:u",
      "boldsymbol:v",
    ]);
  });

  test("leaves what has no bold or no plain choice as it is", () => {
    const sure = { ...letter("u", 1), choices: [{ label: "boldsymbol:u", probability: 1 }] };
    const sign = { ...letter("u", 1), choices: [{ label: "+", probability: 0.7 }] };
    expect(temperBold([sure, sign], [3, 3])).toEqual([sure, sign]);
  });
});

describe("the width of strokes", () => {
  const box = { x0: 4, y0: 4, x1: 16, y1: 16 };

  function striped(width: number, ink: number): FormulaFrame {
    const frame = { width: 20, height: 20, ink: new Float32Array(400) };
    for (let y = 5; y < 15; y++) for (const x of [5, 11]) frame.ink.fill(ink, y * 20 + x, y * 20 + x + width);
    return frame;
  }

  test("is what a stroke has of ink across", () => {
    expect(stemWidth(striped(2, 1), box)).toBe(2);
    expect(stemWidth(striped(4, 0.5), box)).toBe(2);
    expect(stemWidth(striped(0, 1), box)).toBe(0);
  });
});

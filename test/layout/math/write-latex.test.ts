import { describe, expect, it } from "vitest";
import type { MathNode } from "../../../src/layout/math/tree.js";
import { writeLatex } from "../../../src/layout/math/write-latex.js";

const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
const symbol = (name: string): MathNode => ({ type: "symbol", name, confidence: 1, box });
const arrow = (labels: { over?: MathNode; under?: MathNode }): MathNode => ({
  type: "stack",
  base: symbol("\\longrightarrow"),
  limits: false,
  ...labels,
  box,
});

describe("scripts of a labelled arrow", () => {
  it("on the label's side stand outside of braces, for TeX takes the label for a script", () => {
    const both: MathNode = { type: "scripts", base: arrow({ under: symbol("e") }), sub: symbol("r"), box };
    expect(writeLatex(both, { idiomaticArrays: false })).toBe("{\\underset{e}{\\longrightarrow}}_{r}");
  });

  it("on the other side need none", () => {
    const apart: MathNode = { type: "scripts", base: arrow({ under: symbol("e") }), sup: symbol("r"), box };
    expect(writeLatex(apart, { idiomaticArrays: false })).toBe("\\underset{e}{\\longrightarrow}^{r}");
  });
});

it("sets words in quotation marks as text", () => {
  const word: MathNode = { type: "word", text: "“less”", alphabet: "mathrm", box };
  expect(writeLatex(word, { idiomaticArrays: false })).toBe("\\text{“less”}");
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canonicalTokens } from "../../../benchmarks/quality/formulas/canonical.js";
import { parseFormula } from "../../../src/layout/math/parse-formula.js";
import type { Alphabet, MathInput } from "../../../src/layout/math/symbol.js";
import { ACCENTS } from "../../../src/layout/math/symbol-classes.js";
import { isTypesettable } from "../../../src/layout/math/typesettable.js";
import { writeLatex } from "../../../src/layout/math/write-latex.js";

type Row = [
  name: string,
  alphabet: string,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  baseline: number,
  size: number,
  pen0: number,
  pen1: number,
];

interface Fixture {
  /** What was typeset. */
  latex: string;
  /** The engine's spelling, reviewed. */
  output: string;
  symbols: Row[];
  rules: [number, number, number, number][];
}

/** Made by benchmarks/quality/formulas/make-fixtures.js from formulas.txt. */
const fixtures = JSON.parse(readFileSync(new URL("fixtures.json", import.meta.url), "utf8")) as Fixture[];

function input({ symbols, rules }: Fixture): MathInput {
  return {
    symbols: symbols.map(([name, alphabet, x0, y0, x1, y1, baseline, size, pen0, pen1]) => ({
      name,
      alphabet: alphabet === "" ? undefined : (alphabet as Alphabet),
      box: { x0, y0, x1, y1 },
      baseline,
      size,
      pen: [pen0, pen1] as const,
      confidence: 1,
    })),
    rules: rules.map(([x0, y0, x1, y1]) => ({ x0, y0, x1, y1 })),
  };
}

describe("the structure parser", () => {
  for (const fixture of fixtures) {
    it(`reads ${fixture.latex}`, () => {
      const tree = parseFormula(input(fixture));
      const latex = tree ? writeLatex(tree, { idiomaticArrays: true }) : "";
      expect(canonicalTokens(latex)).toEqual(canonicalTokens(fixture.latex));
      expect(latex).toBe(fixture.output);
    });
  }

  it("gives the same tree whatever order the symbols come in", () => {
    for (const fixture of fixtures) {
      const forward = input(fixture);
      const backward = { symbols: [...forward.symbols].reverse(), rules: [...forward.rules].reverse() };
      expect(writeLatex(parseFormula(backward)!, { idiomaticArrays: true })).toBe(fixture.output);
    }
  });

  it("writes an accent that found no base as a sign that typesets", () => {
    const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
    for (const name of [...ACCENTS, "\\overbrace", "\\underbrace", "\\sqrt"]) {
      const latex = writeLatex({ type: "symbol", name, confidence: 1, box }, { idiomaticArrays: true });
      expect(isTypesettable(latex), `${name} is written ${latex}`).toBe(true);
    }
  });

  it("reads nothing out of nothing", () => {
    expect(parseFormula({ symbols: [], rules: [] })).toBeUndefined();
  });

  /** Symbols of 40 px on one baseline: name, left and right end, ink above and below the baseline, baseline. */
  const symbolsOf = (
    rows: readonly [name: string, x0: number, x1: number, y0: number, y1: number, y?: number, size?: number][],
  ) =>
    rows.map(([name, x0, x1, y0, y1, y = 100, size = 40]) => ({
      name,
      alphabet: undefined,
      box: { x0, y0: y + y0, x1, y1: y + y1 },
      baseline: y,
      size,
      confidence: 1,
    }));
  const latexOf = (input: MathInput) => writeLatex(parseFormula(input)!, { idiomaticArrays: true });

  it("joins overlapping equals signs and a double arrow into a long one", () => {
    const symbols = symbolsOf([
      ["a", 0, 20, -18, 0],
      ["=", 40, 66, -15, -5],
      ["=", 61, 87, -15, -5],
      ["=", 82, 108, -15, -5],
      ["\\Rightarrow", 103, 138, -20, 1],
      ["b", 150, 170, -28, 0],
    ]);
    expect(latexOf({ symbols, rules: [] })).toBe("a \\Longrightarrow b");
  });

  it("keeps the minus right behind an arrow", () => {
    const symbols = symbolsOf([
      ["t", 0, 14, -25, 0],
      ["\\rightarrow", 20, 55, -20, 1],
      ["-", 57, 83, -11, -9],
      ["\\infty", 86, 120, -18, 0],
    ]);
    expect(latexOf({ symbols, rules: [] })).toBe("t \\rightarrow-\\infty");
  });

  it("takes the stroke that a short arrow over a letter covers for a part of it", () => {
    const symbols = symbolsOf([
      ["\\rightarrow", 0, 33, -20, 1, 68],
      ["-", 1, 27, -11, -9, 68],
      ["C", 4, 30, -28, 0],
    ]);
    expect(latexOf({ symbols, rules: [] })).toBe("\\overrightarrow{C}");
  });

  it("takes the line over a longer part of the next row for no underline", () => {
    const symbols = symbolsOf([
      ["q", 0, 18, -18, 8],
      ["0", 20, 31, -16, 0, 108, 28],
      ["=", 50, 76, -15, -5],
      ["b", 90, 110, -28, 0],
    ]);
    const rules = [{ x0: 19, y0: 112, x1: 46, y1: 114 }];
    expect(latexOf({ symbols, rules })).toBe("q_{0}=b");
  });

  it("reads low dots into the row of the signs above them", () => {
    const row = (y: number, last: string) =>
      symbolsOf([
        ["=", 40, 66, -15, -5, y],
        [last, 80, 100, -18, 0, y],
        ["+", 110, 136, -21, 1, y],
        ["c", 150, 165, -18, 0, y],
      ]);
    const dots = symbolsOf([
      ["=", 40, 66, -15, -5, 160],
      ["dot", 80, 84, -4, 0, 160],
      ["dot", 97, 101, -4, 0, 160],
      ["dot", 114, 118, -4, 0, 160],
    ]);
    const latex = latexOf({ symbols: [...row(100, "a"), ...dots, ...row(220, "b")], rules: [] });
    expect(latex.split("\\\\")).toHaveLength(3);
  });
});

import { describe, expect, it } from "vitest";
import { parseFormula } from "../../../src/layout/math/parse-formula.js";
import type { MathSymbol } from "../../../src/layout/math/symbol.js";
import { writeLatex } from "../../../src/layout/math/write-latex.js";

/** Symbols of 10 px at a size of 20 px; upright letters stand in `'…'`, ` ` is a blank of words, `~` TeX's thin space, `=` has a relation's blanks. */
function read(source: string, italic = false): string {
  const symbols: MathSymbol[] = [];
  let x = 0;
  let upright = false;
  for (const character of source) {
    if (character === " ") x += 6;
    else if (character === "~") x += 3.4;
    else if (character === "'") upright = !upright;
    else {
      if (character === "=") x += 5.6;
      const dot = character === ".";
      symbols.push({
        name: dot ? "dot" : character,
        alphabet: upright && !dot ? (italic ? "mathit" : "mathrm") : undefined,
        box: { x0: x + 0.5, y0: dot ? 98 : 86, x1: x + 9.5, y1: character === "|" ? 104 : 100 },
        baseline: 100,
        pen: [x, x + 10],
        size: 20,
        confidence: 1,
      });
      x += character === "=" ? 15.6 : 10;
    }
  }
  return writeLatex(parseFormula({ symbols, rules: [] }, 20)!, { idiomaticArrays: false });
}

describe("words among maths", () => {
  it("are text with their blanks", () => {
    expect(read("x 'avec' u")).toBe("x \\text{ avec } u");
    expect(read("'si' x=0")).toBe("\\text{si } x=0");
    expect(read("'is' 'an' n")).toBe("\\text{is an } n");
    expect(read("0 'otherwise'")).toBe("0 \\text{ otherwise}");
    expect(read("('resp.' x)")).toBe("(\\text{resp. } x)");
  });

  it("stand beside bars that are relations", () => {
    expect(read("x | y=1")).toBe("x \\mid y=1");
    expect(read("x|y|=1")).toBe("x|y|=1");
  });

  it("are names of operators and units without a blank of words", () => {
    expect(read("x=~'Tr'~A")).toBe("x=\\mathrm{Tr} A");
    expect(read("'Spec'(A)=x")).toBe("\\operatorname{Spec}(A)=x");
    expect(read("'lim' 'sup' x")).not.toContain("text");
    expect(read("x='Q~Coh'", true)).not.toContain("text");
    expect(read("x=5 'kg'")).toBe("x=5 \\mathrm{kg}");
  });
});

import { describe, expect, it } from "vitest";
import { parseFormula } from "../../../src/layout/math/parse-formula.js";
import type { MathSymbol } from "../../../src/layout/math/symbol.js";
import { writeLatex } from "../../../src/layout/math/write-latex.js";

const EM = 35;
const LINE = 100;

/** Signs of script size side by side, `rise` px above the line. */
function scripts(names: string[], rise: number, x = 0): MathSymbol[] {
  const size = 0.7 * EM;
  return names.map((name, index) => {
    const x0 = x + index * 0.5 * size;
    const baseline = LINE - rise;
    const box = { x0: x0 + 1, y0: baseline - 0.6 * size, x1: x0 + 0.45 * size, y1: baseline };
    return { name, alphabet: undefined, box, pen: [x0, x0 + 0.5 * size], baseline, size, confidence: 1 };
  });
}

function latex(symbols: MathSymbol[], baseline?: number): string {
  return writeLatex(parseFormula({ symbols, rules: [] }, EM, true, baseline)!, { idiomaticArrays: false });
}

describe("scripts without their base", () => {
  it("stand above or below the line of the text around them", () => {
    expect(latex(scripts(["1", "3", "2"], 13), LINE)).toBe("{}^{132}");
    expect(latex(scripts(["1", "3", "2"], -5), LINE)).toBe("{}_{132}");
    expect(latex([...scripts(["+", "1"], 14), ...scripts(["-", "2"], -8)], LINE)).toBe("{}_{-2}^{+1}");
  });

  it("are told by what they are where the line is not known", () => {
    expect(latex(scripts(["1", "3", "2"], 13))).toBe("{}^{132}");
    expect(latex(scripts(["\\odot"], -5))).toBe("{}_{\\odot}");
    expect(latex([...scripts(["+", "1"], 14), ...scripts(["-", "2"], -8)])).toBe("{}_{-2}^{+1}");
  });

  it("are none where small print stands on the line", () => {
    expect(latex(scripts(["2", "0"], 0), LINE)).toBe("20");
  });
});

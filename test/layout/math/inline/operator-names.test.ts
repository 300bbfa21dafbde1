import { describe, expect, it } from "vitest";
import { markOperatorNames } from "../../../../src/layout/math/inline/operator-names.js";
import type { Role, Token } from "../../../../src/layout/math/inline/token.js";
import type { Glyph } from "../../../../src/page.js";

/** Role of a word `gap` sizes before a variable, in a line with word spaces of `space` sizes. */
function roleBefore(gap: number, space: number): Role {
  const token = (text: string, word: number, blank: number, role: Role = "text"): Token => {
    return { role, glyphs: [{} as Glyph], text, word, script: undefined, gap: blank, strong: role === "letter" };
  };
  const words = ["of", "a", "class", "and"].map((text, index) => token(text, index, space));
  markOperatorNames([...words, token("V", 4, gap, "letter")]);
  return words[3]!.role;
}

describe("a word before a variable", () => {
  it("names an operator a thin space away", () => {
    expect(roleBefore(0.167, 0.33)).toBe("function");
    expect(roleBefore(0.167, 0.23)).toBe("function");
  });

  it("is a word where the variable's bearing narrows the word space", () => {
    expect(roleBefore(0.184, 0.249)).toBe("text");
    expect(roleBefore(0.3, 0.33)).toBe("text");
  });
});

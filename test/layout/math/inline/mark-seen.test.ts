import { describe, expect, it } from "vitest";
import { markSeen } from "../../../../src/layout/math/inline/mark-seen.js";
import type { Role, Token } from "../../../../src/layout/math/inline/token.js";
import type { Glyph } from "../../../../src/page.js";

const formula = { baseline: 100 };

/**
 * Tokens parted by blanks; `*` before one that the recogniser did not see in a formula, `^` before a script, `_` for a word space before it.
 * What of them is maths: italic letters to begin with.
 */
function marked(source: string): string {
  const tokens = source.split(" ").map((part, word): Token => {
    const [, flags, text] = /^([*^_]*)(.+)$/u.exec(part)!;
    const glyph = { text, ...(flags!.includes("*") ? {} : { formula }) } as Glyph;
    const script = flags!.includes("^") ? "super" : undefined;
    return {
      role: roleOf(text!),
      glyphs: [glyph],
      text: text!,
      word,
      script,
      gap: flags!.includes("_") ? 0.3 : 0.1,
      strong: false,
    };
  });
  const maths = tokens.map(({ role, glyphs }) => role === "letter" && glyphs[0]!.formula !== undefined);
  markSeen(tokens, maths);
  return tokens
    .filter((_, index) => maths[index])
    .map(({ text }) => text)
    .join("");
}

function roleOf(text: string): Role {
  if (/^[a-z]$/.test(text)) return "letter";
  if (/^\d/.test(text)) return "number";
  if (/^[=+↓]$/u.test(text)) return "link";
  if (/^[([]$/.test(text)) return "open";
  if (/^[)\]]$/.test(text)) return "close";
  return /^[.,;]$/.test(text) ? "mark" : "text";
}

describe("a formula that was seen", () => {
  it("is maths as a whole, upright words and numbers included", () => {
    expect(marked("*we *have x = ad y *here")).toBe("x=ady");
    expect(marked("*and x _= _300 MeV")).toBe("x=300MeV");
  });

  it("is text where nothing of it is maths", () => {
    expect(marked("*in 2 , 3 *we")).toBe("");
    expect(marked("*of 10 ^3 *years")).toBe("103");
  });

  it("leaves words, numbers and marks of the sentence at its ends", () => {
    expect(marked("*from x + y _2016 *news")).toBe("x+y");
    expect(marked("x = 1 .")).toBe("x=1");
    expect(marked("Let _x = 1")).toBe("x=1");
  });

  it("takes brackets at its ends whose partners it has", () => {
    expect(marked("*( x )")).toBe("(x)");
    expect(marked("x [ 2 *] *and")).toBe("x[2]");
    expect(marked("*( x *is")).toBe("x");
  });
});

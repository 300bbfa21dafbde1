import { describe, expect, it } from "vitest";
import { markLetters } from "../../../../src/layout/math/inline/lone-letters.js";
import type { Role, Token } from "../../../../src/layout/math/inline/token.js";
import type { Line } from "../../../../src/layout/types.js";
import type { FontInfo, Glyph } from "../../../../src/page.js";

const fonts = ["Text", "Text-Italic"].map((name) => ({ name, italic: name.endsWith("Italic") }) as FontInfo);
const line = { italic: 0.1, bold: 0 } as Line;

/** Tokens of words; a lone letter is italic, `^` raises the next character. */
function tokensOf(source: string): Token[] {
  const roles: [RegExp, Role][] = [
    [/^[=+−–]$/u, "link"],
    [/^\d+$/u, "number"],
    [/^,$/u, "mark"],
  ];
  return source.split(" ").flatMap((word, index) =>
    [...word.matchAll(/\^?(\d+|\p{L}+|[^\p{L}\d^])/gu)].map(([whole, text], at): Token => {
      const font = text!.length === 1 && /\p{L}/u.test(text!) ? 1 : 0;
      const role = roles.find(([pattern]) => pattern.test(text!))?.[1] ?? "text";
      const script = whole.startsWith("^") ? "super" : undefined;
      const glyphs = Array.from(text!, () => ({ font }) as Glyph);
      return { role, glyphs, text: text!, word: index, script, gap: at === 0 ? 0.25 : 0, strong: false };
    }),
  );
}

function lettersIn(source: string): string {
  const tokens = tokensOf(source);
  markLetters(tokens, line, fonts);
  return tokens
    .filter(({ role }) => role === "letter")
    .map(({ text }) => text)
    .join("");
}

describe("italic letters side by side (Fourier: the maths italic is the text's)", () => {
  const italics = (tokens: [string, Role, boolean?][]) => {
    const made = tokens.map(([text, role, strong = false], word): Token => {
      const glyphs = Array.from(text, () => ({ font: role === "text" ? 1 : 0 }) as Glyph);
      return { role, glyphs, text, word, script: undefined, gap: 0.1, strong };
    });
    markLetters(made, line, fonts);
    return made.map(({ role }) => role);
  };

  it("are variables beside a sign of a maths font alone", () => {
    expect(
      italics([
        ["AB", "text"],
        ["=", "link", true],
        ["3", "number"],
      ])[0],
    ).toBe("letter");
    expect(
      italics([
        ["AB", "text"],
        ["=", "link"],
        ["3", "number"],
      ])[0],
    ).toBe("text");
  });

  it("are no words at the start of a line beside such a sign", () => {
    expect(
      italics([
        ["a", "text"],
        ["=", "link", true],
        ["x", "letter"],
      ])[0],
    ).toBe("letter");
    expect(
      italics([
        ["a", "text"],
        ["priori", "text"],
      ])[0],
    ).toBe("text");
  });

  it("are a differential behind maths, unless they make a word", () => {
    expect(
      italics([
        [")", "close"],
        ["dx", "text"],
      ])[1],
    ).toBe("letter");
    expect(
      italics([
        [")", "close"],
        ["de", "text"],
      ])[1],
    ).toBe("text");
  });
});

describe("letters behind numbers", () => {
  it("are labels in running text", () => {
    expect(lettersIn("see Fig 1a for more")).toBe("");
    expect(lettersIn("see 1a–1c for more")).toBe("");
    expect(lettersIn("lines 1a,c differ")).toBe("");
  });

  it("are variables in a term", () => {
    expect(lettersIn("let 4X + 1 be")).toBe("X");
    expect(lettersIn("sum + 7Y here")).toBe("Y");
    expect(lettersIn("the 3Z^2 term")).toBe("Z");
  });
});

describe("a bold letter", () => {
  const faces = [{}, { bold: true }, { math: true }] as Partial<FontInfo>[] as FontInfo[];
  const marked = (script: Token["script"]) => {
    const token = (text: string, font: number, raised?: Token["script"]): Token => {
      const glyphs = Array.from(text, () => ({ font }) as Glyph);
      return { role: "text", glyphs, text, word: 0, script: raised, gap: 0, strong: false };
    };
    const tokens = [token("d", 1), token("FA", 0, script)];
    markLetters(tokens, line, faces);
    return tokens[0]!.role;
  };

  it("with a subscript is a vector", () => {
    expect(marked("sub")).toBe("letter");
    expect(marked("super")).toBe("text");
  });
});

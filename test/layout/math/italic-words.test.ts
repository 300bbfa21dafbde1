import { describe, expect, it } from "vitest";
import { italicWords } from "../../../src/layout/math/italic-words.js";
import type { FontInfo, Glyph } from "../../../src/page.js";

const fonts = [false, true].map(
  (italic): FontInfo => ({
    name: italic ? "Italic" : "Text",
    kind: "type1",
    bold: false,
    italic,
    monospace: false,
    serif: true,
    math: false,
    ascent: 0.7,
    descent: 0.2,
  }),
);

/** Letters of the italic at 30 px whose pens meet; ` ` is a blank of words, `~` the side bearings of maths. */
function words(source: string): string {
  const glyphs: Glyph[] = [];
  let x = 0;
  for (const text of source) {
    if (text === " ") x += 8;
    else if (text === "~") x += 3;
    else {
      const box = { x0: x, y0: 85, x1: x + 14, y1: 100 };
      const font = /\p{L}/u.test(text) ? 1 : 0;
      glyphs.push({
        text,
        identity: "unicode",
        code: 0,
        font,
        size: 30,
        x,
        y: 100,
        advance: 14,
        angle: 0,
        box,
        exact: true,
        visible: true,
        color: 0,
        confidence: 1,
      });
      x += 14;
    }
  }
  const found = italicWords(glyphs, fonts);
  return glyphs.map((glyph) => (found.has(glyph) ? glyph.text : "")).join("");
}

describe("words in the italic of the variables", () => {
  it("are told by their pens and the blanks about them", () => {
    expect(words("y + y avec y")).toBe("avec");
    expect(words("2 si (x,y)")).toBe("si");
    expect(words("(resp. x)")).toBe("resp");
  });

  it("are neither products nor differentials nor names beside a relation", () => {
    expect(words("y = a~b~c x")).toBe("");
    expect(words("x dx dt")).toBe("");
    expect(words("y = ab + c")).toBe("");
    expect(words("2ab(c)")).toBe("");
  });
});

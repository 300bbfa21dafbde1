import { describe, expect, it } from "vitest";
import { italicWords } from "../../../src/layout/math/italic-words.js";
import type { FontInfo, Glyph } from "../../../src/page.js";
import { ADVANCE, makeGlyph } from "../../support/make-glyph.js";

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
      const font = /\p{L}/u.test(text) ? 1 : 0;
      glyphs.push(makeGlyph(text, font, 30, x, 100));
      x += ADVANCE;
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

import { describe, expect, it } from "vitest";
import { recoverLigatures } from "../../../../src/engine/source/pdf/recover-ligatures.js";
import type { Glyph } from "../../../../src/page.js";
import { setText } from "../../../support/make-evidence.js";

/** A line in which `#` stands for a glyph without text, as wide as `as` less the share of it that its letters overlap. */
function lineOf(text: string, as: string, overlap = 0.1): Glyph[] {
  const glyphs = setText({ text, x: 100, y: 300 });
  const width = setText({ text: as, x: 0, y: 0 }).reduce((sum, { advance }) => sum + advance, 0);
  let shift = 0;
  return glyphs.map((glyph) => {
    const placed = { ...glyph, x: glyph.x + shift };
    if (glyph.text !== "#") return placed;
    const advance = (1 - overlap) * width;
    shift += advance - glyph.advance;
    return { ...placed, text: "", identity: "none" as const, code: 613, advance, confidence: 0 };
  });
}

function recovered(glyphs: Glyph[], math = false): string {
  recoverLigatures(glyphs, [{ math }]);
  return glyphs.map(({ text }) => text).join("");
}

describe("recoverLigatures", () => {
  it("reads a wide glyph at the start of words as the letters that make words", () => {
    const text = "#e boats Thus lie #ere and #is is how";
    expect(recovered(lineOf(text, "Th"))).toBe(text.replaceAll("#", "Th"));
  });

  it("tells ligatures within words by their width", () => {
    const letters = "first of all ";
    expect(recovered(lineOf(`${letters}di#cult o#cial`, "ffi", 0.03))).toBe(`${letters}difficult official`);
  });

  it("tells a ligature that a map calls by its first letter, beside that letter", () => {
    const halved = (text: string, as: string) =>
      lineOf(text, as, 0.02).map((glyph) =>
        glyph.text === "" ? { ...glyph, text: "f", identity: "unicode" as const, confidence: 1 } : glyph,
      );
    expect(recovered(halved("for all of the #les of the magni#er and Make#le", "fi"))).toBe(
      "for all of the files of the magnifier and Makefile",
    );
    expect(recovered(halved("for all of the #oats that in#uence the #ow", "fl"))).toBe(
      "for all of the floats that influence the flow",
    );
    expect(recovered(halved("for all of the f#q and #zx", "fi"))).toBe("for all of the ffq and fzx");
  });

  it("leaves glyphs of another width, of no words and of maths fonts without text", () => {
    expect(recovered(lineOf("Thus #e boats #ere", "Th", 0.5))).toBe("Thus e boats ere");
    expect(recovered(lineOf("Thus #xq boats #zgk", "Th"))).toBe("Thus xq boats zgk");
    expect(recovered(lineOf("Thus #e boats #ere", "Th"), true)).toBe("Thus e boats ere");
  });
});

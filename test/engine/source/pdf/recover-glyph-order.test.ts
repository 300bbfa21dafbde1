import { describe, expect, it } from "vitest";
import { recoverGlyphOrder } from "../../../../src/engine/source/pdf/recover-glyph-order.js";
import type { Glyph } from "../../../../src/page.js";

/** Glyphs that show `text` by glyph ids `offset` below the characters, without identity. */
function glyphsOf(text: string, offset: number): Glyph[] {
  return [...text].map((character, i) => ({
    text: "",
    identity: "none",
    code: character.charCodeAt(0) - offset,
    font: 0,
    size: 40,
    x: i * 20,
    y: 100,
    advance: 20,
    angle: 0,
    box: { x0: i * 20, y0: 70, x1: i * 20 + 18, y1: 100 },
    exact: true,
    visible: true,
    color: 0,
    confidence: 0,
  }));
}

const TEXT =
  "Composite fonts without a map often keep the order in which their designer put the letters, which is ASCII.";

describe("recoverGlyphOrder", () => {
  it("reads glyph ids in the usual order when that makes words", () => {
    const glyphs = glyphsOf(TEXT, 29);
    recoverGlyphOrder(glyphs, () => true);
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe(TEXT);
    expect(glyphs[0]).toMatchObject({ identity: "recognized", confidence: 0.85 });
  });

  it("leaves glyphs alone when it makes none, or when codes are no glyph ids", () => {
    const other = glyphsOf(TEXT, 31);
    recoverGlyphOrder(other, () => true);
    expect(other.every((glyph) => glyph.text === "" && glyph.identity === "none")).toBe(true);
    const coded = glyphsOf(TEXT, 29);
    recoverGlyphOrder(coded, () => false);
    expect(coded.every((glyph) => glyph.identity === "none")).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { adoptTypesetting } from "../../../src/engine/recognize/adopt-typesetting.js";
import type { PageEvidence } from "../../../src/page.js";
import { makeEvidence, makeRule } from "../../support/make-evidence.js";

const HEADING = { text: "Introduction", x: 300, y: 500, size: 36, font: "bold" as const };

/** The page as printed: its character codes say nothing. */
function printed(more: Partial<PageEvidence> = {}): PageEvidence {
  const page = makeEvidence([HEADING], { rules: [makeRule(300, 540, 900, 542)], ...more });
  return { ...page, glyphs: page.glyphs.map((glyph) => ({ ...glyph, text: "", identity: "none" as const })) };
}

/** The same words as read from pixels: an `m` of which only the middle was seen leaves gaps in the word. */
function recognized(): PageEvidence {
  const read = makeEvidence([{ ...HEADING, font: "regular", y: HEADING.y + 3 }]);
  return { ...read, glyphs: read.glyphs.map((glyph) => ({ ...glyph, advance: 0.4 * glyph.advance })) };
}

describe("adoptTypesetting", () => {
  it("gives read characters the font, size and baseline of what is printed there, and keeps drawn marks", () => {
    const read = makeEvidence([{ ...HEADING, font: "regular", x: 302, y: 503 }]);
    const page = adoptTypesetting(read, printed());
    expect(page.glyphs.map(({ text }) => text).join("")).toBe("Introduction");
    expect(page.glyphs.every(({ size, y, font }) => size === 36 && y === 500 && page.fonts[font]?.bold)).toBe(true);
    expect(page.rules).toHaveLength(1);
  });

  it("closes gaps inside a word that no space was read in", () => {
    const page = adoptTypesetting(recognized(), printed());
    const ends = page.glyphs.slice(0, -1).map((glyph, at) => page.glyphs[at + 1]!.x - glyph.x - glyph.advance);
    expect(Math.max(...ends)).toBeLessThan(1);
  });

  it("gives letters the place of letters and blanks that of blanks, where both were read a little to the left", () => {
    const words = { ...HEADING, text: "proposed to her" };
    const page = makeEvidence([words]);
    const codeless = page.glyphs.map((glyph) => ({
      ...glyph,
      text: "",
      identity: "none" as const,
      exact: glyph.text !== " ",
    }));
    const read = makeEvidence([{ ...words, font: "regular" }]);
    const shifted = read.glyphs.map((glyph) => ({ ...glyph, x: glyph.x - 6 }));
    const adopted = adoptTypesetting({ ...read, glyphs: shifted }, { ...page, glyphs: codeless });
    expect(adopted.glyphs.map(({ text, x }) => [text, Math.round(x)])).toEqual(
      page.glyphs.map(({ text, x }) => [text, Math.round(x)]),
    );
  });

  it("leaves scans and pages that do not match as they were read", () => {
    const read = makeEvidence([{ ...HEADING, font: "regular" }]);
    const scan = { box: { x0: 0, y0: 0, x1: 2125, y1: 2750 }, pixelWidth: 1700, pixelHeight: 2200, stencil: false };
    expect(adoptTypesetting(read, printed({ pictures: [scan] }))).toBe(read);
    const elsewhere = makeEvidence([{ ...HEADING, y: 1500 }]);
    expect(adoptTypesetting(elsewhere, printed())).toBe(elsewhere);
  });
});

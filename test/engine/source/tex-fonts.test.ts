import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { PageEvidence } from "../../../src/page.js";
import { evidenceOf } from "./open-page.js";

// The document is made without ToUnicode maps; see test/fixtures/tex-symbols.tex.
async function page(): Promise<PageEvidence> {
  return evidenceOf(new Uint8Array(await readFile(new URL("../../fixtures/tex-symbols.pdf", import.meta.url))));
}

describe("a pdfTeX page without ToUnicode", () => {
  it("has all its symbols and their names", async () => {
    const { glyphs, fonts, textLayer } = await page();
    expect(glyphs.filter((glyph) => glyph.identity === "none")).toEqual([]);
    expect(glyphs.map((glyph) => glyph.text).join("")).toMatch(/^Officeflowα≤βx∈ℝℒ→∞∑∫\(a√b\)⎧⎪*⎨⎪*⎩abxa$/);
    const names = new Set(glyphs.map((glyph) => glyph.name));
    for (const name of [
      "ffi",
      "alpha",
      "lessequal",
      "R",
      "L",
      "summationdisplay",
      "integraldisplay",
      "parenleftbigg",
      "radical",
      "braceleftmid",
    ]) {
      expect(names).toContain(name);
    }
    expect(fonts.filter((font) => font.math).map((font) => font.encoding)).toEqual(["OML", "OMS", "MSB", "OMX"]);
    expect(textLayer.verdict).toBe("trusted");
  });

  it("has the fraction bar and the radical's overline as rules", async () => {
    const { rules, glyphs } = await page();
    expect(rules).toHaveLength(2);
    const radical = glyphs.find((glyph) => glyph.name === "radical")!;
    // The overline starts where the radical sign ends.
    expect(rules.some((rule) => Math.abs(rule.box.x0 - radical.box.x1) < 2)).toBe(true);
  });

  it("has boxes from the outlines: big operators hang below their pen", async () => {
    const { glyphs } = await page();
    const sum = glyphs.find((glyph) => glyph.name === "summationdisplay")!;
    expect(sum.exact).toBe(true);
    expect(sum.box.y0).toBeCloseTo(sum.y, 0);
    expect((sum.box.y1 - sum.box.y0) / sum.size).toBeCloseTo(1.4, 1);
  });
});

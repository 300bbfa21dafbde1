import { describe, expect, it } from "vitest";
import { nameGlyph } from "../../../../src/layout/math/naming/name-glyph.js";
import type { FontInfo, Glyph } from "../../../../src/page.js";
import { makeEvidence } from "../../../support/make-evidence.js";

const { fonts } = makeEvidence([]);
const glyph = (text: string): Glyph => makeEvidence([{ text, x: 100, y: 200, size: 40 }]).glyphs[0]!;
const read = (text: string) => nameGlyph(glyph(text), fonts[0] as FontInfo);

describe("names of glyphs", () => {
  it("set raised and lowered digits as scripts", () => {
    const [digit, raised, lowered] = ["2", "²", "₂"].map((text) => {
      const { name, size, baseline = Number.NaN } = read(text)[0]!;
      return { name, size: size ?? Number.NaN, baseline };
    });
    for (const script of [raised!, lowered!]) {
      expect(script.name).toBe(digit!.name);
      expect(script.size).toBeLessThan(0.8 * digit!.size);
    }
    expect(raised!.baseline).toBeLessThan(digit!.baseline);
    expect(lowered!.baseline).toBeGreaterThan(digit!.baseline);
  });

  it("take quotation marks for letters of words", () => {
    expect(read("“")[0]).toMatchObject({ name: "“", alphabet: "mathrm", confidence: 1 });
  });

  it("tell the two epsilons of TeX's maths italic by their places", () => {
    const italic = { ...fonts[4]!, encoding: "OML" } as FontInfo;
    const named = (code: number) => nameGlyph({ ...glyph("ε"), name: "epsilon", code }, italic)[0]!.name;
    expect([0x0f, 0x22].map(named)).toEqual(["\\epsilon", "\\varepsilon"]);
  });
});

import { describe, expect, it } from "vitest";
import { buildLines } from "../../../src/layout/lines/build-lines.js";
import { textUnderlines } from "../../../src/layout/lines/underlines.js";
import { measureGlyphs } from "../../../src/layout/metrics.js";
import { BODY_SIZE, makeEvidence, makeRule, type Setting, widthOf } from "../../support/make-evidence.js";

function underlinesOf(settings: readonly Setting[], rule: ReturnType<typeof makeRule>): number {
  const evidence = makeEvidence(settings, { rules: [rule] });
  const lines = buildLines(evidence.glyphs, evidence, measureGlyphs(evidence.glyphs));
  return textUnderlines(lines, evidence.rules, evidence.fonts).size;
}

describe("underlines of text", () => {
  const label = "First part";
  const end = 200 + widthOf(label);
  const under = makeRule(201, 310, end - 1, 312);

  it("end with words, and their line goes on", () => {
    expect(underlinesOf([{ text: `${label}: let x be one`, x: 200, y: 300 }], under)).toBe(1);
  });

  it("are no bars under words that stand alone", () => {
    const below = { text: "n", x: 260, y: 300 + BODY_SIZE };
    expect(underlinesOf([{ text: label, x: 200, y: 300 }, below], under)).toBe(0);
  });

  it("are no lines from pen to pen over letters of a formula below, though a word above is about as wide", () => {
    const above = { text: "abc of it", x: 197, y: 300 };
    const below = { text: "abc", x: 201, y: 336, font: "math" } as const;
    const over = makeRule(201, 312, 201 + widthOf("abc"), 313);
    expect(underlinesOf([above], over)).toBe(1);
    expect(underlinesOf([above, below], over)).toBe(0);
    expect(underlinesOf([above, { ...below, font: "regular" }], over)).toBe(1);
    expect(underlinesOf([{ ...above, x: 201 }, below], over)).toBe(1);
  });

  it("are no lines over letters of the next row", () => {
    const rule = makeRule(200, 310, 200 + widthOf("Fi"), 312);
    expect(underlinesOf([{ text: `${label} of it`, x: 200, y: 300 }], rule)).toBe(0);
  });
});

import { expect, it } from "vitest";
import { mergeOverprints } from "../../../src/layout/math/merge-overprints.js";
import { nameSymbols } from "../../../src/layout/math/read-formula.js";
import type { MathSymbol } from "../../../src/layout/math/symbol.js";
import type { FontInfo, Glyph } from "../../../src/page.js";

function letter(name: string, x: number, alphabet?: MathSymbol["alphabet"]): MathSymbol {
  return { name, alphabet, box: { x0: x, y0: 0, x1: x + 15, y1: 20 }, baseline: 20, size: 35, confidence: 1 };
}

it("reads a sign printed three times as a bold one", () => {
  const read = mergeOverprints([letter("v", 10), letter("v", 11), letter("v", 10.5), letter("x", 30)]);
  expect(read.map(({ name, alphabet }) => [name, alphabet])).toEqual([
    ["v", "boldsymbol"],
    ["x", undefined],
  ]);
});

it("keeps equal letters that stand side by side", () => {
  expect(mergeOverprints([letter("l", 10), letter("l", 26)])).toHaveLength(2);
});

it("reads a glyph that lost two copies of itself as a bold one", () => {
  const glyph = { text: "x", font: 0, x: 10, y: 20, size: 35, advance: 16, box: letter("x", 10).box, confidence: 1 };
  const read = (overprints?: number) =>
    nameSymbols([{ ...glyph, overprints } as Glyph], [{ name: "CMMI10", math: true } as FontInfo])[0]!.alphabet;
  expect([read(), read(1), read(2)]).toEqual([undefined, undefined, "boldsymbol"]);
});

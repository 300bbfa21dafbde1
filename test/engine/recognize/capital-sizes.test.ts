import { describe, expect, it } from "vitest";
import type { ReadLine } from "../../../src/engine/recognize/read-lines.js";
import { settleCapitals } from "../../../src/engine/recognize/text/capital-sizes.js";

function lineAt(y0: number, text: string, x0 = 100): ReadLine {
  return {
    line: { x0, x1: x0 + 200, y0, y1: y0 + 20, letters: [] },
    symbols: [...text].map((label, at) => ({ label, probability: 1, centre: at })),
  } as unknown as ReadLine;
}

describe("sizes of lines of capitals", () => {
  it("are those of the line next to them when near", () => {
    const lines = [
      lineAt(0, "Central City"),
      lineAt(30, "NY 12123"),
      lineAt(60, "USA"),
      lineAt(0, "Other column", 900),
    ];
    expect(settleCapitals(lines, [12, 14, 13.5, 11])).toEqual(
      [12, 14, 13.5, 11].map((own, at) => (at === 1 || at === 2 ? 12 : own)),
    );
  });

  it("stay when the line next to them is of another size, or far", () => {
    expect(settleCapitals([lineAt(0, "small print"), lineAt(30, "TITLE")], [12, 20])).toEqual([12, 20]);
    expect(settleCapitals([lineAt(0, "small print"), lineAt(300, "TITLE")], [12, 13])).toEqual([12, 13]);
  });
});

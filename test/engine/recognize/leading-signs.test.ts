import { describe, expect, it } from "vitest";
import type { ReadLine } from "../../../src/engine/recognize/read-lines.js";
import { withSignBullets } from "../../../src/engine/recognize/text/leading-signs.js";

function lineAt(x0: number, text: string): ReadLine {
  const symbols = [...text].map((label, at) => ({ label, probability: 1, centre: x0 + 10 * at }));
  return {
    line: { x0, x1: x0 + 200, y0: 0, y1: 20, letters: [] },
    symbols,
    metrics: { xHeight: 12 },
  } as unknown as ReadLine;
}

const read = (...lines: ReadLine[]) =>
  withSignBullets(lines, () => false).map(({ symbols }) => symbols.map(({ label }) => label).join(""));

describe("signs that the net reads for drawn bullets", () => {
  it("are bullets where they begin several lines at one place", () => {
    expect(read(lineAt(100, "» ab"), lineAt(102, "» cd"), lineAt(300, "@ ef"), lineAt(301, "o gh"))).toEqual([
      "• ab",
      "• cd",
      "• ef",
      "• gh",
    ]);
  });

  it("stay what they are alone, at different places, inside words, and where the page has them elsewhere", () => {
    expect(read(lineAt(100, "» ab"))).toEqual(["» ab"]);
    expect(read(lineAt(100, "» ab"), lineAt(200, "» cd"))).toEqual(["» ab", "» cd"]);
    expect(read(lineAt(100, ">ab"), lineAt(100, ">cd"))).toEqual([">ab", ">cd"]);
    expect(read(lineAt(100, "» ab"), lineAt(100, "» cd"), lineAt(100, "«ef»"))).toEqual(["» ab", "» cd", "«ef»"]);
  });
});

import { describe, expect, it } from "vitest";
import { mergePieces } from "../../../src/layout/math/merge-pieces.js";
import type { MathSymbol } from "../../../src/layout/math/symbol.js";

const EM = 35;

function symbol(name: string, x0: number, y0: number, x1: number, y1: number): MathSymbol {
  return { name, box: { x0, y0, x1, y1 }, baseline: y1, size: EM, confidence: 1 };
}

function merged(symbols: MathSymbol[]): [string, number[]][] {
  return mergePieces({ symbols, rules: [] }, EM).symbols.map(({ name, box }) => [
    name,
    [box.x0, box.y0, box.x1, box.y1],
  ]);
}

describe("pieces of OpenType maths fonts", () => {
  it("overlap each other (STIX Two: brace of cases)", () => {
    expect(
      merged([
        symbol("piece:{:top", 218.6, 28.1, 230.1, 72.2),
        symbol("piece:{:middle", 213.2, 61.8, 222.5, 129.1),
        symbol("piece:{:bottom", 218.6, 118.7, 230.1, 162.8),
      ]),
    ).toEqual([["\\{", [213.2, 28.1, 230.1, 162.8]]]);
  });

  it("name the extension like the delimiter (TeX Gyre Termes)", () => {
    expect(
      merged([
        symbol("piece:{:top", 225.9, 28.2, 233.6, 49.2),
        symbol("\\{", 225.9, 45.1, 228.9, 65.7),
        symbol("\\{", 225.9, 58.2, 228.9, 78.9),
        symbol("piece:{:middle", 221.3, 74.8, 228.9, 116.1),
        symbol("\\{", 225.9, 112.1, 228.9, 132.7),
        symbol("\\{", 225.9, 125.2, 228.9, 145.8),
        symbol("piece:{:bottom", 225.9, 141.8, 233.6, 162.8),
      ]),
    ).toEqual([["\\{", [221.3, 28.2, 233.6, 162.8]]]);
  });

  it("do not take the bar beside them (STIX 2)", () => {
    const bar = [25.1, 35.9, 46.7, 57.6].map((y) => symbol("piece:|:extension", 211.7, y, 213.7, y + 16.3));
    expect(
      merged([
        symbol("piece:{:top", 195.7, 19.4, 207.2, 63.5),
        symbol("piece:{:middle", 190.3, 61.6, 199.6, 128.9),
        symbol("piece:{:bottom", 195.7, 125.4, 207.2, 169.5),
        ...bar,
      ]),
    ).toEqual([
      ["\\{", [190.3, 19.4, 207.2, 169.5]],
      ["|", [211.7, 25.1, 213.7, 73.9]],
    ]);
  });

  it("leave a whole brace beside an assembled one alone", () => {
    const names = merged([
      symbol("piece:{:top", 218.6, 28.1, 230.1, 72.2),
      symbol("piece:{:bottom", 218.6, 61.8, 230.1, 129.1),
      symbol("\\{", 240, 50, 252, 85),
    ]).map(([name]) => name);
    expect(names.sort()).toEqual(["\\{", "\\{"]);
  });

  it("are one brace below a group, and two below two", () => {
    const brace = (x: number) => [
      symbol("\\underbrace", x, 99.3, x + 33, 110.9),
      symbol("⎵", x + 28, 107.8, x + 54, 110.9),
      symbol("\\underbrace", x + 50, 107.8, x + 82, 114.1),
      symbol("\\underbrace", x + 80, 99.3, x + 113, 110.9),
    ];
    expect(merged([...brace(60), ...brace(256)])).toEqual([
      ["\\underbrace", [60, 99.3, 173, 114.1]],
      ["\\underbrace", [256, 99.3, 369, 114.1]],
    ]);
  });

  it("are an underbrace with strokes of an overbracket (STIX 2) and from tips and strokes (newtx)", () => {
    const below = [
      symbol("\\underbrace", 85.3, 62.9, 118.3, 74.4),
      symbol("⎴", 110.4, 71.3, 136.3, 74.4),
      symbol("⎴", 129.4, 71.3, 170, 74.4),
      symbol("\\underbrace", 166.4, 71.3, 199, 77.7),
      symbol("⎴", 191.1, 71.3, 250, 74.4),
      symbol("\\underbrace", 247.1, 62.9, 280.2, 74.4),
    ];
    expect(merged(below)).toEqual([["\\underbrace", [85.3, 62.9, 280.2, 77.7]]]);
    const tips = [
      symbol("piece:brace:up-left", 77.3, 60.8, 99.2, 70.3),
      symbol("piece:brace:extension", 96.3, 67.2, 148.6, 70.3),
      symbol("piece:brace:down-right", 145.7, 67.2, 167.6, 76.6),
      symbol("piece:brace:down-left", 167.2, 67.2, 189.1, 76.6),
      symbol("piece:brace:extension", 186.2, 67.2, 238.5, 70.3),
      symbol("piece:brace:up-right", 235.6, 60.8, 257.5, 70.3),
    ];
    expect(merged(tips)).toEqual([["\\underbrace", [77.3, 60.8, 257.5, 76.6]]]);
  });

  it("make a radical whose upper parts are called roots, and leave the one inside alone (Latin Modern Math)", () => {
    expect(
      merged([
        symbol("\\sqrt", 127.4, 22.2, 140.3, 43.6),
        symbol("\\sqrt", 127.4, 41.2, 128.8, 63.4),
        symbol("\\sqrt", 127.4, 59.2, 128.8, 117.4),
        symbol("piece:√:bottom", 107, 115, 128.8, 178),
        symbol("\\sqrt", 128.8, 104.8, 160.3, 146.3),
      ]),
    ).toEqual([
      ["\\sqrt", [128.8, 104.8, 160.3, 146.3]],
      ["\\sqrt", [107, 22.2, 140.3, 178]],
    ]);
  });

  it("make a radical whose foot stands left of its stroke (Computer Modern)", () => {
    expect(
      merged([
        symbol("piece:√:top", 127.4, 22.1, 140.3, 43.6),
        symbol("piece:|:extension", 127.4, 43, 128.8, 85),
        symbol("piece:|:extension", 127.4, 84, 128.8, 126),
        symbol("piece:√:bottom", 107, 125.2, 128.8, 188.2),
      ]),
    ).toEqual([["\\sqrt", [107, 22.1, 140.3, 188.2]]]);
  });
});

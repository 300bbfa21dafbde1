import { describe, expect, test } from "vitest";
import type { FormulaFrame, SeenSymbol } from "../../../../src/engine/inference/symbol-model.js";
import { decodeRules } from "../../../../src/engine/recognize/formulas/decode-rules.js";
import { decodeSymbols as decode } from "../../../../src/engine/recognize/formulas/decode-symbols.js";
import { frameFormula } from "../../../../src/engine/recognize/formulas/formula-frame.js";
import { trimWords } from "../../../../src/engine/recognize/formulas/trim-words.js";

function paper(width: number, height: number): FormulaFrame {
  return { width, height, ink: new Float32Array(width * height) };
}

function drawn(frame: FormulaFrame, x0: number, y0: number, x1: number, y1: number, ink = 1): FormulaFrame {
  for (let y = y0; y < y1; y++) frame.ink.fill(ink, y * frame.width + x0, y * frame.width + x1);
  return frame;
}

/** The net's mask: cells [column, row] of a frame that hold a rule. */
function cells(frame: FormulaFrame, ...marked: [number, number][]): Float32Array {
  const mask = new Float32Array((frame.width / 4) * (frame.height / 4));
  for (const [x, y] of marked) mask[y * (frame.width / 4) + x] = 0.9;
  return mask;
}

const decodeSymbols = (symbols: SeenSymbol[], rules: Parameters<typeof decode>[1]) =>
  decode(symbols, rules, paper(16, 16));

/** Names and boxes of what is made of symbols and a frame's ink, from left to right. */
function onInk(frame: FormulaFrame, symbols: SeenSymbol[], rules: Parameters<typeof decode>[1] = []) {
  const { input } = decode(symbols, rules, frame);
  return [...input.symbols]
    .sort((a, b) => a.box.x0 - b.box.x0)
    .map(({ name, box: { x0, y0, x1, y1 } }) => [name, x0, y0, x1, y1]);
}

function seen(
  label: string,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  more: Partial<SeenSymbol> = {},
): SeenSymbol {
  const choices = [{ label, probability: 0.9 }];
  return { x0, y0, x1, y1, baseline: y1, peak: 0.8, choices, levels: [0.95, 0.04, 0.01], ...more };
}

describe("rules", () => {
  test("end where their ink ends, not where the cells do", () => {
    const frame = drawn(paper(64, 32), 10, 13, 47, 15);
    const row = Array.from({ length: 9 }, (_, i): [number, number] => [i + 2, 3]);
    const [rule, ...more] = decodeRules(frame, cells(frame, ...row));
    expect(more).toEqual([]);
    expect(rule!.box).toEqual({ x0: 10, y0: 13, x1: 47, y1: 15 });
    expect(rule!.probability).toBeCloseTo(0.9);
  });

  test("between two rows of cells, and in pieces, are one", () => {
    const frame = drawn(paper(64, 32), 8, 15, 56, 17);
    const mask = new Float32Array(16 * 8);
    for (let x = 2; x < 14; x++) {
      mask[3 * 16 + x] = x < 7 ? 0.55 : 0.45;
      mask[4 * 16 + x] = x === 8 ? 0.1 : x < 7 ? 0.4 : 0.5;
    }
    const found = decodeRules(frame, mask);
    expect(found.map(({ box }) => box)).toEqual([{ x0: 8, y0: 15, x1: 56, y1: 17 }]);
    expect(found[0]!.probability).toBeGreaterThan(0.85);
  });

  test("stand upright when their cells do", () => {
    const frame = drawn(paper(32, 64), 17, 6, 18, 50);
    const column = Array.from({ length: 11 }, (_, i): [number, number] => [4, i + 1]);
    expect(decodeRules(frame, cells(frame, ...column)).map(({ box }) => box)).toEqual([
      { x0: 17, y0: 6, x1: 18, y1: 50 },
    ]);
  });

  test("without ink are none, and specks are none", () => {
    const frame = drawn(paper(64, 32), 9, 13, 12, 15);
    expect(decodeRules(paper(64, 32), cells(frame, [2, 3], [3, 3], [4, 3]))).toEqual([]);
    expect(decodeRules(frame, cells(frame, [2, 3]))).toEqual([]);
  });
});

describe("symbols", () => {
  test("carry name, alphabet, place and size", () => {
    const { input, complete } = decodeSymbols(
      [seen("mathbb:R", 0, 0, 20, 20), seen("\\alpha", 24, 2, 32, 10, { levels: [0.1, 0.8, 0.1], baseline: 10.5 })],
      [],
    );
    expect(complete).toBe(1);
    expect(input.symbols).toMatchObject([
      { name: "R", alphabet: "mathbb", baseline: 20, size: 28 },
      { name: "\\alpha", box: { x0: 24, y0: 2, x1: 32, y1: 10 }, baseline: 10.5, size: 0.7 * 28 },
    ]);
    expect(input.symbols[1]).not.toHaveProperty("alphabet");
    expect(input.symbols[0]!.confidence).toBeCloseTo(0.9 * 0.95);
  });

  test("seen twice are one: the same box, or a wide letter's second peak", () => {
    const twice = decodeSymbols([seen("m", 0, 0, 24, 12), seen("n", 1, 0, 23, 12, { peak: 0.5 })], []);
    expect(twice.input.symbols.map(({ name }) => name)).toEqual(["m"]);
    const part = decodeSymbols([seen("m", 0, 0, 24, 12), seen("m", 12, 0, 24, 12, { peak: 0.5 })], []);
    expect(part.input.symbols).toHaveLength(1);
    const inside = decodeSymbols([seen("\\sqrt", 0, 0, 24, 24), seen("x", 12, 8, 22, 20)], []);
    expect(inside.input.symbols).toHaveLength(2);
  });

  test("struck through are two for the parser", () => {
    const { input } = decodeSymbols([seen("\\not =", 0, 0, 20, 16)], []);
    expect(input.symbols.map(({ name }) => name).sort()).toEqual(["=", "\\not"]);
  });

  test("that may have been missed make the reading less certain", () => {
    const { input, complete } = decodeSymbols([seen("x", 0, 0, 10, 10), seen("i", 12, 6, 16, 14, { peak: 0.2 })], []);
    expect(input.symbols).toHaveLength(1);
    expect(complete).toBeCloseTo(0.8);
  });

  test("and rules share no ink: of a minus sign and a rule the surer stays", () => {
    const rule = (probability: number) => [{ box: { x0: 0, y0: 9, x1: 16, y1: 11 }, probability }];
    const minus = seen("-", 0, 8, 16, 12);
    expect(decodeSymbols([minus], rule(0.99)).input).toMatchObject({ symbols: [], rules: [{ x0: 0 }] });
    expect(decodeSymbols([minus], rule(0.6)).input).toMatchObject({ symbols: [{ name: "-" }], rules: [] });
    const apart = decodeSymbols([seen("-", 0, 20, 16, 24)], rule(0.99)).input;
    expect([apart.symbols.length, apart.rules.length]).toEqual([1, 1]);
  });
});

describe("words at the ends of a formula inside a line", () => {
  const symbols = (text: string) => {
    let x = 0;
    return [...text].flatMap((character) => {
      x += character === " " ? 8 : 12;
      if (character === " ") return [];
      const alphabet = /[A-Z]/.test(character) ? undefined : ("mathrm" as const);
      const box = { x0: x - 11, y0: 0, x1: x, y1: 12 };
      return [{ name: character, alphabet, box, baseline: 12, size: 28, confidence: 1 }];
    });
  };
  const names = (text: string) =>
    trimWords(symbols(text))
      .map(({ name }) => name)
      .join("");

  test("are the sentence's", () => {
    expect(names("S>F the")).toBe("S>F");
    expect(names("of S>F")).toBe("S>F");
    expect(names("of S>F the")).toBe("S>F");
  });

  test("but not functions, single letters, what stands close, or all there is", () => {
    for (const text of ["S= sin", "sin S", "S= d", "S=max", "of"]) expect(names(text)).toBe(text.replaceAll(" ", ""));
  });
});

describe("symbols on their ink", () => {
  test("take its box, and stand on the baseline with it", () => {
    const frame = drawn(paper(64, 48), 20, 12, 30, 31);
    const { input } = decode([seen("x", 18, 13, 31, 32, { baseline: 31.8 })], [], frame);
    expect(input.symbols[0]).toMatchObject({ box: { x0: 20, y0: 12, x1: 30, y1: 31 }, baseline: 31 });
  });

  test("stay where the net saw them when the ink is another's or none", () => {
    expect(onInk(drawn(paper(96, 64), 50, 20, 90, 48), [seen("\\sqrt", 19, 14, 38, 56)])).toEqual([
      ["\\sqrt", 19, 14, 38, 56],
    ]);
  });

  test("are as high as it when they grow: radical signs, whose bar goes on, and brackets", () => {
    const radical = drawn(drawn(drawn(paper(96, 64), 20, 20, 22, 48), 20, 20, 60, 22), 40, 28, 50, 46);
    expect(onInk(radical, [seen("\\sqrt", 19, 14, 38, 56), seen("x", 39, 27, 51, 47)])).toEqual([
      ["\\sqrt", 20, 20, 38, 48],
      ["x", 40, 28, 50, 46],
    ]);
    expect(onInk(drawn(paper(48, 160), 20, 10, 26, 150), [seen("(", 19, 50, 27, 110)])).toEqual([
      ["(", 20, 10, 26, 150],
    ]);
  });

  test("are twice what the ink shows twice: letters, primes, dots that stand closer than the net tells apart", () => {
    const twins = drawn(drawn(paper(48, 48), 20, 12, 23, 32), 27, 12, 30, 32);
    expect(onInk(twins, [seen("l", 19, 12, 31, 32)])).toEqual([
      ["l", 20, 12, 23, 32],
      ["l", 27, 12, 30, 32],
    ]);
    expect(onInk(twins, [seen("\\prime", 26, 12, 31, 32)]).map(([name]) => name)).toEqual(["\\prime", "\\prime"]);
    // A wide letter is no twin of what stands beside it.
    expect(onInk(twins, [seen("m", 26, 12, 31, 32)])).toHaveLength(1);
    const dots = [8, 18, 28].reduce((frame, x) => drawn(frame, x, 20, x + 3, 23), paper(48, 48));
    const told = [seen("dot", 7, 20, 12, 24), seen("dot", 17, 20, 22, 24), seen(",", 27, 20, 32, 27)];
    expect(onInk(dots, told).map(([name]) => name)).toEqual(["dot", "dot", "dot"]);
  });

  test("are dots when it is one", () => {
    expect(onInk(drawn(paper(48, 48), 20, 12, 23, 15), [seen("\\hat", 17, 11, 27, 17)])).toEqual([
      ["dot", 20, 12, 23, 15],
    ]);
  });

  test("that are weak count where the ink is no other's", () => {
    const frame = drawn(paper(48, 48), 20, 12, 30, 32);
    const weak = seen("x", 20, 12, 30, 32, { peak: 0.2 });
    expect(onInk(frame, [weak])).toHaveLength(1);
    expect(onInk(paper(48, 48), [weak])).toHaveLength(0);
    expect(onInk(frame, [seen("x", 19, 12, 31, 33), seen("y", 21, 13, 30, 40, { peak: 0.2 })])).toHaveLength(1);
  });

  test("are bars over letters, of minus signs and of rules, but not the strokes of fractions and radicals", () => {
    const letter = seen("\\psi", 20, 20, 36, 44);
    const stroke = { box: { x0: 23, y0: 14, x1: 36, y1: 16 }, probability: 0.9 };
    const barred = [
      ["\\psi", 20, 20, 36, 44],
      ["\\bar", 23, 14, 36, 16],
    ];
    expect(onInk(paper(64, 64), [letter, seen("-", 23, 14, 36, 16)])).toEqual(barred);
    expect(onInk(paper(64, 64), [letter], [stroke])).toEqual(barred);
    const fraction = decode([letter, seen("1", 24, 0, 32, 10)], [stroke], paper(16, 16));
    expect(fraction.input.rules).toHaveLength(1);
    const radical = decode([letter, seen("\\sqrt", 6, 14, 24, 48)], [stroke], paper(16, 16));
    expect(radical.input.rules).toHaveLength(1);
  });

  test("are brackets where the ink is as tall as the other one of the pair", () => {
    const frame = drawn(drawn(drawn(paper(96, 128), 10, 8, 18, 108), 70, 8, 78, 108), 40, 50, 50, 64);
    expect(onInk(frame, [seen("(", 10, 8, 18, 108), seen("x", 40, 50, 50, 64)]).map(([name]) => name)).toEqual([
      "(",
      "x",
      ")",
    ]);
  });
});

describe("the frame", () => {
  const page = { width: 120, height: 80, data: new Uint8Array(120 * 80).fill(230) };
  for (let y = 30; y < 44; y++) page.data.fill(20, y * 120 + 40, y * 120 + 68);

  test("has 28 px to the em, margins of paper, and sides of sixteens", () => {
    const framed = frameFormula(page, { box: { x0: 40, y0: 30, x1: 68, y1: 44 }, em: 14 })!;
    expect([framed.frame.width, framed.frame.height]).toEqual([80, 64]);
    const at = (x: number, y: number) => framed.frame.ink[Math.round(y) * framed.frame.width + Math.round(x)]!;
    expect([framed.left, framed.top, framed.scale]).toEqual([34, 24, 0.5]);
    expect(at(40, 26)).toBe(1);
    expect([at(5, 26), at(75, 26), at(40, 5), at(40, 50)]).toEqual([0, 0, 0, 0]);
  });

  test("is blank where other print stands, and outside of the box", () => {
    const box = { x0: 30, y0: 20, x1: 50, y1: 60 };
    const framed = frameFormula(page, { box, em: 28, blank: [{ x0: 45, y0: 0, x1: 90, y1: 80 }] })!;
    const inked = [...framed.frame.ink.entries()].filter(([, ink]) => ink > 0.5).map(([i]) => i % framed.frame.width);
    expect(Math.min(...inked) + framed.left).toBe(40);
    expect(Math.max(...inked) + framed.left).toBe(44);
  });

  test("takes the paper's grey from inside the box, however small that is", () => {
    const grey = { width: 40, height: 40, data: new Uint8Array(1600).fill(190) };
    for (let y = 18; y < 22; y++) grey.data.fill(30, y * 40 + 16, y * 40 + 20);
    const { frame } = frameFormula(grey, { box: { x0: 12, y0: 14, x1: 24, y1: 26 }, em: 28 })!;
    expect(frame.ink.filter((ink) => ink > 0.01)).toHaveLength(16);
  });

  test("is none for a picture that is too large, or of no size", () => {
    expect(frameFormula(page, { box: { x0: 0, y0: 0, x1: 120, y1: 80 }, em: 1 })).toBeUndefined();
    expect(frameFormula(page, { box: { x0: 0, y0: 0, x1: 120, y1: 80 }, em: 0 })).toBeUndefined();
  });
});

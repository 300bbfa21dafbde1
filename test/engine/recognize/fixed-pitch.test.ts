import { describe, expect, it } from "vitest";
import type { ReadLine } from "../../../src/engine/recognize/read-lines.js";
import { withCellDots } from "../../../src/engine/recognize/text/cell-dots.js";
import { fixedPitchLines } from "../../../src/engine/recognize/text/fixed-pitch.js";
import { lineGlyphs } from "../../../src/engine/recognize/text/line-glyphs.js";
import { MONOSPACE } from "../../../src/engine/recognize/text/recognized-fonts.js";
import { seededRandom } from "../../seeded-random.js";

const X_HEIGHT = 12;
const PITCH = 13.2;

/** A line of letters whose middles stand where `advance` puts them, with the scatter of ink; `inkOf`: width of a letter's ink. */
function lineOf(
  text: string,
  left: number,
  baseline: number,
  advance: (letter: string) => number,
  inkOf = (letter: string) => 0.6 * advance(letter),
): ReadLine {
  const random = seededRandom(text.length + baseline);
  let x = left;
  const letters = [];
  const symbols = [];
  for (const label of text) {
    const middle = x + advance(label) / 2;
    symbols.push({ label, probability: 1, centre: middle });
    const width = inkOf(label);
    const shift = (random() - 0.5) * 3;
    if (label !== " ")
      letters.push({
        x0: middle + shift - width / 2,
        x1: middle + shift + width / 2,
        y0: baseline - X_HEIGHT,
        y1: baseline,
        area: 60,
      });
    x += advance(label);
  }
  const line = { x0: left, x1: x, y0: baseline - X_HEIGHT, y1: baseline, letters };
  return {
    line,
    symbols,
    metrics: { baseline, xHeight: X_HEIGHT },
    framed: { left: 0, scale: 1 },
    maths: [],
    rate: 1,
  } as unknown as ReadLine;
}

const fixed = () => PITCH;
/** Widths of a book face. */
const proportional = (letter: string) =>
  /[ijlt.,()]/u.test(letter) ? 6 : /[mw]/u.test(letter) ? 18 : letter === " " ? 6 : 11;

const PROSE = "the boats of an old harbour that has no wall are moored along the river and few people live there";

function page(): { code: ReadLine[]; prose: ReadLine[] } {
  return {
    code: [
      lineOf("mov edx, ebx(748)", 100, 300, fixed),
      lineOf("// load primes from the record", 500, 300, fixed),
      lineOf("push false", 100, 334, fixed),
      lineOf("// push the first argument", 500, 334, fixed),
      lineOf("0", 300, 334, fixed),
      lineOf("jmp epilog", 100, 368, fixed),
    ],
    prose: Array.from({ length: 8 }, (_, at) => lineOf(PROSE, 100, 500 + 40 * at, proportional)),
  };
}

describe("type of fixed pitch on a page image", () => {
  it("is told from book type by the grid its letters stand on, short pieces beside it included", () => {
    const { code, prose } = page();
    const found = fixedPitchLines([...code, ...prose]);
    expect(new Set(found.keys())).toEqual(new Set(code));
    for (const { pitch } of found.values()) expect(pitch).toBeCloseTo(PITCH, 1);
  });

  it("is seen where letters touch, whose ink is two cells wide", () => {
    const { code, prose } = page();
    for (const { line } of code.filter((own) => own.line.letters.length > 18)) {
      for (const at of [0, 8]) {
        const first = line.letters[at]!;
        line.letters.splice(at, 2, { ...first, x1: first.x0 + 1.85 * PITCH });
      }
    }
    const found = fixedPitchLines([...code, ...prose]);
    expect(code.map((line) => found.has(line))).toEqual(code.map(() => true));
    expect(prose.some((line) => found.has(line))).toBe(false);
  });

  it("is not that of a line whose other half is set in book type", () => {
    const { code, prose } = page();
    const name = "<FILE>_prior_unacceptable_corr.fig:";
    const words = lineOf("plots of the samples of it", 100 + name.length * PITCH, 402, proportional);
    const mixed = lineOf(name, 100, 402, fixed);
    const line = { ...mixed.line, x1: words.line.x1, letters: [...mixed.line.letters, ...words.line.letters] };
    const both: ReadLine = { ...mixed, line, symbols: [...mixed.symbols, ...words.symbols] };
    const found = fixedPitchLines([...code, both, ...prose]);
    expect(found.has(both)).toBe(false);
    expect(fixedPitchLines([...code, mixed, ...prose]).has(mixed)).toBe(true);
  });

  it("tells nothing on a typed page", () => {
    const typed = Array.from({ length: 8 }, (_, at) => lineOf(PROSE, 100, 300 + 34 * at, fixed));
    const head = lineOf(PROSE.slice(0, 60), 100, 200, proportional);
    const found = fixedPitchLines([head, ...typed]);
    expect([...found.values()].map(({ listed }) => listed)).toEqual(typed.map(() => false));
  });

  it("is seen on a page of nothing but code, and where most of the page is code", () => {
    const { code, prose } = page();
    expect([...fixedPitchLines(code).values()].filter(({ listed }) => listed)).toHaveLength(code.length);
    const more = Array.from({ length: 5 }, (_, at) => lineOf(PROSE, 100, 1000 + 34 * at, fixed));
    expect(fixedPitchLines([...more, ...prose.slice(0, 2)]).size).toBe(more.length);
  });

  it("is seen where input and output have a pitch each, and letters fill their cells", () => {
    const { prose } = page();
    const output = ["Deviance Residuals at the quay", "Coefficients of the boats"].map((text, at) =>
      lineOf(text, 100, 300 + 34 * at, fixed, () => PITCH + 0.5),
    );
    const input = ["glm(formula = boats - quays, data)", "summary(all of the boats there)"].map((text, at) =>
      lineOf(text, 100, 368 + 34 * at, () => 1.03 * PITCH),
    );
    const found = fixedPitchLines([...output, ...input, ...prose]);
    expect([...found.keys()]).toEqual([...output, ...input]);
    for (const line of input) expect(found.get(line)!.pitch).toBeCloseTo(1.03 * PITCH, 1);
  });

  it("has full stops in cells of their own, of which the net reads one", () => {
    const line = lineOf("f(x, ...)", 100, 300, fixed);
    const dots = line.line.letters.slice(4, 7);
    for (const dot of dots)
      Object.assign(dot, { y0: 297, y1: 300, x0: (dot.x0 + dot.x1) / 2 - 1.5, x1: (dot.x0 + dot.x1) / 2 + 1.5 });
    const short = { ...line, symbols: line.symbols.filter((_, at) => at !== 5 && at !== 6) };
    const grid = { pitch: PITCH, middle: 100 + PITCH / 2, listed: true };
    expect(
      withCellDots(short, grid)
        .symbols.map(({ label }) => label)
        .join(""),
    ).toBe("f(x, ...)");
    expect(withCellDots(line, grid)).toBe(line);
  });

  it("is not seen in columns of numbers, whose digits are all as wide", () => {
    const numbers = Array.from({ length: 6 }, (_, at) => lineOf("12 345 678 901 234 567", 100, 300 + 34 * at, fixed));
    expect(fixedPitchLines([...numbers, ...page().prose]).size).toBe(0);
  });

  it("is not seen in spaced book type, whose wide letters do not fit the cells", () => {
    const spaced = Array.from({ length: 4 }, (_, at) =>
      lineOf(PROSE, 100, 300 + 34 * at, fixed, (letter) => 1.1 * proportional(letter)),
    );
    expect(fixedPitchLines([...spaced, ...page().prose]).size).toBe(0);
  });

  it("makes glyphs in cells, of plain text", () => {
    const line = lineOf("x", 100, 300, fixed);
    const labels = ["a", "\\(", "v", "_{", "0", "}", "\\)", "{", "}"];
    const symbols = labels.map((label, at) => ({ label, probability: 1, centre: 100 + 6 * at }));
    const glyphs = lineGlyphs(symbols, {
      xAt: (column) => column,
      baselineAt: () => line.metrics.baseline,
      xHeight: X_HEIGHT,
      grid: { pitch: 10, middle: 5 },
    });
    expect(glyphs.map(({ text }) => text).join("")).toBe("av0{}");
    expect(glyphs.map(({ font, advance }) => [font, advance])).toEqual(glyphs.map(() => [MONOSPACE, 10]));
    expect(glyphs.map(({ x }) => x % 10)).toEqual([0, 0, 0, 0, 0]);
    expect(new Set(glyphs.map(({ x }) => x)).size).toBe(5);
  });
});

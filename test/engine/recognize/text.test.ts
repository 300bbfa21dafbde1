import { describe, expect, it } from "vitest";
import type { Component } from "../../../src/engine/raster/ink/components.js";
import { findLines } from "../../../src/engine/recognize/lines/find-lines.js";
import { measureLine } from "../../../src/engine/recognize/lines/line-metrics.js";
import { estimateSkew } from "../../../src/engine/recognize/lines/skew.js";
import { snapSizes } from "../../../src/engine/recognize/lines/snap-sizes.js";
import { runsDown, uprightness } from "../../../src/engine/recognize/lines/text-direction.js";
import { decodeLine, type LineSymbol } from "../../../src/engine/recognize/text/decode-line.js";
import { lineGlyphs } from "../../../src/engine/recognize/text/line-glyphs.js";
import { RECOGNIZED_FONTS } from "../../../src/engine/recognize/text/recognized-fonts.js";
import { settleSimilar } from "../../../src/engine/recognize/text/similar-signs.js";
import { tiltLayout } from "../../../src/engine/recognize/tilt-layout.js";
import type { PageLayout } from "../../../src/page.js";

/** Letters of a line: `x` stands 13 px, `l` 19, `p` hangs 6 below. */
function row(text: string, left: number, baseline: number): Component[] {
  const shapes: Record<string, [number, number]> = { x: [13, 0], l: [19, 0], p: [13, 6], ".": [3, 0] };
  return [...text].flatMap((letter, index) => {
    const shape = shapes[letter];
    if (!shape) return [];
    const x0 = left + index * 14;
    return [{ x0, x1: x0 + 10, y0: baseline - shape[0], y1: baseline + shape[1], area: 60 }];
  });
}

const place = { baselineAt: () => 100, xAt: (column: number) => column, xHeight: 18 };

function symbols(...labels: string[]): LineSymbol[] {
  return labels.map((label, index) => ({ label, probability: 0.9, centre: 10 + index * 12 }));
}

describe("lines on a page image", () => {
  it("are chained over word spaces and parted at gutters", () => {
    const lines = findLines([...row("xlxp xllx.", 0, 50), ...row("plxx", 300, 50), ...row("xxlp", 0, 90)], 13);
    expect(lines.map((line) => line.letters.length)).toEqual([9, 4, 4]);
  });

  it("are parted where the next column stands on another baseline", () => {
    const lines = findLines([...row("xlxpxxllx", 0, 50), ...row("plxxxlxp", 146, 46)], 13);
    expect(lines.map((line) => line.letters.length)).toEqual([8, 9]);
    expect(findLines([...row("xlxpxxllx", 0, 50), ...row("plxxxlxp", 146, 50)], 13)).toHaveLength(1);
  });

  it("are whole where brackets and descenders on one side hang alike", () => {
    const bracket = (x: number) => ({ x0: x, x1: x + 5, y0: 32, y1: 56, area: 40 });
    const cited = [bracket(148), ...row("x", 156, 50), bracket(172), ...row("pxpx", 186, 50)];
    expect(findLines([...row("xlxpxxllx", 0, 50), ...cited], 13)).toHaveLength(1);
  });

  it("are whole where signs stand between wide blanks, as in listings", () => {
    const sign = (x: number, y: number) => ({ x0: x, y0: y, x1: x + 10, y1: y + 2, area: 20 });
    const equals = [sign(139, 40), sign(139, 45)];
    const semicolon = [
      { x0: 194, y0: 38, x1: 197, y1: 41, area: 9 },
      { x0: 194, y0: 47, x1: 198, y1: 55, area: 20 },
    ];
    const pluses = [0, 13].map((x) => ({ x0: 214 + x, y0: 36, x1: 224 + x, y1: 48, area: 40 }));
    const line = [
      ...row("xxlxpxxlx", 0, 50),
      ...equals,
      ...row("xl", 166, 50),
      ...semicolon,
      ...pluses,
      ...row("xp", 243, 50),
    ];
    expect(findLines(line, 13)).toHaveLength(1);
  });

  it("are parted at a narrow gutter that the lines above and below keep free", () => {
    const columns = Array.from({ length: 6 }, (_, at) => [
      ...row("xlxpxxllx", 0, 50 + 60 * at),
      ...row("plxxxlxp", 140, 50 + 60 * at + (at % 2 ? 0 : 20)),
    ]).flat();
    expect(findLines(columns, 13)).toHaveLength(12);
    // One line over the whole width does not hide the gutter; a stretched line in running text has none.
    expect(findLines([...columns, ...row("xlxpxxllxxxlxplxxxxlxp", 0, 500)], 13)).toHaveLength(13);
    const text = Array.from({ length: 9 }, (_, at) => row("xlxpxxllxxxlxplxxxxlxp", 0, 500 + 40 * at)).flat();
    expect(findLines([...text, ...row("xlxpxxllx", 0, 50), ...row("plxxxlxp", 140, 50)], 13)).toHaveLength(10);
  });

  it("stand on a baseline with their x-height, whatever their letters do", () => {
    const [line] = findLines(row("xlxpxxplx", 0, 50), 13);
    expect(measureLine(line!, 13)).toMatchObject({ baseline: 50, xHeight: 13 });
    const [capitals] = findLines(row("llllll", 0, 50), 13);
    expect(measureLine(capitals!, 13).xHeight).toBeCloseTo(19 * 0.68, 1);
  });

  it("tell the page's skew", () => {
    const tilted = (degrees: number) =>
      Array.from({ length: 12 }, (_, index) => row("xlxpxxlpxxlxxplx", 0, 60 + 40 * index))
        .flat()
        .map((letter) => {
          const fall = ((letter.x0 + letter.x1) / 2) * Math.tan((degrees * Math.PI) / 180);
          return { ...letter, y0: letter.y0 + fall, y1: letter.y1 + fall };
        });
    for (const degrees of [0, 1.5, -3]) expect(estimateSkew(tilted(degrees), 13)).toBeCloseTo(degrees, 0);
  });
});

describe("readings", () => {
  it("count a repeated class once and keep its best probability", () => {
    const reading = {
      classes: Int32Array.from([0, 1, 1, 0, 1, 2]),
      probabilities: Float32Array.from([1, 0.5, 0.75, 1, 0.25, 1]),
    };
    expect(decodeLine(reading, ["", "a", "b"])).toEqual([
      { label: "a", probability: 0.75, centre: 4 },
      { label: "a", probability: 0.25, centre: 9 },
      { label: "b", probability: 1, centre: 11 },
    ]);
  });

  it("become glyphs with scripts smaller and off the baseline", () => {
    const glyphs = lineGlyphs(symbols("\\(", "x", "_{", "i", "}", "^{", "2", "}", "\\)"), place);
    expect(glyphs.map(({ text }) => text)).toEqual(["x", "i", "2"]);
    const [base, sub, sup] = glyphs;
    expect(RECOGNIZED_FONTS[base!.font]!.math).toBe(true);
    expect(sub!.y).toBeGreaterThan(base!.y);
    expect(sup!.y).toBeLessThan(base!.y);
    expect(sub!.size).toBeCloseTo(0.7 * base!.size);
  });

  it("take a span that never closes, or holds a blank, for text", () => {
    const glyphs = lineGlyphs(symbols("\\(", "a", " ", "b", "\\)"), place);
    expect(glyphs.map(({ text }) => text).join("")).toBe("a b");
    expect(glyphs.every((glyph) => !RECOGNIZED_FONTS[glyph.font]!.math)).toBe(true);
  });

  it("of signs drawn alike are settled by their neighbours, where the net was unsure", () => {
    const read = (text: string, unsure: number[]) =>
      settleSimilar(
        [...text].map((label, index) => ({ label, probability: unsure.includes(index) ? 0.6 : 0.99, centre: index })),
      )
        .map(({ label }) => label)
        .join("");
    expect(read("I00", [0, 1])).toBe("100");
    expect(read("AIl quick", [1])).toBe("All quick");
    expect(read("M1DI", [1])).toBe("MIDI");
    expect(read("AIl, I am", [5])).toBe("AIl, I am");
    expect(read("Or", [0])).toBe("Or");
  });

  it("keep scripts, and print no stray brace, where the net forgot the span", () => {
    const glyphs = lineGlyphs(symbols("X", "_{", "1", "}", ",", " ", "^{", "n", " ", "}", " ", "X", "3", "}"), place);
    expect(glyphs.map(({ text }) => text).join("")).toBe("X1, n } X3");
    expect(glyphs[1]!.box.x0 - glyphs[0]!.box.x1).toBeLessThan(7);
    expect(glyphs[1]!.y).toBeGreaterThan(glyphs[0]!.y);
    expect(glyphs[2]!.y).toBe(glyphs[0]!.y);
  });

  it("touch each other inside a word, however far apart their peaks are", () => {
    const wide = ["o", "M", "M", " ", "x"].map((label, index) => ({
      label,
      probability: 0.9,
      centre: 20 + 28 * index,
    }));
    const [o, first, second] = lineGlyphs(wide, place);
    expect(first!.x - (o!.x + o!.advance)).toBeCloseTo(0);
    expect(second!.x - (first!.x + first!.advance)).toBeCloseTo(0);
  });

  it("put an accent above what it covers", () => {
    const [letter, accent] = lineGlyphs(symbols("\\(", "\\hat{", "x", "}", "\\)"), place);
    expect(accent!.text).toBe("ˆ");
    expect(accent!.box.y1).toBeLessThan(letter!.box.y0);
  });
});

describe("sizes", () => {
  it("measured a little apart become one, and different ones stay", () => {
    const lines = [12.8, 13.2, 13, 10.4, 10.6, 20].map((xHeight) => ({ xHeight, weight: 40 }));
    const sizes = snapSizes([...lines, { xHeight: 14, weight: 3 }]);
    expect(new Set(sizes).size).toBe(3);
    expect(sizes[6]).toBe(sizes[0]);
    expect(sizes[3]).toBeCloseTo(10.5);
  });
});

describe("lines of a page that lies on its side or its head", () => {
  const lines = Array.from({ length: 12 }, (_, index) => row("xlxpxxlxxllx", 10, 60 + 40 * index));

  it("run down the page", () => {
    const letters = lines.flat();
    expect(runsDown(letters, 13)).toBe(false);
    expect(
      runsDown(
        letters.map(({ x0, y0, x1, y1 }) => ({ x0: y0, y0: x0, x1: y1, y1: x1 })),
        13,
      ),
    ).toBe(true);
  });

  it("have more letters hanging than rising", () => {
    expect(uprightness(lines.flatMap((letters) => findLines(letters, 13)))).toBeGreaterThan(0.4);
    const headless = lines.flat().map((letter) => ({ ...letter, y0: 600 - letter.y1, y1: 600 - letter.y0 }));
    expect(uprightness(findLines(headless, 13))).toBeLessThan(0);
  });
});

describe("a tilted page", () => {
  it("gets its boxes back where they are printed", () => {
    const box = { x0: 880, y0: 480, x1: 920, y1: 520 };
    const layout = {
      page: 1,
      width: 1000,
      height: 1000,
      columns: [],
      blocks: [{ key: 0, kind: "diagram", box, column: 0, lines: [], captions: [], crop: true }],
    } as unknown as PageLayout;
    const turned = tiltLayout(layout, 90).blocks[0]!.box;
    expect([turned.x0, turned.y0].map(Math.round)).toEqual([480, 880]);
    expect(turned.x1 - turned.x0).toBeCloseTo(40);
  });
});

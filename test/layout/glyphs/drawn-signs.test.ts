import { describe, expect, it } from "vitest";
import { withDrawnSigns } from "../../../src/layout/glyphs/drawn-signs.js";
import type { Rule } from "../../../src/page.js";
import { BODY_SIZE, makeEvidence } from "../../support/make-evidence.js";

function rule(x0: number, y0: number, x1: number, y1: number): Rule {
  const [width, height] = [x1 - x0, y1 - y0];
  const direction = width > height ? "horizontal" : "vertical";
  return { box: { x0, y0, x1, y1 }, direction, thickness: Math.min(width, height), color: 0 };
}

function square(x: number, bottom: number, side: number): Rule[] {
  const top = bottom - side;
  return [
    rule(x, top, x + 1.4, bottom),
    rule(x + side - 1.4, top, x + side, bottom),
    rule(x + 1.4, top, x + side - 1.4, top + 1.4),
    rule(x + 1.4, bottom - 1.4, x + side - 1.4, bottom),
  ];
}

describe("withDrawnSigns", () => {
  it("reads a rule on the baseline between letters as a low line", () => {
    const page = makeEvidence([{ text: "file", x: 400, y: 500 }]);
    const { x, advance } = page.glyphs.at(-1)!;
    const [from, to] = [x + advance + 2, x + advance + 2 + 0.3 * BODY_SIZE];
    const name = makeEvidence([{ text: "name", x: to + 2, y: 500 }]);
    const evidence = { ...page, glyphs: [...page.glyphs, ...name.glyphs], rules: [rule(from, 498.6, to, 500)] };
    const seen = withDrawnSigns(evidence, BODY_SIZE);
    expect(seen.rules).toEqual([]);
    expect(seen.glyphs.filter(({ text }) => text === "_")).toMatchObject([{ x: from, y: 500 }]);
    // Between the pieces of a brace it is one of them.
    const pieces = evidence.glyphs.map((glyph) => ({ ...glyph, text: "⏟" }));
    expect(withDrawnSigns({ ...evidence, glyphs: pieces }, BODY_SIZE).rules).toHaveLength(1);
    // Under a letter it is an underline, above the baseline a fraction bar or a dash.
    for (const other of [rule(x, 503, x + 12, 504), rule(from, 488.6, to, 490)])
      expect(withDrawnSigns({ ...evidence, rules: [other] }, BODY_SIZE).rules).toEqual([other]);
  });

  it("reads one at the end of a name in typewriter type too, and none among the strokes of an icon", () => {
    const page = makeEvidence([{ text: "options", x: 400, y: 500, font: "mono" }]);
    const { x, advance } = page.glyphs.at(-1)!;
    const [from, to] = [x + advance + 2, x + advance + 2 + 0.3 * BODY_SIZE];
    const stop = makeEvidence([{ text: ".", x: to + 2, y: 500, font: "mono" }]);
    const low = rule(from, 498.6, to, 500);
    const lowLines = (glyphs: typeof page.glyphs, rules: Rule[]) =>
      withDrawnSigns({ ...page, glyphs, rules }, BODY_SIZE).glyphs.filter(({ text }) => text === "_").length;
    expect(lowLines(page.glyphs, [low])).toBe(1);
    expect(lowLines([...page.glyphs, ...stop.glyphs], [low])).toBe(1);
    expect(lowLines(page.glyphs, [low, rule(from, 503, to, 504.4)])).toBe(0);
    const serif = page.glyphs.map((glyph) => ({ ...glyph, font: 0 }));
    expect(lowLines(serif, [low])).toBe(0);
  });

  it("reads four rules around nothing as a box, and leaves boxed letters and large frames alone", () => {
    const page = makeEvidence([{ text: "which ends the proof.", x: 400, y: 500 }]);
    const side = 0.65 * BODY_SIZE;
    const seen = withDrawnSigns({ ...page, rules: square(1500, 500, side) }, BODY_SIZE);
    expect(seen.rules).toEqual([]);
    expect(seen.glyphs.at(-1)).toMatchObject({ text: "□", x: 1500, y: 500 });
    const letter = makeEvidence([{ text: "A", x: 1503, y: 498, size: 0.6 * BODY_SIZE }]);
    const boxed = { ...page, glyphs: [...page.glyphs, ...letter.glyphs], rules: square(1500, 500, side) };
    expect(withDrawnSigns(boxed, BODY_SIZE)).toBe(boxed);
    const frame = { ...page, rules: square(1500, 500, 3 * BODY_SIZE) };
    expect(withDrawnSigns(frame, BODY_SIZE)).toBe(frame);
  });
});

import { describe, expect, it } from "vitest";
import { makePdf, rect, text } from "../../support/make-pdf.js";
import { evidenceOf } from "./open-page.js";

const PX = 250 / 72;
const mark = text(100, 700, 10, "H");

describe("page space", () => {
  it("is 250 px per inch, y down", async () => {
    const { width, height, glyphs } = await evidenceOf(makePdf(mark));
    expect([width, height]).toEqual([2125, 2750]);
    expect(glyphs[0]!.x).toBeCloseTo(100 * PX, 2);
    expect(glyphs[0]!.y).toBeCloseTo((792 - 700) * PX, 2);
    expect(glyphs[0]!.angle).toBe(0);
  });

  it("is upright after page rotation", async () => {
    const turned = await evidenceOf(makePdf(mark, { rotate: 90 }));
    expect([turned.width, turned.height]).toEqual([2750, 2125]);
    // Text written upright in the file runs downwards on a page turned clockwise.
    expect(turned.glyphs[0]).toMatchObject({ angle: 90 });
    expect(turned.glyphs[0]!.x).toBeCloseTo(700 * PX, 2);
    expect(turned.glyphs[0]!.y).toBeCloseTo(100 * PX, 2);
    expect((await evidenceOf(makePdf(mark, { rotate: 270 }))).glyphs[0]!.angle).toBe(270);
    expect((await evidenceOf(makePdf(mark, { rotate: 180 }))).glyphs[0]!.angle).toBe(180);
  });

  it("starts at the crop box", async () => {
    const { width, height, glyphs } = await evidenceOf(makePdf(mark, { cropBox: [90, 600, 290, 720] }));
    expect([width, height]).toEqual([Math.round(200 * PX), Math.round(120 * PX)]);
    expect(glyphs[0]!.x).toBeCloseTo(10 * PX, 2);
    expect(glyphs[0]!.y).toBeCloseTo(20 * PX, 2);
  });

  it("counts user units", async () => {
    const { width, glyphs } = await evidenceOf(makePdf(mark, { userUnit: 2, size: [306, 792] }));
    expect(width).toBe(2125);
    expect(glyphs[0]!.size).toBeCloseTo(20 * PX, 2);
  });

  it("shrinks a huge page", async () => {
    const { width, height, rules } = await evidenceOf(makePdf(rect(0, 7200, 14400, 4), { size: [14400, 14400] }));
    expect([width, height]).toEqual([20_000, 20_000]);
    expect(rules[0]!.box.x1).toBeCloseTo(20_000, 0);
  });

  it("marks text outside the page as invisible", async () => {
    const { glyphs } = await evidenceOf(makePdf(text(700, 700, 10, "out") + text(72, 700, 10, "in")));
    expect(glyphs.map((glyph) => glyph.visible)).toEqual([false, false, false, true, true]);
  });
});

import { describe, expect, it } from "vitest";
import { binarize } from "../../../src/engine/raster/ink/binarize.js";
import { connectedComponents } from "../../../src/engine/raster/ink/components.js";
import { type GreyImage, greyImage, rotateGrey } from "../../../src/engine/raster/ink/grey-image.js";
import { stripRules } from "../../../src/engine/raster/ink/strip-rules.js";

function paper(width: number, height: number, shade: (x: number) => number = () => 255): GreyImage {
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = shade(i % width);
  return { width, height, data };
}

function paint(
  image: GreyImage,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  grey: (x: number) => number = () => 20,
): void {
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) image.data[y * image.width + x] = grey(x);
}

describe("ink", () => {
  it("is told from paper under uneven light", () => {
    const page = paper(400, 100, (x) => 255 - x * 0.4);
    for (let at = 20; at < 380; at += 40) paint(page, at, 40, at + 6, 60, (x) => 100 - x * 0.2);
    const parts = connectedComponents(binarize(page, 51));
    expect(parts).toHaveLength(9);
    for (const part of parts) expect(part.y1 - part.y0).toBe(20);
  });

  it("leaves blank and black-edged paper blank", () => {
    expect(
      connectedComponents(
        binarize(
          paper(200, 200, () => 180),
          51,
        ),
      ),
    ).toEqual([]);
  });

  it("joins diagonal neighbours and counts pixels", () => {
    const page = paper(30, 30);
    for (let i = 5; i < 20; i++) paint(page, i, i, i + 1, i + 1);
    const [part, ...more] = connectedComponents(binarize(page, 21));
    expect(more).toEqual([]);
    expect(part).toMatchObject({ x0: 5, y0: 5, x1: 20, y1: 20, area: 15 });
  });

  it("joins the two arms of a cup only where they meet", () => {
    const page = paper(40, 40);
    paint(page, 5, 5, 8, 30);
    paint(page, 25, 5, 28, 30);
    paint(page, 5, 28, 28, 30);
    expect(connectedComponents(binarize(page, 31))).toHaveLength(1);
  });

  it("gives up its rules, so that letters touching them stand alone", () => {
    const page = paper(300, 100);
    paint(page, 10, 50, 290, 53);
    paint(page, 100, 40, 106, 50);
    paint(page, 150, 10, 152, 95);
    const mask = binarize(page, 51);
    const rules = stripRules(mask, 60);
    expect(rules).toEqual([
      { x0: 10, y0: 50, x1: 290, y1: 53 },
      { x0: 150, y0: 10, x1: 152, y1: 95 },
    ]);
    expect(connectedComponents(mask)).toEqual([{ x0: 100, y0: 40, x1: 106, y1: 50, area: 60 }]);
  });

  it("keeps its place when the page is turned there and back", () => {
    const page = paper(200, 200);
    paint(page, 90, 60, 110, 70);
    const back = rotateGrey(rotateGrey(page, 3), -3);
    const [part] = connectedComponents(binarize(back, 51));
    expect(Math.abs(part!.x0 - 90)).toBeLessThanOrEqual(1);
    expect(Math.abs(part!.y1 - 70)).toBeLessThanOrEqual(1);
  });

  it("turns transparent black into white paper", () => {
    const grey = greyImage({ width: 2, height: 1, channels: 4, data: new Uint8Array([0, 0, 0, 0, 0, 0, 0, 255]) });
    expect([...grey.data]).toEqual([255, 0]);
  });
});

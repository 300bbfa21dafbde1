import { expect, test } from "vitest";
import { isBlank } from "../../../src/engine/raster/ink/is-blank.js";

const paper = (grey: (x: number, y: number) => number) => ({
  width: 200,
  height: 100,
  data: Uint8Array.from({ length: 20_000 }, (_, at) => grey(at % 200, Math.floor(at / 200))),
});

test("paper of one grey is blank, grain or not; a speck of print, a shade or a line makes it none", () => {
  expect(isBlank(paper(() => 255))).toBe(true);
  expect(isBlank(paper((x, y) => 240 + ((x * 7 + y * 13) % 5)))).toBe(true);
  expect(isBlank(paper((x, y) => (x > 100 && x < 106 && y > 50 && y < 56 ? 20 : 250)))).toBe(false);
  expect(isBlank(paper((x) => 250 - x / 10))).toBe(false);
  expect(isBlank(paper((_, y) => (y === 40 ? 60 : 250)))).toBe(false);
});

import { describe, expect, test } from "vitest";
import { placeWords } from "../../../src/formats/overlay/place-words.js";

/** Columns of a line from a drawing: `#` is ink, ten pixels a sign. */
function columns(drawing: string): Uint8Array {
  return Uint8Array.from([...drawing].flatMap((sign) => Array<number>(10).fill(sign === "#" ? 1 : 0)));
}

describe("words of a line are placed", () => {
  test("over the ink between its wide blanks", () => {
    expect(placeWords(["many", "words"], columns(" ####  ##### "), 20)).toEqual([
      { from: 10, to: 50 },
      { from: 70, to: 120 },
    ]);
  });
  test("not at the blanks between letters, though these come first", () => {
    const ink = new Uint8Array(100).fill(1);
    for (const x of [10, 20, 30, 60, 70, 80]) ink[x] = 0;
    ink.fill(0, 40, 50);
    expect(placeWords(["abcd", "efgh"], ink, 20)).toEqual([
      { from: 0, to: 40 },
      { from: 50, to: 100 },
    ]);
  });
  test("by their estimated widths where the ink is one piece", () => {
    const [first, second] = placeWords(["aaa", "aaa"], columns("##########"), 20);
    expect(first).toMatchObject({ from: 0 });
    expect(second!.to).toBeCloseTo(100);
    expect(first!.to).toBeLessThan(50);
    expect(second!.from).toBeGreaterThan(50);
  });
  test("beside a leader that the text does not have", () => {
    const dots = Array.from({ length: 12 }, (_, i) => (i % 2 ? " " : "#")).join("");
    expect(placeWords(["Name", "7"], columns(`####  ${dots}  #`), 60)).toEqual([
      { from: 0, to: 40 },
      { from: 200, to: 210 },
    ]);
  });
  test("with a leader that the text has in the blank between", () => {
    const dots = "# # # # # #";
    const [name, leader, number] = placeWords(["Name", "......", "77"], columns(`####  ${dots}  ##`), 60);
    expect([name, number]).toEqual([
      { from: 0, to: 40 },
      { from: 190, to: 210 },
    ]);
    expect(leader!.from).toBeGreaterThan(40);
    expect(leader!.to).toBeLessThan(190);
  });
});

import { describe, expect, test } from "vitest";
import { editRegions } from "../../../benchmarks/quality/layout/edit-regions.js";
import type { Box, Region } from "../../../benchmarks/quality/layout/page-structure.js";

const region = (kind: string, box: Box, lines: Box[] = [box]): Region => ({ kind, box, lines });
const page = () => [
  region("text", [0, 0, 10, 10]),
  region("text", [0, 10, 10, 20]),
  region(
    "code",
    [0, 20, 10, 40],
    [
      [0, 20, 10, 28],
      [0, 32, 10, 40],
    ],
  ),
];

describe("editRegions", () => {
  test("numbers stay while commands run", () => {
    const edited = editRegions(page(), ["del 1", "kind 2-3 title"]);
    expect(edited.map(({ kind }) => kind)).toEqual(["title", "title"]);
  });

  test("merging keeps all lines in the place of the first", () => {
    const edited = editRegions(page(), ["merge 2 1"]);
    expect(edited.map(({ box }) => box)).toEqual([
      [0, 0, 10, 20],
      [0, 20, 10, 40],
    ]);
    expect(edited[0]!.lines).toHaveLength(2);
  });

  test("splitting deals the lines out and fits both boxes", () => {
    const edited = editRegions(page(), ["split 3 y 30"]);
    expect(edited.slice(2).map(({ box }) => box)).toEqual([
      [0, 20, 10, 28],
      [0, 32, 10, 40],
    ]);
  });

  test("order", () => {
    expect(editRegions(page(), ["after 3 1"]).map(({ box }) => box[1])).toEqual([10, 20, 0]);
    expect(editRegions(page(), ["order 3 1"]).map(({ box }) => box[1])).toEqual([20, 10, 0]);
    expect(editRegions(page(), ["add chart 1 2 3 4 after 0"])[0]!.kind).toBe("chart");
  });

  test("a command that cannot be done is named", () => {
    expect(() => editRegions(page(), ["kind 9 text"])).toThrow("No region 9: kind 9 text");
    expect(() => editRegions(page(), ["paint 1"])).toThrow("Unknown command: paint 1");
  });
});

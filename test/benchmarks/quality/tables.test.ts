import { describe, expect, it } from "vitest";
import { adjacencyRelations, countCommon } from "../../../benchmarks/quality/tables/adjacency.js";
import { makeGrid } from "../../../benchmarks/quality/tables/grid.js";
import { teds } from "../../../benchmarks/quality/tables/teds.js";
import { readIcdar } from "../../../benchmarks/quality/tables/truth.js";

const cell = (row: number, column: number, text: string, colSpan = 1, rowSpan = 1) => ({
  row,
  column,
  rowSpan,
  colSpan,
  text,
});

describe("adjacency relations", () => {
  it("link each filled cell to the next to the right and below, over blanks", () => {
    const grid = makeGrid([cell(0, 0, "A"), cell(0, 2, "B"), cell(1, 0, "c c"), cell(2, 2, "é")]);
    expect(adjacencyRelations(grid).sort()).toEqual(["a → b", "a ↓ cc", "b ↓ _"]);
  });

  it("count a span once per neighbour", () => {
    const grid = makeGrid([cell(0, 0, "head", 2), cell(1, 0, "x"), cell(1, 1, "y")]);
    expect(adjacencyRelations(grid).sort()).toEqual(["head ↓ x", "head ↓ y", "x → y"]);
  });

  it("match each relation once", () => {
    expect(countCommon(["a", "a", "b"], ["a", "b", "b"])).toBe(2);
  });
});

describe("tree similarity", () => {
  const truth = makeGrid([cell(0, 0, "ab"), cell(0, 1, "cd"), cell(1, 0, "ef"), cell(1, 1, "gh")]);

  it("is 1 for the same table", () => {
    expect(teds(truth, truth)).toBe(1);
  });

  it("charges half a cell for half a text and a whole one for a missing cell", () => {
    // 7 nodes: table, two rows, four cells
    expect(teds(truth, makeGrid([cell(0, 0, "ax"), cell(0, 1, "cd"), cell(1, 0, "ef"), cell(1, 1, "gh")]))).toBeCloseTo(
      1 - 0.5 / 7,
    );
    expect(teds(truth, makeGrid([cell(0, 0, "ab"), cell(0, 1, "cd")]))).toBeCloseTo(1 - 3 / 7);
  });

  it("charges a cell whose span differs in full", () => {
    const spanned = makeGrid([cell(0, 0, "ab", 1, 2), cell(0, 1, "cd"), cell(1, 1, "gh")]);
    expect(teds(truth, spanned)).toBeCloseTo(1 - 2 / 7);
  });
});

describe("table truth", () => {
  it("reads structure files of the competition", () => {
    const [table] = readIcdar(
      `<document><table id="1"><region id='1' page="2"><cell start-row="0" start-col="0" end-col="1"><content>A &amp; B</content></cell>
       <cell start-row='1' start-col='1'><content>&#x2013;</content></cell></region></table></document>`,
    );
    expect(table!.page).toBe(2);
    expect(table!.grid.columns).toBe(2);
    expect(table!.grid.slots[0]![1]).toMatchObject({ text: "A & B", colSpan: 2 });
    expect(table!.grid.slots[1]![1]).toMatchObject({ text: "–" });
  });
});

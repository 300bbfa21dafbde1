import { describe, expect, test } from "vitest";
import type { Box, Region } from "../../../benchmarks/quality/layout/page-structure.js";
import { lineScores, orderError, pictureScores, regionScores } from "../../../benchmarks/quality/layout/score-pages.js";

const region = (kind: string, box: Box, lines: Box[] = [box]) => ({ kind, box, lines });
const row = (index: number): Box => [0, 20 * index, 100, 20 * index + 15];
const page = (truth: Region[], found: (Region & { score?: number })[]) => ({ truth, found, linesKnown: true });

describe("layout scores", () => {
  test("what is found as annotated scores one", () => {
    const regions = [region("text", row(0)), region("title", row(1))];
    const same = page(regions, regions);
    expect(regionScores([same]).mAP).toBe(1);
    expect(lineScores([same])).toMatchObject({ findingF1: 1, typeAccuracy: 1, typeMacroF1: 1 });
    expect(orderError(same)).toBe(0);
  });

  test("without scores average precision is precision times recall", () => {
    const scored = regionScores([
      page([region("text", row(0)), region("text", row(1))], [region("text", row(0)), region("text", row(5))]),
    ]);
    expect(scored.byKind.text!.ap).toBeCloseTo(0.25);
  });

  test("a sure right one before an unsure wrong one costs nothing", () => {
    const found = [
      { ...region("text", row(0)), score: 0.9 },
      { ...region("text", row(5)), score: 0.2 },
    ];
    expect(regionScores([page([region("text", row(0))], found)]).mAP).toBe(1);
  });

  test("a line of the wrong kind is found, but not right", () => {
    const scored = lineScores([
      page([region("text", row(0)), region("text", row(1))], [region("title", row(0)), region("text", row(1))]),
    ]);
    expect(scored).toMatchObject({ findingF1: 1, typeAccuracy: 0.5 });
  });

  test("one moved line of four is a quarter of the order; furniture and captions are not asked", () => {
    const truth = [0, 1, 2, 3].map((index) => region("text", row(index)));
    const found = [truth[3]!, truth[0]!, truth[1]!, truth[2]!];
    expect(orderError(page(truth, found))).toBe(0.25);
    expect(orderError(page([...truth, region("page_info", row(9))], [region("page_info", row(9)), ...truth]))).toBe(0);
  });

  test("a crop that cuts the picture or takes a neighbour's line is not whole", () => {
    const truth = [region("diagram", [0, 0, 100, 100], []), region("text", [0, 110, 100, 120])];
    const whole = (box: Box) => pictureScores([page(truth, [region("chart", box, [])])]).whole;
    expect(whole([0, 0, 100, 102])).toBe(1);
    expect(whole([0, 0, 100, 90])).toBe(0);
    expect(whole([0, 0, 100, 125])).toBe(0);
  });
});

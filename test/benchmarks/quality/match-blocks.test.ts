import { describe, expect, it } from "vitest";
import { matchBlocks, type TruthBlock } from "../../../benchmarks/quality/metrics/match-blocks.js";
import { textScore } from "../../../benchmarks/quality/metrics/text-score.js";

const first = "The quick brown fox jumps over the lazy dog near the river bank.";
const second = "Pack my box with five dozen liquor jugs before the night falls.";
const third = "Sphinx of black quartz, judge my vow and nothing else at all.";

function required(...patterns: string[]): TruthBlock[] {
  return patterns.map((pattern) => ({ kind: "paragraph", pattern, required: true }));
}

function score(blocks: TruthBlock[], paragraphs: string[]) {
  return textScore(blocks, matchBlocks(blocks, paragraphs));
}

describe("matchBlocks and textScore", () => {
  it("scores a perfect prediction with 0", () => {
    expect(score(required(first, second), [first, second])).toMatchObject({ text: 0, order: 0, missing: 0, extra: 0 });
  });

  it("forgives merged and cut paragraphs", () => {
    expect(score(required(first, second), [`${first} ${second}`])).toMatchObject({ text: 0, order: 0 });
    expect(score(required(first), [first.slice(0, 30), first.slice(31)])).toMatchObject({ text: 0, order: 0 });
  });

  it("counts a wrong character once", () => {
    const result = score(required(first), [first.replace("quick", "quack")]);
    expect(result.edits).toBe(1);
    expect(result.text).toBeCloseTo(1 / first.length);
  });

  it("counts missing blocks with their whole length", () => {
    const result = score(required(first, second), [first]);
    expect(result.missing).toBe(second.length);
    expect(result.text).toBeCloseTo(second.length / (first.length + second.length));
  });

  it("counts text that is not in the truth", () => {
    const furniture = "Journal of Pangrams 12 (2024)";
    const result = score(required(first), [first, furniture]);
    expect(result.extra).toBe(furniture.length);
    expect(result.text).toBeCloseTo(furniture.length / (first.length + furniture.length));
  });

  it("neither rewards nor punishes optional blocks", () => {
    const blocks: TruthBlock[] = [...required(first), { kind: "caption", pattern: second, required: false }];
    expect(score(blocks, [first, second])).toMatchObject({ text: 0, blocks: 1 });
    expect(score(blocks, [first])).toMatchObject({ text: 0, blocks: 1 });
  });

  it("measures order by the Levenshtein distance of block positions", () => {
    // Moving one of three blocks is one deletion and one insertion.
    expect(score(required(first, second, third), [second, third, first])).toMatchObject({ text: 0, order: 2 / 3 });
  });

  it("tells repeated short blocks apart by their neighbours", () => {
    const blocks = required("Proof.", first, "Proof.", second);
    expect(score(blocks, ["Proof.", first, "Proof.", second])).toMatchObject({ text: 0, order: 0 });
  });

  it("compares headings without case", () => {
    const blocks: TruthBlock[] = [{ kind: "heading", pattern: "Related Work", required: true, level: 1 }];
    expect(score(blocks, ["RELATED WORK"]).edits).toBe(0);
  });
});

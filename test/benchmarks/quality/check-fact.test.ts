import { describe, expect, it } from "vitest";
import { checkFact, type Fact } from "../../../benchmarks/quality/check-fact.js";
import { mmdBlocks } from "../../../benchmarks/quality/prediction/mmd-blocks.js";

const mmd = `\\section*{2.1 Setting Up}

First words of a para-graph that ends “here”.

Second paragraph.

\\begin{tabular}{lrr}
\\multirow{2}{*}{Name} & \\multicolumn{2}{c}{Size} \\\\
 & Small & Large \\\\
a & 1 & 2 \\\\
b &  & 4 \\\\
\\end{tabular}`;
const blocks = mmdBlocks(mmd, { formulas: "keep" });
const holds = (fact: Fact) => checkFact(fact, blocks);

describe("checkFact", () => {
  it("finds and misses text after folding quotes and spaces", () => {
    expect(holds({ kind: "present", text: 'that ends "here".' })).toBe(true);
    expect(holds({ kind: "present", text: "that ends there." })).toBe(false);
    expect(holds({ kind: "absent", text: "that ends there." })).toBe(true);
  });

  it("allows the stated number of differing characters and no more", () => {
    expect(holds({ kind: "present", text: "First wards of a", maxDiffs: 1 })).toBe(true);
    expect(holds({ kind: "present", text: "Fist wards of a", maxDiffs: 1 })).toBe(false);
  });

  it("wants both texts in order", () => {
    expect(holds({ kind: "before", text: "First words", then: "Second" })).toBe(true);
    expect(holds({ kind: "before", text: "Second", then: "First words" })).toBe(false);
  });

  it("wants a whole paragraph", () => {
    expect(holds({ kind: "paragraph", text: "First words", then: "here”." })).toBe(true);
    expect(holds({ kind: "paragraph", text: "First words", then: "Second paragraph." })).toBe(false);
  });

  it("takes only headings for headings", () => {
    expect(holds({ kind: "heading", text: "2.1. Setting up" })).toBe(true);
    expect(holds({ kind: "heading", text: "Second paragraph." })).toBe(false);
  });

  it("checks neighbours of a cell across spans and empty slots", () => {
    expect(holds({ kind: "in_table", text: "4", left: "b", up: "2" })).toBe(true);
    expect(holds({ kind: "in_table", text: "Large", up: "Size", left: "Small" })).toBe(true);
    expect(holds({ kind: "in_table", text: "a", up: "Name", right: "1" })).toBe(true);
    expect(holds({ kind: "in_table", text: "4", left: "a" })).toBe(false);
    expect(holds({ kind: "in_table", text: "Second paragraph." })).toBe(false);
  });
});

describe("text interrupted by a footnote", () => {
  const interrupted = mmdBlocks("The sentence goes\n\n\\footnotetext{\nAn aside.\n}\n\non in the next column.", {
    formulas: "keep",
  });

  it("is present with and without the aside", () => {
    expect(checkFact({ kind: "present", text: "goes on in" }, interrupted)).toBe(true);
    expect(checkFact({ kind: "present", text: "An aside." }, interrupted)).toBe(true);
    expect(checkFact({ kind: "absent", text: "goes on in" }, interrupted)).toBe(false);
  });
});

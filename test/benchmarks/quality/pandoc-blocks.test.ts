import { describe, expect, it } from "vitest";
import { FORMULA_MARK, UNKNOWN_MARK } from "../../../benchmarks/quality/metrics/normalize-text.js";
import { pandocBlocks } from "../../../benchmarks/quality/truth/pandoc-blocks.js";

const str = (c: string) => ({ t: "Str", c });
const space = { t: "Space" };
const attributes = ["", [], []];

function shown(blocks: unknown[]) {
  return pandocBlocks({ meta: {}, blocks }).map(({ kind, pattern, required }) => ({
    kind,
    pattern: pattern.replaceAll(UNKNOWN_MARK, "?").replaceAll(FORMULA_MARK, "#"),
    required,
  }));
}

describe("pandocBlocks", () => {
  it("masks formulas by the length of their source and numbers by marks", () => {
    const header = { t: "Header", c: [1, attributes, [str("Results")]] };
    const para = {
      t: "Para",
      c: [str("Let"), space, { t: "Math", c: [{ t: "InlineMath" }, "x = 2"] }, space, str("be.")],
    };
    expect(shown([header, para])).toEqual([
      { kind: "heading", pattern: "????????????Results", required: true },
      { kind: "paragraph", pattern: "Let ### be.", required: true },
    ]);
  });

  it("takes footnotes out of the sentence and makes them optional", () => {
    const note = { t: "Note", c: [{ t: "Para", c: [str("Aside.")] }] };
    expect(shown([{ t: "Para", c: [str("Words"), note, space, str("go"), space, str("on.")] }])).toEqual([
      { kind: "paragraph", pattern: "Words go on.", required: true },
      { kind: "footnote", pattern: "Aside.", required: false },
    ]);
  });

  it("marks citations and references as unknown", () => {
    const cite = { t: "Cite", c: [[{}, {}], [str("[@a; @b]")]] };
    const [block] = shown([{ t: "Para", c: [str("See"), space, cite, str(".")] }]);
    expect(block?.pattern).toBe(`See ${"?".repeat(14)}.`);
  });

  it("does not trust the theorem numbers pandoc counts", () => {
    const theorem = {
      t: "Div",
      c: [
        ["", ["lemma"], []],
        [{ t: "Para", c: [{ t: "Strong", c: [str("Lemma"), space, str("7")] }, str("."), space, str("Easy.")] }],
      ],
    };
    expect(shown([theorem])[0]?.pattern).toBe("Lemma ????????. Easy.");
  });
});

import { describe, expect, it } from "vitest";
import { collectVocabulary, keepsHyphen } from "../../../src/layout/paragraphs/decide-hyphen.js";

const nothing = collectVocabulary([]);

describe("keepsHyphen", () => {
  it("drops the hyphen of a word broken at a line end", () => {
    for (const [before, after] of [
      ["approxi", "mation"],
      ["compila", "tion"],
      ["over", "fitting"],
      ["high", "light"],
      ["dis", "order"],
      ["théo", "rème"],
    ] as const) {
      expect(keepsHyphen(before, after, nothing), `${before}-${after}`).toBe(false);
    }
  });

  it("keeps a hyphen that the document prints inside a line, at its beginning too", () => {
    const vocabulary = collectVocabulary([["Post-processing", "of", "boats"]]);
    expect(keepsHyphen("post", "processing", vocabulary)).toBe(true);
    expect(keepsHyphen("post", "processing", collectVocabulary([["processing", "of", "boats"]]))).toBe(false);
  });

  it("keeps the hyphen of compounds", () => {
    for (const [before, after] of [
      ["well", "known"],
      ["self", "adjoint"],
      ["two", "dimensional"],
      ["state-of", "the"],
      ["high", "order"],
      ["celui", "ci"],
    ] as const) {
      expect(keepsHyphen(before, after, nothing), `${before}-${after}`).toBe(true);
    }
  });

  it("keeps it between two long words that an English page prints by themselves", () => {
    const page = "the floating parts of a point under a stand where the function success fully".split(" ");
    const english = collectVocabulary([["", ...page]]);
    expect(keepsHyphen("floating", "point", english)).toBe(true);
    expect(keepsHyphen("under", "stand", english)).toBe(false);
    expect(keepsHyphen("success", "fully", english)).toBe(false);
    const german = collectVocabulary([["", "die", "Gruppen", "und", "eine", "Operation"]]);
    expect(keepsHyphen("Gruppen", "operation", german)).toBe(false);
  });

  it("keeps it beside digits, capitals and single letters", () => {
    for (const [before, after] of [
      ["CIFAR", "10"],
      ["non", "Abelian"],
      ["x", "axis"],
      ["DNA", "binding"],
      ["2", "norm"],
    ] as const) {
      expect(keepsHyphen(before, after, nothing), `${before}-${after}`).toBe(true);
    }
  });

  it("follows what the document itself prints inside its lines", () => {
    const lines = [
      ["the", "wellknown", "cat-walk", "ends"],
      ["a", "cat-walk", "here", "too"],
    ];
    const vocabulary = collectVocabulary(lines);
    expect(keepsHyphen("cat", "walk", vocabulary)).toBe(true);
    expect(keepsHyphen("well", "known", vocabulary)).toBe(false);
  });

  it("learns names with inner capitals", () => {
    const vocabulary = collectVocabulary([["the", "TraceMonkey", "engine"]]);
    expect(keepsHyphen("Trace", "Monkey", vocabulary)).toBe(false);
  });

  it("does not learn from the first word of a line and from parts at its end", () => {
    const vocabulary = collectVocabulary([["selfadjoint", "goes", "selfadjoint-"]]);
    expect(keepsHyphen("self", "adjoint", vocabulary)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { collectVocabulary } from "../../../src/layout/paragraphs/decide-hyphen.js";
import { joinLines } from "../../../src/layout/paragraphs/join-lines.js";
import type { Line } from "../../../src/layout/types.js";

/** `fonts`: of the last character of the one and the first of the other line. */
function join(before: string, after: string, fonts: readonly [number, number] = [0, 0]) {
  const [line, next] = [before, after].map(
    (text, at) => ({ text, words: [{ glyphs: [{ font: fonts[at] }] }] }) as unknown as Line,
  ) as [Line, Line];
  return joinLines(line, next, collectVocabulary([]));
}

describe("addresses over two lines", () => {
  it.each([
    ["see http:", "//www.example.org/boats"],
    ["see http://www.example.org:", "8080/boats"],
    ["see http://www.example.org/boats/", "quays"],
    ["see https://www.example", ".org/boats."],
    ["the macro USE_NO_", "MACRO is not"],
  ])("are joined: %s %s", (before, after) => {
    expect(join(before, after)).toBe("no_space");
  });

  it("end where another type goes on", () => {
    expect(join("see http://www.example.org/boats/", "and compare", [1, 0])).toBe("space");
  });

  it.each([
    ["the stones:", "//www.example.org"],
    ["doi:", "10.1198/106186007X237856"],
    ["as at http://www.example.org:", "400 boats wait there"],
  ])("are not made of two: %s %s", (before, after) => {
    expect(join(before, after)).toBe("space");
  });
});

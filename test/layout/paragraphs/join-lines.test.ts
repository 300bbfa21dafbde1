import { describe, expect, it } from "vitest";
import { collectVocabulary } from "../../../src/layout/paragraphs/decide-hyphen.js";
import { joinLines } from "../../../src/layout/paragraphs/join-lines.js";
import type { Line } from "../../../src/layout/types.js";

function join(before: string, after: string) {
  const [line, next] = [before, after].map((text) => ({ text }) as Line) as [Line, Line];
  return joinLines(line, next, collectVocabulary([]));
}

describe("addresses over two lines", () => {
  it.each([
    ["see http:", "//www.example.org/boats"],
    ["see http://www.example.org:", "8080/boats"],
    ["see http://www.example.org/boats/", "quays"],
  ])("are joined: %s %s", (before, after) => {
    expect(join(before, after)).toBe("no_space");
  });

  it.each([
    ["the stones:", "//www.example.org"],
    ["doi:", "10.1198/106186007X237856"],
    ["as at http://www.example.org:", "400 boats wait there"],
  ])("are not made of two: %s %s", (before, after) => {
    expect(join(before, after)).toBe("space");
  });
});

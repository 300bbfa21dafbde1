import { describe, expect, it } from "vitest";
import { alignFormulas } from "../../../benchmarks/quality/formulas/align-formulas.js";
import { sameColumns } from "../../../benchmarks/quality/formulas/same-columns.js";

const aligned = (body: string) => `\\begin{aligned} ${body} \\end{aligned}`;
const array = (columns: string, body: string) => `\\begin{array}{${columns}} ${body} \\end{array}`;

describe("columns that show the same", () => {
  it.each([
    [aligned("x_1 &= a \\\\ x_2 &= b+c"), array("l", "x_1 = a \\\\ x_2 = b+c")],
    [aligned("&x_1 = a \\\\ &x_2 = b+c"), array("rl", "x_1 &= a \\\\ x_2 &= b+c")],
    [array("rcl", "x_1 &=& a \\\\ y+z &=& b"), aligned("x_1 &= a \\\\ y+z &= b")],
  ])("are one place seen from two sides: %s", (one, other) => expect(sameColumns(one, other)).toBe(true));

  it.each([
    [aligned("x_1 &= a \\\\ x_2+y &= b"), array("l", "x_1 = a \\\\ x_2+y = b")],
    [aligned("x &= a+b \\\\ &+c"), array("l", "x = a+b \\\\ +c")],
    [aligned("x_1 &= a, & y &= b \\\\ x_2 &= c, & z &= d"), array("l", "x_1 = a, y = b \\\\ x_2 = c, z = d")],
    [aligned("x &= a \\\\ y &= b"), array("l", "x = a \\quad y = b")],
    [aligned("x &= a \\\\ y &= b"), aligned("x &= a \\\\ y &= c")],
  ])("are not where places or signs differ: %s", (one, other) => expect(sameColumns(one, other)).toBe(false));
});

describe("formulas in their order", () => {
  it("pairs what is alike and tells what is missing and what is new", () => {
    const { pairs, missed, extra } = alignFormulas(["a=b+c", "x^{2}", "\\sum_{i} q"], ["a=b+c.", "\\sum_{i} p", "z"]);
    expect(pairs.map(({ truth, read }) => [truth, read])).toEqual([
      ["a=b+c", "a=b+c."],
      ["\\sum_{i} q", "\\sum_{i} p"],
    ]);
    expect(pairs[0]!.edit).toBe(0);
    expect(pairs[1]!.edit).toBeGreaterThan(0);
    expect(missed).toEqual(["x^{2}"]);
    expect(extra).toEqual(["z"]);
  });
});

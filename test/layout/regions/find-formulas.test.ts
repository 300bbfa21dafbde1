import { describe, expect, it } from "vitest";
import { blocksOf, Composer, outline, prose, textOf, textsOf } from "../../support/compose-page.js";
import { BODY_SIZE, makeRule, widthOf } from "../../support/make-evidence.js";

const SPACED = 0.9;

describe("displayed formulas", () => {
  it("takes a centred formula and splits its number off", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(SPACED)
      .line("f(x) = g(x) + h", { x: 900, font: "math", stay: true })
      .line("(2.4)", { x: 1725 })
      .skip(SPACED)
      .paragraph(prose(60))
      .layout({ page: 2 });
    const [formula] = blocksOf(layout, "math");
    const [number] = blocksOf(layout, "equation_number");
    expect(formula?.number, outline(layout).join("\n")).toBe(number?.key);
    expect(number && textOf(number)).toBe("(2.4)");
    expect(formula?.box.x1).toBeLessThan(1700);
  });

  it("reads a number behind a formula almost as wide as the text", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(SPACED)
      .line("a = b + c + d + e + f + g + h + k + m + n + o + p + q + r + s + t + u + v + w", {
        x: 390,
        font: "math",
        stay: true,
      })
      .line("(7)", { x: 1755 })
      .skip(SPACED)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(textsOf(layout, "equation_number"), outline(layout).join("\n")).toEqual(["(7)"]);
  });

  it("reads a number at the edge of the text where an indented abstract stands over it", () => {
    const layout = new Composer()
      .paragraph(prose(200), { x: 420, width: 1260 })
      .skip(1)
      .paragraph(prose(28))
      .skip(SPACED)
      .line("f(x) = g(x) + h", { x: 900, font: "math", stay: true })
      .line("(1.1)", { x: 1748 })
      .skip(SPACED)
      .paragraph(prose(28))
      .layout({ page: 1 });
    expect(textsOf(layout, "equation_number"), outline(layout).join("\n")).toEqual(["(1.1)"]);
  });

  it("takes variables in the text's italic behind upright names for no words", () => {
    const page = new Composer().paragraph(prose(60)).skip(SPACED);
    let x = 850;
    for (const [text, font] of [
      ["W", "italic"],
      ["(", "regular"],
      ["x", "italic"],
      [") = log", "regular"],
      ["x", "italic"],
      ["−log", "regular"],
      ["log", "regular"],
      ["x", "italic"],
    ] as const) {
      page.line(text, { x, font, stay: true });
      x += widthOf(text, BODY_SIZE, font);
    }
    const layout = page
      .skip(1 + SPACED)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(blocksOf(layout, "math"), outline(layout).join("\n")).toHaveLength(1);
  });

  it("leaves lines of a paragraph alone, however much maths they hold", () => {
    const page = new Composer().paragraph(prose(60));
    page.line("a + b = c + d and x + y = z when p = q", { font: "regular" });
    page.line("m = n + k", { font: "math" });
    const layout = page.skip(1).paragraph(prose(60)).layout({ page: 2 });
    expect(blocksOf(layout, "math"), outline(layout).join("\n")).toEqual([]);
  });

  it("puts the rows of an alignment into one region", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(SPACED)
      .line("a = b + c", { x: 900, font: "math" })
      .skip(0.25)
      .line("= d + e + f", { x: 935, font: "math" })
      .skip(SPACED)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(blocksOf(layout, "math")).toHaveLength(1);
  });

  it("gives each numbered row its own region", () => {
    const page = new Composer().paragraph(prose(60)).skip(SPACED);
    for (const number of ["(1)", "(2)"])
      page.line("u = v + w", { x: 900, font: "math", stay: true }).line(number, { x: 1755 }).skip(0.25);
    const layout = page.skip(SPACED).paragraph(prose(60)).layout({ page: 2 });
    expect(textsOf(layout, "equation_number"), outline(layout).join("\n")).toEqual(["(1)", "(2)"]);
    expect(blocksOf(layout, "math")).toHaveLength(2);
  });

  it("takes words over and under a fraction bar into the formula", () => {
    const page = new Composer().paragraph(prose(60)).skip(1.6);
    const y = page.y;
    const layout = page
      .line("h = g + k m +", { x: 740, font: "math", stay: true })
      .line("slope", { x: 945, y: y - 0.75 * BODY_SIZE, stay: true })
      .line("ln 2", { x: 950, y: y + 0.75 * BODY_SIZE })
      .skip(1.6)
      .paragraph(prose(60))
      .layout({ page: 2, rules: [makeRule(935, y - 11, 1035, y - 9)] });
    const [formula] = blocksOf(layout, "math");
    expect(formula?.box.x1, outline(layout).join("\n")).toBeGreaterThan(1025);
    expect(layout.blocks.filter((block) => block.kind === "text" && textOf(block).length < 10)).toEqual([]);
  });

  it("does not take numbers and words in columns for formulas", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(1)
      .line("12 of 40 boats", { x: 900 })
      .skip(1)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(blocksOf(layout, "math")).toEqual([]);
  });
});

describe("formulas of named quantities", () => {
  it("are displays although they hold words", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(SPACED)
      .line("Recall", { x: 800, stay: true })
      .line("= a + b + c", { x: 920, font: "math", stay: true })
      .line("Precision", { x: 1130 })
      .skip(SPACED)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(blocksOf(layout, "math"), outline(layout).join("\n")).toHaveLength(1);
  });
});

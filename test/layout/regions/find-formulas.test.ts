import { describe, expect, it } from "vitest";
import type { PageLayout } from "../../../src/page.js";
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

describe("displays told by their place", () => {
  const around = (set: (page: Composer) => Composer) =>
    set(new Composer().paragraph(prose(60)).skip(SPACED))
      .skip(SPACED)
      .paragraph(prose(60))
      .layout({ page: 2 });
  /** A line of maths as wide as `width` px. */
  const wide = (width: number) => {
    let text = "a";
    for (let at = 0; widthOf(`${text} + b`, BODY_SIZE, "math") < width; at++) text += at === 0 ? " = c" : " + b";
    return text;
  };
  const reads = (layout: PageLayout, displays: number, numbers: string[] = []) => {
    expect(blocksOf(layout, "math"), outline(layout).join("\n")).toHaveLength(displays);
    expect(textsOf(layout, "equation_number"), outline(layout).join("\n")).toEqual(numbers);
  };

  it("have a letter in brackets at the margin for a number", () => {
    const layout = around((page) =>
      page.line("y = a x + b", { x: 930, font: "math", stay: true }).line("(E)", { x: 1800 - widthOf("(E)") }),
    );
    reads(layout, 1, ["(E)"]);
  });

  it("may have the sign that ends a proof at the margin, which is none of theirs", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .line("y = a x + b", { x: 930, font: "math", stay: true })
      .line("□", { x: 1800 - widthOf("□") })
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 1);
  });

  it("may fill their column but for equal blanks on both sides", () => {
    const text = wide(1440);
    const x = 300 + (1500 - widthOf(text, BODY_SIZE, "math")) / 2;
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(0.3)
      .line(text, { x, font: "math" })
      .skip(0.3)
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 1);
  });

  it("may reach out of their column", () => {
    reads(
      around((page) => page.line(wide(1560), { font: "math" })),
      1,
    );
  });

  it("may fill their column when they are tall and stand alone", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(2.2)
      .line(wide(1400), { font: "math", stay: true })
      .line("(", { x: 1740, size: 75, font: "math", stay: true })
      .line(")", { x: 1775, size: 75, font: "math" })
      .skip(1.5)
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 1);
  });

  it("end with their number at the edge of the text", () => {
    const text = wide(1380);
    const number = 1800 - widthOf("(3)");
    const x = number - 0.87 * BODY_SIZE - widthOf(text, BODY_SIZE, "math");
    const layout = around((page) => page.line(text, { x, font: "math", stay: true }).line("(3)", { x: number }));
    reads(layout, 1, ["(3)"]);
  });

  it("have their number on the next line where it finds no room", () => {
    const layout = around((page) =>
      page.line(wide(1480), { x: 330, font: "math" }).line("(3.29)", { x: 1800 - widthOf("(3.29)") }),
    );
    reads(layout, 1, ["(3.29)"]);
  });

  it("begin with the line that a second one goes on from", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(0.5)
      .line(wide(1490), { x: 305, font: "math" })
      .line("+ b + c + d", { x: 500, font: "math" })
      .skip(0.5)
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 1);
    expect(blocksOf(layout, "math")[0]?.lines).toHaveLength(2);
  });

  it("hold the words around a large operator that are centred with it", () => {
    const words = ["minimize ", "subject to"].map((text) => widthOf(text)) as [number, number];
    const maths = widthOf("abcdef", BODY_SIZE, "math");
    const x = 1050 - (words[0] + 70 + maths + words[1]) / 2;
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(2)
      .line("minimize", { x, stay: true })
      .line("∑", { x: x + words[0], size: 100, font: "math", stay: true })
      .line("abcdef", { x: x + words[0] + 50, font: "math", stay: true })
      .line("subject to", { x: x + words[0] + 70 + maths })
      .skip(1.5)
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 1);
  });

  it("take the conditions of cases, however many words", () => {
    const page = new Composer().paragraph(prose(60)).skip(2);
    const y = page.y;
    const layout = page
      .line("f(x) =", { x: 700, font: "math", stay: true })
      .line("{", { x: 810, y: y + 15, size: 110, font: "math", stay: true })
      .line("a", { x: 860, y: y - 22, font: "math", stay: true })
      .line("if this is so for all", { x: 940, y: y - 22, stay: true })
      .line("b", { x: 860, y: y + 22, font: "math", stay: true })
      .line("if not", { x: 940, y: y + 22 })
      .skip(2)
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 1);
    expect(blocksOf(layout, "math")[0]?.lines).toHaveLength(4);
  });

  it("leave out the page number right below the last one", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(SPACED)
      .line("r = n + k + m", { x: 930, font: "math" })
      .skip(-0.25)
      .line("8", { x: 1043, size: 24 })
      .layout({ page: 2 });
    const [formula] = blocksOf(layout, "math");
    expect(formula?.lines, outline(layout).join("\n")).toHaveLength(1);
  });

  it("are no statements of a listing", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(SPACED)
      .line("basis append all vectors", { x: 520 })
      .line("j = j + c", { x: 520 })
      .line("return basis", { x: 520 })
      .skip(SPACED)
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 0);
  });

  it("are one with the brackets that begin above them at both ends", () => {
    const text = "( x = a + b + c + d + e + f + g + h + k + m + n + p + q + r + s + t )";
    const page = new Composer().paragraph(prose(60)).skip(3);
    const y = page.y;
    const layout = page
      .line("⎛", { x: 560, y: y - 42, font: "math", stay: true })
      .line("⎞", { x: 560 + widthOf(text.slice(0, -1), BODY_SIZE, "math"), y: y - 42, font: "math", stay: true })
      .line(text, { x: 560, font: "math" })
      .skip(2)
      .paragraph(prose(60))
      .layout({ page: 2 });
    reads(layout, 1);
    expect(layout.blocks.filter((block) => block.kind === "text" && textOf(block).length < 3)).toEqual([]);
  });
});

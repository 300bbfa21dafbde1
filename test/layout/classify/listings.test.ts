import { describe, expect, it } from "vitest";
import { blocksOf, Composer, LEADING, LEFT, outline, prose, textOf, textsOf } from "../../support/compose-page.js";
import { BODY_SIZE, makeRule, widthOf } from "../../support/make-evidence.js";

const CELL = 0.6 * BODY_SIZE;

/** Sets source text as one string per indented line, so that the indent is only in x. */
function setCode(page: Composer, code: readonly string[]): Composer {
  for (const line of code) {
    const indent = line.length - line.trimStart().length;
    page.line(line.trimStart(), { x: LEFT + indent * CELL, font: "mono" });
  }
  return page;
}

function linesOf(page: Composer, kind: "code" | "pseudocode", rules: ReturnType<typeof makeRule>[] = []): string[][] {
  const layout = page.layout({ page: 2, rules });
  return blocksOf(layout, kind).map((block) =>
    block.lines.map((line) => line.spans.map((span) => (span.kind === "text" ? span.text : "")).join("")),
  );
}

describe("listings", () => {
  it("keep their indentation and stay one block", () => {
    const code = ["for (k = 0; k < 9; ++k) {", "    if (!prime[k])", "        continue;", "    count(k);", "}"];
    const page = setCode(new Composer().paragraph(prose(60)).skip(1), code);
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([code]);
  });

  it("keep comments in columns", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    for (const [code, comment] of [
      ["ld v0", "// load"],
      ["st v1, v0", "// store"],
    ]) {
      page.line(code as string, { font: "mono", stay: true });
      page.line(comment as string, { x: LEFT + 20 * CELL, font: "mono" });
    }
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([
      ["ld v0               // load", "st v1, v0           // store"],
    ]);
  });

  it("set line numbers apart, also far left of the code", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const code = ["for _, a := range all {", "    if a.Small() {", "        count(a)", "    }", "}"];
    for (const [at, line] of code.entries()) {
      page.line(String(at + 8), { font: "mono", size: 28, stay: true });
      setCode(page, [`            ${line}`]);
    }
    page.skip(1).paragraph(prose(60));
    expect(linesOf(page, "code")).toEqual([code]);
    const notes = blocksOf(page.layout({ page: 2 }), "page_info");
    expect(notes.map(textOf)).toEqual(["8 9 10 11 12"]);
  });

  it("fill a page of their own, which is no typescript", () => {
    const code = [
      "// Count the boats",
      "func (a Quay) count() int {",
      "    if a == 0 {",
      "        j = j + c",
      "    }",
      "}",
    ];
    const page = new Composer().line("BOATS AND QUAYS");
    for (const [at, line] of [...code, ...code, ...code, ...code].entries()) {
      page.line(String(at + 1), { size: 28, stay: true });
      setCode(page, [`     ${line}`]);
    }
    expect(linesOf(page, "code")[0]?.slice(0, 6)).toEqual(code);
  });

  it("are not seen in a typescript", () => {
    const page = new Composer();
    for (let at = 0; at < 4; at += 1) page.paragraph(prose(60), { font: "mono" }).skip(1);
    expect(linesOf(page, "code")).toEqual([]);
  });

  it("are not seen in a column of numbers alone", () => {
    const page = setCode(new Composer().paragraph(prose(60)).skip(1), ["1", "2", "3", "4"]);
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([]);
  });

  it("keep the numbers of BASIC", () => {
    const page = setCode(new Composer().paragraph(prose(60)).skip(1), ["10 PRINT A", "20 LET A = A + 1", "30 GOTO 10"]);
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([
      ["10 PRINT A", "20 LET A = A + 1", "30 GOTO 10"],
    ]);
  });

  it("do not include the last line of a paragraph that ends in names of files", () => {
    const page = new Composer().paragraph(prose(60)).line("files boats/wall.go and boats/quay.go.", { font: "mono" });
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([]);
  });

  it("count columns by the distance of the pens when it is stretched", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const cell = CELL + 6;
    for (const [text, column] of [
      ["const", 0],
      ["add", 6],
      ["=", 10],
      ["(a,", 12],
      ["b);", 16],
    ] as const)
      page.line(text, { x: LEFT + column * cell, font: "mono", tracking: 6, stay: true });
    page.skip(1.2).line("return", { x: LEFT + 2 * cell, font: "mono", tracking: 6 });
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([["const add = (a, b);", "  return"]]);
  });

  it("do not include an address or a word of code in the text", () => {
    const page = new Composer()
      .paragraph(prose(60))
      .skip(1)
      .line("mayor@harbour.example", { x: 800, font: "mono" })
      .skip(1)
      .paragraph(prose(60));
    expect(linesOf(page, "code")).toEqual([]);
  });
});

describe("algorithms", () => {
  it("are read from steps numbered 1:, 2:, 3:", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const steps = ["1: set k to zero", "2: while boats arrive do", "3:    count one", "4: end"];
    for (const step of steps) page.line(step);
    const [lines] = linesOf(page.skip(1).paragraph(prose(60)), "pseudocode");
    const plain = (texts: readonly string[]) => texts.map((text) => text.trim().replace(/\s+/g, " "));
    expect(plain(lines ?? [])).toEqual(plain(steps));
  });

  it("keep their indents behind the numbers, and their formulas", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    for (const [at, [x, text]] of (
      [
        [0, "set the count to zero"],
        [0, "while boats arrive do"],
        [50, "take the next boat"],
        [100, "count it"],
      ] as const
    ).entries())
      page.line(`${at + 1}:`, { stay: true }).line(text, { x: LEFT + 60 + x });
    page.line("5:", { stay: true }).line("x = y", { x: LEFT + 110 });
    const layout = page.skip(1).paragraph(prose(60)).layout({ page: 2 });
    expect(blocksOf(layout, "math")).toEqual([]);
    expect(
      blocksOf(layout, "pseudocode").flatMap(({ lines }) => lines.map((line) => textOf({ lines: [line] } as never))),
    ).toEqual([
      "1: set the count to zero",
      "2: while boats arrive do",
      "3:     take the next boat",
      "4:         count it",
      "5:     x = y",
    ]);
  });

  it("are read from control words in bold without numbers", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    page.line("function", { font: "bold", stay: true }).line("Count", { x: LEFT + 180 });
    page.line("return", { x: LEFT + 50, font: "bold", stay: true }).line("the boats", { x: LEFT + 190 });
    page.line("end function", { font: "bold" });
    const layout = page.skip(1).paragraph(prose(60)).layout({ page: 2 });
    expect(blocksOf(layout, "pseudocode"), outline(layout).join("\n")).toHaveLength(1);
    expect(blocksOf(layout, "section_header")).toEqual([]);
  });

  it("are read between the rules under their label", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const top = page.y;
    page
      .line("Algorithm 1 Counting")
      .skip(0.2)
      .line("Input: boats")
      .line("take one boat", { x: LEFT + 60 })
      .line("put it back");
    const rule = (y: number) => makeRule(LEFT, y, LEFT + 900, y + 3);
    const rules = [rule(top - 40), rule(top + 14), rule(page.y - LEADING + 20)];
    const [lines] = linesOf(page.skip(1).paragraph(prose(60)), "pseudocode", rules);
    expect(lines?.map((line) => line.trim())).toEqual(["Input: boats", "take one boat", "put it back"]);
    expect(lines?.[1]?.startsWith("  ")).toBe(true);
  });
});

describe("contents", () => {
  it("give one row an entry, with leaders dropped and the number last", () => {
    const page = new Composer().line("Contents", { font: "bold" }).skip(1);
    const entry = (text: string, number: string, x: number, leaders = true) => {
      const end = x + widthOf(text);
      page.line(text, { x, stay: true });
      if (leaders) page.line(" .".repeat(Math.floor((1700 - end) / 20)).slice(1), { x: end + 40, stay: true });
      page.line(number, { x: 1800 - widthOf(number) });
    };
    entry("1 Boats", "3", LEFT, false);
    entry("1.1 Small boats", "4", LEFT + 40);
    entry("1.2 Large boats", "17", LEFT + 40);
    entry("1.3 Other boats", "23", LEFT + 40);
    const rows = blocksOf(page.layout({ page: 2 }), "toc_row");
    expect(
      rows.map((row) => [
        textOf({ ...row, lines: row.lines.slice(0, -1) }),
        textOf({ ...row, lines: row.lines.slice(-1) }),
      ]),
    ).toEqual([
      ["1 Boats", "3"],
      ["1.1 Small boats", "4"],
      ["1.2 Large boats", "17"],
      ["1.3 Other boats", "23"],
    ]);
  });
});

describe("contents without leaders", () => {
  const composed = (heading: string | undefined, numbers: readonly number[], column = "") => {
    const page = new Composer();
    if (heading) page.line(heading, { font: "bold" }).skip(1);
    for (const [at, number] of numbers.entries()) {
      page.line(`Boats of the ${at + 1}th kind`, { stay: true });
      if (column) page.line(column, { x: 1300, stay: true });
      page.line(String(number), { x: 1800 - widthOf(String(number)) });
    }
    return blocksOf(page.layout({ page: 2 }), "toc_row").length;
  };
  const RISING = [3, 5, 5, 9, 14, 21, 30, 31];

  it("are told by their heading, or by many entries with rising numbers", () => {
    expect(composed("Contents", RISING.slice(0, 4))).toBe(4);
    expect(composed(undefined, RISING)).toBe(8);
  });

  it("may stand in two columns", () => {
    const page = new Composer().line("Contents", { font: "bold" }).skip(1);
    for (const [at, number] of RISING.entries()) {
      const right = (text: string, x1: number) => ({ text, x: x1 - widthOf(text) });
      for (const { text, x } of [
        { text: `Boats of the ${at + 1}th kind`, x: 300 },
        right(String(number), 1000),
        { text: `Sails of the ${at + 1}th kind`, x: 1100 },
      ])
        page.line(text, { x, stay: true });
      const last = right(String(40 + number), 1800);
      page.line(last.text, { x: last.x });
    }
    const texts = textsOf(page.layout({ page: 2 }), "toc_row");
    expect(texts).toHaveLength(16);
    expect(texts[0]).toMatch(/^Boats of the 1th kind\s*3$/u);
    expect(texts[8]).toMatch(/^Sails of the 1th kind\s*43$/u);
  });

  it("keep the second line of an entry that does not fit before its number", () => {
    const page = new Composer().line("Contents", { font: "bold" }).skip(1);
    for (const [at, number] of RISING.entries()) {
      page.line(at % 3 === 0 ? "Boats of the lower valley and of the" : `Boats of the ${at}th kind`, { stay: true });
      page.line(String(number), { x: 920 - widthOf(String(number)) });
      if (at % 3 === 0) page.line("people who wait there");
    }
    const entries = blocksOf(page.layout({ page: 2 }), "toc_row").map(textOf);
    expect(entries).toHaveLength(8);
    expect(entries[0]).toMatch(/^Boats of the lower valley and of the people who wait there\s*3$/u);
  });

  it("are no table of figures", () => {
    expect(composed(undefined, RISING.slice(0, 5))).toBe(0);
    expect(composed(undefined, [3, 9, 5, 30, 14, 31, 21, 5])).toBe(0);
    expect(composed(undefined, RISING, "sold")).toBe(0);
  });
});

describe("listings and the text around them", () => {
  it("go on after two empty rows", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    setCode(page, ["import re", "x = re.compile(y)"]);
    setCode(page.skip(2), ["def f(a):", "    return a"]);
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([
      ["import re", "x = re.compile(y)", "def f(a):", "    return a"],
    ]);
  });

  it("do not take the items of a list that name commands", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    for (const name of ["make_install(all)", "make_clean(all)"]) {
      page.line("• ", { x: LEFT + 40, stay: true });
      page.line(name, { x: LEFT + 80, font: "mono" });
    }
    const layout = page.skip(1).paragraph(prose(60)).layout({ page: 2 });
    expect(blocksOf(layout, "code")).toEqual([]);
    expect(blocksOf(layout, "list_item")).toHaveLength(2);
  });

  it("do not take addresses broken over two lines, with or without their scheme", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    for (const row of ["https://www.example.org/blog/", "archives/2008/05/random_number_b.", "hf.co/datasets/boats"])
      page.line(row, { font: "mono" });
    page.line("{ada,ben}@example.org", { font: "mono" });
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([]);
  });
});

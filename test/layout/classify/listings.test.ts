import { describe, expect, it } from "vitest";
import { layoutPage } from "../../../src/layout/layout-page.js";
import { blocksOf, Composer, LEADING, LEFT, outline, prose, textOf } from "../../support/compose-page.js";
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

  it("are single lines that a colon announces, whatever they say", () => {
    const page = new Composer()
      .paragraph(prose(60))
      .paragraph("To measure the speed of all boats type this command:")
      .skip(0.3);
    setCode(page, ["  make time"]).skip(0.3).paragraph(prose(40)).skip(0.3);
    setCode(page, ["  no command"]).skip(0.3).paragraph(prose(40));
    expect(linesOf(page, "code")).toEqual([["make time"]]);
  });

  it("keep a row with a word in another face between their rows", () => {
    const page = setCode(new Composer().paragraph(prose(60)).skip(1), [
      "EXT(FOR(i, REG(32, a),",
      "    SLL(32, LI 2)),",
    ]);
    page.line("region", { font: "italic", x: LEFT + 8 * CELL, stay: true });
    page.line("))))", { font: "mono", x: LEFT + 8 * CELL + widthOf("region") });
    setCode(page, ["  ))"]).skip(1).paragraph(prose(60));
    expect(linesOf(page, "code")).toHaveLength(1);
    expect(linesOf(page, "code")[0]).toHaveLength(4);
  });

  it("keep comments that name who wrote them", () => {
    const code = ["# Copyright of the harbour", "# Written by Anna Tully <anna@harbour.org>", "global boats, sails"];
    const page = setCode(new Composer().paragraph(prose(60)).skip(1), code);
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([code]);
  });

  it("are no signatures of a library, whose names are bold over what they do", () => {
    const page = new Composer().paragraph(prose(60));
    const names = ["selectModels()", "onHelp()", "updateFit()"];
    for (const name of names) {
      page.skip(0.7).line(name, { font: "mono" });
      page.line("Show the boats that are chosen", { x: LEFT + 70 });
    }
    const evidence = page.skip(1).paragraph(prose(60)).evidence({ page: 2 });
    const bold = { ...evidence.fonts[3]!, name: "Mono-Bold", bold: true };
    const glyphs = evidence.glyphs.map((glyph) =>
      glyph.font === 3 && !/[()]/u.test(glyph.text) ? { ...glyph, font: evidence.fonts.length } : glyph,
    );
    const layout = layoutPage({ ...evidence, glyphs, fonts: [...evidence.fonts, bold] });
    expect(blocksOf(layout, "code")).toEqual([]);
    expect(layout.blocks.map(textOf)).toEqual(expect.arrayContaining(names));
  });

  it("keep a first column of codes, which is no line numbers", () => {
    const codes = ["05", "06", "07", "10", "11", "12", "13", "14", "15", "16", "17", "20"];
    const rows = codes.map((code) => `${code}   key ${code} = sign`);
    const page = setCode(new Composer().paragraph(prose(60)).skip(1), rows);
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([rows]);
  });

  it("are parted by the sentences between them, however little they are indented", () => {
    const page = new Composer().paragraph(prose(60));
    for (const part of ["one", "two", "three"]) {
      page.skip(0.2).line(`To see the boats of harbour ${part}, enter these commands:`);
      setCode(page, [`    $ boats --list ${part};`, `    $ boats --count ${part};`]);
    }
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual(
      ["one", "two", "three"].map((part) => [`$ boats --list ${part};`, `$ boats --count ${part};`]),
    );
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

  it("keep the dots of a sparse matrix in their columns", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const rows = ["[1,] 1 2 .   .   .", "[2,] 3 4 .   .   ."];
    for (const row of rows) page.line(row, { font: "mono", spaces: "gaps" });
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([rows]);
  });

  it("keep the numbers of observations", () => {
    const rows = ["1   57 79.29 0.12", "2   61 80.11 0.15", "3   63 82.40 0.21", "4   70 84.00 0.35"];
    const page = new Composer().paragraph(prose(60)).skip(1);
    for (const row of rows) page.line(row, { font: "mono" });
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([rows]);
  });

  it("set smaller numbers apart from one or two rows, and from short ones they are glued to", () => {
    for (const code of [["\\newlength{\\boats}"], ["\\newlength{\\boats}", "}"]]) {
      const page = new Composer().paragraph(prose(60)).skip(1);
      for (const [at, line] of code.entries()) {
        page.line(String(at + 121), { size: 20, stay: true });
        page.line(line, { x: LEFT + widthOf("121", 20) + 2, size: 28, font: "mono" });
      }
      expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([code]);
    }
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

  it("are rows of figures and names that a program set in columns", () => {
    const page = new Composer();
    const rows = Array.from({ length: 12 }, (_, at) => [`node${at}`, String(14.97 + at), String(3.47 * at), "chas"]);
    for (const row of rows) {
      for (const [at, text] of row.entries()) page.line(text, { x: LEFT + at * 15 * CELL, font: "mono", stay: true });
      page.skip(1);
    }
    expect(linesOf(page, "code").flat()).toHaveLength(rows.length);
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

  it("do not take names in the margin of the paragraphs that explain them", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const names = ["\\setboats", "\\getboats"];
    const text = [prose(12), prose(12, "Another")];
    for (const [at, name] of names.entries()) {
      page.line(name, { x: LEFT - 40 - widthOf(name, BODY_SIZE, "mono"), font: "mono", stay: true });
      page.line(text[at]!);
    }
    setCode(page.skip(0.3), ["\\def\\setboats{%", "  \\boats=0", "}"]);
    expect(linesOf(page, "code")).toEqual([["\\def\\setboats{%", "  \\boats=0", "}"]]);
  });

  it("stay in their columns", () => {
    const page = new Composer();
    for (const [at, x] of [LEFT, LEFT + 800].entries()) {
      page.y = 400;
      page.paragraph(prose(60, at === 0 ? "Left" : "Right"), { x, width: 700 }).skip(1);
      for (const line of [`open(${at})`, `load(${at})`, `close(${at})`]) page.line(line, { x, font: "mono" });
      page.skip(1).paragraph(prose(60), { x, width: 700 });
    }
    expect(linesOf(page, "code")).toEqual([0, 1].map((at) => [`open(${at})`, `load(${at})`, `close(${at})`]));
  });

  it("do not take a heading that names a command", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    page.line("2.2", { font: "bold", stay: true });
    page.line("\\setboatsandquays", { x: LEFT + 80, font: "mono" }).skip(0.3);
    page.line("Synopsis:").skip(0.3);
    setCode(page, ["\\setboats{a}", "\\setboats{b}"]);
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([["\\setboats{a}", "\\setboats{b}"]]);
  });

  it("do not take addresses broken over two lines, with or without their scheme", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    for (const row of ["https://www.example.org/blog/", "archives/2008/05/random_number_b.", "hf.co/datasets/boats"])
      page.line(row, { font: "mono" });
    page.line("{ada,ben}@example.org", { font: "mono" });
    expect(linesOf(page.skip(1).paragraph(prose(60)), "code")).toEqual([]);
  });
});

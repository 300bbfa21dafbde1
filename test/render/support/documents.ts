/** Golden documents, written in code. */
import type { MathBlock, PageLayout, PictureBlock, TableBlock, TableCell } from "../../../src/page.js";
import type { RenderOptions } from "../../../src/render/render-options.js";
import { line, math, PageBuilder, sub, sup, text } from "./layout.js";

export interface GoldenDocument {
  pages: PageLayout[];
  options?: Partial<RenderOptions>;
}

function mathBlock(page: PageBuilder, latex: string | undefined, number?: number, rate = 0.99): MathBlock {
  const box = page.box(90, 600, 700);
  return page.add<MathBlock>({
    kind: "math",
    box,
    latex,
    confidence: rate * rate,
    confidenceRate: rate,
    number,
    lines: [line("f(x) = g", box)],
    crop: true,
  });
}

function figure(page: PageBuilder, kind: "diagram" | "chart", captions: number[] = []): PictureBlock {
  const box = page.box(400, 900, 500);
  const labels = [line("Epoch", { ...box, y0: box.y1 - 30, x1: box.x0 + 90 }, { size: 24 })];
  return page.add<PictureBlock>({ kind, box, lines: labels, captions, crop: true });
}

function paper(): PageLayout[] {
  const first = new PageBuilder(1);
  first.text("title", ["On Small Things", "and Their Sums"], { style: { size: 59 } });
  first.text("authors", [
    [text("Ada Example"), sup("1∗"), text(", Bo Other"), sup("2")],
    ["Institute of Examples & Sons", "newline"],
  ]);
  first.text("authors", ["Cy Third"]);
  first.text("abstract", [
    "Abstract",
    ["We study small things that are small-", "newline"],
    ["er than large things by 65%.", "no_hyphen"],
  ]);
  first.text("abstract", ["A second paragraph costs $5 & more."]);
  first.text("section_header", ["1 Introduction"], { level: 1, style: { size: 42 } });
  first.text("text", [
    [text("Let "), math("f"), text(" be a convex func-")],
    ["tion (see #4) with CIFAR-", "no_hyphen"],
    ["10 and water H", "no_space"],
    [
      [
        text("H"),
        sub("2"),
        text("O at 10"),
        sup("6"),
        text(" Pa on the 1"),
        sup("st"),
        text(" day, as noted."),
        sup("9"),
      ],
      "space",
    ],
  ]);
  mathBlock(first, "f(x) \\geq f(0)+\\langle g, x\\rangle", first.blocks.length + 1);
  first.text("equation_number", ["(1.3)"], { style: { left: 1700 } });
  first.text("text", ["where g is a subgra-"], { continues: "space" });
  first.text("footnote", [[sup("9"), text(" A note with_underscores and {braces}.")]]);
  first.text("page_info", ["1"], { role: "page_number" });

  const second = new PageBuilder(2);
  second.text("page_info", ["Example and Other"], { role: "header" });
  second.text("text", ["dient of f at zero."], { continues: "no_hyphen" });
  const caption = second.text("figure_label", [
    "Figure 1: Loss {curve} at",
    "100% scale, with pre-",
    ["training.", "no_hyphen"],
  ]);
  figure(second, "chart", [caption.key]);
  figure(second, "diagram");
  second.text("section_header", ["1.1 Why"], { level: 2 });
  second.text("section_header", ["1.1.1 Deep {reasons}", "go on"], { level: 3 });
  second.text("section_header", ["1.1.1.1 Deeper"], { level: 4 });
  second.text("quote", ["Small is beautiful,", ["- he said.", "newline"]]);
  mathBlock(second, "\\begin{aligned}\na & =b \\\\\nc & =d\n\\end{aligned}");
  mathBlock(second, undefined);
  second.text("section_header", ["References"], { level: 1 });
  second.text("text", ["[1] A. Author. Title.", ["[2] B. Bother. Other.", "newline"]]);
  return [first.build(), second.build()];
}

function lists(): PageLayout[] {
  const first = new PageBuilder(1);
  const bullet = (depth: number, marker = "•") => ({ marker: { text: marker, kind: "bullet" as const, depth } });
  const ordered = (marker: string, depth = 0) => ({ marker: { text: marker, kind: "ordered" as const, depth } });
  first.text("text", ["Before the list:"]);
  first.text("list_item", ["one", "wraps here"], bullet(0));
  first.text("list_item", ["nested"], bullet(1, "–"));
  first.text("list_item", ["ordered within"], ordered("(a)", 2));
  first.text("list_item", ["two"], bullet(0));
  first.text("list_item", ["box"], bullet(0, "□"));
  first.text("list_item", ["[bracketed] start"], bullet(0));
  first.text("text", ["Between."]);
  first.text("list_item", ["first"], ordered("1."));
  mathBlock(first, "x^{2}");
  first.text("list_item", ["second"], ordered("2."));
  first.text("list_item", ["fifth"], ordered("5."));
  first.text("list_item", ["[3] like"], ordered("[3]"));
  first.text("text", ["Then over the page:"]);
  first.text("list_item", ["last of page one that goes on and is cut off in mid-"], ordered("1."));
  const second = new PageBuilder(2);
  second.text("list_item", ["sentence"], { continues: "no_hyphen" });
  second.text("list_item", ["first of page two"], ordered("2."));
  second.text("text", ["After."]);
  return [first.build(), second.build()];
}

function tables(): PageLayout[] {
  const page = new PageBuilder(1);
  const caption = page.text("figure_label", ["Table 1: Sizes & shares"]);
  const cell = (
    row: number,
    column: number,
    content: (string | ReturnType<typeof text>[])[],
    extra: Partial<TableCell> = {},
  ): TableCell => ({
    row,
    column,
    rowSpan: 1,
    colSpan: 1,
    box: { x0: 300 + column * 200, y0: 400 + row * 60, x1: 500 + column * 200, y1: 460 + row * 60 },
    lines: content.map((entry, i) =>
      line(
        entry,
        { x0: 310 + column * 200, y0: 405 + row * 60 + i * 20, x1: 400 + column * 200, y1: 423 + row * 60 + i * 20 },
        {
          continuation: i === 0 ? "start" : "newline",
          confidence: 0.98,
          confidenceRate: 0.995,
        },
      ),
    ),
    align: "l",
    ...extra,
  });
  const bands = (count: number, vertical: boolean) =>
    Array.from({ length: count }, (_, i) =>
      vertical
        ? { x0: 300 + i * 200, y0: 400, x1: 500 + i * 200, y1: 640 }
        : { x0: 300, y0: 400 + i * 60, x1: 900, y1: 460 + i * 60 },
    );
  const every = (rows: number, columns: number, value: boolean) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  const horizontal = every(5, 3, true);
  horizontal[3] = [false, true, true];
  page.moveTo(400);
  page.add<TableBlock>({
    kind: "table",
    box: page.box(240, 600),
    captions: [caption.key],
    lines: [],
    crop: true,
    grid: {
      rows: bands(4, false),
      columns: bands(3, true),
      cells: [
        cell(0, 0, ["Size_a"], { colSpan: 2, align: "c" }),
        cell(0, 2, ["R&D \\ [x]"]),
        cell(1, 0, ["3"]),
        cell(1, 1, ["4*5*6"]),
        cell(1, 2, ["two", "lines & more"]),
        cell(2, 0, ["tall"], { rowSpan: 2 }),
        cell(2, 1, ["$5"]),
        cell(3, 2, ["end"]),
      ],
      horizontal,
      vertical: every(4, 4, true),
      columnAlign: ["l", "c", "r"],
    },
  });
  page.add<TableBlock>({
    kind: "table",
    box: page.box(180, 400),
    captions: [],
    lines: [],
    crop: true,
    grid: {
      rows: bands(3, false),
      columns: bands(2, true),
      cells: [
        cell(0, 0, ["Name"]),
        cell(0, 1, ["Value"]),
        cell(1, 0, ["a"]),
        cell(1, 1, ["1"]),
        cell(2, 0, ["b"]),
        cell(2, 1, ["2"]),
      ],
      horizontal: [
        [true, true],
        [true, true],
        [false, false],
        [true, true],
      ],
      vertical: every(3, 3, false),
      columnAlign: ["l", "r"],
    },
  });
  page.add<TableBlock>({
    kind: "table",
    box: page.box(180, 400),
    captions: [],
    lines: [line("lost", page.box(20))],
    crop: true,
  });
  const second = page.text("figure_label", ["Table 2: A picture of a table"]);
  page.add<TableBlock>({ kind: "table", box: page.box(180, 400), captions: [second.key], lines: [], crop: true });
  return [page.build()];
}

function columns(): PageLayout[] {
  const page = new PageBuilder(1);
  page.columns = [
    { x0: 200, y0: 300, x1: 1000, y1: 2500 },
    { x0: 1100, y0: 300, x1: 1900, y1: 2500 },
  ];
  page.text("section_header", ["Wide heading"], { level: 1 });
  page.column = 1;
  page.left = 200;
  page.width = 800;
  page.text("text", ["Left column text goes on in the right col-"]);
  page.moveTo(320);
  page.column = 2;
  page.left = 1100;
  page.text("text", ["umn, joined."], { continues: "no_hyphen" });
  page.text("list_item", ["item in a column"], { marker: { text: "•", kind: "bullet", depth: 0 } });
  page.text("list_item", ["its child"], { marker: { text: "•", kind: "bullet", depth: 1 } });
  figure(page, "diagram");
  page.text("text", ["after the figure the word is cut by it"], { continues: "no_hyphen" });
  page.column = 0;
  page.left = 200;
  page.text("figure_label", ["Figure 9: A caption that nothing lists"]);
  page.text("page_info", ["DRAFT"], { role: "watermark" });
  page.text("page_info", ["beside"], { role: "margin_note" });
  return [page.build()];
}

function oddities(): PageLayout[] {
  const page = new PageBuilder(1);
  const nasty = [
    "# not a heading",
    "1984. A year, no item",
    "- dash > quote + plus * star",
    "> quote",
    "*emphasis* a*b*c 2 * 3 * 4 Author* Other*",
    "_emph_ snake_case_name __init__ f(_x_)",
    "`code` ``quotes''",
    "[^1] note [link](http://a.b/~x) ![alt](x.png) [[toc]]",
    "[1]: http://example.org",
    "^sup^ ~sub~ ~~strike~~ x^2 ~5 and ~6 a~b~c",
    "==mark== ++ins++ C++ i++;j++ a==b==c",
    "<b>bold</b> <script>alert(1)</script> a < b > c <smiles>CCO</smiles>",
    "$5 and $10, $x$",
    "\\section{x} \\(x\\) \\[y\\] \\\\ \\begin{tabular}{l} a\\b C:\\temp\\new",
    "---",
    "===",
    "| a | b |",
    "+++ fold",
    ": definition",
    "100% & #1 {curly} &amp; &copy;",
    "http://a.b/c_d#e?f=1&g=%20 me@example.org",
    "ends with a backslash \\",
  ];
  for (const content of nasty) page.text("text", [content]);
  page.text("title", ["Title with \\ and {brace"]);
  page.text("section_header", ["Section } with # and $x$ and [brackets]"], { level: 1 });
  page.text("form_field", ["Name: ________ □ yes ◯ no"]);
  page.text("toc_row", ["1 Introduction . . . . . . . . 5"]);
  page.text("toc_row", ["2 Things ........................ 17"]);
  page.text("toc_row", ["A Appendix xii"]);
  const mono = { size: 32, monospace: 1 };
  const code = page.lines(["def f(x):", ["return x ** 2 # `ok` $y$", "newline"]], mono);
  code[1]!.box = { ...code[1]!.box, x0: 300 + 64, x1: 300 + 64 + 24 * 16 };
  code[0]!.box = { ...code[0]!.box, x1: 300 + 9 * 16 };
  page.add({ kind: "code", lines: code, box: code[0]!.box });
  const steps = page.lines([
    [text("while "), math("x>0"), text(" do")],
    [[text("x ← x − 1")], "newline"],
  ]);
  steps[1]!.box = { ...steps[1]!.box, x0: 360 };
  page.add({ kind: "pseudocode", lines: steps, box: steps[0]!.box });
  page.text("text", [[text("中文文字，")], [[text("接着写 and Latin")], "space"]]);
  page.text("text", ["turned"], { style: { angle: 90 } });
  return [page.build()];
}

export const GOLDEN_DOCUMENTS: Readonly<Record<string, () => GoldenDocument>> = {
  paper: () => ({ pages: paper() }),
  "paper-options": () => ({
    pages: paper(),
    options: {
      includeEquationTags: true,
      includePageInfo: true,
      includePageBreaks: true,
      removeSectionNumbering: true,
      preserveSectionNumbering: false,
      mathInlineDelimiters: ["$", "$"],
      mathDisplayDelimiters: ["$$", "$$"],
      imageOutputMode: "cdn",
      cdnBase: "https://crops.example.org/",
      includeDiagramText: true,
      numbersDefaultToMath: true,
    },
  }),
  lists: () => ({ pages: lists() }),
  "lists-flat": () => ({ pages: lists(), options: { disableItemize: true } }),
  tables: () => ({ pages: tables() }),
  columns: () => ({ pages: columns() }),
  oddities: () => ({ pages: oddities() }),
  "oddities-fences": () => ({
    pages: oddities(),
    options: { disableLstlisting: true, autoNumberSections: true, preserveSectionNumbering: false },
  }),
};

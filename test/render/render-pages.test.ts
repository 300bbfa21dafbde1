import { describe, expect, it } from "vitest";
import { parseMmd } from "../../src/formats/mmd/parse-mmd.js";
import { renderCheck } from "../../src/formats/mmd/render-check.js";
import type { MathBlock, PictureBlock, TableBlock } from "../../src/page.js";
import { createDocumentRenderer } from "../../src/render/document-renderer.js";
import { quantizeFontSize } from "../../src/render/font-size.js";
import { imageId } from "../../src/render/ids.js";
import { checkInvariants } from "../../src/render/invariants.js";
import { DEFAULT_RENDER_OPTIONS } from "../../src/render/render-options.js";
import { GOLDEN_DOCUMENTS } from "./support/documents.js";
import { line, math, PageBuilder, text } from "./support/layout.js";
import { renderDocument } from "./support/render-document.js";

function mmdOf(...pages: PageBuilder[]): string {
  return renderDocument(pages.map((page) => page.build())).mmd;
}

describe("joins", () => {
  it("joins a paragraph over a page break with a line end and a hyphenated word without one", () => {
    const first = new PageBuilder(1);
    first.text("text", ["A paragraph that"]);
    const second = new PageBuilder(2);
    second.text("text", ["goes on with a hyphen-"], { continues: "space" });
    const third = new PageBuilder(3);
    third.text("text", ["ated word."], { continues: "no_hyphen" });
    expect(mmdOf(first, second, third)).toBe("A paragraph that\ngoes on with a hyphenated word.");
  });

  it("keeps the hyphen when the next page is not known", () => {
    const first = new PageBuilder(1);
    first.text("text", ["a hyphen-"]);
    const renderer = createDocumentRenderer({ documentId: "d", pageCount: 2, options: DEFAULT_RENDER_OPTIONS });
    expect(renderer.page(first.build()).mmd).toBe("a hyphen-");
  });

  it("does not join over a figure or a footnote between", () => {
    const page = new PageBuilder();
    page.text("text", ["cut in mid-"]);
    page.text("footnote", ["note"]);
    page.text("text", ["sentence"], { continues: "no_hyphen" });
    expect(mmdOf(page)).toBe("cut in mid-\n\n\\footnotetext{\nnote\n}\n\nsentence");
  });

  it("joins past running heads, which are not part of the MMD", () => {
    const first = new PageBuilder(1);
    first.text("text", ["cut in mid-"]);
    first.text("page_info", ["17"], { role: "page_number" });
    const second = new PageBuilder(2);
    second.text("page_info", ["Head"], { role: "header" });
    second.text("text", ["sentence"], { continues: "no_hyphen" });
    expect(mmdOf(first, second)).toBe("cut in midsentence");
  });

  it("joins Chinese and Japanese lines without a blank, Korean ones with", () => {
    const page = new PageBuilder();
    page.text("text", ["中文", "文字"]);
    page.text("text", ["한국", "어"]);
    expect(mmdOf(page)).toBe("中文文字\n\n한국 어");
  });
});

describe("page breaks", () => {
  it("stand between pages, one for each, and before nothing", () => {
    const pages = [1, 2, 3].map((n) => {
      const page = new PageBuilder(n);
      if (n !== 2) page.text("text", [`page ${n}`]);
      return page.build();
    });
    expect(renderDocument(pages, { includePageBreaks: true }).mmd).toBe(
      "page 1\n\n\\pagebreak\n\n\\pagebreak\n\npage 3",
    );
  });
});

describe("lists", () => {
  const bullet = (depth = 0) => ({ marker: { text: "•", kind: "bullet" as const, depth } });

  it("are closed on their page when the next begins with something else", () => {
    const first = new PageBuilder(1);
    first.text("list_item", ["a"], bullet());
    const second = new PageBuilder(2);
    second.text("text", ["b"]);
    expect(mmdOf(first, second)).toBe("\\begin{itemize}\n\\item a\n\\end{itemize}\n\nb");
  });

  it("are balanced even when the announced page is not the one that comes", () => {
    const first = new PageBuilder(1);
    first.text("list_item", ["a"], bullet());
    const announced = new PageBuilder(2);
    announced.text("list_item", ["b"], bullet());
    const actual = new PageBuilder(2);
    actual.text("text", ["c"]);
    const renderer = createDocumentRenderer({ documentId: "d", pageCount: 2, options: DEFAULT_RENDER_OPTIONS });
    const mmd = renderer.page(first.build(), announced.build()).mmd + renderer.page(actual.build()).mmd;
    expect(mmd).toBe("\\begin{itemize}\n\\item a\n\\end{itemize}\n\nc");
  });

  it("nest at most one level deeper at a time and four in all", () => {
    const page = new PageBuilder();
    for (const depth of [0, 3, 9, 9, 9, 9]) page.text("list_item", [`d${depth}`], bullet(depth));
    const { mmd, lines } = renderDocument([page.build()]);
    expect(mmd.match(/\\begin\{itemize\}/g)).toHaveLength(4);
    expect(mmd.match(/\\end\{itemize\}/g)).toHaveLength(4);
    const items = lines.pages[0]!.lines.filter(({ type }) => type === "list_item");
    expect(items.slice(1, 4).map(({ parent_id }) => parent_id)).toEqual(items.slice(0, 3).map(({ id }) => id));
  });

  it("stay open around further paragraphs of an item, and close behind that of the last", () => {
    const page = new PageBuilder();
    const numbered = (text: string) => ({ marker: { text, kind: "ordered" as const, depth: 0 } });
    page.text("list_item", ["a"], numbered("1."));
    page.text("text", ["# further"], { inItem: true });
    page.text("list_item", ["b"], numbered("2."));
    page.text("text", ["more"], { inItem: true });
    page.text("text", ["after"]);
    const mmd = mmdOf(page);
    expect(mmd).toBe("\\begin{enumerate}\n\\item a\n\n\\# further\n\\item b\n\nmore\n\\end{enumerate}\n\nafter");
    const [list, after] = parseMmd(mmd).blocks;
    expect(list?.type === "list" && list.items).toHaveLength(2);
    expect(after?.type).toBe("paragraph");
  });

  it("keep an item that is nothing but its marker", () => {
    const page = new PageBuilder();
    const item = page.text("list_item", ["x"], bullet());
    item.lines[0]!.spans = [];
    page.text("list_item", ["y"], bullet());
    expect(mmdOf(page)).toBe("\\begin{itemize}\n\\item\n\\item y\n\\end{itemize}");
  });
});

describe("pictures", () => {
  it("stand for formulas without LaTeX and tables without grid, and are listed", () => {
    const page = new PageBuilder();
    page.add<MathBlock>({
      kind: "math",
      box: page.box(50),
      confidence: 1,
      confidenceRate: 1,
      lines: [line("a2 + b2", page.box(20))],
      crop: true,
    });
    page.add<TableBlock>({ kind: "table", box: page.box(50), captions: [], lines: [], crop: true });
    const { mmd, images, lines } = renderDocument([page.build()]);
    expect(mmd.match(/!\[\]\(images\/[^)]+\)/g)).toHaveLength(2);
    expect(images.map(({ kind, referenced }) => [kind, referenced])).toEqual([
      ["equation", true],
      ["table", true],
    ]);
    expect(lines.pages[0]!.lines[0]).toMatchObject({ type: "math", text: "a2 + b2" });
    for (const image of images) expect(mmd).toContain(image.name);
  });

  it("in the cells of a table are lines of their own, which the table shows", () => {
    const page = new PageBuilder();
    const box = page.box(100, 600);
    const [left, right] = [
      { ...box, x1: box.x0 + 200 },
      { ...box, x0: box.x0 + 200 },
    ];
    const inner = { x0: left.x0 + 20, y0: box.y0 + 10, x1: left.x0 + 90, y1: box.y0 + 80 };
    const cell = { row: 0, rowSpan: 1, colSpan: 1, align: "l" as const };
    page.add<TableBlock>({
      kind: "table",
      box,
      captions: [],
      lines: [],
      crop: false,
      grid: {
        rows: [box],
        columns: [left, right],
        cells: [
          { ...cell, column: 0, box: left, lines: [], picture: { key: -1, box: inner } },
          { ...cell, column: 1, box: right, lines: [line("Plate", right)], picture: { key: -2, box: right } },
        ],
        horizontal: [[], []],
        vertical: [[]],
        columnAlign: ["l", "l"],
      },
    });
    const { mmd, images, lines, mmdLines } = renderDocument([page.build()]);
    expect(mmd).toMatch(/^\\begin\{tabular\}\{ll\}\n!\[\]\(images\/\S+\) & !\[\]\(images\/\S+\) Plate \\\\\n/);
    expect(images.map(({ key, kind, referenced }) => [key, kind, referenced])).toEqual([
      [-1, "figure", true],
      [-2, "figure", true],
    ]);
    const shown = lines.pages[0]!.lines.filter(({ type }) => type === "diagram");
    expect(shown.map(({ id }) => id)).toEqual(images.map(({ lineId }) => lineId));
    expect(checkInvariants(lines, mmd, mmdLines)).toEqual([]);
  });

  it("warn about doubtful formulas but show their LaTeX", () => {
    const page = new PageBuilder();
    page.add<MathBlock>({
      kind: "math",
      box: page.box(50),
      latex: "x",
      confidence: 0.1,
      confidenceRate: 0.3,
      lines: [],
      crop: true,
    });
    const { mmd, images, warnings } = renderDocument([page.build()]);
    expect(mmd).toBe("\\[\nx\n\\]");
    expect(images).toMatchObject([{ kind: "equation", referenced: false }]);
    expect(warnings).toHaveLength(1);
  });

  it("list the lines printed inside them on request", () => {
    const page = new PageBuilder();
    const box = page.box(300);
    page.add<PictureBlock>({ kind: "diagram", box, lines: [line("axis", box)], captions: [], crop: true });
    expect(renderDocument([page.build()]).lines.pages[0]!.lines).toHaveLength(1);
    const { lines, mmd } = renderDocument([page.build()], { includeDiagramText: true });
    expect(lines.pages[0]!.lines[1]).toMatchObject({ type: "diagram_info", text: "axis", conversion_output: false });
    expect(mmd).not.toContain("axis");
  });
});

describe("delimiters and fonts", () => {
  it("drops the outer pair when the delimiters open equation* themselves", () => {
    const page = new PageBuilder();
    const number = { key: 1 };
    page.add<MathBlock>({
      kind: "math",
      box: page.box(50),
      latex: "x",
      confidence: 1,
      confidenceRate: 1,
      lines: [],
      crop: false,
      number: number.key,
    });
    page.text("equation_number", ["(2a)"]);
    const options = {
      includeEquationTags: true,
      mathDisplayDelimiters: ["\\begin{equation*}", "\\end{equation*}"] as const,
    };
    expect(renderDocument([page.build()], options).mmd).toBe("\\begin{equation*}\nx \\tag{2a}\n\\end{equation*}");
  });

  it("merges formulas that touch, so that dollars stay pairs", () => {
    const page = new PageBuilder();
    page.text("text", [[math("x"), text("2", { script: "super" }), text(" and "), math("a"), math("b")]]);
    const { mmd } = renderDocument([page.build()], { mathInlineDelimiters: ["$", "$"] });
    expect(mmd).toBe("$x { }^{2}$ and $a b$");
  });
});

describe("neighbouring scripts", () => {
  it.each([
    [
      "two subscripts",
      [text("x"), text("k", { script: "sub" }), text("⩾0", { script: "sub", italic: true })],
      "x\\(_{k \\geqslant 0}\\)",
    ],
    [
      "sub- and superscript",
      [text("x"), text("i", { script: "sub" }), text("2", { script: "super" })],
      "x\\(_{i}^{2}\\)",
    ],
    ["a formula and a subscript", [math("x_{1}"), text("2", { script: "sub" })], "\\(x_{1}{}_{2}\\)"],
    ["a number and a power", [math("10"), text("6", { script: "super" })], "\\(10^{6}\\)"],
  ])("%s", (_, spans, expected) => {
    const page = new PageBuilder();
    page.text("text", [spans]);
    const mmd = mmdOf(page);
    expect(mmd).toBe(expected);
    expect(renderCheck(mmd)).toEqual([]);
  });
});

describe("records", () => {
  it.each([
    [34.7, 28],
    [41.7, 35],
    [59, 44],
    [27.8, 22],
    [22, 18],
    [0, 28],
    [Number.NaN, 28],
  ])("font size of %f px is %i", (em, expected) => {
    expect(quantizeFontSize(em)).toBe(expected);
  });

  it.each([
    [1, 1, "d-1"],
    [1, 22, "d-01"],
    [7, 100, "d-007"],
    [120, 100, "d-120"],
  ])("page %i of %i is %s", (page, count, expected) => {
    expect(imageId("d", page, count)).toBe(expected);
  });

  it("stay inside the page and valid for boxes that do not", () => {
    const page = new PageBuilder();
    const block = page.text("text", ["x"]);
    block.lines[0]!.box = { x0: -50, y0: Number.NaN, x1: 99_999, y1: -3 };
    block.lines[0]!.confidence = 7;
    block.lines[0]!.confidenceRate = Number.NaN;
    const { lines, mmd, mmdLines } = renderDocument([page.build()]);
    expect(checkInvariants(lines, mmd, mmdLines)).toEqual([]);
  });

  it("give twins ids of their own, the same on every run", () => {
    const make = () => {
      const page = new PageBuilder();
      const box = page.box(40);
      for (let i = 0; i < 3; i++) page.add({ kind: "text", box, lines: [line("same", box)] });
      return renderDocument([page.build()]).lines.pages[0]!.lines.map(({ id }) => id);
    };
    const ids = make();
    expect(new Set(ids).size).toBe(3);
    expect(make()).toEqual(ids);
  });

  it("read back as the words of the page", () => {
    const page = new PageBuilder();
    page.text("section_header", ["2 Odd & even"], { level: 2 });
    const document = parseMmd(mmdOf(page));
    expect(document.blocks).toMatchObject([{ type: "heading", level: 3, children: [{ text: "2 Odd & even" }] }]);
  });
});

describe("checkInvariants", () => {
  const broken: Record<string, (document: ReturnType<typeof renderDocument>) => void> = {
    "1 line numbers": ({ lines }) => {
      lines.pages[0]!.lines[2]!.line = 9;
    },
    "2 unique ids": ({ lines }) => {
      lines.pages[0]!.lines[1]!.id = lines.pages[0]!.lines[0]!.id;
    },
    "2 inverse children": ({ lines }) => {
      lines.pages[0]!.lines[0]!.children_ids = [];
    },
    "3 concatenation": (document) => {
      document.mmd += " ";
    },
    "4 labels": ({ lines }) => {
      lines.pages[1]!.lines.find((record) => record.selected_labels)!.selected_labels = ["0".repeat(32)];
    },
    "5 page bounds": ({ lines }) => {
      lines.pages[0]!.page_width = 500;
    },
    "5 contour": ({ lines }) => {
      lines.pages[0]!.lines[1]!.cnt[0] = [0, 0];
    },
    "6 output has display": ({ lines }) => {
      lines.pages[0]!.lines[0]!.conversion_output = true;
    },
    "6 containers are empty": ({ lines }) => {
      lines.pages[0]!.lines[0]!.text = "x";
    },
    "7 confidence pair": ({ lines }) => {
      delete lines.pages[0]!.lines[1]!.confidence;
    },
    "7 confidence order": ({ lines }) => {
      lines.pages[0]!.lines[1]!.confidence_rate = 0.5;
    },
    "8 crop names": ({ lines }) => {
      lines.pages[1]!.lines.find(({ type }) => type === "chart")!.region.width += 1;
    },
    "9 lines.mmd.json": ({ mmdLines }) => {
      mmdLines.pages[0]!.lines.pop();
    },
  };
  it.each(Object.entries(broken))("reports a breach of %s", (_, breach) => {
    const { pages } = GOLDEN_DOCUMENTS.paper!();
    const document = renderDocument(pages);
    breach(document);
    expect(checkInvariants(document.lines, document.mmd, document.mmdLines)).not.toEqual([]);
  });

  it.each([
    [
      "overlapping cells",
      (document: ReturnType<typeof renderDocument>) => {
        document.lines.pages[0]!.lines.find(({ type }) => type === "simple_cell")!.cell_column = 0;
      },
    ],
    [
      "a table's confidence",
      (document: ReturnType<typeof renderDocument>) => {
        document.lines.pages[0]!.lines.find(({ type }) => type === "table")!.confidence = 0.1;
      },
    ],
  ] as const)("reports a breach of 10: %s", (_, breach) => {
    const { pages } = GOLDEN_DOCUMENTS.tables!();
    const document = renderDocument(pages);
    breach(document);
    expect(checkInvariants(document.lines, document.mmd, document.mmdLines)).not.toEqual([]);
  });
});

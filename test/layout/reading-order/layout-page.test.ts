import { describe, expect, it } from "vitest";
import { layoutPage } from "../../../src/layout/layout-page.js";
import type { Block, PageEvidence, TextLine } from "../../../src/page.js";
import { BODY_SIZE, makeEvidence, makeRule, type Setting, setParagraph } from "../../support/make-evidence.js";

const WORDS =
  "the mill stream turned slowly under old stones while people of our village waited for rain and better news from town".split(
    " ",
  );

/** Running text of about `count` words that begins with a mark, so that its place can be found again. */
function prose(mark: string, count: number, offset = 0): string {
  return [mark, ...Array.from({ length: count }, (_, index) => WORDS[(index * 7 + offset) % WORDS.length]!)].join(" ");
}

function columnOf(mark: string, x: number, y: number, words = 120, width = 820): Setting[] {
  return setParagraph(prose(mark, words, mark.length), { x, y, width, justify: true });
}

function plain(block: Block): string {
  const lines: TextLine[] = "lines" in block ? block.lines : [];
  return lines
    .map((line) => line.spans.map((span) => (span.kind === "text" ? span.text : span.latex)).join(""))
    .join(" ");
}

/** Order in which the marks come in the page's blocks. */
function orderOf(marks: readonly string[], settings: readonly Setting[], more: Partial<PageEvidence> = {}): string[] {
  const text = layoutPage(makeEvidence(settings, more)).blocks.map(plain).join(" ");
  return [...marks].sort((a, b) => text.indexOf(a) - text.indexOf(b)).filter((mark) => text.includes(mark));
}

const LEFT = 200;
const RIGHT = 1105;
const FULL = 1725;

describe("reading order", () => {
  it("reads a title over two columns, the columns and a full-width end", () => {
    const title = { text: "Mtitle of this page", x: 700, y: 250, size: 60, font: "bold" as const };
    const end = setParagraph(prose("Mend", 60), { x: LEFT, y: 2200, width: FULL });
    const settings = [...columnOf("Mright", RIGHT, 450), ...end, title, ...columnOf("Mleft", LEFT, 450)];
    expect(orderOf(["Mend", "Mright", "Mleft", "Mtitle"], settings)).toEqual(["Mtitle", "Mleft", "Mright", "Mend"]);
  });

  it("never mixes lines of two columns on the same baselines", () => {
    const { blocks } = layoutPage(makeEvidence([...columnOf("Mleft", LEFT, 450), ...columnOf("Mright", RIGHT, 450)]));
    const texts = blocks.map(plain);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^Mleft/);
    expect(texts[1]).toMatch(/^Mright/);
    expect(blocks.map((block) => block.column)).toEqual([1, 2]);
  });

  it("reads three columns left to right", () => {
    const at = (index: number) => LEFT + index * 590;
    const settings = ["Mone", "Mtwo", "Mthree"].flatMap((mark, index) => columnOf(mark, at(index), 450, 100, 540));
    expect(orderOf(["Mthree", "Mtwo", "Mone"], settings)).toEqual(["Mone", "Mtwo", "Mthree"]);
    expect(layoutPage(makeEvidence(settings)).columns).toHaveLength(3);
  });

  it("starts the columns anew below a line across the page", () => {
    const across = {
      text: "Mheading that runs across the whole of the page and over both of its columns",
      x: LEFT,
      y: 1450,
      size: 46,
      font: "bold" as const,
    };
    const settings = [
      ...columnOf("Ma", LEFT, 450, 100),
      ...columnOf("Mb", RIGHT, 450, 100),
      across,
      ...columnOf("Mc", LEFT, 1600, 100),
      ...columnOf("Md", RIGHT, 1600, 100),
    ];
    expect(orderOf(["Md", "Mc", "Mheading", "Mb", "Ma"], settings)).toEqual(["Ma", "Mb", "Mheading", "Mc", "Md"]);
  });

  it("reads rows of labels and values row by row", () => {
    const rows = ["Mname", "Mstreet", "Mtown", "Mphone"].flatMap((label, index): Setting[] => [
      { text: label, x: LEFT, y: 500 + index * 60 },
      { text: `V${label} with its value`, x: LEFT + 500, y: 500 + index * 60 },
    ]);
    expect(orderOf(["VMtown", "Mphone", "VMname", "Mstreet"], rows)).toEqual(["VMname", "Mstreet", "VMtown", "Mphone"]);
  });

  it("reads labels of several lines before the sentences beside them", () => {
    const rows = [0, 130].flatMap((down, at): Setting[] => [
      { text: `Mfirst${at}`, x: LEFT, y: 500 + down },
      { text: `Here ${prose("text", 9)} and`, x: LEFT + 300, y: 500 + down },
      { text: `Msecond${at}`, x: LEFT, y: 542 + down },
      { text: `end${at} ${prose("of", 5)}.`, x: LEFT + 300, y: 542 + down },
    ]);
    const marks = ["end1", "Msecond0", "Mfirst1", "end0", "Mfirst0", "Msecond1"];
    expect(orderOf(marks, rows)).toEqual(["Mfirst0", "Msecond0", "end0", "Mfirst1", "Msecond1", "end1"]);
  });

  it("keeps running heads and feet out of the columns", () => {
    const head = [
      { text: "17", x: LEFT, y: 150 },
      { text: "Mhead in small type", x: 1500, y: 150, size: 28 },
    ];
    const foot = [{ text: "Mfoot of the journal", x: LEFT, y: 2650, size: 28 }];
    const settings = [...columnOf("Mleft", LEFT, 300, 330), ...foot, ...head, ...columnOf("Mright", RIGHT, 300, 330)];
    expect(orderOf(["Mfoot", "Mright", "Mleft", "Mhead"], settings)).toEqual(["Mhead", "Mleft", "Mright", "Mfoot"]);
  });

  it("takes no line of the columns below the running head for one more row of it", () => {
    const head = { text: "Mhead of the book", x: 900, y: 150 };
    const left = [{ text: "Mleft in small type", x: LEFT, y: 255, size: 30 }, ...columnOf("Tleft", LEFT, 310, 100)];
    const right = [
      { text: "Mright of it in small type", x: RIGHT, y: 255, size: 30 },
      ...columnOf("Tright", RIGHT, 310, 100),
    ];
    expect(orderOf(["Tleft", "Mright", "Mhead", "Tright", "Mleft"], [head, ...left, ...right])).toEqual([
      "Mhead",
      "Mleft",
      "Tleft",
      "Mright",
      "Tright",
    ]);
  });

  it("reads notes in the margin after the text beside them", () => {
    const text = setParagraph(prose("Mtext", 300), { x: 700, y: 400, width: 1200, justify: true });
    const note = setParagraph(prose("Mnote", 12), { x: LEFT, y: 1300, width: 330, size: 26 });
    expect(orderOf(["Mnote", "Mtext"], [...note, ...text])).toEqual(["Mtext", "Mnote"]);
  });

  it("reads the names over a two-column text before the text", () => {
    const names = [
      { text: "Mada Author", x: 450, y: 350 },
      { text: "Mbob Author", x: 1400, y: 350 },
    ];
    const settings = [...names, ...columnOf("Mleft", LEFT, 600), ...columnOf("Mright", RIGHT, 600)];
    expect(orderOf(["Mright", "Mbob", "Mleft", "Mada"], settings)).toEqual(["Mada", "Mbob", "Mleft", "Mright"]);
  });

  it("reads what a rule across the page parts section by section", () => {
    const section = (mark: string, y: number): Setting[] => [
      ...setParagraph(`M${mark} heading`, { x: LEFT, y, width: 300, font: "bold" }),
      ...setParagraph(prose(`T${mark}`, 70), { x: 700, y, width: 1200 }),
    ];
    const rules = [680, 1180].map((y) => makeRule(LEFT, y, LEFT + FULL, y + 3));
    const settings = [...section("one", 400), ...section("two", 900), ...section("three", 1400)];
    expect(orderOf(["Mthree", "Tone", "Mtwo", "Mone", "Ttwo", "Tthree"], settings, { rules })).toEqual([
      "Mone",
      "Tone",
      "Mtwo",
      "Ttwo",
      "Mthree",
      "Tthree",
    ]);
  });

  it("links a paragraph that goes on in the next column", () => {
    const left = setParagraph(prose("Mleft", 130), { x: LEFT, y: 450, width: 820, justify: true });
    const settings = [
      ...left.slice(0, 10),
      ...setParagraph(`which goes on ${prose("here", 80)}`, { x: RIGHT, y: 450, width: 820, justify: true }),
    ];
    const second = layoutPage(makeEvidence(settings)).blocks[1]!;
    expect("continues" in second ? second.continues : undefined).toBe("space");
  });
});

describe("turned pages", () => {
  it("reads a page set sideways in its own direction", () => {
    const lines = [
      "Mfirst line of the sideways page",
      "Msecond line of the sideways page",
      "Mthird line of the sideways page",
    ];
    const settings = lines.map(
      (text, index): Setting => ({ text, x: 300 + index * 1.3 * BODY_SIZE, y: 2400, angle: 270 }),
    );
    expect(orderOf(["Mthird", "Mfirst", "Msecond"], settings)).toEqual(["Mfirst", "Msecond", "Mthird"]);
  });

  it("is no page of a plot whose axis is named upward, and the plot keeps its place", () => {
    const box = { x0: 400, y0: 300, x1: 1800, y1: 1500 };
    const labels = ["cases of May", "control of May", "cases of June", "control of June"].map(
      (text, at): Setting => ({ text, x: 420, y: 500 + at * 200 }),
    );
    const axis: Setting = { text: "Meigenvector of the second kind", x: 250, y: 1200, angle: 270 };
    const drawings = [{ box, paths: 12, segments: 60, curves: 0 }];
    const { blocks } = layoutPage(makeEvidence([...labels, axis], { drawings }));
    const figures = blocks.filter(({ kind }) => kind === "chart" || kind === "diagram");
    expect(figures.map((figure) => figure.box.x0 <= 400 && figure.box.x1 >= 1800 && figure.box.y1 >= 1500)).toEqual([
      true,
    ]);
    expect(blocks.filter(({ kind }) => kind === "text")).toEqual([]);
  });

  it("reads columns of vertical Chinese from right to left", () => {
    const settings = ["春眠不觉晓", "处处闻啼鸟", "夜来风雨声"].map(
      (text, index): Setting => ({ text, x: 1200 - index * 60, y: 400, angle: 90 }),
    );
    expect(layoutPage(makeEvidence(settings)).blocks.map(plain).join("").replaceAll(" ", "")).toBe(
      "春眠不觉晓处处闻啼鸟夜来风雨声",
    );
  });

  it("leaves a stamp turned along the edge to the end", () => {
    const stamp: Setting = { text: "Mstamp 1234.5678 of the archive", x: 80, y: 1800, angle: 270 };
    expect(orderOf(["Mstamp", "Mtext"], [stamp, ...columnOf("Mtext", LEFT, 400)])).toEqual(["Mtext", "Mstamp"]);
  });
});

describe("margins", () => {
  it("with heads beside their sections are read head by head", () => {
    const section = (mark: string, y: number): Setting[] => [
      { text: `M${mark} head`, x: LEFT, y, font: "bold" },
      ...setParagraph(`Note ${mark} in the margin says a word or two more`, {
        x: LEFT,
        y: y + 120,
        width: 330,
        size: 27,
      }),
      ...setParagraph(prose(`T${mark}`, 110), { x: 700, y, width: 1200 }),
    ];
    const settings = [...section("one", 400), ...section("two", 1000), ...section("three", 1600)];
    expect(orderOf(["Mthree", "Tone", "Mtwo", "Mone", "Ttwo", "Tthree"], settings)).toEqual([
      "Mone",
      "Tone",
      "Mtwo",
      "Ttwo",
      "Mthree",
      "Tthree",
    ]);
  });
});

describe("text around a box", () => {
  it("goes on below the box, which is read first", () => {
    const leading = 1.2 * BODY_SIZE;
    const beside = setParagraph(prose("Mtext", 150), { x: LEFT, y: 400, width: 1000, justify: true }).slice(0, 9);
    const below = setParagraph(`Mbelow ${prose("it", 60)}`, {
      x: LEFT,
      y: 400 + beside.length * leading,
      width: FULL,
      justify: true,
    });
    const box = ["Mking", "reign", "spouses", "house", "father", "mother"].map(
      (text, index): Setting => ({
        text: `${text} and a value`,
        x: 1400,
        y: 420 + index * 70,
        size: 28,
        font: "italic",
      }),
    );
    const { blocks } = layoutPage(makeEvidence([...box, ...beside, ...below]));
    const texts = blocks.map(plain);
    expect(texts.at(-1)).toMatch(/^Mtext.*Mbelow/s);
    expect(texts[0]).toContain("Mking");
  });

  it("does not end at one overfull line", () => {
    const lines = setParagraph(prose("Mtext", 150), { x: LEFT, y: 400, width: 1000, justify: true });
    const overfull = { ...lines[3]!, stretch: (lines[3]!.stretch ?? 1) * 1.35 };
    const { blocks } = layoutPage(makeEvidence([...lines.slice(0, 3), overfull, ...lines.slice(4)]));
    expect(blocks).toHaveLength(1);
    expect(plain(blocks[0]!)).toMatch(/^Mtext/);
  });

  it("goes through lines of the left column that print over the right one", () => {
    const left = columnOf("Mleft", LEFT, 450, 160);
    const over = { text: prose("Mover", 20), x: LEFT, y: left[6]!.y + 0.4 * BODY_SIZE };
    const settings = [...left.filter((_, at) => at !== 6), over, ...columnOf("Mright", RIGHT, 450, 160)];
    const text = layoutPage(makeEvidence(settings)).blocks.map(plain).join(" ");
    expect(text.indexOf("Mover")).toBeLessThan(text.indexOf("Mright"));
    expect(text.split("Mright")[0]).toContain(left.at(-1)!.text);
  });

  it("takes headings over two columns for no running head", () => {
    const head = (text: string, x: number) => ({ text, x, y: 150, size: 48, font: "bold" as const });
    const settings = [
      head("Mfirst method", LEFT),
      head("Msecond constant", RIGHT),
      ...columnOf("Mleft", LEFT, 230, 160),
      ...columnOf("Mright", RIGHT, 230, 160),
    ];
    const marks = ["Msecond", "Mright", "Mleft", "Mfirst"];
    expect(orderOf(marks, settings)).toEqual(["Mfirst", "Mleft", "Msecond", "Mright"]);
  });

  it("reads a heading under the left column with the full-width text below it, not before the right column", () => {
    const head = { text: "Mhead of the next part", x: LEFT, y: 1330, size: 48, font: "bold" as const };
    const settings = [
      ...columnOf("Mleft", LEFT, 450, 120),
      ...columnOf("Mright", RIGHT, 450, 120),
      head,
      ...setParagraph(prose("Mend", 60), { x: LEFT, y: 1400, width: FULL }),
    ];
    expect(orderOf(["Mhead", "Mend", "Mright", "Mleft"], settings)).toEqual(["Mleft", "Mright", "Mhead", "Mend"]);
  });

  it("keeps notes in the margin out of the sentences beside them", () => {
    const note = ["Notes", "in the", "margin", "stand", "beside"].map((text, row) => ({
      text,
      x: 60,
      y: 450 + 44 * row,
    }));
    const settings = [...columnOf("Mtext", 300, 450, 150, 1500), ...note];
    const texts = layoutPage(makeEvidence(settings)).blocks.map(plain);
    expect(texts[0]).toMatch(/^Mtext/);
    expect(texts.slice(1).join(" ")).toBe("Notes in the margin stand beside");
  });

  it("reads two lists side by side one after the other", () => {
    const list = (items: readonly string[], x: number) =>
      items.map((text, row) => ({ text: `• ${text}`, x, y: 500 + 70 * row }));
    const settings = [
      ...list(["Mone left", "Mtwo left", "Mthree left"], 300),
      ...list(["Mfour right", "Mfive right", "Msix right"], 1150),
    ];
    expect(orderOf(["Mfour", "Mone", "Mtwo", "Mfive", "Msix", "Mthree"], settings)).toEqual([
      "Mone",
      "Mtwo",
      "Mthree",
      "Mfour",
      "Mfive",
      "Msix",
    ]);
  });

  it("gives the first lines of columns no continuation of a subtitle over them", () => {
    const subtitle = { text: "Council puts off the bridge over the river", x: 700, y: 380 };
    const { blocks } = layoutPage(
      makeEvidence([subtitle, ...columnOf("Mleft", LEFT, 500), ...columnOf("Mright", RIGHT, 500)]),
    );
    const first = blocks.find((block) => plain(block).startsWith("Mleft"));
    expect(first && "continues" in first ? first.continues : undefined).toBeUndefined();
  });
});

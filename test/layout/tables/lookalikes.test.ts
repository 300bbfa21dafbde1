import { describe, expect, it } from "vitest";
import { type Setting, setLines, setParagraph } from "../../support/make-evidence.js";
import { across, down, latticeRules, setRows, tablesOf } from "./table-page.js";

const PROSE =
  "The old mill by the river has stood empty for years and nobody in the village remembers who closed the door for the " +
  "last time. In spring the water rises to the second step and carries branches, bottles and once a boat past the wheel. " +
  "Children are told not to play there, so of course they do, and every summer one of them finds the hidden room again.";

function column(x: number, y: number, width = 800): Setting[] {
  return setParagraph(PROSE, { x, y, width, justify: true });
}

describe("what only looks like a table", () => {
  it("two columns of running text, with and without rules above and below", () => {
    const page = [...column(200, 500), ...column(1120, 500)];
    expect(tablesOf(page)).toEqual([]);
    expect(tablesOf(page, { rules: [across(440, 200, 1920), across(1100, 200, 1920)] })).toEqual([]);
  });

  it("three narrow columns of ragged text below a running head", () => {
    const page = [200, 800, 1400].flatMap((x) => setParagraph(PROSE, { x, y: 500, width: 520 }));
    expect(tablesOf(page, { rules: [across(440, 200, 1920), across(1500, 200, 1920)] })).toEqual([]);
  });

  it("a bibliography", () => {
    const entries = [
      "Knuth, The Art",
      "Lamport, A Document",
      "Hoare, Proof of",
      "Dijkstra, Notes on",
      "Wirth, Program",
    ];
    const rows = entries.map((text, index) => [
      `[${index + 1}]`,
      `${text} Development and other matters, 19${70 + index}.`,
    ]);
    expect(tablesOf(setRows(rows, [200, 290], 500, 42))).toEqual([]);
  });

  it("a table of contents, with and without leader dots", () => {
    const titles = ["Introduction", "Related work", "Method", "Results", "Discussion", "Summary"];
    const dotted = titles.map((title, index) => [`${title} ${". ".repeat(30 - title.length)}`, `${index * 7 + 1}`]);
    const plain = titles.map((title, index) => [`${index + 1}`, title, `${index * 7 + 1}`]);
    expect(tablesOf(setRows(dotted, [200, 1300], 500, 42))).toEqual([]);
    expect(tablesOf(setRows(plain, [200, 260, 1300], 500, 42))).toEqual([]);
  });

  it("equations aligned at their signs", () => {
    const rows = [
      ["a + b", "= 12 − c", "(1)"],
      ["2a", "= 7", "(2)"],
      ["3b − a", "= 4", "(3)"],
      ["c", "= 9 + b", "(4)"],
      ["d", "= 1", "(5)"],
    ];
    expect(tablesOf(setRows(rows, [700, 860, 1700], 500, 60))).toEqual([]);
  });

  it("what a terminal prints, in a frame without rules inside", () => {
    const columns = [220, 420, 620];
    const printed = setRows(
      Array.from({ length: 7 }, (_, at) => [`${3217 + at}`, "0.08%", `0.${at}1%`]),
      columns,
      500,
    ).map((setting): Setting => ({ ...setting, font: "mono" }));
    const frame = [across(455, 200, 1800), across(830, 200, 1800), down(200, 455, 830), down(1800, 455, 830)];
    expect(tablesOf(printed, { rules: frame })).toEqual([]);
    const ruled = [...frame, down(400, 455, 830), down(600, 455, 830)];
    expect(tablesOf(printed, { rules: ruled })).toHaveLength(1);
  });

  it("an algorithm between rules", () => {
    const settings = [
      { text: "Algorithm 1 Bubble sort", x: 200, y: 495 },
      ...setRows(
        [
          ["1:", "for each pair do", "n steps"],
          ["2:", "swap if needed", "1 step"],
          ["3:", "end for", "0 steps"],
          ["4:", "return list", "1 step"],
        ],
        [200, 280, 900],
        545,
        42,
      ),
    ];
    const rules = [across(460, 180, 1100, 4), across(510, 180, 1100), across(700, 180, 1100)];
    expect(tablesOf(settings, { rules })).toEqual([]);
  });

  it("program text between rules", () => {
    const code = setLines(["int main() {", "    int total = sum(3, 4);", "    return total;", "}"], {
      x: 200,
      y: 500,
      font: "mono",
    });
    expect(tablesOf(code, { rules: [across(460, 180, 1100), across(650, 180, 1100)] })).toEqual([]);
  });

  it("a plot with axes, ticks and a curve", () => {
    const settings = [
      ...["0.2", "0.4", "0.6", "0.8"].map((text, index) => ({ text, x: 130, y: 1100 - 150 * index + 12 })),
      ...["10", "20", "30", "40"].map((text, index) => ({ text, x: 290 + 200 * index, y: 1260 })),
    ];
    const rules = [
      across(1200, 200, 1150),
      down(220, 550, 1220),
      ...[1100, 950, 800, 650].map((y) => across(y, 200, 240)),
      ...[310, 510, 710, 910].map((x) => down(x, 1180, 1220)),
    ];
    const drawings = [{ box: { x0: 220, y0: 600, x1: 1100, y1: 1190 }, paths: 1, segments: 40, curves: 1 }];
    expect(tablesOf(settings, { rules, drawings })).toEqual([]);
  });

  it("the grid lines of a plot", () => {
    const rules = latticeRules([200, 400, 600, 800, 1000], [500, 600, 700, 800, 900]);
    const labels = ["a", "b", "c"].map((text, index) => ({ text, x: 450 + 180 * index, y: 560 + 90 * index }));
    expect(tablesOf(labels, { rules })).toEqual([]);
  });

  it("a curriculum ruled between its entries", () => {
    const entry = (title: string, years: string, y: number): Setting[] => [
      { text: title, x: 200, y },
      { text: years, x: 1500, y },
      { text: "• wrote and maintained the tools of the whole department", x: 200, y: y + 60 },
      { text: "• answered letters and telephone calls", x: 200, y: y + 110 },
    ];
    const settings = [
      ...entry("Clerk, City Library", "2001 – 2004", 500),
      ...entry("Editor, Evening Post", "2004 – 2009", 720),
      ...entry("Teacher, Night School", "2009 – 2015", 940),
    ];
    expect(tablesOf(settings, { rules: [520, 740, 960].map((y) => across(y, 180, 1720)) })).toEqual([]);
  });

  it("a box around a paragraph, and a box with a heading", () => {
    const box = latticeRules([160, 1040], [440, 1100]);
    expect(tablesOf(column(200, 500), { rules: box })).toEqual([]);
    const headed = [...latticeRules([160, 1040], [380, 440, 1100])];
    expect(tablesOf([{ text: "Theorem 2", x: 200, y: 425 }, ...column(200, 500)], { rules: headed })).toEqual([]);
  });

  it("a framed legend in two columns", () => {
    const names = [
      ["Ada", "Brahe"],
      ["Curie", "Dirac"],
      ["Euler", "Fermat"],
      ["Gauss", "Hertz"],
    ];
    expect(tablesOf(setRows(names, [200, 600], 500, 42), { rules: latticeRules([180, 900], [450, 650]) })).toEqual([]);
  });

  it("boxes of a flow chart joined by arrows", () => {
    const boxes = [200, 700, 1200].flatMap((x) => latticeRules([x, x + 300], [500, 600]));
    const links = [across(550, 500, 700), across(550, 1000, 1200), down(850, 600, 720)];
    const labels = ["Read", "Decide", "Write"].map((text, index) => ({ text, x: 250 + 500 * index, y: 560 }));
    expect(tablesOf(labels, { rules: [...boxes, ...links] })).toEqual([]);
  });

  it("a form of labelled boxes", () => {
    const rules = [
      ...[500, 610, 720, 830].map((y) => across(y, 200, 1600)),
      ...[200, 1600].map((x) => down(x, 500, 830)),
      down(900, 500, 610),
      down(600, 610, 720),
      down(1200, 610, 720),
      down(1100, 720, 830),
    ];
    const label = (text: string, x: number, y: number): Setting => ({ text, x, y, size: 24 });
    const labels = [
      label("Last name", 210, 530),
      label("First name", 910, 530),
      label("Street", 210, 640),
      label("Town", 610, 640),
      label("Code", 1210, 640),
      label("Telephone", 210, 750),
      label("Date of birth", 1110, 750),
    ];
    expect(tablesOf([...labels, ...column(200, 1000)], { rules })).toEqual([]);
  });

  it("fractions above one another", () => {
    const terms = [0, 1, 2].flatMap((index) => [
      { text: "x + y + z", x: 400 + index * 300, y: 500 },
      { text: "u + v + w", x: 400 + index * 300, y: 548 },
      { text: "x + y + z", x: 400 + index * 300, y: 620 },
      { text: "u + v + w", x: 400 + index * 300, y: 668 },
    ]);
    const bars = [512, 632].flatMap((y) => [0, 1, 2].map((index) => across(y, 398 + index * 300, 540 + index * 300)));
    expect(tablesOf(terms, { rules: bars })).toEqual([]);
  });
});

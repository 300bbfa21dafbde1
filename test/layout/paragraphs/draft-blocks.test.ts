import { describe, expect, it } from "vitest";
import type { FlowItem } from "../../../src/layout/columns/flow-item.js";
import { buildLines } from "../../../src/layout/lines/build-lines.js";
import { measureGlyphs, measureLeading } from "../../../src/layout/metrics.js";
import { collectVocabulary } from "../../../src/layout/paragraphs/decide-hyphen.js";
import { draftBlocks } from "../../../src/layout/paragraphs/draft-blocks.js";
import type { FormulaRegion, LinesDraft } from "../../../src/layout/types.js";
import { BODY_SIZE, makeEvidence, type Setting, setLines, setParagraph, widthOf } from "../../support/make-evidence.js";

const LEADING = 1.2 * BODY_SIZE;
const EM = BODY_SIZE;
const TEXT =
  "the mill stream turned slowly under old stones while people of our village waited for rain and better news from the town below them where nobody had seen a drop of water since spring and all wells had run dry";

/** Blocks of one column as strings: ` ` for a space, `-` dropped as `~`, `^` for a join without space, `/` for a line break. */
function blocksOf(settings: readonly Setting[], regions: readonly FlowItem[] = []): string[] {
  const evidence = makeEvidence(settings);
  const rough = measureGlyphs(evidence.glyphs);
  const lines = buildLines(evidence.glyphs, evidence, rough).sort((a, b) => a.baseline - b.baseline);
  const items: FlowItem[] = lines.map((line) => ({ kind: "line" as const, box: line.box, line }));
  items.push(...regions);
  items.sort((a, b) => a.box.y1 - b.box.y1);
  const vocabulary = collectVocabulary(lines.map((line) => line.words.map((word) => word.text)));
  const all = draftBlocks([{ items, column: 0 }], measureLeading(lines, rough), vocabulary);
  const drafts = all.filter((draft): draft is LinesDraft => draft.kind === "lines");
  const mark = { start: "", space: " ", no_hyphen: "~", no_space: "^", newline: "/" };
  return drafts.map((draft) => draft.lines.map(({ line, continuation }) => mark[continuation] + line.text).join(""));
}
const starts = (settings: readonly Setting[]) => blocksOf(settings).map((text) => text.slice(0, 5));
const heightOf = (settings: readonly Setting[]) => settings.length * LEADING;

describe("entries of a glossary", () => {
  const entry = (term: string, text: string, y: number): Setting[] => [
    { text: term, x: 200, y, font: "bold" },
    { text, x: 200 + widthOf(`${term} `), y },
  ];

  it("part at their terms, however full their lines are, and hold the lines further in", () => {
    const texts = [
      "Modular polynomial of the greatest divisor",
      "Modular polynomial factor of the algorithm",
      "Integral polynomial of the modified method,",
      "Modular polynomial factorization of them",
      "Rational polynomial that can be written so",
    ];
    const lines = texts.flatMap((text, at) => entry(`TERM${at}`, text, 400 + (at + (at > 2 ? 1 : 0)) * LEADING));
    const further: Setting = { text: "open interval.", x: 260, y: 400 + 3 * LEADING };
    const width = 50 + widthOf(`TERM2 ${texts[2]}`);
    const page = setParagraph(TEXT, { x: 150, y: 900, width, justify: true });
    const blocks = blocksOf([...lines, further, ...page]).slice(0, 5);
    expect(blocks).toEqual(texts.map((text, at) => `TERM${at} ${text}${at === 2 ? " open interval." : ""}`));
  });
});

describe("paragraphs", () => {
  it("part at the blank between them though items of one line around are set as far apart", () => {
    const wide = 1.5 * LEADING;
    const items = Array.from({ length: 11 }, (_, at) => `${"ABCDEFGHKLM"[at]}lpha item`);
    const list = items.map((text, at): Setting => ({ text, x: 200, y: 400 + at * wide }));
    const first = setParagraph(`India ${TEXT}.`, { x: 200, y: 400 + 11 * wide, width: 900, justify: true });
    const y = first.at(-1)!.y + wide;
    const second = setParagraph(`Julia ${TEXT}`, { x: 200, y, width: 900, justify: true });
    expect(starts([...list, ...first, ...second]).slice(-2)).toEqual(["India", "Julia"]);
  });

  it("of one full line part from the next, which is as far in", () => {
    const width = 900;
    const line = setParagraph(TEXT, { x: 200 + 1.5 * EM, y: 400, width: width - 1.5 * EM, justify: true })[0]!;
    const second = setParagraph(`Bravo ${TEXT}`, { x: 200, y: 400 + LEADING, width, justify: true, indent: 1.5 * EM });
    const full = { ...line, text: `${line.text.slice(0, -1)}.` };
    expect(blocksOf([full, ...second]).map((text) => text.slice(0, 9))).toEqual(["the mill ", "Bravo the"]);
  });

  it("part at first-line indents", () => {
    const first = setParagraph(`Alpha ${TEXT}`, { x: 200, y: 400, width: 900, justify: true, indent: 1.5 * EM });
    const second = setParagraph(`Bravo ${TEXT}`, {
      x: 200,
      y: 400 + heightOf(first),
      width: 900,
      justify: true,
      indent: 1.5 * EM,
    });
    expect(starts([...first, ...second])).toEqual(["Alpha", "Bravo"]);
  });

  it("go on under the text beside a label", () => {
    const x = 200 + widthOf("arma") + 1.4 * EM;
    const text = setParagraph(`the form, as lists of numbers, ${TEXT}`, { x, y: 400, width: 700, justify: true });
    const broken = text
      .slice(0, 2)
      .map((line, at) => (at === 0 ? { ...line, text: line.text.replace(/\S$/u, ",") } : line));
    const above = setParagraph(`Bravo ${TEXT}.`, { x: 200, y: 400 - 8 * LEADING, width: 900, justify: true });
    expect(starts([...above, { text: "arma", x: 200, y: 400 }, ...broken])).toEqual(["Bravo", "arma "]);
  });

  it("end before the page's number, however near it stands", () => {
    const text = setParagraph(`Alpha ${TEXT}`, { x: 200, y: 400, width: 900, justify: true }).slice(0, 3);
    const number = { text: "11", x: 650 - widthOf("11") / 2, y: 400 + 3 * LEADING };
    expect(starts([...text, number])).toEqual(["Alpha", "11"]);
  });

  it("part at white space", () => {
    const first = setParagraph(`Alpha ${TEXT}.`, { x: 200, y: 400, width: 900, justify: true });
    const second = setParagraph(`Bravo ${TEXT}.`, {
      x: 200,
      y: 400 + heightOf(first) + 0.6 * LEADING,
      width: 900,
      justify: true,
    });
    expect(starts([...first, ...second])).toEqual(["Alpha", "Bravo"]);
  });

  it("stay whole when ragged lines end early for want of room", () => {
    const ragged = setParagraph(`Alpha ${TEXT}`, { x: 200, y: 400, width: 500, indent: 1.2 * EM });
    expect(starts(ragged)).toEqual(["Alpha"]);
  });

  it("part two headings that stand under each other, and keep the lines of one", () => {
    const size = 1.4 * EM;
    const head = (text: string, y: number) => ({ text, x: 200, y, font: "bold" as const, size });
    const body = setParagraph(`Bravo ${TEXT}`, { x: 200, y: 620, width: 1000, justify: true });
    const two = [head("Bitwise and", 400), head("Bitwise or", 400 + 1.9 * size)];
    expect(starts([...two, ...body])).toEqual(["Bitwi", "Bitwi", "Bravo"]);
    const one = [head("Bitwise and as well as other operations on", 400), head("integers", 400 + 1.2 * size)];
    expect(starts([...one, ...body])).toEqual(["Bitwi", "Bravo"]);
    const numbered = ["A APPENDIX", "B RESULTS"].map((text, at) => ({
      text,
      x: 200,
      y: 500 + at * LEADING,
      font: "bold" as const,
    }));
    expect(starts([...numbered, ...body])).toEqual(["A APP", "B RES", "Bravo"]);
    const title = ["Alpha and the end of it", "Bravo of stalls"].map((text, at) => head(text, 400 + at * 1.9 * size));
    const centred = title.map((line, at) => ({ ...line, x: 400 + 90 * at }));
    expect(starts([...centred, ...body])).toEqual(["Alpha", "Bravo"]);
  });

  it("part from a bold heading set at the same distance", () => {
    const heading = { text: "Heading over text", x: 200, y: 400, font: "bold" as const };
    const body = setParagraph(`Bravo ${TEXT}`, { x: 200, y: 400 + LEADING, width: 900, justify: true });
    expect(starts([heading, ...body])).toEqual(["Headi", "Bravo"]);
  });

  it("part where the type size changes", () => {
    const body = setParagraph(`Alpha ${TEXT}`, { x: 200, y: 400, width: 900, justify: true });
    const note = setParagraph(`Bravo ${TEXT}`, { x: 200, y: 400 + heightOf(body), width: 900, size: 28 });
    expect(starts([...body, ...note])).toEqual(["Alpha", "Bravo"]);
  });

  it("of references hang from their first line", () => {
    const reference = (name: string, y: number): Setting[] => {
      const words = `${name} ${TEXT}`.split(" ");
      const [first] = setParagraph(words.join(" "), { x: 200, y, width: 900 });
      const rest = words.slice(first!.text.split(" ").length).join(" ");
      return [first!, ...setParagraph(rest, { x: 200 + EM, y: y + LEADING, width: 900 - EM })];
    };
    const first = reference("Adams", 400);
    const second = reference("Brown", 400 + heightOf(first));
    const third = reference("Clark", 400 + heightOf(first) + heightOf(second));
    expect(starts([...first, ...second, ...third])).toEqual(["Adams", "Brown", "Clark"]);
  });

  it("of references hang from full lines, though no entry ends near by", () => {
    const [first] = setParagraph(`Adams ${TEXT}`, { x: 200, y: 400, width: 900, justify: true });
    const rest = setParagraph(TEXT, { x: 200 + EM, y: 400 + LEADING, width: 900 - EM, justify: true }).slice(0, -1);
    const next = { ...first!, text: first!.text.replace("Adams", "Brown"), y: 400 + heightOf([first!, ...rest]) };
    const last = { text: "what is left of this entry.", x: 200 + EM, y: next.y + LEADING };
    expect(starts([first!, ...rest, next, last])).toEqual(["Adams", "Brown"]);
  });

  it("of references hang though a last line ends as far from the right edge as it begins from the left", () => {
    const entry = (name: string, y: number, short: number): Setting[] => {
      const [first] = setParagraph(`${name} ${TEXT}`, { x: 200, y, width: 900, justify: true });
      const [second] = setParagraph(TEXT, { x: 200 + EM, y: y + LEADING, width: 900 - EM - short, justify: true });
      return [first!, second!];
    };
    const entries = ["Adams", "Brown", "Clark", "Dobson"].map((name, at) =>
      entry(name, 400 + 2 * at * LEADING, at % 2 === 0 ? 0.5 * EM : 6 * EM),
    );
    expect(starts(entries.flat())).toEqual(["Adams", "Brown", "Clark", "Dobso"]);
  });

  it("part below an indented one of a single line that ends without a full stop", () => {
    const single = { text: "He turned to the old door at the same time,", x: 200 + 1.5 * EM, y: 400 };
    const next = setParagraph(`Bravo ${TEXT}`, {
      x: 200,
      y: 400 + LEADING,
      width: 900,
      justify: true,
      indent: 1.5 * EM,
    });
    expect(starts([single, ...next])).toEqual(["He tu", "Bravo"]);
  });

  it("between displays part as their column does", () => {
    const body = setParagraph(`Alpha ${TEXT}`, { x: 200, y: 400, width: 900, justify: true, indent: 1.5 * EM });
    const y = 400 + heightOf(body) + 3 * LEADING;
    const between = [
      { text: "where it is of bounded length.", x: 200, y },
      { text: "Lastly, by a lemma", x: 200 + 1.5 * EM, y: y + LEADING },
    ];
    const box = { x0: 500, x1: 800, y0: y - 2.6 * LEADING, y1: y - 1.5 * LEADING };
    const region: FormulaRegion = { box, lines: [] };
    expect(starts([...body, ...between])).toContain("Lastl");
    const formula: FlowItem = { kind: "formula", box, region };
    expect(blocksOf([...body, ...between], [formula]).map((text) => text.slice(0, 5))).toEqual([
      "Alpha",
      "where",
      "Lastl",
    ]);
  });

  it("are set as the running text across a region, not as the labels there", () => {
    const labels = ["Harbour", "Mill road", "Old town", "Lower quay", "New bridge", "West side", "East side"].map(
      (text, at) => ({ text, x: 200, y: 400 + at * LEADING }),
    );
    const y = 400 + 12 * LEADING;
    const text = "When paying by check, please post this note to the address.";
    labels[6] = { text: "East side", x: 200 + widthOf(text) - widthOf("East side"), y: 400 + 6 * LEADING };
    const notes = [
      { text, x: 200, y },
      {
        text: "Electronic payment preferred, use our account or the link that you find below.",
        x: 200,
        y: y + LEADING,
      },
    ];
    const box = { x0: 200, x1: 900, y0: y - 4 * LEADING, y1: y - 2 * LEADING };
    const table: FlowItem = { kind: "formula", box, region: { box, lines: [] } };
    expect(
      blocksOf([...labels, ...notes], [table])
        .slice(-2)
        .map((text) => text.slice(0, 5)),
    ).toEqual(["When ", "Elect"]);
  });

  it("part from a short item of a list that ends where their first lines begin", () => {
    const item = { text: "(7) the stem of the mill", x: 200 + 0.8 * EM, y: 400 };
    const next = setParagraph(`Bravo ${TEXT}`, {
      x: 200,
      y: 400 + LEADING,
      width: 900,
      justify: true,
      indent: 1.8 * EM,
    });
    expect(starts([item, ...next])).toEqual(["(7) t", "Bravo"]);
  });

  it("set to the right keep the lines of an address together", () => {
    const lines = ["Harbour office", "7 Long road there", "Lower town"];
    const address = lines.map((text, at) => ({ text, x: 1100 - widthOf(text), y: 400 + at * LEADING }));
    const body = setParagraph(`Bravo ${TEXT}`, { x: 200, y: 400 + 5 * LEADING, width: 900, justify: true });
    expect(blocksOf([...address, ...body])[0]).toBe(lines.join("/"));
  });

  it("of numbered items begin at their numbers", () => {
    const item = (number: number, y: number) => setParagraph(`${number}. ${TEXT}.`, { x: 200, y, width: 900 });
    const first = item(1, 400);
    expect(starts([...first, ...item(2, 400 + heightOf(first))]).map((text) => text.slice(0, 2))).toEqual(["1.", "2."]);
  });

  it("do not begin at a number that starts a wrapped line", () => {
    const lines = ["The second of these was held in the year", "1914. It was attended by nobody at all."];
    const width = widthOf(lines[0]!);
    expect(
      blocksOf([...setLines(lines, { x: 200, y: 400 }), { text: lines[0]!, x: 200, y: 400 + 2 * LEADING, stretch: 1 }])
        .length,
    ).toBeLessThan(3);
    expect(width).toBeGreaterThan(0);
  });

  it("of section numbers below each other are headings of their own", () => {
    const headings = setLines(["2 Considered approaches", "2.1 Taint analysis"], { x: 200, y: 400, font: "bold" });
    expect(starts(headings)).toEqual(["2 Con", "2.1 T"]);
  });
});

describe("lines of a paragraph", () => {
  const wide = (lines: readonly string[]) => {
    const width = Math.max(...lines.map((line) => widthOf(line)));
    return lines.map((text, index): Setting => {
      const spaces = text.split(" ").length - 1;
      const stretch = index === lines.length - 1 ? 1 : 1 + (width - widthOf(text)) / (spaces * 0.25 * EM);
      return { text, x: 200, y: 400 + index * LEADING, stretch };
    });
  };

  it("drop soft hyphens and keep hard ones", () => {
    expect(
      blocksOf(
        wide([
          "a text about the approxi-",
          "mation of a well-",
          "known function by non-",
          "Abelian groups on CIFAR-",
          "10 as one would",
        ]),
      ),
    ).toEqual([
      "a text about the approxi-~mation of a well-^known function by non-^Abelian groups on CIFAR-^10 as one would",
    ]);
  });

  it("keep the space after a hyphen that stands for a word", () => {
    expect(blocksOf(wide(["steps of both pre-", "and postprocessing of data"]))).toEqual([
      "steps of both pre- and postprocessing of data",
    ]);
  });

  it("join addresses of the web without a space", () => {
    expect(blocksOf(wide(["it is found at https://example.org/a-long-", "address/of-a-page in the net"]))).toEqual([
      "it is found at https://example.org/a-long-^address/of-a-page in the net",
    ]);
  });

  it("join Chinese without a space", () => {
    expect(blocksOf(setLines(["春眠不觉晓处处闻啼鸟", "夜来风雨声花落知多少"], { x: 200, y: 400 }))).toEqual([
      "春眠不觉晓处处闻啼鸟^夜来风雨声花落知多少",
    ]);
  });

  it("keep wanted breaks of short lines", () => {
    expect(
      blocksOf(
        setLines(["Jane Doe", "12 Mill Lane", "Old Stones", "To the attention of the Mill Society"], {
          x: 200,
          y: 400,
        }),
      ),
    ).toEqual(["Jane Doe/12 Mill Lane/Old Stones/To the attention of the Mill Society"]);
  });

  it("keep the lines of program text apart", () => {
    expect(
      blocksOf(setLines(["for (const x of xs) {", "  sum += x;", "}"], { x: 200, y: 400, font: "mono" })),
    ).toHaveLength(1);
    expect(blocksOf(setLines(["for (const x of xs) {", "sum += x;"], { x: 200, y: 400, font: "mono" }))[0]).toContain(
      "/",
    );
  });
});

describe("lines that are no paragraph", () => {
  it("of an address stay lines, the longest ones too", () => {
    const address = ["Hartmann Optics GmbH", "Accounts Payable", "Lindenallee 8", "07745 Jena, Germany"];
    expect(blocksOf(setLines(address, { x: 200, y: 400 }))).toEqual([address.join("/")]);
  });

  it("of a sentence beside a picture go on", () => {
    const lines = [
      "the mill stream turned slowly",
      "under the old stones",
      "while people of our village waited for rain",
    ];
    expect(blocksOf(setLines(lines, { x: 200, y: 400 }))).toEqual([lines.join(" ")]);
  });

  it("of two notes part at the next number", () => {
    const lines = [
      "1Guidelines for the inspection of bridges, second edition.",
      "2Stations above the tree line were seen in July.",
    ];
    expect(blocksOf(setLines(lines, { x: 200, y: 400 }))).toEqual(lines);
  });

  it("of two sizes part at the distance of a heading", () => {
    const settings: Setting[] = [
      { text: "Status: January 2024", x: 200, y: 400, font: "bold" },
      { text: "Scope of these terms", x: 200, y: 400 + 2.2 * LEADING, size: 1.1 * BODY_SIZE, font: "bold" },
    ];
    expect(blocksOf(settings)).toEqual(["Status: January 2024", "Scope of these terms"]);
  });
});

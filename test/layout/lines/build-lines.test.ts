import { describe, expect, it } from "vitest";
import { cleanGlyphs } from "../../../src/layout/glyphs/clean-glyphs.js";
import { buildLines } from "../../../src/layout/lines/build-lines.js";
import { measureGlyphs } from "../../../src/layout/metrics.js";
import type { Line } from "../../../src/layout/types.js";
import type { PageEvidence } from "../../../src/page.js";
import {
  BODY_SIZE,
  makeEvidence,
  makeRule,
  type Setting,
  setLines,
  setText,
  widthOf,
} from "../../support/make-evidence.js";

function linesOf(settings: readonly Setting[], more: Partial<PageEvidence> = {}): Line[] {
  const evidence = makeEvidence(settings, more);
  const metrics = measureGlyphs(evidence.glyphs);
  const { glyphs } = cleanGlyphs(evidence, metrics.bodySize);
  return buildLines(glyphs, evidence, measureGlyphs(glyphs));
}
const textsOf = (settings: readonly Setting[], more: Partial<PageEvidence> = {}) =>
  linesOf(settings, more).map((line) => line.text);

describe("words", () => {
  it("come from printed spaces and from gaps alike", () => {
    for (const spaces of ["glyphs", "gaps"] as const) {
      expect(textsOf([{ text: "Every line has words, and spaces.", x: 200, y: 300, spaces }])).toEqual([
        "Every line has words, and spaces.",
      ]);
    }
  });

  it("keep the stars of listings, which are lowered", () => {
    const set = setText({ text: "y = exp(a)*(k-1)*h;", x: 200, y: 300, font: "mono" });
    const evidence = makeEvidence([]);
    const glyphs = set.map((glyph) => (glyph.text === "*" ? { ...glyph, y: glyph.y + 0.177 * glyph.size } : glyph));
    expect(textsOf([], { ...evidence, glyphs })).toEqual(["y = exp(a)*(k-1)*h;"]);
  });

  it("keep stars of a small listing that stay at the size of the text, after a blank too", () => {
    const set = setText({ text: "/* count the boats */", x: 200, y: 300, font: "mono", size: 28 });
    const glyphs = set.map((glyph) =>
      glyph.text === "*" ? { ...glyph, y: glyph.y + 12.2, size: 36, advance: 21.6 } : glyph,
    );
    expect(textsOf([], { ...makeEvidence([]), glyphs })).toEqual(["/* count the boats */"]);
  });

  it("are parted by the even spaces of a tight line, beside capitals and quotation marks as between small letters", () => {
    const stretch = 0.156 / 0.25;
    const tight = (text: string) => textsOf([{ text, x: 200, y: 300, stretch, spaces: "gaps" }]);
    const text = "A boat called to remove Ivan „den“ as well";
    expect(tight(text)).toEqual([text]);
  });

  it("are parted by a thin space before a number", () => {
    const text = "wie in Latin";
    const number = { text: "9 kodiert", x: 200 + widthOf(text) + BODY_SIZE / 6, y: 300, spaces: "gaps" as const };
    expect(textsOf([{ text, x: 200, y: 300, spaces: "gaps" }, number])).toEqual(["wie in Latin 9 kodiert"]);
  });

  it("keep together in letter-spaced headings", () => {
    const tracked = {
      text: "LETTER SPACED HEADING",
      x: 200,
      y: 300,
      tracking: 0.25 * BODY_SIZE,
      spaces: "gaps" as const,
    };
    expect(textsOf([tracked])).toEqual(["LETTER SPACED HEADING"]);
  });

  it("keep the arrow over several letters, whatever it is put together from", () => {
    const vector = (text: string, x: number): Setting[] => [
      { text, x, y: 300, font: "math" },
      ...[0, 0.15].map((shift): Setting => ({ text: "−", x: x + shift * BODY_SIZE, y: 276, font: "math" })),
      { text: "→", x: x + 0.4 * BODY_SIZE, y: 276, font: "math" },
    ];
    const lines = linesOf([
      { text: "waits where", x: 200, y: 300 },
      ...vector("AD", 420),
      { text: "is parallel to", x: 480, y: 300 },
      ...vector("BC", 720),
    ]);
    expect(lines).toHaveLength(1);
  });

  it("keep apart in a line of contents with a dotted leader", () => {
    const dots = Array.from({ length: 30 }, (_, index) => ({ text: ".", x: 520 + index * 0.7 * BODY_SIZE, y: 300 }));
    const line = [
      { text: "Limits and more", x: 200, y: 300, spaces: "gaps" as const },
      ...dots,
      { text: "12", x: 1260, y: 300 },
    ];
    expect(textsOf(line)).toEqual([`Limits and more ${".".repeat(30)} 12`]);
  });

  it("begin behind the marker of an item, however near it stands", () => {
    const near = (marker: string, text: string): Setting[] => [
      { text: marker, x: 200, y: 300 },
      { text, x: 200 + widthOf(marker) + 0.15 * BODY_SIZE, y: 300 },
    ];
    expect(textsOf(near("[7]", "The others wait for news"))).toEqual(["[7] The others wait for news"]);
    expect(textsOf(near("(n)", "of them wait for the news"))).toEqual(["(n) of them wait for the news"]);
    expect(textsOf([{ text: "f(n)g waits for the news", x: 200, y: 300 }])).toEqual(["f(n)g waits for the news"]);
  });

  it("are not torn by the wide spaces of a justified line", () => {
    expect(textsOf([{ text: "a loosely justified line", x: 200, y: 300, stretch: 3, spaces: "gaps" }])).toEqual([
      "a loosely justified line",
    ]);
  });

  it("join Chinese characters without spaces", () => {
    expect(textsOf([{ text: "数学分析的基础", x: 200, y: 300 }])).toEqual(["数学分析的基础"]);
  });

  it("take a space glyph the pen moved back over for nothing", () => {
    const [a, space, b] = setText({ text: "a b", x: 200, y: 300 });
    const evidence = makeEvidence([], {
      glyphs: [a!, space!, { ...b!, x: a!.x + a!.advance, box: { ...b!.box, x0: a!.box.x1 + 2, x1: a!.box.x1 + 14 } }],
    });
    expect(buildLines(evidence.glyphs, evidence, measureGlyphs(evidence.glyphs)).map((line) => line.text)).toEqual([
      "ab",
    ]);
  });
});

describe("scripts", () => {
  it("stay on the line that carries them, subscript before superscript", () => {
    const x = 200 + widthOf("energy x");
    const script = { size: 0.7 * BODY_SIZE };
    const lines = linesOf([
      { text: "energy x", x: 200, y: 300 },
      { text: "2", x, y: 300 - 0.4 * BODY_SIZE, ...script },
      { text: "i", x, y: 300 + 0.2 * BODY_SIZE, ...script },
      { text: " of it", x: x + 12, y: 300 },
    ]);
    expect(lines.map((line) => line.text)).toEqual(["energy xi2 of it"]);
    expect(lines[0]!.baseline).toBe(300);
  });

  it("of a formula that recognition saw stay on its line, whatever their size and baseline say", () => {
    const formula = { baseline: 300 };
    const part = (text: string, x: number, y: number, size: number) =>
      setText({ text, x, y, size }).map((glyph) => ({ ...glyph, formula }));
    const width = widthOf("x");
    const base = part("x", 200, 300, BODY_SIZE);
    const scripts = [part("i", 200 + width, 306, 22), part("j", 200 + 3 * width, 309, 24)];
    const glyphs = [...base, ...scripts.flat(), ...setText({ text: "is", x: 200 + 5 * width, y: 300 })];
    expect(textsOf([], { ...makeEvidence([]), glyphs })).toEqual(["xi j is"]);
    const unseen = glyphs.map((glyph) => ({ ...glyph, formula: undefined }));
    expect(textsOf([], { ...makeEvidence([]), glyphs: unseen })).not.toHaveLength(1);
  });

  it("attach a note mark a blank behind a full stop, whose ink ends early", () => {
    const text = "The edges are forbidden.";
    const set = setText({ text, x: 200, y: 300 });
    // The stop as most faces have it: a dot at the left of its advance.
    const glyphs = set.map((glyph) =>
      glyph.text === "." ? { ...glyph, box: { ...glyph.box, x1: glyph.x + 5 } } : glyph,
    );
    const end = set.at(-1)!.x + set.at(-1)!.advance;
    const mark = setText({ text: "1", x: end + 0.36 * BODY_SIZE, y: 300 - 0.36 * BODY_SIZE, size: 0.7 * BODY_SIZE });
    expect(textsOf([], { ...makeEvidence([]), glyphs: [...glyphs, ...mark] })).toEqual([`${text} 1`]);
  });

  it("attach note marks but not the small type of a caption below", () => {
    const mark = 200 + widthOf("noted");
    const lines = textsOf([
      { text: "noted", x: 200, y: 300 },
      { text: "3", x: mark, y: 288, size: 22 },
      { text: "a caption in small type", x: 200, y: 340, size: 26 },
    ]);
    expect(lines).toEqual(["noted3", "a caption in small type"]);
  });

  it("keep a fraction of the text inside its line, numerator first", () => {
    const half = 0.7 * BODY_SIZE;
    const at = 200 + widthOf("about ");
    const lines = textsOf(
      [
        ...setLines(["about    of them are here", "and the next line follows as usual"], {
          x: 200,
          y: 300,
          leading: 50,
        }),
        { text: "1", x: at, y: 300 - 0.42 * BODY_SIZE, size: half },
        { text: "3", x: at, y: 300 + 0.36 * BODY_SIZE, size: half },
      ],
      { rules: [makeRule(at - 1, 300 - 0.26 * BODY_SIZE, at + 10, 300 - 0.22 * BODY_SIZE)] },
    );
    expect(lines).toEqual(["about 13 of them are here", "and the next line follows as usual"]);
  });

  it("keep the fraction of an exponent in its line, beside a letter and alone", () => {
    const start = 200 + widthOf("power e");
    const raised = 300 - 0.4 * BODY_SIZE;
    const exponent = (u: number) => [
      { text: "5", x: u, y: raised - 0.32 * BODY_SIZE, size: 0.5 * BODY_SIZE },
      { text: "3", x: u, y: raised + 0.23 * BODY_SIZE, size: 0.5 * BODY_SIZE },
    ];
    const bar = { rules: [makeRule(start, raised - 0.21 * BODY_SIZE, start + 10, raised - 0.17 * BODY_SIZE)] };
    const line = { text: "power e", x: 200, y: 300 };
    const letter = { text: "x", x: start + 11, y: raised, size: 0.7 * BODY_SIZE };
    const more = { text: "is", x: start + 50, y: 300 };
    expect(textsOf([line, ...exponent(start), letter, more], bar)).toEqual(["power e53x is"]);
    expect(textsOf([line, ...exponent(start), more], bar)).toEqual(["power e53 is"]);
  });

  it("keep tall bars beside a fraction of the text in its line", () => {
    const half = 0.7 * BODY_SIZE;
    const at = 200 + widthOf("of ");
    const bar = (x: number, y: number) =>
      setText({ text: "|", x, y, font: "math" }).map((glyph) => ({
        ...glyph,
        exact: true,
        box: { x0: x + 2, x1: x + 4, y0: y, y1: y + 0.6 * BODY_SIZE },
      }));
    const pieces = [at, at + 30]
      .flatMap((x) => [bar(x, 300 - 0.85 * BODY_SIZE), bar(x, 300 - 0.25 * BODY_SIZE)])
      .flat();
    const parts = [
      { text: "of", x: 200, y: 300 },
      { text: "t", x: at + 12, y: 300 - 0.42 * BODY_SIZE, size: half },
      { text: "z", x: at + 12, y: 300 + 0.36 * BODY_SIZE, size: half },
      { text: "are", x: at + 44, y: 300 },
    ].flatMap((setting) => setText(setting));
    const rules = [makeRule(at + 10, 300 - 0.26 * BODY_SIZE, at + 24, 300 - 0.22 * BODY_SIZE)];
    expect(textsOf([], { ...makeEvidence([]), rules, glyphs: [...parts, ...pieces] })).toHaveLength(1);
  });

  it("compose a letter and an accent set over it", () => {
    const letter = setText({ text: "caf", x: 200, y: 300 });
    const [e] = setText({ text: "e", x: 200 + widthOf("caf"), y: 300 });
    const accent = { ...e!, text: "\u00b4", y: 298, box: { ...e!.box, y0: e!.box.y0 - 10, y1: e!.box.y0 - 3 } };
    const evidence = makeEvidence([], { glyphs: [...letter, accent, e!] });
    const { glyphs } = cleanGlyphs(evidence, BODY_SIZE);
    expect(buildLines(glyphs, evidence, measureGlyphs(glyphs)).map((line) => line.text)).toEqual(["café"]);
  });
});

describe("gutters", () => {
  const left = [
    "the left column goes on and",
    "on with words that belong to",
    "the left and are not mixed up",
    "with the words at the right.",
    "It has five lines in all here",
  ];
  const right = [
    "while the right one says so",
    "in words of its own that end",
    "long after the left one did",
    "end, since both columns have",
    "the same number of lines too",
  ];

  it("part lines of two columns on the same baselines", () => {
    const gap = 1.3 * BODY_SIZE;
    const width = Math.max(...left.map((line) => widthOf(line)));
    const lines = textsOf([
      ...setLines(left, { x: 200, y: 300 }),
      ...setLines(right, { x: 200 + width + gap, y: 300 }),
    ]);
    expect(lines).toEqual(left.flatMap((line, index) => [line, right[index]]));
  });

  it("do not arise from one wide gap in a line", () => {
    const lines = textsOf([
      ...setLines(["a line above without such gaps in it", "", "a line below without such gaps in it"], {
        x: 200,
        y: 300,
      }).filter(({ text }) => text),
      { text: "one very loose", x: 200, y: 300 + 1.2 * BODY_SIZE },
      { text: "line", x: 200 + widthOf("one very loose") + BODY_SIZE, y: 300 + 1.2 * BODY_SIZE },
    ]);
    expect(lines).toContain("one very loose line");
  });

  it("leave a section number with its heading and a bullet with its item", () => {
    const tab = 1.6 * BODY_SIZE;
    expect(
      textsOf([
        { text: "2.1", x: 200, y: 300, font: "bold" },
        { text: "Methods", x: 200 + 50 + tab, y: 300, font: "bold" },
      ]),
    ).toEqual(["2.1 Methods"]);
    const items = ["first item", "second item", "third item", "fourth item"].flatMap((text, index): Setting[] => [
      { text: "•", x: 200, y: 300 + index * 50 },
      { text, x: 290, y: 300 + index * 50 },
    ]);
    expect(textsOf(items)).toEqual(["• first item", "• second item", "• third item", "• fourth item"]);
  });

  it("follow vertical rules", () => {
    const rows = setLines(["alfa", "beta", "delta"], { x: 200, y: 300 });
    const cells = setLines(["one", "two", "three"], { x: 300, y: 300 });
    const rule = makeRule(292, 250, 294, 420);
    expect(textsOf([...rows, ...cells], { rules: [rule] })).toEqual(["alfa", "one", "beta", "two", "delta", "three"]);
  });
});

describe("special settings", () => {
  it("merge a drop cap with the first of the lines beside it", () => {
    const cap = { text: "W", x: 200, y: 300 + 2 * 42, size: 154 };
    const beside = setLines(
      ["HEN the story began nobody", "knew how it would end, and so", "nobody asked about it then."],
      { x: 330, y: 300, leading: 42 },
    );
    expect(textsOf([cap, ...beside])[0]).toBe("WHEN the story began nobody");
  });

  it("read text turned by a quarter in its own direction", () => {
    const lines = linesOf([
      { text: "upwards along the edge", x: 100, y: 2000, angle: 270 },
      { text: "level", x: 300, y: 300 },
    ]);
    expect(lines.map(({ text, angle }) => ({ text, angle }))).toEqual([
      { text: "level", angle: 0 },
      { text: "upwards along the edge", angle: 270 },
    ]);
  });

  it("bring Hebrew from visual into reading order, numbers kept", () => {
    const visual = [..."שלום 12 עולם"].reverse().join("").replace("21", "12");
    expect(textsOf([{ text: visual, x: 200, y: 300 }])).toEqual(["שלום 12 עולם"]);
  });

  it("drop an invisible copy of visible text, keep it over a picture of text", () => {
    const seen = { text: "seen", x: 200, y: 300 };
    expect(textsOf([seen, { ...seen, visible: false }])).toEqual(["seen"]);
    expect(textsOf([{ ...seen, visible: false }])).toEqual(["seen"]);
  });
});

describe("pen moves", () => {
  it("that pull every letter back leave word gaps where they are missing", () => {
    const glyphs = setText({ text: "ACTIVE IN TOWN", x: 200, y: 300, spaces: "gaps" });
    let pen = 200;
    const moved = glyphs.map((glyph, index) => {
      const next = glyphs[index + 1];
      const wordEnds = next !== undefined && next.x - glyph.x - glyph.advance > 1;
      const shift = pen - glyph.x;
      pen += glyph.advance + (wordEnds ? 10 : 0);
      return {
        ...glyph,
        x: glyph.x + shift,
        advance: glyph.advance + 10,
        box: { ...glyph.box, x0: glyph.box.x0 + shift, x1: glyph.box.x1 + shift },
      };
    });
    const evidence = makeEvidence([], { glyphs: moved });
    expect(buildLines(moved, evidence, measureGlyphs(moved)).map((line) => line.text)).toEqual(["ACTIVE IN TOWN"]);
  });

  it("after a drop cap join it with a letter that is no word", () => {
    const cap = { text: "I", x: 200, y: 300 + 2 * 42, size: 154 };
    const beside = setLines(
      ["n spring of that year nobody", "knew how it would end, and so", "nobody asked about it then."],
      { x: 270, y: 300, leading: 42 },
    );
    expect(textsOf([cap, ...beside])[0]).toBe("In spring of that year nobody");
  });
});

describe("bullets", () => {
  it("of dingbat fonts are bullets whatever letter their code is", () => {
    const evidence = makeEvidence([
      { text: "¢", x: 200, y: 300, font: "mono" },
      { text: "an item of a list", x: 270, y: 300 },
    ]);
    const fonts = evidence.fonts.map((font, index) => (index === 3 ? { ...font, name: "Wingdings2" } : font));
    expect(
      buildLines(evidence.glyphs, { ...evidence, fonts }, measureGlyphs(evidence.glyphs)).map((line) => line.text),
    ).toEqual(["• an item of a list"]);
  });

  it("and raised signs stay on their line", () => {
    const star = 200 + widthOf("the author");
    expect(
      textsOf([
        { text: "the author", x: 200, y: 300 },
        { text: "*", x: star, y: 300 - 0.16 * BODY_SIZE },
        { text: ", and more", x: star + 17, y: 300 },
      ]),
    ).toEqual(["the author*, and more"]);
  });

  it("keeps justified lines of narrow columns whole, however wide their spaces", () => {
    const words = "landing stage would be taken";
    const spaced = setText({ text: words, x: 300, y: 544, stretch: 6 });
    const width = spaced.at(-1)!.box.x1 - 300;
    const around = ["He said nothing was decided by them", "before the report can be printed all"].map((text, row) => ({
      text,
      x: 300,
      y: 500 + 88 * row,
      stretch: 1,
    }));
    const other = [489, 533, 577, 621].map((y) => ({ text: "and in the next column of it", x: 300 + width + 60, y }));
    const page = makeEvidence([...around, ...other]);
    const glyphs = [...page.glyphs, ...spaced];
    const lines = buildLines(glyphs, page, measureGlyphs(glyphs));
    expect(lines.map(({ text }) => text)).toContain(words);
  });
});

describe("stretched lines of narrow columns", () => {
  const solid = (y: number): Setting => ({ text: "of the river and the mill", x: 200, y, spaces: "gaps" });
  const right = 200 + widthOf("of the river and the mill");
  /** Words set so that the first begins and the last ends with the column, at even spaces. */
  function stretched(words: readonly string[], y: number): Setting[] {
    const ink = words.reduce((sum, word) => sum + widthOf(word), 0);
    const space = (right - 200 - ink) / (words.length - 1);
    let x = 200;
    return words.map((text) => {
      const setting = { text, x, y };
      x += widthOf(text) + space;
      return setting;
    });
  }

  it("stay whole with two words, and with even spaces as wide as gutters", () => {
    for (const words of [
      ["forty", "months"],
      ["all", "is", "far"],
    ]) {
      const settings = [solid(300), ...stretched(words, 342), solid(384)];
      expect(textsOf(settings)).toEqual([solid(0).text, words.join(" "), solid(0).text]);
    }
  });

  it("stay whole where two of them below each other have spaces in the same place", () => {
    const torn = ["forty months", "fifty weeks"];
    const settings = [
      ...stretched(["forty", "months"], 300),
      ...stretched(["fifty", "weeks"], 342),
      ...[426, 468, 510, 552, 594, 636].map(solid),
    ];
    expect(textsOf(settings).slice(0, 2)).toEqual(torn);
    // Rows of two entries are a table, whatever text stands under them.
    const rows = [300, 342, 384, 426, 468].flatMap((y) => stretched(["forty", "months"], y));
    expect(textsOf([...rows, ...[552, 594, 636].map(solid)]).filter((text) => text === "forty")).toHaveLength(5);
  });

  it("stay whole with a number among their words", () => {
    const settings = [
      ...stretched(["of the long May,", "140."], 300),
      ...stretched(["of the long June,", "12."], 342),
      ...[384, 426, 468, 510, 552, 594, 636, 678].map(solid),
    ];
    expect(textsOf(settings).slice(0, 2)).toEqual(["of the long May, 140.", "of the long June, 12."]);
  });

  it("stay whole between columns that print no line at every height", () => {
    // Left and right of the column lines stand at other heights: their rows are blank where the column stands, and no gutter runs there.
    const beside = [321, 363, 405, 447, 489, 531, 573].flatMap((y): Setting[] => [
      { text: "hills", x: 60, y },
      { ...solid(y), x: right + 100 },
    ]);
    const settings = [
      ...stretched(["forty", "months"], 300),
      ...stretched(["fifty", "weeks"], 342),
      ...stretched(["sixty", "hours"], 384),
      ...[426, 468, 510, 552, 594, 636, 678, 720, 762].map(solid),
      ...beside,
    ];
    expect(textsOf(settings)).toEqual(expect.arrayContaining(["forty months", "fifty weeks", "sixty hours"]));
  });

  it("are parted from the next column behind an equation's number", () => {
    const left = (y: number): Setting => ({ text: "and so on in every line of it", x: 200, y });
    const edge = 200 + widthOf(left(0).text);
    const next = edge + 1.9 * BODY_SIZE;
    const behind = (y: number): Setting => ({ text: "atomic planes of the other column", x: next, y });
    const rows = Array.from({ length: 8 }, (_, row) => 300 + 42 * row);
    const settings = rows.flatMap((y, row) =>
      row === 4 ? [{ text: "(7)", x: edge - widthOf("(7)"), y }, behind(y)] : [left(y), behind(y)],
    );
    const texts = textsOf(settings);
    expect(texts).toContain("(7)");
    expect(texts.filter((text) => text === behind(0).text)).toHaveLength(8);
  });
});

it("keeps numbers of versions apart, whose points leave only word spaces to measure", () => {
  const text = "ARM: 0.1.2 0.1.4 0.2.1 0.2.2 0.2.3 0.2.4";
  expect(textsOf([{ text, x: 200, y: 300, spaces: "gaps", stretch: 1.2 }])).toEqual([text]);
});

describe("small type near larger", () => {
  it("is a line of its own where it runs along a title", () => {
    const title = { text: "NUMBERS OF THE YEAR", x: 200, y: 300, size: 100 };
    expect(
      textsOf([title, { text: "The foundation of the house and of all its members", x: 260, y: 340, size: 36 }]),
    ).toEqual(["NUMBERS OF THE YEAR", "The foundation of the house and of all its members"]);
  });

  it("is a script of a script where both have the last size", () => {
    // K_{B_3} under a line of text: B and 3 both at half the size.
    const [text, k] = ["let", "K"].map((word, index) => ({ text: word, x: 200 + 100 * index, y: 300, size: 40 }));
    const b = { text: "B", x: 302 + widthOf("K", 40), y: 308, size: 20 };
    const three = { text: "3", x: b.x + 1 + widthOf("B", 20), y: 311, size: 20 };
    expect(textsOf([text!, k!, b, three])).toEqual(["let KB3"]);
  });

  it("is what a radical encloses that hangs from the line above", () => {
    // The root of a small fraction's numerator between two lines of text.
    const above = { text: "the value of the last sum is here", x: 200, y: 300 };
    const below = { text: "and then we take of", x: 200, y: 344 };
    const x = 200 + widthOf(below.text);
    const root = { text: "√", x, y: 306, size: 24 };
    const two = { text: "2", x: x + widthOf("√", 24) + 1, y: 329, size: 24 };
    const evidence = makeEvidence([above, below, root, two]);
    const sign = evidence.glyphs.find((glyph) => glyph.text === "√")!;
    Object.assign(sign, { exact: true, box: { x0: x, y0: 306, x1: x + widthOf("√", 24), y1: 331 } });
    const texts = buildLines(evidence.glyphs, evidence, measureGlyphs(evidence.glyphs)).map((line) => line.text);
    expect(texts).toEqual([above.text, `${below.text}√2`]);
  });

  it("goes on behind a script of its own that lies on the line's baseline", () => {
    // T_{[t']} as followed by a word: the prime has the baseline of the text.
    const t = { text: "T", x: 200, y: 300, size: 40 };
    const left = { text: "[t", x: 200 + widthOf("T", 40), y: 308, size: 28 };
    const prime = { text: "′", x: left.x + widthOf("[t", 28), y: 300, size: 20 };
    const right = { text: "]", x: prime.x + widthOf("′", 20), y: 308, size: 28 };
    const word = { text: "at", x: right.x + 22, y: 300, size: 40 };
    expect(textsOf([t, left, prime, right, word])).toEqual(["T[t′] at"]);
  });

  it("carries no letter of the line's size, though scripts part it and its accent from the line", () => {
    // \\tilde w_{ij} = w_{ij} at the start of a line.
    const base = { y: 300, size: 34.6 };
    const w = { text: "w", x: 200, ...base };
    const scripts = (x: number) => ({ text: "ij", x, y: 305, size: 24 });
    const first = scripts(200 + widthOf("w", 34.6));
    const equals = { text: "=", x: first.x + widthOf("ij", 24) + 14, ...base };
    const second = { text: "w", x: equals.x + 36, ...base };
    const rest = { text: "of the line", x: second.x + 70, ...base };
    const settings = [w, first, equals, second, scripts(second.x + widthOf("w", 34.6)), rest];
    const evidence = makeEvidence([...settings, { text: "˜", x: 207, ...base }]);
    Object.assign(evidence.glyphs.find((glyph) => glyph.text === "˜")!, {
      box: { x0: 209, y0: 277, x1: 221, y1: 280 },
    });
    const lines = buildLines(evidence.glyphs, evidence, measureGlyphs(evidence.glyphs));
    expect(lines).toHaveLength(1);
  });

  it("reaches from an operator over its scripts to the line", () => {
    const word = { text: "minimizes", x: 200, y: 300 };
    let x = word.x + widthOf(word.text) + 8;
    const sums: Setting[] = [];
    for (const index of ["i=1", "j=1"]) {
      sums.push({ text: "∑", x, y: 274 });
      sums.push({ text: index, x: x + 37, y: 308, size: 24 }, { text: "n", x: x + 37, y: 285, size: 24 });
      x += 37 + widthOf(index, 24) + 14;
    }
    const evidence = makeEvidence([word, ...sums, { text: "(d) of all", x, y: 300 }]);
    for (const glyph of evidence.glyphs)
      if (glyph.text === "∑")
        Object.assign(glyph, { exact: true, box: { x0: glyph.x + 2, y0: 274, x1: glyph.x + 34, y1: 309 } });
    expect(buildLines(evidence.glyphs, evidence, measureGlyphs(evidence.glyphs))).toHaveLength(1);
  });

  it("takes no accent for its carrier that stands over it", () => {
    // \\tilde over the superscript of ρ^B: the tilde's pen is near the superscript's baseline.
    const words = { text: "and values of", x: 200, y: 300, size: 40 };
    const rho = { text: "ρ", x: 440, y: 300, size: 40 };
    const b = { text: "B", x: rho.x + widthOf("ρ", 40), y: 289, size: 28 };
    const evidence = makeEvidence([words, rho, b, { text: "˜", x: b.x - 6, y: 286, size: 40 }]);
    const tilde = evidence.glyphs.find((glyph) => glyph.text === "˜")!;
    Object.assign(tilde, { box: { x0: b.x - 3, y0: 263, x1: b.x + 10, y1: 267 } });
    expect(buildLines(evidence.glyphs, evidence, measureGlyphs(evidence.glyphs))).toHaveLength(1);
  });

  it("stays in its line between brackets that grew around it", () => {
    const words = { text: "at most", x: 200, y: 300, size: 40 };
    const rows = [
      { text: "n", x: 390, y: 283, size: 28 },
      { text: "k of all", x: 368, y: 309, size: 28 },
    ];
    const brackets = ["(", ")"].map((text, index) => ({ text, x: 350 + 120 * index, y: 262, size: 40 }));
    const evidence = makeEvidence([words, ...rows, ...brackets, { text: "of them", x: 500, y: 300, size: 40 }]);
    for (const glyph of evidence.glyphs)
      if (/[()]/.test(glyph.text)) glyph.box = { x0: glyph.x + 3, y0: 262, x1: glyph.x + 14, y1: 316 };
    expect(buildLines(evidence.glyphs, evidence, measureGlyphs(evidence.glyphs))).toHaveLength(1);
  });

  it("is a script of the last level in the numerator of a small fraction", () => {
    // e^{m^2}/2 in text: e at 0.7 sizes, m and its exponent both at half the size.
    const text = { text: "so that v is", x: 200, y: 300, size: 40 };
    const e = { text: "e", x: 420, y: 281, size: 28 };
    const m = { text: "m", x: e.x + widthOf("e", 28), y: 271, size: 20 };
    const two = { text: "2", x: m.x + widthOf("m", 20), y: 264, size: 20 };
    const below = { text: "2", x: 425, y: 313, size: 28 };
    const rule = makeRule(418, 289, 461, 291);
    const lines = linesOf([text, e, m, two, below, { text: "here", x: 475, y: 300, size: 40 }], { rules: [rule] });
    expect(lines).toHaveLength(1);
  });

  it("fills a small fraction beside bars of the text's size", () => {
    // (a + b)/|c| in text: the bars are as large as the text.
    const text = { text: "so that v is", x: 200, y: 300, size: 40 };
    const above = { text: "a+b", x: 424, y: 281, size: 28 };
    const below = ["|", "c", "|"].map((sign, at) => ({
      text: sign,
      x: 420 + 15 * at,
      y: sign === "|" ? 316 : 313,
      size: sign === "|" ? 40 : 28,
    }));
    const rule = makeRule(418, 289, 466, 291);
    const after = { text: "here", x: 480, y: 300, size: 40 };
    expect(linesOf([text, above, ...below, after], { rules: [rule] })).toHaveLength(1);
  });

  it("is none of a fraction over the line of a letter in the next row", () => {
    // q_0 above \\bar{λ}: subscript and letter differ in size.
    const first = { text: "if q", x: 200, y: 300, size: 34 };
    const sub = { text: "0", x: 200 + widthOf("if q", 34), y: 309, size: 24 };
    const next = { text: "λ", x: sub.x, y: 344, size: 34 };
    const more = { text: "rate", x: 150, y: 344, size: 34 };
    const rule = makeRule(sub.x - 2, 314, sub.x + 20, 315.5);
    expect(textsOf([first, sub, more, next], { rules: [rule] })[0]).toBe("if q0");
  });
});

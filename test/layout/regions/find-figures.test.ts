import { describe, expect, it } from "vitest";
import { blocksOf, Composer, LEFT, outline, prose, textOf, textsOf, WIDTH } from "../../support/compose-page.js";
import { BODY_SIZE, makeRule } from "../../support/make-evidence.js";

const SMALL = 0.75 * BODY_SIZE;

function pictureOf(x0: number, y0: number, x1: number, y1: number) {
  return { box: { x0, y0, x1, y1 }, pixelWidth: 400, pixelHeight: 300, stencil: false };
}

function drawingOf(x0: number, y0: number, x1: number, y1: number) {
  return { box: { x0, y0, x1, y1 }, paths: 8, segments: 60, curves: 0.4 };
}

describe("figures", () => {
  it("puts the strips of a cut image together", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const { y } = page;
    const strips = Array.from({ length: 6 }, (_, at) => pictureOf(500, y + at * 60, 1300, y + (at + 1) * 60));
    const layout = page.skip(10).paragraph(prose(60)).layout({ page: 2, pictures: strips });
    const figures = blocksOf(layout, "diagram");
    expect(figures).toHaveLength(1);
    expect(figures[0]?.box).toMatchObject({ x0: 500, x1: 1300, y0: y, y1: y + 360 });
  });

  it("ignores the scan behind a page and a logo in its margin", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .layout({ page: 2, pictures: [pictureOf(0, 0, 2125, 2750), pictureOf(1700, 40, 1900, 140)] });
    expect(blocksOf(layout, "diagram")).toEqual([]);
  });

  it("takes a staff of music with what is written in and under it, and no five lines to write on", () => {
    const staffAt = (y: number, count = 5) =>
      Array.from({ length: count }, (_, at) => makeRule(500, y + 18 * at, 1500, y + 18 * at + 1.7));
    const page = new Composer().paragraph(prose(60)).skip(3);
    const { y } = page;
    page.line("4", { x: 540, stay: true });
    page.y = y + 80;
    page.line("Not re peated.", { x: 700, size: SMALL }).skip(2);
    const layout = page.paragraph(prose(60)).layout({ page: 2, rules: staffAt(y - 36) });
    const [music] = blocksOf(layout, "diagram");
    expect(music?.box, outline(layout).join("\n")).toMatchObject({ x0: 500, x1: 1500 });
    expect(textsOf(layout, "text").join(" ")).not.toMatch(/4 |peated/);
    const form = new Composer().paragraph(prose(60)).skip(12).paragraph(prose(60));
    expect(blocksOf(form.layout({ page: 2, rules: staffAt(y - 36, 8) }), "diagram")).toEqual([]);
  });

  it("takes boxes of many words that arrows join, which are no form", () => {
    const page = new Composer().paragraph(prose(60)).skip(2);
    const top = page.y;
    const boxes = [0, 1, 2, 3].map((at) => 320 + at * 370);
    for (const [at, x] of boxes.entries())
      for (let row = 0; row < 8; row += 1)
        page.line("Name: varchar of it", {
          x: x + 15,
          y: top + 30 + 9 * at + row * (32 + 3 * at),
          size: 24,
          stay: true,
        });
    const rules = boxes.flatMap((x) => [
      makeRule(x, top, x + 300, top + 3),
      makeRule(x, top + 390, x + 300, top + 393),
      makeRule(x, top, x + 3, top + 393),
      makeRule(x + 297, top, x + 300, top + 393),
    ]);
    const joints = boxes.slice(1).map((x) => makeRule(x - 70, top + 100, x, top + 103));
    const heads = boxes.slice(1).flatMap((x) =>
      [x - 70, x - 14].map((at) => ({
        box: { x0: at, y0: top + 92, x1: at + 14, y1: top + 110 },
        paths: 1,
        segments: 2,
        curves: 0,
      })),
    );
    page.y = top + 470;
    const shown = page.paragraph(prose(60)).evidence({ page: 2 });
    const diagramsOf = (drawings: typeof heads) =>
      blocksOf(new Composer().layout({ ...shown, rules: [...rules, ...joints], drawings }), "diagram");
    expect(diagramsOf(heads).map(({ box }) => box.x0 <= 321 && box.x1 >= 1729)).toEqual([true]);
  });

  it("leaves the box of an input as wide as the text out of the drawing below it", () => {
    const page = new Composer().paragraph(prose(60)).skip(2);
    const top = page.y - 50;
    page.line("> draw(G)", { x: LEFT + 15, font: "mono" });
    const bottom = page.y - 20;
    page.y += 420;
    const fill = { box: { x0: LEFT, y0: top, x1: LEFT + WIDTH, y1: bottom }, color: 0xffffdf };
    const layout = page
      .paragraph(prose(60))
      .layout({ page: 2, fills: [fill], drawings: [drawingOf(800, bottom + 20, 1200, bottom + 360)] });
    expect(blocksOf(layout, "diagram").map(({ box }) => box.x0)).toEqual([800]);
    expect(blocksOf(layout, "code").map(textOf)).toEqual(["> draw(G)"]);
  });

  it("leaves an equation over a plot to the text", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    page.line("v(t) = g/f - (g/f) exp(-ft).", { x: 850, font: "italic" });
    const y = page.y - 24;
    page.line("v", { x: 760, y: y + 35, font: "italic", stay: true });
    page.y = y + 480;
    const layout = page.paragraph(prose(60)).layout({ page: 2, drawings: [drawingOf(700, y + 40, 1400, y + 440)] });
    const [plot] = [...blocksOf(layout, "diagram"), ...blocksOf(layout, "chart")];
    expect(plot && textOf(plot), outline(layout).join("\n")).not.toContain("exp");
  });

  it("takes an arrow beside a drawing for its axis", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const { y } = page;
    const layout = page
      .skip(13)
      .paragraph(prose(60))
      .layout({
        page: 2,
        drawings: [drawingOf(1000, y, 1200, y + 300), drawingOf(914, y + 320, 926, y + 334)],
        rules: [makeRule(919, y + 40, 921, y + 322)],
      });
    expect(blocksOf(layout, "diagram")[0]?.box, outline(layout).join("\n")).toMatchObject({ x0: 914, x1: 1200 });
  });

  it("leaves the rule of the running head above a picture out of it", () => {
    const page = new Composer(200).line("Proceedings of the Harbour Office", { x: 700, size: SMALL });
    const { y } = page;
    const layout = page
      .skip(16)
      .paragraph(prose(60))
      .layout({
        page: 2,
        pictures: [pictureOf(600, y + 20, 1400, y + 400)],
        rules: [makeRule(200, y + 2, 1900, y + 6)],
      });
    expect(blocksOf(layout, "diagram")[0]?.box, outline(layout).join("\n")).toMatchObject({ x0: 600, x1: 1400 });
  });

  it("takes the labels of a plot, and neither the text above nor the caption", () => {
    const page = new Composer().paragraph(prose(60)).skip(1.6);
    const { y } = page;
    for (const [at, label] of ["0", "20", "40", "60"].entries())
      page.line(label, { x: 620 + at * 220, y: y + 430, size: SMALL, stay: true });
    page.line("boats moored", { x: 880, y: y + 470, size: SMALL, stay: true });
    page.line("y", { x: 575, y: y + 10, size: SMALL, stay: true });
    page.y = y + 540;
    const layout = page
      .line("Figure 2: Boats over time.", { x: 800 })
      .skip(1)
      .paragraph(prose(60))
      .layout({
        page: 2,
        drawings: [drawingOf(600, y, 1400, y + 400)],
        rules: [makeRule(600, y + 399, 1400, y + 401)],
      });
    const [chart] = blocksOf(layout, "chart");
    expect(chart && textOf(chart), outline(layout).join("\n")).toContain("boats moored");
    expect(chart && textOf(chart)).toContain("y");
    expect(textsOf(layout, "figure_label")).toEqual(["Figure 2: Boats over time."]);
    expect(chart?.captions).toHaveLength(1);
  });

  it("leaves text on a coloured panel in the text", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const { y } = page;
    const layout = page
      .paragraph(prose(60, "Inside"))
      .skip(1)
      .paragraph(prose(60))
      .layout({
        page: 2,
        fills: [{ box: { x0: LEFT - 20, y0: y - 50, x1: LEFT + WIDTH + 20, y1: y + 160 }, color: 0xdddddd }],
      });
    expect(blocksOf(layout, "diagram")).toEqual([]);
    expect(textsOf(layout, "text").some((text) => text.startsWith("Inside"))).toBe(true);
  });

  it("takes bars of different height on one line for a chart", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const base = page.y + 300;
    const fills = [120, 200, 260, 150].map((height, at) => ({
      box: { x0: 700 + at * 90, y0: base - height, x1: 760 + at * 90, y1: base },
      color: 0x3366aa,
    }));
    const layout = page.skip(9).paragraph(prose(60)).layout({ page: 2, fills });
    expect(blocksOf(layout, "chart")).toHaveLength(1);
  });

  it("splits a poster into the drawings on its coloured ground", () => {
    const page = new Composer(200).line("Numbers of the harbour", { size: 60 });
    const layout = page.layout({
      page: 2,
      fills: [{ box: { x0: 60, y0: 60, x1: 2060, y1: 2690 }, color: 0x80c080 }],
      drawings: [drawingOf(200, 400, 900, 1000), drawingOf(1100, 400, 1900, 1000), drawingOf(200, 1300, 900, 2000)],
    });
    expect(blocksOf(layout, "diagram")).toHaveLength(3);
  });

  it("does not take a ribbon behind a heading for a figure", () => {
    const page = new Composer();
    const { y } = page;
    const layout = page
      .line("Chapter of boats", { size: 44 })
      .skip(1)
      .paragraph(prose(80))
      .layout({ page: 2, drawings: [drawingOf(250, y - 60, 1850, y + 30)] });
    expect(blocksOf(layout, "diagram"), outline(layout).join("\n")).toEqual([]);
  });

  it("takes a number line drawn with rules", () => {
    const page = new Composer().paragraph(prose(60)).skip(2);
    const { y } = page;
    const ticks = Array.from({ length: 6 }, (_, at) => makeRule(650 + at * 140, y - 12, 652 + at * 140, y + 12));
    for (const at of [0, 1, 2, 3, 4, 5]) page.line(`x${at}`, { x: 640 + at * 140, y: y + 45, size: SMALL, stay: true });
    const layout = page
      .skip(3)
      .paragraph(prose(60))
      .layout({ page: 2, rules: [makeRule(600, y - 1, 1450, y + 1), ...ticks] });
    expect(blocksOf(layout, "diagram"), outline(layout).join("\n")).toHaveLength(1);
  });
});

describe("figures of several parts", () => {
  function grid(page: Composer, captions: readonly string[]) {
    const { y } = page;
    const parts = [0, 1].flatMap((column) =>
      [0, 1].map((row) => pictureOf(340 + column * 750, y + row * 340, 1000 + column * 750, y + row * 340 + 290)),
    );
    page.y = y + 700;
    for (const [at, caption] of captions.entries()) page.line(caption, { x: 340 + at * 750, stay: true });
    return page.skip(2).paragraph(prose(60)).layout({ page: 2, pictures: parts });
  }

  it("are one figure when they share a caption", () => {
    const layout = grid(new Composer().paragraph(prose(60)).skip(1), ["Figure 1: All boats in four views."]);
    const figures = blocksOf(layout, "diagram");
    expect(figures, outline(layout).join("\n")).toHaveLength(1);
    expect(figures[0]?.captions).toHaveLength(1);
  });

  it("stay apart when they have captions of their own", () => {
    const layout = grid(new Composer().paragraph(prose(60)).skip(1), [
      "Figure 1: Left boats.",
      "Figure 2: Right boats.",
    ]);
    expect(blocksOf(layout, "diagram").length).toBeGreaterThan(1);
  });

  it("are one with the labels between them that may be either's, but not with words of the text", () => {
    const between = (labels: readonly string[]) => {
      const page = new Composer().paragraph(prose(60)).skip(2);
      const { y } = page;
      for (const [at, text] of labels.entries()) page.line(text, { x: 960, y: y + 100 + at * 120, stay: true });
      page.y = y + 480;
      const parts = [330, 1170].map((x) => drawingOf(x, y, x + 560, y + 420));
      return page.paragraph(prose(60)).layout({ page: 2, drawings: parts });
    };
    const one = between(["k > 0", "k = 0", "k < 0"]);
    expect(blocksOf(one, "diagram"), outline(one).join("\n")).toHaveLength(1);
    expect(textsOf(one, "text").join(" ")).not.toMatch(/k [=<>] 0/);
    expect(blocksOf(between([]), "diagram")).toHaveLength(2);
  });

  it("keep a row of tick labels however many there are", () => {
    const page = new Composer().paragraph(prose(60)).skip(1.6);
    const { y } = page;
    page.line("0 0.2 0.4 0.6 0.8 1 1.2 1.4 1.6 1.8", { x: 610, y: y + 435, size: 30, tracking: 12, stay: true });
    page.y = y + 540;
    const layout = page.paragraph(prose(60)).layout({ page: 2, drawings: [drawingOf(600, y, 1400, y + 400)] });
    expect(
      textsOf(layout, "text").some((text) => text.includes("0.4")),
      outline(layout).join("\n"),
    ).toBe(false);
  });

  it("leave a form of fields and words in the text", () => {
    const page = new Composer(400);
    const fills = [];
    const rules = [];
    for (let row = 0; row < 24; row += 1) {
      const y = 500 + row * 60;
      fills.push({ box: { x0: 900, y0: y - 35, x1: 1100 + (row % 5) * 90, y1: y + 10 }, color: 0xe6f0fa });
      rules.push(makeRule(280, y + 18, 1800, y + 20));
      page.line("name of the boat and of her owner", { x: 300, y, stay: true });
    }
    rules.push(makeRule(280, 440, 282, 1900), makeRule(1798, 440, 1800, 1900));
    const layout = page.layout({ page: 2, fills, rules });
    expect([...blocksOf(layout, "chart"), ...blocksOf(layout, "diagram")]).toEqual([]);
  });

  it("take a timetable of coloured boxes whole", () => {
    const page = new Composer(400);
    const fills = [];
    for (let column = 0; column < 4; column += 1) {
      const x = 300 + column * 400;
      for (let y = 500, at = column; y < 1900; at += 1) {
        const height = 60 + 60 * (at % 3);
        fills.push({ box: { x0: x, y0: y, x1: x + 390, y1: y + height - 4 }, color: at % 2 ? 0xc02020 : 0x80a020 });
        page.settings.push({ text: "The Boat", x: x + 20 + 37 * ((7 * at) % 5), y: y + 36 + 13 * (at % 2) });
        y += height;
      }
    }
    const layout = page.layout({ page: 2, fills });
    expect(outline(layout).filter((entry) => !/^(?:chart|diagram)/u.test(entry))).toEqual([]);
    expect(layout.blocks).toHaveLength(1);
  });

  it("leave fields between rules in the text: sides of a box to tick are no ticks of axes", () => {
    const page = new Composer(400);
    const field = (y0: number, x0 = 324) => makeRule(x0, y0, 2001, y0 + 2);
    const bar = (x0: number, y0: number, y1: number) => makeRule(x0, y0, x0 + 2, y1);
    const tick = (x: number, y: number) => [
      ...[bar(x, y, y + 30), bar(x + 28, y, y + 30)],
      ...[makeRule(x, y, x + 30, y + 2), makeRule(x, y + 28, x + 30, y + 30)],
    ];
    const rules = [
      ...[bar(949, 2049, 2218), bar(1124, 2049, 2301), bar(1599, 2049, 2301), bar(724, 2215, 2301)],
      ...[bar(1374, 2215, 2384), bar(1624, 2299, 2343)],
      ...[field(2132), field(2215, 124), field(2299), field(2341), field(2382, 124)],
      ...[tick(1473, 2236), tick(300, 600), tick(300, 700), tick(300, 800), tick(300, 900)].flat(),
    ];
    for (const [text, x, y] of [
      ["Your signature", 350, 2080],
      ["Date", 970, 2080],
      ["Your occupation", 1140, 2080],
      ["Spouse’s signature", 350, 2160],
      ["Spouse’s occupation", 1140, 2160],
      ["Name of the preparer", 140, 2245],
      ["Date", 1140, 2245],
      ["Firm’s name", 350, 2330],
      ["Firm’s address", 350, 2370],
      ["Phone", 1390, 2370],
    ] as const)
      page.settings.push({ text, x, y });
    const layout = page.layout({ page: 2, rules });
    expect([...blocksOf(layout, "chart"), ...blocksOf(layout, "diagram")]).toEqual([]);
  });

  it("leave a grid of lines to fill in to the text, though short strokes stand on them", () => {
    const page = new Composer(400);
    const rules = [
      ...[500, 560, 620, 680, 740].map((y) => makeRule(300, y, 1700, y + 2)),
      ...[700, 1100].map((x) => makeRule(x, 500, x + 2, 742)),
      ...[560, 620, 680, 740].flatMap((y) => [800, 860].map((x) => makeRule(x, y - 20, x + 2, y))),
    ];
    for (const [at, text] of ["First name", "Number of the fund", "How related"].entries())
      page.settings.push({ text, x: 320 + 400 * at, y: 540 });
    const layout = page.layout({ page: 2, rules });
    expect([...blocksOf(layout, "chart"), ...blocksOf(layout, "diagram")]).toEqual([]);
  });
});

describe("labels of plots", () => {
  it("take the numbers of an axis that keeps its distance, and a long title in the plot's own type", () => {
    const page = new Composer().paragraph(prose(60)).skip(3);
    const { y } = page;
    page.line("Tests on 3000 boats in 4 harbours with 2 walls each and no wind", {
      x: 700,
      y: y - 24,
      size: 24,
      font: "mono",
      stay: true,
    });
    for (const [at, tick] of ["1.0", "0.9", "0.8", "0.7"].entries())
      page.line(tick, { x: 520, y: y + 40 + at * 110, size: 24, font: "mono", stay: true });
    page.line("boats", { x: 900, y: y + 380, size: 24, font: "mono", stay: true });
    page.y = y + 480;
    const layout = page.paragraph(prose(60)).layout({ page: 2, drawings: [drawingOf(620, y, 1500, y + 400)] });
    const [chart] = blocksOf(layout, "chart");
    expect(chart && textOf(chart), outline(layout).join("\n")).toMatch(/Tests on 3000 boats.*0\.7/);
  });

  it("leaves the caption without a number and the column under it to the text", () => {
    const page = new Composer().skip(2);
    const { y } = page;
    page.y = y + 340;
    page
      .line("The ferry at the eastern landing", { size: SMALL })
      .line("stage last week. Photo: Lund", { size: SMALL });
    const layout = page
      .skip(0.6)
      .paragraph(prose(60), { width: 560, indent: 40 })
      .layout({ page: 2, pictures: [pictureOf(LEFT, y, LEFT + 560, y + 310)] });
    expect(blocksOf(layout, "diagram")[0]?.captions).toHaveLength(1);
    expect(textsOf(layout, "figure_label")).toEqual(["The ferry at the eastern landing stage last week. Photo: Lund"]);
    expect(textOf(blocksOf(layout, "text")[0]!)).toMatch(/^The quick/);
  });

  it("takes a plot with its axes and the border around both, and the caption inside for its caption", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const { y } = page;
    const frame = (x0: number, y0: number, x1: number, y1: number) => [
      makeRule(x0, y0, x1, y0 + 2),
      makeRule(x0, y1 - 2, x1, y1),
      makeRule(x0, y0, x0 + 2, y1),
      makeRule(x1 - 2, y0, x1, y1),
    ];
    page.line("Figure 7.1 Cumulative Curves", { x: 800, y: y + 60, stay: true });
    for (const [at, label] of ["0.6", "0.4", "0.2", "0"].entries())
      page.line(label, { x: 540, y: y + 130 + at * 150, size: SMALL, stay: true });
    page.y = y + 800;
    const layout = page.paragraph(prose(60)).layout({
      page: 2,
      drawings: [drawingOf(660, y + 170, 1300, y + 570)],
      rules: [...frame(400, y, 1700, y + 700), ...frame(600, y + 110, 1500, y + 590)],
    });
    const [chart] = blocksOf(layout, "chart");
    expect(chart?.box, outline(layout).join("\n")).toMatchObject({ x0: 400, x1: 1700 });
    expect(textsOf(layout, "figure_label")).toEqual(["Figure 7.1 Cumulative Curves"]);
    expect(chart?.captions).toHaveLength(1);
  });

  it("takes a drawing that touches its frame for no frame of text", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const { y } = page;
    page
      .line("a", { x: 700, y: y + 50, font: "math", stay: true })
      .line("b", { x: 900, y: y + 300, font: "math", stay: true });
    page.y = y + 520;
    const layout = page.paragraph(prose(60)).layout({
      page: 2,
      drawings: [{ box: { x0: 601, y0: y + 1, x1: 999, y1: y + 399 }, paths: 6, segments: 9, curves: 0.5 }],
      rules: [
        makeRule(600, y, 1000, y + 2),
        makeRule(600, y + 398, 1000, y + 400),
        makeRule(600, y, 602, y + 400),
        makeRule(998, y, 1000, y + 400),
      ],
    });
    expect(blocksOf(layout, "diagram"), outline(layout).join("\n")).toHaveLength(1);
  });

  it("keeps a listing apart from the pictures that callouts tie to it", () => {
    const page = new Composer().paragraph(prose(60), { x: 700, width: 1100 }).skip(1);
    const { y } = page;
    for (const [at, row] of [
      ":Title Vars",
      ":Item L1 M1",
      ":Item Text1 Pic1",
      ":Title Solve",
      ":Item Solve x",
      ":EndCustm now",
    ].entries())
      page.line(row, { x: 720, y: y + 40 + at * 60, font: "mono", stay: true });
    page.y = y + 460;
    const layout = page.paragraph(prose(60), { x: 700, width: 1100 }).layout({
      page: 2,
      pictures: [pictureOf(300, y, 600, y + 160), pictureOf(300, y + 220, 600, y + 380)],
      rules: [
        makeRule(600, y + 80, 700, y + 82),
        makeRule(600, y + 280, 700, y + 282),
        makeRule(698, y + 30, 700, y + 360),
        makeRule(698, y + 30, 715, y + 32),
        makeRule(698, y + 358, 715, y + 360),
      ],
    });
    expect(blocksOf(layout, "diagram"), outline(layout).join("\n")).toHaveLength(2);
    expect(blocksOf(layout, "code")).toHaveLength(1);
  });

  it("takes crossed axes with their names for a chart", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const { y } = page;
    page
      .line("y", { x: 820, y: y + 20, font: "italic", stay: true })
      .line("x", { x: 1250, y: y + 380, font: "italic", stay: true });
    page.line("0", { x: 770, y: y + 400, stay: true });
    page.y = y + 520;
    const layout = page.paragraph(prose(60)).layout({
      page: 2,
      drawings: [drawingOf(820, y + 60, 1180, y + 300)],
      rules: [makeRule(810, y + 10, 812, y + 420), makeRule(740, y + 350, 1240, y + 352)],
    });
    expect(blocksOf(layout, "chart"), outline(layout).join("\n")).toHaveLength(1);
  });

  it("shows the letterhead of a first page", () => {
    const layout = new Composer().paragraph(prose(60)).layout({ page: 1, pictures: [pictureOf(1500, 60, 1800, 190)] });
    expect(blocksOf(layout, "diagram")).toHaveLength(1);
  });

  it("leaves a title under a logo that is narrower to the text", () => {
    const page = new Composer(700)
      .line("Northlight Instruments and Company", { x: 700, size: BODY_SIZE * 1.4 })
      .skip(2)
      .paragraph(prose(90));
    const layout = page.layout({ page: 1, pictures: [pictureOf(850, 420, 1150, 640)] });
    expect(textsOf(layout, "title"), outline(layout).join("\n")).toEqual(["Northlight Instruments and Company"]);
  });
});

import { describe, expect, it } from "vitest";
import { line, makePdf, PdfBuilder, place, rect, text } from "../../support/make-pdf.js";
import { evidenceOf } from "./open-page.js";

const PX = 250 / 72;
const evidence = (content: string) => evidenceOf(makePdf(content));

describe("rules", () => {
  it("come from thin rectangles and from strokes alike", async () => {
    const { rules, fills, drawings } = await evidence(rect(72, 700, 100, 0.4) + line(72, 650, 172, 650, 0.4));
    expect(rules).toHaveLength(2);
    for (const rule of rules) {
      expect(rule).toMatchObject({ direction: "horizontal", color: 0 });
      expect(rule.thickness).toBeCloseTo(0.4 * PX, 2);
      expect(rule.box.x0).toBeCloseTo(72 * PX, 1);
      expect(rule.box.x1).toBeCloseTo(172 * PX, 1);
    }
    expect(fills).toEqual([]);
    expect(drawings).toEqual([]);
  });

  it("come from the mitred borders of cells, which LibreOffice fills", async () => {
    const across = "93.1 701 m 93.6 700.5 l 94.2 699.9 l 204.8 699.9 l 205.3 700.5 l 204.8 701 l h f*\n";
    const down = "93.1 700 m 93.6 699.5 l 94.2 699 l 94.2 651 l 93.6 650.5 l 93.1 650 l h f*\n";
    const arrow = "300 700 m 306 704 l 306 696 l h f\n";
    const { rules, drawings } = await evidence(across + down + arrow);
    expect(rules.map(({ direction }) => direction).sort()).toEqual(["horizontal", "vertical"]);
    expect(rules.find(({ direction }) => direction === "horizontal")!.box.x1 / PX).toBeCloseTo(205.3, 1);
    expect(drawings).toHaveLength(1);
  });

  it("that continue each other are one", async () => {
    const { rules } = await evidence(line(72, 700, 100, 700) + line(100, 700, 150, 700) + line(110, 700, 120, 700));
    expect(rules.map((rule) => [Math.round(rule.box.x0 / PX), Math.round(rule.box.x1 / PX)])).toEqual([[72, 150]]);
  });

  it("of adjacent fractions stay apart", async () => {
    const { rules } = await evidence(rect(72, 700, 10, 0.4) + rect(84.4, 700, 10, 0.4));
    expect(rules).toHaveLength(2);
  });

  it("drawn dash by dash are one", async () => {
    let content = "";
    for (let x = 72; x < 172; x += 4) content += line(x, 700, x + 2.5, 700);
    const { rules } = await evidence(content);
    expect(rules).toHaveLength(1);
    expect(rules[0]!.box.x1 / PX).toBeCloseTo(170.5, 1);
  });

  it("are the four sides of a frame, stroked or filled as a ring", async () => {
    const stroked = await evidence("q 0.5 w 100 500 200 100 re S Q");
    const ring = await evidence("100 500 200 100 re 101 501 198 98 re f*");
    for (const { rules, fills } of [stroked, ring]) {
      expect(rules.map((rule) => rule.direction).sort()).toEqual(["horizontal", "horizontal", "vertical", "vertical"]);
      expect(fills).toEqual([]);
    }
  });

  it("end at the clip", async () => {
    const { rules } = await evidence(`q 100 0 50 792 re W n ${line(0, 700, 600, 700)} Q`);
    expect(rules[0]!.box.x0 / PX).toBeCloseTo(100, 1);
    expect(rules[0]!.box.x1 / PX).toBeCloseTo(150, 1);
  });
});

describe("fills", () => {
  it("have colour and place; transparency lightens them", async () => {
    const pdf = new PdfBuilder();
    pdf.page({ content: `/G gs ${rect(100, 500, 200, 100, "1 0 0")}`, resources: "/ExtGState << /G << /ca 0.5 >> >>" });
    const { fills } = await evidenceOf(pdf.build());
    expect(fills).toHaveLength(1);
    expect(fills[0]!.color).toBe(0xff8080);
    expect(fills[0]!.box.x0).toBeCloseTo(100 * PX, 1);
    expect(fills[0]!.box.y1).toBeCloseTo(292 * PX, 1);
  });

  it("leave out the paper and white on nothing, but not white on ink", async () => {
    const paper = rect(0, 0, 612, 792, "1 1 1");
    expect((await evidence(paper + rect(10, 10, 50, 50, "1 1 1"))).fills).toEqual([]);
    const { fills } = await evidence(rect(100, 100, 100, 100, "0.8 0.8 0.8") + rect(120, 120, 20, 20, "1 1 1"));
    expect(fills.map((fill) => fill.color)).toEqual([0xcccccc, 0xffffff]);
  });
});

describe("drawings", () => {
  it("are connected groups of free paths", async () => {
    const curve = (x: number) => `${x} 600 m ${x + 30} 680 ${x + 60} 520 ${x + 90} 600 c S\n`;
    const { drawings, rules } = await evidence(`${curve(100)} 150 590 m 190 640 l S ${curve(400)}`);
    expect(rules).toEqual([]);
    expect(drawings.map(({ paths, segments, curves }) => ({ paths, segments, curves }))).toEqual([
      { paths: 2, segments: 2, curves: 0.5 },
      { paths: 1, segments: 1, curves: 1 },
    ]);
  });

  it("do not come from clip-only paths", async () => {
    expect((await evidence("q 10 10 m 100 200 l 300 10 l h W n Q")).drawings).toEqual([]);
  });
});

describe("pictures", () => {
  const grey = (count: number) => new Uint8Array(count).fill(90);

  it("have their box and their own pixels", async () => {
    const pdf = new PdfBuilder();
    const image = pdf.image(40, 20, 1, grey(800));
    pdf.page({ content: place("Im", 100, 500, 200, 100), resources: `/XObject << /Im ${image} 0 R >>` });
    const { pictures } = await evidenceOf(pdf.build());
    expect(pictures).toHaveLength(1);
    expect(pictures[0]).toMatchObject({ pixelWidth: 40, pixelHeight: 20, stencil: false });
    expect(pictures[0]!.box.x0).toBeCloseTo(100 * PX, 1);
    expect(pictures[0]!.box.y0).toBeCloseTo((792 - 600) * PX, 1);
  });

  it("count only what the clip shows", async () => {
    const pdf = new PdfBuilder();
    const image = pdf.image(40, 20, 1, grey(800));
    const content = `q 100 500 100 100 re W n ${place("Im", 100, 500, 200, 100)} Q`;
    pdf.page({ content, resources: `/XObject << /Im ${image} 0 R >>` });
    const { pictures } = await evidenceOf(pdf.build());
    expect(pictures[0]).toMatchObject({ pixelWidth: 20, pixelHeight: 20 });
    expect(pictures[0]!.box.x1).toBeCloseTo(200 * PX, 1);
  });

  it("cut into strips are one", async () => {
    const pdf = new PdfBuilder();
    const strip = pdf.image(40, 5, 1, grey(200));
    let content = "";
    for (let i = 0; i < 4; i++) content += place("Im", 100, 500 + 25 * i, 200, 25);
    pdf.page({ content, resources: `/XObject << /Im ${strip} 0 R >>` });
    const { pictures } = await evidenceOf(pdf.build());
    expect(pictures).toHaveLength(1);
    expect(pictures[0]).toMatchObject({ pixelWidth: 40, pixelHeight: 20 });
  });

  it("may be inline, and stencils say so", async () => {
    const inline = "q 50 0 0 50 100 500 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x10\x20\x30\x40 EI Q\n";
    const stencil = "q 50 0 0 50 300 500 cm BI /W 8 /H 2 /IM true /BPC 1 ID \xaa\x55 EI Q\n";
    const { pictures } = await evidence(inline + stencil);
    expect(pictures.map(({ pixelWidth, pixelHeight, stencil: is }) => [pixelWidth, pixelHeight, is])).toEqual([
      [2, 2, false],
      [8, 2, true],
    ]);
  });
});

describe("links", () => {
  it("keep web targets only", async () => {
    const pdf = new PdfBuilder();
    const link = (action: string) => `<< /Type /Annot /Subtype /Link /Rect [100 500 200 520] ${action} >>`;
    pdf.page({
      content: text(100, 505, 10, "click"),
      annotations: [
        link("/A << /S /URI /URI (https://example.org/a?b=c) >>"),
        link("/Dest [0 /Fit]"),
        link("/A << /S /URI /URI (mailto:someone@example.org) >>"),
      ],
    });
    const { links } = await evidenceOf(pdf.build());
    expect(links.map(({ url }) => url)).toEqual(["https://example.org/a?b=c", "mailto:someone@example.org"]);
    expect(links[0]!.box.x0).toBeCloseTo(100 * PX, 1);
  });
});

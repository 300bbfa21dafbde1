import { describe, expect, it } from "vitest";
import { makePdf, PdfBuilder, text } from "../../support/make-pdf.js";
import { evidenceOf, textOf } from "./open-page.js";

const PX = 250 / 72;
/** Advances of Helvetica, em. */
const H = 0.722;
const I = 0.278;

async function glyphsOf(content: string) {
  return (await evidenceOf(makePdf(content))).glyphs;
}

describe("glyphs", () => {
  it("have their ink box from the outline", async () => {
    const [glyph] = await glyphsOf(text(100, 700, 100, "H"));
    const size = 100 * PX;
    expect(glyph).toMatchObject({ text: "H", exact: true, visible: true, identity: "unicode", color: 0 });
    expect(glyph!.size).toBeCloseTo(size, 2);
    expect(glyph!.advance).toBeCloseTo(H * size, 1);
    // Helvetica's H stands on the baseline, is 0.72 em high and has side bearings of 0.08 em.
    expect(glyph!.box.y1).toBeCloseTo(glyph!.y, 0);
    expect((glyph!.y - glyph!.box.y0) / size).toBeCloseTo(0.72, 1);
    expect((glyph!.box.x0 - glyph!.x) / size).toBeCloseTo(0.08, 1);
    expect((glyph!.x + glyph!.advance - glyph!.box.x1) / size).toBeCloseTo(0.08, 1);
  });

  it("give a space no box", async () => {
    const [, space] = await glyphsOf(text(100, 700, 10, "a b"));
    expect(space!.text).toBe(" ");
    expect(space!.box.x1 - space!.box.x0).toBe(0);
    expect(space!.advance).toBeCloseTo(I * 10 * PX, 1);
  });

  it("have advances of their own, so that a word space in the spacing of characters is one", async () => {
    const glyphs = await glyphsOf("BT /F1 10 Tf 3 Tc 100 700 Td [(HH) 300 (H)] TJ ET");
    for (const glyph of glyphs) expect(glyph.advance).toBeCloseTo(H * 10 * PX, 1);
    expect((glyphs[1]!.x - glyphs[0]!.x) / PX).toBeCloseTo(H * 10 + 3, 2);
    expect((glyphs[2]!.x - glyphs[1]!.x) / PX).toBeCloseTo(H * 10, 2);
  });

  it("follow character and word spacing, scaling, rise and kerning", async () => {
    const content =
      "BT /F1 10 Tf 2 Tc 5 Tw 50 Tz 100 700 Td (H H) Tj 3 Ts (H) Tj 0 Ts 0 Tc 0 Tw 100 Tz 0 -20 Td [(H) -1000 (H)] TJ ET";
    const glyphs = await glyphsOf(content);
    const pens = glyphs.map((glyph) => [glyph.x / PX - 100, 792 - glyph.y / PX - 700]);
    const step = (H * 10 + 2) * 0.5;
    const space = (I * 10 + 2 + 5) * 0.5;
    const expected = [
      [0, 0],
      [step, 0],
      [step + space, 0],
      [2 * step + space, 3],
      [0, -20],
      [H * 10 + 10, -20],
    ];
    expect(pens).toHaveLength(expected.length);
    pens.forEach(([x, y], index) => {
      expect(x).toBeCloseTo(expected[index]![0]!, 2);
      expect(y).toBeCloseTo(expected[index]![1]!, 2);
    });
  });

  it("know line operators", async () => {
    const glyphs = await glyphsOf("BT /F1 10 Tf 14 TL 100 700 Td (a) Tj T* (b) Tj (c) ' 0 -20 TD (d) Tj T* (e) Tj ET");
    const baselines = glyphs.map((glyph) => Math.round(792 - glyph.y / PX));
    expect(baselines).toEqual([700, 686, 672, 652, 632]);
  });

  it("turn with the text matrix", async () => {
    const [a] = await glyphsOf("BT /F1 10 Tf 0 1 -1 0 300 400 Tm (a) Tj ET");
    expect(a!.angle).toBe(270);
    expect(a!.size).toBeCloseTo(10 * PX, 2);
    const [slanted] = await glyphsOf("BT /F1 10 Tf 0.866 0.5 -0.5 0.866 300 400 Tm (a) Tj ET");
    expect(slanted!.angle).toBeCloseTo(330, 0);
    const [oblique] = await glyphsOf("BT /F1 10 Tf 1 0 0.3 1 300 400 Tm (a) Tj ET");
    expect(oblique!.angle).toBe(0);
    expect(oblique!.size).toBeCloseTo(10 * PX, 2);
  });

  it("are invisible in render mode 3, when clipped away and on hidden layers", async () => {
    expect((await glyphsOf("BT 3 Tr /F1 10 Tf 100 700 Td (a) Tj ET"))[0]!.visible).toBe(false);
    const clipped = `q 0 0 50 50 re W n ${text(100, 700, 10, "a")} Q ${text(100, 700, 10, "b")}`;
    expect((await glyphsOf(clipped)).map((glyph) => glyph.visible)).toEqual([false, true]);

    const pdf = new PdfBuilder();
    const layer = pdf.object("<< /Type /OCG /Name (Draft) >>");
    pdf.catalog(`/OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] /Order [${layer} 0 R] >> >>`);
    const content = `/OC /L1 BDC ${text(100, 700, 10, "hidden")} EMC ${text(100, 600, 10, "shown")}`;
    pdf.page({ content, resources: `/Properties << /L1 ${layer} 0 R >>` });
    expect(textOf(await evidenceOf(pdf.build()))).toBe("shown");
  });

  it("are invisible in white on bare paper, not on a dark ground", async () => {
    const white = `1 g ${text(100, 700, 10, "a")}`;
    expect((await glyphsOf(white))[0]!.visible).toBe(false);
    expect((await glyphsOf(`0 0 0.5 rg 90 690 50 50 re f ${white}`))[0]!.visible).toBe(true);
    const disc = "0 g 80 700 m 80 740 140 740 140 700 c 140 660 80 660 80 700 c f";
    expect((await glyphsOf(`${disc} ${white}`))[0]!.visible).toBe(true);
  });

  it("have the fill colour, or the stroke colour when only stroked", async () => {
    const [red] = await glyphsOf(`1 0 0 rg ${text(100, 700, 10, "a")}`);
    expect(red!.color).toBe(0xff0000);
    const [blue] = await glyphsOf("1 0 0 rg 0 0 1 RG BT 1 Tr /F1 10 Tf 100 700 Td (a) Tj ET");
    expect(blue!.color).toBe(0x0000ff);
  });

  it("come out of nested forms at their place", async () => {
    const pdf = new PdfBuilder();
    const inner = pdf.form(text(0, 0, 10, "x"), [0, -5, 20, 20]);
    const outer = pdf.stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [2 0 0 2 10 20] /Resources << /XObject << /In ${inner} 0 R >> >>`,
      "q 1 0 0 1 5 6 cm /In Do Q",
    );
    pdf.page({ content: "q 1 0 0 1 100 500 cm /Out Do Q", resources: `/XObject << /Out ${outer} 0 R >>` });
    const { glyphs } = await evidenceOf(pdf.build());
    expect(glyphs[0]!.x / PX).toBeCloseTo(100 + 10 + 2 * 5, 2);
    expect(792 - glyphs[0]!.y / PX).toBeCloseTo(500 + 20 + 2 * 6, 2);
    expect(glyphs[0]!.size).toBeCloseTo(20 * PX, 2);
  });

  it("include the values of form fields", async () => {
    const pdf = new PdfBuilder();
    const appearance = pdf.form(text(2, 4, 10, "filled in"), [0, 0, 100, 20]);
    pdf.page({
      content: "",
      annotations: [
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (filled in) /F 4 /Rect [100 500 200 520] /AP << /N ${appearance} 0 R >> >>`,
      ],
    });
    const { glyphs } = await evidenceOf(pdf.build());
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe("filled in");
    expect(glyphs[0]!.x / PX).toBeCloseTo(102, 1);
    expect(glyphs[0]!.visible).toBe(true);
  });

  it("painted twice count once", async () => {
    const bold = text(100, 700, 10, "Twice") + text(100.3, 700, 10, "Twice");
    expect(textOf(await evidenceOf(makePdf(bold)))).toBe("Twice");
    const repeated = text(100, 700, 10, "ll") + text(100, 690, 10, "ll");
    expect(textOf(await evidenceOf(makePdf(repeated)))).toBe("llll");
  });

  it("of an OCR layer give way to the visible copy", async () => {
    const both = `${text(100, 700, 10, "A")} BT 3 Tr /F1 10 Tf 100 700 Td (A) Tj ET`;
    const { glyphs } = await evidenceOf(makePdf(both));
    expect(glyphs.map((glyph) => glyph.visible)).toEqual([true]);
  });

  it("resolve ligatures and soft hyphens", async () => {
    const pdf = new PdfBuilder();
    const font = pdf.object(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [65 /fi /ffl /uni00AD /f_f_i /a.sc /u1D465 /Adieresis] >> >>",
    );
    pdf.page({ content: "BT /F9 10 Tf 100 700 Td (ABCDEFG) Tj ET", fonts: `/F9 ${font} 0 R` });
    const { glyphs } = await evidenceOf(pdf.build());
    expect(glyphs.map((glyph) => glyph.text)).toEqual(["fi", "ffl", "-", "ffi", "a", "𝑥", "Ä"]);
  });

  it("know Symbol and its names", async () => {
    const { glyphs, fonts } = await evidenceOf(makePdf(text(100, 700, 10, "aS\xb3", "F4")));
    expect(glyphs.map((glyph) => [glyph.text, glyph.name])).toEqual([
      ["α", "alpha"],
      ["Σ", "Sigma"],
      ["≥", "greaterequal"],
    ]);
    expect(fonts[0]).toMatchObject({ math: true, encoding: "Symbol" });
  });

  it("tell the style of fonts", async () => {
    const content = ["F1", "F2", "F3", "F5"].map((font, i) => text(72, 700 - 20 * i, 10, "abcdefghij", font)).join("");
    const { fonts } = await evidenceOf(makePdf(content));
    expect(fonts.map(({ name, bold, serif, monospace }) => ({ name, bold, serif, monospace }))).toEqual([
      { name: "Helvetica", bold: false, serif: false, monospace: false },
      { name: "Times-Roman", bold: false, serif: true, monospace: false },
      { name: "Courier", bold: false, serif: true, monospace: true },
      { name: "Helvetica-Bold", bold: true, serif: false, monospace: false },
    ]);
  });
});

describe("symbol fonts whose maps to Unicode hold codes", () => {
  /** One line in a font with its codes from 33 on, mapped to these characters. */
  async function readAs(name: string, characters: string): Promise<string> {
    const pdf = new PdfBuilder();
    const hex = (code: number, digits: number) => code.toString(16).padStart(digits, "0").toUpperCase();
    const entries = [...characters].map((text, at) => `<${hex(33 + at, 4)}> <${hex(text.codePointAt(0)!, 4)}>`);
    const map = pdf.stream(
      "",
      `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${entries.length} beginbfchar\n${entries.join("\n")}\nendbfchar endcmap end`,
    );
    const font = pdf.object(
      `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+${name} /Encoding /Identity-H /ToUnicode ${map} 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+${name} /Flags 4 /FontBBox [0 -200 600 800] /Ascent 800 /Descent -200 /ItalicAngle 0 /StemV 80 >> >>] >>`,
    );
    const codes = entries.map((_, at) => hex(33 + at, 4)).join("");
    pdf.page({ content: `BT /F9 10 Tf 100 700 Td <${codes}> Tj ET`, fonts: `/F9 ${font} 0 R` });
    return textOf(await evidenceOf(pdf.build()));
  }

  it("are read by them, as macOS writes them", async () => {
    expect(await readAs("SymbolMT", "Í¶æö")).toBe("⊆∂⎛⎞");
    expect(await readAs("SymbolMT", "aB=")).toBe("αΒ=");
    expect(await readAs("MT-Extra", "!L")).toBe("˙⋯");
  });

  it("keep their text where a map holds nothing but what Symbol has", async () => {
    expect(await readAs("SymbolMT", "×±÷=")).toBe("×±÷=");
    expect(await readAs("SymbolMT", "∂Ω")).toBe("∂Ω");
  });
});

describe("control characters", () => {
  it("of a font that is not in the file leave no ink, though the one that stands in draws a box", async () => {
    const { glyphs } = await evidenceOf(makePdf("BT /F1 12 Tf 100 700 Td (read \\012) Tj 32 0 Td (files) Tj ET"));
    expect(glyphs.map((glyph) => glyph.text)).toEqual([..."read files"]);
  });
});

describe("monospace", () => {
  async function fontOf(first: string, widths: number[], content: string) {
    const pdf = new PdfBuilder();
    const code = first.charCodeAt(0);
    const font = pdf.object(
      `<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Unheard /FirstChar ${code} /LastChar ${code + widths.length - 1} /Widths [${widths.join(" ")}] /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Unheard /Flags 33 /FontBBox [0 -200 600 800] /Ascent 800 /Descent -200 /ItalicAngle 0 /StemV 80 >> >>`,
    );
    pdf.page({ content: `BT /F9 10 Tf 72 700 Td (${content}) Tj ET`, fonts: `/F9 ${font} 0 R` });
    return (await evidenceOf(pdf.build())).fonts[0]!;
  }

  it("is told by the widths of letters, not by the descriptor's flag nor by figures", async () => {
    expect((await fontOf("a", Array(10).fill(600), "abcdefghij")).monospace).toBe(true);
    expect((await fontOf("a", [444, 500, 444, 500, 444, 333, 500, 500, 278, 278], "abcdefghij")).monospace).toBe(false);
    expect((await fontOf("0", Array(10).fill(500), "0123456789")).monospace).toBe(false);
  });

  /** A composite font of ten letters, codes 1–10; `letters`: their text. */
  async function compositeOf(letters: string, widths: number[]) {
    const pdf = new PdfBuilder();
    const codes = [...letters].map((letter, at) => [at + 1, letter.charCodeAt(0)] as const);
    const hex = (value: number) => value.toString(16).padStart(4, "0");
    const map = pdf.stream(
      "",
      `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${codes.length} beginbfchar ${codes.map(([code, text]) => `<${hex(code)}> <${hex(text)}>`).join(" ")} endbfchar endcmap`,
    );
    const font = pdf.object(
      `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Unheard /Encoding /Identity-H /ToUnicode ${map} 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /ABCDEF+Unheard /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [1 [${widths.join(" ")}]] /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Unheard /Flags 4 /FontBBox [0 -200 600 800] /Ascent 800 /Descent -200 /ItalicAngle 0 /StemV 80 >> >>] >>`,
    );
    pdf.page({
      content: `BT /F9 10 Tf 72 700 Td <${codes.map(([code]) => hex(code)).join("")}> Tj ET`,
      fonts: `/F9 ${font} 0 R`,
    });
    return (await evidenceOf(pdf.build())).fonts[0]!;
  }

  it("is told of composite fonts, too, but not of those for Chinese", async () => {
    expect((await compositeOf("abcdefghij", Array(10).fill(600))).monospace).toBe(true);
    expect((await compositeOf("abcdefghij", [444, 500, 444, 500, 444, 333, 500, 500, 278, 278])).monospace).toBe(false);
    expect((await compositeOf("abcdefgh天地", Array(10).fill(500))).monospace).toBe(false);
  });
});

describe("Type 3 glyphs", () => {
  function type3(names: string[], widths: number[], proc: string, matrix = "0.001 0 0 0.001 0 0"): PdfBuilder {
    const pdf = new PdfBuilder();
    const stream = pdf.stream("", proc);
    const codes = names.map((name) => (name.length === 1 ? name.charCodeAt(0) : Number(name.slice(1))));
    const differences = names.map((name, i) => `${codes[i]} /${name}`).join(" ");
    const first = Math.min(...codes);
    const all = Array.from({ length: Math.max(...codes) - first + 1 }, (_, i) => widths[codes.indexOf(first + i)] ?? 0);
    const font = pdf.object(
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] /FontMatrix [${matrix}] /CharProcs << ${names
        .map((name) => `/${name} ${stream} 0 R`)
        .join(" ")} >> /Encoding << /Type /Encoding /Differences [${differences}] >> /FirstChar ${first} /LastChar ${
        first + all.length - 1
      } /Widths [${all.join(" ")}] >>`,
    );
    const codesText = codes.map((code) => `\\${code.toString(8).padStart(3, "0")}`).join("");
    pdf.page({ content: `BT /F9 10 Tf 100 700 Td (${codesText}) Tj ET`, fonts: `/F9 ${font} 0 R` });
    return pdf;
  }

  it("have the box of what they paint", async () => {
    const pdf = type3(["a65", "a66", "a67"], [500, 500, 500], "500 0 0 0 500 700 d1 100 0 300 650 re f");
    const { glyphs } = await evidenceOf(pdf.build());
    expect(glyphs).toHaveLength(3);
    const { box, x, y, exact } = glyphs[1]!;
    expect(exact).toBe(true);
    expect((box.x0 - x) / PX).toBeCloseTo(1, 2);
    expect((box.x1 - x) / PX).toBeCloseTo(4, 2);
    expect((y - box.y0) / PX).toBeCloseTo(6.5, 2);
    expect(x / PX).toBeCloseTo(105, 2);
  });

  it("of TeX bitmap fonts are read by the proportions of their widths", async () => {
    // Widths of cmmi10: alpha, beta, lambda, pi, x.
    const names = ["a11", "a12", "a21", "a25", "a120"];
    const pdf = type3(names, [640, 566, 583, 570, 572], "500 0 0 0 500 700 d1 0 0 300 400 re f");
    const { glyphs, fonts } = await evidenceOf(pdf.build());
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe("αβλπx");
    expect(fonts[0]).toMatchObject({ kind: "type3", encoding: "OML", math: true });
    // Widths of cmr10: ffi, fi, a, m, W.
    const roman = type3(["a14", "a12", "a97", "a109", "a87"], [833, 556, 500, 833, 1028], "9 0 0 0 9 9 d1");
    expect(textOf(await evidenceOf(roman.build()))).toBe("ffifiamW");
    // Straight quote and bullet of the companion fonts; a lone letter may be any font's.
    const companion = type3(["a39", "a136"], [525, 500], "9 0 0 0 9 9 d1");
    expect(textOf(await evidenceOf(companion.build()))).toBe("'•");
    const letter = type3(["a39", "a65"], [525, 500], "9 0 0 0 9 9 d1");
    expect(textOf(await evidenceOf(letter.build()))).toBe("");
    // Old Ghostscript names the characters by themselves.
    const bare = type3(["a", "m", "W", "i"], [500, 833, 1028, 278], "9 0 0 0 9 9 d1");
    expect((await evidenceOf(bare.build())).fonts[0]).toMatchObject({ encoding: "OT1" });
  });

  it("of Russian are Cyrillic where the letters do not have the widths of accented ones", async () => {
    // Widths of the sans face of the LH fonts, as those of T1's: D, I, S, a, d, e, i; and а, б, в, г, д, ж, и, к, л, м, н, о.
    const latin = { 68: 59.97, 73: 23.07, 83: 46.13, 97: 39.93, 100: 42.92, 101: 36.91, 105: 19.92 };
    const upper = [64.58, 56.51, 62.28, 50.74, 64.58, 92.28, 64.58, 65.72, 62.28, 78.41, 64.58, 65.72];
    const widths: [number, number][] = [
      ...Object.entries(latin).map(([code, width]): [number, number] => [Number(code), width]),
      ...upper.map((width, at): [number, number] => [0xc0 + [0, 1, 2, 3, 4, 6, 8, 10, 11, 12, 13, 14][at]!, width]),
    ];
    const russian = type3(
      widths.map(([code]) => `a${code}`),
      widths.map(([, width]) => width),
      "9 0 0 0 9 9 d1",
    );
    expect(textOf(await evidenceOf(russian.build()))).toBe("DISadeiАБВГДЖИКЛМНО");
    const accents = [55.4, 55.4, 55.4, 55.4, 55.4, 72.6, 49.6, 49.6, 49.6, 23.07, 23.07, 23.07];
    const french = type3(
      widths.map(([code]) => `a${code}`),
      widths.map(([, width], at) => (at < 7 ? width : accents[at - 7]!)),
      "9 0 0 0 9 9 d1",
    );
    expect(textOf(await evidenceOf(french.build()))).toBe("DISadeiÀÁÂÃÄÆÈÊËÌÍÎ");
  });

  it("have the size of their type, whatever unit they are drawn in", async () => {
    const widths = [500, 833, 1028, 278];
    const sizeOf = async (names: string[], scale: number, matrix: string) =>
      (
        await evidenceOf(
          type3(
            names,
            widths.map((width) => width * scale),
            "9 0 0 0 9 9 d1",
            matrix,
          ).build(),
        )
      ).glyphs[0]!.size / PX;
    const known = ["a97", "a109", "a87", "a105"];
    // A thousandth of the nominal size, as outlines are drawn; a printer's pixel, 90 of which make an em.
    expect(await sizeOf(known, 1, "0.001 0 0 0.001 0 0")).toBeCloseTo(10, 1);
    expect(await sizeOf(known, 0.09, "1 0 0 1 0 0")).toBeCloseTo(900, 0);
    // Of an unknown font the widths tell about.
    const unknown = await sizeOf(["x1", "x2", "x3", "x4"], 0.09, "1 0 0 1 0 0");
    expect(unknown).toBeGreaterThan(600);
    expect(unknown).toBeLessThan(1800);
  });
});

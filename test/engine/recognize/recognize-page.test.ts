import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { findModel } from "../../../src/engine/inference/model-files.js";
import { chooseWitness } from "../../../src/engine/recognize/witness.js";
import { openSource } from "../../../src/engine/source/open-source.js";
import { layoutPage } from "../../../src/layout/layout-page.js";
import type { Block } from "../../../src/page.js";
import { PdfBuilder, text } from "../../support/make-pdf.js";
import { scannedPage } from "./scanned-page.js";

const WORDS = [
  "The keeper of the lighthouse wrote",
  "down the weather every morning",
  "and counted the passing ships.",
];

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.lines.flatMap((line) => line.spans.map((span) => (span.kind === "text" ? span.text : span.latex))),
    )
    .join(" ");
}

async function read(image: Buffer, asked: "auto" | "ocr" = "auto") {
  const source = await openSource(image, { file: "scan.png" });
  const evidence = await source.evidence(1);
  return { evidence, witness: await chooseWitness(source, evidence, asked) };
}

describe("a scanned page", () => {
  it("is read from its pixels", async () => {
    const { witness } = await read(await scannedPage(WORDS));
    expect(witness.textSource).toEqual({ source: "ocr", reason: "The page has no text layer" });
    const text = textOf(layoutPage(witness.evidence, { witness: witness.textSource }).blocks);
    for (const word of ["lighthouse", "weather", "passing", "ships."]) expect(text).toContain(word);
  });

  it("is read where most letters are digits, whose height is no x-height", async () => {
    const rows = Array.from({ length: 18 }, (_, row) =>
      [37, 59, 83].map((step) => String(24_061 + step * 97 * row).replace(/(?=\d{3}$)/, ",")),
    );
    const { witness } = await read(await scannedPage(rows.map((cells) => cells.join(" ".repeat(14)))));
    const words = textOf(layoutPage(witness.evidence, { witness: witness.textSource }).blocks);
    const lost = rows.flat().filter((number) => !words.includes(number));
    expect(lost.length).toBeLessThan(0.1 * rows.flat().length);
  });

  it("is levelled before it is read", async () => {
    const straight = await scannedPage(WORDS.concat(WORDS, WORDS, WORDS));
    const crooked = await sharp(straight)
      .rotate(2, { background: "#ffffff" })
      .withMetadata({ density: 200 })
      .png()
      .toBuffer();
    const { witness } = await read(crooked);
    expect(witness.tilt).toBeCloseTo(2, 0);
    expect(textOf(layoutPage(witness.evidence).blocks)).toContain("lighthouse");
  });

  it.each([90, 180, 270])("that was scanned turned by %i° is turned back", async (degrees) => {
    const straight = await scannedPage(WORDS.concat(WORDS, WORDS, WORDS));
    const turned = await sharp(straight).rotate(degrees).withMetadata({ density: 200 }).png().toBuffer();
    const { evidence, witness } = await read(turned);
    const text = textOf(layoutPage(witness.evidence).blocks);
    for (const word of ["lighthouse", "weather", "counted"]) expect(text).toContain(word);
    expect(witness.textSource.reason).toContain("turned");
    const [width, height] = degrees === 180 ? [evidence.width, evidence.height] : [evidence.height, evidence.width];
    expect([witness.evidence.width, witness.evidence.height]).toEqual([width, height]);
    const region = { x0: 0, y0: 0, x1: width, y1: 100 };
    const strip = await witness.source.raster(1, 100, region);
    expect(strip.width / strip.height).toBeCloseTo(width / 100, 1);
  });

  it("printed white on dark, or photographed on a dark table, is read alike", async () => {
    const page = await scannedPage(WORDS.concat(WORDS));
    const night = await sharp(page)
      .negate({ alpha: false })
      .tint("#203060")
      .withMetadata({ density: 200 })
      .png()
      .toBuffer();
    const edge = { top: 60, left: 70, right: 50, bottom: 40, background: "#181818" };
    const table = await sharp(page).extend(edge).withMetadata({ density: 200 }).png().toBuffer();
    for (const image of [night, table]) {
      const { witness } = await read(image);
      const text = textOf(layoutPage(witness.evidence).blocks);
      for (const word of ["lighthouse", "weather", "passing"]) expect(text).toContain(word);
      expect(text.split("lighthouse")).toHaveLength(3);
      expect(text.length).toBeLessThan(220);
    }
  });

  it("is read in a box of strong colour too", async () => {
    const page = await scannedPage(WORDS.concat(WORDS, WORDS));
    const { width, height } = await sharp(page).metadata();
    const box = await sharp({ create: { width: width!, height: 140, channels: 3, background: "#ffff00" } })
      .png()
      .toBuffer();
    const image = await sharp(page)
      .resize(width!, height!)
      .composite([{ input: box, top: 70, left: 0, blend: "multiply" }])
      .withMetadata({ density: 200 })
      .png()
      .toBuffer();
    const text = textOf(layoutPage((await read(image)).witness.evidence).blocks);
    for (const word of ["lighthouse", "weather", "counted"]) expect(text.split(word)).toHaveLength(4);
  });

  it("that is blank, grey or black holds no text", async () => {
    for (const background of ["#ffffff", "#909090", "#000000"]) {
      const page = await sharp({ create: { width: 800, height: 900, channels: 3, background } })
        .withMetadata({ density: 200 })
        .png()
        .toBuffer();
      const { witness } = await read(page);
      expect(witness.evidence.glyphs).toEqual([]);
      expect(layoutPage(witness.evidence, { witness: witness.textSource }).blocks).toEqual([]);
    }
  });

  it("shows its headings by the weight of their letters", async () => {
    const { witness } = await read(await scannedPage(WORDS.concat(WORDS), ["A Heading in Bold"]));
    const bold = witness.evidence.glyphs.filter((glyph) => witness.evidence.fonts[glyph.font]!.bold);
    expect(bold.map(({ text }) => text).join("")).toBe("A Heading in Bold".replaceAll(" ", ""));
  });

  it.each([
    ["auto", 2],
    ["ocr", 4],
  ] as const)("that holds no letters stays a picture (%s)", async (asked, blur) => {
    const noise = Buffer.alloc(600 * 600);
    let seed = 7;
    for (let i = 0; i < noise.length; i++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      noise[i] = seed >> 23;
    }
    const photo = await sharp(noise, { raw: { width: 600, height: 600, channels: 1 } })
      .blur(blur)
      .normalise()
      .withMetadata({ density: 200 })
      .png()
      .toBuffer();
    const { witness } = await read(photo, asked);
    expect(witness.textSource.source).toBe("none");
    expect(layoutPage(witness.evidence).blocks.map((block) => block.kind)).toEqual(["diagram"]);
  });

  it("with an invisible text layer is read anew only where the layer is worse", async () => {
    const lines = WORDS.concat(WORDS, WORDS, WORDS);
    const jpeg = await sharp(await scannedPage(lines))
      .jpeg({ quality: 90 })
      .toBuffer();
    const { width, height } = await sharp(jpeg).metadata();
    const layered = async (layer: readonly string[]) => {
      const builder = new PdfBuilder();
      const dictionary = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
      const picture = builder.stream(dictionary, jpeg);
      const hidden = layer.map((line, index) => text(40, 360 - 16 * index, 11, line, "F2")).join("\n");
      builder.page({
        content: `q 300 0 0 400 0 0 cm /Im1 Do Q 3 Tr\n${hidden}`,
        size: [300, 400],
        resources: `/XObject << /Im1 ${picture} 0 R >>`,
      });
      const source = await openSource(builder.build(), { file: "scan.pdf" });
      return chooseWitness(source, await source.evidence(1), "auto");
    };
    expect((await layered(lines)).textSource.source).toBe("embedded");
    const poor = await layered(lines.map((line) => line.replaceAll("e", "o")));
    expect(poor.textSource).toMatchObject({ source: "ocr", reason: expect.stringContaining("invisible") });
  });

  it("is left alone when only embedded text is asked for", async () => {
    const source = await openSource(await scannedPage(WORDS), { file: "scan.png" });
    const witness = await chooseWitness(source, await source.evidence(1), "embedded");
    expect(witness.textSource.source).toBe("none");
    expect(witness.evidence.glyphs).toEqual([]);
  });
});

describe("model files", () => {
  it("match their manifest", async () => {
    const { labels, widthBuckets } = await findModel("text-line");
    expect(labels[0]).toBe("");
    expect(labels).toContain("\\alpha");
    expect(widthBuckets.every((width) => width % 8 === 0)).toBe(true);
  });

  it("that are unknown are named", async () => {
    await expect(findModel("no-such-model")).rejects.toThrow(/no model "no-such-model"/);
  });
});

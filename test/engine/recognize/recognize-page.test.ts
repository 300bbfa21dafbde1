import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { findModel } from "../../../src/engine/inference/model-files.js";
import { chooseWitness } from "../../../src/engine/recognize/witness.js";
import { openSource } from "../../../src/engine/source/open-source.js";
import { layoutPage } from "../../../src/layout/layout-page.js";
import type { Block } from "../../../src/page.js";
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

async function read(image: Buffer) {
  const source = await openSource(image, { file: "scan.png" });
  const evidence = await source.evidence(1);
  return { evidence, witness: await chooseWitness(source, evidence, "auto") };
}

describe("a scanned page", () => {
  it("is read from its pixels", async () => {
    const { witness } = await read(await scannedPage(WORDS));
    expect(witness.textSource).toEqual({ source: "ocr", reason: "The page has no text layer" });
    const text = textOf(layoutPage(witness.evidence, { witness: witness.textSource }).blocks);
    for (const word of ["lighthouse", "weather", "passing", "ships."]) expect(text).toContain(word);
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

  it("that holds no letters stays a picture", async () => {
    const noise = Buffer.alloc(600 * 600);
    let seed = 7;
    for (let i = 0; i < noise.length; i++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      noise[i] = seed >> 23;
    }
    const photo = await sharp(noise, { raw: { width: 600, height: 600, channels: 1 } })
      .blur(2)
      .withMetadata({ density: 200 })
      .png()
      .toBuffer();
    const { witness } = await read(photo);
    expect(witness.textSource.source).toBe("none");
    expect(layoutPage(witness.evidence).blocks.map((block) => block.kind)).toEqual(["diagram"]);
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

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { placePage } from "../../../src/engine/predict/page-frame.js";
import { withPrediction } from "../../../src/engine/predict/with-prediction.js";
import { openPdf } from "../../../src/engine/source/pdf.js";
import { ModelError } from "../../../src/errors.js";
import { unionBoxes } from "../../../src/layout/boxes.js";
import { layoutPage } from "../../../src/layout/layout-page.js";
import { classProbabilities } from "../../../src/layout/model/class-probabilities.js";
import { LAYOUT_CLASSES } from "../../../src/layout/model/classes.js";
import type { Box } from "../../../src/page.js";
import { textPdf } from "../support/text-pdf.js";

/** A net without anything learned: ink is text (`layoutnet/fixture.py`). */
const INK_IS_TEXT = fileURLToPath(new URL("../../fixtures/ink-is-text.onnx", import.meta.url));
const TEXT_LINE = fileURLToPath(new URL("../../../models/text-line.onnx", import.meta.url));

async function predicted(model: string, mediaBox?: [number, number]) {
  const source = await openPdf(textPdf(1, mediaBox ? { mediaBox } : {}), { file: "text.pdf" });
  try {
    const evidence = await source.evidence(1);
    return await withPrediction({ evidence, source, tilt: 0 }, 1, model);
  } finally {
    await source.close();
  }
}

describe("the frame", () => {
  test("a portrait page fills the portrait frame, a slide the landscape one", () => {
    expect(placePage(2125, 2750)).toMatchObject({ width: 576, height: 768, left: 0 });
    expect(placePage(2500, 1406)).toMatchObject({ width: 768, height: 576, left: expect.closeTo(0) });
    expect(placePage(2125, 2750).top).toBeGreaterThan(0);
  });
});

describe("the net's answer", () => {
  test.each([[undefined], [[792, 612] as [number, number]]])("comes back in page space (%j)", async (mediaBox) => {
    const evidence = await predicted(INK_IS_TEXT, mediaBox);
    const glyphs = evidence.glyphs.filter(({ text }) => text.trim() !== "");
    const mean = (boxes: Box[]) => classProbabilities(evidence.prediction!, boxes)![LAYOUT_CLASSES.indexOf("text")]!;
    const ink = unionBoxes(glyphs.map(({ box }) => box));
    // a cell is 31 px wide and 16 high in page space
    expect(mean(glyphs.map(({ box }) => ({ ...box, x1: box.x0 + 40, y1: box.y0 + 20 })))).toBeGreaterThan(0.5);
    expect(mean([{ x0: 0, y0: 0, x1: evidence.width, y1: ink.y0 - 20 }])).toBeLessThan(0.05);
    expect(mean([{ x0: 0, y0: 0, x1: ink.x0 - 40, y1: evidence.height }])).toBeLessThan(0.05);
  });

  test("is weighed against the rules: what they only suggest gives way, words stay", async () => {
    const ruled = layoutPage(await predicted("off"));
    const both = layoutPage(await predicted(INK_IS_TEXT));
    const words = (layout: typeof ruled) => layout.blocks.flatMap(({ lines }) => lines).length;
    expect(ruled.blocks[0]!.kind).toBe("section_header");
    expect(both.blocks[0]!.kind).toBe("text");
    expect(words(both)).toBe(words(ruled));
  });

  test("without a shipped net, auto is off", async () => {
    expect((await predicted("off")).prediction).toBeUndefined();
  });
});

describe("a file that is no layout net", () => {
  test("is told from one", async () => {
    await expect(predicted(TEXT_LINE)).rejects.toThrow(ModelError);
    await expect(predicted("/nowhere/layout.onnx")).rejects.toThrow(ModelError);
  });
});

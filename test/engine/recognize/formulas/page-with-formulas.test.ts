import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SymbolModel, shippedSymbolModel } from "../../../../src/engine/inference/symbol-model.js";
import { decodeSymbols } from "../../../../src/engine/recognize/formulas/decode-symbols.js";
import { readDisplayedFormulas } from "../../../../src/engine/recognize/formulas/read-displayed.js";
import { chooseWitness } from "../../../../src/engine/recognize/witness.js";
import { openPdf } from "../../../../src/engine/source/pdf.js";
import { ModelError } from "../../../../src/errors.js";
import { layoutPage } from "../../../../src/layout/layout-page.js";

const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));

/** `formula-page.tex`, known by its picture only. */
async function readPicture() {
  const source = await openPdf(new Uint8Array(await readFile(fixture("formula-page.pdf"))), {
    file: "formula-page.pdf",
  });
  try {
    const { evidence, picture, textSource } = await chooseWitness(source, await source.evidence(1), "ocr");
    const layout = layoutPage(evidence, { witness: textSource });
    await readDisplayedFormulas(layout, picture!);
    return layout;
  } finally {
    await source.close();
  }
}

test("formulas of a picture are found and read, between the paragraphs and inside them", async () => {
  const { blocks } = await readPicture();
  expect(blocks.map(({ kind }) => kind)).toEqual(["text", "math", "text"]);
  expect(blocks.flatMap((block) => (block.kind === "math" ? [block.latex] : []))).toEqual([
    "x^{2}+\\frac{a+b}{2}=\\sum_{i=1}^{n} y_{i}",
  ]);
  const spans = blocks.flatMap((block) => (block.kind === "text" ? block.lines.flatMap((line) => line.spans) : []));
  expect(spans.filter((span) => span.kind === "math")).toMatchObject([{ latex: "\\frac{1}{2}(a+b)" }]);
  const text = spans.map((span) => (span.kind === "text" ? span.text : "")).join(" ");
  expect(text).toMatch(/by the mean\s+of all pairs/);
});

test("the shipped net loads once", async () => {
  const [first, second] = [await shippedSymbolModel(), await shippedSymbolModel()];
  expect(first).toBeInstanceOf(SymbolModel);
  expect(second).toBe(first);
});

test("paper without ink, and ink without form, hold nothing, and the process lives", async () => {
  const model = (await shippedSymbolModel())!;
  for (const ink of [0, 1]) {
    const frame = { width: 64, height: 32, ink: new Float32Array(64 * 32).fill(ink) };
    const { symbols } = await model.read(frame);
    expect(decodeSymbols(symbols, [], frame).input.symbols).toEqual([]);
  }
});

test("a file that is no symbol net is said to be damaged", async () => {
  const missing = SymbolModel.load("/nowhere/symbols.onnx", ["x"]);
  await expect(missing).rejects.toThrow(ModelError);
  const other = await SymbolModel.load(fixture("ink-is-text.onnx"), ["x"]);
  const frame = { width: 64, height: 64, ink: new Float32Array(64 * 64) };
  await expect(other.read(frame)).rejects.toMatchObject({ code: "model_damaged" });
});

test("a net with more classes than labels is said to be damaged", async () => {
  const { findOptionalModel } = await import("../../../../src/engine/inference/model-files.js");
  const { path } = (await findOptionalModel("symbols"))!;
  const model = await SymbolModel.load(path, ["x"]);
  const frame = { width: 64, height: 64, ink: new Float32Array(64 * 64) };
  for (let y = 20; y < 44; y++) frame.ink.fill(1, y * 64 + 28, y * 64 + 32);
  await expect(model.read(frame)).rejects.toMatchObject({ code: "model_damaged" });
});

import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { importBuilt } from "../engine.js";
import { samplePath } from "./annotations.js";

const boxOf = ({ x0, y0, x1, y1 }) => [x0, y0, x1, y1];

/**
 * What the layout net alone makes of annotated pages: its decoded regions with their scores, top to bottom in columns of their own making
 * (it says nothing about order).
 * @param {string} model path of the ONNX file
 * @param {{ name: string, annotation: import("./annotations.js").Annotation }[]} group pages of one sample
 */
export async function predictPages(model, group) {
  const [{ openSource }, { LayoutModel }, { predictPage }, { decodeLines }, { decodeRegions }] = await Promise.all(
    [
      "engine/source/open-source.js",
      "engine/inference/layout-model.js",
      "engine/predict/predict-page.js",
      "layout/model/decode-lines.js",
      "layout/model/decode-regions.js",
    ].map(importBuilt),
  );
  const net = await LayoutModel.load(resolve(model));
  const { sample } = group[0].annotation;
  const source = await openSource(new Uint8Array(readFileSync(samplePath(sample))), { file: basename(sample) });
  const pages = [];
  for (const { name, annotation } of group) {
    const prediction = await predictPage(net, source, annotation.page, annotation);
    const lines = decodeLines(prediction);
    const found = decodeRegions(prediction, lines).map(({ kind, box, score, lines: own }) => ({
      kind,
      score,
      box: boxOf(box),
      lines: ["diagram", "chart", "math"].includes(kind) ? [] : own.map((line) => boxOf(line.box)),
    }));
    pages.push({ name, truth: annotation.regions, found, linesKnown: annotation.linesKnown ?? true });
    await source.release(annotation.page);
  }
  await source.close();
  return pages;
}

import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { importBuilt } from "../engine.js";
import { samplePath } from "./annotations.js";
import { union } from "./page-structure.js";

const boxOf = ({ x0, y0, x1, y1 }) => [x0, y0, x1, y1];
const toBox = ([x0, y0, x1, y1]) => ({ x0, y0, x1, y1 });

/**
 * What the layout net alone makes of pages: its areas, and the lines that the engine found with rules alone, each of the kind that the net
 * gives it; neighbours of one kind within a region of the rules are one region. The net says nothing about lines or order.
 * @param {string} model path of the ONNX file
 * @param {string} sample path below the samples
 * @param {{ number: number, width: number, height: number, ruled: import("./page-structure.js").Region[] }[]} pages
 * @returns {Promise<(import("./page-structure.js").Region & { score: number })[][]>}
 */
export async function predictPages(model, sample, pages) {
  const [
    { openSource },
    { LayoutModel },
    { predictPage },
    { decodeAreas },
    { classProbabilities },
    { LAYOUT_CLASSES },
  ] = await Promise.all(
    [
      "engine/source/open-source.js",
      "engine/inference/layout-model.js",
      "engine/predict/predict-page.js",
      "layout/model/decode-areas.js",
      "layout/model/class-probabilities.js",
      "layout/model/classes.js",
    ].map(importBuilt),
  );
  const net = await LayoutModel.load(resolve(model));
  const source = await openSource(new Uint8Array(readFileSync(samplePath(sample))), { file: basename(sample) });
  const found = [];
  for (const { number, width, height, ruled } of pages) {
    const prediction = await predictPage(net, source, number, { width, height });
    const areas = decodeAreas(prediction).map(({ kind, box, score }) => ({ kind, score, box: boxOf(box), lines: [] }));
    const regions = ruled.flatMap(({ lines }) => regroup(lines.map((line) => ({ box: line, ...kindOf(line) }))));
    const free = [];
    for (const region of regions) {
      const host = areas.find(({ box }) => holds(box, region.box));
      if (host?.kind === "table") host.lines.push(...region.lines);
      else if (!host) free.push(region);
    }
    found.push([...areas, ...free]);
    await source.release(number);

    function kindOf(line) {
      const probabilities = classProbabilities(prediction, [toBox(line)]) ?? [1, 1];
      let best = 1;
      for (let k = 2; k < probabilities.length; k++) if (probabilities[k] > probabilities[best]) best = k;
      return { kind: LAYOUT_CLASSES[best], score: probabilities[best] };
    }
  }
  await source.close();
  return found;
}

/** Lines of one kind that follow each other as one region. */
function regroup(lines) {
  const groups = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0].kind === line.kind) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    kind: group[0].kind,
    score: group.reduce((sum, { score }) => sum + score, 0) / group.length,
    box: union(group.map(({ box }) => box)),
    lines: group.map(({ box }) => box),
  }));
}

function holds(area, box) {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= area[0] && x <= area[2] && y >= area[1] && y <= area[3];
}

import { area, matchBoxes, overlap } from "./match-boxes.js";

/**
 * @typedef {import("./page-structure.js").Region & { score?: number }} Region
 * @typedef {{ truth: Region[], found: Region[], linesKnown: boolean }} PagePair
 */

const LEAST_IOU = 0.5;
const PICTURES = new Set(["diagram", "chart"]);
/** Share of a picture's area that its crop has to hold. */
const WHOLE = 0.95;
/** Outside the reading order: furniture, and what is read with something else. */
const NOT_READ = new Set(["page_info", "equation_number", "figure_label"]);

/**
 * Mean over kinds of the average precision at IoU 0.5. Regions without a score count as equally sure: their average precision is then
 * precision times recall.
 * @param {PagePair[]} pages
 */
export function regionScores(pages) {
  const kinds = [...new Set(pages.flatMap(({ truth }) => truth.map(({ kind }) => kind)))].sort();
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, averagePrecision(pages, kind)]));
  const values = Object.values(byKind).map(({ ap }) => ap);
  return { mAP: mean(values), byKind };
}

function averagePrecision(pages, kind) {
  /** @type {{ score: number, right: boolean }[]} */
  const detections = [];
  let wanted = 0;
  for (const { truth, found } of pages) {
    const goals = truth.filter((region) => region.kind === kind);
    const given = found.filter((region) => region.kind === kind);
    wanted += goals.length;
    const matched = matchBoxes(
      goals.map(({ box }) => box),
      given.map(({ box }) => box),
      LEAST_IOU,
    );
    for (const [index, region] of given.entries())
      detections.push({ score: region.score ?? 1, right: matched.has(index) });
  }
  const right = detections.filter((detection) => detection.right).length;
  return { ap: areaUnderCurve(detections, wanted), truth: wanted, found: detections.length, right };
}

/** Area under precision over recall; detections of one score come as one step. */
function areaUnderCurve(detections, wanted) {
  const scores = [...new Set(detections.map(({ score }) => score))].sort((a, b) => b - a);
  const points = scores.map((score) => {
    const kept = detections.filter((detection) => detection.score >= score);
    const right = kept.filter((detection) => detection.right).length;
    return { precision: right / kept.length, recall: right / wanted };
  });
  let sum = 0;
  for (const [index, { recall }] of points.entries()) {
    const before = index === 0 ? 0 : points[index - 1].recall;
    sum += (recall - before) * Math.max(...points.slice(index).map(({ precision }) => precision));
  }
  return sum;
}

const linesOf = (regions) => regions.flatMap(({ kind, lines }, region) => lines.map((box) => ({ kind, box, region })));

/**
 * Line finding, and the kinds of the lines found: accuracy over all true lines, F1 averaged over kinds.
 * @param {PagePair[]} pages
 */
export function lineScores(pages) {
  let [wanted, given, pairs, right] = [0, 0, 0, 0];
  /** @type {Map<string, { truth: number, found: number, right: number }>} */
  const kinds = new Map();
  const count = (kind) => {
    const entry = kinds.get(kind) ?? { truth: 0, found: 0, right: 0 };
    kinds.set(kind, entry);
    return entry;
  };
  for (const { truth, found, linesKnown } of pages) {
    if (!linesKnown) continue;
    // what is printed inside a picture is nobody's line
    const pictures = truth.filter(({ kind }) => PICTURES.has(kind));
    const goals = linesOf(truth);
    const lines = linesOf(found).filter(
      ({ box }) => !pictures.some((picture) => overlap(box, picture.box) > 0.7 * area(box)),
    );
    const matched = matchBoxes(
      goals.map(({ box }) => box),
      lines.map(({ box }) => box),
      LEAST_IOU,
    );
    wanted += goals.length;
    given += lines.length;
    pairs += matched.size;
    for (const { kind } of goals) count(kind).truth++;
    for (const [index, { kind }] of lines.entries()) {
      const goal = matched.get(index);
      count(kind).found++;
      if (goal !== undefined && goals[goal].kind === kind) {
        count(kind).right++;
        right++;
      }
    }
  }
  const scored = [...kinds.entries()].filter(([, { truth }]) => truth > 0);
  const f1 = ([, { truth, found, right: good }]) => (truth + found === 0 ? 0 : (2 * good) / (truth + found));
  return {
    findingF1: wanted + given === 0 ? 1 : (2 * pairs) / (wanted + given),
    typeAccuracy: wanted === 0 ? 1 : right / wanted,
    typeMacroF1: mean(scored.map(f1)),
    byKind: Object.fromEntries(scored.map((entry) => [entry[0], { ...entry[1], f1: f1(entry) }])),
  };
}

/**
 * Edit distance between the order of lines as found and as annotated, over the lines both have, divided by their number.
 * @param {PagePair} page
 * @returns {number | undefined} undefined for a page with fewer than two such lines
 */
export function orderError({ truth, found, linesKnown }) {
  if (!linesKnown) return undefined;
  const goals = linesOf(truth.filter(({ kind }) => !NOT_READ.has(kind)));
  const lines = linesOf(found);
  const matched = matchBoxes(
    goals.map(({ box }) => box),
    lines.map(({ box }) => box),
    LEAST_IOU,
  );
  const order = lines.map((_, index) => matched.get(index)).filter((goal) => goal !== undefined);
  if (order.length < 2) return undefined;
  return 1 - longestRise(order) / order.length;
}

/**
 * Longest increasing subsequence: what is left has to be moved. Between orders of the same lines this is the edit distance that counts
 * a moved line once.
 */
function longestRise(order) {
  /** @type {number[]} */
  const ends = [];
  for (const value of order) {
    const at = ends.findIndex((end) => end >= value);
    ends[at < 0 ? ends.length : at] = value;
  }
  return ends.length;
}

/**
 * Pictures that some crop shows whole and without a line of a neighbour.
 * @param {PagePair[]} pages
 */
export function pictureScores(pages) {
  let [pictures, whole] = [0, 0];
  for (const { truth, found } of pages) {
    const crops = found.filter(({ kind }) => PICTURES.has(kind)).map(({ box }) => box);
    for (const picture of truth.filter(({ kind }) => PICTURES.has(kind))) {
      const strangers = linesOf(truth.filter((region) => region !== picture && overlap(region.box, picture.box) === 0));
      pictures++;
      const good = crops.some(
        (crop) =>
          overlap(crop, picture.box) >= WHOLE * area(picture.box) &&
          !strangers.some(({ box }) => overlap(crop, box) > 0.5 * area(box)),
      );
      if (good) whole++;
    }
  }
  return { pictures, whole };
}

export const mean = (values) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

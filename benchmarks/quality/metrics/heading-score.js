import { normalizedEditDistance } from "./edit-distance.js";
import { UNKNOWN_MARK } from "./normalize-text.js";

/** Two headings are the same when at least 90 % of their characters agree. */
const SAME = 0.9;
/** Printed numbering that LaTeX sources do not hold: `1.2`, `IV.`, `A.`, `Chapter 3`, `Capitolo 2.`, `Annexe B` */
const NUMBERING =
  /^(?:(?:chapter|section|appendix|part|capitolo|appendice|chapitre|annexe|partie|kapitel|anhang)\s+)?(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z](?:\.\d+)*)[.:)]?\s+/iu;

/**
 * @typedef {{ text: string, level: number }} Heading Level 0 is the title, 1 the highest section.
 * @typedef {{ text: string, level: number, optional?: boolean }} TruthHeading
 */

/**
 * Precision, recall and F1 of headings, and the share of matched headings with the right level.
 * Truth levels are ranked per document (the highest used is 1), because `\chapter` documents print their highest as `\section*`.
 * @param {TruthHeading[]} truth Optional ones (run-in headings) are neither missed nor wrong.
 * @param {Heading[]} predicted
 */
export function headingScore(truth, predicted) {
  const levels = [
    ...new Set(truth.filter((heading) => heading.level > 0 && !heading.optional).map((heading) => heading.level)),
  ].sort((a, b) => a - b);
  const pairs = [];
  truth.forEach((heading, t) => {
    predicted.forEach((other, p) => {
      const distance = headingDistance(heading.text, other.text);
      if (1 - distance >= SAME)
        pairs.push({ t, p, distance, shift: Math.abs(t / truth.length - p / predicted.length) });
    });
  });
  pairs.sort(
    (a, b) =>
      a.distance - b.distance ||
      Number(truth[a.t].optional ?? false) - Number(truth[b.t].optional ?? false) ||
      a.shift - b.shift ||
      a.t - b.t ||
      a.p - b.p,
  );
  const matchOfTruth = new Map();
  const usedPredictions = new Set();
  for (const { t, p } of pairs) {
    if (matchOfTruth.has(t) || usedPredictions.has(p)) continue;
    matchOfTruth.set(t, p);
    usedPredictions.add(p);
  }
  const required = truth.flatMap((heading, t) => (heading.optional ? [] : [t]));
  const matched = required.filter((t) => matchOfTruth.has(t));
  const optionalMatched = matchOfTruth.size - matched.length;
  const counted = predicted.length - optionalMatched;
  const rightLevel = matched.filter((t) => {
    const rank = truth[t].level === 0 ? 0 : levels.indexOf(truth[t].level) + 1;
    return predicted[matchOfTruth.get(t)].level === rank;
  }).length;
  const f1 = required.length + counted === 0 ? 1 : (2 * matched.length) / (required.length + counted);
  return {
    truth: required.length,
    predicted: counted,
    matched: matched.length,
    f1,
    rightLevel,
    missed: required.filter((t) => !matchOfTruth.has(t)).map((t) => truth[t].text),
    wrong: predicted.filter((_, p) => !usedPredictions.has(p)).map((heading) => heading.text),
  };
}

function headingDistance(truth, predicted) {
  const marks = new RegExp(`${UNKNOWN_MARK}+`, "g");
  // Small capitals are capitals in the text layer.
  const plain = truth.replace(marks, "").trim().toLowerCase();
  const variants = [predicted, predicted.replace(NUMBERING, "")].map((text) => text.toLowerCase());
  return Math.min(...variants.map((variant) => normalizedEditDistance(plain, variant)));
}

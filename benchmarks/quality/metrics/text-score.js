import { knownLength } from "./align-pattern.js";
import { editDistance } from "./edit-distance.js";

/**
 * Running-text edit distance and reading-order distance of one document from its matching.
 * Text: edits of all windows, plus the whole length of missing blocks and of uncovered predicted text, over the summed lengths.
 * Order: Levenshtein distance between the matched required blocks in truth order and in predicted order, over their number.
 * @param {import("./match-blocks.js").TruthBlock[]} blocks
 * @param {import("./match-blocks.js").Matching & { stream: string }} matching
 * @param {{ start: number, end: number }[]} ignored Ranges of the stream whose uncovered text is not counted.
 */
export function textScore(blocks, matching, ignored = []) {
  let edits = 0;
  let length = 0;
  let missing = 0;
  let extra = 0;
  for (const match of matching.matches) {
    if (!blocks[match.block].required) continue;
    edits += match.edits;
    length += match.length;
  }
  for (const index of matching.missing) missing += knownLength(blocks[index].pattern);
  for (const piece of matching.rest) {
    if (!ignored.some((range) => piece.start >= range.start && piece.end <= range.end))
      extra += piece.end - piece.start;
  }
  const whole = length + missing + extra;
  const truthOrder = matching.matches.filter((match) => blocks[match.block].required);
  const predictedOrder = [...truthOrder].sort((a, b) => a.start - b.start);
  const n = truthOrder.length;
  return {
    edits: edits + missing + extra,
    length: whole,
    missing,
    extra,
    text: whole === 0 ? 0 : (edits + missing + extra) / whole,
    blocks: n,
    order: n === 0 ? 0 : editDistance(truthOrder, predictedOrder) / n,
  };
}

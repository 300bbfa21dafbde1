import { diffWords } from "./metrics/diff-words.js";

/**
 * The costliest differences of a document: changed blocks with a word diff, missing blocks, uncovered text.
 * @param {ReturnType<typeof import("./evaluate-text.js").evaluateText>} evaluation
 * @param {number} count
 * @returns {string}
 */
export function worstDifferences({ matching, truth, ignored, headings }, count) {
  const changed = matching.matches
    .filter((match) => truth[match.block].required && match.edits > 0)
    .map((match) => {
      const block = truth[match.block];
      const shown = block.pattern.replace(/\uE000+/g, "⟨?⟩");
      return {
        cost: match.edits,
        text: `~${match.edits} ${block.kind}\n    ${diffWords(shown, matching.stream.slice(match.start, match.end))}`,
      };
    });
  const missing = matching.missing.map((index) => {
    const { kind, pattern } = truth[index];
    return { cost: pattern.length, text: `-${pattern.length} missing ${kind}\n    ${cut(pattern)}` };
  });
  const extra = matching.rest
    .filter((piece) => !ignored.some((range) => piece.start >= range.start && piece.end <= range.end))
    .map(({ start, end }) => ({
      cost: end - start,
      text: `+${end - start} not in the truth\n    ${cut(matching.stream.slice(start, end))}`,
    }));
  const worst = [...changed, ...missing, ...extra].sort((a, b) => b.cost - a.cost).slice(0, count);
  const lines = worst.map((entry) => `  ${entry.text}`);
  for (const text of headings.missed) lines.push(`  heading missed: ${text}`);
  for (const text of headings.wrong) lines.push(`  no heading:     ${text}`);
  return lines.join("\n");
}

function cut(text) {
  return text.length > 400 ? `${text.slice(0, 400)} …` : text;
}

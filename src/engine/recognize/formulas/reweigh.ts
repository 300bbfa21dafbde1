import type { SeenSymbol } from "../../inference/symbol-model.js";

/** Choices with their probabilities times a factor each, sorted again; together they go on adding up to what they did. */
export function reweigh(choices: SeenSymbol["choices"], factor: (label: string) => number): SeenSymbol["choices"] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const scores = choices.map(({ label, probability }) => probability * factor(label));
  const share = sum(choices.map(({ probability }) => probability)) / sum(scores);
  return choices
    .map(({ label }, index) => ({ label, probability: scores[index]! * share }))
    .sort((a, b) => b.probability - a.probability);
}

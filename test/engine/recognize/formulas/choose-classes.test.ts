import { expect, test } from "vitest";
import { findModel } from "../../../../src/engine/inference/model-files.js";
import type { SeenSymbol } from "../../../../src/engine/inference/symbol-model.js";
import { RELATIONS, type Relation, SymbolPairs } from "../../../../src/engine/inference/symbol-pairs.js";
import { chooseClasses } from "../../../../src/engine/recognize/formulas/choose-classes.js";

const LABELS = ["v", "\\nu", "i", "+"];

/** A table with the given logarithms, 0 elsewhere. */
function pairsOf(...known: [left: string, right: string, relation: Relation, affinity: number][]): SymbolPairs {
  const table = new Int8Array(3 * LABELS.length ** 2);
  for (const [left, right, relation, affinity] of known) {
    const row = RELATIONS.indexOf(relation) * LABELS.length + LABELS.indexOf(left);
    table[row * LABELS.length + LABELS.indexOf(right)] = 16 * affinity;
  }
  return new SymbolPairs(LABELS, table, 16);
}

/** A symbol 10 px wide and 12 high. */
function seen(x0: number, y0: number, ...choices: [string, number][]): SeenSymbol {
  return {
    x0,
    y0,
    x1: x0 + 10,
    y1: y0 + 12,
    baseline: y0 + 12,
    peak: 0.9,
    choices: choices.map(([label, probability]) => ({ label, probability })),
    levels: [1, 0, 0],
  };
}

const letter = seen(0, 0, ["\\nu", 0.5], ["v", 0.4], ["+", 0.02]);
const labelsOf = (symbols: readonly SeenSymbol[]) => symbols.map(({ choices }) => choices[0]!.label);

test("a class that its right neighbour makes likely wins, and probabilities add up to what they did", () => {
  const pairs = pairsOf(["v", "i", "below", 2]);
  const [first, ...more] = chooseClasses([letter, seen(11, 8, ["i", 0.9])], pairs);
  expect(labelsOf([first!, ...more])).toEqual(["v", "i"]);
  expect(first!.choices[0]!.probability).toBeGreaterThan(0.5);
  expect(first!.choices.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(0.92);
});

test("how the neighbour stands matters, and which side it is on", () => {
  const pairs = pairsOf(["v", "i", "below", 2]);
  expect(labelsOf(chooseClasses([letter, seen(11, 0, ["i", 0.9])], pairs))).toEqual(["\\nu", "i"]);
  expect(labelsOf(chooseClasses([letter, seen(-11, 8, ["i", 0.9])], pairs))).toEqual(["\\nu", "i"]);
  const after = pairsOf(["i", "v", "beside", 2]);
  expect(labelsOf(chooseClasses([letter, seen(-11, 0, ["i", 0.9])], after))).toEqual(["v", "i"]);
});

test("what is sure stays, and so does a symbol without neighbours", () => {
  const pairs = pairsOf(["v", "i", "below", 2]);
  const sure = seen(0, 0, ["\\nu", 0.97], ["v", 0.01]);
  expect(labelsOf(chooseClasses([sure, seen(11, 8, ["i", 0.9])], pairs))).toEqual(["\\nu", "i"]);
  expect(chooseClasses([letter, seen(100, 8, ["i", 0.9])], pairs)[0]!.choices[0]!.probability).toBeCloseTo(0.5);
});

test("a table of other classes is refused", () => {
  expect(() => new SymbolPairs(LABELS, new Int8Array(12), 16)).toThrow("does not belong to 4 classes");
});

test("the shipped table knows how formulas are written", async () => {
  const { labels, pairs } = await findModel("symbols");
  const shipped = new SymbolPairs(labels.slice(1), pairs!.table, pairs!.perUnit);
  expect(shipped.affinity("x", "2", "above")).toBeGreaterThan(0.5);
  expect(shipped.affinity("x", "2", "above")).toBeGreaterThan(shipped.affinity("x", "2", "below"));
  expect(shipped.affinity("mathbf:1", "mathbf:0", "beside")).toBeGreaterThan(
    shipped.affinity("mathbf:1", "0", "beside"),
  );
});

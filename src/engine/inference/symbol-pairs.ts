import { ModelError } from "../../errors.js";

/** How two symbols stand: the second beside the first, above right, below right. The order is that of the table. */
export const RELATIONS = ["beside", "above", "below"] as const;
export type Relation = (typeof RELATIONS)[number];

/** How much more often than by chance two classes stand beside each other in the formulas that the symbol net was trained on. */
export class SymbolPairs {
  private readonly numbers: ReadonlyMap<string, number>;

  /**
   * @param labels of the classes
   * @param table [relation][class][class of the right one], natural logarithms in steps
   * @param perUnit steps per unit of the logarithm
   * @throws ModelError when the table is not one of these classes
   */
  constructor(
    labels: readonly string[],
    private readonly table: Int8Array,
    private readonly perUnit: number,
  ) {
    if (table.length !== RELATIONS.length * labels.length ** 2)
      throw new ModelError(
        "model_damaged",
        `A table of ${table.length} pairs of symbols does not belong to ${labels.length} classes`,
        { stage: "recognize" },
      );
    this.numbers = new Map(labels.map((label, number) => [label, number]));
  }

  /** Natural logarithm of the ratio; 0 where a class is not known. */
  affinity(left: string, right: string, relation: Relation): number {
    const [row, column] = [this.numbers.get(left), this.numbers.get(right)];
    if (row === undefined || column === undefined) return 0;
    const size = this.numbers.size;
    return this.table[(RELATIONS.indexOf(relation) * size + row) * size + column]! / this.perUnit;
  }
}

import type { Item } from "./item.js";
import type { MathNode } from "./tree.js";

/** What parsing a group of items tells besides its tree. */
export interface Parsed {
  node: MathNode;
  /** Main baseline, px. */
  baseline: number;
  /** Text size of the group, px. */
  size: number;
  /** True when a text-size symbol stands on the baseline, so that it can be inherited by what encloses the group. */
  settled: boolean;
}

/** The two ways back into the parser, handed to every stage that has an inside. */
export interface Recursion {
  /** Any group, possibly of several rows. `em`: its text size, px. */
  block(items: readonly Item[], em: number): Parsed;
  /** A group known to be one row. */
  line(items: readonly Item[], em: number): Parsed;
}

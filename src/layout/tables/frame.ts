import type { Box } from "../../page.js";
import type { Segment } from "./segments.js";

/**
 * Place where a table may stand, before its structure is known.
 * `lattice`: crossing rules · `ruled`: parallel horizontal rules (booktabs) · `aligned`: no rules, columns by white space.
 */
export interface TableFrame {
  kind: "lattice" | "ruled" | "aligned";
  box: Box;
  horizontal: Segment[];
  vertical: Segment[];
  /** A caption that names a table stands right above or below. */
  captioned: boolean;
  /** A caption right below calls it a figure. */
  figure: boolean;
  /** The segments are edges of shaded cells, not printed lines. */
  shaded: boolean;
}

import { type MathNode, type MathTable, unwrapRow } from "../math/math-tree.js";
import type { Xml } from "../xml.js";
import { writeOmml } from "./omml-writer.js";

export interface OmmlFormula {
  /** Content of `m:oMath`. */
  xml: Xml;
  /** Printed number that stands at the margin, with its parentheses. */
  number: string | undefined;
}

/**
 * A formula as Word's equation.
 * @param display Word will set it large: it stands in a paragraph of its own, without a number
 */
export function formulaToOmml(tree: MathNode, display: boolean): OmmlFormula {
  const context = { display, colour: undefined };
  const table = unwrapRow(tree);
  if (table.type !== "table" || !table.rows.some(({ label }) => label !== undefined))
    return { xml: writeOmml(tree, context), number: undefined };
  const labels = table.rows.flatMap(({ label }) => (label === undefined ? [] : [label]));
  const small = { ...context, display: false };
  if (labels.length > 1) return { xml: writeOmml(withNumbers(table), small), number: undefined };
  const [only] = table.rows;
  const content: MathNode = table.rows.length === 1 ? { type: "row", children: only!.cells } : table;
  return { xml: writeOmml(content, small), number: labels[0] };
}

/** Word has one margin for an equation: several numbers become the last column, each in its row. */
function withNumbers(table: MathTable): MathTable {
  // where a pair of columns would begin there is a gap already
  const gap: MathNode[] = table.aligned && table.align.length % 2 === 0 ? [] : [{ type: "space", width: 2 }];
  const number = (label: string | undefined): MathNode => ({
    type: "row",
    children:
      label === undefined
        ? []
        : [
            ...gap,
            {
              type: "token",
              kind: "word",
              text: label,
              variant: "normal",
              class: "ordinary",
              tall: false,
              middle: false,
              accent: false,
            },
          ],
  });
  const columns = table.align.length;
  return {
    ...table,
    align: [...table.align, "right"],
    aligned: table.aligned,
    rows: table.rows.map(({ cells, label }) => ({
      cells: [
        ...Array.from({ length: columns }, (_, c): MathNode => cells[c] ?? { type: "row", children: [] }),
        number(label),
      ],
    })),
  };
}

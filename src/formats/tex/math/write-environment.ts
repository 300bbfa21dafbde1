import type { TexNeeds } from "../needs.js";
import { columnSpecification } from "./column-specification.js";
import { isMatrix, MATRIX_COLUMNS, TEX_ENVIRONMENTS } from "./environments.js";
import type { Rows } from "./rows.js";

/**
 * An environment of `TEX_ENVIRONMENTS` around rows that were read: the one that holds so many columns, with what it takes.
 * @param given column letters as the source gives them
 */
export function writeEnvironment(name: string, body: string, rows: Rows, given: string, needs: TexNeeds): string {
  const known = TEX_ENVIRONMENTS[name]!;
  const inner = known.inner ?? name;
  if (inner === "") return rows.rows > 1 || rows.columns > 1 ? wrap(needs, "aligned", body) : `{${body.trim()}}`;
  if (rows.columns > (known.columns ?? Number.POSITIVE_INFINITY)) {
    if (!known.delimiters) return wrap(needs, "aligned", body);
    const [left, right] = known.delimiters;
    return `\\left${left}${wrap(needs, `array}{${"l".repeat(rows.columns)}`, body)}\\right${right}`;
  }
  needs.use(known.package);
  if (isMatrix(inner) && rows.columns > MATRIX_COLUMNS)
    needs.matrixColumns = Math.max(needs.matrixColumns, rows.columns);
  if (known.argument === "array")
    return wrap(needs, `array}{${columnSpecification(given, rows.columns)}`, body, "array");
  if (known.argument === "count") return wrap(needs, `${inner}}{${Math.ceil(rows.columns / 2)}`, body, inner);
  if (known.argument === "columns") return wrap(needs, `${inner}}{${/^[lc]$/.test(given) ? given : "c"}`, body, inner);
  return wrap(needs, inner, body);
}

function wrap(needs: TexNeeds, open: string, body: string, close = open.replace(/\}.*$/, "")): string {
  needs.use("amsmath");
  const lead = /^\s*\[/.test(body) ? "{}" : "";
  return `\\begin{${open}}${lead}${/^\s/.test(body) ? "" : " "}${body}${/\s$/.test(body) ? "" : " "}\\end{${close}}`;
}

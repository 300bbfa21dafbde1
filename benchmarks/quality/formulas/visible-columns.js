// The columns of a grid of canonical tokens as the page shows them.

export const RELATION =
  /^(?:[=<>:]|\\(?:leq|geq|equiv|approx|sim|simeq|cong|propto|rightarrow|leftarrow|Rightarrow|Leftrightarrow|in|ni|subset|subseteq|supset|supseteq|leqslant|geqslant|ll|gg|prec|succ|preceq|succeq|lesssim|gtrsim|leftrightarrow|hookrightarrow|asymp|vdash|models|perp|not|mapsto|triangleq|doteq))$/;

const OPERATOR = /^(?:[+-]|\\(?:times|cdot|pm|mp))$/;

/**
 * Columns as the page shows them: a column that is empty in every row is none, a relation in a column of its own (`a & = & b`) belongs to
 * the column behind it, and a column that ends before the relations of all its rows is the same as one that ends behind them.
 */
export function visibleColumns(tokens) {
  const out = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at] !== "M{") {
      if (tokens[at] !== "&") out.push(tokens[at]);
      continue;
    }
    let depth = 0;
    let end = at;
    for (; end < tokens.length; end++) {
      if (tokens[end] === "M{") depth++;
      else if (tokens[end] === "M}" && --depth === 0) break;
    }
    out.push("M{", ...joinGrid(gridOf(tokens.slice(at + 1, end)).map((row) => row.map(visibleColumns))), "M}");
    at = end;
  }
  return out;
}

/** Rows of cells of tokens. */
export function gridOf(tokens) {
  const rows = [[[]]];
  let depth = 0;
  for (const token of tokens) {
    if (token.startsWith("M{") || token === "{") depth++;
    else if (token === "M}" || token === "}") depth--;
    if (depth === 0 && token === "\\\\") rows.push([[]]);
    else if (depth === 0 && token === "&") rows.at(-1).push([]);
    else rows.at(-1).at(-1).push(token);
  }
  return rows;
}

function joinGrid(rows) {
  const width = Math.max(...rows.map((row) => row.length));
  let cells = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? []));
  for (let column = width - 2; column >= 0; column--) {
    const some = cells.some((row) => row[column].length > 0);
    const relations = cells.every(
      (row) =>
        row[column].length === 0 ||
        (row[column].length <= 2 && (RELATION.test(row[column][0]) || OPERATOR.test(row[column][0]))),
    );
    if (some && relations && column > 0)
      cells = cells.map((row) => [
        ...row.slice(0, column),
        [...row[column], ...row[column + 1]],
        ...row.slice(column + 2),
      ]);
  }
  // `a = & b` and `a & = b`: one place, seen from both sides of the relation.
  for (let column = 0; column + 1 < cells[0].length; column++)
    cells = cells.map((row) => {
      const before = row[column];
      if (before.length < 1 || !RELATION.test(before.at(-1)) || row[column + 1].length === 0) return row;
      let from = before.length - 1;
      if (before[from - 1] === ":" || before[from - 1] === "\\not") from--;
      return row.map((cell, at) =>
        at === column ? cell.slice(0, from) : at === column + 1 ? [...before.slice(from), ...cell] : cell,
      );
    });
  const used = Array.from({ length: cells[0].length }, (_, column) => cells.some((row) => row[column].length > 0));
  cells = cells
    .map((row) => row.filter((_, column) => used[column]))
    .filter((row) => row.some((cell) => cell.length > 0));
  return cells.flatMap((row, index) => [
    ...(index > 0 ? ["\\\\"] : []),
    ...row.flatMap((cell, column) => [...(column > 0 ? ["&"] : []), ...cell]),
  ]);
}

/**
 * Markdown table with padded columns; numbers should come formatted.
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 * @returns {string}
 */
export function markdownTable(head, rows) {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? "").length)));
  const line = (/** @type {string[]} */ row) =>
    `| ${widths.map((width, column) => pad(row[column] ?? "", width, column)).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `${"-".repeat(width + 2)}` : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join("\n");
}

function pad(text, width, column) {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

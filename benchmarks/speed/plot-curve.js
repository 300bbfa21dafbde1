const WIDTH = 72;
const HEIGHT = 14;

/**
 * Memory over pages as text: one column per 1/72 of the pages, `#` up to the highest sample in it, `-` at the limit.
 * @param {{ page: number, bytes: number }[]} curve
 * @param {number} limit bytes
 * @returns {string}
 */
export function plotCurve(curve, limit) {
  const pages = Math.max(1, ...curve.map((point) => point.page));
  const top = Math.max(limit, ...curve.map((point) => point.bytes)) * 1.05;
  const columns = new Array(WIDTH).fill(0);
  for (const { page, bytes } of curve) {
    const column = Math.min(WIDTH - 1, Math.floor((page / pages) * WIDTH));
    columns[column] = Math.max(columns[column], bytes);
  }
  // A column without a sample repeats the one before it.
  for (let i = 1; i < WIDTH; i += 1) columns[i] ||= columns[i - 1];
  const rows = Array.from({ length: HEIGHT }, (_, row) => {
    const level = (top * (HEIGHT - row)) / HEIGHT;
    const below = (top * (HEIGHT - row - 1)) / HEIGHT;
    const blank = limit > below && limit <= level ? "-" : " ";
    const bar = columns.map((bytes) => (bytes > below ? "#" : blank)).join("");
    return `${String(Math.round(level / 1e6)).padStart(5)} MB |${bar}`;
  });
  const axis = `${" ".repeat(9)}+${"-".repeat(WIDTH)}`;
  return [...rows, axis, `${" ".repeat(10)}page 1${String(pages).padStart(WIDTH - 6)}`].join("\n");
}

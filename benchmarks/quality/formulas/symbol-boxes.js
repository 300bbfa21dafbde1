// Symbols of a formula as MathJax sets it, and the share of them two formulas have in common: by identity and relative place, as CDM
// (arXiv 2409.03643) does with boxes found by colour.
import { loadMathJax } from "../../../dist/formats/mmd/vendor.js";

/**
 * @typedef {{ code: string, x: number, y: number, scale: number }} SetSymbol `x`, `y` of the origin in 1/1000 em of the text size, y up
 */

/** A pair may be off from its neighbours by this much along and across the line, 1/1000 em: a space, and half a script's shift. */
const TOLERANCE_X = 700;
const TOLERANCE_Y = 200;
/** Pairs on each side that say where the neighbourhood went. */
const NEIGHBOURS = 4;
/** Signs that differ by command only, as in canonical.js: code → code. */
const FOLDED = new Map([
  ["2223", "7C"],
  ["2225", "2016"],
  ["22EF", "2026"],
  ["27F6", "2192"],
  ["27F5", "2190"],
  ["27F9", "21D2"],
  ["27F8", "21D0"],
  ["27FA", "21D4"],
  ["27F7", "2194"],
  ["2217", "2A"],
  ["2216", "5C"],
  ["AF", "2C9"],
]);

/** Environments of rows in display style as the array the engine writes, whose cells are in text style. */
const ROWS = /\\begin\{(aligned|alignedat|split|gathered)\}(?:\[[tbc]?\])?(?:\{\d\})?/g;

/** Styles are dropped as in canonical.js: what is compared is the structure. */
function withoutStyles(latex) {
  const plain = latex
    .replace(/\\[dt](?=frac|binom)/g, "\\")
    .replace(/\\(?:displaystyle|textstyle|scriptstyle|limits|nolimits)(?![A-Za-z])/g, " ");
  return /\\\\/.test(plain)
    ? plain
        .replace(ROWS, (_, name) => `\\begin{array}{${name === "gathered" ? "c" : "rlrlrlrlrlrl"}}`)
        .replace(/\\end\{(?:aligned|alignedat|split|gathered)\}/g, "\\end{array}")
    : plain;
}

/**
 * @param {string} latex
 * @param {boolean} display
 * @returns {SetSymbol[] | undefined} undefined when MathJax cannot read it
 */
export function symbolsOf(latex, display) {
  let svg;
  try {
    svg = loadMathJax().TexConvert(withoutStyles(latex), { display, outMath: { include_svg: true } }, true).svg ?? "";
  } catch {
    return undefined;
  }
  const symbols = [];
  const stack = [{ x: 0, y: 0, scale: 1 }];
  for (const [tag, name, attributes] of svg.matchAll(/<(\/?[a-z]+)([^>]*)>/g)) {
    if (name === "/g" || name === "/svg") stack.pop();
    else if (name === "g" || name === "svg") stack.push(moved(stack.at(-1), attributes));
    else if (name === "path" || name === "use" || name === "text") {
      const at = moved(stack.at(-1), attributes);
      const code = /data-c="([^"]*)"/.exec(attributes)?.[1] ?? tag;
      symbols.push({ ...at, code: FOLDED.get(code) ?? code });
    } else if (name === "rect") {
      const at = stack.at(-1);
      const [x, y] = ["x", "y"].map((key) => Number(new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? 0));
      symbols.push({ code: "rule", x: at.x + x * at.scale, y: at.y + y * at.scale, scale: at.scale });
    }
  }
  return symbols;
}

function moved(at, attributes) {
  let { x, y, scale } = at;
  for (const [, kind, values] of attributes.matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [a, b = 0] = values.split(/[ ,]+/).map(Number);
    // The outermost scale(1,-1) turns the picture over; places stay as TeX has them.
    if (kind === "scale") scale *= a;
    else {
      x += a * scale;
      y += b * scale;
    }
  }
  return { x, y, scale };
}

/**
 * F1 of the symbols that stand in both formulas at the same relative place: 2·matched / (n + m). Symbols are aligned in reading order by
 * identity; of the pairs those count whose scale is the same and whose shift is that of the pairs around them, so that one missing symbol does
 * not move all that follow.
 * @param {SetSymbol[]} truth
 * @param {SetSymbol[]} read
 */
export function boxF1(truth, read) {
  if (truth.length + read.length === 0) return 1;
  const pairs = alignedPairs(truth, read).map(([a, b]) => ({ a, b, dx: b.x - a.x, dy: b.y - a.y }));
  const matched = pairs.filter((pair, index) => {
    const around = pairs.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1);
    return (
      Math.abs(pair.a.scale - pair.b.scale) < 0.1 &&
      Math.abs(pair.dx - median(around.map((other) => other.dx))) < TOLERANCE_X &&
      Math.abs(pair.dy - median(around.map((other) => other.dy))) < TOLERANCE_Y
    );
  });
  return (2 * matched.length) / (truth.length + read.length);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Longest common subsequence by code. */
function alignedPairs(truth, read) {
  const [n, m] = [truth.length, read.length];
  const width = m + 1;
  const best = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      best[i * width + j] =
        truth[i].code === read[j].code
          ? best[(i + 1) * width + j + 1] + 1
          : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const pairs = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (truth[i].code === read[j].code) pairs.push([truth[i++], read[j++]]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}

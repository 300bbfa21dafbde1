// Prints the symbols and rules of every page of a PDF as the structure parser gets them, one JSON object a line: node dump-symbols.mjs file.pdf
// Symbols as [class, x0, y0, x1, y1, baseline or null, size or null, known], rules as [x0, y0, x1, y1], in page space (250 px per inch).
// What lies over each other is one class ("\\not ="), three dots are three. Run `npm run build` in the project first.
import { readFile } from "node:fs/promises";
import { openPdf } from "../../../dist/engine/source/pdf.js";
import { mergePieces } from "../../../dist/layout/math/merge-pieces.js";
import { nameSymbols } from "../../../dist/layout/math/read-formula.js";
import { COMPOSED } from "../../../dist/layout/math/symbol-classes.js";

const [path] = process.argv.slice(2);
const round = (value) => (value === undefined ? null : Math.round(value * 10) / 10);
const corners = ({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(round);
const width = ({ box }) => box.x1 - box.x0;
const height = ({ box }) => box.y1 - box.y0;
const union = (a, b) => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});
/** Sizes of running text: the same letters in both of TeX's italics. */
const SAME_LOOK = { mathit: undefined };
const DOTS = { "\\ldots": [1, 0], "\\cdots": [1, 0], "\\vdots": [0, 1], "\\ddots": [1, 1], "…": [1, 0], "⋯": [1, 0] };

/** Glyphs that draw three dots, as three of them. */
function singleDots(symbol) {
  const steps = DOTS[symbol.name];
  if (!steps) return [symbol];
  const { box } = symbol;
  const side = Math.min(steps[0] ? width(symbol) / 3 : width(symbol), steps[1] ? height(symbol) / 3 : height(symbol));
  return [0, 0.5, 1].map((part) => {
    const x0 = box.x0 + steps[0] * part * (width(symbol) - side);
    const y0 = box.y0 + steps[1] * part * (height(symbol) - side);
    return { ...symbol, name: "dot", box: { x0, y0, x1: x0 + side, y1: y0 + side } };
  });
}

/** A slash with what it strikes, and parts of long arrows, as one symbol each. */
function joined(symbols, em) {
  const left = [...symbols].sort((a, b) => a.box.x0 - b.box.x0);
  const out = [];
  while (left.length > 0) {
    const first = left.shift();
    const index = left.findIndex((second) => joinedName(first, second, em));
    if (index < 0) {
      out.push(first);
      continue;
    }
    const [second] = left.splice(index, 1);
    const base = first.name === "\\not" || first.name === "/" ? second : first;
    left.unshift({
      ...base,
      name: joinedName(first, second, em),
      box: union(first.box, second.box),
      confidence: Math.min(first.confidence, second.confidence),
    });
  }
  return out;
}

function joinedName(a, b, em) {
  const overlapX = Math.min(a.box.x1, b.box.x1) - Math.max(a.box.x0, b.box.x0);
  const overlapY = Math.min(a.box.y1, b.box.y1) - Math.max(a.box.y0, b.box.y0);
  if (Math.abs((a.box.y0 + a.box.y1 - b.box.y0 - b.box.y1) / 2) > 0.3 * em) return undefined;
  const slash = a.name === "\\not" ? a : b.name === "\\not" ? b : undefined;
  const other = slash === a ? b : a;
  if (slash) {
    const centre = (slash.box.x0 + slash.box.x1) / 2;
    const inside = other.box.x0 - 0.1 * em < centre && centre < other.box.x1 + 0.1 * em;
    return inside && other.name !== "\\not" && !other.name.startsWith("\\not ") ? `\\not ${other.name}` : undefined;
  }
  if (a.name === "/" || b.name === "/") {
    const struck = a.name === "/" ? b : a;
    const through = overlapX > 0.5 * Math.min(width(a), width(b)) && overlapY > 0;
    return /^\\(in|ni)$/.test(struck.name) && through ? `\\not ${struck.name}` : undefined;
  }
  if (overlapX < -0.02 * em || overlapY < -0.02 * em || /int$/.test(a.name)) return undefined;
  if (a.name === "-" && b.name === "-" && overlapX > 0) return undefined;
  return COMPOSED.get(`${a.name} ${b.name}`);
}

const source = await openPdf(new Uint8Array(await readFile(path)), { file: path });
for (let page = 1; page <= source.pageCount; page++) {
  const { width: pageWidth, height: pageHeight, glyphs, fonts, rules } = await source.evidence(page);
  const em = Math.max(1, ...glyphs.map((glyph) => glyph.size));
  const named = nameSymbols(
    glyphs.filter((glyph) => glyph.text !== " "),
    fonts,
  );
  const merged = mergePieces({ symbols: named, rules: rules.map((rule) => rule.box) }, em);
  const bars = merged.symbols.filter((symbol) => symbol.name === "\\bar").map((symbol) => symbol.box);
  const symbols = joined(merged.symbols.filter((symbol) => symbol.name !== "\\bar").flatMap(singleDots), em);
  console.log(
    JSON.stringify({
      width: round(pageWidth),
      height: round(pageHeight),
      turned: glyphs.some((glyph) => glyph.angle !== 0 || !glyph.exact),
      symbols: symbols.map((symbol) => {
        const alphabet = symbol.alphabet in SAME_LOOK ? SAME_LOOK[symbol.alphabet] : symbol.alphabet;
        const name = alphabet ? `${alphabet}:${symbol.name}` : symbol.name;
        return [name, ...corners(symbol.box), round(symbol.baseline), round(symbol.size), symbol.confidence >= 0.5];
      }),
      rules: [...merged.rules, ...bars].map(corners),
    }),
  );
  await source.release(page);
}
await source.close();

import type { Box } from "../../page.js";
import { centreX, unionBox } from "./item.js";
import type { MathInput, MathSymbol } from "./symbol.js";

/**
 * Fonts build large delimiters, radicals and horizontal braces from pieces. A piece's symbol name is `piece:<shape>:<part>`:
 * shapes `( ) [ ] { } | ‖ √ ↑ ⇑`, parts `top`, `middle`, `bottom`, `extension`; and `piece:brace:<down|up>-<left|right>` for
 * the four tips of a horizontal brace, `piece:brace:extension` for the strokes between them where these are glyphs, not rules. This stage turns them into single grown symbols.
 */
interface Piece {
  shape: string;
  part: string;
  symbol: MathSymbol;
}

const PIECE = /^piece:(.+):([a-z-]+)$/;

/** What an assembled run of pieces is, by the shapes in it; `[` and `]` depend on which ends are there. */
const ASSEMBLED: [string, string][] = [
  ["(", "("],
  [")", ")"],
  ["{", "\\{"],
  ["}", "\\}"],
  ["√", "\\sqrt"],
  ["⇑", "\\Updownarrow"],
  ["↑", "\\updownarrow"],
  ["‖", "\\|"],
  ["|", "|"],
];

const BRACKETS: Record<string, Record<string, string>> = {
  "[": { "top bottom": "[", top: "\\lceil", bottom: "\\lfloor" },
  "]": { "top bottom": "]", top: "\\rceil", bottom: "\\rfloor" },
};

const BARS = new Set(["|", "‖"]);
/** Whole bars printed end to end, as pieces: [, shape, part]. */
const STACKED: Readonly<Record<string, readonly [string, string, string]>> = {
  "|": ["", "|", "extension"],
  "\\|": ["", "‖", "extension"],
};

function isStacked(bar: MathSymbol, symbols: readonly MathSymbol[], em: number): boolean {
  if (!(bar.name in STACKED)) return false;
  const { box } = bar;
  const tolerance = 0.2 * (box.x1 - box.x0);
  return symbols.some(
    (other) =>
      other !== bar &&
      other.name === bar.name &&
      Math.abs(other.box.x0 - box.x0) < tolerance &&
      Math.abs(other.box.x1 - box.x1) < tolerance &&
      Math.max(other.box.y0 - box.y1, box.y0 - other.box.y1) < 0.05 * em &&
      Math.abs(other.box.y0 - box.y0) > 0.1 * em,
  );
}

/** Widest stroke of an extension, text sizes. */
const STROKE = 0.2;

/** Some OpenType fonts give the extension the delimiter's own character: a bare stroke between pieces of its shape. */
function isExtension(symbol: MathSymbol, pieces: readonly MathSymbol[], em: number): boolean {
  if (!/^(?:\\[{}]|[()[\]])$/.test(symbol.name) || symbol.box.x1 - symbol.box.x0 > STROKE * em) return false;
  const shape = `piece:${symbol.name.replace("\\", "")}:`;
  const own = pieces.filter(
    ({ name, box }) => name.startsWith(shape) && box.x0 < symbol.box.x1 && symbol.box.x0 < box.x1,
  );
  return own.some(({ box }) => box.y0 < symbol.box.y0) && own.some(({ box }) => box.y1 > symbol.box.y1);
}

/** Replaces pieces by the symbols they draw; rules inside a horizontal brace disappear with it. Sizes are relative to `em`, px. */
export function mergePieces(input: MathInput, em: number): MathInput {
  const symbols: MathSymbol[] = [];
  const vertical: Piece[] = [];
  const tips: Piece[] = [];
  const pieces = input.symbols.filter((symbol) => PIECE.test(symbol.name));
  for (const symbol of input.symbols) {
    const match =
      PIECE.exec(symbol.name) ??
      (isStacked(symbol, input.symbols, em) ? STACKED[symbol.name] : undefined) ??
      (isExtension(symbol, pieces, em) ? ["", symbol.name.replace("\\", ""), "extension"] : undefined);
    if (!match) symbols.push(symbol);
    else (match[1] === "brace" ? tips : vertical).push({ shape: match[1]!, part: match[2]!, symbol });
  }
  const whole = joinBraceParts(symbols, em);
  if (vertical.length === 0 && tips.length === 0) return whole === symbols ? input : { ...input, symbols: whole };
  const braces = assembleBraces(tips, input.rules, em);
  return { symbols: [...whole, ...braces.symbols, ...assembleColumns(vertical, em)], rules: braces.rules };
}

/**
 * OpenType fonts name all parts of a horizontal brace like the brace, and its extensions like a bracket of either side (STIX Two has `⎴` in
 * underbraces); and those of an arrow like it.
 */
const BRACE_PARTS: Readonly<Record<string, string>> = {
  "\\underbrace": "\\underbrace",
  "\\overbrace": "\\overbrace",
  "⎵": "stroke",
  "⎴": "stroke",
  "\\vec": "arrow",
  "\\overrightarrow": "arrow",
  "\\overleftarrow": "arrow",
};
/** Parts of a horizontal brace overlap or meet, and none is taller than this, text sizes. */
const BRACE_HEIGHT = 0.6;

/** A stroke continues the brace that its left tip began. */
function joins(first: MathSymbol, part: MathSymbol): boolean {
  const [own, other] = [BRACE_PARTS[first.name], BRACE_PARTS[part.name]];
  return own === other || (other === "stroke" && own !== "arrow");
}

/** The end with the head says where an arrow points; its strokes go by either name. */
function joinedName(group: readonly MathSymbol[]): string {
  const name = BRACE_PARTS[group[0]!.name]!;
  if (name !== "arrow") return name;
  return group.at(-1)!.name === "\\overleftarrow" ? "\\overleftarrow" : "\\overrightarrow";
}

/** Horizontal braces from parts that follow each other at one level. The symbols themselves when there are none. */
function joinBraceParts(symbols: MathSymbol[], em: number): MathSymbol[] {
  const parts = symbols.filter((symbol) => symbol.name in BRACE_PARTS);
  if (parts.length < 2) return symbols;
  parts.sort((a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0);
  const groups: MathSymbol[][] = [];
  for (const part of parts) {
    const group = groups.find((candidate) => {
      const box = unionBox(candidate.map((member) => member.box));
      const height = Math.max(box.y1, part.box.y1) - Math.min(box.y0, part.box.y0);
      return joins(candidate[0]!, part) && height < BRACE_HEIGHT * em && part.box.x0 < box.x1 + 0.02 * em;
    });
    if (group) group.push(part);
    else groups.push([part]);
  }
  const joined = groups.filter((group) => group.length > 1 && group.some((part) => part.name.startsWith("\\")));
  const gone = new Set(joined.flat());
  return [
    ...symbols.filter((symbol) => !gone.has(symbol)),
    ...joined.map((group) => ({
      name: joinedName(group),
      box: unionBox(group.map((part) => part.box)),
      confidence: Math.min(...group.map((part) => part.confidence)),
    })),
  ];
}

/** Tips of an overbrace from left to right: ⌢ hangs down at its ends and peaks in the middle; an underbrace is the mirror image. */
const TIP_ORDER: Record<string, { name: string; order: string[] }> = {
  "down-left": { name: "\\overbrace", order: ["down-left", "up-right", "up-left", "down-right"] },
  "up-left": { name: "\\underbrace", order: ["up-left", "down-right", "down-left", "up-right"] },
};

function assembleBraces(tips: Piece[], rules: Box[], em: number): MathInput {
  const sorted = tips.filter(({ part }) => part !== "extension").sort((a, b) => a.symbol.box.x0 - b.symbol.box.x0);
  const used = new Set<Piece>();
  const symbols: MathSymbol[] = [];
  let left = rules;
  for (const first of sorted) {
    const plan = TIP_ORDER[first.part];
    if (used.has(first) || !plan) continue;
    const group = [first];
    for (const part of plan.order.slice(1)) {
      const last = group.at(-1)!.symbol.box;
      const next = sorted.find(
        (tip) =>
          !used.has(tip) &&
          !group.includes(tip) &&
          tip.part === part &&
          sameLevel(tip, first, em) &&
          tip.symbol.box.x0 >= last.x0 - 0.05 * em,
      );
      if (next) group.push(next);
    }
    if (group.length < 4) continue;
    for (const tip of group) used.add(tip);
    const box = unionBox(group.map((tip) => tip.symbol.box));
    left = left.filter(
      (rule) =>
        !(
          rule.x0 >= box.x0 - 0.1 * em &&
          rule.x1 <= box.x1 + 0.1 * em &&
          rule.y0 >= box.y0 - 0.06 * em &&
          rule.y1 <= box.y1 + 0.06 * em
        ),
    );
    symbols.push(grown(plan.name, group, box));
  }
  return { symbols, rules: left };
}

function sameLevel(a: Piece, b: Piece, em: number): boolean {
  return Math.abs(a.symbol.box.y0 - b.symbol.box.y0) < 0.3 * em;
}

/** Chains pieces that continue each other downwards at the same place. */
function assembleColumns(pieces: Piece[], em: number): MathSymbol[] {
  const sorted = [...pieces].sort((a, b) => a.symbol.box.y0 - b.symbol.box.y0 || a.symbol.box.x0 - b.symbol.box.x0);
  const done = new Set<Piece>();
  const symbols: MathSymbol[] = [];
  for (const first of sorted) {
    if (done.has(first)) continue;
    const group = [first];
    done.add(first);
    for (;;) {
      const last = group.at(-1)!;
      if (last.part === "bottom" && first.shape !== "√" && group.length > 1) break;
      const next = sorted.find((piece) => !done.has(piece) && continues(group, piece, em));
      if (!next) break;
      group.push(next);
      done.add(next);
    }
    symbols.push(grown(assembledName(group), group, unionBox(group.map((piece) => piece.symbol.box))));
  }
  return symbols;
}

function continues(group: Piece[], piece: Piece, em: number): boolean {
  const first = group[0]!;
  const bottom = Math.max(...group.map((member) => member.symbol.box.y1));
  // The stroke of a radical stands on the right end of its foot.
  const foot = piece.shape === "√" && piece.part === "bottom";
  const offset = foot
    ? piece.symbol.box.x1 - first.symbol.box.x0
    : centreX(piece.symbol.box) - centreX(first.symbol.box);
  const touches = group.some(
    ({ symbol: { box } }) => piece.symbol.box.x0 < box.x1 + 0.05 * em && box.x0 < piece.symbol.box.x1 + 0.05 * em,
  );
  const aligned = touches && Math.abs(offset) < 0.38 * em;
  const gap = piece.symbol.box.y0 - bottom;
  if (isBarStack(first, piece) && gap < 0.12 * em) return true;
  if (!aligned || gap > 0.12 * em || piece.part === "top") return false;
  if (gap < -0.12 * em && !overlaps(group, piece)) return false;
  return piece.shape === first.shape || piece.part === "extension" || first.part === "extension";
}

/** Parts of OpenType fonts overlap: extensions by any amount, others so that each reaches further down by most of its height. */
function overlaps(group: Piece[], piece: Piece): boolean {
  const { box } = piece.symbol;
  const above = group.at(-1)!.symbol.box;
  if (piece.part === "extension") return box.y0 >= above.y0;
  return above.y1 - box.y0 < 0.5 * Math.min(box.y1 - box.y0, above.y1 - above.y0) && box.y1 > above.y1;
}

/** Bars of some fonts are assembled from halves that overlap by any amount. */
function isBarStack(first: Piece, piece: Piece): boolean {
  const tolerance = 0.2 * (first.symbol.box.x1 - first.symbol.box.x0);
  return (
    BARS.has(first.shape) &&
    piece.shape === first.shape &&
    Math.abs(centreX(piece.symbol.box) - centreX(first.symbol.box)) < tolerance
  );
}

function assembledName(group: Piece[]): string {
  const shapes = new Set(group.map((piece) => piece.shape));
  for (const side of ["[", "]"]) {
    if (!shapes.has(side)) continue;
    const ends = ["top", "bottom"]
      .filter((part) => group.some((piece) => piece.shape === side && piece.part === part))
      .join(" ");
    return BRACKETS[side]![ends] ?? side;
  }
  for (const [shape, name] of ASSEMBLED) {
    if (!shapes.has(shape)) continue;
    if (shape === "↑" || shape === "⇑") return arrowName(group, shape);
    return name;
  }
  return "|";
}

function arrowName(group: Piece[], shape: string): string {
  const up = group.some((piece) => piece.part === "top");
  const down = group.some((piece) => piece.part === "bottom");
  const heads = up && down ? "updown" : up ? "up" : "down";
  const name = `${heads}arrow`;
  return `\\${shape === "⇑" ? name[0]!.toUpperCase() + name.slice(1) : name}`;
}

function grown(name: string, group: Piece[], box: Box): MathSymbol {
  return { name, box, confidence: Math.min(...group.map((piece) => piece.symbol.confidence)) };
}

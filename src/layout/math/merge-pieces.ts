import type { Box } from "../../page.js";
import { centreX, unionBox } from "./item.js";
import type { MathInput, MathSymbol } from "./symbol.js";

/**
 * Fonts build large delimiters, radicals and horizontal braces from pieces. A piece's symbol name is `piece:<shape>:<part>`:
 * shapes `( ) [ ] { } | ‖ √ ↑ ⇑`, parts `top`, `middle`, `bottom`, `extension`; and `piece:brace:<down|up>-<left|right>` for
 * the four tips of a horizontal brace. This stage turns them into single grown symbols.
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

/** Replaces pieces by the symbols they draw; rules inside a horizontal brace disappear with it. Sizes are relative to `em`, px. */
export function mergePieces(input: MathInput, em: number): MathInput {
  const symbols: MathSymbol[] = [];
  const vertical: Piece[] = [];
  const tips: Piece[] = [];
  for (const symbol of input.symbols) {
    const match = PIECE.exec(symbol.name) ?? (isStacked(symbol, input.symbols, em) ? STACKED[symbol.name] : undefined);
    if (!match) symbols.push(symbol);
    else (match[1] === "brace" ? tips : vertical).push({ shape: match[1]!, part: match[2]!, symbol });
  }
  if (vertical.length === 0 && tips.length === 0) return input;
  const braces = assembleBraces(tips, input.rules, em);
  return { symbols: [...symbols, ...braces.symbols, ...assembleColumns(vertical, em)], rules: braces.rules };
}

/** Tips of an overbrace from left to right: ⌢ hangs down at its ends and peaks in the middle; an underbrace is the mirror image. */
const TIP_ORDER: Record<string, { name: string; order: string[] }> = {
  "down-left": { name: "\\overbrace", order: ["down-left", "up-right", "up-left", "down-right"] },
  "up-left": { name: "\\underbrace", order: ["up-left", "down-right", "down-left", "up-right"] },
};

function assembleBraces(tips: Piece[], rules: Box[], em: number): MathInput {
  const sorted = [...tips].sort((a, b) => a.symbol.box.x0 - b.symbol.box.x0);
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
  const aligned = Math.abs(centreX(piece.symbol.box) - centreX(first.symbol.box)) < 0.38 * em;
  const gap = piece.symbol.box.y0 - bottom;
  if (isBarStack(first, piece) && gap < 0.12 * em) return true;
  if (!aligned || gap < -0.12 * em || gap > 0.12 * em) return false;
  if (piece.part === "top") return false;
  return piece.shape === first.shape || piece.part === "extension" || first.part === "extension";
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

import { assembleBraces, joinBraceParts } from "./horizontal-braces.js";
import { centreX, unionBox } from "./item.js";
import { grown, type Piece } from "./piece.js";
import type { MathInput, MathSymbol } from "./symbol.js";

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

/**
 * Some OpenType fonts (Latin Modern Math) give the upper parts of a tall radical the root's own character: its stroke stands on the right end of
 * the foot, where a root inside begins behind it.
 */
function radicalPart(
  symbol: MathSymbol,
  pieces: readonly MathSymbol[],
  em: number,
): [string, string, string] | undefined {
  if (symbol.name !== "\\sqrt") return undefined;
  const { box } = symbol;
  const onFoot = pieces.some(
    ({ name, box: foot }) =>
      name === "piece:√:bottom" && box.y1 < foot.y1 && box.x0 < foot.x1 - 0.01 * em && box.x0 > foot.x1 - STROKE * em,
  );
  if (!onFoot) return undefined;
  return ["", "√", box.x1 - box.x0 < STROKE * em ? "extension" : "top"];
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
      (isExtension(symbol, pieces, em) ? ["", symbol.name.replace("\\", ""), "extension"] : undefined) ??
      radicalPart(symbol, pieces, em);
    if (!match) symbols.push(symbol);
    else (match[1] === "brace" ? tips : vertical).push({ shape: match[1]!, part: match[2]!, symbol });
  }
  const whole = joinBraceParts(symbols, em);
  if (vertical.length === 0 && tips.length === 0) return whole === symbols ? input : { ...input, symbols: whole };
  const braces = assembleBraces(tips, input.rules, em);
  return { symbols: [...whole, ...braces.symbols, ...assembleColumns(vertical, em)], rules: braces.rules };
}

/** Chains pieces that continue each other downwards at the same place. */
function assembleColumns(pieces: Piece[], em: number): MathSymbol[] {
  const sorted = [...pieces].sort((a, b) => a.symbol.box.y0 - b.symbol.box.y0 || a.symbol.box.x0 - b.symbol.box.x0);
  const done = new Set<Piece>();
  const groups: Piece[][] = [];
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
    groups.push(group);
  }
  return groups
    .flatMap((group) => cutRows(group, groups, em))
    .map((group) => grown(assembledName(group), group, unionBox(group.map((piece) => piece.symbol.box))));
}

/** Ends of bars that belong together are this near, text sizes. */
const SAME_END = 0.1;

/**
 * Bars of rows that touch chain to one: it is cut where it is as long as other bars one below the other, those of the rows' other ends. What is
 * nested in a bar leaves a rest that no other bar matches.
 */
function cutRows(group: Piece[], groups: readonly Piece[][], em: number): Piece[][] {
  if (!BARS.has(group[0]!.shape) || group.length < 2) return [group];
  const whole = unionBox(group.map(({ symbol }) => symbol.box));
  const near = (a: number, b: number) => Math.abs(a - b) < SAME_END * em;
  const rows = groups
    .filter((other) => other !== group && other[0]!.shape === group[0]!.shape)
    .map((other) => unionBox(other.map(({ symbol }) => symbol.box)));
  const ends: number[] = [];
  for (let top = whole.y0; !near(top, whole.y1); ) {
    const row = rows.find(
      (other) => near(other.y0, top) && other.y1 > top + SAME_END * em && other.y1 < whole.y1 + SAME_END * em,
    );
    if (!row) return [group];
    ends.push(row.y1);
    top = row.y1;
  }
  const rowOf = ({ symbol: { box } }: Piece) => ends.findIndex((end) => (box.y0 + box.y1) / 2 < end);
  const parts = ends.map((_, index) => group.filter((piece) => rowOf(piece) === index));
  return parts.every((part) => part.length > 0) ? parts : [group];
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

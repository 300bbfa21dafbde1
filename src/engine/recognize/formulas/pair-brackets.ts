import { FRAME_EM, type SeenSymbol } from "../../inference/symbol-model.js";
import type { Component } from "../../raster/ink/components.js";

/** From this height on the net sees too little of a bracket, and its centre is far from its ends, frame px. */
const TALL = 2 * FRAME_EM;
/** Ends of the two brackets of a pair agree within this, and their widths, frame px. */
const SAME_END = 2.5;
const SAME_WIDTH = 2.5;
const CLOSING: Record<string, string> = {
  "(": ")",
  "[": "]",
  "\\{": "\\}",
  "|": "|",
  "\\|": "\\|",
  "\\lfloor": "\\rfloor",
  "\\lceil": "\\rceil",
};
const OPENING: Record<string, string> = Object.fromEntries(
  Object.entries(CLOSING).map(([open, close]) => [close, open]),
);

/** Tall brackets whose partner the net missed, and the partners: ink of no symbol, as high as the bracket, where the partner would stand. */
export function pairBrackets(symbols: readonly SeenSymbol[], free: readonly Component[]): SeenSymbol[] {
  const out = [...symbols];
  for (const piece of free) {
    if (piece.y1 - piece.y0 < TALL) continue;
    const found = out.flatMap((symbol) => {
      const label = partnerLabel(symbol, piece);
      return label && isAlike(symbol, piece) ? [{ symbol, label }] : [];
    })[0];
    if (
      !found ||
      out.some(
        (symbol) => symbol !== found.symbol && isAlike(symbol, piece) && symbol.choices[0]!.label === found.label,
      )
    )
      continue;
    const { x0, x1, y0, y1 } = piece;
    const { probability } = found.symbol.choices[0]!;
    out.push({ ...found.symbol, x0, x1, y0, y1, choices: [{ label: found.label, probability }] });
  }
  return out;
}

function partnerLabel({ choices, x0, x1 }: SeenSymbol, piece: Component): string | undefined {
  const { label } = choices[0]!;
  if (piece.x0 > x1) return CLOSING[label];
  return piece.x1 < x0 ? OPENING[label] : undefined;
}

function isAlike(symbol: SeenSymbol, piece: Component): boolean {
  return (
    Math.abs(symbol.y0 - piece.y0) <= SAME_END &&
    Math.abs(symbol.y1 - piece.y1) <= SAME_END &&
    Math.abs(symbol.x1 - symbol.x0 - (piece.x1 - piece.x0)) <= SAME_WIDTH
  );
}

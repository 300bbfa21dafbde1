import type { FormulaFrame, SeenSymbol } from "../../inference/symbol-model.js";
import { type Component, connectedComponents } from "../../raster/ink/components.js";

/** Ink from this on belongs to a connected piece. */
const INK = 0.4;
/** A radical sign may be this many times as high or low as the net tells: it grows by what stands under it, which the net sees little of. */
const MOST = 2.2;
/** The piece begins where the sign does, frame px. */
const SAME_START = 6;
const SLACK = 3;

/** Radical signs as high as their ink; the piece of ink goes on in the bar, so its right end says nothing. */
export function snapRadicals(frame: FormulaFrame, symbols: readonly SeenSymbol[]): SeenSymbol[] {
  if (!symbols.some(isRadical)) return [...symbols];
  const data = Uint8Array.from(frame.ink, (ink) => (ink > INK ? 1 : 0));
  const pieces = connectedComponents({ width: frame.width, height: frame.height, data });
  return symbols.map((symbol) => {
    const piece = isRadical(symbol) ? pieceOf(symbol, pieces) : undefined;
    return piece ? { ...symbol, x0: piece.x0, y0: piece.y0, y1: piece.y1 } : symbol;
  });
}

function isRadical({ choices }: SeenSymbol): boolean {
  return choices[0]?.label === "\\sqrt";
}

function pieceOf(sign: SeenSymbol, pieces: readonly Component[]): Component | undefined {
  const height = sign.y1 - sign.y0;
  return pieces
    .filter(({ x0, x1, y0, y1 }) => {
      const shared = Math.min(y1, sign.y1) - Math.max(y0, sign.y0);
      return (
        Math.abs(x0 - sign.x0) < SAME_START &&
        x1 > sign.x1 - SLACK &&
        shared > 0.5 * Math.min(y1 - y0, height) &&
        y1 - y0 < MOST * height &&
        height < MOST * (y1 - y0)
      );
    })
    .sort((a, b) => b.y1 - b.y0 - (a.y1 - a.y0))[0];
}

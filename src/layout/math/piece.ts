import type { Box } from "../../page.js";
import type { MathSymbol } from "./symbol.js";

/**
 * Fonts build large delimiters, radicals and horizontal braces from pieces. A piece's symbol name is `piece:<shape>:<part>`:
 * shapes `( ) [ ] { } | ‖ √ ↑ ⇑`, parts `top`, `middle`, `bottom`, `extension`; `piece:brace:<down|up>-<left|right>` for the four tips
 * of a horizontal brace, and `piece:brace:extension` for the strokes between them where these are glyphs, not rules.
 */
export interface Piece {
  shape: string;
  part: string;
  symbol: MathSymbol;
}

/** The symbol that a group of pieces draws. */
export function grown(name: string, group: Piece[], box: Box): MathSymbol {
  const pen = group[0]!.symbol.pen;
  return { name, box, pen, confidence: Math.min(...group.map((piece) => piece.symbol.confidence)) };
}

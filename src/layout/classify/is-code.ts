import { gapAbove, type PageContext } from "./page-context.js";
import { firstLine, type Piece, pieceText, weighted } from "./piece.js";

/** Share of monospaced characters of a code line; comments and line numbers may be set otherwise. */
const MONOSPACE = 0.75;
/** In a typescript (all text monospaced) the font says nothing. */
const TYPESCRIPT = 0.6;
/** `1:` `12:` in front of the steps of an algorithm. */
const STEP = /^\d{1,3}:/u;
const KEYWORD =
  /^(?:\d{1,3}[:.]?\s+)?(?:if|else|elseif|else if|for|foreach|for each|for all|while|repeat|until|end|end if|end for|end while|return|procedure|function|require|ensure|input|output|initialize|begin|do|loop|data|result|switch|case)\b/iu;

/** Lines of source text: monospaced from edge to edge. */
export function isCode(piece: Piece, context: PageContext): boolean {
  if (piece.apart || context.monospaceBody > TYPESCRIPT) return false;
  if (weighted(piece, (line) => line.monospace) < MONOSPACE) return false;
  if (firstLine(piece).angle !== 0) return false;
  const text = pieceText(piece);
  if (/^(?:https?:\/\/|www\.)\S+$|^\S+@\S+$/u.test(text)) return false;
  if (piece.lines.length >= 2)
    return piece.lines.filter((entry) => entry.line.monospace >= 0.6).length > 0.7 * piece.lines.length;
  // A lone monospaced line is code when it has a code's signs or stands by itself.
  return /[{}();=<>#$\\[\]]|--|\w\.\w/u.test(text) || gapAbove(piece, context) > 0.3 * context.metrics.leading;
}

/** Steps of an algorithm: numbered `1:` or opening with control words, one step a line. */
export function isPseudocode(piece: Piece): boolean {
  if (piece.apart || piece.lines.length < 3) return false;
  const texts = piece.lines.map((entry) => entry.line.text);
  const steps = texts.filter((text) => STEP.test(text)).length;
  if (steps >= 3 && steps > 0.5 * texts.length) return true;
  const keywords = piece.lines.filter(
    (entry) => KEYWORD.test(entry.line.text) && startsEmphasised(entry.line.bold),
  ).length;
  return keywords >= 3 && keywords > 0.4 * texts.length;
}

function startsEmphasised(bold: number): boolean {
  return bold > 0.05;
}

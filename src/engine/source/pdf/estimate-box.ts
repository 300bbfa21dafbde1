import type { Box } from "../../../page.js";

/** Ink heights of character classes, em, as in Latin text fonts (Times, Helvetica and Computer Modern agree to 0.05). */
const X_HEIGHT = 0.46;
const CAP_HEIGHT = 0.69;
const DESCENT = 0.21;
const SIDE_BEARING = 0.05;

const LOW = /^[acemnorsuvwxzαεικνορσςτυωπ+=~<>«»−×÷]/u;
const DEEP = /^[gpqyγηϕμρχ]/u;
const TALL_AND_DEEP = /^[j()[\]{}|/\\Qβζξφψ,;§]/u;
const BASE_DOTS = /^[.…]/u;
const MIDDLE = /^[-–—·]/u;
const RAISED = /^['"`´^°*‘’“”¨]/u;
const IDEOGRAPH = /^[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;

/** Ink box guessed from the character, em, y up, pen at the origin. Used where the font program gives no outline. */
export function estimateBox(text: string, width: number): Box {
  const x0 = Math.min(width, 0) + Math.abs(width) * SIDE_BEARING;
  const x1 = Math.max(width, 0) - Math.abs(width) * SIDE_BEARING;
  const [y0, y1] = verticalExtent(text);
  return { x0, y0, x1, y1 };
}

function verticalExtent(text: string): [number, number] {
  if (BASE_DOTS.test(text)) return [0, 0.1];
  if (MIDDLE.test(text)) return [0.2, 0.3];
  if (RAISED.test(text)) return [0.42, CAP_HEIGHT];
  if (LOW.test(text)) return [0, X_HEIGHT];
  if (DEEP.test(text)) return [-DESCENT, X_HEIGHT];
  if (TALL_AND_DEEP.test(text)) return [-DESCENT, CAP_HEIGHT];
  if (IDEOGRAPH.test(text)) return [-0.12, 0.86];
  return [0, CAP_HEIGHT];
}

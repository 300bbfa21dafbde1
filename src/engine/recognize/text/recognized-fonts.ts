import type { FontInfo } from "../../../page.js";

/**
 * Fonts of recognised text; the net tells maths from text, and bold and upright letters inside maths, the distance of the letters fixed
 * pitch.
 */
export const RECOGNIZED_FONTS: FontInfo[] = (
  ["Recognized-Regular", "Recognized-Italic", "Recognized-Bold", "Recognized-Monospace"] as const
).map((name) => ({
  name,
  kind: "unknown",
  bold: name.endsWith("Bold"),
  italic: name.endsWith("Italic"),
  monospace: name.endsWith("Monospace"),
  serif: true,
  math: name.endsWith("Italic"),
  ascent: 0.75,
  descent: 0.25,
}));
export const REGULAR = 0;
export const MATHS = 1;
export const BOLD = 2;
export const MONOSPACE = 3;

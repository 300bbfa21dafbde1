import { isEmptyMath, type MathNode, rowItems } from "../math/math-tree.js";
import type { RunFormat } from "./run-format.js";

/** Signs that mark notes, and what stands between two marks. */
const MARK = /^[*∗†‡§¶,]$/;

/**
 * A script without a base that holds no more than a number, a word or a mark (`{ }^{2}`, `{ }_{\mathrm{n}}`): in a sentence
 * that is raised or lowered text, not an equation.
 */
export function scriptText(tree: MathNode): { text: string; format: RunFormat } | undefined {
  const items = rowItems(tree);
  const [node] = items;
  if (items.length !== 1 || node?.type !== "scripts" || !isEmptyMath(node.base)) return undefined;
  const content = node.sub && node.sup ? undefined : (node.sup ?? node.sub);
  if (!content) return undefined;
  let text = "";
  let italic: boolean | undefined;
  for (const part of rowItems(content)) {
    if (part.type !== "token" || (part.variant !== "normal" && part.variant !== "italic")) return undefined;
    if (part.kind === "operator" && !MARK.test(part.text)) return undefined;
    const slants = part.variant === "italic" && /\p{L}/u.test(part.text);
    if (italic !== undefined && /\p{L}/u.test(part.text) && italic !== slants) return undefined;
    if (/\p{L}/u.test(part.text)) italic = slants;
    text += part.text;
  }
  if (text === "" || text.length > 8) return undefined;
  return {
    text: text.replaceAll("∗", "*"),
    format: { vertical: node.sup ? "superscript" : "subscript", ...(italic ? { italic } : {}) },
  };
}

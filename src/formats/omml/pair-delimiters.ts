import { type MathNode, type MathToken, unwrapRow } from "../math/math-tree.js";

/** Bars close with themselves. */
const BARS = new Set("|∥‖");

/**
 * Delimiters in a row that belong together: index of the opening one → index of the closing one. The closing one may carry
 * scripts. Unequal ones pair, too (`[0,1)`), those without a partner stay alone.
 */
export function pairDelimiters(nodes: readonly MathNode[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const levels: { open: number; bars: number[] }[] = [{ open: -1, bars: [] }];
  nodes.forEach((node, at) => {
    const token = delimiterToken(node);
    if (!token) return;
    if (token.class === "open" && node.type === "token") levels.push({ open: at, bars: [] });
    else if (token.class === "close" && levels.length > 1) {
      const { open, bars } = levels.pop()!;
      pairs.set(open, at);
      pairBars(nodes, bars, pairs);
    } else if (isBar(token)) levels.at(-1)!.bars.push(at);
  });
  for (const { bars } of levels) pairBars(nodes, bars, pairs);
  return pairs;
}

/** The delimiter a node is, or ends in: `)` and `)^{2}`. */
export function delimiterToken(node: MathNode | undefined): MathToken | undefined {
  if (!node) return undefined;
  const inner = node.type === "scripts" ? unwrapRow(node.base) : node;
  if (inner.type !== "token" || inner.kind === "word" || inner.middle) return undefined;
  return inner.class === "open" || inner.class === "close" || isBar(inner) ? inner : undefined;
}

function isBar(token: MathToken): boolean {
  return token.class !== "open" && token.class !== "close" && BARS.has(token.text);
}

/** Bars of one level, in order. Which ones open is seen from what stands before them. */
function pairBars(nodes: readonly MathNode[], bars: readonly number[], pairs: Map<number, number>): void {
  const [first, second] = bars;
  if (
    bars.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    !dividesList(nodes.slice(first + 1, second))
  ) {
    if (textAt(nodes, first) === textAt(nodes, second) && nodes[first]!.type === "token" && second > first + 1)
      pairs.set(first, second);
    return;
  }
  const open: number[] = [];
  for (const at of bars) {
    const top = open.at(-1);
    if (top !== undefined && textAt(nodes, top) === textAt(nodes, at) && at > top + 1 && !opensBar(nodes[at - 1]))
      pairs.set(open.pop()!, at);
    else if (nodes[at]!.type === "token" && opensBar(nodes[at - 1])) open.push(at);
  }
}

function textAt(nodes: readonly MathNode[], at: number): string | undefined {
  return delimiterToken(nodes[at])?.text;
}

function dividesList(nodes: readonly MathNode[]): boolean {
  return nodes.some(
    (node) =>
      node.type === "token" && (node.class === "relation" || (node.class === "punctuation" && node.text !== ".")),
  );
}

const BEFORE_OPERAND = new Set<MathToken["class"]>(["binary", "relation", "open", "punctuation", "operator", "none"]);

/** A bar opens at the start and behind operators, not behind an operand. */
function opensBar(before: MathNode | undefined): boolean {
  if (before === undefined || before.type === "newline" || before.type === "fraction") return true;
  if (before.type === "space") return before.width > 0.2;
  const token = before.type === "scripts" || before.type === "limits" ? unwrapRow(before.base) : before;
  return token.type === "token" && (BEFORE_OPERAND.has(token.class) || (before === token && token.kind === "number"));
}

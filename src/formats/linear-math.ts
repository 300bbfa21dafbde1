import { type MathNode, parseMathml } from "./mathml-tree.js";

/**
 * Formulas on one line in Unicode, the way Office types them (Unicode Technical Note 28): `a/b`, `x²`, `√(x+1)`,
 * `∑_(i=1)^n`, `(■(a&b@c&d))`.
 */
export function linearMath(mathml: string): string {
  return write(parseMathml(mathml)).replace(/\s+/g, " ").trim();
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻n ⁿi ⁱ"
    .replace(/ /g, "")
    .match(/../gu)!
    .map((pair) => [...pair]),
);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋".match(/../gu)!.map((pair) => [...pair]),
);
/** Marks over a letter. */
const MARKS: Readonly<Record<string, string>> = {
  "^": "\u0302",
  ˆ: "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "¯": "\u0305",
  "―": "\u0305",
  "‾": "\u0305",
  _: "\u0305",
  "→": "\u20d7",
  "˙": "\u0307",
  "¨": "\u0308",
  ˇ: "\u030c",
  "˘": "\u0306",
  "´": "\u0301",
  "`": "\u0300",
};

function write(node: MathNode): string {
  const [a, b, c] = node.children;
  switch (node.name) {
    case "mfrac":
      return `${group(a)}/${group(b)}`;
    case "msqrt":
      return `√${group({ ...node, name: "mrow" })}`;
    case "mroot":
      return `√(${inner(b)}&${inner(a)})`;
    case "msup":
      return write(a!) + script(b, "^", RAISED);
    case "msub":
      return write(a!) + script(b, "_", LOWERED);
    case "msubsup":
    case "munderover":
      return write(a!) + script(b, "_", LOWERED) + script(c, "^", RAISED);
    case "munder":
      return isOperator(a) ? write(a!) + script(b, "_", LOWERED) : `${group(a)}┬${group(b)}`;
    case "mover":
      return over(a, b);
    case "mtable":
      return `■(${node.children.map((row) => row.children.map((cell) => inner(cell)).join("&")).join("@")})`;
    case "mtext":
      return node.text.replace(/\u00a0/g, " ");
    case "mi":
    case "mn":
    case "ms":
      return node.text;
    case "mo":
      return operator(node.text);
    case "mspace":
      return " ";
    case "mphantom":
    case "annotation":
      return "";
    default:
      return node.children.length > 0 ? node.children.map(write).join("") : node.text.trim();
  }
}

/** Invisible times and function application show nothing; relations keep their distance. */
function operator(text: string): string {
  if (/^[\u2061-\u2064]$/.test(text)) return text === "\u2061" ? " " : "";
  return /^[=<>≤≥≈≠∈→←⇒⇔∼≡⊂⊆∪∩±×⋅·]$/u.test(text) ? ` ${text} ` : text;
}

function isOperator(node: MathNode | undefined): boolean {
  const text = node?.text.trim() ?? "";
  return node?.name === "mo" || /^(?:lim|max|min|sup|inf|det|gcd|Pr|lim sup|lim inf)$/.test(text);
}

function over(base: MathNode | undefined, mark: MathNode | undefined): string {
  const sign = MARKS[mark?.text.trim() ?? ""];
  const written = base ? write(base) : "";
  if (sign !== undefined) return [...written].length === 1 ? written + sign : `(${written})${sign}`;
  return isOperator(base) ? written + script(mark, "^", RAISED) : `${group(base)}┴${group(mark)}`;
}

function script(node: MathNode | undefined, mark: "^" | "_", table: Readonly<Record<string, string>>): string {
  const text = node ? inner(node) : "";
  if (text !== "" && [...text].every((char) => table[char] !== undefined))
    return [...text].map((char) => table[char]).join("");
  if (/^[′″‴]+$/.test(text)) return text;
  return mark + (isSingle(text) ? text : `(${text})`);
}

function inner(node: MathNode | undefined): string {
  return node ? write(node).trim() : "";
}

function group(node: MathNode | undefined): string {
  const text = inner(node);
  return isSingle(text) ? text : `(${text})`;
}

function isSingle(text: string): boolean {
  return /^(?:\p{N}+(?:\.\p{N}+)?|\p{L}\p{M}*|[^\p{L}\p{N}])$/u.test(text);
}

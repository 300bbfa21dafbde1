import { assertNever } from "../../errors.js";
import { DELIMITERS, FUNCTION_NAMES, NEGATED } from "./symbol-classes.js";
import type { MathNode, MathNodeOf } from "./tree.js";

export interface WriteOptions {
  /** `aligned`, `gathered`, `cases` instead of `array` for rows (the `idiomaticEqnArrays` option). */
  idiomaticArrays: boolean;
}

/** LaTeX of a tree in the vendor's style: tokens with single spaces, scripts always braced, `_` before `^`. */
export function writeLatex(node: MathNode, options: WriteOptions): string {
  return tighten(write(node, options));
}

function write(node: MathNode, options: WriteOptions): string {
  switch (node.type) {
    case "symbol":
      return styled(node.name, node.alphabet);
    case "word":
      return writeWord(node);
    case "row":
      return node.children.map((child) => write(child, options)).join(" ");
    case "scripts":
      return writeScripts(node, options);
    case "fraction":
      return `\\frac{${write(node.numerator, options)}}{${write(node.denominator, options)}}`;
    case "radical":
      return `\\sqrt${node.index ? `[${write(node.index, options)}]` : ""}{${write(node.radicand, options)}}`;
    case "accent":
      return `${node.command}{${write(node.body, options)}}`;
    case "stack":
      return writeStack(node, options);
    case "negation":
      return writeNegation(node, options);
    case "fence":
      return `\\left${node.open || "."} ${write(node.body, options)} \\right${node.close || "."}`;
    case "grid":
      return writeGrid(node, options);
    case "boxed":
      return `\\boxed{${write(node.body, options)}}`;
    default:
      return assertNever(node);
  }
}

function styled(name: string, alphabet: string | undefined): string {
  const plain = name === "hrule" ? "-" : name === "vrule" ? "|" : name === "dot" ? "." : name;
  return alphabet ? `\\${alphabet}{${plain}}` : plain;
}

function writeWord(node: MathNodeOf<"word">): string {
  const parts = node.text.split(" ");
  if (node.alphabet === "mathrm" && parts.every((part) => FUNCTION_NAMES.has(part)))
    return parts.map((part) => `\\${part}`).join(" ");
  if (node.alphabet === "mathrm" && node.text.length > 1 && parts.length === 1 && /^[a-z]{3,}$/.test(node.text))
    return `\\operatorname{${node.text}}`;
  return `\\${node.alphabet}{${parts.join("~")}}`;
}

function writeScripts(node: MathNodeOf<"scripts">, options: WriteOptions): string {
  const base = node.base ? write(node.base, options) : "{ }";
  return base + script("_", node.sub, options) + script("^", node.sup, options);
}

function script(mark: string, node: MathNode | undefined, options: WriteOptions): string {
  return node ? `${mark}{${write(node, options)}}` : "";
}

function writeStack(node: MathNodeOf<"stack">, options: WriteOptions): string {
  const base = write(node.base, options);
  if (node.limits) return base + script("_", node.under, options) + script("^", node.over, options);
  const arrow = /^\\(?:long)?(right|left)arrow$/.exec(base);
  if (arrow && node.over)
    return `\\x${arrow[1]}arrow${node.under ? `[${write(node.under, options)}]` : ""}{${write(node.over, options)}}`;
  const under = node.under ? `\\underset{${write(node.under, options)}}{${base}}` : base;
  return node.over ? `\\overset{${write(node.over, options)}}{${under}}` : under;
}

function writeNegation(node: MathNodeOf<"negation">, options: WriteOptions): string {
  const body = write(node.body, options);
  return NEGATED.get(body) ?? `\\not ${body}`;
}

function writeGrid(node: MathNodeOf<"grid">, options: WriteOptions): string {
  const rows = node.rows.map((row) => row.map((cell) => write(cell, options)).join(" & ")).join(" \\\\\n");
  if (options.idiomaticArrays && node.form === "cases") return `\\begin{cases}${rows}\\end{cases}`;
  if (options.idiomaticArrays && node.form === "aligned")
    return node.align ? `\\begin{aligned}${rows}\\end{aligned}` : `\\begin{gathered}${rows}\\end{gathered}`;
  const columns = node.align || "l".repeat(Math.max(...node.rows.map((row) => row.length)));
  const array = `\\begin{array}{${columns}}\n${rows}\n\\end{array}`;
  return node.form === "cases" ? `\\left\\{${array}\\right.` : array;
}

/** One space between tokens, none where LaTeX and the vendor's style need none. */
function tighten(latex: string): string {
  return latex
    .replace(/[ \t]+/g, " ")
    .replace(/(\\[a-zA-Z]+) (?=[^a-zA-Z ])/g, (_, command: string) =>
      DELIMITERS.has(command) ? `${command} ` : `${command} `,
    )
    .replace(/([({[]) /g, "$1")
    .replace(/ ([)}\]])/g, "$1")
    .replace(/ ?([,;]) ?/g, "$1 ")
    .trim();
}

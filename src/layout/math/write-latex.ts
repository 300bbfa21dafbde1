import { assertNever } from "../../errors.js";
import { joinTokens } from "./join-tokens.js";
import { childrenOf } from "./measure-tree.js";
import { ACCENTS, FUNCTION_NAMES, HORIZONTAL_BRACES, NEGATED, OPENING } from "./symbol-classes.js";
import type { MathNode, MathNodeOf } from "./tree.js";

export interface WriteOptions {
  /** `aligned`, `gathered`, `cases` instead of `array` for rows (the `idiomaticEqnArrays` option). */
  idiomaticArrays: boolean;
}

/** LaTeX of a tree in the vendor's style: scripts always braced, `_` before `^`, `\left…\right` around content with scripts. */
export function writeLatex(node: MathNode, options: WriteOptions): string {
  return joinTokens(write(node, options));
}

type Tokens = string[];

function write(node: MathNode, options: WriteOptions): Tokens {
  switch (node.type) {
    case "symbol":
      return styled(node.name, node.alphabet);
    case "word":
      return writeWord(node);
    case "row":
      return writeRow(node.children, options);
    case "scripts":
      return [
        ...(node.base ? writeBase(node.base, node, options) : ["{", "}"]),
        ...script("_", node.sub, options),
        ...script("^", node.sup, options),
      ];
    case "fraction":
      return ["\\frac", ...braced(node.numerator, options), ...braced(node.denominator, options)];
    case "radical":
      return [
        "\\sqrt",
        ...(node.index ? ["[", ...write(node.index, options), "]"] : []),
        ...braced(node.radicand, options),
      ];
    case "accent":
      return [node.command, ...braced(node.body, options)];
    case "stack":
      return writeStack(node, options);
    case "negation":
      return writeNegation(node, options);
    case "fence":
      if (isBinomial(node)) return ["\\binom", ...node.body.rows.flatMap((row) => braced(row[0]!, options))];
      // MathJax does not grow these.
      if (node.open === "\\llbracket" || node.close === "\\rrbracket")
        return [node.open, ...write(node.body, options), node.close];
      return ["\\left", node.open || ".", ...write(node.body, options), "\\right", node.close || "."];
    case "grid":
      return writeGrid(node, options);
    case "boxed":
      return ["\\boxed", ...braced(node.body, options)];
    default:
      return assertNever(node);
  }
}

/** A base that has scripts itself is a group: `{x^{a}}^{b}`. */
/** TeX takes what stands under or over an arrow for its script, too: a second one on the same side wants braces between. */
function writeBase(base: MathNode, { sub, sup }: MathNodeOf<"scripts">, options: WriteOptions): Tokens {
  const taken = base.type === "stack" && (base.limits || (base.under && sub) || (base.over && sup));
  return base.type === "scripts" || taken ? braced(base, options) : write(base, options);
}

function braced(node: MathNode, options: WriteOptions): Tokens {
  return ["{", ...write(node, options), "}"];
}

function script(mark: string, node: MathNode | undefined, options: WriteOptions): Tokens {
  return node ? [mark, "{", ...(isSubstack(node) ? writeSubstack(node, options) : write(node, options)), "}"] : [];
}

/** Rows of a limit or script. */
function isSubstack(node: MathNode): node is MathNodeOf<"grid"> {
  return node.type === "grid" && node.form === "aligned";
}

function writeSubstack(node: MathNodeOf<"grid">, options: WriteOptions): Tokens {
  const rows = node.rows.flatMap((row, index) => [
    ...(index > 0 ? ["\\\\"] : []),
    ...row.flatMap((cell) => write(cell, options)),
  ]);
  return ["\\substack", "{", ...rows, "}"];
}

type Binomial = MathNodeOf<"fence"> & { body: MathNodeOf<"grid"> };

/** Two rows of one column in round brackets: what the vendor writes as `\\binom`. */
function isBinomial(node: MathNodeOf<"fence">): node is Binomial {
  const { body } = node;
  return (
    node.open === "(" &&
    node.close === ")" &&
    body.type === "grid" &&
    body.form === "matrix" &&
    body.rows.length === 2 &&
    body.rows.every((row) => row.length === 1)
  );
}

/** What is written for the parser's own names, and for signs that found nothing to stand over. */
const ALONE: Readonly<Record<string, string>> = {
  "~": "\\sim",
  hrule: "-",
  vrule: "|",
  dot: ".",
  "\\sqrt": "\\surd",
  "\\tilde": "\\sim",
};

function styled(name: string, alphabet: string | undefined): Tokens {
  const plain = ALONE[name] ?? name;
  if (ACCENTS.has(plain) || HORIZONTAL_BRACES.has(plain)) return [plain, "{", "}"];
  if (alphabet) return [`\\${alphabet}`, "{", plain, "}"];
  return plain.startsWith("\\not\\") ? ["\\not", plain.slice(4)] : [plain];
}

/** Children one after the other; brackets that pair up around scripts or fractions get `\left` and `\right`. */
function writeRow(children: readonly MathNode[], options: WriteOptions): Tokens {
  const pairs = growingPairs(children);
  const tokens: Tokens = [];
  for (const child of children) {
    const side = pairs.get(child);
    if (side) tokens.push(side);
    tokens.push(...write(child, options));
  }
  return tokens;
}

/** Opening and closing delimiters of this row that enclose something taller than a letter. */
function growingPairs(children: readonly MathNode[]): Map<MathNode, "\\left" | "\\right"> {
  const sides = new Map<MathNode, "\\left" | "\\right">();
  const open: { name: string; index: number }[] = [];
  for (const [index, child] of children.entries()) {
    const name = delimiterOf(child);
    if (name === undefined) continue;
    const last = open.at(-1);
    if (last && OPENING.get(last.name) === name) {
      open.pop();
      if (!children.slice(last.index + 1, index).some(isTall)) continue;
      sides.set(children[last.index]!, "\\left");
      sides.set(child, "\\right");
    } else if (PAIRED.has(name)) open.push({ name, index });
  }
  return sides;
}

/** Bars are left out: which of them open and which close is not known. */
const PAIRED = new Set([...OPENING.keys()].filter((name) => OPENING.get(name) !== name && name !== "\\llbracket"));

/** The delimiter a node is, also when scripts hang on it. */
function delimiterOf(node: MathNode): string | undefined {
  if (node.type === "scripts")
    return node.base && !PAIRED.has(delimiterOf(node.base) ?? "") ? delimiterOf(node.base) : undefined;
  return node.type === "symbol" ? node.name : undefined;
}

const TALL = new Set<MathNode["type"]>(["scripts", "fraction", "radical", "grid", "fence", "stack"]);

function isTall(node: MathNode): boolean {
  return TALL.has(node.type) || childrenOf(node).some(isTall);
}

function writeWord(node: MathNodeOf<"word">): Tokens {
  if (node.phrase) {
    const { before, after } = node.phrase;
    return ["\\text", "{", `${before ? " " : ""}${node.text}${after ? " " : ""}`, "}"];
  }
  if (node.alphabet === "mathrm" && (node.text === "lim sup" || node.text === "lim inf"))
    return [`\\${node.text.replace(" ", "")}`];
  const parts = node.text.split(" ");
  if (node.alphabet === "mathrm" && parts.every((part) => FUNCTION_NAMES.has(part)))
    return parts.map((part) => `\\${part}`);
  if (/[“”„«»‘]/u.test(node.text)) return ["\\text", "{", node.text, "}"];
  if (node.alphabet === "mathrm" && parts.length === 1 && /^\p{L}{3,}$/u.test(node.text))
    return ["\\operatorname", "{", node.text, "}"];
  return [`\\${node.alphabet}`, "{", parts.join("~"), "}"];
}

function writeStack(node: MathNodeOf<"stack">, options: WriteOptions): Tokens {
  const base = write(node.base, options);
  if (node.limits)
    return [
      ...(node.base.type === "stack" ? ["{", ...base, "}"] : base),
      ...script("_", node.under, options),
      ...script("^", node.over, options),
    ];
  const arrow = base.length === 1 ? /^\\(?:long)?(right|left)arrow$/.exec(base[0]!) : null;
  if (arrow && node.over)
    return [
      `\\x${arrow[1]}arrow`,
      ...(node.under ? ["[", ...write(node.under, options), "]"] : []),
      ...braced(node.over, options),
    ];
  const under = node.under ? ["\\underset", ...braced(node.under, options), "{", ...base, "}"] : base;
  return node.over ? ["\\overset", ...braced(node.over, options), "{", ...under, "}"] : under;
}

function writeNegation(node: MathNodeOf<"negation">, options: WriteOptions): Tokens {
  const body = write(node.body, options);
  const known = body.length === 1 ? NEGATED.get(body[0]!) : undefined;
  return known ? [known] : ["\\not", ...body];
}

function writeGrid(node: MathNodeOf<"grid">, options: WriteOptions): Tokens {
  const rows: Tokens = [];
  for (const [index, row] of node.rows.entries()) {
    if (index > 0) rows.push("\\\\", "\n");
    const start = rows.length;
    for (const [column, cell] of row.entries()) rows.push(...(column > 0 ? ["&"] : []), ...write(cell, options));
    // TeX takes brackets behind the end of a row for the height of a blank.
    if (index > 0 && rows[start] === "[") rows.splice(start, 0, "{", "}");
  }
  const wrap = (environment: string, argument = ""): Tokens => [
    `\\begin{${environment}}${argument}\n`,
    ...rows,
    `\n\\end{${environment}}`,
  ];
  if (options.idiomaticArrays && node.form === "cases") return wrap("cases");
  if (options.idiomaticArrays && node.form === "aligned")
    return wrap(node.align === "" || node.align === "c" ? "gathered" : "aligned");
  const array = wrap("array", `{${node.align || "l".repeat(Math.max(...node.rows.map((row) => row.length)))}}`);
  return node.form === "cases" ? ["\\left", "\\{", ...array, "\\right", "."] : array;
}

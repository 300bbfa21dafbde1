import { isEmptyMath, type MathNode, type MathToken, rowItems, unwrapRow } from "../math/math-tree.js";
import { element, property, type Xml } from "../xml.js";
import { BLANKS, INTEGRALS, KNOWN_FUNCTIONS, NARY, NOTHING } from "./characters.js";
import { delimiterToken, pairDelimiters } from "./pair-delimiters.js";
import { type RunPiece, runPiece, writeRuns } from "./runs.js";
import { STRUCTURES } from "./structures.js";

/** What holds for a part of a formula. */
export interface OmmlContext {
  /** Word sets this part large by itself: a displayed formula outside of matrices, fractions and scripts. */
  display: boolean;
  /** LaTeX colour of the part. */
  colour: string | undefined;
}

/** Content of `m:oMath` for a formula. */
export function writeOmml(node: MathNode, context: OmmlContext): Xml {
  return writeSequence(rowItems(node), context);
}

/** Content of `m:e` and its kin; never empty, or Word shows a box to fill in. */
export function writeArgument(node: MathNode, context: OmmlContext): Xml {
  return (isEmptyMath(node) ? "" : writeOmml(node, context)) || nothing();
}

export function nothing(): Xml {
  return `<m:r><m:rPr><m:nor/></m:rPr><m:t>${NOTHING}</m:t></m:r>`;
}

/** LibreOffice wants something on both sides of a sign; Word drops what is empty. */
export const MISSING_OPERAND = "<m:r><m:rPr><m:nor/></m:rPr><m:t/></m:r>";

function lacksOperand(node: MathNode | undefined, side: "left" | "right"): boolean {
  const token = node && (node.type === "scripts" || node.type === "limits") ? unwrapRow(node.base) : node;
  if (token?.type !== "token") return false;
  return (
    token.class === "relation" || (token.class === "binary" && (side === "right" || !/^[-+−±∓]$/.test(token.text)))
  );
}

/** Members of a row; delimiters, n-ary operators and functions take those that belong to them. */
export function writeSequence(nodes: readonly MathNode[], context: OmmlContext): Xml {
  if (nodes.some((node) => node.type === "newline")) return writeLines(nodes, context);
  const pairs = pairDelimiters(nodes);
  let xml = "";
  let pieces: RunPiece[] = [];
  const structure = (part: Xml) => {
    xml += writeRuns(pieces) + part;
    pieces = [];
  };
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const close = pairs.get(i);
    if (close !== undefined) {
      structure(writePair(nodes, i, close, context));
      i = close;
      continue;
    }
    const operator = operatorOf(node);
    if (operator) {
      const end = operandEnd(nodes, i + 1, pairs, operator.kind === "function");
      structure(writeOperator(node, operator, nodes.slice(i + 1, end), context));
      i = end - 1;
      continue;
    }
    if (node.type === "token") {
      if (node.text !== "" && !INVISIBLE.test(node.text)) pieces.push(runPiece(node, context.colour));
    } else if (node.type === "space") {
      const text = blanks(node.width);
      if (text !== "") pieces.push({ text, properties: "", words: true });
    } else if (isPrescript(node) && nodes[i + 1] && takesPrescript(nodes[i + 1]!)) {
      structure(writePrescript(node, nodes[++i]!, context));
    } else structure(writeNode(node, context));
  }
  xml += writeRuns(pieces);
  const seen = nodes.filter((node) => node.type !== "space" && node.type !== "phantom" && !isEmptyMath(node));
  const before = lacksOperand(seen[0], "left") ? MISSING_OPERAND : "";
  const after = lacksOperand(seen.at(-1), "right") ? MISSING_OPERAND : "";
  return before + xml + after;
}

/** Function application and its kin (U+2061–2064) are for the ear. */
const INVISIBLE = /^[\u2061-\u2064]+$/;

export function writeNode(node: MathNode, context: OmmlContext): Xml {
  return (STRUCTURES[node.type] as (node: MathNode, context: OmmlContext) => Xml)(node, context);
}

function writeLines(nodes: readonly MathNode[], context: OmmlContext): Xml {
  const lines: MathNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === "newline") lines.push([]);
    else lines.at(-1)!.push(node);
  }
  return writeEquationArray(lines.filter((line) => line.length > 0).map((line) => writeSequence(line, context)));
}

export function writeEquationArray(lines: readonly Xml[]): Xml {
  if (lines.length < 2) return lines.join("");
  return element("m:eqArr", {}, ...lines.map((line) => element("m:e", {}, line || nothing())));
}

/** `m:d`: what delimiters enclose, in parts that `separator` divides. */
export function writeDelimited(
  { open, close, separator }: { open: string; close: string; separator?: string },
  parts: readonly Xml[],
): Xml {
  const properties = [
    open === "(" ? "" : property("m:begChr", open),
    separator === undefined || separator === "|" ? "" : property("m:sepChr", separator),
    close === ")" ? "" : property("m:endChr", close),
  ].join("");
  return element(
    "m:d",
    {},
    properties === "" ? "" : element("m:dPr", {}, properties),
    ...parts.map((part) => element("m:e", {}, part || nothing())),
  );
}

function writePair(nodes: readonly MathNode[], open: number, close: number, context: OmmlContext): Xml {
  const last = nodes[close]!;
  const ends = { open: delimiterToken(nodes[open])!.text, close: delimiterToken(last)!.text };
  const delimited = writeDelimited(ends, [writeSequence(nodes.slice(open + 1, close), context)]);
  return last.type === "scripts" ? writeScripted(delimited, last, context) : delimited;
}

/** Scripts on a base that is written already. */
export function writeScripted(base: Xml, scripts: { sub?: MathNode; sup?: MathNode }, context: OmmlContext): Xml {
  const small = { ...context, display: false };
  const sub = scripts.sub ? element("m:sub", {}, writeArgument(scripts.sub, small)) : "";
  const sup = scripts.sup ? element("m:sup", {}, writeArgument(scripts.sup, small)) : "";
  const name = sub !== "" && sup !== "" ? "m:sSubSup" : sub !== "" ? "m:sSub" : "m:sSup";
  return element(name, {}, element("m:e", {}, base || nothing()), sub, sup);
}

function isPrescript(node: MathNode): node is Extract<MathNode, { type: "scripts" }> {
  return node.type === "scripts" && isEmptyMath(node.base) && node.sub !== undefined && node.sup !== undefined;
}

function takesPrescript(node: MathNode): boolean {
  const inner = node.type === "scripts" ? unwrapRow(node.base) : node;
  return inner.type === "token" ? inner.kind === "identifier" && inner.class === "ordinary" : inner.type === "row";
}

function writePrescript(before: Extract<MathNode, { type: "scripts" }>, base: MathNode, context: OmmlContext): Xml {
  const small = { ...context, display: false };
  return element(
    "m:sPre",
    {},
    element("m:sub", {}, writeArgument(before.sub!, small)),
    element("m:sup", {}, writeArgument(before.sup!, small)),
    element("m:e", {}, writeArgument(base, context)),
  );
}

interface Operator {
  kind: "nary" | "function";
  token: MathToken;
}

/** `∑`, `\sin`, with or without scripts and limits. */
function operatorOf(node: MathNode): Operator | undefined {
  const inner = node.type === "scripts" || node.type === "limits" ? unwrapRow(node.base) : node;
  if (inner.type === "limits" || inner.type === "scripts") {
    // `\varlimsup` and the like carry a line of their own
    const core = operatorOf(inner);
    return core?.kind === "function" ? core : undefined;
  }
  if (inner.type !== "token" || inner.kind === "word") return undefined;
  if (NARY.has(inner.text) && inner.class === "operator") return { kind: "nary", token: inner };
  return inner.class === "operator" && /\p{L}{2}/u.test(inner.text) ? { kind: "function", token: inner } : undefined;
}

const STOPS = new Set<MathToken["class"]>(["binary", "relation", "punctuation", "close"]);

/** Where the operand ends that begins at `start`: before the next sign, and for functions behind their parentheses. */
function operandEnd(
  nodes: readonly MathNode[],
  start: number,
  pairs: ReadonlyMap<number, number>,
  isFunction: boolean,
): number {
  let hasOperand = false;
  let at = start;
  while (at < nodes.length) {
    const node = nodes[at]!;
    const close = pairs.get(at);
    if (close !== undefined) {
      if (isFunction) return hasOperand ? at : close + 1;
      hasOperand = true;
      at = close + 1;
      continue;
    }
    const token = node.type === "scripts" || node.type === "limits" ? unwrapRow(node.base) : node;
    const isSign = token.type === "token" && STOPS.has(token.class);
    if (isSign && !(token.class === "binary" && !hasOperand)) break;
    if (token.type === "token" && token.middle) break;
    const operator = operatorOf(node);
    if (operator && isFunction && hasOperand) break;
    // an operator takes all that belongs to it
    if (operator) return Math.max(operandEnd(nodes, at + 1, pairs, operator.kind === "function"), at + 1);
    if (node.type === "space" && isFunction && hasOperand && node.width >= 0.5) break;
    if (node.type !== "space" && !(token.type === "token" && INVISIBLE.test(token.text))) hasOperand = true;
    at++;
  }
  return hasOperand ? at : start;
}

function writeOperator(node: MathNode, operator: Operator, operand: readonly MathNode[], context: OmmlContext): Xml {
  if (operator.kind === "nary") return writeNary(node, operator.token, operand, context);
  const seen = operand.filter((part, i) => !(i === 0 && part.type === "token" && INVISIBLE.test(part.text)));
  const content = writeSequence(seen[0]?.type === "space" ? seen.slice(1) : seen, context);
  const isKnown = content !== "" && node.type === "token" && KNOWN_FUNCTIONS.has(node.text);
  const name = isKnown
    ? `<m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>${node.text}</m:t></m:r>`
    : node.type === "token"
      ? writeRuns([runPiece(node, context.colour)])
      : writeNode(node, context);
  return content === "" ? name : element("m:func", {}, element("m:fName", {}, name), element("m:e", {}, content));
}

function writeNary(node: MathNode, { text }: MathToken, operand: readonly MathNode[], context: OmmlContext): Xml {
  const [low, high] =
    node.type === "scripts" ? [node.sub, node.sup] : node.type === "limits" ? [node.under, node.over] : [];
  const isBeside = node.type === "scripts" || (node.type !== "limits" && INTEGRALS.has(text));
  const small = { ...context, display: false };
  const properties = element(
    "m:naryPr",
    {},
    text === "∫" ? "" : property("m:chr", text),
    property("m:limLoc", isBeside ? "subSup" : "undOvr"),
    low ? "" : property("m:subHide", 1),
    high ? "" : property("m:supHide", 1),
  );
  return element(
    "m:nary",
    {},
    properties,
    element("m:sub", {}, low ? writeArgument(low, small) : ""),
    element("m:sup", {}, high ? writeArgument(high, small) : ""),
    element("m:e", {}, writeSequence(operand, context) || nothing()),
  );
}

function blanks(width: number): string {
  let text = "";
  let left = Math.min(width, 12);
  for (const [size, char] of BLANKS) {
    while (left >= size - 0.005) {
      text += char;
      left -= size;
    }
  }
  return text;
}

import type { MathJaxNode } from "../mmd/vendor.js";
import { MATH_VARIANTS, type MathClass, type MathNode, type MathTable, type MathVariant } from "./math-tree.js";

type Reader = (node: MathJaxNode) => MathNode;

/** MathJax's inner tree (MathML with TeX's classes) → `MathNode`. Kinds that only group become rows. */
export function readMathJax(node: MathJaxNode): MathNode {
  const reader = Object.hasOwn(READERS, node.kind) ? READERS[node.kind] : undefined;
  return reader ? reader(node) : readRow(node);
}

const READERS: Readonly<Record<string, Reader>> = {
  mi: (node) => readToken(node, "identifier"),
  mn: (node) => readToken(node, "number"),
  mo: (node) => readToken(node, "operator"),
  mtext: (node) => readToken(node, "word"),
  ms: (node) => readToken(node, "word"),
  mspace: (node) =>
    node.attributes?.get("linebreak") === "newline"
      ? { type: "newline" }
      : { type: "space", width: ems(node.attributes?.getExplicit("width")) },
  mrow: readFencedRow,
  mfrac: (node) => ({
    type: "fraction",
    numerator: child(node, 0),
    denominator: child(node, 1),
    bar: ems(node.attributes?.getExplicit("linethickness") ?? 1) !== 0,
    display: node.attributes?.get("displaystyle") === true,
  }),
  msqrt: (node) => ({ type: "root", radicand: readRow(node) }),
  mroot: (node) => ({ type: "root", radicand: child(node, 0), degree: child(node, 1) }),
  msub: (node) => ({ type: "scripts", base: child(node, 0), sub: child(node, 1) }),
  msup: (node) => ({ type: "scripts", base: child(node, 0), sup: child(node, 1) }),
  msubsup: (node) => ({ type: "scripts", base: child(node, 0), sub: child(node, 1), sup: child(node, 2) }),
  munder: (node) => readLimits(node, child(node, 1), undefined),
  mover: (node) => readLimits(node, undefined, child(node, 1)),
  munderover: (node) => readLimits(node, child(node, 1), child(node, 2)),
  mtable: readTable,
  menclose: (node) => ({
    type: "enclosed",
    notations: String(node.attributes?.get("notation") ?? "").split(/\s+/),
    content: readRow(node),
  }),
  mphantom: (node) => ({ type: "phantom", content: readRow(node), width: true, height: true }),
  mpadded: readPadded,
  mstyle: readStyle,
  mmultiscripts: readMultiscripts,
  semantics: (node) => child(node, 0),
  annotation: () => ({ type: "row", children: [] }),
  mglyph: () => ({ type: "row", children: [] }),
};

function child(node: MathJaxNode, index: number): MathNode {
  const inner = node.childNodes[index];
  return inner ? readMathJax(inner) : { type: "row", children: [] };
}

function readRow(node: MathJaxNode): MathNode {
  const children: MathNode[] = [];
  node.childNodes.forEach((inner, i) => {
    if (!inner) return;
    const read = readMathJax(inner);
    const isMiddle = isEmptyAtom(node.childNodes[i - 1], CLOSE) && isEmptyAtom(node.childNodes[i + 1], OPEN);
    if (read.type === "token" && isMiddle) children.push({ ...read, middle: true });
    else if (read.type === "row" && !read.fence) children.push(...read.children);
    else if (!hangOnPrevious(read, children)) children.push(read);
  });
  return children.length === 1 ? children[0]! : { type: "row", children };
}

const OPEN = 4;
const CLOSE = 5;

function isEmptyAtom(node: MathJaxNode | null | undefined, texClass: number): boolean {
  return node?.kind === "TeXAtom" && node.texClass === texClass && readRow(node).type === "row" && isBare(node);
}

function isBare(node: MathJaxNode): boolean {
  return node.kind !== "text" && node.childNodes.every((inner) => !inner || (inner.kind !== "mo" && isBare(inner)));
}

/** mhchem hangs scripts on a strut without width; their base is what stands before it. */
function hangOnPrevious(node: MathNode, before: MathNode[]): boolean {
  if (node.type !== "scripts" || node.base.type !== "phantom" || node.base.width) return false;
  const base = before.at(-1);
  const carries =
    base?.type === "token" ? base.kind !== "operator" || base.class === "close" : base?.type === "row" && base.fence;
  if (base && carries) before[before.length - 1] = { ...node, base };
  else before.push({ ...node, base: { type: "row", children: [] } });
  return true;
}

/** `\left … \right` and binomials carry their delimiters both as properties and as first and last child. */
function readFencedRow(node: MathJaxNode): MathNode {
  const open = node.getProperty?.("open");
  const close = node.getProperty?.("close");
  const row = readRow(node);
  if (typeof open !== "string" || typeof close !== "string") return row;
  const children = row.type === "row" && !row.fence ? row.children : [row];
  const first = children[0]?.type === "token" && children[0].text === open ? 1 : 0;
  const last = children.at(-1);
  const end = last?.type === "token" && last.text === close && children.length > first ? -1 : children.length;
  return { type: "row", children: children.slice(first, end), fence: { open, close } };
}

/** Limits of `\sum` and `\lim` stand beside them in running text. */
function readLimits(node: MathJaxNode, low: MathNode | undefined, high: MathNode | undefined): MathNode {
  const base = child(node, 0);
  const core = node.childNodes[0]?.coreMO?.();
  const isBeside = node.attributes?.get("displaystyle") !== true && core?.attributes?.get("movablelimits") === true;
  if (isBeside) return { type: "scripts", base, ...(low ? { sub: low } : {}), ...(high ? { sup: high } : {}) };
  return { type: "limits", base, ...(low ? { under: low } : {}), ...(high ? { over: high } : {}) };
}

/** `\sideset`: base, scripts behind it, `mprescripts`, scripts before it. */
function readMultiscripts(node: MathJaxNode): MathNode {
  const mark = node.childNodes.findIndex((inner) => inner?.kind === "mprescripts");
  const pair = (at: number): { sub?: MathNode; sup?: MathNode } => {
    const [sub, sup] = [node.childNodes[at], node.childNodes[at + 1]];
    return {
      ...(sub && sub.kind !== "none" ? { sub: readMathJax(sub) } : {}),
      ...(sup && sup.kind !== "none" ? { sup: readMathJax(sup) } : {}),
    };
  };
  const behind = mark !== 1 && node.childNodes.length > 1 ? pair(1) : {};
  const before = mark > 0 ? pair(mark + 1) : {};
  const base = child(node, 0);
  const main: MathNode = behind.sub || behind.sup ? { type: "scripts", base, ...behind } : base;
  if (!before.sub && !before.sup) return main;
  return { type: "row", children: [{ type: "scripts", base: { type: "row", children: [] }, ...before }, main] };
}

function readPadded(node: MathJaxNode): MathNode {
  const content = readRow(node);
  if (content.type !== "phantom") return content;
  const zero = (name: string) =>
    node.attributes?.getExplicit(name) !== undefined && ems(node.attributes.get(name)) === 0;
  return { ...content, width: !zero("width"), height: !(zero("height") && zero("depth")) };
}

function readStyle(node: MathJaxNode): MathNode {
  const content = readRow(node);
  const colour = node.attributes?.getExplicit("mathcolor");
  return typeof colour === "string" && colour !== "" ? { type: "coloured", colour, content } : content;
}

function readTable(node: MathJaxNode): MathNode {
  const columns = Math.max(0, ...node.childNodes.map((row) => (row ? cellsOf(row).length : 0)));
  const given = String(node.attributes?.get("columnalign") ?? "center").split(/\s+/);
  const align = Array.from({ length: columns }, (_, c) => given[Math.min(c, given.length - 1)] ?? "center");
  const spacing = String(node.attributes?.get("columnspacing") ?? "").split(/\s+/);
  const table: MathTable = {
    type: "table",
    rows: node.childNodes.flatMap((row) => {
      if (!row) return [];
      const label = row.kind === "mlabeledtr" ? plainText(row.childNodes[0]) : "";
      return [{ cells: cellsOf(row).map(readRow), ...(label === "" ? {} : { label }) }];
    }),
    align: align.map((value) => (value === "left" || value === "right" ? value : "center")),
    aligned: columns > 1 && align[0] === "right" && align[1] === "left" && ems(spacing[0]) === 0,
    display: node.attributes?.get("displaystyle") === true,
  };
  return table;
}

function cellsOf(row: MathJaxNode): MathJaxNode[] {
  return row.childNodes
    .slice(row.kind === "mlabeledtr" ? 1 : 0)
    .filter((cell): cell is MathJaxNode => cell !== null && cell !== undefined);
}

function plainText(node: MathJaxNode | null | undefined): string {
  if (!node) return "";
  return node.kind === "text" ? (node.text ?? "") : node.childNodes.map(plainText).join("");
}

const CLASSES: readonly MathClass[] = [
  "ordinary",
  "operator",
  "binary",
  "relation",
  "open",
  "close",
  "punctuation",
  "ordinary",
  "ordinary",
];

/** MathJax's own names for the alphabets of TeX. */
const TEX_VARIANTS: Readonly<Record<string, MathVariant>> = {
  "-tex-calligraphic": "script",
  "-tex-bold-calligraphic": "bold-script",
  "-tex-oldstyle": "normal",
  "-tex-bold-oldstyle": "bold",
  "-tex-mathit": "italic",
};

function readToken(node: MathJaxNode, kind: "identifier" | "number" | "operator" | "word"): MathNode {
  const text = plainText(node);
  const given = node.attributes?.getExplicit("mathvariant");
  const colour = node.attributes?.getExplicit("mathcolor");
  const token: MathNode = {
    type: "token",
    kind,
    text,
    variant: readVariant(given) ?? (kind === "identifier" && [...text].length === 1 ? "italic" : "normal"),
    class: node.texClass === null || node.texClass === undefined ? "ordinary" : (CLASSES[node.texClass] ?? "none"),
    tall: ems(node.attributes?.getExplicit("minsize")) > 1,
    middle: false,
    accent: node.getProperty?.("mathaccent") === true || node.attributes?.getExplicit("accent") === true,
  };
  return typeof colour === "string" && colour !== "" ? { type: "coloured", colour, content: token } : token;
}

function readVariant(given: unknown): MathVariant | undefined {
  if (typeof given !== "string") return undefined;
  return MATH_VARIANTS.find((variant) => variant === given) ?? TEX_VARIANTS[given];
}

/** Widths in em of MathML's units; 16 px and 10 pt are taken for the em, as MathJax does. */
const UNITS: Readonly<Record<string, number>> = {
  em: 1,
  ex: 0.43,
  px: 1 / 16,
  pt: 0.1,
  pc: 1.2,
  in: 7.227,
  cm: 2.845,
  mm: 0.2845,
  mu: 1 / 18,
};

function ems(length: unknown): number {
  if (typeof length === "number") return length;
  const match = /^\s*([+-]?\d*\.?\d+)\s*([a-z]*)\s*$/.exec(String(length ?? ""));
  return match ? Number(match[1]) * (UNITS[match[2]!] ?? 1) : 0;
}

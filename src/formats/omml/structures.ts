import { isEmptyMath, type MathNode, type MathTable, type MathToken, unwrapRow } from "../math/math-tree.js";
import { element, property, type Xml } from "../xml.js";
import { ACCENTS, ARROWS, BARS, GROUPERS } from "./characters.js";
import {
  MISSING_OPERAND,
  nothing,
  type OmmlContext,
  writeArgument,
  writeDelimited,
  writeEquationArray,
  writeOmml,
  writeScripted,
  writeSequence,
} from "./omml-writer.js";

type Structures = {
  readonly [K in MathNode["type"]]: (node: Extract<MathNode, { type: K }>, context: OmmlContext) => Xml;
};

/** A writer for each kind of node; order of children as in ECMA-376 part 1, §22.1. */
export const STRUCTURES: Structures = {
  token: (node, context) => writeSequence([node], context),
  space: (node, context) => writeSequence([node], context),
  newline: () => "",
  row: (node, context) => {
    if (!node.fence) return writeSequence(node.children, context);
    const parts: MathNode[][] = [[]];
    const isMiddle = (child: MathNode): child is MathToken => child.type === "token" && child.middle;
    const separator = node.children.find(isMiddle)?.text;
    for (const child of node.children) {
      if (isMiddle(child) && child.text === separator) parts.push([]);
      else parts.at(-1)!.push(child);
    }
    const ends = separator === undefined ? node.fence : { ...node.fence, separator };
    return writeDelimited(
      ends,
      parts.map((part) => writeSequence(part, context)),
    );
  },
  fraction: (node, context) => {
    const size =
      node.display === context.display ? "" : element("m:argPr", {}, property("m:argSz", node.display ? 1 : -1));
    const inner = { ...context, display: false };
    return element(
      "m:f",
      {},
      node.bar ? "" : element("m:fPr", {}, property("m:type", "noBar")),
      element("m:num", {}, size, writeArgument(node.numerator, inner)),
      element("m:den", {}, size, writeArgument(node.denominator, inner)),
    );
  },
  root: (node, context) =>
    element(
      "m:rad",
      {},
      node.degree ? "" : element("m:radPr", {}, property("m:degHide", 1)),
      element("m:deg", {}, node.degree ? writeArgument(node.degree, { ...context, display: false }) : ""),
      element("m:e", {}, writeArgument(node.radicand, context)),
    ),
  scripts: (node, context) =>
    node.sub || node.sup
      ? writeScripted(isEmptyMath(node.base) ? "" : writeOmml(node.base, context), node, context)
      : writeOmml(node.base, context),
  limits: writeLimits,
  table: writeTable,
  enclosed: (node, context) => {
    const content = element("m:e", {}, writeArgument(node.content, context));
    const lines = node.notations.flatMap((notation) => ENCLOSURES[notation] ?? []);
    if (lines.length === 0) return writeOmml(node.content, context);
    const hidden = (["Top", "Bot", "Left", "Right"] as const)
      .filter((side) => !lines.includes(side))
      .map((side) => property(`m:hide${side}`, 1));
    const strikes = (["strikeH", "strikeV", "strikeBLTR", "strikeTLBR"] as const)
      .filter((strike) => lines.includes(strike))
      .map((strike) => property(`m:${strike}`, 1));
    const properties = [...hidden, ...strikes].join("");
    return element("m:borderBox", {}, properties === "" ? "" : element("m:borderBoxPr", {}, properties), content);
  },
  phantom: (node, context) => {
    if (!node.width && !node.height) return "";
    const properties = [
      property("m:show", 0),
      node.width ? "" : property("m:zeroWid", 1),
      node.height ? "" : property("m:zeroAsc", 1) + property("m:zeroDesc", 1),
    ].join("");
    return element(
      "m:phant",
      {},
      element("m:phantPr", {}, properties),
      element("m:e", {}, writeArgument(node.content, context)),
    );
  },
  coloured: (node, context) => writeOmml(node.content, { ...context, colour: node.colour }),
};

/** Lines of MathML's `menclose` by the names Word's border box has for them. */
const ENCLOSURES: Readonly<Record<string, readonly string[]>> = {
  box: ["Top", "Bot", "Left", "Right"],
  roundedbox: ["Top", "Bot", "Left", "Right"],
  circle: ["Top", "Bot", "Left", "Right"],
  top: ["Top"],
  bottom: ["Bot"],
  left: ["Left"],
  right: ["Right"],
  longdiv: ["Top", "Left"],
  actuarial: ["Top", "Right"],
  madruwb: ["Bot", "Right"],
  horizontalstrike: ["strikeH"],
  verticalstrike: ["strikeV"],
  updiagonalstrike: ["strikeBLTR"],
  updiagonalarrow: ["strikeBLTR"],
  downdiagonalstrike: ["strikeTLBR"],
};

function tokenOf(node: MathNode | undefined): MathToken | undefined {
  const inner = node && unwrapRow(node);
  return inner?.type === "token" ? inner : undefined;
}

function writeLimits(node: Extract<MathNode, { type: "limits" }>, context: OmmlContext): Xml {
  const base = tokenOf(node.base);
  if (base && ARROWS.has(base.text) && (node.over || node.under)) return writeArrow(base.text, node, context);
  let xml = writeArgument(node.base, context);
  if (node.under) xml = writeMark(xml, node.under, "bot", context);
  if (node.over) xml = writeMark(xml, node.over, "top", context);
  return xml;
}

/** One thing above or below: an accent, a line, a brace, or a formula. */
function writeMark(base: Xml, mark: MathNode, side: "top" | "bot", context: OmmlContext): Xml {
  const token = tokenOf(mark);
  const content = element("m:e", {}, base);
  if (token && (token.kind === "operator" || token.accent)) {
    if (GROUPERS.has(token.text)) return writeGroup(token.text, side, content);
    if (BARS.has(token.text) || (side === "bot" && token.text === "¯"))
      return element("m:bar", {}, element("m:barPr", {}, property("m:pos", side)), content);
    const accent = ACCENTS[token.text];
    if (token.accent && accent !== undefined && side === "top")
      return element("m:acc", {}, element("m:accPr", {}, property("m:chr", accent)), content);
    if (token.accent && ARROWS.has(token.text)) return writeGroup(token.text, side, content);
  }
  const limit = element("m:lim", {}, writeArgument(mark, { ...context, display: false }));
  return element(side === "top" ? "m:limUpp" : "m:limLow", {}, content, limit);
}

function writeGroup(char: string, side: "top" | "bot", content: Xml): Xml {
  const properties = element(
    "m:groupChrPr",
    {},
    property("m:chr", char),
    property("m:pos", side),
    // the line of text goes through the base, not the brace
    property("m:vertJc", side === "top" ? "bot" : "top"),
  );
  return element("m:groupChr", {}, properties, content);
}

/** Arrows that grow with their labels: the label carries the arrow, as Word's own gallery has it. */
function writeArrow(arrow: string, node: Extract<MathNode, { type: "limits" }>, context: OmmlContext): Xml {
  const small = { ...context, display: false };
  const [label, second] = node.over && !isEmptyMath(node.over) ? [node.over, node.under] : [node.under, undefined];
  const isAbove = label === node.over;
  const group = element(
    "m:groupChr",
    {},
    element(
      "m:groupChrPr",
      {},
      property("m:chr", arrow),
      isAbove ? "" : property("m:pos", "top"),
      property("m:vertJc", isAbove ? "top" : "bot"),
    ),
    element("m:e", {}, label ? writeArgument(label, small) : nothing()),
  );
  const box = element("m:box", {}, element("m:boxPr", {}, property("m:opEmu", 1)), element("m:e", {}, group));
  if (!second || isEmptyMath(second)) return box;
  return element("m:limLow", {}, element("m:e", {}, box), element("m:lim", {}, writeArgument(second, small)));
}

/** Distance of an aligned pair of columns in twips: the space TeX leaves before a relation at 11 pt. */
const RELATION_GAP = 60;
const PAIR_GAP: MathNode = { type: "space", width: 2 };

function writeTable(table: MathTable, context: OmmlContext): Xml {
  const columns = table.align.length;
  if (columns === 0 || table.rows.length === 0) return "";
  if (table.display && columns === 1)
    return writeEquationArray(table.rows.map((row) => writeSequence(row.cells, context)));
  const inner = { ...context, display: false };
  const columnKinds = table.align.map((align) =>
    element("m:mc", {}, element("m:mcPr", {}, property("m:count", 1), property("m:mcJc", align))),
  );
  const properties = element(
    "m:mPr",
    {},
    property("m:plcHide", 1),
    table.aligned ? property("m:rSpRule", 1) + property("m:cGpRule", 3) + property("m:cGp", RELATION_GAP) : "",
    element("m:mcs", {}, ...columnKinds),
  );
  const rows = table.rows.map(({ cells }) => {
    const contents = Array.from({ length: columns }, (_, c) => {
      const cell = cells[c];
      if (!cell || isEmptyMath(cell)) return MISSING_OPERAND;
      const startsPair = table.aligned && c > 0 && c % 2 === 0;
      return writeSequence(startsPair ? [PAIR_GAP, cell] : [cell], inner) || MISSING_OPERAND;
    });
    return element("m:mr", {}, ...contents.map((content) => element("m:e", {}, content)));
  });
  return element("m:m", {}, properties, ...rows);
}

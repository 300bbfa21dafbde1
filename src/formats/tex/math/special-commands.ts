import { columnSpecification } from "./column-specification.js";
import { COLOURS, CONTROL_SYMBOLS, TEX_COMMANDS } from "./commands.js";
import { DELIMITERS } from "./environments.js";
import { bare, type FormulaOutput } from "./formula-output.js";
import type { FormulaReader } from "./formula-reader.js";
import { Rows } from "./rows.js";
import { readText } from "./text-argument.js";

type Special = (reader: FormulaReader, out: FormulaOutput, rows: Rows) => void;

const dropArgument: Special = (reader) => {
  reader.raw();
};

/** Commands with a grammar of their own. */
export const SPECIAL_COMMANDS: Readonly<Record<string, Special>> = {
  begin: (reader, out) => reader.environment(out),
  left: (reader, out) => {
    const open = reader.delimiter() ?? reader.fail("\\left lacks a delimiter");
    const inner = reader.within(() => reader.sequence("right", new Rows("none")));
    reader.at += "\\right".length;
    const close = reader.delimiter() ?? reader.fail("\\right lacks a delimiter");
    out.nucleus(`\\left${open}${inner}\\right${close.trimEnd()}`);
  },
  middle: (reader, out) => {
    const fence = reader.delimiter();
    if (fence === undefined) reader.fail("\\middle lacks a delimiter");
    out.nucleus(`\\mathrel{${fence}}`);
  },
  right: (reader) => reader.fail("\\right without \\left"),
  end: (reader) => reader.fail("an environment ends that did not begin"),
  not: (reader, out) => {
    reader.skipSpace();
    const next = reader.argument();
    out.nucleus(next === undefined ? "\\not{}" : `\\not ${bare(next)}`);
  },
  operatorname: (reader, out) => {
    const star = reader.source[reader.at] === "*" ? "*" : "";
    reader.at += star.length;
    const value = reader.argument() ?? reader.fail("\\operatorname lacks an argument");
    reader.use("amsmath");
    out.nucleus(`\\operatorname${star}${value}`, true);
  },
  tag: (reader) => {
    const star = reader.source[reader.at] === "*" ? "*" : "";
    reader.at += star.length;
    reader.tag(`\\tag${star}{${reader.within(() => readText(reader))}}`);
  },
  label: (reader) => reader.label(reader.raw()),
  notag: (reader, out, rows) => {
    if (reader.place === "rows" && rows === reader.top) out.nucleus("\\notag");
  },
  nonumber: (reader, out, rows) => SPECIAL_COMMANDS.notag!(reader, out, rows),
  ref: (reader, out) => out.nucleus(`\\text{${reader.needs.text(reader.raw())}}`),
  eqref: (reader, out) => out.nucleus(`\\text{(${reader.needs.text(reader.raw())})}`),
  color: (reader, out) => {
    const colour = reader.raw().trim();
    if (!COLOURS.has(colour)) return;
    reader.use("xcolor");
    out.nucleus(`\\color{${colour}}`);
  },
  textcolor: (reader, out) => {
    const colour = reader.raw().trim();
    const value = reader.argument() ?? reader.fail("\\textcolor lacks an argument");
    if (COLOURS.has(colour)) reader.use("xcolor");
    out.nucleus(COLOURS.has(colour) ? `\\textcolor{${colour}}${value}` : value);
  },
  genfrac: (reader, out) => {
    const fences = [reader.raw(), reader.raw()].map((fence) => {
      const bareFence = fence.trim();
      if (bareFence !== "" && !DELIMITERS.has(bareFence)) reader.fail("\\genfrac takes delimiters");
      return `{${bareFence}}`;
    });
    const [rule, style] = [reader.raw().trim(), reader.raw().trim()];
    if (!/^(?:[\d.]+\s*(?:pt|em|ex|mm|cm))?$/.test(rule) || !/^[0-3]?$/.test(style)) reader.fail("\\genfrac");
    const [over, under] = [reader.argument(), reader.argument()];
    if (over === undefined || under === undefined) reader.fail("\\genfrac lacks an argument");
    reader.use("amsmath");
    out.nucleus(`\\genfrac${fences.join("")}{${rule}}{${style}}${over}${under}`);
  },
  multicolumn: (reader, out, rows) => {
    const count = reader.raw().trim();
    const columns = columnSpecification(reader.raw(), 1);
    const value = reader.argument();
    if (rows.kind !== "array" || !/^\d{1,2}$/.test(count) || value === undefined) reader.fail("\\multicolumn");
    rows.column += Number(count) - 1;
    rows.columns = Math.max(rows.columns, rows.column);
    out.nucleus(`\\multicolumn{${count}}{${columns}}${value}`);
  },
  ce: (reader, out) => chemistry("ce", reader, out),
  pu: (reader, out) => chemistry("pu", reader, out),
  require: dropArgument,
  vspace: dropArgument,
  mathchoice: (reader) => reader.fail("\\mathchoice is not known"),
};

/** mhchem's own language: characters, arrows and scripts; commands only when they are symbols. */
function chemistry(name: string, reader: FormulaReader, out: FormulaOutput): void {
  const content = reader.raw();
  for (const [, command] of content.matchAll(/\\([A-Za-z]+|.)/g))
    if (TEX_COMMANDS.get(command!)?.arguments !== "" && !CONTROL_SYMBOLS.has(command!))
      reader.fail(`\\${command} in \\${name}`);
  if (/[^ -~\n]|[&~%#]|\$[^$]*$/.test(content.replace(/\$[^$]*\$/g, ""))) reader.fail(`\\${name}`);
  for (const [, formula] of content.matchAll(/\$([^$]*)\$/g)) reader.inner(formula!);
  reader.use("mhchem");
  out.nucleus(`\\${name}{${content.replace(/\s*\n\s*/g, " ")}}`);
}
